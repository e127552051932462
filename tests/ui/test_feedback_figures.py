"""The leaf Cijfers of Terugkoppeling: figures per group and per person, what was solved, and a year in words."""

import csv
from collections import Counter

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QFileDialog

from console.desk import professionals, todos, triage
from console.domain.decision import Act, Verb
from console.domain.feedback import Owing
from console.domain.professional import ProfessionalFacts
from console.domain.report import Result
from console.domain.telling import Audience, Telling, TellingHow
from tests.console.desk.conftest import chat  # noqa: F401  # fixture
from tests.console.desk.feedback.conftest import officer, opened  # noqa: F401  # fixtures
from tests.console.desk.feedback.test_numbers import report
from tests.ui.conftest import press, settle
from tests.ui.test_accessibility import interactive, letters_of, name_of
from tests.ui.test_feedback_professionals import tab_order
from ui.models.figures import Column
from ui.pages.feedback_figures import GROUPS, OWERS, STORIES, YEAR
from ui.widgets.figures_choice import DAYS, LAST_YEAR
from ui.widgets.text import PlainLabel

KEY = Qt.Key


def solved(console, chat, line):  # noqa: F811
    """The line is answered, and everybody in the group knows."""
    told = tuple(Telling(chat.group_id, audience, TellingHow.OFFLINE) for audience in Audience)
    act = Act(Verb.ANSWERED, text="De stoep is gemaakt.", result=Result.SOLVED, tellings=told)
    triage.decide(console, line.item_id, act)


@pytest.fixture
def ledger(console, chat, make_group, officer, opened, clock):  # noqa: F811
    """A week of one group: three lines, one of them solved in two days; beside a group in which nothing happened."""
    make_group("Haven")
    clock.forward(days=-9)
    hole = opened(chat, what="Gat in de stoep", owing=officer)
    opened(chat, what="Lamp stuk", owing=officer)
    opened(chat, what="Vuil naast de bak")
    clock.forward(days=2)
    solved(console, chat, hole)
    clock.forward(days=7)
    report(chat, "called")
    report(chat)
    return hole


@pytest.fixture
def leaf(qtbot, ledger, window, open_page, dutch):
    """The leaf as it opens."""
    page = open_page("feedback")
    page.show_leaf("figures")
    settle(qtbot, window.jobs)
    return page.leaf("figures")


@pytest.fixture
def show(qtbot, leaf, window):
    """Show one part of the leaf."""

    def show_part(part):
        leaf.show_part(part)
        settle(qtbot, window.jobs)

    return show_part


def table(leaf) -> dict[str, list[str]]:
    rows = leaf.figures.rows
    cells = [[rows.index(row, column).data() for column in Column] for row in range(rows.rowCount())]
    return {row[0].strip("\u2068\u2069"): row[1:] for row in cells}


def said(widget) -> str:
    labels = widget.findChildren(PlainLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget)).translate({0x2068: "", 0x2069: ""})


# --- figures ---------------------------------------------------------------------------------------------------------


def test_every_group_stands_by_name_with_what_each_number_is_of(leaf):
    assert list(table(leaf)) == ["Haven", "Kade"]
    assert table(leaf)["Kade"] == ["3", "1", "1 van 3", "0", "2 dagen (van 1)", "1 van 2, 1 niet bekend"]
    assert table(leaf)["Haven"] == ["0", "0", "–", "0", "–", "–"]


def test_all_together_is_said_in_sentences_with_unknown_apart(leaf):
    told = leaf.figures.said()
    assert "Er zijn 3 vragen gesteld. Teruggemeld: 1 van 3. Vervallen: 0." in told
    assert "Er kwam één antwoord, na 2 dagen." in told
    assert "2 meldingen met spoed. Bij 1 is 112 gebeld, bij 0 niet. Van 1 is het niet bekend." in told


