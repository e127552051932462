"""The first leaf of a group: its health, its facts, its family and the archive, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import insert

from console.desk import family, group_facts
from console.desk import groups as desk
from console.desk.welcome import confirming
from console.domain.group import GroupId, Kin, ManagedBy, Tool
from console.store.tables import groups
from tests.ui.conftest import press, settle


@pytest.fixture
def leaf(qtbot, make_group, open_page, dutch):
    """The leaf of the first group of three."""
    kade = make_group("Kade", profile="hic", addresses=1_400)
    kade.say("Hallo", author="Bram")
    make_group("Akker")
    make_group("Dijk")
    page = open_page("groups")
    page.open(GroupId(1), "overview")
    settle(qtbot, page.jobs)
    return page.sheet.leaf("overview")


def facts(leaf, group_id=1):
    return group_facts.sheet(leaf.jobs.console, GroupId(group_id)).facts


def kin(leaf):
    return {one.name: one.kin for one in family.family(leaf.jobs.console, GroupId(1))}


def test_health_is_said_in_words_and_how_it_is_counted_on_request(qtbot, window, leaf):
    said = leaf.card.text()
    assert "Het gebied is erg groot: 1400 adressen." in said
    assert "Let op. Leden: 1, op 1400 adressen. Dat is 0%." in said
    assert "Onbekend: er is nog niet ingevuld wie beheerder is." in said
    assert "Onbekend. Onbekend" not in said
    assert "Zo rekenen we" not in said
    leaf.take_focus()
    press(qtbot, window, Qt.Key.Key_Space)
    assert leaf.card.text().count("Zo rekenen we") == 4
    press(qtbot, window, Qt.Key.Key_Space)
    assert "Zo rekenen we" not in leaf.card.text()


def test_card_follows_what_is_filled_in(qtbot, window, leaf):
    leaf.form.addresses.setValue(4)
    qtbot.keyClick(leaf.form.keep, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert "Goed. Leden: 1, op 4 adressen. Dat is 25%." in leaf.card.text()


def test_how_many_read_the_rules_is_said_and_follows_what_a_person_says(qtbot, window, leaf):
    assert "Voor zover bekend lazen 0 van 1 leden (0%) de afspraken (zie Welkom)." in leaf._seen.text()
    member_ids = [row.member_id for row in confirming.of_group(leaf.jobs.console, GroupId(1)).rows]
    leaf.jobs.ask(confirming.confirm, member_ids)
    settle(qtbot, window.jobs)
    assert "lazen 1 van 1 leden (100%)" in leaf._seen.text()


def test_facts_are_filled_in_by_keyboard_and_undone(qtbot, window, leaf):
    form = leaf.form
    assert not form.keep.isEnabled()
    form.name.setFocus()
    form.name.selectAll()
    qtbot.keyClicks(form.name, "Kade Zuid")
    form.managed_by.setFocus()
    qtbot.keyClicks(form.managed_by, "ge")
    form.tool.setFocus()
    qtbot.keyClicks(form.tool, "Si")
    form.umbrella.setFocus()
    qtbot.keyClicks(form.umbrella, "WABP")
    form.residents.setFocus()
    form.residents.selectAll()
    qtbot.keyClicks(form.residents, "310")
    form.umbrella.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    expected = group_facts.GroupFacts("Kade Zuid", Tool.SIGNAL, "WABP", ManagedBy.MUNICIPALITY, 1_400, 310)
    assert facts(leaf) == expected
    assert not form.is_edited
    page = window.page("groups")
    assert "Kade Zuid" in page.sheet.title.text()
    page.sheet.list.setFocus()
    press(qtbot, window, Qt.Key.Key_Z)
    settle(qtbot, window.jobs)
    assert facts(leaf).name == form.name.text() == "Kade"


def test_nought_is_not_known(qtbot, window, leaf):
    leaf.form.addresses.setValue(0)
    assert leaf.form.addresses.text() == "onbekend"
    leaf.form.keep.click()
    settle(qtbot, window.jobs)
    assert facts(leaf).addresses is None


def test_refused_name_says_why_and_stays_in_the_field(qtbot, window, leaf):
    leaf.form.name.setText("Akker")
    leaf.form.name.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble
    assert "Akker" in window.messages.text
    assert leaf.form.name.text() == "Akker"


def test_what_somebody_types_survives_news_and_goes_with_escape(qtbot, window, leaf):
    leaf.form.name.setText("Half get")
    window.page("groups").refresh()
    settle(qtbot, window.jobs)
    assert leaf.form.name.text() == "Half get"
    leaf.form.name.setFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert leaf.form.name.text() == "Kade"


def test_another_group_shows_its_own_facts(qtbot, window, leaf):
    leaf.form.name.setText("Half get")
    window.page("groups").open(GroupId(2))
    settle(qtbot, window.jobs)
    assert leaf.form.name.text() == "Akker"
    assert "1400" not in leaf.card.text()


# --- the family ------------------------------------------------------------------------------------------------------


def add(qtbot, leaf, name, kind):
    view = leaf.relatives
    view.kin.setCurrentIndex(view.kin.findData(kind))
    view.name.setFocus()
    qtbot.keyClicks(view.name, name)
    view.name.completer().popup().hide()
    view.window().activateWindow()  # without a window manager nobody does so when a popup goes
    qtbot.keyClick(view.name, Qt.Key.Key_Return)
    settle(qtbot, leaf.jobs)


def test_family_is_added_by_the_name_and_undone(qtbot, window, leaf):
    add(qtbot, leaf, "Akker", Kin.SISTER)
    add(qtbot, leaf, "Dijk", Kin.SPLIT_FROM)
    assert kin(leaf) == {"Akker": Kin.SISTER, "Dijk": Kin.SPLIT_FROM}
    assert leaf.relatives.name.text() == ""
    window.page("groups").sheet.list.setFocus()
    press(qtbot, window, Qt.Key.Key_Z)
    settle(qtbot, window.jobs)
    assert kin(leaf) == {"Akker": Kin.SISTER}


def test_a_name_that_is_no_group_adds_nothing_and_goes_with_escape(qtbot, window, leaf):
    leaf.relatives.name.setFocus()
    qtbot.keyClicks(leaf.relatives.name, "Akk")
    leaf.relatives.name.completer().popup().hide()
    window.activateWindow()
    assert not leaf.relatives.add.isEnabled()
    leaf.relatives.name.setFocus()
    qtbot.keyClick(leaf.relatives.name, Qt.Key.Key_Return)
    settle(qtbot, window.jobs)
    assert kin(leaf) == {}
    assert leaf.is_edited
    press(qtbot, window, Qt.Key.Key_Escape)
    assert leaf.relatives.name.text() == ""


def buttons(leaf):
    from ui.widgets.fact_list import ValueButton

    found = leaf.relatives.findChildren(ValueButton)
    return {button.accessibleName().replace("\u2068", "").replace("\u2069", ""): button for button in found}


def test_relative_is_shown_and_taken_away(qtbot, window, leaf):
    add(qtbot, leaf, "Akker", Kin.NEIGHBOUR)
    qtbot.keyClick(buttons(leaf)["Akker tonen"], Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert leaf.form.name.text() == "Akker"
    assert "buurgroep" in {label.text() for label in leaf.relatives.findChildren(type(leaf._seen))}
    qtbot.keyClick(buttons(leaf)["Kade is geen familie"], Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert kin(leaf) == {}


# --- the archive -----------------------------------------------------------------------------------------------------


def test_group_goes_to_the_archive_and_comes_back(qtbot, window, leaf):
    console = window.jobs.console
    qtbot.keyClick(leaf.archive, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert {group.name for group in desk.groups(console)} == {"Akker", "Dijk"}
    assert window.messages.text.startswith("De groep staat in het archief.")
    assert "(archief)" in window.page("groups").sheet.title.text()
    qtbot.keyClick(leaf.archive, Qt.Key.Key_Space)
    settle(qtbot, window.jobs)
    assert len(desk.groups(console)) == 3
    assert "(archief)" not in window.page("groups").sheet.title.text()


def test_name_of_a_group_is_plain_text(qtbot, window, leaf):
    with window.jobs.console.store.writing() as connection:
        connection.execute(
            insert(groups).values(name="<b>x</b>\u202e", profile="hic", created_at=window.jobs.console.now())
        )
    window.page("groups").open(GroupId(4))
    settle(qtbot, window.jobs)
    shown = window.page("groups").sheet.title
    assert shown.textFormat() is Qt.TextFormat.PlainText
    assert "\u202e" not in shown.text()
