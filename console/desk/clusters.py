"""What may be decided together with an item: the same text or sender, a wave of joiners, answers that one owes.

A new kind of likeness is one class here with ``kind`` and ``alike``, named in ``LIKENESSES``.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final, NamedTuple, Protocol

from sqlalchemy import ColumnElement, Connection, Row, and_, func, select

from console.desk import queue
from console.desk.console import Console
from console.desk.seen import seen_of_all
from console.domain.cluster import Cluster, ClusterKind
from console.domain.decision import ItemId, ItemKind
from console.errors import ExpectedError
from console.judge.normalise import fold
from console.store.queries.people import same_person
from console.store.tables import feedback, groups, items, members, messages

WAVE: Final = timedelta(hours=1)


class Sample(NamedTuple):
    """The item that others are compared with (a row of ``items``); ``waiting`` is ``queue.is_waiting``."""

    item: Row[*tuple[Any, ...]]
    connection: Connection
    waiting: ColumnElement[bool]


class Likeness(Protocol):
    """One way in which items are alike."""

    kind: ClusterKind

    def alike(self, sample: Sample) -> ColumnElement[bool] | None:
        """Return which items are like the sample, as a condition on ``items``; None when nothing can be."""


class SameText:
    """The same words, but for capitals, spaces and marks: a chain letter in many groups."""

    kind = ClusterKind.TEXT

    def alike(self, sample: Sample) -> ColumnElement[bool] | None:
        """Compare with the texts of all messages that wait."""
        if sample.item.kind != ItemKind.MESSAGE.value:
            return None
        own = _bare(
            sample.connection.execute(
                select(messages.c.text).where(messages.c.id == sample.item.subject_id)
            ).scalar_one()
        )
        of_others = (
            select(items.c.id, messages.c.text)
            .join(groups, groups.c.id == items.c.group_id)
            .join(messages, messages.c.id == items.c.subject_id)
            .where(items.c.kind == ItemKind.MESSAGE.value, sample.waiting)
        )
        return items.c.id.in_([other.id for other in sample.connection.execute(of_others) if _bare(other.text) == own])


class SameSender:
    """Messages of one person, in whatever group."""

    kind = ClusterKind.SENDER

    def alike(self, sample: Sample) -> ColumnElement[bool] | None:
        """Look at all the names that the person goes by."""
        if sample.item.kind != ItemKind.MESSAGE.value:
            return None
        written = select(members.c.person_id).join(messages, messages.c.member_id == members.c.id)
        person_id = sample.connection.scalar(written.where(messages.c.id == sample.item.subject_id))
        if person_id is None:
            return None
        own = select(members.c.id).where(members.c.person_id.in_(same_person(person_id)))
        message = messages.alias("message")
        written_by = select(message.c.member_id).where(message.c.id == items.c.subject_id).correlate(items)
        return and_(items.c.kind == ItemKind.MESSAGE.value, written_by.scalar_subquery().in_(own))


class SameWave:
    """People who asked to join one group within an hour: a class that was told of it, or a wave of spam."""

    kind = ClusterKind.JOINERS

    def alike(self, sample: Sample) -> ColumnElement[bool] | None:
        """Count the hour from the sample, to both sides."""
        if sample.item.kind != ItemKind.REQUEST.value:
            return None
        same_hour = items.c.at.between(sample.item.at - WAVE, sample.item.at + WAVE)
        return and_(items.c.kind == ItemKind.REQUEST.value, items.c.group_id == sample.item.group_id, same_hour)


class SameOwner:
    """Answers that one professional or service owes: he left, or told all of it at once."""

    kind = ClusterKind.OWNER

    def alike(self, sample: Sample) -> ColumnElement[bool] | None:
        """Look at who owes the answer of the sample; nobody in particular owes nothing together."""
        if sample.item.kind != ItemKind.FEEDBACK.value:
            return None
        owed = select(feedback.c.professional_id, feedback.c.service).where(feedback.c.id == sample.item.subject_id)
        owing = sample.connection.execute(owed).one()
        if owing.professional_id is None and not owing.service:
            return None
        by_same = feedback.c.professional_id == owing.professional_id
        if owing.professional_id is None:
            by_same = and_(
                feedback.c.professional_id.is_(None), func.lower(feedback.c.service) == owing.service.lower()
            )
        lines = select(feedback.c.id).where(by_same)
        return and_(items.c.kind == ItemKind.FEEDBACK.value, items.c.subject_id.in_(lines))


LIKENESSES: Final[tuple[Likeness, ...]] = (SameText(), SameSender(), SameWave(), SameOwner())


def clusters(console: Console, item_id: ItemId) -> tuple[Cluster, ...]:
    """Return what may be decided together with an item that waits, one cluster for each kind of likeness.

    Raises ``ExpectedError("item_gone")``.
    """
    with console.store.reading() as connection:
        item = connection.execute(select(items).where(items.c.id == item_id)).first()
        if item is None:
            raise ExpectedError("item_gone")
        return tuple(_clusters(connection, console, item))


def _clusters(connection: Connection, console: Console, item: Row[*tuple[Any, ...]]) -> Iterator[Cluster]:
    waiting = queue.is_waiting(console)
    for likeness in LIKENESSES:
        alike = likeness.alike(Sample(item, connection, waiting))
        if alike is None:
            continue
        found = queue.load(connection, console, and_(waiting, alike))
        own = next((one for one in found if one.id == item.id), None)
        if own is None or len(found) == 1:
            continue
        others = tuple(one for one in found if one.id != item.id)
        ids = (own.id, *(one.id for one in others))
        yield Cluster(likeness.kind, ids, own, others, seen_of_all(connection, ids))


def _bare(text: str) -> str:
    """Return the letters and digits of a text; all of it when it has none."""
    return "".join(filter(str.isalnum, fold(text).text)) or text.strip()
