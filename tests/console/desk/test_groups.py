"""The table of groups, and changing one."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select, update

from console.desk import groups as desk
from console.desk import triage
from console.desk.logbook import logbook
from console.domain.decision import Verb
from console.domain.group import GroupId, Officer, Tool
from console.domain.judgement import Category, Flag, Judgement, Strictness
from console.errors import ExpectedError
from console.store.queries.counts import keep_counts
from console.store.tables import group_counts, groups, members, memberships, messages

from .conftest import ALL_RIGHT, NOW, flagged


def test_groups_with_their_counts_newest_activity_first(console, make_group, clock):
    kade = make_group("Kade", profile="hic", tool="telegram", review_from=NOW - timedelta(days=14))
    make_group("Leeg B")
    make_group("Leeg A")
    dijk = make_group("Dijk", time_zone="Europe/London")
    kade.member("Vertrokken", left_at=NOW)
    kade.member("Bram")
    kade.say(at=NOW - timedelta(days=2))
    kade.say(author=None, kind="system", at=NOW - timedelta(days=1))
    kade.flag(author="Cor", at=NOW - timedelta(hours=2))
    triage.decide(console, kade.flag(author="Cor", at=NOW - timedelta(hours=2)), ALL_RIGHT)
    triage.decide_later(console, kade.flag(author="Cor", at=NOW - timedelta(hours=1)), NOW + timedelta(days=1))
    dijk.say(at=NOW)
    listed = desk.groups(console)
    assert [group.name for group in listed] == ["Dijk", "Kade", "Leeg A", "Leeg B"]
    first, second, empty, _ = listed
    assert (second.profile, second.tool, second.review_from) == ("hic", Tool.TELEGRAM, NOW - timedelta(days=14))
    assert (second.members, second.messages, second.open_items) == (2, 5, 1)
    assert second.last_message_at == NOW - timedelta(hours=1)
    assert (first.time_zone, first.members, first.messages, first.open_items) == ("Europe/London", 1, 1, 0)
    assert (empty.members, empty.messages, empty.open_items, empty.last_message_at) == (0, 0, 0, None)
    clock.forward(days=1)
    assert desk.groups(console)[1].open_items == 2


def test_somebody_who_came_back_is_a_member(console, chat):
    member = chat.member("Bram", left_at=NOW)
    assert desk.groups(console)[0].members == 0
    with console.store.writing() as connection:
        connection.execute(insert(memberships).values(member_id=member, joined_at=NOW))
    assert desk.groups(console)[0].members == 1


def test_somebody_without_a_known_period_is_a_member(console, chat):
    chat.member("Bram")
    with console.store.writing() as connection:
        connection.execute(memberships.delete())
    assert desk.groups(console)[0].members == 1


def test_kept_counts_are_those_that_counting_gives_whatever_happens_next(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")

    def keep() -> int:
        with console.store.writing() as connection:
            return keep_counts(connection)

    def counts() -> dict[str, tuple]:
        kept = desk.groups(console)
        with console.store.writing() as connection:
            connection.execute(delete(group_counts))
        assert desk.groups(console) == kept
        keep()
        return {group.name: (group.members, group.messages, group.last_message_at) for group in kept}

    assert keep() == 2
    assert keep() == 0
    assert counts() == {"Kade": (0, 0, None), "Dijk": (0, 0, None)}
    first, last = kade.say(at=NOW - timedelta(days=1)), kade.say(at=NOW)
    assert counts() == {"Kade": (1, 2, NOW), "Dijk": (0, 0, None)}
    steps = [
        (update(messages).where(messages.c.id == last).values(sent_at=NOW + timedelta(hours=1)), (1, 2, 1)),
        (delete(messages).where(messages.c.id == last), (1, 1, -24)),
        (update(memberships).values(left_at=NOW), (0, 1, -24)),
        (update(memberships).values(left_at=None), (1, 1, -24)),
    ]
    for statement, (member_count, message_count, hours) in steps:
        with console.store.writing() as connection:
            connection.execute(statement)
        assert counts()["Kade"] == (member_count, message_count, NOW + timedelta(hours=hours))
    with console.store.writing() as connection:
        connection.execute(update(messages).where(messages.c.id == first).values(group_id=dijk.group_id))
    assert counts() == {"Kade": (1, 0, None), "Dijk": (0, 1, NOW - timedelta(days=1))}
    with console.store.writing() as connection:
        connection.execute(delete(members))  # takes what he wrote along
    assert counts() == {"Kade": (0, 0, None), "Dijk": (0, 0, None)}
    with console.store.writing() as connection:
        connection.execute(delete(groups).where(groups.c.id == dijk.group_id))
    assert counts() == {"Kade": (0, 0, None)}


def test_an_archived_group_is_not_listed_and_asks_for_nothing(console, make_group):
    make_group("Oud", archived_at=NOW).say(judgement=flagged())
    assert desk.groups(console) == ()
    assert triage.week(console) == ()


def test_every_profile_has_a_name_and_a_description_in_both_languages(console):
    for language in ("nl", "en"):
        choices = desk.profiles(type(console)(console.store, console.now, language, "Anja"))
        assert {"broad", "hic"} <= {choice.key for choice in choices}
        assert all(choice.name and choice.description for choice in choices)


def stored_group(console, group_id):
    with console.store.reading() as connection:
        return connection.execute(select(groups).where(groups.c.id == group_id)).one()


def test_a_change_is_kept_told_in_the_journal_and_undone(console, chat):
    before = stored_group(console, chat.group_id)
    changes = desk.change_group(console, chat.group_id, name=" Nieuw ", addresses=120, residents=300)
    assert changes.groups
    row = stored_group(console, chat.group_id)
    assert (row.name, row.addresses, row.residents, row.profile) == ("Nieuw", 120, 300, "broad")
    (entry,) = logbook(console)
    assert entry.verb is Verb.SETTINGS
    assert entry.text == "naam: Kade → Nieuw; adressen: niets → 120; bewoners: niets → 300"
    undone = triage.undo(console)
    assert (undone.verb, undone.item, undone.changes.groups) == (Verb.SETTINGS, None, True)
    assert stored_group(console, chat.group_id) == before


def test_a_new_profile_asks_to_judge_what_was_judged_again_and_so_does_its_undo(console, chat):
    judged = chat.say(judgement=Judgement(Category.SOCIAL))
    chat.say("niet beoordeeld")

    def waiting():
        with console.store.writing() as connection:
            found = connection.execute(select(messages.c.id).where(messages.c.needs_judging)).scalars().all()
            connection.execute(update(messages).values(needs_judging=False))
        return found

    desk.change_group(console, chat.group_id, name="Anders")
    assert waiting() == []
    desk.change_group(console, chat.group_id, profile="hic")
    assert waiting() == [judged]
    triage.undo(console)
    assert waiting() == [judged]


def test_strictness_is_kept_told_and_undone_and_asks_to_judge_again_what_nobody_decided_about(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    undecided, decided = (kade.say(judgement=flagged()) for _ in range(2))
    dijk.say(judgement=flagged())
    triage.decide(console, kade.item(decided), ALL_RIGHT)
    kade.say("niet beoordeeld")

    def strictness():
        return next(group.strictness for group in desk.groups(console) if group.id == kade.group_id)

    def change(**words):
        wanted = {Flag(flag): Strictness(word) for flag, word in words.items()}
        return desk.change_group(console, kade.group_id, strictness=wanted)

    assert strictness() == {}
    assert change(stigma="strict", abuse="lenient").items
    with console.store.reading() as connection:
        assert list(connection.scalars(select(messages.c.id).where(messages.c.needs_judging))) == [undecided]
    assert strictness() == {Flag.STIGMA: Strictness.STRICT, Flag.ABUSE: Strictness.LENIENT}
    assert strictness()[Flag.STIGMA] is Strictness.STRICT
    change(abuse="normal", call112="normal")
    assert strictness() == {Flag.STIGMA: Strictness.STRICT}
    assert change(stigma="strict").decision is None
    told = [entry.text for entry in logbook(console) if entry.verb is Verb.SETTINGS]
    assert told == [
        "hoe streng: stigma streng, schelden ruim → stigma streng",
        "hoe streng: gewoon → stigma streng, schelden ruim",
    ]
    triage.undo(console)
    triage.undo(console)
    assert strictness() == {}


def test_no_change_is_no_entry(console, chat):
    assert desk.change_group(console, chat.group_id, name="Kade", profile="broad").decision is None
    assert logbook(console) == ()


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"name": "  "}, "group_name_empty"),
        ({"name": "Dijk"}, "group_name_taken"),
        ({"addresses": -1}, "count_negative"),
        ({"residents": -1}, "count_negative"),
        ({"profile": "nergens"}, "profile_unknown"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_nothing_changes(console, make_group, values, key):
    kade = make_group("Kade")
    make_group("Dijk")
    before = stored_group(console, kade.group_id)
    with pytest.raises(ExpectedError) as refused:
        desk.change_group(console, kade.group_id, **values)
    assert refused.value.key == key
    assert refused.value.sentence("nl")
    assert stored_group(console, kade.group_id) == before
    assert logbook(console) == ()


def test_undo_of_a_name_that_another_group_took_numbers_it_and_goes_on(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    desk.change_group(console, kade.group_id, name="Nieuw")
    with console.store.writing() as connection:
        connection.execute(update(groups).where(groups.c.id == dijk.group_id).values(name="Kade"))
    assert triage.undo(console) is not None
    assert {group.name for group in desk.groups(console)} == {"Kade", "Kade (2)"}
    assert triage.undo(console) is None


def test_a_group_that_is_gone_says_so(console):
    with pytest.raises(ExpectedError) as refused:
        desk.change_group(console, GroupId(404), name="x")
    assert refused.value.key == "group_gone"


def test_a_flagged_message_counts_as_open_work(console, chat):
    chat.say(judgement=flagged())
    assert desk.groups(console)[0].open_items == 1


# --- sister groups ---------------------------------------------------------------------------------------------------


def sisters(console, chat) -> set[int]:
    return set(desk.settings(console, chat.group_id).sisters)


def test_sisters_belong_with_each_other_and_undo_parts_them(console, make_group):
    alarm, talk, other = (make_group(name) for name in ("Alarm", "Praat", "Dijk"))
    changes = desk.change_group(console, alarm.group_id, sisters=frozenset({talk.group_id, other.group_id}))
    assert (changes.groups, changes.group_ids) == (True, {alarm.group_id})
    assert sisters(console, alarm) == {talk.group_id, other.group_id}
    assert sisters(console, talk) == sisters(console, other) == {alarm.group_id}
    desk.change_group(console, talk.group_id, sisters=frozenset())
    assert (sisters(console, alarm), sisters(console, talk)) == ({other.group_id}, set())
    triage.undo(console)
    assert sisters(console, talk) == {alarm.group_id}
    triage.undo(console)
    assert sisters(console, alarm) == sisters(console, talk) == set()
    desk.change_group(console, talk.group_id, sisters=frozenset({alarm.group_id}))
    assert sisters(console, alarm) == {talk.group_id}


def test_the_same_sisters_are_no_entry_and_what_cannot_be_is_refused(console, make_group):
    alarm, talk = make_group("Alarm"), make_group("Praat")
    desk.change_group(console, alarm.group_id, sisters=frozenset({talk.group_id}))
    assert desk.change_group(console, talk.group_id, sisters=frozenset({alarm.group_id})).decision is None
    for wrong in ((404, set()), (alarm.group_id, {404})):
        with pytest.raises(ExpectedError) as refused:
            desk.change_group(console, wrong[0], sisters=frozenset(wrong[1]))
        assert refused.value.key == "group_gone"
    with pytest.raises(ValueError, match="itself"):
        desk.change_group(console, alarm.group_id, sisters=frozenset({alarm.group_id}))
    with pytest.raises(ExpectedError):
        desk.settings(console, 404)


def test_a_municipality_is_chosen_kept_and_undone_with_the_rest(console, make_group):
    alarm, talk = make_group("Alarm"), make_group("Praat")
    assert desk.settings(console, alarm.group_id).municipality == "netherlands"
    desk.change_group(console, alarm.group_id, municipality="rotterdam", sisters=[talk.group_id], name="Alarm Zuid")
    changed = desk.settings(console, alarm.group_id)
    assert (changed.municipality, changed.sisters) == ("rotterdam", {talk.group_id})
    triage.undo(console)
    before = desk.settings(console, alarm.group_id)
    assert (before.municipality, before.sisters, before.rules.profile) == ("netherlands", frozenset(), "broad")
    assert desk.change_group(console, alarm.group_id, municipality="netherlands").decision is None
    with pytest.raises(ExpectedError) as refused:
        desk.change_group(console, alarm.group_id, municipality="atlantis")
    assert refused.value.key == "municipality_gone"


def test_an_officer_is_kept_for_several_groups_changed_and_undone(console, make_group):
    alarm, talk = make_group("Alarm"), make_group("Praat")
    for chat in (alarm, talk):
        desk.change_group(console, chat.group_id, officer=Officer(" Jan de Wit ", "06 12345678"))
    jan = Officer("Jan de Wit", "+31612345678")
    assert desk.settings(console, alarm.group_id).officer == desk.settings(console, talk.group_id).officer == jan
    assert desk.change_group(console, alarm.group_id, officer=jan).decision is None
    desk.change_group(console, alarm.group_id, officer=Officer("Mo"))
    assert (desk.settings(console, alarm.group_id).officer, desk.settings(console, talk.group_id).officer) == (
        Officer("Mo"),
        jan,
    )
    assert "wijkagent: Mo" in logbook(console)[0].text
    desk.change_group(console, alarm.group_id, officer=Officer(""))
    assert desk.settings(console, alarm.group_id).officer is None
    triage.undo(console)
    triage.undo(console)
    assert desk.settings(console, alarm.group_id).officer == jan
    with pytest.raises(ExpectedError) as refused:
        desk.change_group(console, alarm.group_id, officer=Officer("Mo", "112112112112112"))
    assert refused.value.key == "phone_unknown"
