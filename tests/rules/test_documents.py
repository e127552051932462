"""README and CHANGELOG say what is so: files exist, commands parse, and packages are the same ones everywhere."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from console import cli
from console.texts import LANGUAGES, say
from tests.tools.pictures import wrong_picture
from ui.app import parse
from ui.pages import ENTRIES

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FOLDERS = ("console/", "ui/", "resources/", "tests/", ".ci/")


def block(mark: str) -> str:
    """The commands after ``<!-- mark -->``, as ``.ci/run`` takes them."""
    found = re.search(rf"^<!-- {mark} -->\n```bash\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert found, f"README.md has no block <!-- {mark} -->"
    return found[1]


def packages(text: str) -> set[str]:
    """Debian's names of libraries end in a number."""
    return set(re.findall(r"\blib[\w.+-]*\d\b", text))


def commands(program: str) -> list[list[str]]:
    """Every call of a program in README's blocks, without the program's own name."""
    lines = [
        line
        for code in re.findall(r"^```bash\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
        for line in code.splitlines()
    ]
    calls = [call for line in lines for call in re.findall(rf"(?:^|[ /]){program} (?!-m)(.*)", line)]
    return [shlex.split(call, comments=True) for call in calls]


def test_every_file_that_is_named_exists() -> None:
    named = {word for word in re.findall(r"`([^`\s]+)`", README) if word.startswith(FOLDERS)}
    named |= set(re.findall(r"\]\(([^)]+)\)", README)) | set(re.findall(r"python (tests/\S+\.py)", README))
    assert len(named) > 20
    assert sorted(path for path in named if not (ROOT / path).exists()) == []


def test_the_commands_of_beheer_parse() -> None:
    calls = commands("beheer")
    assert len(calls) >= 8
    for words in calls:
        cli._parser("en").parse_args(words)


def test_every_command_of_beheer_is_shown() -> None:
    usage = cli._parser("en").format_help()
    there = set(re.findall(r"^    (\w+) ", usage, re.MULTILINE))
    assert there <= {words[0] for words in commands("beheer")}


def test_the_commands_of_the_window_parse() -> None:
    calls = commands("beheerconsole")
    assert len(calls) >= 2
    for words in calls:
        assert parse(words).demo
    told = README.partition("pictures in this file were made that way.")[2].partition("change them")[0]
    assert parse([word for option in re.findall(r"`(--[^`]+)`", told) for word in option.split()]).size == (1600, 1000)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_names_the_libraries_that_readme_names(language: str) -> None:
    sentence = say("errors.qt_libraries_missing", language, library="x")
    assert packages(sentence) == packages(block("system"))


def test_ci_runs_what_readme_says() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for mark in ("system", "test"):
        assert block(mark)
        assert f"run_readme {mark}" in script
    assert "pytest" not in script.replace("pytest's", "")
    assert block("open").rpartition("&& ")[0].replace("install .", 'install -e ".[test]"') in block("test")


def test_pictures_of_readme_are_pages_of_the_window() -> None:
    folder = ROOT / "resources" / "pictures"
    shown = {Path(path).name for path in re.findall(r"\]\((resources/pictures/[^)]+)\)", README)}
    assert shown == {path.name for path in folder.iterdir()}
    assert shown <= {f"{entry.picture}.png" for entry in ENTRIES}
    assert [wrong_picture(folder / name) for name in shown] == [""] * len(shown)


def test_changelog_tells_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", changelog, re.MULTILINE)
    assert headings[0] == "Unreleased" or headings[0].startswith(f"{version} - ")
    assert all(
        heading == "Unreleased" or re.fullmatch(r"\d+\.\d+\.\d+ - \d{4}-\d\d-\d\d", heading) for heading in headings
    )
    assert all(
        re.search(r"\(#\d+\)$", entry) for entry in re.findall(r"^- (?:.+\n)(?:  .+\n)*", changelog, re.MULTILINE)
    )
