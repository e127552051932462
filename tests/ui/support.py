"""A console over a real store for tests of the window, and chats to take in."""

import tempfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from console.desk import intake
from console.desk.console import Console
from console.desk.vault.changing import put_off_sheet
from console.store.session import Store

KEY = "0123456789abcdef" * 4
NOW = datetime(2026, 11, 15, 19, 0, tzinfo=UTC)
DATA = Path(__file__).resolve().parents[1] / "data" / "intake"

LINDENHOF = """\
12-11-2026 20:58 - Berichten en gesprekken worden end-to-end versleuteld.
12-11-2026 21:03 - Anja Bakker: Wie kent de witte bus voor nummer 12?
12-11-2026 21:05 - Bram: Die is van mijn zwager
13-11-2026 08:10 - Fatima: Rode kat gevonden bij de speeltuin
14-11-2026 12:00 - Henk: Bel Piet Jansen maar, zijn nummer is 06-12345678
"""
FLAGGED_TEXT = "Bel Piet Jansen maar, zijn nummer is 06-12345678"


@cache
def _template(chats: tuple[tuple[str, str], ...]) -> bytes:
    """A store at the newest schema with these chats in it, made once: migrating and judging take a second."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.db"
        with Store.open(path, KEY, create=True) as store:
            put_off_sheet(store)  # of somebody who started the program before
            for group, text in chats:
                intake.import_text(_console(store), text, group)
        return path.read_bytes()


def open_console(folder: Path, *chats: tuple[str, str]) -> Console:
    """Open a console over a fresh store in a folder, with chats (group, text) in it; close its ``store`` after use."""
    path = folder / "store.db"
    path.write_bytes(_template(chats))
    return _console(Store.open(path, KEY))


def _console(store: Store) -> Console:
    return Console(store=store, now=lambda: NOW, language="nl", actor="Anja")


def write_chat(folder: Path, group: str = "Lindenhof", text: str = LINDENHOF) -> Path:
    """Write an export as an Android phone in Dutch names it."""
    path = folder / f"WhatsApp-chat met {group}.txt"
    path.write_text(text, encoding="utf-8")
    return path
