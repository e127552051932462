"""Which column of a sheet is which, with the first rows as they are understood. GUI thread only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget
from typing_extensions import override

from ui import theme, words
from ui.widgets.text import PlainLabel, isolated, one_line

if TYPE_CHECKING:
    from console.desk.sheets import Field, Line, Sheet

MOST_SAMPLES: Final = 4
CHOICE_CHARACTERS: Final = 12
SAMPLE_EM: Final = 7  # narrower tells nothing of a name
CHARACTERS: Final = 60


@dataclass(frozen=True, slots=True)
class _Row:
    title: PlainLabel
    choice: QComboBox
    samples: tuple[PlainLabel, ...]


class SheetColumns(QWidget):
    """A line for each thing that a sheet may tell: its name, a box with the columns, and what the first rows say.

    *Signals:*
        changed(): another column was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[str, QComboBox] = {}
        self._rows: dict[str, _Row] = {}
        self._heads: tuple[PlainLabel, ...] = ()
        self._samples = MOST_SAMPLES
        self._sheet: Sheet | None = None
        self._fields: tuple[Field, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._language = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)

    def show_sheet(
        self, sheet: "Sheet", fields: "tuple[Field, ...]", columns: Mapping[str, int], language: str
    ) -> None:
        """Show a sheet with the columns that were guessed, or chosen before."""
        self._sheet, self._fields, self._language, self._lines = sheet, fields, language, ()
        self._clear()
        names = (self.tr("What"), self.tr("Column in your list"), *([""] * MOST_SAMPLES))
        self._heads = tuple(PlainLabel(name, is_muted=True, elides=place > 1) for place, name in enumerate(names))
        for place, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, place)
        for line, field in enumerate(fields, start=1):
            self._add(line, field, sheet, columns.get(field.name, -1))
        self._fit()

    def columns(self) -> dict[str, int]:
        """Return the column of each field that has one."""
        chosen = {name: choice.currentIndex() - 1 for name, choice in self.choices.items()}
        return {name: column for name, column in chosen.items() if column >= 0}

    def missing(self) -> tuple[str, ...]:
        """Return the names of what must be in the list and has no column yet."""
        columns = self.columns()
        needed = (field for field in self._fields if field.is_required and field.name not in columns)
        return tuple(field.title(self._language) for field in needed)

    def show_lines(self, lines: "tuple[Line, ...]") -> None:
        """Show the first rows as they were understood."""
        self._lines = lines
        for place, head in enumerate(self._heads[2:]):
            told = self.tr("Row {number}").format(number=lines[place].number) if place < len(lines) else ""
            head.setText(told)
        columns = self.columns()
        for name, row in self._rows.items():
            for place, label in enumerate(row.samples):
                is_wrong = place < len(lines) and name in lines[place].wrong
                label.setText(self._told(place, name, columns.get(name)) if place < len(lines) else "")
                label.setPalette(_colored("trouble" if is_wrong else "text"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many rows as there is room for."""
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ThemeChange:
            self.show_lines(self._lines)

    def _add(self, line: int, field: "Field", sheet: "Sheet", column: int) -> None:
        name = field.title(self._language)
        title = PlainLabel(self.tr("{field} (needed)").format(field=name) if field.is_required else name)
        choice = QComboBox()
        choice.addItem(self.tr("not in the list"))
        choice.addItems([one_line(heading, CHARACTERS) for heading in sheet.headings])
        choice.setCurrentIndex(column + 1)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(CHOICE_CHARACTERS)
        choice.view().setMinimumWidth(choice.view().sizeHintForColumn(0) + theme.em(self, 2))
        choice.setAccessibleName(self.tr("Column with: {field}").format(field=name))
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page, and chooses nothing
        choice.installEventFilter(self)
        choice.currentIndexChanged.connect(self.changed)
        title.setBuddy(choice)
        samples = tuple(PlainLabel(elides=True) for _ in range(MOST_SAMPLES))
        self._rows[field.name] = _Row(title, choice, samples)
        self.choices[field.name] = choice
        for place, part in enumerate((title, choice, *samples)):
            self._grid.addWidget(part, line, place)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Leave the wheel to the page while a box has no focus."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox) and not watched.hasFocus():
            event.ignore()
            return True
        return False

    def _told(self, place: int, name: str, column: int | None) -> str:
        """Return a cell of the sheet as it was understood, so that a wrong column is seen at once."""
        if column is None or self._sheet is None:
            return ""
        line = self._lines[place]
        sample = self._sheet.sample[place]
        written = sample[column] if column < len(sample) else ""
        if name in line.wrong:
            told = self.tr("wrong: {written}") if written else self.tr("nothing there")
            return told.format(written=one_line(written, CHARACTERS))
        value = line.values[name]
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        if isinstance(value, datetime):
            return words.day_and_time(value)
        if isinstance(value, date):
            return words.short_day(value)
        return isolated(one_line(value if type(value) is str else written, CHARACTERS))

    def _clear(self) -> None:
        self._rows, self.choices = {}, {}
        while item := self._grid.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _fit(self) -> None:
        if not self._rows:
            return
        taken = max(row.title.sizeHint().width() for row in self._rows.values())
        taken += max(row.choice.sizeHint().width() for row in self._rows.values())
        room = (self.width() - taken) // theme.em(self, SAMPLE_EM)
        shown = max(1, min(MOST_SAMPLES, room))
        for labels in (self._heads[2:], *(row.samples for row in self._rows.values())):
            for place, label in enumerate(labels):
                label.setVisible(place < shown)
        for place in range(MOST_SAMPLES):
            self._grid.setColumnStretch(place + 2, int(place < shown))


def _colored(name: str) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, theme.color(name))
    return palette
