"""The leaf of a group's members over a real store, by keyboard: find, write down, change, leave, lists in and out."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from console.desk import roll
from console.domain.group import GroupId
from console.domain.member import GroupRole, RollFilter
from tests.ui.conftest import press, settle
from ui.models.roll import Column

KEY = Qt.Key


@pytest.fixture
def kade(make_group):
    """A group with three members, beside another one."""
    chat = make_group("Kade")
    for name in ("Zoë van Dam", "Anna de Vries", "Bram"):
        chat.member(name)
    make_group("Haven").member("Carla")
    return chat


@pytest.fixture
def leaf(qtbot, kade, window, open_page, dutch):
    page = open_page("groups")
    page.open(GroupId(kade.group_id), "members")
    settle(qtbot, window.jobs)
    shown = page.sheet.leaf("members")
    shown.take_focus()
    return shown


def listed(leaf, column=Column.NAME) -> list[str]:
    return [
        leaf.rows.index(row, column).data().replace("\u2068", "").replace("\u2069", "")
        for row in range(leaf.rows.rowCount())
    ]


def stored(leaf, shown=RollFilter.HERE):
    return roll.members_of(leaf.jobs.console, leaf.group_id, shown=shown)


def test_members_stand_by_name_and_a_search_narrows_them(qtbot, window, leaf):
    assert listed(leaf) == ["Anna de Vries", "Bram", "Zoë van Dam"]
    press(qtbot, window, "/")
    qtbot.keyClicks(leaf.parts.filters.search, "zoe")
    qtbot.waitUntil(lambda: leaf.rows.rowCount() == 1)
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: listed(leaf) == ["Zoë van Dam"])


def test_member_is_written_down_by_keyboard_and_undone(qtbot, window, leaf):
    qtbot.keyClick(leaf.parts.table, KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = leaf.parts.member_form
    assert window.focusWidget() is form.name
    qtbot.keyClicks(form.name, "Dirk")
    qtbot.keyClicks(form.phone, "06 12345678")
    qtbot.keyClick(form.phone, KEY.Key_Return)
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: listed(leaf) == ["Anna de Vries", "Bram", "Dirk", "Zoë van Dam"])
    assert leaf.parts.table.currentIndex().row() == 2
    assert window.focusWidget() is leaf.parts.table
    assert stored(leaf)[2].phone == "+31612345678"
    press(qtbot, window, KEY.Key_Z)
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: listed(leaf) == ["Anna de Vries", "Bram", "Zoë van Dam"])


def test_number_that_is_none_says_so_and_what_was_typed_stays(qtbot, window, leaf):
    leaf.ask_new()
    leaf.parts.member_form.name.setText("Dirk")
    leaf.parts.member_form.phone.setText("12")
    qtbot.keyClick(leaf.parts.member_form.keep, KEY.Key_Space)
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble
    assert leaf.parts.member_form.name.text() == "Dirk"
    assert leaf.is_edited


def test_role_alias_and_day_are_changed_by_keyboard(qtbot, window, leaf):
    settle(qtbot, window.jobs)
    press(qtbot, window, KEY.Key_K)
    form = leaf.parts.member_form
    assert window.focusWidget() is form.role
    form.role.setCurrentIndex(form.role.findData(GroupRole.COORDINATOR))
    qtbot.keyClicks(form.alias, "Nr 12")
    form.joined.is_known.setChecked(True)
    form.joined.picker.setDate(form.joined.picker.date().addDays(-10))
    qtbot.keyClick(form.alias, KEY.Key_Return)
    settle(qtbot, window.jobs)
    anna = stored(leaf)[0]
    assert (anna.role, anna.alias) == (GroupRole.COORDINATOR, "Nr 12")
    qtbot.waitUntil(lambda: listed(leaf)[0] == "Anna de Vries (Nr 12)")
    assert listed(leaf, Column.PERIOD)[0] == "sinds 5 nov 2026"


def test_escape_puts_the_form_away_and_keeps_nothing(qtbot, window, leaf):
    leaf.ask_change()
    leaf.parts.member_form.alias.setText("Nr 12")
    assert leaf.is_edited
    qtbot.keyClick(leaf.parts.member_form.alias, KEY.Key_Escape)
    assert not leaf.parts.is_asking
    assert not leaf.is_edited
    assert window.page("groups").sheet.isVisible()
    assert stored(leaf)[0].alias is None


def test_member_leaves_with_a_reason_and_comes_back(qtbot, window, leaf):
    press(qtbot, window, KEY.Key_V)
    form = leaf.parts.leave_form
    assert window.focusWidget() is form.reason
    qtbot.keyClicks(form.reason, "verhuisd")
    qtbot.keyClick(form.reason, KEY.Key_Return)
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: listed(leaf) == ["Bram", "Zoë van Dam"])
    leaf.parts.filters.shown.setCurrentIndex(1)
    qtbot.waitUntil(lambda: leaf.rows.rowCount() == 1)
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: listed(leaf, Column.PERIOD) == ["tot 15 nov 2026: verhuisd"])
    leaf.take_focus()
    press(qtbot, window, KEY.Key_V)
    settle(qtbot, window.jobs)
    assert [row.name for row in stored(leaf)] == ["Anna de Vries", "Bram", "Zoë van Dam"]


def test_agreement_is_kept(qtbot, window, leaf):
    press(qtbot, window, KEY.Key_E)
    form = leaf.parts.consent_form
    form.agreed.setChecked(True)
    form.confirmed.setChecked(True)
    qtbot.keyClick(form.how, KEY.Key_Return)
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: listed(leaf, Column.RULES)[0] == "ja: zei het, 15 nov 2026")
    assert listed(leaf, Column.CONSENT)[0] == "15 nov 2026"
    assert leaf.parts.filters.shown.itemText(2) == "Afspraken niet bevestigd: 2"


def test_all_groups_of_a_member_are_shown_on_the_page_of_people(qtbot, window, leaf):
    press(qtbot, window, KEY.Key_O)
    settle(qtbot, window.jobs)
    assert window.page("people").isVisible()
    assert window.page("people")._card.name == "Anna de Vries"


def test_list_is_saved_and_taken_in_by_another_group(qtbot, window, leaf, tmp_path):
    path = tmp_path / "leden.csv"
    leaf.write(path)
    settle(qtbot, window.jobs)
    assert "3" in window.messages.text
    page = window.page("groups")
    page.open(GroupId(2), "members")
    settle(qtbot, window.jobs)
    leaf.take_in()
    assert leaf.can_put_away()
    leaf.intake.read(path)
    settle(qtbot, window.jobs)
    leaf.intake.view.take_requested.emit()
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: listed(leaf) == ["Anna de Vries", "Bram", "Carla", "Zoë van Dam"])
    assert not leaf.intake.isVisible()
    assert "3 nieuwe leden." in window.messages.text


def test_group_without_members_says_how_they_come(qtbot, window, make_group, open_page, dutch):
    empty = make_group("Nieuw")
    page = open_page("groups")
    page.open(GroupId(empty.group_id), "members")
    settle(qtbot, window.jobs)
    leaf = page.sheet.leaf("members")
    leaf.take_focus()
    assert window.focusWidget() is leaf.parts.add
    assert not leaf.parts.table.isVisible()
    assert not leaf.parts.change.isEnabled()


def test_what_somebody_types_stays_when_the_list_changes(qtbot, window, leaf):
    leaf.ask_change()
    leaf.parts.member_form.alias.setText("Nr 12")
    roll_changes = roll.mark_left(leaf.jobs.console, stored(leaf)[2].id, date(2026, 11, 1))
    window.jobs.changed.emit(roll_changes)
    settle(qtbot, window.jobs)
    qtbot.waitUntil(lambda: listed(leaf) == ["Anna de Vries", "Bram"])
    assert leaf.parts.member_form.alias.text() == "Nr 12"
    assert not leaf.parts.member_form.isHidden()
