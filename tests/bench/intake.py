"""How fast a large export is taken into an encrypted store, and how fast the store answers afterwards.

    python tests/bench/intake.py [--messages 1000000] [--judged 40000] [--keep FOLDER]

In one run: the import with judging off, beside a plain ``sqlite3`` that writes the same rows in the same form with the
same indexes and full-text search, without encryption; opening to the first list in a new process, pages and searches;
a re-import of 40,000 messages of which 20,000 are known; an import with judging. Every measured step is a process of
its own. Aims (``design/security.md`` E 13 and 14, issue 2): a million in under 3 minutes and 500 MB, open to the first
list in under 1 s, a page in under 50 ms, a search in under 100 ms (95 of 100), the re-import in under 2 s.
"""

import argparse
import json
import re
import statistics
import tempfile
from pathlib import Path
from typing import Final

from tests.bench import make_chat
from tests.bench.measured import Run, run_ours

KEY: Final = "0123456789abcdef" * 4
LIMIT_S: Final = 1800.0
OVERLAP: Final = 20_000
RARE: Final = "kattenvoer"  # not among the words of make_chat
COMMON: Final = "buren fiets"
RARE_TIMES: Final = 20
_HEADER: Final = re.compile(r"^(?=\d\d-\d\d-\d{4} \d\d:\d\d - )", re.MULTILINE)

# What each process begins with. The last line that a program prints is its answer, as JSON.
_START: Final = f"""
import time
begun = time.perf_counter()
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from console.desk.console import Console
from console.store.session import Store
def console(path, create=False):
    store = Store.open(Path(path), {KEY!r}, create=create)
    return Console(store, lambda: datetime(2026, 11, 15, 19, tzinfo=UTC), "nl", "bench")
"""

IMPORT: Final = (
    _START
    + """
from console.desk import intake
it = console(sys.argv[1], create=True)
start = time.perf_counter()
done = intake.import_file(it, Path(sys.argv[2]), "Bench", judge=False)
taken = time.perf_counter()
if sys.argv[3] == "judge":
    intake.judge_pending(it)
judged = time.perf_counter()
it.store.close()
took = {"s": judged - start, "judging": judged - taken}
print(json.dumps(took | {"new": done.new, "known": done.known, "read": done.read}))
"""
)

# Reads and numbers the rows first, which is not measured; then writes them by the schema of the store.
REFERENCE: Final = (
    _START
    + """
import sqlite3
from console.chats.detect import open_chat
from console.chats.source import open_sources
from console.store.stored import _COLUMNS_WRITTEN, _ROW
with console(sys.argv[1]).store.reading() as connection:
    wanted = "SELECT sql FROM sqlite_master WHERE tbl_name = 'messages' OR name = 'messages_fts' ORDER BY type DESC"
    schema = [sql for (sql,) in connection.exec_driver_sql(wanted) if sql and "group_counts" not in sql]
plain = sqlite3.connect(sys.argv[3], isolation_level=None)
for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "temp_store = MEMORY",
               "cache_size = -16000"):
    plain.execute(f"PRAGMA {pragma}")
for sql in sorted(schema, key=lambda sql: ("TRIGGER" in sql, "TABLE" not in sql)):
    plain.execute(sql)
authors = {}
rows = []
for place, one in enumerate(open_chat(open_sources(Path(sys.argv[2]))).messages, 1):
    at = int(one.sent_at.replace(tzinfo=UTC).timestamp())
    member = authors.setdefault(one.author, len(authors) + 1) if one.author else None
    event = one.event.value if one.event else None
    rows.append((1, 1, place << 20, at, at, member, one.kind.value, event, None, one.text, None, False, False, None,
                 None, True))
start, cpu = time.perf_counter(), time.process_time()
plain.execute("BEGIN IMMEDIATE")
for first in range(0, len(rows), 1000):
    plain.executemany(f"INSERT INTO messages ({_COLUMNS_WRITTEN}) VALUES {_ROW}", rows[first : first + 1000])
plain.execute("COMMIT")
took = time.perf_counter() - start
print(json.dumps({"s": took, "cpu": time.process_time() - cpu, "version": sqlite3.sqlite_version}))
"""
)

OPEN: Final = (
    _START
    + """
from console.desk.messages import MessageFilter, message_ids, message_rows
loaded = time.perf_counter()
it = console(sys.argv[1])
opened = time.perf_counter()
ids = message_ids(it, MessageFilter())
listed = time.perf_counter()
message_rows(it, ids[-200:])
shown = time.perf_counter()
print(json.dumps({"import": loaded - begun, "open": opened - loaded, "list": listed - opened, "page": shown - listed,
                  "rows": len(ids)}))
"""
)

ASK: Final = (
    _START
    + """
import random
from console.desk.messages import MessageFilter, message_ids, message_rows
it = console(sys.argv[1])
ids = message_ids(it, MessageFilter())
pick = random.Random(1)
def times(call):
    took = []
    for _ in range(50):
        start = time.perf_counter()
        found = len(call())
        took.append(time.perf_counter() - start)
    return {"times": took, "found": found}
def page():
    start = pick.randrange(max(1, len(ids) - 200))
    return message_rows(it, ids[start : start + 200])
answer = {"a page of 200": times(page)}
for words in sys.argv[2:]:
    answer["search: " + words] = times(lambda: message_ids(it, MessageFilter(query=words)))
print(json.dumps(answer))
"""
)


