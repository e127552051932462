"""The page Logboek, by keyboard."""

from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from console.desk import triage
from console.desk.todos import todos
from console.domain.decision import Act, Verb
from tests.console.desk.conftest import ALL_RIGHT
from tests.ui.conftest import flag, press, settle
from ui.widgets.text import PlainLabel

TEXT = "Beste Bram,\nwilt u het nummer weghalen?"


@pytest.fixture
def chat(make_group):
    return make_group("Kade")


@pytest.fixture
def decided(console, chat):
    """Three decisions: Goed zo, an answer in private, and one that was undone."""
    calls = [flag(chat, "Staat er weer een auto fout", "auto"), flag(chat, "Bel 06-12345678", "06-12345678")]
    third = flag(chat, "Weg met dat volk", "volk")
    triage.decide(console, calls[0], ALL_RIGHT)
    triage.decide(console, calls[1], Act(Verb.PRIVATE, TEXT))
    triage.decide(console, third, Act(Verb.DELETE))
    triage.undo(console)
    return [*calls, third]


@pytest.fixture
def page(decided, dutch, open_page):
    return open_page("logbook")


def lines(page):
    """What stands in the columns What and About, from top to bottom."""
    rows = [page.rows.row_at(row) for row in range(page.rows.rowCount())]
    return [(page.rows.what(row), str(row.text)) for row in rows]


def told(page):
    """Every text on the sheet."""
    return [label.text() for label in page.parts.sheet.findChildren(PlainLabel) if not label.isHidden()]


def choose(qtbot, page, row):
    """Go to a row and wait for its sheet."""
    page.parts.table.choose(row)
    qtbot.waitUntil(lambda: page._detail is not None and page._detail.entry.id == page.rows.id_at(row))
    settle(qtbot, page.jobs)


def find(qtbot, page, words):
    """Type in the search field and wait for what is found."""
    page.parts.filters.search.setText(words)
    qtbot.waitUntil(lambda: not page._search_soon.isActive())
    settle(qtbot, page.jobs)
    page.grab()  # a table asks for the rows in sight
    settle(qtbot, page.jobs)


def test_the_last_decision_stands_on_top_and_what_was_undone_says_so(page):
    assert lines(page) == [
        ("Ongedaan: Bericht verwijderen", "Weg met dat volk"),
        ("Bericht verwijderen (ongedaan)", "Weg met dat volk"),
        ("Privé antwoord", "Bel 06-12345678"),
        ("Goed zo", "Staat er weer een auto fout"),
    ]


def test_the_sheet_tells_why_what_was_written_and_where_it_stands(qtbot, page):
    choose(qtbot, page, 2)
    said = told(page)
    assert "Privé antwoord" in said
    assert "Waarom zag ik dit?" in said
    assert "Let op: 06-12345678." in said
    assert "Bel 06-12345678" in said
    assert TEXT in said
    assert any(line.startswith("Privébericht aan") and line.endswith("op uw telefoon: te doen") for line in said)
    assert page.parts.undo_one.isEnabled()
    choose(qtbot, page, 1)
    assert any(line.startswith("Ongedaan gemaakt door") for line in told(page))
    assert not page.parts.undo_one.isEnabled()


def test_u_takes_back_the_one_that_is_chosen(qtbot, window, page, decided):
    choose(qtbot, page, 3)
    page.parts.table.setFocus()
    press(qtbot, window, Qt.Key.Key_U)
    settle(qtbot, page.jobs)
    assert {item.id for item in triage.week(page.jobs.console)} == {decided[0], decided[2]}
    assert len(todos(page.jobs.console)) == 1
    page.grab()
    settle(qtbot, page.jobs)
    assert lines(page)[0] == ("Ongedaan: Goed zo", "Staat er weer een auto fout")


def test_z_and_y_undo_and_redo_and_show_it_on_top(qtbot, window, page):
    choose(qtbot, page, 3)
    page.parts.table.setFocus()
    for key, what in ((Qt.Key.Key_Z, "Ongedaan: Privé antwoord"), (Qt.Key.Key_Y, "Privé antwoord, opnieuw")):
        press(qtbot, window, key)
        settle(qtbot, page.jobs)
        page.grab()
        settle(qtbot, page.jobs)
        assert lines(page)[0][0] == what
        assert page.parts.table.currentIndex().row() == 0
        assert what in told(page)


