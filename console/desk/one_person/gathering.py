"""All that is kept of one person, kind by kind, as rows of words: nothing of anybody else is in them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, or_, select

from console import texts
from console.desk.console import Console
from console.desk.one_person import mentions, recalling
from console.desk.one_person.masking import OthersMasker
from console.desk.one_person.sought import Sought
from console.desk.rungs import make_rung, rung_order
from console.domain.decision import ItemKind
from console.domain.one_person import Person
from console.jobs import Progress
from console.store.queries.judgements import reasons_of
from console.store.tables import (
    decisions,
    feedback,
    feedback_groups,
    groups,
    items,
    join_requests,
    judgements,
    members,
    memberships,
    messages,
    notes,
    outbox,
    people,
    privacy_requests,
    professionals,
    prospects,
    steps,
    todos,
)

_ZONE: Final = ZoneInfo("Europe/Amsterdam")  # all groups are in the Netherlands
_APPLIED_WITH: Final = (
    *("name", "phone", "email", "street", "house_number", "postcode", "is_old_enough", "has_read_rules"),
    *("has_confirmed", "consent_at", "consent_channel", "language", "words", "state", "question", "reason"),
)

Cells = tuple[str, ...]


class Gathering:
    """Reads one person; belongs to one transaction. Each method yields the rows of a part (``FIELDS``)."""

    def __init__(
        self, connection: Connection, console: Console, person: Person, own: Sought, masker: OthersMasker
    ) -> None:
        self._connection = connection
        self._console = console
        self._person = person
        self._own = own
        self._masker = masker
        self._masked = masker.masked
        self._members = connection.scalars(
            select(members.c.id).where(members.c.person_id.in_(person.rows.people))
        ).all()
        self._group_names = {row.id: row.name for row in connection.execute(select(groups.c.id, groups.c.name))}

    def person(self) -> Iterator[Cells]:
        """What he is called, and where he can be reached."""
        yield from ((self._say("is_name"), name) for name in self._person.names)
        yield from ((self._say("is_phone"), phone) for phone in self._person.phones)
        yield from ((self._say("is_mail"), mail) for mail in self._person.mails)
        objects = select(people).where(people.c.id.in_(self._person.rows.people), people.c.objected_at.is_not(None))
        for row in self._connection.execute(objects):
            yield self._say("asks_objection"), f"{self._at(row.objected_at)} {self._masked(row.objection)}".strip()

    def membership(self) -> Iterator[Cells]:
        """In which groups he is or was."""
        periods = (memberships.c.joined_at, memberships.c.left_at, memberships.c.reason)
        rows = select(members, *periods).outerjoin(memberships, members.c.id == memberships.c.member_id)
        for row in self._rows(rows.where(members.c.id.in_(self._members)).order_by(members.c.id, memberships.c.id)):
            consent = f"{self._at(row.consent_at)} {row.consent_channel or ''}".strip()
            yield (
                self._group(row.group_id),
                row.name,
                texts.say(f"desk.role_{row.role}", self._console.language),
                self._at(row.joined_at),
                self._at(row.left_at),
                self._masked(row.reason),
                consent,
                self._at(row.rules_sent_at),
                self._at(row.rules_confirmed_at),
            )

    def message(self, progress: Progress) -> Iterator[Cells]:
        """What he wrote, with what the program saw in it."""
        rows = select(messages, judgements.c.category, judgements.c.reasons)
        rows = rows.outerjoin(judgements, judgements.c.message_id == messages.c.id)
        own = self._rows(
            rows.where(messages.c.member_id.in_(self._members)).order_by(messages.c.sent_at, messages.c.id)
        )
        progress.total = len(own)
        for number, row in enumerate(own):
            if number % 20 == 0:
                progress.report("person", number / len(own), number)
            text = self._say("text_gone") if row.forgotten_at is not None else self._masked(row.text)
            files = ", ".join(map(self._masker.masked_file, row.attachments or ()))
            yield (
                self._group(row.group_id),
                self._at(row.sent_at),
                " ".join(filter(None, (text, files))),
                self._seen(row),
            )

    def _seen(self, row: Row[*tuple[Any, ...]]) -> str:
        if row.category is None:
            return ""
        about = texts.say(f"reasons.category.{row.category}", self._console.language)
        reasons = [one.en if self._console.language == "en" else one.nl for one in reasons_of(row.reasons)]
        return ". ".join([about, " ".join(reasons)]) if reasons else about

    def decision(self) -> Iterator[Cells]:
        """What was decided about what he wrote, asked or reported."""
        written = select(messages.c.id).where(messages.c.member_id.in_(self._members))
        lines = select(feedback_groups.c.feedback_id).where(feedback_groups.c.message_id.in_(written))
        about = or_(
            (items.c.kind == ItemKind.MESSAGE.value) & items.c.subject_id.in_(written),
            (items.c.kind == ItemKind.REQUEST.value) & items.c.subject_id.in_(self._person.rows.requests),
            (items.c.kind == ItemKind.FEEDBACK.value) & items.c.subject_id.in_(lines),
        )
        rows = select(decisions, items.c.kind).join(items, items.c.id == decisions.c.item_id).where(about)
        for row in self._rows(rows.order_by(decisions.c.id)):
            verb = texts.say(f"desk.verb_{row.verb}", self._console.language)
            yield self._group(row.group_id), self._at(row.decided_at), verb, self._masked(row.note)

    def note(self) -> Iterator[Cells]:
        """What an administrator wrote down about him, or about a message of his."""
        for row in self._rows(select(notes).where(self._about_him(notes)).order_by(notes.c.id)):
            yield self._group(row.group_id), self._at(row.created_at), self._at(row.ends_at), self._masked(row.text)

    def step(self) -> Iterator[Cells]:
        """Which steps were taken with him."""
        his = steps.c.person_id.in_(self._person.rows.people) & steps.c.removed_at.is_(None)
        for row in self._rows(select(steps).where(his).order_by(steps.c.id)):
            known = row.rung in rung_order()
            name = make_rung(row.rung, 1, self._console.language).name if known else row.rung
            yield self._group(row.group_id), self._at(row.taken_at), self._at(row.ends_at), name

    def sent(self) -> Iterator[Cells]:
        """What went out to him, or about what he wrote."""
        for table, words in ((outbox, outbox.c.body), (todos, todos.c.text)):
            rows = select(table, words.label("said")).where(self._about_him(table)).order_by(table.c.id)
            for row in self._rows(rows):
                action = texts.say(f"desk.action_{row.action}", self._console.language)
                state = texts.say(f"desk.state_{row.state}", self._console.language)
                yield self._group(row.group_id), self._at(row.created_at), action, state, self._masked(row.said)

    def request(self) -> Iterator[Cells]:
        """What he asked when he wanted to join."""
        rows = select(join_requests).where(join_requests.c.id.in_(self._person.rows.requests))
        for row in self._rows(rows.order_by(join_requests.c.id)):
            told = (
                f"{self._say(f'field_{name}')}: {self._value(getattr(row, name), name)}"
                for name in _APPLIED_WITH
                if getattr(row, name) not in (None, "")
            )
            yield self._group(row.group_id), self._at(row.received_at), "\n".join(told)

    def prospect(self) -> Iterator[Cells]:
        """That he might join a group that starts."""
        rows = select(prospects).where(prospects.c.id.in_(self._person.rows.prospects))
        for row in self._rows(rows.order_by(prospects.c.id)):
            told = filter(None, (row.name, row.contact, row.phone, row.email, row.channel, self._masked(row.note)))
            yield self._group(row.group_id), self._at(row.created_at), "\n".join(told)

    def professional(self) -> Iterator[Cells]:
        """What is known of him where he works for the neighbourhood."""
        rows = select(professionals).where(professionals.c.id.in_(self._person.rows.professionals))
        for row in self._rows(rows):
            told = (row.name, row.organisation, row.job, row.phone, row.email, row.phone_hours, row.expectation)
            yield ("\n".join(filter(None, told)),)

    def voucher(self) -> Iterator[Cells]:
        """That he spoke for somebody who asked to join."""
        rows = select(join_requests).where(join_requests.c.id.in_(self._person.rows.vouched))
        for row in self._rows(rows.order_by(join_requests.c.id)):
            yield self._group(row.group_id), self._at(row.received_at)

    def report(self) -> Iterator[Cells]:
        """The questions and reports that came of what he wrote, with their answers."""
        written = select(messages.c.id).where(messages.c.member_id.in_(self._members))
        reported = select(feedback_groups.c.feedback_id).where(feedback_groups.c.message_id.in_(written))
        for row in self._rows(select(feedback).where(feedback.c.id.in_(reported)).order_by(feedback.c.id)):
            yield self._at(row.since), self._masked(row.what), self._masked(row.answer)

    def mention(self) -> Iterator[Cells]:
        """Where others name him in full, also in groups that he is not in."""
        self._masker.meet(self._connection, self._group_names)
        own = set(self._members)
        his_rows = {
            people: set(self._person.rows.people),
            join_requests: {*self._person.rows.requests, *self._person.rows.vouched},
            prospects: set(self._person.rows.prospects),
            professionals: set(self._person.rows.professionals),
        }
        for spot in mentions.sure(self._connection, self._own):
            is_own = getattr(spot.row, "member_id", None) in own or spot.id in his_rows.get(spot.table, ())
            if is_own or mentions.is_called(spot) or spot.table is decisions:
                continue
            one = mentions.shown(self._connection, self._console, spot, self._own)
            words = "\n".join(self._masked(text) for text in spot.texts if self._own.hits(text))
            yield one.group, self._at(one.at), one.where, words

    def recipient(self) -> Iterator[Cells]:
        """Who outside got something about him."""
        for one in recalling.recipients(self._connection, self._console, self._person):
            if one.kind != "files":
                shown = recalling.shown(self._console, one, None)
                who = one.who if one.kind == "forward" else self._say("a_professional")
                yield who, self._at(one.at), shown.about

    def asked(self) -> Iterator[Cells]:
        """What he asked about his own data."""
        his = privacy_requests.c.person_id.in_(self._person.rows.people) & privacy_requests.c.removed_at.is_(None)
        for row in self._rows(select(privacy_requests).where(his).order_by(privacy_requests.c.id)):
            kind = self._say(f"asks_{row.kind}")
            yield self._at(row.asked_at), kind, self._at(row.answered_at), self._masked(row.words)

    # --- words -------------------------------------------------------------------------------------------------------

    def _about_him(self, table: Any) -> Any:  # noqa: ANN401  # of SQLAlchemy: a table, and a condition
        written = select(messages.c.id).where(messages.c.member_id.in_(self._members))
        either = [table.c.person_id.in_(self._person.rows.people), table.c.message_id.in_(written)]
        if "request_id" in table.c:
            either.append(table.c.request_id.in_(self._person.rows.requests))
        return or_(*either)

    def _rows(self, statement: Any) -> Sequence[Row[*tuple[Any, ...]]]:  # noqa: ANN401  # of SQLAlchemy
        return self._connection.execute(statement).all()

    def _say(self, key: str) -> str:
        return texts.say(f"one_person.{key}", self._console.language)

    def _group(self, group_id: int | None) -> str:
        return str(self._group_names.get(group_id, ""))

    def _value(self, value: Any, name: str) -> str:  # noqa: ANN401  # of a column
        if isinstance(value, datetime):
            return self._at(value)
        if isinstance(value, bool):
            return self._say("yes" if value else "no")
        if name == "state":
            return texts.say(f"cli.request_{value}", self._console.language)
        return self._masked(value) if name in {"words", "question", "reason"} else str(value)

    def _at(self, moment: datetime | None) -> str:
        return "" if moment is None else f"{moment.astimezone(_ZONE):%d-%m-%Y %H:%M}"


FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "person": ("what", "value"),
    "membership": ("group", "name", "role", "joined", "left", "reason", "consent", "rules_sent", "rules_confirmed"),
    "message": ("group", "at", "text", "seen"),
    "decision": ("group", "at", "decision", "words"),
    "note": ("group", "at", "until", "text"),
    "step": ("group", "at", "until", "step"),
    "sent": ("group", "at", "what", "state", "text"),
    "request": ("group", "at", "value"),
    "prospect": ("group", "at", "value"),
    "professional": ("value",),
    "voucher": ("group", "at"),
    "report": ("at", "what", "answer"),
    "mention": ("group", "at", "where", "text"),
    "recipient": ("who", "at", "what"),
    "asked": ("at", "what", "answered", "words"),
}
"""The parts of a copy in their order, and the columns of each."""


def rows_of(gathering: Gathering, kind: str, progress: Progress) -> tuple[Cells, ...]:
    """Return all of one kind."""
    if kind == "message":
        return tuple(gathering.message(progress))
    gather: Callable[[], Iterator[Cells]] = getattr(gathering, kind)
    return tuple(gather())
