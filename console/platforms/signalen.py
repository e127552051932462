"""Signalen, with which municipalities take reports about the street: its public interface (``design/platforms.md`` D).

It knows no key by which it could see that a report came twice. So one that may have arrived is never sent again by this
program, and reports that it refuses count towards its sixty an hour as well.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from math import ceil
from typing import Any, Final
from urllib.parse import urlsplit

from console.domain.forward import ForwardStatus, Receipt, ReportCategory, Spot
from console.domain.outgoing import Action, NotSentError, Outgoing
from console.errors import ExpectedError
from console.platforms import http
from console.platforms.http import Answer, NetError

_PUBLIC: Final = "/signals/v1/public"
_MOST_PAGES: Final = 20
_NAME_CHARACTERS: Final = 200
_KEY_CHARACTERS: Final = 500
_WHY_CHARACTERS: Final = 300
_DEEPEST: Final = 10  # lists in lists that are read for a reason
_HOUR: Final = 3600
_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NUMBER: Final = re.compile(r"[\w.-]{1,40}")
_CREATED: Final = (200, 201)
_REFUSED: Final = 400
_BUSY: Final = 429
_BROKEN: Final = 500
_NOT_THERE: Final = frozenset({401, 403, 404, 405, 410})


def base_of(address: str) -> str:
    """Return the address of a municipality's Signalen; a person may have copied more of it than is needed.

    Raises ``ExpectedError("net_address_wrong")``.
    """
    return http.base_of(address).partition("/signals/")[0].removesuffix("/signals")


def categories(base: str) -> tuple[ReportCategory, ...]:
    """Return the kinds of report that a municipality takes now, by heading and name. Raises ``ExpectedError``."""
    found = {category.key: category for page in _pages(base) for category in _of_page(page)}
    if not found:
        raise ExpectedError("signalen_unreadable", host=http.host_of(base))
    return tuple(sorted(found.values(), key=lambda one: (one.main.casefold(), one.name.casefold())))


def payload_of(
    *, text: str, spot: Spot, category: ReportCategory, at: datetime, email: str, may_share: bool
) -> dict[str, Any]:
    """Return a report as Signalen takes it; a key more than these is refused. ``at`` is aware."""
    reporter: dict[str, Any] = {"sharing_allowed": may_share and bool(email)}
    return {
        "text": text,
        "location": {"geometrie": {"type": "Point", "coordinates": [spot.longitude, spot.latitude]}},
        "category": {"sub_category": category.key},
        "reporter": reporter | ({"email": email} if email else {}),
        "incident_date_start": at.isoformat(timespec="seconds"),
    }


def status(base: str, key: str) -> ForwardStatus:
    """Return how a report stands, by its own key. Raises ``ExpectedError``."""
    answer = http.get(f"{base}{_PUBLIC}/signals/{key}")
    _check(answer, base)
    said = answer.body.get("status") if isinstance(answer.body, dict) else None
    state = str(said.get("state")).casefold() if isinstance(said, dict) else ""
    if state not in set(ForwardStatus):
        raise ExpectedError("signalen_unreadable", host=http.host_of(base))
    return ForwardStatus(state)


class SignalenCarrier:
    """Carries reports to any municipality that runs Signalen; each says itself to which one (``Outgoing.address``)."""

    repeats_safely = False

    def can(self, action: Action) -> bool:
        """Only reports go there."""
        return action is Action.FORWARD

    def send(self, outgoing: Outgoing) -> str:
        """Send a report, and return its receipt (``Receipt.answer``); its time-out is far below the outbox's lease.

        Raises ``NotSentError`` when it was refused or never left, anything else when it may have arrived.
        """
        base = outgoing.address or ""
        try:
            answer = http.post(f"{base}{_PUBLIC}/signals/", outgoing.payload or {})
            if answer.status not in _CREATED:
                _refuse(answer, base)
        except NetError as error:
            if error.may_have_arrived:
                raise
            raise NotSentError(error) from error
        except ExpectedError as error:
            raise NotSentError(error) from error
        return _receipt(answer.body).answer


def _refuse(answer: Answer, base: str) -> None:
    """Raise why a report was not taken."""
    host = http.host_of(base)
    if answer.status >= _BROKEN or answer.status < _REFUSED:
        raise NetError("net_no_answer", may_have_arrived=True, host=host)
    if answer.status != _REFUSED:
        _check(answer, base)
    raise ExpectedError("signalen_refused", host=host, why=_in_words(answer.body) or answer.status)


def _check(answer: Answer, base: str) -> None:
    """Raise what keeps a server from answering."""
    host = http.host_of(base)
    if answer.status == _BUSY:
        raise ExpectedError("signalen_busy", host=host, minutes=ceil((answer.retry_after or _HOUR) / 60))
    if answer.status in _NOT_THERE:
        raise ExpectedError("signalen_not_there", host=host)
    if answer.status >= _REFUSED:
        raise NetError("net_no_answer", host=host)


def _receipt(body: object) -> Receipt:
    """Return what is in the answer to a report that was taken; what cannot be read is left out."""
    said = body if isinstance(body, dict) else {}
    key, number = str(said.get("signal_id") or "").casefold(), str(said.get("id_display") or "")
    return Receipt(
        number=number if _NUMBER.fullmatch(number) else "",
        key=key if _UUID.fullmatch(key) else "",
    )


def _in_words(body: object) -> str:
    """Return why a report was refused: a server says it per field, one inside the other."""
    return "; ".join(dict.fromkeys(_sentences(body)))[:_WHY_CHARACTERS]


def _sentences(said: object, depth: int = 0) -> Iterator[str]:
    if isinstance(said, str):
        yield " ".join(said.split())
    elif isinstance(said, (list, dict)) and depth < _DEEPEST:
        for one in said.values() if isinstance(said, dict) else said:
            yield from _sentences(one, depth + 1)


# --- kinds of report -------------------------------------------------------------------------------------------------


def _pages(base: str) -> Iterator[Mapping[str, Any]]:
    """Yield the pages of the list, usually one."""
    question = ""
    for _ in range(_MOST_PAGES):
        answer = http.get(f"{base}{_PUBLIC}/terms/categories/{question}")
        _check(answer, base)
        if not isinstance(answer.body, dict):
            raise ExpectedError("signalen_unreadable", host=http.host_of(base))
        yield answer.body
        onward = _text_at(answer.body, "_links", "next", "href")
        if not onward:
            return
        question = f"?{urlsplit(onward).query}"  # of the address only the page: a server behind another names its own


def _of_page(page: Mapping[str, Any]) -> Iterator[ReportCategory]:
    for main in _dicts(page.get("results")):
        for sub in _dicts(main.get("sub_categories")):
            key = _text_at(sub, "_links", "self", "href")
            if sub.get("is_active") is True and key and len(key) <= _KEY_CHARACTERS and _name(sub):
                yield ReportCategory(key, _name(main), _name(sub), _line(_text_at(sub, "description")))


def _name(category: Mapping[str, Any]) -> str:
    return _line(_text_at(category, "public_name") or _text_at(category, "name"))


def _line(text: str) -> str:
    return " ".join(text.split())[:_NAME_CHARACTERS]


def _dicts(said: object) -> Iterator[Mapping[str, Any]]:
    return (one for one in said if isinstance(one, dict)) if isinstance(said, list) else iter(())


def _text_at(said: object, *path: str) -> str:
    """Return the text at the end of a path through what was said, "" where there is none."""
    for name in path:
        said = said.get(name) if isinstance(said, dict) else None
    return said if isinstance(said, str) else ""
