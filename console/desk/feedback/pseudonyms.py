"""What is written about people comes out of a text before it leaves the group: names, numbers, plates, homes.

Where something happened stays, for without it nobody can do anything; so does a professional of the group. What may
well be a name goes: a word too many taken out can be put back by who reads it, and a name that leaked cannot.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from sqlalchemy import Connection, or_, select

from console import texts
from console.desk.console import Console
from console.domain.judgement import Category, PersonalData, Role
from console.domain.member import GroupRole
from console.judge.cues import Reading
from console.judge.languages import common_words
from console.judge.lexicon import cues
from console.judge.name_words import names
from console.judge.names import find_written
from console.judge.normalise import fold
from console.judge.personal_data import Owner, find_personal_data
from console.judge.written_names import PLACES, PLACES_OR_SURNAMES, NameReader
from console.store.tables import group_professionals, member_names, members, people, professionals

_PIECE: Final = 6_000  # characters that are read at once: of a longer text the judge reads only the beginning
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
PARTICLES: Final = frozenset(
    ("van", "de", "den", "der", "ter", "ten", "te", "el", "al", "bin", "ben", "du", "la", "le")
)
_TITLE: Final = re.compile(
    r"\b(?:mevrouw|mevr\.?|mw\.?|meneer|mijnheer|dhr\.?|(?:de )?heer|familie|fam\.?) $", re.IGNORECASE
)
_WHOSE: Final = re.compile(r"\b(?:mijn|m'n|mn|onze|ons|een) $", re.IGNORECASE)
_LONGEST_LEAD: Final = 12
_ARTICLES: Final = (" de ", " het ", " een ", " 't ")
_POSSESSIVE: Final = re.compile(r"'?s$")
# Who says what he is called himself: "ik ben Tineke", "Groet, Tineke de Wit".
_OWN: Final = re.compile(
    r"\b(?:groet(?:en|jes)?|mvg|namens|ik ben|ik heet|mijn naam is|naam:)[ ,.:\n]{1,3}"
    r"(?P<name>[^\W\d_][\w'\-]+(?: (?:(?:van|de|der|den|ter) ){0,2}[^\W\d_][\w'\-]+)?)"
)
_STREET_AFTER: Final = re.compile(
    rf" (?!van de |van het )(?:(?:de|van|der|den) ){{0,3}}[\w'\-]*(?:{'|'.join((*PLACES, *PLACES_OR_SURNAMES))})\b"
)
_ADDRESSED: Final = re.compile(r"(?<=@)[~\u2066-\u2069]*(?P<number>\+?\d{8,15})(?!\d)")  # as WhatsApp names a stranger
_KEPT: Final = frozenset({PersonalData.PHOTO})  # a picture is not in the text
_MEANING: Final = tuple(PersonalData)  # of two kinds of the same words the later says it: a child before its name


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words that came out of a text, as they stood there, and what they are."""

    kind: PersonalData
    words: str


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without what is known of people, and what came out, in the order of the text."""

    text: str
    hidden: tuple[Hidden, ...] = ()


class Place(NamedTuple):
    """Where in the original text something stands that comes out."""

    start: int
    end: int
    kind: PersonalData


class Masker:
    """Takes people out of the texts of some groups, whose members it knows by name. Belongs to no transaction."""

    def __init__(self, connection: Connection, group_ids: Iterable[int], language: str) -> None:
        """Read who is in these groups, and who works for them."""
        ids = list(group_ids)
        self._language = language
        self._working = frozenset(_words_of(_working(connection, ids)))
        self._members = frozenset(_words_of(_members(connection, ids))) - self._working

    def mask(self, text: str) -> Masked:
        """Return a text without people; never raises, for any text."""
        masked = [self._mask(piece) for piece in _pieces(text)]
        return Masked("".join(one.text for one in masked), tuple(words for one in masked for words in one.hidden))

    def _mask(self, text: str) -> Masked:
        kept: list[str] = []
        hidden: list[Hidden] = []
        end = 0
        for place in together(self._found(cues().read(text))):
            words = text[place.start : place.end]
            kept += [text[end : place.start], self._instead(place, words, text[: place.start])]
            hidden.append(Hidden(place.kind, words))
            end = place.end
        return Masked("".join([*kept, text[end:]]), tuple(hidden))

    def _instead(self, place: Place, words: str, before: str) -> str:
        """Return what stands in the place of words that come out."""
        is_his = place.kind is PersonalData.NAME and words.casefold().endswith(("'s", "’s"))
        said = texts.say(f"pseudonyms.{'his' if is_his else place.kind.value}", self._language)
        return said[:1].upper() + said[1:] if not before.strip() or before.rstrip().endswith((".", "!", "?")) else said

    def _found(self, reading: Reading) -> Iterator[Place]:
        """Yield what comes out, with the title before a name and "mijn" before a child."""
        text = reading.folded.text
        for item in find_personal_data(reading, Role.MEMBER, Category.INFORMATION):
            is_name = item.kind is PersonalData.NAME
            if item.kind in _KEPT or item.owner is Owner.PLACE:
                continue
            if not is_name or not self._is_working(fold(reading.folded.original[slice(*item.span)]).text):
                yield _with_lead(Place(*item.span, item.kind), reading.folded.original)
        for match in _ADDRESSED.finditer(reading.folded.original):
            yield Place(*match.span("number"), PersonalData.PHONE)
        written = ((found.start, found.end) for found in find_written(reading))
        own = (match.span("name") for match in _OWN.finditer(text) if self._is_written(reading, match.start("name")))
        for start, end in (*written, *own, *self._of_members(reading)):
            if not self._is_working(text[start:end]) and not _STREET_AFTER.match(text, end):
                place = Place(*reading.folded.span(start, end), PersonalData.NAME)
                yield _with_lead(place, reading.folded.original)

    def _of_members(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """Yield where a word of the name of a member stands, as a name is written."""
        reader = NameReader(reading)
        for match in _WORD.finditer(reading.folded.text):
            word = _POSSESSIVE.sub("", match[0]) if match[0] not in self._members else match[0]
            if word not in self._members:
                continue
            is_name_only = word in names().given and not _is_ordinary(word)
            has_capital = self._is_written(reading, match.start())
            if is_name_only or (has_capital and not self._is_other_word(reader, word, match)):
                yield match.span()

    def _is_other_word(self, reader: NameReader, word: str, match: re.Match[str]) -> bool:
        """Whether a word with a capital is no name here: it may begin the sentence, or stands behind "de"."""
        before = match.string[max(0, match.start() - 5) : match.start()]
        is_thing = _is_ordinary(word) and before.endswith(_ARTICLES)
        return is_thing or (_begins_often(word) and reader.opens(match.start()))

    def _is_written(self, reading: Reading, place: int) -> bool:
        """Whether a letter is a capital."""
        return reading.folded.as_written(place, place + 1).isupper()

    def _is_working(self, name: str) -> bool:
        """Whether every word of a name is of somebody who works for these groups."""
        words = [_POSSESSIVE.sub("", word) for word in _WORD.findall(name) if word not in PARTICLES]
        return bool(words) and self._working.issuperset(words)


def mask(console: Console, text: str, group_ids: Iterable[int] = (), language: str | None = None) -> Masked:
    """Return a text of these groups without people; ``language`` is that of the words in their place."""
    with console.store.reading() as connection:
        masker = Masker(connection, group_ids, language or console.language)
    return masker.mask(text)


def together(found: Iterable[Place]) -> Iterator[Place]:
    """Yield places in the order of the text, those over each other as one."""
    last: Place | None = None
    for place in sorted(found):
        if last is not None and place.start < last.end:
            widest = max(last, place, key=lambda one: (one.end - one.start, _MEANING.index(one.kind)))
            last = Place(last.start, max(last.end, place.end), widest.kind)
            continue
        if last is not None:
            yield last
        last = place
    if last is not None:
        yield last


def _with_lead(place: Place, text: str) -> Place:
    """Return a place with the words before it that say whose name or whose child it is."""
    lead = {PersonalData.NAME: _TITLE, PersonalData.MINOR: _WHOSE}.get(place.kind)
    found = lead and lead.search(text, max(0, place.start - _LONGEST_LEAD), place.start)
    return place._replace(start=found.start()) if found else place


def _pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces that are read at once, cut between words where there are any."""
    while len(text) > _PIECE:
        cut = text.rfind(" ", 1, _PIECE) + 1 or _PIECE
        yield text[:cut]
        text = text[cut:]
    yield text


