"""Killed at any moment, the store is whole: nothing lost that was kept, nothing half (security.md E 1, 2 and 4)."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import inspect

import console
from console.desk.vault import restoring
from console.errors import ExpectedError
from console.store import backup, backups, migrations, rekey
from console.store.session import Store

pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks and kills")


MakeStore = Callable[[Path, str, int], None]
RevisionOf = Callable[[Path], str]
EXPORT = 60  # messages: judging them takes most of the time


def often(short: int, long: int) -> pytest.MarkDecorator:
    """Try so many times, and many more at night."""
    at_night = pytest.param(long, id="long", marks=pytest.mark.nightly)
    return pytest.mark.parametrize("trials", [pytest.param(short, id="short"), at_night])


class Worker:
    """A program that works on stores and can be killed and started again at once."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process

    def run(self, what: str, path: Path, key: str, may_go_on: Callable[[str], bool]) -> list[str]:
        """Start work, kill it when ``may_go_on`` says no to what it told; return all that it told."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{what}\t{path}\t{key}\n")
        self.process.stdin.flush()
        told: list[str] = []
        pid = int(self.process.stdout.readline().split()[1])
        if not may_go_on("begun"):
            os.kill(pid, signal.SIGKILL)
        while (line := self.process.stdout.readline().strip()) != "gone":
            assert line, "the worker itself has died"
            told.append(line)
            if not may_go_on(line):
                os.kill(pid, signal.SIGKILL)
        return told


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    root = Path(console.__file__).parents[1]
    command = [sys.executable, str(Path(__file__).with_name("crash_worker.py"))]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=root
    ) as process:
        yield Worker(process)


def wait(seconds: float) -> bool:
    """Let a part of the work happen; then it may not go on."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass
    return False


def _until(last: str, pause: float, line: str) -> bool:
    return line != last or wait(pause)


def duration(worker: Worker, what: str, path: Path, key: str) -> float:
    """Seconds that the work takes when nobody kills it, at most half a second: on a busy machine that is enough."""
    start = time.perf_counter()
    assert worker.run(what, path, key, lambda _line: True) == ["done"]
    return min(time.perf_counter() - start, 0.5)


@often(20, 50)
def test_a_kill_while_writing_loses_nothing_that_was_kept(
    trials: int, store_path: Path, store_key: str, worker: Worker, random_source: random.Random
) -> None:
    with Store.open(store_path, store_key) as store, store.writing() as connection:
        connection.exec_driver_sql("INSERT INTO groups (id, name, profile, created_at) VALUES (1, 'A', 'b', 0)")
    template = shutil.copy(store_path, store_path.with_name("template.db"))
    for trial in range(trials):
        for file in store_path.parent.glob("store.db*"):
            file.unlink()
        shutil.copy(template, store_path)
        may_go_on = partial(_until, f"kept {trial % 7}", random_source.uniform(0, 0.008))
        told = worker.run("write", store_path, store_key, may_go_on)
        with Store.open(store_path, store_key) as store:
            assert backup.check(store).ok
            with store.reading() as connection:
                kept = dict(
                    connection.exec_driver_sql("SELECT written_at, count(*) FROM messages GROUP BY written_at").all()
                )
                found = connection.exec_driver_sql(
                    "SELECT count(*) FROM messages_fts WHERE messages_fts MATCH 'witte'"
                ).scalar()
        assert set(kept.values()) == {100}  # nothing half
        assert len(kept) >= len(told) > trial % 7  # nothing lost
        assert found == 100 * len(kept)


@often(3, 20)
def test_a_kill_while_migrating_leaves_the_old_or_the_new_store(
    trials: int,
    tmp_path: Path,
    store_key: str,
    worker: Worker,
    make_store: MakeStore,
    revision_of: RevisionOf,
) -> None:
    template = tmp_path / "template" / "store.db"
    make_store(template, "0001", 500)
    path = tmp_path / "work" / "store.db"
    seen: set[str] = set()

    def fresh() -> None:
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir()
        shutil.copy(template, path)

    fresh()
    seconds = duration(worker, "migrate", path, store_key)
    for trial in range(trials):
        fresh()
        worker.run("migrate", path, store_key, lambda _line, part=1.05 * trial / (trials - 1): wait(part * seconds))
        revision = revision_of(path)
        seen.add(revision)
        with closing(Store(path, store_key)) as store, store.reading() as connection:
            assert inspect(connection).has_table("messages_fts") == (revision == migrations.HEAD)
            result = backup.check(store)
            assert result.ok
            assert result.rows["messages"] == 500
        for copy in (path.parent / "backups").glob("*.db"):
            assert revision_of(copy) == "0001"
    assert "0001" in seen


