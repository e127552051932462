"""The leaf of a group's members: a list by name, and what an administrator writes down of one. GUI thread only."""

from array import array
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QStandardPaths, QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.member import MemberId, RollFilter
from ui.jobs import Job, Jobs
from ui.models.paged import PageRequest
from ui.models.roll import RollModel
from ui.pages.group_leaf import GroupLeaf
from ui.pages.group_members_layout import RollLayout
from ui.pages.sheet_intake import SheetIntake
from ui.shortcuts import Command, KeyMap, undo_keys
from ui.widgets.leave_form import LeaveWish
from ui.widgets.member_form import MemberWish, entry_of
from ui.widgets.person_forms import ConsentWish

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.roll import RollRow
    from console.desk.roll_book import Taken

SEARCH_MS: Final = 150  # a person types a letter in about this time: search when he pauses

Found = tuple["array[int]", Mapping[RollFilter, int]]


def load_ids(console: "Console", group_id: GroupId, words: str, shown: RollFilter) -> Found:
    """Ask the desk who is wanted, and how many each part of the list has. On a lane."""
    from console.desk import roll

    return roll.member_ids(console, group_id, words, shown), roll.counts(console, group_id)


def keep_member(console: "Console", group_id: GroupId, wish: MemberWish) -> tuple[MemberId, Changes]:
    """Keep what was filled in of a member, new or not. On a lane."""
    from console.desk import phone_numbers, roll, roll_book

    if wish.member_id is not None:
        changes = roll.change_member(
            console,
            wish.member_id,
            role=wish.role,
            alias=wish.alias,
            phone=wish.phone,
            joined_on=wish.joined_on,
            left_reason=wish.left_reason,
        )
        return wish.member_id, changes
    phone = phone_numbers.e164(wish.phone) if wish.phone else None
    written = roll_book.MemberFacts(wish.name, phone, wish.role, wish.alias or None, wish.joined_on)
    return roll_book.add_member(console, group_id, written)


