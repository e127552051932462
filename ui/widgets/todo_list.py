"""The list at the left of Op uw telefoon. GUI thread only."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from console.domain.outgoing import Todo, TodoState
from ui import theme, words
from ui.models.todos import TO_DO, TODO_ROLE, TodosModel
from ui.outgoing import state_words, what_goes_out
from ui.widgets.text import isolated, one_line

ModelIndex = QModelIndex | QPersistentModelIndex
LINES: Final = 3  # where it stands and since when, what, and in which group


class TodoListView(QListView):
    """Rows of one height; what was done is a quiet row.

    *Signals:*
        row_chosen(int): the row that the reader is on now; -1 for none.
    """

    row_chosen = Signal(int)

    def __init__(self, rows: TodosModel, parent: QWidget | None = None) -> None:
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

    def choose(self, row: int | None) -> None:
        """Go to a row; None leaves none chosen."""
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
        """Do not jump on letters: they do something here."""

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("What is to be done on your phone"))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, index: QModelIndex, _previous: QModelIndex) -> None:
        self.row_chosen.emit(index.row())


class _RowDelegate(QStyledItemDelegate):
    """Draws where it stands and since when, what is to be done, and in which group."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """Room for three lines, whatever they say."""
        height = option.fontMetrics.height()
        return QSize(height * 8, round(height * (LINES + 1.2)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        """Draw one row."""
        row: Todo = index.data(TODO_ROLE)
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
        self._draw_body(painter, option, inner.adjusted(0, round(em * 1.2), 0, 0), row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _draw_head(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, row: Todo) -> None:
        em = option.fontMetrics.height()
        line = QRect(inner.left(), inner.top(), inner.width(), em)
        is_to_do = row.state in TO_DO
        text = state_words(row.state) if is_to_do else f"✓ {state_words(row.state)}"
        chip = QRect(line.left(), line.top(), option.fontMetrics.horizontalAdvance(text) + round(em * 0.8), em)
        colour = "today" if row.state is TodoState.NOT_SEEN else "later"
        painter.setFont(option.font)
        if is_to_do:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(f"{colour}_ground"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(chip, em * 0.3, em * 0.3)
        painter.setPen(theme.color(colour if is_to_do else "muted"))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.setPen(theme.color("muted"))
        when = words.moment(row.created_at)
        if option.fontMetrics.horizontalAdvance(when) <= line.width() - chip.width() - em // 2:
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), when)

    def _draw_body(self, painter: QPainter, option: QStyleOptionViewItem, inner: QRect, row: Todo) -> None:
        em = option.fontMetrics.height()
        bold = QFont(option.font)
        bold.setBold(row.state in TO_DO)
        painter.setFont(bold)
        painter.setPen(theme.color("text" if row.state in TO_DO else "muted"))
        line = QRect(inner.left(), inner.top(), inner.width(), em)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        what = what_goes_out(row.action, row.recipient)
        painter.drawText(line, left, painter.fontMetrics().elidedText(what, Qt.TextElideMode.ElideRight, line.width()))
        painter.setFont(option.font)
        painter.setPen(theme.color("muted"))
        group = option.fontMetrics.elidedText(
            isolated(one_line(row.group, 80)), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line.translated(0, em), left, group)
