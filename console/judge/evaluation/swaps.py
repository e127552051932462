"""Equal treatment: the same message with another group named should get the same judgement.

Every message that names an origin or a belief (``resources/lexicon/groups.toml``) is written again for each of a few
others, the majority among them, and judged again.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Final

from console.domain.judgement import Judgement, Statement, Stigma
from console.judge.evaluation.labelled import Labelled
from console.judge.evaluation.measures import Share
from console.judge.groups import BEFORE_LAND, Form, Row, groups

# Which groups are swapped in, as the lexicon calls several of them.
TERMS: Final[Mapping[str, tuple[str, ...]]] = {
    "origin": (
        *("nederlanders", "duitsers", "belgen", "engelsen", "polen", "roemenen", "oekraïners", "turken"),
        *("marokkanen", "syriërs", "somaliërs", "surinamers", "antillianen", "chinezen"),
    ),
    "belief": ("christenen", "moslims", "joden", "hindoes", "boeddhisten"),
}
_PEOPLE_AND_LAND: Final = (Form.SEVERAL, Form.LAND)
_WORD: Final = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")


@dataclass(frozen=True, slots=True)
class _Named:
    """Which group a word names, and in which form: as a rule one, for a people and its country ("polen") both."""

    kind: str
    row: int
    forms: tuple[Form, ...]

    def after(self, previous: str) -> Form:
        """Return the form that it is after a word."""
        return self.forms[-1] if previous in BEFORE_LAND else self.forms[0]


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
        for _, named, _ in islice(_names(row.statement.text), 1):
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
def _known() -> Mapping[str, _Named]:
    """Return which group a word names; a word for two forms ("een chinees", "chinees eten") is left out."""
    known: dict[str, _Named] = {}
    for kind, rows in groups().items():
        for number, row in enumerate(rows):
            for form, words in row.items():
                for word in words:
                    named = known.setdefault(word, _Named(kind, number, ()))
                    if named.row == number:
                        known[word] = replace(named, forms=(*named.forms, form))
    return {word: named for word, named in known.items() if len(named.forms) == 1 or named.forms == _PEOPLE_AND_LAND}


def _names(text: str) -> Iterator[tuple[re.Match[str], _Named, Form]]:
    """Yield each word that names a group, with its form."""
    previous = ""
    for match in _WORD.finditer(text):
        word = match[0].casefold().replace("’", "'")
        named = _known().get(word)
        if named is not None:
            yield match, named, named.after(previous)
        previous = word


def _rewritten(statement: Statement, named: _Named, term: str) -> Statement | None:
    """Return a statement that names another group instead, or None when that group lacks a form."""
    row = next(row for row in groups()[named.kind] if term in row[Form.SEVERAL])
    texts = [_swapped(text, named, row) for text in (statement.text, *statement.context)]
    whole = [text for text in texts if text is not None]
    return Statement(whole[0], statement.role, tuple(whole[1:])) if len(whole) == len(texts) else None


def _swapped(text: str, first: _Named, row: Row) -> str | None:
    parts: list[str] = []
    done = 0
    for match, named, form in _names(text):
        if (named.kind, named.row) != (first.kind, first.row):
            continue
        if not row[form]:
            return None
        parts += (text[done : match.start()], _cased(row[form][0], match[0]))
        done = match.end()
    return "".join([*parts, text[done:]])


def _cased(word: str, example: str) -> str:
    """Return a word with the capitals of another."""
    if example.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if example[0].isupper() else word
