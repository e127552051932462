"""Who might join, as a person types, pastes or brings it in a sheet: what is kept of it, and who is the same."""

from typing import Any, Final

from sqlalchemy import Row

from console.chats.fields import clean_name
from console.desk.phone_numbers import e164
from console.desk.sheet_columns import Field
from console.desk.sheets import email, phone
from console.desk.startup import start_data
from console.domain.start import Entry
from console.errors import ExpectedError

LONGEST_NOTE: Final = 500

SHEET_FIELDS: Final = (
    Field(
        "name",
        ("bedrijf", "bedrijfsnaam", "naam bedrijf", "onderneming", "company", "naam", "name"),
        is_required=True,
        key="sheets.prospect_name",
    ),
    Field(
        "contact",
        ("contactpersoon", "contact", "eigenaar", "ondernemer", "contact person", "owner"),
        key="sheets.contact",
    ),
    Field("phone", ("telefoon", "telefoonnummer", "mobiel", "06", "tel", "phone", "mobile"), phone),
    Field("email", ("e-mail", "email", "e-mailadres", "mail"), email),
    Field("note", ("opmerking", "opmerkingen", "notitie", "adres", "note", "remarks"), key="sheets.note"),
)


def read(text: str) -> tuple[Entry, ...]:
    """Read pasted lines, one company or person each: "Bakkerij Vos; Wendy Vos; 06-12345678; info@vos.nl".

    The parts may be between ``;``, tabs or commas. A part with an @ is an e-mail address and one that is a number of a
    telephone is that; of the others the first is the name, the second the contact, and the rest a note.
    """
    return tuple(entry for line in text.splitlines() if (entry := _read_line(line)) is not None)


def _read_line(line: str) -> Entry | None:
    separator = next((mark for mark in (";", "\t", ",") if mark in line), ";")
    words: list[str] = []
    phone = email = None
    for part in (part.strip() for part in line.split(separator)):
        if "@" in part and " " not in part and email is None:
            email = part
        elif (number := _number(part)) is not None and phone is None:
            phone = number
        elif part:
            words.append(part)
    if not words and (name := email or phone) is not None:
        words = [name]
    if not words:
        return None
    note = ", ".join(words[2:]) or None
    return Entry(words[0], words[1] if len(words) > 1 else None, phone, email, None, note)


def _number(part: str) -> str | None:
    if sum(character.isdigit() for character in part) < 9:
        return None
    try:
        return e164(part)
    except ExpectedError:
        return None


def entry_of(row: Row[*tuple[Any, ...]]) -> Entry:
    return Entry(row.name, row.contact, row.phone, row.email, row.channel, row.note)


def columns_of(entry: Entry) -> dict[str, Any]:
    names = ("name", "contact", "phone", "email", "channel", "note")
    return {name: getattr(entry, name) for name in names}


def cleaned(entry: Entry) -> Entry:
    """Return what is stored. Raises ``ExpectedError``: ``prospect_name_empty``, ``phone_unknown``,
    ``prospect_channel``.
    """
    name = clean_name(entry.name)
    if name is None:
        raise ExpectedError("prospect_name_empty")
    check_channel(entry.channel or None)
    phone = (entry.phone or "").strip()
    return Entry(
        name=name,
        contact=clean_name(entry.contact or ""),
        phone=e164(phone) if phone else None,
        email=clean_name(entry.email or ""),
        channel=entry.channel or None,
        note=(entry.note or "").strip()[:LONGEST_NOTE] or None,
    )


def check_channel(channel: str | None) -> None:
    if channel is not None and channel not in start_data()["channels"]:
        raise ExpectedError("prospect_channel", channel=channel)


def marks_of(entry: Entry) -> set[tuple[str, str]]:
    """Return by what somebody is the same: two people of one company are two."""
    marks = {("name", f"{entry.name} {entry.contact or ''}".casefold().strip())}
    marks |= {("phone", entry.phone)} if entry.phone else set()
    return marks | ({("email", entry.email.casefold())} if entry.email else set())
