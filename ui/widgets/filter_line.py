"""The line that says how much a filter keeps from sight, and the key that drops it. GUI thread only."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget
from typing_extensions import override

from console.domain.filters import Counted
from ui import theme
from ui.shortcuts import Command, key_text
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel


class FilterLine(QFrame):
    """Stands above the list for as long as a filter is at work, so that nobody takes a short list for an empty one.

    *Signals:*
        all_requested(): drop the filter.
    """

    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hidden = Counted()
        self._text = PlainLabel(wraps=True)
        self._everything = KeyButton()
        self._text.setIndent(theme.em(self, 0.4))  # from the bar at the left
        self._is_short = False
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.addWidget(self._text, 1)
        self._box.addWidget(self._everything, 0, Qt.AlignmentFlag.AlignLeft)
        self._everything.clicked.connect(self.all_requested)
        self.hide()
        self._retranslate()

    @property
    def text(self) -> str:
        """What it says; empty while no filter is at work."""
        return "" if self.isHidden() else self._text.text()

    def show_hidden(self, hidden: Counted | None) -> None:
        """Say what is hidden; None when no filter is at work."""
        self._hidden = hidden or Counted()
        self.setVisible(hidden is not None)
        self._retranslate()

    def be_short(self, *, is_short: bool) -> None:
        """Say it in few words on one line, where the list has little room."""
        if is_short != self._is_short:
            self._is_short = is_short
            down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._box.setDirection(right if is_short else down)
            self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a ground of its own and a bar at the left."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("today_ground"))
        painter.fillRect(0, 0, theme.em(self, 0.25), self.height(), theme.color("today"))

    def _retranslate(self) -> None:
        self._text.setText(self._sentence())
        self._everything.setText(self.tr("Show everything"))
        self._everything.set_key(key_text(Command.SHOW_ALL))

    def _sentence(self) -> str:
        if self._is_short:
            told = self.tr("%Ln hidden", "", self._hidden.count)
            return (
                self.tr("{hidden}, {count} now").format(hidden=told, count=self._hidden.now)
                if self._hidden.now
                else told
            )
        if not self._hidden.count:
            return self.tr("You see everything: your choice hides nothing.")
        told = self.tr("You do not see everything: your choice hides %Ln.", "", self._hidden.count)
        if self._hidden.now:
            told += " " + self.tr("%Ln of them ask(s) for attention now.", "", self._hidden.now)
        return told
