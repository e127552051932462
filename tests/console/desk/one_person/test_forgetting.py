"""Forgetting one person: all of him goes, nothing of anybody else, and nothing brings him back."""

import pytest
from sqlalchemy import JSON, Column, Table, Text, insert, select, update

from console.desk import identity, undoing
from console.desk.forgetting import proof
from console.desk.one_person import finding, forgetting, mentions
from console.domain.one_person import KnownAs
from console.errors import ExpectedError
from console.store.tables import (
    decisions,
    erasures,
    feedback,
    groups,
    items,
    join_requests,
    judgements,
    member_names,
    members,
    memberships,
    messages,
    metadata,
    notes,
    people,
    privacy_requests,
    professionals,
    report_messages,
    reports,
)
from tests.console.desk.conftest import NOW, flagged
from tests.console.desk.one_person.conftest import PHONE, Neighbourhood

NAMES = ("Jan de Vries", "J. de Vries", "612345678", "jan@voorbeeld.nl")


def left(neighbourhood: Neighbourhood) -> dict[str, int]:
    """How often his names stand in the decrypted file and its log."""
    return {name: count for name, count in proof.count(neighbourhood.console, NAMES).items() if count}


def text_of(neighbourhood: Neighbourhood, message_id: int) -> str:
    with neighbourhood.console.store.reading() as connection:
        return str(connection.scalar(select(messages.c.text).where(messages.c.id == message_id)))


def test_all_of_him_goes_and_what_others_said_stays_without_his_name(neighbourhood: Neighbourhood) -> None:
    console, jan = neighbourhood.console, neighbourhood.jan
    before = forgetting.preview(console, jan)
    assert finding.find(console, "Jan de Vries") == (jan,)  # nothing of a preview is kept
    assert {(one.kind, one.count) for one in before.going} == {("message", 2), ("member", 2), ("request", 1)}
    assert (before.replaced, before.present_in) == (2, ("Kade", "Plein"))
    assert [(one.word, one.group, one.where) for one in before.mentions] == [("Jan", "Kade", "Bericht")]
    assert "Dag Jan" in before.mentions[0].text
    assert ["nieuwe auto" in one.text for one in before.examples] == [True]

    erased = forgetting.erase(console, jan)
    assert (erased.going, erased.replaced, erased.mentions_left) == (before.going, 2, 1)
    assert erased.is_log_empty
    assert erased.backup is not None
    assert left(neighbourhood) == {}
    assert forgetting.prove(console, erased).is_gone
    assert text_of(neighbourhood, neighbourhood.own) == ""
    assert text_of(neighbourhood, neighbourhood.about) == "[iemand] heeft een nieuwe auto. Zijn nummer is [iemand]"
    assert text_of(neighbourhood, neighbourhood.first_name) == "Dag Jan, tot straks"
    with console.store.reading() as connection:
        assert connection.scalar(select(members.c.id).where(members.c.erased_at.is_(None))) is not None  # Anja
        request = connection.execute(select(join_requests)).one()
        assert (request.name, request.state, request.erased_at) == ("", "withdrawn", console.now())
        asked = connection.execute(select(privacy_requests)).one()
        assert (asked.kind, asked.person_id, asked.answered_at) == ("erasure", None, console.now())
    assert [one.kind for one in finding.find(console, "Jan de Vries")[0].known] == [KnownAs.ERASED] * 2
    assert undoing.undo(console) is None  # nothing brings him back


def test_who_is_forgotten_in_another_window_meanwhile_is_not_forgotten_again(neighbourhood: Neighbourhood) -> None:
    console, jan = neighbourhood.console, neighbourhood.jan
    forgetting.erase(console, jan)
    for again in (forgetting.preview, forgetting.erase):
        with pytest.raises(ExpectedError) as told:
            again(console, jan)
        assert told.value.key == "person_gone"
    with console.store.reading() as connection:
        assert len(connection.execute(select(privacy_requests)).all()) == 1
        assert len(connection.execute(select(erasures)).all()) == 1


