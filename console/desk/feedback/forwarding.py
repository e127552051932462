"""Forwarding a report to a service of the municipality: its app, a mail, a phone call, or Signalen (findings.md 64).

Nothing of it leaves by itself. What Signalen is to get goes through the outbox with its ten seconds; the rest a person
passes on himself. Either way a line of the ledger waits for the answer from then on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, insert, select

from console import texts
from console.desk import outbox
from console.desk.console import Console
from console.desk.feedback import forwards, mails, pseudonyms, reminding
from console.desk.feedback.acting import asked_anew
from console.desk.feedback.forward_case import Case, checked, load_case, services_of, takes_signalen
from console.desk.feedback.forward_texts import SERVICES_READ, confirmation, handing
from console.desk.feedback.lines import groups_ever
from console.desk.feedback.opening import open_line
from console.desk.journal import RowChange, changes_of, decide
from console.desk.person_facts import one_line
from console.desk.redirects import municipality_of
from console.desk.seen import check_undecided
from console.desk.table_files import write_whole
from console.domain.changes import Changes
from console.domain.decision import DecisionId, ItemState, Verb
from console.domain.feedback import Channel, LineId, LineKind, LineSource, LineState, Owing, number_of
from console.domain.forward import (
    MOST_CHARACTERS,
    Confirmation,
    ForwardAbout,
    ForwardChannel,
    ForwardId,
    ForwardStart,
    ForwardWish,
    Handing,
    ReportCategory,
    Service,
)
from console.domain.group import GroupId
from console.domain.outgoing import SIGNALEN, Action, SendId, TodoId
from console.domain.professional import OFFICERS, Job
from console.errors import ExpectedError
from console.platforms import signalen
from console.store.tables import forwards as table
from console.store.tables import items, professionals

_CHANNEL_OF: Final = {
    ForwardChannel.SIGNALEN: Channel.SIGNALEN,
    ForwardChannel.APP: Channel.REPORTING_APP,
    ForwardChannel.MAIL: Channel.MAIL,
    ForwardChannel.PHONE: Channel.PHONE,
}
_WORK_AT: Final = {  # who answers for a counter (its key in resources/redirects)
    "municipality": frozenset({Job.AREA_CARETAKER, Job.AREA_LIAISON, Job.MUNICIPAL_SAFETY, Job.ENFORCEMENT}),
    "police": OFFICERS,
}


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What came of it: ``send`` waits for its ten seconds, or ``todo`` for a person, who does what ``handing`` says.

    ``line_id`` is the line that waits for the answer now, opened by it or there before.
    """

    changes: Changes
    decision: DecisionId
    line_id: LineId
    forward_id: ForwardId
    send: SendId | None = None
    todo: TodoId | None = None
    handing: Handing | None = None


@dataclass(frozen=True, slots=True)
class _Parcel:
    """A report on its way: from what, with which wish, to which service, for which line, and by hand in these words."""

    case: Case
    wish: ForwardWish
    service: Service
    line_id: int
    ready: Handing

    @property
    def is_sent(self) -> bool:
        """Whether this program sends it."""
        return self.wish.channel is ForwardChannel.SIGNALEN

    @property
    def body(self) -> str:
        """What it says, as a person reads it."""
        return self.wish.text if self.is_sent else self.ready.text


# --- before ----------------------------------------------------------------------------------------------------------


def start(console: Console, about: ForwardAbout) -> ForwardStart:
    """Return what a person begins with.

    Raises ``ExpectedError``: ``line_gone``, ``forward_line_closed``, ``message_gone``, ``group_gone``.
    """
    with console.store.reading() as connection:
        case = load_case(connection, console, about)
        of_line = () if case.line is None else groups_ever(connection, [case.line.id])
        masker = pseudonyms.Masker(connection, {about.group_id, *of_line}, SERVICES_READ)
        earlier = () if case.line is None else forwards.load(connection, console, case.line.id)
    said = case.message.text if case.message is not None else case.line.what if case.line is not None else ""
    masked = masker.mask(said)
    at = case.message.sent_at if case.message is not None else case.line.since if case.line is not None else None
    return ForwardStart(
        about=replace(about, known=frozenset(one.id for one in earlier)),
        group=case.group.name,
        number=case.number,
        text=masked.text.strip()[:MOST_CHARACTERS],
        masked=tuple(dict.fromkeys(hidden.words for hidden in masked.hidden)),
        at=(at or console.now()).astimezone(ZoneInfo(case.group.time_zone)),
        services=services_of(console, case),
        earlier=earlier,
        warning=texts.say("forward.first_112", console.language) if case.kind is LineKind.URGENT else "",
    )


