"""A note about a member: its words, in which group it is shown, and when it ends. GUI thread only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.group import GroupId
from ui import words
from ui.widgets.flow_layout import FlowLayout, beside
from ui.widgets.text import PlainLabel, one_line, visible

NOTE_CHARACTERS: Final = 2_000
NOTE_DAYS: Final = 90  # the desk's default
WHERE_CHARACTERS, UNTIL_CHARACTERS = 20, 11  # of a choice that are seen, in large letters too
DAYS: Final = (7, 30, NOTE_DAYS, 180, 365)


@dataclass(frozen=True, slots=True)
class NoteWish:
    """A note as somebody wants it: shown in one group, or in all (None)."""

    text: str
    group_id: GroupId | None
    days: int


class NoteForm(QWidget):
    """Three fields; Enter keeps the note, Esc does not. A note is shown in one group unless somebody says otherwise.

    *Signals:*
        written(NoteWish): a note with words.
    """

    written = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date(2000, 1, 1)
        self._groups: tuple[tuple[GroupId, str], ...] = ()
        self._label, self._where_label, self._until_label = PlainLabel(), PlainLabel(), PlainLabel()
        self.field = QLineEdit()
        self.field.setMaxLength(NOTE_CHARACTERS)
        self.where, self.until = QComboBox(), QComboBox()
        self._keep = QPushButton()
        self._hint = PlainLabel(wraps=True, is_muted=True)
        row = QHBoxLayout()
        row.addWidget(self._label)
        row.addWidget(self.field, 1)
        choices = FlowLayout()
        choices.addWidget(beside(self._where_label, self.where))
        choices.addWidget(beside(self._until_label, self.until))
        choices.addWidget(self._keep)
        for choice, characters in ((self.where, WHERE_CHARACTERS), (self.until, UNTIL_CHARACTERS)):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(characters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addLayout(choices)
        column.addWidget(self._hint)
        self.field.returnPressed.connect(self._on_keep_clicked)
        self._keep.clicked.connect(self._on_keep_clicked)
        self._retranslate()

    def ask(self, groups: Sequence[tuple[GroupId, str]], today: date) -> None:
        """Open the empty form; ``groups`` are those of which one may be chosen, the usual one first."""
        self._groups, self._today = tuple(groups), today
        self.field.clear()
        self._fill(where=0, until=DAYS.index(NOTE_DAYS))
        self.show()
        self.field.setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Note:"))
        self.field.setAccessibleName(self.tr("Note"))
        self._where_label.setText(self.tr("Show it"))
        self.where.setAccessibleName(self.tr("Where the note is shown"))
        self._until_label.setText(self.tr("until"))
        self.until.setAccessibleName(self.tr("When the note ends"))
        self._keep.setText(self.tr("&Keep"))
        self._hint.setText(self.tr("Only you and the other administrators see it. Enter keeps it, Esc does not."))
        self._fill(self.where.currentIndex(), self.until.currentIndex())

    def _fill(self, where: int, until: int) -> None:
        """Write the choices anew, the same ones chosen."""
        self.where.clear()
        for group_id, name in self._groups:
            self.where.addItem(visible(self.tr("in {group} only").format(group=one_line(name, 60))), group_id)
        self.where.addItem(self.tr("in all my groups"), None)
        self.until.clear()
        for days in DAYS:
            self.until.addItem(words.short_day(self._today + timedelta(days=days)), days)
        self.where.setCurrentIndex(max(where, 0))
        self.until.setCurrentIndex(max(until, 0))

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self.field.text().strip():
            self.written.emit(NoteWish(self.field.text(), self.where.currentData(), self.until.currentData()))
