"""Answering on Deze week: asks the desk for a draft and where it may point, and takes what a person made of it.

GUI thread only, but for the two calls that run on a lane.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.decision import Act, Item, ItemId, Verb
from console.domain.draft import Draft, Place, Tone
from console.domain.group import GroupId
from console.domain.ladder import Rung
from ui.jobs import Job, Jobs
from ui.widgets.answer_panel import AnswerPanel
from ui.widgets.answers import Answer, Question, Target

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.domain.readability import ReadingTold

_VERB_AT: dict[Place, Verb] = {Place.PRIVATE: Verb.PRIVATE, Place.GROUP: Verb.GROUP}


@dataclass(frozen=True, slots=True)
class Wish:
    """What to ask the desk a draft for; None leaves the choice to the desk."""

    item: Item
    verb: Verb
    rung: Rung | None = None
    target: object = None
    place: Place | None = None
    tone: Tone = Tone.PLAIN
    language: str | None = None


def load_question(console: "Console", wish: Wish) -> Question:
    """Ask the desk what to open an answer with: a draft, where it may point, and who carries it. On a lane."""
    from console.desk import outbox, redirects, triage

    item, targets = wish.item, tuple[Target, ...]()
    if wish.verb is Verb.REDIRECT:
        found = redirects.counters(console, item.group_id, item.id)
        targets = tuple(
            Target(counter.key, _counter_name(counter.name, counter.number), counter.when) for counter in found
        )
    elif wish.verb is Verb.OTHER_GROUP:
        targets = tuple(Target(other.id, other.name) for other in triage.other_groups(console, item.group_id))
    target = wish.target if wish.target is not None or not targets else targets[0].key
    return Question(
        verb=wish.verb,
        to=item.author or "",
        group=item.group,
        draft=None if wish.verb is Verb.REMOVE else load_draft(console, replace(wish, target=target)),
        targets=targets,
        target=target,
        rung=wish.rung,
        is_sent=outbox.sends(console, item.group_id, wish.verb),
    )


def load_draft(console: "Console", wish: Wish) -> Draft:
    """Ask the desk for a draft. On a lane."""
    from console.desk import drafts

    return drafts.drafts_for(
        console,
        wish.item.id,
        wish.verb,
        tone=wish.tone,
        place=wish.place,
        language=wish.language,
        counter=str(wish.target) if wish.verb is Verb.REDIRECT and wish.target is not None else None,
        group_id=wish.target if wish.verb is Verb.OTHER_GROUP else None,  # type: ignore[arg-type]
        rung=wish.rung.key if wish.rung is not None else None,
    )


def _counter_name(name: str, number: str | None) -> str:
    return name if number is None or number in name else f"{name}, {number}"


class Answering(QObject):
    """Opens the panel for one item; an answer about another item than was asked for is dropped.

    *Signals:*
        decided(object, object, bool): the item (an ``Item``), the ``Act`` to decide with, and whether the reader stays.
        pass_on_requested(object): a person passes this ``Item`` on himself instead.
        opened(), closed(): the panel took the place of the actions, or gave it back.
        told(str), warned(str): for the message bar.
    """

    load_question: Callable[..., Question] = staticmethod(load_question)
    load_draft: Callable[..., Draft] = staticmethod(load_draft)

    decided = Signal(object, object, bool)
    pass_on_requested = Signal(object)
    opened = Signal()
    closed = Signal()
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, panel: AnswerPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._panel = panel
        self._wish: Wish | None = None
        self._job: Job | None = None
        self._ahead: tuple[Wish, Job] | None = None  # asked before the reader did
        self._ready: tuple[Wish, Question] | None = None  # and there
        self._reading: Job | None = None
        self._stays = False
        self._begun: dict[ItemId, tuple[Verb, str]] = {}  # what a person wrote, should he come back to it
        panel.field.textChanged.connect(self._on_field_text_changed)
        panel.draft_requested.connect(self._on_panel_draft_requested)
        panel.rewrite_requested.connect(self._on_panel_rewrite_requested)
        panel.pass_on_requested.connect(self._on_panel_pass_on_requested)
        panel.finished.connect(self._on_panel_finished)
        panel.closed.connect(self._on_panel_closed)

    @property
    def is_open(self) -> bool:
        """Whether an answer is being written."""
        return self._panel.can_put_away()

    @property
    def is_ready(self) -> bool:
        """Whether an answer was asked for ahead, and is there."""
        return self._ready is not None

    def prepare(self, item: Item, verb: Verb, rung: Rung | None) -> None:
        """Ask for an answer before the reader does, so that it opens at once."""
        self._prepare(Wish(item, verb, rung))

    def _prepare(self, wish: Wish) -> None:
        self.forget()
        job = self._jobs.ask(self.load_question, wish, done=self._on_ahead, failed=self._on_ahead_failed)
        self._ahead = wish, job

    def forget(self) -> None:
        """Let go of what was asked for ahead: something changed since."""
        if self._ahead is not None:
            self._ahead[1].drop()
        self._ahead = self._ready = None

    def ask(self, item: Item, verb: Verb, rung: Rung | None, *, stays: bool) -> None:
        """Open an answer about an item."""
        self._ask(Wish(item, verb, rung), stays=stays)

    def _ask(self, wish: Wish, *, stays: bool) -> None:
        self._stays, self._wish = stays, wish
        if self._ready is not None and self._ready[0] == wish:
            self._drop()
            self._on_question(self._ready[1])
        else:
            self._run(self.load_question, wish, self._on_question)

    @Slot()
    def put_away(self) -> None:
        """Leave the answer; what was written stands there again when it is asked for again."""
        self._drop()
        self._panel.put_away()

    def _run(self, call: object, wish: Wish, done: object) -> None:
        self._drop()
        self._job = self._jobs.ask(call, wish, done=done, failed=self._on_failed)  # type: ignore[arg-type]

    def _drop(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    # --- what happens -------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_question(self, question: Question) -> None:
        self._job = None
        if question.verb is Verb.OTHER_GROUP and not question.targets:
            self.told.emit(self.tr("You have no other group yet to point to."))
            return
        self._panel.ask(question)
        verb, text = self._begun.get(self._wish.item.id, (None, "")) if self._wish is not None else (None, "")
        if verb is question.verb:
            self._panel.add_text(text)
        self.opened.emit()

    @Slot(object)
    def _on_ahead(self, question: Question) -> None:
        if self._ahead is not None:
            self._ready, self._ahead = (self._ahead[0], question), None

    @Slot(object)
    def _on_ahead_failed(self, _error: Exception) -> None:
        self._ahead = None  # who asks for it himself is told

    @Slot(object)
    def _on_draft(self, draft: Draft) -> None:
        self._job = None
        self._panel.show_draft(draft)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.warned.emit(self._jobs.sentence(error))

    @Slot()
    def _on_field_text_changed(self) -> None:
        """Look how plain a person's own words are; the drafts that are shipped are plain."""
        from console.desk.welcome import reading

        if self._reading is not None:
            self._reading.drop()
            self._reading = None
        if self._panel.draft is None or not self._panel.is_written:
            self._panel.show_plainer("")
        else:
            language = self._panel.wanted[3]
            self._reading = self._jobs.ask(reading.read, self._panel.field.text, language, done=self._on_reading)

    @Slot(object)
    def _on_reading(self, found: "ReadingTold") -> None:
        self._reading = None
        if self._panel.draft is not None and self._panel.is_written:
            self._panel.show_plainer(found.hint)

    @Slot()
    def _on_panel_draft_requested(self) -> None:
        if self._wish is None:
            return
        target, place, tone, language = self._panel.wanted
        verb = self._wish.verb
        if verb in _VERB_AT.values():
            verb = _VERB_AT[place]
        rung = self._wish.rung if self._wish.rung is not None and self._wish.rung.verb == verb.value else None
        is_answer = verb in _VERB_AT.values()
        place_asked = place if is_answer else None
        wish = replace(self._wish, verb=verb, rung=rung, target=target, place=place_asked, tone=tone, language=language)
        self._run(self.load_draft, wish, self._on_draft)

    @Slot()
    def _on_panel_rewrite_requested(self) -> None:
        from console.desk import drafts

        draft = self._panel.draft
        if draft is not None:
            self._panel.add_text(drafts.with_rewrite(draft, self._panel.field.text))

    @Slot()
    def _on_panel_pass_on_requested(self) -> None:
        if self._wish is not None:
            item = self._wish.item
            self.put_away()
            self.pass_on_requested.emit(item)

    @Slot(object)
    def _on_panel_finished(self, answer: Answer) -> None:
        from console.desk import drafts

        if self._wish is None:
            return
        item = self._wish.item
        if answer.is_own and answer.draft is not None:
            failed = self._on_not_remembered if answer.said_own else self._on_own_refused
            self._jobs.ask(drafts.remember, item.group_id, answer.draft, answer.text, failed=failed)
        act = self._act_of(self._wish, answer)
        self._panel.put_away()
        self.decided.emit(item, act, answer.stays or self._stays)

    def _act_of(self, _wish: Wish, answer: Answer) -> Act:
        """Return the decision that a finished answer is."""
        return Act(
            answer.verb,
            text="" if answer.verb is Verb.REMOVE else answer.text,
            rung=answer.rung,
            counter=str(answer.target) if answer.verb is Verb.REDIRECT else None,
            group_id=GroupId(answer.target) if answer.verb is Verb.OTHER_GROUP else None,  # type: ignore[arg-type]
            reason=answer.text if answer.verb is Verb.REMOVE else None,
        )

    @Slot(object)
    def _on_own_refused(self, _error: Exception) -> None:
        """Say nothing: a text for one member alone, which nobody asked to keep for the group."""

    @Slot(object)
    def _on_not_remembered(self, error: Exception) -> None:
        self.warned.emit(self._jobs.sentence(error))

    @Slot()
    def _on_panel_closed(self) -> None:
        if self._wish is not None:
            self._begun.pop(self._wish.item.id, None)
        if self._wish is not None and self._panel.is_written:
            self._begun[self._wish.item.id] = (self._wish.verb, self._panel.field.text)
        self._wish = None
        self.closed.emit()