def categories(console: Console, group_id: int) -> tuple[ReportCategory, ...]:
    """Ask the group's municipality for the kinds of report that it takes now. May take seconds: on the lane of the net.

    Raises ``ExpectedError``: ``signalen_none`` (the municipality has none), and what ``platforms.signalen`` does.
    """
    with console.store.reading() as connection:
        municipality = municipality_of(connection, GroupId(group_id), console.language)
    if not takes_signalen(console, municipality):
        raise ExpectedError("signalen_none")
    return signalen.categories(municipality.signalen_url)


def confirm(console: Console, about: ForwardAbout, wish: ForwardWish) -> Confirmation:
    """Return exactly what would go where. Raises what ``forward`` does; writes nothing."""
    with console.store.reading() as connection:
        case = load_case(connection, console, about)
        wish, service = checked(console, case, wish)
    return confirmation(service, wish, case.number, console.language)


# --- passing it on ---------------------------------------------------------------------------------------------------


def forward(console: Console, about: ForwardAbout, wish: ForwardWish) -> Forwarded:
    """Pass a report on, as one decision; where no line waits for the answer yet, it opens one.

    Raises ``ExpectedError``: ``forward_text_empty``, ``forward_text_long``, ``forward_place_empty``,
    ``forward_category_empty``, ``forward_mail_wrong``, ``forward_date_future``, ``forward_channel_gone``,
    ``forward_line_closed``, ``line_gone``, ``message_gone``, ``group_gone``, ``already_decided``,
    ``changed_meanwhile``.
    """
    with console.store.writing() as connection:
        case = load_case(connection, console, about)
        _check_known(connection, console, case)
        wish, service = checked(console, case, wish)
        item = _item(connection, console, case)
        line_id, changes = _waits(connection, console, case, wish, service)
        parcel = _Parcel(case, wish, service, line_id, handing(service, wish, number_of(line_id)))
        sending = _sending(connection, console, parcel)
        forward_id, kept = _kept(connection, console, parcel, sending)
        changes += [sending, kept, *_done(item, case)]
        item_id = None if item is None else item.id
        decision = decide(connection, console, Verb.FORWARD, changes, group_id=about.group_id, item_id=item_id)
        outbox.settle(connection, decision, changes)
    return Forwarded(
        changes=changes_of(changes, about.group_id, decision),
        decision=decision,
        line_id=LineId(line_id),
        forward_id=ForwardId(forward_id),
        send=SendId(sending.id) if parcel.is_sent else None,
        todo=None if parcel.is_sent else TodoId(sending.id),
        handing=None if parcel.is_sent else parcel.ready,
    )


def save_mail(ready: Handing, path: Path) -> None:
    """Write what is to be mailed to a file (.eml) that a mail program opens as a draft.

    What stood there is replaced when all is written. Raises ``ExpectedError("export_not_written")``.
    """
    mail = mails.as_file(ready.address, ready.subject, ready.text)
    write_whole(path, lambda new: new.write_bytes(mail))


def _check_known(connection: Connection, console: Console, case: Case) -> None:
    """Refuse a report that went somewhere since a person looked: nobody sends it twice from two windows."""
    now = () if case.line is None else forwards.load(connection, console, case.line.id)
    if case.about.known not in {None, frozenset(one.id for one in now)}:
        raise ExpectedError("changed_meanwhile", what=texts.say("desk.changed_line", console.language))


