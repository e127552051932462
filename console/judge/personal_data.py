"""Everything in a message by which a person can be found or known, and whose it seems to be.

The types are those of the label guide (``personal_data``). Whether somebody should look is for ``policy``: a street as
the place of a report and a writer's own number are personal data too, but nothing is wrong with them (taxonomy 4.2).
"""

import re
from collections.abc import Iterable
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
_REACH_HOME_OF: Final = 12
_REACH_OFFICE: Final = 70
_MOST_FOUND: Final = 100
_MOBILE: Final = re.compile(r"\(?(?:\+|00)?(?:31)?[ \-(0)]{0,4}6|nul ?(?:zes|6)")
# Words that make a landline beside them that of a firm, an association or a service.
_ORGANISATION: Final = re.compile(
    r"\b(?:stichting|\w*vereniging|b\.?v\b|v\.?o\.?f\b|firma|kvk|\w*bedrijf|afdeling|\w*dienst|"
    r"\w*service|huisarts\w*|dierenarts\w*|"
    r"tandarts\w*|apotheek|praktijk|winkel|waterschap|meldkamer|\w*loket|kantoor|school|\w*opvang|"
    r"\w*bemiddeling|"
    r"\w*ambulance|algemeen nummer|vacature|sollicit\w*|personeel\w*|"
    r"beveilig\w*|beheerder|huismeester|"
    r"bar|restaurant|hotel|cafe|\w*coordinatie|receptie|spoed\w*|24 uur per dag|gemeente|balie)\b"
)
_CALLED_FROM: Final = re.compile(r"\b(?:vanaf|vanuit|gebeld door|met nummer|nummer dat) $")
_TREASURY: Final = re.compile(
    r"\b(?:stichting|\w*vereniging|vve|contributie|b\.?v\.?|parkmanagement|gemeente|"
    r"belastingdienst|kerk|parochie)\b"
)
_PRIVATE: Final = re.compile(r"\b(?:mijn|eigen|prive\w*|haar|zijn|ene)\b[^.]{0,25}$")
# Who gives out this address is no person at home: "kantoor Boogschutterstraat 1".
_WORKPLACE: Final = re.compile(
    r"\b(?:kantoor|praktijk|winkel|filiaal|showroom|balie|spreekuur|apotheek|kapper|huisarts\w*|"
    r"tandarts|loop binnen|huismeester van|"
    r"de zaak|supermarkt|snackbar|cafe|restaurant|hotel|school|bedrijf|koffiebar|buurthuis|"
    r"dorpshuis|verhuisd naar)\b[^.\n]{0,12}$"
)
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
    everything = _without_overlap(_search(reading))
    people = [found.end for found in everything if found.kind is PersonalData.NAME]
    for found in everything:
        owner = _owner(reading, found, role, category)
        if owner is Owner.PLACE and any(0 <= found.start - end <= _REACH_HOME_OF for end in people):
            owner = Owner.OTHER  # "Rinus Slegers (Achterste Hei 12b)"
        if owner is Owner.OFFICE or (owner is Owner.OWN and role is Role.PROFESSIONAL):
            continue
        items.append(PersonalItem(found.kind, owner, reading.folded.span(found.start, found.end)))
    return tuple(items)


def _search(reading: Reading) -> list[Found]:
    """Return what every search finds, the surest first, of each at most so many as say that it is a list."""
    folded = reading.folded
    has_digit = _ANY_DIGIT.search(folded.text) is not None
    searches: list[Iterable[Found]] = [find_mails(folded.text)]
    searches += [find_ibans(folded.text)] if has_digit else []
    searches += (find_bsns(reading), find_plates(reading), find_phones(reading))  # also told in words
    searches += [find_addresses(reading)] if has_digit else []
    found = [one for search in searches for one in islice(search, _MOST_FOUND)]
    return found + list(islice(find_people(reading, found), 3 * _MOST_FOUND))


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


def _owner(reading: Reading, found: Found, role: Role, category: Category) -> Owner:
    text = reading.folded.text
    if found.kind in _CONTACT:
        return _owner_of_contact(reading, found, role, category)
    if found.kind is PersonalData.IBAN and _is_account_of_many(text, found):
        return Owner.OFFICE
    if found.kind is not PersonalData.ADDRESS or reading.is_before("people.home", found.start, _REACH_HOME):
        return Owner.OTHER
    is_at_work = _WORKPLACE.search(text[max(0, found.start - _REACH_HOME) : found.start]) is not None
    return Owner.OFFICE if is_at_work else Owner.PLACE


def _owner_of_contact(reading: Reading, found: Found, role: Role, category: Category) -> Owner:
    """Return whose telephone number or e-mail address it is; what a professional gives out is that of the office."""
    is_of_other = reading.is_before("people.other_contact", found.start, _REACH_OWNER)
    if found.kind is PersonalData.PHONE:
        called_from = _CALLED_FROM.search(reading.folded.text, max(0, found.start - _REACH_OWNER), found.start)
        is_given_out = role is Role.PROFESSIONAL and not is_of_other and called_from is None
        if is_given_out or _is_landline_of_office(reading, found):
            return Owner.OFFICE
    if is_of_other:
        return Owner.OTHER
    is_own = category in _OWN_ADVERT or reading.is_before("people.own_contact", found.start, _REACH_OWNER)
    return Owner.OWN if is_own else Owner.OTHER


def _is_landline_of_office(reading: Reading, found: Found) -> bool:
    """Return whether a number that is not mobile belongs to a firm, an association or a service and to no person."""
    text = reading.folded.text
    if _MOBILE.match(text, found.start):
        return False
    around = text[max(0, found.start - _REACH_OFFICE) : found.end + _REACH_HOME]
    return reading.is_before("people.office", found.start, _REACH_HOME) or _ORGANISATION.search(around) is not None


def _is_account_of_many(text: str, found: Found) -> bool:
    """Return whether an account is that of an association or the like, and not somebody's own."""
    before = text[max(0, found.start - _REACH_OFFICE) : found.start]
    after = text[found.end : found.end + _REACH_HOME]
    return _PRIVATE.search(before) is None and _TREASURY.search(f"{before} {after}") is not None
