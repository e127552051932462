"""The page Groepen: every group with its numbers, and a small form to change one. GUI thread only."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import Group, GroupId
from ui import theme
from ui.jobs import Job, Jobs
from ui.models.groups import Column, GroupsModel
from ui.pages.ladder import LadderKeeper
from ui.pages.page import Page
from ui.pages.rule_lab import RuleLab
from ui.shortcuts import KeyMap, undo_keys
from ui.widgets.group_form import GroupForm, GroupWish
from ui.widgets.table import RowTable
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.corrections import CorrectionRow
    from console.desk.groups import GroupSettings, ProfileChoice
    from console.desk.ladder import GroupLadder
    from console.desk.redirects import Municipality
    from console.domain.rules import Rules
    from console.domain.trial import Trial

WIDTHS_EM: Final = {
    Column.PROFILE: 11,
    Column.TOOL: 7,
    Column.MEMBERS: 6.5,
    Column.MESSAGES: 6.5,
    Column.LAST: 10,
    Column.OPEN: 8,
}
NAME_EM: Final = 12
TABLE_SHARE, FORM_SHARE = 2, 3
LEAST_FIRST: Final = (Column.TOOL, Column.MESSAGES, Column.MEMBERS, Column.LAST, Column.PROFILE)


@dataclass(frozen=True, slots=True)
class Work:
    """What the page shows."""

    groups: tuple[Group, ...]
    profiles: "tuple[ProfileChoice, ...]"
    municipalities: "tuple[Municipality, ...]"


@dataclass(frozen=True, slots=True)
class GroupWork:
    """What the form shows of one group besides its row in the table."""

    settings: "GroupSettings"
    ladder: "GroupLadder"
    shadow: "tuple[Rules, Trial] | None"
    lessons: "tuple[CorrectionRow, ...]"


def load_work(console: "Console") -> Work:
    """Ask the desk for the whole page. On a lane."""
    from console.desk import groups, redirects

    return Work(groups.groups(console), groups.profiles(console), redirects.municipalities(console))


def load_group(console: "Console", group_id: GroupId) -> GroupWork:
    """Ask the desk for one group. On a lane."""
    from console.desk import corrections, groups, ladder, shadow

    return GroupWork(
        groups.settings(console, group_id),
        ladder.of_group(console, group_id),
        shadow.seen(console, group_id),
        corrections.corrections(console, group_id),
    )


class GroupsView(Page):
    """The table; below it what may be changed about the chosen group."""

    key = "groups"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = GroupsModel(self)
        self.table = GroupTable(self.rows)
        self.form = GroupForm()
        self._title = PlainLabel(scale=1.4, is_bold=True)
        self._empty = PlainLabel(wraps=True, is_muted=True)
        self._take_in = QPushButton()
        self._chosen: GroupId | None = None
        self._work: Work | None = None
        self._group_job: Job | None = None
        self._is_kept = False  # whether what the form says was accepted and is on its way back
        column = QVBoxLayout(self)
        for widget in (self._title, self._empty, self._take_in):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table, TABLE_SHARE)
        column.addWidget(self.form, FORM_SHARE)  # of one height for all leaves, so that none moves under the hand
        self.table.selectionModel().currentRowChanged.connect(self._on_table_current_row_changed)
        self._take_in.clicked.connect(self._on_take_in_clicked)
        self.form.kept.connect(self._on_form_kept)
        self.form.lessons.forgotten.connect(self._on_lessons_forgotten)
        self.form.lessons.forgotten_some.connect(self._on_lessons_forgotten_some)
        self.lab = RuleLab(jobs, self.form.lab, self)
        self.lab.told.connect(self.told)
        self.lab.warned.connect(self.warned)
        self.form.lab.stand_in(self)
        self.ladder = LadderKeeper(jobs, self.form.ladder, self)
        self.ladder.told.connect(self.told)
        self.ladder.warned.connect(self.warned)
        self.form.show_group(None)
        self.retranslate()

    @override
    def refresh(self) -> None:
        self.jobs.ask(load_work, done=self._on_work, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.groups or changes.messages or changes.items:
            self.refresh()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Groups"))
        self._empty.setText(self.tr("There are no groups yet. A group comes here when you take in an export of it."))
        self._take_in.setText(self.tr("&Take in an export…"))
        self.table.setAccessibleName(self.tr("Groups"))

    @Slot(object)
    def _on_work(self, work: Work) -> None:
        chosen = self._chosen
        if self._is_kept or not self.form.is_edited:  # else somebody is typing: keep his words
            self.form.show_group(None)
            self.form.set_choices(work.profiles, work.municipalities)
        self._is_kept = False
        self._work = work
        self.rows.set_groups(work.groups, {choice.key: choice.name for choice in work.profiles})
        self._empty.setVisible(not work.groups)
        self._take_in.setVisible(not work.groups)
        self.table.setVisible(bool(work.groups))
        self.form.setVisible(bool(work.groups))
        if work.groups:
            row = self.rows.row_of(chosen) if chosen is not None else None
            self.table.setCurrentIndex(self.rows.index(row or 0, 0))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))

    @Slot(QModelIndex, QModelIndex)
    def _on_table_current_row_changed(self, index: QModelIndex, _previous: QModelIndex) -> None:
        if not index.isValid():
            return
        group = self.rows.group(index.row())
        if group.id != self._chosen or not self.form.is_edited:
            self.form.show_group(group)
        if group.id != self._chosen:
            self.form.show_lessons(())
        self._chosen = group.id
        self._ask_group()

    @Slot(object)
    def _on_form_kept(self, wish: GroupWish) -> None:
        from console.desk import groups

        if self._chosen is not None:
            self.jobs.ask(
                groups.change_group,
                self._chosen,
                name=wish.name,
                profile=wish.profile,
                strictness=wish.strictness,
                municipality=wish.municipality,
                sisters=wish.sisters,
                officer=wish.officer,
                done=self._on_kept,
                failed=self._on_failed,
            )

    @Slot(object)
    def _on_kept(self, _changes: Changes) -> None:
        self._is_kept = True
        self.told.emit(self.tr("The group was changed. With {key} you undo it.").format(key=undo_keys()))

    # --- the rest of one group ---------------------------------------------------------------------------------------

    def _ask_group(self) -> None:
        if self._group_job is not None:
            self._group_job.drop()
        self._group_job = self.jobs.ask(load_group, self._chosen, done=self._on_group)

    @Slot(object)
    def _on_group(self, loaded: GroupWork) -> None:
        self._group_job = None
        chosen, work = self._chosen, self._work
        if chosen is None or work is None:
            return
        self.form.show_settings(loaded.settings, tuple(group for group in work.groups if group.id != chosen))
        self.form.show_lessons(loaded.lessons)
        self.ladder.show_group(chosen, loaded.ladder)
        self.lab.show_group(chosen, loaded.settings.rules, work.profiles, loaded.shadow)

    @Slot()
    def _on_lessons_forgotten(self) -> None:
        from console.desk import corrections

        if self._chosen is not None:
            self.jobs.ask(corrections.forget_corrections, self._chosen, done=self._on_forgotten)

    @Slot(tuple)
    def _on_lessons_forgotten_some(self, ids: tuple[int, ...]) -> None:
        from console.desk import corrections

        if self._chosen is not None:
            self.jobs.ask(corrections.forget, self._chosen, ids, done=self._on_forgotten)

    @Slot(object)
    def _on_forgotten(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Forgotten. With {key} you undo it.").format(key=undo_keys()))

    @Slot()
    def _on_take_in_clicked(self) -> None:
        self.file_choice_requested.emit()


class GroupTable(RowTable):
    """The groups, one a row; the name takes the room that is left."""

    def __init__(self, rows: GroupsModel) -> None:
        super().__init__(rows)
        self.horizontalHeader().setSortIndicator(Column.LAST, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self.fit()

    @override
    def fit(self) -> None:
        """Fixed sizes, since asking each of a thousand rows takes seconds; the name gets what is left.

        In large letters the columns that matter least go, so that the waiting work stays in sight.
        """
        self.verticalHeader().setDefaultSectionSize(theme.em(self, 1.9))
        widths = {column: theme.em(self, width) for column, width in WIDTHS_EM.items()}
        room = self.viewport().width() - theme.em(self, NAME_EM)
        for column in LEAST_FIRST:
            if sum(widths.values()) > room:
                del widths[column]
        for column in WIDTHS_EM:
            self.setColumnHidden(column, column not in widths)
            if column in widths:
                self.horizontalHeader().resizeSection(column, widths[column])
        self.horizontalHeader().resizeSection(
            Column.NAME, max(self.viewport().width() - sum(widths.values()), theme.em(self, NAME_EM))
        )
