"""The leaves of the professionals around a group, and of who is in it, over a real store."""

import pytest
from PySide6.QtCore import Qt

from console.desk import professionals as desk
from console.desk import todos
from console.domain.group import GroupId
from console.domain.professional import Presence, ProfessionalFacts
from tests.ui.conftest import press, settle
from ui.models.professionals import Column
from ui.widgets.text import PlainLabel

KEY = Qt.Key
SANDER = ProfessionalFacts("Sander Kok", "Politie", "community_officer", "06 12345678", presence=Presence.READS)


@pytest.fixture
def kade(make_group):
    """A group with one professional, beside another with a second."""
    chat, other = make_group("Kade"), make_group("Haven")
    chat.member("Anja Bakker", role="admin")
    desk.add(chat.console, chat.group_id, SANDER)
    desk.add(chat.console, other.group_id, ProfessionalFacts("Mo", "Havensteder"))
    return chat


@pytest.fixture
def show(qtbot, kade, window, open_page, dutch):
    """Show a leaf of the group."""

    def show_leaf(key: str):
        page = open_page("groups")
        page.open(GroupId(kade.group_id), key)
        settle(qtbot, window.jobs)
        leaf = page.sheet.leaf(key)
        leaf.take_focus()
        return leaf

    return show_leaf


def listed(leaf, column=Column.NAME) -> list[str]:
    return [leaf.rows.index(row, column).data().strip("\u2068\u2069") for row in range(leaf.rows.rowCount())]


def said(leaf) -> str:
    return " ".join(label.text() for label in leaf.card.findChildren(PlainLabel))


def stored(leaf):
    return desk.of_group(leaf.jobs.console, leaf.group_id)


def test_professionals_stand_by_name_with_what_may_be_expected(show):
    leaf = show("professionals")
    assert listed(leaf) == ["Sander Kok"]
    assert listed(leaf, Column.WORK) == ["wijkagent, Politie"]
    assert "Leest mee, antwoordt niet altijd." in said(leaf)
    assert "06 12345678" in said(leaf)


def test_professional_is_added_by_keyboard_and_undone(qtbot, window, show):
    leaf = show("professionals")
    qtbot.keyClick(leaf.table, KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is leaf.form.name
    qtbot.keyClicks(leaf.form.name, "Bo")
    leaf.form.job.setCurrentIndex(leaf.form.job.findData("area_caretaker"))
    qtbot.keyClicks(leaf.form.hours, "maandag")
    qtbot.keyClick(leaf.form.hours, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert listed(leaf) == ["Bo", "Sander Kok"]
    (bo, _) = stored(leaf)
    assert (bo.facts.job, bo.facts.phone_hours, bo.facts.presence) == (
        "area_caretaker",
        "maandag",
        Presence.VIA_MODERATOR,
    )
    assert window.focusWidget() is leaf.table
    press(qtbot, window, KEY.Key_Z)
    settle(qtbot, window.jobs)
    assert listed(leaf) == ["Sander Kok"]


def test_work_in_somebodys_own_words_and_his_own_expectation(qtbot, window, show):
    leaf = show("professionals")
    press(qtbot, window, KEY.Key_K)
    assert leaf.form.expectation.placeholderText() == "Leest mee, antwoordt niet altijd."
    leaf.form.job.setEditText("wijkregisseur")
    leaf.form.expectation.setText("Antwoordt op dinsdag.")
    assert leaf.is_edited
    qtbot.keyClick(leaf.form.expectation, KEY.Key_Return)
    settle(qtbot, window.jobs)
    assert listed(leaf, Column.WORK) == ["wijkregisseur, Politie"]
    assert "Antwoordt op dinsdag." in said(leaf)
    press(qtbot, window, KEY.Key_K)
    assert leaf.form.job.currentText() == "wijkregisseur"
    assert not leaf.is_edited
    qtbot.keyClick(leaf.form.name, KEY.Key_Escape)
    assert leaf.form.isHidden()


def test_somebody_of_another_group_is_chosen_and_taken_away_again(qtbot, window, show):
    leaf = show("professionals")
    assert leaf.known.itemText(1) == "Mo, Havensteder"
    leaf.known.setCurrentIndex(1)
    leaf.known.activated.emit(1)
    settle(qtbot, window.jobs)
    assert listed(leaf) == ["Mo", "Sander Kok"]
    assert "Haven" in said(leaf)
    press(qtbot, window, KEY.Key_X)
    settle(qtbot, window.jobs)
    assert listed(leaf) == ["Sander Kok"]


def test_refused_number_keeps_what_was_typed(qtbot, window, show):
    leaf = show("professionals")
    leaf.ask_new()
    leaf.form.name.setText("Bo")
    leaf.form.phone.setText("12")
    qtbot.keyClick(leaf.form.keep, KEY.Key_Space)
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble
    assert leaf.form.name.text() == "Bo"


def test_who_is_in_is_shown_copied_and_made_ready(qtbot, window, show, clipboard):
    leaf = show("who_is_in")
    text = leaf.text.toPlainText()
    assert text.startswith("Wie zit er in Kade?")
    assert "De beheerder is Anja." in text
    press(qtbot, window, KEY.Key_C)
    assert clipboard.text() == text
    press(qtbot, window, KEY.Key_I)
    settle(qtbot, window.jobs)
    assert [todo.text for todo in todos.todos(window.jobs.console)] == [text]
    press(qtbot, window, KEY.Key_Z)
    settle(qtbot, window.jobs)
    assert todos.todos(window.jobs.console) == ()


def test_who_is_in_speaks_another_language_and_names_nobody(qtbot, window, show):
    leaf = show("who_is_in")
    leaf.language.setCurrentIndex(1)
    leaf.naming.setCurrentIndex(2)
    settle(qtbot, window.jobs)
    assert "There is 1 administrator" in leaf.text.toPlainText()
    assert "Anja" not in leaf.text.toPlainText()


def test_text_that_somebody_changed_stays_and_can_be_put_back(qtbot, window, show):
    leaf = show("who_is_in")
    made = leaf.text.toPlainText()
    leaf.text.setPlainText(f"{made} Tot ziens!")
    assert leaf.is_edited
    desk.add(leaf.jobs.console, leaf.group_id, ProfessionalFacts("Bo"))
    leaf.show_group(leaf.group_id)
    settle(qtbot, window.jobs)
    assert leaf.text.toPlainText().endswith("Tot ziens!")
    for place in (1, 0):  # another language, and back
        leaf.language.setCurrentIndex(place)
        settle(qtbot, window.jobs)
        assert leaf.text.toPlainText().endswith("Tot ziens!") is (place == 0)
    qtbot.keyClick(leaf.text, KEY.Key_Escape)
    settle(qtbot, window.jobs)
    assert "Bo." in leaf.text.toPlainText()
    assert not leaf.is_edited
