"""How usual and how long a word is: frequencies by wordfreq, syllables by pyphen. Pure; thread-safe.

Both libraries are loaded with the first word that is asked for, some tenths of a second in all: not on the thread of
the window.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Final

from console.assets import resource
from console.readability.lists import listed, tree

MEASURED: Final = ("nl", "en")
"""The languages in which words are weighed; of the others only lengths are measured."""

# The small lists hold every word that stands at least once in a million words of subtitles, news, Wikipedia and the
# like (Zipf 3.0); one that is not in there is rare. What ends like a learned word ("-atie", "-iteit") is hard up to ten
# times as often: heg and speculatie are as rare, but everybody has seen a hedge. Chosen on tune.toml.
_LIST: Final = "small"
_USUAL: Final = 1e-6
_COMMON: Final = 1e-5  # Zipf 4.0: of a learned word, of a part of a compound, and of a long word that all know
LEARNED_SYLLABLES: Final = 3  # of a learned word at least: "natie" is none
SYLLABLES: Final = 5  # a word of so many is long, unless it is common or made of words that are
TOO_MANY_SYLLABLES: Final = 6  # of a compound too
LETTERS: Final = 20  # a word of more is long in a language of which syllables are not counted; Turkish builds long ones

_NO_WORD: Final = 45  # letters: what is longer is typed by leaning on a key, and not taken to pieces

_REMEMBERED: Final = 4_096  # words: a text that is being written is measured again and again

_DICTIONARIES: Final = {"nl": "nl_NL", "en": "en_GB"}
_PART: Final = 3  # letters of a part of a compound at least; a short one must be common
_PART_OFTEN: Final = 3e-6  # Zipf 3.5, of a part of four letters and more
_LINKS: Final = ("", "s", "e", "n", "en", "-")  # between the parts
_SOFT: Final = {"v": "f", "z": "s"}  # at the end of a Dutch word
# An ending and what stands there in the word as a dictionary has it.
_ENDINGS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "nl": (
        *(("etjes", ""), ("etje", ""), ("tjes", ""), ("tje", ""), ("pjes", ""), ("pje", ""), ("jes", ""), ("je", "")),
        *(("'s", ""), ("’s", ""), ("s", ""), ("en", ""), ("en", "en"), ("n", ""), ("e", ""), ("er", ""), ("ste", "")),
        *(("t", ""), ("t", "en"), ("", "en"), ("", "n"), ("te", "en"), ("de", "en"), ("ten", "en"), ("den", "en")),
    ),
    "en": (
        *(("'s", ""), ("’s", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", "")),
        *(("ing", "e"), ("ly", ""), ("er", ""), ("d", "")),
    ),
}


@lru_cache(_REMEMBERED)
def is_usual(word: str, language: str) -> bool:
    """Whether readers see a word often enough to know it: it, what it is a form of, or the parts of a compound."""
    small = word.lower().replace("’", "'")
    if small in _known(language) or len(small) < _PART:
        return True
    is_learned = small.endswith(_learned(language)) and syllables(small, language) >= LEARNED_SYLLABLES
    least = _COMMON if is_learned else _USUAL
    is_often = any(_frequency(form, language) >= least for form in _forms(small, language))
    return is_often or (not is_learned and _is_compound(small, language))


@lru_cache(_REMEMBERED)
def is_long(word: str, language: str) -> bool:
    """Whether a word is long to read, and not so common that nobody spells it out."""
    small = word.lower()
    if language not in MEASURED or len(word) > _NO_WORD:
        return len(word) > LETTERS
    if len(small) < SYLLABLES * 2 - 2 or small in _known(language):  # asking for syllables costs the most
        return False
    if any(_frequency(form, language) >= _COMMON for form in _forms(small, language)):
        return False
    count = syllables(small, language)
    return count >= TOO_MANY_SYLLABLES or (count >= SYLLABLES and not _is_compound(small, language))


@lru_cache(_REMEMBERED)
def syllables(word: str, language: str) -> int:
    """Return the syllables of a word, as far as the places tell where it may be broken off at the end of a line."""
    return sum(len(_hyphens(language).positions(part)) + 1 for part in word.split("-") if part)


def is_name(word: str, *, is_first: bool, has_name_after: bool) -> bool:
    """Whether a word is a name or is said by its letters, which nobody has to know.

    With a capital inside a sentence it is; at the start of one where it ends like a street or a name follows.
    """
    if 2 <= len(word) <= 4 and word[0].isupper() and word[-1].isupper():
        return True  # HIC, BOA, VvE
    if not word[0].isupper():
        return False
    return not is_first or has_name_after or word.lower().endswith(_streets())


def _forms(word: str, language: str) -> Iterator[str]:
    """Give a word and what it may be a form of ("duimpjes": duim, "foto's": foto, "gesnoeid": snoei)."""
    yield word
    if language == "nl" and word.startswith("ge") and word.endswith(("d", "t")):
        yield from (word[2:-1], f"{word[2:-1]}en")
    for ending, full in _ENDINGS[language]:
        stem = word.removesuffix(ending) if ending else word
        if len(stem) >= _PART and (stem != word or not ending):
            yield stem + full
            if not full and len(stem) > _PART:
                yield from _respelled(stem)


def _respelled(stem: str) -> Iterator[str]:
    """Give how a stem is written without its ending ("bell-en": bel, "gewon-er": gewoon, "vul-t": vullen)."""
    if stem[-1] == stem[-2]:
        yield stem[:-1]
    if stem[-1] in _SOFT:
        yield stem[:-1] + _SOFT[stem[-1]]
    if stem[-2] in "aeou" and stem[-1] not in "aeiou" and stem[-3] not in "aeiou":
        yield stem[:-1] + stem[-2:]
    yield f"{stem}{stem[-1]}en"


@lru_cache(_REMEMBERED)
def _is_compound(word: str, language: str) -> bool:
    """Whether a word is two or three common ones in a row ("speel-tuin", "in-vullen"); Dutch writes them as one."""
    if language != "nl" and "-" not in word:
        return False
    for place in range(2, len(word) - _PART + 1):
        head, tail = word[:place], word[place:]
        is_head = any(head.endswith(link) and _is_common(head.removesuffix(link), language) for link in _LINKS)
        if is_head or head in listed("passive_nl", "fronts"):
            rest = tail.removeprefix("-")
            if any(_is_common(form, language) for form in _forms(rest, language)) or _is_compound(rest, language):
                return True
    return False


def _is_common(word: str, language: str) -> bool:
    return len(word) >= _PART and _frequency(word, language) >= (_COMMON if len(word) == _PART else _PART_OFTEN)


@cache
def _known(language: str) -> frozenset[str]:
    """Return what who reads these texts knows, however rare it is elsewhere."""
    return frozenset(tree("plain_words")[language]["known"])


@cache
def _streets() -> tuple[str, ...]:
    """Return how the names of streets end; a "vergadering" is none."""
    path = resource("lexicon", "streets.toml")
    return tuple(kind for kind in tomllib.loads(path.read_text(encoding="utf-8"))["kinds"] if kind != "ring")


@cache
def _learned(language: str) -> tuple[str, ...]:
    """Return how words end that came from books: Latin and Greek ones."""
    return tuple(listed("learned", language))


def _frequency(word: str, language: str) -> float:
    return _frequencies(language).get(word, 0.0)


@cache
def _frequencies(language: str) -> Mapping[str, float]:
    from wordfreq import get_frequency_dict

    found: Mapping[str, float] = get_frequency_dict(language, _LIST)
    return found


@cache
def _hyphens(language: str) -> Any:  # noqa: ANN401  # of pyphen, which says nothing of types
    from pyphen import Pyphen

    return Pyphen(lang=_DICTIONARIES[language], left=1, right=1)
