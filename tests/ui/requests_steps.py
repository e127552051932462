"""People who ask to join, for tests of the window."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.desk import areas
from console.desk.area_text import read
from console.desk.console import Console
from console.desk.joining import requests
from console.desk.joining.requests import Incoming, put
from console.domain.group import GroupId
from console.domain.join_request import Applicant, RequestId, RequestSource, RequestState
from console.domain.work_area import Address
from tests.console.desk.conftest import NOW, Chat
from tests.ui.conftest import settle
from ui.i18n import Languages
from ui.main_window import MainWindow
from ui.pages.requests import RequestsView
from ui.widgets.text import PlainLabel

KNOWN = {"is_old_enough": True, "has_read_rules": True, "consent_at": NOW, "consent_channel": "formulier"}
FATIMA = Applicant("Fatima de Groot", "+31612345678", address=Address("Kade", "12a", "3021 AB"), **KNOWN)
OMAR = Applicant("Omar Yilmaz", "+31687654321", address=Address("Merelstraat", "8"), **KNOWN)
WIM = Applicant("Wim", words="Ik wil er graag bij.")


def set_area(console: Console, group_id: GroupId, text: str) -> None:
    """Give a group a work area."""
    area, problems = read(text)
    assert not problems
    areas.set_area(console, group_id, area)


def ask(console: Console, group_id: GroupId, applicant: Applicant, days: float = 1) -> RequestId:
    """Let somebody ask to join, so many days ago."""
    came = Incoming(applicant, NOW - timedelta(days=days), RequestSource.FORM)
    with console.store.writing() as connection:
        taken = put(connection, console, group_id, [came])
    return (*taken.new, *taken.updated, *taken.known)[0]


@pytest.fixture
def kade(make_group: Callable[..., Chat], console: Console) -> Chat:
    """Three who ask: one in the area, one outside it, and one who said little; the second belongs to another group."""
    chat = make_group("Kade", profile="hic")
    birds = make_group("Vogelbuurt")
    set_area(console, chat.group_id, "Kade 1-40")
    set_area(console, birds.group_id, "Merelstraat 1-60")
    chat.birds = birds
    for applicant, days in ((FATIMA, 9), (OMAR, 2), (WIM, 1)):
        ask(console, chat.group_id, applicant, days)
    return chat


@pytest.fixture
def page(kade: Chat, open_page: Callable[[str], RequestsView], dutch: Languages) -> RequestsView:
    """The page Aanmeldingen with those three, which hears every key at once."""
    shown = open_page("requests")
    shown.brake_ms = 0
    return shown


def key(
    qtbot: QtBot,
    window: MainWindow,
    pressed: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key where the focus is, and wait until what it asked for is done."""
    qtbot.keyClick(QApplication.focusWidget(), pressed, modifier)
    settle(qtbot, window.jobs)


def states(page: RequestsView) -> dict[str, RequestState]:
    """How each request stands, by the name of who asks."""
    return {one.applicant.name: one.state for one in requests.requests(page.jobs.console)}


def current(page: RequestsView) -> str | None:
    """Who is on the card."""
    request = page.parts.request.card.request
    return None if request is None else request.applicant.name


def said(widget: QWidget) -> str:
    """What the labels in sight say."""
    return " ".join(label.text() for label in widget.findChildren(PlainLabel) if label.isVisible())
