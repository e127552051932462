"""What a decision changed of a request, in plain words, and without what is known of who asks."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Row

from console import texts
from console.desk.joining.persons import ANSWERS, REST, SHOWN
from console.desk.journal import RowChange
from console.domain.join_request import RequestState


def tell_request(change: RowChange, row: Row[*tuple[Any, ...]], language: str) -> Iterator[str]:
    """Yield what changed of a row of ``join_requests``; ``row`` is as it stands now."""
    before, after = change.before, change.after

    def say(key: str, **values: object) -> str:
        return texts.say(f"joining.{key}", language, **values)

    if _is_new(before, after):
        yield say("told_new")
    elif before.get("state") != after.get("state"):
        states = {side: say(f"state_{values['state']}") for side, values in (("was", before), ("now", after))}
        yield say("told_state", **states)
    if after.get("reason_code"):
        yield say("told_reason", reason=say(f"reason_{after['reason_code']}"))
    if after.get("reason") and after["reason"] == row.reason:
        yield row.reason
    known = [name for name in (*SHOWN, *ANSWERS, *REST, "words") if name in after]
    if known:
        yield say("told_details", names=", ".join(dict.fromkeys(say(name) for name in known)))


def _is_new(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether the row stood there as taken back only so that the decision could make it."""
    was_decided = before.get("decided_at") is not None
    states = (before.get("state"), after.get("state"))
    return states == (RequestState.WITHDRAWN.value, RequestState.OPEN.value) and not was_decided
