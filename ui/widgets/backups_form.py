"""The backups there are, and a second place for them. GUI thread only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.vault import Backup, Place
from ui import theme, words
from ui.shortcuts import Command, key_text
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.scrolled import scrolling
from ui.widgets.text import PlainLabel, isolated, one_line

LEAST_ROWS: Final = 4
PATH_CHARACTERS: Final = 200


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup, and in which places it stands."""

    backup: Backup
    places: frozenset[Place]


def rows_of(backups: Sequence[Backup]) -> tuple[BackupRow, ...]:
    """Return one row for each backup, in their order; one that stands in both places is taken from the own folder."""
    rows: dict[str, BackupRow] = {}
    for backup in backups:
        known = rows.get(backup.path.name)
        if known is None:
            rows[backup.path.name] = BackupRow(backup, frozenset({backup.place}))
        else:
            first = backup if backup.place is Place.OWN else known.backup
            rows[backup.path.name] = BackupRow(first, known.places | {backup.place})
    return tuple(rows.values())


class BackupsForm(QWidget):
    """When the last one was made, which there are, and where else they go.

    *Signals:*
        make_requested(): make one now.
        restore_requested(object): show what putting this ``Backup`` back would change.
        file_requested(): the same for a file that the person chooses.
        folder_requested(): choose a second place.
        folder_dropped(): there is no second place any more.
    """

    make_requested = Signal()
    restore_requested = Signal(object)
    file_requested = Signal()
    folder_requested = Signal()
    folder_dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[BackupRow, ...] = ()
        self._last: datetime | None = None
        self._is_demo, self._is_making = False, False
        self._second, self._said_of_second, self._trouble = "", "", ""
        self.last, self._intro = PlainLabel(wraps=True, is_bold=True), PlainLabel(wraps=True, is_muted=True)
        self.trouble = PlainLabel(wraps=True)
        self.make = KeyButton()
        self._list_title, self.list = PlainLabel(is_bold=True, wraps=True), QListWidget()
        self.restore, self.other = KeyButton(), QPushButton()
        self._second_title, self.second = PlainLabel(is_bold=True, wraps=True), PlainLabel(wraps=True)
        self._second_hint = PlainLabel(wraps=True, is_muted=True)
        self.choose, self.drop = QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    # --- what the leaf shows ------------------------------------------------------------------------------------------

    def show_backups(
        self, backups: Sequence[Backup], last: datetime | None, trouble: str | None, *, is_demo: bool
    ) -> None:
        """Show which there are, when the last one was made (aware) and what is the matter."""
        self._last, self._trouble, self._is_demo = last, trouble or "", is_demo
        rows = rows_of(backups)
        if rows != self._rows:
            self._rows = rows
            self._fill()
        self._say()

    def show_second(self, folder: str | None, said: str = "") -> None:
        """Show the second place, and what is to be said of it."""
        self._second, self._said_of_second = folder or "", said
        self._say()

    def show_making(self, *, is_making: bool) -> None:
        """Say that one is being made, or no longer."""
        self._is_making = is_making
        self._say()

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen in the list."""
        place = self.list.currentRow()
        return self._rows[place].backup if 0 <= place < len(self._rows) else None

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._intro.setText(
            self.tr(
                "The program makes one by itself once a day, when something changed. Each is encrypted and was opened "
                "to see that it is good. After 30 days at most it goes."
            )
        )
        self._list_title.setText(self.tr("Backups on this computer and in the second place"))
        self.list.setAccessibleName(self.tr("Backups, the newest first"))
        self.make.setText(self.tr("Make one &now"))
        self.make.set_key(key_text(Command.NEW))
        self.restore.setText(self.tr("Put this one &back…"))
        self.other.setText(self.tr("Put back another fi&le…"))
        self._second_title.setText(self.tr("Second place"))
        self._second_hint.setText(
            self.tr(
                "If this computer is lost or breaks, a copy elsewhere saves you: on a stick or another disk. Without "
                "the key of this computer you need the recovery sheet to open it."
            )
        )
        self.choose.setText(self.tr("&Choose a folder…"))
        self.drop.setText(self.tr("No second &place"))
        self._fill()
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        chosen = self.chosen
        self.list.clear()
        for row in self._rows:
            self.list.addItem(QListWidgetItem(self._words_of(row)))
        names = [row.backup.path.name for row in self._rows]
        place = names.index(chosen.path.name) if chosen is not None and chosen.path.name in names else 0
        self.list.setCurrentRow(place if names else -1)

    def _words_of(self, row: BackupRow) -> str:
        at = row.backup.made_at.astimezone()
        size = QLocale().formattedDataSize(row.backup.bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        if row.places == {Place.OWN}:
            where = self.tr("on this computer")
        elif row.places == {Place.SECOND}:
            where = self.tr("in the second place")
        else:
            where = self.tr("in both places")
        return f"{words.short_day(at.date())}, {words.clock(at)} · {size} · {where}"

    def _say(self) -> None:
        if self._is_demo:
            told = self.tr("The demo makes no backups: it has nothing to lose.")
        elif self._is_making:
            told = self.tr("A backup is being made…")
        elif self._last is None:
            told = self.tr("There is no backup yet.")
        else:
            at = self._last.astimezone()
            told = self.tr("Last backup: {day}, {time}.").format(day=words.day(at.date()), time=words.clock(at))
        self.last.setText(told)
        self.trouble.setText(self._trouble)
        self.trouble.setVisible(bool(self._trouble))
        folder = isolated(one_line(self._second, PATH_CHARACTERS))
        second = self.tr("Every backup is also copied to {folder}.").format(folder=folder)
        nowhere = self.tr("There is none: all backups stand on this computer.")
        self.second.setText(" ".join(filter(None, (second if self._second else nowhere, self._said_of_second))))
        self.drop.setVisible(bool(self._second))
        self.make.setEnabled(not self._is_demo and not self._is_making)
        self.restore.setEnabled(bool(self._rows) and not self._is_demo)
        for button in (self.other, self.choose, self.drop):
            button.setEnabled(not self._is_demo)

    # --- layout -------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.list.setMinimumHeight(theme.em(self, 1.6 * LEAST_ROWS))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.trouble.hide()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (self.last, self._intro, self.trouble):
            column.addWidget(label)
        column.addLayout(_row(self.make))
        column.addWidget(self._list_title)
        column.addWidget(self.list, 1)
        column.addLayout(_row(self.restore, self.other))
        for label in (self._second_title, self.second, self._second_hint):
            column.addWidget(label)
        column.addLayout(_row(self.choose, self.drop))
        outer = QVBoxLayout(self)
        outer.addWidget(scrolling(content))
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.make.clicked.connect(self.make_requested)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.list.itemActivated.connect(self._on_restore_clicked)
        self.other.clicked.connect(self.file_requested)
        self.choose.clicked.connect(self.folder_requested)
        self.drop.clicked.connect(self.folder_dropped)

    @Slot()
    def _on_restore_clicked(self) -> None:
        if self.chosen is not None and self.restore.isEnabled():
            self.restore_requested.emit(self.chosen)


def _row(*buttons: QWidget) -> FlowLayout:
    row = FlowLayout()
    for button in buttons:
        row.addWidget(button)
    return row