def test_a_mention_that_a_person_pointed_at_goes_too(neighbourhood: Neighbourhood) -> None:
    console = neighbourhood.console
    before = forgetting.preview(console, neighbourhood.jan)
    erased = forgetting.erase(console, neighbourhood.jan, also=[one.key for one in before.mentions])
    assert (erased.replaced, erased.mentions_left) == (3, 0)
    assert text_of(neighbourhood, neighbourhood.first_name) == "Dag [iemand], tot straks"


def test_who_has_the_same_name_keeps_it_everywhere(neighbourhood: Neighbourhood) -> None:
    console, elsewhere = neighbourhood.console, neighbourhood.plein.member("Jan De Vries")
    (one, other) = finding.find(console, "Jan de Vries")
    jan = one if one.phones else other
    before = forgetting.preview(console, jan)
    assert "Jan de Vries" in [mention.word for mention in before.mentions]  # it may be either: a person looks
    forgetting.erase(console, jan)
    assert text_of(neighbourhood, neighbourhood.about) == "Jan de Vries heeft een nieuwe auto. Zijn nummer is [iemand]"
    with console.store.reading() as connection:
        assert connection.scalar(select(members.c.name).where(members.c.id == elsewhere)) == "Jan De Vries"


# --- every text of every table ---------------------------------------------------------------------------------------

SENTENCE = "Bel Jan de Vries op 06-12345678 of jan@voorbeeld.nl."


def filled(column: Column[object], table: Table) -> object:
    """A value for a column: the sentence wherever words may stand."""
    if isinstance(column.type, JSON):
        if table is decisions:
            return {"rows": [{"table": "notes", "id": 99, "values": {"text": SENTENCE}}]}
        return (
            [{"flag": "abuse", "rule": "x", "nl": "", "en": "", "spans": []}]
            if column.name == "reasons"
            else [SENTENCE]
        )
    if isinstance(column.type, Text):
        return SENTENCE
    return NOW if "At" in type(column.type).__name__ or "Utc" in type(column.type).__name__ else 1


def test_no_text_of_any_table_is_forgotten(neighbourhood: Neighbourhood) -> None:
    """A row in every table with him in every column of words: a table that is added later is held to it as well."""
    console = neighbourhood.console
    jan = neighbourhood.jan
    skipped = {"area_keys", "erasures", "group_counts", "judgements", "shadow_judgements", "report_messages"}
    written = 0
    with console.store.writing() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for table in metadata.sorted_tables:
            if table.name in skipped:
                continue
            few = {str(rule.name) for rule in table.constraints}
            one_of = {c.name: c for c in table.columns if f"ck_{table.name}_{c.name}" in few}
            words = [c for c in table.columns if isinstance(c.type, Text | JSON) and c.name not in one_of]
            words = [
                c for c in words if c.name not in mentions._CALLED.get(table, ()) and c.name not in mentions._NO_WORDS
            ]
            words = [c for c in words if not (table is groups and c.name in {"profile", "time_zone", "joining"})]
            row = connection.execute(select(table).limit(1)).first()
            if row is None or not words:
                continue
            (key,) = table.primary_key.columns
            connection.execute(update(table).where(key == row[0]).values({c.name: filled(c, table) for c in words}))
            written += len(words)
        group_id = neighbourhood.kade.group_id
        for table, values in {
            notes: {"text": SENTENCE, "created_at": NOW, "ends_at": NOW},
            feedback: {"what": SENTENCE, "since": NOW, "answer": SENTENCE, "lapse_words": SENTENCE},
            decisions: {"verb": "note", "actor": "Anja", "decided_at": NOW, "note": SENTENCE, "shown": [SENTENCE]}
            | {side: filled(decisions.c.before, decisions) for side in ("before", "after")},
            professionals: {"name": "Ed", "expectation": SENTENCE},
        }.items():
            connection.execute(insert(table).values(values))
        connection.execute(update(groups).where(groups.c.id == group_id).values(welcome={SENTENCE: [SENTENCE]}))
    assert written > 10
    forgetting.erase(console, jan)
    assert left(neighbourhood) == {}


