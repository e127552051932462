"""Does an address belong to an area (glossary: werkgebied)? Tolerant of how people write; unknown is not no."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from console import texts
from console.desk.street_names import Likeness, Street, folded, is_mentioned, is_no_street, likeness
from console.domain.work_area import Address, Answer, Postcodes, Side, Stretch, WorkArea

_NUMBER: Final = re.compile(
    r"(?<!\d)\d{1,5}(?!\d)(?!\s*(?:e|de|ste)?\s*(?:hoog|etage|verdieping|floor)\b)", re.IGNORECASE
)
_NAMED: Final = re.compile(r"\b(?:huis)?(?:nummer|nr)\b\W*(?=\d)", re.IGNORECASE)
_OPPOSITE: Final = re.compile(r"\bt\.?\s?/?o\b|\btegenover\b|\bopposite\b|\bacross\b", re.IGNORECASE)
_POSTCODE: Final = re.compile(r"([1-9]\d{3})\s*([A-Z]{2})?")
_NEVER_GIVEN: Final = frozenset({"SA", "SD", "SS"})
_SHOWN: Final = 3  # parts in a sentence
_LONGEST: Final = 80  # letters of an address in a sentence


@dataclass(frozen=True, slots=True)
class AreaMatch:
    """Whether an address belongs to an area, and why, in one plain sentence."""

    answer: Answer
    because: str


class HouseNumber(NamedTuple):
    """The number in what somebody wrote; ``is_opposite``: he lives across from it ("t.o. 5")."""

    number: int
    is_opposite: bool = False


def house_number(written: str | None) -> HouseNumber | None:
    """Return the number of "12a", "12-2", "nr. 12 hs", "bij nr 4", "3 hoog, 12"; None where there is none."""
    if written is None:
        return None
    named = _NAMED.search(written)
    found = _NUMBER.search(written, 0 if named is None else named.end())
    if found is None:
        return None
    return HouseNumber(int(found[0]), is_opposite=_OPPOSITE.search(written, 0, found.start()) is not None)


def postcode(written: str | None) -> str | None:
    """Return "1234AB", or "1234" for one without letters, as ``Postcodes`` holds it; None for what is none."""
    found = _POSTCODE.fullmatch((written or "").strip().upper())
    return None if found is None or found[2] in _NEVER_GIVEN else found[1] + (found[2] or "")


def shown_postcode(code: str) -> str:
    """Return "1234 AB" of "1234AB"."""
    return f"{code[:4]} {code[4:]}".rstrip()


def bounds(postcodes: Postcodes) -> tuple[str, str]:
    """Return the first and the last postcode, both whole."""
    return postcodes.first.ljust(6, "A"), postcodes.last.ljust(6, "Z")


def shown_stretch(stretch: Stretch, language: str) -> str:
    """Return "Dorpsstraat 1-99 (oneven)"."""
    return f"{stretch.street} {_shown_part(stretch, language)}".rstrip()


def _shown_part(stretch: Stretch, language: str) -> str:
    side = "" if stretch.side is Side.ALL else f"({texts.say(f'area.side_{stretch.side}', language)})"
    return f"{shown_numbers(stretch, language)} {side}".strip()


def shown_numbers(stretch: Stretch, language: str) -> str:
    """Return "1-99", "12", "vanaf 12", "t/m 40", or nothing for a whole street."""
    if stretch.first is None:
        return "" if stretch.last is None else texts.say("area.to_number", language, last=stretch.last)
    if stretch.last is None:
        return texts.say("area.from_number", language, first=stretch.first)
    return f"{stretch.first}" if stretch.first == stretch.last else f"{stretch.first}-{stretch.last}"


def shown_postcodes(postcodes: Postcodes, language: str) -> str:
    """Return "3021 AB t/m 3021 AK"."""
    first, last = shown_postcode(postcodes.first), shown_postcode(postcodes.last)
    return first if first == last else f"{first} {texts.say('area.through', language)} {last}"


def shown_address(address: Address) -> str:
    """Return "Dorpsstr. 12a", or as much of it as is known."""
    return " ".join(filter(None, (address.street, address.house_number)))


def match(area: WorkArea, address: Address, language: str = texts.DEFAULT_LANGUAGE) -> AreaMatch:
    """Tell whether an address belongs to an area.

    A street is known by what people make of its name (``street_names``), a number without its addition. When street
    and postcode say different things, or the area holds only a part of what is known, the answer is unknown.
    """
    return _Matching(area, address, language).result()


class _Matching(NamedTuple):
    area: WorkArea
    address: Address
    language: str

    def result(self) -> AreaMatch:
        if not self.area:
            return AreaMatch(Answer.UNKNOWN, self.say("empty"))
        if not self.address:
            return AreaMatch(Answer.UNKNOWN, self.say("no_address"))
        if self.area.park and _names(shown_address(self.address), self.area.park):
            return AreaMatch(Answer.YES, self.say("park_yes", address=self.shown, park=self.area.park))
        by_street, by_postcode = self.by_street(), self.by_postcode()
        said = self.together(by_street, by_postcode)
        if said.answer is Answer.NO and self.area.park:
            return AreaMatch(Answer.UNKNOWN, self.say("park_unknown", park=self.area.park, address=self.shown))
        return said

    def together(self, by_street: AreaMatch | None, by_postcode: AreaMatch | None) -> AreaMatch:
        """Weigh both; what the area does not have, or the address, says nothing."""
        if by_street is None or by_postcode is None:
            return by_street or by_postcode or self.not_comparable()
        answers = (by_street.answer, by_postcode.answer)
        if answers == (Answer.YES, Answer.NO):
            return self.unknown("street_but_postcode")
        if answers == (Answer.NO, Answer.YES):
            return self.unknown("postcode_but_street")
        order = (Answer.YES, Answer.UNKNOWN, Answer.NO)
        return min(by_street, by_postcode, key=lambda said: order.index(said.answer))

    def not_comparable(self) -> AreaMatch:
        if self.area.park and not (self.area.stretches or self.area.postcodes):
            return self.unknown("park_unknown", park=self.area.park)
        return self.unknown("street_unknown" if self.area.stretches else "postcode_unknown")

    def by_street(self) -> AreaMatch | None:
        """Ask the streets of the area; None when either side has none."""
        wanted = folded(self.address.street or "")
        if not wanted or not self.area.stretches:
            return None
        best, parts = self.likest(wanted)
        if best < Likeness.SLIP:  # "Dorpsstraat 13 hs", "Dorpsstraat te Rotterdam", "Kerkweg/Dorpsstraat" as the street
            mentioned = [part for part in self.area.stretches if is_mentioned(folded(part.street), self.address.street)]
            parts, best = mentioned or parts, Likeness.ALIKE if mentioned else best
        if best is Likeness.DIFFERENT and is_no_street(self.address.street or ""):
            return self.unknown("street_none")
        if best is Likeness.DIFFERENT:
            is_lacking = self.area.postcodes and not self.address.postcode
            return self.unknown("also_postcodes") if is_lacking else AreaMatch(Answer.NO, self.say("street_no"))
        said = self.by_number(parts, is_slip=best is Likeness.SLIP)
        if best is Likeness.ALIKE and said.answer is not Answer.NO:
            return self.unknown("street_alike", street=parts[0].street)
        return said

    def likest(self, wanted: Street) -> tuple[Likeness, list[Stretch]]:
        """Return the parts of the street that is most like a name. The very name is looked for first: that is quick."""
        named = [(folded(stretch.street), stretch) for stretch in self.area.stretches]
        same = [stretch for name, stretch in named if name.full == wanted.full]
        if same:
            return Likeness.SAME, same
        levels = [(likeness(wanted, name), stretch) for name, stretch in named]
        best = max(level for level, _ in levels)
        return best, [stretch for level, stretch in levels if level is best]

    def by_number(self, parts: Sequence[Stretch], *, is_slip: bool) -> AreaMatch:
        """Ask the parts of one street that belong to the area."""
        street = parts[0].street
        shown = f"{street} {self.listed(_shown_part(part, self.language) for part in parts)}"
        found = house_number(self.address.house_number)
        fitting = next((part for part in parts if _holds(part, found)), None)
        if fitting is not None:
            is_whole = fitting == Stretch(fitting.street)
            key = f"{'slip' if is_slip else 'street'}_whole" if is_whole else "street_slip" if is_slip else "street_yes"
            return AreaMatch(Answer.YES, self.say(key, street=street, part=shown_stretch(fitting, self.language)))
        if found is None:
            return self.unknown("number_missing", part=shown)
        if found.is_opposite and any(_holds(part, found, side=Side.ALL) for part in parts):
            return self.unknown("number_opposite", part=shown)
        return AreaMatch(Answer.NO, self.say("number_outside", part=shown))

    def by_postcode(self) -> AreaMatch | None:
        """Ask the postcodes of the area; None when either side has none."""
        if not self.address.postcode or not self.area.postcodes:
            return None
        code = postcode(self.address.postcode)
        if code is None:
            return self.unknown("postcode_wrong")
        part = self.listed(shown_postcodes(one, self.language) for one in self.area.postcodes)
        low, high = code.ljust(6, "A"), code.ljust(6, "Z")
        for postcodes in self.area.postcodes:
            first, last = bounds(postcodes)
            if first <= low and high <= last:
                return AreaMatch(Answer.YES, self.say("postcode_yes", part=shown_postcodes(postcodes, self.language)))
        if any(first <= high and low <= last for first, last in map(bounds, self.area.postcodes)):
            return self.unknown("postcode_part", part=part)
        if self.area.stretches and not self.address.street:
            return self.unknown("street_unknown")
        return AreaMatch(Answer.NO, self.say("postcode_no", part=part))

    @property
    def shown(self) -> str:
        written = shown_address(self.address) or self.shown_code or texts.say("area.this_address", self.language)
        return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"

    @property
    def shown_code(self) -> str:
        code = postcode(self.address.postcode)
        return (self.address.postcode or "").strip() if code is None else shown_postcode(code)

    def unknown(self, key: str, **values: str) -> AreaMatch:
        return AreaMatch(Answer.UNKNOWN, self.say(key, **values))

    def say(self, key: str, **values: str) -> str:
        given = {"address": self.shown, "postcode": self.shown_code} | values
        return texts.say(f"area.{key}", self.language, **given)

    def listed(self, parts: Iterable[str]) -> str:
        """Name the first few; an area of forty streets is no sentence."""
        every = tuple(dict.fromkeys(parts))
        if len(every) > _SHOWN:
            more = texts.say("area.and_more", self.language, count=len(every) - _SHOWN)
            return f"{', '.join(every[:_SHOWN])} {more}"
        last = every[-1:]
        return f" {texts.say('area.and', self.language)} ".join(filter(None, (", ".join(every[:-1]), *last)))


def _holds(part: Stretch, found: HouseNumber | None, side: Side | None = None) -> bool:
    """Whether a part of a street has a number; without a number only a whole street is sure to."""
    side = side or part.side
    if found is None:
        return part.first is None and part.last is None and side is Side.ALL
    if not (part.first or 0) <= found.number <= (found.number if part.last is None else part.last):
        return False
    if side is Side.ALL:
        return True
    return not found.is_opposite and (found.number % 2 == 1) == (side is Side.ODD)


def _names(written: str, park: str) -> bool:
    """Whether somebody names the park itself: "De Sluis 4", "bedrijvenpark De Sluis, unit 4"."""
    words, wanted = folded(written).full, folded(park).full
    return bool(wanted) and wanted in words
