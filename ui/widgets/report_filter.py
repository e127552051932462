"""Which reports the table shows. GUI thread only."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.filters import Wish
from console.domain.judgement import Call112
from console.domain.report import Nature, Result
from console.domain.report_view import ReportFilter
from ui import words
from ui.dialogs.parts import DEFAULT_ZONE
from ui.pages.message_filters import LONGEST_QUERY, PERIODS, SearchField
from ui.shortcuts import Command, key_text
from ui.widgets.chips import ChipState, ThreeStateChip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.text import one_line

if TYPE_CHECKING:
    from console.domain.group import Group

BOX_CHARACTERS: Final = 10


class ReportFilterView(QWidget):
    """A field for words, and a box for each thing that reports differ in.

    *Signals:*
        edited(): other reports are wanted now; the words change at every letter.
        left(): the person goes from the search field to what was found.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(LONGEST_QUERY)
        self.group, self.period, self.nature, self.called, self.result = self._boxes = tuple(
            QComboBox() for _ in range(5)
        )
        self.too_long, self.has_line = self._chips = (ThreeStateChip(), ThreeStateChip())
        self.clear = QPushButton()
        self._groups: tuple[tuple[str, int], ...] = ()
        self._now = datetime.now(ZoneInfo(DEFAULT_ZONE))
        self._lay_out()
        self.search.textChanged.connect(self._on_edited)
        self.search.left.connect(self.left)
        for box in self._boxes:
            box.currentIndexChanged.connect(self._on_edited)
        for chip in self._chips:
            chip.state_changed.connect(self._on_edited)
        self.clear.clicked.connect(self.reset)
        self.retranslate()

    def value(self) -> ReportFilter:
        """Return which reports are wanted."""
        period, group = self.period.currentData(), self.group.currentData()
        nature, called, result = (box.currentData() for box in (self.nature, self.called, self.result))
        return ReportFilter(
            groups=frozenset() if group is None else frozenset({group}),
            nature=Nature(nature) if nature else None,  # Qt gives a StrEnum back as a bare str
            from_at=self._now - PERIODS[period] if period else None,
            called=Call112(called) if called else None,
            result=Result(result) if result else None,
            too_long=Wish[self.too_long.state.name],
            has_line=Wish[self.has_line.state.name],
            query=self.search.text(),
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether not every report is wanted."""
        is_chosen = any(box.currentData() is not None for box in self._boxes)
        return is_chosen or bool(self.search.text().strip()) or any(map(_is_at_work, self._chips))

    def set_groups(self, groups: "Sequence[Group]") -> None:
        """Offer these groups; the same one stays chosen."""
        self._groups = tuple(sorted((one_line(group.name), int(group.id)) for group in groups))
        self._fill()

    def set_now(self, now: datetime) -> None:
        """Say what "the last week" counts back from (aware); in the demo that is not today."""
        self._now = now

    @Slot()
    def focus_search(self) -> None:
        """Go to the field, to type over what is there."""
        self.search.setFocus()
        self.search.selectAll()

    @Slot()
    def reset(self) -> None:
        """Want every report."""
        self.blockSignals(True)
        self.search.clear()
        for box in self._boxes:
            box.setCurrentIndex(0)
        for chip in self._chips:
            chip.set_state(ChipState.IGNORE)
        self.blockSignals(False)
        self._on_edited()

    def retranslate(self) -> None:
        """Put every text in the language on the screen; choices stay."""
        self.search.setPlaceholderText(self.tr("Words in a report ({key})").format(key=key_text(Command.SEARCH)))
        self.search.setAccessibleName(self.tr("Search in reports"))
        for box, name in (
            (self.group, self.tr("Group")),
            (self.period, self.tr("Period")),
            (self.nature, self.tr("What it is about")),
            (self.called, self.tr("Whether 112 was called")),
            (self.result, self.tr("Result")),
        ):
            box.setAccessibleName(name)
        self.too_long.set_words(self.tr("Long talk"), self.tr("✓ Long talk"), self.tr("✗ No long talk"))
        self.has_line.set_words(self.tr("Question"), self.tr("✓ With a question"), self.tr("✗ Without a question"))
        self.clear.setText(self.tr("Clear filters"))
        self._fill()
        self._on_shown()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        periods = (
            (self.tr("The last week"), "week"),
            (self.tr("The last four weeks"), "weeks"),
            (self.tr("The last year"), "year"),
        )
        _offer(self.group, self.tr("All groups"), self._groups)
        _offer(self.period, self.tr("Any time"), periods)
        _offer(self.nature, self.tr("About anything"), [(words.word(nature), nature) for nature in Nature])
        _offer(self.called, self.tr("112 or not"), [(words.word(state), state) for state in Call112])
        _offer(self.result, self.tr("Any result"), [(self._result(result), result) for result in Result])

    def _result(self, result: Result) -> str:
        return self.tr("Result not known") if result is Result.UNKNOWN else words.word(result)

    def _lay_out(self) -> None:
        boxes = FlowLayout()
        for box in self._boxes:
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumContentsLength(BOX_CHARACTERS)
        for widget in (*self._boxes, *self._chips, self.clear):
            boxes.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addLayout(boxes)

    @Slot()
    def _on_edited(self) -> None:
        self._on_shown()
        self.edited.emit()

    def _on_shown(self) -> None:
        self.clear.setVisible(self.is_narrowed)


def _is_at_work(chip: ThreeStateChip) -> bool:
    return chip.state is not ChipState.IGNORE


def _offer(box: QComboBox, everything: str, choices: Sequence[tuple[str, Any]]) -> None:
    """Offer these besides all; the same one stays chosen."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, None)
    for name, value in choices:
        box.addItem(name, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    box.blockSignals(False)
