"""How many days a group, or all groups, keep what: shorter than usual, never longer. GUI thread only. Knows no desk."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.privacy import GroupTerms, Terms
from console.domain.retention import OlderKept
from ui import privacy_facts
from ui.widgets.all_groups import AllGroups, longest
from ui.widgets.evaluation_fields import EvaluationFields
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.number_box import NumberBox
from ui.widgets.text import PlainLabel, Shown, one_line

NAMES: Final = ("messages", "requests", "former_members", "decisions", "journal")  # of ``Terms``, as they are shown
REASON_CHARACTERS: Final = 300


class TermsForm(QWidget):
    """A number of days for each kind; nothing counts before ``kept``.

    *Signals:*
        kept(object): names of ``Terms`` with the days that are chosen, of those that changed.
        all_kept(object, object): the same for all groups, and the ids of those that are to keep something longer.
        older_kept(date, str): keep what is there now up to and with this day, for this reason.
        older_ended(): the history that is kept for an evaluation goes after all.
        settled(): nothing is edited any more, and the button with the focus is about to sleep.
    """

    kept = Signal(object)
    all_kept = Signal(object, object)
    older_kept = Signal(object, str)
    older_ended = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms: Terms | None = None
        self._usual: Terms | None = None
        self._older: OlderKept | None = None
        self._today = date.today()  # noqa: DTZ011  # until the page says what day it is
        self._is_asking = False  # until when and why it is kept longer
        self._is_of_all = False
        self._intro, self._notes = PlainLabel(wraps=True), PlainLabel(wraps=True, is_muted=True)
        self.days = {name: NumberBox() for name in NAMES}
        self._labels = {name: PlainLabel(wraps=True) for name in NAMES}
        self.all_groups = AllGroups()
        self.keep, self.reset = QPushButton(), QPushButton()
        self._older_words = PlainLabel(wraps=True)
        self.keep_older, self.end_older, self.keep_until = QPushButton(), QPushButton(), QPushButton()
        self.evaluation = EvaluationFields()
        self._lay_out()
        for box in self.days.values():
            box.valueChanged.connect(self._on_days_changed)
        self.all_groups.edited.connect(self._enable)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.reset.clicked.connect(self.put_back)
        self.end_older.clicked.connect(self.older_ended)
        self.keep_older.clicked.connect(self.ask_evaluation)
        self.keep_until.clicked.connect(self._on_keep_until_clicked)
        self.evaluation.edited.connect(self._enable)
        self._retranslate()

    def show_terms(self, terms: Terms, least: Mapping[str, int], usual: Terms, older: OlderKept | None) -> None:
        """Show the terms of a group, between which days they may be chosen, and what is kept longer."""
        self._is_of_all = False
        self._show(terms, least, usual, older)

    def show_all(self, groups: Sequence[GroupTerms], least: Mapping[str, int], usual: Terms) -> None:
        """Show the longest terms that any of these groups has, to choose the same for all of them."""
        self._is_of_all = True
        self.all_groups.show_groups(groups)
        self._show(longest(groups, NAMES, usual), least, usual, None)

    def _show(self, terms: Terms, least: Mapping[str, int], usual: Terms, older: OlderKept | None) -> None:
        self._terms, self._usual, self._older = terms, usual, older
        for name, box in self.days.items():
            box.setRange(least[name], getattr(usual, name))
        self._retranslate()
        self.put_back()

    def set_today(self, today: date) -> None:
        """Let an evaluation end within a year from this day."""
        self._today = today

    @Slot()
    def ask_evaluation(self) -> None:
        """Ask until when and why everything that is there now is kept longer."""
        self.evaluation.show_today(self._today)
        self._is_asking = True
        self._say_older()
        self.evaluation.day.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_keep_until_clicked(self) -> None:
        if self.evaluation.is_complete:
            self.older_kept.emit(self.evaluation.until, self.evaluation.words)

    @property
    def chosen(self) -> dict[str, int]:
        """What the form says other than what counts."""
        if self._terms is None:
            return {}
        return {name: box.value() for name, box in self.days.items() if box.value() != getattr(self._terms, name)}

    @property
    def is_edited(self) -> bool:
        """Whether it says something else than what counts."""
        return bool(self.chosen) or self._is_asking

    @Slot()
    def put_back(self) -> None:
        """Show again what counts."""
        self._is_asking = False
        if self._terms is not None:
            for name, box in self.days.items():
                box.setValue(getattr(self._terms, name))
        self._say_older()
        self._enable()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for place, (name, box) in enumerate(self.days.items()):
            self._labels[name].setBuddy(box)
            grid.addWidget(self._labels[name], place, 0)
            grid.addWidget(box, place, 1)
        buttons = FlowLayout()
        for button in (self.keep, self.reset):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._intro)
        column.addLayout(grid)
        column.addWidget(self._notes)
        column.addWidget(self.all_groups)
        column.addLayout(buttons)
        column.addWidget(self._older_words)
        longer = FlowLayout()
        for button in (self.keep_older, self.end_older):
            longer.addWidget(button)
        column.addLayout(longer)
        column.addWidget(self.evaluation)
        column.addWidget(self.keep_until, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _retranslate(self) -> None:
        shorter = self.tr("After so many days it goes by itself. You may choose fewer days, never more.")
        counted = self.tr("What was counted stays: how many messages, of what kind, when.")
        self._intro.setText(f"{shorter} {counted}")
        for name, text in (
            ("messages", self.tr("The text of &messages, and everything that repeats it")),
            ("requests", self.tr("A &request to join, after you decided")),
            ("former_members", self.tr("Who &left the group")),
            ("decisions", self.tr("What was &decided and why, and closed questions")),
            ("journal", self.tr("The logb&ook, without names and texts")),
        ):
            most = "" if self._usual is None else self.tr("at most {days}").format(days=getattr(self._usual, name))
            self._labels[name].setText(f"{text} ({most})" if most else text)
            self.days[name].setAccessibleName(self.tr("Days: {what}").format(what=text.replace("&", "")))
            self.days[name].say(self.tr(" day"), self.tr(" days"))
        note = self.tr("A note goes when it ends. A step of the ladder goes when it counts no more.")
        code = self.tr("The code by which a refusal is recognised goes after a year, a backup after 30 days.")
        self._notes.setText(f"{note} {code}")
        self.keep.setText(self.tr("&Keep"))
        self.reset.setText(self.tr("Put &back"))
        self.end_older.setText(self.tr("Do &not keep it any longer"))
        self.keep_until.setText(self.tr("Keep for this eval&uation"))
        self.end_older.setAccessibleName(self.tr("Do not keep the older messages any longer"))
        self._say_older()
        self._enable()

    def _say_older(self) -> None:
        older = self._older
        for widget in (self._older_words, self.end_older):
            widget.setVisible(older is not None)
        for part in (self.evaluation, self.keep_until):
            part.setVisible(self._is_asking)
        self.keep_older.setVisible(not self._is_asking and not self._is_of_all)
        self.all_groups.setVisible(self._is_of_all)
        other, first = self.tr("Another da&y or reason…"), self.tr("Keep it longer for an eval&uation…")
        self.keep_older.setText(first if older is None else other)
        if older is not None:
            kept = self.tr(
                "For an evaluation the messages from before {before} stay, up to and with {last}. Reason: {reason}"
            )
            values = {
                "before": privacy_facts.day_words(older.before),
                "last": privacy_facts.day_words(older.until - timedelta(hours=1)),
            }
            self._older_words.setText(Shown(kept.format(**values, reason=one_line(older.reason, REASON_CHARACTERS))))

    @Slot()
    def _on_days_changed(self) -> None:
        self.all_groups.show_days(self.chosen)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        if not self.is_edited and (self.keep.hasFocus() or self.reset.hasFocus()):
            self.settled.emit()
        self.reset.setEnabled(self.is_edited)
        self.keep.setEnabled(bool(self.chosen) and (not self._is_of_all or self.all_groups.count > 0))
        self.keep_until.setEnabled(self.evaluation.is_complete)

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self.chosen and self._is_of_all:
            self.all_kept.emit(self.chosen, self.all_groups.longer_ids)
        elif self.chosen:
            self.kept.emit(self.chosen)
