"""How reports stand that were passed on: asked once a day, and what is closed is offered as the answer."""

import pytest

from console.desk import outbox, triage, undoing
from console.desk.feedback import forwards
from console.desk.feedback.forwarding import forward
from console.domain.decision import Act, ItemState, Verb
from console.domain.feedback import Channel, LineState
from console.domain.forward import ForwardStatus
from tests.console.desk.feedback import forward_steps
from tests.console.desk.feedback.forward_steps import item_state, line_of, refused, wish

about, connected, delft = forward_steps.about, forward_steps.connected, forward_steps.delft  # fixtures
message, town = forward_steps.message, forward_steps.town


@pytest.fixture
def arrived(connected, about, clock):
    """The line of a report that arrived."""
    line_id = forward(connected, about, wish(console=connected, about=about)).line_id
    clock.forward(seconds=10)
    outbox.send_due(connected)
    return line_id


def looks(town) -> int:
    return sum(asked.startswith("GET /signals/v1/public/signals/") for asked in town.asked)


def test_once_a_day_it_is_asked_how_a_report_stands(connected, arrived, town, clock):
    assert not forwards.look(connected).feedback  # it arrived just now
    clock.forward(days=1)
    assert forwards.look(connected).feedback
    (kept,) = forwards.of_line(connected, arrived)
    assert (kept.status, kept.answer) == (ForwardStatus.OPEN, "")
    assert kept.sentence == "Gemeente Delft is nog bezig met melding SIG-1. Zo stond het op maandag 16 november."
    clock.forward(hours=23)
    forwards.look(connected)
    assert looks(town) == 1
    clock.forward(hours=1)
    forwards.look(connected)
    assert looks(town) == 2


def test_a_report_that_is_closed_brings_its_line_back_and_is_offered_as_the_answer(connected, arrived, town, clock):
    assert item_state(connected, line_of(connected).item_id).state == ItemState.LATER
    refused(lambda: forwards.take_over(connected, forwards.of_line(connected, arrived)[0].id), "forward_no_answer")
    town.closed |= town.reports.keys()
    forwards.look(connected, arrived)
    (kept,) = forwards.of_line(connected, arrived)
    assert kept.status is ForwardStatus.CLOSED
    assert not kept.can_be_asked
    assert kept.answer == "Gemeente Delft heeft melding SIG-1 afgesloten."
    assert item_state(connected, line_of(connected).item_id).state == ItemState.OPEN
    forwards.take_over(connected, kept.id)
    line = line_of(connected)
    assert (line.state, line.answer, line.channel) == (LineState.ANSWERED, kept.answer, Channel.SIGNALEN)
    clock.forward(days=3)
    forwards.look(connected)
    assert looks(town) == 1  # nothing to ask any more
    undoing.undo(connected)
    assert line_of(connected).state is LineState.ASKED


def test_a_service_that_does_not_answer_is_told_when_asked_for_and_passed_over_in_the_daily_round(
    connected, arrived, town, clock
):
    town.before = lambda handler: handler.say(500, {}) or True
    refused(lambda: forwards.look(connected, arrived), "net_no_answer")
    clock.forward(days=1)
    assert not forwards.look(connected).feedback
    assert forwards.of_line(connected, arrived)[0].looked_at is None


def test_nobody_asks_about_a_line_that_is_closed(connected, arrived, town, clock):
    triage.decide(connected, line_of(connected).item_id, Act(Verb.LAPSE, reason_code="too_old"))
    clock.forward(days=2)
    forwards.look(connected)
    assert looks(town) == 0
