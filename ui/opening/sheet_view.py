"""Makes a recovery sheet with the person: why, save and print, type two groups back. GUI thread only.

The whole window shows it at a first start, and the page Instellingen afterwards.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.jobs import Jobs
from ui.opening.full_view import FullView
from ui.shortcuts import Command, as_read, key_text
from ui.widgets.code_groups import CodeGroups
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel, Shown, isolated

if TYPE_CHECKING:
    from console.desk.vault.changing import NewSheet

PDF: Final = ".pdf"


class SheetView(FullView):
    """One step after the other; Later, or Esc, leaves it for another time.

    *Signals:*
        finished(str): the sheet with this number counts from now on, and no older one.
        put_off(): not now. A sheet that was saved already opens the store all the same.
        backup_wanted(): there is a backup of another computer, with a sheet of its own; only where that may be.
        warned(str): what went wrong and what to do.
    """

    finished = Signal(str)
    put_off = Signal()
    backup_wanted = Signal()
    warned = Signal(str)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None, *, is_first: bool = False) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._is_first = is_first  # nothing was done with this store yet
        self._sheet: NewSheet | None = None
        self._path: Path | None = None  # where it was saved last
        self._paths: list[Path] = []
        self._asked_path = Path()
        self._is_done = False
        self._why = PlainLabel(wraps=True)
        self._first, self._second, self._third = (PlainLabel(wraps=True, is_bold=True) for _ in range(3))
        self._saved = PlainLabel(wraps=True, can_select=True)
        self._place, self._hint, self._removing = (PlainLabel(wraps=True) for _ in range(3))
        self.save, self.print, self.check = KeyButton(), QPushButton(), KeyButton()
        self.remove, self.keep, self.later = QPushButton(), QPushButton(), KeyButton()
        self.backup = QPushButton()
        self.trouble = PlainLabel(wraps=True, is_bold=True)
        self.asked: CodeGroups | None = None
        self._asked_place = QVBoxLayout()
        self._lay_out()
        self.save.clicked.connect(self._on_save_clicked)
        self.print.clicked.connect(self.open_to_print)
        self.check.clicked.connect(self._on_check_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.keep.clicked.connect(self._finish)
        self.later.clicked.connect(self.put_off)
        self.backup.clicked.connect(self.backup_wanted)
        self.setFocusProxy(self.save)
        self._show_step()
        self.retranslate()

    def begin(self) -> None:
        """Start anew, with a sheet that was not made yet."""
        self._sheet = self._path = None
        self._paths.clear()
        self._is_done = False
        self.trouble.setText("")
        self._show_step()
        self.retranslate()

    @override
    def can_put_away(self) -> bool:
        return True

    @override
    def put_away(self) -> None:
        if self._is_done:
            self._finish()
        else:
            self.put_off.emit()

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("Your recovery sheet"))
        self._why.setText(
            self.tr(
                "Only this computer has the key to your groups. If it breaks, you need this sheet: without it nobody "
                "can open them any more, not even you."
            )
        )
        self._first.setText(self.tr("1. Save the sheet and print it."))
        self._place.setText(self.tr("Choose a place on this computer or a stick, not in the cloud."))
        self._second.setText(self.tr("2. Type two groups from the paper."))
        self._third.setText(self.tr("3. Is the sheet on paper? Then remove the file."))
        self._hint.setText(self.tr("So you know that the paper is readable. Small letters are fine."))
        self._removing.setText(self.tr("Who finds the file has your code. Keep the paper, away from the computer."))
        self._saved.setText("" if self._path is None else self._saved_words(self._path))
        self.save.setText(self.tr("&Save the sheet…") if self._path is None else self.tr("&Save it elsewhere too…"))
        self.print.setText(self.tr("Open it to &print"))
        self.check.setText(self.tr("&Ready"))
        self.check.set_key(as_read("Enter"))
        self.remove.setText(self.tr("Re&move the file"))
        self.keep.setText(self.tr("I remove it m&yself"))
        self.later.setText(self.tr("La&ter"))
        self.later.set_key(key_text(Command.STOP))
        self.backup.setText(self.tr("I have a &backup of another computer…"))

    # --- step 1: save and print ---------------------------------------------------------------------------------------

    def save_to(self, path: Path) -> None:
        """Make the sheet, or write the same one once more, and go on when it stands there."""
        from console.desk.vault import sheet

        self._set_busy(is_busy=True)
        call = {"done": self._on_saved, "failed": self._on_failed}
        self._asked_path = path
        if self._sheet is None:
            self._jobs.ask(sheet.print_sheet, path, **call)
        else:
            self._jobs.ask(sheet.save_again, self._sheet, path, **call)

    @Slot()
    def open_to_print(self) -> None:
        """Show the file in the program that this computer has for it, which prints too."""
        if self._path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))):
            self.warned.emit(self.tr("No program opened the sheet. Open the file yourself and print it."))

    @Slot()
    def _on_save_clicked(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("Recovery sheet") + PDF
        chosen, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Save the recovery sheet"), str(Path(folder) / name), "PDF (*.pdf)"
        )
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix.lower() == PDF else path.with_name(path.name + PDF))

    @Slot(object)
    def _on_saved(self, sheet: "NewSheet") -> None:
        self._set_busy(is_busy=False)
        self._path = self._asked_path
        self._paths.append(self._path)
        if self._sheet is None:
            self._sheet = sheet
            self.asked = CodeGroups(sheet.asked)
            self.asked.entered.connect(self._on_check_clicked)
            self._asked_place.addWidget(self.asked)
        self._show_step()
        self.retranslate()
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._set_busy(is_busy=False)
        self.warned.emit(self._jobs.sentence(error))

    # --- step 2: type two groups back ---------------------------------------------------------------------------------

    @Slot()
    def _on_check_clicked(self) -> None:
        from console.desk.vault import sheet

        if self._sheet is not None and self.asked is not None and self.check.isEnabled():
            self._set_busy(is_busy=True)
            call = {"done": self._on_checked, "failed": self._on_failed}
            self._jobs.ask(sheet.confirm, self._sheet, self.asked.groups, **call)

    @Slot(object)
    def _on_checked(self, is_right: object) -> None:
        self._set_busy(is_busy=False)
        self._is_done = bool(is_right)
        wrong = self.tr("That is not what stands on the sheet. Look at the numbers of the groups, and try again.")
        self.trouble.setText("" if is_right else wrong)
        if self.asked is not None and self._sheet is not None:
            self.asked.show_trouble(() if is_right else self._sheet.asked)
        self._show_step()
        self.retranslate()
        if self.asked is not None:
            (self.remove if self._is_done else self.asked).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- step 3: the file goes ----------------------------------------------------------------------------------------

    @Slot()
    def _on_remove_clicked(self) -> None:
        from console.desk.vault import sheet

        if self._paths:
            self._jobs.run(sheet.throw_away, tuple(self._paths), done=self._on_removed, failed=self._on_failed)

    @Slot(object)
    def _on_removed(self, _nothing: object) -> None:
        self._finish()

    @Slot()
    def _finish(self) -> None:
        if self._sheet is not None:
            number = self._sheet.number
            self._sheet = None  # it holds the code
            self.finished.emit(number)

    # --- what stands there --------------------------------------------------------------------------------------------

    def _saved_words(self, path: Path) -> str:
        return Shown(self.tr("Saved as {path}").format(path=isolated(str(path))))

    def _show_step(self) -> None:
        has_sheet = self._sheet is not None
        if not has_sheet and self.asked is not None:
            self._asked_place.removeWidget(self.asked)
            self.asked.deleteLater()
            self.asked = None
        for part in (self._saved, self.print):
            part.setVisible(has_sheet and not self._is_done)
        for part in (self._second, self._hint, self.check):
            part.setVisible(has_sheet and not self._is_done)
        if self.asked is not None:
            self.asked.setVisible(not self._is_done)
        self._place.setVisible(not has_sheet and not self._is_done)
        for part in (self._why, self._first, self.save, self.later):
            part.setVisible(not self._is_done)
        self.backup.setVisible(self._is_first and not has_sheet and not self._is_done)
        self.trouble.setVisible(bool(self.trouble.text()))
        for part in (self._third, self._removing, self.remove, self.keep):
            part.setVisible(self._is_done)

    def _set_busy(self, *, is_busy: bool) -> None:
        for button in (self.save, self.print, self.check, self.later, self.backup):
            button.setEnabled(not is_busy)

    def _lay_out(self) -> None:
        parts = (
            (self._why, self._first, self._place, self._saved),
            (self.save, self.print),
            (self._second, self._hint),
            (self._asked_place,),
            (self.trouble,),
            (self.check,),
            (self._third, self._removing),
            (self.remove, self.keep),
            (self.later, self.backup),
        )
        for group in parts:
            row = FlowLayout()
            for part in group:
                if isinstance(part, QVBoxLayout):
                    self.column.addLayout(part)
                elif isinstance(part, QPushButton):
                    row.addWidget(part)
                else:
                    self.column.addWidget(part)
            if row.count():
                self.column.addLayout(row)
        self.column.addStretch(1)
