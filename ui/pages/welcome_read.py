"""The leaf Gelezen: who of a group read the rules, as far as is known, and what may be done. GUI thread only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.welcome import Confirmation, Confirmations, SentHow
from ui.jobs import Jobs
from ui.models.confirmations import ConfirmationsModel, GroupsReadModel, Part, part_of
from ui.pages.welcome_leaf import WelcomeLeaf
from ui.pages.welcome_read_layout import ReadLayout
from ui.pages.welcome_reminding import Reminding
from ui.shortcuts import Command, KeyMap, undo_keys
from ui.welcome_words import repeat_words
from ui.widgets.text import isolated

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.welcome.repeating import Repeat


@dataclass(frozen=True, slots=True)
class ReadWork:
    """How far one group is, and what seems to be told again there; or how far all groups are."""

    group: Confirmations | None = None
    repeat: "Repeat | None" = None
    groups: tuple[Confirmations, ...] = ()


def load_read(console: "Console", group_id: GroupId | None) -> ReadWork:
    """Ask the desk for what the leaf shows. On a lane."""
    from console.desk.welcome import confirming, repeating

    if group_id is None:
        return ReadWork(groups=confirming.overview(console))
    return ReadWork(confirming.of_group(console, group_id), repeating.of_group(console, group_id))


class ReadLeaf(WelcomeLeaf):
    """The members of a group, or all groups; a panel with texts takes the place of both."""

    key = "read"
    shows_all: ClassVar[bool] = True

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows, self.group_rows = ConfirmationsModel(self), GroupsReadModel(self)
        self.parts = ReadLayout(self.rows, self.group_rows)
        self.reminding = Reminding(jobs, keys, self.parts.reminding, self.parts.refreshing, self)
        self._work: ReadWork | None = None
        self._go_on_at: int | None = None  # where the first stood of those who were decided about
        self._about = ""  # who they were
        column = QVBoxLayout(self)
        column.addWidget(self.parts)
        self._connect()
        self.retranslate()

    # --- a leaf of the page ------------------------------------------------------------------------------------------

    @override
    def show_for(self, group_id: GroupId | None, language: str) -> None:
        if group_id != self.group_id:
            self.parts.close_panels()
            self.parts.members.want(Part.ALL)
            self._work = None
        super().show_for(group_id, language)
        self.reminding.use_language(language)
        if self._job is not None:
            self._job.drop()
        if self.jobs.console is not None:
            self._job = self.jobs.ask(load_read, group_id, done=self._on_work, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.welcome or changes.people or changes.groups:
            self.refresh()

    @override
    def open_with(self, value: object) -> None:
        """Show a part of the members (``Part``) of the group that is shown."""
        if isinstance(value, Part):
            self.parts.members.want(value)
            self._show_members(())

    @override
    def retranslate(self) -> None:
        self._show_work()
        self.parts.retranslate()

    @override
    def take_focus(self) -> None:
        """Go to the list; before it is there, nowhere in particular."""
        if self.parts.open_panels or self._work is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._work.group is not None:
            self.parts.go_to_members()
        else:
            self.parts.groups.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def can_put_away(self) -> bool:
        return bool(self.parts.open_panels)

    @override
    def put_away(self) -> None:
        for panel in self.parts.open_panels:
            panel.put_away()

    # --- what came ---------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_work(self, work: ReadWork) -> None:
        self._job, self._work = None, work
        self._show_work()
        if self.hasFocus():
            self.take_focus()

    def _show_work(self) -> None:
        work = self._work
        if work is None:
            return
        self.parts.show_base(is_group=work.group is not None)
        if work.group is None:
            self.group_rows.show(work.groups)
            self.parts.groups.show_found(work.groups)
            if work.groups:
                self.parts.groups.table.selectRow(0)
        else:
            self.parts.members.show_found(work.group)
            self.parts.members.show_repeat(self._why)
            self._show_members(self.parts.members.table.chosen)

    @property
    def _why(self) -> str:
        """Why a rule may be told again, "" where nothing asks for it."""
        repeat = self._work.repeat if self._work else None
        return "" if repeat is None else repeat_words(repeat.flag, repeat.now, repeat.before)

    def _show_members(self, chosen: Sequence[int]) -> None:
        """Show the part that is wanted, with these members chosen; after a decision, who stands there now."""
        if self._work is None or self._work.group is None:
            return
        wanted = self.parts.members.wanted_rows(self._work.group)
        goes_on = self._go_on_at is not None
        if self._go_on_at is not None:
            chosen = [row.member_id for row in wanted[self._go_on_at :][:1] or wanted[-1:]]
            self._go_on_at = None
        if self.rows.show(wanted) or goes_on or not chosen:
            self.parts.members.table.choose(chosen)
        self._on_table_chosen_changed()

    @property
    def _chosen(self) -> tuple[Confirmation, ...]:
        places = self.rows.places_of(self.parts.members.table.chosen)
        return tuple(self.rows.row(place) for place in places)

    @Slot()
    def _on_table_chosen_changed(self) -> None:
        self.parts.members.show_chosen(self._chosen)

    @Slot()
    def _on_members_part_chosen(self) -> None:
        self._show_members(())

    @Slot(object)
    def _on_groups_opened(self, group_id: GroupId) -> None:
        self.page_requested.emit("welcome", (self.key, group_id))

    @Slot()
    def open_group(self) -> None:
        """Show the members of the chosen group."""
        place = self.parts.groups.table.chosen
        if place is not None:
            self._on_groups_opened(self.group_rows.row(place).group_id)

    # --- what a person says ------------------------------------------------------------------------------------------

    @Slot()
    def confirm(self) -> None:
        """Note that the chosen members read the rules."""
        from console.desk.welcome import confirming

        self._tell(confirming.confirm, [one.member_id for one in self._chosen if one.confirmed_at is None])

    @Slot()
    def unconfirm(self) -> None:
        """Note that the chosen members did not read the rules after all."""
        from console.desk.welcome import confirming

        self._tell(confirming.unconfirm, [one.member_id for one in self._chosen if one.confirmed_at is not None])

    @Slot()
    def hand_on_paper(self) -> None:
        """Note that the chosen members were given the rules on paper."""
        self._hand_over(SentHow.PAPER)

    @Slot()
    def tell_aloud(self) -> None:
        """Note that the chosen members were told the rules."""
        self._hand_over(SentHow.SPOKEN)

    def _hand_over(self, how: SentHow) -> None:
        from console.desk.welcome import sending

        ids = [one.member_id for one in self._chosen if one.sent_at is None]
        self._tell(sending.handed_over, ids, self.group_id, ids, how, language=self.language)

    def _tell(self, call: Callable[..., Changes], ids: Sequence[int], *values: object, **more: object) -> None:
        """Ask the desk, where anybody is meant."""
        if ids:
            places = self.rows.places_of(ids)
            name = self.rows.row(places[0]).name
            self._go_on_at = min(places)
            self._about = isolated(name) if len(ids) == 1 else self.tr("%n member(s)", "", len(ids))
            self.jobs.ask(call, *(values or (ids,)), **more, done=self._on_kept, failed=self._on_failed)

    @Slot()
    def send_to_chosen(self) -> None:
        """Open with a text for each of the chosen members."""
        self._send(self._chosen)

    @Slot()
    def remind_all(self) -> None:
        """Open with a reminder for everybody to whom one may go."""
        group = self._work.group if self._work else None
        self._send(tuple(row for row in group.rows if part_of(row) is Part.DUE) if group else ())

    def _send(self, members: Sequence[Confirmation]) -> None:
        if self.group_id is not None:
            self.reminding.ask_members(self.group_id, members, self.language)

    @Slot()
    def refresh_rule(self) -> None:
        """Open with one rule again, for the whole group."""
        repeat = self._work.repeat if self._work else None
        if self.group_id is not None:
            keys = () if repeat is None else repeat.rule_keys
            self.reminding.ask_rule(self.group_id, keys, self._why, self.language)

    @Slot()
    def show_card(self) -> None:
        """Show the chosen member on the page Leden."""
        if len(self._chosen) == 1:
            self.page_requested.emit("people", self._chosen[0].person_id)

    @Slot(object)
    def _on_kept(self, changes: Changes) -> None:
        if changes.decision is not None:
            said = self.tr("Kept for {who}. With {key} you undo it.")  # another member is chosen by now
            self.told.emit(said.format(who=self._about, key=undo_keys()))

    @Slot(object)
    def _on_reminding_opened(self, panel: QWidget) -> None:
        self.parts.close_panels()
        self.parts.setCurrentWidget(panel)

    @Slot()
    def _on_reminding_closed(self) -> None:
        self.parts.close_panels()
        self.take_focus()

    @Slot(object)
    @override
    def _on_failed(self, error: Exception) -> None:
        self._go_on_at = None
        super()._on_failed(error)

    # --- wiring ------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        members, groups = self.parts.members, self.parts.groups
        members.table.chosen_changed.connect(self._on_table_chosen_changed)
        members.table.activated.connect(self.show_card)
        members.part_chosen.connect(self._on_members_part_chosen)
        members.on_paper.clicked.connect(self.hand_on_paper)
        members.spoken.clicked.connect(self.tell_aloud)
        groups.table.opened.connect(self._on_groups_opened)
        groups.open.clicked.connect(self.open_group)
        self.reminding.told.connect(self.told)
        self.reminding.warned.connect(self.warned)
        self.reminding.opened.connect(self._on_reminding_opened)
        self.reminding.closed.connect(self._on_reminding_closed)
        for button, command, slot in (
            (members.confirm, Command.HANDLED, self.confirm),
            (members.unconfirm, Command.DROP, self.unconfirm),
            (members.send, Command.PRIVATE, self.send_to_chosen),
            (members.remind_all, Command.ALIKE, self.remind_all),
            (members.refresh_rule, Command.GROUP, self.refresh_rule),
            (members.card, Command.OPEN_CHAT, self.show_card),
        ):
            button.clicked.connect(slot)
            self.keys.bind(members, command, slot)
        self.keys.bind(self, Command.REFRESH, self.refresh)
