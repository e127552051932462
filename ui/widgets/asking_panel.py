"""A panel in which something is asked: Ctrl+Enter gives it, Esc leaves it. GUI thread only."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from ui.widgets.answer_field import ENTER_KEYS
from ui.widgets.puts_away import PutsAway


class AskingPanel(PutsAway):
    """Hidden while nothing is asked; each panel has its own way to open.

    *Signals:*
        closed(): it was put away.
    """

    closed = Signal()

    def finish(self) -> None:
        """Give what stands there, where it is complete."""
        raise NotImplementedError

    def _retranslate(self) -> None:
        """Put every text in the language on the screen."""
        raise NotImplementedError

    @override
    def can_put_away(self) -> bool:
        return not self.isHidden()

    @Slot()
    @override
    def put_away(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear Ctrl+Enter from anywhere in it."""
        if event.key() in ENTER_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.finish()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
