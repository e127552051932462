"""One run of the window: the application, its keepers, the console and the preferences. GUI thread only.

``ui.app`` makes it once a screen is there, and gives it the ways to open a console.
"""

import argparse
import logging
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from console import texts
from console.assets import resource
from console.desk.preferences import Settings, load_preferences, save_preferences
from console.errors import ExpectedError
from ui import key_rules, window_state
from ui.collector import Collector
from ui.crash import CrashReporter, report
from ui.daily_summary import DailySummary
from ui.folder_intake import FolderIntake
from ui.i18n import Languages
from ui.jobs import Jobs
from ui.keepers import Keepers
from ui.locking.idleness import Idleness
from ui.locking.keeper import LockKeeper
from ui.main_window import HOME, MainWindow
from ui.notifier import Notifier
from ui.opening.opener import ConsoleOpener, Openers
from ui.screenshots import Screenshots
from ui.store_exchange import StoreExchange
from ui.theme import Look, ThemeKeeper

if TYPE_CHECKING:
    from console.desk.console import Console
    from ui.pages.intake import IntakeView
    from ui.pages.restoring import RestoreWish
    from ui.pages.settings import SettingsView

log = logging.getLogger(__name__)

SWITCH_INTERVAL_S: Final = 0.0005  # an import in a thread then delays the window 35 ms at most (security.md E)
SETTINGS: Final = "settings"
FIRST_SIZE_EM: Final = (72, 45)


