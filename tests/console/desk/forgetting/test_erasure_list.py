"""A copy from before the erasing loses the same again when it is put back, also when the store itself is gone."""

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from console.desk.forgetting import erasure_list, proof, retention, terms
from console.desk.intake import import_file
from console.desk.one_person import finding, forgetting
from console.domain.retention import ErasureKind, Kept
from console.errors import ExpectedError
from console.store import crypt
from console.store.backup import make_backup
from console.store.session import Store
from console.store.tables import erasures, groups, messages
from tests.console.desk.conftest import NOW

DAY = timedelta(days=1)
NAME = "Willemijn Terpstra"


@pytest.fixture
def backup(console, chat, clock, tmp_path):
    """A backup that holds what goes afterwards: a text at the term of its group, and a person who asks for it."""
    chat.say("Zevenblad", author="Bram", at=NOW - 40 * DAY, needs_placing=False)
    chat.say("Gisteren gezegd", author="Bram", at=NOW - DAY, needs_placing=False)
    chat.say(f"Hoi, met {NAME}", author=NAME, at=NOW - DAY, needs_placing=False)
    return make_backup(console.store, tmp_path / "elsewhere", clock())


def put_back(console, backup, tmp_path, lists, keys=()):
    """Replay the list on a copy of the backup, as restoring does; return what it did, and a console over the copy."""
    path = tmp_path / "copy.db"
    shutil.copy(backup, path)
    copy = replace(console, store=Store.open(path, console.store.key))
    return erasure_list.replay(copy.store, lists, console.now(), keys=keys), copy


def texts_of(console):
    with console.store.reading() as connection:
        return connection.scalars(select(messages.c.text).order_by(messages.c.position)).all()


def test_what_went_by_time_and_who_was_forgotten_are_gone_again_from_an_older_copy(
    console, chat, clock, backup, tmp_path
):
    terms.set_terms(console, chat.group_id, messages=30)
    retention.run(console)
    (person,) = finding.find(console, NAME)
    forgetting.erase(console, person)
    path = erasure_list.list_path(console.store.path)
    assert path.exists()
    assert erasure_list.list_path(console.store.path, console.store.path.parent / "backups").exists()
    assert erasure_list.write(console.store) == ()  # nothing new
    assert proof.count(console, [NAME, "Zevenblad"]) == {NAME: 0, "Zevenblad": 0}
    with pytest.raises(ExpectedError):  # it is encrypted, under the key of the store alone
        erasure_list._read(path, (crypt.new_key(),))

    clock.forward(days=1)
    replayed, copy = put_back(console, backup, tmp_path, path)

    with closing(copy.store):
        assert replayed.due.count(Kept.TEXT) == 1
        assert texts_of(copy)[:2] == ["", "Gisteren gezegd"]
        assert proof.count(copy, [NAME, "Zevenblad"]) == {NAME: 0, "Zevenblad": 0}
        with copy.store.reading() as connection:
            assert connection.scalar(select(groups.c.keeping)) is None  # the wish itself is as it was then
            kinds = connection.scalars(select(erasures.c.kind)).all()
        assert sorted(kinds) == ["group_texts", "person"]
        assert not erasure_list.replay(copy.store, path, console.now()).due  # a second time finds nothing more


def test_nothing_more_goes_than_went_and_a_group_of_the_same_number_is_not_touched(
    console, chat, clock, backup, tmp_path
):
    clock.forward(days=51)
    retention.run(console)  # of the first message only
    clock.forward(days=100)  # nobody erased anything since
    path = erasure_list.list_path(console.store.path)
    _, copy = put_back(console, backup, tmp_path, path)
    with closing(copy.store):
        assert texts_of(copy)[:2] == ["", "Gisteren gezegd"]
    shutil.copy(backup, tmp_path / "other.db")
    with closing(Store.open(tmp_path / "other.db", console.store.key)) as other:
        with other.writing() as connection:
            connection.execute(update(groups).values(created_at=NOW + DAY))
        assert not erasure_list.replay(other, path, console.now()).due
        assert texts_of(replace(console, store=other))[0] == "Zevenblad"


def test_what_went_because_the_clock_was_ahead_comes_back(console, chat, clock, backup, tmp_path):
    clock.forward(days=365)
    retention.run(console)
    assert set(texts_of(console)) == {""}
    clock.forward(days=-314)
    _, copy = put_back(console, backup, tmp_path, erasure_list.list_path(console.store.path))
    with closing(copy.store):
        assert texts_of(copy)[:2] == ["", "Gisteren gezegd"]


def test_what_was_taken_in_after_the_erasing_is_no_part_of_it(console, chat, clock, backup, tmp_path):
    clock.forward(days=51)
    retention.run(console)
    path = erasure_list.list_path(console.store.path)
    export = tmp_path / "chat.txt"
    export.write_text("01-03-2026 10:00 - Bram: Lindebloesem\n", encoding="utf-8")
    clock.forward(days=1)
    import_file(console, export, "Kade")
    later = make_backup(console.store, tmp_path / "elsewhere", clock())
    _, copy = put_back(console, later, tmp_path, path)
    with closing(copy.store):
        assert "Lindebloesem" in texts_of(copy)


def test_a_list_of_an_older_key_opens_with_that_key_and_one_that_nobody_opens_is_told(
    console, chat, clock, backup, tmp_path
):
    clock.forward(days=51)
    retention.run(console)
    path = erasure_list.list_path(console.store.path)
    old_key = console.store.key
    other = tmp_path / "other.erasures"
    shutil.copy(path, other)
    with closing(Store.open(tmp_path / "new.db", crypt.new_key(), create=True)) as fresh:
        with pytest.raises(ExpectedError) as refused:
            erasure_list.replay(fresh, other, clock())
        assert refused.value.key == "erasures_unreadable"
        erasure_list.replay(fresh, [other, tmp_path / "none.erasures"], clock(), keys=[old_key])
        with fresh.reading() as connection:
            assert connection.scalar(select(erasures.c.kind)) == "group_texts"
        erasure_list.write(fresh)
        assert erasure_list.list_path(fresh.path).exists()
    other.write_bytes(other.read_bytes()[:2000])
    with pytest.raises(ExpectedError):
        erasure_list.replay(console.store, other, clock())


def test_a_list_that_was_not_written_before_the_program_ended_is_written_at_the_next_run(console, chat, clock):
    with console.store.writing() as connection:
        erasure_list.add(connection, ErasureKind.GROUP_TEXTS, {"group": None, "keeping": None}, clock())
    assert not erasure_list.list_path(console.store.path).exists()
    retention.run_daily(console)
    clock.forward(days=8)
    retention.run_daily(console)
    assert erasure_list.list_path(console.store.path).exists()


def test_a_store_in_which_nothing_was_erased_has_no_list(console, chat):
    chat.say("Hallo")
    assert erasure_list.write(console.store) == ()
    with console.store.writing() as connection:
        connection.execute(insert(erasures).values(kind="group_texts", marks={}, erased_at=NOW))
    stick = console.store.path.parent / "stick"
    stick.mkdir()
    assert len(erasure_list.write(console.store, stick, None, stick / "not there")) == 2
