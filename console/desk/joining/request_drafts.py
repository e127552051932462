"""Which text fits who asks to join, and what is to be done with him: a person finishes and sends it.

Of the applicant only the first name is filled in; never an address, a number or a date.
"""

from collections.abc import Iterator
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, select

from console.desk.blanks import fill
from console.desk.console import Console
from console.desk.draft_texts import LANGUAGES, named, shipped, told_day, words
from console.desk.greeting import first_name
from console.desk.joining.screening import screen
from console.desk.joining.stored_rules import of_row
from console.desk.own_drafts import Version, own_text
from console.desk.welcome import catalogue
from console.desk.welcome.filling import fill_or_leave
from console.domain import welcome
from console.domain.decision import Verb
from console.domain.draft import Draft, Place, Tone
from console.domain.group import GroupId
from console.domain.join_request import CheckKind, Screening
from console.domain.joining import ASKABLE
from console.domain.work_area import Answer
from console.errors import ExpectedError
from console.judge.languages import is_dutch
from console.store.tables import groups, join_requests

_KEYS: Final = {
    Verb.ADMIT: "request_admit",
    Verb.REFUSE: "request_refuse",
    Verb.ASK: "request_ask",
    Verb.WAIT_LIST: "request_wait",
    Verb.REFER: "request_refer",
    Verb.WITHDRAW: "request_withdraw",
}
_FOR_MEMBERS: Final = {Verb.REFUSE: "refuse", Verb.WAIT_LIST: "waiting_list"}
"""Answers for which ``resources/onboarding`` has words in every language of members."""
_MAY_TURN: Final = frozenset({CheckKind.RULES, CheckKind.CONFIRMED})  # a no to these may be a yes tomorrow


def languages_for(verb: Verb) -> tuple[str, ...]:
    """Return the languages in which an answer may be drafted."""
    return welcome.LANGUAGES if verb in _FOR_MEMBERS else LANGUAGES


def draft_for(
    connection: Connection,
    console: Console,
    request_id: int,
    verb: Verb,
    *,
    tone: Tone,
    language: str | None,
    group_id: GroupId | None,
    reason_code: str | None,
) -> Draft:
    """Return the draft that fits a request: the group's own version where it has one.

    Without ``language`` it is the applicant's own, as far as an administrator reads that; in another one that members
    have (``languages_for``), the words are those for new members. Raises ``ExpectedError("item_gone")``.
    """
    request = connection.execute(select(join_requests).where(join_requests.c.id == request_id)).first()
    if request is None:
        raise ExpectedError("item_gone")
    group = connection.execute(select(groups).where(groups.c.id == request.group_id)).one()
    language = language or _language_of(request)
    starts = group.kick_off_at is not None and group.kick_off_at > console.now()
    if language not in LANGUAGES:
        return _for_members(group, request, verb, tone=tone, language=language, reason_code=reason_code)
    found = shipped(_keys(verb, reason_code, starts=starts), Place.PRIVATE, tone, language)
    own = own_text(connection, GroupId(group.id), Version(found.key, Place.PRIVATE, tone, language))
    values = {"name": first_name(request.name), "group": group.name} | _of_group(group, language, starts=starts)
    if verb is Verb.ASK:
        asked = _questions(screen(connection, console, request), values, language)
        values |= {"questions": asked} if asked else {}
    if group_id is not None:
        other = connection.scalar(select(groups.c.name).where(groups.c.id == group_id))
        values |= {"other_group": other} if other is not None else {}
    return Draft(
        key=found.key,
        place=Place.PRIVATE,
        tone=tone,
        language=language,
        text=found.text if own is None else own,
        values=named(values, language),
        is_own=own is not None,
    )


def _for_members(
    group: Row[*tuple[Any, ...]],
    request: Row[*tuple[Any, ...]],
    verb: Verb,
    *,
    tone: Tone,
    language: str,
    reason_code: str | None,
) -> Draft:
    """Return a draft with its blanks filled; it tells the reason of a refusal only where there are words for that."""
    said = catalogue.words(language)
    usual = _FOR_MEMBERS[verb]
    key = f"{usual}_{reason_code}" if f"{usual}_{reason_code}" in said.texts else usual
    values = {"name": first_name(request.name), "group": group.name} | _of_group(group, language, starts=False)
    return Draft(
        key=_KEYS[verb],
        place=Place.PRIVATE,
        tone=tone,
        language=language,
        text=fill_or_leave(said.texts[key], values, language),
    )


def _language_of(request: Row[*tuple[Any, ...]]) -> str:
    said = (request.language or "").strip().casefold()[:2]
    if said in LANGUAGES:
        return str(said)
    return "en" if is_dutch(request.words or "") is False else "nl"


def _keys(verb: Verb, reason_code: str | None, *, starts: bool) -> Iterator[str]:
    """Yield the keys of the drafts that fit, the closest first."""
    if verb is Verb.REFUSE and reason_code is not None:
        yield f"request_refuse_{reason_code}"
    if verb is Verb.WAIT_LIST and starts:
        yield "request_wait_start"
    if verb in _KEYS:
        yield _KEYS[verb]


def _of_group(group: Row[*tuple[Any, ...]], language: str, *, starts: bool) -> dict[str, str]:
    values: dict[str, str] = {}
    minimum_age = of_row(group).minimum_age
    if minimum_age is not None:
        values["age"] = str(minimum_age)
    if starts:
        values["start_day"] = told_day(group.kick_off_at.astimezone(ZoneInfo(group.time_zone)).date(), language)
    return values


def _questions(screening: Screening, values: dict[str, str], language: str) -> str:
    """Return what is still to be asked, a question for each check that this group asks and of which it may help."""
    lacking = {
        check.kind
        for check in screening.checks
        if check.is_asked
        and (check.answer is Answer.UNKNOWN or (check.answer is Answer.NO and check.kind in _MAY_TURN))
    }
    asked = words("questions", language)
    return " ".join(fill(asked[kind], named(values, language)) for kind in ASKABLE if kind in lacking)
