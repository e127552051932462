"""What appears in the watched folder: taken in by itself when its group is known, offered otherwise."""

import pytest

from console.desk import messages as desk
from console.desk.messages import MessageFilter
from console.domain.filters import Wish
from tests.ui.support import DATA, LINDENHOF, open_console, write_chat
from ui.folder_intake import FolderIntake
from ui.jobs import Jobs

EVERYTHING = MessageFilter(system=Wish.IGNORE)
MORE = LINDENHOF + "15-11-2026 09:00 - Bram: Goedemorgen\n"


@pytest.fixture
def console(tmp_path):
    opened = open_console(tmp_path, ("Lindenhof", LINDENHOF))
    yield opened
    opened.store.close()


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "exports"
    made.mkdir()
    return made


@pytest.fixture
def start(qtbot, console, tmp_path, folder):
    """Begin to watch, as at the start of the program; remembers what was told and found."""
    running = []

    def begin():
        jobs = Jobs("nl")
        jobs.console = console
        intake = FolderIntake(jobs, memory=tmp_path / "folder.txt", interval_ms=20)
        intake.seen_told, intake.seen_found = [], []
        intake.told.connect(intake.seen_told.append)
        intake.file_found.connect(intake.seen_found.append)
        intake.watch(folder)
        running.append((jobs, intake))
        return intake

    yield begin
    for jobs, intake in running:
        intake.watch(None)
        jobs.close()


def count(console):
    return len(desk.message_ids(console, EVERYTHING))


def test_export_of_a_known_group_is_taken_in_by_itself(qtbot, console, folder, start):
    intake = start()
    write_chat(folder, text=MORE)
    qtbot.waitUntil(lambda: bool(intake.seen_told))
    assert count(console) == 6
    assert "Lindenhof" in intake.seen_told[0]
    assert intake.seen_found == []


def test_export_that_stood_there_at_the_start_is_taken_in_once(qtbot, console, folder, start):
    write_chat(folder, text=MORE)
    first = start()
    qtbot.waitUntil(lambda: bool(first.seen_told))
    first.watch(None)
    second = start()
    late = write_chat(folder, "Onbekend", "10-11-2026 09:00 - Sam: Vergadering\n")
    qtbot.waitUntil(lambda: second.seen_found == [late])
    assert second.seen_told == []
    assert count(console) == 6


def test_export_that_reaches_back_further_than_texts_are_kept_waits_for_a_person(qtbot, console, folder, start):
    path = write_chat(folder, text="10-01-2026 09:00 - Bram: Oud nieuws\n" + MORE)
    intake = start()
    qtbot.waitUntil(lambda: intake.seen_found == [path])
    assert intake.seen_told == []
    assert count(console) == 5


def test_export_of_a_new_group_is_offered_and_not_taken_in(qtbot, console, folder, start):
    path = write_chat(folder, "Kade", "10-11-2026 09:00 - Sam: Vergadering is om half negen\n")
    intake = start()
    qtbot.waitUntil(lambda: intake.seen_found == [path])
    assert count(console) == 5


def test_export_that_asks_something_is_offered(qtbot, folder, start):
    path = folder / "chat.txt"
    path.write_bytes((DATA / "us_one_day_undecidable.txt").read_bytes())
    intake = start()
    qtbot.waitUntil(lambda: intake.seen_found == [path])


def test_file_that_is_no_export_is_left_alone(qtbot, console, folder, start):
    (folder / "brief.txt").write_text("Geachte buren,\n\nhierbij de notulen.\n" * 10, encoding="utf-8")
    (folder / "notulen.zip").write_bytes(b"PK\x03\x04 kapot")
    intake = start()
    path = write_chat(folder, "Kade", "10-11-2026 09:00 - Sam: Vergadering is om half negen\n")
    qtbot.waitUntil(lambda: intake.seen_found == [path])
    assert intake.seen_told == []
    assert count(console) == 5


def test_known_export_without_news_says_nothing(qtbot, console, folder, start):
    write_chat(folder)
    intake = start()
    path = write_chat(folder, "Kade", "10-11-2026 09:00 - Sam: Vergadering is om half negen\n")
    qtbot.waitUntil(lambda: intake.seen_found == [path])
    assert intake.seen_told == []
    assert count(console) == 5


def test_file_that_a_person_settled_is_not_offered_after_a_restart(qtbot, folder, start):
    path = write_chat(folder, "Kade", "10-11-2026 09:00 - Sam: Vergadering is om half negen\n")
    first = start()
    qtbot.waitUntil(lambda: first.seen_found == [path])
    first.settle(path)
    first.watch(None)
    second = start()
    other = write_chat(folder, "Plein", "10-11-2026 09:00 - Sam: Vergadering is om half negen\n")
    qtbot.waitUntil(lambda: second.seen_found == [other])
