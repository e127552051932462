"""What is said of one report of the leaf Meldingen by keyboard alone: its messages, what is known, what comes of it."""

from datetime import timedelta

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton

from console.desk import todos
from console.desk.feedback import changing
from console.desk.reports import placing, threads
from console.domain.changes import Changes
from console.domain.judgement import Call112, Role
from console.domain.report import MembersDid, Nature, Result, Told
from console.domain.report_view import Head
from tests.console.desk.conftest import NOW
from tests.console.desk.reports.conftest import reports_of, talk  # noqa: F401  # fixture
from tests.ui import reports_steps
from tests.ui.conftest import press, settle
from tests.ui.reports_steps import KEY, ask, column, go_to, own, remarks
from ui.models.reports import Column
from ui.shortcuts import Command

page, leaf, sheet = reports_steps.page, reports_steps.leaf, reports_steps.sheet  # fixtures


# --- which messages --------------------------------------------------------------------------------------------------


def test_joining_asks_with_which_and_undo_parts_them(qtbot, window, leaf, sheet, talk):  # noqa: F811
    press(qtbot, window, "b")
    assert sheet.choice.isVisible()
    assert "lantaarnpaal" in sheet.choice.list.item(0).text()
    press(qtbot, window, KEY.Key_Escape)
    assert leaf.is_open
    assert len(reports_of(talk.console)) == 2
    press(qtbot, window, "b")
    ask(qtbot, window, KEY.Key_Return)
    assert own(sheet) == [*talk.lamp, *talk.burglar]
    assert window.focusWidget() is sheet.conversation
    ask(qtbot, window, "z")
    assert own(sheet) == talk.burglar


def test_from_here_on_is_set_apart(qtbot, window, sheet, talk):  # noqa: F811
    assert not sheet.bar._buttons[Command.STEP].isEnabled()  # nothing would stay
    go_to(sheet, talk.burglar[1])
    ask(qtbot, window, "s")
    assert sorted(reports_of(talk.console).values()) == [talk.lamp, talk.burglar[:1], talk.burglar[1:]]
    assert own(sheet) == talk.burglar[:1]


def test_marked_messages_are_set_apart_and_the_button_counts_them(qtbot, window, sheet, talk):  # noqa: F811
    go_to(sheet, talk.burglar[0], also=[talk.burglar[2]])
    assert sheet.bar._buttons[Command.STEP].text() == "2 apart zetten"
    ask(qtbot, window, "s")
    assert sorted(reports_of(talk.console).values()) == [
        talk.lamp,
        [talk.burglar[0], talk.burglar[2]],
        [talk.burglar[1]],
    ]


def test_message_goes_to_a_report_of_its_own_or_to_another(qtbot, window, sheet, talk):  # noqa: F811
    go_to(sheet, talk.burglar[2])
    press(qtbot, window, "a")
    assert sheet.choice.list.item(0).text() == "Een eigen melding"
    press(qtbot, window, KEY.Key_Down)
    ask(qtbot, window, KEY.Key_Return)
    assert sorted(reports_of(talk.console).values()) == [[*talk.lamp, talk.burglar[2]], talk.burglar[:2]]
    go_to(sheet, talk.burglar[1])
    press(qtbot, window, "a")
    ask(qtbot, window, KEY.Key_Return)
    assert [talk.burglar[1]] in reports_of(talk.console).values()


def test_message_goes_out_and_a_neighbour_comes_in(qtbot, window, sheet, talk):  # noqa: F811
    go_to(sheet, talk.burglar[2])
    ask(qtbot, window, "v")
    assert own(sheet) == talk.burglar[:2]
    assert remarks(sheet, talk.burglar[2]) == ""
    go_to(sheet, talk.burglar[2])
    ask(qtbot, window, "g")
    assert own(sheet) == talk.burglar
    assert remarks(sheet, talk.burglar[2]) == "U hebt dit hier gezet."


def test_another_message_is_the_first(qtbot, window, sheet, talk):  # noqa: F811
    go_to(sheet, talk.burglar[1])
    ask(qtbot, window, "e")
    assert remarks(sheet, talk.burglar[1]) == "Het eerste bericht hierover"
    assert "Ik heb 112 gebeld" in sheet._title.text()


# --- what is known ---------------------------------------------------------------------------------------------------


def choose(qtbot, window, box, text):
    """Open a box with the keyboard and choose."""
    box.setFocus()
    qtbot.keyClick(box, KEY.Key_Down)
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    view.setCurrentIndex(box.model().index(box.findText(text), 0))
    qtbot.keyClick(view, KEY.Key_Return)
    settle(qtbot, window.jobs)


def test_head_is_said_otherwise_and_put_back_to_the_suggestion(qtbot, window, sheet, talk):  # noqa: F811
    head = sheet.known.nature
    choose(qtbot, window, head.box, "verdachte situatie")
    detail = threads.detail(talk.console, talk.of_burglar)
    assert detail.heads.nature is Nature.SUSPICIOUS
    assert detail.by_hand == {Head.NATURE}
    assert head.source.text() == "door u"
    assert head.suggested.text() == "Het voorstel was: spoed"
    head.back.click()
    settle(qtbot, window.jobs)
    assert head.box.currentText() == "spoed"
    assert head.source.text() == "voorstel"
    assert head.back.isHidden()