def _is_ordinary(word: str) -> bool:
    known = names()
    return word in common_words() or word in known.ordinary or word in known.surnames_or_words


def _begins_often(word: str) -> bool:
    """Whether a word that is a name too may well begin a sentence; of "Floor" a reader puts back what was no name."""
    return word in common_words() or word in names().surnames_or_words


# --- who is in these groups -----------------------------------------------------------------------------------------


def _members(connection: Connection, group_ids: list[int]) -> Iterable[str]:
    """Return every name that a member has or had, also under which others see him."""
    is_here = (members.c.group_id.in_(group_ids), members.c.erased_at.is_(None))
    called = select(member_names.c.name).join(members, members.c.id == member_names.c.member_id).where(*is_here)
    also = select(members.c.name).where(*is_here)
    seen_as = select(members.c.alias).where(*is_here, members.c.alias.is_not(None))
    known_as = select(people.c.name).join(members, members.c.person_id == people.c.id).where(*is_here)
    return connection.scalars(called.union(also, seen_as, known_as)).all()


def _working(connection: Connection, group_ids: list[int]) -> Iterable[str]:
    """Return the names of the professionals of the groups, and of the members who are one."""
    links = group_professionals.c
    linked = (
        select(professionals.c.id)
        .join(group_professionals, links.professional_id == professionals.c.id)
        .where(links.group_id.in_(group_ids), links.removed_at.is_(None))
    )
    person_ids = select(professionals.c.person_id).where(professionals.c.id.in_(linked))
    is_one = or_(members.c.role == GroupRole.PROFESSIONAL.value, members.c.person_id.in_(person_ids))
    own = select(professionals.c.name).where(professionals.c.id.in_(linked))
    in_chat = select(members.c.name).where(members.c.group_id.in_(group_ids), is_one)
    return connection.scalars(own.union(in_chat)).all()


def _words_of(called: Iterable[str]) -> Iterator[str]:
    """Yield the folded words that make up names of people; "Buurman", "Kadestraat 12" and "van" name nobody."""
    known = names()
    nobody = known.titles | known.relations | known.offices | PARTICLES
    for name in called:
        for word in _WORD.findall(fold(name).text):
            is_place = word.endswith(PLACES) and word not in known.surnames
            if len(word) > 1 and word not in nobody and not is_place:
                yield word
