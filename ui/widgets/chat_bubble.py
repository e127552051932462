"""A message as it looks in the chat: headings bold, in the direction of its language. GUI thread only."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.text import PlainLabel, Shown, visible

RIGHT_TO_LEFT_MARK: Final = "\u200f"
_HEADING: Final = re.compile(r"\*(?!\s)([^*\n]+)(?<!\s)\*")  # a whole line between stars, as WhatsApp makes it bold


class ChatBubble(QFrame):
    """One message. Stars around a line are not shown: in the chat they make it bold."""

    def __init__(self, text: str, direction: str, parent: QWidget | None = None) -> None:
        """``direction`` is "ltr" or "rtl"."""
        super().__init__(parent)
        self.text = text
        is_rtl = direction == "rtl"
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        mark = RIGHT_TO_LEFT_MARK if is_rtl else ""
        column = QVBoxLayout(self)
        column.setSpacing(0)
        for part, is_bold in _parts(text):
            # A label goes by its first letter, which may be that of a Dutch name between Arabic words.
            label = PlainLabel(Shown(f"{mark}{visible(part)}"), wraps=True, is_bold=is_bold)
            label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            column.addWidget(label)
        self.setAccessibleName(text)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bubble."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("focus_bubble"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.em(self, 0.5), theme.em(self, 0.5))


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