def _item(connection: Connection, console: Console, case: Case) -> Row[*tuple[Any, ...]] | None:
    """Return the item of the queue that is decided about: that of the message where one is, else that of the line."""
    item_id = case.about.item_id or (case.line.item_id if case.line is not None else None)
    item = connection.execute(select(items).where(items.c.id == item_id)).first()
    if item is not None:
        check_undecided(connection, console, item, case.about.seen)
    return item


def _done(item: Row[*tuple[Any, ...]] | None, case: Case) -> Iterator[RowChange]:
    """Yield that a message is dealt with when it was passed on."""
    if item is not None and case.about.item_id is not None:
        yield _moved(item, {"state": ItemState.DONE.value, "later_until": None})


def _moved(item: Row[*tuple[Any, ...]], after: dict[str, Any]) -> RowChange:
    return RowChange(items, item.id, before={name: getattr(item, name) for name in after}, after=after)


def _waits(
    connection: Connection, console: Console, case: Case, wish: ForwardWish, service: Service
) -> tuple[int, list[RowChange]]:
    """Return the line that waits for the answer from now on, and the changes by which it does."""
    line, now = case.line, console.now()
    owing, channel = Owing(service=service.name), _CHANNEL_OF[wish.channel]
    if line is None:
        message_id = None if case.message is None else case.message.id
        return open_line(
            connection,
            console,
            what=one_line(wish.text),
            kind=case.kind,
            owing=owing,
            source=LineSource.FORWARD,
            groups=[(case.about.group_id, message_id)],
            state=LineState.ASKED,
            asked_at=now,
            channel=channel,
        )
    until = reminding.remind_at(connection, line.kind, now)
    said: dict[str, Any] = {"channel": channel.value}
    if not _works_there(connection, line.owing.professional_id, service):
        said |= {"professional_id": None, "service": owing.service}
    return line.id, asked_anew(connection, console, line, until, said)


def _works_there(connection: Connection, professional_id: int | None, service: Service) -> bool:
    """Return whether who owes the answer works for a service: then he still owes it."""
    job = connection.scalar(select(professionals.c.job).where(professionals.c.id == professional_id))
    return job in _WORK_AT.get(service.key, ())


def _sending(connection: Connection, console: Console, parcel: _Parcel) -> RowChange:
    """Make the report ready for Signalen, or for a person who passes it on."""
    case, to, where = parcel.case, parcel.service.name, parcel.ready.address
    about = {
        "group_id": case.about.group_id,
        "feedback_id": parcel.line_id,
        "action": Action.FORWARD.value,
        "recipient": to if parcel.is_sent or where in to else f"{to} ({where})",
        "message_id": None if case.message is None else case.message.id,
    }
    carrier = SIGNALEN if parcel.is_sent else ""
    return outbox.put_about(connection, console, about=about, text=parcel.body, key=uuid4().hex, carrier=carrier)


def _kept(connection: Connection, console: Console, parcel: _Parcel, sending: RowChange) -> tuple[int, RowChange]:
    """Write down what went where, as taken back; return its id, and the change that makes it count."""
    now = console.now()
    row: dict[str, Any] = {
        "feedback_id": parcel.line_id,
        "group_id": parcel.case.about.group_id,
        "channel": parcel.wish.channel.value,
        "recipient": parcel.service.name,
        "body": parcel.body,
        "created_at": now,
        "removed_at": now,
    }
    if parcel.is_sent:
        row["base_url"] = parcel.case.municipality.signalen_url
        row |= {"payload": _payload(parcel.wish), "outbox_id": sending.id}
    (forward_id,) = connection.execute(insert(table).values(row)).inserted_primary_key or (0,)
    return forward_id, RowChange(table, forward_id, before={"removed_at": now}, after={"removed_at": None})


def _payload(wish: ForwardWish) -> dict[str, Any]:
    if wish.category is None or wish.spot is None:
        raise ValueError("not checked")
    return signalen.payload_of(
        text=wish.text,
        spot=wish.spot,
        category=wish.category,
        at=wish.at,
        email=wish.email,
        may_share=wish.may_share,
    )
