"""Of which period and of which groups the figures are. GUI thread only."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from console.domain.group import GroupId
from ui.pages.message_filters import day_edit
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import PlainLabel, one_line

WEEKS, QUARTER, YEAR, THIS_YEAR, LAST_YEAR, DAYS = "weeks", "quarter", "year", "this_year", "last_year", "days"
PERIODS: Final = (WEEKS, QUARTER, YEAR, THIS_YEAR, LAST_YEAR, DAYS)
BACK: Final = {WEEKS: timedelta(days=27), QUARTER: timedelta(days=90), YEAR: timedelta(days=364)}
GROUP_CHARACTERS: Final = 60


class FiguresChoice(QWidget):
    """A period, or two days of one's own; and one group, or all.

    *Signals:*
        edited(): something else is wanted now.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today: date | None = None
        self.period, self.group = QComboBox(), QComboBox()
        self.first_day, self.last_day = day_edit(), day_edit()
        self._until = PlainLabel()
        for key in PERIODS:
            self.period.addItem("", key)
        self.period.setCurrentIndex(PERIODS.index(QUARTER))
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.setMinimumContentsLength(16)
        flow = FlowLayout(self)
        flow.setContentsMargins(0, 0, 0, 0)
        for widget in (self.period, self.first_day, self._until, self.last_day, self.group):
            flow.addWidget(widget)
        self.retranslate()
        self._show_days()
        self.period.activated.connect(self._on_period_activated)
        self.group.activated.connect(self.edited)
        for day in (self.first_day, self.last_day):
            day.dateChanged.connect(self.edited)

    def set_choices(self, groups: Sequence[tuple[GroupId, str]], today: date) -> None:
        """Take the groups to choose from, and the day that a period counts back from; what was chosen stays."""
        chosen = self.group.currentData()
        self.group.clear()
        self.group.addItem(self.tr("All groups"), None)
        for group_id, name in groups:
            self.group.addItem(one_line(name, GROUP_CHARACTERS), group_id)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen) if chosen is not None else 0))
        self.group.setVisible(len(groups) > 1)
        if self._today is None:
            self._today = today
            self._put_days(*self.span)
        self._today = today

    @property
    def group_ids(self) -> tuple[GroupId, ...] | None:
        """The groups that are wanted; None: all."""
        chosen = self.group.currentData()
        return None if chosen is None else (GroupId(chosen),)

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day of the period."""
        today, chosen = self._today or date(2000, 1, 1), self.period.currentData()
        if chosen in BACK:
            return today - BACK[chosen], today
        if chosen == THIS_YEAR:
            return today.replace(month=1, day=1), today
        if chosen == LAST_YEAR:
            return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
        first, last = sorted(_day(field.date()) for field in (self.first_day, self.last_day))
        return first, last

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self.period.setAccessibleName(self.tr("Period"))
        self.group.setAccessibleName(self.tr("Groups"))
        self.first_day.setAccessibleName(self.tr("First day"))
        self.last_day.setAccessibleName(self.tr("Last day"))
        self._until.setText(self.tr("up to"))
        for place, text in enumerate(
            (
                self.tr("The last four weeks"),
                self.tr("The last three months"),
                self.tr("The last twelve months"),
                self.tr("This year"),
                self.tr("Last year"),
                self.tr("From day to day"),
            )
        ):
            self.period.setItemText(place, text)
        if self.group.count():
            self.group.setItemText(0, self.tr("All groups"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _put_days(self, first: date, last: date) -> None:
        for field, day in ((self.first_day, first), (self.last_day, last)):
            with QSignalBlocker(field):
                field.setDate(QDate(day.year, day.month, day.day))

    def _show_days(self) -> None:
        for widget in (self.first_day, self._until, self.last_day):
            widget.setVisible(self.period.currentData() == DAYS)

    @Slot()
    def _on_period_activated(self) -> None:
        if self.period.currentData() != DAYS:
            self._put_days(*self.span)  # where days of one's own begin
        self._show_days()
        self.edited.emit()


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
