"""Shows how members read it, has its pictures made, and copies or keeps what is on the screen. GUI thread only.

Nothing is sent by it: who owns the preview does that (``posted`` of the widget).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from console.domain.group import GroupId
from console.domain.welcome import Form, Leaflet, Told
from ui import clipboard
from ui.jobs import Job, Jobs, Lane
from ui.shortcuts import Command, KeyMap
from ui.told_words import copied_words
from ui.widgets.welcome_preview import WelcomePreview

if TYPE_CHECKING:
    from console.domain.welcome import Printed

NAME_CHARACTERS: Final = 60


class Previewing(QObject):
    """Makes the picture of the form on the screen only; while one is made the newest wish waits, and older ones go.

    *Signals:*
        told(str), warned(str): for the message bar.
    """

    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, keys: KeyMap, preview: WelcomePreview, parent: QWidget) -> None:
        """``parent`` is the part of the page in which the keys of the preview act."""
        super().__init__(parent)
        self._jobs, self._preview = jobs, preview
        self._leaflets: dict[Form, Leaflet] = {}
        self._shown: dict[Form, Leaflet] = {}  # of which leaflet the picture on the screen is
        self.rules_of: tuple[GroupId, str] | None = None
        """The group whose rules it shows, and their language: who pastes them himself need tick nothing afterwards."""
        self._name = ""
        self._job: Job | None = None
        self._made: tuple[Form, Leaflet] | None = None  # what the job makes
        preview.form_chosen.connect(self._on_preview_form_chosen)
        preview.copied.connect(self.copy)
        preview.saved.connect(self.choose_file)
        keys.bind(parent, Command.COPY, self.copy)
        keys.bind(parent, Command.EXPORT, self.choose_file)

    def show_all(
        self, told: Mapping[Form, Told], leaflets: Mapping[Form, Leaflet], *, name: str, direction: str = "ltr"
    ) -> None:
        """Show texts and leaflets; ``name`` is what a file of it is called at first, without its ending."""
        self._leaflets = dict(leaflets)
        self._name = name
        self._preview.show_told(told, direction)
        self._make()

    def clear(self) -> None:
        """Show nothing."""
        self._leaflets.clear()
        self._shown.clear()
        self._preview.clear()

    # --- pictures -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_preview_form_chosen(self, _form: Form) -> None:
        self._make()

    def _make(self) -> None:
        """Have the picture on the screen made, unless it is there or another one is being made."""
        from console.desk.welcome import printing

        form = self._preview.form
        leaflet = self._leaflets.get(form)
        if leaflet is None or self._shown.get(form) == leaflet:
            return
        self._preview.await_picture(form)
        if self._job is None:
            self._made = (form, leaflet)
            self._job = self._jobs.ask(
                printing.picture,
                leaflet,
                form,
                lane=Lane.CPU,  # it may take a second: no decision waits for that
                done=self._on_picture,
                failed=self._on_picture_failed,
            )

    @Slot(object)
    def _on_picture(self, found: "Printed") -> None:
        if self._made is not None:
            form, leaflet = self._made
            if self._leaflets.get(form) == leaflet:
                self._shown[form] = leaflet
                self._preview.show_picture(form, QImage.fromData(found.data), found.left_out, found.unknown)
        self._go_on()

    @Slot(object)
    def _on_picture_failed(self, error: Exception) -> None:
        if self._made is not None:
            form, leaflet = self._made
            self._shown[form] = leaflet  # it fails again until the words are other ones
            self._preview.show_picture(form, QImage())
        self.warned.emit(self._jobs.sentence(error))
        self._go_on()

    def _go_on(self) -> None:
        self._job = self._made = None
        self._make()

    # --- what a person does with it -----------------------------------------------------------------------------------

    @Slot()
    def copy(self) -> None:
        """Put the text, or the picture itself, on the clipboard: it is pasted in the chat.

        Neither is private: these go to a whole street, on paper as well.
        """
        from console.desk.welcome import sending

        if messages := self._preview.messages:
            text = "\n\n".join(messages)
            clipboard.put(text, is_private=False)
            if self.rules_of is not None:
                group_id, language = self.rules_of
                self._jobs.ask(sending.copied, group_id, text, language=language)
            self.told.emit(copied_words(is_private=False))
        elif not self._preview.image.isNull():
            clipboard.put_image(self._preview.image, is_private=False)
            self.told.emit(self.tr("The picture was copied. You can paste it in the chat, also in WhatsApp."))

    @Slot()
    def choose_file(self) -> None:
        """Ask where it is to be kept, and write it."""
        from console.desk.welcome import printing

        form = self._preview.form
        if not self._preview.messages and form not in self._leaflets:
            return
        suffix = printing.SUFFIXES[form]
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = {".txt": self.tr("Text"), ".png": self.tr("Picture"), ".pdf": self.tr("PDF")}
        chosen, _kind = QFileDialog.getSaveFileName(
            self._preview,
            self.tr("Save what members read"),
            str(Path(folder) / f"{self.file_name}{suffix}"),
            f"{kinds[suffix]} (*{suffix})",
        )
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() == suffix else path.with_name(path.name + suffix))

    @property
    def file_name(self) -> str:
        """Under what name the form on the screen is offered to be kept: the A4 and the flyer are two files."""
        form = self._preview.tabs.tabText(self._preview.tabs.currentIndex())
        return f"{_file_name(self._name)}-{_file_name(form)}"

    def write(self, path: Path) -> None:
        """Write the form on the screen to a file."""
        from console.desk.welcome import printing

        form = self._preview.form
        if messages := self._preview.messages:
            self._jobs.run(printing.save_text, path, messages, done=self._on_written, failed=self._on_failed)
        elif form in self._leaflets:
            leaflet = self._leaflets[form]
            self._jobs.ask(printing.save, path, leaflet, form, done=self._on_written, failed=self._on_failed)

    @Slot(object)
    def _on_written(self, _made: "Printed | None") -> None:
        self.told.emit(self.tr("Saved. You can print it, or send the file along in a chat or a mail."))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self._jobs.sentence(error))


def _file_name(name: str) -> str:
    """Return a name that every system takes for a file."""
    kept = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in name)
    return "-".join(kept.split())[:NAME_CHARACTERS] or "welkom"
