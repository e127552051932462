"""A word in a chip: the same look as in a list, standing by itself. GUI thread only."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui import theme


class ChipLabel(QWidget):
    """One word or two on a ground of ``color``; a mark in the text says the same as the colour."""

    def __init__(self, text: str = "", color: str = "later", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._color = text, color
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self._text

    @override
    def sizeHint(self) -> QSize:
        """Room for the words and a little around them."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + theme.em(self, 0.9), theme.em(self, 1.3))

    @override
    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the letter size."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"{self._color}_ground"))
        round_by = theme.em(self, 0.3)
        painter.drawRoundedRect(self.rect(), round_by, round_by)
        painter.setPen(theme.color(self._color))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._text)
