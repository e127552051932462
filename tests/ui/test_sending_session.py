"""What leaves the computer in the whole program: what waited when it was closed is shown at the next start."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from console.desk.intake import import_text
from console.domain.decision import Act, Verb
from console.domain.group import Tool
from tests.console.desk.outgoing import ToldCarrier, decided
from tests.ui.support import LINDENHOF, open_console

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import argparse, sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QTimer
from console.desk import outbox
from console.domain.group import Tool
from tests.console.desk.outgoing import ToldCarrier
from tests.ui.support import KEY, _console
from console.store.session import Store
from ui.opening.opener import Openers
from ui.session import Session

def open_store(path, language):
    return replace(_console(Store.open(path, KEY)), carriers={Tool.WHATSAPP: ToldCarrier()})

wishes = argparse.Namespace(
    store=Path(sys.argv[1]), demo=False, screenshot=None, size=None, theme=None, lang="nl", font_scale=None
)
session = Session(wishes, Openers(open_store, None, None, lambda console: console.store.close()))
told = []

def look():
    bar = session.window.sending
    if not told and bar.is_waiting:
        told.append(bar._lines[0]._state.text())
        bar.stop.click()
    elif len(told) == 1 and bar.isHidden():  # once: the program may take another look while it closes
        told.append(session.window.messages.text)
        session.window.close()

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
QTimer.singleShot(60_000, session.window.close)
status = session.run()
print(*told, sep="\\n")
sys.exit(status)
"""


def test_what_waited_when_the_program_was_closed_is_shown_and_can_be_stopped(tmp_path):
    console = open_console(tmp_path, ("Lindenhof", LINDENHOF))
    group_id = import_text(console, LINDENHOF, "Lindenhof").group_id
    connected = replace(console, carriers={Tool.WHATSAPP: ToldCarrier()})
    decided(connected, Act(Verb.GROUP, text="Let op"), group_id)
    console.store.close()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "store.db")],
        check=False,
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path / "config"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "Gaat over 10 seconden weg.",
        "Tegengehouden. Wat nog wachtte, gaat niet weg.",
    ]
