"""The requests of the demo, decided in one pass by keyboard, with the right group for who lives elsewhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console import bootstrap
from console.desk.joining import requests
from console.domain.decision import Verb
from console.domain.join_request import RequestState
from tests.ui.conftest import press, settle

CTRL = Qt.KeyboardModifier.ControlModifier
MOST = 40  # keys to press at most before something is wrong
NO_PROPOSAL = "v"


@pytest.fixture
def demo(jobs):
    """The demo behind the window; its messages are not judged."""
    own, jobs.console = jobs.console, bootstrap.demo_console("nl")
    yield jobs.console
    bootstrap.close(jobs.console)
    jobs.console = own


def _waiting(demo):
    return [one for one in requests.requests(demo) if one.state is RequestState.OPEN]


def test_the_requests_of_the_demo_are_decided_in_one_pass_by_keyboard(qtbot, window, demo, open_page, dutch):
    page = open_page("requests")
    page.brake_ms = 0
    part, taken = page.parts.request, {}
    begun = {one.id for one in _waiting(demo)}
    assert len(begun) >= 7
    for _ in range(MOST):
        request = part.card.request
        if request is None:
            break
        proposal = requests.detail(demo, request.id).screening.proposal
        press(qtbot, window, "s" if proposal is not None else NO_PROPOSAL)
        settle(qtbot, window.jobs)
        if proposal is None:
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
            settle(qtbot, window.jobs)
        while part.answer.field.choose_blank():
            qtbot.keyClicks(part.answer.field, "de Dorpsstraat")
        taken.setdefault(request.applicant.name, (proposal and proposal.verb, part.answer.field.text))
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
        settle(qtbot, window.jobs)
    assert _waiting(demo) == []
    verb, words = taken["Gerard de Wit"]
    assert verb is Verb.REFER
    assert "HIC Kadebuurt" in words
    assert taken["Yasmina Benali"][0] is Verb.ADMIT
    states = {one.applicant.name: one.state for one in requests.requests(demo) if one.id in begun}
    assert states["Gerard de Wit"] is RequestState.REDIRECTED
    assert states["Rik Postma"] is RequestState.REFUSED
    assert RequestState.OPEN not in states.values()
