"""From this computer to the phone: a chat that opens with the text in it, or the text to paste. GUI thread only.

Only by a person's own press. Nothing is sent by it: in WhatsApp he presses send himself.
"""

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from console.domain.outgoing import Todo
from ui import clipboard
from ui.jobs import Jobs
from ui.told_words import minute_words


class Phone(QObject):
    """Opens and copies what a to-do says, and has the desk note that it was handed over.

    *Signals:*
        told(str), warned(str): what happened, and what to do now, for the message bar.
    """

    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def open_chat(self, todo: Todo) -> None:
        """Open a private chat with the text filled in. In the demo it only says so: the numbers there are made up."""
        from console.desk import todos

        if todo.phone is None or todo.text is None or self._jobs.console is None:
            return
        if self._jobs.console.is_demo:
            self._hand(todo, self.tr("Practice: in your own groups WhatsApp opens now, with the text filled in."))
        elif QDesktopServices.openUrl(QUrl.fromEncoded(todos.chat_link(todo.phone, todo.text).encode())):
            self._hand(todo, self.tr("WhatsApp opens with the text filled in. You press send there yourself."))
        else:
            self.warned.emit(self.tr("WhatsApp cannot be opened from this computer. Copy the text instead."))

    def copy_text(self, todo: Todo) -> None:
        """Put the text on the clipboard."""
        if todo.text is not None:
            clipboard.put(todo.text)
            sentence = self.tr("The text is copied. Paste it in the chat and send it there yourself.")
            self._hand(todo, f"{sentence} {minute_words()}")

    def _hand(self, todo: Todo, sentence: str) -> None:
        from console.desk import todos

        self._jobs.ask(todos.hand, todo.id)
        self.told.emit(sentence)
