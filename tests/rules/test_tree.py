"""What stands in the project's folder: the layout that was agreed, small files, and nothing of anybody's machine."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOP_LEVEL = {
    *(".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "build.spec", "pyproject.toml"),
    *("console", "resources", "tests", "ui"),
}
FILE_LINES, FUNCTION_LINES = 400, 50
LONGER_FILES = {
    "console/store/tables.py": (600, "the schema is one subject, and its tables point to each other"),
    "tests/console/test_cli.py": (450, "one contract, one test for each of its sentences"),
}
LONGER_FUNCTIONS = {
    "console/store/migrations/versions/0001_tables.py": "a step of the schema is written once and never changed",
    "console/store/migrations/versions/0006_deciding.py": "a step of the schema is written once and never changed",
}
# Where an address may point: to the source of a rule, to a namespace that is a name only, to what a phone writes in
# an export, to names that are kept free for examples, and to where a person has a chat opened with a text in it (wa.me:
# only a link that somebody presses, desk/todos.py; the program itself never asks it anything).
HOSTS = {
    *("learn.microsoft.com", "sqlite.org", "www.zetetic.net", "keepachangelog.com"),
    "www.w3.org",
    *("maps.google.com", "www.politie.nl", "chat.whatsapp.com"),
    *("www.openstreetmap.org", "osm.org", "www.google.nl", "www.google.com", "maps.app.goo.gl", "maps.apple.com"),
    *("localhost", "127.0.0.1"),  # of this computer
    *("example.nl", "example.org", "voorbeeld.nl"),
    "wa.me",
}
PLACES = re.compile(r"(?<![\w.])(?:/work/|/root/|/opt/|/home/(?!anja\b)\w|/Users/\w|[A-Z]:\\Users)")


def ignored() -> list[str]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return [".git", *(line.rstrip("/") for line in lines)]


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file of the project, also one that git does not know yet."""
    for path in sorted(folder.iterdir()):
        if any(fnmatch(path.name, pattern) for pattern in ignored()):
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path


FILES = tuple(files())
CODE = tuple(path for path in FILES if path.suffix == ".py")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def texts() -> Iterator[tuple[Path, str]]:
    """Every file that is text; exports in other encodings are of our own making all the same."""
    for path in FILES:
        content = path.read_bytes()
        if b"\0" not in content:
            yield path, content.decode("utf-8", errors="replace")


def test_the_top_level_is_the_one_that_was_agreed() -> None:
    assert {name(path).partition("/")[0] for path in FILES} == TOP_LEVEL


def test_exceptions_are_still_needed() -> None:
    assert [path for path in LONGER_FILES if length(ROOT / path) <= FILE_LINES] == []
    assert [path for path in LONGER_FUNCTIONS if not long_functions(ROOT / path)] == []


def allowed(path: Path) -> int:
    return LONGER_FILES.get(name(path), (FILE_LINES, ""))[0]


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def long_functions(path: Path) -> list[str]:
    """Functions of more lines than fit a screen; a docstring does not count, because it is what helps."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first, told = node.body[0], ast.get_docstring(node) is not None
            docstring = (first.end_lineno or 0) - first.lineno + 1 if told else 0
            if (node.end_lineno or 0) - node.lineno + 1 - docstring > FUNCTION_LINES:
                found.append(node.name)
    return found


def test_files_and_functions_stay_small() -> None:
    """One that grows has two subjects: find them."""
    long = [f"{name(path)} has {length(path)} lines" for path in CODE if length(path) > allowed(path)]
    for path in CODE:
        if name(path) not in LONGER_FUNCTIONS:
            long += [f"{name(path)}: {function}" for function in long_functions(path)]
    assert long == []


def test_no_place_on_a_machine_is_named() -> None:
    found = [f"{name(path)}: {match}" for path, text in texts() for match in PLACES.findall(text)]
    assert [line for line in found if not line.startswith(name(Path(__file__)))] == []


def test_no_host_on_the_network_is_named() -> None:
    address = re.compile(r"\b(?:https?|ftp|wss?|git|ssh)://([\w.-]+)", re.IGNORECASE)
    invented = (".voorbeeld", ".voorbeeld.nl", ".example", ".invalid")  # names that nobody can have
    found = {
        f"{name(path)}: {host}"
        for path, text in texts()
        for host in address.findall(text)
        if host not in HOSTS and not host.endswith(invented)
    }
    assert sorted(found) == []


def test_nobody_reads_what_lies_beside_the_project() -> None:
    beside = re.compile(r"\.\./shared\b|parents\[\d\] / \"shared\"")
    assert [name(path) for path, text in texts() if path != Path(__file__) and beside.search(text)] == []
