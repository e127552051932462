"""Passing on a report: between the panel and the desk. A page makes one with its own panel. GUI thread only."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from console.domain.changes import Changes
from console.domain.feedback import number_of
from console.domain.forward import Confirmation, ForwardAbout, ForwardStart, ForwardWish, Handing, ReportCategory
from console.domain.outgoing import TodoId
from ui import clipboard
from ui.jobs import Job, Jobs, Lane
from ui.shortcuts import undo_keys
from ui.told_words import minute_words
from ui.widgets.forward_form import Begun
from ui.widgets.forward_panel import ForwardPanel

if TYPE_CHECKING:
    from console.desk.feedback.forwarding import Forwarded

MAIL_FILE = ".eml"


class Forwarding(QObject):
    """Opens the panel about one line or message: ``open(ForwardAbout(group_id, line_id=...))``.

    *Signals:*
        opened(), closed(): the panel took the place of the actions, or gave it back.
        forwarded(object): a ``console.desk.feedback.forwarding.Forwarded``; the panel may still be open, to hand over
            what a person passes on himself.
        told(str), warned(str): for the message bar.
    """

    opened = Signal()
    closed = Signal()
    forwarded = Signal(object)
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, panel: ForwardPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._panel = panel
        self._about: ForwardAbout | None = None
        self._wish: ForwardWish | None = None  # what the desk is asked about
        self._todo: TodoId | None = None
        self._job: Job | None = None
        self._asking: Job | None = None  # the municipality
        self._begun: dict[tuple[object, object], Begun] = {}  # what a person wrote, should he come back to it
        panel.categories_requested.connect(self._on_panel_categories_requested)
        panel.map_requested.connect(self._on_panel_map_requested)
        panel.confirm_requested.connect(self._on_panel_confirm_requested)
        panel.forward_requested.connect(self._on_panel_forward_requested)
        panel.copy_requested.connect(self._on_panel_copy_requested)
        panel.mail_requested.connect(self._on_panel_mail_requested)
        panel.file_requested.connect(self._on_panel_file_requested)
        panel.done_requested.connect(self._on_panel_done_requested)
        panel.closed.connect(self._on_panel_closed)

    @property
    def is_open(self) -> bool:
        """Whether something is being passed on."""
        return self._panel.can_put_away()

    def open(self, about: ForwardAbout) -> None:
        """Ask the desk what there is to pass on, and open the panel with it."""
        from console.desk.feedback import forwarding

        self._run(forwarding.start, about, done=self._on_start)

    @Slot()
    def put_away(self) -> None:
        """Leave it; what was written stands there again when it is opened again."""
        self._drop()
        self._panel.leave()

    def _run(self, call: object, *values: object, done: object) -> None:
        self._drop()
        self._job = self._jobs.ask(call, *values, done=done, failed=self._on_failed)  # type: ignore[arg-type]

    def _drop(self) -> None:
        for job in (self._job, self._asking):
            if job is not None:
                job.drop()
        self._job = self._asking = None

    # --- the form -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_start(self, start: ForwardStart) -> None:
        self._job = None
        self._about, self._todo = start.about, None
        self._panel.ask(start, self._jobs.language, self._begun.get(_key(start.about)))
        self.opened.emit()

    @Slot()
    def _on_panel_categories_requested(self) -> None:
        from console.desk.feedback import forwarding

        if self._about is not None:
            call = {"done": self._on_categories, "failed": self._on_no_categories, "lane": Lane.NET}
            self._asking = self._jobs.ask(forwarding.categories, self._about.group_id, **call)

    @Slot(object)
    def _on_categories(self, categories: tuple[ReportCategory, ...]) -> None:
        self._asking = None
        self._panel.show_categories(categories)

    @Slot(object)
    def _on_no_categories(self, error: Exception) -> None:
        self._asking = None
        self._panel.show_no_categories(self._jobs.sentence(error))

    @Slot(str)
    def _on_panel_map_requested(self, address: str) -> None:
        if not QDesktopServices.openUrl(QUrl(address)):
            self.warned.emit(
                self.tr("No browser can be opened from this computer. Open the map on your phone instead.")
            )

    @Slot(object)
    def _on_panel_confirm_requested(self, wish: ForwardWish) -> None:
        from console.desk.feedback import forwarding

        self._wish = wish
        self._run(forwarding.confirm, self._about, wish, done=self._on_confirmation)

    @Slot(object)
    def _on_confirmation(self, shown: Confirmation) -> None:
        self._job = None
        if self._wish is not None:
            self._panel.show_confirmation(self._wish, shown)

    # --- passing it on ------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_panel_forward_requested(self, wish: ForwardWish) -> None:
        from console.desk.feedback import forwarding

        if self._job is None:  # a second press while the first is on its way is none
            self._run(forwarding.forward, self._about, wish, done=self._on_forwarded)

    @Slot(object)
    def _on_forwarded(self, forwarded: "Forwarded") -> None:
        self._job = None
        if self._about is not None:
            self._begun.pop(_key(self._about), None)
        self._todo = forwarded.todo
        if forwarded.handing is not None:
            self._panel.show_handing(forwarded.handing, number_of(forwarded.line_id))
        else:
            self._about = None
            self._panel.leave()
            self.told.emit(self.tr("The report waits ten seconds, and then goes to the municipality."))
        self.forwarded.emit(forwarded)

    @property
    def _handing(self) -> Handing | None:
        return self._panel.handing.handing

    @Slot()
    def _on_panel_copy_requested(self) -> None:
        if self._handing is not None:
            clipboard.put(self._handing.text)
            sentence = self.tr("The text is copied. Paste it where you report, or send it to your phone.")
            self._hand(f"{sentence} {minute_words()}")

    @Slot()
    def _on_panel_mail_requested(self) -> None:
        """Open the mail program with the text in it. In the demo it only says so: the addresses there are made up."""
        if self._handing is None or self._jobs.console is None:
            return
        if self._jobs.console.is_demo:
            self._hand(self.tr("Practice: in your own groups your mail program opens now."))
        elif QDesktopServices.openUrl(QUrl.fromEncoded(self._handing.mailto.encode())):
            self._hand(self.tr("Your mail program opens with the text in it. You send it there yourself."))
        else:
            self.warned.emit(self.tr("No mail program can be opened from this computer. Copy the text instead."))

    @Slot()
    def _on_panel_file_requested(self) -> None:
        if self._handing is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, kind = self.tr("report"), self.tr("E-mail")
        suggested, kinds = str(Path(folder) / f"{name}{MAIL_FILE}"), f"{kind} (*{MAIL_FILE})"
        chosen, _kind = QFileDialog.getSaveFileName(self._panel, self.tr("Save the mail"), suggested, kinds)
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() == MAIL_FILE else path.with_name(path.name + MAIL_FILE))

    def write(self, path: Path) -> None:
        """Write the mail to a file."""
        from console.desk.feedback import forwarding

        if self._handing is not None:
            self._jobs.run(forwarding.save_mail, self._handing, path, done=self._on_written, failed=self._on_failed)

    @Slot(object)
    def _on_written(self, _nothing: object) -> None:
        self._hand(self.tr("Saved. Open the file in your mail program, and send it there."))

    def _hand(self, sentence: str) -> None:
        from console.desk import todos

        if self._todo is not None:
            self._jobs.ask(todos.hand, self._todo)
        self.told.emit(sentence)

    @Slot()
    def _on_panel_done_requested(self) -> None:
        from console.desk import todos

        if self._todo is not None and self._job is None:
            self._run(todos.done, self._todo, done=self._on_done)

    @Slot(object)
    def _on_done(self, _changes: Changes) -> None:
        self._job, self._todo = None, None
        self._panel.leave()
        self.told.emit(self.tr("Noted that it was passed on. With {key} you undo it.").format(key=undo_keys()))

    @Slot()
    def _on_panel_closed(self) -> None:
        if self._about is not None and self._todo is None and self._panel.begun is not None:
            self._begun[_key(self._about)] = self._panel.begun
        if self._todo is not None:
            self.told.emit(self.tr("It stands ready on the page On your phone."))
        self._drop()
        self._about, self._todo = None, None
        self.closed.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.warned.emit(self._jobs.sentence(error))


def _key(about: ForwardAbout) -> tuple[object, object]:
    return about.line_id, about.message_id
