"""Others come out of a text that one person gets to see: their names, numbers and addresses; he himself stays."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from sqlalchemy import Connection

from console import texts
from console.desk.feedback.pseudonyms import Masker, Place
from console.desk.one_person.sought import Sought
from console.domain.judgement import PersonalData
from console.judge.addresses import find_addresses
from console.judge.cues import Reading

_CARD: Final = ".vcf"
_POSTCODE: Final = re.compile(r"(?<!\w)[1-9]\d{3} ?[A-Z]{2}(?!\w)")  # of some twenty homes


class OthersMasker(Masker):
    """Takes everybody but one person out of the texts of some groups, also who works there."""

    def __init__(self, connection: Connection, group_ids: Iterable[int], language: str, own: Sought) -> None:
        """Read who is in these groups; ``own`` is how the one is recognised who stays."""
        super().__init__(connection, group_ids, language)
        self._members |= self._working
        self._working = frozenset()
        self._own = own
        self._somebody_else = texts.say("one_person.somebody_else", language)
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
        """Yield what comes out: what is known of people, but for what stands within a place where he himself does."""
        original = reading.folded.original
        own = [*self._own.hits(original), *self._own.doubts(original)]
        homes = [match.span() for match in _POSTCODE.finditer(original)]
        homes += [reading.folded.span(found.start, found.end) for found in find_addresses(reading)]
        places = (Place(start, end, PersonalData.ADDRESS) for start, end in homes)
        for place in (*super()._found(reading), *places):
            if not any(hit.start <= place.start and place.end <= hit.end for hit in own):
                yield place

    def _instead(self, place: Place, words: str, before: str) -> str:  # noqa: ARG002  # as for who reads the group
        return self._somebody_else
