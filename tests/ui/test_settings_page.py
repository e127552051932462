"""The page Instellingen: when to be told, counters, letters; and that all of it is kept by the program."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTime

from console.desk import redirects, triage
from console.desk.preferences import Settings
from console.desk.welcome import checked_languages
from tests.ui.conftest import press, settle
from tests.ui.support import LINDENHOF, open_console
from tests.ui.test_accessibility import interactive, letters_of, name_of
from ui.pages.settings_leaves import COUNTERS, LANGUAGES, LEAVES
from ui.shortcuts import Command

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def page(open_page, dutch):
    return open_page("settings")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_leaf_has_names_and_letters_of_its_own(qtbot, window, page, dutch, language):
    dutch.choose(language)
    page.leaf("keys").form._on_field_pressed_key(Command.FINE, "L")  # shows the button to exchange
    for leaf in LEAVES:
        page.show_leaf(leaf.key)
        settle(qtbot, window.jobs)
        letters = letters_of(window)
        assert [letter for letter, count in Counter(letters).items() if count > 1] == [], leaf.key
        assert all(name_of(widget) for widget in interactive(page)), leaf.key


def test_arrows_go_from_subject_to_subject_and_enter_goes_in(qtbot, window, page):
    page.list.setFocus()
    for _step in range(2):
        press(qtbot, window, Qt.Key.Key_Down)
    settle(qtbot, window.jobs)
    assert page.leaf_key == LEAVES[2].key
    assert page.list.hasFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert page.shown_leaf.isAncestorOf(window.focusWidget())


# --- when to be told -------------------------------------------------------------------------------------------------


def test_times_and_the_switch_are_told_when_they_are_other_ones(qtbot, page):
    changed, wishes = [], [Settings()]

    def keep(new):
        changed.append(new)
        wishes[0] = replace(wishes[0], **new)
        page.show_wishes(wishes[0])

    page.wishes_changed.connect(keep)
    page.show_wishes(wishes[0])
    form = page.leaf("summary").form
    page.show_leaf("summary")
    form.daily.click()
    form.at.setTime(QTime(20, 30))
    form.at.editingFinished.emit()
    form.quiet_until.editingFinished.emit()  # only looked at
    assert changed == [{"daily_summary": False}, {"summary_at": time(20, 30)}]


def test_a_summary_in_the_quiet_hours_says_that_it_never_comes(page):
    page.show_leaf("summary")
    form = page.leaf("summary").form
    page.show_wishes(Settings(summary_at=time(22)))
    assert form.trouble.text().startswith("Deze tijd valt in uw stille uren.")
    page.show_wishes(Settings(summary_at=time(20)))
    assert form.trouble.text() == ""
    page.show_wishes(Settings(summary_at=time(22), daily_summary=False))
    assert form.trouble.text() == ""


# --- counters --------------------------------------------------------------------------------------------------------


@pytest.fixture
def form(qtbot, page):
    page.open_with(COUNTERS)
    settle(qtbot, page.jobs)
    assert page.leaf_key == COUNTERS
    return page.shown_leaf.form


def names(form):
    return [form.list.item(row).text() for row in range(form.list.count())]


def test_the_counters_of_rotterdam_are_there(form):
    assert form.choice.currentText() == "Rotterdam"
    assert names(form)[:3] == ["112", "Politie, geen spoed · 0900-8844", "Gemeente Rotterdam · 14010"]
    assert not form.keep.isEnabled()


def test_a_counter_is_changed_and_undone(qtbot, window, form, console):
    form.list.setCurrentRow(1)
    form.fields["number"].selectAll()
    qtbot.keyClicks(form.fields["number"], "0900-1234")
    assert names(form)[1] == "Politie, geen spoed · 0900-1234"
    form.keep.click()
    settle(qtbot, window.jobs)
    assert _rotterdam(console).counters[1].number == "0900-1234"
    assert window.messages.text == "De loketten zijn gewijzigd. Met Z of Ctrl+Z maakt u dat ongedaan."
    assert not form.is_edited
    form.list.setFocus()
    press(qtbot, window, Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert names(form)[1] == "Politie, geen spoed · 0900-8844"
    assert not _rotterdam(console).is_changed


def _rotterdam(console):
    return next(one for one in redirects.municipalities(console) if one.key == "rotterdam")


def test_where_reports_go_is_filled_in_checked_and_undone(qtbot, window, form, console):
    qtbot.keyClicks(form.reports_go["report_mail"], "melding@stad.nl")
    qtbot.keyClicks(form.reports_go["signalen_url"], "http://voorbeeld.nl")
    assert form.keep.isEnabled()
    form.keep.click()
    settle(qtbot, window.jobs)
    assert "https://" in window.messages.text
    assert form.is_edited
    form.reports_go["signalen_url"].setText("meldingen.voorbeeld.nl/signals/v1/public")
    form.keep.click()
    settle(qtbot, window.jobs)
    found = _rotterdam(console)
    assert (found.report_mail, found.signalen_url) == ("melding@stad.nl", "https://meldingen.voorbeeld.nl")
    assert form.reports_go["signalen_url"].text() == "https://meldingen.voorbeeld.nl"
    assert not form.is_edited
    triage.undo(console)
    assert _rotterdam(console).report_mail == ""


def test_a_counter_comes_and_goes(qtbot, window, form, console):
    before = names(form)
    form.add.click()
    assert form.fields["name"].hasFocus()
    qtbot.keyClicks(form.fields["name"], "Buurthuis")
    form.keep.click()
    settle(qtbot, window.jobs)
    assert "Buurthuis" in window.messages.text  # it has neither a number nor an app
    assert window.messages.is_trouble
    qtbot.keyClicks(form.fields["app"], "de site")
    form.keep.click()
    settle(qtbot, window.jobs)
    assert names(form) == [*before, "Buurthuis · de site"]
    form.list.setCurrentRow(len(before))
    form.remove.click()
    form.keep.click()
    settle(qtbot, window.jobs)
    assert [counter.name for counter in _rotterdam(console).counters][-1] == "RADAR"


def test_a_new_municipality_begins_with_the_counters_of_the_country(qtbot, window, form, console):
    form.new.click()
    assert names(form)[0] == "112"
    assert form.name.hasFocus()
    qtbot.keyClicks(form.name, "Schiedam")
    form.keep.click()
    settle(qtbot, window.jobs)
    assert [one.name for one in redirects.municipalities(console)] == ["Rotterdam", "Schiedam", "Andere gemeente"]
    triage.undo(console)
    assert len(redirects.municipalities(console)) == 2


def test_what_is_typed_stays_until_escape_puts_it_back(qtbot, window, page, form):
    form.list.setCurrentRow(0)
    form.fields["name"].setFocus()
    qtbot.keyClicks(form.fields["name"], "!")
    page.refresh()
    settle(qtbot, window.jobs)
    assert form.is_edited
    form.list.setFocus()
    qtbot.keyClick(form.list, Qt.Key.Key_Escape)
    assert not form.is_edited
    assert names(form)[0] == "112"


# --- letters, and all of it kept by the program ----------------------------------------------------------------------


def test_letters_colours_and_language_ask_for_what_the_menu_asks(qtbot, page):
    asked = []
    for signal in (page.look_chosen, page.language_chosen, page.scale_stepped):
        signal.connect(asked.append)
    form = page.leaf("look").form
    page.show_wishes(Settings(language="nl", theme="dark"))
    assert (form.language.currentText(), form.look.currentText()) == ("Nederlands", "Donker")
    form.language.setCurrentIndex(1)
    form.language.activated.emit(1)
    form.look.setCurrentIndex(1)
    form.look.activated.emit(1)
    for button in (form.smaller, form.normal, form.larger):
        button.click()
    assert asked == ["en", "light", -1, 0, 1]


PROGRAM = """
import argparse, sys
from datetime import time
from pathlib import Path
from PySide6.QtCore import QTimer, QTime
from console.desk.preferences import load_preferences
from console.store.session import Store
from tests.ui.support import KEY, _console
from ui.opening.opener import Openers
from ui.session import Session
from ui.shortcuts import Command, key_text

