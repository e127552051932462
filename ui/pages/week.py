"""The page Deze week: queue, and what waits: a message, who asks to join, or an answer owed. GUI thread only.

Acting goes on to the next item at once: the decision is on its way to the desk while the next one, asked for before it
was needed, is already on the screen. What the desk refuses comes back with its sentence.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.decision import ItemId, ItemKind, Verb
from console.domain.filters import Filters
from ui.jobs import Jobs
from ui.models.queue import QueueModel
from ui.pages.claiming import Claiming
from ui.pages.details import Details
from ui.pages.filtering import Filtering
from ui.pages.in_report import InReport
from ui.pages.page import FLAGGED, Page
from ui.pages.week_acting import WeekActing
from ui.pages.week_due import WeekDue
from ui.pages.week_layout import WeekLayout
from ui.pages.week_work import Work, load_work
from ui.shortcuts import Command, KeyMap

if TYPE_CHECKING:
    from console.desk.conversation import Detail
    from console.desk.undoing import Undone
    from ui.pages.details import AnyDetail


class WeekView(Page):
    """One queue and one set of keys, over all groups."""

    key = "week"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = QueueModel(self)
        self.parts = WeekLayout(self.rows, self)
        self._acting = WeekActing(jobs, keys, self.parts, self)
        self._claiming = Claiming(jobs, self)
        self._in_report = InReport(jobs, keys, self.parts.strip, self)
        self._looked_at: Mapping[ItemId, str] = {}  # by who, in another window
        self._filtering = Filtering(jobs, self.parts.filters, self.parts.filter_line, self)
        self._listed = Filters()  # those that the list was made with
        self._details = Details(jobs, self)
        self._due = WeekDue(
            jobs,
            self.parts.due,
            self.parts.welcome_due,
            asked=self.parts.asked_due,
            sheet=self.parts.sheet_due,
            parent=self,
        )
        self._shown: ItemId | None = None  # the item on the screen
        self._select_after_load: ItemId | None = None
        self._is_loaded = False
        self.setFocusProxy(self.parts.queue)
        self._connect()
        self.retranslate()

    # --- what the window calls ----------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self.jobs.ask(load_work, self._filtering.filters, done=self._on_work, failed=self._on_load_failed)
        self._filtering.refresh()
        self._due.refresh()

    @override
    def changed(self, changes: Changes) -> None:
        self._in_report.changed(changes)
        is_here = changes.messages or changes.items or changes.groups or changes.notes
        if is_here or changes.requests or changes.feedback:
            self._details.forget()
            self._acting.forget_answer()
            self.refresh()
        if changes.views:
            self._filtering.refresh()
        self._due.changed(changes)

    @override
    def undone(self, undone: "Undone") -> None:
        self._acting.forget_phone()
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

    @override
    def can_put_away(self) -> bool:
        """Whether the filters, the reasoning or the question what is not right are open."""
        return self._filtering.is_open or self._acting.can_put_one_away()

    @override
    def put_away(self) -> None:
        if self._filtering.is_open:
            self._filtering.close_panel()
        else:
            self._acting.put_one_away()

    # --- wiring -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.parts.queue.row_chosen.connect(self._on_queue_row_chosen)
        self.parts.older_requested.connect(self._on_older_requested)
        self.parts.person.person_requested.connect(self._on_person_requested)
        self._due.page_requested.connect(self.page_requested)
        for bar in (self.parts.bar, self.parts.request.bar, self.parts.line.bar):
            bar.next_requested.connect(self.go_next)
            bar.previous_requested.connect(self.go_previous)
            bar.undo_requested.connect(self.undo_requested)
        self._in_report.page_requested.connect(self.page_requested)
        self._details.came.connect(self._on_details_came)
        self._details.failed.connect(self._on_details_failed)
        self._acting.decided.connect(self._on_acting_decided)
        self._acting.refused.connect(self._on_acting_refused)
        self._acting.left.connect(self.parts.queue.setFocus)
        self._acting.page_requested.connect(self.page_requested)
        self._claiming.looked_at.connect(self._on_claiming_looked_at)
        self._claiming.decided_elsewhere.connect(self._on_claiming_decided_elsewhere)
        self._claiming.changed_elsewhere.connect(self._on_claiming_changed_elsewhere)
        self.parts.filter_button.clicked.connect(self._filtering.open_panel)
        self._filtering.changed.connect(self.refresh)
        self._filtering.opened.connect(self._on_filtering_opened)
        self._filtering.closed.connect(self._on_filtering_closed)
        for teller in (self._acting, self._filtering):
            teller.told.connect(self.told)
            teller.warned.connect(self.warned)
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

    @override
    def show_example(self) -> None:
        """Show the first that waits: what was there before the judge began may stand far below by now."""
        self._choose(self.rows.next_open(-1))

    def _choose(self, row: int | None) -> None:
        self.parts.queue.choose(row)
        if row is None:
            self._show_all_done()

    @Slot(int)
    def _on_queue_row_chosen(self, row: int) -> None:
        self._acting.put_away()
        if row < 0:
            return
        item = self.rows.row(row).item
        detail = self._details.get(item.id)
        if detail is not None:
            self._show(detail)
            self._preload()
        else:
            self._shown = None
            self._set_can_decide()
            self._details.ask(item)

    # --- the message --------------------------------------------------------------------------------------------------

    def _preload(self) -> None:
        """Ask for the next message before the reader does, and then for what goes with this one."""
        row = self.rows.next_open(self.parts.queue.current_row)
        if row is not None:
            self._details.ask(self.rows.row(row).item)
        self._claiming.show(self._shown)
        self._acting.look_for_alike()

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

    def _show(self, detail: "AnyDetail") -> None:
        self._shown = self._current_id()
        self._show_looked_at()
        if self._shown_kind is ItemKind.REQUEST:
            self.parts.show_other(self.parts.request)
        elif self._shown_kind is ItemKind.FEEDBACK:
            self.parts.show_other(self.parts.line)
        else:
            self._show_message(cast("Detail", detail))
        self._set_can_decide()

    def _show_message(self, detail: "Detail") -> None:
        self.parts.show_detail(detail, self.jobs.language)
        self._in_report.show(detail.lines[detail.focus].id)

    def _show_all_done(self) -> None:
        self._shown = None
        self._claiming.show(None)
        self.parts.show_all_done()
        self._set_can_decide()
        self._acting.look_for_alike()

    def _current_id(self) -> ItemId | None:
        row = self.parts.queue.current_row
        return self.rows.row(row).item.id if row >= 0 else None

    def _set_can_decide(self) -> None:
        row = self.parts.queue.current_row
        shown = self.rows.row(row) if row >= 0 and self._shown == self._current_id() else None
        self._acting.be_about(shown, self._detail, can_decide=self.can_decide)

    @property
    def _shown_kind(self) -> ItemKind | None:
        """Of which kind the item on the screen is."""
        row = self.parts.queue.current_row
        return self.rows.row(row).item.kind if row >= 0 else None

    @property
    def shown_item(self) -> ItemId | None:
        """The item on the screen."""
        return self._shown

    @property
    def can_decide(self) -> bool:
        """Whether what the reader sees is an open item."""
        row = self.parts.queue.current_row
        is_seen = self._shown is not None and self._shown == self._current_id() and not self._filtering.is_open
        return is_seen and self.rows.row(row).done is None

    @property
    def brake_ms(self) -> int:
        """For how long after an item came a key is taken to be meant for the one before, in milliseconds."""
        return self._acting.brake_ms

    @brake_ms.setter
    def brake_ms(self, brake_ms: int) -> None:
        self._acting.brake_ms = brake_ms

    @property
    def _detail(self) -> "AnyDetail | None":
        """What the reader sees."""
        return self._details.get(self._shown)

    # --- what is decided ----------------------------------------------------------------------------------------------

    @Slot(object, object, bool)
    def _on_acting_decided(self, item_ids: tuple[ItemId, ...], verb: Verb, stays: bool) -> None:
        for item_id in item_ids:
            self.rows.mark(item_id, verb)
        self._count()
        if stays:
            self._set_can_decide()
        else:
            self.go_next()

    @Slot(object)
    def _on_acting_refused(self, item_id: ItemId) -> None:
        self.rows.mark(item_id, None)
        self._details.forget(item_id)
        self._count()
        self._set_can_decide()
        self.refresh()

    @Slot(object)
    def _on_claiming_looked_at(self, looked_at: Mapping[ItemId, str]) -> None:
        self._looked_at = looked_at
        self.rows.show_looked_at(looked_at)
        self._show_looked_at()

    def _show_looked_at(self) -> None:
        self.parts.show_looked_at(self._looked_at.get(self._shown) if self._shown is not None else None)

    @Slot(object)
    def _on_claiming_decided_elsewhere(self, decided: Mapping[ItemId, Verb]) -> None:
        """Leave the rows where they are, as quiet lines: the reader sees that they are done.

        What somebody writes an answer to stays as it is: when he is ready, the desk tells him what changed.
        """
        for item_id, verb in decided.items():
            if not (self._acting.is_writing and item_id == self._shown):
                self.rows.mark(item_id, verb)
        self._count()
        self._set_can_decide()

    @Slot()
    def _on_claiming_changed_elsewhere(self) -> None:
        self._details.forget()
        self.refresh()

    # --- the list -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_work(self, work: Work) -> None:
        if work.filters != self._filtering.filters:
            return  # what is wanted now is on its way
        is_other_list = work.filters != self._listed
        kept = None if is_other_list else self._current_id()
        self._listed = work.filters
        with self.parts.queue.holding_still():
            self.rows.merge(work.items, work.zones, kept=kept, deciding=self._acting.on_their_way)
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
        if is_other_list:
            self.parts.queue.scrollTo(self.parts.queue.currentIndex())  # nobody decides about a row he does not see
        self._look_again()

    def _look_again(self) -> None:
        """Bring the message on the screen up to date: its notes or its conversation may be other ones now."""
        row = self.parts.queue.current_row
        if row >= 0:
            self._details.ask(self.rows.row(row).item)
        self._set_can_decide()

    @Slot()
    def _on_filtering_opened(self) -> None:
        self._acting.put_away()
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
        self.parts.show_counts(self.rows.open_counts)
        if not self._listed:  # all of them are in the list: that page may not have been opened yet
            self.counted.emit("feedback", self.rows.open_counts.get(ItemKind.FEEDBACK, 0))
