"""Opens the store or the demo, and asks the person for what the keyring does not give. GUI thread only."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.desk.preferences import usual_store_path
from console.errors import ExpectedError
from ui.jobs import Jobs, Lane
from ui.opening.code_view import CodeView
from ui.opening.offer import OpeningOffer, offer_for
from ui.opening.sheet_view import SheetView
from ui.pages.settings_leaves import BACKUPS

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.vault.keys import KeyState
    from console.desk.vault.opening import NeedsCode
    from ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Openers:
    """How consoles are opened and closed; each runs on a lane. Raise ``ExpectedError`` for what a person can mend."""

    store: "Callable[[Path | None, str], Console | NeedsCode]"  # path, or None for the user's own; language
    code: "Callable[[Path, str, str], Console]"  # path, the code on the sheet, language
    demo: "Callable[..., Console]"  # language, progress=, cancel=
    close: "Callable[[Console], None]"


class ConsoleOpener(QObject):
    """Shows what it does in the place of the pages, until the console is ready.

    *Signals:*
        opened(object): this console is open, and takes the place of the last one.
        ready(): its pages are on the screen.
        failed(str): it did not open, for this reason.
    """

    opened = Signal(object)
    ready = Signal()
    failed = Signal(str)

    def __init__(
        self, openers: Openers, jobs: Jobs, window: "MainWindow", *, may_ask: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._openers, self._jobs, self._window = openers, jobs, window
        self._may_ask = may_ask  # for pictures nobody is asked anything
        self._path = usual_store_path()
        self._needs: NeedsCode | None = None
        self._code: CodeView | None = None
        self._typed = ""  # the code that was tried last
        jobs.language_changed.connect(self._on_jobs_language_changed)

    def open(self, path: Path | None) -> None:
        """Open a store, the user's own at its usual place when no path is given."""
        self._path = path or usual_store_path()
        self._window.show_opening()
        self._jobs.run(self._openers.store, path, self._jobs.language, done=self._on_found, failed=self._on_failed)

    def open_demo(self) -> None:
        """Open the demo."""
        self._window.show_opening()
        self._jobs.run(
            self._openers.demo,
            self._jobs.language,
            done=self._on_found,
            failed=self._on_demo_failed,
            progressed=self._window.show_opening_progress,
        )

    # --- with the key, or with the code -------------------------------------------------------------------------------

    @Slot(object)
    def _on_found(self, found: "Console | NeedsCode") -> None:
        from console.desk.vault.opening import NeedsCode

        if not isinstance(found, NeedsCode):
            self._take(found)
        elif self._may_ask:
            self._ask(found)
        else:
            self._on_failed(found.why)

    def _ask(self, needs: "NeedsCode") -> None:
        self._needs, self._code = needs, CodeView()
        self._code.code_given.connect(self._on_code_given)
        self._code.retry_requested.connect(self._window.retry_requested)
        self._code.place_requested.connect(self._window.choose_store)
        self._code.demo_requested.connect(self._window.demo_requested)
        self._show_why()
        self._window.show_instead(self._code)

    def _show_why(self) -> None:
        if self._code is not None and self._needs is not None:
            language = self._jobs.language
            self._code.show_why(self._needs.sentences(language), can_type=bool(self._needs.sheets), language=language)

    @Slot(str)
    def _on_jobs_language_changed(self, _language: str) -> None:
        self._show_why()

    @Slot(str)
    def _on_code_given(self, code: str) -> None:
        if self._needs is not None:
            self._typed = code
            values = (self._needs.path, code, self._jobs.language)
            self._jobs.run(self._openers.code, *values, done=self._on_code_opened, failed=self._on_code_refused)

    @Slot(object)
    def _on_code_refused(self, error: Exception) -> None:
        if self._code is not None:
            self._code.show_trouble(self._jobs.sentence(error))
            self._code.show_offer(self._offer(error, self._typed))

    @Slot(object)
    def _on_code_opened(self, console: "Console") -> None:
        from console.desk.vault import opening

        self._take(console)
        # On the lane of what may be slow to answer: a keyring has ten seconds.
        keys = opening.known_keys(console.store)
        self._jobs.run(opening.try_to_keep, console.store.path, keys, done=self._on_kept, lane=Lane.NET)

    @Slot(object)
    def _on_kept(self, is_kept: object) -> None:
        if is_kept:
            self._window.messages.tell(
                self.tr("The keyring of this computer has the key now. You need no code any more.")
            )
        else:
            self._window.messages.warn(
                self.tr("The keyring of this computer did not take the key. The next time, the code is asked again.")
            )

    # --- open, and perhaps without a sheet ----------------------------------------------------------------------------

    def _take(self, console: "Console") -> None:
        self._needs = self._code = None
        self._typed = ""
        self.opened.emit(console)
        if console.is_demo or not self._may_ask:
            self._show_pages()
        else:
            from console.desk.vault import keys

            self._jobs.ask(keys.state, done=self._on_state, failed=self._on_state_unknown)

    @Slot(object)
    def _on_state(self, state: "KeyState") -> None:
        if not state.wants_sheet or state.is_put_off:  # then one line on the first page reminds of it
            self._show_pages()
        else:
            sheet = SheetView(self._jobs, is_first=state.holds_nothing)
            sheet.finished.connect(self._on_sheet_finished)
            sheet.put_off.connect(self._on_sheet_put_off)
            sheet.backup_wanted.connect(self._on_sheet_backup_wanted)
            sheet.warned.connect(self._window.messages.warn)
            self._window.show_instead(sheet)

    @Slot(object)
    def _on_state_unknown(self, error: Exception) -> None:
        self._show_pages()
        self._window.messages.warn(self._jobs.sentence(error))

    @Slot(str)
    def _on_sheet_finished(self, number: str) -> None:
        self._show_pages()
        self._window.messages.tell(self.tr("Recovery sheet {number} counts from now on.").format(number=number))

    @Slot()
    def _on_sheet_put_off(self) -> None:
        from console.desk.vault import keys

        self._jobs.ask(keys.put_off_sheet)
        self._show_pages()

    @Slot()
    def _on_sheet_backup_wanted(self) -> None:
        """Its own sheet goes on to open it: no other is wanted now."""
        from console.desk.vault import keys

        self._jobs.ask(keys.put_off_sheet)
        self._show_pages(("settings", BACKUPS))

    def _show_pages(self, first: tuple[str, object] | None = None) -> None:
        self._window.show_opened(first)
        self.ready.emit()

    # --- not open -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._fail(error, self._offer(error))

    def _offer(self, error: Exception, code: str | None = None) -> OpeningOffer | None:
        """Return what can be done about a store that did not open, also not with the code."""
        offer = offer_for(error, self._path, self._jobs, code) if isinstance(error, ExpectedError) else None
        if offer is not None:
            offer.reopen_requested.connect(self._window.retry_requested)
            offer.told.connect(self._window.messages.tell)
            offer.warned.connect(self._window.messages.warn)
        return offer

    @Slot(object)
    def _on_demo_failed(self, error: Exception) -> None:
        self._fail(error, None)

    def _fail(self, error: Exception, offer: OpeningOffer | None) -> None:
        sentence = self._jobs.sentence(error)
        self._window.show_opening_failed(sentence, offer)
        self.failed.emit(sentence)
