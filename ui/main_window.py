"""The one window: list of pages, page, message bar, menu, and one block of connections. GUI thread only.

Loads no page, store or keyring by itself: those come with the first job (a test holds it to that).
"""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.changes import Changes
from console.jobs import Progress
from ui import window_state
from ui.dialogs.keys import KeysDialog
from ui.jobs import Jobs
from ui.menus import MenuBar
from ui.pages import BY_KEY, ENTRIES
from ui.pages.page import Page
from ui.shortcuts import Command, KeyMap
from ui.undoing import Undoing
from ui.widgets.message_bar import MessageBar
from ui.widgets.opening import OpeningView
from ui.widgets.page_list import PageListView
from ui.widgets.sending_bar import SendingBar
from ui.widgets.work_bar import WorkBar

HOME: Final = "week"
EMPTY_HOME: Final = "first"
INTAKE: Final = "intake"
REQUESTS: Final = "requests"
FEEDBACK: Final = "feedback"
MAIL: Final = ".eml"  # the end of the name of an e-mail that was saved as a file
EXPORTS: Final = "*.txt *.zip *.json *.md *.csv *.tsv *.xlsx *.xlsm"


class MainWindow(QMainWindow):
    """Shows pages and passes on what they ask for.

    *Signals:*
        page_shown(str): the page with this key is on the screen.
        demo_requested(), retry_requested(): open another console, or the same one again.
        store_chosen(str): open the store that stands there from now on.
        folder_chosen(str): watch this folder for exports.
    """

    page_shown = Signal(str)
    demo_requested = Signal()
    retry_requested = Signal()
    store_chosen = Signal(str)
    folder_chosen = Signal(str)

    def __init__(self, jobs: Jobs, app: QApplication) -> None:
        super().__init__()
        self._is_laid_out = False
        self.jobs = jobs
        self.keys = KeyMap(app, self)
        self._pages: dict[str, Page] = {}
        self._key = ""
        self._instead: QWidget | None = None
        self.menus = MenuBar(self.keys, self)
        self.messages = MessageBar()
        self.sending = SendingBar()
        self.work = WorkBar()
        self._undoing = Undoing(jobs, self)
        self._list = PageListView()
        self._stack = QStackedWidget()
        self._opening = OpeningView()
        self._stack.addWidget(self._opening)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self._is_laid_out = True
        self._retranslate()

    # --- what the composition root calls ------------------------------------------------------------------------------

    def show_opening(self) -> None:
        """Say that a console is opening; the pages of the last one go."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._key = ""
        self._drop_instead()
        self._opening.show_opening()
        self._stack.setCurrentWidget(self._opening)
        self._list.setEnabled(False)

    def show_opening_progress(self, progress: Progress) -> None:
        """Show how far the opening is."""
        self._opening.show_progress(progress)

    def show_opening_failed(self, sentence: str, offer: QWidget | None = None) -> None:
        """Say why no console is open, and show what is offered about that."""
        self._opening.show_failure(sentence, offer)

    def show_instead(self, view: QWidget) -> None:
        """Show a view in the place of the pages, of which none is shown before ``show_opened``; the view goes then."""
        self._drop_instead()
        self._instead = view
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self._list.hide()
        view.setFocus()

    def show_opened(self, first: tuple[str, object] | None = None) -> None:
        """Show the first page of the console that is open now: the one asked for, with what it is to show."""
        from console.desk import groups

        self._drop_instead()
        self._list.setEnabled(True)
        self._retranslate()
        if first is None:
            self.jobs.ask(groups.groups, done=self._on_first_groups)
        else:
            self._on_page_requested(*first)

    def page(self, key: str) -> Page:
        """Return a page, made and asked to look at the desk when this is the first time."""
        if key not in self._pages:
            page = BY_KEY[key].load()(self.jobs, self.keys, self._stack)
            page.key = key
            self._pages[key] = page
            self._stack.addWidget(page)
            self._connect_page(page)
            page.refresh()
        return self._pages[key]

    @Slot(str)
    def show_page(self, key: str, *, takes_focus: bool = True) -> Page | None:
        """Put a page on the screen; None while no console is open."""
        if self.jobs.console is None or self._instead is not None:
            return None
        page = self.page(key)
        last = page.focusWidget()  # asked now: the stack puts the focus into the first field, where letters sleep
        self._key = key
        self._stack.setCurrentWidget(page)
        self._list.choose(key)
        if takes_focus:
            page.take_focus(last)
        self.page_shown.emit(key)
        return page

    @Slot(str, int)
    def set_count(self, key: str, count: int) -> None:
        """Show how many things wait on a page that may not have been opened yet."""
        self._list.set_count(key, count)

    @property
    def current_key(self) -> str:
        """The key of the page on the screen; empty while none is."""
        return self._key

    def _drop_instead(self) -> None:
        if self._instead is not None:
            self._stack.removeWidget(self._instead)
            self._instead.deleteLater()
            self._instead = None
            self._list.show()

    # --- layout and connections ---------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setMenuBar(self.menus)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self.sending)
        right.addWidget(self.work)
        right.addWidget(self.messages)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addLayout(right, 1)
        centre = QWidget()
        centre.setLayout(row)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        self._list.page_chosen.connect(self._on_list_page_chosen)
        self._list.page_entered.connect(self.show_page)
        self.menus.page_chosen.connect(self.show_page)
        self.menus.file_choice_requested.connect(self._on_file_choice_requested)
        self.menus.paste_requested.connect(self._on_paste_requested)
        self.menus.folder_choice_requested.connect(self._on_folder_choice_requested)
        self.menus.demo_requested.connect(self.demo_requested)
        self.menus.quit_requested.connect(self.close)
        self.menus.undo_requested.connect(self._undoing.undo)
        self.menus.redo_requested.connect(self._undoing.redo)
        self._undoing.told.connect(self.messages.tell)
        self._undoing.undone.connect(self._on_undoing_undone)
        self._undoing.redone.connect(self._on_undoing_redone)
        self.menus.keys_requested.connect(self._on_keys_requested)
        self.menus.export_help_requested.connect(self._on_export_help_requested)
        self._opening.retry_requested.connect(self.retry_requested)
        self._opening.place_requested.connect(self.choose_store)
        self._opening.demo_requested.connect(self.demo_requested)
        self.jobs.changed.connect(self._on_jobs_changed)
        self.jobs.refused.connect(self.messages.warn)
        self.jobs.language_changed.connect(self._on_jobs_language_changed)
        self.sending.became_quiet.connect(self.close)
        self.keys.bind(self, Command.STOP, self.messages.clear)

    def _connect_page(self, page: Page) -> None:
        page.told.connect(self.messages.tell)
        page.warned.connect(self.messages.warn)
        page.counted.connect(self._list.set_count)
        page.page_requested.connect(self._on_page_requested)
        page.undo_requested.connect(self._undoing.undo)
        page.redo_requested.connect(self._undoing.redo)
        if page.undoes_by_letter:
            self.keys.bind_letters(page, Command.UNDO, self._undoing.undo)
            self.keys.bind_letters(page, Command.REDO, self._undoing.redo)
        page.files_offered.connect(self._on_files_offered)
        page.file_choice_requested.connect(self._on_file_choice_requested)
        page.paste_requested.connect(self._on_paste_requested)
        page.demo_requested.connect(self.demo_requested)

    def _retranslate(self) -> None:
        is_demo = self.jobs.console is not None and self.jobs.console.is_demo
        self.setWindowTitle(self.tr("Beheerconsole: demo") if is_demo else self.tr("Beheerconsole"))
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.set_pages([(entry.key, entry.name()) for entry in ENTRIES if entry.is_listed])
        self.menus.retranslate()

    # --- what happens -------------------------------------------------------------------------------------------------

    @Slot(str)
    def _on_list_page_chosen(self, key: str) -> None:
        """Leave the focus to who goes through the list with the arrow keys."""
        if key != self._key:
            self.show_page(key, takes_focus=False)

    @Slot(str, object)
    def _on_page_requested(self, key: str, value: object) -> None:
        page = self.show_page(key)
        if page is not None and value is not None:
            page.open_with(value)

    @Slot(object)
    def _on_first_groups(self, groups: tuple[object, ...]) -> None:
        self.show_page(HOME if groups else EMPTY_HOME)

    @Slot(object)
    def _on_jobs_changed(self, changes: Changes) -> None:
        for page in tuple(self._pages.values()):
            page.changed(changes)

    @Slot(str)
    def _on_jobs_language_changed(self, _language: str) -> None:
        for page in tuple(self._pages.values()):
            page.refresh()

    @Slot(object)
    def _on_undoing_undone(self, undone: Any) -> None:  # noqa: ANN401  # Undone of the desk, which would load the store
        if self._key in self._pages:
            self._pages[self._key].undone(undone)

    @Slot(object)
    def _on_undoing_redone(self, redone: Any) -> None:  # noqa: ANN401  # the same
        if self._key in self._pages:
            self._pages[self._key].redone(redone)

    @Slot(object)
    def _on_files_offered(self, paths: tuple[Path, ...]) -> None:
        """Take in exports, and e-mails as requests to join, or as answers for who looks at those."""
        mails = tuple(path for path in paths if path.suffix.lower() == MAIL)
        others = tuple(path for path in paths if path not in mails)
        for key, files in ((INTAKE, others), (FEEDBACK if self._key == FEEDBACK else REQUESTS, mails)):
            page = self.show_page(key) if files or (key == INTAKE and not paths) else None
            if page is not None and files:
                page.take_files(files)

    @Slot()
    def _on_file_choice_requested(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileNames(
            self,
            self.tr("Choose one or more exports"),
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation),
            self.tr("Exports of a chat") + f" ({EXPORTS});;" + self.tr("All files") + " (*)",
        )
        self._on_files_offered(tuple(Path(name) for name in chosen))

    @Slot()
    def _on_paste_requested(self) -> None:
        copied = QGuiApplication.clipboard().mimeData()
        files = _local_files(copied.urls())  # copied in the file manager
        if files:
            self._on_files_offered(files)
            return
        page = self.show_page(FEEDBACK if self._key == FEEDBACK else INTAKE)
        if page is not None:
            page.take_text(copied.text())

    @Slot()
    def _on_folder_choice_requested(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose the folder where you save exports"))
        if folder:
            self.folder_chosen.emit(folder)

    @Slot()
    def choose_store(self) -> None:
        """Let the person choose another store to open."""
        chosen, _filter = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose the file with your groups"),
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation),
            self.tr("Groups of the console") + " (*.db);;" + self.tr("All files") + " (*)",
        )
        if chosen:
            self.store_chosen.emit(chosen)

    @Slot()
    def _on_keys_requested(self) -> None:
        KeysDialog(self).show()

    @Slot()
    def _on_export_help_requested(self) -> None:
        self.show_page(EMPTY_HOME)

    # --- files dropped anywhere on the window -------------------------------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, nothing else."""
        if _files(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Offer the files to the page that takes them in."""
        event.acceptProposedAction()
        self._on_files_offered(_files(event))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._is_laid_out:
            self._retranslate()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go out what leaves in some seconds, unless asked twice; remember where the window stood."""
        if self.sending.holds_close():
            event.ignore()
            return
        window_state.save(self)
        super().closeEvent(event)


def _files(event: QDropEvent) -> tuple[Path, ...]:
    return _local_files(event.mimeData().urls())


def _local_files(urls: list[QUrl]) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
