"""What was decided last and waits for a phone: opened or copied at once, without leaving the page. GUI thread only."""

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.outgoing import Todo, TodoId
from ui.jobs import Jobs
from ui.phone import Phone
from ui.shortcuts import Command, key_text


class PhoneOffer(QObject):
    """Tells what now stands on the page Op uw telefoon, and hands its text over when the person asks for it.

    *Signals:*
        told(str), warned(str): for the message bar.
    """

    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._wanted: TodoId | None = None
        self._todo: Todo | None = None
        self._phone = Phone(jobs, self)
        self._phone.told.connect(self.told)
        self._phone.warned.connect(self.warned)

    @Slot(object)
    def offer(self, todo_id: TodoId) -> None:
        """Tell of a to-do that was just made."""
        from console.desk import todos

        self._wanted = todo_id
        self._jobs.ask(todos.todos, done=self._on_todos)

    @Slot()
    def forget(self) -> None:
        """Offer nothing any more: it was undone."""
        self._wanted = self._todo = None

    @Slot()
    def open_chat(self) -> None:
        """Open the private chat with the text in it, or copy the text where no number is known."""
        if self._todo is not None and self._todo.phone is not None:
            self._phone.open_chat(self._todo)
        else:
            self.copy_text()

    @Slot()
    def copy_text(self) -> None:
        """Put the text on the clipboard."""
        if self._todo is not None:
            self._phone.copy_text(self._todo)

    @Slot(object)
    def _on_todos(self, todos: tuple[Todo, ...]) -> None:
        self._todo = next((todo for todo in todos if todo.id == self._wanted), None)
        if self._todo is not None:
            self.told.emit(self._sentence(self._todo))

    def _sentence(self, todo: Todo) -> str:
        ready = self.tr("It stands ready on the page On your phone.")
        if todo.text is None:
            return ready
        copy = self.tr("{key} copies the text.").format(key=key_text(Command.COPY))
        if todo.phone is None:
            return f"{ready} {copy}"
        opens = self.tr("{key} opens WhatsApp with the text.").format(key=key_text(Command.OPEN_CHAT))
        return f"{ready} {opens} {copy}"
