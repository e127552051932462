"""All that can be done about the report on the screen, and what it asks. GUI thread only."""

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.changes import Changes
from console.domain.decision import Act, Item, Verb
from console.domain.forward import ForwardAbout
from console.domain.message import Kind, MessageId
from console.domain.report_view import Head, HeadValue
from ui import words
from ui.jobs import Jobs
from ui.pages.act_keys import ActKeys
from ui.pages.answering import Answering
from ui.pages.deciding import Deciding
from ui.pages.forwarding import Forwarding
from ui.pages.line_opening import LineOpening
from ui.pages.phone_offer import PhoneOffer
from ui.pages.report_work import ReportWork, put_alone, set_apart
from ui.shortcuts import Command, KeyMap, undo_keys
from ui.widgets.report_sheet import ReportSheet
from ui.widgets.text import Shown, isolated, one_line

if TYPE_CHECKING:
    from console.domain.report_view import ReportDetail, ReportRow

CHOICE_CHARACTERS: Final = 90
OF_ITS_OWN: Final = "own"  # among the reports to choose from: a new one


class ReportActing(QObject):
    """Is about one report at a time; what changed comes back to the page as any change does.

    *Signals:*
        refused(): the desk did not do what was asked; look again.
        page_requested(str, object): show the page with this key.
        next_requested(), previous_requested(), undo_requested(): the button or key of that name.
        told(str), warned(str): for the message bar.
    """

    refused = Signal()
    page_requested = Signal(str, object)
    next_requested = Signal()
    previous_requested = Signal()
    undo_requested = Signal()
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, keys: KeyMap, sheet: ReportSheet, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._sheet = jobs, sheet
        self._work: ReportWork | None = None
        self._deciding = Deciding(jobs, self)
        self._answering = Answering(jobs, sheet.answer, self)
        self._opening = LineOpening(jobs, sheet.form, self)
        self._forwarding = Forwarding(jobs, sheet.forward, self)
        self._phone = PhoneOffer(jobs, self)
        self._keys = ActKeys(keys, sheet)
        self._choosing: Callable[[object], None] | None = None
        self._told: deque[str] = deque()  # what to say of what is on its way to the desk
        for command, slot in (
            (Command.NEXT, self.go_next),
            (Command.PREVIOUS, self.go_previous),
            (Command.AGREEMENT, self.make_first),
            (Command.SHOW_MESSAGE, self.show_message),
            (Command.OPEN_CHAT, self._phone.open_chat),
            (Command.COPY, self._phone.copy_text),
        ):
            keys.bind(sheet, command, slot)
        self._connect()

    def be_about(self, work: ReportWork | None) -> None:
        """Be about this report; None while there is none."""
        self._work = work
        self.offer()

    def forget_phone(self) -> None:
        """Offer nothing for the phone any more: it was undone."""
        self._phone.forget()

    @Slot()
    def offer(self) -> None:
        """Let be pressed what is possible with the lines that are marked."""
        marked = self._sheet.conversation.marked_own
        line = self._work.detail.lines[-1].number if self._work is not None and self._work.detail.lines else ""
        self._sheet.bar.offer(frozenset(self._possible()), marked=len(marked), line=line)

    def obey(self, command: Command) -> None:
        """Do what a key or button asks for."""
        acts: dict[Command, Callable[[], None]] = {
            Command.ALIKE: self._ask_join,
            Command.STEP: self._set_apart,
            Command.OTHER_GROUP: self._ask_elsewhere,
            Command.FINE: partial(self._move, here=True),
            Command.DELETE: partial(self._move, here=False),
            Command.AGREEMENT: self._make_first,
            Command.QUESTION: self._go_to_question,
            Command.GROUP: self._close_talk,
            Command.REDIRECT: self._pass_on,
            Command.CORRECT: self._sheet.known.focus_first,
            Command.SHOW_MESSAGE: self._show_message,
            Command.PREVIOUS: self.previous_requested.emit,
            Command.NEXT: self.next_requested.emit,
            Command.UNDO: self.undo_requested.emit,
            Command.MORE: self._sheet.bar.open_more,
        }
        if command is Command.MORE or (command in acts and command in set(self._possible())):
            acts[command]()

    # --- wiring -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._keys.pressed.connect(self._on_keys_pressed)
        self._sheet.bar.asked.connect(self.obey)
        self._sheet.conversation.marked.connect(self.offer)
        self._sheet.choice.chosen.connect(self._on_choice_chosen)
        for panel in self._sheet.questions:
            panel.closed.connect(self.offer)
        self._sheet.known.said.connect(self._on_known_said)
        self._sheet.known.suggestion_wanted.connect(self._on_known_suggestion_wanted)
        self._sheet.known.line_requested.connect(self._on_known_line_requested)
        self._answering.decided.connect(self._on_answering_decided)
        for asking in (self._answering, self._opening, self._forwarding):
            asking.opened.connect(self._sheet.show_question)
        self._deciding.stands_ready.connect(self._phone.offer)
        for teller in (self._answering, self._deciding, self._opening, self._forwarding, self._phone):
            teller.told.connect(self.told)
            teller.warned.connect(self.warned)

    @Slot(object, bool)
    def _on_keys_pressed(self, command: Command, _stays: bool) -> None:
        self.obey(command)

    @Slot()
    def go_next(self) -> None:
        """Ask for the next report of the table."""
        self.obey(Command.NEXT)

    @Slot()
    def go_previous(self) -> None:
        """Ask for the report before it."""
        self.obey(Command.PREVIOUS)

    @Slot()
    def make_first(self) -> None:
        """Say that the report is about the reader's own line."""
        self.obey(Command.AGREEMENT)

    @Slot()
    def show_message(self) -> None:
        """Show the reader's own line on the page Berichten."""
        self.obey(Command.SHOW_MESSAGE)

    # --- what is possible ---------------------------------------------------------------------------------------------

    def _possible(self) -> Iterator[Command]:
        yield from (Command.PREVIOUS, Command.NEXT, Command.UNDO)
        work, conversation = self._work, self._sheet.conversation
        if work is None or self._sheet.can_put_away():
            return
        yield from (Command.CORRECT, Command.QUESTION, Command.REDIRECT)
        if work.detail.nearby:
            yield Command.ALIKE
        if work.closing is not None:
            yield Command.GROUP
        if conversation.message_id is not None:
            yield Command.SHOW_MESSAGE
            if conversation.placed.line(conversation.placed.focus).kind is not Kind.SYSTEM:
                yield from self._possible_at_line(work.detail)

    def _possible_at_line(self, detail: "ReportDetail") -> Iterator[Command]:
        """Yield what may be done with the reader's own line; a notice of the app is in no report."""
        conversation = self._sheet.conversation
        if self._apart():
            yield Command.STEP
        if not conversation.is_at_own:
            yield Command.FINE
            return
        yield Command.DELETE
        if len(detail.messages) > 1 or detail.nearby:
            yield Command.OTHER_GROUP
        if not conversation.placed.is_primary(conversation.placed.focus):
            yield Command.AGREEMENT

    def _apart(self) -> tuple[MessageId, ...]:
        """Return what would be set apart: what is marked, or all from the reader's line on; () where nothing stays."""
        conversation = self._sheet.conversation
        chosen = conversation.marked_own
        if len(chosen) < 2:
            chosen = conversation.placed.own_from(conversation.placed.focus) if conversation.is_at_own else ()
        return chosen if 0 < len(chosen) < conversation.placed.own_count else ()

    # --- which messages -----------------------------------------------------------------------------------------------

    def _ask_join(self) -> None:
        if self._work is not None:
            self._choosing = self._join
            self._ask(self.tr("With which report does this one belong?"), self._nearby())

    def _ask_elsewhere(self) -> None:
        if self._work is None:
            return
        own = (OF_ITS_OWN, Shown(self.tr("A report of its own")))
        is_alone = len(self._work.detail.messages) == 1
        self._choosing = partial(self._put_elsewhere, self._sheet.conversation.message_id)
        choices = [*(() if is_alone else (own,)), *self._nearby()]
        self._ask(self.tr("Where does this message belong?"), choices)

    def _ask(self, title: str, choices: list[tuple[object, Shown]]) -> None:
        self._sheet.show_question()
        hint = self.tr("Reports of this group of about the same days, the nearest first.")
        self._sheet.choice.ask(title, hint, choices)

    def _nearby(self) -> list[tuple[object, Shown]]:
        return [(row.id, self._row_words(row)) for row in self._work.detail.nearby] if self._work is not None else []

    def _row_words(self, row: "ReportRow") -> Shown:
        what = isolated(one_line(row.what, CHOICE_CHARACTERS))
        count = self.tr("%Ln message(s)", "", row.messages)
        return Shown(f"{words.moment(row.at)} · {what} · {count}")

    @Slot(object)
    def _on_choice_chosen(self, chosen: object) -> None:
        choosing, self._choosing = self._choosing, None
        if choosing is not None:
            choosing(chosen)

    def _join(self, other: object) -> None:
        from console.desk.reports import mending

        if self._work is not None:
            self._tell(mending.join, other, self._work.detail.id, said=self.tr("They are one report now."))

    def _put_elsewhere(self, message_id: MessageId | None, place: object) -> None:
        from console.desk.reports import mending

        if message_id is None:
            return
        if place == OF_ITS_OWN:
            self._tell(put_alone, message_id, said=self.tr("It is a report of its own now."))
        else:
            self._tell(mending.move, message_id, place, said=self.tr("The message stands in the other report now."))

    def _set_apart(self) -> None:
        if self._work is not None:
            said = self.tr("They are two reports now.")
            self._tell(set_apart, self._work.detail.id, self._apart(), said=said)

    def _move(self, *, here: bool) -> None:
        from console.desk.reports import mending

        message_id = self._sheet.conversation.message_id
        if self._work is None or message_id is None:
            return
        if here:
            told = self.tr("The message stands in this report now.")
            self._tell(mending.move, message_id, self._work.detail.id, said=told)
        else:
            self._tell(mending.move, message_id, None, said=self.tr("The message stands in no report now."))

    def _make_first(self) -> None:
        from console.desk.reports import mending

        message_id = self._sheet.conversation.message_id
        if self._work is not None and message_id is not None:
            told = self.tr("The report begins with this message now. The minutes count from it.")
            self._tell(mending.set_primary, self._work.detail.id, message_id, said=told)

    # --- what is known ------------------------------------------------------------------------------------------------

    @Slot(object, object)
    def _on_known_said(self, head: Head, value: HeadValue) -> None:
        from console.desk.reports import mending

        if self._work is not None:
            self._tell(mending.set_field, self._work.detail.id, head, value, said=self.tr("Kept."))

    @Slot(object)
    def _on_known_suggestion_wanted(self, head: Head) -> None:
        from console.desk.reports import mending

        if self._work is not None:
            told = self.tr("The suggestion stands there again.")
            self._tell(mending.as_suggested, self._work.detail.id, head, said=told)

    @Slot(object)
    def _on_known_line_requested(self, line_id: object) -> None:
        self.page_requested.emit("feedback", ("lines", line_id))

    def _go_to_question(self) -> None:
        if self._work is None:
            return
        if self._work.detail.lines:
            self._on_known_line_requested(self._work.detail.lines[-1].id)
        else:
            self._opening.ask(self._work.first)

    def _show_message(self) -> None:
        message_id = self._sheet.conversation.message_id
        if message_id is not None:
            self.page_requested.emit("messages", message_id)

    def _close_talk(self) -> None:
        closing = self._work.closing if self._work is not None else None
        if closing is not None and closing.item is not None:
            self._answering.ask(closing.item, Verb.GROUP, None, stays=True)

    def _pass_on(self) -> None:
        """Pass the report on to a service: about the answer that is owed, or a new one."""
        if self._work is not None:
            detail = self._work.detail
            line = detail.lines[-1].id if detail.lines else None
            message = self._work.first if line is None else None
            self._forwarding.open(ForwardAbout(detail.group_id, line_id=line, message_id=message))

    @Slot(object, object, bool)
    def _on_answering_decided(self, item: Item, act: Act, _stays: bool) -> None:
        closing = self._work.closing if self._work is not None else None
        self._deciding.act(item, act, closing.seen if closing is not None else None)

    # --- the desk -----------------------------------------------------------------------------------------------------

    def _tell(self, call: Callable[..., Changes], *values: object, said: str) -> None:
        self._told.append(said)
        self._jobs.ask(call, *values, done=self._on_kept, failed=self._on_failed)

    @Slot(object)
    def _on_kept(self, changes: Changes) -> None:
        said = self._told.popleft()
        if changes.decision is not None:
            undo = self.tr("With {key} you undo it.").format(key=undo_keys())
            self.told.emit(f"{said} {undo}")

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._told.popleft()
        self.warned.emit(self._jobs.sentence(error))
        self.refused.emit()
