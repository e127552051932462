"""A model with one bit flipped: an export is taken in, a sentence says that nothing is judged, nothing crashes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from console.assets import resources_dir
from console.desk.console import Console
from console.desk.judging import judge_pending
from console.store.session import Store
from tests.console.desk.conftest import NOW

RUN = """
import sys
sys._MEIPASS = sys.argv.pop(1)  # where a packed program looks for its resources
from console.cli import main
raise SystemExit(main(sys.argv[1:]))
"""
WINDOW = """
import os, sys
sys._MEIPASS, path = sys.argv[1:]
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QTimer
from ui import app, session

class Watched(session.Session):
    def run(self):
        timer = QTimer(self, interval=50)
        timer.timeout.connect(self.look)
        timer.start()
        QTimer.singleShot(60_000, self.window.close)
        return super().run()

    def look(self):
        if "pieces.model" in self.window.messages.text:
            print(self.window.messages.text, flush=True)
            self.window.close()

session.Session = Watched
raise SystemExit(app.main(["--store", path, "--lang", "nl"]))
"""
CHAT = "12-05-2026 10:00 - Anja: Bel Piet maar op 06-12345678\n12-05-2026 10:01 - Bram: Dank je\n"


@pytest.fixture(scope="module")
def damaged(tmp_path_factory) -> Path:
    """A folder with the resources of the program, of which one file of the models has one bit flipped."""
    folder = tmp_path_factory.mktemp("packed") / "resources"
    (folder / "models").mkdir(parents=True)
    for path in resources_dir().iterdir():
        if path.name != "models":
            (folder / path.name).symlink_to(path)
    for path in (resources_dir() / "models").iterdir():
        (folder / "models" / path.name).symlink_to(path)
    pieces = folder / "models" / "pieces.model"
    data = bytearray(pieces.read_bytes())
    data[len(data) // 2] ^= 1
    pieces.unlink()
    pieces.write_bytes(data)
    return folder.parent


def started(code: str, *words: object, key: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"BEHEER_KEY": key, "XDG_STATE_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    command = [sys.executable, "-c", code, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=300)


def waiting(path: Path, key: str) -> tuple[int, int]:
    with Store.open(path, key) as store, store.reading() as connection:
        return tuple(connection.exec_driver_sql("SELECT count(*), sum(needs_judging) FROM messages").one())


@pytest.mark.nightly
def test_the_export_is_taken_in_and_the_judge_is_off(store_path, store_key, damaged, tmp_path):
    chat = tmp_path / "chat.txt"
    chat.write_text(CHAT, encoding="utf-8")
    words = ("import", chat, "--group", "Kade", "--store", store_path, "--lang", "nl")
    done = started(RUN, damaged, *words, key=store_key, home=tmp_path)
    assert done.returncode == 1
    assert "pieces.model" in done.stderr
    assert "Installeer Beheerconsole opnieuw; uw gegevens blijven staan." in done.stderr
    assert "Traceback" not in done.stderr
    assert waiting(store_path, store_key) == (2, 2)
    done = started(WINDOW, damaged, store_path, key=store_key, home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Berichten kunnen niet worden beoordeeld" in done.stdout
    assert waiting(store_path, store_key) == (2, 2)
    with Store.open(store_path, store_key) as store:  # and once it is installed again
        judge_pending(Console(store, lambda: NOW, "nl", "test"))
    assert waiting(store_path, store_key) == (2, 0)
