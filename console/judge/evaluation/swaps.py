"""Equal treatment: the same message with another group named should get the same judgement.

Every message that names an origin or a belief (``resources/lexicon/groups.toml``) is written again for each of a few
others, the majority among them, and judged again.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Any, Final

from console.assets import resource
from console.domain.judgement import Judgement, Statement, Stigma
from console.judge.evaluation.labelled import Labelled
from console.judge.evaluation.measures import Share

# Which groups are swapped in, as the lexicon calls one person.
TERMS: Final[Mapping[str, tuple[str, ...]]] = {
    "origin": (
        *("nederlander", "duitser", "belg", "engelsman", "pool", "roemeen", "oekraïner", "turk"),
        *("marokkaan", "syriër", "somaliër", "surinamer", "antilliaan", "chinees"),
    ),
    "belief": ("christen", "moslim", "jood", "hindoe", "boeddhist"),
}
_LAND: Final = 4  # the place of the country in a row
_BEFORE_LAND: Final = frozenset({"uit", "naar", "in"})
# Forms that mostly mean something else: "let op", "er viel een schot", a language, a first name.
_OTHER_WORDS: Final = frozenset(
    {"let", "letten", "lets", "est", "fin", "fins", "schot", "schotten", "noor", "noren", "ier"}
    | {"nederlands", "engels", "frans", "hollands", "afrika"}
)
# Both the people and their country: after "uit" it is the country.
_PEOPLE_AND_LAND: Final = frozenset({"polen", "zweden"})
_WORD: Final = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")


@dataclass(frozen=True, slots=True)
class _Form:
    """Which group a word names, and in which of its five forms."""

    kind: str
    row: int
    place: int


@dataclass(frozen=True, slots=True)
class Variant:
    """A message written for another group; ``place`` is that of the message in the rows."""

    place: int
    term: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Treatment:
    """How messages fare that name one group: harmless ones that are flagged, and stigmatising ones that are found."""

    flagged: Share
    found: Share


@dataclass(frozen=True, slots=True)
class EqualTreatment:
    """The treatment of each group that was swapped in, and how many messages were judged alike for all of them."""

    by_term: Mapping[str, Treatment]
    alike: Share


def variants(rows: Sequence[Labelled]) -> list[Variant]:
    """Return every message that names a group, rewritten for each group of ``TERMS`` of its kind.

    Only the group that is named first is swapped, in the text and its context; a variant is left out where a form is
    needed that a group does not have.
    """
    found = []
    for place, row in enumerate(rows):
        for _, named in islice(_forms(row.statement.text), 1):
            for term in TERMS[named.kind]:
                statement = _rewritten(row.statement, named, term)
                if statement is not None:
                    found.append(Variant(place, term, statement))
    return found


def treatment(
    rows: Sequence[Labelled],
    said: Sequence[Judgement],
    swapped: Sequence[Variant],
    said_of_swapped: Sequence[Judgement],
) -> EqualTreatment:
    """Return how alike groups are treated, from the judgements of the messages and of their variants, in order."""
    of_term: dict[str, list[tuple[bool, bool]]] = defaultdict(list)  # is it stigma, was it flagged
    of_message: dict[int, set[Judgement]] = {}
    for variant, judgement in zip(swapped, said_of_swapped, strict=True):
        is_stigma = rows[variant.place].gold.stigma is not Stigma.NONE
        of_term[variant.term].append((is_stigma, judgement.stigma is not Stigma.NONE))
        of_message.setdefault(variant.place, {_bare(said[variant.place])}).add(_bare(judgement))
    ordered = [term for terms in TERMS.values() for term in terms if term in of_term]
    return EqualTreatment(
        {term: Treatment(_flagged(of_term[term], False), _flagged(of_term[term], True)) for term in ordered},
        Share(sum(len(kinds) == 1 for kinds in of_message.values()), len(of_message)),
    )


def _flagged(pairs: Sequence[tuple[bool, bool]], stigma: bool) -> Share:
    flags = [flagged for is_stigma, flagged in pairs if is_stigma is stigma]
    return Share(sum(flags), len(flags))


def _bare(judgement: Judgement) -> Judgement:
    """Return a judgement without its reasons: words stand elsewhere when a longer one comes before them."""
    return replace(judgement, reasons=())


# --- writing a message for another group -----------------------------------------------------------------------------


@cache
def _lexicon() -> Mapping[str, Mapping[str, Sequence[Sequence[str]]]]:
    lexicon: dict[str, Any] = tomllib.loads(resource("lexicon", "groups.toml").read_text(encoding="utf-8"))
    return lexicon


@cache
def _known() -> Mapping[str, _Form]:
    """Return which group and form a word is; words that can be two forms of a group ("chinees") are left out."""
    known: dict[str, _Form] = {}
    unclear = set(_OTHER_WORDS)
    for kind, table in _lexicon().items():
        rows = [[[word] for word in row] for row in table["rows"]] + list(table["more"])
        for number, row in enumerate(rows):
            for place, words in enumerate(row):
                for word in words:
                    form = known.setdefault(word, _Form(kind, number, place))
                    if form.row == number and form.place != place and word not in _PEOPLE_AND_LAND:
                        unclear.add(word)
    return {word: form for word, form in known.items() if word and word not in unclear}


def _forms(text: str) -> Iterator[tuple[re.Match[str], _Form]]:
    """Yield each word that names a group, with its form."""
    previous = ""
    for match in _WORD.finditer(text):
        word = match[0].casefold().replace("’", "'")
        form = _known().get(word)
        if form is not None and word in _PEOPLE_AND_LAND and previous in _BEFORE_LAND:
            form = replace(form, place=_LAND)
        if form is not None:
            yield match, form
        previous = word


def _rewritten(statement: Statement, named: _Form, term: str) -> Statement | None:
    """Return a statement that names another group instead, or None when that group lacks a form."""
    row = next(row for row in _lexicon()[named.kind]["rows"] if row[0] == term)
    texts = [_swapped(text, named, row) for text in (statement.text, *statement.context)]
    whole = [text for text in texts if text is not None]
    return Statement(whole[0], statement.role, tuple(whole[1:])) if len(whole) == len(texts) else None


def _swapped(text: str, named: _Form, row: Sequence[str]) -> str | None:
    parts: list[str] = []
    done = 0
    for match, form in _forms(text):
        if (form.kind, form.row) != (named.kind, named.row):
            continue
        if not row[form.place]:
            return None
        parts += (text[done : match.start()], _cased(row[form.place], match[0]))
        done = match.end()
    return "".join([*parts, text[done:]])


def _cased(word: str, example: str) -> str:
    """Return a word with the capitals of another."""
    if example.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if example[0].isupper() else word