@often(3, 20)
def test_a_kill_while_making_a_backup_leaves_no_half_copy(
    trials: int, tmp_path: Path, store_key: str, worker: Worker, make_store: MakeStore
) -> None:
    path = tmp_path / "store.db"
    make_store(path, migrations.HEAD, 1000)
    folder = tmp_path / "backups"
    seconds = duration(worker, "copy", path, store_key)
    for trial in range(trials):
        worker.run("copy", path, store_key, lambda _line, part=1.05 * trial / (trials - 1): wait(part * seconds))
    copies = [file for file in folder.iterdir() if file.suffix == ".db"]
    for copy in copies:
        with Store.open(copy, store_key) as store:
            assert backup.check(store).rows["messages"] == 1000
    assert 1 <= len(copies) <= trials
    with Store.open(path, store_key) as store:
        assert backup.check(store).ok


@often(3, 20)
def test_a_kill_while_making_a_store_leaves_none_or_a_whole_one(
    trials: int, tmp_path: Path, store_key: str, worker: Worker
) -> None:
    seconds = duration(worker, "make", tmp_path / "first.db", store_key)
    made = 0
    for trial in range(trials):
        path = tmp_path / f"{trial}.db"
        worker.run("make", path, store_key, lambda _line, part=1.05 * trial / (trials - 1): wait(part * seconds))
        if path.exists():
            made += 1
            with Store.open(path, store_key) as store:
                assert backup.check(store).ok
    assert made < trials


@often(3, 20)
def test_a_kill_while_the_store_gets_another_key_leaves_the_old_or_the_new_one(
    trials: int, tmp_path: Path, store_key: str, worker: Worker, random_source: random.Random, make_store: MakeStore
) -> None:
    """And what is left does not hinder the next attempt."""
    template = tmp_path / "template" / "store.db"
    make_store(template, migrations.HEAD, 200)
    path = tmp_path / "work" / "store.db"
    new_key = store_key[::-1]
    stages = ("copying", "exchanging", "done", "backing_up", "checking", "exchanging")
    seen: list[str] = []
    for trial in range(trials):
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir()
        shutil.copy(template, path)
        may_go_on = partial(_until, stages[trial % len(stages)], random_source.uniform(0, 0.01))
        told = worker.run("rekey", path, store_key, may_go_on)
        found = rekey.which_opens(path, (store_key, new_key))
        assert found is not None
        assert found == new_key or "done" not in told
        seen.append(found)
        with Store.open(path, found) as store:
            rekey.sweep(store)
            assert backup.check(store).rows["messages"] == 200
            with store.writing() as connection:
                connection.exec_driver_sql("UPDATE messages SET text = 'anders' WHERE position = 7")
        if found == store_key and trial % 3 == 1:
            with Store.open(path, store_key) as store:
                rekey.rekey(store, new_key, path.parent / "backups")
            assert rekey.which_opens(path, (store_key, new_key)) == new_key
            assert {file.name for file in path.parent.iterdir()} == {"store.db", "backups"}
    assert set(seen) == {store_key, new_key}


@often(3, 20)
def test_a_kill_while_a_backup_is_put_back_leaves_the_old_or_the_new_store(
    trials: int, tmp_path: Path, store_key: str, worker: Worker, random_source: random.Random, make_store: MakeStore
) -> None:
    """And where the new one stands, the old one is kept whole; what is left does not hinder the next attempt."""
    template = tmp_path / "template" / "store.db"
    make_store(template, migrations.HEAD, 200)
    with Store.open(template, store_key) as store:
        backup.make_backup(store, template.parent / "backups")
        with store.writing() as connection:
            connection.exec_driver_sql("DELETE FROM messages WHERE position = 7")
    path = tmp_path / "work" / "store.db"
    stages = ("exchanging", "begun", "done", "exchanging", "copying", "checking", "exchanging", "backing_up")
    seen: list[int] = []
    for trial in range(trials):
        shutil.rmtree(path.parent, ignore_errors=True)
        shutil.copytree(template.parent, path.parent)
        may_go_on = partial(_until, stages[trial % len(stages)], random_source.uniform(0, 0.01))
        told = worker.run("put_back", path, store_key, may_go_on)
        with Store.open(path, store_key) as store:
            result = backup.check(store)
        assert result.ok
        seen.append(result.rows["messages"])
        assert seen[-1] == 200 or (seen[-1] == 199 and "done" not in told)
        kept = [backup.check_file(file, store_key) for file in path.parent.glob("store-before-*.db")]
        assert all(each.ok and each.rows["messages"] == 199 for each in kept)
        assert len(kept) == 1 or seen[-1] == 199
        for each in backups.of_store(path, path.parent / "backups"):
            assert backup.check_file(each.path, store_key).ok
        if trial % 3 == 1:
            assert worker.run("put_back", path, store_key, lambda _line: True)[-1] == "done"
            with Store.open(path, store_key) as store:
                assert backup.check(store).rows["messages"] == 200
            assert not list(path.parent.glob(".*"))
    assert 199 in seen
    assert 200 in seen