store = Path(sys.argv[1])
wishes = argparse.Namespace(store=store, demo=False, screenshot=None, size=None, theme=None, lang=None, font_scale=None)
openers = Openers(
    lambda path, language: _console(Store.open(path, KEY)), None, None, lambda console: console.store.close()
)
session = Session(wishes, openers)
print(key_text(Command.FINE))

def change():
    if session._jobs.console is None:
        return
    timer.stop()
    page = session.window.show_page("settings")
    page.leaf("keys").form._on_field_pressed_key(Command.FINE, "F9")
    page.leaf("summary").form.quiet_from.setTime(QTime(20, 0))
    page.leaf("summary").form.quiet_from.editingFinished.emit()
    page.leaf("look").form.look_chosen.emit("dark")
    session._summary.told_on.emit(load_preferences().summary_told_on or __import__("datetime").date(2026, 11, 15))
    print(page.leaf("summary").form.quiet_from.time().hour(), page.leaf("look").form.look.currentData())
    session.window.close()

timer = QTimer()
timer.timeout.connect(change)
timer.start(20)
QTimer.singleShot(60_000, session.window.close)
status = session.run()
kept = load_preferences()
print(kept.keys, kept.quiet_from, kept.summary_told_on, kept.theme)
sys.exit(status)
"""


def test_what_is_chosen_is_kept_until_the_next_start(tmp_path):
    open_console(tmp_path, ("Lindenhof", LINDENHOF)).store.close()
    told = []
    for _start in range(2):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(tmp_path / "store.db")],
            check=False,
            cwd=ROOT,
            env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path / "config"), "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        told.append(done.stdout.splitlines())
    kept = "{'fine': ('F9',)} 20:00:00 2026-11-15 dark"
    assert told == [["G", "20 dark", kept], ["F9", "20 dark", kept]]


def test_who_read_the_words_of_a_language_is_written_down_and_taken_back(qtbot, window, page, console):
    page.open_with(LANGUAGES)
    settle(qtbot, window.jobs)
    form = page.leaf(LANGUAGES).form
    assert form.isVisible()
    assert form.said["nl"].text() == "Nagekeken."  # before it was shipped
    assert "laat nakijken door een moedertaalspreker" in form.said["ar"].text()
    form.names["ar"].setFocus()
    qtbot.keyClicks(form.names["ar"], "Fatima")
    qtbot.keyClick(form.names["ar"], Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert "Fatima" in form.said["ar"].text()
    assert "ar" not in checked_languages.unchecked(console)
    assert not form.names["ar"].isVisible()
    assert form.take_back["ar"].hasFocus()  # the field went
    form.take_back["ar"].click()
    settle(qtbot, window.jobs)
    assert "ar" in checked_languages.unchecked(console)
    assert form.names["ar"].isVisible()
    assert form.names["ar"].text() == ""
    assert form.names["ar"].hasFocus()
