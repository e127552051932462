"""The page Welkom and its tabs: one group and one language for every leaf."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.desk.welcome import checked_languages
from tests.ui.conftest import settle
from tests.ui.test_welcome_read import listed
from ui.pages.welcome_leaves import LEAVES


def choices(box):
    return [box.itemText(place) for place in range(box.count())]


def test_group_and_language_go_for_every_leaf(qtbot, window, make_group, open_page, dutch):
    kade, akker = make_group("Kade"), make_group("Akker", profile="hic")
    for chat in (kade, akker):
        chat.member("Anna")
    page = open_page("welcome")
    assert page.leaf_key == "rules"
    assert choices(page.group) == ["Akker", "Kade"]  # nobody wrote: by name
    window._on_page_requested("welcome", ("read", kade.group_id))
    settle(qtbot, window.jobs)
    assert choices(page.group) == ["Alle groepen", "Akker", "Kade"]  # this leaf shows all of them together too
    assert listed(page.shown_leaf) == ["Anna"]
    page.group.setCurrentIndex(0)
    settle(qtbot, window.jobs)
    assert page.shown_leaf.group_id is None
    page.show_leaf("rules")
    settle(qtbot, window.jobs)
    assert page.group.currentText() == "Kade"  # the others go on with the last group
    page.language.setCurrentIndex(page.language.findData("ar"))
    settle(qtbot, window.jobs)
    assert page.shown_leaf._work.welcome.group_id == kade.group_id
    assert page.shown_leaf._work.welcome.direction == "rtl"
    for entry in LEAVES:
        page.show_leaf(entry.key)
        settle(qtbot, window.jobs)
        wanted = None if page.shown_leaf.shows_all else kade.group_id  # there he was at all of them
        assert (page.shown_leaf.group_id, page.shown_leaf.language) == (wanted, "ar")
        assert page.isAncestorOf(QApplication.focusWidget())


def test_language_that_nobody_checked_says_so_until_somebody_did(qtbot, window, make_group, open_page, dutch):
    make_group("Kade")
    page = open_page("welcome")
    assert choices(page.language)[::2] == [
        "Nederlands",
        *(f"{one} (nog niet nagekeken)" for one in ("Polski", "العربية")),
    ]
    page.language.setCurrentIndex(2)
    settle(qtbot, window.jobs)
    assert "moedertaalspreker: Polski" in page.shown_leaf.parts.note.text()
    window.jobs.ask(checked_languages.set_checked, "pl", "Ewa")
    settle(qtbot, window.jobs)
    assert choices(page.language)[2] == "Polski"
    assert "Polski" not in page.shown_leaf.parts.note.text()


def test_page_without_a_group_says_what_to_do(window, open_page, dutch):
    page = open_page("welcome")
    assert page.empty.isVisible()
    assert not page.tabs.isVisible()
    window.show_page("week")
    window.show_page("welcome")
    assert page.take_in.hasFocus()
    page.take_in.click()
    assert window.current_key == "intake"


def test_control_tab_goes_through_the_leaves_and_into_each(qtbot, window, make_group, open_page):
    chat = make_group("Kade")
    chat.member("Bram")
    page = open_page("welcome")
    page.take_focus(None)
    for entry in (*LEAVES[1:], LEAVES[0]):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, window.jobs)
        assert page.leaf_key == entry.key
        assert page.shown_leaf.isAncestorOf(QApplication.focusWidget())  # where its keys act
