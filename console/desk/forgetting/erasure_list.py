"""What was erased for good, so that an older copy of the store that is put back loses it again.

The table ``erasures`` is the truth, written in the transaction that erases. After it a small encrypted file beside the
store, ``STORE.erasures``, and in the folders with backups, gets the same: of a store that is damaged or lost the table
cannot be read. It is under the key of the store, and holds keyed hashes and numbers, never a name or a text; the key of
those hashes goes along, for a copy from before it was made does not have it.

It has no term of its own, though the program keeps its backups 30 days: a copy that a person made elsewhere, or a store
that was set aside as damaged, may be put back at any age, and an old export may be taken in (``store.erased``). Without
the list somebody who was forgotten would then come back.
"""

import json
import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2
from sqlalchemy import Connection, insert, select, update

from console.desk.console import Console
from console.desk.forgetting.search import Keeping, Search
from console.domain.group import GroupId
from console.domain.privacy import Terms
from console.domain.retention import Due, ErasureKind, OlderKept, Replayed
from console.errors import ExpectedError
from console.store import crypt
from console.store.backups import folder_of
from console.store.faults import DAMAGED, database_faults, result_code
from console.store.keyed_hash import adopt_key, find_key
from console.store.places import made_aside, take_place
from console.store.session import Store
from console.store.tables import erasures, groups

log = logging.getLogger(__name__)

SUFFIX: Final = ".erasures"


def list_path(store_path: Path, folder: Path | None = None) -> Path:
    """Return where the list of a store stands: beside it, or in a folder with its backups."""
    return (folder or store_path.parent) / f"{store_path.stem}{SUFFIX}"


def add(connection: Connection, kind: ErasureKind, marks: Mapping[str, Any], at: datetime) -> int:
    """Write down what was erased (aware UTC), in the transaction that erases it; ``write`` must follow its commit.

    ``marks`` is JSON that recognises it in an older copy: keyed hashes and numbers of rows.
    """
    made = connection.execute(insert(erasures).values(kind=kind.value, marks=dict(marks), erased_at=at))
    (key,) = made.inserted_primary_key or (0,)
    return int(key)


def add_groups(search: Search, group_ids: Collection[int], *, has_rest: bool) -> None:
    """Write down that in these groups went what a search finds; ``has_rest``: also what belongs to no group.

    There is one row for each group and terms, of the last moment: what went at its terms before goes then too.
    """
    marks = [_marks_of(search, group_id) for group_id in sorted(group_ids)]
    marks += [{"group": None, "keeping": None}] if has_rest else []
    wanted = select(erasures).where(erasures.c.kind == ErasureKind.GROUP_TEXTS.value)
    known = {_as_key(row.marks): row for row in search.connection.execute(wanted)}
    for one in marks:
        row = known.get(_as_key(one))
        if row is None:
            add(search.connection, ErasureKind.GROUP_TEXTS, one, search.at)
        elif row.erased_at < search.at:
            later = update(erasures).where(erasures.c.id == row.id)
            search.connection.execute(later.values(erased_at=search.at))


def write(store: Store, *folders: Path | None) -> tuple[Path, ...]:
    """Bring the list beside a store, in the folder with its backups and in others up to date; return where it changed.

    What a list there knows and the store does not, because it is an older one, stays in it. A place that is not there,
    such as a stick, is left out. Raises ``ExpectedError``: disk full, not writable.
    """
    with store.reading() as connection:
        held = _held(connection)
    if not held.entries:
        return ()
    places = (store.path.parent, folder_of(store.path), *(folder for folder in folders if folder is not None))
    paths = [list_path(store.path, folder) for folder in places if folder.is_dir()]
    return tuple(path for path in paths if _bring_up_to_date(path, store.key, held))


def replay(
    store: Store, lists: Path | Sequence[Path] | None, now: datetime, *, keys: Sequence[str] = (), language: str = "nl"
) -> Replayed:
    """Erase again in a copy of a store that is put back what was erased since; return how much that was.

    ``store`` is the copy, ``lists`` where lists may stand (``list_path``; None: beside the store), ``keys`` what may
    open them besides the key of the store. Everything happens in one transaction; a second time finds nothing more.
    What the list says is known in the copy afterwards. Raises ``ExpectedError("erasures_unreadable")`` when a list is
    there that no key opens: without it nobody may say that what was erased is gone.
    """
    paths = [list_path(store.path)] if lists is None else [lists] if isinstance(lists, Path) else lists
    found = [_read(path, (store.key, *keys)) for path in dict.fromkeys(paths) if path.exists()]
    replayed = _replay(Console(store, lambda: now, language, actor=""), found)
    store.empty_log()
    return replayed


