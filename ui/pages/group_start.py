"""The leaf of how a group starts: eight steps, the day of its kick-off, and who might join. GUI thread only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDateTime, QEvent, Slot
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QPushButton, QStackedWidget, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.member import MemberId
from console.domain.start import Funnel, Prospect, ProspectId, Stage, Start
from ui import theme
from ui.jobs import Job, Jobs
from ui.pages.group_leaf import GroupLeaf
from ui.pages.sheet_intake import SheetIntake
from ui.shortcuts import Command, KeyMap, undo_keys
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.prospect_form import ProspectWish
from ui.widgets.prospects_view import ProspectsView
from ui.widgets.start_steps import StartSteps

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.recruiting import Added

STEPS, MEMBERS = 0, 1
DAY_EM: Final = 16  # "25 september 2026 om 19:30", with its arrow
USUAL_HOUR: Final = 19  # a kick-off is in the evening


@dataclass(frozen=True, slots=True)
class RecruitingWork:
    """What the list of who might join shows; ``channels`` are the ways of asking, by key."""

    prospects: tuple[Prospect, ...]
    funnel: Funnel
    channels: Mapping[str, str]
    members: tuple[tuple[MemberId, str], ...]
    benchmark: str


@dataclass(frozen=True, slots=True)
class StartWork:
    """What the leaf shows of one group; ``now`` is the desk's."""

    start: Start
    recruiting: RecruitingWork
    now: datetime


def load_start(console: "Console", group_id: GroupId) -> StartWork:
    """Ask the desk for the start of one group. On a lane."""
    from console.desk import recruiting, startup

    found = recruiting.prospects_of(console, group_id)
    work = RecruitingWork(
        found,
        recruiting.funnel(console, found),
        recruiting.channels(console),
        recruiting.members_here(console, group_id),
        recruiting.benchmark(console),
    )
    return StartWork(startup.of_group(console, group_id), work, console.now())


