"""The list at the left of Op uw telefoon. GUI thread only."""

from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.outgoing import Todo, TodoState
from ui import words
from ui.models.todos import TO_DO, TODO_ROLE, TodosModel
from ui.outgoing import state_words, what_goes_out
from ui.widgets.chip_list import ChipDelegate, ChipListView, ChipRow, ModelIndex
from ui.widgets.text import isolated, one_line

GROUP_LINES: Final = 1


class TodoListView(ChipListView):
    """Where each thing stands and since when, what it is, and in which group; what was done is a quiet row."""

    def __init__(self, rows: TodosModel, parent: QWidget | None = None) -> None:
        super().__init__(rows, _TodoDelegate(GROUP_LINES), parent)

    @override
    def _name(self) -> str:
        return self.tr("What is to be done on your phone")


class _TodoDelegate(ChipDelegate):
    @override
    def row(self, index: ModelIndex) -> ChipRow:
        todo: Todo = index.data(TODO_ROLE)
        return ChipRow(
            chip=state_words(todo.state),
            color="today" if todo.state is TodoState.NOT_SEEN else "later",
            moments=(words.moment(todo.created_at),),
            title=what_goes_out(todo.action, todo.recipient),
            text=isolated(one_line(todo.group, 80)),
            is_settled=todo.state not in TO_DO,
        )
