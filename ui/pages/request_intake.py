"""Who asks to join comes in by hand: typed or pasted, from an e-mail, or from a list. GUI thread only."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from console.domain.group import GroupId
from console.domain.join_request import Applicant
from ui.jobs import Job, Jobs
from ui.pages.requests_layout import RequestsLayout

if TYPE_CHECKING:
    from console.desk.joining.brought_in import Taken
    from console.desk.joining.requests import Added

MAILS: Final = "*.eml"
MOST_TOLD: Final = 2  # of what could not be read


class RequestIntake(QObject):
    """Opens what asks for a new request, and tells the desk.

    *Signals:*
        added(object): this request (its id, None for several) is there now.
        closed(): nothing is asked any more.
        told(str), warned(str): for the message bar.
    """

    added = Signal(object)
    closed = Signal()
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, parts: RequestsLayout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._parts = parts
        self._groups: tuple[tuple[GroupId, str], ...] | None = None  # which may be asked; None: not known yet
        self._goes_on: Callable[[GroupId], None] = self.open_sheet  # once the group is known
        self._offered: tuple[Path, ...] = ()  # e-mails, until the groups are known
        self._reading: Job | None = None
        parts.add.clicked.connect(self.ask_new)
        parts.mail.clicked.connect(self.ask_mail)
        parts.many.clicked.connect(self.ask_sheet)
        parts.new.pasted.connect(self._on_new_pasted)
        parts.new.kept.connect(self._on_new_kept)
        parts.choice.chosen.connect(self._on_choice_chosen)
        parts.sheet.taken.connect(self._on_sheet_taken)
        for part in (parts.new, parts.choice, parts.sheet):
            part.closed.connect(self.closed)
        parts.sheet.told.connect(self.told)
        parts.sheet.warned.connect(self.warned)

    def show_groups(self, groups: tuple[tuple[GroupId, str], ...]) -> None:
        """Offer these groups."""
        self._groups = groups
        for button in (self._parts.add, self._parts.mail, self._parts.many):
            button.setEnabled(bool(groups))
        if self._offered:
            self.offer_mails(())

    # --- one by one ---------------------------------------------------------------------------------------------------

    @Slot()
    def ask_new(self) -> None:
        """Open an empty form."""
        if self._groups and self._jobs.console is not None:
            self._parts.show_part(self._parts.new)
            self._parts.new.ask_new(self._groups, self._chosen, self._jobs.console.now())

    @property
    def _chosen(self) -> GroupId | None:
        """The group that the list shows, where it shows one."""
        group_id = self._parts.wanted[1]
        groups = self._groups or ()
        only = groups[0][0] if len(groups) == 1 else None
        return group_id if any(group_id == known for known, _name in groups) else only

    @Slot(str)
    def _on_new_pasted(self, text: str) -> None:
        from console.desk.joining import brought_in

        if self._reading is not None:
            self._reading.drop()
        self._reading = self._jobs.ask(brought_in.read_text, text, done=self._on_read, failed=self._on_failed)

    @Slot(object)
    def _on_read(self, applicant: Applicant) -> None:
        self._reading = None
        self._parts.new.show_applicant(applicant)

    @Slot(object, object)
    def _on_new_kept(self, group_id: GroupId, applicant: Applicant) -> None:
        from console.desk.joining import requests

        self._jobs.ask(requests.add, group_id, applicant, done=self._on_added, failed=self._on_failed)

    @Slot(object)
    def _on_added(self, added: "Added") -> None:
        self._parts.new.put_away_kept()
        name = self.tr("The request stands in the list.")
        known = self.tr("This person asked before. What is new was filled in.")
        self.told.emit(name if added.is_new else known)
        self.added.emit(added.request_id)

    # --- from a file --------------------------------------------------------------------------------------------------

    @Slot()
    def ask_mail(self) -> None:
        """Ask for which group, then which e-mails."""
        self._ask_group(self.choose_mails)

    @Slot()
    def ask_sheet(self) -> None:
        """Ask for which group, then open the panel for a list."""
        self._ask_group(self.open_sheet)

    def offer_mails(self, paths: tuple[Path, ...]) -> None:
        """Take in e-mails that were dropped on the window, once it is known for which group."""
        self._offered += paths
        if self._groups is None:
            return
        offered, self._offered = self._offered, ()
        if self._groups:
            self._ask_group(partial(self._take_offered, offered))
        else:
            self.warned.emit(self.tr("First make a group that people ask to join. Then take in the e-mail."))

    def _take_offered(self, paths: tuple[Path, ...], group_id: GroupId) -> None:
        if self._parts.choice.can_put_away():
            self._parts.choice.put_away()
        self.take_mails(group_id, paths)

    def _ask_group(self, goes_on: Callable[[GroupId], None]) -> None:
        if not self._groups:
            return
        self._goes_on = goes_on
        chosen = self._chosen
        if chosen is not None:
            self._goes_on(chosen)
        else:
            self._parts.show_part(self._parts.choice)
            self._parts.choice.ask(self._groups)

    @Slot(object)
    def _on_choice_chosen(self, group_id: GroupId) -> None:
        self._goes_on(group_id)

    def choose_mails(self, group_id: GroupId) -> None:
        """Ask which e-mails, saved as files, are requests for this group."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        kinds = self.tr("E-mails") + f" ({MAILS})"
        chosen, _kind = QFileDialog.getOpenFileNames(self._parts, self.tr("Choose one or more e-mails"), folder, kinds)
        self.closed.emit()
        if chosen:
            self.take_mails(group_id, tuple(Path(name) for name in chosen))

    def take_mails(self, group_id: GroupId, paths: tuple[Path, ...]) -> None:
        """Take in e-mails."""
        from console.desk.joining import brought_in

        self._jobs.ask(brought_in.take_mail, group_id, paths, done=self._on_mails, failed=self._on_failed)

    @Slot(object)
    def _on_mails(self, taken: "Taken") -> None:
        self._tell(taken)

    def open_sheet(self, group_id: GroupId) -> None:
        """Open the panel that takes in a list for this group."""
        from console.desk.joining import sheet

        self._parts.show_part(self._parts.sheet)
        self._parts.sheet.start(sheet.plan(group_id))

    @Slot(object)
    def _on_sheet_taken(self, taken: "Taken") -> None:
        self._tell(taken)

    def _tell(self, taken: "Taken") -> None:
        told = [self.tr("%Ln new request(s).", "", taken.new)]
        if taken.updated or taken.known:
            told.append(self.tr("%Ln known already.", "", taken.updated + taken.known))
        if taken.problems:
            told.append(self.tr("%Ln could not be read:", "", len(taken.problems)))
            told += [problem.sentence(self._jobs.language) for problem in taken.problems[:MOST_TOLD]]
            self.warned.emit(" ".join(told))
        else:
            self.told.emit(" ".join(told))
        self.added.emit(None)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self._jobs.sentence(error))
