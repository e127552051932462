"""What is filled in about a group; a group by hand; the archive."""

from dataclasses import replace

import pytest

from console.desk import group_facts, group_list, triage, undoing
from console.desk import groups as desk
from console.desk.group_facts import GroupFacts
from console.desk.intake import import_text
from console.desk.logbook import entry, logbook
from console.domain.group import GroupId, ManagedBy, Tool
from console.domain.profile import JoinPolicy
from console.errors import ExpectedError

ALL = GroupFacts("Kade Zuid", Tool.SIGNAL, "WABP", ManagedBy.ASSOCIATION, 137, 310)
CHAT = "12-11-2026 20:15 - Anja: Hallo allemaal\n12-11-2026 20:16 - Bram: Goedenavond\n"


def facts(console, chat):
    return group_facts.sheet(console, chat.group_id).facts


def told(console):
    return entry(console, logbook(console)[0].id).changed


def refused(call, *arguments):
    with pytest.raises(ExpectedError) as error:
        call(*arguments)
    return error.value.key


def test_facts_are_kept_told_in_words_and_undone(console, chat):
    before = facts(console, chat)
    assert group_facts.change_facts(console, chat.group_id, ALL).groups
    assert facts(console, chat) == ALL
    assert set(told(console)) == {
        "naam: Kade → Kade Zuid",
        "app: whatsapp → signal",
        "koepel: niets → WABP",
        "beheerd door: niets → vereniging",
        "adressen: niets → 137",
        "bewoners: niets → 310",
    }
    undoing.undo(console)
    assert facts(console, chat) == before


def test_what_is_emptied_is_not_known_any_more(console, chat):
    group_facts.change_facts(console, chat.group_id, ALL)
    group_facts.change_facts(console, chat.group_id, GroupFacts(" Kade\u200f ", Tool.WHATSAPP, "  ", None, 0, None))
    assert facts(console, chat) == GroupFacts("Kade", Tool.WHATSAPP)


def test_nothing_new_is_no_decision(console, chat):
    assert group_facts.change_facts(console, chat.group_id, facts(console, chat)).decision is None
    assert logbook(console) == ()


def test_what_cannot_be_is_refused_and_changes_nothing(console, chat, make_group):
    make_group("Dijk")
    known = facts(console, chat)
    for wrong, key in (
        (replace(ALL, name=" "), "group_name_empty"),
        (replace(ALL, name="Dijk"), "group_name_taken"),
        (replace(ALL, addresses=-1), "count_negative"),
        (replace(ALL, residents=2_000_000), "count_large"),
    ):
        assert refused(group_facts.change_facts, console, chat.group_id, wrong) == key
    assert refused(group_facts.change_facts, console, GroupId(99), ALL) == "group_gone"
    assert facts(console, chat) == known


def test_group_by_hand_is_there_at_once_and_undo_puts_it_away(console):
    added = group_facts.add_group(console, ALL, "business_park")
    made = group_facts.sheet(console, added.group_id)
    assert (made.facts, made.join_policy, made.last_import_at) == (ALL, JoinPolicy.CLOSED, None)
    assert [group.name for group in desk.groups(console)] == ["Kade Zuid"]
    undoing.undo(console)
    assert desk.groups(console) == ()
    undoing.redo(console)
    assert [group.id for group in desk.groups(console)] == [added.group_id]


def test_an_export_of_the_same_name_comes_into_the_group_that_was_made_by_hand(console):
    made = group_facts.add_group(console, GroupFacts("Kade", Tool.WHATSAPP), "hic")
    assert import_text(console, CHAT, "Kade", judge=False).group_id == made.group_id
    assert desk.groups(console)[0].profile == "hic"
    assert group_facts.sheet(console, made.group_id).last_import_at is not None


def test_a_group_by_hand_needs_a_free_name_and_a_kind(console, chat):
    assert refused(group_facts.add_group, console, replace(ALL, name="Kade"), "hic") == "group_name_taken"
    assert refused(group_facts.add_group, console, ALL, "geen") == "profile_unknown"
    assert len(desk.groups(console)) == 1


def test_archive_puts_the_group_and_its_work_away_and_back(console, chat):
    chat.flag()
    changes = group_facts.archive(console, chat.group_id)
    assert (changes.groups, changes.items, changes.requests) == (True, True, True)
    assert (desk.groups(console), triage.week(console)) == ((), ())
    assert group_facts.archive(console, chat.group_id).decision is None
    assert told(console) == ("staat: in gebruik → in het archief",)
    group_facts.bring_back(console, chat.group_id)
    assert len(triage.week(console)) == 1
    undoing.undo(console)
    assert triage.week(console) == ()
    undoing.undo(console)
    assert len(triage.week(console)) == 1


def test_name_of_an_archived_group_is_said_to_be_there(console, chat, make_group):
    group_facts.archive(console, chat.group_id)
    assert refused(group_facts.add_group, console, replace(ALL, name="Kade"), "hic") == "group_name_archived"
    other = make_group("Dijk")
    assert (
        refused(group_facts.change_facts, console, other.group_id, replace(ALL, name="Kade")) == "group_name_archived"
    )


def test_an_export_brings_an_archived_group_back(console, chat):
    group_facts.archive(console, chat.group_id)
    import_text(console, CHAT, "Kade", judge=False)
    assert len(group_list.group_ids(console)) == 1
