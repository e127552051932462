"""The question until when something is out of sight. GUI thread only."""

from datetime import date, datetime, time, timedelta, tzinfo

from PySide6.QtCore import QDate, QEvent, Signal, Slot
from PySide6.QtWidgets import QDateEdit, QPushButton, QWidget
from typing_extensions import override

from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import PlainLabel


class LaterView(QWidget):
    """Tomorrow, in a week, or a day of choice.

    *Signals:*
        chosen(object): the start of that day, aware.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date(2000, 1, 1)
        self._zone: tzinfo | None = None
        self._label = PlainLabel()
        self._tomorrow, self._week, self._take = QPushButton(), QPushButton(), QPushButton()
        self._day = QDateEdit()
        self._day.setCalendarPopup(True)
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._label, self._tomorrow, self._week, self._day, self._take):
            row.addWidget(widget)
        self._tomorrow.clicked.connect(self._on_tomorrow_clicked)
        self._week.clicked.connect(self._on_week_clicked)
        self._take.clicked.connect(self._on_take_clicked)
        self._retranslate()

    def ask(self, today: date, zone: tzinfo) -> None:
        """Open the question, with the focus on the first answer."""
        self._today, self._zone = today, zone
        first = today + timedelta(days=1)
        self._day.setMinimumDate(QDate(first.year, first.month, first.day))
        proposed = today + timedelta(days=14)
        self._day.setDate(QDate(proposed.year, proposed.month, proposed.day))
        self._day.setDisplayFormat("d MMM yyyy")
        self._retranslate()
        self.show()
        self._tomorrow.setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Show it again:"))
        self._tomorrow.setText(self.tr("&Tomorrow"))
        self._week.setText(self.tr("In a &week"))
        self._take.setText(self.tr("On this &day"))
        self._day.setAccessibleName(self.tr("Day on which it comes back"))

    @Slot()
    def _on_tomorrow_clicked(self) -> None:
        self._choose(self._today + timedelta(days=1))

    @Slot()
    def _on_week_clicked(self) -> None:
        self._choose(self._today + timedelta(days=7))

    @Slot()
    def _on_take_clicked(self) -> None:
        chosen = self._day.date()
        self._choose(date(chosen.year(), chosen.month(), chosen.day()))

    def _choose(self, day: date) -> None:
        self.chosen.emit(datetime.combine(day, time(), self._zone))
