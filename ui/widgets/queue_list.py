"""The queue at the left of Deze week. GUI thread only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui import theme, words
from ui.models.queue import ROW_ROLE, QueueModel, Row
from ui.widgets.text import ELLIPSIS, isolated, one_line

ModelIndex = QModelIndex | QPersistentModelIndex
NAME_CHARACTERS: Final = 20
LINES: Final = 4  # chip and moment, group, two lines of why


class QueueView(QListView):
    """Fixed row height, so that a list of thousands opens at once.

    *Signals:*
        row_chosen(int): the row that the reader is on now; -1 for none.
    """

    row_chosen = Signal(int)

    def __init__(self, rows: QueueModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setItemDelegate(_RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._retranslate()

    @property
    def current_row(self) -> int:
        """The row that the reader is on; -1 for none."""
        return self.currentIndex().row()

    @contextmanager
    def holding_still(self) -> Iterator[None]:
        """While rows come and go, keep the reader's row where it is on the screen; without one, the row on top."""
        index = self.currentIndex()
        if not self.viewport().rect().intersects(self.visualRect(index)):
            index = self.indexAt(QPoint(0, 0))
        held, top = QPersistentModelIndex(index), self.visualRect(index).top()
        yield
        if held.isValid():
            self.executeDelayedItemsLayout()
            moved = self.visualRect(self.model().index(held.row(), 0)).top() - top
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

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
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do not jump on letters: they are decisions here."""

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What waits for you"))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, index: QModelIndex, _previous: QModelIndex) -> None:
        self.row_chosen.emit(index.row())


class _RowDelegate(QStyledItemDelegate):
    """Draws how soon, when, which group, and why; a decided row is one quiet line of the same height."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """Room for four lines, whatever they say."""
        height = option.fontMetrics.height()
        return QSize(height * 8, round(height * (LINES + 1.2)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        """Draw one row."""
        row: Row = index.data(ROW_ROLE)
        em = option.fontMetrics.height()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("chosen"))
            bar = QRect(option.rect.left(), option.rect.top(), max(3, em // 5), option.rect.height())
            painter.fillRect(bar, theme.color("accent"))
        painter.setPen(theme.color("border"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inner = option.rect.adjusted(round(em * 0.7), round(em * 0.5), -round(em * 0.6), -round(em * 0.4))
        self._draw_head(painter, option, inner, row)
        self._draw_body(painter, option, inner.adjusted(0, round(em * 1.3), 0, 0), row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _draw_head(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, row: Row) -> None:
        em = option.fontMetrics.height()
        line = QRect(inner.left(), inner.top(), inner.width(), em)
        text = f"✓ {words.word(row.done)}" if row.done else words.word(row.item.attention)
        chip = QRect(line.left(), line.top(), option.fontMetrics.horizontalAdvance(text) + round(em * 0.8), em)
        painter.setFont(option.font)
        if row.done is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(f"{row.item.attention.value}_ground"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(chip, em * 0.3, em * 0.3)
        painter.setPen(theme.color("muted" if row.done else row.item.attention.value))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.setPen(theme.color("muted"))
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        room = line.width() - chip.width() - em // 2
        # In a narrow list the day alone, or nothing.
        texts: tuple[str, ...] = (words.moment(row.at), words.short_day(row.at))
        if row.looked_at_by and row.done is None:  # the moment stands with the message too
            texts = (words.looks_now(isolated(one_line(row.looked_at_by, NAME_CHARACTERS))),)
        for when in texts:
            if option.fontMetrics.horizontalAdvance(when) <= room:
                painter.drawText(line, flags, when)
                break

    def _draw_body(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, row: Row) -> None:
        metrics, em = option.fontMetrics, option.fontMetrics.height()
        bold = QFont(option.font)
        bold.setBold(row.done is None)
        painter.setFont(bold)
        painter.setPen(theme.color("muted" if row.done else "text"))
        who = f" · {isolated(one_line(row.item.author, 80))}" if row.item.author else ""
        title = isolated(one_line(row.item.group, 80)) + who
        line = QRect(inner.left(), inner.top(), inner.width(), em)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        elided = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, left, elided)
        painter.setFont(option.font)
        first, second = _two_lines(one_line(row.item.why, 300), metrics.horizontalAdvance, inner.width())
        painter.drawText(line.translated(0, em), left, first)
        last = metrics.elidedText(second, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(line.translated(0, 2 * em), left, last)


def _two_lines(text: str, width_of: Callable[[str], int], width: int) -> tuple[str, str]:
    """Break a sentence after the last word that fits; a word that is too long is cut."""
    taken = ""
    for word in text.split(" "):
        longer = f"{taken} {word}".strip()
        if width_of(longer) > width:
            break
        taken = longer
    if not taken and text:
        return text[: max(1, len(text) // 2)] + ELLIPSIS, text[max(1, len(text) // 2) :]
    return taken, text[len(taken) :].strip()
