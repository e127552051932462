"""Requests that a person brings in: saved mails, and text that was pasted. Each call is one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from console import texts
from console.desk.console import Console
from console.desk.joining import application, mail
from console.desk.joining.requests import Added, Incoming, Put, add, put
from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.join_request import Applicant, RequestSource
from console.errors import ExpectedError
from console.store.tables import groups


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of what was brought in: how many requests were made, filled in further, and known already.

    ``problems`` are of the files that could not be read, each with its sentence; the others were taken.
    """

    new: int
    updated: int
    known: int
    problems: tuple[ExpectedError, ...]
    changes: Changes


def read_text(console: Console, text: str) -> Applicant:
    """Return who asks in a text that was pasted, to be looked at before it is kept; without a name it is ""."""
    channel = texts.say("joining.by_form", console.language)
    return application.read(text, console.language, at=console.now(), channel=channel)


def take_text(console: Console, group_id: GroupId, text: str) -> Added:
    """Make a request of a text that was pasted. Raises as ``requests.add`` does."""
    return add(console, group_id, read_text(console, text))


def take_mail(console: Console, group_id: GroupId, paths: Sequence[Path]) -> Taken:
    """Make requests of saved mails. A mail that cannot be read is told, and keeps the others from nothing.

    May take seconds. Raises ``ExpectedError``: ``group_gone``, ``request_open_group``.
    """
    arrived: list[Incoming] = []
    problems: list[ExpectedError] = []
    for path in paths:
        try:
            read = mail.open_mail(path, console.language, now=console.now())
        except ExpectedError as problem:
            problems.append(problem)
        else:
            sent_at = read.sent_at or console.now()
            arrived.append(Incoming(read.applicant, sent_at, RequestSource.MAIL, is_dated=read.sent_at is not None))
    return take(console, group_id, arrived, problems)


def take(
    console: Console, group_id: GroupId, arrived: Sequence[Incoming], problems: Sequence[ExpectedError] = ()
) -> Taken:
    """Take in requests, all or none. Raises ``ExpectedError``: ``group_gone``, ``request_open_group``."""
    with console.store.writing() as connection:
        came = put(connection, console, group_id, arrived) if arrived else Put()
        if came.is_open_group:
            name = connection.scalar(select(groups.c.name).where(groups.c.id == group_id))
            raise ExpectedError("request_open_group", group=name)
        counts = (len(came.new), len(came.updated), len(came.known))
        return Taken(*counts, tuple(problems), came.changes(group_id))
