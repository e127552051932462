"""The overview for a professional: made by the desk, handed over by a person, and ticked when it went. GUI thread only.

Nothing is sent by it: a mail program opens, a file is written, or the text is copied.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from console.domain.changes import Changes
from console.domain.professional import ProfessionalId
from ui import clipboard
from ui.jobs import Job, Jobs
from ui.shortcuts import Command, KeyMap, undo_keys
from ui.told_words import minute_words
from ui.widgets.digest_panel import DigestPanel

if TYPE_CHECKING:
    from console.desk.feedback.digest import Digest

MAIL_FILE: Final = ".eml"
PAPER_FILE: Final = ".pdf"


class Digesting(QObject):
    """Asks for the overview, and does with it what the panel says.

    *Signals:*
        told(str), warned(str): for the message bar.
        opened(), closed(): the panel was opened, or put away.
    """

    told = Signal(str)
    warned = Signal(str)
    opened = Signal()
    closed = Signal()

    def __init__(self, jobs: Jobs, keys: KeyMap, panel: DigestPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._panel = jobs, panel
        self._wanted: ProfessionalId | None = None
        self._job: Job | None = None
        panel.copied.connect(self.copy_text)
        panel.mail_requested.connect(self.open_mail)
        panel.mail_file_requested.connect(self.choose_mail_file)
        panel.pdf_requested.connect(self.choose_paper_file)
        panel.sent.connect(self._on_panel_sent)
        panel.language_chosen.connect(self._on_panel_language_chosen)
        panel.closed.connect(self.closed)
        for command, slot in (
            (Command.COPY, self.copy_text),
            (Command.OPEN_CHAT, self.open_mail),
            (Command.EXPORT, self.choose_paper_file),
            (Command.HANDLED, panel.say_sent),
        ):
            keys.bind(panel, command, slot)

    def ask(self, professional_id: ProfessionalId, language: str | None = None) -> None:
        """Make the overview for a professional, and open the panel with it."""
        from console.desk.feedback import digest

        if self._job is not None:
            self._job.drop()
        self._wanted = professional_id
        self._job = self._jobs.ask(
            digest.digest, professional_id, language, done=self._on_digest, failed=self._on_failed
        )

    @Slot(object)
    def _on_digest(self, found: "Digest") -> None:
        self._job = None
        self._panel.show_digest(found)
        self.opened.emit()

    @property
    def _mended(self) -> "Digest | None":
        """The overview with the text as it stands there."""
        found = self._panel.digest
        return None if found is None else replace(found, text=self._panel.text)

    # --- handing over ------------------------------------------------------------------------------------------------

    @Slot()
    def copy_text(self) -> None:
        """Put the text on the clipboard."""
        if self._panel.digest is not None:
            clipboard.put(self._panel.text)
            self._panel.handed_over("app")
            sentence = self.tr("Copied. Paste it in a message or a mail.")
            self._tell_next(f"{sentence} {minute_words()}")

    @Slot()
    def open_mail(self) -> None:
        """Open the mail program with the text in it. In the demo it only says so: the addresses there are made up."""
        from console.desk.feedback import digest

        found = self._mended
        if found is None or self._jobs.console is None:
            return
        address = digest.mailto(found)
        if address is None:
            self.warned.emit(self.tr("This text is too long to hand to a mail program. Save it as a mail, or copy it."))
        elif self._jobs.console.is_demo:
            self._hand("mail", self.tr("Practice: in your own groups your mail program opens now."))
        elif QDesktopServices.openUrl(QUrl.fromEncoded(address.encode())):
            self._hand("mail", self.tr("Your mail program opens with the text in it. You send it there yourself."))
        else:
            self.warned.emit(self.tr("No mail program can be opened from this computer. Copy the text instead."))

    @Slot()
    def choose_mail_file(self) -> None:
        """Ask where the mail is to be kept, and write it."""
        self._choose(MAIL_FILE, self.tr("E-mail"))

    @Slot()
    def choose_paper_file(self) -> None:
        """Ask where the page is to be kept, and write it."""
        self._choose(PAPER_FILE, self.tr("PDF"))

    def _choose(self, suffix: str, kind: str) -> None:
        if self._panel.digest is None or self._jobs.console is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        day = self._jobs.console.now().astimezone().date().isoformat()
        name = self.tr("overview-{day}").format(day=day)
        title = self.tr("Save the overview")
        chosen, _kind = QFileDialog.getSaveFileName(
            self._panel, title, str(Path(folder) / f"{name}{suffix}"), f"{kind} (*{suffix})"
        )
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() == suffix else path.with_name(path.name + suffix))

    def write(self, path: Path) -> None:
        """Write the overview to a file; its suffix says as what."""
        from console.desk.feedback import digest

        found = self._mended
        if found is not None:
            is_paper = path.suffix.lower() == PAPER_FILE
            done = self._on_paper_written if is_paper else self._on_mail_written
            self._jobs.run(digest.save, found, path, done=done, failed=self._on_failed)

    @Slot(object)
    def _on_mail_written(self, _nothing: object) -> None:
        self._hand("mail", self.tr("Saved. Open the file in your mail program, and send it there."))

    @Slot(object)
    def _on_paper_written(self, _nothing: object) -> None:
        self._hand("paper", self.tr("Saved: one page to print or to send along."))

    def _hand(self, way: str, sentence: str) -> None:
        if self._panel.digest is not None:
            self._panel.handed_over(way)
        self._tell_next(sentence)

    def _tell_next(self, sentence: str) -> None:
        after = self.tr("Press It was sent when it went.")
        self.told.emit(f"{sentence} {after}")

    # --- what a person says ------------------------------------------------------------------------------------------

    @Slot(str)
    def _on_panel_sent(self, way: str) -> None:
        from console.desk.feedback import digest

        found = self._panel.digest
        if found is not None:
            in_text = tuple(line.id for line in found.lines if line.number in self._panel.text)
            said = (found.professional_id, digest.Sent(way), in_text or found.line_ids)
            self._jobs.ask(digest.sent, *said, done=self._on_sent, failed=self._on_failed)

    @Slot(object)
    def _on_sent(self, _changes: Changes) -> None:
        self._panel.put_away()
        self.told.emit(self.tr("Written down that it was sent. With {key} you undo it.").format(key=undo_keys()))

    @Slot(str)
    def _on_panel_language_chosen(self, language: str) -> None:
        if self._wanted is not None:
            self.ask(self._wanted, language)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.warned.emit(self._jobs.sentence(error))
