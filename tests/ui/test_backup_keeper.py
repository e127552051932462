"""By itself and silently a backup is made once a day; only what is the matter is told."""

from dataclasses import replace

import pytest

from console.desk.vault import backing_up
from tests.ui.conftest import settle
from ui.backup_keeper import LOOK_MS, BackupKeeper


@pytest.fixture
def keeper(qtbot, jobs, make_group):
    """The keeper beside a store with something in it."""
    make_group().say("Hallo")
    made = BackupKeeper(jobs)
    made.sentences = []
    made.told.connect(made.sentences.append)
    made.warned.connect(made.sentences.append)
    return made


def look(qtbot, keeper, jobs):
    keeper.timer.timeout.emit()
    settle(qtbot, jobs)


def test_what_changed_is_copied_once_a_day_and_to_the_second_place(qtbot, jobs, keeper, console, clock, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    keeper.follow(str(stick))
    keeper.start()
    settle(qtbot, jobs)
    assert len(backing_up.backups(console, stick)) == 2
    look(qtbot, keeper, jobs)
    assert len(backing_up.backups(console)) == 1
    clock.forward(days=1)
    look(qtbot, keeper, jobs)
    assert len(backing_up.backups(console)) == 1  # nothing changed
    with console.store.writing() as connection:
        connection.exec_driver_sql("UPDATE groups SET name = 'Plein'")
    look(qtbot, keeper, jobs)
    assert len(backing_up.backups(console)) == 2
    assert keeper.sentences == []
    assert (keeper.timer.isActive(), keeper.timer.interval()) == (True, LOOK_MS)
    keeper.leave()
    assert not keeper.timer.isActive()


def test_what_is_the_matter_is_told_once_a_day(qtbot, jobs, keeper, console, clock, tmp_path):
    keeper.follow(str(tmp_path / "stick"))
    keeper.start()
    settle(qtbot, jobs)
    look(qtbot, keeper, jobs)
    (sentence,) = keeper.sentences
    assert "tweede plek" in sentence
    folder = console.store.path.parent / "backups"
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    folder.write_text("in de weg")
    clock.forward(days=1)
    look(qtbot, keeper, jobs)
    assert len(keeper.sentences) == 2


def test_the_demo_is_missed_by_nobody(qtbot, jobs, keeper, console):
    jobs.console = replace(console, is_demo=True)
    keeper.start()
    settle(qtbot, jobs)
    assert backing_up.backups(console) == ()
