"""A line of the ledger in a group, and who owes the answer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import insert

from console.desk import journal, professionals
from console.desk.feedback import lines, opening
from console.domain.decision import Verb
from console.domain.feedback import Line, LineKind, LineSource, LineState, Owing
from console.domain.professional import Job, ProfessionalFacts
from console.errors import ExpectedError
from console.store.tables import report_messages, reports
from tests.console.desk.conftest import NOW


@contextmanager
def refused(key: str) -> Iterator[None]:
    """Expect that a call is refused with this sentence."""
    with pytest.raises(ExpectedError) as refusal:
        yield
    assert refusal.value.key == key


@pytest.fixture
def officer(console, chat) -> Owing:
    """The community officer of the group."""
    facts = ProfessionalFacts("Peter Smit", job=Job.COMMUNITY_OFFICER, phone="06-23456789")
    professionals.add(console, chat.group_id, facts)
    return Owing(professionals.of_group(console, chat.group_id)[0].id)


@pytest.fixture
def opened(console) -> Callable[..., Line]:
    """Open a line about a message: ``opened(chat, message_id, owing=officer)``."""

    def open_it(chat, message_id=None, *more, state=LineState.ASKED, **values) -> Line:
        said = {"what": "Kapotte lantaarn", "kind": LineKind.LIVEABILITY, "owing": Owing(service="gemeente")} | values
        waiting = [(chat.group_id, message_id), *more]
        with console.store.writing() as connection:
            line_id, changes = opening.open_line(
                connection, console, source=LineSource.HAND, groups=waiting, state=state, **said
            )
            journal.decide(connection, console, Verb.LINE, changes, group_id=chat.group_id)
        return lines.line(console, line_id)

    return open_it


@pytest.fixture
def report(console):
    """Put messages in one report, the first as its primary one."""

    def report(chat, *message_ids) -> int:
        with console.store.writing() as connection:
            values = {"group_id": chat.group_id, "started_at": NOW}
            (report_id,) = connection.execute(insert(reports).values(values)).inserted_primary_key
            for message_id in message_ids:
                placed = {"message_id": message_id, "report_id": report_id, "is_primary": message_id == message_ids[0]}
                connection.execute(insert(report_messages).values(placed))
        return report_id

    return report
