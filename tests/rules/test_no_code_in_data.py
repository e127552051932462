"""Nothing that the program reads can run: no pickle in our code or in what we ship, no text that becomes code."""

import ast
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
CODE = [path for folder in ("console", "ui") for path in sorted((ROOT / folder).rglob("*.py"))]
UNPACKERS = {"pickle", "cPickle", "joblib", "shelve", "marshal", "dill", "cloudpickle", "yaml", "jsonpickle", "runpy"}
RUNNERS = {"eval", "exec", "compile", "__import__"}
PROGRAMS = {"subprocess", "os.system", "os.popen", "pty"}  # of another; the window opens addresses by Qt only
SHIPPED = {
    *(".toml", ".md", ".txt", ".csv", ".tsv", ".json", ".jsonl", ".ts", ".svg", ".png", ".ttf", ".otf", ".woff2"),
    *(".npz", ".onnx", ".model", ".xlsx", ".zip", ".eml", ".gz", ".html", ""),
}
PICKLED = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")


def trees() -> Iterator[tuple[str, ast.AST]]:
    """Yield every node of the files in which one of these words stands."""
    names = {*UNPACKERS, *(name.partition(".")[0] for name in PROGRAMS), "load", "allow_pickle"} - {"os"}
    words = re.compile(rf"\b(?:{'|'.join(sorted(names))}|os\.\w+)\b|(?<![.\w])(?:{'|'.join(sorted(RUNNERS))})\(")
    for path in CODE:
        text = path.read_text(encoding="utf-8")
        if words.search(text):
            yield from (
                (f"{path.relative_to(ROOT)}:{getattr(one, 'lineno', 0)}", one) for one in ast.walk(ast.parse(text))
            )


def imported(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    return {node.module.partition(".")[0]} if isinstance(node, ast.ImportFrom) and node.module else set()


def dotted(node: ast.expr) -> str:
    """Return the name of what is called: "np.load"; of what is called by another name only the last part."""
    if isinstance(node, ast.Attribute):
        return f"{node.value.id}.{node.attr}" if isinstance(node.value, ast.Name) else f".{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def test_our_code_unpacks_nothing_that_can_run_and_starts_no_other_program() -> None:
    wrong = []
    for place, node in trees():
        wrong += [f"{place} imports {name}" for name in imported(node) & (UNPACKERS | PROGRAMS)]
        if isinstance(node, ast.Call):
            called = dotted(node.func)
            if called in RUNNERS | PROGRAMS:
                wrong.append(f"{place} calls {called}")
            if any(word.arg == "allow_pickle" and getattr(word.value, "value", True) for word in node.keywords):
                wrong.append(f"{place} allows pickle")
            if called in ("np.load", "numpy.load") and not any(word.arg == "allow_pickle" for word in node.keywords):
                wrong.append(f"{place} does not say allow_pickle=False")
            if called == "torch.load" and not any(word.arg == "weights_only" for word in node.keywords):
                wrong.append(f"{place} does not say weights_only")
    assert wrong == []


def test_what_we_ship_holds_nothing_that_can_run() -> None:
    files = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert len(files) > 50
    assert sorted({path.suffix for path in files} - SHIPPED) == []
    assert [path for path in files if path.read_bytes()[:2] in PICKLED] == []
    for path in files:
        if path.suffix == ".npz":
            with zipfile.ZipFile(path) as packed:
                for name in packed.namelist():
                    with packed.open(name) as stream:
                        version = np.lib.format.read_magic(stream)
                        read = (
                            np.lib.format.read_array_header_1_0
                            if version == (1, 0)
                            else np.lib.format.read_array_header_2_0
                        )
                        assert not read(stream)[2].hasobject, name
