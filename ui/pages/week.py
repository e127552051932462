"""The page Deze week: queue, message in its conversation, actions, person. GUI thread only.

Acting goes on to the next message at once: the decision is on its way to the desk while the next one, asked for before
it was needed, is already on the screen. What the desk refuses comes back with its sentence.
"""

from collections import deque
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.decision import Act, ItemId, Verb
from console.domain.filters import Filters
from console.domain.judgement import Label
from ui.jobs import Jobs
from ui.models.queue import QueueModel
from ui.pages.explaining import Explaining
from ui.pages.filtering import Filtering
from ui.pages.page import FLAGGED, Page
from ui.pages.week_layout import WeekLayout
from ui.pages.week_work import Work, load_work
from ui.shortcuts import Command, KeyMap

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
        self._filtering = Filtering(jobs, self.parts.filters, self.parts.filter_line, self)
        self._listed = Filters()  # those that the list was made with
        self._details: dict[ItemId, Detail] = {}
        self._asked: deque[ItemId] = deque()  # details on their way, in the order of the lane
        self._deciding: deque[tuple[ItemId, Verb]] = deque()  # decisions on their way, likewise
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
            self._details.clear()
            self.refresh()
        if changes.views:
            self._filtering.refresh()

    @override
    def undone(self, undone: "Undone") -> None:
        if undone.item is not None:
            self.rows.mark(undone.item, None)
            self._select_after_load = undone.item

    @override
    def retranslate(self) -> None:
        self.parts.retranslate()
        if self._shown is not None and self._shown in self._details:
            self._show(self._details[self._shown])

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
        return self._filtering.is_open or self.parts.panel.can_put_away()

    @override
    def put_away(self) -> None:
        if self._filtering.is_open:
            self._filtering.close_panel()
        else:
            self.parts.panel.put_away()

    # --- wiring -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        bar, panel = self.parts.bar, self.parts.panel
        self.parts.queue.row_chosen.connect(self._on_queue_row_chosen)
        self.parts.older_requested.connect(self._on_older_requested)
        self.parts.person.person_requested.connect(self._on_person_requested)
        bar.fine_requested.connect(self.decide_fine)
        bar.correction_question_requested.connect(self.ask_correction)
        bar.why_requested.connect(self.ask_why)
        bar.later_question_requested.connect(self.ask_later)
        bar.later_chosen.connect(self._on_bar_later_chosen)
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
        self.keys.bind(self, Command.FINE, self.decide_fine, self.decide_fine_and_stay)
        self.keys.bind(self, Command.CORRECT, self.ask_correction, self.ask_correction_and_stay)
        self.keys.bind(self, Command.WHY, self.ask_why)
        self.keys.bind(self, Command.LATER, self.ask_later, self.ask_later_and_stay)
        self.keys.bind(self, Command.NOTE, self.ask_note)
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
        self.parts.bar.close_questions()
        if row < 0:
            return
        item_id = self.rows.row(row).item.id
        if item_id in self._details:
            self._show(self._details[item_id])
            self._preload()
        else:
            self._shown = None
            self._set_can_decide()
            self._ask_detail(item_id)

    # --- the message --------------------------------------------------------------------------------------------------

    def _ask_detail(self, item_id: ItemId) -> None:
        from console.desk import triage

        if item_id not in self._asked:
            self._asked.append(item_id)
            self.jobs.ask(triage.detail, item_id, done=self._on_detail, failed=self._on_detail_failed)

    def _preload(self) -> None:
        """Ask for the next message before the reader does."""
        row = self.rows.next_open(self.parts.queue.current_row)
        if row is not None and self.rows.row(row).item.id not in self._details:
            self._ask_detail(self.rows.row(row).item.id)

    @Slot(object)
    def _on_detail(self, detail: "Detail") -> None:
        item_id = self._asked.popleft()
        self._details[item_id] = detail
        if item_id == self._current_id():
            self._show(detail)
            self._preload()

    @Slot(object)
    def _on_detail_failed(self, error: Exception) -> None:
        if self._asked.popleft() == self._current_id():
            self.warned.emit(self.jobs.sentence(error))

    def _show(self, detail: "Detail") -> None:
        item_id = self._current_id()
        if item_id != self._shown:
            self._since_shown.start()
        self._shown = item_id
        self.parts.show_detail(detail, self.jobs.language)
        self._set_can_decide()

    def _show_all_done(self) -> None:
        self._shown = None
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

    # --- deciding -----------------------------------------------------------------------------------------------------

    @Slot()
    def decide_fine(self) -> None:
        """Goed zo, and on to the next."""
        self._decide(Verb.FINE, stays=False)

    @Slot()
    def decide_fine_and_stay(self) -> None:
        """Goed zo, and stay with this message."""
        self._decide(Verb.FINE, stays=True)

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
            self.parts.bar.ask_note()

    @Slot()
    def ask_why(self) -> None:
        """Open the whole reasoning about the message, or put it away."""
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
        self._decide(Verb.CORRECTION, said, stays=self._stays)

    def _ask_until(self, *, stays: bool) -> None:
        if self._can_decide() and self.jobs.console is not None:
            self.parts.panel.put_away()
            self._stays = stays
            zone = self.rows.row(self.parts.queue.current_row).at.tzinfo
            now = self.jobs.console.now().astimezone(zone)
            self.parts.bar.ask_later(now.date(), now.tzinfo or zone)  # type: ignore[arg-type]

    @Slot(object)
    def _on_bar_later_chosen(self, until: datetime) -> None:
        self._decide(Verb.LATER, until, stays=self._stays)

    @Slot(str)
    def _on_bar_note_written(self, text: str) -> None:
        from console.desk import triage

        item_id = self._current_id()
        if item_id is not None:
            self.jobs.ask(triage.add_note, item_id, text, done=self._on_note_kept)

    @Slot(object)
    def _on_note_kept(self, _changes: Changes) -> None:
        self.told.emit(self.tr("The note is kept."))

    def _decide(self, verb: Verb, *values: object, stays: bool) -> None:
        from console.desk import corrections, triage

        if not self._can_decide() or self._since_shown.elapsed() < self.brake_ms:
            return
        item = self.rows.row(self.parts.queue.current_row).item
        calls: dict[Verb, tuple[Callable[..., object], int]] = {
            Verb.FINE: (partial(triage.decide, act=Act(Verb.FINE)), item.id),
            Verb.LATER: (triage.decide_later, item.id),
            Verb.CORRECTION: (corrections.correct, item.subject_id),
        }
        call, subject = calls[verb]
        self._deciding.append((item.id, verb))
        self.jobs.ask(call, subject, *values, done=self._on_decided, failed=self._on_decide_failed)
        self.rows.mark(item.id, verb)
        self._count()
        if stays:
            self._set_can_decide()
        else:
            self.go_next()

    @Slot(object)
    def _on_decided(self, _changes: Changes) -> None:
        _item_id, verb = self._deciding.popleft()
        if verb is Verb.CORRECTION:
            self.told.emit(self.tr("Remembered for this group. With Z or Ctrl+Z you undo it."))

    @Slot(object)
    def _on_decide_failed(self, error: Exception) -> None:
        item_id, _verb = self._deciding.popleft()
        self.warned.emit(self.jobs.sentence(error))
        self.rows.mark(item_id, None)
        self._count()
        self._set_can_decide()
        self.refresh()

    # --- the list -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_work(self, work: Work) -> None:
        if work.filters != self._filtering.filters:
            return  # what is wanted now is on its way
        deciding = [item_id for item_id, _verb in self._deciding]
        kept = self._current_id() if work.filters == self._listed else None
        self._listed = work.filters
        with self.parts.queue.holding_still():
            self.rows.merge(work.items, work.zones, kept=kept, deciding=deciding)
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
        if item_id is not None and item_id not in self._details:
            self._ask_detail(item_id)
        self._set_can_decide()

    @Slot()
    def _on_filtering_opened(self) -> None:
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
