"""Who asks to join comes in by hand: typed, pasted, from an e-mail or from a list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.domain.join_request import RequestState
from tests.ui import requests_steps
from tests.ui.conftest import drop, settle
from tests.ui.requests_steps import current, key, states

CTRL = Qt.KeyboardModifier.ControlModifier
kade, page = requests_steps.kade, requests_steps.page  # fixtures


def test_what_was_pasted_fills_the_form_and_stands_in_the_list(qtbot, window, page, kade):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, CTRL)
    form = page.parts.new
    assert QApplication.focusWidget() is form.paste
    form.group.setCurrentIndex(form.group.findData(kade.group_id))
    form.paste.insertPlainText("Naam: Jan Bakker\nAdres: Kade 20\nTelefoon: 06-11223344\nIk heb de regels gelezen: ja")
    settle(qtbot, window.jobs)
    assert (form.name.text(), form.street.text(), form.number.text()) == ("Jan Bakker", "Kade", "20")
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    settle(qtbot, window.jobs)
    assert current(page) == "Jan Bakker"
    request = page.parts.request.card.request
    assert (request.applicant.phone, request.applicant.has_read_rules) == ("+31611223344", True)
    assert "staat in de lijst" in window.messages.text


def test_form_that_is_left_leaves_the_list_as_it_was(qtbot, window, page):
    page.intake.ask_new()
    key(qtbot, window, Qt.Key.Key_Escape)
    assert page.parts.new.isHidden()
    assert page.parts.shows_request
    assert QApplication.focusWidget() is page.parts.list
    assert page.rows.rowCount() == 3


@pytest.fixture
def mail(tmp_path):
    """An e-mail that was saved as a file."""
    path = tmp_path / "aanmelding.EML"
    path.write_text(
        "From: Els <els@example.org>\nSubject: Aanmelden\nContent-Type: text/plain; charset=utf-8\n\n"
        "Naam: Els Jansen\nAdres: Kade 4\n",
        encoding="utf-8",
    )
    return path


def test_mail_is_taken_in(qtbot, window, page, kade, mail):
    page.intake.take_mails(kade.group_id, (mail,))
    settle(qtbot, window.jobs)
    settle(qtbot, window.jobs)
    assert "Els Jansen" in states(page)
    assert page.rows.rowCount() == 4


def test_mail_that_is_dropped_on_the_window_is_a_request_here(qtbot, window, kade, open_page, dutch, mail):
    open_page("week")
    drop(window, mail)  # the page opens with it: its groups are not known yet
    settle(qtbot, window.jobs)
    assert window.current_key == "requests"
    page = window.page("requests")
    assert page.parts.choice.isVisible()
    assert page.parts.choice.group.hasFocus()
    page.parts.choice.group.setCurrentIndex(page.parts.choice.group.findData(kade.group_id))
    page.parts.choice.go_on.click()
    settle(qtbot, window.jobs)
    assert "Els Jansen" in states(page)
    assert page.parts.shows_request


def test_dropped_mail_is_for_the_group_that_the_list_shows(qtbot, window, page, kade, mail):
    page.parts.choose(RequestState.OPEN, kade.group_id)
    drop(window, mail)
    settle(qtbot, window.jobs)
    assert "Els Jansen" in states(page)


def test_dropped_mail_says_so_when_nobody_can_ask(qtbot, window, open_page, dutch, mail):
    open_page("week")
    drop(window, mail)
    settle(qtbot, window.jobs)
    assert window.messages.is_trouble
    assert window.messages.text.startswith("Maak eerst een groep")


def test_list_asks_for_which_group_first(qtbot, window, page, kade):
    page.intake.ask_sheet()
    settle(qtbot, window.jobs)
    assert page.parts.choice.isVisible()
    page.parts.choice.group.setCurrentIndex(page.parts.choice.group.findData(kade.group_id))
    page.parts.choice.go_on.click()
    settle(qtbot, window.jobs)
    assert page.parts.sheet.isVisible()
    assert page.can_put_away()
    key(qtbot, window, Qt.Key.Key_Escape)
    assert page.parts.shows_request


def test_number_is_understood_as_it_is_typed_and_a_wrong_one_is_told(qtbot, window, page):
    page.intake.ask_new()
    form = page.parts.new
    form.group.setCurrentIndex(0)
    form.name.setText("Jan Bakker")
    form.phone.setText("06 123")
    form.name.setFocus()
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert window.messages.is_trouble
    assert form.isVisible()  # nothing that was typed is lost
    form.phone.setText("06-1122 3344")
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    settle(qtbot, window.jobs)
    assert page.parts.request.card.request.applicant.phone == "+31611223344"
