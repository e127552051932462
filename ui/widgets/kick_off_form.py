"""The first meeting of a group: its day, its place, and what is done there, an item on each line. GUI thread only."""

from datetime import UTC, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDateTime, QEvent, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QDateTimeEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel
from ui.widgets.writing_direction import write_from

DAY_EM: Final = 16  # "25 september 2026 om 19:30", with its arrow
USUAL_HOUR: Final = 19  # a first meeting is in the evening


class KickOffForm(QWidget):
    """What is typed is shown at once, and kept when the person says so.

    *Signals:*
        mended(): the day, the place or an item is another one.
        kept(): keep it.
        proposal_wanted(): the agenda as it is proposed.
    """

    mended = Signal()
    kept = Signal()
    proposal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_day, self.day, self.place = QCheckBox(), QDateTimeEdit(), QLineEdit()
        self.day.setCalendarPopup(True)
        self.agenda = QPlainTextEdit()
        self.agenda.setTabChangesFocus(True)
        self.up, self.down = KeyButton(), KeyButton()
        self.proposal, self.keep = QPushButton(), QPushButton()
        self._place_label, self._agenda_label = PlainLabel(), PlainLabel()
        self._hint = PlainLabel(wraps=True, is_muted=True)
        self.passed, self._now = PlainLabel(wraps=True), datetime.now(UTC)
        self.passed.hide()
        self._zone = ZoneInfo("Europe/Amsterdam")
        self._lay_out()
        self._retranslate()
        self.has_day.toggled.connect(self._on_edited)
        self.day.dateTimeChanged.connect(self._on_edited)
        self.place.textChanged.connect(self._on_edited)
        self.agenda.textChanged.connect(self._on_edited)
        self.up.clicked.connect(self.move_up)
        self.down.clicked.connect(self.move_down)
        self.proposal.clicked.connect(self.proposal_wanted)
        self.keep.clicked.connect(self.kept)

    # --- what the leaf calls ------------------------------------------------------------------------------------------

    @property
    def at(self) -> datetime | None:
        """The day and time, in the time of the group; None where they are not known."""
        if not self.has_day.isChecked():
            return None
        day, clock = self.day.date(), self.day.time()
        return datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=self._zone)

    @property
    def items(self) -> tuple[str, ...]:
        """The items that have words."""
        return tuple(line.strip() for line in self.agenda.toPlainText().splitlines() if line.strip())

    def show_meeting(
        self, at: datetime | None, place: str, items: tuple[str, ...], *, now: datetime, zone: str, direction: str
    ) -> None:
        """Show a meeting; without a day, the evening of ``now`` is ready to be chosen. Both moments are aware."""
        self._zone, self._now = ZoneInfo(zone), now
        shown = (at or datetime.combine(now.astimezone(self._zone).date(), time(USUAL_HOUR), self._zone)).astimezone(
            self._zone
        )
        for field in (self.has_day, self.day, self.place, self.agenda):
            field.blockSignals(True)  # one change for all of them, at the end
        self.has_day.setChecked(at is not None)
        self.day.setDateTime(QDateTime(shown.year, shown.month, shown.day, shown.hour, shown.minute, 0))
        self.place.setText(place)
        write_from(self.agenda, is_rtl=direction == "rtl")
        self.agenda.setPlainText("\n".join(items))
        for field in (self.has_day, self.day, self.place, self.agenda):
            field.blockSignals(False)
        self._on_edited()

    def show_kept(self, *, is_kept: bool) -> None:
        """Offer to keep it, unless it is kept already."""
        self.keep.setEnabled(not is_kept)

    @Slot()
    def move_up(self) -> None:
        """Let the item with the cursor change places with the one above it."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Let the item with the cursor change places with the one below it."""
        self._move(1)

    def _move(self, by: int) -> None:
        lines = self.agenda.toPlainText().split("\n")
        cursor = self.agenda.textCursor()
        here, column = cursor.blockNumber(), cursor.positionInBlock()
        there = here + by
        if not 0 <= there < len(lines):
            return
        lines[here], lines[there] = lines[there], lines[here]
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText("\n".join(lines))  # and not setPlainText: the field can undo it
        cursor.setPosition(self.agenda.document().findBlockByNumber(there).position() + column)
        self.agenda.setTextCursor(cursor)

    # --- texts and places ---------------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language, keys and letters."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "day"):
            self.day.setMinimumWidth(theme.em(self, DAY_EM))

    def _retranslate(self) -> None:
        self.has_day.setText(self.tr("The meeting is on"))
        self.day.setAccessibleName(self.tr("Day and time of the meeting"))
        self.day.setDisplayFormat(self.tr("d MMMM yyyy 'at' HH:mm"))
        self.passed.setText(self.tr("This moment has passed. Is the day right?"))
        self._place_label.setText(self.tr("Where"))
        self.place.setAccessibleName(self.tr("Where the meeting is"))
        self._agenda_label.setText(self.tr("What you do there"))
        self.agenda.setAccessibleName(self.tr("What you do there, an item on each line"))
        self._hint.setText(self.tr("An item on each line. Say how long each takes; one hour and a half is enough."))
        for button, text, command in (
            (self.up, self.tr("Item up"), Command.MOVE_UP),
            (self.down, self.tr("Item down"), Command.MOVE_DOWN),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        self.proposal.setText(self.tr("Agenda as &proposed"))
        self.keep.setText(self.tr("&Keep it"))

    def _lay_out(self) -> None:
        self.day.setMinimumWidth(theme.em(self, DAY_EM))
        when = FlowLayout()
        for widget in (self.has_day, self.day):
            when.addWidget(widget)
        where = QHBoxLayout()
        where.addWidget(self._place_label)
        where.addWidget(self.place, 1)
        self._place_label.setBuddy(self.place)
        self._agenda_label.setBuddy(self.agenda)
        buttons = FlowLayout()
        for button in (self.keep, self.up, self.down, self.proposal):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(when)
        column.addWidget(self.passed)
        column.addLayout(where)
        column.addWidget(self._agenda_label)
        column.addWidget(self.agenda, 1)
        column.addWidget(self._hint)
        column.addLayout(buttons)

    @Slot()
    def _on_edited(self) -> None:
        self.day.setEnabled(self.has_day.isChecked())
        self.passed.setVisible(self.at is not None and self.at < self._now)
        self.mended.emit()
