"""The lock: when it comes, what nobody sees then, and how it opens."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLabel, QMenu, QToolTip, QVBoxLayout

from console.desk import triage
from console.desk.vault import access_code, changing
from console.domain.changes import Changes
from console.store import recovery_code
from tests.ui.conftest import flag, press, settle
from ui import clipboard as copying
from ui.crash import CrashReporter
from ui.locking.idleness import Idleness
from ui.locking.keeper import TITLE, LockKeeper
from ui.locking.view import Step
from ui.notifier import Notifier

SECRET = "De witte bus van Jansen staat weer op nummer 12."
CODE = "grüne Tür 7"


class Clocks:
    """A clock that only runs and the clock of the computer, as a test sets them."""

    def __init__(self) -> None:
        self.running = self.wall = 1_000_000.0

    def forward(self, seconds: float, *, sleeping: float = 0.0) -> None:
        """Let time pass; while the computer sleeps only the one clock runs."""
        self.running += seconds
        self.wall += seconds + sleeping


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def idle(qapp, clocks) -> Iterator[Idleness]:
    made = Idleness(qapp, clocks=(lambda: clocks.running, lambda: clocks.wall))
    yield made
    made.stop()
    qapp.focusWindowChanged.disconnect(made._on_app_focus_window_changed)
    qapp.focusObjectChanged.disconnect(made._watch)


@pytest.fixture
def keeper(jobs, window, idle) -> LockKeeper:
    return LockKeeper(jobs, window, idle, window)


@pytest.fixture
def sheet(console) -> changing.NewSheet:
    return changing.make_sheet(console.store, ())


@pytest.fixture
def code(console, sheet) -> str:
    access_code.set_code(console, CODE)
    return CODE


@pytest.fixture
def page(make_group, open_page):
    """The page with a message that nobody else may read."""
    flag(make_group(), SECRET, "nummer 12")
    return open_page("week")


def lock(qtbot, keeper: LockKeeper) -> None:
    keeper.lock()
    qtbot.waitUntil(lambda: keeper.view.step is not Step.NOTHING)


def read_aloud(found: QAccessibleInterface | None) -> str:
    """Everything that a screen reader finds below this."""
    if found is None or not found.isValid():
        return ""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)
    own = [found.text(kind) for kind in kinds]
    return "\n".join([*own, *(read_aloud(found.child(number)) for number in range(found.childCount()))])


def all_read_aloud() -> str:
    """Everything that a screen reader finds in the program: below each window of the system, as Qt lists them."""
    passing = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
    windows = [widget for widget in QApplication.topLevelWidgets() if widget.windowHandle() is not None]
    read = [window for window in windows if window.isVisible() or window.windowType() not in passing]
    return "\n".join(read_aloud(QAccessible.queryAccessibleInterface(window)) for window in read)


def on_the_screen() -> str:
    """The words on every widget that is visible, tooltips too, and in every title."""
    shown = [widget for widget in QApplication.allWidgets() if widget.isVisible()]
    found = [getattr(widget, name, "") for widget in shown for name in ("text", "toPlainText", "windowTitle")]
    return "\n".join(str(word() if callable(word) else word) for word in found)


# --- what is hidden ---------------------------------------------------------------------------------------------------


def test_nothing_is_readable_while_locked_and_all_is_as_it_was_after(qtbot, window, page, keeper, clipboard, jobs):
    QAccessible.setActive(True)
    window.messages.warn(SECRET)
    window.setWindowTitle(f"Beheerconsole: {SECRET}")
    copying.put(SECRET)
    focus = window.focusWidget()
    assert SECRET in on_the_screen()
    assert SECRET in all_read_aloud()
    lock(qtbot, keeper)
    assert keeper.is_locked
    assert window.windowTitle() == TITLE
    assert window.messages.text == ""
    assert clipboard.text() == ""
    for told in (on_the_screen(), all_read_aloud()):
        assert SECRET not in told
        assert "Lindenhof" not in told
        assert not any(sign.isdigit() for sign in told)  # how much waits is nobody's business
    window.messages.tell(SECRET)  # of a job that goes on behind
    jobs.changed.emit(Changes(items=True))
    settle(qtbot, jobs)
    assert SECRET not in on_the_screen() + all_read_aloud()
    keeper.view.proceed.click()
    assert not keeper.is_locked
    assert SECRET in window.windowTitle()
    assert window.focusWidget() is focus
    assert SECRET in on_the_screen()
    assert window.menus.isVisible()


def test_what_is_hidden_goes_with_its_window(qtbot, window, page, keeper):
    for hidden, shown in ((keeper.view, page), (page, keeper.view), (keeper.view, page)):
        assert (shown.window(), hidden.isVisible()) == (window, False)
        assert hidden.window() is not window
        assert hidden.window().parentWidget() is window  # what has no parent outlives the window, and crashes Qt
        if keeper.is_locked:
            keeper.view.proceed.click()
        else:
            lock(qtbot, keeper)


def test_what_was_open_over_the_window_goes_and_comes_back(qtbot, window, page, keeper):
    dialog, menu, choice, files = QDialog(window), QMenu(window), QComboBox(page), QFileDialog(page)
    QVBoxLayout(dialog).addWidget(QLabel(SECRET))
    choice.addItems([SECRET, "niets"])
    choice.show()
    dialog.open()
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    files.open()
    menu.addAction(SECRET)
    menu.popup(QPoint(10, 10))
    choice.showPopup()
    QToolTip.showText(QPoint(20, 20), SECRET, window)
    lock(qtbot, keeper)
    qtbot.waitUntil(lambda: [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [window])
    assert SECRET not in on_the_screen() + all_read_aloud()
    keeper.view.proceed.click()
    assert dialog.isVisible()
    assert dialog.isModal()
    assert dialog.parentWidget() is window
    assert not files.isVisible()
    assert not menu.isVisible()
    dialog.reject()
    choice.deleteLater()


def test_lock_right_after_it_was_opened_hides_as_much(qtbot, qapp, window, page, keeper, jobs):
    for _ in range(2):
        lock(qtbot, keeper)
        keeper.view.proceed.click()
    keeper.lock()
    settle(qtbot, jobs)
    assert [widget for widget in qapp.topLevelWidgets() if widget.isVisible()] == [window]
    assert SECRET not in on_the_screen()


def test_no_key_acts_while_locked(qtbot, window, page, keeper, console):
    lock(qtbot, keeper)
    for key in (Qt.Key.Key_G, Qt.Key.Key_V, Qt.Key.Key_Z, Qt.Key.Key_F1, Qt.Key.Key_Question):
        press(qtbot, window, key)
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_O, Qt.Key.Key_V, Qt.Key.Key_Z):
        press(qtbot, window, key, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert keeper.is_locked
    assert len(triage.week(console)) == 1
    assert not window.acceptDrops()
    assert window.findChildren(QDialog) == []
    assert window.current_key == "week"
    keeper.view.proceed.click()
    press(qtbot, window, Qt.Key.Key_3, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.current_key != "week"


def test_notification_waits_for_who_opens_the_window(qtbot, qapp, window, page, keeper):
    notifier = Notifier(qapp, window.windowIcon())
    keeper.locked.connect(notifier.hold)
    keeper.unlocked.connect(notifier.release)
    notifier.not_shown.connect(window.messages.tell)
    lock(qtbot, keeper)
    with qtbot.assertNotEmitted(notifier.not_shown):
        notifier.show("Er wachten 3 berichten.")
    keeper.view.proceed.click()
    assert window.messages.text == "Er wachten 3 berichten."


def test_report_of_a_bug_waits_for_who_opens_the_window(qtbot, window, page, keeper):
    reporter = CrashReporter(window)
    reporter.watch(window)
    keeper.locked.connect(reporter.hold)
    keeper.unlocked.connect(reporter.release)
    lock(qtbot, keeper)
    reporter.show(ValueError())
    assert window.findChildren(QDialog) == []
    keeper.view.proceed.click()
    (dialog,) = window.findChildren(QDialog)
    assert "ValueError" in dialog._report.toPlainText()
    dialog.reject()


# --- when it comes ----------------------------------------------------------------------------------------------------


def test_lock_comes_after_some_minutes_without_a_touch(qtbot, window, page, keeper, idle, clocks):
    keeper.watch(10)
    for touch in (
        lambda: QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift),
        lambda: QTest.mouseMove(window.windowHandle(), QPoint(50, 60)),
        lambda: QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2)),
    ):
        for _ in range(11):
            clocks.forward(50)
            idle.look()
        touch()
        assert not keeper.is_locked
    for _ in range(11):
        clocks.forward(50)
        idle.look()
    assert not keeper.is_locked
    clocks.forward(50)
    idle.look()
    assert keeper.is_locked
    settle(qtbot, window.jobs)
    keeper.view.proceed.click()
    clocks.forward(50)
    idle.look()
    assert not keeper.is_locked  # it begins to count anew


@pytest.mark.parametrize("passed", [{"seconds": 5, "sleeping": 120}, {"seconds": 120}])
def test_sleep_of_the_computer_locks(qtbot, window, page, keeper, idle, clocks, passed):
    keeper.watch(60)
    clocks.forward(**passed)
    idle.look()
    assert keeper.is_locked
    settle(qtbot, window.jobs)


def test_clock_that_is_put_back_locks_nothing(window, page, keeper, idle, clocks):
    keeper.watch(10)
    clocks.forward(5, sleeping=-3_600)
    idle.look()
    assert not keeper.is_locked


def test_lock_at_will_from_the_menu(qtbot, window, page, keeper):
    window.menus.lock_requested.emit()
    assert keeper.is_locked
    settle(qtbot, window.jobs)


def test_without_a_console_there_is_nothing_to_lock(jobs, window, keeper, clipboard, console):
    copying.put(SECRET)
    jobs.console = None
    keeper.lock()
    assert not keeper.is_locked
    assert clipboard.text() == ""
    jobs.console = console


# --- how it opens -----------------------------------------------------------------------------------------------------


def give(qtbot, keeper: LockKeeper, window, typed: str) -> None:
    keeper.view.field.setText(typed)
    qtbot.keyClick(keeper.view.field, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)


def test_only_the_code_opens_and_a_wrong_one_makes_it_wait(qtbot, dutch, window, page, keeper, code, clock):
    lock(qtbot, keeper)
    view = keeper.view
    assert view.step is Step.CODE
    assert QApplication.focusWidget() is view.field
    assert view.field.echoMode() == view.field.EchoMode.Password
    give(qtbot, keeper, window, "verkeerd")
    assert keeper.is_locked
    assert "toegangscode is niet goed" in view.trouble.text()
    assert view.field.text() == ""
    for _ in range(2):
        give(qtbot, keeper, window, "verkeerd")
    assert "30" in view.trouble.text()
    assert view.field.isReadOnly()
    clock.forward(seconds=31)
    view._wait_seconds = 1
    view._on_second_timeout()
    assert not view.field.isReadOnly()
    give(qtbot, keeper, window, code)
    assert not keeper.is_locked
    assert view.field.text() == ""


def test_undo_in_the_field_brings_no_code_back(qtbot, window, page, keeper, sheet, console):
    code = "groene deur"
    access_code.set_code(console, code)
    lock(qtbot, keeper)
    qtbot.keyClicks(keeper.view.field, code)
    qtbot.keyClick(keeper.view.field, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert not keeper.is_locked
    lock(qtbot, keeper)
    keeper.view.other.click()  # a code of a sheet is readable while it is typed
    for typed in (keeper.view.field, keeper.view.groups.fields[1]):
        for _ in range(len(code)):
            qtbot.keyClick(typed, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            assert typed.text() == ""


def test_the_sheet_opens_it_for_who_forgot_the_code(qtbot, dutch, window, page, keeper, code, sheet, console):
    lock(qtbot, keeper)
    keeper.view.other.click()
    assert keeper.view.step is Step.SHEET
    fields = keeper.view.groups.fields
    assert QApplication.focusWidget() is fields[1]
    groups = recovery_code.groups(sheet.code)
    wrong = "7777" if groups[3] != "7777" else "8888"
    for group in (*groups[:3], wrong, *groups[4:]):
        qtbot.keyClicks(QApplication.focusWidget(), group)
    assert "tikfout" in keeper.view.trouble.text()
    qtbot.keyClick(fields[9], Qt.Key.Key_Return)
    assert window.jobs.is_idle  # nothing is tried
    qtbot.keyClick(fields[4], Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(fields[4], "uuuu")
    assert "Groepje 4" in keeper.view.trouble.text()
    keeper.view.other.click()  # back, and once more: nothing that was typed stays
    keeper.view.other.click()
    fields = keeper.view.groups.fields
    assert (set(keeper.view.groups.groups), keeper.view.trouble.isVisible()) == ({""}, False)
    qtbot.keyClick(fields[9], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is keeper.view.proceed
    qtbot.keyClick(fields[1], Qt.Key.Key_Return)
    assert "nog niet compleet" in keeper.view.trouble.text()
    fields[1].setText(sheet.code)
    fields[1].textEdited.emit(sheet.code)  # pasted
    qtbot.keyClick(fields[9], Qt.Key.Key_Return)
    assert all(field.isReadOnly() for field in fields.values())
    settle(qtbot, window.jobs)
    assert not keeper.is_locked
    assert keeper.view.groups is None
    assert window.current_key == "settings"  # where a new one is chosen
    assert window.page("settings").leaf_key == "lock"
    assert not access_code.is_set(console)


def test_a_start_after_the_program_ended_locked_is_locked(qtbot, qapp, jobs, window, keeper, code, idle):
    lock(qtbot, keeper)
    keeper._cover.take_off()  # as a fresh window has none
    keeper.begin()
    settle(qtbot, jobs)
    assert keeper.is_locked
    assert keeper.view.step is Step.CODE
    give(qtbot, keeper, window, code)
    keeper.begin()
    settle(qtbot, jobs)
    assert not keeper.is_locked


def test_store_that_cannot_be_read_stays_locked(qtbot, window, page, keeper, jobs, console):
    keeper._cover_up()
    keeper._on_look_failed(ValueError())
    assert keeper.is_locked
    assert keeper.view.step is Step.AGAIN
    keeper.view.proceed.click()
    settle(qtbot, jobs)
    assert keeper.view.step is Step.GO_ON
