"""The leaf Vragen over a real store, by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.desk import triage
from console.desk.feedback import changing, lines
from console.domain.changes import Changes
from console.domain.decision import Act, Verb
from console.domain.feedback import LapseReason, LineKind, LineState
from console.domain.outgoing import Action
from console.domain.report import Result
from console.domain.telling import TellingHow
from tests.console.desk.conftest import NOW
from tests.ui import lines_steps
from tests.ui.conftest import press, settle
from tests.ui.lines_steps import BUS, LAMP, TILE, current, go_to, on_phone, state_of
from tests.ui.requests_steps import key, said
from ui.line_facts import Section
from ui.pages.feedback_layout import OPEN

CTRL = Qt.KeyboardModifier.ControlModifier
quay, leaf = lines_steps.quay, lines_steps.leaf  # fixtures


def test_list_begins_with_what_is_too_late_and_says_what_each_waits_for(leaf):
    shown = [leaf.rows.row(row).line.what for row in range(leaf.rows.rowCount())]
    assert shown == [LAMP, BUS, TILE]
    words = said(leaf.parts.line.card)
    for part in (LAMP, "Peter Smit zou antwoorden. Dat is 9 dagen geleden gevraagd.", "Melder", "nog niet verteld"):
        assert part in words
    heard = leaf.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("te laat: Kapotte lantaarn")
    assert "BC-1" in heard


def test_sections_have_their_counts_and_their_own_lines(qtbot, window, leaf):
    box = leaf.parts.section
    assert [box.itemText(place) for place in range(box.count())] == [
        "Alles wat open is (3)",
        "Te laat (1)",
        "Antwoord binnen: nog te vertellen (1)",
        "Te vragen (1)",
        "Gevraagd (0)",
        "Gesloten (0)",
    ]
    leaf.parts.choose_section(Section.TO_ASK)
    leaf.parts.section_chosen.emit()
    settle(qtbot, window.jobs)
    assert [leaf.rows.row(row).line.what for row in range(leaf.rows.rowCount())] == [TILE]
    leaf.parts.choose_section(Section.CLOSED)
    leaf.parts.section_chosen.emit()
    settle(qtbot, window.jobs)
    assert "Er is nog niets gesloten." in said(leaf.parts)


def test_page_says_how_many_wait(qtbot, window, leaf):
    count = next(item for item in window._list._all() if item.text() == "Terugkoppeling")
    assert count.data(Qt.ItemDataRole.AccessibleTextRole) == "Terugkoppeling, 3"


def test_question_is_asked_again_and_one_key_takes_it_back(qtbot, window, leaf, quay, console):
    press(qtbot, window, "w")
    settle(qtbot, window.jobs)
    field = leaf.parts.line.question.field
    assert QApplication.focusWidget() is field
    assert "BC-1" in field.text
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert on_phone(leaf) == [(Action.OFFICER, "Peter Smit")]
    assert not lines.line(console, quay.lamp.id).is_overdue
    assert current(leaf) == BUS  # and on to the next
    press(qtbot, window, "z")
    settle(qtbot, window.jobs)
    assert on_phone(leaf) == []
    assert lines.line(console, quay.lamp.id).is_overdue
    assert current(leaf) == LAMP


def test_question_that_was_asked_by_phone_needs_no_words(qtbot, window, leaf, quay, console):
    go_to(qtbot, window, leaf, TILE)
    press(qtbot, window, "w")
    settle(qtbot, window.jobs)
    panel = leaf.parts.line.question
    panel.channel.setCurrentIndex(2)
    assert panel.field.isHidden()
    panel.channel.setFocus()
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert on_phone(leaf) == []
    line = lines.line(console, quay.tile.id)
    assert (line.state, line.channel.value) == (LineState.ASKED, "phone")


def test_answer_is_kept_first_and_then_told_to_reporter_and_group(qtbot, window, leaf, quay, console):
    press(qtbot, window, "i")
    settle(qtbot, window.jobs)
    form = leaf.parts.line.answer
    qtbot.keyClicks(form.field, "De lamp is gemaakt.")
    form.result.setCurrentIndex(form.result.findData(Result.SOLVED))
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    line = lines.line(console, quay.lamp.id)
    assert (line.state, line.answer, line.result) == (LineState.ANSWERED, "De lamp is gemaakt.", Result.SOLVED)
    panel = leaf.parts.line.tellings
    assert panel.isVisible()
    assert ["Henk" in field.to_tell.title for field in panel.fields] == [True, False]
    assert all("De lamp is gemaakt." in field.field.text for field in panel.fields)
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert on_phone(leaf) == [(Action.PRIVATE, "Henk"), (Action.GROUP, None)]
    assert state_of(console, quay.lamp) is LineState.TOLD
    press(qtbot, window, "z")
    settle(qtbot, window.jobs)
    assert state_of(console, quay.lamp) is LineState.ANSWERED
    press(qtbot, window, "z")
    settle(qtbot, window.jobs)
    assert state_of(console, quay.lamp) is LineState.ASKED


def test_who_leaves_the_texts_has_not_lost_the_answer(qtbot, window, leaf, quay, console):
    press(qtbot, window, "i")
    settle(qtbot, window.jobs)
    qtbot.keyClicks(leaf.parts.line.answer.field, "Klaar.")
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    key(qtbot, window, Qt.Key.Key_Escape)
    assert state_of(console, quay.lamp) is LineState.ANSWERED
    assert not leaf.acting.is_asking
    press(qtbot, window, "s")
    settle(qtbot, window.jobs)
    assert leaf.parts.line.tellings.isVisible()


def test_one_answer_is_told_in_both_groups_with_one_button(qtbot, window, leaf, quay, console):
    go_to(qtbot, window, leaf, BUS)
    press(qtbot, window, "p")
    settle(qtbot, window.jobs)
    fields = leaf.parts.line.tellings.fields
    assert [field.to_tell.group_id for field in fields] == [quay.group_id] * 2 + [quay.birds.group_id] * 2
    fields[2].how.setCurrentIndex(fields[2].how.findData(TellingHow.OFFLINE))
    assert fields[2].field.isHidden()
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert on_phone(leaf) == [(Action.PRIVATE, "Bram"), (Action.GROUP, None), (Action.GROUP, None)]
    line = lines.line(console, quay.bus.id)
    assert line.state is LineState.TOLD
    assert line.groups[1].reporter_told_how is TellingHow.OFFLINE


def test_line_of_which_some_were_told_waits_on(qtbot, window, leaf, quay, console):
    go_to(qtbot, window, leaf, BUS)
    press(qtbot, window, "p")
    settle(qtbot, window.jobs)
    for field in leaf.parts.line.tellings.fields[1:]:
        field.how.setCurrentIndex(field.how.count() - 1)  # not now
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert state_of(console, quay.bus) is LineState.ANSWERED
    row = leaf.rows.row(leaf.rows.row_of(quay.bus.id))
    assert row.done is None
    go_to(qtbot, window, leaf, BUS)
    assert "… staat klaar, nog niet verstuurd" in said(leaf.parts.line.card)
    press(qtbot, window, "p")
    settle(qtbot, window.jobs)
    assert len(leaf.parts.line.tellings.fields) == 3


def test_friendlier_texts_leave_what_a_person_wrote(qtbot, window, leaf):
    go_to(qtbot, window, leaf, BUS)
    press(qtbot, window, "p")
    settle(qtbot, window.jobs)
    panel = leaf.parts.line.tellings
    before = [field.field.text for field in panel.fields]
    qtbot.keyClicks(panel.fields[0].field, " Groet, Anja")
    mine = panel.fields[0].field.text
    panel.tone.setCurrentIndex(1)
    panel.tone.activated.emit(1)
    settle(qtbot, window.jobs)
    after = [field.field.text for field in panel.fields]
    assert after[0] == mine
    assert after[1] != before[1]


def test_words_that_the_desk_does_not_take_are_not_lost(qtbot, window, leaf, quay, console):
    go_to(qtbot, window, leaf, BUS)
    press(qtbot, window, "p")
    settle(qtbot, window.jobs)
    qtbot.keyClicks(leaf.parts.line.tellings.fields[0].field, " Groet, Anja")
    mine = leaf.parts.line.tellings.fields[0].field.text
    changing.change(console, quay.bus.id, what="Witte bus met kratten")  # by another window: the desk refuses
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert state_of(console, quay.bus) is LineState.ANSWERED
    go_to(qtbot, window, leaf, "Witte bus met kratten")
    press(qtbot, window, "p")
    settle(qtbot, window.jobs)
    assert leaf.parts.line.tellings.fields[0].field.text == mine


def test_group_hears_that_there_is_no_answer_yet(qtbot, window, leaf, quay, console):
    press(qtbot, window, "p")
    settle(qtbot, window.jobs)
    panel = leaf.parts.line.tellings
    assert "Nog geen antwoord" in said(panel)
    assert [field.how.findData(TellingHow.NOT_NEEDED) for field in panel.fields] == [-1, -1]
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert state_of(console, quay.lamp) is LineState.ASKED
    assert (Action.GROUP, None) in on_phone(leaf)


def test_nobody_waits_any_more_for_a_reason(qtbot, window, leaf, quay, console):
    press(qtbot, window, "v")
    settle(qtbot, window.jobs)
    key(qtbot, window, Qt.Key.Key_4)
    line = lines.line(console, quay.lamp.id)
    assert (line.state, line.lapse_reason) == (LineState.LAPSED, LapseReason.TOO_OLD)
    press(qtbot, window, "z")
    settle(qtbot, window.jobs)
    assert state_of(console, quay.lamp) is LineState.ASKED


def test_all_that_one_owes_is_dropped_together(qtbot, window, leaf, quay, console):
    lines_steps.open_line(console, (quay.group_id, None), what="Fietswrak", owing=quay.officer, days=20)
    leaf.refresh()
    settle(qtbot, window.jobs)
    go_to(qtbot, window, leaf, LAMP)
    press(qtbot, window, "b")
    settle(qtbot, window.jobs)
    assert "3 vragen aan" in said(leaf.parts.line)
    press(qtbot, window, "v")
    settle(qtbot, window.jobs)
    key(qtbot, window, Qt.Key.Key_5)
    assert [line.what for line in lines.lines(console, states={LineState.TO_ASK})] == [TILE]
    assert len(lines.lines(console, states={LineState.LAPSED})) == 3
    press(qtbot, window, "z")
    settle(qtbot, window.jobs)
    assert lines.lines(console, states={LineState.LAPSED}) == ()


def test_details_are_mended_and_another_group_waits_too(qtbot, window, leaf, quay, console):
    press(qtbot, window, "k")
    settle(qtbot, window.jobs)
    form = leaf.parts.line.form
    assert not leaf.parts.line.card.isVisible()
    form.what.setText("Lantaarn bij de hoek")
    form.kind.setCurrentIndex(form.kind.findData(LineKind.OTHER))
    form.owing.setEditText("Gemeente Rotterdam")
    form.more.setCurrentIndex(1)
    form.more.activated.emit(1)
    form.what.setFocus()
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    line = lines.line(console, quay.lamp.id)
    assert (line.what, line.kind, line.owed_by) == ("Lantaarn bij de hoek", LineKind.OTHER, "Gemeente Rotterdam")
    assert [group.group for group in line.groups] == ["HIC Kade", "HIC Vogelbuurt"]
    assert form.isHidden()
    press(qtbot, window, "z")
    settle(qtbot, window.jobs)
    assert lines.line(console, quay.lamp.id).owed_by == "Peter Smit"


def test_later_moves_the_reminder(qtbot, window, leaf, quay, console):
    press(qtbot, window, "l")
    settle(qtbot, window.jobs)
    key(qtbot, window, Qt.Key.Key_Return)  # tomorrow
    assert lines.line(console, quay.lamp.id).remind_at > NOW


def test_note_stands_on_the_card(qtbot, window, leaf):
    press(qtbot, window, "n")
    settle(qtbot, window.jobs)
    qtbot.keyClicks(QApplication.focusWidget(), "Hij belt maandag")
    key(qtbot, window, Qt.Key.Key_Return)
    assert "Hij belt maandag" in said(leaf.parts.line.card)


def test_question_is_written_down_by_hand(qtbot, window, leaf, console):
    key(qtbot, window, Qt.Key.Key_N, CTRL)
    form = leaf.parts.new
    assert form.isVisible()
    assert not form.keep.isEnabled()
    form.what.setText("Graffiti op de muur")
    form.more.setCurrentIndex(1)
    form.more.activated.emit(1)
    form.what.setFocus()
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert current(leaf) == "Graffiti op de muur"
    assert lines.lines(console, text="graffiti")[0].state is LineState.TO_ASK


def test_list_is_narrowed_by_words_and_by_group(qtbot, window, leaf, quay):
    press(qtbot, window, "/")
    qtbot.keyClicks(leaf.parts.search, "witte")
    qtbot.waitUntil(lambda: leaf.rows.rowCount() == 1)
    settle(qtbot, window.jobs)
    assert current(leaf) == BUS
    leaf.parts.search.clear()
    leaf.parts.group.setCurrentIndex(leaf.parts.group.findData(quay.birds.group_id))
    leaf.parts.group.activated.emit(2)
    settle(qtbot, window.jobs)
    assert [leaf.rows.row(row).line.what for row in range(leaf.rows.rowCount())] == [BUS]
    leaf.open_with(quay.tile.id)
    settle(qtbot, window.jobs)
    assert current(leaf) == TILE
    assert leaf.parts.wanted_section == OPEN


def test_who_owes_nothing_any_more_stays_chosen(qtbot, window, leaf, quay, console):
    place = next(place for place in range(1, leaf.parts.owing.count()) if "Peter" in leaf.parts.owing.itemText(place))
    leaf.parts.owing.setCurrentIndex(place)
    leaf.parts.owing.activated.emit(place)
    settle(qtbot, window.jobs)
    listed = leaf.rows.rowCount()
    assert listed
    for row in range(listed):
        triage.decide(console, leaf.rows.row(row).line.item_id, Act(Verb.LAPSE, reason_code=LapseReason.TOO_OLD.value))
    leaf.changed(Changes(feedback=True))
    settle(qtbot, window.jobs)
    assert "Peter" in leaf.parts.owing.currentText()
    assert leaf.parts.wanted.professional_id is not None
