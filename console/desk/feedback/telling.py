"""What a decision changed of an answer owed, in plain words."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from console import texts
from console.desk.journal import RowChange
from console.domain.feedback import LapseReason, number_of
from console.domain.telling import Audience
from console.store.tables import feedback, groups

_DETAILS: Final = {  # columns of a line, and the word that says what they hold
    "what": "what",
    "kind": "kind",
    "professional_id": "owing",
    "service": "owing",
    "channel": "channel",
    "result": "result",
    "remind_at": "remind_at",
}


def tell_line(change: RowChange, row: Row[*tuple[Any, ...]], language: str) -> Iterator[str]:
    """Yield what changed of a row of ``feedback``; ``row`` is as it stands now."""
    before, after = change.before, change.after

    def say(key: str, **values: object) -> str:
        return texts.say(f"feedback.{key}", language, number=number_of(row.id), **values)

    reasons = (before.get("lapse_reason"), after.get("lapse_reason"))
    if LapseReason.UNDONE.value in reasons:
        yield say("told_opened" if reasons[1] is None else "told_not_opened", what=row.what)
    elif LapseReason.MERGED.value in reasons:
        other = number_of(after.get("merged_into_id") or before.get("merged_into_id") or 0)
        yield say("told_merged" if reasons[1] is not None else "told_not_merged", other=other)
    elif before.get("state") != after.get("state"):
        states = {side: say(f"state_{values['state']}") for side, values in (("was", before), ("now", after))}
        yield say("told_state", **states)
        if reasons[1] is not None:
            yield after.get("lapse_words") or say(f"lapse_{reasons[1]}")
    else:
        known = dict.fromkeys(say(word) for name, word in _DETAILS.items() if name in after)
        if known:
            yield say("told_details", names=", ".join(known))


def tell_group(connection: Connection, change: RowChange, row: Row[*tuple[Any, ...]], language: str) -> Iterator[str]:
    """Yield which group waits for an answer, or who was told (a row of ``feedback_groups``)."""
    name = connection.scalar(select(groups.c.name).where(groups.c.id == row.group_id))
    what = connection.scalar(select(feedback.c.what).where(feedback.c.id == row.feedback_id))
    values = {"group": name, "number": number_of(row.feedback_id), "what": what}
    if "removed_at" in change.after:
        key = "told_group_waits" if change.after["removed_at"] is None else "told_group_waits_not"
        yield texts.say(f"feedback.{key}", language, **values)
    for audience in Audience:
        if f"{audience}_told_at" in change.after:
            knows = "knows" if change.after[f"{audience}_told_at"] is not None else "knows_not"
            yield texts.say(f"feedback.told_{audience}_{knows}", language, **values)
