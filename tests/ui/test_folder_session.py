"""The watched folder in the whole program: chosen in an earlier run, taken in at the start of this one."""

import os
import subprocess
import sys
from pathlib import Path

from tests.ui.support import LINDENHOF, open_console, write_chat

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import argparse, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from console.desk.preferences import Settings, load_preferences, save_preferences
from tests.ui.support import KEY, _console
from console.store.session import Store
from ui.opening.opener import Openers
from ui.session import Session

folder, store = map(Path, sys.argv[1:])
save_preferences(Settings(language="nl", watched_folder=str(folder)))
wishes = argparse.Namespace(store=store, demo=False, screenshot=None, size=None, theme=None, lang=None, font_scale=None)
openers = Openers(
    lambda path, language: _console(Store.open(path, KEY)), None, None, lambda console: console.store.close()
)
session = Session(wishes, openers)
told = []

def look():
    intake = session.window._pages.get("intake")
    if session.window.messages.text and intake is not None:
        told.append(session.window.messages.text)
        intake._start.unwatch.click()
        session.window.close()

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
QTimer.singleShot(60_000, session.window.close)
status = session.run()
print(told[0] if told else "nothing", load_preferences().watched_folder, sep="\\n")
sys.exit(status)
"""


def test_chosen_folder_is_watched_from_the_start_until_the_person_stops_it(tmp_path):
    open_console(tmp_path, ("Lindenhof", LINDENHOF)).store.close()
    folder = tmp_path / "exports"
    folder.mkdir()
    write_chat(folder, text=LINDENHOF + "15-11-2026 09:00 - Bram: Goedemorgen\n")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), str(tmp_path / "store.db")],
        check=False,
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path / "config"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    sentence, watched = done.stdout.splitlines()
    assert "Lindenhof" in sentence
    assert "1 nieuw" in sentence
    assert watched == "None"