class Session(QObject):
    """Builds the window, opens a console in the first job, and keeps preferences when a person changes them."""

    def __init__(self, wishes: argparse.Namespace, openers: Openers) -> None:
        super().__init__()
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        running = QApplication.instance()
        self._app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
        self._app.setApplicationName("beheerconsole")
        self._app.setApplicationDisplayName("")
        self._app.setWindowIcon(QIcon(str(resource("icons", "beheerconsole.svg"))))
        self._wishes = wishes
        self._openers = openers
        self._is_demo = wishes.demo or (wishes.screenshot is not None and wishes.store is None)
        self._status = 0
        self._trouble: ExpectedError | None = None
        self._crash = CrashReporter(self)
        self._crash.install()
        self._settings = self._read_settings()
        self._languages = Languages(self._settings.language, self)
        self._theme = ThemeKeeper(self._app, Look(self._settings.theme), self._settings.font_scale)
        self._jobs = Jobs(self._settings.language, self)
        self._collector = Collector(self._jobs, self)
        if wishes.screenshot is not None:
            window_state.leave_alone()
        self.window = MainWindow(self._jobs, self._app)
        self._keepers = Keepers(self._jobs, self.window, self)
        self.window.menus.show_choices(self._theme.look, self._settings.language)
        self.window.keys.rebind(key_rules.usable(self._settings.keys))
        self._crash.watch(self.window)
        if self._trouble is not None:
            self.window.messages.warn(self._trouble.sentence(self._settings.language))
        self._folder = FolderIntake(self._jobs, self, memory=_folder_memory())
        self._summary = DailySummary(self._jobs, self.window, self)
        self._notifier = Notifier(self._app, self._app.windowIcon(), self)
        self._lock = LockKeeper(self._jobs, self.window, Idleness(self._app), self)
        may_ask = wishes.screenshot is None
        self._opener = ConsoleOpener(openers, self._jobs, self.window, may_ask=may_ask, parent=self)
        self._chosen: Path | None = None  # the store that a person chose, until it is open
        self._exchange = StoreExchange(self._jobs, openers.close, self)
        self._screenshots: Screenshots | None = None
        self._connect()
        self._show_wishes()

    def run(self) -> int:
        """Show the window and stay until it is closed; return the exit status."""
        self._place_window()
        self.window.show()
        if self._wishes.screenshot is None:
            self._lock.watch_system()
        QTimer.singleShot(0, self.open_console)
        self._app.exec()
        self._close()
        return self._status

    @Slot()
    def open_console(self) -> None:
        """Open the user's store, or the demo, in a job: the keyring may ask for a password."""
        self._leave()
        if self._is_demo:
            self._opener.open_demo()
        else:
            self._opener.open(self._store)

    def _leave(self) -> None:
        """Let go of the console that is open, if any: another one comes."""
        self._folder.watch(None)  # what it takes in belongs to the console that goes
        self._keepers.leave()
        self.window.show_opening()

    @property
    def _store(self) -> Path | None:
        """The store to open, None for the user's own at its usual place."""
        return (
            self._chosen
            or self._wishes.store
            or (Path(self._settings.store_path) if self._settings.store_path else None)
        )

    def _connect(self) -> None:
        self._jobs.broke.connect(self._on_jobs_broke)
        self._opener.opened.connect(self._on_opener_opened)
        self._opener.ready.connect(self._on_opener_ready)
        self._opener.failed.connect(self._on_opener_failed)
        self.window.retry_requested.connect(self.open_console)
        self.window.demo_requested.connect(self._on_demo_requested)
        self.window.store_chosen.connect(self._on_store_chosen)
        self.window.folder_chosen.connect(self._on_folder_chosen)
        self._exchange.ended.connect(self.open_console)
        self._exchange.told.connect(self.window.messages.tell)
        self._exchange.warned.connect(self.window.messages.warn)
        self._folder.told.connect(self.window.messages.tell)
        self._folder.warned.connect(self.window.messages.warn)
        self._folder.file_found.connect(self._on_folder_file_found)
        self.window.menus.look_chosen.connect(self._on_look_chosen)
        self.window.menus.scale_stepped.connect(self._on_scale_stepped)
        self.window.menus.language_chosen.connect(self._on_language_chosen)
        self.window.page_shown.connect(self._on_window_page_shown)
        self.window.keys.rebound.connect(self._on_keys_rebound)
        self._summary.told.connect(self._notifier.show)
        self._summary.told_on.connect(self._on_summary_told_on)
        self._notifier.not_shown.connect(self.window.messages.tell)
        self._notifier.opened.connect(self._on_notifier_opened)
        for held in (self._notifier, self._crash):
            self._lock.locked.connect(held.hold)
            self._lock.unlocked.connect(held.release)

    def _read_settings(self) -> Settings:
        """Return the preferences with the wishes of the command line over them; pictures look the same everywhere."""
        settings = Settings() if self._wishes.screenshot is not None else self._load_settings()
        if settings.language not in texts.LANGUAGES:
            settings = replace(settings, language=texts.DEFAULT_LANGUAGE)
        if self._wishes.screenshot is not None:
            settings = replace(settings, theme="light")
        if self._wishes.lang:
            settings = replace(settings, language=self._wishes.lang)
        if self._wishes.theme:
            settings = replace(settings, theme=self._wishes.theme)
        if self._wishes.font_scale:
            settings = replace(settings, font_scale=self._wishes.font_scale)
        return settings

    def _load_settings(self) -> Settings:
        """Return what was kept; with a file that cannot be read the window opens all the same, and says so."""
        try:
            return load_preferences()
        except ExpectedError as error:
            self._trouble = error
            return Settings()

    def _keep(self, **changed: Any) -> None:  # noqa: ANN401
        """Remember a preference that a person changed in the window; wishes of the command line are not remembered."""
        self._settings = replace(self._settings, **changed)
        try:
            save_preferences(replace(load_preferences(), **changed))
        except ExpectedError as error:
            self.window.messages.warn(error.sentence(self._jobs.language))
        self._show_wishes()

    def _place_window(self) -> None:
        size = self._wishes.size or ((1280, 800) if self._wishes.screenshot is not None else None)
        if size is not None:
            self.window.resize(*size)
        elif not window_state.restore(self.window):
            letter = self.window.fontMetrics().height()
            self.window.resize(*(letter * count for count in FIRST_SIZE_EM))

    def _close(self) -> None:
        self._jobs.close()
        self._collector.stop()
        if self._jobs.console is not None:
            self._openers.close(self._jobs.console)

    def _show_wishes(self) -> None:
        """Let every part that goes by a person's wishes know them, the page Instellingen when it is there."""
        is_own = self._wishes.screenshot is None
        if is_own:
            self._lock.watch(self._settings.lock_minutes)
        self._summary.follow(self._settings if is_own else replace(self._settings, daily_summary=False))
        self._keepers.backups.follow(self._settings.backup_folder)
        self.window.menus.show_choices(self._theme.look, self._settings.language)
        if self.window.current_key == SETTINGS:
            self._settings_page().show_wishes(self._settings)

    def _settings_page(self) -> "SettingsView":
        from ui.pages.settings import SettingsView

        page = self.window.page(SETTINGS)
        if not isinstance(page, SettingsView):
            raise TypeError(page)
        return page

    # --- what happens -------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_opener_opened(self, console: "Console") -> None:
        last, self._jobs.console = self._jobs.console, console
        if last is None:
            self._collector.settle()
        else:
            self._jobs.run(self._openers.close, last)
        if self._wishes.screenshot is None:
            self._lock.begin()  # before a page is asked for
        self._jobs.set_language(self._jobs.language)
        if self._chosen is not None and not console.is_demo:
            self._keep(store_path=str(self._chosen))
            self._wishes.store = self._chosen = None

    @Slot()
    def _on_opener_ready(self) -> None:
        if self._jobs.console is not None:
            self._keepers.start(self._jobs.console)
        self._watch_folder()
        if self._wishes.screenshot is not None:
            self._screenshots = Screenshots(self.window, self._wishes.screenshot, self)
            self._screenshots.finished.connect(self._on_screenshots_finished)
            self._screenshots.start()

    @Slot(str)
    def _on_opener_failed(self, sentence: str) -> None:
        if self._wishes.screenshot is not None:
            self._quit_with(sentence)

    @Slot(str)
    def _on_screenshots_finished(self, trouble: str) -> None:
        if trouble:
            self._quit_with(trouble)
        self._app.quit()

    def _quit_with(self, sentence: str) -> None:
        sys.stderr.write(sentence + "\n")
        self._status = 1
        self._app.quit()

    @Slot(object)
    def _on_jobs_broke(self, error: Exception) -> None:
        if self._wishes.screenshot is not None:
            self._quit_with(report(error))
        self._crash.show(error)

    @Slot()
    def _on_demo_requested(self) -> None:
        self._is_demo = True
        self.open_console()

    @Slot(str)
    def _on_store_chosen(self, path: str) -> None:
        """Open another store, and at the next start too once it has opened."""
        self._chosen, self._is_demo = Path(path), False
        self.open_console()

    @Slot(str)
    def _on_folder_chosen(self, folder: str) -> None:
        self._keep(watched_folder=folder)
        self._watch_folder()
        self.window.show_page("intake")  # which says what happens with the folder
        if self._jobs.console is not None and self._jobs.console.is_demo:
            self.window.messages.tell(self.tr("The folder is watched once you work with your own groups."))

    @Slot()
    def _on_intake_unwatch_requested(self) -> None:
        self._keep(watched_folder=None)
        self._watch_folder()

    def _watch_folder(self) -> None:
        """Watch the chosen folder for the user's own store, never for the demo or for pictures."""
        console, chosen = self._jobs.console, self._settings.watched_folder
        is_own = console is not None and not console.is_demo and self._wishes.screenshot is None
        folder = Path(chosen) if chosen and is_own else None
        if is_own:
            intake = self._intake()
            intake.settled.connect(self._folder.settle, Qt.ConnectionType.UniqueConnection)
            intake.unwatch_requested.connect(self._on_intake_unwatch_requested, Qt.ConnectionType.UniqueConnection)
            intake.show_watched(folder)
        self._folder.watch(folder)

    def _intake(self) -> "IntakeView":
        from ui.pages.intake import IntakeView

        page = self.window.page(IntakeView.key)
        if not isinstance(page, IntakeView):
            raise TypeError(page)
        return page

    @Slot(object)
    def _on_folder_file_found(self, path: Path) -> None:
        self._intake().offer_file(path)
        self.window.messages.tell(self.tr("There is a new export in your folder. You find it under Take in."))

    @Slot(str)
    def _on_look_chosen(self, look: str) -> None:
        self._theme.choose(Look(look))
        self._keep(theme=look)

    @Slot(int)
    def _on_scale_stepped(self, steps: int) -> None:
        if steps:
            self._theme.step_scale(steps)
        else:
            self._theme.set_scale(1.0)
        self._keep(font_scale=self._theme.scale)

    @Slot(str)
    def _on_language_chosen(self, language: str) -> None:
        self._languages.choose(language)
        self._jobs.set_language(language)
        self._keep(language=language)

    @Slot(str)
    def _on_window_page_shown(self, key: str) -> None:
        """Have the page Instellingen do what the menu does."""
        if key != SETTINGS:
            return
        page = self._settings_page()
        page.wishes_changed.connect(self._on_settings_wishes_changed, Qt.ConnectionType.UniqueConnection)
        page.look_chosen.connect(self._on_look_chosen, Qt.ConnectionType.UniqueConnection)
        page.language_chosen.connect(self._on_language_chosen, Qt.ConnectionType.UniqueConnection)
        page.scale_stepped.connect(self._on_scale_stepped, Qt.ConnectionType.UniqueConnection)
        page.reopen_requested.connect(self.open_console, Qt.ConnectionType.UniqueConnection)
        page.restore_requested.connect(self._on_settings_restore_requested, Qt.ConnectionType.UniqueConnection)
        page.show_wishes(self._settings)

    @Slot(object)
    def _on_settings_wishes_changed(self, changed: "dict[str, Any]") -> None:
        self._keep(**changed)

    @Slot(object)
    def _on_settings_restore_requested(self, wish: "RestoreWish") -> None:
        self._leave()
        self._exchange.begin(wish)

    @Slot()
    def _on_keys_rebound(self) -> None:
        self._keep(keys=key_rules.chosen())

    @Slot(object)
    def _on_summary_told_on(self, day: date) -> None:
        self._keep(summary_told_on=day)

    @Slot()
    def _on_notifier_opened(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        self.window.show_page(HOME)


def _folder_memory() -> Path:
    """Return the file that remembers which exports of the watched folder were settled."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)) / "folder.txt"
