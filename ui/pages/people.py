"""The page Leden: everybody who is a member, by name, and what is known of one person over all groups.

GUI thread only. The list holds ids and the pages that are looked at; nothing here waits for the store.
"""

from array import array
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.member import PersonId
from ui.jobs import Job, Jobs
from ui.models.paged import PageRequest
from ui.models.people import PeopleModel
from ui.pages.page import Page
from ui.pages.people_layout import PeopleLayout
from ui.pages.person_rights import PersonRights
from ui.shortcuts import Command, KeyMap, undo_keys
from ui.widgets.member_form import MemberWish, entry_of
from ui.widgets.note_form import NoteWish
from ui.widgets.person_forms import ConsentWish

if TYPE_CHECKING:
    from console.desk.members import PersonCard, PersonRow
    from console.domain.group import Group

SEARCH_MS: Final = 150  # a person types a letter in about this time: search when he pauses
CHOOSE_MS: Final = 60  # an arrow key that is held down passes twenty rows a second; read where it stops


class PeopleView(Page):
    """The list left, the chosen member right with what may be filled in about him."""

    key = "people"
    undoes_by_letter = False

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = PeopleModel(self)
        self.parts = PeopleLayout(self.rows, self)
        self.rights = PersonRights(jobs, keys, self.parts.rights_panel, self)
        self._card: PersonCard | None = None
        self._chosen: int | None = None
        self._search_job: Job | None = None
        self._card_job: Job | None = None
        self._request: PageRequest | None = None
        self._is_stale = False
        self._search_soon = self._timer(SEARCH_MS, self._search)
        self._choose_soon = self._timer(CHOOSE_MS, self._ask_card)
        self._connect()
        self.retranslate()
        self.setFocusProxy(self.parts.table)

    # --- a page of the window ----------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        """Ask for the groups to choose from, and for the members."""
        from console.desk import groups

        if self.jobs.console is not None:
            self.jobs.ask(groups.groups, done=self._on_groups)
            self._search()

    @override
    def changed(self, changes: Changes) -> None:
        """Look again when members, messages or decisions changed: at once, or when the page is shown."""
        if changes.people or changes.messages or changes.items or changes.groups or changes.notes:
            self._is_stale = True
            if self.isVisible():
                self._refresh_stale()
        self.rights.changed(changes)

    @override
    def open_with(self, value: object) -> None:
        """Show one person by his id."""
        if isinstance(value, int):
            self._chosen = value
            self.parts.close_forms()
            self.parts.filters.reset()
            self._search()
            self.parts.table.setFocus()

    @override
    def show_example(self) -> None:
        """Show the first member."""
        self._search()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_stale()

    @override
    def retranslate(self) -> None:
        self.parts.retranslate()
        self.rows.mark_stale()

    @override
    def can_put_away(self) -> bool:
        """Whether something is being filled in."""
        return self.parts.is_asking

    @override
    def put_away(self) -> None:
        self.parts.put_away()
        self.parts.table.setFocus()

    def _refresh_stale(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _connect(self) -> None:
        parts = self.parts
        parts.filters.edited.connect(self._search_soon.start)
        parts.filters.left.connect(self._on_filters_left)
        parts.take_in.clicked.connect(self.file_choice_requested)
        parts.table.selectionModel().currentRowChanged.connect(self._on_table_current_row_changed)
        self.rows.page_requested.connect(self._on_rows_page_requested)
        parts.note.clicked.connect(self.ask_note)
        parts.phone.clicked.connect(self.ask_phone)
        parts.role.clicked.connect(self.ask_role)
        parts.agreement.clicked.connect(self.ask_agreement)
        parts.same.clicked.connect(self.ask_same_person)
        parts.rights.clicked.connect(self.ask_rights)
        self.rights.opened.connect(parts.show_known)
        self.rights.closed.connect(self.parts.table.setFocus)
        self.rights.told.connect(self.told)
        self.rights.warned.connect(self.warned)
        parts.note_form.written.connect(self._on_note_form_written)
        parts.phone_form.written.connect(self._on_phone_form_written)
        parts.role_form.kept.connect(self._on_role_form_kept)
        parts.role_form.closed_requested.connect(self.put_away)
        parts.consent_form.kept.connect(self._on_consent_form_kept)
        parts.sheet.same_said.connect(self._on_sheet_same_said)
        parts.sheet.different_said.connect(self._on_sheet_different_said)
        parts.sheet.separate_requested.connect(self._on_sheet_separate_requested)
        parts.sheet.note_end_requested.connect(self._on_sheet_note_end_requested)
        parts.sheet.message_requested.connect(self._on_sheet_message_requested)
        self.keys.bind(self, Command.NOTE, self.ask_note)
        self.keys.bind(self, Command.PHONE, self.ask_phone)
        self.keys.bind(self, Command.CORRECT, self.ask_role)
        self.keys.bind(self, Command.AGREEMENT, self.ask_agreement)
        self.keys.bind(self, Command.SAME_PERSON, self.ask_same_person)
        self.keys.bind(self, Command.RIGHTS, self.ask_rights)
        self.keys.bind(self, Command.SEARCH, parts.filters.focus_search)
        self.keys.bind(self, Command.REFRESH, self.refresh)

    # --- searching ---------------------------------------------------------------------------------------------------

    @Slot()
    def _search(self) -> None:
        """Ask for who is wanted now; an answer to an older question is not waited for."""
        from console.desk import members

        self._search_soon.stop()
        if self.jobs.console is None:
            return
        if self._search_job is not None:
            self._search_job.drop()
        wanted = self.parts.filters
        calls = {"asked_about": wanted.is_asked_about, "done": self._on_ids, "failed": self._on_failed}
        self._search_job = self.jobs.ask(members.people_ids, wanted.words, wanted.group_id, **calls)

    @Slot()
    def _on_filters_left(self) -> None:
        if self._search_soon.isActive():
            self._card = None  # no note goes to who stood there before, while the search is under way
            self._search()
        self.parts.table.setFocus()

    @Slot(object)
    def _on_groups(self, groups: "tuple[Group, ...]") -> None:
        self.parts.filters.set_groups(groups)

    @Slot(object)
    def _on_ids(self, ids: "array[int]") -> None:
        self._search_job = None
        self.rows.set_ids(ids)
        self.parts.show_count(len(ids))
        row = None if self._chosen is None else self.rows.row_of(self._chosen)
        if row is None and self._chosen is not None and not self.parts.filters.is_narrowed:
            self._ask_card()  # under another name now, which its card tells
            return
        self._choose_row(row or 0)

    def _choose_row(self, row: int) -> None:
        if row >= self.rows.rowCount():
            self._chosen = None
            self._show_card(None)
            return
        self.parts.table.choose(row)
        self._chosen = self.rows.id_at(row)
        self._ask_card()

    @Slot(object)
    def _on_rows_page_requested(self, request: PageRequest) -> None:
        from console.desk import members

        self._request = request
        self.jobs.ask(members.people_rows, request.ids, done=self._on_rows, failed=self._on_rows_failed)

    @Slot(object)
    def _on_rows(self, rows: "Mapping[int, PersonRow]") -> None:
        if self._request is not None:
            self.rows.take(self._request, rows)

    @Slot(object)
    def _on_rows_failed(self, error: Exception) -> None:
        if self._request is not None:
            self.rows.give_up(self._request)
        self._on_failed(error)

    # --- the chosen member -------------------------------------------------------------------------------------------

    @Slot(QModelIndex, QModelIndex)
    def _on_table_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and self.rows.id_at(current.row()) != self._chosen:
            self._chosen = self.rows.id_at(current.row())
            self._card = None  # nothing goes to who stood there before, until the card of this one is there
            self.parts.close_forms()
            self._choose_soon.start()

    @Slot()
    def _ask_card(self) -> None:
        from console.desk import members

        self._choose_soon.stop()
        if self._chosen is None or self.jobs.console is None:
            return
        if self._card_job is not None:
            self._card_job.drop()
        calls = {"done": self._on_card, "failed": self._on_card_failed}
        self._card_job = self.jobs.ask(members.card, PersonId(self._chosen), **calls)

    @Slot(object)
    def _on_card(self, card: "PersonCard") -> None:
        self._card_job = None
        if card.id != self._chosen:  # somebody said that this is the same person
            self._chosen = card.id
            row = self.rows.row_of(card.id)
            if row is not None:
                self.parts.table.choose(row)
        self._show_card(card)

    @Slot(object)
    def _on_card_failed(self, error: Exception) -> None:
        self._card_job = None
        self._chosen = None
        self._show_card(None)
        self._on_failed(error)

    def _show_card(self, card: "PersonCard | None") -> None:
        self._card = card
        self.parts.show_card(card)

    # --- what a person fills in --------------------------------------------------------------------------------------

    @Slot()
    def ask_note(self) -> None:
        """Open the form for a note."""
        if self._card is not None and self.jobs.console is not None:
            groups = [(one.group_id, one.group) for one in self._card.memberships]
            self.parts.ask(self.parts.note_form)
            self.parts.note_form.ask(groups, self.jobs.console.now().date())

    @Slot()
    def ask_phone(self) -> None:
        """Open the form for the number."""
        if self._card is not None:
            self.parts.ask(self.parts.phone_form)
            self.parts.phone_form.ask(self._card.phone)

    @Slot()
    def ask_role(self) -> None:
        """Open the form for what he is in a group, and since when."""
        if self._card is not None and self._card.memberships and self.jobs.console is not None:
            self.parts.ask(self.parts.role_form)
            today = self.jobs.console.now().astimezone().date()
            self.parts.role_form.ask([entry_of(one) for one in self._card.memberships], today)

    @Slot()
    def ask_agreement(self) -> None:
        """Open the form for what he agreed to."""
        if self._card is not None and self._card.memberships:
            self.parts.ask(self.parts.consent_form)
            self.parts.consent_form.ask(self._card.memberships)

    @Slot()
    def ask_same_person(self) -> None:
        """Go to the question whether somebody is the same person."""
        self.parts.close_forms()
        self.parts.sheet.focus_question()

    @Slot()
    def ask_rights(self) -> None:
        """Show what he may ask about his own data."""
        if self._chosen is not None:
            self.rights.ask(PersonId(self._chosen))

    @Slot(object)
    def _on_note_form_written(self, wish: NoteWish) -> None:
        from console.desk import members

        if self._card is not None:
            more: dict[str, Any] = {"group_id": wish.group_id, "days": wish.days, "done": self._on_kept}
            self._tell(members.add_person_note, self._card.id, wish.text, **more)

    @Slot(str)
    def _on_phone_form_written(self, phone: str) -> None:
        from console.desk import members

        if self._card is not None:
            self._tell(members.set_phone, self._card.id, phone, done=self._on_kept)

    @Slot(object)
    def _on_role_form_kept(self, wish: MemberWish) -> None:
        from console.desk import roll

        if wish.member_id is not None:
            said = {"joined_on": wish.joined_on, "left_reason": wish.left_reason}
            self._tell(roll.change_member, wish.member_id, role=wish.role, alias=wish.alias, **said, done=self._on_kept)

    @Slot(object)
    def _on_consent_form_kept(self, wish: ConsentWish) -> None:
        from console.desk import members

        self._tell(
            members.set_consent,
            wish.member_id,
            has_consented=wish.has_consented,
            channel=wish.channel,
            rules_sent=wish.rules_sent,
            rules_confirmed=wish.rules_confirmed,
            done=self._on_kept,
        )

    @Slot(object)
    def _on_sheet_same_said(self, other: int) -> None:
        from console.desk import identity

        if self._card is not None:
            self._tell(identity.merge, self._card.id, PersonId(other), done=self._on_merged)

    @Slot(object)
    def _on_sheet_different_said(self, other: int) -> None:
        from console.desk import identity

        if self._card is not None:
            self._tell(identity.not_the_same, self._card.id, PersonId(other), done=self._on_kept)

    @Slot(object)
    def _on_sheet_separate_requested(self, other: int) -> None:
        from console.desk import identity

        self._tell(identity.separate, PersonId(other), done=self._on_kept)

    @Slot(object)
    def _on_sheet_note_end_requested(self, note_id: int) -> None:
        from console.desk import members

        self._tell(members.end_note, note_id, done=self._on_kept)

    @Slot(object)
    def _on_sheet_message_requested(self, message_id: int) -> None:
        self.page_requested.emit("messages", message_id)

    def _tell(
        self, call: Callable[..., Changes], *values: object, done: Callable[[Changes], None], **more: object
    ) -> None:
        self.jobs.ask(call, *values, **more, done=done, failed=self._on_failed)

    @Slot(object)
    def _on_kept(self, _changes: Changes) -> None:
        self.put_away()
        self.told.emit(self.tr("Kept. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_merged(self, _changes: Changes) -> None:
        self.put_away()
        said = self.tr("One person from now on, in all your groups. With {key} you undo it.")
        self.told.emit(said.format(key=undo_keys()))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))
