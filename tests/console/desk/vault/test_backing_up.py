"""A backup a day when something changed, one before what cannot be undone, and a stick that may be away."""

import dataclasses
import os
from datetime import timedelta
from pathlib import Path

import pytest

from console.desk.console import Console
from console.desk.vault import backing_up, changing
from console.domain.vault import Place, Why
from console.errors import ExpectedError
from console.store import backup, backups, crypt, recovery, recovery_code, rekey

from ..conftest import Chat, Clock


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def there(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.suffix == ".db")


def test_it_is_due_once_a_day_and_only_when_something_changed(console: Console, chat: Chat, clock: Clock) -> None:
    assert backing_up.state(console).last is None
    assert backing_up.is_due(console)
    made = backing_up.back_up(console).backup
    assert (made.made_at, made.place, made.bytes) == (clock(), Place.OWN, made.path.stat().st_size)
    assert backup.check_file(made.path, console.store.key).ok
    assert not backing_up.is_due(console)
    clock.forward(days=3)
    assert not backing_up.is_due(console)
    assert backing_up.state(console).next_due is None
    assert backing_up.run_daily(console) is None
    chat.say()
    assert backing_up.is_due(console)
    assert backing_up.run_daily(console)
    chat.say()
    clock.forward(hours=19)
    assert not backing_up.is_due(console)
    state = backing_up.state(console)
    assert state.next_due == clock() + timedelta(hours=1)
    clock.forward(hours=1)
    assert backing_up.is_due(console)
    assert [each.path for each in backing_up.backups(console)] == [state.last.path, made.path]  # the newest first
    assert backing_up.backups(console.store.path, now=clock()) == backing_up.backups(console)


def test_a_clock_that_was_ahead_does_not_end_the_backups(console: Console, chat: Chat, clock: Clock) -> None:
    clock.forward(days=365)
    backing_up.back_up(console)
    clock.forward(days=-365)
    assert backing_up.is_due(console)
    made = backing_up.back_up(console).backup
    assert backing_up.state(console).last == made
    assert len(backing_up.backups(console)) == 2


def test_a_damaged_or_lost_backup_makes_another_due(console: Console, chat: Chat, clock: Clock) -> None:
    made = backing_up.back_up(console).backup
    clock.forward(days=1)
    made.path.write_bytes(made.path.read_bytes()[:100])
    assert backing_up.is_due(console)
    made.path.unlink()
    assert backing_up.is_due(console)


def test_a_backup_that_went_bad_is_made_again_though_nothing_changed(
    console: Console, chat: Chat, clock: Clock
) -> None:
    made = backing_up.back_up(console).backup
    assert backing_up.run_daily(console) is None
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2] ^= 1
    made.path.write_bytes(content)
    again = backing_up.run_daily(console)
    assert again is not None
    assert backup.is_whole(again.backup.path, console.store.key)
    assert backing_up.run_daily(console) is None


def test_before_what_cannot_be_undone_there_is_one_of_how_it_is_now(console: Console, chat: Chat, clock: Clock) -> None:
    first = backing_up.before(console, Why.ERASURE)
    assert backing_up.before(console, Why.ERASURE) == first  # nothing changed since
    chat.say()
    second = backing_up.before(console, Why.ERASURE)
    assert second not in (first, None)
    second.path.write_bytes(second.path.read_bytes()[:20_000])
    third = backing_up.before(console, Why.RESTORE)
    assert third not in (first, second)
    assert third.made_at > second.made_at  # within the same second
    assert len(backing_up.backups(console)) == 3


def test_the_demo_has_nothing_to_lose(console: Console) -> None:
    demo = dataclasses.replace(console, is_demo=True)
    assert not backing_up.is_due(demo)
    assert backing_up.run_daily(demo) is None
    assert backing_up.before(demo, Why.ERASURE) is None
    assert backing_up.state(demo, Path("/nowhere")).trouble is None
    assert not backups.folder_of(console.store.path).exists()


