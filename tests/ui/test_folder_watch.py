"""The watched folder: whole files once, nothing twice, also after a restart."""

import os

import pytest

from ui.folder_watch import FolderWatch

INTERVAL_MS = 20


@pytest.fixture
def make_watch(qtbot, tmp_path):
    """Make a watch over ``tmp_path/exports`` that writes down in ``told`` what it tells."""
    folder = tmp_path / "exports"
    folder.mkdir()
    made = []

    def make(memory=None):
        watch = FolderWatch(memory=memory, interval_ms=INTERVAL_MS)
        watch.told = []
        watch.file_ready.connect(watch.told.append)
        watch.watch(folder)
        made.append(watch)
        return watch

    yield make
    for watch in made:
        watch.watch(None)


def write(folder, name, text="12-11-2026 21:03 - Anja: hallo"):
    path = folder / "exports" / name
    path.write_text(text)
    return path


def test_watch_tells_what_stood_there_at_the_start(qtbot, tmp_path, make_watch):
    path = write(tmp_path, "chat.txt")
    watch = make_watch()
    qtbot.waitUntil(lambda: watch.told == [path])


def test_watch_tells_a_new_file_once(qtbot, tmp_path, make_watch):
    watch = make_watch()
    path = write(tmp_path, "WhatsApp-chat met Lindenhof.zip")
    qtbot.waitUntil(lambda: watch.told == [path])
    later = write(tmp_path, "later.txt")
    qtbot.waitUntil(lambda: len(watch.told) == 2)
    assert watch.told == [path, later]


def test_watch_waits_until_a_file_is_whole(qtbot, tmp_path, make_watch):
    path = write(tmp_path, "chat.txt", "a")
    watch = FolderWatch(interval_ms=10_000_000)  # looks only when this test says so
    told = []
    watch.file_ready.connect(told.append)
    watch.watch(tmp_path / "exports")
    for length in (2, 3):
        path.write_text("a" * length)
        watch._look()
        assert told == []
    watch._look()
    assert told == [path]


@pytest.mark.parametrize("name", ["photo.jpg", ".hidden.txt", "chat.txt.part", "README"])
def test_watch_leaves_other_files_alone(qtbot, tmp_path, make_watch, name):
    write(tmp_path, name)
    write(tmp_path, "empty.txt", "")
    chat = write(tmp_path, "chat.TXT")
    watch = make_watch()
    qtbot.waitUntil(lambda: bool(watch.told))
    assert watch.told == [chat]


def test_watch_remembers_over_a_restart_what_was_settled_and_nothing_else(qtbot, tmp_path, make_watch):
    memory = tmp_path / "config" / "folder.txt"
    settled, open_still = write(tmp_path, "a.txt"), write(tmp_path, "b.txt")
    first = make_watch(memory)
    qtbot.waitUntil(lambda: len(first.told) == 2)
    first.settle(settled)
    first.watch(None)
    second = make_watch(memory)
    qtbot.waitUntil(lambda: bool(second.told))
    assert second.told == [open_still]
    assert "a.txt" not in memory.read_text()


def test_watch_remembers_the_last_ones_when_there_are_very_many(qtbot, tmp_path, make_watch, monkeypatch):
    monkeypatch.setattr("ui.folder_watch.REMEMBERED", 2)
    memory = tmp_path / "folder.txt"
    paths = [write(tmp_path, f"{letter}.txt") for letter in "abc"]
    first = make_watch(memory)
    qtbot.waitUntil(lambda: len(first.told) == 3)
    for path in paths:
        first.settle(path)
    first.watch(None)
    second = make_watch(memory)
    qtbot.waitUntil(lambda: bool(second.told))
    assert second.told == paths[:1]


def test_watch_tells_a_settled_file_again_when_it_changed(qtbot, tmp_path, make_watch):
    path = write(tmp_path, "chat.txt")
    memory = tmp_path / "folder.txt"
    first = make_watch(memory)
    qtbot.waitUntil(lambda: first.told == [path])
    first.settle(path)
    first.watch(None)
    path.write_text("12-11-2026 21:03 - Anja: hallo\n12-11-2026 21:04 - Bram: dag")
    second = make_watch(memory)
    qtbot.waitUntil(lambda: second.told == [path])


def test_watch_survives_a_damaged_memory(qtbot, tmp_path, make_watch):
    memory = tmp_path / "folder.txt"
    memory.write_bytes(b"\xff\xfe\x00")
    path = write(tmp_path, "chat.txt")
    watch = make_watch(memory)
    qtbot.waitUntil(lambda: watch.told == [path])


def test_watch_says_when_there_is_no_folder(qtbot, tmp_path):
    watch = FolderWatch(interval_ms=INTERVAL_MS)
    with qtbot.waitSignal(watch.folder_lost) as lost:
        watch.watch(tmp_path / "gone")
    assert lost.args == [str(tmp_path / "gone")]
    assert watch.folder is None


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody remove a folder that is watched")
def test_watch_says_when_the_folder_goes(qtbot, tmp_path, make_watch):
    watch = make_watch()
    with qtbot.waitSignal(watch.folder_lost):
        (tmp_path / "exports").rmdir()
