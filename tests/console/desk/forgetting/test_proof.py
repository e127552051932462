"""What is erased is gone from the bytes of the store and its log; what only SQL forgets is not."""

import subprocess
import sys
from dataclasses import replace

import pytest
from sqlalchemy import delete, select

from console.desk.forgetting import proof
from console.errors import ExpectedError
from console.store import crypt
from console.store.session import Store
from console.store.tables import messages

WORDS = ("Wilhelmína", "kenteken", "nergens")


def test_words_are_counted_in_the_file_and_in_the_log_and_are_gone_once_erased(console, chat):
    console.store.empty_log()
    for number in range(40):
        chat.say(f"Wilhelmína heeft kenteken {number}-KAN-7 " + "en nog wat " * 60, subject=["Wilhelmína"])
    in_log = proof.count(console, WORDS)
    assert in_log["Wilhelmína"] >= 80  # as text, and as JSON with its accent written out
    assert (in_log["kenteken"] >= 40, in_log["nergens"]) == (True, 0)

    console.store.empty_log()
    assert proof.count(console, WORDS)["kenteken"] >= 40
    with console.store.writing() as connection:
        connection.execute(delete(messages))
    assert proof.count(console, WORDS)["kenteken"]  # in the older pages, until the log is emptied
    console.store.empty_log()
    assert proof.count(console, WORDS) == dict.fromkeys(WORDS, 0)


_ALONE = """
import sys
from pathlib import Path
from console.store import crypt
from console.store.session import Store
store = crypt.connect(Path(sys.argv[1]), sys.argv[2])
try:
    store.execute("PRAGMA journal_mode = DELETE")
except Exception as error:
    print(error)
print(store.execute("PRAGMA journal_mode").fetchone()[0])
"""


def test_looking_takes_no_lock_from_the_store_and_shows_nothing_to_another_key(console, chat):
    chat.say("Hallo")
    console.store.empty_log()
    proof.count(console, WORDS)
    with console.store.reading() as connection:
        assert connection.scalar(select(messages.c.text)) == "Hallo"
        proof.count(console, WORDS)
        told = subprocess.run(  # whoever wants the file alone still cannot have it
            [sys.executable, "-c", _ALONE, str(console.store.path), console.store.key],
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.splitlines() == ["database is locked", "wal"]
    with pytest.raises(ExpectedError) as refused:
        proof.count(replace(console, store=Store(console.store.path, crypt.new_key())), WORDS)
    assert refused.value.key == "store_wrong_key"
