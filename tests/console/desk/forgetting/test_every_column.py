"""Every column of words of the schema has a term, or a reason why it needs none: a new column must be given one."""

from typing import Final

import pytest
from sqlalchemy import JSON, CheckConstraint, Column, Table, Text, insert, update

from console.desk import professionals, startup, views
from console.desk.feedback import lines
from console.desk.forgetting import proof, retention
from console.desk.logbook import logbook
from console.desk.privacy_papers import facts
from console.desk.undoing import undo, undo_one
from console.domain.filters import Filters
from console.domain.privacy import Safeguards
from console.domain.professional import ProfessionalFacts
from console.domain.retention import Kept
from console.errors import ExpectedError
from console.store import tables
from console.store.columns import UtcSeconds
from console.store.tables import feedback, feedback_groups, metadata
from tests.console.desk.conftest import NOW
from tests.console.desk.forgetting.test_texts import found_in

WORD: Final = "Zevenblad"
CODE: Final = "a word of the program, not of a person"
HASH: Final = "a keyed hash, or that of a whole file"
OF_GROUP: Final = "what the group is and how it works, as long as it is there"
OF_SERVICE: Final = "what a service or an organisation is called, or its own number of a report"
CACHE: Final = "made anew from other columns"


def all_of(table: Table, why: str) -> dict[str, str]:
    return {f"{table.name}.{column.name}": why for column in table.c}


STAYS: Final = {
    "area_keys.key": CACHE,
    "corrections.value": CODE,
    "decisions.verb": CODE,
    "digests.how": CODE,
    "digests.lines": "numbers of answers owed",
    "drafts.key": CODE,
    "drafts.text": "refused when it says something of anybody (own_drafts.remember)",
    "erasures.marks": HASH,
    "feedback.channel": CODE,
    "feedback.result": CODE,
    "feedback.lapse_reason": CODE,
    "feedback.service": OF_SERVICE,
    "feedback.source": CODE,
    "feedback_groups.reporter_told_how": CODE,
    "feedback_groups.group_told_how": CODE,
    "forwards.recipient": OF_SERVICE,
    "forwards.base_url": OF_SERVICE,
    "forwards.external_id": OF_SERVICE,
    "forwards.external_number": OF_SERVICE,
    "forwards.status": CODE,
    "group_professionals.presence": CODE,
    "group_relations.kind": CODE,
    "imports.date_order": CODE,
    "imports.format": CODE,
    "imports.sha256": HASH,
    "items.claimed_by": "let go of when who looks at it looks elsewhere, or closes the program (claims.release)",
    "items.claimed_in": CODE,
    "join_requests.reason_code": CODE,
    "members.rules_sent_how": CODE,
    "members.rules_confirmed_how": CODE,
    "memberships.how": CODE,
    "messages.event": CODE,
    "messages.mark": HASH,
    "messages.reply_to": "a number of the platform",
    "messages.source_id": "a number of the platform",
    "outbox.carrier": CODE,
    "outbox.idempotency_key": CODE,
    "professionals.job": "what he did for a living; his name goes",
    "professionals.organisation": OF_SERVICE,
    "refusal_marks.reason_code": CODE,
    "report_messages.links": CODE,  # its words go with the message: test_texts.py
    "settings.key": CODE,
    "settings.value": "choices of who works with the program; who read a translation stands by it",
    "start_steps.key": CODE,
    "steps.rung": CODE,
    "welcomes.language": CODE,
    "welcomes.rule": CODE,
    **all_of(tables.groups, OF_GROUP),
    **all_of(tables.judgements, CODE),  # places in the text: test_texts.py
    **all_of(tables.shadow_judgements, CODE),
    **all_of(tables.municipalities, OF_SERVICE),
    **all_of(tables.reports, CODE),
}
"""The columns of words that nothing erases by time, each with the reason."""

ROWS: Final = {
    "people": {"id": 1},
    "members": {"id": 1, "person_id": 1},
    "memberships": {"member_id": 1, "left_at": NOW},
    "member_names": {"member_id": 1},
    "messages": {"id": 1, "member_id": 1, "kind": "text", "position": 1, "written_at": 0, "needs_placing": False},
    "message_changes": {"message_id": 1, "what": "edited"},
    "decisions": {"id": 1},
    "notes": {"ends_at": NOW},
    "professionals": {"id": 1},
    "group_professionals": {"professional_id": 1, "presence": "reads", "removed_at": NOW},
    "outbox": {"state": "done", "action": "private", "not_before": NOW},
    "todos": {"state": "done", "action": "private"},
    "feedback": {"id": 1, "state": "told", "closed_at": NOW},
    "feedback_groups": {"feedback_id": 1},
    "feedback_finds": {"message_id": 1, "kind": "answer"},
    "forwards": {"feedback_id": 1, "channel": "mail"},
    "join_requests": {"state": "refused", "decided_at": NOW, "source": "form"},
    "refusal_marks": {"kind": "phone", "ends_at": NOW},
    "start_steps": {},
    "prospects": {"removed_at": NOW},
    "views": {},
    "privacy_requests": {"kind": "access", "answered_at": NOW},
    "welcomes": {"kind": "rules", "how": "group"},
}
"""A row of every table that holds words with a term, the word in each of them, long enough ago."""


def words_of(table: Table) -> dict[str, Column]:
    """Return the columns of a table that hold words and must have a term, by name."""
    few = {rule.name for rule in table.constraints if isinstance(rule, CheckConstraint)}
    words = {one.name: one for one in table.columns if isinstance(one.type, Text | JSON)}
    return {
        name: column
        for name, column in words.items()
        if f"ck_{table.name}_{name}" not in few and f"{table.name}.{name}" not in STAYS
    }


