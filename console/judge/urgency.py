"""Whether 112 was called about something that is going on (label guide, ``call112`` and rule 1)."""

import math
from collections.abc import Sequence
from typing import Final

from console.domain.judgement import Call112, Category, Role, Span
from console.judge.addresses import find_addresses
from console.judge.cues import Reading

_HOUSE: Final = frozenset({"nr", "huisnummer"})


def call_112(reading: Reading, category: Category, role: Role) -> Call112 | None:
    """Return what an urgent message says about 112; None for a message that is not urgent.

    A question ("zal ik bellen?") outweighs a mention ("112 gebeld"), because asking is not calling. What a professional
    reports as urgent is known to the services: they are on their way or wrote it themselves.
    """
    if category is not Category.URGENT:
        return None
    if reading.has("call112.not_called"):
        return Call112.NOT_CALLED
    is_known = _is_called(reading) or role is Role.PROFESSIONAL
    return Call112.CALLED if is_known else Call112.UNCLEAR


NOW_IN_WORDS: Final = math.log(3)
"""What words that say "now" add to the log-odds that the model gives an emergency. Set on messages kept aside in
training: at recall .93 precision rises from .66 to .72."""


def is_going_on(reading: Reading) -> bool:
    """Return whether the words say danger or now, and none says that it is over."""
    return reading.has("danger.acute", "time.now", "call112.not_called", "topic.urgent") and not reading.has(
        "time.past"
    )


def is_named(reading: Reading) -> bool:
    """Return whether 112 is named at all: "wie nu iemand ziet: 112" tells people to call and needs no reminder."""
    return not _places_of_112(reading) <= _house_numbers(reading)


def _is_called(reading: Reading) -> bool:
    """Return whether the words say that somebody called; "Kerkstraat 112 is leeg" does not say "112 is"."""
    return not {hit.start for hit in reading.found("call112.called")} <= _house_numbers(reading)


def _places_of_112(reading: Reading) -> frozenset[int]:
    return frozenset(place for word, place in zip(reading.words, reading.starts, strict=True) if word == "112")


def _house_numbers(reading: Reading) -> frozenset[int]:
    """Return where 112 is the number of a house ("Kerkstraat 112", "nr 112") and nobody's to call."""
    places = _places_of_112(reading)
    if not places:
        return places
    homes = list(find_addresses(reading))
    behind = {place for word, place in zip(reading.words, reading.starts[1:], strict=False) if word in _HOUSE}
    return frozenset(
        place for place in places if place in behind or any(home.start <= place < home.end for home in homes)
    )


def was_called_before(before: Sequence[Reading]) -> bool:
    """Return whether one of the messages before says that 112 was called, so that nobody needs to ask again.

    Asking is not calling: "112 is gebeld?" says nothing.
    """
    return any(says_called(reading) for reading in before)


def says_called(reading: Reading) -> bool:
    """Return whether the words say that 112 was called, and neither ask nor deny it."""
    return _is_called(reading) and not reading.has("call112.not_called") and "?" not in reading.words


def urgent_spans(reading: Reading) -> tuple[Span, ...]:
    """Return the words that say danger, now, or nobody called."""
    hits = reading.found("danger.acute", "time.now", "call112.not_called")
    return tuple(sorted({reading.folded.span(hit.start, hit.end) for hit in hits}))
