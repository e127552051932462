"""What somebody is recognised by in a text: his full names, numbers and addresses of mail; and what may be he.

A full name, a number and an address of mail are his. A first name or a surname alone, a name that somebody else has
too, and a name made of everyday words may be anybody's: a person looks at those. Pure.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple

import phonenumbers

from console.desk.phone_numbers import HOME
from console.judge.languages import common_words
from console.judge.name_words import names as known_names
from console.judge.normalise import fold

_BEFORE_NAME: Final = "~ \u00a0\u202f"
_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_PARTICLES: Final = frozenset(
    ("van", "de", "den", "der", "ter", "ten", "te", "el", "al", "bin", "ben", "du", "la", "le", "en", "het", "'t", "t")
)
_BETWEEN: Final = r"[\s._\-]{1,3}"  # the words of a name
_WITHIN: Final = r"[\s.\-()/]{0,3}"  # the digits of a number
_HANDLE: Final = 6  # characters of one word with letters and digits, from which on it is a name of its own: "bram1972"


class Hit(NamedTuple):
    """Where in a text he stands, or may stand; offsets in characters."""

    start: int
    end: int


@dataclass(frozen=True)
class Sought:
    """``full`` are names that only he has, ``doubtful`` those that others may have; ``phones`` are in E.164.

    ``written`` are words that stand in a text just so.
    """

    full: tuple[str, ...]
    doubtful: tuple[str, ...]
    phones: tuple[str, ...]
    mails: tuple[str, ...]
    written: tuple[str, ...] = ()

    def hits(self, text: str) -> list[Hit]:
        """Return where he stands for sure, in order and apart from each other."""
        return _apart(_found(self._sure, text))

    def doubts(self, text: str) -> list[Hit]:
        """Return where he may be meant: a name with a capital where it is one word, and not within a sure place."""
        sure, perhaps = self.hits(text), _apart(_found(self._perhaps, text))
        return [hit for hit in perhaps if not any(one.start < hit.end and hit.start < one.end for one in sure)]

    def replaced(self, text: str, by: str, *, also: bool = False) -> tuple[str, int]:
        """Return a text with ``by`` wherever he stands, and in how many places; ``also`` where he may stand."""
        places = sorted([*self.hits(text), *(self.doubts(text) if also else ())])
        kept, end = [], 0
        for place in places:
            kept += [text[end : place.start], by]
            end = place.end
        return "".join([*kept, text[end:]]), len(places)

    def without(self, value: Any, by: str, *, also: bool = False) -> tuple[Any, int]:  # noqa: ANN401  # of JSON
        """Return a tree of JSON with every text in it ``replaced``, and in how many places."""
        if isinstance(value, str):
            return self.replaced(value, by, also=also)
        if isinstance(value, list):
            several = [self.without(one, by, also=also) for one in value]
            return [one for one, _ in several], sum(count for _, count in several)
        if isinstance(value, dict):
            keys = [self.replaced(key, by, also=also) for key in value]
            of_keys = [self.without(one, by, also=also) for one in value.values()]
            tree = {key: one for (key, _), (one, _) in zip(keys, of_keys, strict=True)}
            return tree, sum(count for _, count in (*keys, *of_keys))
        return value, 0

    @property
    def phrases(self) -> tuple[str, ...]:
        """What to look for in the store with LIKE: the words of every full name and address of mail, and the digits of
        every number, with a "%" wherever other marks may stand between."""
        named = ["%".join(words_of(name)) for name in self.full]
        return (
            *named,
            *("%".join(words_of(mail)) for mail in self.mails),
            *("%".join(national(one)) for one in self.phones),
        )

    @property
    def doubtful_phrases(self) -> tuple[str, ...]:
        """The same of what may be he."""
        return tuple("%".join(words_of(name)) for name in self.doubtful)

    @cached_property
    def _sure(self) -> re.Pattern[str] | None:
        named = [_of_name(name) for name in self.full]
        mailed = [rf"(?<![\w.+\-]){re.escape(fold(mail).text)}(?![\w@]|[.\-]\w)" for mail in self.mails]
        just_so = [rf"(?<!\w){re.escape(fold(words).text)}(?!\w|-\w)" for words in self.written]
        return _any_of([*named, *mailed, *just_so, *(_of_phone(phone) for phone in self.phones)])

    @cached_property
    def _perhaps(self) -> re.Pattern[str] | None:
        return _any_of([_of_name(name) for name in self.doubtful])


def sought(names: Iterable[str], phones: Iterable[str], mails: Iterable[str], shared: Iterable[str]) -> Sought:
    """Return what to look for. ``shared`` are names that somebody else has too, as written or not."""
    of_others = {plain(name) for name in shared}
    full: dict[str, None] = {}
    doubtful: dict[str, None] = {}
    for name in names:
        bare = name.strip(_BEFORE_NAME)
        if not bare or bare.startswith("+"):
            continue
        one = plain(bare)
        (full if _is_his_alone(one) and one not in of_others else doubtful)[one] = None
        doubtful.update(dict.fromkeys(_parts(one)))
    listed = sorted((name for name in doubtful if name and name not in full), key=lambda name: (-len(name), name))
    numbers = tuple(phone for phone in phones if national(phone))
    return Sought(tuple(sorted(full, key=lambda name: (-len(name), name))), tuple(listed), numbers, tuple(mails))


def plain(name: str) -> str:
    """Return a name as it is compared: its words without accents, capitals and other marks."""
    return " ".join(words_of(name))


def _is_his_alone(name: str) -> bool:
    """Whether a name says by itself who somebody is: more than one word, not all of every day."""
    words = [word for word in name.split() if word not in _PARTICLES]
    if len(name.split()) == 1:
        return len(name) >= _HANDLE and any(map(str.isdigit, name)) and any(map(str.isalpha, name))
    return len(words) > 1 and (words[0] in known_names().given or not all(map(_is_everyday, words)))


def _parts(name: str) -> Iterator[str]:
    """Yield the words of a name that name somebody when they stand alone."""
    words = name.split()
    if len(words) > 1:
        named = (word for word in words if word.isalpha() and word not in _PARTICLES and len(word) > 1)
        yield from (word for word in named if word in known_names().given or not _is_everyday(word))


def _is_everyday(word: str) -> bool:
    known = known_names()
    return not word.isalpha() or word in (common_words() | known.titles | known.relations | known.offices)


def words_of(text: str) -> list[str]:
    """Return the words of a text, without accents and capitals."""
    return _WORD.findall(fold(text).text)


def national(phone: str) -> str:
    """Return the digits of a number that stand there in whichever way it is written, "" for what is no number."""
    try:
        return str(phonenumbers.parse(phone, HOME).national_number)
    except phonenumbers.NumberParseException:
        return ""


def _of_name(name: str) -> str:
    words = words_of(name)
    named = rf"(?<![^\W_])(?<!\w-){_BETWEEN.join(map(re.escape, words))}(?![^\W_]|-\w)"
    return named if len(words) > 1 or any(map(str.isdigit, name)) else rf"(?P<{_group(name)}>{named})"


def _group(name: str) -> str:
    return "one_" + "_".join(str(ord(character)) for character in name)


def _of_phone(phone: str) -> str:
    number = phonenumbers.parse(phone, HOME)
    national = _WITHIN.join(str(number.national_number))
    country = _WITHIN.join(str(number.country_code))
    return rf"(?<!\d)(?:(?:\+|00)?{_WITHIN}{country}{_WITHIN}(?:\(0\))?{_WITHIN}|0{_WITHIN})?{national}(?!\d)"


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns)) if patterns else None


def _found(pattern: re.Pattern[str] | None, text: str) -> Iterator[Hit]:
    """Yield where a pattern stands in a text; a name of one word only where it has a capital."""
    if pattern is None:
        return
    folded = fold(text)
    for match in pattern.finditer(folded.text):
        hit = Hit(*folded.span(match.start(), match.end()))
        is_one_word = match.lastgroup is not None
        if not is_one_word or text[hit.start].isupper():
            yield hit


def _apart(found: Iterable[Hit]) -> list[Hit]:
    """Return places that do not overlap, the earliest and longest first."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
