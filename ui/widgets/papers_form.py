"""Which paper about whom, and how it reads; what a person must fill in stands out. GUI thread only."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QDateTime, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.group import GroupId
from console.domain.privacy import Paper
from ui import theme
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel, one_line, visible

MESSAGE: Final = "message"  # beside the papers: the notice as a message for the group
KINDS: Final = (*(paper.value for paper in Paper), MESSAGE)
NAME_CHARACTERS: Final = 60

_READ: Final = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_WRITE: Final = Qt.TextInteractionFlag.TextEditorInteraction


class _Marks(QSyntaxHighlighter):
    """Marks headings, and what a person must fill in: on a ground of its own, but never by colour alone."""

    @override
    def highlightBlock(self, text: str) -> None:
        from console.desk.privacy_papers.making import open_places

        if self._is_heading():
            heading = QTextCharFormat()
            heading.setFontWeight(QFont.Weight.Bold)
            self.setFormat(0, _units(text), heading)
        marked = QTextCharFormat()
        marked.setBackground(theme.color("mark_ground"))
        marked.setForeground(theme.color("mark"))
        marked.setFontWeight(QFont.Weight.Bold)
        marked.setFontUnderline(True)
        for start, end in open_places(text):
            self.setFormat(_units(text[:start]), _units(text[start:end]), marked)

    def _is_heading(self) -> bool:
        """Whether two empty lines stand before it."""
        last = self.currentBlock().previous()
        return last.isValid() and not last.text() and last.previous().isValid() and not last.previous().text()


class PapersForm(QWidget):
    """What is chosen is shown at once; a message may be finished here, a paper is finished on paper.

    *Signals:*
        chosen(): another paper, group or moment.
        copied(), saved(): the button of that name.
    """

    chosen = Signal()
    copied = Signal()
    saved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[tuple[int, str], ...] = ()
        self._shown = ""
        self._intro, self.about = PlainLabel(wraps=True, is_muted=True), PlainLabel(wraps=True)
        self._kind_label, self._group_label = PlainLabel(), PlainLabel()
        self.kind, self.group = QComboBox(), QComboBox()
        self.is_noticed, self.noticed = QCheckBox(), QDateTimeEdit()
        self.deadline = PlainLabel(wraps=True, is_bold=True)
        self.text = QPlainTextEdit()
        self.to_fill_in = PlainLabel(wraps=True, is_muted=True)
        self.copy, self.save = KeyButton(), KeyButton()
        self._marks = _Marks(self.text.document())
        for kind in KINDS:
            self.kind.addItem("", kind)
        self._lay_out()
        self._connect()
        self.retranslate()

    # --- what the leaf asks and shows ---------------------------------------------------------------------------------

    @property
    def paper(self) -> Paper | None:
        """The paper that is chosen; None for the message."""
        chosen = self.kind.currentData()
        return None if chosen == MESSAGE else Paper(chosen)

    @property
    def group_id(self) -> GroupId | None:
        """About which group; None for all of them together."""
        chosen = self.group.currentData()
        return None if chosen is None else GroupId(chosen)

    @property
    def noticed_at(self) -> datetime | None:
        """When the breach was noticed (aware), where that was filled in and the paper is about one."""
        if self.paper is not Paper.BREACH or not self.is_noticed.isChecked():
            return None
        return datetime.fromtimestamp(self.noticed.dateTime().toSecsSinceEpoch()).astimezone()

    def offer(self, groups: Sequence[tuple[int, str]]) -> None:
        """Offer these groups; the one that was chosen stays so where it is still there."""
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            self._fill_groups()

    def show_clock(self, now: datetime) -> None:
        """Let no moment after this one be chosen (aware)."""
        self.noticed.blockSignals(True)
        self.noticed.setMaximumDateTime(QDateTime.fromSecsSinceEpoch(round(now.timestamp())))
        if not self.is_noticed.isChecked():
            self.noticed.setDateTime(self.noticed.maximumDateTime())
        self.noticed.blockSignals(False)

    def show_text(self, text: str, deadline: str = "") -> None:
        """Show the paper, and until when a breach may be reported in a sentence.

        The same text again changes nothing: what somebody filled in stays.
        """
        self.deadline.setText(deadline)
        self.deadline.setVisible(bool(deadline))
        if text != self._shown:
            self._shown = text
            place = self.text.verticalScrollBar().value()
            self.text.setPlainText(visible(text))
            self.text.verticalScrollBar().setValue(place)
        self.text.setTextInteractionFlags(_READ if self.paper is not None else _WRITE)
        self._count()

    # --- layout and words ---------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._intro.setText(
            self.tr(
                "Whoever keeps data about neighbours must be able to show on paper what he does with them. These "
                "papers are filled in with what this program does for your groups, in Dutch."
            )
        )
        self._kind_label.setText(self.tr("Paper"))
        self._group_label.setText(self.tr("About"))
        self.kind.setAccessibleName(self.tr("Paper"))
        self.group.setAccessibleName(self.tr("About which group"))
        self.is_noticed.setText(self.tr("Noticed on"))
        self.is_noticed.setAccessibleName(self.tr("It is known when it was noticed"))
        self.noticed.setAccessibleName(self.tr("When it was noticed"))
        self.text.setAccessibleName(self.tr("The text of the paper"))
        names = {
            Paper.REGISTER: self.tr("Register of processing"),
            Paper.NOTICE: self.tr("Sheet for the members"),
            MESSAGE: self.tr("Message for the group"),
            Paper.DPIA: self.tr("Assessment of the consequences (DPIA)"),
            Paper.BREACH: self.tr("Form for a data breach"),
        }
        for place, kind in enumerate(KINDS):
            self.kind.setItemText(place, names[kind])
        self.copy.setText(self.tr("&Copy"))
        self.save.setText(self.tr("Save to &print…"))
        self.copy.set_key(key_text(Command.COPY))
        self.save.set_key(key_text(Command.EXPORT))
        self._fill_groups()
        self._show_kind()
        self._count()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language, keys and colours."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ThemeChange:
            self._marks.rehighlight()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(_READ)
        self.noticed.setDisplayFormat("dd-MM-yyyy HH:mm")
        self.noticed.setCalendarPopup(True)
        self.noticed.setEnabled(False)
        self.deadline.hide()
        choice = QGridLayout()
        choice.setColumnStretch(1, 1)
        choice.setHorizontalSpacing(theme.em(self, 1))
        for row, (label, field) in enumerate(
            ((self._kind_label, self.kind), (self._group_label, self.group), (self.is_noticed, self.noticed))
        ):
            choice.addWidget(label, row, 0)
            choice.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)
        for label, field in ((self._kind_label, self.kind), (self._group_label, self.group)):
            label.setBuddy(field)
        buttons = FlowLayout()
        for button in (self.save, self.copy):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self._intro)
        column.addLayout(choice)
        column.addWidget(self.about)
        column.addWidget(self.deadline)
        column.addWidget(self.text, 1)
        column.addWidget(self.to_fill_in)
        column.addLayout(buttons)
        self.setFocusProxy(self.kind)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.group.currentIndexChanged.connect(self.chosen)
        self.is_noticed.toggled.connect(self.noticed.setEnabled)
        self.is_noticed.toggled.connect(self.chosen)
        self.noticed.dateTimeChanged.connect(self.chosen)
        self.text.textChanged.connect(self._count)
        self.copy.clicked.connect(self.copied)
        self.save.clicked.connect(self.saved)

    def _fill_groups(self) -> None:
        chosen = self.group.currentData()
        self.group.blockSignals(True)
        self.group.clear()
        if self.paper is not None:  # a message goes to one group
            self.group.addItem(self.tr("all groups together"), None)
        for group_id, name in self._groups:
            self.group.addItem(one_line(name, NAME_CHARACTERS), group_id)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.blockSignals(False)

    def _show_kind(self) -> None:
        """Say what the chosen paper is for, and ask only what it needs."""
        said = {
            Paper.REGISTER: self.tr("For yourself and for who checks: what you keep, why, for how long, who gets it."),
            Paper.NOTICE: self.tr("For everybody in the group: what is kept of them, and what they may ask."),
            MESSAGE: self.tr("The same in short, to post in the group. Fill it in here first."),
            Paper.DPIA: self.tr("For groups of a municipality, and groups that work together with one."),
            Paper.BREACH: self.tr("For when data were stolen, lost or sent to the wrong person. Do not wait with it."),
        }
        self.about.setText(said[self.kind.currentData()])
        is_breach = self.paper is Paper.BREACH
        for widget in (self.is_noticed, self.noticed):
            widget.setVisible(is_breach)
        self.save.setVisible(self.paper is not None)

    @Slot()
    def _on_kind_changed(self) -> None:
        self._fill_groups()
        self._show_kind()
        self.chosen.emit()

    @Slot()
    def _count(self) -> None:
        """Say how much is left to fill in."""
        from console.desk.privacy_papers.making import open_places

        count = len(open_places(self.text.toPlainText()))
        said = self.tr("%Ln place(s) between [brackets] are yours to fill in, by pen or in the text file.", "", count)
        self.to_fill_in.setText(said if count else "")
        self.to_fill_in.setVisible(bool(count))


def _units(text: str) -> int:
    """Return how long Qt thinks a text is."""
    return len(text) + sum(sign > "\uffff" for sign in text)
