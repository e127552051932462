"""A disk that may not be written to, and a store that another program holds (security.md E7)."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from console.desk import triage
from console.domain.decision import Act, Verb
from console.errors import ExpectedError
from console.store import backup
from console.store.session import Store

HOLDS = """
import sys
from pathlib import Path
from console.store import crypt
connection = crypt.connect(Path(sys.argv[1]), sys.stdin.readline().strip())
connection.execute("PRAGMA locking_mode = EXCLUSIVE")
connection.execute("BEGIN IMMEDIATE")
connection.execute("INSERT INTO settings VALUES ('held', '1')")
print("held", flush=True)
sys.stdin.readline()
"""
LONGEST_S = 10.0  # two seconds of waiting; the rest is for a busy machine


@pytest.fixture
def disk(small_disk):
    return small_disk(16 * 1024)


@pytest.fixture
def store(store_path, store_key, disk):
    path = disk / "store.db"
    path.write_bytes(store_path.read_bytes())
    with Store.open(path, store_key) as opened:
        yield opened


def remount(folder, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)


def refusal(call) -> ExpectedError:
    with pytest.raises(ExpectedError) as caught:
        call()
    return caught.value


def test_a_disk_that_becomes_read_only_takes_no_decision_and_loses_none(console, chat, disk):
    first, second = chat.flag("Bel 06-12345678"), chat.flag("Bel 06-87654321")
    triage.decide(console, first, Act(Verb.FINE))
    console.store.close()
    remount(disk, "ro")
    try:
        refused = refusal(lambda: triage.decide(console, second, Act(Verb.FINE)))
    finally:
        remount(disk, "rw")
    assert refused.key in {"store_read_only", "store_no_access"}
    assert len(triage.week(console)) == 1
    triage.decide(console, second, Act(Verb.FINE))
    assert triage.week(console) == ()
    assert backup.check(console.store).ok


def test_a_store_on_a_read_only_disk_is_refused_and_stays_as_it_is(store, store_key, disk):
    store.close()
    before = {path.name: path.read_bytes() for path in disk.iterdir()}
    remount(disk, "ro")
    try:
        refused = refusal(lambda: Store.open(store.path, store_key))
    finally:
        remount(disk, "rw")
    assert refused.key == "store_read_only"
    assert {path.name: path.read_bytes() for path in disk.iterdir()} == before


def test_a_second_program_hears_within_seconds_that_the_first_is_open(store_path, store_key):
    command = [sys.executable, "-c", HOLDS, str(store_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as first:
        first.stdin.write(f"{store_key}\n")
        first.stdin.flush()
        assert first.stdout.readline() == "held\n"
        began = time.perf_counter()
        refused = refusal(lambda: Store.open(store_path, store_key))
        took = time.perf_counter() - began
        first.kill()
    print(f"\nthe second program heard it after {took:.1f} s")
    assert refused.key == "store_locked"
    assert "al geopend" in refused.sentence("nl")
    assert took < LONGEST_S
    with Store.open(store_path, store_key) as store:  # the first was killed: nothing of it stays
        assert backup.check(store).ok
        with store.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM settings WHERE key = 'held'").scalar() == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel's table of mounts")
def test_a_network_drive_is_refused_before_anything_is_made(tmp_path, store_key, monkeypatch):
    """A real one cannot be had here: the kernel's table says that the folder is one."""
    read, table = Path.read_text, f"22 1 0:50 / {tmp_path.resolve()} rw - cifs //nas/wijk rw\n"
    made_up = Path("/proc/self/mountinfo")
    monkeypatch.setattr(Path, "read_text", lambda path, **how: table if path == made_up else read(path, **how))
    refused = refusal(lambda: Store.open(tmp_path / "store.db", store_key, create=True))
    assert refused.key == "store_on_network"
    assert list(tmp_path.iterdir()) == []
