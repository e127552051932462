"""The first leaf of a group: how it stands, what is filled in about it, its family, the archive. GUI thread only."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId, Kin, Relative
from console.domain.profile import JoinPolicy
from console.domain.welcome import Confirmations
from ui import theme, words
from ui.jobs import Job, Jobs
from ui.pages.group_leaf import GroupLeaf
from ui.shortcuts import KeyMap, undo_keys
from ui.welcome_words import share_words
from ui.widgets.family_view import FamilyView
from ui.widgets.group_facts_form import FactsWish, GroupFactsForm
from ui.widgets.health_card import HealthCard
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.group_facts import SheetFacts
    from console.domain.group import Group
    from console.domain.health import Health

WIDEST_EM: Final = 62  # a longer line is hard to read


@dataclass(frozen=True, slots=True)
class OverviewWork:
    """What the leaf shows of one group; ``others`` may become family."""

    sheet: "SheetFacts"
    health: "Health"
    family: tuple[Relative, ...]
    others: "tuple[Group, ...]"
    read: Confirmations


def load_overview(console: "Console", group_id: GroupId) -> OverviewWork:
    """Ask the desk for one group. On a lane."""
    from console.desk import family, group_facts, groups, health
    from console.desk.welcome import confirming

    return OverviewWork(
        group_facts.sheet(console, group_id),
        health.health(console, group_id),
        family.family(console, group_id),
        tuple(group for group in groups.groups(console) if group.id != group_id),
        confirming.of_group(console, group_id),
    )


class OverviewLeaf(GroupLeaf):
    """One column that scrolls."""

    key = "overview"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.card, self.form, self.relatives = HealthCard(), GroupFactsForm(), FamilyView()
        self.archive = QPushButton()
        self._seen, self._archive_note = PlainLabel(wraps=True, is_muted=True), PlainLabel(wraps=True, is_muted=True)
        self._scroll = QScrollArea()
        self._job: Job | None = None
        self._sheet: SheetFacts | None = None
        self._read: Confirmations | None = None
        self._is_kept = False  # whether what the form says was accepted and is on its way back
        self._lay_out()
        self.form.kept.connect(self._on_form_kept)
        self.relatives.related.connect(self._on_relatives_related)
        self.relatives.unrelated.connect(self._on_relatives_unrelated)
        self.relatives.opened.connect(self._on_relatives_opened)
        self.archive.clicked.connect(self._on_archive_clicked)
        self.retranslate()

    @override
    def show_group(self, group_id: GroupId | None) -> None:
        if group_id != self.group_id:
            self._sheet = None
            self.form.show_facts(None)
            self.relatives.put_away()
            self._scroll.setWidgetResizable(True)
            self._scroll.verticalScrollBar().setValue(0)
        super().show_group(group_id)
        if self._job is not None:
            self._job.drop()
        if group_id is not None:
            self._job = self.jobs.ask(load_overview, group_id, done=self._on_work, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if (
            changes.groups
            or changes.messages
            or changes.items
            or changes.people
            or changes.recruiting
            or changes.welcome
        ):
            self.show_group(self.group_id)

    @property
    @override
    def is_edited(self) -> bool:
        return self.form.is_edited or self.relatives.can_put_away()

    @override
    def put_away(self) -> None:
        self.relatives.put_away()
        self.form.put_away()

    @override
    def take_focus(self) -> None:
        self.card.how.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self) -> None:
        is_archived = self._sheet is not None and self._sheet.archived_at is not None
        if is_archived:
            self.archive.setText(self.tr("Brin&g this group back"))
            self._archive_note.setText(
                self.tr("This group is in the archive: nothing of it waits for you. All of it is still there.")
            )
        else:
            self.archive.setText(self.tr("Put this group in the ar&chive"))
            self._archive_note.setText(
                self.tr("For a group that has stopped. Nothing of it waits for you any more. All of it is kept.")
            )
        self._seen.setText("" if self._sheet is None else self._facts_elsewhere(self._sheet))

    def _facts_elsewhere(self, sheet: "SheetFacts") -> str:
        """Say what is filled in on other leaves, so that nobody searches for it here."""
        zone = ZoneInfo(sheet.time_zone)
        is_open = sheet.join_policy is JoinPolicy.OPEN
        said = [
            self.tr("Kind of group: {kind} (change it under Rules).").format(kind=sheet.profile_name),
            self.tr("Everybody may join.") if is_open else self.tr("An administrator decides who joins."),
        ]
        if sheet.kick_off_at is not None:
            day = words.short_day(sheet.kick_off_at.astimezone(zone))
            said.append(self.tr("Starts on {day}.").format(day=day))
        if sheet.last_import_at is None:
            said.append(self.tr("No export of this group was taken in yet."))
        else:
            day = words.short_day(sheet.last_import_at.astimezone(zone))
            said.append(self.tr("You last took in an export on {day}.").format(day=day))
        if self._read is not None and self._read.members:
            share = share_words(self._read.confirmed, self._read.members)
            said.append(
                self.tr("As far as is known, the rules were read by {share} (see Welcome).").format(share=share)
            )
        return " ".join(said)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(theme.em(self, WIDEST_EM))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.em(self, 0.6), 0)
        column.setSpacing(theme.em(self, 0.5))
        for part in (self.card, self.form, self._seen, self.relatives):
            column.addWidget(part)
            column.addSpacing(theme.em(self, 0.5))
        column.addWidget(self._archive_note)
        column.addWidget(self.archive, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    # --- what comes from the desk ------------------------------------------------------------------------------------

    @Slot(object)
    def _on_work(self, work: OverviewWork) -> None:
        self._job = None
        self._sheet, self._read = work.sheet, work.read
        self.card.show_health(work.health)
        if self._is_kept or not self.form.is_edited:  # else somebody is typing: keep his words
            self.form.show_facts(work.sheet.facts)
        self._is_kept = False
        self.relatives.show_family(work.family, work.others)
        self.retranslate()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))

    # --- what goes to the desk ---------------------------------------------------------------------------------------

    @Slot(object)
    def _on_form_kept(self, wish: FactsWish) -> None:
        from console.desk import group_facts

        facts = group_facts.GroupFacts(**asdict(wish))
        self._change(group_facts.change_facts, facts, done=self._on_kept)

    @Slot(object, object)
    def _on_relatives_related(self, other: GroupId, kin: Kin) -> None:
        from console.desk import family

        self._change(family.relate, other, kin)

    @Slot(object, object)
    def _on_relatives_unrelated(self, other: GroupId, kin: Kin) -> None:
        from console.desk import family

        self._change(family.unrelate, other, kin)

    @Slot(object)
    def _on_relatives_opened(self, other: GroupId) -> None:
        self.page_requested.emit("groups", other)

    @Slot()
    def _on_archive_clicked(self) -> None:
        from console.desk import group_facts

        is_archived = self._sheet is not None and self._sheet.archived_at is not None
        self._change(group_facts.bring_back if is_archived else group_facts.archive, done=self._on_moved)

    def _change(self, call: Callable[..., Changes], *values: object, done: Callable[..., None] | None = None) -> None:
        if self.group_id is not None:
            self.jobs.ask(call, self.group_id, *values, done=done or self._on_changed, failed=self._on_failed)

    @Slot(object)
    def _on_kept(self, changes: Changes) -> None:
        self._is_kept = True
        self._on_changed(changes)

    @Slot(object)
    def _on_moved(self, _changes: Changes) -> None:
        is_archived = self._sheet is not None and self._sheet.archived_at is not None
        if is_archived:
            said = self.tr("The group is back. With {key} you undo it.")
        else:
            said = self.tr("The group is in the archive. With {key} you undo it.")
        self.told.emit(said.format(key=undo_keys()))

    @Slot(object)
    def _on_changed(self, _changes: Changes) -> None:
        self.told.emit(self.tr("The group was changed. With {key} you undo it.").format(key=undo_keys()))
