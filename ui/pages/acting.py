"""All that can be done about the message on the screen of Deze week: keys, buttons, and what they ask. GUI thread only.

Acting goes on at once: the decision is on its way to the desk while the reader is at the next message. What the desk
refuses comes back with its sentence.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from console.domain.changes import Changes
from console.domain.decision import Act, Item, ItemId, Seen, Verb
from console.domain.judgement import Label
from console.domain.ladder import Rung
from ui.jobs import Jobs
from ui.models.queue import Row
from ui.pages.alike import Alike
from ui.pages.answering import Answering
from ui.pages.deciding import ANSWERS, ActKeys, Deciding
from ui.pages.explaining import Explaining
from ui.pages.phone_offer import PhoneOffer
from ui.pages.week_layout import WeekLayout
from ui.shortcuts import Command, KeyMap
from ui.widgets.note_form import NoteWish

if TYPE_CHECKING:
    from console.desk.conversation import Detail

BRAKE_MS: Final = 250  # nobody reads a message in less; a second press within it was meant for the one before


class Acting(QObject):
    """Is about one message at a time, and knows no list.

    *Signals:*
        decided(object, object, bool): the ids of items that are decided about, with which ``Verb``, and whether the
            reader stays.
        refused(object): the desk did not take the decision about this item (an id).
        told(str), warned(str): for the message bar.
    """

    decided = Signal(object, object, bool)
    refused = Signal(object)
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, keys: KeyMap, parts: WeekLayout, page: QWidget) -> None:
        super().__init__(page)
        self.brake_ms = BRAKE_MS
        self._jobs = jobs
        self._parts = parts
        self._row: Row | None = None
        self._detail: Detail | None = None
        self._can_decide = False
        self._stays = False  # whether the open question was asked with Shift
        self._since_shown = QElapsedTimer()
        self._explaining = Explaining(jobs, parts.panel, self)
        self._answering = Answering(jobs, parts.answer, self)
        self._deciding = Deciding(jobs, self)
        self._alike = Alike(jobs, self._deciding, parts, self)
        self._phone = PhoneOffer(jobs, self)
        self._acts = ActKeys(keys, page)
        self._connect()
        self._bind_keys(keys, page)

    # --- what the page calls ------------------------------------------------------------------------------------------

    @property
    def on_their_way(self) -> list[ItemId]:
        """What is decided about, as far as the desk did not answer yet."""
        return self._deciding.items

    @property
    def is_answering(self) -> bool:
        """Whether an answer is being written."""
        return self._answering.is_open

    def be_about(self, row: Row | None, detail: "Detail | None", *, can_decide: bool) -> None:
        """Be about the message on the screen; ``can_decide`` when it waits and stands there to be read."""
        if row is not None and (self._row is None or self._row.item.id != row.item.id):
            self._since_shown.start()
        self._row, self._detail, self._can_decide = row, detail, can_decide
        self._parts.bar.set_can_decide(can_decide)
        self._parts.proposal.set_can_decide(can_decide)

    def look_for_alike(self) -> None:
        """See which messages are like the one on the screen."""
        self._alike.show(self._row.item.id if self._row is not None else None)

    def put_away(self) -> None:
        """Put away what is asked about a message that the reader left."""
        self._answering.put_away()
        self._parts.bar.close_questions()

    def forget_answer(self) -> None:
        """Have the next answer asked for anew: something changed."""
        self._answering.forget()

    @Slot()
    def _look_ahead(self) -> None:
        """Ask for the words that the reader is likely to need: those of the proposed step, or of a private answer."""
        proposed = self._detail.proposal.rung.verb if self._detail is not None and self._detail.proposal else ""
        verb = Verb(proposed) if proposed in ANSWERS else Verb.PRIVATE
        if self._item is not None and not self._answering.is_open:
            self._answering.prepare(self._item, verb, self._rung_for(verb))

    def forget_phone(self) -> None:
        """Offer no text for the phone any more: its decision was undone."""
        self._phone.forget()

    # --- wiring -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        bar, panel = self._parts.bar, self._parts.panel
        bar.act_requested.connect(self._on_bar_act_requested)
        bar.step_requested.connect(self.take_step)
        bar.correction_question_requested.connect(self.ask_correction)
        bar.why_requested.connect(self.ask_why)
        bar.later_question_requested.connect(self.ask_later)
        bar.later_chosen.connect(self._on_bar_later_chosen)
        bar.note_question_requested.connect(self.ask_note)
        bar.note_written.connect(self._on_bar_note_written)
        panel.said.connect(self._on_panel_said)
        for signal in (bar.alike_requested, self._parts.alike_button.clicked):
            signal.connect(self._alike.toggle)
        self._acts.requested.connect(self.act)
        self._answering.decided.connect(self._decide)
        self._answering.opened.connect(self._on_answering_opened)
        self._answering.closed.connect(self._on_answering_closed)
        self._deciding.refused.connect(self.refused)
        self._deciding.stands_ready.connect(self._phone.offer)
        self._alike.counted.connect(self._parts.show_alike)
        self._alike.decided.connect(self._on_alike_decided)
        self._alike.stay.timeout.connect(self._look_ahead)
        for part in (self._answering, self._deciding, self._phone, self._alike):
            part.told.connect(self.told)
            part.warned.connect(self.warned)
        self._explaining.warned.connect(self.warned)

    def _bind_keys(self, keys: KeyMap, page: QWidget) -> None:
        keys.bind(page, Command.OPEN_CHAT, self._phone.open_chat)
        keys.bind(page, Command.COPY, self._phone.copy_text)
        keys.bind(page, Command.ALIKE, self._alike.toggle)
        keys.bind(page, Command.STEP, self.take_step, self.take_step_and_stay)
        keys.bind(page, Command.CORRECT, self.ask_correction, self.ask_correction_and_stay)
        keys.bind(page, Command.WHY, self.ask_why)
        keys.bind(page, Command.LATER, self.ask_later, self.ask_later_and_stay)
        keys.bind(page, Command.NOTE, self.ask_note)
        keys.bind(page, Command.MORE, self._parts.bar.open_more)

    # --- acts ---------------------------------------------------------------------------------------------------------

    @Slot(object, bool)
    def act(self, verb: Verb, stays: bool) -> None:
        """Decide at once, or ask for the words that somebody is to read."""
        if not self._alike.takes(verb):
            self._begin(verb, self._rung_for(verb), stays=stays)

    @Slot(object)
    def _on_bar_act_requested(self, verb: Verb) -> None:
        self.act(verb, False)

    @Slot()
    def take_step(self) -> None:
        """Take the step that the ladder proposes for who wrote the message."""
        self._take_step(stays=False)

    @Slot()
    def take_step_and_stay(self) -> None:
        """Take the step that the ladder proposes, and stay."""
        self._take_step(stays=True)

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

    @Slot(object, object, bool)
    def _decide(self, item: Item, act: Act, stays: bool) -> None:
        if item == self._item:
            self._deciding.act(item, act, self._seen)
            self.decided.emit((item.id,), act.verb, stays)

    @property
    def _item(self) -> Item | None:
        """The item that a decision would be about now; None when there is nothing to decide."""
        return self._row.item if self._row is not None and self._can_decide else None

    @property
    def _seen(self) -> Seen | None:
        return self._detail.seen if self._detail is not None else None

    def _is_braked(self) -> bool:
        """Whether the message stands there too short to have been read: the key was pressed for the one before."""
        return self._since_shown.elapsed() < self.brake_ms

    # --- questions ----------------------------------------------------------------------------------------------------

    @Slot()
    def ask_later(self) -> None:
        """Ask until when, then go on."""
        self._ask_until(stays=False)

    @Slot()
    def ask_later_and_stay(self) -> None:
        """Ask until when, then stay."""
        self._ask_until(stays=True)

    def _ask_until(self, *, stays: bool) -> None:
        if self._alike.is_open:
            self._alike.ask_later()
        elif self._item is not None and self._row is not None:
            self._parts.panel.put_away()
            self._stays = stays
            self._parts.bar.ask_later(self._today(self._row), self._row.at.tzinfo or UTC)

    @Slot()
    def ask_note(self) -> None:
        """Ask for a note; the message stays open."""
        if self._item is not None and self._row is not None:
            self._parts.panel.put_away()
            self._parts.bar.ask_note([(self._item.group_id, self._item.group)], self._today(self._row))

    @Slot()
    def ask_why(self) -> None:
        """Open the whole reasoning about the message, or put it away."""
        if not self._answering.is_open:
            self._parts.bar.close_questions()
            self._explaining.ask()

    @Slot()
    def ask_correction(self) -> None:
        """Ask what is not right, then go on."""
        self._ask_what_is_wrong(stays=False)

    @Slot()
    def ask_correction_and_stay(self) -> None:
        """Ask what is not right, then stay."""
        self._ask_what_is_wrong(stays=True)

    def _ask_what_is_wrong(self, *, stays: bool) -> None:
        if self._item is not None:
            self._parts.bar.close_questions()
            self._stays = stays
            self._parts.panel.ask_what_is_wrong()

    def _today(self, row: Row) -> date:
        """The day of now where a message was written."""
        now = self._jobs.console.now() if self._jobs.console is not None else datetime.now(UTC)
        return now.astimezone(row.at.tzinfo).date()

    # --- answers to them ----------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_panel_said(self, said: Mapping[Label, str]) -> None:
        if self._item is not None and not self._is_braked():
            item = self._item
            self._deciding.correct(item, said)
            self.decided.emit((item.id,), Verb.CORRECTION, self._stays)

    @Slot(object)
    def _on_bar_later_chosen(self, until: datetime) -> None:
        if self._item is not None:
            item = self._item
            self._deciding.later(item, until, self._seen)
            self.decided.emit((item.id,), Verb.LATER, self._stays)

    @Slot(object)
    def _on_bar_note_written(self, wish: NoteWish) -> None:
        from console.desk import triage

        if self._row is not None:
            options = {"days": wish.days, "group_only": wish.group_id is not None, "seen": self._seen}
            self._jobs.ask(triage.add_note, self._row.item.id, wish.text, done=self._on_note_kept, **options)

    @Slot(object)
    def _on_note_kept(self, _changes: Changes) -> None:
        self.told.emit(self.tr("The note is kept."))

    @Slot(object, object)
    def _on_alike_decided(self, item_ids: tuple[ItemId, ...], verb: Verb) -> None:
        self.decided.emit(item_ids, verb, False)

    @Slot()
    def _on_answering_opened(self) -> None:
        self._parts.bar.close_questions()
        self._parts.panel.put_away()
        self._parts.show_answering(is_open=True)

    @Slot()
    def _on_answering_closed(self) -> None:
        self._parts.show_answering(is_open=False)
        self._parts.queue.setFocus()
