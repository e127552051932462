"""The leaf of the professionals around a group: who they are, and what the group may expect. GUI thread only."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.professional import Presence, Professional, ProfessionalFacts, ProfessionalId
from ui import facts, theme
from ui.jobs import Job, Jobs
from ui.models.professionals import Column, ProfessionalsModel
from ui.pages.group_leaf import GroupLeaf
from ui.shortcuts import Command, KeyMap, key_text, undo_keys
from ui.widgets.fact_list import FactList
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.professional_form import ProfessionalForm
from ui.widgets.table import RowTable
from ui.widgets.text import PlainLabel, one_line

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.domain.member import PersonId

WIDTHS_EM: Final = {Column.PHONE: 9, Column.PRESENCE: 14}
NAME_EM, WORK_EM = 10, 16
TABLE_SHARE, CARD_SHARE = 2, 3


@dataclass(frozen=True, slots=True)
class ProfessionalsWork:
    """What the leaf shows of one group; ``elsewhere`` are those of other groups, to choose from."""

    here: tuple[Professional, ...]
    elsewhere: tuple[tuple[ProfessionalId, str], ...]
    in_chat: "tuple[tuple[PersonId, str], ...]"
    jobs: tuple[tuple[str, str], ...]
    usual: Mapping[Presence, str]


def load_professionals(console: "Console", group_id: GroupId) -> ProfessionalsWork:
    """Ask the desk for one group. On a lane."""
    from console.desk import professionals as desk

    return ProfessionalsWork(
        desk.of_group(console, group_id),
        desk.elsewhere(console, group_id),
        desk.in_chat(console, group_id),
        desk.jobs(console),
        desk.expectations(console),
    )


class ProfessionalsLeaf(GroupLeaf):
    """A short table, what is known of the chosen one below it; a form takes their place."""

    key = "professionals"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = ProfessionalsModel(self)
        self.table = ProfessionalsTable(self.rows)
        self.card = FactList()
        self.form = ProfessionalForm()
        self.add, self.change, self.remove = KeyButton(), KeyButton(), KeyButton()
        self.known = QComboBox()
        self._empty = PlainLabel(wraps=True, is_muted=True)
        self._work: ProfessionalsWork | None = None
        self._chosen: ProfessionalId | None = None
        self._changing: ProfessionalId | None = None
        self._job: Job | None = None
        self._lay_out()
        self._connect()
        self.retranslate()
        self.put_away()
        self.setFocusProxy(self.table)

    # --- a leaf of the sheet -----------------------------------------------------------------------------------------

    @override
    def show_group(self, group_id: GroupId | None) -> None:
        if group_id != self.group_id:
            self._chosen = None
            self._show_form(is_open=False)
        super().show_group(group_id)
        if self._job is not None:
            self._job.drop()
        if group_id is not None:
            self._job = self.jobs.ask(load_professionals, group_id, done=self._on_work, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.groups or changes.people:
            self.show_group(self.group_id)

    @override
    def retranslate(self) -> None:
        nobody = self.tr("No professional is known with this group.")
        why = self.tr("Members ask who reads along. Tell them before somebody joins.")
        self._empty.setText(f"{nobody} {why}")
        self.table.setAccessibleName(self.tr("Professionals with this group"))
        self.card.setAccessibleName(self.tr("What is known of this professional"))
        self.known.setAccessibleName(self.tr("Somebody who is with another group of yours"))
        for button, text, command in (
            (self.add, self.tr("Add a &professional…"), Command.NEW),
            (self.change, self.tr("De&tails…"), Command.CORRECT),
            (self.remove, self.tr("&Not with this group any more"), Command.DROP),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        if self.known.count():
            self.known.setItemText(0, self.tr("Somebody of another group…"))
        self._show_card()

    @property
    @override
    def is_edited(self) -> bool:
        return self.form.is_edited

    @override
    def can_put_away(self) -> bool:
        return not self.form.isHidden()

    @override
    def put_away(self) -> None:
        self._show_form(is_open=False)
        self.take_focus()

    @override
    def take_focus(self) -> None:
        """Go to the table; where nobody is in it, to who may be added."""
        (self.table if self.rows.rowCount() else self.add).setFocus()

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_table_current_row_changed)
        self.table.doubleClicked.connect(self.ask_change)
        self.form.kept.connect(self._on_form_kept)
        self.form.closed_requested.connect(self.put_away)
        self.known.activated.connect(self._on_known_activated)
        for button, command, slot in (
            (self.add, Command.NEW, self.ask_new),
            (self.change, Command.CORRECT, self.ask_change),
            (self.remove, Command.DROP, self.take_away),
        ):
            button.clicked.connect(slot)
            self.keys.bind(self, command, slot)

    def _lay_out(self) -> None:
        self.known.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.known.setMinimumContentsLength(24)
        actions = FlowLayout()
        for widget in (self.add, self.known, self.change, self.remove):
            actions.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(actions)
        column.addWidget(self._empty)
        column.addWidget(self.form, 1)
        column.addWidget(self.table, TABLE_SHARE)
        column.addWidget(self.card, CARD_SHARE)

    # --- what is known -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_work(self, work: ProfessionalsWork) -> None:
        self._job, self._work = None, work
        self.rows.show(work.here)
        self.known.clear()
        self.known.addItem(self.tr("Somebody of another group…"), None)
        for professional_id, name in work.elsewhere:
            self.known.addItem(one_line(name, 80), professional_id)
        self.known.setVisible(bool(work.elsewhere))
        if self.form.isHidden():
            self.form.set_choices(work.jobs, work.usual, work.in_chat)
        place = self.rows.place_of(self._chosen)
        if work.here:
            self.table.setCurrentIndex(self.rows.index(place or 0, Column.NAME))
        self._chosen = work.here[place or 0].id if work.here else None
        self._show_form(is_open=not self.form.isHidden())
        self._show_card()

    @Slot(QModelIndex, QModelIndex)
    def _on_table_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._chosen = self.rows.row(current.row()).id
            self._show_card()

    @property
    def _one(self) -> Professional | None:
        place = self.rows.place_of(self._chosen)
        return None if place is None else self.rows.row(place)

    def _show_card(self) -> None:
        one = self._one
        for button in (self.change, self.remove):
            button.setEnabled(one is not None)
        self.card.begin()
        if one is not None:
            known = one.facts
            self.card.add_heading(facts.name_of(known.name))
            self.card.add_line(one_line(", ".join(filter(None, (one.job_name, known.organisation))), 300))
            self.card.add_line(self.rows.presence_words(known.presence), is_muted=True)
            self.card.add_part(self.tr("What the group may expect"), [("", one.expects)])
            reached = [
                (self.tr("Telephone number"), facts.phone_words(known.phone) if known.phone else self.tr("not known")),
                (self.tr("When to call"), known.phone_hours or self.tr("not known")),
                (self.tr("E-mail"), known.email or self.tr("not known")),
            ]
            self.card.add_part(self.tr("How to reach"), reached)
            if one.person:
                self.card.add_part(self.tr("In the chat this is"), [("", facts.name_of(one.person))])
            if one.other_groups:
                self.card.add_part(self.tr("Also with"), [("", one_line(", ".join(one.other_groups), 500))])
        self.card.finish()

    def _show_form(self, *, is_open: bool) -> None:
        """Show the form, or the table with its card; where nobody is in it, the words of that."""
        has_rows = self.rows.rowCount() > 0
        self.form.setVisible(is_open)
        self.table.setVisible(has_rows and not is_open)
        self.card.setVisible(not is_open)
        self._empty.setVisible(not has_rows and not is_open)

    # --- what a person says ------------------------------------------------------------------------------------------

    @Slot()
    def ask_new(self) -> None:
        """Open the empty form."""
        self._ask(None)

    @Slot()
    def ask_change(self) -> None:
        """Open the form of the chosen one."""
        if self._one is not None:
            self._ask(self._one)

    def _ask(self, one: Professional | None) -> None:
        if self._work is not None:
            self._changing = None if one is None else one.id
            self._show_form(is_open=True)
            self.form.ask(one)

    @Slot()
    def take_away(self) -> None:
        """Let the chosen one be with this group no more."""
        from console.desk import professionals as desk

        if self._one is not None:
            self._tell(desk.remove, self.group_id, self._one.id)

    @Slot(int)
    def _on_known_activated(self, _place: int) -> None:
        from console.desk import professionals as desk

        if self.known.currentData() is not None:
            self._chosen = self.known.currentData()
            self._tell(desk.link, self.group_id, self._chosen, Presence.VIA_MODERATOR)

    @Slot(object)
    def _on_form_kept(self, said: ProfessionalFacts) -> None:
        from console.desk import professionals as desk

        if self._changing is None:
            self._tell(desk.add, self.group_id, said)
        else:
            self._tell(desk.change, self.group_id, self._changing, said)

    def _tell(self, call: Callable[..., Changes], *values: object) -> None:
        self.jobs.ask(call, *values, done=self._on_kept, failed=self._on_failed)

    @Slot(object)
    def _on_kept(self, changes: Changes) -> None:
        self.put_away()
        if changes.decision is not None:
            self.told.emit(self.tr("Kept. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.known.setCurrentIndex(0)
        self.warned.emit(self.jobs.sentence(error))


class ProfessionalsTable(RowTable):
    """A row for each; what somebody does takes the room that is left."""

    def __init__(self, rows: ProfessionalsModel) -> None:
        super().__init__(rows)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.WORK, QHeaderView.ResizeMode.Stretch)
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self.fit()

    @override
    def fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.em(self, 1.9))
        widths = {column: theme.em(self, width) for column, width in ((Column.NAME, NAME_EM), *WIDTHS_EM.items())}
        room = self.viewport().width() - theme.em(self, WORK_EM)
        for column in WIDTHS_EM:  # what the card tells too
            if sum(widths.values()) > room:
                del widths[column]
            self.setColumnHidden(column, column not in widths)
        for column, width in widths.items():
            self.horizontalHeader().resizeSection(column, width)
