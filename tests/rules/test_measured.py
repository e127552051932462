"""``tests/README.md``: every row of the table is there, with a command that can be given and a figure of our own."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "tests" / "README.md").read_text(encoding="utf-8")
LINES = [line for line in README.splitlines() if re.match(r"\| \d", line)]
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in LINES]


def commands(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_every_row_that_was_promised_is_there() -> None:
    assert [row[0] for row in ROWS] == [*map(str, range(1, 9)), "12", *map(str, range(15, 20))]
    assert {len(row) for row in ROWS} == {4}


def test_every_command_names_what_is_there() -> None:
    for _number, _held, cell, _measured in ROWS:
        assert commands(cell)
        for command in commands(cell):
            words = command.split()
            assert words[0] in {"day", "night", "python"}, command
            if words[:2] == ["python", "-m"]:
                assert (ROOT / words[2].replace(".", "/")).with_suffix(".py").exists(), command
            for path in (word for word in words if word.startswith("tests/")):
                file = ROOT / path.partition("::")[0]
                assert file.exists(), command
                if words[0] == "night":
                    assert "nightly" in file.read_text(encoding="utf-8") or "often" in file.read_text(encoding="utf-8")


def test_every_row_has_a_figure_of_our_own() -> None:
    assert [number for number, _held, _command, measured in ROWS if not re.search(r"\d", measured)] == []


def test_every_long_test_stands_in_the_table() -> None:
    """Each file of which a test runs at night only."""
    named = {word.partition("::")[0] for row in ROWS for command in commands(row[2]) for word in command.split()}
    marked = re.compile(r"mark\.nightly|^@often\(", re.MULTILINE)
    files = [path for path in (ROOT / "tests").rglob("test_*.py") if path.parent.name != "rules"]
    long = {path.relative_to(ROOT).as_posix() for path in files if marked.search(path.read_text(encoding="utf-8"))}
    assert sorted(long - named) == []
