"""The window as a whole: starting, dropping files, undo, languages, errors, pictures."""

import os
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFont
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSplitter

from console import texts
from console.desk import intake, judging, triage
from console.store.session import Store
from tests.ui.conftest import flag, press, settle
from tests.ui.support import FLAGGED_TEXT, KEY, LINDENHOF, open_console
from ui import app, crash, window_state
from ui.dialogs.keys import KeysDialog
from ui.pages import BY_KEY, ENTRIES

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("sqlalchemy", "alembic", "requests", "keyring", "sqlcipher3", "phonenumbers", "openpyxl")


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, check=False, cwd=ROOT, env=kept | environment, capture_output=True, text=True, timeout=120
    )


def test_window_opens_without_loading_the_store():
    code = f"import sys, ui.main_window, ui.session; print([name for name in {HEAVY!r} if name in sys.modules])"
    assert run(code).stdout.strip() == "[]"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without a screen")
@pytest.mark.parametrize("platform", ["", "xcb"])
def test_without_a_screen_one_sentence_says_what_to_do(platform, tmp_path):
    done = run("import sys; from ui.app import main; sys.exit(main([]))", QT_QPA_PLATFORM=platform)
    assert done.returncode == 1
    assert texts.say("errors.no_screen", "nl") in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_missing_library_names_the_packages(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "PySide6", None)
    assert app.main(["--screenshot", "x", "--lang", "en"]) == 1
    assert "sudo apt install" in capsys.readouterr().err


def test_wrong_usage_is_two(capsys):
    for arguments in (["--size", "big"], ["--theme", "pink"], ["--lang", "fr"], ["--unknown"]):
        with pytest.raises(SystemExit) as left:
            app.main(arguments)
        assert left.value.code == 2
    assert app.parse(["--size", "800x600"]).size == (800, 600)


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return run(f"import sys; from ui.app import main; sys.exit(main({list(arguments)!r}))", **environment)


def test_own_store_is_opened_with_its_key(tmp_path):
    store, key = tmp_path / "own.db", "ab" * 32
    first = start("--store", str(store), "--screenshot", str(tmp_path / "one"), BEHEER_KEY=key)
    assert first.returncode == 0, first.stderr
    assert store.stat().st_size > 0
    wrong = start("--store", str(store), "--screenshot", str(tmp_path / "two"), BEHEER_KEY="cd" * 32)
    assert wrong.returncode == 1
    assert texts.say("errors.store_wrong_key", "nl", path=store) in wrong.stderr
    assert not list(tmp_path.glob("two/*.png"))


def test_folder_that_cannot_be_made_is_said(tmp_path, store_path, store_key):
    (tmp_path / "file").touch()
    own = ("--store", str(store_path), "--lang", "en")
    done = start(*own, "--screenshot", str(tmp_path / "file" / "pictures"), BEHEER_KEY=store_key)
    assert done.returncode == 1
    assert "The folder for the pictures cannot be made" in done.stderr


def test_pictures_of_every_page_are_taken_without_a_screen_once_all_is_judged(tmp_path):
    console = open_console(tmp_path)
    intake.import_text(console, LINDENHOF, "Lindenhof", judge=False)
    console.store.close()
    own = ("--store", str(tmp_path / "store.db"))
    done = start(*own, "--screenshot", str(tmp_path), "--size", "900x600", BEHEER_KEY=KEY)
    assert done.returncode == 0, done.stderr
    assert {path.stem for path in tmp_path.glob("*.png")} == {entry.picture for entry in ENTRIES}
    assert all(path.stat().st_size > 5_000 for path in tmp_path.glob("*.png"))
    assert "Traceback" not in done.stderr
    with closing(Store.open(tmp_path / "store.db", KEY)) as store:
        looked_at = replace(console, store=store)
        assert [item.text for item in triage.week(looked_at)] == [FLAGGED_TEXT]
        assert not judging.has_waiting(looked_at)


def test_first_page_is_the_week_when_there_are_groups(qtbot, window, make_group):
    make_group()
    window.show_opened()
    qtbot.waitUntil(lambda: window.current_key == "week")
    settle(qtbot, window.jobs)


def test_first_page_of_an_empty_console_asks_for_an_export(qtbot, window):
    window.show_opened()
    qtbot.waitUntil(lambda: window.current_key == "first")
    settle(qtbot, window.jobs)


