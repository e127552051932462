"""The leaf Meldingen over a real store, by keyboard alone: find a report, and read it."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt

from console.desk.feedback import changing
from console.desk.reports import mending, threads
from console.domain.changes import Changes
from console.domain.report import Nature
from tests.console.desk.conftest import NOW, flagged
from tests.console.desk.reports.conftest import talk  # noqa: F401  # fixture
from tests.ui import reports_steps
from tests.ui.conftest import press, settle
from tests.ui.reports_steps import KEY, ask, column, go_to, own, remarks, said
from tests.ui.test_accessibility import interactive, letters_of, name_of
from ui.models.reports import Column
from ui.shortcuts import Command

page, leaf, sheet = reports_steps.page, reports_steps.leaf, reports_steps.sheet  # fixtures


# --- the table -------------------------------------------------------------------------------------------------------


def test_reports_stand_in_the_table_the_newest_on_top(window, leaf):
    assert column(leaf, Column.WHAT) == [
        "Inbraak bezig bij nummer 12 in de Kerkstraat, man met bivakmuts!",
        "De lantaarnpaal bij de speeltuin is kapot, het is daar erg donker",
    ]
    assert column(leaf, Column.CALLED) == ["gebeld na 3 minuten", ""]
    assert column(leaf, Column.MESSAGES) == ["3", "3"]
    assert column(leaf, Column.NATURE)[0] == "spoed"
    assert leaf.all._count_label.text() == "2 meldingen"
    assert window.focusWidget() is leaf.table


def test_answer_owed_stands_behind_its_report(qtbot, window, leaf, talk):  # noqa: F811
    line = changing.open_by_hand(talk.console, talk.burglar[0]).line_id
    window.jobs.changed.emit(Changes(feedback=True))
    settle(qtbot, window.jobs)
    assert column(leaf, Column.LINE) == [f"BC-{line} te vragen", ""]


def test_words_and_boxes_narrow_the_table_and_one_press_gives_all_back(qtbot, window, leaf):
    press(qtbot, window, "/")
    assert window.focusWidget() is leaf.all.filters.search
    qtbot.keyClicks(window.focusWidget(), "bivakmuts")
    qtbot.waitUntil(lambda: not leaf._search_soon.isActive())
    settle(qtbot, window.jobs)
    press(qtbot, window, KEY.Key_Down)
    assert window.focusWidget() is leaf.table
    assert len(column(leaf, Column.WHAT)) == 1
    nature = leaf.all.filters.nature
    nature.setCurrentIndex(nature.findData(Nature.LIVEABILITY))
    qtbot.waitUntil(lambda: not leaf._search_soon.isActive())
    settle(qtbot, window.jobs)
    assert leaf.table.isHidden()
    assert "Zoek met minder woorden" in leaf.all._count_label.text()
    leaf.all.filters.clear.click()
    qtbot.waitUntil(lambda: not leaf._search_soon.isActive())
    settle(qtbot, window.jobs)
    assert len(column(leaf, Column.WHAT)) == 2
    assert leaf.all.filters.clear.isHidden()


def test_without_reports_the_leaf_says_where_they_come_from(qtbot, window, make_group, open_page, dutch):
    make_group("Kade")
    page = open_page("feedback")
    page.show_leaf("reports")
    settle(qtbot, window.jobs)
    assert "nog geen meldingen" in page.leaf("reports").all._count_label.text()
    assert page.leaf("reports").table.isHidden()


# --- one report ------------------------------------------------------------------------------------------------------


def test_enter_opens_a_report_among_its_neighbours_and_esc_goes_back(qtbot, window, leaf, talk):  # noqa: F811
    ask(qtbot, window, KEY.Key_Return)
    assert leaf.is_open
    assert own(leaf.sheet) == talk.burglar
    assert remarks(leaf.sheet, talk.burglar[0]) == "Het eerste bericht hierover"
    assert remarks(leaf.sheet, talk.lamp[2]) == "Hoort bij een andere melding"
    assert "Kade" in leaf.sheet._where.text()
    assert "3 berichten" in leaf.sheet._where.text()
    press(qtbot, window, KEY.Key_Escape)
    assert not leaf.is_open
    assert window.focusWidget() is leaf.table


def test_why_a_message_stands_there_is_said_at_the_readers_own_line(sheet, talk):  # noqa: F811
    assert remarks(sheet, talk.burglar[1]) == ""
    go_to(sheet, talk.burglar[1])
    because = threads.detail(talk.console, talk.of_burglar).messages[1].because
    assert because
    assert remarks(sheet, talk.burglar[1]) == " ".join(because)
    placed = sheet.conversation.placed
    heard = placed.index(placed.focus).data(Qt.ItemDataRole.AccessibleTextRole)
    assert because[0].rstrip(".") in heard
    assert "Hoort bij een andere melding" in placed.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_minutes_and_heads_are_told_with_whose_word_they_are(sheet):
    assert "112 is gebeld na 3 minuten, door Els" in said(sheet.known)
    assert sheet.known.nature.box.currentText() == "spoed"
    assert sheet.known.called.by.currentText().strip("\u2068\u2069") == "Els"
    assert sheet.known.called.minutes.value() == 3
    assert said(sheet.known).count("voorstel") == 7
    assert "door u" not in said(sheet.known)


def test_space_and_backspace_go_through_the_table(qtbot, window, leaf, sheet, talk):  # noqa: F811
    ask(qtbot, window, KEY.Key_Space)
    assert own(sheet) == talk.lamp
    ask(qtbot, window, KEY.Key_Space)  # the last one
    assert own(sheet) == talk.lamp
    ask(qtbot, window, KEY.Key_Backspace)
    assert own(sheet) == talk.burglar


def test_report_that_went_into_another_one_gives_way_to_the_table(qtbot, window, leaf, sheet, talk):  # noqa: F811
    window.jobs.ask(mending.join, talk.of_burglar, talk.of_lamp)
    settle(qtbot, window.jobs)
    assert not leaf.is_open
    assert len(column(leaf, Column.WHAT)) == 1


def test_another_page_opens_a_report_by_its_id(qtbot, window, page, talk):  # noqa: F811
    page.open_with(("reports", talk.of_lamp))
    settle(qtbot, window.jobs)
    assert own(page.leaf("reports").sheet) == talk.lamp


# --- for everybody ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("asks", [None, Command.ALIKE, Command.OTHER_GROUP, Command.QUESTION, Command.REDIRECT])
def test_everything_has_a_name_and_a_letter_of_its_own(qtbot, window, page, leaf, sheet, dutch, language, asks):
    dutch.choose(language)
    window.jobs.set_language(language)
    settle(qtbot, window.jobs)
    if asks is not None:
        leaf.acting.obey(asks)
        settle(qtbot, window.jobs)
    assert all(name_of(widget) for widget in interactive(page))
    letters = letters_of(window)
    assert [letter for letter, count in Counter(letters).items() if count > 1] == []


def test_table_has_names_and_letters_of_its_own(window, page, leaf):
    assert all(name_of(widget) for widget in interactive(page))
    letters = letters_of(window)
    assert [letter for letter, count in Counter(letters).items() if count > 1] == []


def test_markup_in_a_report_stays_text(qtbot, window, leaf, talk):  # noqa: F811
    nasty = "<b>Inbraak</b> <img src=x> \u202e bij de Kerkstraat, bel 112!"
    made = talk.chat.say(nasty, "Dirk", at=NOW, judgement=flagged())
    report = mending.begin(talk.console, made)[1]
    leaf.open(report)
    settle(qtbot, window.jobs)
    assert leaf.sheet._title.text().startswith("<b>Inbraak</b> <img src=x> ‹U+202E›")
    assert leaf.sheet._title.textFormat() is Qt.TextFormat.PlainText
