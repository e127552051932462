"""A text that a person finishes before somebody reads it: open blanks stand out, and Tab goes to the next one.

GUI thread only.
"""

from typing import Final

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import QFont, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from console.desk.blanks import open_blanks
from ui import theme

ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAST_LINES: Final = 3
TEXT_LIMIT: Final = 4_000  # characters; a link with more is refused by the apps


class _Blanks(QSyntaxHighlighter):
    """Marks the open blanks: bold, underlined and on a ground of their own, so never by colour alone."""

    @override
    def highlightBlock(self, text: str) -> None:
        marked = QTextCharFormat()
        marked.setBackground(theme.color("mark_ground"))
        marked.setForeground(theme.color("mark"))
        marked.setFontWeight(QFont.Weight.Bold)
        marked.setFontUnderline(True)
        for start, end in open_blanks(text):
            self.setFormat(_units(text[:start]), _units(text[start:end]), marked)


class AnswerField(QPlainTextEdit):
    """The text itself. Tab goes to the next open blank; Ctrl+Enter is left to the panel around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._tallest = 0
        self._blanks = _Blanks(self.document())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.document().documentLayout().documentSizeChanged.connect(self._on_document_size_changed)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show another text, with the first open blank chosen; the field's own undo brings back what stood there."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text[:TEXT_LIMIT])
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        if not self.choose_blank():
            self.moveCursor(QTextCursor.MoveOperation.End)

    def forget_past(self) -> None:
        """Let the field's own undo begin here: what was written to somebody else never comes back."""
        self.document().clearUndoRedoStacks()

    def set_tallest(self, height: int) -> None:
        """Ask for the height of the text and a line more, up to this."""
        self._tallest = height
        self.updateGeometry()

    def choose_blank(self, *, backward: bool = False) -> bool:
        """Choose the next open blank, or the one before; round at the end. Return whether there is one."""
        text, cursor = self.text, self.textCursor()
        spans = [(_units(text[:start]), _units(text[:end])) for start, end in open_blanks(text)]
        if not spans:
            return False
        if backward:
            found = next((span for span in reversed(spans) if span[1] <= cursor.selectionStart()), spans[-1])
        else:
            found = next((span for span in spans if span[0] >= cursor.selectionEnd()), spans[0])
        cursor.setPosition(found[0])
        cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    @override
    def sizeHint(self) -> QSize:
        """As high as the text and a line more: it grows while a person writes."""
        return self._size_for(min(round(self.document().size().height()) + 1, self._tallest_lines()))

    @override
    def minimumSizeHint(self) -> QSize:
        """At least a few lines."""
        return self._size_for(0)

    def _size_for(self, lines: int) -> QSize:
        around = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        return QSize(theme.em(self, 10), max(lines, LEAST_LINES) * self.fontMetrics().lineSpacing() + around)

    def _tallest_lines(self) -> int:
        return self._tallest // self.fontMetrics().lineSpacing()

    @Slot(QSizeF)
    def _on_document_size_changed(self, _size: QSizeF) -> None:
        self.updateGeometry()

    @override
    def event(self, event: QEvent) -> bool:
        """Take Tab before it moves the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_back = event.key() == Qt.Key.Key_Backtab
            if (is_back or event.key() == Qt.Key.Key_Tab) and self.choose_blank(backward=is_back):
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin no new line with Ctrl+Enter."""
        if event.key() in ENTER_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ThemeChange, QEvent.Type.PaletteChange) and hasattr(self, "_blanks"):
            self._blanks.rehighlight()


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2