def filled(table: Table, column: Column) -> object:
    if table is tables.decisions and column.name in {"before", "after"}:
        return {"rows": [{"table": "notes", "id": 99, "values": {"text": WORD}}]}
    return [{"words": [WORD]}] if isinstance(column.type, JSON) else f"{WORD}!"


def test_every_column_of_words_goes_by_time_or_stays_for_a_reason(console, chat, clock):
    with console.store.writing() as connection:
        for table in metadata.sorted_tables:
            words = words_of(table)
            assert not words or table.name in ROWS, f"give {table.name} a term, and a row here: {', '.join(words)}"
            if table.name not in ROWS:
                continue
            row = {column.name: NOW for column in table.columns if needs_moment(column)}
            row |= {"group_id": chat.group_id} if "group_id" in table.c else {}
            row |= {
                name: "x"
                for name, column in table.c.items()
                if isinstance(column.type, Text)
                and name not in words
                and not column.nullable
                and column.server_default is None
            }
            row |= {name: filled(table, column) for name, column in words.items()} | ROWS[table.name]
            connection.execute(insert(table).values(row))
    stood = found_in(console, WORD)
    assert stood >= {(table.name, name) for table in metadata.sorted_tables for name in words_of(table)}

    clock.forward(days=730)
    due = retention.due(console)
    assert retention.run(console).due == due

    assert found_in(console, WORD) == set()
    assert proof.count(console, [WORD]) == {WORD: 0}
    assert not retention.due(console)
    assert due.kinds == frozenset(Kept) - {Kept.STEP}  # a step holds no words


def needs_moment(column: Column) -> bool:
    """Whether a column holds a moment that says how old the row is."""
    return isinstance(column.type, UtcSeconds) and (not column.nullable or column.name == "noted_at")


def test_a_professional_goes_as_an_ex_member_once_he_is_with_no_group_and_owes_no_answer(
    console, chat, make_group, clock
):
    other = make_group("Plein")
    officer = ProfessionalFacts(name="Agent Zevenblad", job="officer", phone="0612345678", email="z@politie.nl")
    for one in (chat, other):
        professionals.add(console, one.group_id, officer)
    (found,) = professionals.of_group(console, chat.group_id)
    with console.store.writing() as connection:
        owed = {"what": "De lamp", "professional_id": found.id, "state": "asked", "since": NOW}
        (line_id,) = connection.execute(insert(feedback).values(owed)).inserted_primary_key
        connection.execute(insert(feedback_groups).values(feedback_id=line_id, group_id=chat.group_id))
    professionals.remove(console, chat.group_id, found.id)
    clock.forward(days=100)
    professionals.remove(console, other.group_id, found.id)
    last_leaving = logbook(console)[0].id
    clock.forward(days=100)
    assert not retention.run(console).due.count(Kept.PROFESSIONAL)  # somebody still waits for his answer
    with console.store.writing() as connection:
        closed = {"state": "told", "closed_at": clock()}
        connection.execute(update(feedback).where(feedback.c.id == line_id).values(closed))
    clock.forward(days=89)
    assert not retention.due(console).count(Kept.PROFESSIONAL)
    assert counted(console) == "1"
    clock.forward(days=1)
    (line,) = retention.run(console).due.lines
    assert (line.kind, line.name, line.group) == (Kept.PROFESSIONAL, "Agent Zevenblad", "Plein")
    assert line.because == "Bij geen groep meer sinds 23-02-2027."
    assert proof.count(console, ["Zevenblad", "politie.nl", "612345678"]) == dict.fromkeys(
        ("Zevenblad", "politie.nl", "612345678"), 0
    )
    assert not retention.due(console)
    assert counted(console) == "0"
    (owing,) = lines.lines(console)
    assert owing.owed_by == "[iemand]"
    with pytest.raises(ExpectedError):
        undo_one(console, last_leaving)  # nobody comes back to the group without a name
    assert undo(console) is None


def counted(console):
    """How many professionals there are, as the papers tell."""
    told = facts.collect(console, Safeguards("kluis", backup_days=30, lock_minutes=10), None).lists["counts"]
    return next(one["how_many"] for one in told if one["what"].startswith("professionals"))


def test_a_note_at_the_start_and_a_view_go_a_year_later_and_no_other_takes_their_place(console, chat, clock):
    startup.change_step(console, chat.group_id, "scope", note="Vraag Zevenblad", is_done=True)
    views.save_view(console, "Zevenblad", Filters(words="Zevenblad"))
    clock.forward(days=300)
    startup.change_step(console, chat.group_id, "policy", note="Later")
    startup.change_step(console, chat.group_id, "scope", is_done=False)  # the note is not written anew by that
    clock.forward(days=64)
    assert not retention.due(console)
    clock.forward(days=1)
    went = retention.run(console)
    assert (went.due.count(Kept.START), went.due.count(Kept.VIEW)) == (1, 1)
    assert (went.changes.recruiting, went.changes.views) == (True, True)
    assert proof.count(console, ["Zevenblad"]) == {"Zevenblad": 0}
    assert [step.note for step in startup.of_group(console, chat.group_id).steps if step.note] == ["Later"]
    assert views.views(console) == ()
    views.save_view(console, "Nieuw", Filters(words="fiets"))
    assert [view.name for view in views.views(console)] == ["Nieuw"]
    assert len(logbook(console)) > 3