class StartLeaf(GroupLeaf):
    """Two tabs; the second only where a group looks for members one by one."""

    key = "start"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self._work: StartWork | None = None
        self._job: Job | None = None
        self.tabs = QTabWidget()
        self.steps = StartSteps()
        self.has_kick_off, self.kick_off, self.keep_day = QCheckBox(), QDateTimeEdit(), QPushButton()
        self.kick_off.setCalendarPopup(True)
        self.members = ProspectsView()
        self.intake = SheetIntake(jobs)
        self._members_stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.tabs)
        self.has_kick_off.toggled.connect(self._on_day_changed)
        self.kick_off.dateTimeChanged.connect(self._on_day_changed)
        self.keep_day.clicked.connect(self._on_keep_day_clicked)
        self.steps.done_changed.connect(self._on_steps_done_changed)
        self.steps.note_kept.connect(self._on_steps_note_kept)
        self._connect_members()
        self.retranslate()

    # --- what it shows -----------------------------------------------------------------------------------------------

    @override
    def show_group(self, group_id: GroupId | None) -> None:
        if group_id != self.group_id:
            self._work = None
            self.steps.forget()
            self.members.put_away()
            self.tabs.setCurrentIndex(STEPS)
        super().show_group(group_id)
        if self._job is not None:
            self._job.drop()
        if group_id is not None:
            self._job = self.jobs.ask(load_start, group_id, done=self._on_work, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.recruiting or changes.groups or changes.people or changes.messages:
            self.show_group(self.group_id)

    @override
    def take_focus(self) -> None:
        (self.steps if self.tabs.currentIndex() == STEPS else self.members).setFocus()

    @property
    @override
    def is_edited(self) -> bool:
        return self.steps.is_edited or self._is_day_edited or self.members.is_edited

    @override
    def can_put_away(self) -> bool:
        return self.is_edited or self.intake.can_put_away() or self.members.can_put_away()

    @override
    def put_away(self) -> None:
        for part in (self.intake, self.members, self.steps):
            if part.can_put_away():
                part.put_away()
                return
        self._show_day()

    @Slot(object)
    def _on_work(self, work: StartWork) -> None:
        self._job = None
        is_day_typed = self._is_day_edited
        self._work = work
        self.tabs.setTabVisible(MEMBERS, work.start.has_funnel)
        self.tabs.tabBar().setVisible(work.start.has_funnel)
        self.tabs.setDocumentMode(not work.start.has_funnel)  # a frame belongs to tabs that are seen
        self.steps.show_start(work.start)
        self.members.show_work(work.recruiting)
        if not is_day_typed:
            self._show_day()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self.jobs.sentence(error))

    # --- the steps and the day ---------------------------------------------------------------------------------------

    @property
    def _is_day_edited(self) -> bool:
        return self._work is not None and self._wanted_day() != self._kept_day()

    def _kept_day(self) -> datetime | None:
        at = self._work.start.kick_off_at if self._work is not None else None
        return None if at is None else at.replace(second=0)

    def _wanted_day(self) -> datetime | None:
        if self._work is None or not self.has_kick_off.isChecked():
            return None
        shown = self.kick_off.dateTime()
        day, clock = shown.date(), shown.time()
        zone = ZoneInfo(self._work.start.time_zone)
        return datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=zone)

    def _show_day(self) -> None:
        if self._work is None:
            return
        kept = self._kept_day()
        zone = ZoneInfo(self._work.start.time_zone)
        day = self._work.now.astimezone(zone).date()
        shown = kept or datetime.combine(day, time(USUAL_HOUR), tzinfo=zone)
        self.has_kick_off.setChecked(kept is not None)
        self.kick_off.setDateTime(QDateTime(shown.year, shown.month, shown.day, shown.hour, shown.minute, 0))
        self._on_day_changed()

    @Slot()
    def _on_day_changed(self) -> None:
        self.kick_off.setEnabled(self.has_kick_off.isChecked())
        self.keep_day.setEnabled(self._is_day_edited)

    @Slot()
    def _on_keep_day_clicked(self) -> None:
        from console.desk import startup

        self._ask(startup.set_kick_off, self._wanted_day())

    @Slot(str, bool)
    def _on_steps_done_changed(self, key: str, is_done: bool) -> None:  # as Qt sends it
        from console.desk import startup

        self._ask(startup.change_step, key, is_done=is_done)

    @Slot(str, str)
    def _on_steps_note_kept(self, key: str, note: str) -> None:
        from console.desk import startup

        self._ask(startup.change_step, key, note=note)

    def _ask(self, call: Any, *values: object, **more: object) -> None:  # noqa: ANN401  # a call of the desk
        """Let the desk change something about this group."""
        if self.group_id is not None:
            self.jobs.ask(call, self.group_id, *values, done=self._on_kept, failed=self._on_failed, **more)

    @Slot(object)
    def _on_kept(self, _changes: Changes) -> None:
        self.told.emit(self.tr("Kept. With {key} you undo it.").format(key=undo_keys()))

    # --- who might join ----------------------------------------------------------------------------------------------

    def _connect_members(self) -> None:
        self.members.marked.connect(self._on_members_marked)
        self.members.linked.connect(self._on_members_linked)
        self.members.removed.connect(self._on_members_removed)
        self.members.pasted.connect(self._on_members_pasted)
        self.members.form_requested.connect(self._on_members_form_requested)
        self.members.form.kept.connect(self._on_form_kept)
        self.members.sheet_requested.connect(self._on_members_sheet_requested)
        self.keys.bind(self.members, Command.NEW, self.members.ask_new)
        self.intake.closed.connect(self._on_intake_closed)
        self.intake.told.connect(self.told)
        self.intake.warned.connect(self.warned)

    @Slot(object, object)
    def _on_members_marked(self, ids: tuple[ProspectId, ...], stage: Stage) -> None:
        from console.desk import recruiting

        self.jobs.ask(recruiting.mark, ids, stage, done=self._on_kept, failed=self._on_failed)

    @Slot(object)
    def _on_members_linked(self, one: Prospect) -> None:
        from console.desk import recruiting

        if one.likely is not None:
            self.jobs.ask(recruiting.link, one.id, one.likely.id, done=self._on_kept, failed=self._on_failed)

    @Slot(object)
    def _on_members_removed(self, ids: tuple[ProspectId, ...]) -> None:
        from console.desk import recruiting

        self.jobs.ask(recruiting.remove, ids, done=self._on_kept, failed=self._on_failed)

    @Slot(str)
    def _on_members_pasted(self, lines: str) -> None:
        from console.desk import prospect_entries, recruiting

        if self.group_id is not None:
            entries = prospect_entries.read(lines)
            self.jobs.ask(recruiting.add, self.group_id, entries, done=self._on_added, failed=self._on_failed)

    @Slot(object)
    def _on_added(self, added: "Added") -> None:
        self.members.put_away()
        told = self.tr("%n name(s) put on the list.", None, len(added.ids))
        if added.known:
            told += " " + self.tr("%n stood on it already.", None, added.known)
        self.told.emit(told + " " + self.tr("With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_members_form_requested(self, one: Prospect | None) -> None:
        if self._work is not None:
            self.members.open_form(one, self._work.now.astimezone(ZoneInfo(self._work.start.time_zone)).date())

    @Slot(object)
    def _on_form_kept(self, wish: ProspectWish) -> None:
        from console.desk import recruiting

        if self.group_id is None or self._work is None:
            return
        zone = ZoneInfo(self._work.start.time_zone)
        remind_at = None if wish.remind_on is None else datetime.combine(wish.remind_on, time(), tzinfo=zone)
        self.jobs.ask(
            recruiting.keep,
            self.group_id,
            wish.id,
            wish.entry,
            member_id=wish.member_id,
            remind_at=remind_at,
            done=self._on_form_done,
            failed=self._on_failed,
        )

    @Slot(object)
    def _on_form_done(self, changes: Changes) -> None:
        self.members.put_away()
        self._on_kept(changes)

    @Slot()
    def _on_members_sheet_requested(self) -> None:
        from console.desk import recruiting

        if self.group_id is not None:
            self._members_stack.setCurrentWidget(self.intake)
            self.intake.start(recruiting.sheet_plan(self.group_id))

    @Slot()
    def _on_intake_closed(self) -> None:
        self._members_stack.setCurrentWidget(self.members)
        self.members.setFocus()

    # --- texts and places --------------------------------------------------------------------------------------------

    @override
    def retranslate(self) -> None:
        self.tabs.setTabText(STEPS, self.tr("The eight steps"))
        self.tabs.setTabText(MEMBERS, self.tr("Finding members"))
        self.has_kick_off.setText(self.tr("The group starts on"))
        self.kick_off.setAccessibleName(self.tr("Day and time of the start"))
        self.kick_off.setDisplayFormat(self.tr("d MMMM yyyy 'at' HH:mm"))
        self.keep_day.setText(self.tr("Keep this da&y"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Keep the day as wide as its letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "kick_off"):
            self.kick_off.setMinimumWidth(theme.em(self, DAY_EM))

    def _lay_out(self) -> None:
        self.kick_off.setMinimumWidth(theme.em(self, DAY_EM))
        day = FlowLayout()
        for widget in (self.has_kick_off, self.kick_off, self.keep_day):
            day.addWidget(widget)
        steps = QWidget()
        inner = QVBoxLayout(steps)
        inner.addLayout(day)
        inner.addWidget(self.steps, 1)
        self._members_stack.addWidget(self.members)
        self._members_stack.addWidget(self.intake)
        self.tabs.addTab(steps, "")
        self.tabs.addTab(self._members_stack, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
