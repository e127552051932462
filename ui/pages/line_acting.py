"""All that can be done about the answer owed on the screen, and what it asks: on Deze week and on Terugkoppeling.

GUI thread only.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.decision import Act, Item, Verb
from console.domain.draft import Tone
from console.domain.feedback import OPEN_STATES, Channel, Find, FindKind, LapseReason, Line, LineId, LineState
from console.domain.forward import ForwardAbout
from console.domain.telling import Telling
from ui import line_facts
from ui.jobs import Jobs
from ui.pages.deciding import Deciding
from ui.pages.forwarding import Forwarding
from ui.pages.item_acting import ItemActing
from ui.pages.line_answering import AskWish, LineAnswering, Tellings, item_of, load_tellings, said_act
from ui.pages.line_mending import LineMending
from ui.shortcuts import Command, undo_keys
from ui.widgets.line_answer_form import Said
from ui.widgets.line_bar import ACTS
from ui.widgets.line_view import LineView
from ui.widgets.text import isolated, one_line

if TYPE_CHECKING:
    from console.desk.feedback.line_detail import LineDetail


class LineActing(ItemActing):
    """Is about one line at a time.

    *Signals:*
        left(): the focus may go back to the list.
        page_requested(str, object): show the page with this key; the value goes to its ``open_with``.
    """

    left = Signal()
    page_requested = Signal(str, object)

    def __init__(self, jobs: Jobs, deciding: Deciding, view: LineView, page: QWidget) -> None:
        super().__init__(jobs, deciding, view.bar, view, page)
        self._view = view
        self._detail: LineDetail | None = None
        self._lapses_many = False
        self._told_of: LineId | None = None  # the line whose tellings were asked for last
        self._answering = LineAnswering(jobs, view.question, self)
        self._forwarding = Forwarding(jobs, view.forward, self)
        self._mending = LineMending(jobs, view, self)
        self._connect()

    # --- what the page calls ------------------------------------------------------------------------------------------

    @property
    def is_asking(self) -> bool:
        """Whether something is being written or chosen."""
        return self._view.is_asking

    def be_about(self, detail: "LineDetail | None", *, can_decide: bool) -> None:
        """Be about the line on the screen; ``can_decide`` when it waits and stands there to be read."""
        self._detail = detail
        line = detail.line if detail is not None else None
        item = item_of(line) if line is not None else None
        can_decide = can_decide and line is not None and line.state in OPEN_STATES
        self._be_about(item, item.at if item else None, detail.seen if detail else None, can_decide=can_decide)
        self._mending.be_about(detail)
        if detail is not None:
            self._view.top.show_group(_place(detail.line))
            self._view.card.show_detail(detail)
        self._view.card.set_can_decide(can_decide)

    @Slot()
    def put_away(self) -> None:
        """Put away what is asked about a line that the reader left."""
        self._view.put_all_away()

    def forget_answer(self) -> None:
        """Have the next question asked for anew: something changed."""
        self._answering.forget()

    def obey(self, command: Command, stays: bool) -> None:
        """Do what a key asks for; while something is asked, the keys belong to that."""
        if self._view.is_asking and not self._alike.is_open:
            return
        if command in ACTS:
            self.act(ACTS[command], stays)
            return
        match command:
            case Command.STEP:
                self._take_step(stays=stays)
            case Command.CORRECT:
                self._mending.ask_details()
            case Command.LATER:
                self._ask_until(stays=stays)
            case Command.NOTE:
                self.ask_note()
            case Command.ALIKE:
                self._alike.toggle()
            case Command.MORE:
                self._view.bar.open_more()

    # --- wiring -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        view, card = self._view, self._view.card
        for signal in (view.bar.act_requested, view.alike.verb_chosen):
            signal.connect(self._on_verb_chosen)
        for signal in (view.bar.step_requested, card.step_requested):
            signal.connect(self.take_step)
        view.bar.correction_question_requested.connect(self._mending.ask_details)
        view.top.alike.clicked.connect(self._alike.toggle)
        view.lapse.chosen.connect(self._on_lapse_chosen)
        view.answer.kept.connect(self._on_answer_kept)
        view.tellings.finished.connect(self._on_tellings_finished)
        view.tellings.tone_chosen.connect(self._on_tone_chosen)
        view.left.connect(self.left)
        card.find_accepted.connect(self._on_card_find_accepted)
        card.message_requested.connect(self._on_card_message_requested)
        self._alike.counted.connect(view.top.show_alike)
        self._alike.stay.timeout.connect(self._look_ahead)
        self._answering.decided.connect(self._decide)
        for writer in (self._answering, self._forwarding):
            writer.opened.connect(view.show_parts)
        self._forwarding.closed.connect(view.show_parts)
        for teller in (self._answering, self._forwarding, self._mending):
            teller.told.connect(self.told)
            teller.warned.connect(self.warned)

    # --- acts ---------------------------------------------------------------------------------------------------------

    def act(self, verb: Verb, stays: bool) -> None:
        """Ask for the words, the reason or the way first: nothing here is decided by one key alone."""
        if self._alike.is_open:
            if verb is Verb.LAPSE:
                self._ask_why(stays=stays)
        else:
            self._begin(verb, stays=stays)

    @Slot(object)
    def _on_verb_chosen(self, verb: Verb) -> None:
        self.act(verb, False)

    @Slot()
    def take_step(self) -> None:
        """Do what the line waits for next."""
        self._take_step(stays=False)

    def _take_step(self, *, stays: bool) -> None:
        if self._detail is None or self._item is None:
            return
        line = self._detail.line
        answer = next((find for find in self._detail.finds if find.kind is FindKind.ANSWER), None)
        if line.state is LineState.ANSWERED:
            self._begin(Verb.TELL, stays=stays)
        elif answer is not None:
            self._on_card_find_accepted(answer)
        elif line.state is LineState.TO_ASK or line.is_overdue:
            self._begin(Verb.OFFICER, stays=stays)
        else:
            self._begin(Verb.ANSWERED, stays=stays)

    def _begin(self, verb: Verb, *, stays: bool) -> None:
        item, detail = self._item, self._detail
        if item is None or detail is None or self._is_braked():
            return
        self._view.bar.close_questions()
        self._stays = stays
        match verb:
            case Verb.OFFICER:
                self._answering.write(AskWish(item, verb, line=detail.line), stays=stays)
            case Verb.ANSWERED:
                self._view.answer.ask(detail.line)
                self._view.show_parts()
            case Verb.TELL:
                self._ask_tellings(detail.line)
            case Verb.LAPSE:
                self._ask_why(stays=stays)
            case Verb.FORWARD:
                self._forwarding.open(ForwardAbout(item.group_id, line_id=detail.line.id))

    @override
    def _make_room(self) -> None:
        self._view.put_all_away()

    @Slot()
    def _look_ahead(self) -> None:
        """Ask for the words that the reader is likely to need: those of a question."""
        if self._item is not None and self._detail is not None and not self._view.is_asking:
            line = self._detail.line
            if line.state is LineState.TO_ASK or line.is_overdue:
                self._answering.prepare_line(AskWish(self._item, Verb.OFFICER, line=line))

    @Slot(object, object, bool)
    @override
    def _decide(self, item: Item, act: Act, stays: bool) -> None:
        """Decide about the line on the screen, also when something else is known of it than when it was asked."""
        if self._item is not None and item.id == self._item.id:
            super()._decide(self._item, act, stays)

    # --- why not ------------------------------------------------------------------------------------------------------

    def _ask_why(self, *, stays: bool) -> None:
        self._stays = stays
        cluster = self._view.alike.cluster if self._alike.is_open else None
        self._lapses_many = cluster is not None
        what = self._detail.line.what if self._detail is not None else ""
        self._view.lapse.ask(what, count=len(cluster.items) if cluster is not None else 1)
        self._view.show_parts()

    @Slot(object, str)
    def _on_lapse_chosen(self, reason_code: LapseReason, reason: str) -> None:
        act = Act(Verb.LAPSE, reason_code=reason_code.value, reason=reason or None)
        if self._lapses_many:
            self._alike.takes(act)
        elif self._item is not None:
            self._decide(self._item, act, self._stays)

    # --- the answer ---------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_card_find_accepted(self, find: Find) -> None:
        if self._item is None or self._detail is None:
            return
        if find.kind is FindKind.ANSWER:
            self._view.bar.close_questions()
            self._view.answer.ask(self._detail.line, find)
            self._view.show_parts()
        else:
            self._mending.accept(find)
            self._ask_tellings(self._detail.line)  # who asks for news gets a word now, also that there is none yet

    @Slot(object)
    def _on_answer_kept(self, said: Said) -> None:
        """Keep the answer first: whoever leaves the texts that come after it has lost nothing."""
        from console.desk import triage
        from console.desk.feedback import finds

        if self._item is None or self._detail is None:
            return
        call = {"done": self._on_answered, "failed": self._on_failed}
        self._told_of = self._detail.line.id
        if said.find is not None:
            words = {"text": said.text, "result": said.result}
            self._jobs.ask(finds.accept, said.find.id, self._detail.line.id, **words, **call)
        else:
            act = said_act(said.text, said.result, Channel(said.channel).value)
            self._jobs.ask(triage.decide, self._item.id, act, seen=self._seen, **call)

    @Slot(object)
    def _on_answered(self, _decided: object) -> None:
        self._view.answer.put_away()
        self.told.emit(self.tr("The answer is written down. With {key} you undo it.").format(key=undo_keys()))
        if self._detail is not None and self._detail.line.id == self._told_of:
            self._ask_tellings(self._detail.line)

    # --- telling it ---------------------------------------------------------------------------------------------------

    def _ask_tellings(self, line: Line) -> None:
        self._told_of = line.id
        self._jobs.ask(load_tellings, (line.id,), done=self._on_tellings, failed=self._on_failed)

    @Slot(object)
    def _on_tone_chosen(self, tone: Tone) -> None:
        if self._detail is not None:
            line_ids = (self._detail.line.id,)
            self._jobs.ask(load_tellings, line_ids, tone, done=self._on_other_tone, failed=self._on_failed)

    @Slot(object)
    def _on_other_tone(self, found: Tellings) -> None:
        self._view.tellings.show_drafts(found.to_tell)

    @Slot(object)
    def _on_tellings(self, found: Tellings) -> None:
        line = found.lines[0]
        if self._detail is None or self._detail.line.id != line.id:
            return  # the reader went on
        if not found.to_tell:
            self.told.emit(self.tr("Everybody was told already."))
            return
        self._view.bar.close_questions()
        self._view.tellings.ask(found.to_tell, one_line(line.what, 120), is_sent=found.is_sent)
        self._view.show_parts()

    @Slot(object, bool)
    def _on_tellings_finished(self, told: tuple[tuple[LineId, Telling], ...], stays: bool) -> None:
        if self._item is None:
            return
        self._view.tellings.put_away()
        tellings = tuple(telling for _line_id, telling in told)
        self._decide(self._item, Act(Verb.TELL, tellings=tellings), stays or self._stays)

    @Slot(object)
    def _on_card_message_requested(self, message_id: int) -> None:
        self.page_requested.emit("messages", message_id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self._jobs.sentence(error))


def _place(line: Line) -> str:
    """Return the group that waits, or the first with how many more."""
    if not line.groups:
        return ""
    first = isolated(one_line(line.groups[0].group, line_facts.NAME_CHARACTERS))
    return first if len(line.groups) == 1 else line_facts.groups_of(line)
