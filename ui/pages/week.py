"""The page Deze week: queue, message in its conversation, actions, person. GUI thread only.

Acting goes on to the next message at once: the decision is on its way to the desk while the next one, asked for before
it was needed, is already on the screen. What the desk refuses comes back with its sentence.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.decision import Act, Item, ItemId, Seen, Verb
from console.domain.filters import Filters
from console.domain.judgement import Label
from console.domain.ladder import Rung
from ui.jobs import Jobs
from ui.models.queue import QueueModel
from ui.pages.alike import Alike
from ui.pages.answering import Answering
from ui.pages.claiming import Claiming
from ui.pages.deciding import ANSWERS, ActKeys, Deciding
from ui.pages.details import Details
from ui.pages.explaining import Explaining
from ui.pages.filtering import Filtering
from ui.pages.page import FLAGGED, Page
from ui.pages.phone_offer import PhoneOffer
from ui.pages.week_layout import WeekLayout
from ui.pages.week_work import Work, load_work
from ui.shortcuts import Command, KeyMap
from ui.widgets.note_form import NoteWish

if TYPE_CHECKING:
    from console.desk.conversation import Detail
    from console.desk.undoing import Undone

BRAKE_MS: Final = 250  # nobody reads a message in less; a second press within it was meant for the one before


class WeekView(Page):
    """One queue and one set of keys, over all groups."""

    key = "week"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.brake_ms = BRAKE_MS
        self.rows = QueueModel(self)
        self.parts = WeekLayout(self.rows, self)
        self._explaining = Explaining(jobs, self.parts.panel, self)
        self._answering = Answering(jobs, self.parts.answer, self)
        self._deciding = Deciding(jobs, self)
        self._alike = Alike(jobs, self._deciding, self.parts, self)
        self._claiming = Claiming(jobs, self)
        self._looked_at: Mapping[ItemId, str] = {}  # by who, in another window
        self._acts = ActKeys(keys, self)
        self._phone = PhoneOffer(jobs, self)
        self._filtering = Filtering(jobs, self.parts.filters, self.parts.filter_line, self)
        self._listed = Filters()  # those that the list was made with
        self._details = Details(jobs, self)
        self._shown: ItemId | None = None  # the message on the screen
        self._since_shown = QElapsedTimer()
        self._select_after_load: ItemId | None = None
        self._stays = False  # whether the open question was asked with Shift
        self._is_loaded = False
        self._connect()
        self.retranslate()

    # --- what the window calls ----------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self.jobs.ask(load_work, self._filtering.filters, done=self._on_work, failed=self._on_load_failed)
        self._filtering.refresh()

    @override
    def changed(self, changes: Changes) -> None:
        if changes.messages or changes.items or changes.groups or changes.notes:
            self._details.forget()
            self.refresh()
        if changes.views:
            self._filtering.refresh()

    @override
    def undone(self, undone: "Undone") -> None:
        self._phone.forget()
        if undone.item is not None:
            self.rows.mark(undone.item, None)
            self._select_after_load = undone.item

    @override
    def redone(self, redone: "Undone") -> None:
        if redone.item is not None:
            self.rows.mark(redone.item, redone.verb)
            self._count()
            self._set_can_decide()

    @override
    def retranslate(self) -> None:
        self.parts.retranslate()
        if self._detail is not None:
            self._show(self._detail)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Let go of what was decided at the last visit."""
        super().showEvent(event)
        if self._is_loaded and not event.spontaneous():
            self.rows.drop_done()
            self.refresh()
        self.parts.queue.setFocus()

    @override
    def can_put_away(self) -> bool:
        """Whether the filters, the reasoning or the question what is not right are open."""
        return self._filtering.is_open or self._answering.is_open or self.parts.panel.can_put_away()

    @override
    def put_away(self) -> None:
        if self._filtering.is_open:
            self._filtering.close_panel()
        elif self._answering.is_open:
            self._answering.put_away()
        else:
            self.parts.panel.put_away()

    # --- wiring -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        bar, panel = self.parts.bar, self.parts.panel
        self.parts.queue.row_chosen.connect(self._on_queue_row_chosen)
        self.parts.older_requested.connect(self._on_older_requested)
        self.parts.person.person_requested.connect(self._on_person_requested)
        bar.act_requested.connect(self.act)
        bar.step_requested.connect(self.take_step)
        self._acts.requested.connect(self.act)
        self._answering.decided.connect(self._decide)
        self._answering.opened.connect(self._on_answering_opened)
        self._answering.closed.connect(self._on_answering_closed)
        self._details.came.connect(self._on_details_came)
        self._details.failed.connect(self._on_details_failed)
        self._deciding.refused.connect(self._on_deciding_refused)
        self._deciding.stands_ready.connect(self._phone.offer)
        for signal in (bar.alike_requested, self.parts.alike_button.clicked):
            signal.connect(self._alike.toggle)
        self._claiming.looked_at.connect(self._on_claiming_looked_at)
        self._claiming.decided_elsewhere.connect(self._on_claiming_decided_elsewhere)
        self._claiming.changed_elsewhere.connect(self._on_claiming_changed_elsewhere)
        self._alike.counted.connect(self.parts.show_alike)
        self._alike.decided.connect(self._on_alike_decided)
        for part in (self._answering, self._deciding, self._phone, self._alike):
            part.told.connect(self.told)
            part.warned.connect(self.warned)
        bar.correction_question_requested.connect(self.ask_correction)
        bar.why_requested.connect(self.ask_why)
        bar.later_question_requested.connect(self.ask_later)
        bar.later_chosen.connect(self._on_bar_later_chosen)
        bar.note_question_requested.connect(self.ask_note)
        bar.note_written.connect(self._on_bar_note_written)
        bar.next_requested.connect(self.go_next)
        bar.previous_requested.connect(self.go_previous)
        bar.undo_requested.connect(self.undo_requested)
        bar.closed.connect(self.parts.queue.setFocus)
        panel.closed.connect(self.parts.queue.setFocus)
        panel.said.connect(self._on_panel_said)
        self._explaining.warned.connect(self.warned)
        self.parts.filter_button.clicked.connect(self._filtering.open_panel)
        self._filtering.changed.connect(self.refresh)
        self._filtering.opened.connect(self._on_filtering_opened)
        self._filtering.closed.connect(self._on_filtering_closed)
        self._filtering.told.connect(self.told)
        self._filtering.warned.connect(self.warned)
        self._bind_keys()

    def _bind_keys(self) -> None:
        self.keys.bind(self, Command.OPEN_CHAT, self._phone.open_chat)
        self.keys.bind(self, Command.COPY, self._phone.copy_text)
        self.keys.bind(self, Command.ALIKE, self._alike.toggle)
        self.keys.bind(self, Command.STEP, self.take_step, self.take_step_and_stay)
        self.keys.bind(self, Command.CORRECT, self.ask_correction, self.ask_correction_and_stay)
        self.keys.bind(self, Command.WHY, self.ask_why)
        self.keys.bind(self, Command.LATER, self.ask_later, self.ask_later_and_stay)
        self.keys.bind(self, Command.NOTE, self.ask_note)
        self.keys.bind(self, Command.MORE, self.parts.bar.open_more)
        self.keys.bind(self, Command.NEXT, self.go_next)
        self.keys.bind(self, Command.PREVIOUS, self.go_previous)
        self.keys.bind(self, Command.REFRESH, self.refresh)
        self.keys.bind(self, Command.FILTER, self._filtering.open_panel)
        self.keys.bind(self, Command.SHOW_ALL, self._filtering.show_all)

    # --- going through the queue --------------------------------------------------------------------------------------

    @Slot()
    def go_next(self) -> None:
        """Go to the next message that waits."""
        self._choose(self.rows.next_open(self.parts.queue.current_row))

    @Slot()
    def go_previous(self) -> None:
        """Go back one row, also to what was decided."""
        row = self.parts.queue.current_row
        if row < 0:
            row = self.rows.rowCount()
        if row > 0:
            self._choose(row - 1)

    def _choose(self, row: int | None) -> None:
        self.parts.queue.choose(row)
        if row is None:
            self._show_all_done()

    @Slot(int)
    def _on_queue_row_chosen(self, row: int) -> None:
        self._answering.put_away()
        self.parts.bar.close_questions()
        if row < 0:
            return
        item_id = self.rows.row(row).item.id
        detail = self._details.get(item_id)
        if detail is not None:
            self._show(detail)
            self._preload()
        else:
            self._shown = None
            self._set_can_decide()
            self._details.ask(item_id)

    # --- the message --------------------------------------------------------------------------------------------------

    def _preload(self) -> None:
        """Ask for the next message before the reader does, and then for what goes with this one."""
        row = self.rows.next_open(self.parts.queue.current_row)
        if row is not None:
            self._details.ask(self.rows.row(row).item.id)
        self._claiming.show(self._shown)
        self._alike.show(self._shown)

    @Slot(object)
    def _on_details_came(self, item_id: ItemId) -> None:
        detail = self._details.get(item_id)
        if detail is not None and item_id == self._current_id():
            self._show(detail)
            self._preload()

    @Slot(object, object)
    def _on_details_failed(self, item_id: ItemId, error: Exception) -> None:
        if item_id == self._current_id():
            self.warned.emit(self.jobs.sentence(error))

    def _show(self, detail: "Detail") -> None:
        item_id = self._current_id()
        if item_id != self._shown:
            self._since_shown.start()
        self._shown = item_id
        self._show_looked_at()
        self.parts.show_detail(detail, self.jobs.language)
        self._set_can_decide()

    def _show_all_done(self) -> None:
        self._shown = None
        self._claiming.show(None)
        self._alike.show(None)
        self.parts.show_all_done()
        self._set_can_decide()

    def _current_id(self) -> ItemId | None:
        row = self.parts.queue.current_row
        return self.rows.row(row).item.id if row >= 0 else None

    def _set_can_decide(self) -> None:
        self.parts.bar.set_can_decide(self._can_decide())

    def _can_decide(self) -> bool:
        """Whether what the reader sees is an open item."""
        row = self.parts.queue.current_row
        is_seen = self._shown is not None and self._shown == self._current_id() and not self._filtering.is_open
        return is_seen and self.rows.row(row).done is None

    @property
    def _detail(self) -> "Detail | None":
        """What the reader sees."""
        return self._details.get(self._shown)

    @property
    def _seen(self) -> "Seen | None":
        return self._detail.seen if self._detail is not None else None

    # --- deciding -----------------------------------------------------------------------------------------------------

    @Slot(object, bool)
    def act(self, verb: Verb, stays: bool = False) -> None:
        """Decide at once, or ask for the words that somebody is to read."""
        if not self._alike.takes(verb):
            self._begin(verb, self._rung_for(verb), stays=stays)

    @Slot(object)
    def _on_bar_act_requested(self, verb: Verb) -> None:
        self.act(verb)

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

    def _rung_for(self, verb: Verb) -> Rung | None:
        """Return the step of the ladder that an act takes with who wrote the message, None for one that takes none."""
        proposal = self._detail.proposal if self._detail is not None else None
        return proposal.steps.get(verb.value) if proposal is not None else None

    def _begin(self, verb: Verb, rung: Rung | None, *, stays: bool) -> None:
        if not self._can_decide() or self._is_braked():
            return
        item = self.rows.row(self.parts.queue.current_row).item
        if verb in ANSWERS:
            self._answering.ask(item, verb, rung, stays=stays)
        else:
            self._decide(item, Act(verb, rung=rung.key if rung is not None else None), stays=stays)

    @Slot(object, object, bool)
    def _decide(self, item: Item, act: Act, stays: bool) -> None:
        if self._can_decide() and item.id == self._shown:
            self._deciding.act(item, act, self._seen)
            self._mark_decided(item, act.verb, stays=stays)

    @Slot()
    def ask_later(self) -> None:
        """Ask until when, then go on."""
        self._ask_until(stays=False)

    @Slot()
    def ask_later_and_stay(self) -> None:
        """Ask until when, then stay."""
        self._ask_until(stays=True)

    @Slot()
    def ask_note(self) -> None:
        """Ask for a note; the message stays open."""
        if self._can_decide():
            row = self.rows.row(self.parts.queue.current_row)
            self.parts.bar.ask_note([(row.item.group_id, row.item.group)], self._today())

    @Slot()
    def ask_why(self) -> None:
        """Open the whole reasoning about the message, or put it away."""
        if not self._answering.is_open:
            self.parts.bar.close_questions()
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
        if self._can_decide():
            self.parts.bar.close_questions()
            self._stays = stays
            self.parts.panel.ask_what_is_wrong()

    @Slot(object)
    def _on_panel_said(self, said: Mapping[Label, str]) -> None:
        if self._can_decide() and not self._is_braked():
            item = self.rows.row(self.parts.queue.current_row).item
            self._deciding.correct(item, said)
            self._mark_decided(item, Verb.CORRECTION, stays=self._stays)

    def _ask_until(self, *, stays: bool) -> None:
        if self._alike.is_open:
            self._alike.ask_later()
        elif self._can_decide() and self.jobs.console is not None:
            self.parts.panel.put_away()
            self._stays = stays
            zone = self.rows.row(self.parts.queue.current_row).at.tzinfo or UTC
            self.parts.bar.ask_later(self._today(), zone)

    def _today(self) -> date:
        """The day of now where the message was written."""
        now = self.jobs.console.now() if self.jobs.console is not None else datetime.now(UTC)
        return now.astimezone(self.rows.row(self.parts.queue.current_row).at.tzinfo).date()

    @Slot(object)
    def _on_bar_later_chosen(self, until: datetime) -> None:
        if self._can_decide():
            item = self.rows.row(self.parts.queue.current_row).item
            self._deciding.later(item, until, self._seen)
            self._mark_decided(item, Verb.LATER, stays=self._stays)

    @Slot(object)
    def _on_bar_note_written(self, wish: NoteWish) -> None:
        from console.desk import triage

        item_id = self._current_id()
        if item_id is not None:
            options = {"days": wish.days, "group_only": wish.group_id is not None, "seen": self._seen}
            self.jobs.ask(triage.add_note, item_id, wish.text, done=self._on_note_kept, **options)

    @Slot(object)
    def _on_note_kept(self, _changes: Changes) -> None:
        self.told.emit(self.tr("The note is kept."))

    def _is_braked(self) -> bool:
        """Whether the message stands there too short to have been read: the key was pressed for the one before."""
        return self._since_shown.elapsed() < self.brake_ms

    def _mark_decided(self, item: Item, verb: Verb, *, stays: bool) -> None:
        self.rows.mark(item.id, verb)
        self._count()
        if stays:
            self._set_can_decide()
        else:
            self.go_next()

    @Slot(object)
    def _on_claiming_looked_at(self, looked_at: Mapping[ItemId, str]) -> None:
        self._looked_at = looked_at
        self.rows.show_looked_at(looked_at)
        self._show_looked_at()

    def _show_looked_at(self) -> None:
        self.parts.show_looked_at(self._looked_at.get(self._shown) if self._shown is not None else None)

    @Slot(object)
    def _on_claiming_decided_elsewhere(self, decided: Mapping[ItemId, Verb]) -> None:
        """Leave the rows where they are, as quiet lines: the reader sees that they are done."""
        for item_id, verb in decided.items():
            self.rows.mark(item_id, verb)
        self._set_can_decide()

    @Slot()
    def _on_claiming_changed_elsewhere(self) -> None:
        self._details.forget()
        self.refresh()

    @Slot(object, object)
    def _on_alike_decided(self, item_ids: tuple[ItemId, ...], verb: Verb) -> None:
        for item_id in item_ids:
            self.rows.mark(item_id, verb)
        self._count()
        self.go_next()

    @Slot(object)
    def _on_deciding_refused(self, item_id: ItemId) -> None:
        self.rows.mark(item_id, None)
        self._details.forget(item_id)
        self._count()
        self._set_can_decide()
        self.refresh()

    # --- the list -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_work(self, work: Work) -> None:
        if work.filters != self._filtering.filters:
            return  # what is wanted now is on its way
        kept = self._current_id() if work.filters == self._listed else None
        self._listed = work.filters
        with self.parts.queue.holding_still():
            self.rows.merge(work.items, work.zones, kept=kept, deciding=self._deciding.items)
        self._filtering.show_hidden(work.hidden, self.rows.open_count)
        self.parts.show_hidden(work.filters, work.hidden)
        self.parts.show_older(work.older)
        self.parts.show_complete(is_complete=work.is_complete)
        self._is_loaded = True
        self._count()
        wanted, self._select_after_load = self._select_after_load, None
        if wanted is not None and self.rows.row_of(wanted) is not None:
            self._choose(self.rows.row_of(wanted))
        elif self.parts.queue.current_row < 0:
            self.go_next()
        self._look_again()

    def _look_again(self) -> None:
        """Bring the message on the screen up to date: its notes or its conversation may be other ones now."""
        item_id = self._current_id()
        if item_id is not None:
            self._details.ask(item_id)
        self._set_can_decide()

    @Slot()
    def _on_answering_opened(self) -> None:
        self.parts.bar.close_questions()
        self.parts.panel.put_away()
        self.parts.show_answering(is_open=True)

    @Slot()
    def _on_answering_closed(self) -> None:
        self.parts.show_answering(is_open=False)
        self.parts.queue.setFocus()

    @Slot()
    def _on_filtering_opened(self) -> None:
        self._answering.put_away()
        self.parts.bar.close_questions()
        self.parts.show_filters(is_open=True)
        self._set_can_decide()

    @Slot()
    def _on_filtering_closed(self) -> None:
        self.parts.show_filters(is_open=False)
        self.parts.queue.setFocus()
        self._set_can_decide()

    @Slot(object)
    def _on_load_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))

    @Slot()
    def _on_older_requested(self) -> None:
        self.page_requested.emit("messages", FLAGGED)

    @Slot(object)
    def _on_person_requested(self, person_id: int) -> None:
        self.page_requested.emit("people", person_id)

    def _count(self) -> None:
        self.counted.emit(self.key, self.rows.open_count + self._filtering.hidden.count)
        self.parts.show_count(self.rows.open_count)
