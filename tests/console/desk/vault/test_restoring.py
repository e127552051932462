"""The restore drill: what comes back is what was there, row by row; and what was forgotten stays forgotten."""

import hashlib
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from console.desk import journal
from console.desk.console import Console
from console.desk.forgetting import retention
from console.desk.vault import backing_up, changing, opening, restoring
from console.domain.decision import Verb
from console.domain.vault import Backup
from console.errors import ExpectedError
from console.store import backup as store_backup
from console.store import crypt, recovery, rekey
from console.store import restore as store_restore
from console.store.session import Store
from console.store.tables import outbox, privacy_requests, settings

from ..conftest import Chat, Clock

NEW = "f" * 64


def hashes(path: Path, key: str) -> dict[str, str]:
    """A hash of all rows of each table, the search index too."""
    with closing(crypt.connect(path, key)) as connection:
        listed = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
        names = [row[0] for row in connection.execute(listed)]
        return {
            name: hashlib.sha256(
                repr(sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"')))).encode()
            ).hexdigest()
            for name in names
        }


def hashes_of(console: Console) -> dict[str, str]:
    return hashes(console.store.path, console.store.key)


def put_back(console: Console, backup: Backup, *keys: str, **values):
    console.store.close()
    return restoring.restore(console.store.path, backup, keys or (console.store.key,), now=console.now(), **values)


def look(console: Console, backup: Backup, *keys: str, **values):
    return restoring.preview(console.store.path, backup, keys or (console.store.key,), **values)


@pytest.fixture
def filled(console: Console, chat: Chat) -> Chat:
    """A group with everything that a day brings."""
    for name in ("Anja", "Bram", "Cor"):
        chat.say(f"Ik ben {name}", author=name)
    chat.flag()
    with console.store.writing() as connection:
        journal.decide(connection, console, Verb.FINE, [], group_id=chat.group_id)
    return chat


def test_drill_every_row_comes_back_as_it_was(console: Console, filled: Chat, clock: Clock) -> None:
    """E 18: and the one that was there is kept, and can be put back too."""
    then = hashes_of(console)
    backup = backing_up.back_up(console).backup
    clock.forward(hours=2)
    filled.say("van daarna")
    now = hashes_of(console)
    restored = put_back(console, backup)
    back = hashes_of(console)
    assert {name for name in then if then[name] != back[name]} <= {"settings"}  # when was looked what goes by time
    assert restored.kept is not None
    assert restored.backup is not None
    assert hashes(restored.kept, console.store.key) == now == hashes(restored.backup, console.store.key)
    assert restored.keys == (console.store.key,)
    assert console.store.key not in repr(restored)
    (newest,) = (each for each in backing_up.backups(console) if each.path == restored.backup)
    put_back(console, newest)
    back = hashes_of(console)
    assert {name for name in now if now[name] != back[name]} <= {"settings"}
    with Store.open(console.store.path, console.store.key) as store, store.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        found = "SELECT count(*) FROM messages_fts WHERE messages_fts MATCH 'daarna'"
        assert connection.exec_driver_sql(found).scalar() == 1


def test_the_preview_tells_what_would_be_lost(console: Console, filled: Chat, clock: Clock) -> None:
    backup = backing_up.back_up(console).backup
    before = hashes_of(console)
    seen = look(console, backup)
    assert seen.opens
    assert seen.is_good
    assert seen.now_rows == seen.then_rows
    assert seen.since == ("Deze reservekopie is gelijk aan uw gegevens van nu.",)
    filled.say("een", author="Dora")
    filled.say("twee", author="Dora")
    with console.store.writing() as connection:
        journal.decide(connection, console, Verb.FINE, [], group_id=filled.group_id)
        connection.execute(insert(privacy_requests).values(kind="access", asked_at=clock()))
    seen = look(console, backup, language="en")
    assert dict(seen.lost) == {"messages": 2, "decisions": 1, "members": 1, "privacy_requests": 1}
    assert seen.since[0] == "2 messages from after this backup will be gone."
    assert "own data" in seen.since[3]
    assert len(seen.since) == 4
    assert seen.now_rows["messages"] - seen.then_rows["messages"] == 2
    with console.store.writing() as connection:
        connection.execute(insert(settings).values(key="x", value=1))
    newer = backing_up.back_up(console).backup
    with console.store.writing() as connection:
        connection.execute(settings.update().values(value=2))
    assert "niets bijgekomen" in look(console, newer).since[0]
    assert hashes_of(console).keys() == before.keys()


def test_the_preview_of_what_cannot_be_read_says_so(console: Console, filled: Chat) -> None:
    backup = backing_up.back_up(console).backup
    assert look(console, backup, NEW) == restoring.RestorePreview(backup, opens=False)
    content = bytearray(backup.path.read_bytes())
    content[len(content) * 9 // 10] ^= 1
    good = backup.path.read_bytes()
    backup.path.write_bytes(content)
    assert not look(console, backup).is_good
    backup.path.write_bytes(good)
    console.store.close()
    path = console.store.path
    content = bytearray(path.read_bytes())
    content[1000] ^= 1
    path.write_bytes(content)
    seen = look(console, backup)
    assert seen.now_rows is None
    assert "15-11-2026" in seen.since[0]
    path.unlink()
    assert "raakt dus niets kwijt" in look(console, backup).since[0]


def test_what_waited_to_leave_waits_for_a_person_now(console: Console, filled: Chat, clock: Clock) -> None:
    row = {"group_id": filled.group_id, "carrier": "signalen", "action": "forward", "created_at": clock()}
    row |= {"not_before": clock(), "body": "Een lamp is stuk"}
    states = ("waiting", "sending", "done", "withdrawn", "failed", "unknown")
    with console.store.writing() as connection:
        connection.execute(insert(outbox), [row | {"idempotency_key": state, "state": state} for state in states])
    backup = backing_up.back_up(console).backup
    put_back(console, backup)
    with console.store.reading() as connection:
        found = connection.execute(select(outbox.c.idempotency_key, outbox.c.state)).all()
    after = ("unknown", "unknown", "done", "withdrawn", "unknown", "unknown")  # what failed was perhaps tried again
    assert dict(map(tuple, found)) == dict(zip(states, after, strict=True))


def test_what_is_of_the_person_and_not_of_the_data_stays(console: Console, filled: Chat) -> None:
    with console.store.writing() as connection:
        connection.execute(insert(settings), [{"key": "access_code", "value": "old"}, {"key": "locked", "value": True}])
        connection.execute(insert(settings).values(key="feedback_days", value=3))
    backup = backing_up.back_up(console).backup
    with console.store.writing() as connection:
        connection.execute(settings.delete().where(settings.c.key == "locked"))
        connection.execute(settings.update().where(settings.c.key != "x").values(value={"new": [1]}))
    put_back(console, backup)
    with console.store.reading() as connection:
        kept = dict(map(tuple, connection.execute(select(settings.c.key, settings.c.value)).all()))
    assert kept["access_code"] == {"new": [1]}
    assert kept["feedback_days"] == 3
    assert "locked" not in kept


def test_a_backup_under_an_older_key_comes_back_under_the_one_in_use(console: Console, filled: Chat) -> None:
    old = console.store.key
    backup = backing_up.back_up(console).backup
    rekey.rekey(console.store, NEW, backup.path.parent)
    assert look(console, backup, NEW, old).opens
    with pytest.raises(ExpectedError) as caught:
        put_back(console, backup, NEW)
    assert caught.value.key == "restore_no_key"
    restored = put_back(console, backup, NEW, old)
    assert restored.keys == (NEW, old)
    assert rekey.which_opens(console.store.path, (old, NEW)) == NEW
    assert restored.needs_sheet


def test_on_another_computer_the_code_is_enough(console: Console, filled: Chat, tmp_path: Path, clock: Clock) -> None:
    stick, path = tmp_path / "stick", tmp_path / "new" / "beheer.db"
    stick.mkdir()
    sheet = changing.make_sheet(console.store, ())
    copy = backing_up.back_up(console, stick).copy
    then = hashes_of(console)
    (backup,) = (restoring.of_file(file) for file in stick.glob("*.db"))
    assert backup.path == copy.path
    keys = restoring.keys_by_code(backup, sheet.code.lower())
    restored = restoring.restore(path, backup, keys, now=clock())
    assert restored.kept is None
    assert not restored.needs_sheet
    assert recovery.unwrap(path, sheet.code) == (console.store.key,)
    back = hashes(path, console.store.key)
    assert {name for name in then if then[name] != back[name]} <= {"settings"}
    with pytest.raises(ExpectedError) as caught:
        restoring.keys_by_code(backup, "0" * 36)
    assert caught.value.key.startswith("recovery_")


def test_on_another_computer_that_was_started_already_the_paper_goes_on_to_open_it(
    console: Console, filled: Chat, tmp_path: Path, clock: Clock
) -> None:
    stick, path = tmp_path / "stick", tmp_path / "new" / "beheer.db"
    stick.mkdir()
    sheet = changing.make_sheet(console.store, ())
    backing_up.back_up(console, stick)
    (backup,) = (restoring.of_file(file) for file in stick.glob("*.db"))
    fresh = crypt.new_key()
    with Store.open(path, fresh, create=True) as first:
        changing.make_sheet(first, ())
        changing.put_off_sheet(first)
    keys = (fresh, *restoring.keys_by_code(backup, sheet.code))
    restored = restoring.restore(path, backup, keys, now=clock(), may_change_key=True)
    assert restored.keys[0] == console.store.key
    assert not restored.needs_sheet
    assert opening.open_with_code(path, sheet.code).keys[0] == console.store.key
    with Store.open(path, console.store.key) as back:
        assert not changing.sheet_state(back).is_put_off


def test_a_store_with_groups_keeps_its_key_whatever_opens_the_backup(
    console: Console, filled: Chat, tmp_path: Path, clock: Clock
) -> None:
    backup = backing_up.back_up(console).backup
    old, new = console.store.key, crypt.new_key()
    rekey.rekey(console.store, new, tmp_path / "elsewhere")
    console.store.close()
    restored = restoring.restore(console.store.path, backup, (new, old), now=clock(), may_change_key=True)
    assert restored.keys[0] == new


def test_the_last_good_one_is_found_in_either_place(
    console: Console, filled: Chat, clock: Clock, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    path, key = console.store.path, console.store.key
    made = []
    for _ in range(3):
        filled.say()
        clock.forward(days=1)
        made.append(backing_up.back_up(console, stick).backup)
    console.store.close()
    path.write_bytes(b"")
    assert restoring.last_good(path, (NEW, key), now=clock()) == made[2]
    made[2].path.write_bytes(made[2].path.read_bytes()[:40_960])
    found = restoring.last_good(path, (key,), stick, now=clock())
    assert found is not None
    assert found.path == stick / made[2].path.name
    assert restoring.last_good(path, (key,), tmp_path / "away", now=clock()) == made[1]
    assert restoring.last_good(path, (NEW,), stick, now=clock()) is None
    restoring.restore(path, found, (key,), now=clock())
    with Store.open(path, key) as store, store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM messages").scalar() == 7


@pytest.mark.parametrize("is_lost", [False, True])
def test_what_was_forgotten_since_stays_forgotten(is_lost: bool, console: Console, filled: Chat, clock: Clock) -> None:
    """Also when the store itself is lost: a list of it stands with the backups."""
    filled.say("Merkwoord van lang geleden", at=clock() - timedelta(days=200), needs_placing=False)
    backup = backing_up.back_up(console).backup
    retention.run(console)
    assert look(console, backup).erasures >= 1
    assert "daarna iets gewist" in look(console, backup).since[-1]
    path, key = console.store.path, console.store.key
    console.store.close()
    if is_lost:
        path.unlink()
        path.with_name("store.erasures").unlink()
    restored = restoring.restore(path, backup, (key,), now=clock())
    assert restored.erased >= 1
    with closing(crypt.connect(path, key)) as connection:
        found = "SELECT count(*) FROM messages WHERE text LIKE '%Merkwoord%'"
        assert connection.execute(found).fetchone()[0] == 0
        assert connection.execute("SELECT count(*) FROM erasures").fetchone()[0] >= 1
    assert not [file.name for file in path.parent.iterdir() if file.name.startswith(".")]
    with store_backup.reading(backup.path, key) as connection:
        assert connection.execute(found).fetchone()[0] == 1


def test_a_list_that_nobody_can_read_stops_it_unless_the_other_can_be(
    console: Console, filled: Chat, clock: Clock
) -> None:
    filled.say("Merkwoord van lang geleden", at=clock() - timedelta(days=200), needs_placing=False)
    backup = backing_up.back_up(console).backup
    retention.run(console)
    path, key = console.store.path, console.store.key
    console.store.close()
    path.unlink()
    lists = path.with_name("store.erasures"), backup.path.with_name("store.erasures")
    good = lists[0].read_bytes()
    for each in lists:
        each.write_bytes(b"x" * 5000)
    with pytest.raises(ExpectedError) as caught:
        restoring.restore(path, backup, (key,), now=clock())
    assert caught.value.key == "erasures_unreadable"
    assert not path.exists()
    for each in lists:
        each.write_bytes(good)
        path.unlink(missing_ok=True)
        assert restoring.restore(path, backup, (key,), now=clock()).erased >= 1
        each.write_bytes(b"x" * 5000)


def test_a_backup_under_another_name_is_taken(console: Console, filled: Chat, tmp_path: Path, clock: Clock) -> None:
    made = backing_up.back_up(console).backup
    named = made.path.rename(tmp_path / "kopie van Anja (1).db")
    backup = restoring.of_file(named)
    assert look(console, backup).opens
    assert not look(console, backup, NEW).opens
    put_back(console, backup)
    with pytest.raises(ExpectedError) as caught:
        restoring.of_file(tmp_path / "none.db")
    assert caught.value.key == "store_missing"
    with pytest.raises(ExpectedError):
        restoring.of_file(tmp_path)
    assert store_restore.usable_key(console.store.path, (console.store.key,)) == console.store.key
