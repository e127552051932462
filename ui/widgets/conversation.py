"""A message in its conversation: calm bubbles, plain text, the deciding words marked. GUI thread only.

Drawn with ``QTextLayout``: there is no document that could understand markup, and one line is laid out once per width.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from console.domain.judgement import Role
from console.domain.message import Kind
from ui import clipboard, theme, words
from ui.models.conversation import ConversationModel
from ui.widgets.marks import break_lines, mark
from ui.widgets.text import CELL_LIMIT, isolated, marked, one_line, visible

if TYPE_CHECKING:
    from console.desk.conversation import Detail, Line
    from console.domain.judgement import Span

ModelIndex = QModelIndex | QPersistentModelIndex
BUBBLE_WIDTH: Final = 38  # em: longer lines are hard to read


@dataclass(frozen=True, slots=True)
class _Piece:
    """One laid-out text and where it stands in its row."""

    layout: QTextLayout
    left: float
    top: float
    color: str


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A row, laid out for one width."""

    pieces: tuple[_Piece, ...]
    bubble: QRectF | None
    height: int


class ConversationView(QListView):
    """The lines around a message; Enter on a long one shows more of it, Ctrl+C copies the chosen one."""

    def __init__(self, parent: QWidget | None = None, lines: ConversationModel | None = None) -> None:
        super().__init__(parent)
        self._lines = lines or ConversationModel(self)
        self._delegate = _LineDelegate(self._lines, self)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(self._on_activated)
        self._retranslate()

    def show_detail(self, detail: "Detail | None") -> None:
        """Show another conversation, with the message itself in the middle; None shows nothing."""
        self._delegate.forget()
        self._lines.set_detail(detail)
        if detail is not None:
            self.setCurrentIndex(self._lines.index(detail.focus))
        self._centre()

    def is_marked(self, row: int) -> bool:
        """Whether a line stands out among the others: the message itself."""
        return row == self._lines.focus

    def lay_out_again(self, *rows: int) -> None:
        """Draw these lines anew, or all of them: what stands under them is another thing now."""
        self._delegate.forget(*rows)
        self.scheduleDelayedItemsLayout()

    @Slot(object)
    def mark(self, spans: "tuple[Span, ...] | None") -> None:
        """Mark other words of the message itself (character offsets), or with None again those that decided."""
        self._delegate.forget()
        self._lines.mark(spans)
        self.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Lay out again in other letters, colours or words."""
        kinds = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.LanguageChange)
        if event.type() in kinds and hasattr(self, "_delegate"):
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
            if event.type() == QEvent.Type.LanguageChange:
                self._retranslate()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again for another width and keep the message itself in sight."""
        if event.size().width() != event.oldSize().width():
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)
        self._centre()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen line as plain text."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            clipboard.put(visible(self._lines.text(self.currentIndex().row())))
            return
        super().keyPressEvent(event)

    def _centre(self) -> None:
        if self._lines.focus >= 0:
            self.scrollTo(self._lines.index(self._lines.focus), QListView.ScrollHint.PositionAtCenter)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Conversation"))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self._delegate.forget()
        self._lines.show_more(index.row())
        self.scheduleDelayedItemsLayout()


