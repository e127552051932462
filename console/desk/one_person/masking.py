"""Others come out of a text that one person gets to see: their names, numbers and addresses; he himself stays."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from sqlalchemy import Connection

from console import texts
from console.desk.feedback.pseudonyms import PARTICLES, Masker, Place, together
from console.desk.one_person.sought import Hit, Sought
from console.domain.judgement import PersonalData
from console.judge.addresses import find_addresses
from console.judge.cues import Reading
from console.judge.name_words import names
from console.judge.normalise import fold

_CARD: Final = ".vcf"
_POSTCODE: Final = re.compile(r"(?<!\w)[1-9]\d{3} ?[A-Z]{2}(?!\w)")  # of some twenty homes
_SOMEBODY: Final = frozenset({PersonalData.NAME, PersonalData.MINOR})
_BETWEEN: Final = rf"(?:\s+(?i:{'|'.join(sorted(PARTICLES))}))*\s+"
_WITHIN_NAME: Final = re.compile(_BETWEEN)
_NEXT_WORD: Final = re.compile(rf"{_BETWEEN}(?P<word>[^\W\d_]+)")


class OthersMasker(Masker):
    """Takes everybody but one person out of the texts of some groups, also who works there."""

    def __init__(self, connection: Connection, group_ids: Iterable[int], language: str, own: Sought) -> None:
        """Read who is in these groups; ``own`` is how the one is recognised who stays."""
        super().__init__(connection, group_ids, language)
        self._members |= self._working
        self._working = frozenset()
        self._own = own
        self._somebody_else = texts.say("one_person.somebody_else", language)
        self._taken_out = texts.say("one_person.taken_out", language)
        self.hidden = 0

    def meet(self, connection: Connection, group_ids: Iterable[int]) -> None:
        """Take who is in these groups out too, from now on."""
        others = Masker(connection, group_ids, self._language)
        self._members |= others._members | others._working

    def masked_file(self, name: str) -> str:
        """Return the name of a file without others; that of a contact card is what somebody is called."""
        is_own = bool(self._own.hits(name) or self._own.doubts(name))
        if not name.lower().endswith(_CARD) or is_own:
            return self.masked(name)
        self.hidden += 1
        return f"{self._somebody_else}{_CARD}"

    def masked(self, text: str | None) -> str:
        """Return a text without others, "" for none, and count what came out."""
        if not text:
            return ""
        mask = self.mask(text)
        self.hidden += len(mask.hidden)
        return mask.text

    def _found(self, reading: Reading) -> Iterator[Place]:
        """Yield what comes out: what is known of people but for himself; words of one name come out as one."""
        original = reading.folded.original
        sure, perhaps = self._own.hits(original), self._own.doubts(original)
        homes = [match.span() for match in _POSTCODE.finditer(original)]
        homes += [reading.folded.span(found.start, found.end) for found in find_addresses(reading)]
        places = (*super()._found(reading), *(Place(start, end, PersonalData.ADDRESS) for start, end in homes))
        others = [place for place in places if not _is_within_one(place, (*sure, *perhaps))]
        others = [place for place in others if place.kind in _SOMEBODY or not _is_all_own(place, sure, original)]
        others += [_with_surname(place, original, sure) for place in others if place.kind is PersonalData.NAME]
        yield from others
        for one, next_one in pairwise(together(others)):
            is_name = one.kind is next_one.kind is PersonalData.NAME
            if is_name and _WITHIN_NAME.fullmatch(original, one.end, next_one.start):
                yield Place(one.start, next_one.end, PersonalData.NAME)

    def _instead(self, place: Place, words: str, before: str) -> str:  # noqa: ARG002  # as for who reads the group
        return self._somebody_else if place.kind in _SOMEBODY else self._taken_out


def _is_within_one(place: Place, own: Iterable[Hit]) -> bool:
    """Whether a place is within one where he himself stands."""
    return any(hit.start <= place.start and place.end <= hit.end for hit in own)


def _is_all_own(place: Place, own: Sequence[Hit], text: str) -> bool:
    """Whether all letters and digits of a place are his: only marks may stand around and between them."""
    marks = (at for at in range(place.start, place.end) if text[at].isalnum())
    return all(any(hit.start <= at < hit.end for hit in own) for at in marks)


def _with_surname(place: Place, text: str, own: Iterable[Hit]) -> Place:
    """Return the place of a name with the surname behind it, unless he himself stands there."""
    found = _NEXT_WORD.match(text, place.end)
    if found is None or not found["word"][0].isupper() or fold(found["word"]).text not in names().surnames:
        return place
    is_own = _is_within_one(place._replace(start=found.start("word"), end=found.end()), own)
    return place if is_own else place._replace(end=found.end())