def catch_up(console: Console, folder: Path | None = None) -> Replayed:
    """Erase again what a list knows and the store does not: somebody put an older file in its place by hand.

    To be called when a store is opened, and for a ``folder`` with backups when that is there. Takes no time when there
    is nothing to do. A list that no key opens is passed over. Raises ``ExpectedError`` as ``Store.writing`` does.
    """
    store, found = console.store, []
    own = (list_path(store.path), list_path(store.path, folder_of(store.path)))
    for path in own if folder is None else (list_path(store.path, folder),):
        with suppress(ExpectedError):
            if path.exists():
                found.append(_read(path, (store.key, *store.older_keys)))
    with store.reading() as connection:  # after the lists: another program may be erasing just now
        known = _latest(_held(connection).entries)
        told = list(_as_told_here(found, find_key(connection)))
    if _latest((*known, *told)) == known:
        return Replayed()
    replayed = _replay(console, found)
    log.warning("the store was an older one: what was erased since is erased again")
    with suppress(ExpectedError):  # a page of another program is reading: the next run empties it
        store.empty_log()
    return replayed


def _replay(console: Console, found: Iterable["_Held"]) -> Replayed:
    with console.store.writing() as connection:
        fresh = _adopt(connection, found)
        return _erase_again(connection, console, fresh)


# --- what is in it ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Entry:
    """One thing that was erased."""

    kind: str
    marks: str  # JSON
    erased_at: int  # seconds

    @property
    def what(self) -> tuple[str, str]:
        """What was erased, whenever that was."""
        return self.kind, self.marks


@dataclass(frozen=True, slots=True)
class _Held:
    """What a list holds: ``key`` is that of the keyed hashes, None as long as there are none."""

    key: bytes | None
    entries: frozenset[_Entry]


def _held(connection: Connection) -> _Held:
    rows = connection.execute(select(erasures)).all()
    entries = (_Entry(row.kind, _as_key(row.marks), int(row.erased_at.timestamp())) for row in rows)
    return _Held(find_key(connection), frozenset(entries))


def _latest(entries: Iterable[_Entry]) -> frozenset[_Entry]:
    """Return of what was erased more than once only when that was last."""
    in_order = sorted(entries, key=lambda entry: entry.erased_at)
    return frozenset({entry.what: entry for entry in in_order}.values())


def _as_key(marks: Mapping[str, Any]) -> str:
    return json.dumps(marks, sort_keys=True)


def _marks_of(search: Search, group_id: int) -> dict[str, Any]:
    """Return the marks of what went by time in a group: a later group may get the number of one that is gone."""
    keeping = search.keeping[group_id]
    older = keeping.older
    kept = None if older is None else [int(older.before.timestamp()), int(older.until.timestamp())]
    group = [group_id, int(search.groups[group_id].created_at.timestamp())]
    return {
        "group": group,
        "keeping": {"terms": asdict(keeping.terms), "older": kept, "at_once": keeping.forgets_at_once},
    }


# --- the file --------------------------------------------------------------------------------------------------------


def _bring_up_to_date(path: Path, key: str, held: _Held) -> bool:
    held = replace(held, entries=_latest(held.entries))
    with suppress(ExpectedError):  # one that is damaged, or of an older key, is made anew
        if path.exists():
            before = _read(path, (key,))
            held = replace(held, entries=_latest((*held.entries, *_as_told_here([before], held.key))))
            if before == held:
                return False
    with made_aside(path) as part:
        with database_faults(path), closing(_connect(part, key)) as connection:
            connection.execute("CREATE TABLE entries (kind TEXT, marks TEXT, erased_at INTEGER)")
            connection.execute("CREATE TABLE hash_key (key TEXT)")
            rows = [(one.kind, one.marks, one.erased_at) for one in held.entries]
            connection.executemany("INSERT INTO entries VALUES (?, ?, ?)", rows)
            connection.execute("INSERT INTO hash_key VALUES (?)", (held.key.hex() if held.key else None,))
            connection.commit()
        if _read(part, (key,)) != held:
            raise ExpectedError("erasures_unreadable", path=path)
        take_place(part, path)
    return True


