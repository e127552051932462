"""Text in lines of a width, in the direction of its language. GUI thread only.

Qt's own drawing of text goes by its first letter, breaks words that need no break, and lets an Arabic line that is
broken begin too far to the left.
"""

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

_LINE_END: Final = "\u2028"  # within a paragraph, as Qt's layouts know it


class LaidText:
    """A text that was broken into lines; ``height`` is theirs, in pixels."""

    def __init__(self, text: str, font: QFont, width: int, *, is_rtl: bool = False, is_at_right: bool = False) -> None:
        """``is_at_right``: its lines end at the right side, whatever its direction."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if is_at_right or is_rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self._layout = QTextLayout(text.replace("\n", _LINE_END), font)
        self._layout.setTextOption(option)
        self.height = 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self.height))
            self.height += round(line.height())
        self._layout.endLayout()

    def draw(self, painter: QPainter, left: int, top: int) -> None:
        """Draw it in the colour of the painter."""
        self._layout.draw(painter, QPointF(left, top))
