"""``beheer person``: a copy and forgetting, for one person whom a name or number tells."""

import json
import sys
from pathlib import Path

import pytest

from .test_cli import Beheer, beheer  # noqa: F401
from .test_cli_vault import Terminal

CHAT = """\
14-11-2025 20:01 - Anja Smit: Wie kent Jan de Vries?
14-11-2025 20:02 - Jan de Vries: Ik ben Jan, bel 06-12345678
14-11-2025 20:03 - Anja Smit: Dag Jan, mijn nummer is 06-87654321
14-11-2025 20:04 - Jan Bos: Goedenavond
"""


@pytest.fixture
def chat(beheer: Beheer, monkeypatch: pytest.MonkeyPatch) -> Beheer:  # noqa: F811
    monkeypatch.setenv("XDG_STATE_HOME", str(beheer.folder / "state"))
    beheer("import", beheer.chat(CHAT), "--group", "Kade", "--no-judge")
    return beheer


def test_a_copy_is_written_as_data_or_in_a_folder(chat: Beheer) -> None:
    (copy,) = chat("person", "export", "Jan de Vries")
    assert copy["about"]["name"] == "Jan de Vries"
    assert "Anja" not in chat.out
    (written,) = chat("person", "export", "jan de vries", "--out", chat.folder / "inzage", "--json")
    assert json.loads(Path(written["json"]).read_text(encoding="utf-8"))["about"] == copy["about"]
    assert Path(written["pdf"]).read_bytes().startswith(b"%PDF")
    chat("person", "export", "Jan de Vries", "--out", chat.folder / "inzage")
    assert len(list((chat.folder / "inzage").iterdir())) == 4


def test_who_it_is_must_be_clear(chat: Beheer) -> None:
    found = chat("person", "export", "Jan", "--json", status=1)
    assert [row["name"] for row in found] == ["Jan Bos", "Jan de Vries"]
    assert "--id" in chat.err
    chat("person", "erase", "Jan", status=1)
    assert "lid van Kade" in chat.out
    (copy,) = chat("person", "export", "--id", found[0]["id"])
    assert copy["about"]["name"] == "Jan Bos"
    chat("person", "erase", "Piet", status=1)
    assert "Piet" in chat.err
    chat("person", "erase", status=2)
    chat("person", "erase", " ", status=2)
    chat("person", "export", "--id", "x9", status=1)


def test_a_script_erases_and_an_import_brings_nothing_back(chat: Beheer) -> None:
    (done,) = chat("person", "erase", "Jan de Vries", "--json")
    assert done["left"] == {"store": 0, "logs": 0}
    assert (done["going"]["message"], done["replaced"], done["mentions_left"]) == (1, 1, 1)
    assert Path(done["backup"]).exists()
    assert "1" in chat.err
    (again,) = chat("import", chat.chat(CHAT), "--group", "Kade", "--no-judge", "--json")[:1]
    assert (again["new"], again["known"], again["changed"]) == (0, 4, 0)
    (copy,) = chat("person", "export", "Anja Smit")
    assert "Jan de Vries" not in json.dumps(copy)
    (former,) = chat("person", "export", "Jan de Vries")  # known by his name only, and nothing of it is kept
    assert "Jan" not in json.dumps(former)


def test_an_export_of_before_brings_his_words_in_no_more(chat: Beheer) -> None:
    chat("person", "erase", "Jan de Vries", "--json")
    older = "13-11-2025 10:00 - Jan de Vries: Er zit een ooievaar\n13-11-2025 10:01 - Anja Smit: Goed zo\n" + CHAT
    for new in (2, 0):
        (row,) = chat("import", chat.chat(older), "--group", "Kade", "--no-judge", "--json")[:1]
        assert (row["new"], row["changed"]) == (new, 0)
    (former,) = chat("person", "export", "Jan de Vries")
    assert "ooievaar" not in json.dumps(former)
    assert len(next(part for part in former["parts"] if part["kind"] == "message")["rows"]) == 2


def test_a_person_at_a_terminal_types_the_name(chat: Beheer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("\n"))
    chat("person", "erase", "Jan de Vries", status=1)
    assert "1 bericht: de tekst gaat weg" in chat.err
    assert "Er is niets gewist." in chat.err
    monkeypatch.setattr(sys, "stdin", Terminal("jan de vries\n"))
    chat("person", "erase", "Jan de Vries")
    assert "gewist" in chat.out
