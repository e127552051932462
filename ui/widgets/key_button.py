"""A button that shows which key does the same. GUI thread only."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget
from typing_extensions import override

from ui import theme

_ENTER_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyButton(QPushButton):
    """A push button with its key in a small frame at its right."""

    def __init__(self, text: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_key(self, key: str) -> None:
        """Show another key."""
        self._key = key
        self.updateGeometry()
        self.update()

    @property
    def key(self) -> str:
        """The key that is shown."""
        return self._key

    @override
    def sizeHint(self) -> QSize:
        """Room for the text and for the key."""
        metrics = self.fontMetrics()
        words = metrics.size(int(Qt.TextFlag.TextShowMnemonic), self.text()).width()
        gaps = 3 if self._key else 2
        width = words + self._key_width() + gaps * self._gap() + 2
        return QSize(width, round(metrics.height() * 1.9))

    @override
    def minimumSizeHint(self) -> QSize:
        """Neither text nor key is ever cut."""
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Take the new letter size into account."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An Enter that is held down decides once; Ctrl+Enter is for the panel around it."""
        if event.key() in _ENTER_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif not event.isAutoRepeat():
            super().keyPressEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the style's button, its text at the left and the key at the right."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        text, option.text = option.text, ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        gap = self._gap()
        inner = self.rect().adjusted(gap, 0, -gap, 0)
        key_width = self._key_width()
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextShowMnemonic)
        words = inner.adjusted(0, 0, -(key_width + gap if self._key else 0), 0)
        is_default = option.palette.currentColorGroup() != option.palette.ColorGroup.Disabled
        painter.setPen(theme.color("text" if is_default else "muted"))
        painter.drawText(words, flags, text)
        if self._key:
            height = round(self.fontMetrics().height() * 1.15)
            frame = QRect(inner.right() - key_width, inner.center().y() - height // 2, key_width, height)
            painter.setRenderHint(painter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("border"), 1))
            painter.drawRoundedRect(frame, height / 5, height / 5)
            painter.setPen(theme.color("muted"))
            painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), self._key)

    def _gap(self) -> int:
        return round(self.fontMetrics().height() * 0.6)

    def _key_width(self) -> int:
        if not self._key:
            return 0
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(self._key) + metrics.averageCharWidth(), metrics.height())
