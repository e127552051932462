"""Who put a thumb under the rules, as far as an export tells: Telegram and two forms of Signal do, WhatsApp does not.

Of the signs in a chat only these are looked at, while the export streams by; none of them is stored.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, select

from console.desk import likeness
from console.domain.message import Message
from console.domain.welcome import SentHow, WelcomeKind
from console.judge.read_words import is_answer
from console.store.tables import groups, welcomes

WATCHED_DAYS: Final = 60  # how long a text is looked for after it was made ready


def watched(connection: Connection, group_id: int, now: datetime) -> list[Row[*tuple[int, str, datetime]]]:
    """Return the texts of the rules that went to a group lately, or wait to go."""
    recent = now - timedelta(days=WATCHED_DAYS)
    rows = (
        select(welcomes)
        .where(welcomes.c.group_id == group_id, welcomes.c.kind == WelcomeKind.RULES.value)
        .where(welcomes.c.how == SentHow.GROUP.value, welcomes.c.removed_at.is_(None), welcomes.c.made_at > recent)
        .order_by(welcomes.c.id)
    )
    return list(connection.execute(rows).all())


class Watch:
    """Looks at the messages of an export on their way to the store. Belongs to the transaction of its import."""

    def __init__(self, connection: Connection, group_id: int, now: datetime) -> None:
        last_of_each = {row.made_at: row for row in watched(connection, group_id, now)}  # it asks whether he read them
        zone = connection.execute(select(groups.c.time_zone).where(groups.c.id == group_id)).scalar_one()
        self._texts = [
            (wanted, likeness.minute(row.made_at).astimezone(ZoneInfo(zone)).replace(tzinfo=None))
            for row in last_of_each.values()
            if (wanted := likeness.words(row.text))
        ]
        self.thumbs: dict[str, datetime] = {}
        """Who put a thumb under the rules, by name; when (as the export writes it: local, without zone)."""

    def follow(self, messages: Iterable[Message]) -> Iterable[Message]:
        """Return the messages as they are."""
        return self._followed(messages) if self._texts else messages

    def _followed(self, messages: Iterable[Message]) -> Iterator[Message]:
        for message in messages:
            signed = [one for one in message.reactions if is_answer(one.sign)]
            if signed and self._is_ours(message):
                for one in signed:
                    self.thumbs.setdefault(one.author, one.at or message.sent_at)
            yield message

    def _is_ours(self, message: Message) -> bool:
        """Whether it is a text of the rules; one that stood there before it was made ready was of another time."""
        return any(since <= message.sent_at and likeness.is_alike(text, message.text) for text, since in self._texts)
