"""Who asks: what tells one person from another, and how a row of ``join_requests`` holds him."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Row

from console.chats.fields import clean_name
from console.desk.addresses import address_of
from console.desk.street_names import folded
from console.domain.join_request import Applicant
from console.domain.work_area import Address
from console.judge.normalise import fold

SHOWN: Final = ("name", "phone", "email", "street", "house_number", "postcode")
ANSWERS: Final = ("is_old_enough", "has_read_rules", "has_confirmed")
REST: Final = ("consent_at", "consent_channel", "vouched_by", "language")
_DUTCH: Final = "+31"
_MOBILE: Final = "+316"


def columns_of(who: Applicant) -> dict[str, Any]:
    """Return what is known of somebody as the columns of ``join_requests``; what was not said is None.

    Many write their house number behind the street, where a form has another place for it.
    """
    where = who.address
    whole = address_of(where.street) if where.street and not where.house_number else where
    if whole.street and whole.house_number:
        where = Address(whole.street, whole.house_number, where.postcode or whole.postcode)
    values: dict[str, Any] = {name: getattr(who, name) for name in ("phone", "email", *ANSWERS, *REST, "words")}
    values |= {name: getattr(where, name) for name in ("street", "house_number", "postcode")}
    values["vouched_by"] = clean_name(who.vouched_by or "")
    said = {name: (value.strip() or None) if isinstance(value, str) else value for name, value in values.items()}
    return {"name": clean_name(who.name) or said["phone"] or said["email"] or "", **said}


def applicant_of(row: Row[*tuple[Any, ...]]) -> Applicant:
    """Return what a row of ``join_requests`` tells of who asks; times are aware UTC."""
    values = {name: getattr(row, name) for name in ("name", "phone", "email", *ANSWERS, *REST, "words")}
    return Applicant(address=Address(row.street, row.house_number, row.postcode), **values)


def keys_of(values: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Yield what somebody is known by, the surest first; the last is his name alone.

    A household or a company shares its landline, so that one needs the name too.
    """
    name, place = bare(values["name"]), place_of(values)
    if values.get("phone"):
        yield ("phone", values["phone"]) if is_mobile(values["phone"]) else ("phone", values["phone"], name)
    if values.get("email"):
        yield ("email", values["email"].casefold())
    if place:
        yield ("name_and_address", name, place)
    yield ("name", name)


def is_mobile(phone: str) -> bool:
    """Whether a number in E.164 is one of a mobile phone, as far as it tells: abroad it may be."""
    return phone.startswith(_MOBILE) or not phone.startswith(_DUTCH)


def says_no_name(name: str) -> bool:
    """Whether a name holds no letter: an export shows the number of somebody whom nobody saved."""
    return not any(map(str.isalpha, name))


@lru_cache(maxsize=65_536)
def bare(text: str) -> str:
    """Return the letters and digits of a text, in one spelling."""
    return "".join(filter(str.isalnum, fold(text).text))


def place_of(values: Mapping[str, Any]) -> str:
    """Return an address in one spelling; "" when there is none with a house number."""
    number = bare(values.get("house_number") or "")
    where = _street(values.get("street")) or bare(values.get("postcode") or "")
    return f"{where} {number}" if where and number else ""


def _street(written: str | None) -> str:
    return folded(written or "").full


def may_be_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two requests under one name are of one person: nothing says otherwise, and the name says enough."""

    def contradicts(name: str) -> bool:
        plain = _street if name == "street" else bare
        return bool(one.get(name) and other.get(name) and plain(one[name]) != plain(other[name]))

    if any(contradicts(name) for name in ("phone", "email", "street", "house_number", "postcode")):
        return False
    says_more = [any(values.get(name) for name in SHOWN[1:]) for values in (one, other)]
    return len(one["name"].split()) > 1 or not any(says_more)


def is_same_street(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether an address that came in later is in the same street, or names none."""
    return not other.get("street") or _street(one.get("street")) == _street(other["street"])
