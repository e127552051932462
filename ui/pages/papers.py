"""The subject Papieren of the page Instellingen: the papers that the privacy law asks. GUI thread only."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.document import Document
from console.domain.group import GroupId
from console.domain.privacy import Paper
from ui import clipboard, words
from ui.jobs import Job, Jobs, Lane
from ui.pages.settings_leaf import SettingsLeaf
from ui.shortcuts import Command, KeyMap
from ui.told_words import copied_words
from ui.widgets.papers_form import PapersForm

if TYPE_CHECKING:
    from console.desk.console import Console

SUFFIXES: Final = (".pdf", ".txt")


@dataclass(frozen=True, slots=True)
class PaperWork:
    """A paper (None: the message) with its text, the groups to choose from by id and name, and until when to report.

    ``report_until`` and ``now`` are aware; the first is None where no breach is told of.
    """

    paper: Document | None
    text: str
    groups: tuple[tuple[int, str], ...]
    now: datetime
    report_until: datetime | None


def load_paper(
    console: "Console", kind: Paper | None, group_id: GroupId | None, noticed_at: datetime | None
) -> PaperWork:
    """Ask the desk for a paper, or for the message (kind None; empty while no group is chosen). On a lane."""
    from console.desk import groups
    from console.desk.privacy_papers import making
    from console.desk.privacy_papers.facts import report_until
    from console.desk.vault import safeguards

    guards = safeguards.of(console)
    known = tuple((one.id, one.name) for one in groups.groups(console))
    if all(one != group_id for one, _name in known):
        group_id = None
    paper = None if kind is None else making.paper(console, kind, guards, group_id, noticed_at=noticed_at)
    if paper is not None:
        text = making.as_text(paper)
    else:
        text = making.message(console, guards, group_id or GroupId(known[0][0])) if known else ""
    until = None if noticed_at is None else report_until(noticed_at)
    return PaperWork(paper, text, known, console.now(), until)


class PapersLeaf(SettingsLeaf):
    """One paper at a time, as it reads now; kept as PDF or text, or copied."""

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.form = PapersForm()
        self._work: PaperWork | None = None
        self._job: Job | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.setFocusProxy(self.form.kind)
        self.form.chosen.connect(self.refresh)
        self.form.copied.connect(self.copy)
        self.form.saved.connect(self.choose_file)
        keys.bind(self, Command.COPY, self.copy)
        keys.bind(self, Command.EXPORT, self.choose_file)

    @Slot()
    @override
    def refresh(self) -> None:
        if self._job is not None:
            self._job.drop()
        wanted = (self.form.paper, self.form.group_id, self.form.noticed_at)
        self._job = self.jobs.ask(load_paper, *wanted, done=self._on_paper, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.groups or changes.decision is not None:
            self.refresh()

    @override
    def retranslate(self) -> None:
        self._show_deadline()

    # --- what a person does with it -----------------------------------------------------------------------------------

    @Slot()
    def copy(self) -> None:
        """Put the text on the clipboard; it names nobody who is or was in a group."""
        if text := self.form.text.toPlainText():
            clipboard.put(text, is_private=False)
            if self.form.paper is None:
                self.told.emit(copied_words(is_private=False))
            else:
                self.told.emit(self.tr("Copied. You can paste it in a letter or a mail."))

    @Slot()
    def choose_file(self) -> None:
        """Ask where it is to be kept, and write it."""
        if self._work is None or self._work.paper is None or self.form.paper is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        pdf, text = self.tr("PDF, to print"), self.tr("Text, to change")
        chosen, _kind = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the paper"),
            str(Path(folder) / f"{self.file_name}.pdf"),
            f"{pdf} (*.pdf);;{text} (*.txt)",
        )
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() in SUFFIXES else path.with_name(f"{path.name}.pdf"))

    @property
    def file_name(self) -> str:
        """Under what name the paper is offered to be kept, without its ending."""
        title = self._work.paper.title if self._work is not None and self._work.paper is not None else ""
        return "-".join("".join(sign if sign.isalnum() else " " for sign in title).split())

    def write(self, path: Path) -> None:
        """Write the paper that is on the screen to a file that ends in .pdf or .txt."""
        from console.desk.privacy_papers import making

        if self._work is not None and self._work.paper is not None:
            call = {"done": self._on_written, "failed": self._on_failed, "lane": Lane.CPU}
            self.jobs.ask(making.save, self._work.paper, path, **call)

    # --- what the desk answers ----------------------------------------------------------------------------------------

    @Slot(object)
    def _on_paper(self, work: PaperWork) -> None:
        self._job, self._work = None, work
        self.form.show_clock(work.now)
        self.form.offer(work.groups)
        self._show_deadline()

    def _show_deadline(self) -> None:
        """Show the paper, and whether the time to report a breach has passed."""
        if self._work is None:
            return
        until, told = self._work.report_until, ""
        if until is not None:
            if self._work.now.astimezone(UTC) <= until:
                told = self.tr("You can report it in time until {day}, {time}: 72 hours after it was noticed.")
            else:
                told = self.tr(
                    "It should have been reported before {day}, {time}. Report it all the same, and say why."
                )
            told = told.format(day=words.day(until), time=words.clock(until))
        self.form.show_text(self._work.text, told)

    @Slot(object)
    def _on_written(self, _nothing: object) -> None:
        self.told.emit(self.tr("Saved. Fill in by hand what stands between brackets."))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.warned.emit(self.jobs.sentence(error))
