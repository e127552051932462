"""Answering on Deze week by keyboard alone: drafts, blanks, tone and place, counters, groups, the ladder."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select, update

from console.desk import drafts, groups, ladder, logbook, todos, triage
from console.domain.changes import Changes
from console.domain.decision import Act, Verb
from console.domain.draft import Place, Tone
from console.domain.judgement import Abuse, Attention, Category, Flag, Judgement, Reason, Span
from console.domain.outgoing import Action
from console.store.tables import feedback, messages, steps
from tests.console.desk.conftest import NOW
from tests.ui.conftest import flag, press, settle

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
RUDE = "Hou toch je mond, zeurkous"


@pytest.fixture
def kade(make_group):
    """A rude message of Bram, a number of Els, and a cat that does not belong."""
    chat = make_group("Kade", profile="hic", review_from=NOW - timedelta(days=30))
    reason = Reason(Flag.ABUSE, "abuse.insult", "Hier wordt iemand beledigd.", "Somebody is insulted.", (Span(0, 4),))
    rude = Judgement(Category.REPLY, abuse=Abuse.INSULT, attention=Attention.NOW, reasons=(reason,))
    chat.item(chat.say(RUDE, author="Bram", judgement=rude))
    flag(chat, "Bel Piet op 06-12345678", "06-12345678", author="Els")
    why = Reason(Flag.OFF_TOPIC, "off_topic.liveability", "Dit hoort hier niet.", "Not here.", (Span(0, 8),))
    dark = Judgement(Category.LIVEABILITY, off_topic=True, attention=Attention.LATER, reasons=(why,))
    chat.item(chat.say("Lantaarn kapot bij 12", author="Ria", judgement=dark))
    return chat


@pytest.fixture
def page(kade, open_page, dutch):
    shown = open_page("week")
    shown.brake_ms = 0
    return shown


def go_to(page, author):
    """Show the message of somebody."""
    place = next(row for row in range(page.rows.rowCount()) if page.rows.row(row).item.author == author)
    page.parts.queue.choose(place)


@pytest.fixture
def at(qtbot, window, page):
    """Go to somebody's message and press a key."""

    def show(author: str, key: str | Qt.Key, **more):
        go_to(page, author)
        settle(qtbot, window.jobs)
        press(qtbot, window, key, **more)
        settle(qtbot, window.jobs)
        return page.parts.answer

    return show


def key(qtbot, window, pressed, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), pressed, modifier)
    settle(qtbot, window.jobs)


def finish(qtbot, window, modifier=CTRL):
    key(qtbot, window, Qt.Key.Key_Return, modifier)


def waiting(page):
    return {item.author for item in triage.week(page.jobs.console)}


def on_phone(page):
    return [(todo.action, todo.recipient, todo.text) for todo in todos.todos(page.jobs.console)]


def test_two_keys_answer_in_private_and_go_on(qtbot, window, page, at):
    panel = at("Bram", Qt.Key.Key_P)
    assert QApplication.focusWidget() is panel.field
    text = panel.field.text
    assert text.startswith("Hoi Bram")
    assert panel.preview.text == text
    assert page.parts.bar.isHidden()
    finish(qtbot, window)
    assert waiting(page) == {"Els", "Ria"}
    assert on_phone(page) == [(Action.PRIVATE, "Bram", text)]
    assert page.rows.row(page.parts.queue.current_row).item.author != "Bram"
    assert panel.isHidden()
    assert not page.parts.bar.isHidden()
    assert "staat klaar" in window.messages.text


def test_shift_stays_with_the_message(qtbot, window, page, at):
    at("Els", Qt.Key.Key_P, modifier=SHIFT)
    finish(qtbot, window)
    assert page.rows.row(page.parts.queue.current_row).item.author == "Els"
    assert waiting(page) == {"Bram", "Ria"}


