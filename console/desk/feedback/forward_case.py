"""What there is to pass on to a service, and where it may go: by Signalen, an app or site, a mail, a phone call."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, select

from console import texts
from console.desk import outbox
from console.desk.console import Console
from console.desk.feedback import lines, mails
from console.desk.feedback.opening import kind_of, lines_about
from console.desk.redirects import Municipality, municipality_of
from console.domain.feedback import Line, LineKind
from console.domain.forward import MOST_CHARACTERS, ForwardAbout, ForwardChannel, ForwardWish, Service
from console.domain.outgoing import SIGNALEN, Action
from console.errors import ExpectedError
from console.platforms.http import host_of
from console.store.queries.judgements import judgement_for
from console.store.tables import groups, messages

_OF_THE_STREET: Final = "municipality"  # the counter whose reports have an address of their own
_NEVER: Final = frozenset({"emergency"})  # who has to call 112 does not forward a report
_FITTING: Final = {LineKind.URGENT: "police", LineKind.SUSPICIOUS: "police"}


@dataclass(frozen=True, slots=True)
class Case:
    """What is passed on, as the store has it. ``line`` is the open line that waits for the answer already."""

    about: ForwardAbout
    group: Row[*tuple[Any, ...]]
    message: Row[*tuple[Any, ...]] | None
    line: Line | None
    kind: LineKind
    municipality: Municipality

    @property
    def number(self) -> str:
        """The number of the line, "" while there is none."""
        return "" if self.line is None else self.line.number


def load_case(connection: Connection, console: Console, about: ForwardAbout) -> Case:
    """Return what there is to pass on: the message, or that of the line, with the line that waits for it."""
    group = connection.execute(select(groups).where(groups.c.id == about.group_id)).first()
    if group is None:
        raise ExpectedError("group_gone")
    line = _line(connection, console, about)
    if line is not None and line.closed_at is not None:
        raise ExpectedError("forward_line_closed")
    reported = about.message_id if line is None or about.message_id is not None else _reported(line, about.group_id)
    message = connection.execute(select(messages).where(messages.c.id == reported)).first()
    if line is None and message is None:
        raise ExpectedError("message_gone")
    judgement = None if message is None else judgement_for(connection, message.id)
    kind = line.kind if line is not None else kind_of(None if judgement is None else judgement.category)
    municipality = municipality_of(connection, about.group_id, console.language)
    return Case(about, group, message, line, kind, municipality)


def _line(connection: Connection, console: Console, about: ForwardAbout) -> Line | None:
    """Return the line that is meant, or the open one of what the message reports."""
    if about.line_id is not None:
        return lines.load_line(connection, console, about.line_id)
    row = next(iter(lines_about(connection, about.group_id, about.message_id)), None)
    return None if row is None else lines.load_line(connection, console, row.id)


def _reported(line: Line, group_id: int) -> int | None:
    """Return the message that was reported: in the group meant, else in another that waits for the same answer."""
    told = sorted(line.groups, key=lambda one: one.group_id != group_id)
    return next((one.message_id for one in told if one.message_id is not None), None)


# --- where to --------------------------------------------------------------------------------------------------------


def services_of(console: Console, case: Case) -> tuple[Service, ...]:
    """Return where it may be passed on, what fits it first."""
    told = (_service(console, case.municipality, key) for key in _keys(case.municipality))
    first = _FITTING.get(case.kind, _OF_THE_STREET)
    return tuple(sorted((one for one in told if one.channels), key=lambda one: one.key != first))


def _keys(municipality: Municipality) -> Iterator[str]:
    return (counter.key for counter in municipality.counters if counter.key not in _NEVER)


def _service(console: Console, municipality: Municipality, key: str) -> Service:
    """Return a counter as a place to pass a report on to."""
    counter = next(one for one in municipality.counters if one.key == key)
    is_of_street = key == _OF_THE_STREET
    unnamed = texts.say("forward.app_unnamed", console.language) if is_of_street else ""
    ways = {
        ForwardChannel.SIGNALEN: _site(console, municipality) if is_of_street else "",
        ForwardChannel.APP: counter.app or unnamed,
        ForwardChannel.MAIL: municipality.report_mail if is_of_street else "",
        ForwardChannel.PHONE: counter.number or "",
    }
    return Service(
        key=key,
        name=counter.name,
        when=counter.when,
        channels=tuple(way for way, how in ways.items() if how),
        number=ways[ForwardChannel.PHONE],
        app=ways[ForwardChannel.APP],
        mail=ways[ForwardChannel.MAIL],
        site=ways[ForwardChannel.SIGNALEN],
    )


def _site(console: Console, municipality: Municipality) -> str:
    return host_of(municipality.signalen_url) if takes_signalen(console, municipality) else ""


def takes_signalen(console: Console, municipality: Municipality) -> bool:
    return bool(municipality.signalen_url) and outbox.can_carry(console, SIGNALEN, Action.FORWARD)


def checked(console: Console, case: Case, wish: ForwardWish) -> tuple[ForwardWish, Service]:
    """Return a wish that can be carried out, with where it goes."""
    wish = replace(wish, text=wish.text.strip(), email=wish.email.strip())
    wish = replace(wish, at=wish.at.astimezone(ZoneInfo(case.group.time_zone)))
    service = next((one for one in services_of(console, case) if one.key == wish.service), None)
    if service is None or wish.channel not in service.channels:
        raise ExpectedError("forward_channel_gone")
    if not wish.text:
        raise ExpectedError("forward_text_empty")
    if len(wish.text) > MOST_CHARACTERS:
        raise ExpectedError("forward_text_long", most=MOST_CHARACTERS)
    if wish.at > console.now():
        raise ExpectedError("forward_date_future")
    if wish.channel is ForwardChannel.SIGNALEN:
        if wish.category is None:
            raise ExpectedError("forward_category_empty")
        if wish.spot is None:
            raise ExpectedError("forward_place_empty")
    if wish.email and not mails.is_address(wish.email):
        raise ExpectedError("forward_mail_wrong")
    return wish, service