def test_an_accent_does_not_hide_somebody_not_even_in_a_tree(neighbourhood: Neighbourhood) -> None:
    console = neighbourhood.console
    said = neighbourhood.kade.say("Jose Peña en JOSÉ PENA zijn dezelfde", author="Anja Smit")
    neighbourhood.kade.member("José Peña")
    with console.store.writing() as connection:
        connection.execute(update(messages).where(messages.c.id == said).values(subject=["José Peña", "Anja"]))
        welcome = {"own": [{"text": "Vraag het aan José Peña"}]}
        connection.execute(update(groups).values(welcome=welcome))
    (jose,) = finding.find(console, "jose pena")
    forgetting.erase(console, jose)
    assert text_of(neighbourhood, said) == "[iemand] en [iemand] zijn dezelfde"
    assert not any(proof.count(console, ["José Peña", "Jose Pena", "Jose Peña"]).values())


@pytest.mark.nightly
def test_somebody_with_very_many_names_goes_as_well(neighbourhood: Neighbourhood) -> None:
    console, member_id = neighbourhood.console, neighbourhood.kade.members["Jan de Vries"]
    letters = [f"{first}{second}" for first in "abcdefghij" for second in "klmnopqrst"]
    with console.store.writing() as connection:
        named = [
            {"group_id": neighbourhood.kade.group_id, "member_id": member_id, "name": f"Jan Zo{word}rk Qu{word}x"}
            for word in letters
        ]
        connection.execute(insert(member_names), named)
    said = neighbourhood.kade.say("Vraag het aan Jan Zojtrk Qujtx", author="Anja Smit")
    forgetting.erase(console, neighbourhood.jan)
    assert text_of(neighbourhood, said) == "Vraag het aan [iemand]"


def test_what_the_judge_saw_in_a_text_that_changed_points_nowhere(neighbourhood: Neighbourhood) -> None:
    console = neighbourhood.console
    said = neighbourhood.kade.say("Jan de Vries is een dief", author="Anja Smit", judgement=flagged())
    forgetting.erase(console, neighbourhood.jan)
    with console.store.reading() as connection:
        reasons = connection.scalar(select(judgements.c.reasons).where(judgements.c.message_id == said))
        assert [reason["spans"] for reason in reasons] == [[]]
        item = connection.execute(select(items).where(items.c.subject_id == said)).one()
        assert item.state == "open"  # it still waits for a person


def test_words_by_which_a_message_is_in_a_report_go_with_those_of_the_message(neighbourhood: Neighbourhood) -> None:
    console, goes_on = neighbourhood.console, {"kind": "goes_on", "to": neighbourhood.own, "minutes": 5}
    links = [{"kind": "words", "to": neighbourhood.own, "words": ["nummer", "06", "12345678"], "minutes": 5}, goes_on]
    with console.store.writing() as connection:
        report = {"group_id": neighbourhood.kade.group_id, "started_at": NOW}
        placed = connection.execute(insert(reports).values(report)).inserted_primary_key
        row = {"message_id": neighbourhood.about, "report_id": placed[0], "is_primary": True, "links": links}
        connection.execute(insert(report_messages).values(row))
    forgetting.erase(console, neighbourhood.jan)
    with console.store.reading() as connection:
        assert connection.scalars(select(report_messages.c.links)).all() == [[goes_on]]


def test_he_is_a_member_nowhere_any_more(neighbourhood: Neighbourhood) -> None:
    console, jan = neighbourhood.console, neighbourhood.jan
    with console.store.writing() as connection:
        connection.execute(memberships.delete().where(memberships.c.member_id == jan.rows.members[0]))
    forgetting.erase(console, jan)
    with console.store.reading() as connection:
        of_him = memberships.c.member_id.in_(jan.rows.members)
        assert connection.scalars(select(memberships.c.left_at).where(of_him)).all() == [console.now()] * 2
        assert connection.scalar(select(people.c.phone).where(people.c.phone == PHONE)) is None
        of_anja = connection.scalar(select(people.c.id).where(people.c.name == "Anja Smit"))
        assert identity.questions_of(connection, of_anja) == ()
