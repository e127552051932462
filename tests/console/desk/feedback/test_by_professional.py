"""Whose answers are waited for: over all groups, by name, and no median without how many it is of."""

import pytest
from sqlalchemy import select

from console.desk import group_facts, professionals, triage, undoing
from console.desk.feedback import by_professional, digest
from console.desk.feedback.by_professional import Owed
from console.domain.decision import Act, Verb
from console.domain.feedback import LapseReason, LineState, Owing
from console.domain.professional import Job, Presence, ProfessionalFacts
from console.store.tables import members
from tests.console.desk.conftest import NOW
from tests.console.desk.feedback.conftest import refused


@pytest.fixture
def add(console):
    """Put a professional with a group: ``add(chat, "Fatima", organisation="Politie")``."""

    def add_one(chat, name, **facts) -> Owing:
        professionals.add(console, chat.group_id, ProfessionalFacts(name, **facts))
        found = professionals.of_group(console, chat.group_id)
        return Owing(next(one.id for one in found if one.facts.name == name))

    return add_one


def rows(console):
    return {row.name: row for row in by_professional.overview(console).professionals}


def answer(console, line):
    triage.decide(console, line.item_id, Act(Verb.ANSWERED, text="Het is gemaakt"))


def test_everybody_stands_by_name_with_his_groups_and_presence(console, chat, make_group, add):
    haven = make_group("Haven")
    zoe = add(chat, "Zoë", job=Job.AREA_CARETAKER, presence=Presence.READS)
    add(chat, "Anton", organisation="Politie")
    professionals.link(console, haven.group_id, zoe.professional_id, Presence.TAKES_PART)
    found = by_professional.overview(console).professionals
    assert [row.name for row in found] == ["Anton", "Zoë"]
    assert found[1].job_name == "wijkconciërge"
    assert [(place.group, place.presence, place.expects) for place in found[1].groups] == [
        ("Haven", Presence.TAKES_PART, "Leest mee en antwoordt als het kan. Niet dag en nacht."),
        ("Kade", Presence.READS, "Leest mee, antwoordt niet altijd."),
    ]
    assert found[1].owed == Owed()  # nothing asked: no median, and no nought of something


def test_open_lines_count_over_all_groups_and_in_each(console, chat, make_group, opened, officer, clock):
    haven = make_group("Haven")
    professionals.link(console, haven.group_id, officer.professional_id, Presence.READS)
    opened(chat, owing=officer)
    clock.forward(days=8)
    opened(haven, None, (chat.group_id, None), owing=officer, state=LineState.TO_ASK)
    opened(chat, owing=officer, state=LineState.ANSWERED)  # waits for us, not for him
    row = rows(console)["Peter Smit"]
    assert (row.owed.open, row.owed.overdue) == (2, 1)
    assert [(place.group, place.open) for place in row.groups] == [("Haven", 1), ("Kade", 2)]


def test_median_is_from_the_opening_until_the_answer(console, chat, opened, officer, clock):
    made = [opened(chat, owing=officer) for _ in range(3)]
    for line, days in zip(made, (1, 3, 6), strict=True):
        clock.forward(days=days)
        answer(console, line)
    owed = rows(console)["Peter Smit"].owed
    assert (owed.answered, owed.median_days) == (3, 4)
    undoing.undo(console)
    owed = rows(console)["Peter Smit"].owed
    assert (owed.answered, owed.median_days, owed.open) == (2, 2.5, 1)


def test_what_lapsed_waits_for_nobody(console, chat, opened, officer):
    line = opened(chat, owing=officer)
    triage.decide(console, line.item_id, Act(Verb.LAPSE, reason_code=LapseReason.TOO_OLD))
    assert rows(console)["Peter Smit"].owed == Owed()


