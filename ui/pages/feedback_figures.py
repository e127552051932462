"""The leaf Cijfers: what came of the questions, what was solved, and a year in words. GUI thread only."""

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from ui import clipboard
from ui.jobs import Job, Jobs
from ui.pages.feedback_leaf import FeedbackLeaf
from ui.shortcuts import Command, KeyMap, key_text
from ui.told_words import copied_words, ready_words
from ui.widgets.figures_choice import FiguresChoice
from ui.widgets.figures_view import FiguresView
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.page_list import PageListView
from ui.widgets.share_panel import SharePanel
from ui.widgets.story_list import StoryList
from ui.widgets.year_view import YearView

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.feedback.numbers import Numbers
    from console.desk.feedback.stories import Story

GROUPS, OWERS, STORIES, YEAR = "groups", "owers", "stories", "year"
PARTS: Final = (GROUPS, OWERS, STORIES, YEAR)
ZONE: Final = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class FiguresWork:
    """What the leaf shows of a period."""

    groups: tuple[tuple[GroupId, str], ...]
    numbers: "Numbers"
    stories: "tuple[Story, ...]"


def load_figures(console: "Console", first: date, last: date, group_ids: tuple[GroupId, ...] | None) -> FiguresWork:
    """Ask the desk about a period, both days included. On a lane."""
    from console.desk import groups
    from console.desk.feedback import numbers, stories

    found = numbers.numbers(console, first, last, group_ids)
    since = datetime.combine(first, time(), tzinfo=ZONE)
    told = stories.stories(console, group_ids, since)
    return FiguresWork(
        tuple((group.id, group.name) for group in groups.groups(console)),
        found,
        tuple(story for story in told if story.told_at.astimezone(ZONE).date() <= last),
    )


