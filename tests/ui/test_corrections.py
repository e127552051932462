"""Klopt niet: what is not right about a message, on both pages, by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from console.desk import corrections as desk
from console.desk import messages, triage
from console.desk.intake import import_text
from console.domain.decision import Verb
from console.domain.judgement import Category, Label
from tests.console.desk.conftest import NOW
from tests.ui.conftest import press, settle
from ui.models.messages import Column

SHIFT = Qt.KeyboardModifier.ShiftModifier
PHONE, PLATE = "Bel hem maar op 06-12345678", "Wit busje, kenteken 8-KLM-19, stond bij de brug"
CHAT = f"""\
14-11-2026 12:00 - Anja Bakker: Goedemorgen allemaal
14-11-2026 12:05 - Henk: {PHONE}
14-11-2026 12:10 - Sam: {PLATE}
"""


@pytest.fixture
def group(console):
    return import_text(console, CHAT, "Kade", review_from=NOW - timedelta(days=30)).group_id


@pytest.fixture
def week(group, open_page, dutch):
    page = open_page("week")
    page.brake_ms = 0
    return page


@pytest.fixture
def berichten(qtbot, group, open_page, dutch):
    page = open_page("messages")
    qtbot.waitUntil(lambda: page.detail.panel.text == PLATE)
    page.table.setFocus()
    return page


def taught(console, group):
    return {(row.text, row.label, row.value) for row in desk.corrections(console, group)}


def open_texts(console):
    return {item.text for item in triage.week(console)}


def current(page):
    return page.rows.row(page.parts.queue.current_row).item.text


def correct(qtbot, window, *keys, **more):
    press(qtbot, window, Qt.Key.Key_K, **more)
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)
    settle(qtbot, window.jobs)


def test_flag_is_denied_with_three_keys_and_the_list_goes_on(qtbot, window, console, week, group):
    first = current(week)
    correct(qtbot, window, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert taught(console, group) == {(first, Label.PERSONAL_DATA, "none")}
    assert open_texts(console) == {PHONE, PLATE} - {first}
    assert current(week) != first
    assert week.rows.row(0).done is Verb.CORRECTION
    assert window.messages.text.startswith("Onthouden voor deze groep.")
    assert QApplication.focusWidget() is week.parts.queue


def test_undo_opens_it_again_and_forgets(qtbot, window, console, week, group):
    first = current(week)
    correct(qtbot, window, Qt.Key.Key_Space, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_Z)
    settle(qtbot, window.jobs)
    assert open_texts(console) == {PHONE, PLATE}
    assert taught(console, group) == set()
    assert current(week) == first
    assert week.rows.row(0).done is None


def test_with_shift_the_reader_stays(qtbot, window, week):
    first = current(week)
    correct(qtbot, window, Qt.Key.Key_Space, Qt.Key.Key_Return, modifier=SHIFT)
    assert current(week) == first


def test_message_that_still_asks_for_attention_stays_open(qtbot, window, console, make_group, open_page, dutch):
    text = f"Wit busje, kenteken 8-KLM-19. {PHONE}"
    import_text(console, f"14-11-2026 12:05 - Henk: {text}\n", "Akker", review_from=NOW - timedelta(days=30))
    page = open_page("week")
    page.brake_ms = 0
    correct(qtbot, window, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert open_texts(console) == {text}
    assert page.rows.row(0).done is None


def test_escape_keeps_nothing(qtbot, window, console, week, group):
    correct(qtbot, window, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert not week.parts.panel.is_asking
    assert taught(console, group) == set()
    assert QApplication.focusWidget() is week.parts.queue


def test_nothing_said_keeps_nothing(qtbot, window, console, week, group):
    correct(qtbot, window, Qt.Key.Key_Return)
    assert week.parts.panel.is_asking
    assert not week.parts.panel.correction.keep.isEnabled()
    assert taught(console, group) == set()


def test_week_asks_only_about_what_stands_there(qtbot, window, week):
    press(qtbot, window, Qt.Key.Key_K)
    answers = week.parts.panel.correction.answers
    assert [box.text() for box in answers.boxes] == ["Dit zijn geen persoonsgegevens"]
    assert answers.choices == []


def test_decided_message_is_not_asked_about(qtbot, window, week):
    press(qtbot, window, Qt.Key.Key_G, modifier=SHIFT)
    settle(qtbot, window.jobs)
    press(qtbot, window, Qt.Key.Key_K)
    assert not week.parts.panel.is_asking


def test_letters_are_dead_in_a_choice_of_the_question(qtbot, window, week, console):
    press(qtbot, window, Qt.Key.Key_K)
    category = week.parts.panel.correction.answers.category
    category.setFocus()
    qtbot.keyClicks(category, "g")
    settle(qtbot, window.jobs)
    assert open_texts(console) == {PHONE, PLATE}


def test_question_follows_the_language_and_remembers_the_answers(qtbot, window, week, dutch):
    press(qtbot, window, Qt.Key.Key_K)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    dutch.choose("en")
    window.jobs.set_language("en")
    settle(qtbot, window.jobs)
    (box,) = week.parts.panel.correction.answers.boxes
    assert box.text() == "These are nobody's personal data"
    assert box.isChecked()


def test_category_is_corrected_and_undone(qtbot, window, console, berichten, group):
    press(qtbot, window, Qt.Key.Key_K)
    category = berichten.detail.panel.correction.answers.category
    category.setCurrentIndex(category.findData(Category.LIVEABILITY.value))
    category.setFocus()
    qtbot.keyClick(category, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    corrected = next(message for message in messages.message_ids(console, messages.MessageFilter(query="busje")))
    assert messages.message_detail(console, corrected).judgement.category is Category.LIVEABILITY
    qtbot.waitUntil(lambda: berichten.detail.panel.text == PHONE)  # on to the next
    press(qtbot, window, Qt.Key.Key_Z)
    settle(qtbot, window.jobs)
    assert messages.message_detail(console, corrected).judgement.category is not Category.LIVEABILITY


def test_what_was_missed_is_said_in_messages(qtbot, window, console, berichten, group):
    berichten.table.setCurrentIndex(berichten.model.index(2, Column.TEXT))
    qtbot.waitUntil(lambda: berichten.detail.panel.text == "Goedemorgen allemaal")
    press(qtbot, window, Qt.Key.Key_K, modifier=SHIFT)
    answers = berichten.detail.panel.correction.answers
    asked = {miss.label: choice for miss, choice in zip(answers._misses, answers.choices, strict=True)}
    for label, value in ((Label.STIGMA, "exclusion"), (Label.VIGILANTISM, "yes")):
        asked[label].setCurrentIndex(asked[label].findData(value))
    asked[Label.STIGMA].setFocus()
    qtbot.keyClick(asked[Label.STIGMA], Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    said = {(label, value) for text, label, value in taught(console, group) if text == "Goedemorgen allemaal"}
    assert said == {(Label.STIGMA, "exclusion"), (Label.VIGILANTISM, "yes")}
    assert "Goedemorgen allemaal" in open_texts(console)
    assert berichten.detail.panel.text == "Goedemorgen allemaal"


def test_message_without_a_judgement_is_not_asked_about(qtbot, window, make_group, open_page, dutch):
    make_group("Akker").say("Hallo")
    page = open_page("messages")
    qtbot.waitUntil(lambda: page.detail.panel.text == "Hallo")
    page.ask_correction()
    assert not page.detail.panel.is_asking
    button = next(button for button in page.findChildren(QPushButton) if button.text() == "&Klopt niet…")
    assert not button.isEnabled()


def test_question_stays_with_its_answers_while_the_list_is_renewed(qtbot, window, week):
    press(qtbot, window, Qt.Key.Key_K)
    box = QApplication.focusWidget()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    week.refresh()
    settle(qtbot, window.jobs)
    assert QApplication.focusWidget() is box
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
