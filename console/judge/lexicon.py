"""The words that the rules go by, read once from ``resources/lexicon/*.toml``."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from console.assets import resource
from console.judge.cues import Cues
from console.judge.groups import Form, Row, groups


@dataclass(frozen=True, slots=True)
class ServiceNumbers:
    """Numbers and addresses that belong to an office and never to a person (``service_numbers.toml``).

    ``numbers`` are digits only, in full; ``beginnings`` are digits that only service numbers start with;
    ``mail_domains`` are patterns of what stands behind the ``@``, ``mail_boxes`` are whole names before it.
    """

    numbers: frozenset[str]
    beginnings: tuple[str, ...]
    mail_domains: tuple[str, ...]
    mail_boxes: frozenset[str]


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("lexicon", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def cues() -> Cues:
    """Return every list of cues, compiled for one pass: ``section.list`` of ``signals.toml``, ``topics.toml`` and
    ``stigma.toml``, with the groups of ``groups.toml`` among the traits and slurs.
    """
    return Cues(_lists(_table("signals")) | _lists(_table("topics")) | _stigma())


def _lists(tree: Mapping[str, Mapping[str, list[str]]]) -> dict[str, list[str]]:
    return {f"{section}.{name}": words for section, entries in tree.items() for name, words in entries.items()}


def _stigma() -> dict[str, list[str]]:
    """Return the lists of ``stigma.toml``, with the words for nations and beliefs and the slurs made of them."""
    tree = _table("stigma")
    glue = tree.pop("glued")
    lists = _lists(tree)
    for kind, rows in groups().items():
        one, several, adjectives, inflected = (_words(rows, form) for form in Form if form is not Form.LAND)
        forms = one + several + adjectives + inflected
        lists[f"trait.{kind}"] += forms
        lists[f"slur.{kind}"] += _glued(glue, one + several, several, forms)
    for kind, people in glue["people"].items():
        lists[f"slur.{kind}"] += _glued(glue, people, people, people)
    return lists


def _words(rows: Iterable[Row], form: Form) -> list[str]:
    """Return the words of one form, as a text is cut ("zuid-amerikaan" is two words)."""
    return list(dict.fromkeys(re.sub(r"[-']", " ", word) for row in rows for word in row[form]))


def _glued(glue: Mapping[str, Any], people: list[str], several: list[str], forms: list[str]) -> list[str]:
    """Return the slurs that are made of words for a group: "kutpolen", "kut Polen", "polentuig", "Pools tuig"."""
    return [
        *(f"{before}{word}" for before in glue["before"] for word in people),
        *(f"{before} {word}" for before in glue["apart"] for word in people),
        *(f"{word}{behind}" for behind in glue["behind"] for word in several if " " not in word),
        *(f"{word} {follows}" for follows in glue["follows"] for word in forms),
    ]


@cache
def service_numbers() -> ServiceNumbers:
    """Return the numbers and addresses of ``service_numbers.toml``."""
    tree = _table("service_numbers")
    return ServiceNumbers(
        numbers=frozenset(number for entries in tree["numbers"].values() for number in entries),
        beginnings=tuple(tree["beginnings"]["digits"]),
        mail_domains=tuple(tree["mail"]["domains"]),
        mail_boxes=frozenset(tree["mail"]["boxes"]),
    )