def _read(path: Path, keys: Iterable[str]) -> _Held:
    """Return what a list holds. Raises ``ExpectedError("erasures_unreadable")``: damaged, or of another key."""
    for key in dict.fromkeys(keys):
        try:
            with database_faults(path, but=DAMAGED), closing(_connect(path, key)) as connection:
                entries = connection.execute("SELECT kind, marks, erased_at FROM entries").fetchall()
                (hash_key,) = connection.execute("SELECT key FROM hash_key").fetchone()
            return _Held(bytes.fromhex(hash_key) if hash_key else None, frozenset(_Entry(*row) for row in entries))
        except sqlcipher3.dbapi2.DatabaseError as error:
            # A cut or empty file is no error to SQLite: it has no tables then.
            if result_code(error) not in DAMAGED and "no such table" not in str(error):
                raise
    raise ExpectedError("erasures_unreadable", path=path)


def _connect(path: Path, key: str) -> sqlcipher3.dbapi2.Connection:
    connection = crypt.connect(path, key)
    connection.execute("PRAGMA journal_mode = DELETE")  # one file, that can be copied and renamed
    return connection


# --- erasing again ---------------------------------------------------------------------------------------------------


def _adopt(connection: Connection, found: Iterable[_Held]) -> frozenset[int]:
    """Take over what lists say and the copy does not know; return the ids of that."""
    known, fresh = set(_held(connection).entries), set[int]()
    for held in found:
        if held.key is not None:
            adopt_key(connection, held.key)
        told = _as_told_here([held], find_key(connection))
        for entry in sorted(told, key=lambda one: (one.erased_at, one.marks)):
            if entry not in known:
                at = datetime.fromtimestamp(entry.erased_at, UTC)
                fresh.add(add(connection, ErasureKind(entry.kind), json.loads(entry.marks), at))
                known.add(entry)
    return frozenset(fresh)


def _as_told_here(found: Iterable[_Held], key: bytes | None) -> Iterator[_Entry]:
    """Yield what lists hold as a store tells it whose hashes have this key; None: it takes that of the first list.

    Of who was forgotten in another store, its key goes along, and the numbers of rows there mean nothing here.
    """
    for held in found:
        key = key or held.key
        for entry in held.entries:
            marks = json.loads(entry.marks)
            if entry.kind != ErasureKind.PERSON or held.key is None or held.key == key or marks.get("key"):
                yield entry
            else:
                elsewhere = marks | {"rows": {}, "key": held.key.hex()}
                yield _Entry(entry.kind, _as_key(elsewhere), entry.erased_at)


def _erase_again(connection: Connection, console: Console, fresh: Collection[int]) -> Replayed:
    """Erase what is written down. A copy of after somebody was forgotten holds him only if he came back: he stays."""
    from console.desk.forgetting import retention  # only now: it writes to this list itself
    from console.desk.one_person.forgetting import erase_marked

    key = find_key(connection) or b""
    people, went = 0, Due()
    for row in connection.execute(select(erasures).order_by(erasures.c.erased_at, erasures.c.id)).all():
        if ErasureKind(row.kind) is ErasureKind.PERSON:
            people += erase_marked(connection, console, row.marks, key) if row.id in fresh else 0
            continue
        at = min(row.erased_at, console.now())  # what went because a clock was ahead comes back with the backup
        for search in _searches(connection, console, row.marks, at):
            due = retention.due_of(search)
            retention.erase_all(search, console)
            went = Due(went.lines + due.lines, went.counts + due.counts)
    return Replayed(people, went)


def _searches(connection: Connection, console: Console, marks: Mapping[str, Any], at: datetime) -> Iterator[Search]:
    """Yield how to look for what went by time: at the terms and the moment of then, in the group if it is there."""
    if marks["group"] is None:
        yield Search(connection, console.language, at, under={}, has_rest=True)
        return
    group_id, created_at = marks["group"]
    made = connection.scalar(select(groups.c.created_at).where(groups.c.id == group_id))
    if made is None or int(made.timestamp()) != created_at:
        return
    stored = marks["keeping"]
    older = None
    if stored["older"] is not None:
        before, until = (datetime.fromtimestamp(moment, UTC) for moment in stored["older"])
        older = OlderKept(before, until, "")
    keeping = Keeping(Terms(**stored["terms"]), older, stored["at_once"])
    yield Search(connection, console.language, at, under={GroupId(group_id): keeping})
