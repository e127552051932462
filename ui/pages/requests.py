"""The page Aanmeldingen: who asks to join, over all groups, and the decisions about it. GUI thread only."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.decision import ItemId, Verb
from console.domain.group import GroupId
from console.domain.join_request import JoinRequest, RequestId, RequestState
from ui.jobs import Jobs
from ui.models.requests import RequestsModel
from ui.pages.act_keys import ActKeys
from ui.pages.claiming import Claiming
from ui.pages.deciding import Deciding
from ui.pages.details import Details
from ui.pages.page import Page
from ui.pages.phone_offer import PhoneOffer
from ui.pages.request_acting import RequestActing
from ui.pages.request_answering import item_of
from ui.pages.request_intake import RequestIntake
from ui.pages.requests_layout import DECIDED, SECTIONS, RequestsLayout
from ui.shortcuts import Command, KeyMap

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.joining.requests import Overview, RequestDetail
    from console.desk.joining.where import Door
    from console.desk.undoing import Undone

MOST_SHOWN: Final = 500  # of each section: who goes through these sees the next ones when he looks again
_WAITING: Final = frozenset(SECTIONS) - {DECIDED}


@dataclass(frozen=True, slots=True)
class Work:
    """What the page shows: the requests of one group or of all (None), the doors, and what is kept for how long."""

    group_id: GroupId | None
    found: "Overview"
    doors: "tuple[Door, ...]"
    kept: tuple[str, ...]


def load_work(console: "Console", group_id: GroupId | None) -> Work:
    """Ask the desk for the whole page. On a lane."""
    from console.desk.forgetting import retention
    from console.desk.joining import requests, where

    found = requests.overview(console, group_id, most=MOST_SHOWN)
    return Work(group_id, found, where.doors(console), retention.in_words(console))


class RequestsView(Page):
    """The list, and the one that is chosen."""

    key = "requests"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = RequestsModel(self)
        self.parts = RequestsLayout(jobs, self.rows, self)
        self._work: Work | None = None
        self._shown: RequestId | None = None  # the request on the screen
        self._select: RequestId | None = None  # after the next look
        self._is_new_visit = True
        self._deciding = Deciding(jobs, self)
        self._phone = PhoneOffer(jobs, self)
        self._details = Details(jobs, self)
        self._claiming = Claiming(jobs, self)
        self._looked_at: Mapping[ItemId, str] = {}
        self.acting = RequestActing(jobs, self._deciding, self.parts.request, self)
        self.intake = RequestIntake(jobs, self.parts, self)
        self._act_keys = ActKeys(keys, self)
        self.setFocusProxy(self.parts.list)
        self._connect()
        self.retranslate()

    # --- what the window calls ----------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        self.jobs.ask(load_work, self.parts.wanted[1], done=self._on_work, failed=self._on_load_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.requests or changes.items or changes.groups or changes.people or changes.notes:
            self._details.forget()
            self.acting.forget_answer()
            self.refresh()

    @override
    def open_with(self, value: object) -> None:
        """Show the requests of one group (a ``GroupId``)."""
        self.parts.choose(RequestState.OPEN, cast("GroupId", value))
        self._show_list()

    @override
    def take_files(self, paths: tuple[Path, ...]) -> None:
        self.intake.offer_mails(paths)

    @override
    def undone(self, undone: "Undone") -> None:
        self._phone.forget()
        if undone.item is not None:
            self.rows.mark(undone.item, None)
            self._select = next((one.id for one in self._requests if one.item_id == undone.item), None)

    @override
    def redone(self, redone: "Undone") -> None:
        if redone.item is not None:
            self.rows.mark(redone.item, redone.verb)
            self._set_can_decide()

    @override
    def retranslate(self) -> None:
        self.parts.retranslate()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Put the list in order again: the reader looked away."""
        super().showEvent(event)
        if not event.spontaneous():
            self._is_new_visit = True
            if self._work is not None and self.jobs.console is not None:
                self.refresh()

    @override
    def can_put_away(self) -> bool:
        """Whether something is being written, chosen or taken in."""
        return self.acting.is_asking or not self.parts.shows_request

    @override
    def put_away(self) -> None:
        for part in (self.parts.new, self.parts.choice, self.parts.sheet):
            if part.can_put_away():
                part.put_away()
                return
        self.parts.request.put_away()

    # --- wiring -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        bar = self.parts.request.bar
        bar.next_requested.connect(self.go_next)
        bar.previous_requested.connect(self.go_previous)
        bar.undo_requested.connect(self.undo_requested)
        self.parts.list.row_chosen.connect(self._on_list_row_chosen)
        self.parts.section_chosen.connect(self._show_list)
        self._act_keys.pressed.connect(self._on_act_keys_pressed)
        self.acting.decided.connect(self._on_acting_decided)
        self.acting.left.connect(self.parts.list.setFocus)
        self._deciding.refused.connect(self._on_deciding_refused)
        self._deciding.stands_ready.connect(self._phone.offer)
        self._details.came.connect(self._on_details_came)
        self._details.failed.connect(self._on_details_failed)
        self._claiming.looked_at.connect(self._on_claiming_looked_at)
        self._claiming.changed_elsewhere.connect(self._on_claiming_changed_elsewhere)
        self.intake.added.connect(self._on_intake_added)
        self.intake.closed.connect(self._on_intake_closed)
        for teller in (self.acting, self.intake, self._deciding, self._phone):
            teller.told.connect(self.told)
            teller.warned.connect(self.warned)
        for command, slot in (
            (Command.NEXT, self.go_next),
            (Command.PREVIOUS, self.go_previous),
            (Command.OPEN_CHAT, self._phone.open_chat),
            (Command.COPY, self._phone.copy_text),
            (Command.REFRESH, self.refresh),
            (Command.NEW, self.intake.ask_new),
        ):
            self.keys.bind(self, command, slot)

    @property
    def brake_ms(self) -> int:
        """For how long after a request came a key is taken to be meant for the one before, in milliseconds."""
        return self.acting.brake_ms

    @brake_ms.setter
    def brake_ms(self, brake_ms: int) -> None:
        self.acting.brake_ms = brake_ms

    # --- the list -----------------------------------------------------------------------------------------------------

    @property
    def _requests(self) -> tuple[JoinRequest, ...]:
        return self._work.found.requests if self._work is not None else ()

    def _wanted(self) -> tuple[JoinRequest, ...]:
        section = self.parts.wanted[0]
        return tuple(request for request in self._requests if _section_of(request.state) == section)

    @Slot(object)
    def _on_work(self, work: Work) -> None:
        if work.group_id != self.parts.wanted[1]:
            return  # what is wanted now is on its way
        self._work = work
        with_requests = {group_id for group_id, _state in work.found.counts} | {work.group_id}
        self.parts.show_groups(
            [(door.group_id, door.name) for door in work.doors if door.group_id in with_requests],
            [door.name for door in work.doors if door.is_open],
        )
        self.intake.show_groups(tuple((door.group_id, door.name) for door in work.doors if not door.is_open))
        self.parts.show_kept(work.kept)
        self._count()
        if self._is_new_visit:
            self._is_new_visit = False
            self._show_list()
        else:
            every = {request.id: request for request in work.found.requests}
            self.rows.merge(self._wanted(), every, self.parts.list.current_row)
            self._choose_wanted()
            self._look_again()

    @Slot()
    def _show_list(self) -> None:
        """Show what is chosen, in the desk's order; of another group it is asked for first."""
        if self._work is None or self._work.group_id != self.parts.wanted[1]:
            self._is_new_visit = True
            self.refresh()
            return
        chosen = self._shown
        self.rows.show(self._wanted())
        self.parts.retranslate()
        if self._select is None:
            self._select = chosen
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        """Go to the request that is to be shown, else to the first that waits."""
        wanted, self._select = self._select, None
        row = self.rows.row_of(wanted) if wanted is not None else None
        if row is not None:
            self._choose(row)
        elif self.parts.list.current_row < 0:
            self._choose(self.rows.next_open(-1))

    def _count(self) -> None:
        counts, of_list = dict.fromkeys(SECTIONS, 0), dict.fromkeys(SECTIONS, 0)
        for (group_id, state), number in self._work.found.counts.items() if self._work is not None else ():
            counts[_section_of(state)] += number
            of_list[_section_of(state)] += number if self.parts.wanted[1] in (None, group_id) else 0
        self.parts.show_counts(counts)
        self.parts.show_more({section: max(0, number - MOST_SHOWN) for section, number in of_list.items()})
        self.counted.emit(self.key, counts[RequestState.OPEN])

    # --- going through it ---------------------------------------------------------------------------------------------

    @Slot()
    def go_next(self) -> None:
        """Go to the next request that waits."""
        self._choose(self.rows.next_open(self.parts.list.current_row))

    @Slot()
    def go_previous(self) -> None:
        """Go back one row, also to what was decided."""
        row = self.parts.list.current_row
        row = self.rows.rowCount() if row < 0 else row
        if row > 0:
            self._choose(row - 1)

    def _choose(self, row: int | None) -> None:
        self.parts.list.choose(row)
        if row is None:
            self._shown = None
            self._claiming.show(None)
            self._set_can_decide()
            if self.parts.shows_request:
                self.parts.show_nothing()

    @Slot(int)
    def _on_list_row_chosen(self, row: int) -> None:
        self.acting.put_away()
        item = item_of(self.rows.row(row).request) if row >= 0 else None
        if item is None:
            return
        if self._details.get(item.id) is not None:
            self._show()
        else:
            self._shown = None
            self._set_can_decide()
            self._details.ask(item)

    @Slot(object)
    def _on_details_came(self, item_id: ItemId) -> None:
        if item_id == self._current_item:
            self._show()

    @Slot(object, object)
    def _on_details_failed(self, item_id: ItemId, error: Exception) -> None:
        if item_id == self._current_item:
            self.warned.emit(self.jobs.sentence(error))

    def _show(self) -> None:
        """Show the request of the chosen row, and ask for the next one before the reader does."""
        self._shown = self.rows.row(self.parts.list.current_row).request.id
        if self.parts.shows_request:
            self.parts.show_part(self.parts.request)
        self._set_can_decide()
        self._show_looked_at()
        self._claiming.show(self._current_item)
        self.acting.look_for_alike()
        following = self.rows.next_open(self.parts.list.current_row)
        item = item_of(self.rows.row(following).request) if following is not None else None
        if item is not None:
            self._details.ask(item)

    def _look_again(self) -> None:
        """Bring the request on the screen up to date."""
        row = self.parts.list.current_row
        item = item_of(self.rows.row(row).request) if row >= 0 else None
        if item is not None:
            self._details.ask(item)
        self._set_can_decide()

    @property
    def _current_item(self) -> ItemId | None:
        row = self.parts.list.current_row
        return self.rows.row(row).request.item_id if row >= 0 else None

    def _set_can_decide(self) -> None:
        row = self.parts.list.current_row
        is_shown = row >= 0 and self._shown == self.rows.row(row).request.id
        found = self._details.get(self._current_item) if is_shown else None
        if found is None and is_shown:
            return  # a later look at the same one is on its way
        self.acting.be_about(cast("RequestDetail | None", found), can_decide=is_shown and self._can_decide(row))

    def _can_decide(self, row: int) -> bool:
        chosen = self.rows.row(row)
        is_waiting = chosen.request.state in _WAITING
        return is_waiting and chosen.done is None and self.parts.shows_request

    # --- what is decided ----------------------------------------------------------------------------------------------

    @Slot(object, bool)
    def _on_act_keys_pressed(self, command: Command, stays: bool) -> None:
        if self.parts.shows_request:
            self.acting.obey(command, stays)

    @Slot(object, object, bool)
    def _on_acting_decided(self, item_ids: tuple[ItemId, ...], verb: Verb, stays: bool) -> None:
        for item_id in item_ids:
            self.rows.mark(item_id, verb)
        if stays:
            self._set_can_decide()
        else:
            self.go_next()

    @Slot(object)
    def _on_deciding_refused(self, item_id: ItemId) -> None:
        self.rows.mark(item_id, None)
        self._details.forget(item_id)
        self._set_can_decide()
        self.refresh()

    @Slot(object)
    def _on_claiming_looked_at(self, looked_at: Mapping[ItemId, str]) -> None:
        self._looked_at = looked_at
        self.rows.show_looked_at(dict(looked_at))
        self._show_looked_at()

    def _show_looked_at(self) -> None:
        item_id = self._current_item
        self.parts.request.top.show_looked_at(self._looked_at.get(item_id) if item_id is not None else None)

    @Slot()
    def _on_claiming_changed_elsewhere(self) -> None:
        self._details.forget()
        self.refresh()

    # --- what comes in by hand ----------------------------------------------------------------------------------------

    @Slot(object)
    def _on_intake_added(self, request_id: RequestId | None) -> None:
        self._select = request_id
        self._is_new_visit = True
        self.refresh()

    @Slot()
    def _on_intake_closed(self) -> None:
        self.parts.show_part(self.parts.request)
        if self.parts.list.current_row < 0:
            self.parts.show_nothing()
        self._set_can_decide()
        self.parts.list.setFocus()

    @Slot(object)
    def _on_load_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))


def _section_of(state: RequestState) -> str:
    return state if state in _WAITING else DECIDED