class _LineDelegate(QStyledItemDelegate):
    """Lays out and draws one line; keeps what it laid out until ``forget``."""

    def __init__(self, lines: ConversationModel, view: ConversationView) -> None:
        super().__init__(view)
        self._lines = lines
        self._view = view
        self._drawings: dict[int, _Drawing] = {}

    def forget(self, *rows: int) -> None:
        """Lay these lines out anew at the next look, or everything."""
        for row in rows or tuple(self._drawings):
            self._drawings.pop(row, None)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """As wide as the view, as high as its text."""
        return QSize(theme.em(self._view, 8), self._drawing(index.row()).height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        """Draw the bubble, the texts, and a frame when the keyboard is here."""
        drawing = self._drawing(index.row())
        origin = QPointF(option.rect.topLeft())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if drawing.bubble is not None:
            self._draw_bubble(painter, drawing.bubble.translated(origin), index.row())
        for piece in drawing.pieces:
            painter.setPen(theme.color(piece.color))
            piece.layout.draw(painter, origin + QPointF(piece.left, piece.top))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("muted"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _draw_bubble(self, painter: QPainter, bubble: QRectF, row: int) -> None:
        radius = theme.em(self._view, 0.4)
        is_marked, is_beside = self._view.is_marked(row), self._lines.is_beside(row)
        ground = "focus_bubble" if is_marked else "window" if is_beside else "bubble"
        width = max(2.0, theme.em(self._view, 0.12)) if is_marked else 1.0
        line = Qt.PenStyle.DashLine if is_beside and not is_marked else Qt.PenStyle.SolidLine
        painter.setBrush(theme.color(ground))
        painter.setPen(QPen(theme.color("accent" if is_marked else "border"), width, line))
        painter.drawRoundedRect(bubble, radius, radius)

    def _drawing(self, row: int) -> _Drawing:
        if row not in self._drawings:
            self._drawings[row] = _Setter(self._view, self._lines, row).drawing()
        return self._drawings[row]


class _Setter(QObject):
    """Lays out one row: the day if it begins here, then a notice in the middle or a bubble at the left."""

    def __init__(self, view: ConversationView, lines: ConversationModel, row: int) -> None:
        super().__init__()
        self._font = view.font()
        self._em = QFontMetrics(self._font).height()
        self._width = max(view.viewport().width(), self._em * 8)
        self._lines, self._row = lines, row
        self._line: Line = lines.line(row)
        self._pieces: list[_Piece] = []
        self._ink = "muted" if lines.is_beside(row) else "text"
        self._top = self._em * 0.25

    def drawing(self) -> _Drawing:
        """Return the row, laid out."""
        skipped = self._lines.skipped(self._row)
        if skipped:
            self._add_centred(self.tr("… %Ln message(s) in between …", "", skipped))
        if self._lines.starts_day(self._row):
            self._top += self._em * 0.3
            self._add_centred(words.day(self._line.at), is_bold=True)
            self._top += self._em * 0.2
        bubble = None
        if self._line.kind is Kind.SYSTEM:
            self._add_centred(f"{words.clock(self._line.at)}  {one_line(self._lines.text(self._row), CELL_LIMIT)}")
        else:
            bubble = self._add_bubble()
        return _Drawing(tuple(self._pieces), bubble, round(self._top + self._em * 0.25))

    def _add_centred(self, text: str, *, is_bold: bool = False) -> None:
        margin = self._em
        self._add(text, "muted", margin, self._width - 2 * margin, is_bold=is_bold, is_centred=True)

    def _add_bubble(self) -> QRectF:
        outer = self._em * 0.5
        pad = self._em * 0.5
        width = min(self._width - 2 * outer, self._em * BUBBLE_WIDTH)
        top, left, inner = self._top, outer + pad, width - 2 * pad
        self._top += pad * 0.7
        clock = self._add(words.clock(self._line.at), "muted", left, inner, is_right=True)
        self._top -= clock
        self._add(self._author(), self._ink, left, inner - self._em * 3, is_bold=True)
        self._add_text(left, inner)
        for note in self._notes():
            self._add(note, "muted", left, inner)
        self._top += pad * 0.7
        return QRectF(outer, top, width, self._top - top)

    def _author(self) -> str:
        name = isolated(one_line(self._line.author, 120)) if self._line.author else self.tr("Unknown")
        return name if self._line.role is Role.MEMBER else f"{name} · {words.word(self._line.role)}"

    def _add_text(self, left: float, width: float) -> None:
        has_own_text = bool(self._line.text) and self._lines.text(self._row) == self._line.text
        spans = self._lines.spans(self._row) if has_own_text else ()
        shown, marks = marked(self._lines.text(self._row), spans, self._lines.limit(self._row))
        if shown:
            self._add(shown, self._ink if has_own_text else "muted", left, width, marks=marks)
        if self._lines.is_cut(self._row):
            self._add(self.tr("… Show more (Enter)"), "accent", left, width)

    def _notes(self) -> list[str]:
        line = self._line
        notes = [self.tr("Attachment: {name}").format(name=one_line(name, 200)) for name in line.attachments]
        if line.is_deleted and line.kind is not Kind.DELETED:
            notes.append(self.tr("Deleted later"))
        if line.is_edited:
            notes.append(self.tr("Edited"))
        if line.first_text is not None:
            notes.append(self.tr("First it said: {text}").format(text=one_line(line.first_text)))
        if line.is_doubtful:
            notes.append(self.tr("This may be text pasted from another chat, and not by this writer"))
        return [*notes, *self._lines.remarks(self._row)]

    def _add(
        self,
        text: str,
        color: str,
        left: float,
        width: float,
        *,
        is_bold: bool = False,
        is_centred: bool = False,
        is_right: bool = False,
        marks: list[tuple[int, int]] | None = None,
    ) -> float:
        font = QFont(self._font)
        font.setBold(is_bold)
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        if is_centred or is_right:
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter if is_centred else Qt.AlignmentFlag.AlignRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if marks:
            layout.setFormats([mark(start, length) for start, length in marks])
        height = break_lines(layout, width)
        self._pieces.append(_Piece(layout, left, self._top, color))
        self._top += height
        return height
