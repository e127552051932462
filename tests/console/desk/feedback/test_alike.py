"""Lines and reports about the same incident are offered with their reasons, and others are not."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from console.desk import triage
from console.desk.feedback import alike, changing
from console.desk.feedback.alike import About
from console.domain.decision import Act, Verb
from console.domain.feedback import LapseReason
from console.store.tables import groups
from tests.console.desk.conftest import NOW
from tests.console.desk.feedback.conftest import refused

DEALS = "Auto's die kort stoppen bij de garageboxen Lindelaan, er wordt gedeald"


@pytest.fixture
def plein(make_group):
    """Another group."""
    return make_group("Plein")


@pytest.fixture
def deals(chat, opened):
    """A line about dealing, of two days ago."""
    at = NOW - timedelta(days=2)
    return opened(chat, chat.say(DEALS, at=at), what="Dealen bij de garageboxen", asked_at=at)


def test_a_line_of_another_group_about_the_same_is_offered_with_its_reasons(console, plein, deals):
    message_id = plein.say("Gisteren weer gedeald bij de boxen aan de Lindelaan", at=NOW - timedelta(hours=30))
    (offered,) = alike.similar(console, About(plein.group_id, "Dealen aan de Lindelaan", message_id))
    assert offered.line.id == deals.id
    assert offered.because == (
        "Beide gaan over 'lindelaan'.",
        "Beide noemen 'dealen', 'gedeald', 'boxen'.",
        "Het was op dezelfde dag.",
    )


def test_the_line_itself_is_not_offered_but_its_like_in_the_same_group_is(console, chat, opened, deals):
    assert alike.similar(console, deals.id) == ()
    other = opened(chat, chat.say("Er wordt gedeald bij de garageboxen", at=NOW), what="Dealers Lindelaan")
    (offered,) = alike.similar(console, deals.id)
    assert offered.line.id == other.id
    assert offered.because[-2:] == ("Er zitten 2 dagen tussen.", "Het is dezelfde groep.")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("De lantaarn aan de Kadelaan is kapot", 2),
        ("Gedeald bij de garageboxen Beukenlaan", 2),  # another street
        ("Auto's stoppen bij de garageboxen Lindelaan, er wordt gedeald", 30),  # long ago
        ("Wie heeft een boormachine te leen?", 2),
    ],
)
def test_something_else_is_not_offered(console, plein, deals, text, days):
    message_id = plein.say(text, at=NOW - timedelta(days=days))
    assert alike.similar(console, About(plein.group_id, text, message_id)) == ()


def test_a_line_about_the_very_message_comes_first(console, chat, deals):
    about = About(chat.group_id, "Iets anders", deals.groups[0].message_id)
    assert alike.similar(console, about)[0].because == ("Het gaat over hetzelfde bericht.",)


def test_closed_lines_and_archived_groups_are_left_out(console, plein, deals, chat):
    about = About(plein.group_id, DEALS, plein.say(DEALS, at=NOW))
    assert len(alike.similar(console, about)) == 1
    with console.store.writing() as connection:
        connection.execute(update(groups).where(groups.c.id == chat.group_id).values(archived_at=NOW))
    assert alike.similar(console, about) == ()
    with console.store.writing() as connection:
        connection.execute(update(groups).values(archived_at=None))
    triage.decide(console, deals.item_id, Act(Verb.LAPSE, reason_code=LapseReason.TOO_OLD))
    assert alike.similar(console, about) == ()


def test_a_report_in_another_group_is_offered_until_it_has_a_line(console, plein, deals, report):
    message_id = plein.say("Bij de garageboxen aan de Lindelaan stopt steeds een auto", at=NOW - timedelta(days=1))
    report_id = report(plein, message_id, plein.say("Ik zie het ook", at=NOW))
    report(plein, plein.say("Kat gevonden", at=NOW))
    (offered,) = alike.reports_elsewhere(console, deals.id)
    assert (offered.report_id, offered.group, offered.message_id) == (report_id, "Plein", message_id)
    assert offered.because[0] == "Beide gaan over 'lindelaan'."
    changing.add_group(console, deals.id, plein.group_id, message_id)
    assert alike.reports_elsewhere(console, deals.id) == ()


def test_a_report_of_the_same_group_is_no_other(console, chat, deals, report):
    report(chat, chat.say("Weer gedeald bij de garageboxen Lindelaan", at=NOW))
    assert alike.reports_elsewhere(console, deals.id) == ()


def test_a_line_that_is_gone_has_no_like(console):
    with refused("line_gone"):
        alike.similar(console, 99)
    with refused("line_gone"):
        alike.reports_elsewhere(console, 99)
