"""The page Op uw telefoon: what no carrier can do, and a person does by hand. GUI thread only."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.outgoing import Todo, TodoId
from ui import theme, window_state
from ui.jobs import Jobs
from ui.models.todos import TO_DO, TodosModel
from ui.pages.page import Page
from ui.phone import Phone
from ui.shortcuts import Command, KeyMap, undo_keys
from ui.widgets.text import PlainLabel
from ui.widgets.todo_list import TodoListView
from ui.widgets.todo_panel import TodoPanel

SHARES: Final = (36, 64)  # of the width, for a reader who has not moved the edge between them
LIST_EM: Final = 11


class TodosView(Page):
    """The list, and the one that is chosen."""

    key = "todos"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = TodosModel(self)
        self.list = TodoListView(self.rows)
        self.panel = TodoPanel()
        self.phone = Phone(jobs, self)
        self._chosen: TodoId | None = None
        self._is_new_visit = True
        self._title = PlainLabel(scale=1.4, is_bold=True)
        self._summary = PlainLabel(wraps=True, is_muted=True)
        self._nothing_title = PlainLabel(wraps=True, is_bold=True)
        self._nothing = PlainLabel(wraps=True, is_muted=True)
        self._body = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.list)
        self._connect()
        self.retranslate()

    @override
    def refresh(self) -> None:
        from console.desk import todos

        self.jobs.ask(todos.todos, done=self._on_todos)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.outgoing or changes.people or changes.groups:
            self.refresh()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("On your phone"))
        self._summary.setText(
            self.tr("This program cannot do these things for you. You do them yourself, in WhatsApp or another app.")
        )
        self._nothing_title.setText(self.tr("Nothing to do on your phone"))
        self._nothing.setText(
            self.tr("When you decide something that has to happen in WhatsApp, it comes here with the text to send.")
        )
        self.panel.retranslate()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Put the list in order again: the reader looked away."""
        super().showEvent(event)
        self._is_new_visit = True
        if self.jobs.console is not None:
            self.refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep the list readable in larger letters."""
        if event.type() == QEvent.Type.FontChange:
            self.list.setMinimumWidth(theme.em(self, LIST_EM))
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.list.setMinimumWidth(theme.em(self, LIST_EM))
        nothing = QWidget()
        alone = QVBoxLayout(nothing)
        alone.setContentsMargins(0, 0, 0, 0)
        for label in (self._nothing_title, self._nothing):
            alone.addWidget(label)
        alone.addStretch(1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.panel)
        split.setObjectName("todos-list")
        split.setChildrenCollapsible(False)
        if not window_state.restore_splitter(split):
            split.setSizes([theme.em(self, share) for share in SHARES])
        for place, share in enumerate(SHARES):
            split.setStretchFactor(place, share)
        self._body.addWidget(split)
        self._body.addWidget(nothing)
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addWidget(self._summary)
        column.addWidget(self._body, 1)

    def _connect(self) -> None:
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.panel.open_requested.connect(self._on_open)
        self.panel.copy_requested.connect(self._on_copy)
        self.panel.done_requested.connect(self._on_done)
        self.panel.drop_requested.connect(self._on_drop)
        self.phone.told.connect(self.told)
        self.phone.warned.connect(self.warned)
        for command, slot in (
            (Command.NEXT, self._on_next),
            (Command.PREVIOUS, self._on_previous),
            (Command.OPEN_CHAT, self._on_open),
            (Command.COPY, self._on_copy),
            (Command.HANDLED, self._on_done),
            (Command.DROP, self._on_drop),
        ):
            self.keys.bind(self, command, slot)

    # --- what is shown ------------------------------------------------------------------------------------------------

    @property
    def todo(self) -> Todo | None:
        """What is chosen now."""
        place = self.rows.row_of(self._chosen)
        return None if place is None else self.rows.row(place)

    @Slot(object)
    def _on_todos(self, todos: tuple[Todo, ...]) -> None:
        chosen, place = self._chosen, self.rows.row_of(self._chosen) or 0
        self.rows.merge(todos, in_order=self._is_new_visit)
        self._is_new_visit = False
        found = self.rows.row_of(chosen)
        if found is None and todos:
            found = min(place, len(todos) - 1)
        self._choose(found)
        self._body.setCurrentIndex(0 if todos else 1)
        self._summary.setVisible(bool(todos))

    def _choose(self, place: int | None) -> None:
        self.list.choose(place)
        self._chosen = None if place is None else self.rows.row(place).id
        self.panel.show_todo(self.todo)

    @Slot(int)
    def _on_list_row_chosen(self, place: int) -> None:
        if place >= 0:
            self._chosen = self.rows.row(place).id
            self.panel.show_todo(self.todo)

    # --- what a person does -------------------------------------------------------------------------------------------

    @Slot()
    def _on_next(self) -> None:
        self._step(1)

    @Slot()
    def _on_previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        place = self.rows.row_of(self._chosen)
        if place is not None and 0 <= place + by < self.rows.rowCount():
            self._choose(place + by)

    @Slot()
    def _on_open(self) -> None:
        if self.todo is not None and self.todo.state in TO_DO:
            self.phone.open_chat(self.todo)

    @Slot()
    def _on_copy(self) -> None:
        if self.todo is not None and self.todo.state in TO_DO:
            self.phone.copy_text(self.todo)

    @Slot()
    def _on_done(self) -> None:
        """Done; or, for what was done already, not done after all."""
        from console.desk import todos

        if self.todo is None:
            return
        if self.todo.state in TO_DO:
            self.jobs.ask(todos.done, self.todo.id, done=self._on_settled)
            self._go_on()
        else:
            self.jobs.ask(todos.put_back, self.todo.id)

    @Slot()
    def _on_drop(self) -> None:
        from console.desk import todos

        if self.todo is not None and self.todo.state in TO_DO:
            self.jobs.ask(todos.drop, self.todo.id, done=self._on_settled)
            self._go_on()

    def _go_on(self) -> None:
        """Go to the next that is to be done; the last one stays chosen."""
        place = self.rows.row_of(self._chosen)
        following = None if place is None else self.rows.next_to_do(place)
        if following is not None:
            self._choose(following)

    @Slot(object)
    def _on_settled(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Noted. With {key} you undo it.").format(key=undo_keys()))
