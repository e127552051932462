"""How fast the messages of a store are put in reports, and what of that is the grouping itself, in the same run.

    python tests/bench/placing.py [--messages 100000] [--late 500]

The labelled conversations one after another as one chat, in an encrypted store; no judge. First all of it is placed and
told (``desk.reports.placing``); beside it the bare grouping of the same messages (``judge.threads.group``). Then some
messages come after them, as the next import brings, and what those cost is timed apart.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from sqlalchemy import func, insert, select, update  # noqa: E402

from console.desk.console import Console  # noqa: E402
from console.desk.reports import placing, threads  # noqa: E402
from console.domain.report_view import ReportFilter  # noqa: E402
from console.judge.threads import Said, group  # noqa: E402
from console.store.session import Store  # noqa: E402
from console.store.tables import groups, members, messages, people, reports  # noqa: E402
from tests.bench.threads import long_chat  # noqa: E402
from tests.console.judge.conversations import conversations  # noqa: E402

AT_ONCE = 5_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--late", type=int, default=500)
    asked = parser.parse_args()
    some = [one for half in ("tune", "held") for one in conversations(half)]
    chat = long_chat(some, asked.messages + asked.late)
    now = chat[-1].sent_at.replace(tzinfo=UTC) + timedelta(hours=1)
    with Store.throwaway() as store:
        console = Console(store, lambda: now, "nl", "bench")
        _fill(console, chat)
        with store.writing() as connection:
            late = messages.c.position > asked.messages
            connection.execute(update(messages).where(late).values(needs_placing=False))
        ours = _timed("placed and told", asked.messages, lambda: placing.place_pending(console))
        bare = _timed("grouped only", asked.messages, lambda: sum(1 for _ in group(chat[: asked.messages])))
        print(f"  placing takes {ours / bare:.1f} times the grouping alone")
        with store.writing() as connection:
            connection.execute(update(messages).where(late).values(needs_placing=True))
        _timed(f"then {asked.late} more", asked.late, lambda: placing.place_pending(console))
        begun = time.perf_counter()
        ids = threads.report_ids(console, ReportFilter())
        listed = time.perf_counter()
        threads.page(console, ids[-100:])
        shown = time.perf_counter()
        threads.detail(console, ids[-2])
        again = time.perf_counter()
        threads.detail(console, ids[-1])
        print(
            f"  {len(ids)} reports listed in {(listed - begun) * 1000:.0f} ms, a page of them in "
            f"{(shown - listed) * 1000:.0f} ms, one in full in {(again - shown) * 1000:.0f} ms, "
            f"the next in {(time.perf_counter() - again) * 1000:.0f} ms"
        )
        with store.reading() as connection:
            waits = connection.execute(select(func.count()).where(reports.c.needs_telling)).scalar_one()
        assert waits == 0


def _timed(what: str, count: int, work: Callable[[], object]) -> float:
    begun, cpu = time.perf_counter(), time.process_time()
    work()
    took, used = time.perf_counter() - begun, time.process_time() - cpu
    print(f"  {what}: {count / used:.0f} messages a CPU second ({used:.1f} s of {took:.1f} s)")
    return used


def _fill(console: Console, chat: Sequence[Said]) -> None:
    """Store the chat as an import would, but for the judge."""
    with console.store.writing() as connection:
        made = insert(groups).values(name="Bench", profile="wabp_alarm", created_at=datetime(2020, 1, 1, tzinfo=UTC))
        group_id = connection.execute(made).inserted_primary_key[0]  # type: ignore[index]
        of_name = {}
        for said in chat:
            if said.author is not None and said.author not in of_name:
                person = insert(people).values(name=said.author, created_at=datetime(2020, 1, 1, tzinfo=UTC))
                person_id = connection.execute(person).inserted_primary_key[0]  # type: ignore[index]
                values = {"group_id": group_id, "person_id": person_id, "name": said.author, "role": said.role.value}
                of_name[said.author] = connection.execute(insert(members).values(values)).inserted_primary_key[0]  # type: ignore[index]
        for start in range(0, len(chat), AT_ONCE):
            rows = [
                {
                    "group_id": group_id,
                    "position": said.id,
                    "sent_at": said.sent_at.replace(tzinfo=UTC),
                    "written_at": int(said.sent_at.replace(tzinfo=UTC).timestamp()),
                    "member_id": of_name.get(said.author or ""),
                    "kind": said.kind.value,
                    "text": said.text,
                    "source_id": str(said.id),
                    "reply_to": str(said.reply_to) if said.reply_to else None,
                }
                for said in chat[start : start + AT_ONCE]
            ]
            connection.execute(insert(messages), rows)


if __name__ == "__main__":
    main()