def answer_of(done: Run) -> dict[str, float]:
    """Return what a step answered. Raises ``SystemExit`` with its last words when it failed."""
    if done.failure is not None:
        raise SystemExit(f"a step of the benchmark failed: {done.failure}")
    return json.loads(done.output.strip().splitlines()[-1])


def step(program: str, *arguments: object) -> tuple[Run, dict[str, float]]:
    """Run a step as a process of its own."""
    done = run_ours(program, *map(str, arguments), limit_s=LIMIT_S)
    return done, answer_of(done)


def make(chat: Path, count: int) -> None:
    """Write an export with, at its end, a few messages that hold a rare word."""
    make_chat.write(chat, count - RARE_TIMES)
    with chat.open("rb") as stream:
        stream.seek(max(0, chat.stat().st_size - 65_536))
        header = _HEADER.split(stream.read().decode(errors="replace"))[-1][: len("dd-mm-jjjj uu:mm - ")]
    with chat.open("a", encoding="utf-8", newline="") as stream:
        stream.writelines(f"{header}Anja Bakker: wie heeft er {RARE} {number}\n" for number in range(RARE_TIMES))


def tell(name: str, done: Run, answer: dict[str, float]) -> None:
    """Print what an import took."""
    rate = answer["read"] / answer["s"]
    print(
        f"{name:34}{answer['s']:8.2f} s{rate:10,.0f} rows/s   CPU {done.cpu_s:7.2f} s   peak {done.peak_mb:4.0f} MB"
        f"   {answer['new']:,} new, {answer['known']:,} known",
        flush=True,
    )


def measure_large(folder: Path, count: int) -> None:
    """Import a large export with judging off, beside the reference; then open it and ask."""
    chat, store, plain = folder / "WhatsApp-chat met Bench.txt", folder / "bench.db", folder / "plain.db"
    if not chat.exists():
        make(chat, count)
    if not store.exists():
        done, answer = step(IMPORT, store, chat, "no")
        tell(f"import of {count:,}", done, answer)
        plain.unlink(missing_ok=True)
        _, reference = step(REFERENCE, store, chat, plain)
        name = f"  plain sqlite3 {reference['version']}"
        print(
            f"{name:34}{reference['s']:8.2f} s{count / reference['s']:10,.0f} rows/s"
            f"   CPU {reference['cpu']:7.2f} s   ours/plain {answer['s'] / reference['s']:.2f} wall,"
            f" {done.cpu_s / reference['cpu']:.2f} CPU, reading included"
        )
        print(f"  on disk {store.stat().st_size / 1e6:,.0f} MB, plain {plain.stat().st_size / 1e6:,.0f} MB", flush=True)
    opened = [step(OPEN, store)[1] for _ in range(3)]
    middle = {name: statistics.median(one[name] for one in opened) for name in opened[0]}
    whole = middle["open"] + middle["list"] + middle["page"]
    print(
        f"{'open to the first list':34}{whole:8.2f} s   open {middle['open']:.3f}, {middle['rows']:,} ids"
        f" {middle['list']:.3f}, page {middle['page']:.3f} (imports before: {middle['import']:.2f} s)"
    )
    for name, found in step(ASK, store, RARE, COMMON)[1].items():
        took = sorted(found["times"])
        print(
            f"{name:34}{statistics.median(took) * 1000:8.1f} ms p50{took[int(len(took) * 0.95)] * 1000:9.1f} ms p95"
            f"   {found['found']:,} found",
            flush=True,
        )


def measure_small(folder: Path, judged: int) -> None:
    """Import an export again with as much new as known, and an export with judging."""
    chat = folder / "WhatsApp-chat met Twee.txt"
    make_chat.write(chat, 3 * OVERLAP)
    messages = _HEADER.split(chat.read_text(encoding="utf-8"))[1:]
    store = folder / "twice.db"
    for name, part in (("first 40,000", messages[: 2 * OVERLAP]), ("40,000 over 20,000 known", messages[OVERLAP:])):
        chat.write_text("".join(part), encoding="utf-8")
        tell(name, *step(IMPORT, store, chat, "no"))
    chat = folder / "WhatsApp-chat met Oordeel.txt"
    make_chat.write(chat, judged)
    done, answer = step(IMPORT, folder / "judged.db", chat, "judge")
    tell(f"import of {judged:,}, judged", done, answer)
    print(f"{'  of which judging':34}{answer['judging']:8.2f} s{judged / answer['judging']:10,.0f} messages/s")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--judged", type=int, default=40_000)
    parser.add_argument("--keep", type=Path, help="keep the large store here, or use the one an earlier run left")
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure_small(folder, wishes.judged)
        if wishes.keep is not None:
            wishes.keep.mkdir(parents=True, exist_ok=True)
            folder = wishes.keep
        measure_large(folder, wishes.messages)


if __name__ == "__main__":
    main()
