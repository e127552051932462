"""Who asks to join, read from a form that was pasted, a mail or a loose message. Nothing that it says is lost.

A line "Telefoon: 06 12345678" is read by its label; what has no label is looked at for a name, an address, a number.
What was not understood stays, as it was written, in ``Applicant.words``: a person reads it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, Final

from console import texts
from console.assets import resource
from console.chats.fields import clean_name, clean_text
from console.chats.reading import Notes
from console.desk import sheet_cells
from console.desk.addresses import address_of
from console.desk.joining.loose import Loose
from console.desk.sheet_columns import fit
from console.domain.join_request import Applicant
from console.domain.work_area import Address
from console.errors import ExpectedError
from console.judge.languages import is_dutch
from console.judge.normalise import fold

LONGEST: Final = 20_000  # characters that are read; a form has a few hundred
MOST_LINES: Final = 400
SURE: Final = 3  # letters that a known label needs to have inside a longer one

_BEFORE: Final = re.compile(r"^[\s>*_~•▪◦·–-]+(?=\S)")
_TICK: Final = re.compile(
    r"^\s*(?:[-*•]\s*)?(?:\[\s*(?P<ticked>[xXvV✓✔]?)\s*\]|(?P<yes>[☑☒✅✓✔🗹])|(?P<no>[☐▢❌]))\s*(?P<text>\S.*)$"
)
_LABELLED: Final = re.compile(r"^(?P<label>[^:=\t]{1,120}?)\s*(?:[:=]|\t)\s*(?P<value>.*)$")
_QUESTION: Final = re.compile(r"^(?P<label>[^?]{3,120})\?\s*(?P<value>.*)$")
_AGE: Final = re.compile(r"(\d{1,3})(?:\s*(?:jaar|jr|years?(?: old)?))?\.?", re.ASCII)
_PLACE_AFTER: Final = re.compile(r"^([1-9]\d{3}\s?[A-Za-z]{2})\b[\s,]*(.*)$", re.ASCII)
_TELLING: Final = frozenset({"phone", "postcode", "house_number"})  # what is a number, and needs no colon before it
_YES_NO: Final = frozenset({"is_old_enough", "has_read_rules", "has_consented", "has_confirmed"})


@cache
def labels() -> Mapping[str, tuple[str, ...]]:
    """Return the words that stand before what a form asks, by what they ask."""
    tree: dict[str, Any] = tomllib.loads(resource("lexicon", "joining.toml").read_text(encoding="utf-8"))
    return {name: tuple(words) for name, words in tree["form"].items()}


def read(text: str, language: str = "nl", *, at: datetime | None = None, channel: str | None = None) -> Applicant:
    """Return who asks, as far as the text tells; his name is "" when it does not.

    ``at`` (aware) is when he said it and ``channel`` how, for the consent that he gives; without them a consent stays
    in his words. ``language`` is the console's. Never raises, whatever the text.
    """
    form = _Form()
    lines = [_cleaned(line) for line in text[:LONGEST].splitlines()[:MOST_LINES]]
    for label, value, line in _parts(lines):
        form.take(label, value, line)
    form.fill_from_loose_lines()
    return form.applicant(text, language, at, channel)


def _cleaned(line: str) -> str:
    """Return a line without marks that nobody sees; two cells of a table beside each other become label and answer."""
    cells = [" ".join(clean_text(cell, Notes()).replace("*", " ").split()) for cell in line.split("\t")]
    filled = [cell for cell in cells if cell]
    if len(filled) == 2 and _field_of(filled[0]):
        return f"{filled[0].rstrip(' :')}: {filled[1]}"
    return " ".join(filled)


# --- line by line ----------------------------------------------------------------------------------------------------


def _parts(lines: list[str]) -> Iterator[tuple[str | None, str, str]]:
    """Yield what each line asks (None when it has no known label), what is answered, and the line itself.

    An answer may stand on the line below its label.
    """
    awaits: tuple[str, str] | None = None
    for line in filter(None, (_BEFORE.sub("", line) for line in lines)):
        asks, value = _asked(line)
        if awaits is not None:
            label, asked = awaits
            awaits = None
            if asks is None:
                yield label, line, f"{asked}: {line}"
                continue
        if asks is not None and not value:
            awaits = (asks, line.rstrip(" :=?"))
            continue
        yield asks, value, line


def _asked(line: str) -> tuple[str | None, str]:
    """Return what a line asks and what stands behind it; None without a known label."""
    if tick := _TICK.match(line):
        asks = _field_of(tick["text"].rstrip(" :."))
        is_yes = bool(tick["ticked"] or tick["yes"])
        return (asks, "ja" if is_yes else "nee") if asks in _YES_NO else (None, line)
    for pattern in (_LABELLED, _QUESTION):
        if (found := pattern.match(line)) and (asks := _field_of(found["label"])):
            return asks, found["value"].strip()
    if (asks := _known(line)) is not None:
        return asks, ""
    begin, _, rest = line.partition(" ")
    asks = _known(begin)
    return (asks, rest) if asks in _TELLING and rest[:1].isdigit() else (None, line)


def _known(label: str) -> str | None:
    """Return what words ask that are a label and nothing else."""
    asks = _field_of(label)
    return asks if asks and _folded(label) in labels()[asks] else None


def _field_of(label: str) -> str | None:
    """Return what a label asks, by the longest known words in it; None when it has none."""
    fits = {name: fit(_folded(label), known) for name, known in labels().items()}
    best = max(fits, key=fits.__getitem__)
    return best if fits[best] >= SURE else None


def _folded(label: str) -> str:
    return " ".join(fold(label).text.strip(" .:*?-").split())


# --- what was understood ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Form:
    """The answers so far, and the lines that were not understood."""

    found: dict[str, Any] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)  # places in ``left`` of lines without a label

    def take(self, asks: str | None, value: str, line: str) -> None:
        """Understand one line, or keep it."""
        if asks is None or not self._understands(asks, value):
            if asks is None:
                self.loose.append(len(self.left))
            self.left.append(line)

    def _understands(self, asks: str, value: str) -> bool:
        if not value:
            return True  # asked, and not answered
        if asks == "words":
            self.left.append(value)
            return True
        if asks == "address":
            return self._understands_address(value)
        return asks != "other" and asks not in self.found and self._reads(asks, value)

    def _reads(self, asks: str, value: str) -> bool:
        try:
            self.found[asks] = _READERS.get(asks, sheet_cells.text)(sheet_cells.Written(value, value))
        except ExpectedError:
            return False
        return True

    def _understands_address(self, value: str) -> bool:
        address = address_of(value)
        parts = {"street": address.street, "house_number": address.house_number, "postcode": address.postcode}
        news = {name: part for name, part in parts.items() if part and not self.found.get(name)}
        self.found.update(news)
        return bool(news)

    def fill_from_loose_lines(self) -> None:
        """Look in what has no label for what is not known yet; a line that says nothing else is not kept."""
        used = set()
        loose = Loose(self.found)
        text = "\n".join(self.left[place] for place in self.loose)
        loose.look_for_name(text)
        for place in self.loose:
            if loose.takes_whole(self.left[place]):
                used.add(place)
        loose.look_in(text)
        self.left = [line for place, line in enumerate(self.left) if place not in used]

    def applicant(self, text: str, language: str, at: datetime | None, channel: str | None) -> Applicant:
        """Return it all as what is known of one person."""
        found = self.found
        consents = found.get("has_consented")
        left = list(self.left)
        if consents is not None and (at is None or not consents):
            left.append(texts.say(f"joining.consent_{'given' if consents else 'refused'}", language))
        if len(text) > LONGEST or len(text.splitlines()) > MOST_LINES:
            left.append("…")
        number = " ".join(filter(None, (found.get("house_number"), found.get("addition"))))
        names = (found.get("first_name"), found.get("last_name"))
        return Applicant(
            name=clean_name(found.get("name") or " ".join(filter(None, names))) or "",
            phone=found.get("phone"),
            email=found.get("email"),
            address=Address(found.get("street"), number or None, found.get("postcode")),
            is_old_enough=found.get("is_old_enough"),
            has_read_rules=found.get("has_read_rules"),
            has_confirmed=found.get("has_confirmed"),
            consent_at=at if consents else None,
            consent_channel=channel if consents and at is not None else None,
            vouched_by=found.get("vouched_by"),
            language="en" if is_dutch(text) is False else None,
            words="\n".join(left).strip() or None,
        )


def _postcode(written: sheet_cells.Written) -> str | None:
    """A postcode, whatever place stands behind it."""
    found = _PLACE_AFTER.match(written.text)
    return sheet_cells.postcode(sheet_cells.Written(found[1], found[1]) if found else written)


def _is_old_enough(written: sheet_cells.Written) -> bool | None:
    """Yes or no. An age is left to a person: which one is old enough differs from group to group."""
    if _AGE.fullmatch(written.text):
        raise ExpectedError("cell_not_yes_no")
    return sheet_cells.yes_no(written)


_READERS: Final[Mapping[str, sheet_cells.Reader]] = {
    "phone": sheet_cells.phone,
    "email": sheet_cells.email,
    "postcode": _postcode,
    "is_old_enough": _is_old_enough,
    "has_read_rules": sheet_cells.yes_no,
    "has_consented": sheet_cells.yes_no,
    "has_confirmed": sheet_cells.yes_no,
}
