"""All that can be done about the join request on the screen, and what it asks: on Deze week and on Aanmeldingen.

GUI thread only.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.decision import Act, Verb
from console.domain.group import GroupId
from console.domain.join_request import Applicant, RefusalReason, RequestProposal
from ui import request_facts
from ui.jobs import Jobs
from ui.pages.deciding import Deciding
from ui.pages.item_acting import ItemActing
from ui.pages.request_answering import WITH_WORDS, RequestAnswering, RequestWish, item_of
from ui.shortcuts import Command, undo_keys
from ui.widgets.request_bar import ACTS
from ui.widgets.request_view import RequestView
from ui.widgets.text import Shown

if TYPE_CHECKING:
    from console.desk.joining.requests import RequestDetail


class RequestActing(ItemActing):
    """Is about one request at a time.

    *Signals:*
        left(): the focus may go back to the list.
    """

    left = Signal()

    def __init__(self, jobs: Jobs, deciding: Deciding, view: RequestView, page: QWidget) -> None:
        super().__init__(jobs, deciding, view.bar, view, page)
        self._view = view
        self._detail: RequestDetail | None = None
        self._refuses_many = False
        self._answering = RequestAnswering(jobs, view.answer, self)
        self._connect()

    # --- what the page calls ------------------------------------------------------------------------------------------

    @property
    def is_asking(self) -> bool:
        """Whether something is being written or chosen."""
        return self._view.is_asking

    def be_about(self, detail: "RequestDetail | None", *, can_decide: bool) -> None:
        """Be about the request on the screen; ``can_decide`` when it waits and stands there to be read."""
        self._detail = detail
        item = item_of(detail.request) if detail is not None else None
        at = detail.request.received_at if detail is not None else None
        self._be_about(item, at, detail.seen if detail is not None else None, can_decide=can_decide)
        if detail is not None:
            self._view.top.show_group(detail.request.group)
            self._view.card.show_request(detail.request, detail.screening, request_facts.small_print(detail))
        self._view.card.set_can_decide(can_decide)

    @Slot()
    def put_away(self) -> None:
        """Put away what is asked about a request that the reader left."""
        self._view.put_all_away()

    def forget_answer(self) -> None:
        """Have the next answer asked for anew: something changed."""
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
                self.ask_details()
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
        view = self._view
        for signal in (view.bar.act_requested, view.alike.verb_chosen):
            signal.connect(self._on_verb_chosen)
        for signal in (view.bar.step_requested, view.card.step_requested):
            signal.connect(self.take_step)
        view.card.refer_requested.connect(self.refer)
        view.bar.correction_question_requested.connect(self.ask_details)
        view.top.alike.clicked.connect(self._alike.toggle)
        view.refusal.chosen.connect(self._on_refusal_chosen)
        view.form.kept.connect(self._on_form_kept)
        view.left.connect(self.left)
        self._alike.counted.connect(view.top.show_alike)
        self._alike.stay.timeout.connect(self._look_ahead)
        self._answering.decided.connect(self._decide)
        self._answering.opened.connect(view.show_parts)
        self._answering.told.connect(self.told)
        self._answering.warned.connect(self.warned)

    # --- acts ---------------------------------------------------------------------------------------------------------

    def act(self, verb: Verb, stays: bool) -> None:
        """Decide at once, or ask for the words and the reason first."""
        if self._alike.is_open and verb is Verb.REFUSE:
            self._ask_why_not(stays=stays)
        elif self._alike.takes(Act(verb)):
            return
        elif not self._alike.is_open:
            self._begin(verb, stays=stays)

    @Slot(object)
    def _on_verb_chosen(self, verb: Verb) -> None:
        self.act(verb, False)

    @Slot()
    def take_step(self) -> None:
        """Do what the group's own rule proposes."""
        self._take_step(stays=False)

    @Slot()
    def refer(self) -> None:
        """Point to the group of this address."""
        self._begin(Verb.REFER, stays=False)

    def _take_step(self, *, stays: bool) -> None:
        proposal = self._proposal
        if proposal is not None:
            self._begin(proposal.verb, stays=stays)
        elif self._item is not None:
            self.told.emit(self.tr("Nothing is proposed here."))

    def _begin(self, verb: Verb, *, stays: bool) -> None:
        item = self._item
        if item is None or self._is_braked():
            return
        self._view.bar.close_questions()
        if verb is Verb.REFUSE:
            self._ask_why_not(stays=stays)
        elif verb in WITH_WORDS:
            wish = self._wish(verb)
            if wish is not None:
                self._answering.write(wish, stays=stays)
        else:
            self._decide(item, Act(verb), stays)

    def _wish(self, verb: Verb, reason_code: RefusalReason | None = None, reason: str = "") -> RequestWish | None:
        if self._item is None or self._detail is None:
            return None
        screening = self._detail.screening
        return RequestWish(
            self._item,
            verb,
            request=self._detail.request,
            groups=screening.right_groups,
            limit_days=screening.limit_days,
            starts_at=self._detail.starts_at,
            reason_code=reason_code,
            reason=reason,
        )

    @property
    def _proposal(self) -> RequestProposal | None:
        return self._detail.screening.proposal if self._detail is not None else None

    @Slot()
    def _look_ahead(self) -> None:
        """Ask for the words that the reader is likely to need: those of what is proposed, or of a welcome."""
        proposal = self._proposal
        verb = proposal.verb if proposal is not None and proposal.verb in WITH_WORDS else Verb.ADMIT
        wish = self._wish(verb, proposal.reason_code if proposal is not None and verb is Verb.REFUSE else None)
        if wish is not None and not self._view.is_asking:
            self._answering.write_ahead(wish)

    # --- why not ------------------------------------------------------------------------------------------------------

    def _ask_why_not(self, *, stays: bool) -> None:
        self._stays = stays
        cluster = self._view.alike.cluster if self._alike.is_open else None
        self._refuses_many = cluster is not None
        proposal = self._proposal
        proposed = proposal.reason_code if proposal is not None else None
        who = request_facts.name_of(self._detail.request.applicant) if self._detail is not None else Shown("")
        self._view.refusal.ask(who, proposed, count=len(cluster.items) if cluster is not None else 1)
        self._view.show_parts()

    @Slot(object, str)
    def _on_refusal_chosen(self, reason_code: RefusalReason, reason: str) -> None:
        if self._refuses_many:
            self._alike.takes(Act(Verb.REFUSE, reason_code=reason_code.value, reason=reason or None))
            return
        wish = self._wish(Verb.REFUSE, reason_code, reason)
        if wish is not None:
            self._answering.write(wish, stays=self._stays)

    # --- what is known ------------------------------------------------------------------------------------------------

    @override
    def _make_room(self) -> None:
        self._view.put_all_away()

    @Slot()
    def ask_details(self) -> None:
        """Open what is known of who asks, to fill in or mend."""
        console = self._jobs.console
        if self._detail is None or self._shown is None or console is None:
            return
        request = self._detail.request
        self._view.bar.close_questions()
        self._view.form.ask(request.group_id, request.group, request.applicant, console.now())
        self._view.show_parts()

    @Slot(object, object)
    def _on_form_kept(self, _group_id: GroupId, applicant: Applicant) -> None:
        from console.desk.joining import requests

        if self._detail is not None:
            seen, request = self._detail.seen, self._detail.request
            call = {"done": self._on_changed, "failed": self._on_failed, "seen": seen}
            self._jobs.ask(requests.change, request.id, applicant, **call)

    @Slot(object)
    def _on_changed(self, _changes: Changes) -> None:
        self._view.form.put_away()
        self.told.emit(self.tr("The details were changed. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self._jobs.sentence(error))
