"""Every sentence for a person exists in both languages, with the same blanks."""

import ast
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from console import texts
from console.assets import resource
from console.errors import ExpectedError

ROOT = Path(__file__).parents[2]


def catalogue(language: str) -> dict[str, str]:
    tree = tomllib.loads(resource("text", f"{language}.toml").read_text(encoding="utf-8"))
    return {f"{section}.{key}": text for section, entries in tree.items() for key, text in entries.items()}


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Every ``ExpectedError("key", blank=...)``, or ``NetError``, and ``say("section.key", ...)`` in the program."""
    for path in sorted([*ROOT.glob("console/**/*.py"), *ROOT.glob("ui/**/*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            key, given = node.args[0].value, {keyword.arg or "**" for keyword in node.keywords}
            if name in {"ExpectedError", "NetError"}:
                yield f"{path.name}:{node.lineno}", f"errors.{key}", given
            elif name == "say" and isinstance(key, str) and "." in key:
                yield f"{path.name}:{node.lineno}", key, given


def test_both_languages_say_the_same_things():
    dutch, english = catalogue("nl"), catalogue("en")
    assert dutch.keys() == english.keys()
    assert {key: blanks(text) for key, text in dutch.items()} == {key: blanks(text) for key, text in english.items()}


def test_every_sentence_that_the_program_asks_for_exists_and_gets_its_blanks_filled():
    known = catalogue("nl")
    found = list(calls())
    assert len(found) > 50
    wrong = [
        f"{place}: {key} {sorted(blanks(known.get(key, '')) - given)}"
        for place, key, given in found
        if key not in known or not ("**" in given or blanks(known[key]) <= given)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_sentence_is_empty_or_starts_or_ends_with_a_blank(language):
    assert [key for key, text in catalogue(language).items() if not text or text != text.strip()] == []


def test_an_unknown_language_falls_back_and_an_unknown_key_is_a_mistake():
    assert ExpectedError("item_gone").sentence("fr") == ExpectedError("item_gone").sentence("nl")
    with pytest.raises(KeyError):
        texts.say("errors.nergens")