def test_what_members_did_is_ticked(qtbot, window, sheet, talk):  # noqa: F811
    box = sheet.known.members.boxes[sheet.known.members.values.index(MembersDid.GOES_OUTSIDE)]
    before = threads.detail(talk.console, talk.of_burglar).heads.members
    box.setFocus()
    press(qtbot, window, KEY.Key_Space)
    settle(qtbot, window.jobs)
    assert set(threads.detail(talk.console, talk.of_burglar).heads.members) == {*before, MembersDid.GOES_OUTSIDE}


def test_who_called_and_when_are_said(qtbot, window, sheet, talk):  # noqa: F811
    called = sheet.known.called
    choose(qtbot, window, called.by, "\u2068Dirk\u2069")
    called.minutes.setFocus()
    called.minutes.setValue(5)
    qtbot.keyClick(called.minutes, KEY.Key_Return)
    settle(qtbot, window.jobs)
    known = threads.detail(talk.console, talk.of_burglar).heads.called
    assert (known.state, known.by, known.minutes) == (Call112.CALLED, "Dirk", 5)
    choose(qtbot, window, called.box, "niet bekend of 112 is gebeld")
    known = threads.detail(talk.console, talk.of_burglar).heads.called
    assert (known.state, known.by_id, known.minutes) == (Call112.UNCLEAR, None, None)
    assert not called.by.isVisible()


def test_how_it_was_told_is_said_with_the_role(qtbot, window, sheet, talk):  # noqa: F811
    told = sheet.known.told
    assert not told.by.isVisible()
    choose(qtbot, window, told.box, told.box.itemText(told.values.index(Told.OFFLINE)))
    choose(qtbot, window, told.by, told.by.itemText(1 + list(Role).index(Role.PROFESSIONAL)))
    known = threads.detail(talk.console, talk.of_burglar).heads.told
    assert (known.how, known.by, known.minutes) == (Told.OFFLINE, Role.PROFESSIONAL, None)


def test_wheel_and_letters_choose_nothing_unseen(qtbot, window, sheet, talk):  # noqa: F811
    box = sheet.known.result.box
    box.setFocus()
    before = box.currentIndex()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    qtbot.keyClicks(box, "o")
    settle(qtbot, window.jobs)
    assert box.currentIndex() == before
    assert threads.detail(talk.console, talk.of_burglar).by_hand == frozenset()
    assert threads.detail(talk.console, talk.of_burglar).heads.result is Result.UNKNOWN


# --- what comes of it ------------------------------------------------------------------------------------------------


def test_question_is_opened_about_the_first_message(qtbot, window, sheet, talk):  # noqa: F811
    ask(qtbot, window, "q")
    assert sheet.form.isVisible()
    assert "Inbraak bezig" in sheet.form.what.text()
    qtbot.keyClick(sheet.form, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    lines = threads.detail(talk.console, talk.of_burglar).lines
    assert len(lines) == 1
    assert lines[0].number in said_buttons(sheet.known)
    assert sheet.bar._buttons[Command.QUESTION].text() == f"Naar {lines[0].number}"


def said_buttons(widget):
    return " ".join(button.text() for button in widget.findChildren(QPushButton) if button.isVisible())


def test_question_that_is_there_is_gone_to(qtbot, window, leaf, sheet, talk):  # noqa: F811
    line = changing.open_by_hand(talk.console, talk.burglar[0]).line_id
    window.jobs.changed.emit(Changes(feedback=True))
    settle(qtbot, window.jobs)
    with qtbot.waitSignal(leaf.page_requested) as asked:
        press(qtbot, window, "q")
    assert asked.args == ["feedback", ("lines", line)]


def test_long_talk_of_today_is_closed_with_words_for_the_group(qtbot, window, page, make_group, talk):  # noqa: F811
    hic = make_group("HIC", profile="hic")
    for minute, author in enumerate(("Dirk", "Els", "Dirk", "Els", "Dirk")):
        text = "Inbraak bezig in de Kerkstraat bij nummer 12, man met bivakmuts!"
        hic.say(text, author, at=NOW - timedelta(minutes=60 - 4 * minute))
    placing.place_pending(talk.console)
    page.show_leaf("reports")
    settle(qtbot, window.jobs)
    leaf = page.leaf("reports")
    assert column(leaf, Column.MINUTES)[0] == "16, lang"
    ask(qtbot, window, KEY.Key_Return)
    assert leaf.sheet.bar._buttons[Command.GROUP].isVisible()
    ask(qtbot, window, "i")
    assert leaf.sheet.answer.isVisible()
    assert "stoppen nu met appen" in leaf.sheet.answer.field.text
    qtbot.keyClick(window.focusWidget(), KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert [todo.text for todo in todos.todos(talk.console)] == [leaf.sheet.answer.field.text]
    assert not leaf.sheet.bar._buttons[Command.GROUP].isEnabled()
    assert window.focusWidget() is leaf.sheet.conversation


def test_talk_of_another_day_is_not_closed(sheet):
    assert not sheet.bar._buttons[Command.GROUP].isEnabled()


def test_message_is_shown_among_all_messages(qtbot, window, leaf, sheet, talk):  # noqa: F811
    go_to(sheet, talk.burglar[1])
    with qtbot.waitSignal(leaf.page_requested) as asked:
        press(qtbot, window, "b", modifier=Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["messages", talk.burglar[1]]
