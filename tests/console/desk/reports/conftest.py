"""A conversation about two situations, stored and placed, and short ways to look at where its messages are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select

from console.desk.console import Console
from console.desk.feedback.opening import report_of
from console.desk.reports import placing, threads
from console.domain.message import MessageId
from console.domain.report import ReportId
from console.domain.report_view import ReportFilter
from console.store.tables import report_messages, reports
from tests.console.desk.conftest import NOW, Chat

BEGIN = NOW - timedelta(days=3)


def reports_of(console: Console) -> dict[int, list[int]]:
    """Return the messages of every report, by report, in the order of the chat; reports without messages left out."""
    found: dict[int, list[int]] = {}
    with console.store.reading() as connection:
        rows = connection.execute(
            select(report_messages.c.report_id, report_messages.c.message_id)
            .where(report_messages.c.report_id.is_not(None))
            .order_by(report_messages.c.message_id)
        )
        for report_id, message_id in rows:
            found.setdefault(report_id, []).append(message_id)
    return found


def stored(console: Console, report_id: int):
    """Return the row of a report."""
    with console.store.reading() as connection:
        return connection.execute(select(reports).where(reports.c.id == report_id)).one()


def everything(console: Console) -> list[int]:
    """Return the ids of all reports in the table."""
    return list(threads.report_ids(console, ReportFilter()))


@dataclass
class Talk:
    """A chat in which a lamp is broken and, a day later, somebody breaks in."""

    console: Console
    chat: Chat
    lamp: list[MessageId]
    burglar: list[MessageId]

    @property
    def of_lamp(self) -> ReportId:
        """The report of the lamp."""
        return self._report_of(self.lamp[0])

    @property
    def of_burglar(self) -> ReportId:
        """The report of the burglar."""
        return self._report_of(self.burglar[0])

    def _report_of(self, message_id: MessageId) -> ReportId:
        with self.console.store.reading() as connection:
            found = report_of(connection, message_id)
        assert found is not None
        return ReportId(found)


def tell_of_lamp(chat: Chat) -> list[MessageId]:
    """Store what is said of the lamp."""
    said = (
        (0, "Bram", "De lantaarnpaal bij de speeltuin is kapot, het is daar erg donker"),
        (5, "Carla", "Klopt, de lantaarnpaal bij de speeltuin doet het al een week niet"),
        (600, "Bram", "De lantaarnpaal is gemaakt, fijn!"),
    )
    return [chat.say(text, author, at=BEGIN + timedelta(minutes=minutes)) for minutes, author, text in said]


def tell_of_burglar(chat: Chat) -> list[MessageId]:
    """Store what is said of the burglar."""
    said = (
        (1500, "Dirk", "Inbraak bezig bij nummer 12 in de Kerkstraat, man met bivakmuts!"),
        (1503, "Els", "Ik heb 112 gebeld over de inbraak"),
        (1504, "Dirk", "Hij rent nu de Kerkstraat uit"),
    )
    return [chat.say(text, author, at=BEGIN + timedelta(minutes=minutes)) for minutes, author, text in said]


@pytest.fixture
def talk(console: Console, make_group: Callable[..., Chat]) -> Talk:
    """The conversation, placed."""
    chat = make_group("Kade", profile="wabp_alarm")
    told = Talk(console, chat, tell_of_lamp(chat), tell_of_burglar(chat))
    placing.place_pending(console)
    assert sorted(reports_of(console).values()) == [told.lamp, told.burglar]
    return told
