"""Deciding, noting, putting off and taking back."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select, update

from console.desk import triage
from console.desk.logbook import logbook
from console.domain.changes import Changes
from console.domain.decision import ItemId, Verb
from console.domain.judgement import Flag, Role, Span
from console.domain.message import Event, Kind
from console.errors import ExpectedError
from console.store.tables import decisions, members, message_changes, notes

from .conftest import ALL_RIGHT, NOW, flagged


def all_right(console, item):
    """Say Goed zo."""
    return triage.decide(console, item, ALL_RIGHT)


# --- Goed zo and Later -----------------------------------------------------------------------------------------------


def test_fine_takes_an_item_out_of_the_week_and_says_what_changed(console, chat):
    item = chat.flag()
    changes = triage.decide(console, item, ALL_RIGHT).changes
    assert triage.week(console) == ()
    assert changes.items
    assert changes.group_ids == {chat.group_id}
    assert changes.decision is not None


def test_fine_keeps_the_judgement_as_it_was_shown(console, chat):
    triage.decide(console, chat.flag(), ALL_RIGHT)
    with console.store.reading() as connection:
        row = connection.execute(select(decisions)).one()
    assert row.actor == "Anja"
    assert row.decided_at == NOW
    assert row.shown["reasons"][0]["nl"] == "Let op: personal_data."


@pytest.mark.parametrize("decide", [all_right, lambda c, i: triage.decide_later(c, i, NOW + timedelta(1))])
def test_deciding_what_was_decided_meanwhile_is_refused(console, chat, decide):
    item = chat.flag()
    triage.decide(replace(console, actor="Bert"), item, ALL_RIGHT)
    with pytest.raises(ExpectedError) as refused:
        decide(console, item)
    assert refused.value.key == "already_decided"
    assert len(logbook(console)) == 1


@pytest.mark.parametrize(
    "call", [all_right, triage.detail, lambda c, i: triage.add_note(c, i, "x")], ids=["fine", "detail", "note"]
)
def test_an_item_that_is_gone_says_so(console, call):
    with pytest.raises(ExpectedError) as refused:
        call(console, ItemId(404))
    assert refused.value.key == "item_gone"


def test_later_comes_back_on_its_date(console, chat, clock):
    item = chat.flag()
    triage.decide_later(console, item, NOW + timedelta(days=7))
    assert triage.week(console) == ()
    clock.forward(days=6, hours=23)
    assert triage.week(console) == ()
    clock.forward(hours=1)
    assert [waiting.id for waiting in triage.week(console)] == [item]


def test_later_may_be_put_off_again_or_decided(console, chat, clock):
    item = chat.flag()
    triage.decide_later(console, item, NOW + timedelta(days=1))
    triage.decide_later(console, item, NOW + timedelta(days=2))
    clock.forward(days=1)
    assert triage.week(console) == ()
    triage.decide(console, item, ALL_RIGHT)
    clock.forward(days=9)
    assert triage.week(console) == ()


def test_later_in_the_past_is_refused(console, chat):
    with pytest.raises(ExpectedError) as refused:
        triage.decide_later(console, chat.flag(), NOW)
    assert refused.value.key == "later_is_past"


# --- notes -----------------------------------------------------------------------------------------------------------


def test_a_note_stands_with_message_and_member_and_ends(console, chat, clock):
    item = chat.flag()
    changes = triage.add_note(console, item, "  Gebeld, komt goed.\n")
    assert changes.notes
    assert len(triage.week(console)) == 1
    shown = triage.detail(console, item)
    assert [note.text for note in shown.notes] == ["Gebeld, komt goed."]
    assert shown.member.notes == shown.notes
    assert shown.notes[0].ends_at == NOW + timedelta(days=90)
    clock.forward(days=90)
    ended = triage.detail(console, item)
    assert ended.notes == ended.member.notes == ()
    assert [entry.note for entry in logbook(console)] == [None]
    assert [past.note for past in ended.member.decisions] == [None]


def test_a_note_about_somebody_is_seen_at_his_other_messages(console, chat):
    first, second, stranger = chat.flag(author="Bram"), chat.flag(author="Bram"), chat.flag(author="Cor")
    triage.add_note(console, first, "Eerste keer")
    assert triage.detail(console, second).notes == ()
    assert [note.text for note in triage.detail(console, second).member.notes] == ["Eerste keer"]
    assert triage.detail(console, stranger).member.notes == ()


@pytest.mark.parametrize(
    ("text", "days", "key"), [(" \n", 90, "note_empty"), ("x", 0, "note_days"), ("x", 367, "note_days")]
)
def test_a_note_needs_words_and_an_end(console, chat, text, days, key):
    with pytest.raises(ExpectedError) as refused:
        triage.add_note(console, chat.flag(), text, days=days)
    assert refused.value.key == key
    assert refused.value.sentence("nl")


# --- undo ------------------------------------------------------------------------------------------------------------


def test_undo_of_nothing_does_nothing(console):
    assert triage.undo(console) is None


def test_twenty_decisions_are_undone_one_by_one_also_after_a_restart(console, chat, restarted):
    items = [chat.flag(f"bericht {n}") for n in range(20)]
    for item in items:
        triage.decide(console, item, ALL_RIGHT)
    undone = [triage.undo(console).item for _ in range(7)]
    reopened = restarted()
    undone += [triage.undo(reopened).item for _ in range(13)]
    assert undone == items[::-1]
    assert triage.undo(reopened) is None
    assert [item.id for item in triage.week(reopened)] == items


def test_undo_of_later_puts_back_what_stood_there(console, chat, clock):
    item = chat.flag()
    triage.decide_later(console, item, NOW + timedelta(days=1))
    triage.decide_later(console, item, NOW + timedelta(days=30))
    undone = triage.undo(console)
    assert (undone.verb, undone.item) == (Verb.LATER, item)
    assert triage.week(console) == ()
    clock.forward(days=1)
    assert [waiting.id for waiting in triage.week(console)] == [item]


def test_undo_of_a_note_removes_it_softly_and_gives_its_words_back(console, chat):
    item = chat.flag()
    triage.add_note(console, item, "Verkeerde persoon")
    undone = triage.undo(console)
    assert (undone.verb, undone.note) == (Verb.NOTE, "Verkeerde persoon")
    assert undone.changes.notes
    assert triage.detail(console, item).notes == ()
    with console.store.reading() as connection:
        assert connection.execute(select(notes.c.removed_at)).scalar_one() == NOW


def test_undo_adds_to_the_journal_and_overwrites_nothing(console, chat):
    item = chat.flag("Bel Jan:\n06-12345678")
    triage.decide(console, item, ALL_RIGHT)
    triage.undo(console)
    triage.decide(console, item, ALL_RIGHT)
    entries = logbook(console)
    assert [(entry.verb, entry.is_undone) for entry in entries] == [
        (Verb.FINE, False),
        (Verb.UNDO, False),
        (Verb.FINE, True),
    ]
    assert {(entry.group, entry.text, entry.actor) for entry in entries} == {("Kade", "Bel Jan: 06-12345678", "Anja")}
    assert len(logbook(console, limit=1)) == 1


def test_what_left_the_computer_is_not_undone(console, chat):
    first, second = chat.flag(), chat.flag()
    triage.decide(console, first, ALL_RIGHT)
    triage.decide(console, second, ALL_RIGHT)
    with console.store.writing() as connection:
        connection.execute(update(decisions).where(decisions.c.item_id == second).values(left_computer=True))
    assert triage.undo(console).item == first
    assert triage.undo(console) is None


def test_a_failed_decision_leaves_nothing_behind(console, chat):
    item = chat.flag()
    broken = replace(console, actor=None)
    with pytest.raises(Exception, match="NOT NULL"):
        triage.decide(broken, item, ALL_RIGHT)
    assert [waiting.id for waiting in triage.week(console)] == [item]


# --- the conversation ------------------------------------------------------------------------------------------------


def test_detail_shows_the_message_between_its_neighbours(console, make_group):
    chat, other = make_group("Kade"), make_group("Dijk")
    for n in range(12):
        chat.say(f"voor {n}")
        other.say("elders")
    item = chat.item(chat.say("nu", judgement=flagged(spans=(Span(0, 2),))))
    for n in range(12):
        chat.say(f"na {n}")
    shown = triage.detail(console, item, before=3, after=2)
    assert [line.text for line in shown.lines] == ["voor 9", "voor 10", "voor 11", "nu", "na 0", "na 1"]
    assert shown.focus == 3
    assert shown.item.id == item
    assert shown.judgement.reasons[0].spans == (Span(0, 2),)


def test_the_first_message_has_nothing_before_it(console, chat):
    shown = triage.detail(console, chat.flag("eerste"))
    assert (shown.focus, len(shown.lines)) == (0, 1)


def test_messages_with_one_position_are_each_shown_once(console, chat):
    message_ids = [chat.say(f"{n}", position=7, judgement=flagged()) for n in range(3)]
    shown = triage.detail(console, chat.item(message_ids[1]))
    assert [line.text for line in shown.lines] == ["0", "1", "2"]
    assert shown.focus == 1


def test_a_line_tells_everything_the_export_told(console, make_group):
    chat = make_group(time_zone="Europe/London")
    chat.member("Wijkagent", role="professional")
    chat.member("Kees", role="champion")
    chat.say("Kees is toegevoegd", author=None, kind="system", event="member_added")
    item = chat.item(
        chat.say("IMG", author="Wijkagent", attachments=["a.jpg"], is_edited=True, deleted_at=NOW, judgement=flagged())
    )
    chat.say("", author="Kees", kind="deleted", is_doubtful=True)
    system, focus, deleted = triage.detail(console, item).lines
    assert (system.author, system.kind, system.event) == (None, Kind.SYSTEM, Event.MEMBER_ADDED)
    assert (focus.author, focus.role, focus.attachments) == ("Wijkagent", Role.PROFESSIONAL, ("a.jpg",))
    assert focus.is_edited
    assert focus.is_deleted
    assert not focus.is_doubtful
    assert (deleted.is_deleted, deleted.is_doubtful, deleted.role) == (True, True, Role.MEMBER)
    assert focus.at.tzinfo == ZoneInfo("Europe/London")
    assert focus.at.hour == 19


def test_an_edited_message_keeps_its_first_text(console, chat):
    message = chat.say("derde", judgement=flagged())
    changes = [("edited", "eerste", "tweede"), ("deleted", "tweede", None), ("edited", "tweede", "derde")]
    with console.store.writing() as connection:
        for what, before, after in changes:
            values = {"what": what, "before": before, "after": after, "message_id": message, "seen_at": NOW}
            connection.execute(insert(message_changes).values(values))
    (line,) = triage.detail(console, chat.item(message)).lines
    assert (line.text, line.first_text) == ("derde", "eerste")


def test_an_unchanged_message_has_no_first_text(console, chat):
    (line,) = triage.detail(console, chat.flag()).lines
    assert line.first_text is None


def test_the_card_tells_who_wrote_it(console, chat):
    joined = NOW - timedelta(days=300)
    chat.member("Bram", joined_at=joined)
    for n in range(6):
        chat.say(f"bericht {n}", author="Bram")
        chat.say("iets", author="Cor")
    earlier = chat.flag("eerder", author="Bram")
    triage.decide(console, earlier, ALL_RIGHT)
    item = chat.flag("nu", author="Bram")
    card = triage.detail(console, item).member
    assert (card.name, card.joined_at, card.left_at, card.messages) == ("Bram", joined, None, 8)
    assert [line.text for line in card.recent] == ["bericht 3", "bericht 4", "bericht 5", "eerder", "nu"]
    assert [(past.verb, past.text, past.is_undone) for past in card.decisions] == [(Verb.FINE, "eerder", False)]
    triage.undo(console)
    assert [past.is_undone for past in triage.detail(console, item).member.decisions] == [True]


def test_decisions_about_a_person_follow_him_to_another_group(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    kade.member("Bram")
    dijk.member("Bram de Wit")
    with console.store.writing() as connection:
        person = select(members.c.person_id).where(members.c.id == kade.members["Bram"]).scalar_subquery()
        connection.execute(update(members).where(members.c.name == "Bram de Wit").values(person_id=person))
    triage.decide(console, kade.flag("in Kade", author="Bram"), ALL_RIGHT)
    card = triage.detail(console, dijk.flag("in Dijk", author="Bram de Wit")).member
    assert [past.text for past in card.decisions] == ["in Kade"]
    assert card.messages == 1


def test_a_message_without_author_has_no_card(console, chat):
    assert triage.detail(console, chat.flag(author=None)).member is None


def test_changes_of_a_note_do_not_claim_more(console, chat):
    changes = triage.add_note(console, chat.flag(), "x")
    assert replace(changes, group_ids=frozenset(), decision=None) == Changes(items=True, notes=True)


def test_flags_of_other_ranks_do_not_hide_the_author(console, chat):
    chat.say("Wie belt 112?", author="Anja Bakker", judgement=flagged(Flag.CALL112))
    (item,) = triage.week(console)
    assert (item.author, item.group) == ("Anja Bakker", "Kade")
