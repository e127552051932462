"""How many messages a second the judge gives its word on, beside a loop that only looks for one word in each.

    python tests/bench/judge.py [--seconds 3]

Judges the invented messages of ``tests/data/judge`` and the demo chats, cut into pieces of a hundred characters, on one
core; prints messages a second, the ratio to the trivial reference, the time to load and the longest single message.
"""

import argparse
import json
import time
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
LENGTH = 100


def messages() -> list[str]:
    """Return different messages of about a hundred characters."""
    lines = (ROOT / "tests/data/judge/messages.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    for path in sorted((ROOT / "resources/demo").glob("*.txt")):
        texts += [line.split(": ", 1)[-1] for line in path.read_text(encoding="utf-8").splitlines()]
    whole = " ".join(text for text in texts if text.strip())
    return [whole[start : start + LENGTH] for start in range(0, len(whole) - LENGTH, LENGTH)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=3.0)
    seconds = parser.parse_args().seconds

    started = time.perf_counter()
    from console.domain.judgement import Statement
    from console.judge import judge, load_profile

    profile = load_profile("hic")
    judge(Statement("Inbreker, bel 06-12345678"), profile)
    load = time.perf_counter() - started

    statements = [Statement(text) for text in messages()]
    longest = 0.0
    count, started = 0, time.process_time()
    for statement in islice(cycle(statements), 1_000_000):
        before = time.perf_counter()
        judge(statement, profile)
        longest = max(longest, time.perf_counter() - before)
        count += 1
        if time.process_time() - started > seconds:
            break
    rate = count / (time.process_time() - started)

    started = time.process_time()
    for statement in islice(cycle(statements), count):
        "inbreker" in statement.text.lower()  # noqa: B015
    reference = count / max(time.process_time() - started, 1e-9)

    print(f"{len(statements)} different messages of {LENGTH} characters, {count} judged")
    print(f"judge      {rate:12,.0f} messages a CPU second")
    print(f"reference  {reference:12,.0f} messages a CPU second (one word looked for)")
    print(f"ratio      {reference / rate:12,.0f} references for one judgement")
    print(f"load       {load * 1000:12,.0f} ms (first judgement, imports included)")
    print(f"longest    {longest * 1000:12,.1f} ms for one message")
    text = "Inbreker NU bij Kerkstraat 12, bel 06-12345678. " * 1_365
    before = time.perf_counter()
    judge(Statement(text), profile)
    print(f"64 KiB     {(time.perf_counter() - before) * 1000:12,.0f} ms")


if __name__ == "__main__":
    main()
