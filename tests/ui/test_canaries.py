"""Words, names, numbers and tokens of somebody: none of them in a log, a report, on a terminal or after a crash."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from console.store.session import Store
from console.store.tables import decisions
from tests.ui.canary_run import CANARIES, DONE
from tests.ui.support import KEY

ROOT = Path(__file__).resolve().parents[2]
SIGNS = (
    *("refused: ", "backup made", "no answer from", "unraisable", "UserWarning in ", "Retrying"),
    *("sqlalchemy.exc.IntegrityError", "requests.exceptions.ConnectionError", "builtins.RuntimeError"),
)
OF_THE_DECISION = ("before", "after", "shown", "note")  # these hold words, for as long as they are kept


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """The folder of a whole day, and what was said on the terminal."""
    folder = tmp_path_factory.mktemp("day")
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "BEHEER_KEY")}
    places = {name: str(folder / name) for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.canary_run", str(folder)],
        check=False,
        cwd=ROOT,
        env=kept | places | {"QT_QPA_PLATFORM": "offscreen", "BEHEER_KEY": KEY},
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert (folder / DONE).exists(), done.stderr
    return folder, done.stdout + done.stderr


def hits(told: str) -> list[str]:
    return [name for name, canary in CANARIES.items() if canary.lower() in told.lower()]


def test_no_canary_is_in_a_log_a_report_or_on_the_terminal(day):
    folder, terminal = day
    logs = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("XDG_STATE_HOME/**/*.log*")}
    assert set(logs) >= {"beheerconsole.log", "crash.log"}
    told = logs["beheerconsole.log"]
    for sign in SIGNS:
        assert sign in told, told  # the day was not an empty one
    assert "Aborted" in logs["crash.log"]
    assert "canary_run.py" in logs["crash.log"]
    assert {name: hits(text) for name, text in logs.items() if hits(text)} == {}
    assert hits(terminal) == [], terminal


def test_report_that_is_copied_is_the_one_that_is_shown_and_names_nobody(day):
    folder, _terminal = day
    reports = json.loads((folder / "reports.json").read_text(encoding="utf-8"))
    assert len(reports) > 5
    for each in reports:
        assert each["copied"] == each["shown"]
        assert hits(each["shown"]) == []


def test_the_journal_holds_words_only_where_they_are_erased_in_time(day):
    folder, _terminal = day
    audit = [column for column in decisions.c if column.name not in OF_THE_DECISION]
    with Store.open(folder / "store.db", KEY) as store, store.reading() as connection:
        rows = connection.execute(select(*audit)).all()
    assert len(rows) >= 4
    assert hits(repr(rows)) == []
