"""The demo: one incident in two groups, closed by the answer of the community officer, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from console import bootstrap
from console.assets import resource
from console.desk import todos
from console.desk.feedback import digest, lines
from console.domain.feedback import LineState
from console.domain.outgoing import Action
from tests.ui.conftest import settle
from tests.ui.requests_steps import key

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def demo(jobs):
    """The demo behind the window; its messages are not judged."""
    own, jobs.console = jobs.console, bootstrap.demo_console("nl")
    yield jobs.console
    bootstrap.close(jobs.console)
    jobs.console = own


def test_one_pasted_answer_closes_an_incident_in_two_groups(qtbot, window, demo, open_page, dutch):
    (asked,) = [one for one in lines.lines(demo) if len(one.groups) == 2]
    assert asked.state is LineState.ASKED
    leaf = open_page("feedback").shown_leaf
    leaf.brake_ms = 0
    leaf.intake.take_file(resource("demo", "Antwoord wijkagent Sander.eml"))
    settle(qtbot, window.jobs)
    panel = leaf.parts.mail
    assert asked.id in [answer._line.id for answer in panel.answers if answer._line is not None]
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    told = [field.to_tell for field in leaf.parts.tellings.fields if field.to_tell.line_id == asked.id]
    assert {one.group_id for one in told} == {one.group_id for one in asked.groups}
    assert len(told) == 4  # the reporter and the group, twice
    key(qtbot, window, Qt.Key.Key_Return, CTRL)
    assert lines.line(demo, asked.id).state is LineState.TOLD
    ready = [one for one in todos.todos(demo) if one.action is Action.GROUP]
    assert {one.group_id for one in ready} >= {one.group_id for one in asked.groups}
    assert all("kenteken" in (one.text or "") for one in ready if one.group_id == asked.groups[1].group_id)


def test_the_overview_for_the_officer_of_the_demo_is_one_page(demo):
    (asked,) = [one for one in lines.lines(demo) if len(one.groups) == 2]
    overview = digest.digest(demo, asked.owing.professional_id)
    assert asked.number in overview.text
    assert digest.as_pdf(overview).count(b"/Type /Page\n") == 1
    names = {waiting.reporter for line in lines.lines(demo) for waiting in line.groups if waiting.reporter}
    assert not [name for name in names if name in overview.text]
