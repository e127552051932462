"""What several tests of forwarding need: a municipality that takes reports in every way, and a report about it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from console.desk import redirects
from console.desk.feedback import forwarding, lines
from console.domain.draft import Counter
from console.domain.forward import ForwardAbout, ForwardChannel, ForwardWish, Spot
from console.domain.judgement import Category
from console.domain.outgoing import SIGNALEN
from console.errors import ExpectedError
from console.platforms.signalen import SignalenCarrier
from console.store.tables import items
from tests.console.desk.conftest import NOW, flagged
from tests.tools.signalen_server import running

SPOT = Spot(51.9225, 4.47917)
SAID = "Bij de glasbak ligt al dagen een matras. Bram van nummer 12 belt op 06-12345678"
DESK = Counter("municipality", "Gemeente Delft", "Iets is kapot.", number="14015", app="de app Delft")
OTHER = Counter("nuisance", "Overlastloket", "Overlast die blijft.", app="de site")
CALLED = Counter("emergency", "112", "Het gebeurt nu.", number="112")
POLICE = Counter("police", "Politie", "Het is voorbij.", number="0900-8844")


@pytest.fixture
def town():
    """A municipality that runs Signalen."""
    with running() as found:
        yield found


@pytest.fixture
def delft(console, make_group, town):
    """A group in a municipality that takes reports in every way."""
    counters = [CALLED, OTHER, DESK, POLICE]
    redirects.change_counters(
        console, None, "Delft", counters, report_mail="melding@delft.nl", signalen_url=f"{town.url}/signals/v1/public/"
    )
    key = next(one.key for one in redirects.municipalities(console) if one.name == "Delft")
    return make_group("Buitenhof", municipality=key)


@pytest.fixture
def connected(console):
    """A console that sends reports to Signalen."""
    return replace(console, carriers={SIGNALEN: SignalenCarrier()})


@pytest.fixture
def message(delft):
    """A flagged report about the street, by Bram."""
    delft.member("Bram Janssen")
    return delft.say(SAID, author="Bram Janssen", judgement=replace(flagged(), category=Category.LIVEABILITY))


@pytest.fixture
def about(delft, message):
    """What is passed on: the message, without its item."""
    return ForwardAbout(delft.group_id, message_id=message)


def wish(channel=ForwardChannel.SIGNALEN, console=None, about=None, **changed) -> ForwardWish:
    """A wish that can be carried out."""
    values = {
        "service": "municipality",
        "channel": channel,
        "text": "Er ligt een matras.",
        "at": NOW - timedelta(days=1),
    }
    if channel is ForwardChannel.SIGNALEN and console is not None:
        values |= {"category": forwarding.categories(console, about.group_id)[1], "spot": SPOT}
    return ForwardWish(**values | changed)


def line_of(console, group_id=None):
    (line,) = lines.lines(console, group_id=group_id)
    return line


def item_state(console, item_id):
    with console.store.reading() as connection:
        return connection.execute(select(items.c.state, items.c.later_until).where(items.c.id == item_id)).one()


def refused(call, key: str) -> ExpectedError:
    with pytest.raises(ExpectedError) as raised:
        call()
    assert raised.value.key == key
    return raised.value
