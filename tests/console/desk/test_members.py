"""One person over all groups: found under every name, with facts, notes that end, and what he agreed to."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import insert, select

from console.desk import identity, members, triage
from console.domain.decision import Act, Verb
from console.domain.judgement import Role
from console.errors import ExpectedError
from console.store.tables import member_names, memberships
from console.store.tables import members as member_rows
from tests.console.desk.conftest import NOW


def person(console, chat, name: str) -> int:
    """The person behind a member, made when new."""
    member = chat.member(name)
    with console.store.reading() as connection:
        return connection.execute(select(member_rows.c.person_id).where(member_rows.c.id == member)).scalar_one()


def names(console, *args, **more) -> list[str]:
    ids = members.people_ids(console, *args, **more)
    rows = members.people_rows(console, ids)
    return [rows[person_id].name for person_id in ids]


def refused(call, *args, **more) -> str:
    with pytest.raises(ExpectedError) as error:
        call(*args, **more)
    return error.value.key


# --- the list --------------------------------------------------------------------------------------------------------


def test_the_list_stands_in_the_order_of_names_and_numbers_come_last(console, chat):
    for name in ("~ Émile", "bram", "+31 6 12345678", "Zoë", "Anja", "de Vries"):
        chat.member(name)
    assert names(console) == ["Anja", "bram", "de Vries", "~ Émile", "Zoë", "+31 6 12345678"]


def test_a_search_finds_every_word_in_any_name_over_all_groups_whatever_the_accents(console, chat, make_group):
    other = make_group("Haven")
    first = person(console, chat, "Zoë van Dam")
    chat.member("Bram")
    other.member("Emile Dam")
    with console.store.writing() as connection:
        old = {"group_id": chat.group_id, "member_id": chat.members["Zoë van Dam"], "name": "Buurvrouw"}
        connection.execute(insert(member_names).values(old))
    members.set_phone(console, first, "06-12345678")
    assert names(console, "dam") == ["Emile Dam", "Zoë van Dam"]
    assert names(console, "ZOE dam") == ["Zoë van Dam"]
    assert names(console, "buurvr") == ["Zoë van Dam"]
    assert names(console, "0612345678") == names(console, "+31612") == ["Zoë van Dam"]
    assert names(console, "dam", other.group_id) == ["Emile Dam"]
    assert names(console, "%") == names(console, "dam niemand") == []


def test_a_row_tells_the_groups_of_now_and_those_that_were_left(console, chat, make_group):
    other = make_group("Haven")
    first = person(console, chat, "Bram")
    other.member("Bram", left_at=NOW)
    identity.merge(console, first, person(console, other, "Bram"))
    (row,) = members.people_rows(console, members.people_ids(console)).values()
    assert (row.id, row.name, row.groups, row.left) == (first, "Bram", ("Kade",), ("Haven",))


# --- the card --------------------------------------------------------------------------------------------------------


def test_a_card_tells_the_facts_of_all_groups(console, chat, make_group):
    other = make_group("Haven", time_zone="Europe/Lisbon")
    first = person(console, chat, "Bram")
    second = other.member("Bram de Wit", joined_at=NOW - timedelta(days=30))
    with console.store.writing() as connection:
        period = {"member_id": second, "joined_at": NOW - timedelta(days=90), "left_at": NOW - timedelta(days=60)}
        connection.execute(insert(memberships).values(period | {"how": "left"}))
    chat.say("Oud", at=NOW - timedelta(days=3))
    other.say("Nieuw", author="Bram de Wit", at=NOW - timedelta(days=1))
    item = chat.flag(at=NOW - timedelta(days=2))
    triage.decide(console, item, Act(Verb.PRIVATE, text="Hallo", rung="note"))
    identity.merge(console, first, person(console, other, "Bram de Wit"))

    card = members.card(console, person(console, other, "Bram de Wit"))
    assert (card.id, card.name, card.names, card.phone) == (first, "Bram", ("Bram de Wit",), None)
    assert [(one.group, one.name, one.is_here, one.role) for one in card.memberships] == [
        ("Haven", "Bram de Wit", True, Role.MEMBER),
        ("Kade", "Bram", True, Role.MEMBER),
    ]
    assert [(one.joined_at, one.left_at) for one in card.memberships[0].periods] == [
        (NOW - timedelta(days=30), None),
        (NOW - timedelta(days=90), NOW - timedelta(days=60)),
    ]
    assert [(line.group, line.text) for line in card.recent] == [
        ("Haven", "Nieuw"),
        ("Kade", "Bel 06-12345678"),
        ("Kade", "Oud"),
    ]
    assert str(card.recent[0].at.tzinfo) == "Europe/Lisbon"
    assert [(past.verb, past.group, past.note) for past in card.decisions] == [(Verb.PRIVATE, "Kade", "Hallo")]
    assert [step.rung.key for step in card.steps] == ["note"]


def test_what_was_undone_is_no_fact_about_anybody(console, chat):
    first = person(console, chat, "Bram")
    triage.decide(console, chat.flag(), Act(Verb.PRIVATE, text="Hallo", rung="note"))
    triage.undo(console)
    card = members.card(console, first)
    assert (card.decisions, card.steps) == ((), ())


def test_whoever_is_only_talked_about_is_nobody_here(console, chat):
    chat.say("Piet Jansen van nummer 12 steelt fietsen", author="Carla")
    assert names(console) == ["Carla"]


def test_a_card_of_nobody_is_refused(console):
    assert refused(members.card, console, 7) == "person_gone"


# --- notes -----------------------------------------------------------------------------------------------------------


def test_a_note_of_one_group_is_not_told_in_another(console, chat, make_group):
    other = make_group("Haven")
    first = person(console, chat, "Bram")
    identity.merge(console, first, person(console, other, "Bram"))
    here, there = chat.flag(), other.flag()
    members.add_person_note(console, first, "Alleen Kade", group_id=chat.group_id)
    members.add_person_note(console, first, "Overal")
    triage.add_note(console, here, "Bij dit bericht")
    triage.add_note(console, there, "Ook elders", group_only=False)

    def told(item) -> list[str]:
        return sorted(note.text for note in triage.detail(console, item).member.notes)

    assert told(here) == ["Alleen Kade", "Bij dit bericht", "Ook elders", "Overal"]
    assert told(there) == ["Ook elders", "Overal"]
    past = triage.detail(console, there).member.decisions
    assert [(one.group, one.note) for one in past] == [("Haven", "Ook elders"), ("Kade", None)]
    card = members.card(console, first)
    assert sorted((note.text, note.group) for note in card.notes if note.group) == [
        ("Alleen Kade", "Kade"),
        ("Bij dit bericht", "Kade"),
    ]


def test_a_note_about_somebody_ends_by_itself_or_by_hand(console, chat, clock):
    first = person(console, chat, "Bram")
    changes = members.add_person_note(console, first, " Belt liever. ", days=10)
    assert changes.notes
    (note,) = members.card(console, first).notes
    assert (note.text, note.ends_at, note.group) == ("Belt liever.", NOW + timedelta(days=10), None)
    members.end_note(console, note.id)
    assert members.card(console, first).notes == ()
    assert refused(members.end_note, console, note.id) == "note_gone"
    triage.undo(console)
    assert members.card(console, first).notes == (note,)
    clock.forward(days=10)
    assert members.card(console, first).notes == ()
    assert refused(members.end_note, console, note.id) == "note_gone"


def test_undo_takes_a_note_back_and_gives_its_words(console, chat):
    first = person(console, chat, "Bram")
    members.add_person_note(console, first, "Verkeerde persoon")
    undone = triage.undo(console)
    assert (undone.verb, undone.note) == (Verb.NOTE, "Verkeerde persoon")
    assert members.card(console, first).notes == ()


@pytest.mark.parametrize(
    ("text", "days", "key"), [(" \n", 90, "note_empty"), ("x", 0, "note_days"), ("x", 367, "note_days")]
)
def test_a_note_about_somebody_needs_words_and_an_end(console, chat, text, days, key):
    assert refused(members.add_person_note, console, person(console, chat, "Bram"), text, days=days) == key


# --- number and agreement --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["06-12345678", "0031 6 1234 5678", "+31612345678", "(06) 123 456 78"])
def test_a_number_is_kept_in_one_form_and_undone(console, chat, typed):
    first = person(console, chat, "Bram")
    assert members.set_phone(console, first, typed).people
    assert members.card(console, first).phone == "+31612345678"
    assert members.set_phone(console, first, typed).decision is None
    members.set_phone(console, first, " ")
    assert members.card(console, first).phone is None
    triage.undo(console)
    assert members.card(console, first).phone == "+31612345678"
    triage.undo(console)
    assert members.card(console, first).phone is None


@pytest.mark.parametrize("typed", ["Bram", "112", "06-1234", "+999 12"])
def test_what_is_no_number_is_refused(console, chat, typed):
    assert refused(members.set_phone, console, person(console, chat, "Bram"), typed) == "phone_unknown"


def test_a_foreign_number_needs_its_country(console, chat):
    first = person(console, chat, "Bram")
    members.set_phone(console, first, "+32 470 12 34 56")
    assert members.card(console, first).phone == "+32470123456"


def test_agreement_and_rules_are_kept_by_hand_per_group(console, chat, clock):
    first = person(console, chat, "Bram")
    member = chat.members["Bram"]
    say = partial(members.set_consent, console, member, rules_sent=True)
    say(has_consented=True, channel=" bij de deur ", rules_confirmed=False)
    clock.forward(days=1)
    say(has_consented=True, channel="bij de deur", rules_confirmed=True)
    (kade,) = members.card(console, first).memberships
    assert (kade.consent.consent_at, kade.consent.channel) == (NOW, "bij de deur")
    assert (kade.consent.rules_sent_at, kade.consent.rules_confirmed_at) == (NOW, NOW + timedelta(days=1))
    triage.undo(console)
    assert members.card(console, first).memberships[0].consent.rules_confirmed_at is None
    say(has_consented=False, channel="bij de deur", rules_confirmed=False)
    (kade,) = members.card(console, first).memberships
    assert (kade.consent.consent_at, kade.consent.channel, kade.consent.rules_sent_at) == (None, None, NOW)
    unknown = {"has_consented": True, "rules_sent": False, "rules_confirmed": False}
    assert refused(members.set_consent, console, 99, **unknown) == "person_gone"


def test_the_same_again_is_no_decision(console, chat):
    member = chat.member("Bram")
    changes = members.set_consent(console, member, has_consented=False, rules_sent=False, rules_confirmed=False)
    assert changes.decision is None