def test_words_and_lists_find_decisions(qtbot, page):
    find(qtbot, page, "06-1234")
    assert lines(page) == [("Privé antwoord", "Bel 06-12345678")]
    find(qtbot, page, "nergens")
    assert page.rows.rowCount() == 0
    assert not page.parts.export.isEnabled()
    page.parts.filters.reset()
    find(qtbot, page, "")
    assert page.rows.rowCount() == 4
    page.parts.filters.with_undone.setChecked(False)
    find(qtbot, page, "")
    assert [what for what, _ in lines(page)] == ["Privé antwoord", "Goed zo"]
    page.parts.filters.verb.setCurrentIndex(page.parts.filters.verb.findData(Verb.FINE))
    find(qtbot, page, "")
    assert [what for what, _ in lines(page)] == ["Goed zo"]


def test_a_period_is_chosen_by_its_days(qtbot, page):
    filters = page.parts.filters
    assert filters.first_day.isHidden()
    filters.period.setCurrentIndex(filters.period.findData("days"))
    assert not filters.first_day.isHidden()
    decided_on = filters.last_day.date()
    filters.last_day.setDate(decided_on.addDays(-1))
    find(qtbot, page, "")
    assert page.rows.rowCount() == 0
    filters.first_day.setDate(decided_on)  # the days may stand the other way round
    find(qtbot, page, "")
    assert page.rows.rowCount() == 4
    filters.period.setCurrentIndex(filters.period.findData("week"))
    find(qtbot, page, "")
    assert page.rows.rowCount() == 4


def test_the_list_follows_what_is_decided_elsewhere(qtbot, window, page, decided):
    bert = replace(page.jobs.console, actor="Bert")
    page.jobs.ask(lambda _console: triage.decide(bert, decided[2], Act(Verb.HANDLED)))
    settle(qtbot, page.jobs)
    page.grab()
    settle(qtbot, page.jobs)
    assert lines(page)[0] == ("Afgehandeld", "Weg met dat volk")
    assert page.parts.filters.actor.findData("Bert") > 0


def test_the_message_opens_on_its_own_page(qtbot, window, page):
    choose(qtbot, page, 2)
    page.parts.table.setFocus()
    press(qtbot, window, Qt.Key.Key_B, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert window.current_key == "messages"


@pytest.mark.parametrize(
    ("name", "made"), [("log.xlsx", "log.xlsx"), ("log.csv", "log.csv"), ("log", "log.xlsx"), ("22.11", "22.11.xlsx")]
)
def test_what_is_found_is_saved_where_the_person_says(qtbot, window, page, tmp_path, monkeypatch, name, made):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "uit" / name), "Excel (*.xlsx)"))
    (tmp_path / "uit").mkdir()
    find(qtbot, page, "auto")
    page.parts.table.setFocus()
    with qtbot.waitSignal(page.told) as told_person:
        press(qtbot, window, Qt.Key.Key_E, modifier=Qt.KeyboardModifier.ControlModifier)
    assert told_person.args == ["1 beslissing is bewaard."]
    assert [path.name for path in (tmp_path / "uit").iterdir()] == [made]
    if made.endswith("xlsx"):
        rows = list(openpyxl.load_workbook(tmp_path / "uit" / made).active.values)
        assert [row[6] for row in rows[1:]] == ["Staat er weer een auto fout"]


def test_who_thinks_better_of_it_saves_nothing(qtbot, page, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    page.choose_file()
    assert page.jobs.is_idle


def test_a_file_that_cannot_be_written_is_told(qtbot, page, tmp_path):
    with qtbot.waitSignal(page.warned) as warned:
        page.write(tmp_path / "weg" / "log.csv")
    assert "kon niet worden geschreven" in warned.args[0]


def test_an_empty_logbook_says_what_comes_here(dutch, open_page):
    page = open_page("logbook")
    assert any("Er is nog niets beslist" in label.text() for label in page.findChildren(PlainLabel))
    assert page.parts.table.isHidden()
