"""The members of a group as a sheet: taken in from a file that somebody brings, and written to one, by name."""

from collections.abc import Hashable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from console import texts
from console.desk.console import Console
from console.desk.roll import RollRow, members_of
from console.desk.roll_book import MemberFacts, Taken, take_members
from console.desk.sheets import Field, Plan, Row, day, one_of, phone
from console.desk.table_files import harmless, save_table
from console.domain.group import GroupId
from console.domain.member import GroupRole, RollFilter
from console.errors import ExpectedError
from console.store.roster import compared

_ROLES: Final = {
    **{texts.say(f"desk.role_{role}", language): role for language in texts.LANGUAGES for role in GroupRole},
    "lid": GroupRole.MEMBER,
    "participant": GroupRole.MEMBER,
    "bewoner": GroupRole.MEMBER,
    "admin": GroupRole.ADMIN,
    "moderator": GroupRole.ADMIN,
    "coordinator": GroupRole.COORDINATOR,
    "wijkagent": GroupRole.PROFESSIONAL,
}
FIELDS: Final = (  # the headings are those that an export of this program has too
    Field("name", ("naam", "volledige naam", "naam lid", "lid", "deelnemer", "name", "full name", "member")),
    Field(
        "phone",
        ("telefoonnummer", "telefoon", "mobiel", "mobiel nummer", "06", "06-nummer", "tel", "phone", "mobile"),
        phone,
    ),
    Field("role", ("rol", "functie", "role"), one_of(_ROLES), key="sheets.member_role"),
    Field("alias", ("alias", "schuilnaam", "naam in de app", "nickname"), key="sheets.member_alias"),
    Field(
        "joined_on",
        ("lid sinds", "sinds", "toegevoegd", "datum lid", "ingangsdatum", "joined", "member since"),
        day,
        key="sheets.member_joined",
    ),
    Field(
        "left_on",
        ("weg sinds", "vertrokken", "uit de groep", "datum vertrek", "einddatum", "left", "left on"),
        day,
        key="sheets.member_left",
    ),
    Field("left_reason", ("reden", "reden vertrek", "reason", "why left"), key="sheets.member_left_reason"),
    Field(
        "consent_on",
        ("toestemming", "toestemming op", "akkoord op", "datum akkoord", "consent", "consent on"),
        day,
        key="sheets.member_consent",
    ),
    Field(
        "consent_channel",
        ("hoe akkoord", "toestemming via", "via", "akkoord via", "how agreed", "consent channel"),
        key="sheets.member_consent_channel",
    ),
    Field(
        "rules_confirmed_on",
        ("regels gelezen", "kent de regels", "regels bevestigd", "rules confirmed", "knows the rules"),
        day,
        key="sheets.member_rules",
    ),
)
_WIDTHS: Final = (30, 18, 16, 20, 14, 14, 30, 16, 24, 18)
_DAY: Final = "%d-%m-%Y"


def sheet_plan(console: Console, group_id: GroupId) -> Plan:
    """Return how a sheet with members is taken into a group."""
    today = console.now().date()

    def take(console: Console, rows: tuple[Row, ...]) -> Taken:
        return take_members(console, group_id, map(_facts, rows))

    def also(row: Row) -> None:
        _check(row, today)

    return Plan(FIELDS, take, same=_marks, also=also)


def _facts(row: Row) -> MemberFacts:
    said: dict[str, Any] = {field.name: row.get(field.name) for field in FIELDS}
    return MemberFacts(**{**said, "name": said["name"] or ""})


def _marks(row: Row) -> Iterator[Hashable]:
    """Yield what makes two rows the same member: the number; without one, the name."""
    if row.get("phone"):
        yield "phone", row["phone"]
    elif row.get("name"):
        yield "name", compared(str(row["name"]))


def _check(row: Row, today: date) -> None:
    """Refuse a row that cannot be. Raises ``ExpectedError``."""
    if not row.get("name") and not row.get("phone"):
        raise ExpectedError("member_name_empty")
    days = [row[name] for name in ("joined_on", "left_on", "consent_on", "rules_confirmed_on") if row.get(name)]
    if any(isinstance(one, date) and one > today for one in days):
        raise ExpectedError("day_in_future")
    joined, left = row.get("joined_on"), row.get("left_on")
    if isinstance(joined, date) and isinstance(left, date) and left < joined:
        raise ExpectedError("left_before_joined")


def export(console: Console, group_id: GroupId, path: Path) -> int:
    """Write the members of a group to a .csv or .xlsx file, by name, those who left after those who are here.

    Returns how many. The file can be taken in again as it is. Raises ``ExpectedError``: ``export_kind``,
    ``export_not_written``.
    """
    rows = [row for shown in (RollFilter.HERE, RollFilter.LEFT) for row in members_of(console, group_id, shown=shown)]
    headings = tuple(field.title(console.language) for field in FIELDS)
    save_table(path, [headings, *(_cells(row, console.language) for row in rows)], _WIDTHS)
    return len(rows)


def _cells(row: RollRow, language: str) -> tuple[str, ...]:
    zone = ZoneInfo(row.time_zone)

    def on(moment: datetime | None) -> str:
        return "" if moment is None else moment.astimezone(zone).strftime(_DAY)

    consent = row.consent
    cells = (
        "" if row.phone and row.name.startswith("+") else row.name,
        _dialled(row.phone or ""),
        texts.say(f"desk.role_{row.role}", language),
        row.alias or "",
        on(row.joined_at),
        on(row.left_at),
        row.left_reason or "",
        on(consent.consent_at),
        consent.channel or "",
        on(consent.rules_confirmed_at),
    )
    return tuple(map(harmless, cells))


def _dialled(phone: str) -> str:
    """Return a number (E.164) as it is dialled here: a plus would be a formula to a program for tables."""
    return "0" + phone.removeprefix("+31") if phone.startswith("+31") else phone.replace("+", "00")
