"""What people ask about their own data is written down, put right, weighed and answered; undo takes it back."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from console.desk import corrections, ladder, logbook, members, triage, undoing
from console.desk.one_person import asking, correcting, forgetting, objecting
from console.desk.summary import summary
from console.domain.decision import Act, Verb
from console.domain.judgement import Label
from console.domain.logbook import LogFilter
from console.domain.member import PersonId
from console.domain.one_person import Asks
from console.errors import ExpectedError
from console.store.queries.corrections import taught_in
from console.store.tables import decisions, people
from tests.console.desk.conftest import Clock, flagged
from tests.console.desk.one_person.conftest import PHONE, Neighbourhood


def key_of(told: pytest.ExceptionInfo[ExpectedError]) -> str:
    return told.value.key


def test_a_request_waits_a_month_and_is_answered(neighbourhood: Neighbourhood, clock: Clock) -> None:
    console, jan = neighbourhood.console, neighbourhood.jan
    asking.ask(console, jan, Asks.ACCESS, "  Wat weet u? ", asked_at=console.now() - timedelta(days=3))
    asking.ask(console, jan, Asks.ERASURE, asked_at=console.now() - timedelta(days=9))
    soonest, other = asking.asked(console)
    assert (soonest.kind, other.kind, other.words, other.name) == (Asks.ERASURE, Asks.ACCESS, "Wat weet u?", jan.name)
    assert (asking.waiting(console), summary(console).asked) == (2, 2)
    asking.answer(console, other.id)
    assert [one.kind for one in asking.asked(console, only_open=True)] == [Asks.ERASURE]
    with pytest.raises(ExpectedError) as told:
        asking.answer(console, other.id)
    assert key_of(told) == "asked_gone"
    undoing.undo(console)
    assert asking.waiting(console) == 2
    undoing.undo(console)
    assert [one.kind for one in asking.asked(console)] == [Asks.ACCESS]
    with pytest.raises(ExpectedError) as told:
        asking.ask(console, jan, Asks.ACCESS, asked_at=console.now() + timedelta(days=1))
    assert key_of(told) == "asked_later"


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-01-31", "2026-02-28"),
        ("2026-12-15", "2027-01-15"),
        ("2028-01-30", "2028-02-29"),
        ("2026-03-01", "2026-04-01"),
    ],
)
def test_an_answer_is_due_on_the_same_day_of_the_next_month(asked: str, due: str) -> None:
    at = asking.due_at(datetime.fromisoformat(asked).replace(hour=11, tzinfo=UTC))
    assert f"{at.astimezone(asking.ZONE):%Y-%m-%d}" == due


def test_a_correction_is_one_entry_that_answers_what_was_asked(neighbourhood: Neighbourhood) -> None:
    console, jan = neighbourhood.console, neighbourhood.jan
    assert jan.person_id is not None
    asking.ask(console, jan, Asks.CORRECTION, "Ik heet Johan")
    changes = correcting.correct(console, jan.person_id, words="", name="Johan de Vries", phone="06 87654321")
    assert changes.people
    assert changes.privacy
    card = members.card(console, jan.person_id)
    assert (card.name, card.phone) == ("Johan de Vries", "+31687654321")
    assert asking.waiting(console) == 0
    (entry, _) = logbook.logbook(console, LogFilter())
    assert entry.text == "naam: Jan de Vries → Johan de Vries; telefoonnummer van Johan de Vries: " + (
        f"{PHONE} → +31687654321; Verzoek beantwoord: verbeteren"
    )
    undoing.undo(console)
    assert members.card(console, jan.person_id).name == "Jan de Vries"
    assert asking.waiting(console) == 1
    for values, key in (
        ({}, "nothing_to_correct"),
        ({"name": " "}, "name_missing"),
        ({"phone": "12"}, "phone_unknown"),
    ):
        with pytest.raises(ExpectedError) as told:
            correcting.correct(console, jan.person_id, words="", **values)
        assert key_of(told) == key


def test_an_objection_is_weighed(neighbourhood: Neighbourhood) -> None:
    console, jan = neighbourhood.console, neighbourhood.jan
    assert jan.person_id is not None
    objecting.object_to(console, jan.person_id, "Dit wil ik niet")
    objection = objecting.objection_of(console, jan.person_id)
    assert (objection.words, objection.name) == ("Dit wil ik niet", jan.name)
    with pytest.raises(ExpectedError) as told:
        objecting.object_to(console, jan.person_id)
    assert key_of(told) == "objects_already"
    with pytest.raises(ExpectedError) as told:
        objecting.refuse(console, jan.person_id, " ")
    assert key_of(told) == "refusal_empty"
    objecting.refuse(console, jan.person_id, "De groep moet dit weten")
    assert objecting.objection_of(console, jan.person_id) is None
    assert asking.waiting(console) == 0
    with pytest.raises(ExpectedError) as told:
        objecting.refuse(console, jan.person_id, "Nog eens")
    assert key_of(told) == "no_objection"
    undoing.undo(console)
    assert objecting.objection_of(console, jan.person_id) == objection
    forgetting.erase(console, jan)
    with console.store.reading() as connection:
        assert connection.scalars(select(people.c.objection).where(people.c.objection.is_not(None))).all() == []
        said = connection.scalars(select(decisions.c.note).where(decisions.c.note.is_not(None))).all()
    assert said == []  # the reason that was given him is about him
    kinds = {one.kind: one.name for one in asking.asked(console)}
    assert kinds == {Asks.OBJECTION: None, Asks.ERASURE: None}


def test_forgetting_him_answers_all_that_he_asked(neighbourhood: Neighbourhood) -> None:
    console, jan = neighbourhood.console, neighbourhood.jan
    assert jan.person_id is not None
    objecting.object_to(console, jan.person_id, "Dit wil ik niet")
    for kind in (Asks.ACCESS, Asks.ERASURE, Asks.ERASURE):
        asking.ask(console, jan, kind)
    asking.answer(console, asking.asked(console)[1].id)  # by mistake: an undo would open it again
    asking.ask(console, jan, Asks.ACCESS)
    told = {one.kind: one.words for one in forgetting.preview(console, jan).going}
    assert told["asked"] == "2 vragen over eigen gegevens waarop een antwoord wacht: die zijn hiermee klaar."
    assert asking.waiting(console) == 4
    forgetting.erase(console, jan)
    assert asking.waiting(console) == 0
    assert undoing.undo(console) is None
    assert asking.waiting(console) == 0


def test_while_he_objects_nothing_of_before_is_held_against_him(neighbourhood: Neighbourhood) -> None:
    console, kade, jan = neighbourhood.console, neighbourhood.kade, neighbourhood.jan
    assert jan.person_id is not None
    first = kade.flag("Een dief!", author="Jan de Vries")
    taught = kade.say("Zomaar iets over een kat", author="Jan de Vries", judgement=flagged())
    corrections.correct(console, taught, {Label.CATEGORY: "information"})
    triage.decide(console, first, Act(Verb.PRIVATE, text="Hallo Jan", rung="note"))
    again = kade.flag("Nog een dief!", author="Jan de Vries")

    def known() -> tuple[bool, int, int, int]:
        with console.store.reading() as connection:
            proposes = ladder.propose(connection, console, again) is not None
            taught_there = len(taught_in(connection, [kade.group_id]).get(kade.group_id, ()))
        card = members.card(console, jan.person_id or PersonId(0))
        return proposes, len(card.steps), len(card.decisions), taught_there

    before = known()
    assert all(before), before
    objecting.object_to(console, jan.person_id)
    assert known() == (False, 0, 0, 0)
    assert again in {item.id for item in triage.week(console)}  # what he writes is judged as that of anybody
    undoing.undo(console)
    assert known() == before
