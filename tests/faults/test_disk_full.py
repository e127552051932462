"""A full disk at import, decision, backup and export: no half file, and it goes on after (security.md E6)."""

import contextlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import func, select

from console.desk import intake, logbook_export, roll_sheet, todos, triage
from console.desk.privacy_papers import making
from console.desk.vault import backing_up, safeguards
from console.domain.decision import Act, Verb
from console.domain.logbook import LogFilter
from console.domain.privacy import Paper
from console.errors import ExpectedError
from console.store import backup
from console.store.session import Store
from console.store.tables import decisions, imports, messages
from console.store.tables import todos as todo_table

ANSWER = Act(Verb.PRIVATE, text="Wilt u het nummer weghalen?")


@dataclass
class Disk:
    """A real disk of sixteen megabytes; ``fill`` leaves nothing of it but ``left`` bytes."""

    folder: Path

    def fill(self, left: int = 0) -> None:
        filler = self.folder / "filler"
        with filler.open("wb", buffering=0) as stream, contextlib.suppress(OSError):
            while stream.write(b"\0" * 4096) == 4096:
                pass
        with filler.open("rb+") as stream:
            stream.truncate(max(filler.stat().st_size - left, 0))

    def free(self) -> None:
        (self.folder / "filler").unlink()

    def names(self) -> set[str]:
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}


@pytest.fixture
def disk(small_disk) -> Disk:
    return Disk(small_disk(16 * 1024))


@pytest.fixture
def store(store_path, store_key, disk):
    """A store on that disk."""
    path = disk.folder / "store.db"
    path.write_bytes(store_path.read_bytes())
    with Store.open(path, store_key) as opened:
        yield opened


def count(console, table) -> int:
    with console.store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(table))


def refused(call) -> str:
    with pytest.raises(ExpectedError) as caught:
        call()
    assert caught.value.sentence("nl") != caught.value.sentence("en")
    return caught.value.key


def export(size: int) -> str:
    return "".join(
        f"{1 + n // 1440:02d}-05-2026 {n // 60 % 24:02d}:{n % 60:02d} - Anja: bericht {n}\n" for n in range(size)
    )


def test_an_import_is_taken_in_whole_or_not_at_all(console, disk, tmp_path):
    chat = tmp_path / "chat.txt"
    chat.write_text(export(3_000), encoding="utf-8")
    disk.fill(left=300_000)
    assert refused(lambda: intake.import_file(console, chat, "Kade", judge=False)) == "store_disk_full"
    assert (count(console, messages), count(console, imports)) == (0, 0)
    assert backup.check(console.store).ok
    disk.free()
    assert intake.import_file(console, chat, "Kade", judge=False).new == 3_000
    assert intake.import_file(console, chat, "Kade", judge=False).new == 0


def test_a_decision_is_kept_with_all_that_comes_of_it_or_not_at_all(console, chat, disk):
    items = [chat.flag(f"Bel 06-123456{n:02d}") for n in range(40)]
    disk.fill()
    done = []

    def decide_all() -> None:
        for item in items:  # the log has room for some
            triage.decide(console, item, ANSWER)
            done.append(item)

    assert refused(decide_all) == "store_disk_full"
    assert len(done) < len(items)
    assert count(console, decisions) == count(console, todo_table) == len(done)
    assert len(triage.week(console)) == len(items) - len(done)
    disk.free()
    for item in items[len(done) :]:
        triage.decide(console, item, ANSWER)
    assert len(todos.todos(console)) == len(items)
    assert backup.check(console.store).ok


def test_a_backup_is_made_whole_or_not_at_all(console, chat, disk):
    chat.say("Hallo")
    console.store.empty_log()
    before = disk.names()
    disk.fill(left=100_000)
    assert refused(lambda: backing_up.back_up(console)) == "store_disk_full"
    disk.free()
    assert {name for name in disk.names() if name.endswith((".db", ".part"))} <= before
    made = backing_up.back_up(console).backup
    with Store.open(made.path, console.store.key) as copy:
        assert backup.check(copy).rows["messages"] == 1


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".pdf", ".txt"])
def test_a_file_for_others_is_written_whole_or_the_last_one_stays(console, chat, disk, tmp_path, suffix):
    for number in range(30):
        triage.decide(console, chat.flag(f"Bel 06-123456{number:02d}", author=f"Lid {number}"), Act(Verb.FINE))
    path = disk.folder / f"uit{suffix}"
    path.write_bytes(b"van vorige week")
    kept = safeguards.of(console, tmp_path / "settings.toml")

    def write() -> None:
        if suffix in (".csv", ".xlsx"):
            logbook_export.export(console, path, LogFilter())
            roll_sheet.export(console, chat.group_id, path)
        else:
            making.save(console, making.paper(console, Paper.REGISTER, kept, chat.group_id), path)

    disk.fill()
    before = disk.names()
    assert refused(write) == "export_not_written"
    assert path.read_bytes() == b"van vorige week"
    assert disk.names() == before
    disk.free()
    write()
    assert len(path.read_bytes()) > 100
