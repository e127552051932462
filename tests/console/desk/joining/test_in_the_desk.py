"""Who asks to join, in the rest of the desk: filters, logbook, claims, and what is counted."""

from datetime import timedelta

import pytest

from console.desk import claims, elsewhere, logbook, summary, triage, views
from console.desk.joining import requests
from console.domain.decision import Act, ItemKind, Verb
from console.domain.filters import YES, Attribute, Filters, Wish
from console.domain.join_request import Applicant, RefusalReason, RequestSource
from console.domain.logbook import LogFilter
from console.domain.work_area import Address
from tests.console.desk.conftest import NOW

ELS = Applicant("Els de Vries", phone="+31612345678", address=Address("Dorpsstraat", "12a"), words="Graag erbij")


@pytest.fixture
def asked(console, chat):
    """Els asks since nine days, Jan since today; a message waits too. Returns Els' request."""
    chat.flag("Bel 06-12345678")
    with console.store.writing() as connection:
        rows = [
            (ELS, NOW - timedelta(days=9), RequestSource.FORM, None),
            (Applicant("Jan Smit"), NOW, RequestSource.FORM, None),
        ]
        return requests.put(connection, console, chat.group_id, rows).new[0]


def names(console, filters):
    return [item.author for item in triage.week(console, filters)]


def wishing(attribute, value, wish=Wish.REQUIRE):
    return Filters().wishing(attribute, value, wish)


def test_the_kind_can_be_wished_for_and_left_out(console, asked):
    assert names(console, wishing(Attribute.KIND, "request")) == ["Els de Vries", "Jan Smit"]
    assert names(console, wishing(Attribute.KIND, "request", Wish.EXCLUDE)) == ["Bram"]


def test_who_waits_too_long_is_found_under_today(console, asked):
    assert names(console, wishing(Attribute.ATTENTION, "today")) == ["Els de Vries", "Bram"]
    assert names(console, wishing(Attribute.ATTENTION, "later")) == ["Jan Smit"]
    waiting = {(one.attribute, one.value) for one in views.choices(console) if one.waits}
    assert {(Attribute.ATTENTION, "today"), (Attribute.ATTENTION, "later"), (Attribute.KIND, "request")} <= waiting


@pytest.mark.parametrize("words", ["vries", "dorpsstr", "graag"])
def test_words_are_looked_for_in_name_street_and_own_words(console, asked, words):
    assert names(console, Filters(words=words)) == ["Els de Vries"]
    assert names(console, Filters(without=words)) == ["Jan Smit", "Bram"]


def test_a_flag_is_never_that_of_a_message_with_the_same_number(console, asked):
    assert names(console, wishing(Attribute.FLAG, "personal_data")) == ["Bram"]
    assert names(console, wishing(Attribute.ROLE, "member")) == ["Bram"]


def test_a_note_with_a_request_is_found(console, asked):
    item_id = requests.detail(console, asked).request.item_id
    triage.add_note(console, item_id, "Belt terug")
    assert names(console, wishing(Attribute.NOTE, YES)) == ["Els de Vries"]


def test_what_waits_is_counted_with_the_rest(console, asked):
    assert views.waiting(console).count == summary.summary(console).items == 3


def test_the_logbook_tells_who_and_what_and_finds_it_by_name(console, asked):
    item_id = requests.detail(console, asked).request.item_id
    refused = Act(Verb.REFUSE, "Helaas.", reason_code=RefusalReason.OUTSIDE_AREA)
    decided = triage.decide(console, item_id, refused)
    (line,) = logbook.logbook(console, LogFilter(words="vries"))
    assert (line.author, line.verb, line.note) == ("Els de Vries", Verb.REFUSE, None)
    assert line.text == "aanmelding: wacht → niet toegelaten; reden: woont of werkt niet in het gebied"
    detail = logbook.entry(console, decided.decision)
    assert (detail.message, detail.can_undo) == (None, True)
    assert [sent.text for sent in detail.sent] == ["Helaas."]


def test_another_window_sees_who_looks_and_what_was_decided(console, asked):
    item_id = requests.detail(console, asked).request.item_id
    before = elsewhere.news(console)
    claims.claim(console, item_id)
    triage.decide(console, item_id, Act(Verb.WITHDRAW))
    assert elsewhere.news(console, before.decision).decided == {item_id: Verb.WITHDRAW}


def test_a_request_has_no_conversation(console, asked):
    item = next(item for item in triage.week(console) if item.kind is ItemKind.REQUEST)
    with pytest.raises(ValueError, match="request"):
        triage.detail(console, item.id)


def test_a_request_can_be_put_off_and_comes_back(console, asked, clock):
    item_id = requests.detail(console, asked).request.item_id
    triage.decide_later(console, item_id, clock() + timedelta(days=1))
    assert "Els de Vries" not in names(console, None)
    clock.forward(days=1)
    assert "Els de Vries" in names(console, None)
