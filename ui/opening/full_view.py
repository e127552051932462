"""A view over the whole window, in a column in the middle that scrolls where letters are large. GUI thread only."""

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.puts_away import PutsAway
from ui.widgets.scrolled import scrolling
from ui.widgets.text import PlainLabel

WIDE_EM: Final = 36


class FullView(PutsAway):
    """A title and what stands under it; ``column`` takes the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel(scale=1.4, is_bold=True, wraps=True)
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.em(self, 0.7))
        self.column.addWidget(self.title)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.addStretch(1)
        row.addWidget(self._content, 100)  # as wide as it may be, where there is room
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addWidget(scrolling(middle))
        self._fit()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and letter size."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        self._content.setMaximumWidth(theme.em(self, WIDE_EM))
