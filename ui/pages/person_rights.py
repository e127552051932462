"""The rights of one person over his own data: asked of the desk, shown in the panel, done when a person says so.

GUI thread only. Used by the page Leden and by the leaf about questions about data.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from console.domain.changes import Changes
from console.domain.member import PersonId
from console.domain.one_person import AskedId, Asks, Recipient
from ui import clipboard, told_words
from ui.dialogs.parts import DEFAULT_ZONE
from ui.jobs import Job, Jobs, Lane
from ui.shortcuts import Command, KeyMap
from ui.widgets.recall_list import RecallList
from ui.widgets.rights_copy import PAPER
from ui.widgets.rights_forms import Correction, Later
from ui.widgets.rights_panel import RightsPanel

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.domain.one_person import Erased, ErasePreview, Objection, Person, PersonFile, PrivacyRequest

LONGEST_LINK = 2_000  # characters that a mail program takes in one link


@dataclass(frozen=True, slots=True)
class Rights:
    """What the panel opens with."""

    person: "Person"
    asked: "tuple[PrivacyRequest, ...]"
    objection: "Objection | None"
    alike: "tuple[Person, ...]"  # others who have a name of his: perhaps he himself, in another group


def load_rights(console: "Console", who: "PersonId | str") -> Rights:
    """Ask the desk about one person: the id of his card, or his key. On a lane. Raises what ``finding`` does."""
    from console.desk.one_person import asking, finding, objecting

    person = finding.person(console, who) if isinstance(who, str) else finding.member(console, who)
    number = person.person_id
    asked = tuple(one for one in asking.asked(console) if number is not None and one.person_id == number)
    objection = None if number is None else objecting.objection_of(console, number)
    return Rights(person, asked, objection, _alike(console, person))


def _alike(console: "Console", person: "Person") -> "tuple[Person, ...]":
    """Return who else has one of his names: nobody said yet whether that is he too."""
    from console.desk.one_person import finding

    names, own = {name.casefold() for name in person.names}, set(person.key.split("+"))
    found = {one.key: one for name in person.names for one in finding.find(console, name)}
    return tuple(
        one
        for one in found.values()
        if own.isdisjoint(one.key.split("+")) and names & {name.casefold() for name in one.names}
    )


def erase(console: "Console", person: "Person", also: tuple[str, ...]) -> "Erased":
    """Forget somebody; the backup before it goes to the second place too. On the lane of the store."""
    from console.desk.one_person import forgetting
    from console.desk.preferences import load_preferences

    folder = load_preferences().backup_folder
    return forgetting.erase(console, person, also=also, second=None if folder is None else Path(folder))


class PersonRights(QObject):
    """Fills the panel, and does what it says.

    *Signals:*
        told(str), warned(str): for the message bar.
        opened(), closed(): the panel was opened, or put away.
    """

    told = Signal(str)
    warned = Signal(str)
    opened = Signal()
    closed = Signal()

    def __init__(self, jobs: Jobs, keys: KeyMap, panel: RightsPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._panel = jobs, panel
        self._job: Job | None = None
        self._file: PersonFile | None = None
        self._preview: ErasePreview | None = None
        self._is_keeping = False
        panel.closed.connect(self._on_panel_closed)
        panel.step_requested.connect(self._on_panel_step_requested)
        panel.home.answered.connect(self.answer)
        panel.copy.save_requested.connect(self.choose_file)
        panel.correction.written.connect(self._on_correction_written)
        panel.objection.objected.connect(self._on_objection_objected)
        panel.objection.refused.connect(self._on_objection_refused)
        panel.later.written.connect(self._on_later_written)
        panel.erase.confirmed.connect(self._on_erase_confirmed)
        for column in (panel.erase.contents, panel.erased.contents):
            self.follow(column)
        keys.bind(panel.copy, Command.EXPORT, panel.copy.save_paper)

    def follow(self, recalls: RecallList) -> None:
        """Do what this list of recipients says."""
        recalls.copied.connect(self._on_recalls_copied)
        recalls.mail_requested.connect(self._on_recalls_mail_requested)
        recalls.asked.connect(self._on_recalls_asked)

    def ask(self, who: "PersonId | str") -> None:
        """Look up somebody by the id of his card or by his key, and open the panel."""
        if self._jobs.console is not None:
            self._drop()
            self._job = self._jobs.ask(load_rights, who, done=self._on_rights, failed=self._on_failed)

    @Slot(object)
    def changed(self, changes: Changes) -> None:
        """Look again at whom is shown, unless he was just forgotten."""
        person = self._panel.person
        if person is not None and self._panel.step == "" and (changes.privacy or changes.people):
            self.ask(person.key)

    @Slot(object)
    def _on_rights(self, rights: Rights) -> None:
        self._job = None
        if self._jobs.console is not None:
            now = self._jobs.console.now()
            self._panel.show_person(rights.person, rights.asked, rights.objection, rights.alike, now)
            self.opened.emit()

    @Slot()
    def _on_panel_closed(self) -> None:
        self._drop()
        self._file = self._preview = None
        self.closed.emit()

    def _drop(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _keep(self, call: Callable[..., object], *values: object, **options: Any) -> None:  # noqa: ANN401
        """Write something down; a button that is pressed twice writes it down once."""
        if not self._is_keeping:
            self._is_keeping = True
            self._jobs.ask(call, *values, **{"done": self._on_kept, "failed": self._on_failed} | options)

    # --- a copy, and what goes ----------------------------------------------------------------------------------------

    @Slot(str)
    def _on_panel_step_requested(self, step: str) -> None:
        from console.desk.one_person import copying, forgetting

        person = self._panel.person
        if person is None:
            return
        self._drop()
        is_copy = step == Asks.ACCESS.value
        call: Callable[..., object] = copying.copy_of if is_copy else forgetting.preview
        done: Callable[..., None] = self._on_file if is_copy else self._on_preview
        kept, goes = self.tr("Looking up everything that is kept of this person…"), self.tr("Looking up what goes…")
        self._panel.show_waiting(kept if is_copy else goes)
        lane = Lane.CPU if is_copy else Lane.DB  # a preview erases, and takes that back
        self._job = self._jobs.ask(call, person, done=done, failed=self._on_step_failed, lane=lane)

    @Slot(object)
    def _on_file(self, file: "PersonFile") -> None:
        self._job, self._file = None, file
        self._panel.show_file(file)

    @Slot(object)
    def _on_preview(self, preview: "ErasePreview") -> None:
        self._job, self._preview = None, preview
        self._panel.show_preview(preview)

    @Slot(object)
    def _on_step_failed(self, error: Exception) -> None:
        self._panel.stop_waiting()
        self._on_failed(error)

    @Slot(str)
    def choose_file(self, suffix: str) -> None:
        """Ask where the copy is to be kept, and write it."""
        if self._file is None or self._jobs.console is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        day = self._jobs.console.now().astimezone().date().isoformat()
        name = self.tr("own-data-{day}").format(day=day)  # without his name: the folder is open to others
        kind = self.tr("PDF") if suffix == PAPER else self.tr("Data for another program")
        title = self.tr("Save the copy")
        chosen, _kind = QFileDialog.getSaveFileName(
            self._panel, title, str(Path(folder) / f"{name}{suffix}"), f"{kind} (*{suffix})"
        )
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() == suffix else path.with_name(path.name + suffix))

    def write(self, path: Path) -> None:
        """Write the copy to a file; its suffix says as what."""
        from console.desk.one_person import copying

        if self._file is not None:
            done, failed = self._on_written, self._on_failed
            self._jobs.ask(copying.save, self._file, path, done=done, failed=failed, lane=Lane.CPU)

    @Slot(object)
    def _on_written(self, _changes: Changes) -> None:
        saved = self.tr("Saved. Give the file to this person, and remove it from your computer after that.")
        down = self.tr("It is written down that this was answered.")
        self.told.emit(f"{saved} {down}")

    # --- to be forgotten ----------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_erase_confirmed(self, also: tuple[str, ...]) -> None:
        person = self._panel.person
        if person is not None:
            self._jobs.ask(erase, person, also, done=self._on_erased, failed=self._on_erase_failed)

    @Slot(object)
    def _on_erased(self, erased: "Erased") -> None:
        from console.desk.one_person import forgetting

        if self._preview is None:  # the panel was put away meanwhile
            self.told.emit(self.tr("This person is forgotten. What is to ask of others stands under Settings."))
            return
        self._panel.show_erased(erased, self._preview)
        done, failed = self._panel.erased.show_proof, self._on_failed
        self._job = self._jobs.ask(forgetting.prove, erased, done=done, failed=failed, lane=Lane.CPU)

    @Slot(object)
    def _on_erase_failed(self, error: Exception) -> None:
        self._panel.erase.wake()
        self._on_failed(error)

    @Slot(object)
    def _on_recalls_copied(self, recipient: Recipient) -> None:
        clipboard.put(recipient.text)
        copied = self.tr("Copied. Send it yourself, in a message or a mail.")
        self.told.emit(f"{copied} {told_words.minute_words()}")

    @Slot(object)
    def _on_recalls_mail_requested(self, recipient: Recipient) -> None:
        console = self._jobs.console
        subject = quote(self.tr("Please erase what you have about a person"))
        address = f"mailto:?subject={subject}&body={quote(recipient.text)}"
        if len(address) > LONGEST_LINK:
            self.warned.emit(self.tr("This text is too long to hand to a mail program. Copy it instead."))
        elif console is not None and console.is_demo:
            self.told.emit(self.tr("Practice: in your own groups your mail program opens now."))
        elif QDesktopServices.openUrl(QUrl.fromEncoded(address.encode())):
            self.told.emit(self.tr("Your mail program opens with the text in it. You send it there yourself."))
        else:
            self.warned.emit(self.tr("No mail program can be opened from this computer. Copy the text instead."))

    @Slot(object)
    def _on_recalls_asked(self, asked: tuple[AskedId, Recipient]) -> None:
        from console.desk.one_person import recalling

        asked_id, recipient = asked
        self._keep(recalling.tell, asked_id, recipient.key, done=partial(self._on_recalled, recipient))

    def _on_recalled(self, recipient: Recipient, _changes: Changes) -> None:
        self._is_keeping = False
        console, preview = self._jobs.console, self._preview
        if preview is not None and console is not None:
            asked = (replace(one, told_at=console.now()) if one == recipient else one for one in preview.recipients)
            self._preview = replace(preview, recipients=tuple(asked))
            self._panel.erased.mark_asked(self._preview)
        self.told.emit(self.tr("Written down that it was asked."))

    # --- to put right, to object, later -------------------------------------------------------------------------------

    @property
    def _person_id(self) -> PersonId | None:
        return None if self._panel.person is None else self._panel.person.person_id

    @Slot(object)
    def _on_correction_written(self, wish: Correction) -> None:
        from console.desk.one_person import correcting

        if self._person_id is not None:
            said = {"words": wish.words, "name": wish.name, "phone": wish.phone}
            self._keep(correcting.correct, self._person_id, **said)

    @Slot(str)
    def _on_objection_objected(self, said: str) -> None:
        from console.desk.one_person import objecting

        if self._person_id is not None:
            self._keep(objecting.object_to, self._person_id, said)

    @Slot(str)
    def _on_objection_refused(self, reason: str) -> None:
        from console.desk.one_person import objecting

        if self._person_id is not None:
            self._keep(objecting.refuse, self._person_id, reason)

    @Slot(object)
    def _on_later_written(self, later: Later) -> None:
        from console.desk.one_person import asking

        if self._panel.person is not None and self._jobs.console is not None:
            noon = datetime.combine(later.on, time(12), ZoneInfo(DEFAULT_ZONE)).astimezone(UTC)
            asked_at = min(noon, self._jobs.console.now())
            person = self._panel.person
            said = later.words if person.person_id is not None else f"{person.name}: {later.words}"  # he has no card
            self._keep(asking.ask, person, later.kind, said, asked_at=asked_at)

    @Slot(object)
    def answer(self, asked_id: AskedId) -> None:
        """Write down that a question was answered."""
        from console.desk.one_person import asking

        self._keep(asking.answer, asked_id)

    @Slot(object)
    def _on_kept(self, _changes: Changes) -> None:
        """Go back to what may be asked; the news of it comes with the changes."""
        self._is_keeping = False
        if self._panel.person is not None:
            self._panel.go_home()
        kept = self.tr("Kept.")
        self.told.emit(f"{kept} {told_words.undo_words()}")

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job, self._is_keeping = None, False
        self.warned.emit(self._jobs.sentence(error))
