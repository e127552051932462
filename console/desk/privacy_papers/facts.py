"""What the papers tell of this installation: its groups, how long each keeps what, who gets something of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Row, Table, func, select

from console.chats.fields import clean_name
from console.desk.console import Console
from console.desk.forgetting import terms
from console.desk.forgetting.erasing import is_nobody
from console.desk.forgetting.retention import PROSPECT_DAYS
from console.desk.ladder import LONGEST_DAYS as LONGEST_STEP_DAYS
from console.desk.noting import LONGEST_NOTE_DAYS, NOTE_DAYS
from console.desk.privacy_papers.recipients import Recipient, recipients
from console.desk.privacy_papers.templates import LANGUAGE, Facts, words
from console.desk.redirects import BASE, Municipality, municipality_of
from console.desk.welcome import catalogue
from console.domain.forward import ForwardChannel
from console.domain.group import GroupId, ManagedBy, Tool, managed_by_of
from console.domain.joining import MARK_DAYS
from console.domain.privacy import Safeguards, Terms
from console.domain.professional import Presence
from console.domain.retention import ErasureKind, OlderKept
from console.errors import ExpectedError
from console.store.tables import (
    erasures,
    feedback_groups,
    group_professionals,
    groups,
    join_requests,
    members,
    messages,
    notes,
    privacy_requests,
    professionals,
    prospects,
    refusal_marks,
    steps,
)

REPORT_WITHIN: Final = timedelta(hours=72)
"""After a breach was noticed, the supervisor is told (article 33)."""

_ZONE: Final = ZoneInfo("Europe/Amsterdam")  # all groups are in the Netherlands
_ROUND: Final = str.maketrans("[]", "()")  # square brackets are what a person must fill in
_UNKNOWN: Final = "unknown"
_TERMS: Final = tuple(field.name for field in fields(Terms))
_IN_CHAT: Final = frozenset({Presence.TAKES_PART, Presence.READS})


def collect(
    console: Console, safeguards: Safeguards, group_id: GroupId | None, noticed_at: datetime | None = None
) -> Facts:
    """Return what is known of a group, or of all of them, also of those that were put away.

    ``noticed_at`` (aware) is when a breach was noticed. Raises ``ExpectedError("group_gone")``.
    """
    wanted = select(groups).order_by(groups.c.name)
    if group_id is not None:
        wanted = wanted.where(groups.c.id == group_id)
    with console.store.reading() as connection:
        rows = connection.execute(wanted).all()
        if group_id is not None and not rows:
            raise ExpectedError("group_gone")
        ids = [row.id for row in rows]
        kept = [terms.of_row(row) for row in rows]
        places = [municipality_of(connection, row.id, LANGUAGE) for row in rows]
        found = recipients(connection, ids, LANGUAGE)
        counted = _counts(connection, ids, all_groups=group_id is None)
    values = _times(console.now(), noticed_at) | _values(rows, places) | _kept(kept, safeguards)
    older = [_older(row.name, one) for row in rows if (one := terms.older_kept(row)) is not None]
    values["older_until"] = _listed(list(dict.fromkeys(one["until"] for one in older)))
    lists = {
        "groups": [_group(row, term) for row, term in zip(rows, kept, strict=True)],
        "older": older,
        "recipients": [_recipient(one) for one in found],
        "counts": [{"what": words()["counts"][what], "how_many": str(count)} for what, count in counted.items()],
    }
    conditions = {
        **_who(rows, places, found),
        **_guards(safeguards),
        "several_groups": len(rows) > 1,
        "keeps_older": bool(older),
        "noticed": noticed_at is not None,
    }
    return Facts(values, lists, conditions)


def report_until(noticed_at: datetime) -> datetime:
    """Return until when a breach may be reported in time, on the clock of the groups (aware)."""
    return (noticed_at.astimezone(UTC) + REPORT_WITHIN).astimezone(_ZONE)


# --- which groups, and whose -----------------------------------------------------------------------------------------


def _values(rows: Sequence[Row[*tuple[Any, ...]]], places: Iterable[Municipality]) -> dict[str, str]:
    blanks = words()["blanks"]
    where = dict.fromkeys(_own(place.name) for place in places if place.key != BASE)
    return {
        "group": _listed([_own(row.name) for row in rows]) or blanks["group"],
        "municipality": _listed(list(where)) or blanks["municipality"],
        "ground": words()["grounds"][_ground(rows)],
        "tools": _listed(list(dict.fromkeys(_tool(row) for row in rows))),
        "note_days": str(NOTE_DAYS),
        "longest_note_days": str(LONGEST_NOTE_DAYS),
        "longest_step_days": str(LONGEST_STEP_DAYS),
        "mark_days": str(MARK_DAYS),
        "prospect_days": str(PROSPECT_DAYS),
        "asked_days": str(terms.USUAL.decisions),  # no group chooses for what somebody asks about himself
        "asked_row_days": str(terms.USUAL.journal),
    }


def _ground(rows: Iterable[Row[*tuple[Any, ...]]]) -> str:
    """Return the key of the ground on which the groups are managed."""
    of_municipality = {managed_by_of(row.managed_by) is ManagedBy.MUNICIPALITY for row in rows}
    if of_municipality == {True}:
        return "municipality"
    return "both" if True in of_municipality else "own"


def _group(row: Row[*tuple[Any, ...]], kept: Terms) -> dict[str, str]:
    managed = managed_by_of(row.managed_by)
    return {
        "name": _own(row.name),
        "purpose": catalogue.words(LANGUAGE).purposes.get(row.profile, ""),
        "tool": _tool(row),
        "managed_by": words()["managed_by"][_UNKNOWN if managed is None else managed.value],
        **{name: _days([getattr(kept, name)]) for name in _TERMS},
    }


def _tool(row: Row[*tuple[Any, ...]]) -> str:
    return str(words()["tools"][row.tool])


def _recipient(one: Recipient) -> dict[str, str]:
    said = words()["presence"]
    if one.channel is not None:
        what = words()["channels"][one.channel.value]
    else:
        what = " ".join([said[one.presence], *([said["digests"]] if one.has_digests else [])])
    if one.presence in _IN_CHAT:
        last = words()["terms"]["always"]
    else:
        last = words()["terms"]["unknown"] if one.last_at is None else _day(one.last_at)
    return {"who": _own(one.who) or said["unnamed"], "gets": what, "last": last}


def _who(
    rows: Iterable[Row[*tuple[Any, ...]]], places: Iterable[Municipality], found: Iterable[Recipient]
) -> Mapping[str, bool]:
    rows = list(rows)
    managed = {managed_by_of(row.managed_by) for row in rows}
    found = list(found)
    return {
        **{f"by_{one.value}": one in managed for one in ManagedBy},
        "by_unknown": None in managed or not rows,
        "only_municipality": managed == {ManagedBy.MUNICIPALITY},
        "on_whatsapp": any(row.tool == Tool.WHATSAPP.value for row in rows),
        "has_recipients": bool(found),
        "professional_in_chat": any(one.presence in _IN_CHAT for one in found),
        "has_signalen": any(place.signalen_url for place in places)
        or any(one.channel is ForwardChannel.SIGNALEN for one in found),
    }


def _counts(connection: Connection, ids: Sequence[int], *, all_groups: bool) -> dict[str, int]:
    """Return how much there is of each kind; of all groups together also what belongs to none.

    Of who is forgotten nothing tells in which group he was: those are counted for each.
    """

    def count(table: Table, *where: ColumnElement[bool]) -> int:
        return connection.scalar(select(func.count()).select_from(table).where(*where)) or 0

    def here(table: Table) -> ColumnElement[bool]:
        return table.c.group_id.in_(ids)

    of_member = select(members.c.person_id).where(members.c.group_id.in_(ids))
    noted, asked = here(notes) | notes.c.person_id.in_(of_member), privacy_requests.c.person_id.in_(of_member)
    named = select(func.count(group_professionals.c.professional_id.distinct())).where(here(group_professionals))
    named = named.join(professionals).where(~is_nobody(professionals.c.name))
    waits = select(func.count(feedback_groups.c.feedback_id.distinct())).where(here(feedback_groups))
    return {
        "groups": len(ids),
        "members": count(members, here(members), members.c.erased_at.is_(None)),
        "messages": count(messages, here(messages), messages.c.forgotten_at.is_(None)),
        "requests": count(join_requests, here(join_requests), join_requests.c.erased_at.is_(None)),
        "notes": count(notes, notes.c.text != "", *(() if all_groups else (noted,))),
        "steps": count(steps, here(steps)),
        "marks": count(refusal_marks, here(refusal_marks)),
        "prospects": count(prospects, here(prospects)),
        "professionals": connection.scalar(named) or 0,
        "lines": connection.scalar(waits) or 0,
        "asked": count(privacy_requests, privacy_requests.c.removed_at.is_(None), *(() if all_groups else (asked,))),
        "forgotten": count(erasures, erasures.c.kind == ErasureKind.PERSON.value),
    }


# --- how long, and how well guarded ----------------------------------------------------------------------------------


def _kept(every: Sequence[Terms], safeguards: Safeguards) -> dict[str, str]:
    return {
        **{name: _days(getattr(one, name) for one in every or [terms.USUAL]) for name in _TERMS},
        "backups": _days([safeguards.backup_days]),
        "lock_minutes": str(safeguards.lock_minutes),
        "keyring": _keyring(safeguards.keyring),
    }


def _older(name: str, kept: OlderKept) -> dict[str, str]:
    """Return which messages a group keeps longer."""
    return {"name": _own(name), "before": _day(kept.before), "until": _day(kept.until), "reason": _own(kept.reason)}


def _guards(safeguards: Safeguards) -> dict[str, bool]:
    return {
        "has_keyring": safeguards.keyring is not None,
        "has_second_place": safeguards.has_second_place,
        "has_access_code": safeguards.has_access_code,
        "has_recovery_sheet": safeguards.has_recovery_sheet,
    }


def _keyring(name: str | None) -> str:
    """Return what a person calls a keyring: ``keyring.backends.Windows.WinVaultKeyring``."""
    known = words()["keyrings"]
    return next((known[part] for part in (name or "").split(".") if part in known), name or "")


# --- words -----------------------------------------------------------------------------------------------------------


def _days(every: Iterable[int]) -> str:
    """Return how long something is kept, in the group or the groups together."""
    said, days = words()["terms"], sorted(set(every))
    if len(days) > 1:
        return str(said["range"]).format(least=days[0], most=days[-1])
    return str(said["day"]) if days == [1] else str(said["days"]).format(days=days[0])


def _times(now: datetime, noticed_at: datetime | None) -> dict[str, str]:
    told = {"date": _day(now)}
    if noticed_at is not None:
        told |= {"noticed": _moment(noticed_at), "deadline": _moment(report_until(noticed_at))}
    return told


def _day(at: datetime) -> str:
    return str(words()["dates"]["day"]).format(**_of_moment(at))


def _moment(at: datetime) -> str:
    return str(words()["dates"]["moment"]).format(**_of_moment(at))


def _of_moment(at: datetime) -> dict[str, str]:
    local = at.astimezone(_ZONE)
    month = words()["dates"]["months"][local.month - 1]
    return {"day": str(local.day), "month": month, "year": str(local.year), "time": f"{local:%H.%M}"}


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return str(words()["terms"]["and"]).format(first=", ".join(names[:-1]), last=names[-1])


def _own(name: str) -> str:
    """Return words that a person typed, on one line and without square brackets or marks that nobody sees."""
    return (clean_name(name) or "").translate(_ROUND)
