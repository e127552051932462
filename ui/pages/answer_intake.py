"""Answers that come in by e-mail, and questions that a person writes down: between the leaf Vragen and the desk.

GUI thread only, but for the calls that run on a lane.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from console.domain.draft import Tone
from console.domain.feedback import Find, Line, LineId
from console.domain.telling import Telling
from ui.jobs import Job, Jobs
from ui.pages.feedback_layout import LinesLayout
from ui.pages.line_answering import Tellings, load_tellings
from ui.pages.line_opening import load_empty, open_line
from ui.shortcuts import undo_keys
from ui.widgets.answer_mail_panel import Answered
from ui.widgets.line_form import LineStart, LineWish

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.feedback.answer_mail import AnswerMail
    from console.desk.feedback.changing import Opened

MAILS: Final = "*.eml"


def read_mail(console: "Console", source: "str | Path") -> "tuple[AnswerMail, tuple[Line, ...]]":
    """Ask the desk what a mail says, and which lines are open. On a lane."""
    from console.desk.feedback import answer_mail, lines
    from console.domain.feedback import OPEN_STATES

    return answer_mail.read(console, source), lines.lines(console, states=OPEN_STATES)


class AnswerIntake(QObject):
    """Opens what asks for a mail or for a new question, and tells the desk.

    *Signals:*
        opened_line(object): this line (its id) is there now.
        opened(), closed(): something is asked in the place of a line, or nothing any more.
        page_requested(str, object): show the page with this key; the value goes to its ``open_with``.
        told(str), warned(str): for the message bar.
    """

    opened_line = Signal(object)
    opened = Signal()
    closed = Signal()
    page_requested = Signal(str, object)
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, parts: LinesLayout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._parts = parts
        self._reading: Job | None = None
        self._lines: tuple[LineId, ...] = ()  # of the mail that was taken over last
        parts.add.clicked.connect(self.ask_new)
        parts.paste.clicked.connect(self.ask_mail)
        parts.new.kept.connect(self._on_new_kept)
        parts.mail.read_requested.connect(self.read)
        parts.mail.file_requested.connect(self.choose_file)
        parts.mail.finished.connect(self._on_mail_finished)
        parts.tellings.finished.connect(self._on_tellings_finished)
        parts.tellings.tone_chosen.connect(self._on_tone_chosen)
        parts.finds.clicked.connect(self.ask_finds)
        parts.found.accepted.connect(self._on_found_accepted)
        parts.found.declined.connect(self._on_found_declined)
        parts.found.message_requested.connect(self._on_found_message_requested)
        for part in (parts.new, parts.mail, parts.tellings, parts.found):
            part.closed.connect(self.closed)

    # --- a new question -----------------------------------------------------------------------------------------------

    @Slot()
    def ask_new(self) -> None:
        """Open an empty form, for the group that the list shows where it shows one."""
        if self._jobs.console is not None:
            self._jobs.ask(load_empty, self._parts.wanted.group_id, done=self._on_start, failed=self._on_failed)

    @Slot(object)
    def _on_start(self, start: LineStart) -> None:
        self._parts.show_part(self._parts.new)
        self.opened.emit()
        self._parts.new.ask(start)

    @Slot(object)
    def _on_new_kept(self, wish: LineWish) -> None:
        self._jobs.ask(open_line, wish, done=self._on_opened, failed=self._on_failed)

    @Slot(object)
    def _on_opened(self, opened: "Opened") -> None:
        self._parts.new.put_away()
        self.told.emit(self.tr("The question stands in the list. With {key} you undo it.").format(key=undo_keys()))
        self.opened_line.emit(opened.line_id)

    # --- a mail -------------------------------------------------------------------------------------------------------

    @Slot()
    def ask_mail(self) -> None:
        """Open the panel for a mail that is pasted."""
        self.take_text("")

    def take_text(self, text: str) -> None:
        """Open the panel with a mail that was copied."""
        if self._jobs.console is not None:
            self._parts.show_part(self._parts.mail)
            self.opened.emit()
            self._parts.mail.ask(text)

    @Slot(str)
    def read(self, source: "str | Path") -> None:
        """Read a text, or a saved e-mail."""
        if self._reading is not None:
            self._reading.drop()
        self._reading = self._jobs.ask(read_mail, source, done=self._on_read, failed=self._on_failed)

    @Slot()
    def choose_file(self) -> None:
        """Ask which e-mail, saved as a file."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        kinds = self.tr("E-mails") + f" ({MAILS})"
        chosen, _kind = QFileDialog.getOpenFileName(self._parts, self.tr("Choose the e-mail"), folder, kinds)
        if chosen:
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Read a saved e-mail in the panel."""
        self._parts.show_part(self._parts.mail)
        self._parts.mail.ask()
        self.read(path)

    @Slot(object)
    def _on_read(self, found: "tuple[AnswerMail, tuple[Line, ...]]") -> None:
        self._reading = None
        mail, lines = found
        self._parts.mail.show_mail(mail, lines)

    @Slot(object)
    def _on_mail_finished(self, answered: tuple[Answered, ...]) -> None:
        from console.desk.feedback import answer_mail

        taken = [answer_mail.Taken(line_id, text, result) for line_id, text, result in answered]
        self._lines = tuple(line_id for line_id, _text, _result in answered)
        self._jobs.ask(answer_mail.take, taken, done=self._on_taken, failed=self._on_failed)

    @Slot(object)
    def _on_taken(self, _decided: object) -> None:
        told = self.tr("%Ln answer(s) written down. With {key} you undo it.", "", len(self._lines))
        self.told.emit(told.format(key=undo_keys()))
        self._parts.mail.ask()
        self._jobs.ask(load_tellings, self._lines, done=self._on_tellings, failed=self._on_failed)

    # --- telling all of it --------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_tellings(self, found: Tellings) -> None:
        if not found.to_tell:
            self.closed.emit()
            return
        what = self.tr("%Ln answer(s)", "", len(found.lines))
        self._parts.show_part(self._parts.tellings)
        self.opened.emit()
        self._parts.tellings.ask(found.to_tell, what, is_sent=found.is_sent)

    @Slot(object)
    def _on_tone_chosen(self, tone: Tone) -> None:
        self._jobs.ask(load_tellings, self._lines, tone, done=self._on_other_tone, failed=self._on_failed)

    @Slot(object)
    def _on_other_tone(self, found: Tellings) -> None:
        self._parts.tellings.show_drafts(found.to_tell)

    @Slot(object, bool)
    def _on_tellings_finished(self, told: tuple[tuple[LineId, Telling], ...], _stays: bool) -> None:
        from console.desk.feedback import together

        self._jobs.ask(together.tell, told, done=self._on_told, failed=self._on_failed)

    @Slot(object)
    def _on_told(self, _decided: object) -> None:
        self._parts.tellings.put_away()
        self.told.emit(self.tr("All of it is ready. With {key} you undo it.").format(key=undo_keys()))

    # --- what was recognised, and belongs to no question yet ----------------------------------------------------------

    @Slot()
    def ask_finds(self) -> None:
        """Show it."""
        self._parts.show_part(self._parts.found)
        self.opened.emit()
        self._parts.found.ask()

    @Slot(object)
    def _on_found_accepted(self, find: Find) -> None:
        from console.desk.feedback import finds

        self._jobs.ask(finds.accept, find.id, done=self._on_found_settled, failed=self._on_failed)

    @Slot(object)
    def _on_found_declined(self, find: Find) -> None:
        from console.desk.feedback import finds

        self._jobs.ask(finds.decline, find.id, done=self._on_found_settled, failed=self._on_failed)

    @Slot(object)
    def _on_found_settled(self, _settled: object) -> None:
        self.told.emit(self.tr("Kept. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_found_message_requested(self, message_id: int) -> None:
        self.page_requested.emit("messages", message_id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._reading = None
        self.warned.emit(self._jobs.sentence(error))
