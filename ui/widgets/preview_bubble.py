"""How a text looks to who reads it on the phone. GUI thread only."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

SHARE: Final = 0.25  # of the column that it stands in


class PreviewBubble(QFrame):
    """The text as its reader sees it, in a bubble as on the phone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = ""
        self._title = PlainLabel(is_muted=True, wraps=True)
        self._text = PlainLabel(wraps=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = Scrolled(SHARE)
        self._area.hold(self._text)
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)  # all that the bubble has
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addWidget(self._area, 1)
        self._retranslate()

    def stand_in(self, column: QWidget) -> None:
        """Ask for no more than a share of the height of this widget."""
        self._area.stand_in(column)

    def set_reader(self, reader: str) -> None:
        """Say who reads it; nobody in particular for a group."""
        self._reader = reader
        self._retranslate()

    def show_text(self, text: str) -> None:
        """Show what he reads."""
        self._text.setText(text)

    @property
    def text(self) -> str:
        """What he reads."""
        return self._text.text()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bubble."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(theme.color("focus_bubble"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.em(self, 0.5), theme.em(self, 0.5))

    def _retranslate(self) -> None:
        who = isolated(one_line(self._reader, 60)) if self._reader else ""
        reads = Shown(self.tr("This is what {who} reads:").format(who=who)) if who else self.tr("This is what is read:")
        self._title.setText(reads)