def test_a_store_that_is_damaged_gives_no_backup_and_takes_none_away(console: Console, chat: Chat) -> None:
    made = backing_up.back_up(console).backup
    chat.say("x" * 20_000)
    console.store.empty_log()
    console.store.close()
    damaged = bytearray(console.store.path.read_bytes())
    damaged[len(damaged) * 9 // 10] ^= 1
    console.store.path.write_bytes(damaged)
    with pytest.raises(ExpectedError) as caught:
        backing_up.back_up(console)
    assert caught.value.key == "store_damaged"
    assert there(made.path.parent) == [made.path.name]


def test_older_ones_are_thinned_in_both_places(console: Console, chat: Chat, clock: Clock, stick: Path) -> None:
    for _ in range(12):
        chat.say()
        done = backing_up.run_daily(console, stick)
        assert done is not None
        assert done.trouble is None
        clock.forward(days=1)
    own = there(backups.folder_of(console.store.path))
    assert 8 <= len(own) <= 9  # seven days, and the last of one or two weeks
    assert there(stick) == own


def test_the_second_place_gets_what_is_needed_on_another_computer(
    console: Console, chat: Chat, clock: Clock, stick: Path
) -> None:
    code = recovery_code.new_code()
    recovery.wrap(console.store.path, code, (console.store.key,))
    done = backing_up.back_up(console, stick)
    assert done.copy is not None
    assert done.copy.place is Place.SECOND
    assert done.copy.path.read_bytes() == done.backup.path.read_bytes()
    assert recovery.unwrap(done.copy.path, code) == (console.store.key,)
    assert [each.place for each in backing_up.backups(console, stick)].count(Place.SECOND) == 1
    if os.name == "posix":
        assert done.copy.path.stat().st_mode & 0o077 == 0


def test_a_sheet_that_counts_no_more_opens_nothing_on_the_stick_either(
    console: Console, chat: Chat, stick: Path
) -> None:
    store, old = console.store, recovery_code.new_code()
    recovery.wrap(store.path, old, (store.key,))
    foreign = stick / f"{store.path.stem}-0a0a0a0a-123456.recovery"
    foreign.write_text("of another computer")
    assert backing_up.back_up(console, stick).copy is not None
    sheet = changing.make_sheet(store, ())
    done = backing_up.back_up(console, stick)
    assert done.copy is not None
    assert recovery.unwrap(done.copy.path, old)  # it counts until the new one does
    typed = recovery_code.groups(sheet.code)
    assert changing.confirm_sheet(store, sheet, (typed[sheet.asked[0] - 1], typed[sheet.asked[1] - 1]))
    assert backing_up.back_up(console, stick).copy is not None
    with pytest.raises(ExpectedError) as told:
        recovery.unwrap(done.copy.path, old)
    assert told.value.key == "recovery_other_sheet"
    assert recovery.unwrap(done.copy.path, sheet.code)
    assert foreign.exists()
    rekey.rekey(store, crypt.new_key(), backups.folder_of(store.path))
    newer = recovery.wrap(store.path, recovery_code.new_code(), (store.key,))
    recovery.keep_only(store.path, newer, {crypt.key_id(key) for key in (store.key, *store.older_keys)})
    backing_up.back_up(console, stick)
    assert recovery.unwrap(done.copy.path, sheet.code)  # a backup of the older key stands there still
    done.copy.path.unlink()
    for each in stick.glob(f"*-{done.backup.key_id}.db"):
        each.unlink()
    backing_up.back_up(console, stick)
    with pytest.raises(ExpectedError):
        recovery.unwrap(done.copy.path, sheet.code)


def test_a_stick_that_is_away_hinders_nothing_and_gets_the_last_one_later(
    console: Console, chat: Chat, clock: Clock, stick: Path
) -> None:
    assert "nog geen reservekopie" in backing_up.state(console, stick).trouble
    backing_up.back_up(console, stick)
    away = stick.rename(stick.with_name("away"))
    chat.say()
    clock.forward(days=1)
    done = backing_up.run_daily(console, stick)
    assert done.copy is None
    assert str(stick) in done.trouble
    assert not stick.exists()  # nobody wants it on this disk
    clock.forward(days=5)
    assert backing_up.state(console, stick).trouble is None  # he takes it home
    clock.forward(days=1)
    assert "15-11-2026" in backing_up.state(console, stick).trouble
    away.rename(stick)
    later = backing_up.run_daily(console, stick)
    assert later.backup == done.backup
    assert later.copy is not None
    assert backing_up.run_daily(console, stick) is None
    assert backing_up.state(console, stick).trouble is None


def test_after_another_key_the_stick_goes_on(console: Console, chat: Chat, clock: Clock, stick: Path) -> None:
    for _ in range(2):
        assert backing_up.back_up(console, stick).copy
        rekey.rekey(console.store, crypt.new_key(), backups.folder_of(console.store.path))
        clock.forward(days=1)
    assert backing_up.second_place(console, stick).refused is None


def test_a_full_stick_is_a_sentence(console: Console, chat: Chat, monkeypatch: pytest.MonkeyPatch, stick: Path) -> None:
    def full(*_values: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.shutil, "copyfile", full)
    done = backing_up.back_up(console, stick)
    assert "vol" in done.trouble
    assert there(stick) == []
    assert backing_up.state(console).last == done.backup


def test_what_is_said_of_a_second_place(console: Console, stick: Path, tmp_path: Path) -> None:
    backing_up.back_up(console)
    for folder in (tmp_path / "nowhere", tmp_path, tmp_path / "backups"):
        assert backing_up.second_place(console, folder).refused
    other = stick / f"{console.store.path.stem}-20250101T120000000000Z-deadbeef.db"
    other.write_bytes(b"of another computer, whose store has the same name")
    assert "andere computer" in backing_up.second_place(console, stick).refused
    assert backing_up.back_up(console, stick).copy is None
    assert there(stick) == [other.name]
    other.unlink()
    said = backing_up.second_place(console, stick)
    assert said.refused is None
    assert "dezelfde schijf" in said.warning
    shared = Path("/dev/shm")  # another disk, where Linux has it
    if shared.is_dir() and shared.stat().st_dev != tmp_path.stat().st_dev:
        assert backing_up.second_place(console, shared).warning is None
