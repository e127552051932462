"""Which decisions the logbook shows: words, group, who, what, period. GUI thread only."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.decision import Verb
from console.domain.logbook import LogFilter
from ui import words
from ui.dialogs.parts import midnight
from ui.pages.message_filters import LONGEST_QUERY, PERIODS, SearchField, day_edit
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import one_line

if TYPE_CHECKING:
    from console.domain.group import Group


DAYS: Final = "days"  # a period that a person chooses himself


class LogFilterView(QWidget):
    """A search field and four lists to choose from.

    *Signals:*
        edited(): something else is wanted now; the words change at every letter.
        left(): the person goes from the search field to what was found.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(LONGEST_QUERY)
        self.group, self.actor, self.verb, self.period = (QComboBox() for _ in range(4))
        self.first_day, self.last_day = day_edit(), day_edit()
        self.with_undone = QCheckBox()
        self.with_undone.setChecked(True)
        self._now: datetime | None = None
        self._lay_out()
        for box in (self.actor, self.verb, self.period):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for box in (self.group, self.actor, self.verb, self.period):
            box.currentIndexChanged.connect(self.edited)
        for day in (self.first_day, self.last_day):
            day.dateChanged.connect(self.edited)
        self.period.currentIndexChanged.connect(self._on_period_chosen)
        self._on_period_chosen()
        self.with_undone.toggled.connect(self.edited)
        self.search.textChanged.connect(self.edited)
        self.search.left.connect(self.left)

    def value(self) -> LogFilter:
        """Return what is wanted now."""
        verb = self.verb.currentData()
        since, until = self._span()
        return LogFilter(
            group=self.group.currentData(),
            actor=self.actor.currentData(),
            verb=Verb(verb) if verb else None,  # Qt gives a StrEnum back as a bare str
            since=since,
            until=until,
            words=self.search.text(),
            include_undone=self.with_undone.isChecked(),
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether not everything is wanted."""
        return self.value() != LogFilter()

    def set_choices(self, groups: "Iterable[Group]", actors: Iterable[str], now: datetime) -> None:
        """Take the groups and the people to choose from, and what a period counts back from; choices stay."""
        if self._now is None:
            local = now.astimezone()
            today = QDate(local.year, local.month, local.day)
            self.blockSignals(True)
            self.first_day.setDate(today.addMonths(-1))
            self.last_day.setDate(today)
            self.blockSignals(False)
        self._now = now
        by_name = sorted(groups, key=_by_name)
        _fill(self.group, self.tr("All groups"), [(one_line(group.name, 60), group.id) for group in by_name])
        _fill(self.actor, self.tr("Everybody"), [(one_line(actor, 60), actor) for actor in actors])

    @Slot()
    def focus_search(self) -> None:
        """Go to the field, to type over what is there."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def reset(self) -> None:
        """Want everything."""
        self.blockSignals(True)
        self.search.clear()
        for box in (self.group, self.actor, self.verb, self.period):
            box.setCurrentIndex(0)
        self.with_undone.setChecked(True)
        self.blockSignals(False)
        self.edited.emit()

    def retranslate(self) -> None:
        """Put every text in the language on the screen; choices stay."""
        self.search.setPlaceholderText(self.tr("Search in the logbook ({key})").format(key=key_text(Command.SEARCH)))
        self.with_undone.setText(self.tr("A&lso what was undone"))
        for widget, name in (
            (self.search, self.tr("Search in the logbook")),
            (self.group, self.tr("Group")),
            (self.actor, self.tr("Who decided")),
            (self.verb, self.tr("What was decided")),
            (self.period, self.tr("Period")),
            (self.first_day, self.tr("First day")),
            (self.last_day, self.tr("Last day")),
        ):
            widget.setAccessibleName(name)
        for box, every in ((self.group, self.tr("All groups")), (self.actor, self.tr("Everybody"))):
            if box.count():
                box.setItemText(0, every)
            else:
                _fill(box, every, [])
        _fill(self.verb, self.tr("Everything"), [(words.word(verb), verb) for verb in Verb])
        periods = (
            (self.tr("The last week"), "week"),
            (self.tr("The last four weeks"), "weeks"),
            (self.tr("The last year"), "year"),
            (self.tr("From day to day"), DAYS),
        )
        _fill(self.period, self.tr("Any time"), periods)

    @Slot()
    def _on_period_chosen(self) -> None:
        for day in (self.first_day, self.last_day):
            day.setVisible(self.period.currentData() == DAYS)

    def _span(self) -> tuple[datetime | None, datetime | None]:
        """Return the first moment of the period, and the first one after it."""
        chosen = self.period.currentData()
        if chosen in PERIODS and self._now is not None:
            return self._now - PERIODS[chosen], None
        if chosen != DAYS:
            return None, None
        first, last = sorted((self.first_day.date(), self.last_day.date()), key=QDate.toJulianDay)
        return midnight(first), midnight(last.addDays(1))

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.search, 3)
        first.addWidget(self.group, 2)
        rest = QWidget()
        flow = FlowLayout(rest)
        flow.setContentsMargins(0, 0, 0, 0)
        for widget in (self.verb, self.actor, self.period, self.first_day, self.last_day, self.with_undone):
            flow.addWidget(widget)
        self.group.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.setMinimumContentsLength(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(first)
        column.addWidget(rest)


def _by_name(group: "Group") -> str:
    return group.name.casefold()


def _fill(box: QComboBox, every: str, choices: Iterable[tuple[str, int | str | StrEnum]]) -> None:
    """Give a box its choices anew, after the one for all; what was chosen stays chosen while it is there."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(every, None)
    for text, value in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen) if chosen is not None else 0))
    box.blockSignals(False)
