"""A list of rows of one height: a word in a chip, a moment, a line in bold, and quiet lines under it. GUI thread only.

Fixed row height, so that a list of thousands opens at once. What is settled is a quiet row with a tick.
"""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.text import ELLIPSIS

ModelIndex = QModelIndex | QPersistentModelIndex
GAP: Final = 1.3  # of a line, under the chip
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class ChipRow:
    """What a row says; ``color`` is that of the chip, the first of ``moments`` that fits is shown: the longest first.

    ``text`` stands under the title, on as many lines as the list gives it.
    """

    chip: str
    color: str
    moments: tuple[str, ...]
    title: str
    text: str
    is_settled: bool


class ChipListView(QListView):
    """The list; letters are no search in it.

    *Signals:*
        row_chosen(int): the row that the reader is on now; -1 for none.
    """

    row_chosen = Signal(int)

    def __init__(self, rows: QAbstractListModel, drawing: "ChipDelegate", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        drawing.setParent(self)
        self.setModel(rows)
        self.setItemDelegate(drawing)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.setAccessibleName(self._name())

    @abstractmethod
    def _name(self) -> str:
        """Return what the list is called, in the language on the screen."""

    def choose(self, row: int | None) -> None:
        """Go to a row; None goes nowhere and leaves none chosen."""
        if row is None:
            self.selectionModel().clear()
        else:
            self.setCurrentIndex(self.model().index(row, 0))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and letter size."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self._name())
        elif event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the reader's row in sight when something opens under the list."""
        place = self.visualRect(self.currentIndex())
        was_seen = not place.isEmpty() and place.top() >= 0 and place.bottom() < event.oldSize().height()
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(self.currentIndex())

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do not jump on letters: they act here."""

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, index: QModelIndex, _previous: QModelIndex) -> None:
        self.row_chosen.emit(index.row())


class ChipDelegate(QStyledItemDelegate):
    """Draws the rows; ``lines`` is how many lines of text stand under the title."""

    def __init__(self, lines: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = lines

    @abstractmethod
    def row(self, index: ModelIndex) -> ChipRow:
        """Return what a row says."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """The same room for every row, whatever it says."""
        height = option.fontMetrics.height()
        return QSize(height * 8, round(height * (self._lines + 2 + 1.2)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        """Draw one row."""
        row = self.row(index)
        em = option.fontMetrics.height()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("chosen"))
            bar = QRect(option.rect.left(), option.rect.top(), max(3, em // 5), option.rect.height())
            painter.fillRect(bar, theme.color("accent"))
        painter.setPen(theme.color("border"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inner = option.rect.adjusted(round(em * 0.7), round(em * 0.5), -round(em * 0.6), -round(em * 0.4))
        self._draw_head(painter, option, QRect(inner.left(), inner.top(), inner.width(), em), row)
        self._draw_body(painter, option, QRect(inner.left(), inner.top() + round(em * GAP), inner.width(), em), row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _draw_head(self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, row: ChipRow) -> None:
        em = line.height()
        text = f"✓ {row.chip}" if row.is_settled else row.chip
        chip = QRect(line.left(), line.top(), option.fontMetrics.horizontalAdvance(text) + round(em * 0.8), em)
        painter.setFont(option.font)
        if not row.is_settled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(f"{row.color}_ground"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(chip, em * 0.3, em * 0.3)
        painter.setPen(theme.color("muted" if row.is_settled else row.color))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.setPen(theme.color("muted"))
        room = line.width() - chip.width() - em // 2
        when = next((moment for moment in row.moments if option.fontMetrics.horizontalAdvance(moment) <= room), "")
        painter.drawText(line, _RIGHT, when)

    def _draw_body(self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, row: ChipRow) -> None:
        bold = QFont(option.font)
        bold.setBold(not row.is_settled)
        painter.setFont(bold)
        painter.setPen(theme.color("muted" if row.is_settled else "text"))
        painter.drawText(line, _LEFT, _elided(painter.fontMetrics(), row.title, line.width()))
        painter.setFont(option.font)
        for number, text in enumerate(_broken(row.text, option.fontMetrics, line.width(), self._lines), start=1):
            painter.drawText(line.translated(0, number * line.height()), _LEFT, text)


def _broken(text: str, metrics: QFontMetrics, width: int, lines: int) -> list[str]:
    """Break a text after the last word that fits, into so many lines at most; the last one is cut."""
    broken: list[str] = []
    while text and len(broken) < lines - 1:
        taken, text = _first_line(text, metrics, width)
        broken.append(taken)
    return [*broken, _elided(metrics, text, width)] if text else broken


def _first_line(text: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    """Return the words that fit on a line, and the rest; a word that is too long is cut in two."""
    taken = ""
    for word in text.split(" "):
        longer = f"{taken} {word}".strip()
        if metrics.horizontalAdvance(longer) > width:
            break
        taken = longer
    if not taken:
        half = max(1, len(text) // 2)
        return text[:half] + ELLIPSIS, text[half:]
    return taken, text[len(taken) :].strip()


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
