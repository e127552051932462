"""What somebody asked about his own data, as the journal tells it: never what he said, and never whom it was about."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row

from console import texts
from console.desk.journal import RowChange


def tell_asked(change: RowChange, row: Row[*tuple[Any, ...]], language: str) -> Iterator[str]:
    """Yield what a change of a request says: ``row`` is one of ``privacy_requests``, as it is now."""
    after = change.after
    if "removed_at" in after:
        key = "asked" if after["removed_at"] is None else "asked_not"
        if row.answered_at is not None and after["removed_at"] is None:
            key = "asked_and_done"
    elif "answered_at" in after:
        key = "answered" if after["answered_at"] is not None else "answered_not"
    elif "recipients" in after:
        key = "recipient_told" if _told(after) > _told(change.before) else "recipient_not_told"
    else:
        return
    kind = texts.say(f"one_person.asks_{row.kind}", language)
    yield texts.say(f"one_person.told_{key}", language, kind=kind)


def _told(side: dict[str, Any]) -> int:
    return sum(one["told_at"] is not None for one in side["recipients"] or ())
