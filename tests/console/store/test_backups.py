"""Which backups stay: the last of seven days and of three weeks, 30 days at most; a wrong clock takes nothing extra."""

import os
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from console.domain.vault import Backup, Place
from console.errors import ExpectedError
from console.store import backup, backups, crypt
from console.store.session import Store

NOW = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)  # a Sunday
DAY = timedelta(days=1)


def made(moments: Iterable[datetime]) -> list[Backup]:
    return [Backup(Path(f"{at:%Y%m%d%H%M%S}.db"), at, "12345678", 1) for at in moments]


def left(moments: Iterable[datetime], now: datetime = NOW) -> set[datetime]:
    known = made(moments)
    return {each.made_at for each in known} - {each.made_at for each in backups.superfluous(known, now)}


def day_by_day(first: datetime, days: int) -> tuple[list[datetime], int]:
    """What is left after so many days on each of which a backup was made and the others were thinned, and the most."""
    kept: set[datetime] = set()
    most = 0
    for number in range(days):
        now = first + number * DAY
        kept = left([*kept, now], now)
        most = max(most, len(kept))
    return sorted(kept, reverse=True), most


def test_day_by_day_seven_days_and_three_weeks_stay() -> None:
    for first in (NOW + n * DAY for n in range(7)):  # wherever a week begins
        kept, most = day_by_day(first, 60)
        assert most == 10
        ages = [(kept[0] - at).days for at in kept]
        assert ages[:7] == [*range(7)]
        assert len(ages) == 10
        assert 20 < ages[-1] <= 30
        assert all(older - younger <= 7 for younger, older in pairwise(ages))


def test_several_of_one_day_stay_for_a_while() -> None:
    """The one before an erasure must not go because of the next."""
    hours = [NOW - timedelta(hours=number) for number in range(6)]
    assert left(hours) == set(hours[:3])
    tomorrow = [NOW + DAY, NOW + DAY + timedelta(hours=1), NOW + DAY + timedelta(hours=2)]
    assert left([*hours[:3], *tomorrow], tomorrow[-1]) == {hours[0], *tomorrow}


def test_none_gets_older_than_thirty_days_but_for_the_last() -> None:
    moments = [NOW - 8 * DAY, NOW - 15 * DAY, NOW - 22 * DAY, NOW - 31 * DAY]
    assert left([NOW, *moments]) == {NOW, *moments[:3]}
    assert left([NOW - 40 * DAY, NOW - 41 * DAY]) == {NOW - 40 * DAY, NOW - 41 * DAY}  # nobody was there: wait a week
    assert left([NOW - 7 * DAY, NOW - 40 * DAY, NOW - 41 * DAY]) == {NOW - 7 * DAY}
    assert left([NOW - 400 * DAY]) == {NOW - 400 * DAY}


def test_a_clock_that_is_ahead_for_a_day_takes_nothing_extra() -> None:
    kept, _ = day_by_day(NOW - 40 * DAY, 40)
    ahead = NOW + 365 * DAY
    with_it = left([*kept, ahead], ahead)
    assert len(set(kept) - with_it) <= 1  # as on any day, one makes room for that of today
    assert len({*kept, NOW} - left([*with_it, NOW], NOW)) <= 2
    again = [NOW + n * DAY for n in range(8)]
    assert ahead not in left([*with_it, *again], again[-1])  # and what it made does not stand in the way for ever


def test_a_clock_that_is_behind_takes_nothing_extra() -> None:
    kept, _ = day_by_day(NOW - 40 * DAY, 40)
    for behind in (NOW - 365 * DAY, NOW - timedelta(hours=1)):
        assert len(set(kept) - left([*kept, behind], behind)) <= 1
    ordered = backups.in_order(made([*kept, NOW + 365 * DAY]), NOW)
    assert ordered[0].made_at == kept[0]  # never offered as the last: it is of another time
    assert ordered[-1].made_at == NOW + 365 * DAY


def test_the_next_name_is_later_than_the_last(tmp_path: Path, store_key: str) -> None:
    path, folder = tmp_path / "store.db", tmp_path / "backups"
    folder.mkdir()
    for behind in (timedelta(), timedelta(), timedelta(hours=1)):
        backups.next_name(path, folder, store_key, NOW - behind).touch()
    found = sorted(backups.of_store(path, folder), key=lambda backup: backup.made_at)
    assert [each.made_at - NOW for each in found] == [timedelta(microseconds=n) for n in range(3)]
    assert {each.key_id for each in found} == {crypt.key_id(store_key)}
    far = NOW - 365 * DAY
    assert backups.next_name(path, folder, store_key, far).name.startswith(f"store-{far:%Y%m%d}")  # a clock mended
    behind = NOW + timedelta(microseconds=2) - DAY
    backups.next_name(path, folder, store_key, behind).touch()
    names = backups.in_order(backups.of_store(path, folder), behind)
    assert len(names) == 4
    assert names[-1].made_at <= behind + DAY  # none counts as of the future, for that would be the first to go


