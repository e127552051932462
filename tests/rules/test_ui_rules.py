"""Rules of the window that a reader would have to remember otherwise; each is looked for in the code itself."""

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "ui").rglob("*.py"))
TEXT_MODULE = ROOT / "ui" / "widgets" / "text.py"
RICH = {"QLabel", "QMessageBox", "QTextBrowser", "QTextEdit", "QErrorMessage", "QInputDialog", "QProgressDialog"}
RICH_CALLS = {"setToolTip", "setHtml", "setMarkdown", "appendHtml", "insertHtml", "setWhatsThis", "showText"}
PIXEL_CALLS = {
    "setFixedWidth",
    "setFixedHeight",
    "setFixedSize",
    "setMinimumWidth",
    "setMinimumHeight",
    "setMinimumSize",
    "setMaximumWidth",
    "setMaximumHeight",
    "setMaximumSize",
    "setPixelSize",
    "setDefaultSectionSize",
    "resizeSection",
    "addSpacing",
    "setSpacing",
    "setContentsMargins",
    "setSizes",
    "resize",
}


@functools.cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@functools.cache
def calls(path: Path) -> tuple[ast.Call, ...]:
    return tuple(node for node in nodes(path) if isinstance(node, ast.Call))


@pytest.fixture(scope="module", autouse=True)
def forget() -> Iterator[None]:
    """What was read is needed by all tests here and by none elsewhere."""
    yield
    nodes.cache_clear()
    calls.cache_clear()


def name(call: ast.Call) -> str:
    function = call.func
    return (
        function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
    )


def owner(call: ast.Call) -> str:
    value = call.func.value if isinstance(call.func, ast.Attribute) else None
    return value.id if isinstance(value, ast.Name) else ""


def places(wrong: list[tuple[Path, int]]) -> list[str]:
    return [f"{path.relative_to(ROOT)}:{line}" for path, line in wrong]


def test_there_is_something_to_look_at():
    assert len(FILES) > 30
    assert TEXT_MODULE in FILES


def test_text_reaches_widgets_through_one_module():
    """A label, tooltip or message box that is made elsewhere may read files (security.md C1)."""
    wrong = [
        (path, call.lineno)
        for path in FILES
        if path != TEXT_MODULE
        for call in calls(path)
        if name(call) in RICH | RICH_CALLS or owner(call) in RICH
    ]
    assert places(wrong) == []


def test_labels_and_boxes_are_subclassed_in_one_module():
    wrong = [
        (path, node.lineno)
        for path in FILES
        if path != TEXT_MODULE
        for node in nodes(path)
        if isinstance(node, ast.ClassDef) and any(isinstance(base, ast.Name) and base.id in RICH for base in node.bases)
    ]
    assert places(wrong) == []


def test_tooltip_role_is_escaped():
    wrong = []
    for path in FILES:
        source = path.read_text(encoding="utf-8")
        if "ToolTipRole" in source and path != TEXT_MODULE and "tooltip(" not in source:
            wrong.append((path, 1))
    assert places(wrong) == []


def test_sizes_are_counted_in_letters_not_in_pixels():
    """0, 1 and 2 pixels are lines and the absence of room; anything more must grow with the letters."""
    wrong = [
        (path, call.lineno)
        for path in FILES
        for call in calls(path)
        if name(call) in PIXEL_CALLS
        and any(
            isinstance(value, ast.Constant) and isinstance(value.value, int) and value.value > 2 for value in call.args
        )
    ]
    assert places(wrong) == []


def test_no_lambda_is_connected():
    """It keeps its owner alive, and on a worker's signal it runs in the worker (anchors.md 5)."""
    wrong = [
        (path, call.lineno)
        for path in FILES
        for call in calls(path)
        if name(call) in ("connect", "singleShot") and any(isinstance(value, ast.Lambda) for value in call.args)
    ]
    assert places(wrong) == []


def test_nothing_pumps_events():
    wrong = [(path, call.lineno) for path in FILES for call in calls(path) if name(call) in ("processEvents", "exec_")]
    assert places(wrong) == []


def test_no_string_is_put_together_before_it_is_translated():
    """lupdate takes an f-string for a string of its own, and at run time nobody finds it (anchors.md 5)."""
    wrong = [
        (path, call.lineno)
        for path in FILES
        for call in calls(path)
        if name(call) in ("tr", "translate", "QT_TRANSLATE_NOOP")
        and any(isinstance(value, ast.JoinedStr) for value in call.args)
    ]
    assert places(wrong) == []


def test_no_string_to_translate_stands_inside_a_put_together_one():
    """What collects the strings does not look between the braces: nobody would be asked for the Dutch."""
    wrong = [
        (path, inner.lineno)
        for path in FILES
        for node in nodes(path)
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call) and name(inner) in ("tr", "translate")
    ]
    assert places(wrong) == []


def test_no_sentence_names_a_key_that_a_person_may_change():
    """``key_text`` says which key it is now (``ui.shortcuts``); what Esc and the pages' numbers do is fixed."""
    named = re.compile(r"\bWith [A-Z0-9]\b|\bPress [A-Z]\b|\bCtrl\+[A-Z]\b")
    wrong = [
        (path, call.lineno)
        for path in FILES
        for call in calls(path)
        if name(call) in ("tr", "translate", "QT_TRANSLATE_NOOP")
        and any(isinstance(each, ast.Constant) and named.search(str(each.value)) for each in call.args)
    ]
    assert places(wrong) == []


def test_one_place_copies():
    """What is private leaves the clipboard again, and is marked for what keeps it (``ui.clipboard``)."""
    wrong = [
        (path, call.lineno)
        for path in FILES
        if path != ROOT / "ui" / "clipboard.py"
        for call in calls(path)
        if name(call).startswith("set")
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Call)
        and name(call.func.value) == "clipboard"
    ]
    named = [(path, 1) for path in FILES if path.stem != "clipboard" and "QClipboard" in path.read_text("utf-8")]
    assert places(wrong + named) == []


def test_settings_of_qt_are_read_with_a_type():
    wrong = [
        (path, call.lineno)
        for path in FILES
        if "QSettings" in path.read_text(encoding="utf-8")
        for call in calls(path)
        if name(call) == "value" and call.args and not any(word.arg == "type" for word in call.keywords)
    ]
    assert places(wrong) == []


def test_no_attribute_hides_a_method_of_qt():
    """``self.update = ...`` makes ``widget.update()`` raise (anchors.md 4)."""
    hidden = {"update", "actions", "parent", "close", "font", "pos", "event", "style", "size", "show", "hide", "data"}
    wrong = []
    for path in FILES:
        for node in nodes(path):
            targets = (
                node.targets
                if isinstance(node, ast.Assign)
                else [node.target]
                if isinstance(node, ast.AnnAssign)
                else []
            )
            wrong += [
                (path, target.lineno)
                for target in targets
                if isinstance(target, ast.Attribute)
                and isinstance(target.value, ast.Name)
                and target.value.id == "self"
                and target.attr in hidden
            ]
    assert places(wrong) == []
