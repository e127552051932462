"""The professionals around a group: kept once, told to every group they are with, and never more than they said."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from console.desk import groups, logbook, professionals, roll, todos, triage
from console.domain.decision import Act, Verb
from console.domain.group import Officer
from console.domain.logbook import LogFilter
from console.domain.member import GroupRole
from console.domain.professional import Presence, ProfessionalFacts
from console.errors import ExpectedError
from console.store.tables import professionals as table

SANDER = ProfessionalFacts(
    "Sander Kok",
    organisation="Politie Rotterdam",
    job="community_officer",
    phone="06 12345678",
    email="sander@politie.example",
    phone_hours="dinsdag van 9 tot 12 uur",
    presence=Presence.READS,
)
BO = ProfessionalFacts("Bo", organisation="Gemeente", job="praatpaal van het plein", presence=Presence.TAKES_PART)


def refused(key: str):
    return pytest.raises(ExpectedError, check=lambda error: error.key == key)


def names(console, group_id) -> list[str]:
    return [one.facts.name for one in professionals.of_group(console, group_id)]


def said(console) -> str:
    ids = logbook.entry_ids(console, LogFilter())
    return logbook.entry_rows(console, ids[:1])[ids[0]].text


def test_professional_is_kept_told_and_undone(console, chat):
    changes = professionals.add(console, chat.group_id, SANDER)
    (found,) = professionals.of_group(console, chat.group_id)
    assert found.facts == replace(SANDER, phone="+31612345678")
    assert (found.job_name, found.expects) == ("wijkagent", "Leest mee, antwoordt niet altijd.")
    assert changes.groups
    assert said(console) == "wijkagent: Sander Kok"
    triage.undo(console)
    assert names(console, chat.group_id) == []
    triage.redo(console)
    assert names(console, chat.group_id) == ["Sander Kok"]


def test_work_without_a_name_of_its_own_stays_in_somebodys_own_words(console, chat):
    professionals.add(console, chat.group_id, BO)
    (found,) = professionals.of_group(console, chat.group_id, "en")
    assert (found.job_name, found.expects) == (
        "praatpaal van het plein",
        "Reads along and answers when possible. Not day and night.",
    )
    assert said(console) == "professional bij de groep: Bo"


def test_what_is_expected_is_his_own_when_somebody_wrote_it_and_follows_his_presence_else(console, chat):
    usual = professionals.expectations(console)[Presence.READS]
    professionals.add(console, chat.group_id, replace(SANDER, expectation=usual))
    (found,) = professionals.of_group(console, chat.group_id)
    professionals.change(console, chat.group_id, found.id, replace(found.facts, presence=Presence.VIA_MODERATOR))
    (found,) = professionals.of_group(console, chat.group_id)
    assert found.expects == "Zit niet in de groep. De beheerder geeft vragen door."
    assert said(console) == "hoe Sander Kok meedoet"
    professionals.change(console, chat.group_id, found.id, replace(found.facts, expectation="Antwoordt op dinsdag."))
    assert professionals.of_group(console, chat.group_id)[0].expects == "Antwoordt op dinsdag."
    assert said(console) == "gegevens van de professional Sander Kok"


def test_one_professional_of_several_groups_is_one(console, chat, make_group):
    other = make_group("Praat")
    professionals.add(console, chat.group_id, SANDER)
    ((known, label),) = professionals.elsewhere(console, other.group_id)
    assert label == "Sander Kok, Politie Rotterdam"
    professionals.link(console, other.group_id, known, Presence.TAKES_PART)
    assert professionals.elsewhere(console, other.group_id) == ()
    (here,) = professionals.of_group(console, other.group_id)
    assert (here.other_groups, here.facts.presence) == (("Kade",), Presence.TAKES_PART)
    professionals.change(console, other.group_id, known, replace(here.facts, phone_hours="maandag"))
    (there,) = professionals.of_group(console, chat.group_id)
    assert (there.facts.phone_hours, there.facts.presence) == ("maandag", Presence.READS)
    professionals.remove(console, other.group_id, known)
    assert (names(console, other.group_id), names(console, chat.group_id)) == ([], ["Sander Kok"])
    professionals.add(console, other.group_id, SANDER)
    with console.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(table)) == 1


def test_what_cannot_be_is_refused(console, chat):
    professionals.add(console, chat.group_id, SANDER)
    (found,) = professionals.of_group(console, chat.group_id)
    with refused("professional_known"):
        professionals.add(console, chat.group_id, SANDER)
    with refused("professional_known"):
        professionals.link(console, chat.group_id, found.id, Presence.READS)
    with refused("professional_name_empty"):
        professionals.add(console, chat.group_id, ProfessionalFacts(" "))
    with refused("phone_unknown"):
        professionals.add(console, chat.group_id, ProfessionalFacts("Bo", phone="12"))
    with refused("email_unknown"):
        professionals.add(console, chat.group_id, ProfessionalFacts("Bo", email="bo at x"))
    with refused("group_gone"):
        professionals.add(console, 99, BO)
    professionals.remove(console, chat.group_id, found.id)
    for call in (professionals.remove, lambda *given: professionals.change(*given, BO)):
        with refused("professional_gone"):
            call(console, chat.group_id, found.id)


def test_member_of_the_chat_is_linked_and_is_a_professional_there(console, chat):
    chat.member("Wijkagent Sander", role="professional")
    anna = chat.member("Bo")
    assert [name for _, name in professionals.in_chat(console, chat.group_id)] == ["Wijkagent Sander"]
    row = next(row for row in roll.members_of(console, chat.group_id) if row.id == anna)
    professionals.add(console, chat.group_id, replace(BO, person_id=row.person_id))
    (found,) = professionals.of_group(console, chat.group_id)
    assert (found.person, found.facts.person_id) == ("Bo", row.person_id)
    assert {row.role for row in roll.members_of(console, chat.group_id)} == {GroupRole.PROFESSIONAL}


def test_group_asks_its_officer_whoever_else_is_with_it(console, chat):
    professionals.add(console, chat.group_id, BO)
    groups.change_group(console, chat.group_id, officer=Officer("Mo"))
    assert names(console, chat.group_id) == ["Bo", "Mo"]
    item = chat.flag()
    triage.decide(console, item, Act(Verb.OFFICER, text="Kunt u hiernaar kijken?"))
    assert [todo.recipient for todo in todos.todos(console)] == ["Mo"]
    groups.change_group(console, chat.group_id, officer=Officer("Mo", "06 12345678"))
    assert [one.facts.phone for one in professionals.of_group(console, chat.group_id)] == ["", "+31612345678"]
    groups.change_group(console, chat.group_id, officer=Officer(""))
    assert names(console, chat.group_id) == ["Bo"]
    assert groups.settings(console, chat.group_id).officer is None
