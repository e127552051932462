"""Whether a message of a chat is a text that went out from here, though a person changed some words of it."""

import re
from collections import Counter
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from console.domain.message import Kind
from console.judge.normalise import fold
from console.store.tables import messages

ALIKE: Final = 0.8  # share of the words that is the same when a person posted a text with some changes of his own
_WORD: Final = re.compile(r"\w+")


def posted(connection: Connection, group_id: int, text: str, since: datetime) -> Row[*tuple[Any, ...]] | None:
    """Return the first message of a group from the minute of a moment on that is this text; None where none is."""
    wanted = words(text)
    if not wanted:
        return None
    of_group = (messages.c.group_id == group_id, messages.c.sent_at >= minute(since))
    about_as_long = func.length(messages.c.text).between(len(text) // 2, len(text) * 2)
    found = select(messages).where(*of_group, about_as_long, messages.c.kind != Kind.SYSTEM.value)
    rows = connection.execute(found.order_by(messages.c.position))
    return next((row for row in rows if is_alike(wanted, row.text)), None)


def words(text: str) -> Counter[str]:
    """Return the words of a text, folded, with how often each stands in it."""
    return Counter(_WORD.findall(fold(text).text))


def is_alike(wanted: Counter[str], text: str) -> bool:
    """Return whether a text has about the same words as one that went out (its ``words``, at least one)."""
    other = words(text)
    return 2 * (wanted & other).total() >= ALIKE * (wanted.total() + other.total())


def minute(moment: datetime) -> datetime:
    """Return the minute of a moment: most exports tell no seconds."""
    return moment.replace(second=0, microsecond=0)
