"""``beheer`` as its contract says (``design/cli.md``): data on stdout, sentences on stderr, 0, 1 or 2."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from console import cli
from console.assets import resource
from console.store.session import Store

KEY = "0123456789abcdef" * 4
ROOT = Path(__file__).parents[2]

CHAT = """\
01-11-2026 09:00 - Anja heeft Bram toegevoegd
13-11-2026 20:01 - Anja: Goedenavond allemaal
13-11-2026 20:02 - Bram: Zijn nummer is 0612987654, vraag hem maar
13-11-2026 20:03 - Anja: Dank je
"""
UNDECIDABLE = "3/4/26, 20:01 - Anja: Goedenavond\n3/4/26, 20:02 - Bram: Hallo\n"


class Beheer:
    """Runs ``beheer`` in this process, on a store in a temporary folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.store = folder / "beheer.db"
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *words: object, status: int = 0) -> list[dict]:
        """Run a command, check its exit status, and return the JSON objects it wrote."""
        try:
            ended = cli.main([*map(str, words), "--store", str(self.store)])
        except SystemExit as error:
            ended = error.code
        self.out, self.err = self._capsys.readouterr()
        assert ended == status, self.err
        assert "Traceback" not in self.err
        lines = self.out.splitlines()
        return [json.loads(line) for line in lines] if all(line.startswith("{") for line in lines) else []

    def chat(self, text: str = CHAT, name: str = "chat.txt") -> Path:
        """Write an export."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def beheer(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Beheer:
    monkeypatch.setenv("BEHEER_KEY", KEY)
    monkeypatch.delenv("BEHEER_STORE", raising=False)
    return Beheer(tmp_path, capsys)


def run(*words: object, **values) -> subprocess.CompletedProcess[bytes]:
    """Run ``beheer`` as a program of its own."""
    values = {"capture_output": True, "timeout": 60, "cwd": ROOT} | values
    return subprocess.run([sys.executable, "-m", "console", *map(str, words)], check=False, **values)


# --- starting --------------------------------------------------------------------------------------------------------


def test_starting_loads_nothing_that_only_a_command_needs():
    code = "import sys, console.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    packages = {name.partition(".")[0] for name in loaded.stdout.split()}
    heavy = {"sqlalchemy", "alembic", "keyring", "phonenumbers", "openpyxl", "PySide6", "sqlcipher3", "platformdirs"}
    assert packages & heavy == set()


def test_reading_a_file_needs_no_database():
    code = "import sys, console.cli.chats; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    packages = {name.partition(".")[0] for name in loaded.stdout.split()}
    assert packages & {"sqlalchemy", "alembic", "keyring", "PySide6", "sqlcipher3"} == set()


def test_help_names_the_commands_that_there_are_in_both_languages():
    dutch, english = run("--help").stdout.decode(), run("--lang", "en", "--help").stdout.decode()
    for command in ("read", "judge", "import", "week", "groups", "check", "backup"):
        assert f"    {command}" in dutch
    assert "wat nu uw aandacht vraagt" in dutch
    assert "what needs you now" in english


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nergens"],
        ["read"],
        ["import", "a.txt"],
        ["week", "--onzin"],
        ["week", "--lang", "fr"],
        ["read", "a.txt", "--date-order", "xyz"],
        ["read", "a.txt", "--format", "onzin"],
        ["read", "a.txt", "--column", "onzin=Naam"],
        ["import", "a.txt", "--group", "Kade", "--review-from", "gisteren"],
        ["judge", "--prof", "hic"],
    ],
)
def test_wrong_usage_ends_with_two_and_a_sentence(beheer, words):
    beheer(*words, status=2)
    assert "Zo kan het niet" in beheer.err
    assert beheer.out == ""
    assert not beheer.store.exists()


# --- read ------------------------------------------------------------------------------------------------------------


def test_read_writes_one_object_a_message(beheer):
    rows = beheer("read", beheer.chat())
    assert len(rows) == 4
    assert rows[0] == {
        "sent_at": "2026-11-01T09:00:00",
        "author": None,
        "kind": "system",
        "event": "member_added",
        "subject": ["Bram"],
        "text": "Anja heeft Bram toegevoegd",
        "attachments": [],
        "edited": False,
    }
    assert [row["author"] for row in rows] == [None, "Anja", "Bram", "Anja"]
    assert not beheer.store.exists()


def test_read_names_the_file_that_is_wrong_and_goes_on_with_the_others(beheer):
    nothing = beheer.chat("Boodschappen: melk en brood\n", "lijst.txt")
    rows = beheer("read", nothing, beheer.folder / "weg.txt", beheer.chat(), status=1)
    assert len(rows) == 4
    first, second = beheer.err.splitlines()
    assert "lijst.txt" in first
    assert "weg.txt" in second


def test_a_date_order_that_the_file_does_not_tell_is_asked_for(beheer):
    chat = beheer.chat(UNDECIDABLE)
    assert beheer("read", chat, status=1) == []
    assert "--date-order" in beheer.err
    assert beheer("read", chat, "--date-order", "mdy")[0]["sent_at"] == "2026-03-04T20:01:00"
    assert beheer("read", chat, "--date-order", "dmy")[0]["sent_at"] == "2026-04-03T20:01:00"


def test_several_chats_in_one_export_are_asked_about(beheer):
    def chat(number: int, name: str) -> dict:
        message = {"id": 1, "type": "message", "date": "2026-11-13T20:01:00", "from": "Anja", "text": name}
        return {"id": number, "name": name, "type": "private_group", "messages": [message]}

    chats = {"about": "", "chats": {"about": "", "list": [chat(1, "Kade"), chat(2, "Dijk")]}}
    export = beheer.chat(json.dumps(chats), "result.json")
    beheer("read", export, status=1)
    assert "--chat" in beheer.err
    assert "Kade" in beheer.err
    assert [row["text"] for row in beheer("read", export, "--chat", "Dijk")] == ["Dijk"]


def test_columns_of_a_table_can_be_named(beheer):
    table = beheer.chat("wanneer;wie;wat\n2026-11-13 20:01;Anja;Hallo\n", "chat.csv")
    beheer("read", table, status=1)
    assert "--column" in beheer.err
    columns = [word for pair in ("date=wanneer", "author=wie", "text=wat") for word in ("--column", pair)]
    assert [row["text"] for row in beheer("read", table, *columns)] == ["Hallo"]


def test_a_reader_that_stops_early_is_no_trouble(tmp_path):
    chat = tmp_path / "chat.txt"
    chat.write_text("".join(f"13-11-2026 20:01 - Anja: bericht {n}\n" for n in range(20_000)), encoding="utf-8")
    command = [sys.executable, "-m", "console", "read", str(chat)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as program:
        assert b"bericht 0" in program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait(timeout=60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_output_that_cannot_be_written_is_told(tmp_path):
    chat = tmp_path / "chat.txt"
    chat.write_text(CHAT, encoding="utf-8")
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        ended = run("read", chat, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert (ended.returncode, ended.stderr.count(b"\n")) == (1, 1)


def test_text_comes_out_as_utf_8_whatever_the_computer_speaks(tmp_path):
    chat = tmp_path / "chat.txt"
    chat.write_text("13-11-2026 20:01 - Anja: café 👍\n13-11-2026 20:02 - Bram: ja\n", encoding="utf-8")
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    first = run("read", chat, env=environment).stdout.splitlines()[0]
    assert json.loads(first.decode("utf-8"))["text"] == "café 👍"


# --- judge -----------------------------------------------------------------------------------------------------------


def judge(beheer, *rows: object, words=(), status: int = 0) -> list[dict]:
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    return beheer("judge", beheer.chat("\n".join(lines) + "\n", "in.jsonl"), *words, status=status)


def test_judge_answers_every_line_in_order(beheer):
    text = "😀 Zijn nummer is 0612987654"
    rows = judge(beheer, {"id": "a", "text": "Goedemorgen"}, "", {"id": 7, "text": text, "role": "member"})
    assert [row["id"] for row in rows] == ["a", 7]
    assert list(rows[1]) == [
        "id",
        "category",
        "primary",
        "stigma",
        "abuse",
        "vigilantism",
        "personal_data",
        "call112",
        "feedback",
        "off_topic",
        "attention",
        "reasons",
    ]
    assert (rows[0]["attention"], rows[1]["attention"], rows[1]["personal_data"]) == ("none", "today", ["phone"])
    reason = rows[1]["reasons"][0]
    assert list(reason) == ["flag", "rule", "nl", "en", "spans"]
    assert [text[start:end] for start, end in reason["spans"]] == ["0612987654"]


def test_the_profile_of_a_line_wins_over_that_of_the_command(beheer):
    lost = "Onze rode kat is sinds gisteren weg, wie heeft hem gezien?"
    rows = judge(beheer, {"text": lost}, {"text": lost, "profile": "broad"}, words=["--profile", "wabp_alarm"])
    assert [row["off_topic"] for row in rows] == [True, False]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("{kapot", "JSON"),
        ("[1]", "JSON"),
        ("[" * 100_000, "JSON"),
        ('{"text": 1' + "0" * 5000 + "}", "JSON"),
        ({"id": "x"}, '"text"'),
        ({"text": 3}, '"text"'),
        ({"text": "x", "role": "baas"}, '"role"'),
        ({"text": "x", "role": []}, '"role"'),
        ({"text": "x", "context": "los"}, '"context"'),
        ({"text": "x", "profile": "nergens"}, "broad"),
        ({"text": "x", "profile": {}}, "broad"),
    ],
)
def test_a_wrong_line_is_named_and_what_came_before_is_kept(beheer, line, word):
    rows = judge(beheer, {"id": 1, "text": "Goedemorgen"}, line, {"id": 3, "text": "Hallo"}, status=1)
    assert [row["id"] for row in rows] == [1]
    assert "Regel 2" in beheer.err
    assert word in beheer.err
    assert len(beheer.err) < 500


def test_judge_reads_standard_input_and_gives_half_a_character_back_as_it_came(beheer, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"id": "\\ud800", "text": "Hoi \\ud800"}\n')))
    (row,) = beheer("judge")
    assert row["id"] == "\ud800"


@pytest.mark.parametrize(("words", "said"), [(["weg.jsonl"], "weg.jsonl"), (["--profile", "nergens"], "nergens")])
def test_judge_says_what_it_cannot_find(beheer, words, said):
    beheer("judge", *words, status=1)
    assert said in beheer.err
    beheer("judge", beheer.folder, status=1)
    assert beheer.folder.name in beheer.err
    beheer("judge", beheer.chat() / "weg.jsonl", status=1)
    assert "weg.jsonl" in beheer.err


# --- with a store ----------------------------------------------------------------------------------------------------


def test_import_tells_what_was_new_and_repeating_adds_nothing(beheer):
    first = beheer("import", beheer.chat(), "--group", "Kade", "--json")
    expected = {"group": "Kade", "read": 4, "new": 4, "known": 0, "changed": 0, "flagged": 1}
    period = {"from": "2026-11-01T09:00:00", "to": "2026-11-13T20:03:00"}
    assert first == [expected | period] * 2
    again = beheer("--json", "import", beheer.chat(), "--group", "Kade")
    assert again == [expected | {"new": 0, "known": 4, "flagged": 0} | period] * 2


def test_import_of_several_files_ends_with_the_total(beheer):
    later = beheer.chat("14-11-2026 08:00 - Anja: Goedemorgen\n14-11-2026 08:01 - Bram: Hoi\n", "later.txt")
    rows = beheer("import", beheer.chat(), beheer.folder / "weg.txt", later, "--group", "Kade", "--json", status=1)
    assert [row["read"] for row in rows] == [4, 2, 6]
    assert (rows[-1]["from"], rows[-1]["to"]) == ("2026-11-01T09:00:00", "2026-11-14T08:01:00")
    assert "weg.txt" in beheer.err


def test_a_group_name_that_is_no_text_is_made_one(beheer):
    (row, _) = beheer("import", beheer.chat(), "--group", "Ka\udcffde\nNoord", "--json")
    assert row["group"] == "Ka de Noord"


def test_import_says_it_in_a_sentence(beheer):
    beheer("import", beheer.chat(), "--group", "Kade")
    assert beheer.out.startswith("chat.txt: 4 berichten gelezen, 4 nieuw")
    beheer("import", beheer.chat(), "--group", "Kade", "--lang", "en")
    assert beheer.out.startswith("chat.txt: 4 messages read, 0 new, 4 known")


def test_import_refuses_a_profile_that_does_not_exist_before_anything_is_made(beheer):
    beheer("import", beheer.chat(), "--group", "Kade", "--profile", "nergens", status=1)
    assert "nergens" in beheer.err
    assert not beheer.store.exists()


def test_week_shows_what_needs_attention(beheer):
    beheer("import", beheer.chat(), "--group", "Kade", "--review-from", "all")
    assert beheer("week", "--json") == [
        {
            "kind": "message",
            "group": "Kade",
            "at": "2026-11-13T20:02:00",
            "attention": "today",
            "why": "Hier staat een telefoonnummer van iemand anders.",
            "text": "Zijn nummer is 0612987654, vraag hem maar",
        }
    ]
    (english,) = beheer("week", "--json", "--lang", "en")
    assert english["why"] == "This holds somebody else's telephone number."
    beheer("week")
    assert "[vandaag] 13-11-2026 20:02 Kade, Bram: Hier staat een telefoonnummer" in beheer.out


def test_week_judges_what_an_import_left_and_keeps_history_off_the_list(beheer):
    beheer("import", beheer.chat(), "--group", "Kade", "--no-judge", "--review-from", "2026-11-14")
    beheer("week")
    assert "Alles is bekeken" in beheer.out
    assert "1 oudere berichten" in beheer.out
    assert beheer("week", "--json") == []


def test_text_that_steers_a_terminal_is_made_visible(beheer):
    chat = CHAT.replace("vraag hem", "\x1b[31mvraag\u202e \x9bhem")
    beheer("import", beheer.chat(chat), "--group", "Ka\u202ede", "--review-from", "all")
    beheer("week")
    assert "\x1b" not in beheer.out
    assert "vraag‹U+202E› ‹U+009B›hem" in beheer.out
    assert "\u202e" not in beheer.out
    assert " Kade, Bram" in beheer.out
    assert "\x9bhem" in beheer("week", "--json")[0]["text"]  # to a program it is what it was
    assert "\x9b" not in beheer.out
    beheer("groups")
    assert beheer.out.startswith("Kade (")


def test_groups_are_listed(beheer):
    beheer("import", beheer.chat(), "--group", "Kade", "--profile", "hic", "--review-from", "all")
    assert beheer("groups", "--json") == [
        {
            "group": "Kade",
            "profile": "hic",
            "tool": "whatsapp",
            "umbrella": None,
            "managed_by": None,
            "members": 2,
            "coverage": None,
            "messages": 4,
            "last_message_at": "2026-11-13T20:03:00",
            "open_items": 1,
            "professionals": 0,
            "family": [],
            "concerns": [],
        }
    ]
    beheer("groups")
    assert "Kade (HIC-groep): 2 deelnemers, 4 berichten, laatste 13-11-2026 20:03, open 1" in beheer.out


def test_an_empty_store_has_no_groups_and_says_what_to_do(beheer, store_path):
    beheer.store = store_path
    assert beheer("groups", "--json") == []
    beheer("groups")
    assert "beheer import" in beheer.out


@pytest.mark.parametrize("command", [["week"], ["groups"], ["check"], ["backup", "."]])
def test_without_a_store_nothing_is_made_and_a_sentence_says_so(beheer, command):
    beheer(*command, status=1)
    assert str(beheer.store) in beheer.err
    assert len(beheer.err.splitlines()) == 1
    assert not beheer.store.exists()


def test_check_tells_that_a_store_is_whole_and_when_it_is_not(beheer):
    beheer("import", beheer.chat(), "--group", "Kade")
    (told,) = beheer("check", "--json")
    assert (told["ok"], told["rows"]["messages"]) == (True, 4)
    assert told["cipher"]
    beheer("check")
    assert "heel" in beheer.out
    with beheer.store.open("r+b") as file:
        file.seek(-20_000, os.SEEK_END)
        file.write(b"\0" * 64)
    (told,) = beheer("check", "--json", status=1)
    assert told["ok"] is False
    assert "beschadigd" in beheer.err


def test_backup_makes_a_store_that_opens(beheer):
    beheer("import", beheer.chat(), "--group", "Kade")
    (told,) = beheer("backup", beheer.folder / "kopie", "--json")
    beheer.store = Path(told["path"])
    assert beheer("groups", "--json")[0]["messages"] == 4


def test_the_store_and_the_key_may_come_from_elsewhere(beheer, monkeypatch):
    beheer("import", beheer.chat(), "--group", "Kade")
    key_file = beheer.folder / "key"
    key_file.write_text(KEY)
    key_file.chmod(0o600)
    monkeypatch.setenv("BEHEER_KEY", "f" * 64)
    monkeypatch.setenv("BEHEER_STORE", str(beheer.store))
    assert cli.main(["groups", "--key-file", str(key_file)]) == 0
    assert cli.main(["groups"]) == 1


def test_stopping_by_the_keyboard_keeps_nothing_half(beheer, monkeypatch):
    def interrupt(*arguments: object, **values: object) -> None:
        raise KeyboardInterrupt

    beheer("import", beheer.chat(), "--group", "Kade")
    monkeypatch.setattr(Store, "writing", interrupt)
    beheer("import", beheer.chat(name="weer.txt"), "--group", "Dijk", status=130)
    assert "Gestopt" in beheer.err
    monkeypatch.undo()
    monkeypatch.setenv("BEHEER_KEY", KEY)
    assert [row["group"] for row in beheer("groups", "--json")] == ["Kade"]


def test_the_demo_chats_read_as_a_program_of_its_own():
    read = run("read", *sorted(resource("demo").glob("*.txt")))
    assert (read.returncode, read.stderr) == (0, b"")
    assert len(read.stdout.splitlines()) > 1200
