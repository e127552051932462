"""What may be decided together, and what undo makes of it."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from console.desk import triage
from console.desk.clusters import clusters
from console.desk.joining import requests
from console.domain.cluster import ClusterKind
from console.domain.decision import Act, ItemId, ItemState, Verb
from console.domain.join_request import Applicant, RequestSource
from console.errors import ExpectedError
from console.store.tables import decisions, groups, items, members, messages, people

from .conftest import ALL_RIGHT, NOW

CHAIN = "Doorsturen! Witte bus rijdt rond, bel 06-12345678."


def of_kind(console, item, kind):
    """The cluster of one kind, None when there is none."""
    return next((cluster for cluster in clusters(console, item) if cluster.kind is kind), None)


def test_the_same_text_in_any_spelling_and_group(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    sample = kade.flag(CHAIN, author="Bram")
    shouted = dijk.flag(CHAIN.upper().replace(" ", "  "), author="Cor")
    kade.flag("Doorsturen! Witte bus rijdt rond, bel 06-87654321.", author="Dirk")
    cluster = of_kind(console, sample, ClusterKind.TEXT)
    assert cluster.items == (sample, shouted)
    assert cluster.sample.id == sample
    assert [(one.group, one.author) for one in cluster.differences] == [("Dijk", "Cor")]
    assert cluster.seen[shouted].text == CHAIN.upper().replace(" ", "  ")


def test_texts_without_letters_are_alike_only_when_they_are_equal(console, chat):
    sample, same, other = chat.flag("!!!"), chat.flag("!!!"), chat.flag("👍")
    assert of_kind(console, sample, ClusterKind.TEXT).items == (sample, same)
    assert of_kind(console, other, ClusterKind.TEXT) is None


def test_the_same_sender_also_under_another_name(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    sample, here = kade.flag("een", author="Bram"), kade.flag("twee", author="Bram")
    there = dijk.flag("drie", author="Bram de Wit")
    kade.flag("vier", author="Cor")
    with console.store.writing() as connection:
        bram = select(members.c.person_id).where(members.c.name == "Bram").scalar_subquery()
        connection.execute(update(people).where(people.c.name == "Bram de Wit").values(merged_into_id=bram))
    cluster = of_kind(console, sample, ClusterKind.SENDER)
    assert set(cluster.items) == {sample, here, there}
    assert cluster.items[0] == sample


def test_only_what_waits_is_told(console, make_group, clock):
    kade, closed = make_group("Kade"), make_group("Dicht")
    sample, decided, put_off = (kade.flag(CHAIN) for _ in range(3))
    closed.flag(CHAIN, author="Bram")
    with console.store.writing() as connection:
        connection.execute(update(groups).where(groups.c.id == closed.group_id).values(archived_at=NOW))
    triage.decide(console, decided, ALL_RIGHT)
    triage.decide_later(console, put_off, NOW + timedelta(days=1))
    assert clusters(console, sample) == ()
    assert clusters(console, decided) == ()
    clock.forward(days=1)
    assert of_kind(console, sample, ClusterKind.TEXT).items == (sample, put_off)


def test_a_message_without_author_has_no_sender(console, chat):
    sample = chat.flag("een", author=None)
    chat.flag("twee", author=None)
    assert clusters(console, sample) == ()


def test_an_item_that_is_gone_says_so(console):
    with pytest.raises(ExpectedError) as refused:
        clusters(console, ItemId(404))
    assert refused.value.key == "item_gone"


def test_a_wave_of_joiners_is_one_hour_around_the_sample(console, make_group):
    kade, dijk = make_group("Kade"), make_group("Dijk")

    def ask(group_id, minutes):
        at, name = NOW + timedelta(minutes=minutes), f"Buur{'x' * (minutes + 61)}"
        with console.store.writing() as connection:
            requests.put(connection, console, group_id, [(Applicant(name), at, RequestSource.FORM, None)])
        return next(item.id for item in triage.week(console) if item.author == name)

    early, sample, late = (ask(kade.group_id, minutes) for minutes in (-60, 0, 60))
    ask(kade.group_id, 61)
    ask(dijk.group_id, 1)
    (cluster,) = clusters(console, sample)
    assert (cluster.kind, cluster.items) == (ClusterKind.JOINERS, (sample, early, late))
    decided = triage.decide_all(console, cluster.items, Act(Verb.WITHDRAW), seen=cluster.seen)
    assert len(triage.week(console)) == 2
    assert triage.undo(console).count == 3
    assert decided.changes.items


# --- deciding together -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", [Verb.FINE, Verb.HANDLED, Verb.DELETE])
def test_one_undo_takes_all_of_it_back_also_after_a_restart(console, chat, restarted, verb):
    together = [chat.flag(CHAIN, author=f"Lid {n}") for n in range(5)]
    alone = chat.flag("iets anders")
    triage.decide(console, alone, ALL_RIGHT)
    decided = triage.decide_all(console, together, Act(verb))
    assert triage.week(console) == ()
    assert len(decided.todos) == (5 if verb is Verb.DELETE else 0)
    reopened = restarted()
    undone = triage.undo(reopened)
    assert (undone.count, undone.item, undone.verb) == (5, together[0], verb)
    assert [item.id for item in triage.week(reopened)] == together
    assert triage.redo(reopened).count == 5
    assert triage.week(reopened) == ()
    assert triage.undo(reopened).count == 5
    assert triage.undo(reopened).item == alone


def test_putting_off_together(console, chat, clock):
    together = [chat.flag(CHAIN), chat.flag(CHAIN)]
    triage.decide_later_all(console, together, NOW + timedelta(days=1))
    assert triage.week(console) == ()
    assert triage.undo(console).count == 2
    triage.decide_later_all(console, together, NOW + timedelta(days=1))
    clock.forward(days=1)
    assert [item.id for item in triage.week(console)] == together


def test_together_is_all_or_nothing(console, chat):
    together = [chat.flag(CHAIN), chat.flag(CHAIN)]
    seen = of_kind(console, together[0], ClusterKind.TEXT).seen
    with console.store.writing() as connection:
        second = select(items.c.subject_id).where(items.c.id == together[1]).scalar_subquery()
        connection.execute(update(messages).where(messages.c.id == second).values(text="iets heel anders"))
    with pytest.raises(ExpectedError) as refused:
        triage.decide_all(console, together, ALL_RIGHT, seen=seen)
    assert refused.value.key == "changed_meanwhile"
    assert len(triage.week(console)) == 2
    with console.store.reading() as connection:
        assert connection.execute(select(decisions)).all() == []


def test_an_answer_is_for_one_person(console, chat):
    with pytest.raises(ValueError, match="private"):
        triage.decide_all(console, [chat.flag(), chat.flag()], Act(Verb.PRIVATE, "Hallo"))


def test_what_is_decided_together_is_known_of_each(console, chat):
    together = [chat.flag(CHAIN, author="Bram"), chat.flag(CHAIN, author="Cor")]
    triage.decide_all(console, together, ALL_RIGHT)
    later = chat.flag("later", author="Cor")
    assert [past.verb for past in triage.detail(console, later).member.decisions] == [Verb.FINE]
    with console.store.reading() as connection:
        states = connection.scalars(select(items.c.state).where(items.c.id.in_(together))).all()
    assert states == [ItemState.DONE.value] * 2
