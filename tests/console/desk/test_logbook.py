"""The journal read back: what it tells, what it finds, and why something was shown."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from console.desk import groups as group_desk
from console.desk import identity, members, outbox, triage
from console.desk.corrections import correct
from console.desk.logbook import actors, entry, logbook
from console.desk.todos import done, todos
from console.domain.decision import Act, DecisionId, Verb
from console.domain.judgement import Flag, Label
from console.domain.logbook import LogFilter
from console.domain.member import PersonId
from console.domain.outgoing import UNDO_SECONDS, Action, SendState, TodoState
from console.errors import ExpectedError
from console.store.tables import members as member_table
from console.store.tables import message_changes, messages

from .conftest import ALL_RIGHT, NOW, flagged
from .outgoing import ToldCarrier, with_carrier

PRIVATE = Act(Verb.PRIVATE, "Beste Bram, wilt u het nummer weghalen?")


def told(console, **wanted):
    """The texts that a filter finds, newest first."""
    return [line.text for line in logbook(console, LogFilter(**wanted))]


def person(console, name):
    """The person behind a member's name."""
    with console.store.reading() as connection:
        return PersonId(connection.scalar(select(member_table.c.person_id).where(member_table.c.name == name)))


# --- the list --------------------------------------------------------------------------------------------------------


def test_an_entry_tells_who_decided_what_about_whose_words(console, chat):
    item = chat.flag("Bel Jan:\n06-12345678", author="Bram")
    decided = triage.decide(console, item, PRIVATE)
    (line,) = logbook(console)
    assert (line.id, line.decided_at, line.actor, line.verb) == (decided.decision, NOW, "Anja", Verb.PRIVATE)
    assert (line.group, line.group_id, line.item) == ("Kade", chat.group_id, item)
    assert (line.author, line.text, line.note) == ("Bram", "Bel Jan: 06-12345678", PRIVATE.text)
    assert (line.why, line.is_undone, line.is_again, line.together) == (("Let op: personal_data.",), False, False, 1)


def test_the_words_of_a_note_that_ended_stand_nowhere(console, chat):
    chat.member("Bram")
    members.add_person_note(console, person(console, "Bram"), "Belt liever")
    (note,) = members.card(console, person(console, "Bram")).notes
    members.end_note(console, note.id)
    lines = logbook(console)
    assert [line.verb for line in lines] == [Verb.PERSON, Verb.NOTE]
    assert "Belt liever" not in repr(lines) + repr([entry(console, line.id) for line in lines])


def test_undoing_and_making_again_are_lines_of_their_own(console, chat):
    triage.decide(console, chat.flag(), ALL_RIGHT)
    triage.undo(console)
    triage.redo(console)
    again, undoing, first = logbook(console)
    assert (first.is_undone, undoing.is_undone, again.is_undone) == (True, True, False)
    assert (first.undoes, undoing.undoes, again.undoes) == (None, Verb.FINE, None)
    assert (first.is_again, undoing.is_again, again.is_again) == (False, False, True)


def test_what_was_undone_may_be_left_out(console, chat):
    first, second = chat.flag("een"), chat.flag("twee")
    triage.decide(console, first, ALL_RIGHT)
    triage.decide(console, second, ALL_RIGHT)
    triage.undo(console)
    assert told(console, include_undone=False) == ["een"]
    triage.redo(console)
    assert told(console, include_undone=False) == ["twee", "een"]


def test_what_was_decided_together_is_told_of_each(console, chat):
    triage.decide_all(console, [chat.flag("een"), chat.flag("twee"), chat.flag("drie")], ALL_RIGHT)
    assert [(line.text, line.together) for line in logbook(console)] == [("drie", 3), ("twee", 3), ("een", 3)]


def test_the_list_comes_in_pieces(console, chat):
    for n in range(5):
        triage.decide(console, chat.flag(f"bericht {n}"), ALL_RIGHT)
    first = logbook(console, limit=2)
    rest = logbook(console, limit=9, before=first[-1].id)
    assert [line.text for line in (*first, *rest)] == [f"bericht {n}" for n in (4, 3, 2, 1, 0)]


def test_each_filter_keeps_what_it_asks_for(console, make_group, clock):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    bert = replace(console, actor="Bert")
    triage.decide(console, kade.flag("in de straat", author="Bram"), ALL_RIGHT)
    clock.forward(days=1)
    triage.decide(bert, dijk.flag("op het plein", author="Cor"), PRIVATE)
    clock.forward(days=1)
    triage.decide(console, dijk.flag("100% zeker", author="Dirk"), Act(Verb.DELETE))
    assert told(console, group=dijk.group_id) == ["100% zeker", "op het plein"]
    assert told(console, actor="Bert") == ["op het plein"]
    assert told(console, verb=Verb.FINE) == ["in de straat"]
    assert told(console, since=NOW + timedelta(days=1), until=NOW + timedelta(days=2)) == ["op het plein"]
    assert told(console, words="PLEIN op") == ["op het plein"]
    assert told(console, words="nummer weghalen") == ["op het plein"]  # what was written
    assert told(console, words="dirk") == ["100% zeker"]
    assert told(console, words="0% zek") == ["100% zeker"]
    assert told(console, words="%") == ["100% zeker"]
    assert told(console, words="kade") == ["in de straat"]
    assert told(console, words="straat plein") == []
    assert actors(console) == ("Anja", "Bert")


