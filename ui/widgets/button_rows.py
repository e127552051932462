"""Buttons in a few rows, with the rest under one more. GUI thread only."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.key_menu import KeyMenu

ROWS: Final = 2  # more of them would be a wall


class ButtonRows(QWidget):
    """As many buttons as find a place in two rows, the first ones first; the others open with "More"."""

    def __init__(self, buttons: Sequence[KeyButton], rare: Sequence[KeyButton], parent: QWidget | None = None) -> None:
        """``rare`` ones always stand under "More"."""
        super().__init__(parent)
        self._frequent, self._rare = tuple(buttons), tuple(rare)
        self._shown: tuple[KeyButton, ...] = ()
        self.more = KeyButton()
        self._menu = KeyMenu(self)
        self._rows = FlowLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for button in (*self._frequent, self.more):
            self._rows.addWidget(button)
        for button in self._rare:
            button.setParent(self)
            button.hide()
        self.more.clicked.connect(self.open_more)
        self.retranslate()

    @Slot()
    def open_more(self) -> None:
        """Show the other actions with their keys."""
        if self.isVisible():
            self._menu.clear()
            for button in (*self._frequent, *self._rare):
                if button not in self._shown:
                    self._menu.add(button)
            self._menu.open_at(self.more)

    def retranslate(self) -> None:
        """Follow the words and keys on the buttons, which their owner writes."""
        self.more.setText(self.tr("More…"))
        self.more.set_key(key_text(Command.MORE))
        self.fit()

    def fit(self) -> None:
        """Find out which buttons find a place."""
        counts = range(len(self._frequent), 0, -1)
        fitting = (count for count in counts if self._row_count(self._frequent[:count]) <= ROWS)
        shown = self._frequent[: next(fitting, 1)]
        if shown != self._shown:
            self._shown = shown
            for button in self._frequent:
                button.setVisible(button in shown)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the size of the letters."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self.fit()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other buttons."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _row_count(self, buttons: Sequence[KeyButton]) -> int:
        """Return how many rows these take with More behind them, as ``FlowLayout`` puts them."""
        rows, left = 1, 0
        for width in (button.sizeHint().width() for button in (*buttons, self.more)):
            if left and left + width > self.width():
                rows, left = rows + 1, 0
            left += width + self._rows.spacing()
        return rows
