"""What stands on the card of a line: what was recognised, what is the same, and who reported it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from sqlalchemy import insert

from console.desk.feedback import lines
from console.desk.reports import mending
from console.domain.changes import Changes
from console.domain.feedback import FindKind, LineState
from console.store.tables import forwards
from tests.console.desk.conftest import NOW
from tests.ui import lines_steps
from tests.ui.conftest import press, settle
from tests.ui.lines_steps import BUS, LAMP, find, go_to, state_of
from tests.ui.requests_steps import key, said
from ui.widgets.find_frame import FindFrame

CTRL = Qt.KeyboardModifier.ControlModifier
quay, leaf = lines_steps.quay, lines_steps.leaf  # fixtures


def button(part, words):
    """The button with these words."""
    (found,) = [one for one in part.findChildren(QPushButton) if one.text().replace("&", "") == words]
    return found


def pass_on(console, quay, line):
    """Let a line have been passed on to a service that says it is closed."""
    row = {
        "feedback_id": line.id,
        "group_id": quay.group_id,
        "channel": "signalen",
        "recipient": "Gemeente",
        "body": "",
    }
    row |= {"external_id": "7", "external_number": "SIG-7", "status": "closed", "status_at": NOW, "created_at": NOW}
    with console.store.writing() as connection:
        connection.execute(insert(forwards).values(row))


def test_answer_that_was_recognised_is_taken_over_with_its_words(qtbot, window, leaf, quay, console):
    said_id = quay.say("De lantaarn is vanmorgen gemaakt", "Peter Smit")
    find(console, quay, FindKind.ANSWER, said_id, quay.lamp)
    leaf.changed(Changes(feedback=True))
    settle(qtbot, window.jobs)
    go_to(qtbot, window, leaf, LAMP)
    assert "vanmorgen" in said(leaf.parts.line.card)
    press(qtbot, window, "s")
    settle(qtbot, window.jobs)
    assert leaf.parts.line.answer.field.toPlainText() == "De lantaarn is vanmorgen gemaakt"
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    line = lines.line(console, quay.lamp.id)
    assert (line.state, line.answer_message_id) == (LineState.ANSWERED, said_id)
    assert leaf.parts.line.tellings.isVisible()


def test_what_was_recognised_and_is_not_so_goes(qtbot, window, leaf, quay, console):
    find(console, quay, FindKind.ASKS, quay.say("Al iets gehoord over de lantaarn?", "Els"), quay.lamp)
    leaf.changed(Changes(feedback=True))
    settle(qtbot, window.jobs)
    go_to(qtbot, window, leaf, LAMP)
    leaf.parts.line.card.find_declined.emit(leaf.parts.line.card.detail.finds[0])
    settle(qtbot, window.jobs)
    assert leaf.parts.line.card.detail.finds == ()


def test_who_asks_for_news_is_offered_a_word_when_it_is_so(qtbot, window, leaf, quay, console):
    find(console, quay, FindKind.ASKS, quay.say("Al iets gehoord over de lantaarn?", "Els"), quay.lamp)
    leaf.changed(Changes(feedback=True))
    settle(qtbot, window.jobs)
    go_to(qtbot, window, leaf, LAMP)
    leaf.parts.line.card.findChild(FindFrame).yes.click()
    settle(qtbot, window.jobs)
    assert leaf.parts.line.tellings.isVisible()
    assert any("nog geen antwoord" in field.field.toPlainText() for field in leaf.parts.line.tellings.fields)


def test_keys_work_on_after_a_button_that_goes_with_what_was_recognised(qtbot, window, leaf, quay, console):
    find(console, quay, FindKind.ASKS, quay.say("Al iets gehoord over de lantaarn?", "Els"), quay.lamp)
    leaf.changed(Changes(feedback=True))
    settle(qtbot, window.jobs)
    go_to(qtbot, window, leaf, LAMP)
    no = leaf.parts.line.card.findChild(FindFrame).no
    no.setFocus()
    no.click()
    settle(qtbot, window.jobs)
    assert leaf.isAncestorOf(QApplication.focusWidget())
    press(qtbot, window, "v")
    assert leaf.parts.line.lapse.isVisible()


def test_what_belongs_to_no_question_opens_one(qtbot, window, leaf, quay, console):
    find(console, quay, FindKind.ASKS, quay.say("Weet iemand iets over de bouwput?", "Els"))
    leaf.changed(Changes(feedback=True))
    settle(qtbot, window.jobs)
    assert leaf.parts.finds.text() == "Herkend in de gesprekken: 1"
    leaf.parts.finds.click()
    settle(qtbot, window.jobs)
    assert QApplication.focusWidget() is leaf.parts.found.frames[0].yes
    key(qtbot, window, Qt.Key.Key_Return)
    assert leaf.rows.rowCount() == 4
    assert not leaf.parts.found.isVisible()


def test_keyboard_goes_on_to_what_else_belongs_to_no_question(qtbot, window, leaf, quay, console):
    for text in ("Is er al iets bekend over de fietsen?", "En over de boom?"):
        find(console, quay, FindKind.ASKS, quay.say(text, "Henk"))
    leaf.changed(Changes(feedback=True))
    settle(qtbot, window.jobs)
    leaf.parts.finds.click()
    press(qtbot, window, Qt.Key.Key_Tab)
    key(qtbot, window, Qt.Key.Key_Space)  # no
    (left,) = leaf.parts.found.frames
    assert "boom" in said(left)
    assert QApplication.focusWidget() is left.yes
    assert leaf.rows.rowCount() == 3


def test_what_is_the_same_becomes_one_question_for_both_groups(qtbot, window, leaf, quay, console):
    twin = quay.birds.say("De lantaarn op de hoek van de Kade is kapot", "Omar")
    other = lines_steps.open_line(console, (quay.birds.group_id, twin), what=LAMP, owing=quay.officer, days=8)
    leaf.changed(Changes(feedback=True))
    settle(qtbot, window.jobs)
    go_to(qtbot, window, leaf, LAMP)
    shown = leaf.parts.line.card.detail
    alike = {one.line.id for one in shown.alike}
    assert alike == {quay.lamp.id, other.id} - {shown.line.id}
    button(leaf.parts.line.card, "Samenvoegen").click()
    settle(qtbot, window.jobs)
    assert sorted(group.group for group in leaf.parts.line.card.detail.line.groups) == ["HIC Kade", "HIC Vogelbuurt"]
    assert state_of(console, shown.alike[0].line) is LineState.LAPSED


def test_reported_message_is_shown_in_its_conversation(qtbot, window, leaf, quay):
    button(leaf.parts.line.card, "Toon in gesprek").click()
    settle(qtbot, window.jobs)
    assert window.current_key == "messages"
    assert window.page("messages")._chosen == quay.lamp.groups[0].message_id


def test_word_of_thanks_is_copied(qtbot, window, leaf, clipboard):
    go_to(qtbot, window, leaf, BUS)
    button(leaf.parts.line.card, "Kopieer een bedankje").click()
    settle(qtbot, window.jobs)
    assert "wijkagent" in clipboard.text()


def test_what_a_service_closed_is_taken_over_once(qtbot, window, leaf, quay, console):
    pass_on(console, quay, quay.lamp)
    leaf.changed(lines_steps.CHANGED)
    settle(qtbot, window.jobs)
    button(leaf.parts.line.forwards, "Overnemen als antwoord").setFocus()
    key(qtbot, window, Qt.Key.Key_Space)
    assert state_of(console, quay.lamp) is LineState.ANSWERED
    press(qtbot, window, "p")
    settle(qtbot, window.jobs)
    assert leaf.parts.line.tellings.isVisible()  # the keys work on
    key(qtbot, window, Qt.Key.Key_Escape)
    go_to(qtbot, window, leaf, LAMP)
    assert "SIG-7" in said(leaf.parts.line.forwards)
    shown = [one for one in leaf.parts.line.forwards.findChildren(QPushButton) if one.isVisible()]
    assert shown == []  # there is an answer


def test_group_with_the_same_report_waits_too(qtbot, window, leaf, quay, console):
    talk = quay.birds.say("De lantaarn op de hoek van de Kade is kapot", "Omar")
    mending.begin(console, talk)
    leaf.changed(lines_steps.CHANGED)
    settle(qtbot, window.jobs)
    go_to(qtbot, window, leaf, LAMP)
    button(leaf.parts.line.card, "Deze groep wacht ook").click()
    settle(qtbot, window.jobs)
    waiting = lines.line(console, quay.lamp.id).groups
    assert [group.message_id for group in waiting] == [quay.lamp.groups[0].message_id, talk]
