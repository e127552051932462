"""How long the pages wait for the desk, on a store of a million messages in nine thousand groups.

    python tests/bench/desk.py [--messages 1000000] [--groups 9000] [--keep FILE]

``--keep`` builds the store at that path, or uses the one that an earlier run left there.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, insert, select

from console.desk import messages as desk_messages
from console.desk import triage
from console.desk.console import Console
from console.desk.groups import groups as list_groups
from console.desk.messages import MessageFilter
from console.domain.filters import Wish
from console.domain.group import GroupId
from console.domain.judgement import Attention, Category, Flag, Judgement, Reason
from console.store import tables
from console.store.queries.counts import keep_counts
from console.store.queries.judgements import row_of
from console.store.session import Store

KEY = "0123456789abcdef" * 4
END = datetime(2026, 11, 15, 19, tzinfo=UTC)
MEMBERS_PER_GROUP = 30
SENTENCE = "de buurman heeft een fiets gezien bij het station wie weet waar dat was morgen weer busje kapot"
WORDS = SENTENCE.split()


def build(store: Store, count: int, group_count: int) -> None:
    """Fill a store: groups of very different sizes, a fortieth of the messages flagged, a fifth of those queued."""
    rng = random.Random(1)
    with store.writing() as connection:
        fill_groups(connection, group_count)
        weights = [1 / (number + 50) for number in range(group_count)]
        sizes = [max(1, round(weight * count / sum(weights))) for weight in weights]
        for group_id, size in enumerate(sizes, 1):
            rows = list(message_rows(rng, group_id, size))
            connection.execute(insert(tables.messages), rows)
            judged = list(judgement_rows(rng, connection, group_id))
            connection.execute(insert(tables.judgements), [row for row, _ in judged])
            queued = [item for _, item in judged if item]
            if queued:
                connection.execute(insert(tables.items), queued)
    with store.writing() as connection:
        keep_counts(connection)


def fill_groups(connection: Connection, group_count: int) -> None:
    """Make the groups and thirty members of each."""
    many = range(1, group_count * MEMBERS_PER_GROUP + 1)
    groups = [{"id": n, "name": f"Groep {n}", "profile": "broad", "created_at": END} for n in range(1, group_count + 1)]
    people = [{"id": n, "name": f"Bewoner {n}", "created_at": END} for n in many]
    here = [
        {"id": n, "person_id": n, "group_id": (n - 1) // MEMBERS_PER_GROUP + 1, "name": f"Bewoner {n}"} for n in many
    ]
    names = [{"member_id": row["id"], "group_id": row["group_id"], "name": row["name"]} for row in here]
    periods = [{"member_id": n, "joined_at": END, "left_at": END if n % 10 == 0 else None} for n in many]
    for table, rows in (
        (tables.groups, groups),
        (tables.people, people),
        (tables.members, here),
        (tables.member_names, names),
        (tables.memberships, periods),
    ):
        connection.execute(insert(table), rows)


def message_rows(rng: random.Random, group_id: int, size: int) -> Iterator[dict[str, object]]:
    """Make the messages of a group, oldest first, spread over three years."""
    moments = sorted(rng.randrange(3 * 365 * 24 * 60) for _ in range(size))
    for place, minutes in enumerate(moments, 1):
        at = END - timedelta(days=3 * 365) + timedelta(minutes=minutes)
        is_system = rng.random() < 0.05
        yield {
            "group_id": group_id,
            "position": place * 1024,
            "sent_at": at,
            "written_at": int(at.timestamp()),
            "member_id": None if is_system else (group_id - 1) * MEMBERS_PER_GROUP + rng.randint(1, MEMBERS_PER_GROUP),
            "kind": "system" if is_system else "media" if rng.random() < 0.05 else "text",
            "text": " ".join(rng.choices(WORDS, k=rng.randint(3, 25)))
            + (" kattenvoer" if rng.random() < 0.0005 else ""),
            "attachments": ["a.jpg"] if rng.random() < 0.02 else [],
        }


def judgement_rows(
    rng: random.Random, connection: Connection, group_id: int
) -> Iterator[tuple[dict[str, object], dict[str, object] | None]]:
    """Make a judgement for every message that is not a system line, and the item of a flagged one."""
    reason = Reason(Flag.PERSONAL_DATA, "personal_data.phone", "Hier staat een telefoonnummer.", "A phone number.")
    flagged = Judgement(Category.SOCIAL, attention=Attention.TODAY, reasons=(reason,))
    calm = Judgement(Category.LIVEABILITY)
    found = connection.execute(
        select(tables.messages.c.id, tables.messages.c.sent_at).where(
            tables.messages.c.group_id == group_id, tables.messages.c.kind != "system"
        )
    )
    for message_id, at in found.all():
        is_flagged = rng.random() < 0.025
        judgement = flagged if is_flagged else calm
        item = {"kind": "message", "subject_id": message_id, "group_id": group_id, "rank": 40, "at": at} | {
            "attention": "today",
            "state": "open" if rng.random() < 0.1 else "done",
        }
        row = row_of(message_id, judgement, judge="bench", profile="broad", judged_at=END)
        yield row, item if is_flagged and rng.random() < 0.2 else None


def measure(name: str, call: Callable[[], object], rounds: int = 5) -> None:
    """Print how long a call took: the first time, and the middle of the rest; also the processor's share of that."""
    walls, processors = [], []
    for _ in range(rounds):
        wall, processor = time.perf_counter(), time.process_time()
        result = call()
        walls.append((time.perf_counter() - wall) * 1000)
        processors.append((time.process_time() - processor) * 1000)
    size = len(result) if hasattr(result, "__len__") else result
    middle, busy = (sorted(values[1:])[len(values[1:]) // 2] for values in (walls, processors))
    print(f"{name:34} {size!s:>8}  first {walls[0]:7.1f}  then {middle:7.1f}  cpu {busy:7.1f} ms", flush=True)


def main() -> None:
    """Build and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--groups", type=int, default=9_000)
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.keep or Path(folder) / "bench.db"
        is_new = not path.exists()
        with Store.open(path, KEY, create=is_new) as store:
            if is_new:
                start = time.perf_counter()
                build(store, arguments.messages, arguments.groups)
                print(f"built in {time.perf_counter() - start:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
            measure_desk(Console(store, lambda: END, "nl", "bench"))


def measure_desk(console: Console) -> None:
    """Measure what each page asks when it opens, and the filters."""
    measure("groups()", lambda: list_groups(console))
    measure("week()", lambda: triage.week(console))
    measure("older_flags()", lambda: triage.older_flags(console))
    everything = MessageFilter()
    ids = desk_messages.message_ids(console, everything)
    rng = random.Random(2)
    for name, wanted in (
        ("message_ids, as the page opens", everything),
        ("  system lines too", MessageFilter(system=Wish.IGNORE)),
        ("  word that is rare", MessageFilter(query="kattenvoer")),
        ("  two common words", MessageFilter(query="buurman fiets")),
        ("  half a word", MessageFilter(query="buurm")),
        ("  one group", MessageFilter(groups=frozenset({GroupId(1)}))),
        ("  author", MessageFilter(author="bewoner 123")),
        ("  a month", MessageFilter(from_at=END - timedelta(days=30))),
        ("  flagged", MessageFilter(flagged=Wish.REQUIRE)),
        ("  not flagged", MessageFilter(flagged=Wish.EXCLUDE)),
        ("  flag", MessageFilter(flag=Flag.PERSONAL_DATA)),
        ("  category", MessageFilter(category=Category.SOCIAL)),
        ("  media", MessageFilter(media=Wish.REQUIRE)),
        ("  edited", MessageFilter(edited=Wish.REQUIRE)),
    ):
        measure(name, lambda wanted=wanted: desk_messages.message_ids(console, wanted))

    def page() -> object:
        start = rng.randrange(max(1, len(ids) - 200))
        return desk_messages.message_rows(console, ids[start : start + 200])

    measure("message_rows, a page of 200", page, 20)
    measure("message_detail", lambda: desk_messages.message_detail(console, rng.choice(ids)).focus, 20)


if __name__ == "__main__":
    main()
