"""Every text of the store in which somebody is named, wherever that is: found, put out, or shown to a person.

Every column of words of every table is read, so that none is forgotten; a new table is read by itself. What others are
called, and what a group is called, is not put out by itself: it is shown. In the caller's transaction.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ColumnElement,
    Connection,
    Row,
    Table,
    Text,
    and_,
    func,
    or_,
    select,
    text,
    type_coerce,
    update,
)

from console import texts
from console.desk.console import Console
from console.desk.forgetting.texts import forget_links
from console.desk.one_person.sought import Hit, Sought
from console.domain.one_person import Mention
from console.store.keyed_hash import make_key, text_mark
from console.store.tables import (
    area_keys,
    erasures,
    group_counts,
    groups,
    join_requests,
    judgements,
    member_names,
    members,
    messages,
    metadata,
    people,
    professionals,
    prospects,
    settings,
    shadow_judgements,
)

_WITHOUT_NAMES: Final = frozenset({area_keys, erasures, group_counts, judgements, shadow_judgements})
_CALLED: Final[Mapping[Table, frozenset[str]]] = {  # what somebody else or a place is called: shown, never put out
    groups: frozenset({"name", "umbrella", "municipality", "work_area"}),
    join_requests: frozenset({"name", "street"}),
    member_names: frozenset({"name"}),
    members: frozenset({"name", "alias"}),
    people: frozenset({"name"}),
    professionals: frozenset({"name", "organisation"}),
    prospects: frozenset({"name"}),
    settings: frozenset({"key"}),
}
_MOMENTS: Final = ("sent_at", "decided_at", "created_at", "seen_at", "made_at", "received_at", "since", "started_at")
_PHRASES_AT_ONCE: Final = 20
_AROUND: Final = 60  # characters on either side of a name
_NOT_PLAIN: Final = text("'*[^' || char(1) || '-' || char(127) || ']*'")  # for GLOB: a letter with an accent, an emoji
_MAY_BE_ESCAPED: Final = str.maketrans(dict.fromkeys("aeiouycnszlgrtd", "%"))  # letters that may have an accent
_NO_WORDS: Final = frozenset({"event", "source_id", "reply_to", "mark", "sha256", "idempotency_key", "external_id"})


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """One text of the store; ``value`` is a tree of JSON where the column holds one."""

    table: Table
    column: str
    id: int | str
    value: Any
    row: Row[*tuple[Any, ...]]

    @property
    def key(self) -> str:
        """By which it is found again."""
        return f"{self.table.name}.{self.column}.{self.id}"

    @property
    def texts(self) -> Iterator[str]:
        """Every text in it."""
        return _texts(self.value)


def sure(connection: Connection, sought: Sought) -> Iterator[Spot]:
    """Yield the texts in which somebody stands for sure."""
    yield from _spots(connection, sought.phrases, sought.hits)


def doubtful(connection: Connection, sought: Sought, group_ids: Collection[int]) -> Iterator[Spot]:
    """Yield the texts in which somebody may be meant: of these groups, and of none.

    Not what others are called: who shares his first name is not he.
    """
    spots = _spots(connection, sought.doubtful_phrases, sought.doubts, group_ids)
    return (spot for spot in spots if not is_called(spot))


def _spots(
    connection: Connection,
    phrases: Sequence[str],
    recognised: Callable[[str], Collection[Hit]],
    group_ids: Collection[int] | None = None,
) -> Iterator[Spot]:
    """Yield every text that holds one of these, once; a few at a time, for a condition of SQL has its limits."""
    found: set[str] = set()
    for start in range(0, len(phrases), _PHRASES_AT_ONCE):
        some = phrases[start : start + _PHRASES_AT_ONCE]
        for table in metadata.sorted_tables:
            if table in _WITHOUT_NAMES or not _columns(table):
                continue
            for spot in _in_table(connection, table, some, group_ids):
                if spot.key not in found and any(recognised(one) for one in spot.texts):
                    found.add(spot.key)
                    yield spot


def _in_table(
    connection: Connection, table: Table, phrases: Sequence[str], group_ids: Collection[int] | None
) -> Iterator[Spot]:
    """Yield the texts of the rows that may hold one of these."""
    columns, (key,) = _columns(table), table.primary_key.columns
    wanted = select(table).where(or_(*(one for name in columns for one in _likes(table.c[name], phrases))))
    if group_ids is not None and "group_id" in table.c:
        wanted = wanted.where(or_(table.c.group_id.is_(None), table.c.group_id.in_(group_ids)))
    for row in connection.execute(wanted).all():
        values = ((name, getattr(row, name)) for name in columns)
        yield from (
            Spot(table, name, getattr(row, key.name), value, row) for name, value in values if value is not None
        )


def spot_at(connection: Connection, key: str) -> Spot | None:
    """Return a text by its key; None when it is not there, or holds no words any more."""
    name, column, row_id = key.split(".", 2)
    table = metadata.tables.get(name)
    if table is None or column not in _columns(table):
        return None
    (primary,) = table.primary_key.columns
    wanted = row_id if primary.type.python_type is str else int(row_id)
    row = connection.execute(select(table).where(primary == wanted)).first()
    value = None if row is None else getattr(row, column)
    return None if row is None or value is None else Spot(table, column, wanted, value, row)


def is_called(spot: Spot) -> bool:
    """Whether a text is what somebody else, or a place, is called."""
    return spot.column in _CALLED.get(spot.table, ())


def put_out(connection: Connection, console: Console, spot: Spot, sought: Sought, *, also: bool = False) -> int:
    """Put out somebody in a text, ``also`` where he may be meant; return in how many places.

    An export that holds a message as it was is recognised and does not bring the words back.
    """
    value, count = sought.without(spot.value, somebody(console), also=also)
    if not count:
        return 0
    values: dict[str, Any] = {spot.column: value}
    if spot.table is messages and spot.column == "text":
        values["mark"] = spot.row.mark or text_mark(make_key(connection), spot.row.text)
        _forget_places(connection, spot.row.id)
    (key,) = spot.table.primary_key.columns
    connection.execute(update(spot.table).where(key == spot.id).values(values))
    return count


def somebody(console: Console) -> str:
    """Return what stands in the place of somebody."""
    return texts.say("one_person.somebody", console.language)


def shown(connection: Connection, console: Console, spot: Spot, sought: Sought) -> Mention:
    """Return a text in which he may be meant, for a person to look at."""
    words, hit = _first(spot, sought)
    at = next((moment for name in _MOMENTS if isinstance(moment := getattr(spot.row, name, None), datetime)), None)
    where = texts.say(f"one_person.where_{_KINDS.get(spot.table.name, 'other')}", console.language)
    group_id = spot.row.id if spot.table is groups else getattr(spot.row, "group_id", None)
    group = connection.scalar(select(groups.c.name).where(groups.c.id == group_id))
    return Mention(spot.key, where, group or "", at, words[slice(*hit)], _around(words, hit))


def _around(words: str, hit: Hit) -> str:
    """Return the words around a place, on one line; what is left out is an ellipsis."""
    start, end = max(0, hit.start - _AROUND), min(len(words), hit.end + _AROUND)
    before = words[start : hit.start] if start == 0 else f"…{words[start : hit.start].partition(' ')[2]}"
    after = words[hit.end : end] if end == len(words) else f"{words[hit.end : end].rpartition(' ')[0]}…"
    return " ".join(f"{before}{words[slice(*hit)]}{after}".split())


_KINDS: Final = {
    "messages": "message",
    "message_changes": "message",
    "notes": "note",
    "decisions": "decision",
    "feedback": "line",
    "forwards": "forward",
    "outbox": "sent",
    "todos": "sent",
    "welcomes": "welcome",
    "drafts": "draft",
    "people": "called",
    "members": "called",
    "member_names": "called",
    "join_requests": "request",
    "prospects": "prospect",
    "professionals": "professional",
    "groups": "group",
}


def _first(spot: Spot, sought: Sought) -> tuple[str, Hit]:
    """Return where a person should look first: at what is not sure."""
    every = list(spot.texts)
    doubts = ((words, hit) for words in every for hit in sought.doubts(words))
    return next(doubts, None) or next((words, hit) for words in every for hit in sought.hits(words))


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401  # of JSON
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _texts(one)


def _forget_places(connection: Connection, message_id: int) -> None:
    """Forget where the judge saw something in a message, and by which words it is in a report: those as they were."""
    forget_links(connection, [message_id])
    for table in (judgements, shadow_judgements):
        of_message = table.c.message_id == message_id
        reasons = connection.scalar(select(table.c.reasons).where(of_message))
        if reasons:
            without = [{**reason, "spans": []} for reason in reasons]
            connection.execute(update(table).where(of_message).values(reasons=without))


# --- looking in the store -------------------------------------------------------------------------------------------


@cache
def _columns(table: Table) -> tuple[str, ...]:
    """Return the columns of a table that hold words; not those that hold one word of a few, or a number of a tool."""
    few = {str(rule.name) for rule in table.constraints if isinstance(rule, CheckConstraint)}
    words = (column.name for column in table.columns if isinstance(column.type, Text | JSON))
    return tuple(name for name in words if f"ck_{table.name}_{name}" not in few and name not in _NO_WORDS)


def _likes(column: Column[Any], phrases: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """Yield whether a column may hold one of these."""
    if column is messages.c.text:
        yield from _like_message(phrases)
    elif isinstance(column.type, JSON):
        yield from _like_json(type_coerce(column, Text), phrases)
    else:
        yield from _like_text(column, phrases)


def _like_text(column: ColumnElement[str], phrases: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    patterns = [f"%{phrase}%" for phrase in phrases]
    yield from (column.like(pattern) for pattern in patterns)
    yield and_(column.op("GLOB")(_NOT_PLAIN), or_(*(func.fold(column).like(pattern) for pattern in patterns)))


def _like_json(written: ColumnElement[str], phrases: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """In a tree a letter with an accent may stand as an escape."""
    yield from _like_text(written, phrases)
    loose = or_(*(written.like(f"%{phrase.translate(_MAY_BE_ESCAPED)}%") for phrase in phrases))
    yield and_(func.instr(written, "\\u") > 0, loose)


def _like_message(phrases: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """Names are looked up in the search index, numbers are read for: there are a million messages."""
    of_digits = [phrase for phrase in phrases if phrase.replace("%", "").isdigit()]
    yield from (messages.c.text.like(f"%{phrase}%") for phrase in of_digits)
    named = [" ".join(phrase.split("%")) for phrase in phrases if phrase not in of_digits]
    if named:
        asked = " OR ".join('"' + name.replace('"', '""') + '"' for name in named)
        found = text("SELECT rowid FROM messages_fts WHERE messages_fts MATCH :asked").bindparams(asked=asked)
        yield messages.c.id.in_(found.columns(messages.c.id))