def test_a_text_that_was_edited_later_is_told_as_it_was(console, chat, clock):
    message = chat.say("eerste woorden", judgement=flagged())
    triage.decide(console, chat.item(message), ALL_RIGHT)
    clock.forward(hours=1)
    change = {"message_id": message, "what": "edited", "before": "eerste woorden", "after": "nieuw", "seen_at": clock()}
    with console.store.writing() as connection:
        connection.execute(insert(message_changes).values(change))
        connection.execute(messages.update().values(text="nieuw"))
    assert told(console) == ["eerste woorden"]
    assert entry(console, logbook(console)[0].id).message == "eerste woorden"


def test_what_is_about_no_message_is_told_in_words(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    kade.say("hoi", author="Bram")
    dijk.say("hoi", author="Bram de Wit")
    group_desk.change_group(console, kade.group_id, name="Kadeplein")
    members.set_phone(console, person(console, "Bram"), "0612345678")
    identity.merge(console, person(console, "Bram"), person(console, "Bram de Wit"))
    triage.decide(console, kade.flag("weg", author="Bram"), Act(Verb.DELETE))
    done(console, todos(console)[0].id)
    lines = told(console)
    assert lines[0] == "bericht verwijderen (Bram): gedaan"
    assert lines[2].startswith("Bram de Wit is dezelfde als Bram")
    assert lines[3].startswith("telefoonnummer van Bram: niets → +31")
    assert lines[4] == "naam: Kade → Kadeplein"
    assert told(console, words="kadeplein weg") == ["weg"]
    assert told(console, words="Kadeplein", verb=Verb.SETTINGS) == ["naam: Kade → Kadeplein"]


def test_what_is_kept_no_longer_is_passed_over(console, chat):
    decided = triage.decide(console, chat.flag("weg", author="Bram"), Act(Verb.DELETE))
    done(console, todos(console)[0].id)
    with console.store.writing() as connection:
        connection.execute(messages.delete())
    assert told(console) == ["", ""]
    assert (entry(console, decided.decision).sent, entry(console, decided.decision).can_undo) == ((), False)


# --- one entry -------------------------------------------------------------------------------------------------------


def test_one_entry_says_why_it_was_shown_and_what_it_sends(console, chat):
    item = chat.flag("Bel 06-12345678", author="Bram")
    decided = triage.decide(console, item, PRIVATE)
    detail = entry(console, decided.decision)
    assert detail.entry == logbook(console)[0]
    assert [(reason.flag, reason.nl) for reason in detail.shown] == [(Flag.PERSONAL_DATA, "Let op: personal_data.")]
    assert detail.message == "Bel 06-12345678"
    (sent,) = detail.sent
    assert (sent.action, sent.recipient, sent.text, sent.todo) == (Action.PRIVATE, "Bram", PRIVATE.text, TodoState.OPEN)
    assert detail.can_undo
    done(console, todos(console)[0].id)
    assert entry(console, decided.decision).sent[0].todo is TodoState.DONE
    assert not entry(console, decided.decision).can_undo  # first what was built on it


def test_what_left_tells_the_answer_and_that_it_stays(console, make_group, clock):
    connected = with_carrier(console, ToldCarrier(answer=lambda: "bericht 7"))
    decided = triage.decide(connected, make_group(tool="other").flag(), PRIVATE)
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(connected)
    detail = entry(connected, decided.decision)
    assert (detail.sent[0].send, detail.sent[0].answer) == (SendState.DONE, "bericht 7")
    assert not detail.can_undo


def test_an_undone_entry_tells_who_took_it_back(console, chat, clock):
    decided = triage.decide(console, chat.flag(), ALL_RIGHT)
    clock.forward(minutes=3)
    triage.undo_one(replace(console, actor="Bert"), decided.decision)
    detail = entry(console, decided.decision)
    assert (detail.undone_by, detail.undone_at, detail.can_undo) == ("Bert", NOW + timedelta(minutes=3), False)


def test_later_tells_its_date_and_a_correction_what_was_said(console, chat):
    until = NOW + timedelta(days=5)
    decided = triage.decide_later(console, chat.flag(), until)
    assert entry(console, decided.decision).until == until
    message = chat.say("Hallo", judgement=flagged())
    corrected = correct(console, message, {Label.STIGMA: "generalisation"})
    detail = entry(console, DecisionId(corrected.decision))
    assert detail.taught == ((Label.STIGMA, "generalisation"),)
    assert (detail.message_id, detail.message) == (message, "Hallo")


@pytest.mark.parametrize("verb", [Verb.NOTE, Verb.LATER, Verb.FINE])
def test_every_decision_says_why_its_message_was_shown(console, chat, verb):
    item = chat.flag()
    if verb is Verb.NOTE:
        triage.add_note(console, item, "Gebeld")
    elif verb is Verb.LATER:
        triage.decide_later(console, item, NOW + timedelta(days=1))
    else:
        triage.decide(console, item, ALL_RIGHT)
    (line,) = logbook(console)
    assert (line.verb, line.why) == (verb, ("Let op: personal_data.",))


def test_a_step_and_a_question_are_told(console, chat):
    decided = triage.decide(console, chat.flag(), Act(Verb.OFFICER, "Kijkt u mee?"))
    assert "vraag BC-1 staat open: Bel 06-12345678" in entry(console, decided.decision).changed


def test_an_entry_that_is_not_there_says_so(console):
    with pytest.raises(ExpectedError) as refused:
        entry(console, DecisionId(404))
    assert refused.value.key == "decision_gone"