def test_escape_leaves_the_answer_and_decides_nothing(qtbot, window, page, at):
    panel = at("Els", Qt.Key.Key_P)
    key(qtbot, window, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert QApplication.focusWidget() is page.parts.queue
    assert len(waiting(page)) == 3
    assert on_phone(page) == []


def test_letters_in_the_text_are_no_decisions(qtbot, window, page, at):
    panel = at("Els", Qt.Key.Key_P)
    qtbot.keyClicks(panel.field, "gzvh")
    settle(qtbot, window.jobs)
    assert panel.field.text.endswith("gzvh")
    assert len(waiting(page)) == 3


def test_open_blank_is_chosen_with_tab_and_must_be_filled(qtbot, window, page, at):
    panel = at("Els", Qt.Key.Key_P)
    panel.field.show_text("Hoi Els, kijk op [link] of bel [wie].")
    assert panel.field.textCursor().selectedText() == "[link]"
    assert "[link], [wie]" in panel._open.text()
    assert not panel.send.isEnabled()
    finish(qtbot, window)
    assert len(waiting(page)) == 3
    key(qtbot, window, Qt.Key.Key_Backtab)
    key(qtbot, window, Qt.Key.Key_Tab)
    assert panel.field.textCursor().selectedText() == "[wie]"
    qtbot.keyClicks(panel.field, "de wijkagent")
    key(qtbot, window, Qt.Key.Key_Tab)
    qtbot.keyClicks(panel.field, "de site")
    assert panel.send.isEnabled()
    finish(qtbot, window)
    assert on_phone(page) == [(Action.PRIVATE, "Els", "Hoi Els, kijk op de site of bel de wijkagent.")]


def test_tone_and_place_give_another_draft_and_another_act(qtbot, window, page, at):
    panel = at("Bram", Qt.Key.Key_P)
    plain = panel.field.text
    panel.tone.setFocus()
    key(qtbot, window, Qt.Key.Key_Down)
    assert panel.wanted[2] is Tone.KIND
    kind = panel.field.text
    assert kind != plain
    panel.place.setFocus()
    key(qtbot, window, Qt.Key.Key_Down)
    assert panel.wanted[1] is Place.GROUP
    assert "Kade" in panel.preview._title.text()  # the whole group reads it
    assert "Bram" not in panel.field.text  # nobody is corrected by name before the whole group
    finish(qtbot, window)
    assert [action for action, _who, _text in on_phone(page)] == [Action.GROUP]


def test_redirect_proposes_the_counter_that_fits_and_takes_another(qtbot, window, page, at):
    panel = at("Ria", Qt.Key.Key_D)
    proposed = panel.target.currentText()
    text = panel.field.text
    assert "14010" in text or "MeldR" in text or "gemeente" in text.lower()
    panel.target.setFocus()
    key(qtbot, window, Qt.Key.Key_Down)
    assert panel.target.currentText() != proposed
    assert panel.field.text != text
    finish(qtbot, window)
    assert waiting(page) == {"Bram", "Els"}
    assert on_phone(page)[0][:2] == (Action.PRIVATE, "Ria")


def test_other_group_needs_one_and_puts_sisters_first(qtbot, window, page, at, make_group, console, kade):
    at("Ria", Qt.Key.Key_A)
    assert "geen andere groep" in window.messages.text
    make_group("Aardbei")
    sister = make_group("Praatgroep")
    groups.change_group(console, kade.group_id, sisters=frozenset({sister.group_id}))
    panel = at("Ria", Qt.Key.Key_A)
    assert [panel.target.itemText(place) for place in range(panel.target.count())] == ["Praatgroep", "Aardbei"]
    assert "Praatgroep" in panel.field.text


def test_question_to_the_officer_is_owed_an_answer_from_now_on(qtbot, window, page, at, console):
    panel = at("Els", Qt.Key.Key_W)
    assert "de wijkagent" in panel.preview._title.text()
    while panel.field.choose_blank():
        qtbot.keyClicks(panel.field, "iets")
    finish(qtbot, window)
    with console.store.reading() as connection:
        assert connection.scalars(select(feedback.c.state)).all() == ["asked"]
    assert [action for action, _who, _text in on_phone(page)] == [Action.OFFICER]


def test_own_text_is_kept_for_the_group_unless_it_names_somebody(qtbot, window, page, at, console, kade):
    panel = at("Bram", Qt.Key.Key_P)
    assert panel.own.isHidden()
    panel.field.show_text(f"{panel.field.text}\n")
    assert panel.own.isHidden()  # another line is no text of one's own
    panel.field.show_text("Hoi Bram, wilt u het netjes houden? Groet van de beheerder.")
    assert panel.own.isChecked()
    finish(qtbot, window)
    (own,) = drafts.own_drafts(console, kade.group_id)
    assert own.text == "Hoi [naam], wilt u het netjes houden? Groet van de beheerder."
    panel = at("Els", Qt.Key.Key_P)
    panel.field.show_text("Hoi, het nummer 06-12345678 van Piet mag hier niet staan.")
    finish(qtbot, window)
    assert len(drafts.own_drafts(console, kade.group_id)) == 1
    assert not window.messages.is_trouble  # nobody asked for it
    assert waiting(page) == {"Ria"}


def test_who_asks_to_keep_a_text_that_names_somebody_hears_that_it_is_not(qtbot, window, page, at, console, kade):
    panel = at("Els", Qt.Key.Key_P)
    panel.field.show_text("Hoi, het nummer 06-12345678 van Piet mag hier niet staan.")
    panel.own.setFocus()
    for _ in range(2):  # off, and on again by oneself
        key(qtbot, window, Qt.Key.Key_Space)
    finish(qtbot, window)
    assert drafts.own_drafts(console, kade.group_id) == ()
    assert window.messages.is_trouble
    assert "Els" not in waiting(page)


def test_box_cleared_keeps_the_shipped_text(qtbot, window, page, at, console, kade):
    panel = at("Bram", Qt.Key.Key_P)
    panel.field.show_text("Hoi Bram, houd het netjes.")
    panel.own.setFocus()
    key(qtbot, window, Qt.Key.Key_Space)
    finish(qtbot, window)
    assert drafts.own_drafts(console, kade.group_id) == ()


def steps_of(console):
    with console.store.reading() as connection:
        return connection.scalars(select(steps.c.rung).where(steps.c.removed_at.is_(None))).all()


def test_proposed_step_is_taken_and_written_down(qtbot, window, page, at, console):
    panel = at("Bram", Qt.Key.Key_S)
    assert panel.question.verb is Verb.PRIVATE
    assert panel.counts.isChecked()
    finish(qtbot, window)
    assert steps_of(console) == ["note"]


def test_step_that_is_not_to_count_does_not(qtbot, window, page, at, console):
    panel = at("Bram", Qt.Key.Key_P)
    panel.counts.setFocus()
    key(qtbot, window, Qt.Key.Key_Space)
    finish(qtbot, window)
    assert steps_of(console) == []
    assert "Bram" not in waiting(page)


def test_removal_asks_why_and_tells_the_member_nothing(qtbot, window, page, at, console, kade):
    ladder.change_ladder(console, kade.group_id, {"remove": 365})
    page.changed(Changes(groups=True))
    settle(qtbot, window.jobs)
    panel = at("Bram", Qt.Key.Key_S)
    assert panel.question.verb is Verb.REMOVE
    assert panel.field.text == ""
    assert not panel.send.isEnabled()
    qtbot.keyClicks(panel.field, "Scheldt al maanden")
    finish(qtbot, window)
    assert on_phone(page) == [(Action.REMOVE, "Bram", None)]
    assert logbook.logbook(console)[0].note == "Scheldt al maanden"


def test_message_that_changed_meanwhile_is_not_decided_about(qtbot, window, page, at, console, kade):
    panel = at("Bram", Qt.Key.Key_P)
    with console.store.writing() as connection:
        edited = update(messages).where(messages.c.text == RUDE)
        connection.execute(edited.values(text="Sorry, dat was niet aardig", is_edited=True))
    finish(qtbot, window)
    assert window.messages.is_trouble
    assert "Bram" in waiting(page)
    assert on_phone(page) == []
    assert panel.isHidden()


def test_undo_takes_the_answer_off_the_phone_and_redo_puts_it_back(qtbot, window, page, at):
    at("Bram", Qt.Key.Key_P)
    finish(qtbot, window)
    key(qtbot, window, Qt.Key.Key_Z)
    assert "Bram" in waiting(page)
    assert on_phone(page) == []
    key(qtbot, window, Qt.Key.Key_Y)
    assert "Bram" not in waiting(page)
    assert len(on_phone(page)) == 1


def test_text_that_stands_ready_is_copied_with_one_key(qtbot, window, page, at, clipboard):
    panel = at("Bram", Qt.Key.Key_P)
    text = panel.field.text
    finish(qtbot, window)
    press(qtbot, window, Qt.Key.Key_C)
    settle(qtbot, window.jobs)
    assert clipboard.text() == text


def test_delete_and_dealt_with_take_one_key_each(qtbot, window, page, at):
    at("Bram", Qt.Key.Key_V)
    at("Els", Qt.Key.Key_H)
    assert waiting(page) == {"Ria"}
    assert [action for action, _who, _text in on_phone(page)] == [Action.DELETE]


def test_second_press_at_once_is_braked(qtbot, window, page, at):
    page.brake_ms = 60_000
    at("Bram", Qt.Key.Key_V)
    at("Els", Qt.Key.Key_P)
    assert len(waiting(page)) == 3
    assert page.parts.answer.isHidden()


def test_answer_goes_when_the_reader_goes_to_another_message(qtbot, window, page, at):
    panel = at("Bram", Qt.Key.Key_P)
    go_to(page, "Els")
    settle(qtbot, window.jobs)
    assert panel.isHidden()
    assert not page.parts.panel.isHidden()


def test_draft_follows_what_another_decided(qtbot, window, page, at, console):
    other = next(item for item in triage.week(console) if item.author == "Els")
    triage.decide(console, other.id, Act(Verb.HANDLED))
    at("Els", Qt.Key.Key_P)
    finish(qtbot, window)
    assert window.messages.is_trouble
    assert on_phone(page) == []


def test_undo_in_the_text_never_brings_back_what_was_written_to_somebody_else(qtbot, window, page, at):
    panel = at("Bram", Qt.Key.Key_P)
    qtbot.keyClicks(panel.field, "Dit is voor Bram alleen.")
    finish(qtbot, window)
    at("Els", Qt.Key.Key_P)
    proposed = panel.field.text
    key(qtbot, window, Qt.Key.Key_Z, CTRL)
    assert panel.field.text == proposed
    assert waiting(page) == {"Els", "Ria"}


@pytest.mark.parametrize("shares", [(25, 75), (55, 45)], ids=["as it comes", "with a wide list"])
def test_text_grows_while_it_is_written_and_leaves_the_message_its_room(qtbot, window, page, at, shares):
    page.parts._split.setSizes([page.width() * share // 100 for share in shares])
    panel = at("Els", Qt.Key.Key_P)
    low = panel.field.height()
    panel.field.insertPlainText("x\n" * 6)
    settle(qtbot, window.jobs)
    assert panel.field.height() > low
    panel.field.insertPlainText("x\n" * 60)
    settle(qtbot, window.jobs)
    assert panel.field.height() < page.height() / 3
    qtbot.waitUntil(lambda: page.parts.conversation.height() > page.height() / 5)  # layouts follow each other


def test_answer_is_there_before_it_is_asked_for(qtbot, window, page, jobs):
    go_to(page, "Els")
    settle(qtbot, jobs)
    qtbot.waitUntil(lambda: page._acting.message._answering.is_ready)
    press(qtbot, window, Qt.Key.Key_P)
    assert page.parts.answer.field.text.startswith("Hoi Els")  # without waiting for any job


def test_answer_that_was_asked_for_ahead_is_asked_anew_when_something_changed(qtbot, window, page, jobs, console):
    go_to(page, "Els")
    settle(qtbot, jobs)
    qtbot.waitUntil(lambda: page._acting.message._answering.is_ready)
    jobs.changed.emit(Changes(items=True))
    assert not page._acting.message._answering.is_ready


def test_text_that_was_left_stands_there_again_for_the_same_message_only(qtbot, window, page, at):
    panel = at("Els", Qt.Key.Key_P)
    qtbot.keyClicks(panel.field, " Tot morgen.")
    written = panel.field.text
    key(qtbot, window, Qt.Key.Key_Escape)
    assert "Tot morgen." not in at("Bram", Qt.Key.Key_P).field.text
    key(qtbot, window, Qt.Key.Key_Escape)
    assert at("Els", Qt.Key.Key_P).field.text == written
    finish(qtbot, window)
    key(qtbot, window, Qt.Key.Key_Z)
    assert at("Els", Qt.Key.Key_P).field.text == written


def test_hard_words_of_a_person_are_told_quietly_and_the_draft_is_plain(qtbot, window, at):
    panel = at("Bram", Qt.Key.Key_P)
    assert panel.plainer.isHidden()
    panel.field.selectAll()
    panel.field.insertPlainText("Hoi Bram, wilt u dit bericht indien mogelijk weghalen?")
    settle(qtbot, window.jobs)
    assert panel.plainer.text() == "‘indien’ is taal van kantoor. Zeg liever: als."
    panel.field.selectAll()
    panel.field.insertPlainText("Hoi Bram, wilt u dit bericht weghalen?")
    settle(qtbot, window.jobs)
    assert panel.plainer.isHidden()