def test_figures_that_find_no_room_are_told_of(qtbot, window, leaf):
    wider = "Maak het venster breder"
    assert wider not in leaf.figures.said()
    window.resize(window.width() * 3 // 5, window.height())
    settle(qtbot, window.jobs)
    assert leaf.figures.table.isColumnHidden(Column.LAPSED)
    assert not leaf.figures.table.isColumnHidden(Column.TOLD)
    assert wider in leaf.figures.said()


def test_who_owes_stands_by_name_and_without_urgent_reports(leaf, show):
    show(OWERS)
    assert table(leaf)["Peter Smit"][:3] == ["2", "1", "1 van 2"]
    assert table(leaf)["gemeente"][:3] == ["1", "0", "0 van 1"]
    assert leaf.figures.table.isColumnHidden(Column.URGENT)
    assert "niet om mensen te vergelijken" in leaf.figures.said()


def test_service_is_told_apart_from_a_professional_of_its_name(leaf, show, chat, opened, console, qtbot, window):  # noqa: F811
    professionals.add(console, chat.group_id, ProfessionalFacts("gemeente"))
    him = next(one.id for one in professionals.of_group(console, chat.group_id) if one.facts.name == "gemeente")
    opened(chat, owing=Owing(him))
    leaf.refresh()
    show(OWERS)
    assert {"gemeente", "gemeente (dienst)"} <= set(table(leaf))


def test_another_period_is_counted_anew(qtbot, window, leaf):
    leaf.choice.period.setCurrentIndex(leaf.choice.period.findData(LAST_YEAR))
    leaf.choice.period.activated.emit(0)
    settle(qtbot, window.jobs)
    assert "In deze periode is geen vraag gesteld." in leaf.figures.said()
    assert "Geen melding met spoed in deze periode." in leaf.figures.said()


def test_days_of_ones_own_begin_as_the_period_before_and_may_be_turned_around(qtbot, window, leaf):
    first, last = leaf.choice.span
    leaf.choice.period.setCurrentIndex(leaf.choice.period.findData(DAYS))
    leaf.choice.period.activated.emit(0)
    assert leaf.choice.span == (first, last)
    assert leaf.choice.first_day.isVisible()
    leaf.choice.first_day.setDate(QDate(2026, 11, 15))
    leaf.choice.last_day.setDate(QDate(2026, 11, 10))
    settle(qtbot, window.jobs)
    assert [day.day for day in leaf.choice.span] == [10, 15]
    assert table(leaf)["Kade"][0] == "0"  # opened on the sixth


def test_one_group_alone(qtbot, window, leaf):
    leaf.choice.group.setCurrentIndex(leaf.choice.group.findText("Haven"))
    leaf.choice.group.activated.emit(1)
    settle(qtbot, window.jobs)
    assert list(table(leaf)) == ["Haven"]


@pytest.mark.parametrize(("name", "kind"), [("cijfers.csv", "CSV (*.csv)"), ("cijfers", "CSV (*.csv)")])
def test_figures_are_saved_with_what_is_below_five_hidden(qtbot, window, leaf, monkeypatch, tmp_path, name, kind):
    folder = tmp_path / "uit"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(folder / name), kind))
    leaf.list.setFocus()
    press(qtbot, window, KEY.Key_E, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    (made,) = folder.iterdir()
    assert made.name == "cijfers.csv"
    (_headings, *rows) = csv.reader(made.read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
    assert all("3" not in row[4:] for row in rows)
    assert "onder de vijf" in window.messages.text


# --- what was solved -------------------------------------------------------------------------------------------------


def test_story_is_shared_with_its_group_and_undone(qtbot, window, leaf, show, chat, console):  # noqa: F811
    show(STORIES)
    assert "Gat in de stoep" in said(leaf.stories)
    leaf.list.setFocus()
    press(qtbot, window, KEY.Key_Return)
    press(qtbot, window, KEY.Key_Return)
    assert leaf.share.isVisible()
    assert leaf.share.group.currentData() == chat.group_id
    leaf.share.field.setPlainText("Beste buren, de stoep is gemaakt.")
    leaf.share.copy.setFocus()
    press(qtbot, window, KEY.Key_I)
    settle(qtbot, window.jobs)
    (todo,) = todos.todos(console)
    assert (todo.group, todo.text) == ("Kade", "Beste buren, de stoep is gemaakt.")
    assert leaf.stories.isVisible()
    press(qtbot, window, KEY.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert todos.todos(console) == ()


def test_story_is_copied_and_put_away(qtbot, window, leaf, show, clipboard):
    show(STORIES)
    leaf.stories.focus_first()
    press(qtbot, window, KEY.Key_Return)
    press(qtbot, window, KEY.Key_C)
    assert "stoep" in clipboard.text()
    press(qtbot, window, KEY.Key_Escape)
    assert leaf.stories.isVisible()
    assert not leaf.can_put_away()


def test_open_blank_is_filled_in_before_a_text_goes_anywhere(qtbot, window, leaf, show, clipboard, console):
    show(STORIES)
    leaf.stories.focus_first()
    press(qtbot, window, KEY.Key_Return)
    leaf.share.field.setPlainText("Beste [naam], het is klaar.")
    assert not leaf.share.post.isEnabled()
    assert "[naam]" in said(leaf.share)
    leaf.share.post_text()
    leaf.share.copy_text()
    settle(qtbot, window.jobs)
    assert todos.todos(console) == ()
    assert clipboard.text() == ""


def test_a_story_leads_to_its_question(qtbot, leaf, show, ledger):
    show(STORIES)
    with qtbot.waitSignal(leaf.page_requested) as asked:
        leaf.stories.line_requested.emit(ledger.id)
    assert asked.args == ["feedback", ("lines", ledger.id)]


def test_where_nothing_was_solved_it_says_how_it_comes_there(qtbot, window, leaf, show):
    show(STORIES)
    leaf.choice.period.setCurrentIndex(leaf.choice.period.findData(LAST_YEAR))
    leaf.choice.period.activated.emit(0)
    settle(qtbot, window.jobs)
    assert "In deze periode staat hier niets." in said(leaf.stories)


# --- a year ----------------------------------------------------------------------------------------------------------


def test_year_of_a_group_is_put_in_that_group(qtbot, window, leaf, show, console):
    show(YEAR)
    year = leaf.year
    year.group.setCurrentIndex(year.group.findText("Kade"))
    year.group.activated.emit(0)
    settle(qtbot, window.jobs)
    assert "2026" in year.share.field.text
    assert leaf.choice.isHidden()
    year.share.field.setPlainText("Dit was ons jaar.")
    year.share.copy.setFocus()
    press(qtbot, window, KEY.Key_I)
    settle(qtbot, window.jobs)
    (todo,) = todos.todos(console)
    assert (todo.group, todo.text) == ("Kade", "Dit was ons jaar.")
    assert not leaf.can_put_away()


def test_year_that_is_being_changed_stays_while_something_else_happens(qtbot, window, leaf, show, ledger):
    show(YEAR)
    leaf.year.share.field.setPlainText("Mijn eigen woorden")
    leaf.refresh()
    settle(qtbot, window.jobs)
    assert leaf.year.share.field.text == "Mijn eigen woorden"
    leaf.year.share.copy.setFocus()
    press(qtbot, window, KEY.Key_Escape)
    assert leaf.year.share.field.text != "Mijn eigen woorden"


def test_year_in_another_language(qtbot, window, leaf, show):
    show(YEAR)
    dutch_text = leaf.year.share.field.text
    leaf.year.language.setCurrentIndex(leaf.year.language.findData("en"))
    leaf.year.language.activated.emit(1)
    settle(qtbot, window.jobs)
    assert leaf.year.share.field.text not in ("", dutch_text)


def test_without_a_group_there_is_no_year_to_tell(qtbot, window, open_page, dutch):
    page = open_page("feedback")
    page.show_leaf("figures")
    settle(qtbot, window.jobs)
    leaf = page.leaf("figures")
    leaf.show_part(YEAR)
    settle(qtbot, window.jobs)
    assert "Er is nog geen groep." in said(leaf.year)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("part", [GROUPS, OWERS, STORIES, YEAR, "share"])
def test_everything_has_a_name_and_a_letter_of_its_own(qtbot, window, leaf, show, dutch, language, part):
    dutch.choose(language)
    window.jobs.set_language(language)
    show(STORIES if part == "share" else part)
    if part == "share":
        leaf.stories.focus_first()
        press(qtbot, window, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert all(name_of(widget) for widget in interactive(leaf))
    assert [letter for letter, count in Counter(letters_of(window)).items() if count > 1] == []


def test_tab_goes_from_what_to_see_by_the_choices_to_the_figures(leaf):
    assert tab_order(leaf) == [leaf.list, leaf.choice.period, leaf.choice.group, leaf.export, leaf.figures.table]


def test_a_long_text_is_read_from_its_beginning(leaf, show):
    show(YEAR)
    assert leaf.year.share.field.textCursor().atStart()