def test_last_message_is_that_of_the_person_in_any_chat(console, chat, make_group, add):
    haven = make_group("Haven")
    chat.say("Ik kijk even", author="Peter Smit", at=NOW)
    with console.store.reading() as connection:
        person = connection.scalar(select(members.c.person_id).where(members.c.name == "Peter Smit"))
    add(haven, "Peter", person_id=person)
    add(haven, "Stil")
    found = rows(console)
    assert (found["Peter"].last_message_at, found["Peter"].last_group) == (NOW, "Kade")
    assert (found["Stil"].last_message_at, found["Stil"].last_group) == (None, None)


def test_last_digest_and_how_often_are_told(console, chat, opened, officer, clock):
    line = opened(chat, owing=officer)
    row = rows(console)["Peter Smit"]
    assert (row.last_digest, row.digest_days, row.is_due) == (None, 7, False)
    clock.forward(days=7)
    assert rows(console)["Peter Smit"].is_due
    digest.sent(console, officer.professional_id, digest.Sent.MAIL, [line.id])
    digest.set_days(console, officer.professional_id, 14)
    row = rows(console)["Peter Smit"]
    assert (row.last_digest.at, row.last_digest.how, row.last_digest.lines) == (clock(), "mail", 1)
    assert (row.digest_days, row.is_due) == (14, False)


def test_an_organisation_is_its_people_and_what_is_asked_of_it_by_name(console, chat, opened, add, clock):
    fatima = add(chat, "Fatima", organisation="Gemeente")
    add(chat, "Ria", organisation="gemeente")
    opened(chat, owing=fatima)
    opened(chat, owing=Owing(service="GEMEENTE"))
    opened(chat, owing=Owing(service="woonbron"))
    opened(chat, owing=Owing())
    clock.forward(days=8)
    found = by_professional.overview(console).organisations
    assert [row.name.casefold() for row in found] == ["gemeente", "woonbron"]
    assert (len(found[0].people), found[0].owed.open, found[0].owed.overdue) == (2, 2, 2)
    assert (found[1].people, found[1].groups, found[1].owed.open) == ((), ((chat.group_id, "Kade"),), 1)


def test_detail_tells_how_to_reach_him_and_what_is_open(console, chat, opened, add, clock):
    owing = add(chat, "Fatima", phone="06-23456789", email="fatima@example.nl", phone_hours="ma-do")
    first = opened(chat, owing=owing)
    clock.forward(days=1)
    second = opened(chat, owing=owing)
    opened(chat, owing=owing, state=LineState.ANSWERED)
    digest.sent(console, owing.professional_id, digest.Sent.APP, [first.id])
    found = by_professional.detail(console, owing.professional_id)
    assert (found.phone, found.email, found.phone_hours) == ("+31623456789", "fatima@example.nl", "ma-do")
    assert [line.id for line in found.lines] == [first.id, second.id]
    assert [sent.how for sent in found.digests] == ["app"]
    with refused("professional_gone"):
        by_professional.detail(console, 99)


def test_detail_of_an_organisation_has_the_lines_of_all(console, chat, opened, add):
    fatima = add(chat, "Fatima", organisation="Gemeente")
    mine, of_service = opened(chat, owing=fatima), opened(chat, owing=Owing(service="gemeente"))
    found = by_professional.organisation(console, "gemeente")
    assert [row.name for row in found.people] == ["Fatima"]
    assert [line.id for line in found.lines] == [mine.id, of_service.id]
    with refused("professional_gone"):
        by_professional.organisation(console, "Waterschap")


def test_who_left_all_groups_is_shown_only_while_he_owes_something(console, chat, opened, officer):
    line = opened(chat, owing=officer)
    professionals.remove(console, chat.group_id, officer.professional_id)
    assert rows(console)["Peter Smit"].groups == ()
    triage.decide(console, line.item_id, Act(Verb.LAPSE, reason_code=LapseReason.TOO_OLD))
    undoing.undo(console)
    assert by_professional.detail(console, officer.professional_id).lines[0].id == line.id


def test_a_group_in_the_archive_asks_for_nothing(console, chat, opened, officer):
    opened(chat, owing=officer)
    group_facts.archive(console, chat.group_id)
    assert rows(console) == {}
    assert by_professional.detail(console, officer.professional_id).row.owed == Owed()
