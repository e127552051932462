"""The chat's own lines "asks to join", and members who ask to add somebody."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from console.desk import intake, judging, triage
from console.desk.joining import requests
from console.domain.decision import ItemKind
from console.domain.join_request import RequestSource, RequestState
from console.domain.work_area import Address
from console.store.tables import groups, join_requests, messages
from tests.console.desk.conftest import NOW

ASKS = "Kun je mijn buurvrouw Els van Dorpsstraat 12 toevoegen? 06-12345678"


def judged(console):
    judging.judge_pending(console)
    return requests.requests(console)


def whatsapp(*lines):
    return "".join(f"{day} - {line}\n" for day, line in lines)


def asked(console):
    return [(one.applicant.name, one.applicant.phone, one.state) for one in requests.requests(console)]


def test_a_member_who_asks_to_add_somebody_makes_a_request(console, chat):
    message_id = chat.say(ASKS, author="Bram", needs_judging=True)
    (request,) = judged(console)
    who = request.applicant
    assert (who.name, who.phone, who.address) == ("Els", "+31612345678", Address("Dorpsstraat", "12"))
    assert (who.vouched_by, who.words) == ("Bram", ASKS)
    assert (request.source, request.message_id) == (RequestSource.CHAT, message_id)
    assert [item.kind for item in triage.week(console) if item.kind is ItemKind.REQUEST] == [ItemKind.REQUEST]


def test_somebody_without_a_name_is_called_after_who_asked(console, chat):
    chat.say("Mag mijn man er ook in?", author="Bram", needs_judging=True)
    (request,) = judged(console)
    assert (request.applicant.name, request.applicant.phone) == ("man van Bram", None)


def test_judging_again_makes_nothing_twice_also_after_what_was_known_is_erased(console, chat):
    message_id = chat.say(ASKS, needs_judging=True)
    judged(console)
    with console.store.writing() as connection:
        connection.execute(update(join_requests).values(name="", phone=None, words=None, erased_at=NOW))
        connection.execute(update(messages).where(messages.c.id == message_id).values(needs_judging=True))
    judging.judge_pending(console)
    with console.store.reading() as connection:
        assert connection.execute(join_requests.select()).one().name == ""


@pytest.mark.parametrize("role", ["admin", "professional"])
def test_who_may_add_people_himself_asks_nothing(console, chat, role):
    chat.member("Anja", role=role)
    chat.say(ASKS, author="Anja", needs_judging=True)
    assert judged(console) == ()


def test_history_makes_no_requests(console, make_group):
    chat = make_group("Oud", review_from=NOW - timedelta(days=1))
    chat.say(ASKS, at=NOW - timedelta(days=2), needs_judging=True)
    chat.say("Mag mijn man erbij?", at=NOW - timedelta(hours=2), needs_judging=True)
    assert [request.applicant.name for request in judged(console)] == ["man van Bram"]


def test_a_message_that_is_gone_or_perhaps_of_another_asks_nothing(console, chat):
    chat.say(ASKS, deleted_at=NOW, needs_judging=True)
    chat.say("Mag mijn man erbij?", is_doubtful=True, needs_judging=True)
    assert judged(console) == ()


def test_an_open_group_has_no_queue(console, chat):
    with console.store.writing() as connection:
        connection.execute(update(groups).values(join_policy="open"))
    chat.say(ASKS, needs_judging=True)
    assert judged(console) == ()


def test_lines_of_the_chat_become_requests_once(console):
    text = whatsapp(
        ("13-11-2026 10:00", "Anja: Goedemorgen"),
        ("13-11-2026 10:05", "Els de Vries requested to join."),
        ("13-11-2026 10:06", "+31 6 12345678 requested to join."),
    )
    result = intake.import_text(console, text, "Kade", judge=False)
    assert result.changes.requests
    assert asked(console) == [
        ("Els de Vries", None, RequestState.OPEN),
        ("+31 6 12345678", "+31612345678", RequestState.OPEN),
    ]
    assert requests.requests(console)[0].received_at.astimezone(UTC) == datetime(2026, 11, 13, 9, 5, tzinfo=UTC)
    intake.import_text(console, text + whatsapp(("14-11-2026 10:00", "Anja: Nog iets")), "Kade", judge=False)
    assert len(requests.requests(console)) == 2


def test_who_joined_in_the_same_export_waits_for_nobody(console):
    text = whatsapp(
        ("13-11-2026 10:00", "Anja: Goedemorgen"),
        ("13-11-2026 10:05", "Els de Vries requested to join."),
        ("13-11-2026 11:00", "Anja added Els de Vries"),
    )
    intake.import_text(console, text, "Kade", judge=False)
    assert [state for _, _, state in asked(console)] == [RequestState.ADMITTED]
    assert triage.week(console) == ()


def test_lines_of_long_ago_make_no_requests(console):
    text = whatsapp(
        ("13-01-2026 10:05", "Els de Vries requested to join."),
        ("13-01-2026 10:06", "Anja: Goedemorgen"),
        ("13-11-2026 10:00", "Anja: Goedemorgen"),
    )
    intake.import_text(console, text, "Kade", judge=False)
    assert asked(console) == []


def test_signal_and_the_import_of_a_whole_chat_do_the_same(console, chat):
    """Every format tells the same event; here it lies in the store as any reader leaves it."""
    with console.store.writing() as connection:
        from console.desk.joining.from_chat import take_lines
        from console.store.tables import imports

        (import_id,) = connection.execute(
            imports.insert().values(
                group_id=chat.group_id, sha256="", format="signal", imported_at=NOW, read=1, new=1,
                known=0, changed=0,
            )
        ).inserted_primary_key  # fmt: skip
    chat.say("", author=None, kind="system", event="join_requested", subject=["~ Els"], import_id=import_id)
    with console.store.writing() as connection:
        assert take_lines(connection, console, chat.group_id)
    assert [name for name, _, _ in asked(console)] == ["Els"]