def test_only_backups_of_this_store_go(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.b+c.db", tmp_path / "backups"
    folder.mkdir()
    old = "20250101T000000000000Z"
    ours = [f"a.b+c-202611{day:02d}T120000000000Z-12345678.db" for day in (1, 20, 21, 22)]
    stale = f".a.b+c-{old}-12345678.db.0123abcd.part"
    others = [
        *(f"aXb+c-{old}-12345678.db", f"other-{old}-12345678.db", f"a.b+c-{old}-12345678.txt", f"a.b+c-{old}.db"),
        *(f"a.b+c-{old}-12345678.recovery", f"x-a.b+c-{old}-12345678.db", "a.b+c-20250231T000000000000Z-12345678.db"),
        *(f".a.b+c-{old}-12345678.db.0123abcf.part", "brief.doc"),
    ]
    for name in [*ours, stale, *others, f"a.b+c-{old}-12345678.db"]:
        (folder / name).write_bytes(b"x")
    os.utime(folder / stale, (0, 0))  # somebody may still be making the other
    backups.thin(path, folder, NOW)
    assert {file.name for file in folder.iterdir()} == {*ours, *others}
    assert backups.of_store(path, tmp_path / "nowhere") == ()
    kept = [f"a.b+c-before-{moment}.db" for moment in (old, "20261121T120000000000Z")]
    for name in [*kept, f"a.b+c-damaged-{old}.db", f"other-before-{old}.db"]:
        (tmp_path / name).write_bytes(b"x")
    half = [tmp_path / name for name in (".a.b+c.db.0123abcd.part", ".a.b+c.db.0123abcd.part-wal")]
    for each in (*half, tmp_path / ".a.b+c.db.0123abce.part"):
        each.write_bytes(b"x")
    for each in half:
        os.utime(each, (0, 0))
    assert {gone.name for gone in backups.thin_aside(path, NOW)} == {kept[0], *(each.name for each in half)}


def test_a_stamp_changes_with_every_change_and_goes_along(store: Store, tmp_path: Path) -> None:
    first = store.stamp()
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM settings WHERE key = 'nothing'")
    assert store.stamp() == first
    with store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO settings VALUES ('a', '1')")
    second = store.stamp()
    copy = backup.make_backup(store, tmp_path / "copies")
    assert backup.stamp_of(copy, store.key) == second != first
    with pytest.raises(IntegrityError), store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO settings VALUES ('b', '1'), ('a', '2')")
    assert store.stamp() == second
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE settings SET value = '2'")
    assert store.stamp() not in (first, second)


def test_a_quick_backup_is_looked_through_too(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO settings VALUES ('a', '1')")
    copy = backup.make_backup(store, tmp_path / "copies", is_quick=True)
    assert backup.check_file(copy, store.key) == backup.check(store)
    really = backup.copy_into

    def spoiled(part: Path, *values):
        rows = really(part, *values)
        content = bytearray(part.read_bytes())
        content[len(content) * 9 // 10] ^= 1
        part.write_bytes(content)
        return rows

    monkeypatch.setattr(backup, "copy_into", spoiled)
    for is_quick in (True, False):
        with pytest.raises(ExpectedError) as caught:
            backup.make_backup(store, tmp_path / "copies", is_quick=is_quick)
        assert caught.value.key == "backup_not_good"
    assert list((tmp_path / "copies").iterdir()) == [copy]


def test_reading_a_backup_leaves_no_trace(store: Store, tmp_path: Path) -> None:
    copy = backup.make_backup(store, tmp_path / "copies")
    before = copy.read_bytes(), copy.stat().st_mtime_ns
    for mode in (0o500, 0o700):
        copy.parent.chmod(mode)
        assert backup.is_whole(copy, store.key)
        assert [file.name for file in copy.parent.iterdir()] == [copy.name]
    assert (copy.read_bytes(), copy.stat().st_mtime_ns) == before


def test_a_copy_in_another_place_is_whole_or_not_there(store: Store, tmp_path: Path, small_disk) -> None:
    copy, stick = backup.make_backup(store, tmp_path / "copies"), tmp_path / "stick"
    with pytest.raises(ExpectedError) as caught:
        backup.copy_to(copy, stick, store.key)
    assert caught.value.key == "store_no_folder"
    assert not stick.exists()  # on this disk nobody wants it
    stick.mkdir()
    there = backup.copy_to(copy, stick, store.key)
    assert there.read_bytes() == copy.read_bytes()
    assert backups.of_store(store.path, stick, Place.SECOND)[0].place is Place.SECOND
    there.write_bytes(there.read_bytes()[:5000])
    backup.copy_to(copy, stick, store.key)
    assert there.read_bytes() == copy.read_bytes()
    full = small_disk(64)
    with pytest.raises(ExpectedError) as caught:
        backup.copy_to(copy, full, store.key)
    assert caught.value.key == "store_disk_full"
    assert list(full.iterdir()) == []
    shutil.rmtree(stick)
