"""The actions under what waits, each with its key, and the small questions that they may ask. GUI thread only."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo
from functools import partial
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.decision import Verb
from console.domain.group import GroupId
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.key_menu import KeyMenu
from ui.widgets.later_view import LaterView
from ui.widgets.note_form import NoteForm, NoteWish
from ui.widgets.puts_away import PutsAway

ROWS: Final = 2  # more of them would be a wall
ALWAYS: Final = frozenset({Command.WHY, Command.PREVIOUS, Command.NEXT, Command.UNDO})  # with what is decided too


class ActionBar(PutsAway):
    """The frequent actions in two rows at most, the others under one button; each key works wherever its button is.

    ``order`` is how they stand, ``frequent`` which of them find a place in the rows, the first one first (the others
    open with "More"), ``acts`` which of them decide.

    Later asks for a day and Notitie for a text, both in place; the other questions open beside the reasons.

    *Signals:*
        act_requested(object): decide with this Verb, or ask for the words of it.
        step_requested(), alike_requested(), question_requested(), correction_question_requested(), why_requested(),
            later_question_requested(), note_question_requested(), next_requested(), previous_requested(),
            undo_requested(): the button of that name was pressed.
        later_chosen(object): out of sight until this moment (aware, start of a day in the group's zone).
        note_written(NoteWish): a note.
        closed(): a question was answered or put away; the focus may go back to the list.
    """

    act_requested = Signal(object)
    step_requested = Signal()
    alike_requested = Signal()
    question_requested = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    later_question_requested = Signal()
    note_question_requested = Signal()
    correction_question_requested = Signal()
    why_requested = Signal()
    undo_requested = Signal()
    later_chosen = Signal(object)
    note_written = Signal(object)
    closed = Signal()

    order: tuple[Command, ...] = ()
    frequent: tuple[Command, ...] = ()
    acts: Mapping[Command, Verb] = MappingProxyType({})

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {command: KeyButton() for command in self.order}
        self._more = KeyButton()
        self._rows = FlowLayout()
        self._others = KeyMenu(self)
        self._in_rows: tuple[Command, ...] = ()
        self._later_panel = LaterView()
        self._note_panel = NoteForm()
        for button in (*self._buttons.values(), self._more):
            self._rows.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        for question in self._questions():
            column.addWidget(question)
            question.hide()
        self._connect()
        self.retranslate()

    @property
    def is_asking(self) -> bool:
        """Whether one of the questions is open."""
        return not all(question.isHidden() for question in self._questions())

    def set_can_decide(self, can_decide: bool) -> None:  # a property's setter in Qt's manner
        """Let the decisions be pressed, or not: the item is decided, or not there yet."""
        for command, button in self._buttons.items():
            button.setEnabled(can_decide or command in ALWAYS)

    def ask_later(self, today: date, zone: tzinfo) -> None:
        """Ask until which day, unless something stands in the place of the actions."""
        if self.isHidden():
            return
        self._show_only(self._later_panel)
        self._later_panel.ask(today, zone)

    def ask_note(self, groups: Sequence[tuple[GroupId, str]], today: date) -> None:
        """Ask for a note; ``groups`` are those of which it may be shown in one alone, the item's own first."""
        if self.isHidden():
            return
        self._show_only(self._note_panel)
        self._note_panel.ask(groups, today)

    @Slot()
    def open_more(self) -> None:
        """Show the other actions with their keys, unless something stands in the place of them all."""
        if self.isHidden():
            return
        self._others.clear()
        for command in self.order:
            if command not in self._in_rows:
                self._others.add(self._buttons[command])
        self._others.open_at(self._more)

    @Slot()
    def close_questions(self) -> None:
        """Put away whatever is open."""
        if self.is_asking:
            self._show_only(None)
            self.closed.emit()

    @abstractmethod
    def _words(self) -> Mapping[Command, str]:
        """Return what stands on the buttons, in the language on the screen.

        Their keys are letters already: none has a letter with Alt besides.
        """

    def retranslate(self) -> None:
        """Put the words and keys on the buttons."""
        for command, text in self._words().items():
            self._buttons[command].setText(text)
            self._buttons[command].set_key(key_text(command))
        self._more.setText(self.tr("More…"))
        self._more.set_key(key_text(Command.MORE))
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the size of the letters."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out which buttons find a place."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def can_put_away(self) -> bool:
        return self.is_asking

    @override
    def put_away(self) -> None:
        self.close_questions()

    # --- which buttons stand where ------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Put as many of the frequent actions into the rows as find a place; the others wait under More."""
        widths = {command: self._buttons[command].sizeHint().width() for command in self.frequent}
        fitting = (chosen for chosen in self._choices() if self._row_count([widths[each] for each in chosen]) <= ROWS)
        shown = next(fitting, self.frequent[:1])
        if shown != self._in_rows:
            self._in_rows = shown
            for command, button in self._buttons.items():
                button.setVisible(command in shown)

    def _choices(self) -> list[tuple[Command, ...]]:
        """Return which commands may stand in the rows, the most of them first."""
        counts = range(len(self.frequent), 0, -1)
        return [tuple(command for command in self.order if command in self.frequent[:count]) for count in counts]

    def _row_count(self, widths: Sequence[int]) -> int:
        """Return how many rows buttons of these widths take with More behind them, as ``FlowLayout`` puts them."""
        room, gap, rows, left = self.width(), self._rows.spacing(), 1, 0
        for width in (*widths, self._more.sizeHint().width()):
            if left and left + width > room:
                rows, left = rows + 1, 0
            left += width + gap
        return rows

    def _questions(self) -> tuple[QWidget, ...]:
        return self._later_panel, self._note_panel

    def _show_only(self, wanted: QWidget | None) -> None:
        for question in self._questions():
            if question is not wanted:
                question.hide()

    # --- wiring -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        for command, signal in (
            (Command.STEP, self.step_requested),
            (Command.ALIKE, self.alike_requested),
            (Command.QUESTION, self.question_requested),
            (Command.LATER, self.later_question_requested),
            (Command.NOTE, self.note_question_requested),
            (Command.CORRECT, self.correction_question_requested),
            (Command.WHY, self.why_requested),
            (Command.PREVIOUS, self.previous_requested),
            (Command.NEXT, self.next_requested),
            (Command.UNDO, self.undo_requested),
        ):
            if command in self._buttons:
                self._buttons[command].clicked.connect(signal)
        for command, verb in self.acts.items():
            self._buttons[command].clicked.connect(partial(self._on_act_clicked, verb))
        self._more.clicked.connect(self.open_more)
        self._later_panel.chosen.connect(self._on_later_panel_chosen)
        self._note_panel.written.connect(self._on_note_panel_written)

    def _on_act_clicked(self, verb: Verb, _is_checked: bool = False) -> None:
        self.act_requested.emit(verb)

    @Slot(object)
    def _on_later_panel_chosen(self, until: datetime) -> None:
        self.close_questions()
        self.later_chosen.emit(until)

    @Slot(object)
    def _on_note_panel_written(self, wish: NoteWish) -> None:
        self.close_questions()
        self.note_written.emit(wish)
