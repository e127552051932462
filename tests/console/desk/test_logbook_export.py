"""The logbook in a file."""

import csv

import openpyxl
import pytest

from console.desk import triage
from console.desk.logbook_export import export
from console.domain.decision import Act, Verb
from console.domain.logbook import LogFilter
from console.errors import ExpectedError

from .conftest import ALL_RIGHT, NOW

HEADINGS = ["Wanneer", "Wie", "Groep", "Wat", "Ongedaan", "Lid", "Waarover", "Waarom getoond", "Geschreven"]
FORMULA = '=HYPERLINK("http://kwaad.example"; "klik")'


def read(path):
    """The rows of a file, as a program for tables reads them."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.reader(stream, delimiter=";"))
    return [["" if value is None else value for value in row] for row in openpyxl.load_workbook(path).active.values]


def written(folder):
    """The files in a folder, but for those of the store."""
    return [child.name for child in folder.iterdir() if not child.name.startswith("store.db")]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".XLSX"])
def test_every_decision_is_a_row_with_why_it_was_shown(console, chat, tmp_path, suffix):
    triage.decide(console, chat.flag("Bel Zoë;\n06-12345678", author="Bram"), Act(Verb.PRIVATE, "Dag, liever niet."))
    triage.undo(console)
    path = tmp_path / f"logboek{suffix}"
    assert export(console, path, LogFilter()) == 2
    headings, undoing, first = read(path)
    assert headings == HEADINGS
    when = NOW.astimezone().strftime("%d-%m-%Y %H:%M")
    assert first[:6] == [when, "Anja", "Kade", "privé antwoord", "ja", "Bram"]
    assert first[6:] == ["Bel Zoë; 06-12345678", "Let op: personal_data.", "Dag, liever niet."]
    assert undoing[3] == "ongedaan gemaakt: privé antwoord"
    assert written(tmp_path) == [path.name]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("text", [FORMULA, "+31612345678", "-2", "@SUM(A1)", "\t=1+1", "＝1+1"])
def test_no_program_for_tables_runs_what_somebody_wrote(console, chat, tmp_path, suffix, text):
    triage.decide(console, chat.flag("x", author=text), Act(Verb.PRIVATE, text))
    path = tmp_path / f"logboek{suffix}"
    export(console, path, LogFilter())
    row = read(path)[1]
    assert row[5].startswith("'")
    assert row[8] == f"'{text.strip()}"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('Ja,=HYPERLINK("x")', 'Ja,\'=HYPERLINK("x")'),
        ("Dag\n=1+1", "Dag\n'=1+1"),
        ("Dag;+cmd", "Dag;'+cmd"),
        ("Dat is 5,- en niet meer", "Dat is 5,- en niet meer"),
    ],
)
def test_a_program_that_ends_cells_elsewhere_runs_nothing_either(console, chat, tmp_path, text, kept):
    """Where people write commas between cells, a program reads one file of ours as others than we wrote."""
    triage.decide(console, chat.flag("x"), Act(Verb.PRIVATE, text))
    export(console, tmp_path / "logboek.csv", LogFilter())
    assert read(tmp_path / "logboek.csv")[1][8] == kept


def test_marks_that_nobody_sees_are_written_out(console, chat, tmp_path):
    triage.decide(console, chat.flag("x"), Act(Verb.PRIVATE, "a\u202eb\x00c\x1bd"))
    for name in ("a.csv", "a.xlsx"):
        export(console, tmp_path / name, LogFilter())
        assert read(tmp_path / name)[1][8] == "a[U+202E]b[U+0000]c[U+001B]d"


def test_the_filter_counts_and_an_old_file_is_replaced_whole(console, chat, tmp_path):
    triage.decide(console, chat.flag("een"), ALL_RIGHT)
    triage.decide(console, chat.flag("twee"), Act(Verb.DELETE))
    path = tmp_path / "logboek.csv"
    path.write_text("iets ouds")
    assert export(console, path, LogFilter(verb=Verb.DELETE)) == 1
    assert [row[6] for row in read(path)[1:]] == ["twee"]


@pytest.mark.parametrize(("name", "key"), [("logboek.pdf", "export_kind"), ("weg/logboek.csv", "export_not_written")])
def test_what_cannot_be_written_says_so_and_leaves_nothing(console, chat, tmp_path, name, key):
    triage.decide(console, chat.flag(), ALL_RIGHT)
    with pytest.raises(ExpectedError) as refused:
        export(console, tmp_path / name, LogFilter())
    assert refused.value.key == key
    assert refused.value.sentence("nl")
    assert written(tmp_path) == []