class FiguresLeaf(FeedbackLeaf):
    """A short list of what to see at the left, one of it at the right."""

    key = "figures"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.list, self.choice = PageListView(), FiguresChoice()
        self.figures, self.stories, self.year = FiguresView(), StoryList(), YearView()
        self.share = SharePanel()
        self.export = KeyButton()
        self._stack = QStackedWidget()
        self._part = GROUPS
        self._work: FiguresWork | None = None
        self._shared: Story | None = None
        self._job: Job | None = None
        self._year_job: Job | None = None
        self._lay_out()
        self._connect()
        self.retranslate()
        self.setFocusProxy(self.list)

    # --- a leaf of the page ------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        if self.jobs.console is None:
            return
        if self._work is None:
            self.choice.set_choices((), self._today)
        if self._job is not None:
            self._job.drop()
        wanted = (*self.choice.span, self.choice.group_ids)
        self._job = self.jobs.ask(load_figures, *wanted, done=self._on_work, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.feedback or changes.reports or changes.groups:
            self.refresh()

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Which figures to see"))
        titles = (
            self.tr("Per group"),
            self.tr("Per professional"),
            self.tr("What was solved"),
            self.tr("A year in words"),
        )
        self.list.set_pages(list(zip(PARTS, titles, strict=True)))
        self.list.choose(self._part)
        self.export.setText(self.tr("E&xport…"))
        self.export.set_key(key_text(Command.EXPORT))

    @override
    def can_put_away(self) -> bool:
        return self.share.can_put_away() or (self._part == YEAR and self.year.can_put_away())

    @override
    def put_away(self) -> None:
        if self.share.can_put_away():
            self.share.put_away()
        else:
            self.year.put_away()

    @property
    def _today(self) -> date:
        console = self.jobs.console
        return date(2000, 1, 1) if console is None else console.now().astimezone(ZONE).date()

    # --- what it shows -----------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_work(self, work: FiguresWork) -> None:
        self._job, self._work = None, work
        self.choice.set_choices(work.groups, self._today)
        self.stories.show_stories(work.stories)
        self.list.set_count(STORIES, len(work.stories))
        self.year.set_choices(work.groups, self._today.year, self.jobs.language)
        self._show_part()

    def show_part(self, part: str) -> None:
        """Show one of ``PARTS``."""
        self._part = part
        self.list.choose(part)
        self._show_part()

    def _show_part(self) -> None:
        part, work = self._part, self._work
        is_counted = part in (GROUPS, OWERS)
        self.choice.setVisible(part != YEAR)
        self.export.setVisible(is_counted)
        if work is not None and is_counted:
            self.figures.show_numbers(work.numbers, of_groups=part == GROUPS)
        wanted: QWidget = {STORIES: self.stories, YEAR: self.year}.get(part, self.figures)
        if part == STORIES and self.share.can_put_away():
            wanted = self.share
        self._stack.setCurrentWidget(wanted)
        self._stack.setFocusProxy(wanted)
        if part == YEAR and not self.year.is_edited:
            self.year.ask()

    @Slot(str)
    def _on_list_page_chosen(self, part: str) -> None:
        if part != self._part:
            self.show_part(part)

    @Slot(str)
    def _on_list_page_entered(self, part: str) -> None:
        self._on_list_page_chosen(part)
        self._enter()

    def _enter(self) -> None:
        if self._part != STORIES or self.share.can_put_away():
            self._stack.setFocus()
        elif not self.stories.focus_first():
            self.choice.period.setFocus()

    # --- a story, and a year -----------------------------------------------------------------------------------------

    @Slot(object)
    def _on_stories_share_requested(self, story: "Story") -> None:
        self._shared = story
        self._stack.setCurrentWidget(self.share)
        groups = self._work.groups if self._work is not None else ()
        own = tuple(one for one in groups if one[0] == story.group_id) or ((story.group_id, story.group),)
        self.share.ask(story.text, (*own, *(one for one in groups if one[0] != story.group_id)))

    @Slot()
    def _on_share_closed(self) -> None:
        self._shared = None
        self._show_part()
        self._enter()

    @Slot(object)
    def _on_stories_line_requested(self, line_id: object) -> None:
        self.page_requested.emit("feedback", ("lines", line_id))

    @Slot(object, int, str)
    def _on_year_wanted(self, group_id: GroupId, year: int, language: str) -> None:
        from console.desk.feedback import year as desk

        if self._year_job is not None:
            self._year_job.drop()
        self._year_job = self.jobs.ask(
            desk.overview, group_id, year, language, done=self._on_year_text, failed=self._on_failed
        )

    @Slot(object)
    def _on_year_text(self, text: str) -> None:
        self._year_job = None
        self.year.show_text(text)

    @Slot(str)
    def _on_share_copied(self, text: str) -> None:
        clipboard.put(text)
        self.told.emit(copied_words())

    @Slot(str)
    def _on_year_copied(self, text: str) -> None:
        clipboard.put(text, is_private=False)  # figures, and no person
        self.told.emit(copied_words(is_private=False))

    @Slot(object, str)
    def _on_share_posted(self, group_id: GroupId, text: str) -> None:
        from console.desk.feedback import stories

        line_id = self._shared.line_id if self._shared is not None else None
        self.jobs.ask(stories.share, group_id, text, line_id, done=self._on_posted, failed=self._on_failed)

    @Slot(object, str)
    def _on_year_posted(self, group_id: GroupId, text: str) -> None:
        from console.desk.feedback import stories

        self.jobs.ask(stories.share, group_id, text, done=self._on_posted, failed=self._on_failed)

    @Slot(object)
    def _on_posted(self, _changes: Changes) -> None:
        self.share.put_away()
        self.year.share.keep()
        self.told.emit(ready_words())

    # --- a file ------------------------------------------------------------------------------------------------------

    @Slot()
    def choose_file(self) -> None:
        """Ask where the figures are to be kept, and write them."""
        if self._work is None or self.export.isHidden():
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = {self.tr("Excel") + " (*.xlsx)": ".xlsx", self.tr("CSV") + " (*.csv)": ".csv"}
        name = self.tr("figures-{first}-{last}").format(first=self._work.numbers.first, last=self._work.numbers.last)
        suggested = str(Path(folder) / f"{name}.xlsx")
        chosen, kind = QFileDialog.getSaveFileName(self, self.tr("Save the figures"), suggested, ";;".join(kinds))
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() in kinds.values() else path.with_name(path.name + kinds[kind]))

    def write(self, path: Path) -> None:
        """Write the figures of the period to a file."""
        from console.desk.feedback import numbers

        if self._work is not None:
            self.jobs.ask(numbers.export, path, self._work.numbers, done=self._on_written, failed=self._on_failed)

    @Slot(object)
    def _on_written(self, _nothing: object) -> None:
        self.told.emit(self.tr("The figures were saved. Every number below five is hidden in the file."))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = self._year_job = None
        self.warned.emit(self.jobs.sentence(error))

    # --- wiring and places -------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.list.page_chosen.connect(self._on_list_page_chosen)
        self.list.page_entered.connect(self._on_list_page_entered)
        self.choice.edited.connect(self.refresh)
        self.stories.share_requested.connect(self._on_stories_share_requested)
        self.stories.line_requested.connect(self._on_stories_line_requested)
        self.year.wanted.connect(self._on_year_wanted)
        self.share.closed.connect(self._on_share_closed)
        self.share.posted.connect(self._on_share_posted)
        self.year.share.posted.connect(self._on_year_posted)
        self.export.clicked.connect(self.choose_file)
        self.share.copied.connect(self._on_share_copied)
        self.year.share.copied.connect(self._on_year_copied)
        for panel in (self.share, self.year.share):
            self.keys.bind(panel, Command.COPY, panel.copy_text)
            self.keys.bind(panel, Command.GROUP, panel.post_text)
        self.keys.bind(self, Command.EXPORT, self.choose_file)
        self.keys.bind(self, Command.REFRESH, self.refresh)

    def _lay_out(self) -> None:
        for part in (self.figures, self.stories, self.share, self.year):
            self._stack.addWidget(part)
        top = FlowLayout()
        top.addWidget(self.choice)
        top.addWidget(self.export)
        right = QVBoxLayout()
        right.addLayout(top)
        right.addWidget(self._stack, 1)
        body = QHBoxLayout(self)
        body.addWidget(self.list)
        body.addLayout(right, 1)
