"""Are these the same street? As people write Dutch street names: short, in full, with a slip of the hand.

What is short for what is data in ``resources/lexicon/streets.toml``.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from typing import Final, NamedTuple

from console.assets import resource

_WORD: Final = re.compile(r"[^\W_]+")
_SHORT_STREET: Final = re.compile(r"(?<=\w{3})st\.\s*$")  # "Kerkst."; "st" without its dot ends many other names
_PAIR: Final = re.compile(r"\b([on]) z\b")  # "O.Z. Voorburgwal"
_ARTICLES: Final = frozenset({"de", "t"})
SHORTEST_NAME: Final = 2  # letters: "Aa", "Ee"
MOST_WORDS: Final = 12  # that are looked at where somebody wrote more than a name
LONGEST_NAME: Final = 6
_DIGIT: Final = re.compile(r"\d")
_KEYBOARD: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


class Likeness(IntEnum):
    """How much two names are the same street. ALIKE is too little to go by, and enough to ask."""

    DIFFERENT = 0
    ALIKE = 1
    SLIP = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Street:
    """A name as it is compared: its words in full, without what kind of street it is, and that kind ("" for none)."""

    words: tuple[str, ...]
    kind: str = ""

    @property
    def core(self) -> str:
        """The words as one."""
        return "".join(self.words)

    @property
    def full(self) -> str:
        """All of the name as one word."""
        return self.core + self.kind

    def __bool__(self) -> bool:
        """Whether anything is left of the name."""
        return bool(self.words)


class _Lexicon(NamedTuple):
    kinds: tuple[tuple[str, str], ...]  # how a kind is written and the kind, the longest first
    words: dict[str, tuple[str, ...]]
    buildings: tuple[str, ...]  # how the name of a building ends
    no_answer: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    tree = tomllib.loads(resource("lexicon", "streets.toml").read_text(encoding="utf-8"))
    kinds = {_plain(way): _plain(kind) for kind, ways in tree["kinds"].items() for way in (kind, *ways)}
    words = {way: (word,) for word, ways in (tree["words"] | tree["ordinals"]).items() for way in ways}
    words |= {way: tuple(run.split()) for run, ways in tree["runs"].items() for way in ways}
    by_length = sorted(kinds.items(), key=lambda pair: -len(pair[0]))
    none = {kind: tuple(map(_plain, ways)) for kind, ways in tree["no_streets"].items()}
    full = {_plain(way): tuple(map(_plain, run)) for way, run in words.items()}
    return _Lexicon(tuple(by_length), full, none["buildings"], frozenset(none["no_answer"]))


def _plain(text: str) -> str:
    marks = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in marks if not unicodedata.combining(mark)).replace("ij", "y")


@lru_cache(maxsize=65_536)
def folded(name: str) -> Street:
    """Return a name as it is compared; nothing is left of one without letters and digits."""
    name = _SHORT_STREET.sub("straat", name)
    written = [part for word in _WORD.findall(name) for part in _initials(word)]
    plain = _PAIR.sub(r"\1z", " ".join(map(_plain, written))).split()
    words = [full for word in plain for full in _lexicon().words.get(word, (word,))]
    while len(words) > 1 and words[0] in _ARTICLES:  # "de Brink" is the Brink
        words = words[1:]
    if not words:
        return Street(())
    if len(words) > 1 and (kind := dict(_lexicon().kinds).get(_plain(written[-1]))) is not None:
        return Street(tuple(words[:-1]), kind)  # "Dorps str.", "Burg. Baumannlaan" below
    for way, kind in _lexicon().kinds:
        if words[-1].endswith(way) and len(words[-1]) - len(way) >= 2:
            return Street((*words[:-1], words[-1].removesuffix(way)), kind)
    return Street(tuple(words))


def _initials(word: str) -> tuple[str, ...]:
    """Take "JP" apart, which others write as "J.P."; "II" and "NS" stay what they are by the lexicon."""
    are_initials = 2 <= len(word) <= 3 and word.isupper() and word.isalpha()
    return tuple(word) if are_initials and _plain(word) not in _lexicon().words else (word,)


def is_short_word(word: str) -> bool:
    """Whether a word is one that names of streets are begun with, or short for one: "burg.", "prof", "1e"."""
    return _plain(word.strip(".")) in _lexicon().words


def is_mentioned(street: Street, written: str | None) -> bool:
    """Whether a street is named among other words: "Dorpsstraat 13 hs", "Kerkweg/Dorpsstraat", "Kerkweg te Zwolle"."""
    return bool(street) and street.full in _runs(written or "")


@lru_cache(maxsize=1_024)
def _runs(written: str) -> frozenset[str]:
    """Return every name that stands in a text, however it begins and ends."""
    words = _WORD.findall(written)[:MOST_WORDS]
    places = range(len(words) + 1)
    runs = (words[start:end] for start in places for end in places[start + 1 : start + 1 + LONGEST_NAME])
    return frozenset(folded(" ".join(run)).full for run in runs)


def is_no_street(written: str) -> bool:
    """Whether somebody wrote something else where a street was asked: a building, "idem", "weet ik niet"."""
    name = folded(written)
    plain = [_plain(word) for word in _WORD.findall(written)]
    if name.kind or not plain:
        return not plain
    is_building = any(word.endswith(_lexicon().buildings) for word in plain)
    return (
        is_building or len(name.full) < SHORTEST_NAME or not _lexicon().no_answer.isdisjoint([*plain, "".join(plain)])
    )


def likeness(one: Street, other: Street) -> Likeness:
    """Tell whether two names are the same street.

    A slip is a letter too many, too few, moved or beside the right one on the keyboard, two in a long name, or a first
    name of which only the initial is written. Another letter may well be another street ("Berklaan", "Kerklaan"), as
    may another beginning ("Westerhout", "Oosterhout") and a number ("1e", "2e").
    """
    left, right = one.full, other.full
    if not one or not other:
        return Likeness.DIFFERENT
    if left == right:
        return Likeness.SAME
    numbers = _DIGIT.findall(left), _DIGIT.findall(right)
    if numbers[0] != numbers[1]:  # "1e Kerkstraat" is not the second; "Kerkstraat" may be either
        return Likeness.DIFFERENT if all(numbers) else min(Likeness.ALIKE, _by_words(one, other))
    if one.kind and other.kind and one.kind != other.kind:
        return Likeness.DIFFERENT
    own = max(len(street.core) for street in (one, other) if street.kind == (one.kind or other.kind))
    by_letters = _by_letters(left, right, own)
    if by_letters is Likeness.DIFFERENT and one.kind != other.kind and own > 4:  # a slip in "straat" too: "Dorsptraat"
        by_letters = Likeness.ALIKE if _slips(left, right)[0] == 2 else by_letters
    return by_letters if by_letters is Likeness.SLIP else max(by_letters, _by_words(one, other))


def _by_letters(one: str, other: str, own: int) -> Likeness:
    """Compare letter by letter. ``own`` are the letters that make the name its own: more of them bear more slips."""
    slips, is_likely = _slips(one, other)
    if slips == 1 and own > 3:
        return Likeness.SLIP if is_likely or (own > 7 and one[0] == other[0]) else Likeness.ALIKE
    if slips == 2 and own > 5:
        return Likeness.SLIP if own > 7 and one[0] == other[0] else Likeness.ALIKE
    return Likeness.ALIKE if slips == 1 else Likeness.DIFFERENT


def _slips(one: str, other: str) -> tuple[int, bool]:
    """Return how many letters were changed, put in, left out or swapped (3 for more than two), and for a single one
    whether that is how hands slip.
    """
    if abs(len(one) - len(other)) > 2:
        return 3, False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if max(len(left), len(right)) > 24:
        return 3, False
    if len(set(left) - set(right)) > 2 or len(set(right) - set(left)) > 2:
        return 3, False  # most names end here, before anything is counted
    count = _distance(left, right)
    if count != 1:
        return count, False
    if len(left) == len(right):
        return 1, len(left) == 2 or (start > 0 and _are_neighbours(left, right))
    return 1, start > 0


def _are_neighbours(one: str, other: str) -> bool:
    def place(letter: str) -> tuple[float, int] | None:
        found = ((row.find(letter), number) for number, row in enumerate(_KEYBOARD))
        return next(((column + number / 2, number) for column, number in found if column >= 0), None)

    places = place(one), place(other)
    if places[0] is None or places[1] is None:
        return False
    return abs(places[0][0] - places[1][0]) <= 1 and abs(places[0][1] - places[1][1]) <= 1


def _distance(one: str, other: str) -> int:
    """Return the edits between two short texts, a swap of neighbours being one; 3 for more than two."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > 2:
            return 3
    return min(row[-1], 3)


def _by_words(one: Street, other: Street) -> Likeness:
    """Compare word by word: "W. de Zwijgerlaan" is "Willem de Zwijgerlaan"; "Zwijgerlaan" may be."""
    if (one.words[-1], one.kind) == (other.words[-1], other.kind) and len(one.words[-1]) > 3:
        pairs = list(zip(one.words, other.words, strict=False))
        are_short = all(left == right or _is_initial(left, right) for left, right in pairs)
        return Likeness.SLIP if are_short and len(one.words) == len(other.words) else Likeness.ALIKE
    if one.kind == other.kind != "" and len(one.words) == len(other.words):  # "N. Gracht" may be the Nieuwe Gracht
        pairs = list(zip(one.words, other.words, strict=True))
        return (
            Likeness.ALIKE
            if all(left == right or _is_initial(left, right) for left, right in pairs)
            else Likeness.DIFFERENT
        )
    is_bare = one.core == other.core  # "Wilhelmina 12": which Wilhelmina?
    return Likeness.ALIKE if is_bare and len(one.core) > 3 else Likeness.DIFFERENT


def _is_initial(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and long.startswith(short) and long.isalpha()
