"""A day in the past that may not be known: a tick, and the day. GUI thread only."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QWidget


class DayField(QWidget):
    """Without its tick there is no day.

    *Signals:*
        edited(): the tick or the day is another one.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_known, self.picker = QCheckBox(), QDateEdit()
        self.picker.setCalendarPopup(True)
        self.picker.setDisplayFormat("dd-MM-yyyy")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.is_known)
        row.addWidget(self.picker)
        row.addStretch()
        self.setFocusProxy(self.is_known)
        self.is_known.toggled.connect(self.picker.setEnabled)
        self.is_known.toggled.connect(self.edited)
        self.picker.dateChanged.connect(self.edited)

    def set_words(self, text: str, name: str) -> None:
        """Say what the tick means, and how the day is called."""
        self.is_known.setText(text)
        self.picker.setAccessibleName(name)

    def show_day(self, day: date | None, today: date) -> None:
        """Show a day, or none; only days up to today may be picked."""
        shown = day or today
        self.picker.setMaximumDate(QDate(today.year, today.month, today.day))
        self.picker.setDate(QDate(shown.year, shown.month, shown.day))
        self.is_known.setChecked(day is not None)
        self.picker.setEnabled(day is not None)

    @property
    def day(self) -> date | None:
        """The day, None when it is not known."""
        picked = self.picker.date()
        return date(picked.year(), picked.month(), picked.day()) if self.is_known.isChecked() else None
