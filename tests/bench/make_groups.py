"""Makes a store of the national scale of 2019: nine thousand groups, 630,000 members, their areas and some messages.

    python tests/bench/make_groups.py FILE [--groups 9000] [--members 70]

In one transaction with the driver's own bulk inserts, since the road of an import would take an hour.
"""

import argparse
import random
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert

from console.desk import areas
from console.domain.group import ManagedBy, Tool
from console.judge import profile_keys
from console.store.queries.counts import keep_counts
from console.store.session import Store
from console.store.tables import groups
from tests.bench.area import area

KEY: Final = "0123456789abcdef" * 4
NOW: Final = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAY: Final = 24 * 60 * 60
MESSAGES: Final = 30  # a group, in the last year
OPEN: Final = 3  # open items, in one group of ten
NAMES: Final = ("Anja", "Bram", "Cor", "Daan", "Els", "Fatima", "Gerda", "Hassan", "Ina", "Joost", "Kees", "Lies", "Mo")
UMBRELLAS: Final = (None, "WABP", "WABP", "Gemeente", "Veiligebuurt")

Rows = Iterable[tuple[object, ...]]


def make(path: Path, group_count: int = 9_000, members: int = 70) -> Store:
    """Make the store, and return it open."""
    rng = random.Random(1)
    store = Store.open(path, KEY, create=True)
    with store.writing() as connection:
        connection.execute(insert(groups), list(_groups(rng, group_count)))
        many = range(1, group_count * members + 1)
        people = [f"{rng.choice(NAMES)} {number}" for number in many]
        now = int(NOW.timestamp())
        of_group = [(number - 1) // members + 1 for number in many]
        _fill(
            connection, "people (id, name, created_at)", ((n, name, now) for n, name in zip(many, people, strict=True))
        )
        named = list(zip(many, of_group, people, strict=True))
        _fill(
            connection,
            "members (id, group_id, person_id, name, role)",
            ((n, group, n, name, _role(n % members)) for n, group, name in named),
        )
        _fill(connection, "member_names (member_id, group_id, name)", named)
        _fill(
            connection,
            "memberships (member_id, joined_at, left_at)",
            ((n, now - rng.randrange(1_000) * DAY, now if n % 20 == 0 else None) for n in many),
        )
        _fill_messages(connection, rng, group_count, members)
        _fill_rest(connection, rng, group_count)
        keep_counts(connection)
    return store


def _role(place: int) -> str:
    return {0: "admin", 1: "coordinator", 2: "professional"}.get(place, "member")


def _groups(rng: random.Random, count: int) -> Iterator[dict[str, object]]:
    profiles, tools = profile_keys(), list(Tool)
    for number in range(1, count + 1):
        yield {
            "id": number,
            "name": f"Buurtpreventie {rng.choice(NAMES)} {number}",
            "profile": rng.choice(profiles),
            "tool": rng.choice(tools).value,
            "umbrella": rng.choice(UMBRELLAS),
            "managed_by": rng.choice((None, *(one.value for one in ManagedBy))),
            "addresses": rng.choice((None, rng.randrange(10, 1_500))),
            "residents": rng.choice((None, rng.randrange(50, 3_000))),
            "work_area": areas.as_stored(area(rng)),
            "created_at": NOW,
        }


def _fill_messages(connection: Connection, rng: random.Random, group_count: int, members: int) -> None:
    """Every group wrote now and then, some of them long ago; a tenth of it belongs elsewhere."""
    now = int(NOW.timestamp())
    messages, judgements = [], []
    for group in range(1, group_count + 1):
        last = now - rng.choice((1, 3, 10, 40, 100)) * DAY
        for place in range(MESSAGES):
            at = last - (MESSAGES - place) * rng.randrange(1, 5) * DAY
            author = (group - 1) * members + rng.randint(1, members)
            number = len(messages) + 1
            messages.append((number, group, place * 1024, at, at + 3_600, author, "text", "de fiets van de buurman"))
            judgements.append((number, now, int(rng.random() < 0.1)))
    _fill(connection, "messages (id, group_id, position, sent_at, written_at, member_id, kind, text)", sorted(messages))
    calm = "'1', 'broad', 'social', 0, 'none', 'none', 0, '[]', 'none', 'none', '[]'"
    columns = (
        "judge, profile, category, is_primary, stigma, abuse, vigilantism, personal_data, feedback, attention, reasons"
    )
    connection.connection.cursor().executemany(
        f"INSERT INTO judgements (message_id, judged_at, off_topic, {columns}) VALUES (?, ?, ?, {calm})", judgements
    )


def _fill_rest(connection: Connection, rng: random.Random, group_count: int) -> None:
    """Give groups what stands in the other columns: an export, families, professionals, work that waits."""
    now = int(NOW.timestamp())
    every = range(1, group_count + 1)
    counts = (0, 0, 0, 0)
    _fill(
        connection,
        "imports (group_id, sha256, format, imported_at, read, new, known, changed)",
        ((group, "", "whatsapp", now, *counts) for group in every),
    )
    pairs = [(group, group + 1) for group in every if group % 3 == 1 and group < group_count]
    _fill(
        connection,
        "group_relations (group_id, other_id, kind)",
        [(one, other, "sister") for pair in pairs for one, other in (pair, pair[::-1])],
    )
    _fill(connection, "professionals (id, name, job)", ((n, f"Wijkagent {n}", "community_officer") for n in every))
    _fill(
        connection,
        "group_professionals (group_id, professional_id, presence)",
        ((group, rng.randint(1, group_count), "reads") for group in every),
    )
    waiting = [group for group in every if group % 10 == 0 for _ in range(OPEN)]
    _fill(
        connection,
        "items (kind, subject_id, group_id, rank, at, attention)",
        (("message", place, group, 40, now - place, "today") for place, group in enumerate(waiting)),
    )


def _fill(connection: Connection, into: str, rows: Rows) -> None:
    columns = into.count(",") + 1
    cursor = connection.connection.cursor()
    cursor.executemany(f"INSERT INTO {into} VALUES ({', '.join('?' * columns)})", rows)


def main() -> None:
    """Make one and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--groups", type=int, default=9_000)
    parser.add_argument("--members", type=int, default=70)
    wishes = parser.parse_args()
    started = time.perf_counter()
    make(wishes.path, wishes.groups, wishes.members).close()
    print(f"made in {time.perf_counter() - started:.0f} s, {wishes.path.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