def test_focus_alone_shows_no_other_page(qtbot, window, open_page):
    open_page("first")
    window._list.setFocus()
    assert window.current_key == "first"
    qtbot.keyClick(window._list, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert window.current_key == "week"


def click_page(qtbot, window, key):
    rows = [entry.key for entry in ENTRIES if entry.is_listed]
    place = window._list.visualRect(window._list.model().index(rows.index(key), 0)).center()
    qtbot.mouseClick(window._list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, window.jobs)


@pytest.mark.parametrize("before", ["first", "week"])
@pytest.mark.parametrize("key", [entry.key for entry in ENTRIES if entry.is_listed])
def test_page_that_is_chosen_takes_the_focus(qtbot, window, open_page, make_group, before, key):
    flag(make_group(), "Bel 06-12345678", "06-12345678")
    open_page(before)
    if before == "first":
        click_page(qtbot, window, key)
    else:
        window.menus.page_chosen.emit(key)
        settle(qtbot, window.jobs)
    assert window.current_key == key
    focus = QApplication.focusWidget()
    assert window.page(key).isAncestorOf(focus)
    assert not isinstance(focus, QLineEdit)  # where letters would sleep
    window._list.setFocus()
    click_page(qtbot, window, key)
    assert QApplication.focusWidget() is focus


def test_arrow_keys_go_through_the_list_of_pages_until_enter(qtbot, window, open_page):
    open_page("week")
    window._list.setFocus()
    for arrow, key in ((Qt.Key.Key_Down, "requests"), (Qt.Key.Key_Down, "feedback"), (Qt.Key.Key_Up, "requests")):
        qtbot.keyClick(window._list, arrow)
        settle(qtbot, window.jobs)
        assert window.current_key == key
        assert window._list.hasFocus()
    qtbot.keyClick(window._list, Qt.Key.Key_Up)
    settle(qtbot, window.jobs)
    assert window.current_key == "week"
    assert window._list.hasFocus()
    qtbot.keyClick(window._list, Qt.Key.Key_Return)
    assert window.page("week").parts.queue.hasFocus()


def test_answer_that_is_being_written_keeps_the_focus_after_another_page(qtbot, window, open_page, make_group):
    flag(make_group(), "Bel 06-12345678", "06-12345678")
    open_page("week").brake_ms = 0
    press(qtbot, window, Qt.Key.Key_P)
    settle(qtbot, window.jobs)
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    click_page(qtbot, window, "logbook")
    click_page(qtbot, window, "week")
    assert QApplication.focusWidget() is field


def test_enter_presses_the_button_with_the_focus(qtbot, window, open_page):
    page = open_page("first")
    page.start.demo.setFocus()
    with qtbot.waitSignal(window.demo_requested):
        press(qtbot, window, Qt.Key.Key_Return)


def test_pages_have_their_keys(qtbot, window, open_page):
    open_page("week")
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert window.current_key == [entry.key for entry in ENTRIES if entry.is_listed][2]


def test_files_dropped_anywhere_go_to_the_intake_page(qtbot, window, open_page, tmp_path, monkeypatch):
    taken = []
    monkeypatch.setattr(BY_KEY["intake"].load(), "take_files", lambda page, paths: taken.append(paths))
    open_page("week")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl("https://voorbeeld.nl/b.txt")])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers))
    assert window.current_key == "intake"
    assert taken == [(tmp_path / "a.txt",)]
    settle(qtbot, window.jobs)


def test_dutch_and_english_change_while_the_window_is_open(qtbot, window, open_page, make_group, dutch):
    flag(make_group(), "Bel 06-12345678", "06-12345678")
    open_page("week")
    assert window.windowTitle() == "Beheerconsole"
    qtbot.waitUntil(lambda: window.menus.actions()[0].text() == "&Bestand")
    dutch.choose("en")
    window.jobs.set_language("en")
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: window.menus.actions()[0].text() == "&File")
    assert window._list.model().index(0, 0).data() == "This week"


def test_question_mark_shows_all_keys(qtbot, window, open_page):
    open_page("week")
    press(qtbot, window, "?")
    qtbot.waitUntil(lambda: len(window.findChildren(KeysDialog)) == 1)


def test_keys_stay_on_the_screen_in_large_letters(qtbot, qapp, window):
    font = qapp.font()
    qapp.setFont(QFont(font.family(), 40))
    dialog = KeysDialog(window)
    qapp.setFont(font)
    assert dialog.height() <= dialog.screen().availableSize().height()


def test_message_goes_by_itself_or_by_escape(qtbot, window, open_page):
    page = open_page("week")
    page.warned.emit("Er is iets. Doe iets.")
    assert window.messages.text == "Er is iets. Doe iets."
    assert window.messages.is_trouble
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.messages.text == ""


def test_report_of_a_bug_holds_places_and_no_words():
    try:
        try:
            {}["Jan woont op nummer 12"]
        except KeyError as error:
            raise ValueError("06-12345678") from error
    except ValueError as error:
        text = crash.report(error)
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "test_window.py:" in text
    assert "06-12345678" not in text
    assert "nummer 12" not in text


def test_bug_opens_one_report_that_can_be_copied(qtbot, window, clipboard):
    reporter = crash.CrashReporter()
    reporter.watch(window)
    for _ in range(3):
        reporter.crashed.emit(ValueError("geheim"))
    dialogs = window.findChildren(crash.ReportDialog)
    assert len(dialogs) == 1
    dialogs[0]._on_copy_clicked()
    assert "ValueError" in clipboard.text()
    assert "geheim" not in clipboard.text()
    assert clipboard.text() == dialogs[0].findChild(QPlainTextEdit).toPlainText()  # exactly what was shown
    dialogs[0].reject()


def test_window_comes_back_where_it_stood(qtbot, qapp, window, open_page):
    open_page("week")
    window.resize(760, 700)  # the screen of the tests is 800 wide
    splitter = window.findChild(QSplitter, "week-queue")
    splitter.setSizes([250, 350])
    sizes = splitter.sizes()
    window_state.save(window)
    window.resize(780, 600)
    splitter.setSizes([300, 300])
    assert window_state.restore(window)
    assert window_state.restore_splitter(splitter)
    assert (window.width(), window.height()) == (760, 700)
    assert splitter.sizes() == sizes
    window_state._path().unlink()