@often(20, 200)
def test_every_flipped_bit_is_noticed_and_the_last_good_backup_is_at_hand(
    trials: int, tmp_path: Path, store_key: str, random_source: random.Random, make_store: MakeStore
) -> None:
    path = tmp_path / "store.db"
    make_store(path, migrations.HEAD, 300)
    with Store.open(path, store_key) as store:
        copy = backup.make_backup(store, path.parent / "backups")
    good = path.read_bytes()
    for _ in range(trials):
        damaged = bytearray(good)
        position = random_source.randrange(len(good))
        damaged[position] ^= 1 << random_source.randrange(8)
        path.write_bytes(damaged)
        try:
            with Store.open(path, store_key) as store:
                notice = "" if backup.check(store).ok else "store_damaged"
        except ExpectedError as refused:
            notice = refused.key
        # Without the right salt, the first 16 bytes, no key fits.
        assert notice == "store_damaged" if position >= 16 else "store_wrong_key"
        assert path.read_bytes() == damaged
        start = time.perf_counter()
        found = restoring.last_good(path, (store_key,), now=datetime.now(UTC))
        assert time.perf_counter() - start < 5
        assert found is not None
        assert found.path == copy


@pytest.fixture
def random_source() -> random.Random:
    """Seeded by pytest-randomly, so that a failure can be repeated."""
    return random.Random(random.getrandbits(32))


@often(20, 50)
def test_a_kill_while_taking_in_an_export_keeps_all_of_it_or_nothing(
    trials: int, store_path: Path, store_key: str, worker: Worker, random_source: random.Random
) -> None:
    """And taking it in again afterwards ends with every message once, and none left unjudged."""
    lines = [f"0{1 + n // 600}-05-2024 {n // 60 % 24:02d}:{n % 60:02d} - Anja: bericht {n % 7}" for n in range(EXPORT)]
    store_path.with_name("chat.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    template = shutil.copy(store_path, store_path.with_name("template.db"))
    seen: set[int] = set()
    steps = worker.run("take", store_path, store_key, lambda _line: True)
    for trial in range(trials):
        for file in store_path.parent.glob("store.db*"):
            file.unlink()
        shutil.copy(template, store_path)
        left = trial % len(steps)

        def may_go_on(line: str) -> bool:
            nonlocal left
            left -= 1
            return line == "begun" or left > 0 or wait(random_source.uniform(0, 0.02))

        told = worker.run("take", store_path, store_key, may_go_on)
        with Store.open(store_path, store_key) as store:
            assert backup.check(store).ok
            with store.reading() as connection:
                kept = connection.exec_driver_sql("SELECT count(*) FROM messages").scalar()
                imports = connection.exec_driver_sql("SELECT count(*) FROM imports").scalar()
        assert (kept, imports) in ((0, 0), (EXPORT, 1))
        assert kept or "judging" not in told  # what was acknowledged is there
        seen.add(kept)
        if trial % 4:
            continue
        assert worker.run("take", store_path, store_key, lambda _line: True)[-1] == "done"
        with Store.open(store_path, store_key) as store, store.reading() as connection:
            count = "SELECT count(*), sum(needs_judging), count(DISTINCT position) FROM messages"
            assert tuple(connection.exec_driver_sql(count).one()) == (EXPORT, 0, EXPORT)
            assert connection.exec_driver_sql("SELECT count(*) FROM judgements").scalar() == EXPORT
    assert seen == {0, EXPORT}  # both outcomes were tried
