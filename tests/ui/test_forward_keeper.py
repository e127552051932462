"""Once a day the services are asked how the reports stand, and nobody waits for it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from console.desk import outbox, redirects
from console.desk.feedback import forwarding, forwards
from console.domain.forward import ForwardAbout, ForwardChannel, ForwardStatus, ForwardWish, Spot
from console.domain.outgoing import SIGNALEN
from console.platforms.signalen import SignalenCarrier
from tests.tools.signalen_server import running
from tests.ui.conftest import settle
from ui.forward_keeper import HOUR_MS, ForwardKeeper


@pytest.fixture
def town():
    """A municipality that runs Signalen."""
    with running() as found:
        yield found


@pytest.fixture
def line_id(console, jobs, make_group, town, clock):
    """The line of a report that arrived there."""
    jobs.console = replace(console, carriers={SIGNALEN: SignalenCarrier()})
    told = next(one for one in redirects.municipalities(console) if one.key == "rotterdam").counters
    redirects.change_counters(console, "rotterdam", "Rotterdam", told, signalen_url=town.url)
    chat = make_group(municipality="rotterdam")
    about = ForwardAbout(chat.group_id, message_id=chat.say("Er ligt een matras"))
    kind = forwarding.categories(jobs.console, chat.group_id)[0]
    wish = ForwardWish("municipality", ForwardChannel.SIGNALEN, "Een matras.", clock(), kind, Spot(51.9225, 4.47917))
    done = forwarding.forward(jobs.console, about, wish)
    clock.forward(seconds=10)
    outbox.send_due(jobs.console)
    town.asked.clear()
    return done.line_id


@pytest.fixture
def keeper(jobs):
    """The keeper."""
    made = ForwardKeeper(jobs)
    yield made
    made.leave()


def test_a_day_later_it_is_asked_once_and_the_pages_hear_of_it(qtbot, jobs, keeper, clock, town, line_id):
    heard = []
    jobs.changed.connect(lambda changes: heard.append(changes.feedback))
    keeper.start()
    settle(qtbot, jobs)
    assert town.asked == []
    town.closed |= town.reports.keys()
    clock.forward(days=1)
    keeper.timer.timeout.emit()
    settle(qtbot, jobs)
    assert [one.status for one in forwards.of_line(jobs.console, line_id)] == [ForwardStatus.CLOSED]
    assert True in heard
    clock.moment += timedelta(hours=1)
    keeper.timer.timeout.emit()
    settle(qtbot, jobs)
    assert len(town.asked) == 1
    assert (keeper.timer.isActive(), keeper.timer.interval()) == (True, HOUR_MS)
    keeper.leave()
    assert not keeper.timer.isActive()


def test_a_server_that_is_silent_is_asked_again_the_next_hour(qtbot, jobs, keeper, clock, town, line_id):
    town.before = lambda handler: handler.say(500, {}) or True
    clock.forward(days=1)
    for _ in range(2):
        keeper.start()
        settle(qtbot, jobs)
    assert len(town.asked) == 2


def test_the_demo_is_on_no_net(qtbot, jobs, keeper, clock, town, line_id):
    jobs.console = replace(jobs.console, is_demo=True)
    clock.forward(days=1)
    keeper.start()
    settle(qtbot, jobs)
    assert town.asked == []
