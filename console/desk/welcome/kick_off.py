"""The first meeting of a group: its day, its place, and what is done there (findings.md 47).

The day is that of the start of the group (``desk/startup``). The place and the agenda are kept with what the group
chose for its welcome; an agenda that nobody changed is that of ``resources/onboarding``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, select

from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.desk.welcome.catalogue import words
from console.desk.welcome.filling import fill, fill_or_leave, one_line, own_words
from console.desk.welcome.group_settings import as_stored, of_stored
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import GroupId
from console.domain.welcome import Leaflet, Mark, Section
from console.errors import ExpectedError
from console.store.tables import groups

MOST_ITEMS: Final = 20
ITEM_CHARACTERS: Final = 200
PLACE_CHARACTERS: Final = 120


@dataclass(frozen=True, slots=True)
class KickOff:
    """A first meeting. ``at`` is aware, in the time of the group; None and "" are not known yet."""

    at: datetime | None
    place: str
    items: tuple[str, ...]
    time_zone: str = "Europe/Amsterdam"


def of_group(console: Console, group_id: GroupId, language: str) -> KickOff:
    """Return the first meeting of a group, its agenda in one of ``LANGUAGES``.

    Raises ``ExpectedError("group_gone")``.
    """
    with console.store.reading() as connection:
        return _of_row(_row(connection, group_id), language)


def keep(console: Console, group_id: GroupId, meeting: KickOff, language: str) -> Changes:
    """Keep a first meeting, its agenda in this language only; undo takes it back.

    Empty items are left out. Raises ``ExpectedError``: ``group_gone``, ``agenda_long``, ``agenda_item_long``,
    ``place_long``.
    """
    items = _checked(meeting)
    with console.store.writing() as connection:
        row = _row(connection, group_id)
        kept = of_stored(row.welcome)
        agendas = {**kept.kick_off.get("items", {}), language: items}
        if not items or tuple(items) == words(language).agenda:
            del agendas[language]
        chosen = {"place": one_line(meeting.place), "items": agendas}
        chosen = {name: value for name, value in chosen.items() if value}
        after = {"kick_off_at": meeting.at, "welcome": as_stored(replace(kept, kick_off=chosen))}
        changed = {name: value for name, value in after.items() if value != getattr(row, name)}
        if not changed:
            return Changes()
        before = {name: getattr(row, name) for name in changed}
        changes = [RowChange(groups, group_id, before, changed)]
        decision = decide(connection, console, Verb.SETTINGS, changes, group_id=group_id)
        return changes_of(changes, group_id, decision)


def leaflet(console: Console, group_id: GroupId, language: str, meeting: KickOff | None = None) -> Leaflet:
    """Return the sheet of a first meeting, as kept or as given here, in one of ``LANGUAGES``.

    What is not known yet stands there as a blank. Raises ``ExpectedError("group_gone")``.
    """
    with console.store.reading() as connection:
        row = _row(connection, group_id)
    meeting = meeting or _of_row(row, language)
    said = words(language)
    place = one_line(meeting.place)
    told = {"place": place} if place else {}
    if meeting.at is not None:
        told["day"] = told_moment(meeting.at.astimezone(ZoneInfo(row.time_zone)), language)
    items = (one_line(item) for item in meeting.items)
    agenda = tuple(own_words(item, language) for item in items if item)
    return Leaflet(
        title=fill(said.kick_off["title"], {"group": row.name}, language),
        lead=tuple(fill_or_leave(said.kick_off[key], told, language) for key in ("when", "where")),
        sections=(Section(said.kick_off["agenda"], agenda, Mark.NUMBER),) if agenda else (),
        call_112=said.frame["call_112"],
        language=language,
        direction=said.direction,
    )


def told_moment(at: datetime, language: str) -> str:
    """Return a moment in words of one of ``LANGUAGES``: "zaterdag 28 november, 19.30 uur"."""
    dates = words(language).dates
    told = {
        "weekday": dates["days"][at.weekday()],
        "number": str(at.day),
        "month": dates["months"][at.month - 1],
        "time": at.strftime(dates["time"]),
    }
    return str(dates["told"]).format(**told)


def _checked(meeting: KickOff) -> list[str]:
    items = [item for item in map(one_line, meeting.items) if item]
    if len(items) > MOST_ITEMS:
        raise ExpectedError("agenda_long", most=MOST_ITEMS)
    longest = max(map(len, items), default=0)
    if longest > ITEM_CHARACTERS:
        raise ExpectedError("agenda_item_long", longest=ITEM_CHARACTERS, count=longest)
    if len(one_line(meeting.place)) > PLACE_CHARACTERS:
        raise ExpectedError("place_long", longest=PLACE_CHARACTERS)
    return items


def _row(connection: Connection, group_id: GroupId) -> Row[*tuple[Any, ...]]:
    row = connection.execute(select(groups).where(groups.c.id == group_id)).first()
    if row is None:
        raise ExpectedError("group_gone")
    return row


def _of_row(row: Row[*tuple[Any, ...]], language: str) -> KickOff:
    chosen: Mapping[str, Any] = of_stored(row.welcome).kick_off
    items: Sequence[str] = chosen.get("items", {}).get(language) or words(language).agenda
    at = None if row.kick_off_at is None else row.kick_off_at.replace(second=0).astimezone(ZoneInfo(row.time_zone))
    return KickOff(at, chosen.get("place", ""), tuple(items), row.time_zone)
