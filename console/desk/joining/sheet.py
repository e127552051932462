"""The answers to a sign-up form as a sheet: one row for each person who asks to join."""

from collections.abc import Hashable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import select

from console import texts
from console.desk import sheets
from console.desk.addresses import address_of
from console.desk.console import Console
from console.desk.joining import brought_in
from console.desk.joining.application import labels
from console.desk.joining.persons import keys_of
from console.desk.joining.requests import Incoming
from console.desk.sheets import Field, Plan, Row, Written
from console.domain.group import GroupId
from console.domain.join_request import Applicant, RequestSource
from console.domain.work_area import Address
from console.errors import ExpectedError
from console.store.tables import groups

_RECEIVED: Final = ("tijdstempel", "datum", "datum en tijd", "ingezonden", "ontvangen", "timestamp", "date", "received")


def plan(group_id: GroupId) -> Plan:
    """Return how such a sheet is taken in for a group."""
    return Plan(_fields(), partial(_take, group_id=group_id), same=_marks, also=_has_name)


def _fields() -> tuple[Field, ...]:
    known = labels()
    return (
        Field("name", known["name"], sheets.text),
        Field("first_name", known["first_name"], sheets.text),
        Field("last_name", known["last_name"], sheets.text),
        Field("phone", known["phone"], sheets.phone),
        Field("email", known["email"], sheets.email),
        Field("address", known["address"], _address),
        Field("street", known["street"], sheets.text),
        Field("house_number", known["house_number"], sheets.text),
        Field("addition", known["addition"], sheets.text),
        Field("postcode", known["postcode"], sheets.postcode),
        Field("is_old_enough", known["is_old_enough"], sheets.yes_no),
        Field("has_read_rules", known["has_read_rules"], sheets.yes_no),
        Field("has_consented", known["has_consented"], sheets.yes_no),
        Field("has_confirmed", known["has_confirmed"], sheets.yes_no),
        Field("vouched_by", known["vouched_by"], sheets.text),
        Field("received_at", _RECEIVED, sheets.moment),
        Field("words", known["words"], sheets.words),
    )


def _address(written: Written) -> Address | None:
    """Street, number and postcode in one cell."""
    if not written.text:
        return None
    address = address_of(written.text)
    if not address:
        raise ExpectedError("cell_not_address")
    return address


def _values(row: Row) -> dict[str, Any]:
    """Return a row as what is known of one person."""
    given: dict[str, Any] = dict(row)
    loose: Address = given.get("address") or Address()
    numbers = (given.get("house_number") or loose.house_number, given.get("addition"))
    return {
        **given,
        "name": given.get("name") or " ".join(filter(None, (given.get("first_name"), given.get("last_name")))),
        "street": given.get("street") or loose.street,
        "house_number": " ".join(filter(None, numbers)) or None,
        "postcode": given.get("postcode") or loose.postcode,
    }


def _has_name(row: Row) -> None:
    if not _values(row)["name"]:
        raise ExpectedError("row_without_name")


def _marks(row: Row) -> Iterator[Hashable]:
    """Yield what makes two rows one request (``persons.keys_of``), but for a name alone."""
    values = {"phone": None, "email": None} | _values(row)
    yield from (key for key in keys_of(values) if key[0] != "name")


def _take(console: Console, rows: tuple[Row, ...], *, group_id: GroupId) -> brought_in.Taken:
    """Make a request of every row, or of none. Raises ``ExpectedError``: ``group_gone``, ``request_open_group``."""
    with console.store.reading() as connection:
        zone = connection.scalar(select(groups.c.time_zone).where(groups.c.id == group_id))
    if zone is None:
        raise ExpectedError("group_gone")
    return brought_in.take(console, group_id, [_incoming(console, row, ZoneInfo(zone)) for row in rows])


def _incoming(console: Console, row: Row, zone: ZoneInfo) -> Incoming:
    values = _values(row)
    at: datetime | None = values.get("received_at")
    received_at = min(at.replace(tzinfo=zone).astimezone(UTC), console.now()) if at else console.now()
    consents = values.get("has_consented")
    said_no = texts.say("joining.consent_refused", console.language) if consents is False else None
    applicant = Applicant(
        name=values["name"],
        phone=values.get("phone"),
        email=values.get("email"),
        address=Address(values["street"], values["house_number"], values["postcode"]),
        is_old_enough=values.get("is_old_enough"),
        has_read_rules=values.get("has_read_rules"),
        has_confirmed=values.get("has_confirmed"),
        consent_at=received_at if consents else None,
        consent_channel=texts.say("joining.by_form", console.language) if consents else None,
        vouched_by=values.get("vouched_by"),
        words="\n".join(filter(None, (values.get("words"), said_no))) or None,
    )
    return Incoming(applicant, received_at, RequestSource.SHEET, is_dated=at is not None)
