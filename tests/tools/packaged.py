"""Runs a packaged program as a person would: ``python -m tests.tools.packaged FOLDER``, the folder with both programs.

The programs get an empty home and nothing of this environment. What the command line writes is compared with what
this checkout writes, so that a data file that was not packed shows. Exit status 1 at the first thing that is wrong.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from console.assets import resource
from tests.tools.pictures import wrong_pictures

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests" / "data" / "chats" / "dutch" / "all_wordings_ios.txt"
SENTENCES = ROOT / "tests" / "data" / "judge" / "messages.jsonl"
SUFFIX = ".exe" if sys.platform == "win32" else ""
KEPT = ("PATH", "SYSTEMROOT", "WINDIR", "TEMP", "TMP")
LIMIT_SECONDS = 240


class PackagedError(Exception):
    """What is wrong with the program, in words for a developer."""


class Packaged:
    """The two programs in a folder, run in a home of their own."""

    def __init__(self, folder: Path, home: Path) -> None:
        self._folder = folder
        self.home = home
        self._environment = {name: os.environ[name] for name in KEPT if name in os.environ}
        self._environment |= {"HOME": str(home), "USERPROFILE": str(home), "APPDATA": str(home)}
        self._environment |= {"LOCALAPPDATA": str(home), "BEHEER_KEY": "0123456789abcdef" * 4}

    def run(self, program: str, *words: object, status: int = 0) -> subprocess.CompletedProcess[bytes]:
        """Run one of the programs. Raises ``PackagedError`` for another exit status than expected."""
        command = [str(self._folder / (program + SUFFIX)), *map(str, words)]
        began = time.monotonic()
        done = subprocess.run(
            command, cwd=self.home, env=self._environment, capture_output=True, timeout=LIMIT_SECONDS, check=False
        )
        print(f"{time.monotonic() - began:5.1f} s  {program} {' '.join(map(str, words))}", flush=True)
        if done.returncode != status:
            raise PackagedError(f"exit status {done.returncode}, not {status}\n{done.stderr.decode(errors='replace')}")
        return done


def must(is_right: bool, what: str) -> None:
    """Raise ``PackagedError`` unless it is right."""
    if not is_right:
        raise PackagedError(what)


def check_window(packaged: Packaged) -> None:
    """The window draws every page of the demo; without a screen it says so."""
    pictures = packaged.home / "pictures"
    packaged.run("beheerconsole", "--demo", "--screenshot", pictures)
    must(not (wrong := wrong_pictures(pictures)), "\n".join(wrong))
    if sys.platform == "linux":
        told = packaged.run("beheerconsole", status=1).stderr.decode()
        must(told.count("\n") == 1 and "--screenshot" in told, f"without a screen it says: {told}")


def check_commands(packaged: Packaged) -> None:
    """The command line reads and judges as the checkout does, and keeps a store."""
    packaged.run("beheer", "--help")
    for words in (["read", SAMPLE], ["judge", SENTENCES]):
        here = subprocess.run([sys.executable, "-m", "console", *words], cwd=ROOT, capture_output=True, check=True)
        must(packaged.run("beheer", *words).stdout == here.stdout != b"", f"beheer {words[0]} answers differently")
    store, export = packaged.home / "new.db", resource("demo", "HIC Kadebuurt.txt")
    packaged.run("beheer", "import", export, "--group", "HIC", "--profile", "hic", "--store", store)
    packaged.run("beheer", "backup", packaged.home, "--store", store)
    checked = json.loads(packaged.run("beheer", "check", "--json", "--store", store).stdout)
    must(checked["ok"] is True and checked["rows"]["messages"] > 0, f"beheer check says {checked}")
    card = packaged.home / "welkom.png"  # it asks all that draws: fonts, shapes of Arabic letters, PDF, picture
    packaged.run("beheer", "welcome", "--group", "HIC", "--lang", "ar", "--out", card, "--store", store)
    must(card.read_bytes().startswith(b"\x89PNG"), "beheer welcome draws no card")


def main(arguments: Sequence[str]) -> int:
    """Check the programs in a folder; return the exit status."""
    with tempfile.TemporaryDirectory(prefix="beheerconsole-packaged-") as home, ThreadPoolExecutor() as pool:
        packaged = Packaged(Path(arguments[0]).resolve(), Path(home))
        try:
            at_once = [pool.submit(check, packaged) for check in (check_window, check_commands)]
            for checked in at_once:
                checked.result()
        except PackagedError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
