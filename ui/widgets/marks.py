"""Text with words marked in it, laid out by hand. GUI thread only."""

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.text import marked


def mark(start: int, length: int) -> QTextLayout.FormatRange:
    """Return how words are marked: another ground and a line under them, so that colour alone says nothing."""
    found = QTextLayout.FormatRange()
    found.start, found.length = start, length
    form = QTextCharFormat()
    form.setBackground(theme.color("mark_ground"))
    form.setForeground(theme.color("mark"))
    form.setFontUnderline(True)
    found.format = form
    return found


def break_lines(layout: QTextLayout, width: float) -> float:
    """Break a text into lines of a width and return the height of all."""
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height


def reading_direction(text: str) -> Qt.LayoutDirection:
    """Return from which side a text is read: that of its first letter that has one."""
    strong = next((kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return Qt.LayoutDirection.LeftToRight if strong == "L" else Qt.LayoutDirection.RightToLeft


class MarkedLabel(QWidget):
    """A text as it is, over as many lines as it takes, with words marked; a text from right to left stands right."""

    def __init__(
        self,
        text: str = "",
        spans: Sequence[tuple[int, int]] = (),
        limit: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown, self._marks = marked(text, spans, limit)
        self.setAccessibleName(self._shown)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._shown

    @property
    def marked_words(self) -> list[str]:
        """What is marked in it."""
        units = self._shown.encode("utf-16-le")
        return [units[2 * start : 2 * (start + length)].decode("utf-16-le") for start, length in self._marks]

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at this width."""
        return round(break_lines(self._layout(), width) + 0.5)

    @override
    def sizeHint(self) -> QSize:
        """Some lines of a readable width."""
        width = theme.em(self, 20)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """A line may be broken anywhere."""
        return QSize(theme.em(self, 6), theme.em(self, 1))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the letter size and the colours."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ThemeChange):
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        layout = self._layout()
        break_lines(layout, self.width())
        painter = QPainter(self)
        painter.setPen(theme.color("text"))
        layout.draw(painter, QPointF(0, 0))

    def _layout(self) -> QTextLayout:
        layout = QTextLayout(self._shown.replace("\n", "\u2028"), self.font())
        direction = reading_direction(self._shown)
        is_left = direction is Qt.LayoutDirection.LeftToRight
        option = QTextOption(Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([mark(start, length) for start, length in self._marks])
        return layout
