"""A message as it looks in the chat: headings bold, in the direction of its language. GUI thread only."""

import re
from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.laid_text import LaidText
from ui.widgets.text import PANE_LIMIT, visible

_HEADING: Final = re.compile(r"\*(?!\s)([^*\n]+)(?<!\s)\*")  # a whole line between stars, as WhatsApp makes it bold
_MARGIN: Final = 0.5  # in heights of the letters


class ChatBubble(QWidget):
    """One message. Stars around a line are not shown: in the chat they make it bold."""

    def __init__(self, text: str, direction: str, parent: QWidget | None = None) -> None:
        """``direction`` is "ltr" or "rtl"."""
        super().__init__(parent)
        self.text = text
        self.is_rtl = direction == "rtl"
        self._parts = _parts(visible(text, PANE_LIMIT))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.shown)

    @property
    def shown(self) -> str:
        """What is read, without the marks."""
        return "\n".join(part for part, _is_bold in self._parts)

    @override
    def hasHeightForWidth(self) -> bool:
        """A narrow message is higher."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return sum(part.height for part in self._laid(width)) + 2 * theme.em(self, _MARGIN)

    @override
    def sizeHint(self) -> QSize:
        """Ask for a column of reading."""
        width = theme.em(self, 20)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(theme.em(self, 8), theme.em(self, 2))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Break the lines anew in larger letters."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bubble, and the lines in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("focus_bubble"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.em(self, 0.5), theme.em(self, 0.5))
        painter.setPen(theme.color("text"))
        left = top = theme.em(self, _MARGIN)
        for part in self._laid(self.width()):
            part.draw(painter, left, top)
            top += part.height

    def _laid(self, width: int) -> list[LaidText]:
        bold = QFont(self.font())
        bold.setBold(True)
        room = width - 2 * theme.em(self, _MARGIN)
        return [
            LaidText(part, bold if is_bold else self.font(), room, is_rtl=self.is_rtl) for part, is_bold in self._parts
        ]


def _parts(text: str) -> list[tuple[str, bool]]:
    """Return the message in pieces, and of each whether it is bold."""
    parts: list[tuple[str, bool]] = []
    for line in text.split("\n"):
        heading = _HEADING.fullmatch(line.strip())
        if heading is not None:
            parts.append((heading[1], True))
        elif parts and not parts[-1][1]:
            parts[-1] = (f"{parts[-1][0]}\n{line}", False)
        else:
            parts.append((line, False))
    return parts
