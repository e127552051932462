"""What was erased by time: when last, and that the words which went are gone from the file."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import func, select

from console.desk.console import Console
from console.desk.forgetting import counted, proof, retention
from console.desk.forgetting.search import Search
from console.domain.group import GroupId
from console.domain.retention import ErasureKind
from console.store.tables import erasures, messages

MOST: Final = 20  # texts to look for
LONG_ENOUGH: Final = 30  # characters of a text that is hardly said twice


@dataclass(frozen=True, slots=True)
class Gone:
    """So many texts that went were looked for in the decrypted file and its log, and so often they were found."""

    texts: int
    found: int


def first_run(console: Console) -> datetime | None:
    """Return when something goes by itself for the first time (aware UTC); None once that moment was there."""
    with console.store.reading() as connection:
        begins_at = retention.begins_at(connection)
    return begins_at if begins_at is not None and console.now() < begins_at else None


def last_run(console: Console) -> datetime | None:
    """Return when something went by itself last (aware UTC); None when nothing did yet.

    In the week of notice nothing goes by itself: not what a person erased then, or did not want to keep of an export.
    """
    latest = select(func.max(erasures.c.erased_at)).where(erasures.c.kind == ErasureKind.GROUP_TEXTS.value)
    with console.store.reading() as connection:
        found: datetime | None = connection.scalar(latest)
        begins_at = retention.begins_at(connection)
    if found is None or (begins_at is not None and found < begins_at):
        return None
    return found.astimezone(UTC)


def to_look_for(console: Console, group_id: GroupId | None = None) -> tuple[str, ...]:
    """Return some texts of messages that go now and that stand in no other message, to look for afterwards."""
    with console.store.reading() as connection:
        search = Search(connection, console.language, console.now(), group_id)
        found = counted.some_texts(search, MOST)
        said = select(func.count()).select_from(messages)
        return tuple(
            text
            for text in dict.fromkeys(found)
            if len(text) >= LONG_ENOUGH and connection.scalar(said.where(messages.c.text == text)) == 1
        )


def prove(console: Console, texts: tuple[str, ...]) -> Gone:
    """Look for texts that went. Some ten seconds for a store of 100 MB: on the lane of the CPU."""
    return Gone(len(texts), sum(proof.count(console, texts).values()))
