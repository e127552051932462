"""The lock in the whole program: it comes back at a start, takes up a person's wish, and leaves nothing behind."""

import os
import subprocess
import sys
from pathlib import Path

from console.desk.preferences import Settings, save_preferences
from console.desk.vault import access_code, changing
from tests.ui.support import open_console

ROOT = Path(__file__).resolve().parents[2]
CODE = "grüne Tür 7"

PROGRAM = """
import argparse, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from tests.ui.support import KEY, _console
from console.store.session import Store
from ui import clipboard
from ui.opening.opener import Openers
from ui.session import Session

def open_store(path, language):
    return _console(Store.open(path, KEY))

wishes = argparse.Namespace(
    store=Path(sys.argv[1]), demo=False, screenshot=None, size=None, theme=None, lang="nl", font_scale=None
)
session = Session(wishes, Openers(open_store, None, None, lambda console: console.store.close()))
window, lock, told = session.window, session._lock, []

def look():
    if window.current_key and window.page(window.current_key).isVisible() and not told:
        told.append("read before the code")
    if not told and lock.is_locked and lock.view.field.isVisible() and not lock.view.field.isReadOnly():
        told.append("locked")
        lock.view.field.setText(sys.argv[2])
        lock.view.proceed.click()
    elif len(told) == 1 and not lock.is_locked and window.current_key:
        told.append(window.current_key)
        clipboard.put("Bram woont op nummer 12")
        window.menus.lock_requested.emit()
        session._crash.show(ValueError())
        seen = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        told.append(f"{lock.is_locked} {lock._idle._patience_s} [{QGuiApplication.clipboard().text()}] {len(seen)}")
        clipboard.put("Bram woont op nummer 12")
        window.close()

timer = QTimer()
timer.timeout.connect(look)
timer.start(5)
QTimer.singleShot(60_000, window.close)
status = session.run()
print(*told, f"[{QGuiApplication.clipboard().text()}]", sep="\\n")
sys.exit(status)
"""


def test_program_that_ended_locked_starts_locked(tmp_path):
    console = open_console(tmp_path)
    changing.make_sheet(console.store, ())
    access_code.set_code(console, CODE)
    access_code.note_locked(console)
    console.store.close()
    config = tmp_path / "config"
    save_preferences(Settings(lock_minutes=3), config / "beheerconsole" / "settings.toml")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "store.db"), CODE],
        check=False,
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(config), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["locked", "first", "True 180.0 [] 1", "[]"]
