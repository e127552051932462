"""The last good backup, offered below the sentence about a store that cannot be used. GUI thread only.

Whatever stands there is never deleted, and nothing is offered for a store of a newer program: that one is good.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.desk.preferences import load_preferences
from console.domain.vault import Backup, Restored, RestorePreview
from ui import theme
from ui.jobs import Jobs, Lane
from ui.opening.full_view import WIDE_EM
from ui.opening.offer import OpeningOffer
from ui.pages.restoring import RestoreWish, keys_for, look, put_back
from ui.store_exchange import restored_words
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.restore_panel import RestorePanel
from ui.widgets.text import PlainLabel

OFFERED: Final = frozenset({
    *("store_damaged", "store_empty", "store_missing", "store_not_encrypted", "store_not_ours", "store_wrong_key"),
    "recovery_older_key",
})  # fmt: skip
"""What a backup helps against. A newer, locked, read-only or remote store is good as it is."""

IN_DOUBT: Final = frozenset({"store_wrong_key", "recovery_older_key"})
"""Which of these may also be said of a store that is good: the sheet, or the keyring, is of another one."""


@dataclass(frozen=True, slots=True)
class LastGood:
    """The newest backup that is good, or the newest of all where no key opens one; None where there is none."""

    wish: RestoreWish | None
    preview: RestorePreview | None


def find_last_good(path: Path, language: str, code: str | None = None) -> LastGood:
    """Look for a backup of the store at ``path``, in both places. On a lane. Raises ``ExpectedError``."""
    from console.desk.vault import backing_up, restoring

    folder = load_preferences().backup_folder
    # Where the store is missing, its whole disk may be: a second store is not to be made from a backup elsewhere.
    second = Path(folder) if folder is not None and path.exists() else None
    found = backing_up.backups(path, second)
    if not found:
        return LastGood(None, None)
    newest = RestoreWish(path, found[0], code)
    good = restoring.last_good(path, keys_for(newest), second)
    if good is None:
        return LastGood(newest, look(newest, language))
    wish = RestoreWish(path, good, code)
    return LastGood(wish, look(wish, language, is_good=True))


def wish_of_file(path: Path, file: Path, language: str, code: str | None = None) -> LastGood:
    """Look at a backup that a person chose. On a lane. Raises ``ExpectedError``."""
    from console.desk.vault import restoring

    wish = RestoreWish(path, restoring.of_file(file), code)
    return LastGood(wish, look(wish, language))


class DamagedOffer(OpeningOffer):
    """Looks for the last good backup, and puts it back when the person says so."""

    def __init__(self, jobs: Jobs, path: Path, code: str | None = None, *, is_sure: bool = True) -> None:
        """``code`` is that of the recovery sheet, where it was typed; ``is_sure``: the store is damaged or gone."""
        super().__init__(jobs, path.absolute())
        self._is_sure = is_sure
        self._found: LastGood | None = None
        self._file: Path | None = None
        self._is_busy = False
        self.said = PlainLabel(wraps=True)
        self.panel = RestorePanel(has_present=False)
        self.other = QPushButton()
        buttons = FlowLayout()
        buttons.addWidget(self.other)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(self.panel)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        gap = theme.em(self, 1)
        row.setContentsMargins(0, gap, 0, gap)
        row.addStretch(1)
        row.addWidget(self._content, 1000)  # all the room, up to its widest
        row.addStretch(1)
        self._fit()
        self.panel.confirmed.connect(self._on_panel_confirmed)
        self.panel.code_given.connect(self._look)
        self.other.clicked.connect(self._on_other_clicked)
        self._retranslate()
        self._look(code)

    def look_at_file(self, file: Path) -> None:
        """Offer this file in place of what was found."""
        self._file = file
        self._look()

    @Slot()
    @Slot(str)
    def _look(self, code: str | None = None) -> None:
        """Look for a backup, or at the file that was chosen."""
        self._say(self.tr("One moment, the program looks for your last good backup…"))
        about: tuple[Path, ...] = (self.path,) if self._file is None else (self.path, self._file)
        self.jobs.run(
            find_last_good if self._file is None else wish_of_file,
            *about,
            self.jobs.language,
            code,
            lane=Lane.CPU,
            done=self._on_found,
            failed=self._on_failed,
        )

    @Slot(object)
    def _on_found(self, found: LastGood) -> None:
        self._found = found
        if found.wish is None or found.preview is None:
            self.panel.hide()
            self._say(self.tr("No backup was found beside it. Do you have one elsewhere, as on a stick? Choose it."))
            return
        in_doubt = self.tr(
            "Is this the right sheet, and the right file? Then the beginning of the file may be damaged. You can put "
            "back your last good backup."
        )
        self._say("" if self._is_sure else in_doubt)
        if found.wish.backup != self.panel.backup or self.panel.isHidden():
            self.panel.look_at(found.wish.backup, self.jobs.language)
        self.panel.show_preview(found.preview)

    @Slot(object)
    def _on_panel_confirmed(self, _backup: Backup) -> None:
        if self._found is not None and self._found.wish is not None and not self._is_busy:
            self._is_busy = True
            self.panel.setEnabled(False)
            self._say(self.tr("One moment, the backup is being put back…"))
            values = (self._found.wish, self.jobs.language)
            self.jobs.run(put_back, *values, done=self._on_restored, failed=self._on_failed)

    @Slot(object)
    def _on_restored(self, restored: Restored) -> None:
        self.told.emit(restored_words(restored))
        self.reopen_requested.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        self.panel.setEnabled(True)
        self._file = None
        self._say(self.jobs.sentence(error))

    @Slot()
    def _on_other_clicked(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a backup"),
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation),
            self.tr("Backups") + " (*.db);;" + self.tr("All files") + " (*)",
        )
        if chosen:
            self.look_at_file(Path(chosen))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and letter size."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        self._content.setMaximumWidth(theme.em(self, WIDE_EM))

    def _retranslate(self) -> None:
        self.other.setText(self.tr("Choose &another backup…"))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
