"""Until which day texts are kept longer for an evaluation, and why. GUI thread only."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QDate, QEvent, Signal
from PySide6.QtWidgets import QDateEdit, QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.text import PlainLabel

REASON_CHARACTERS: Final = 200
LONGEST: Final = timedelta(days=365)
USUAL: Final = timedelta(days=90)


class EvaluationFields(QWidget):
    """A day, within a year, and a reason; both are needed.

    *Signals:*
        edited(): the day or the reason is another one.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day_label, self._reason_label = PlainLabel(), PlainLabel()
        self.day, self.reason = QDateEdit(), QLineEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("dd-MM-yyyy")
        self.reason.setMaxLength(REASON_CHARACTERS)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for place, (label, field) in enumerate(((self._day_label, self.day), (self._reason_label, self.reason))):
            label.setBuddy(field)
            grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
        self.day.dateChanged.connect(self.edited)
        self.reason.textChanged.connect(self.edited)
        self._fit()
        self._retranslate()

    def show_today(self, today: date) -> None:
        """Offer days from tomorrow up to a year from now, and begin with three months."""
        self.day.setDateRange(_day(today + timedelta(days=1)), _day(today + LONGEST))
        self.day.setDate(_day(today + USUAL))
        self.reason.clear()

    @property
    def until(self) -> date:
        """The last day on which it is kept."""
        picked = self.day.date()
        return date(picked.year(), picked.month(), picked.day())

    @property
    def words(self) -> str:
        """The reason."""
        return " ".join(self.reason.text().split())

    @property
    def is_complete(self) -> bool:
        """Whether there is a reason."""
        return bool(self.words)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the letters."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        self.reason.setMinimumWidth(theme.em(self, 10))

    def _retranslate(self) -> None:
        self._day_label.setText(self.tr("The last day on wh&ich you keep it"))
        self._reason_label.setText(self.tr("For what ev&aluation"))
        self.day.setAccessibleName(self.tr("The last day on which the texts are kept"))
        self.reason.setAccessibleName(self.tr("For what evaluation"))
        self.reason.setPlaceholderText(self.tr("The report of this year, for the municipality"))


def _day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
