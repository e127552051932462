"""Who asks to join, in words without labels: "Hallo, ik ben Els de Vries van Dorpsstraat 12, mijn nummer is 06..."."""

import re
import tomllib
from functools import cache
from typing import Any, Final

from console.assets import resource
from console.desk import sheet_cells
from console.desk.addresses import address_of
from console.domain.work_area import Address
from console.errors import ExpectedError
from console.judge.normalise import fold

LONGEST_LINE: Final = 80  # a line of a form; a longer one is a sentence

_CAPITAL: Final = r"[^\W\d_a-zß-ÿ][\w'’.-]*"
_PARTICLE: Final = r"(?:van|de|der|den|het|ten|ter|te|'t|’t|in|op|el|al|ben|bin|von|da|dos|di|la|le|ibn|v\.?d\.?|v\.)"
NAME: Final = rf"{_CAPITAL}(?:[ -](?:{_PARTICLE}[ ]){{0,3}}{_CAPITAL}){{0,3}}"
_NAME_LINE: Final = re.compile(rf"(?:(?:dhr|mevr|mw|dr|ir|de heer|mevrouw|meneer|familie|fam)\.? )?({NAME})[.,]?")
_SAYS_NAME: Final = re.compile(
    rf"\b(?:[Ii]k ben|[Mm]ijn naam is|[Mm]'n naam is|[Ii]k heet|[Mm]y name is|I am|I'm|[Nn]aam is)\s+({NAME})"
)
_SIGNS: Final = re.compile(rf"\b(?:[Gg]roet(?:en|jes)?|[Gg]r\.?|[Mm]vg|[Rr]egards),?\s+({NAME})")
_DATE: Final = re.compile(r"\b\d{1,4}[-/]\d{1,2}[-/]\d{1,4}\b")
_PHONE: Final = re.compile(r"(?<![\w+])(?:\+|00)?\(?\d(?:[ \t().\-/]{0,3}\d){8,13}(?!\w)")
_MAIL: Final = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_TAIL: Final = re.compile(r"^[^\w]*(?:te |in )?(?:[^\W\d_][\w'’-]*\s?){0,3}[^\w]*$")  # what may stand behind a postcode


@cache
def _words(kind: str) -> tuple[str, ...]:
    tree: dict[str, Any] = tomllib.loads(resource("lexicon", "joining.toml").read_text(encoding="utf-8"))
    return tuple(tree["loose"][kind])


def name_in(line: str) -> str | None:
    """Return the name that is all that a line says; a greeting, a title of a form and a shout are none."""
    found = _NAME_LINE.fullmatch(line.strip()) if len(line) <= LONGEST_LINE else None
    if found is None:
        return None
    words = fold(found[1]).text.split()
    is_other = any(word.strip(".,!") in kind for word in words for kind in map(_words, ("greetings", "titles")))
    closes = " ".join(words) in _words("closings") or words[0] in _words("closings")
    return None if is_other or closes else found[1].rstrip(".,")


class Loose:
    """Fills in what is not known yet. ``found`` is changed."""

    def __init__(self, found: dict[str, Any]) -> None:
        self._found = found

    def look_for_name(self, text: str) -> None:
        """Find who says who he is."""
        if not self._has_name() and (said := _SAYS_NAME.search(text)):
            self._found["name"] = said[1].rstrip(".,")

    def takes_whole(self, line: str) -> bool:
        """Understand a line that is one thing: a number, an address, a name, a greeting. Return whether it was."""
        if len(line) > LONGEST_LINE:
            return False
        if self._is_all(line, _PHONE, "phone", sheet_cells.phone) or self._is_all(
            line, _MAIL, "email", sheet_cells.email
        ):
            return True
        if fold(line).text.strip(" ,.!") in (*_words("closings"), *_words("greetings")):
            return True
        if self._takes_address(line):
            return True
        name = name_in(line)
        if name is not None and not self._has_name() and address_of(line).street is None:
            self._found["name"] = name
            return True
        return False

    def look_in(self, text: str) -> None:
        """Find in sentences what is still not known; the sentences stay."""
        for name, pattern, reader in (("phone", _PHONE, sheet_cells.phone), ("email", _MAIL, sheet_cells.email)):
            for match in pattern.finditer(text):
                if self._found.get(name) is None:
                    self._keep(name, match[0], reader)
        if not self._found.get("street"):
            self._keep_address(address_of(_DATE.sub(" ", _MAIL.sub(" ", _PHONE.sub(" ", text)))))
        if not self._has_name() and (signed := _SIGNS.search(text)):
            self._found["name"] = signed[1].rstrip(".,")

    def _has_name(self) -> bool:
        return any(self._found.get(name) for name in ("name", "first_name", "last_name"))

    def _is_all(self, line: str, pattern: re.Pattern[str], name: str, reader: sheet_cells.Reader) -> bool:
        return pattern.fullmatch(line.strip(" ,.")) is not None and self._keep(name, line.strip(" ,."), reader)

    def _keep(self, name: str, written: str, reader: sheet_cells.Reader) -> bool:
        if self._found.get(name) is not None:
            return False
        try:
            self._found[name] = reader(sheet_cells.Written(written, written))
        except ExpectedError:
            return False
        return True

    def _takes_address(self, line: str) -> bool:
        """Understand a line that is an address and nothing else; the town behind a postcode tells nothing more."""
        address = address_of(_DATE.sub(" ", line))
        parts = [part for part in (address.street, address.house_number) if part]
        rest = line
        for part in parts:
            rest = rest.replace(part, " ", 1)
        if address.postcode:
            rest = re.sub(address.postcode.replace(" ", r"\s?"), " ", rest, count=1, flags=re.IGNORECASE)
        is_all = _TAIL.match(rest) if address.postcode else len(parts) == 2 and not any(map(str.isalnum, rest))
        if not is_all:
            return False
        return self._keep_address(address)

    def _keep_address(self, address: Address) -> bool:
        parts = {"street": address.street, "house_number": address.house_number, "postcode": address.postcode}
        if any(part and self._found.get(name) not in (None, part) for name, part in parts.items()):
            return False
        news = {name: part for name, part in parts.items() if part}
        if news.keys() == {"house_number"}:
            return False
        self._found.update(news)
        return bool(news)
