"""What the system says of its lock and its sleep: a real bus on Linux, the numbers of the messages on Windows."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ui.locking import mac, windows

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a bus")
def test_desktop_that_locks_and_sleeps_is_heard_and_waits_for_the_cover():
    command = ["dbus-run-session", "--", sys.executable, "-m", "tests.ui.desktop_session"]
    done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True, timeout=60)
    told = json.loads(done.stdout)
    assert told["heard"] == ["locked", "locked", "sleeping"]
    assert told["asked"][0] == "sleep"
    assert told["asked"][3] == "delay"
    assert told["let"]  # the computer waits no longer than it must


def test_lock_of_a_mac_is_told_once_until_it_was_opened(qtbot):
    is_locked = [False]
    signals = mac.MacSignals(lambda: is_locked[0])
    heard = []
    signals.locked.connect(lambda: heard.append(len(heard)))
    for now in (False, True, True, False, True):
        is_locked[0] = now
        signals.look()
    assert heard == [0, 1]
    signals._timer.stop()


@pytest.mark.skipif(sys.platform == "darwin", reason="only a Mac has it")
def test_reader_of_a_mac_is_not_found_elsewhere():
    with pytest.raises((OSError, AttributeError)):
        mac.lock_reader()


def test_messages_of_windows_are_read(qapp, qtbot):
    signals = windows.WindowsSignals(None)
    heard = []
    signals.locked.connect(lambda: heard.append("locked"))
    signals.sleeping.connect(lambda: heard.append("sleeping"))
    for message, wparam in ((0x02B1, 0x7), (0x0218, 0x4), (0x02B1, 0x8), (0x0218, 0x12), (0x0200, 0x7)):
        signals.hear(message, wparam)
    assert heard == ["locked", "sleeping"]
