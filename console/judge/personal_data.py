"""Everything in a message by which a person can be found or known, and whose it seems to be.

The types are those of the label guide (``personal_data``). Whether somebody should look is for ``policy``: a street as
the place of a report and a writer's own number are personal data too, but nothing is wrong with them (taxonomy 4.2).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Final

from console.domain.judgement import Category, PersonalData, Role, Span
from console.judge.accounts import find_bsns, find_ibans, find_mails
from console.judge.addresses import find_addresses
from console.judge.cues import Reading
from console.judge.found import Found
from console.judge.people import find_people
from console.judge.phones import find_phones
from console.judge.plates import find_plates

_ANY_DIGIT: Final = re.compile(r"\d")
# How far before a number the words stand that say whose it is, in characters.
_REACH_OWNER: Final = 32
_REACH_HOME: Final = 40
_MOST_FOUND: Final = 100
_CONTACT: Final = frozenset({PersonalData.PHONE, PersonalData.EMAIL})
# A seller, a finder and an owner of a lost cat write their own number under their own message.
_OWN_ADVERT: Final = frozenset({Category.LOST_FOUND, Category.TRADE})


class Owner(StrEnum):
    """Whose the data seems to be; also the last part of the rule that explains it.

    What an office gives out, or a professional about himself, is no personal data (label guide) and is not reported.
    """

    OTHER = "other"
    OWN = "own"
    PLACE = "place"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class PersonalItem:
    """One piece of personal data, in the original text, with whose it seems to be."""

    kind: PersonalData
    owner: Owner
    span: Span


def find_personal_data(reading: Reading, role: Role, category: Category) -> tuple[PersonalItem, ...]:
    """Return the personal data of a message in the order of the text."""
    items: list[PersonalItem] = []
    for found in _without_overlap(_search(reading)):
        owner = _owner(reading, found, category)
        if owner is Owner.OFFICE or (owner is Owner.OWN and role is Role.PROFESSIONAL):
            continue
        items.append(PersonalItem(found.kind, owner, reading.folded.span(found.start, found.end)))
    return tuple(items)


def _search(reading: Reading) -> Iterator[Found]:
    """Yield what every search finds, the surest first, of each at most so many as say that it is a list."""
    folded = reading.folded
    searches: list[Iterable[Found]] = [find_mails(folded.text)]
    if _ANY_DIGIT.search(folded.text):
        searches += (find_ibans(folded.text), find_bsns(folded.text), find_plates(reading), find_phones(reading))
        searches.append(find_addresses(folded))
    elif "nul" in folded.text:
        searches.append(find_phones(reading))
    searches.append(find_people(reading))
    for search in searches:
        yield from islice(search, _MOST_FOUND)


def _without_overlap(found: Iterable[Found]) -> list[Found]:
    """Return the finds without those inside a surer one: the digits of an account are no telephone number.

    People may overlap the rest: "Sem (3), Kerkstraat 4" holds a child and an address.
    """
    kept: list[Found] = []
    taken: list[tuple[int, int]] = []
    for one in found:
        is_about_person = one.kind in {PersonalData.NAME, PersonalData.PHOTO, PersonalData.MINOR}
        if not is_about_person:
            if any(start < one.end and one.start < end for start, end in taken):
                continue
            taken.append((one.start, one.end))
        kept.append(one)
    return sorted(kept, key=lambda one: (one.start, one.end))


def _owner(reading: Reading, found: Found, category: Category) -> Owner:
    if found.kind is PersonalData.ADDRESS:
        return Owner.OTHER if reading.is_before("people.home", found.start, _REACH_HOME) else Owner.PLACE
    if found.kind not in _CONTACT:
        return Owner.OTHER
    is_landline = found.kind is PersonalData.PHONE and "06" not in reading.folded.text[found.start : found.start + 4]
    if is_landline and reading.is_before("people.office", found.start, _REACH_HOME):
        return Owner.OFFICE
    if reading.is_before("people.other_contact", found.start, _REACH_OWNER):
        return Owner.OTHER
    is_own = category in _OWN_ADVERT or reading.is_before("people.own_contact", found.start, _REACH_OWNER)
    return Owner.OWN if is_own else Owner.OTHER
