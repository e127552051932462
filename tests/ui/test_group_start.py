"""The leaf of how a group starts: the steps, the day of the kick-off, and the list of who might join."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from console.desk import recruiting, startup
from console.domain.start import Entry, Funnel, Stage
from tests.console.desk.conftest import NOW
from tests.ui.conftest import settle
from ui import theme
from ui.pages.group_start import MEMBERS
from ui.widgets.funnel_view import FunnelView
from ui.widgets.start_steps import StartSteps

BAKERY = Entry("Bakkerij Wendy", "Wendy Vos", "0612345678", channel="door")


@pytest.fixture
def park(make_group):
    """A business park that starts, with two members."""
    chat = make_group("De Sluis", profile="business_park")
    chat.say("Goedemorgen", author="Ton van Beek Transport", at=NOW)
    return chat


@pytest.fixture
def leaf(qtbot, open_page, window, park):
    """The leaf, on the screen."""

    def show():
        page = open_page("groups")
        page.open_with((park.group_id, "start"))
        settle(qtbot, window.jobs)
        return page.sheet.leaf("start")

    return show


def _list(console, park):
    return recruiting.prospects_of(console, park.group_id)


def _choose(leaf, *names):
    table = leaf.members.table
    table.clearSelection()
    for row in range(leaf.members.rows.rowCount()):
        if leaf.members.rows.prospect(row).entry.name in names:
            flags = table.selectionModel().SelectionFlag
            index = leaf.members.rows.index(row, 0)
            table.selectionModel().select(index, flags.Select | flags.Rows)


def _click(qtbot, leaf, button: QPushButton):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, leaf.jobs)


# --- the steps -------------------------------------------------------------------------------------------------------


def test_a_tick_says_that_a_step_is_done_and_undo_takes_it_back(qtbot, leaf, window, console, park):
    shown = leaf()
    steps: StartSteps = shown.steps
    assert steps.count.text() == "0 of 8 steps done"
    steps.list.setFocus()
    steps.list.setCurrentRow(6)
    qtbot.keyClick(steps.list, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert startup.of_group(console, park.group_id).steps[6].done_at == NOW
    assert steps.count.text() == "1 of 8 steps done"
    qtbot.keyClick(steps.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window.jobs)
    assert steps.list.item(6).checkState() is Qt.CheckState.Unchecked


def test_a_step_shows_its_question_what_to_think_of_and_what_the_program_sees(leaf):
    steps = leaf().steps
    steps.list.setCurrentRow(1)
    assert steps.question.text() == "Mag iedereen zo meedoen, of beslist u over elke aanmelding?"
    assert steps.think_of.text().startswith("• Besloten")
    assert "besloten" in steps.seen.text()
    steps.list.setCurrentRow(2)
    assert steps.seen.isHidden()


def test_a_note_is_kept_also_when_somebody_looks_at_another_step_and_esc_puts_it_back(
    qtbot, leaf, window, console, park
):
    shown = leaf()
    steps = shown.steps
    steps.note.setFocus()
    qtbot.keyClicks(steps.note, "Vier straten")
    assert steps.keep.isEnabled()
    steps.list.setCurrentRow(1)
    settle(qtbot, window.jobs)
    assert startup.of_group(console, park.group_id).steps[0].note == "Vier straten"
    steps.list.setCurrentRow(0)
    assert steps.note.toPlainText() == "Vier straten"
    qtbot.keyClicks(steps.note, "xyz")
    assert shown.is_edited
    qtbot.keyClick(steps.note, Qt.Key.Key_Escape)
    assert steps.note.toPlainText() == "Vier straten"


def test_the_day_of_the_start_is_kept_in_the_time_of_the_group(qtbot, leaf, console, park):
    shown = leaf()
    assert not shown.kick_off.isEnabled()
    shown.has_kick_off.setChecked(True)
    shown.kick_off.setDateTime(QDateTime(2026, 12, 3, 19, 30, 0))
    _click(qtbot, shown, shown.keep_day)
    assert startup.of_group(console, park.group_id).kick_off_at == datetime(2026, 12, 3, 18, 30, tzinfo=UTC)
    assert not shown.is_edited
    shown.has_kick_off.setChecked(False)
    _click(qtbot, shown, shown.keep_day)
    assert startup.of_group(console, park.group_id).kick_off_at is None


def test_only_a_group_that_looks_for_members_one_by_one_has_the_second_tab(qtbot, leaf, window, make_group):
    shown = leaf()
    assert shown.tabs.isTabVisible(MEMBERS)
    other = make_group("Kade", profile="hic")
    shown.show_group(other.group_id)
    settle(qtbot, window.jobs)
    assert not shown.tabs.isTabVisible(MEMBERS)


# --- who might join --------------------------------------------------------------------------------------------------


@pytest.fixture
def members(qtbot, leaf, console, park):
    """The second tab, with three names on the list."""
    wanted = [BAKERY, Entry("Van Beek Transport", "Ton van Beek"), Entry("Garage")]
    recruiting.add(console, park.group_id, wanted)
    shown = leaf()
    shown.tabs.setCurrentIndex(MEMBERS)
    return shown


def test_several_are_invited_at_once_and_the_bars_tell_how_many_of_the_list(qtbot, members, console, park):
    _choose(members, "Bakkerij Wendy", "Garage")
    _click(qtbot, members, members.members.invited)
    assert {one.entry.name for one in _list(console, park) if one.stage is Stage.INVITED} == {
        "Bakkerij Wendy",
        "Garage",
    }
    funnel = members.members.funnel
    assert funnel.counts[Stage.INVITED].text() == "2 of 3 (67%)"
    assert (funnel.bars[Stage.INVITED].value(), funnel.bars[Stage.INVITED].maximum()) == (2, 3)
    assert "aan de deur: 0 of 1 joined" in funnel.channels.text()
    assert "1 op de 10" in funnel.benchmark.text()


def test_a_member_who_may_be_somebody_of_the_list_is_asked_about_and_a_person_says_so(qtbot, members, console, park):
    _choose(members, "Van Beek Transport")
    assert members.members.is_he.text() == "&Yes, this is Ton van Beek Transport"
    _click(qtbot, members, members.members.is_he)
    (transport,) = [one for one in _list(console, park) if one.member_id is not None]
    assert transport.stage is Stage.WROTE
    _choose(members, "Van Beek Transport")
    assert members.members.is_he.isHidden()
    assert not members.members.invited.isEnabled()


def test_somebody_new_is_typed_and_changed_with_the_keyboard(qtbot, members, window, console, park):
    view = members.members
    _click(qtbot, members, view.add)
    assert view.form.name.hasFocus()
    qtbot.keyClicks(view.form.name, "Print & Co")
    qtbot.keyClicks(view.form.phone, "12")
    qtbot.keyClick(view.form.phone, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert view.form.phone.text() == "12"  # what was typed stays when it is wrong
    view.form.phone.setText("010-4123456")
    view.form.channel.setCurrentIndex(view.form.channel.findData("letter"))
    qtbot.keyClick(view.form.name, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    (made,) = [one for one in _list(console, park) if one.entry.name == "Print & Co"]
    assert (made.entry.phone, made.entry.channel) == ("+31104123456", "letter")
    assert view.table.isVisible()
    _choose(members, "Print & Co")
    _click(qtbot, members, view.change)
    view.form.reminds.setChecked(True)
    _click(qtbot, members, view.form.keep)
    (made,) = [one for one in _list(console, park) if one.entry.name == "Print & Co"]
    assert made.remind_at == datetime(2026, 11, 28, 23, 0, tzinfo=UTC)


def test_a_key_opens_the_form_and_does_not_empty_it_while_somebody_fills_it_in(qtbot, members):
    members.take_focus()
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, members.jobs)
        assert members.members.form.isVisible()
        qtbot.keyClicks(members.members.form.name, "Kap")
    assert members.members.form.name.text() == "KapKap"


def test_the_ways_of_asking_stand_under_the_bars_where_it_is_narrow(qtbot):
    funnel = FunnelView()
    qtbot.addWidget(funnel)
    funnel.show_funnel(Funnel(tuple((stage, 2) for stage in Stage), ()), "Gewoon is veertig procent.")
    funnel.show()
    for em, is_beside in ((60, True), (25, False)):
        funnel.resize(theme.em(funnel, em), theme.em(funnel, 30))
        qtbot.waitUntil(lambda is_beside=is_beside: (funnel.benchmark.x() > funnel.pool.x()) is is_beside)


def test_esc_closes_the_form_and_forgets_what_was_typed(qtbot, members, window):
    view = members.members
    _click(qtbot, members, view.add)
    qtbot.keyClicks(view.form.name, "Kapper")
    assert members.is_edited
    qtbot.keyClick(view.form.name, Qt.Key.Key_Escape)
    assert view.table.isVisible()
    assert not members.is_edited


def test_pasted_lines_go_onto_the_list(qtbot, members, console, park):
    view = members.members
    _click(qtbot, members, view.paste)
    view.lines.setPlainText("Kapper Els; Els; 06-87654321\nGarage\n")
    _click(qtbot, members, view.put)
    assert [one.entry.name for one in _list(console, park)] == (
        ["Bakkerij Wendy", "Garage", "Kapper Els", "Van Beek Transport"]
    )
    assert view.table.isVisible()


def test_whom_to_ask_again_stands_on_top_and_may_be_shown_alone(qtbot, members, window, console, park, clock):
    _choose(members, "Garage")
    _click(qtbot, members, members.members.invited)
    clock.forward(days=14)
    members.show_group(park.group_id)
    settle(qtbot, window.jobs)
    view = members.members
    assert "Garage" in view.due.text()
    view.shown.setCurrentIndex(view.shown.findData("due"))
    assert view.rows.rowCount() == 1
    assert view.rows.index(0, 1).data() == "Ask again"


def test_a_sheet_is_taken_in_through_the_panel(qtbot, members):
    _click(qtbot, members, members.members.sheet)
    assert members.intake.isVisible()
    assert members.can_put_away()
    members.put_away()
    assert members.members.isVisible()


def test_an_empty_list_says_what_to_do(leaf):
    shown = leaf()
    shown.tabs.setCurrentIndex(MEMBERS)
    assert "paste a list" in shown.members.empty.text()
    assert shown.members.table.isHidden()
