"""The whole program on a store that was damaged: the last good backup comes back, and later another one."""

import os
import subprocess
import sys
from pathlib import Path

from console.desk.vault import backing_up
from tests.ui.support import KEY, LINDENHOF, open_console

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import argparse, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from console.desk.preferences import Settings, save_preferences
from ui.app import _close, _open_demo, _open_store, _open_with_code
from ui.opening.damaged import DamagedOffer
from ui.opening.opener import Openers
from ui.opening.sheet_view import SheetView
from ui.session import Session

store = Path(sys.argv[1])
save_preferences(Settings(language="nl"))
wishes = argparse.Namespace(store=store, demo=False, screenshot=None, size=None, theme=None, lang=None, font_scale=None)
session = Session(wishes, Openers(_open_store, _open_with_code, _open_demo, _close))
window, jobs = session.window, session._jobs
consoles = []
assert session._summary._timer.isActive()  # a person's wishes count from the start

def look():
    for sheet in window.findChildren(SheetView):
        if sheet.isVisible():
            sheet.put_off.emit()
    for offer in window.findChildren(DamagedOffer):
        if offer.panel.put_back.isVisible() and offer.panel.isEnabled():
            offer.panel.put_back.click()
    if window.current_key == "week" and jobs.is_idle and jobs.console not in consoles:
        consoles.append(jobs.console)
        print(window.messages.text, window.messages.is_trouble)
        if len(consoles) == 1:
            page = window.show_page("settings")
            page.open_with("backups")
        else:
            window.close()
    elif window.current_key == "settings" and jobs.is_idle:
        leaf = window.page("settings").leaf("backups")
        if leaf.panel.put_back.isVisible():
            leaf.panel.put_back.click()
        elif leaf.form.restore.isEnabled():
            leaf.form.restore.click()

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
QTimer.singleShot(90_000, window.close)
sys.exit(session.run())
"""


def test_a_damaged_store_comes_back_and_another_backup_after_it(tmp_path: Path) -> None:
    console = open_console(tmp_path, ("Lindenhof", LINDENHOF))
    backing_up.back_up(console)
    console.store.close()
    path = tmp_path / "store.db"
    path.write_bytes(path.read_bytes()[:10_000])
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "QT_QPA_PLATFORM": "offscreen", "BEHEER_KEY": KEY}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        check=False,
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 2, done.stdout + done.stderr
    first, second = done.stdout.splitlines()
    for line, why in ((first, "damaged"), (second, "before")):
        assert line.startswith("De reservekopie is teruggezet. Wat er stond, blijft bewaard als"), line
        assert line.endswith("False"), line
        assert len(list(tmp_path.glob(f"store-{why}-*.db"))) == 1
