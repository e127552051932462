"""The leaf Startbijeenkomst: the first meeting of a group, on a sheet to hand out (findings 47). GUI thread only."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.welcome import Form, Leaflet, Told
from ui.jobs import Job, Jobs
from ui.pages.previewing import Previewing
from ui.pages.welcome_leaf import WelcomeLeaf
from ui.shortcuts import Command, KeyMap, undo_keys
from ui.unkept import Unkept
from ui.widgets.kick_off_form import KickOffForm
from ui.widgets.scrolled import Scrolled
from ui.widgets.welcome_preview import WelcomePreview

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.welcome.kick_off import KickOff

FORMS = (Form.SHEET, Form.MESSAGE, Form.CARD)
ON_PAPER = (Form.SHEET, Form.CARD)


@dataclass(frozen=True, slots=True)
class KickOffWork:
    """A first meeting as it is kept, how it reads, and the desk's now."""

    meeting: "KickOff"
    leaflet: Leaflet
    now: datetime


def load_meeting(console: "Console", group_id: GroupId, language: str) -> KickOffWork:
    """Ask the desk for the first meeting of a group. On a lane."""
    from console.desk.welcome import kick_off

    meeting = kick_off.of_group(console, group_id, language)
    return KickOffWork(meeting, kick_off.leaflet(console, group_id, language, meeting), console.now())


def load_sheet(console: "Console", group_id: GroupId, language: str, meeting: "KickOff") -> tuple[Leaflet, Told]:
    """Ask the desk how a meeting reads, kept or not. On a lane."""
    from console.desk.welcome import cards, kick_off

    leaflet = kick_off.leaflet(console, group_id, language, meeting)
    return leaflet, cards.message(leaflet, cards.tool_of(console, group_id))


class KickOffLeaf(WelcomeLeaf):
    """The day, the place and the agenda at the left, the sheet at the right."""

    key = "kick_off"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.form, self.preview = KickOffForm(), WelcomePreview(FORMS)
        self.previewing = Previewing(jobs, keys, self.preview, self)
        self._work: KickOffWork | None = None
        self._unkept: Unkept[KickOff] = Unkept()
        self._keeping: KickOff | None = None  # what the desk was asked to keep
        self._sheet_job: Job | None = None
        row = QHBoxLayout(self)
        self.area = Scrolled()  # with large letters the form is higher than the window
        self.area.hold(self.form)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        row.addWidget(self.area, 1)
        row.addWidget(self.preview, 1)
        self.setFocusProxy(self.form.has_day)
        self.form.mended.connect(self._show)
        self.form.kept.connect(self.keep)
        self.form.proposal_wanted.connect(self.propose)
        self.preview.posted.connect(self.post)
        self.previewing.told.connect(self.told)
        self.previewing.warned.connect(self.warned)
        keys.bind(self, Command.GROUP, self.post)
        keys.bind(self.form, Command.MOVE_UP, self.form.move_up)
        keys.bind(self.form, Command.MOVE_DOWN, self.form.move_down)

    # --- a leaf of the page -------------------------------------------------------------------------------------------

    @override
    def show_for(self, group_id: GroupId | None, language: str) -> None:
        is_other = (group_id, language) != (self.group_id, self.language)
        super().show_for(group_id, language)
        self.setEnabled(group_id is not None)
        if is_other:
            self._work = None
            self.previewing.clear()
        if group_id is not None:
            if self._job is not None:
                self._job.drop()
            self._job = self.jobs.ask(load_meeting, group_id, language, done=self._on_work, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.groups:
            self.refresh()

    @property
    def is_edited(self) -> bool:
        """Whether something stands there that is not kept."""
        return self._work is not None and self.meeting != self._work.meeting

    @override
    def can_put_away(self) -> bool:
        return self.is_edited

    @override
    def put_away(self) -> None:
        if self._work is not None:
            self._show_meeting(self._work, self._work.meeting)
        self.take_focus()

    # --- the meeting --------------------------------------------------------------------------------------------------

    @property
    def meeting(self) -> "KickOff":
        """The meeting as it stands there."""
        assert self._work is not None
        form = self.form
        return replace(self._work.meeting, at=form.at, place=" ".join(form.place.text().split()), items=form.items)

    @Slot(object)
    def _on_work(self, work: KickOffWork) -> None:
        is_first, self._job, self._work = self._work is None, None, work
        wanted = self._unkept.of(self._about, work.meeting)
        if is_first or wanted != self.meeting:
            self._show_meeting(work, wanted)
        else:
            self._show()  # nothing moves under the hands of who types

    @property
    def _about(self) -> tuple[GroupId | None, str]:
        """Of which group the agenda is, and in which language."""
        return self.group_id, self.language

    def _show_meeting(self, work: KickOffWork, meeting: "KickOff") -> None:
        self.form.show_meeting(
            meeting.at,
            meeting.place,
            meeting.items,
            now=work.now,
            zone=meeting.time_zone,
            direction=work.leaflet.direction,
        )

    @Slot()
    def _show(self) -> None:
        """Have the sheet made of what stands there."""
        if self._work is None or self.group_id is None:
            return
        self._unkept.note(self._about, self.meeting, self._work.meeting)
        self.form.show_kept(is_kept=not self.is_edited)
        if self._sheet_job is not None:
            self._sheet_job.drop()
        wanted = (self.group_id, self.language, self.meeting)
        self._sheet_job = self.jobs.ask(load_sheet, *wanted, done=self._on_sheet, failed=self._on_failed)

    @Slot(object)
    def _on_sheet(self, found: tuple[Leaflet, Told]) -> None:
        self._sheet_job = None
        leaflet, told = found
        name = f"{leaflet.title} {self.language}"
        self.previewing.show_all(
            {Form.MESSAGE: told}, dict.fromkeys(ON_PAPER, leaflet), name=name, direction=leaflet.direction
        )

    @Slot()
    def keep(self) -> None:
        """Keep the meeting: its day is that of the start of the group."""
        from console.desk.welcome import kick_off

        if self.group_id is not None and self.is_edited:
            self._keeping = self.meeting
            wanted = (self.group_id, self._keeping, self.language)
            self.jobs.ask(kick_off.keep, *wanted, done=self._on_kept, failed=self._on_failed)

    @Slot(object)
    def _on_kept(self, _changes: Changes) -> None:
        if self._work is not None and self.meeting == self._keeping:  # else a person typed on
            self._work = replace(self._work, meeting=self._keeping)
            self._show()
        self.told.emit(self.tr("Kept. With {key} you undo it.").format(key=undo_keys()))

    @Slot()
    def propose(self) -> None:
        """Show the agenda as it is proposed; it is kept when the person says so."""
        from console.desk.welcome import catalogue

        self.form.agenda.selectAll()
        self.form.agenda.insertPlainText("\n".join(catalogue.words(self.language).agenda))

    @Slot()
    def post(self) -> None:
        """Make the message ready for the group; a sheet or a picture a person hands out himself."""
        self._post(self.preview.messages)
