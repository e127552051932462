"""The page Aanmeldingen: what there is, all of one request, typing and correcting."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from console.desk import triage
from console.desk.joining import requests
from console.domain.decision import Act, Verb
from console.domain.join_request import Applicant, RefusalReason, RequestSource, RequestState
from console.domain.work_area import Address
from console.errors import ExpectedError
from console.store.tables import groups
from tests.console.desk.conftest import NOW

ELS = Applicant("Els de Vries", phone="+31612345678", address=Address("Dorpsstraat", "12a"))


def test_what_waits_comes_first_the_oldest_on_top(console, chat, clock):
    older, newer = (requests.add(console, chat.group_id, Applicant(name)).request_id for name in ("Oud", "Nieuw"))
    assert [one.id for one in requests.requests(console)] == [older, newer]
    assert requests.requests(console, RequestState.REFUSED) == ()
    assert requests.requests(console)[0].item_id == triage.week(console)[0].id


def test_a_list_holds_so_many_of_each_part_and_counts_them_all(console, chat, make_group, clock):
    other = make_group("Andere")
    oldest, middle, _newest = (
        requests.add(console, chat.group_id, Applicant(name)).request_id for name in ("Oud", "Midden", "Nieuw")
    )
    elsewhere = requests.add(console, other.group_id, ELS).request_id
    for request_id in (oldest, middle):
        clock.forward(days=1)
        item_id = requests.detail(console, request_id).request.item_id
        triage.decide(console, item_id, Act(Verb.REFUSE, reason_code=RefusalReason.OTHER, reason="Vol."))
    found = requests.overview(console, most=1)
    assert [one.applicant.name for one in found.requests] == ["Nieuw", "Midden"]  # who waits first; the last decided
    assert found.counts == {
        (chat.group_id, RequestState.OPEN): 1,
        (chat.group_id, RequestState.REFUSED): 2,
        (other.group_id, RequestState.OPEN): 1,
    }
    of_other = requests.overview(console, other.group_id, most=5)
    assert [one.id for one in of_other.requests] == [elsewhere]
    assert of_other.counts == found.counts


def test_who_is_typed_twice_is_one_request(console, chat):
    first = requests.add(console, chat.group_id, ELS)
    again = requests.add(console, chat.group_id, replace(ELS, email="els@example.nl"))
    assert (first.is_new, again.is_new, first.request_id == again.request_id) == (True, False, True)
    assert again.changes.requests


def test_a_request_without_a_name_is_refused(console, chat):
    with pytest.raises(ExpectedError) as refused:
        requests.add(console, chat.group_id, Applicant("  "))
    assert refused.value.key == "request_name_empty"


def test_an_open_group_has_no_queue_and_says_so(console, make_group):
    chat = make_group("Open", join_policy="open")
    with pytest.raises(ExpectedError) as refused:
        requests.add(console, chat.group_id, ELS)
    assert refused.value.key == "request_open_group"
    assert requests.summary(console, chat.group_id).is_open_group


def test_a_correction_is_in_the_journal_without_its_values_in_words(console, chat):
    request_id = requests.add(console, chat.group_id, ELS).request_id
    changes = requests.change(console, request_id, replace(ELS, address=Address("Kerkweg", "3")))
    assert changes.requests
    detail = requests.detail(console, request_id)
    assert detail.request.applicant.address.street == "Kerkweg"
    (step,) = detail.history
    assert step.verb is Verb.REQUEST
    assert "straat" in step.words[0]
    assert "Kerkweg" not in step.words[0]
    triage.undo(console)
    assert requests.detail(console, request_id).request.applicant == ELS


def test_a_correction_of_what_changed_meanwhile_is_refused(console, chat):
    request_id = requests.add(console, chat.group_id, ELS).request_id
    seen = requests.detail(console, request_id).seen
    requests.add(console, chat.group_id, replace(ELS, email="els@example.nl"))
    with pytest.raises(ExpectedError) as refused:
        requests.change(console, request_id, replace(ELS, name="Els"), seen=seen)
    assert refused.value.key == "changed_meanwhile"


def test_the_message_that_asks_stands_with_the_request(console, chat):
    chat.say("Mooi weer")
    message_id = chat.say("Mag mijn buurvrouw Els erbij?")
    with console.store.writing() as connection:
        row = (Applicant("Els", vouched_by="Bram"), NOW, RequestSource.CHAT, message_id)
        (request_id,) = requests.put(connection, console, chat.group_id, [row]).new
    detail = requests.detail(console, request_id)
    assert detail.lines[detail.focus].text == "Mag mijn buurvrouw Els erbij?"


def test_a_note_stands_with_the_request(console, chat):
    request_id = requests.add(console, chat.group_id, ELS).request_id
    triage.add_note(console, requests.detail(console, request_id).request.item_id, "Belt maandag terug")
    assert [note.text for note in requests.detail(console, request_id).notes] == ["Belt maandag terug"]


def test_the_summary_counts_who_waits_too_long(console, chat, clock):
    requests.add(console, chat.group_id, ELS)
    clock.forward(days=9)
    requests.add(console, chat.group_id, Applicant("Nieuw"))
    found = requests.summary(console, chat.group_id)
    assert (found.open, found.overdue, found.waiting) == (2, 1, 2)


def test_a_group_that_did_not_start_yet_says_when_it_does(console, chat):
    request_id = requests.add(console, chat.group_id, ELS).request_id
    with console.store.writing() as connection:
        connection.execute(update(groups).values(kick_off_at=NOW + timedelta(days=20)))
    assert requests.detail(console, request_id).starts_at == NOW + timedelta(days=20)


def test_a_request_that_is_gone_says_so(console):
    with pytest.raises(ExpectedError) as refused:
        requests.detail(console, 99)
    assert refused.value.key == "request_gone"