class MembersLeaf(GroupLeaf):
    """The list holds ids and the pages that are looked at; a form above it changes the chosen member."""

    key = "members"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = RollModel(self)
        self.intake = SheetIntake(jobs)
        self.parts = RollLayout(self.rows, self, self.intake)
        self._chosen: int | None = None
        self._search_job: Job | None = None
        self._request: PageRequest | None = None
        self._search_soon = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._search_soon.timeout.connect(self._search)
        self._connect()
        self.retranslate()
        self.setFocusProxy(self.parts.table)

    # --- a leaf of the sheet -----------------------------------------------------------------------------------------

    @override
    def show_group(self, group_id: GroupId | None) -> None:
        if group_id != self.group_id:
            self._chosen = None
            self.parts.close_forms()
            self.parts.show_intake(is_open=False)
            self.parts.filters.reset()
            self.rows.set_ids(array("q"))
        super().show_group(group_id)
        self._search()

    @override
    def changed(self, changes: Changes) -> None:
        if changes.people or changes.groups or changes.messages:
            self._search()

    @override
    def retranslate(self) -> None:
        self.parts.retranslate()
        self.parts.show_row(self._row)
        self.rows.mark_stale()

    @property
    @override
    def is_edited(self) -> bool:
        parts = self.parts
        return parts.member_form.is_edited or parts.leave_form.is_edited or self.intake.isVisible()

    @override
    def can_put_away(self) -> bool:
        return self.parts.is_asking or self.intake.can_put_away()

    @override
    def put_away(self) -> None:
        if self.intake.can_put_away():
            self.intake.put_away()
            return
        self.parts.close_forms()
        self.take_focus()

    @override
    def take_focus(self) -> None:
        """Go to the list; where nobody is on it, to who may be added."""
        (self.parts.table if self.rows.rowCount() else self.parts.add).setFocus()

    def _connect(self) -> None:
        parts = self.parts
        parts.filters.edited.connect(self._search_soon.start)
        parts.filters.left.connect(self._on_filters_left)
        parts.table.selectionModel().currentRowChanged.connect(self._on_table_current_row_changed)
        parts.table.doubleClicked.connect(self.show_card)
        self.rows.page_requested.connect(self._on_rows_page_requested)
        self.rows.dataChanged.connect(self._on_rows_data_changed)
        parts.member_form.kept.connect(self._on_member_form_kept)
        parts.leave_form.kept.connect(self._on_leave_form_kept)
        parts.consent_form.kept.connect(self._on_consent_form_kept)
        for form in (parts.member_form, parts.leave_form):
            form.closed_requested.connect(self.put_away)
        parts.take_in.clicked.connect(self.take_in)
        self.intake.taken.connect(self._on_intake_taken)
        self.intake.closed.connect(self._on_intake_closed)
        self.intake.told.connect(self.told)
        self.intake.warned.connect(self.warned)
        for button, command, slot in (
            (parts.add, Command.NEW, self.ask_new),
            (parts.change, Command.CORRECT, self.ask_change),
            (parts.leave, Command.DELETE, self.ask_leave),
            (parts.agreement, Command.AGREEMENT, self.ask_agreement),
            (parts.card, Command.OPEN_CHAT, self.show_card),
            (parts.export, Command.EXPORT, self.choose_file),
        ):
            button.clicked.connect(slot)
            self.keys.bind(self, command, slot)
        self.keys.bind(self, Command.SEARCH, parts.filters.focus_search)

    # --- the list ----------------------------------------------------------------------------------------------------

    @Slot()
    def _search(self) -> None:
        """Ask for who is wanted now; an answer to an older question is not waited for."""
        self._search_soon.stop()
        if self._search_job is not None:
            self._search_job.drop()
        if self.group_id is not None:
            wanted = self.parts.filters
            self._search_job = self.jobs.ask(
                load_ids, self.group_id, wanted.words, wanted.wanted, done=self._on_ids, failed=self._on_failed
            )

    @Slot()
    def _on_filters_left(self) -> None:
        if self._search_soon.isActive():
            self._search()
        self.take_focus()

    @Slot(object)
    def _on_ids(self, found: Found) -> None:
        ids, counts = found
        self._search_job = None
        self.parts.filters.set_counts(counts)
        self.rows.set_ids(ids)
        self.parts.show_count(len(ids))
        row = None if self._chosen is None else self.rows.row_of(self._chosen)
        if len(ids):
            self.parts.table.choose(row or 0)
            self._chosen = self.rows.id_at(row or 0)
        else:
            self._chosen = None
        self.parts.show_row(self._row)

    @Slot(object)
    def _on_rows_page_requested(self, request: PageRequest) -> None:
        from console.desk import roll

        self._request = request
        self.jobs.ask(roll.member_rows, request.ids, done=self._on_rows, failed=self._on_rows_failed)

    @Slot(object)
    def _on_rows(self, rows: "Mapping[int, RollRow]") -> None:
        if self._request is not None:
            self.rows.take(self._request, rows)

    @Slot(object)
    def _on_rows_failed(self, error: Exception) -> None:
        if self._request is not None:
            self.rows.give_up(self._request)
        self._on_failed(error)

    @Slot()
    def _on_rows_data_changed(self) -> None:
        self.parts.show_row(self._row)

    @Slot(QModelIndex, QModelIndex)
    def _on_table_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and self.rows.id_at(current.row()) != self._chosen:
            self._chosen = self.rows.id_at(current.row())
            self.parts.close_forms()
            self.parts.show_row(self._row)

    @property
    def _row(self) -> "RollRow | None":
        """The chosen member, as far as his row is here."""
        row = None if self._chosen is None else self.rows.row_of(self._chosen)
        return None if row is None else self.rows.row_at(row)

    # --- what a person writes down -----------------------------------------------------------------------------------

    @Slot()
    def ask_new(self) -> None:
        """Open the empty form."""
        if self.group_id is not None and self.jobs.console is not None:
            self.parts.ask(self.parts.member_form)
            self.parts.member_form.ask_new(self.jobs.console.now().astimezone().date())

    @Slot()
    def ask_change(self) -> None:
        """Open the form with what is known of the chosen member."""
        row = self._row
        if row is not None and self.jobs.console is not None:
            today = self.jobs.console.now().astimezone(_zone(row)).date()
            self.parts.ask(self.parts.member_form)
            self.parts.member_form.ask([entry_of(row, row.phone)], today)

    @Slot()
    def ask_leave(self) -> None:
        """Ask when and why the chosen member left; or let somebody who left be a member again."""
        from console.desk import roll

        row = self._row
        if row is None or self.jobs.console is None:
            return
        if row.is_here:
            self.parts.ask(self.parts.leave_form)
            self.parts.leave_form.ask(row.id, row.name, self.jobs.console.now().astimezone(_zone(row)).date())
        else:
            self._tell(roll.mark_here, row.id)

    @Slot()
    def ask_agreement(self) -> None:
        """Open the form for what the chosen member agreed to."""
        row = self._row
        if row is not None:
            self.parts.ask(self.parts.consent_form)
            self.parts.consent_form.ask([row])

    @Slot()
    def show_card(self) -> None:
        """Show the chosen member on the page Leden."""
        row = self._row
        if row is not None:
            self.page_requested.emit("people", row.person_id)

    @Slot(object)
    def _on_member_form_kept(self, wish: MemberWish) -> None:
        if self.group_id is not None:
            self.jobs.ask(keep_member, self.group_id, wish, done=self._on_member_kept, failed=self._on_failed)

    @Slot(object)
    def _on_member_kept(self, kept: tuple[MemberId, Changes]) -> None:
        self._chosen, changes = kept
        self.jobs.changed.emit(changes)
        self._on_kept(changes)

    @Slot(object)
    def _on_leave_form_kept(self, wish: LeaveWish) -> None:
        from console.desk import roll

        self._tell(roll.mark_left, wish.member_id, wish.on, wish.reason)

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
        )

    def _tell(self, call: Callable[..., Changes], *values: object, **more: object) -> None:
        self.jobs.ask(call, *values, **more, done=self._on_kept, failed=self._on_failed)

    @Slot(object)
    def _on_kept(self, changes: Changes) -> None:
        self.parts.close_forms()
        self.take_focus()
        if changes.decision is not None:
            self.told.emit(self.tr("Kept. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))

    # --- lists in and out --------------------------------------------------------------------------------------------

    @Slot()
    def take_in(self) -> None:
        """Ask for a list of members."""
        from console.desk import roll_sheet

        if self.group_id is not None and self.jobs.console is not None:
            self.parts.show_intake(is_open=True)
            self.intake.start(roll_sheet.sheet_plan(self.jobs.console, self.group_id))

    @Slot(object)
    def _on_intake_taken(self, taken: "Taken") -> None:
        said = [self.tr("%Ln new member(s).", "", taken.new), self.tr("%Ln member(s) filled in.", "", taken.changed)]
        if taken.still_here:
            said.append(self.tr("%Ln member(s) stayed: they wrote after the day of leaving.", "", taken.still_here))
        if taken.changes.decision is not None:
            said.append(self.tr("With {key} you undo it.").format(key=undo_keys()))
        self.told.emit(" ".join(said))

    @Slot()
    def _on_intake_closed(self) -> None:
        self.parts.show_intake(is_open=False)
        self.take_focus()

    @Slot()
    def choose_file(self) -> None:
        """Ask where the list is to be kept, and write it."""
        if self.group_id is None or self.parts.filters.is_empty:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = {self.tr("Excel") + " (*.xlsx)": ".xlsx", self.tr("CSV") + " (*.csv)": ".csv"}
        name = self.tr("members")  # not inside the braces of a text: there the translators would not find it
        suggested = str(Path(folder) / f"{name}.xlsx")
        title = self.tr("Save the list of members")
        chosen, kind = QFileDialog.getSaveFileName(self, title, suggested, ";;".join(kinds))
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() in kinds.values() else path.with_name(path.name + kinds[kind]))

    def write(self, path: Path) -> None:
        """Write the members to a file."""
        from console.desk import roll_sheet

        self.jobs.ask(roll_sheet.export, self.group_id, path, done=self._on_written, failed=self._on_failed)

    @Slot(object)
    def _on_written(self, count: int) -> None:
        self.told.emit(self.tr("%Ln member(s) were saved.", "", count))


def _zone(row: "RollRow") -> ZoneInfo:
    return ZoneInfo(row.time_zone)
