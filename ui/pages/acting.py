"""All that can be done about the message on the screen of Deze week, and what it asks. GUI thread only.

Acting goes on at once: the decision is on its way to the desk while the reader is at the next message. What the desk
refuses comes back with its sentence.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.decision import Act, Item, Verb
from console.domain.forward import ForwardAbout
from console.domain.judgement import Label
from console.domain.ladder import Rung
from console.domain.message import MessageId
from ui.jobs import Jobs
from ui.models.queue import Row
from ui.pages.answering import Answering
from ui.pages.deciding import ANSWERS, Deciding
from ui.pages.explaining import Explaining
from ui.pages.forwarding import Forwarding
from ui.pages.item_acting import ItemActing
from ui.pages.line_opening import LineOpening
from ui.pages.week_layout import WeekLayout
from ui.shortcuts import Command
from ui.widgets.decision_bar import ACTS

if TYPE_CHECKING:
    from console.desk.conversation import Detail


class Acting(ItemActing):
    """Is about one message at a time."""

    def __init__(self, jobs: Jobs, deciding: Deciding, parts: WeekLayout, page: QWidget) -> None:
        super().__init__(jobs, deciding, parts.bar, parts, page)
        self._parts = parts
        self._detail: Detail | None = None
        self._passed_on: Item | None = None
        self._explaining = Explaining(jobs, parts.panel, self)
        self._answering = Answering(jobs, parts.answer, self)
        self._opening = LineOpening(jobs, parts.new_line, self)
        self._forwarding = Forwarding(jobs, parts.forward, self)
        self._connect()

    # --- what the page calls ------------------------------------------------------------------------------------------

    @property
    def is_answering(self) -> bool:
        """Whether an answer is being written."""
        return any(writer.is_open for writer in (self._answering, self._opening, self._forwarding))

    def be_about(self, row: Row | None, detail: "Detail | None", *, can_decide: bool) -> None:
        """Be about the message on the screen; ``can_decide`` when it waits and stands there to be read."""
        self._detail = detail
        item, at = (row.item, row.at) if row is not None else (None, None)
        self._be_about(item, at, detail.seen if detail is not None else None, can_decide=can_decide)
        self._parts.proposal.set_can_decide(can_decide)

    def put_away(self) -> None:
        """Put away what is asked about a message that the reader left."""
        self._answering.put_away()
        self._opening.put_away()
        self._forwarding.put_away()
        self._parts.bar.close_questions()

    def forget_answer(self) -> None:
        """Have the next answer asked for anew: something changed."""
        self._answering.forget()

    def obey(self, command: Command, stays: bool) -> None:
        """Do what a key asks for."""
        if command in ACTS:
            self.act(ACTS[command], stays)
            return
        match command:
            case Command.STEP:
                self._take_step(stays=stays)
            case Command.CORRECT:
                self._ask_what_is_wrong(stays=stays)
            case Command.LATER:
                self._ask_until(stays=stays)
            case Command.NOTE:
                self.ask_note()
            case Command.WHY:
                self.ask_why()
            case Command.ALIKE:
                self._alike.toggle()
            case Command.QUESTION:
                self.ask_question()
            case Command.MORE:
                self._parts.bar.open_more()

    @Slot()
    def _look_ahead(self) -> None:
        """Ask for the words that the reader is likely to need: those of the proposed step, or of a private answer."""
        proposed = self._detail.proposal.rung.verb if self._detail is not None and self._detail.proposal else ""
        verb = Verb(proposed) if proposed in ANSWERS else Verb.PRIVATE
        if self._item is not None and not self._answering.is_open:
            self._answering.prepare(self._item, verb, self._rung_for(verb))

    # --- wiring -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        bar, panel = self._parts.bar, self._parts.panel
        for signal in (bar.act_requested, self._parts.alike.verb_chosen):
            signal.connect(self._on_verb_chosen)
        bar.step_requested.connect(self.take_step)
        bar.correction_question_requested.connect(self.ask_correction)
        bar.why_requested.connect(self.ask_why)
        panel.said.connect(self._on_panel_said)
        self._parts.top.alike.clicked.connect(self._alike.toggle)
        self._answering.decided.connect(self._decide)
        self._answering.opened.connect(self._on_answering_opened)
        self._answering.closed.connect(self._on_answering_closed)
        self._alike.counted.connect(self._parts.top.show_alike)
        self._alike.stay.timeout.connect(self._look_ahead)
        bar.question_requested.connect(self.ask_question)
        self._answering.pass_on_requested.connect(self._on_answering_pass_on_requested)
        self._forwarding.forwarded.connect(self._on_forwarding_forwarded)
        for form in (self._opening, self._forwarding):
            form.opened.connect(self._on_answering_opened)
            form.closed.connect(self._on_answering_closed)
        for writer in (self._answering, self._opening, self._forwarding):
            writer.told.connect(self.told)
            writer.warned.connect(self.warned)
        self._explaining.warned.connect(self.warned)

    # --- acts ---------------------------------------------------------------------------------------------------------

    def act(self, verb: Verb, stays: bool) -> None:
        """Decide at once, or ask for the words that somebody is to read."""
        if not self._alike.takes(Act(verb)):
            self._begin(verb, self._rung_for(verb), stays=stays)

    @Slot(object)
    def _on_verb_chosen(self, verb: Verb) -> None:
        self.act(verb, False)

    @Slot()
    def take_step(self) -> None:
        """Take the step that the ladder proposes for who wrote the message."""
        self._take_step(stays=False)

    def _take_step(self, *, stays: bool) -> None:
        proposal = self._detail.proposal if self._detail is not None else None
        if proposal is not None:
            self._begin(Verb(proposal.rung.verb), proposal.rung, stays=stays)
        elif self._item is not None:
            self.told.emit(self.tr("No step is proposed here."))

    def _rung_for(self, verb: Verb) -> Rung | None:
        """Return the step of the ladder that an act takes with who wrote the message, None for one that takes none."""
        proposal = self._detail.proposal if self._detail is not None else None
        return proposal.steps.get(verb.value) if proposal is not None else None

    def _begin(self, verb: Verb, rung: Rung | None, *, stays: bool) -> None:
        item = self._item
        if item is None or self._is_braked():
            return
        if verb in ANSWERS:
            self._answering.ask(item, verb, rung, stays=stays)
        else:
            self._decide(item, Act(verb, rung=rung.key if rung is not None else None), stays)

    # --- questions ----------------------------------------------------------------------------------------------------

    @override
    def _make_room(self) -> None:
        self._parts.panel.put_away()

    @Slot()
    def ask_why(self) -> None:
        """Open the whole reasoning about the message, or put it away."""
        if not self.is_answering:
            self._parts.bar.close_questions()
            self._explaining.ask()

    @Slot()
    def ask_question(self) -> None:
        """Open a question about the message: somebody owes an answer. The message itself stays as it is."""
        if self._shown is not None and not self.is_answering:
            self._opening.ask(MessageId(self._shown.subject_id))

    @Slot(object)
    def _on_answering_pass_on_requested(self, item: Item) -> None:
        self._passed_on = item
        about = ForwardAbout(item.group_id, message_id=MessageId(item.subject_id), item_id=item.id, seen=self._seen)
        self._forwarding.open(about)

    @Slot(object)
    def _on_forwarding_forwarded(self, _forwarded: object) -> None:
        """Let the message be done; who still passes it on himself stays with it."""
        if self._passed_on is not None:
            self.decided.emit((self._passed_on.id,), Verb.FORWARD, self._forwarding.is_open)

    @Slot()
    def ask_correction(self) -> None:
        """Ask what is not right, then go on."""
        self._ask_what_is_wrong(stays=False)

    def _ask_what_is_wrong(self, *, stays: bool) -> None:
        if self._item is not None:
            self._parts.bar.close_questions()
            self._stays = stays
            self._parts.panel.ask_what_is_wrong()

    @Slot(object)
    def _on_panel_said(self, said: Mapping[Label, str]) -> None:
        if self._item is not None and not self._is_braked():
            item = self._item
            self._deciding.correct(item, said)
            self.decided.emit((item.id,), Verb.CORRECTION, self._stays)

    @Slot()
    def _on_answering_opened(self) -> None:
        self._parts.bar.close_questions()
        self._parts.panel.put_away()
        self._parts.show_answering(is_open=True)

    @Slot()
    def _on_answering_closed(self) -> None:
        self._parts.show_answering(is_open=False)
        self._parts.queue.setFocus()
