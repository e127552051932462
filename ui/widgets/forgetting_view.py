"""The two parts of keeping and forgetting: how long a group, or all of them, keep what, and what goes. GUI thread only.

Know no desk.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.group import GroupId
from console.domain.retention import Due
from ui import privacy_facts, words
from ui.widgets.due_view import DueView
from ui.widgets.flow_layout import FlowLayout, beside
from ui.widgets.scrolled import scrolling
from ui.widgets.terms_form import TermsForm
from ui.widgets.text import PlainLabel, one_line

if TYPE_CHECKING:
    from console.desk.forgetting.looking_back import Gone

Groups = Sequence[tuple[GroupId, str]]
NAME_CHARACTERS: Final = 60
ALL: Final = GroupId(0)  # stands for all groups where one is chosen; no group has it
SPANS: Final = (timedelta(), timedelta(days=7), timedelta(days=30))  # how far ahead a person looks


class TermsPart(QWidget):
    """Which group, or all of them, and the form.

    *Signals:*
        group_chosen(): another group.
    """

    group_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = TermsForm()
        self.shown_id: GroupId | None = None  # of which group the form is; ALL for all
        self._label, self.group = PlainLabel(), _group_box()
        self._label.setBuddy(self.group)
        self._nothing = PlainLabel(wraps=True)
        top = QHBoxLayout()
        top.addWidget(self._label)
        top.addWidget(self.group, 1)
        self._content = scrolling(self.form)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self._content, 1)
        column.addStretch()
        self.group.activated.connect(self.group_chosen)
        self.form.settled.connect(self.take_focus)
        self._retranslate()

    @property
    def group_id(self) -> GroupId | None:
        """The group that is chosen, ALL for all."""
        chosen: GroupId | None = self.group.currentData()
        return chosen

    def show_groups(self, groups: Groups, chosen: GroupId | None) -> None:
        """Offer these groups, and where they are several all of them; show which the form is about."""
        self.shown_id = chosen
        every = [(ALL, self.tr("All groups"))] if len(groups) > 1 else []
        _offer(self.group, [*every, *groups], chosen)
        self._nothing.setVisible(chosen is None)
        for widget in (self._label, self.group, self._content):
            widget.setVisible(chosen is not None)

    @Slot()
    def take_focus(self) -> None:
        """Go to the choice of the group."""
        self.group.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("&Group"))
        if self.group.findData(ALL) >= 0:
            self.group.setItemText(self.group.findData(ALL), self.tr("All groups"))
        self.group.setAccessibleName(self.tr("Of which group"))
        self._nothing.setText(self.tr("There is no group yet. Take in an export first."))


class DuePart(QWidget):
    """In which group and how far ahead, what goes, and the button that erases now what was kept long enough.

    *Signals:*
        chosen(): another group or another span.
        confirmed(): erase it now; a person was asked whether he is sure.
    """

    chosen = Signal()
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: tuple[str, ...] = ()
        self._is_known = False  # what goes now, with this choice
        self._next: date | None = None
        self._erased: tuple[str, ...] | None = None
        self._gone: Gone | None = None
        self._first_run: datetime | None = None
        self._last_run: datetime | None = None
        self._group_label, self._span_label = PlainLabel(), PlainLabel()
        self.group, self.span = _group_box(), QComboBox()
        self._group_label.setBuddy(self.group)
        self._span_label.setBuddy(self.span)
        self.group.addItem("", None)
        for span in SPANS:
            self.span.addItem("", span)
        self.span.setCurrentIndex(1)
        self._news, self._intro = PlainLabel(wraps=True, is_bold=True), PlainLabel(wraps=True, is_muted=True)
        self.view = DueView()
        self.erase, self.yes, self.no = QPushButton(), QPushButton(), QPushButton()
        self._sure, self._why_not = PlainLabel(wraps=True, is_bold=True), PlainLabel(wraps=True, is_muted=True)
        self._lay_out()
        self.group.activated.connect(self._on_chosen)
        self.span.activated.connect(self._on_chosen)
        self.erase.clicked.connect(self.ask)
        self.yes.clicked.connect(self._on_yes_clicked)
        self.no.clicked.connect(self.stop_asking)
        self._retranslate()
        self.stop_asking()

    @property
    def group_id(self) -> GroupId | None:
        """The group that is chosen, None for all."""
        chosen: GroupId | None = self.group.currentData()
        return chosen

    @property
    def within(self) -> timedelta:
        """How far ahead a person looks."""
        return SPANS[max(0, self.span.currentIndex())]

    @property
    def is_asking(self) -> bool:
        """Whether it is asked if a person is sure."""
        return not self._sure.isHidden()

    def show_runs(self, first: datetime | None, last: datetime | None) -> None:
        """Say from when on something goes by itself (aware), None when it does now, and when it did last."""
        self._first_run, self._last_run = first, last
        self._retranslate()

    def show_due(self, groups: Groups, soon: Due, now: Due, now_words: Sequence[str], next_day: date | None) -> None:
        """Offer these groups, and show what goes in the span that is chosen; ``now`` is what may be erased now.

        Where that is nothing, something may be from ``next_day`` on; None when not in the coming week.
        """
        _offer(self.group, [(None, self.tr("all groups")), *groups], self.group_id)
        self.view.show_due(soon)
        self._is_known, self._next = True, next_day
        shown = tuple(now_words) if now else ()
        if shown != self._now:  # else what he is asked is still what goes
            self._now = shown
            self.stop_asking()
        self._say_why_not()

    def show_erased(self, what: Sequence[str]) -> None:
        """Tell what was erased just now, a sentence for each kind."""
        self._erased, self._gone = tuple(what), None
        self._retranslate()
        self.stop_asking()

    @Slot(object)
    def show_gone(self, gone: "Gone") -> None:
        """Tell whether what went was found in the file afterwards."""
        self._gone = gone
        self._retranslate()

    def take_focus(self) -> None:
        """Go to the choice of the group."""
        self.group.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def ask(self) -> None:
        """Ask whether a person is sure."""
        self._show_asking(is_asking=True)
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def stop_asking(self) -> None:
        """Go back to the button."""
        had_focus = self.no.hasFocus() or self.yes.hasFocus()
        self._show_asking(is_asking=False)
        if had_focus:
            (self.erase if self.erase.isEnabled() else self.view).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_yes_clicked(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._let_answer(is_asked=False)  # once, and what was begun is not stopped
        self.confirmed.emit()

    @Slot()
    def _on_chosen(self) -> None:
        self._erased = None
        self._is_known = False
        self._now = ()  # not known yet: nobody says yes to what went with the choice before
        self._retranslate()
        self.stop_asking()
        self.chosen.emit()

    def _let_answer(self, *, is_asked: bool) -> None:
        for button in (self.yes, self.no):
            button.setEnabled(is_asked)

    def _show_asking(self, *, is_asking: bool) -> None:
        for widget in (self._sure, self.yes, self.no):
            widget.setVisible(is_asking)
        self._let_answer(is_asked=is_asking)
        self.erase.setVisible(not is_asking)
        self.erase.setEnabled(bool(self._now))
        self._say_sure()
        self._say_why_not()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._group_label.setText(self.tr("&Of"))
        self.group.setAccessibleName(self.tr("Of which group"))
        self.group.setItemText(0, self.tr("all groups"))
        self._span_label.setText(self.tr("&When"))
        self.span.setAccessibleName(self.tr("When it goes"))
        for place, text in enumerate((self.tr("now"), self.tr("within a week"), self.tr("within 30 days"))):
            self.span.setItemText(place, text)
        self._intro.setText(self._by_itself())
        self.erase.setText(self.tr("Erase &now…"))
        self.yes.setText(self.tr("&Yes, erase it for good"))
        self.no.setText(self.tr("&No"))
        self._news.setVisible(self._erased is not None)
        if self._erased:
            said = self.tr("Erased for good: {what}. A backup was made just before.")
            self._news.setText(f"{said.format(what=', '.join(self._erased))} {self._gone_words()}".strip())
        elif self._erased is not None:
            self._news.setText(self.tr("There was nothing to erase."))
        self._say_sure()
        self._say_why_not()

    def _by_itself(self) -> str:
        if self._first_run is not None:
            begins = self.tr("From {day} on the program erases by itself, once a day, what was kept long enough.")
            nothing = self.tr("Until then nothing goes by itself.")
            return f"{begins.format(day=privacy_facts.day_words(self._first_run))} {nothing}"
        daily = self.tr("Once a day the program erases by itself what was kept long enough.")
        if self._last_run is None:
            return daily
        last = self.tr("The last time was on {day}.")
        return f"{daily} {last.format(day=privacy_facts.day_words(self._last_run))}"

    def _gone_words(self) -> str:
        gone = self._gone
        if gone is None:
            return ""
        if gone.found:
            return self.tr("A trace of it is still in the file. It goes when you close the program.")
        return self.tr("Looked for %Ln of the texts in the whole file: found 0 times.", "", gone.texts)

    def _say_sure(self) -> None:
        said = self.tr("This goes for good: {what}. You cannot undo it. Are you sure?")
        self._sure.setText(said.format(what=", ".join(self._now)))

    def _say_why_not(self) -> None:
        """Say why there is nothing to press, and from when there is."""
        self._why_not.setVisible(self._is_known and not self._now)
        if self._next is None:
            self._why_not.setText(self.tr("There is nothing to erase now."))
        else:
            later = self.tr(
                "There is nothing to erase now. From {day} on there is. What you take in stays for a week first."
            )
            self._why_not.setText(later.format(day=words.short_day(self._next)))

    def _lay_out(self) -> None:
        top, foot = FlowLayout(), FlowLayout()
        top.addWidget(beside(self._group_label, self.group))
        top.addWidget(beside(self._span_label, self.span))
        for button in (self.erase, self.yes, self.no):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(top)
        for label in (self._intro, self._news):
            column.addWidget(label)
        column.addWidget(self.view, 1)
        for label in (self._sure, self._why_not):
            column.addWidget(label)
        column.addLayout(foot)


def _offer(box: QComboBox, groups: Sequence[tuple[GroupId | None, str]], chosen: GroupId | None) -> None:
    """Offer these groups, and choose the first where the one that was chosen is gone.

    A list that stands there already stays: somebody may have it open.
    """
    offered = [(group_id, one_line(name, NAME_CHARACTERS)) for group_id, name in groups]
    if offered != [(box.itemData(place), box.itemText(place)) for place in range(box.count())]:
        with QSignalBlocker(box):
            box.clear()
            for group_id, name in offered:
                box.addItem(name, group_id)
    box.setCurrentIndex(max(0, box.findData(chosen)))


def _group_box() -> QComboBox:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    return box
