"""The leaf of a group's rules over a real store: changing a group by keyboard."""

import pytest
from PySide6.QtCore import Qt

from console.desk import corrections
from console.desk import groups as desk
from console.desk.messages import MessageFilter, message_ids
from console.domain.group import GroupId, Officer
from console.domain.judgement import Flag, Label, Strictness
from tests.ui.conftest import flag, press, settle


@pytest.fixture
def page(qtbot, make_group, open_page, dutch):
    """The leaf of the first group of two."""
    kade = make_group("Kade", profile="hic")
    flag(kade, "Bel 06-12345678", "06-12345678", flag=Flag.PERSONAL_DATA)
    make_group("Akker")
    shown = open_page("groups")
    shown.open(GroupId(1), "rules")
    settle(qtbot, shown.jobs)
    return shown.sheet.leaf("rules")


def stored(page):
    return {group.name: group.profile for group in desk.groups(page.jobs.console)}


def test_kind_of_group_is_changed(qtbot, window, page):
    page.form.profile.setCurrentIndex(page.form.profile.findData("broad"))
    assert page.form.is_edited
    qtbot.keyClick(page.form.keep, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert stored(page)["Kade"] == "broad"


def test_what_somebody_chooses_survives_news_from_the_desk(qtbot, window, page):
    page.form.profile.setCurrentIndex(page.form.profile.findData("broad"))
    window.page("groups").refresh()
    settle(qtbot, window.jobs)
    assert page.form.profile.currentData() == "broad"
    assert page.form.is_edited


def test_escape_puts_back_what_is_in_force(qtbot, page):
    page.form.profile.setCurrentIndex(page.form.profile.findData("broad"))
    page.form.keep.setFocus()
    qtbot.keyClick(page.form.keep, Qt.Key.Key_Escape)
    assert page.form.profile.currentData() == "hic"


def strictness(page):
    return next(group.strictness for group in desk.groups(page.jobs.console) if group.name == "Kade")


def test_strictness_of_a_flag_is_changed_by_keyboard_and_undone(qtbot, window, page):
    page.form.leaves.setCurrentIndex(1)
    choice = page.form.strictness.choices[Flag.STIGMA]
    assert choice.currentText() == "gewoon"
    choice.setFocus()
    qtbot.keyClicks(choice, "s")
    assert choice.currentText() == "streng: ook bij twijfel"
    qtbot.keyClick(page.form.keep, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert strictness(page) == {Flag.STIGMA: Strictness.STRICT}
    assert not page.form.is_edited
    window.page("groups").sheet.list.setFocus()
    press(qtbot, window, Qt.Key.Key_Z)
    settle(qtbot, window.jobs)
    assert strictness(page) == {}
    assert choice.currentText() == "gewoon"


def test_escape_puts_strictness_back(qtbot, page):
    page.form.leaves.setCurrentIndex(1)
    choice = page.form.strictness.choices[Flag.ABUSE]
    choice.setCurrentIndex(choice.findData(Strictness.LENIENT.value))
    assert page.form.is_edited
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Escape)
    assert choice.currentText() == "gewoon"


def test_every_flag_that_can_be_in_doubt_has_a_choice(page):
    assert set(page.form.strictness.choices) == set(Flag) - {Flag.LANGUAGE}


@pytest.fixture
def taught(qtbot, window, page):
    """The page, after two things were taught to the first group."""
    console = page.jobs.console
    (message,) = message_ids(console, MessageFilter())
    for said in ({Label.STIGMA: "youth"}, {Label.CATEGORY: "liveability"}):
        page.jobs.ask(corrections.correct, message, said)
    settle(qtbot, window.jobs)
    page.form.leaves.setCurrentWidget(page.form.lessons)
    return page


def lessons_tab(page):
    return page.form.leaves.tabText(page.form.leaves.indexOf(page.form.lessons))


def cells(page):
    rows = page.form.lessons.rows
    return [[rows.index(row, column).data() for column in range(3)] for row in range(rows.rowCount())]


def test_what_a_group_taught_is_listed(taught):
    assert taught.form.leaves.tabText(4) == "Geleerd van u: 2"
    assert {(what, text) for _, what, text in cells(taught)} == {
        ("stigmatiserend: jongeren als groep", "Bel 06-12345678"),
        ("gaat over: leefbaarheid", "Bel 06-12345678"),
    }
    assert {when for when, _, _ in cells(taught)} == {"15 nov 2026"}


def test_another_group_taught_nothing(qtbot, window, taught):
    window.page("groups").open(GroupId(2))
    settle(qtbot, window.jobs)
    assert taught.form.leaves.tabText(4) == "Geleerd van u: 0"
    assert not taught.form.lessons.forget.isEnabled()
    assert not taught.form.lessons.table.isVisible()


def test_all_of_it_is_forgotten_after_one_question_and_undone(qtbot, window, taught):
    lessons, console = taught.form.lessons, taught.jobs.console
    lessons.forget.setFocus()
    qtbot.keyClick(lessons.forget, Qt.Key.Key_Space)
    assert lessons.sure.hasFocus()
    qtbot.keyClick(lessons.sure, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert corrections.corrections(console, 1) == ()
    assert window.messages.text.startswith("Vergeten.")
    assert lessons.count == 0
    window.page("groups").sheet.list.setFocus()
    press(qtbot, window, Qt.Key.Key_Z)
    settle(qtbot, window.jobs)
    assert len(corrections.corrections(console, 1)) == lessons.count == 2


def test_question_whether_to_forget_is_put_away_with_escape(qtbot, window, taught):
    lessons = taught.form.lessons
    lessons.forget.setFocus()
    qtbot.keyClick(lessons.forget, Qt.Key.Key_Space)
    qtbot.keyClick(lessons.sure, Qt.Key.Key_Escape)
    assert not lessons.can_put_away()
    assert lessons.forget.hasFocus()
    assert lessons.count == 2


def test_one_thing_that_was_taught_is_forgotten_alone(qtbot, window, taught):
    lessons = taught.form.lessons
    lessons.table.setCurrentIndex(lessons.rows.index(1, 0))
    gone = lessons.rows.row(1)
    lessons.forget_one.setFocus()
    qtbot.keyClick(lessons.forget_one, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert lessons.count == 1
    assert gone not in corrections.corrections(taught.jobs.console, 1)


# --- where it is, and whom it asks ----------------------------------------------------------------------------------


def test_officer_and_municipality_are_kept_together_and_undone(qtbot, window, page):
    form, console = page.form, page.jobs.console
    form.municipality.setCurrentIndex(form.municipality.findData("rotterdam"))
    form.officer.setText("Jan de Wit")
    form.officer_phone.setText("06 12345678")
    form.keep.setFocus()
    qtbot.keyClick(form.keep, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    kept = desk.settings(console, 1)
    assert kept.municipality == "rotterdam"
    assert kept.officer == Officer("Jan de Wit", "+31612345678")
    assert form.officer_phone.text() == "+31612345678"
    assert not form.is_edited
    window.page("groups").sheet.list.setFocus()
    press(qtbot, window, Qt.Key.Key_Z)
    settle(qtbot, window.jobs)
    assert form.municipality.currentData() == "netherlands"
    assert form.officer.text() == ""


def test_a_number_that_is_none_says_why_and_stays_in_the_field(qtbot, window, page):
    page.form.officer.setText("Jan")
    page.form.officer_phone.setText("0612")
    page.form.officer_phone.setFocus()
    qtbot.keyClick(page.form.officer_phone, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble
    assert page.form.officer_phone.text() == "0612"
    assert desk.settings(page.jobs.console, 1).officer is None
