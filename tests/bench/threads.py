"""How well and how fast messages are grouped into reports, beside a silence of so many minutes in the same run.

    python tests/bench/threads.py [--half tune|held|both] [--judged] [--messages 100000]

Pairwise F1: every two messages of one conversation are a pair, right when labels and threads agree that they are about
one situation. A message without a report is with nobody, so a thread that takes it in makes wrong pairs; leaving out a
message that has a report loses its pairs. Printed over all pairs together and as the mean over conversations. Then the
primary messages (found of those labelled, right of those proposed), and what a report says, told of the labelled
messages: whether 112 was called, by whom and after how many minutes, the minutes to the question, and the six heads.
``--judged`` lets the judge read every message first (20 ms each), as an import does.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from console.domain.message import Kind, MessageId  # noqa: E402
from console.judge.threads import Said, group  # noqa: E402
from tests.console.judge.conversations import (  # noqa: E402
    Conversation,
    by_gap,
    by_links,
    chained,
    conversations,
    heads_right,
    judged,
    measure,
    primaries,
)

Some = Sequence[Conversation]


CHAINS = 3


def quality(name: str, some: Some) -> None:
    """Print the figures of one half."""
    messages = sum(len(one.messages) for one in some)
    print(f"{name}: {len(some)} conversations, {messages} messages, {sum(len(one.reports) for one in some)} reports")
    methods: dict[str, Callable[[Conversation], Sequence[object]]] = {"threads": by_links}
    methods |= {f"silence of {m} min": lambda one, m=m: by_gap(one, m) for m in (10, 30, 60)}
    for label, how in methods.items():
        total = measure(some, how)
        mean = sum(measure([one], how).f1 for one in some) / len(some)
        print(
            f"  {label:18} pairwise F1 {total.f1:.3f} (precision {total.precision:.3f}, recall {total.recall:.3f}), "
            f"mean over conversations {mean:.3f}"
        )
    quiet = [chain for seed in range(CHAINS) for chain in chained(some, seed)]
    for label, how in (("quiet, threads", by_links), ("quiet, 30 min", by_gap)):
        total = measure(quiet, how)
        print(
            f"  {label:18} pairwise F1 {total.f1:.3f} (precision {total.precision:.3f}, recall {total.recall:.3f}), "
            "the same conversations with hours or days in between"
        )
    first = primaries(some)
    print(f"  primary            F1 {first.f1:.3f} (found {first.recall:.3f}, right {first.precision:.3f})")
    right, of = heads_right(some)
    for head, count in of.items():
        print(f"  {head:18} {right[head] / count:.3f} of {count}")


def long_chat(some: Some, count: int) -> list[Said]:
    """Return the conversations one after another, over and over, as one chat of so many messages."""
    made: list[Said] = []
    shift = timedelta(0)
    start = some[0].messages[0].sent_at
    while len(made) < count:
        for one in some:
            base, began = len(made), one.messages[0].sent_at
            shift = start - began
            for said in one.messages:
                reply = MessageId(base + said.reply_to) if said.reply_to else None
                made.append(said._replace(id=MessageId(base + said.id), sent_at=said.sent_at + shift, reply_to=reply))
            start = made[-1].sent_at + timedelta(hours=3)
    return made[:count]


def silence(messages: Iterable[Said]) -> Counter[int]:
    """Return the plain baseline over one chat: a thread ends when nobody spoke for half an hour."""
    threads: Counter[int] = Counter()
    last, thread = None, 0
    for said in messages:
        if said.kind is Kind.SYSTEM:
            continue
        thread += last is not None and (said.sent_at - last).total_seconds() > 1_800
        last = said.sent_at
        threads[thread] += 1
    return threads


def speed(some: Some, count: int) -> None:
    """Print messages a second and the ratio to the baseline, for a chat and for one a quarter as long."""
    for size in (count // 4, count):
        messages = long_chat(some, size)
        began = time.process_time()
        threads = sum(placed.is_primary for placed in group(messages))
        ours = time.process_time() - began
        began = time.process_time()
        silence(messages)
        plain = time.process_time() - began
        print(
            f"  {size} messages: {size / ours:.0f} a CPU second ({threads} threads), "
            f"{ours / plain:.0f} times the time of the plain silence"
        )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("tune", "held", "both"), default="both")
    parser.add_argument("--judged", action="store_true")
    parser.add_argument("--messages", type=int, default=100_000)
    asked = parser.parse_args()
    halves = ("tune", "held") if asked.half == "both" else (asked.half,)
    for half in halves:
        some = conversations(half)
        quality(half, [judged(one) for one in some] if asked.judged else some)
    print("speed (no judgements):")
    speed([one for half in halves for one in conversations(half)], asked.messages)


if __name__ == "__main__":
    main()
