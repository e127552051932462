"""How fast the judge is and what it takes, beside the bare word counts of the same messages in the same run.

    python tests/bench/judge.py [--messages 1000]

Judges the messages of ``resources/training`` with their context, in the batches that an import uses and one by one;
prints messages a second (wall and processor), the ratio to the reference (TF-IDF and one matrix product), the time to
load, the time of one message and the memory of the process.
"""

import argparse
import json
import resource as usage
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[2]
BATCH = 200
ONE_BY_ONE = 150


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return seconds on the clock and of the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def megabytes() -> float:
    """Return the most memory that this process has had."""
    return usage.getrusage(usage.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000)
    count = parser.parse_args().messages

    before = megabytes()
    began = time.perf_counter()
    from console.domain.judgement import Role, Statement
    from console.judge import Asked, judge, judge_all, load_profile
    from console.judge.model import models

    profile = load_profile("hic")
    judge(Statement("Inbreker, bel 06-12345678"), profile)
    load = time.perf_counter() - began

    lines = [
        line
        for path in sorted((ROOT / "resources/training").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    rows = [json.loads(line) for line in lines[:: max(1, len(lines) // count)]][:count]
    asked = [Asked(Statement(row["text"], Role(row["role"]), tuple(row["context"])), profile) for row in rows]
    letters = sum(len(row["text"]) for row in rows) / len(rows)

    def batches() -> None:
        for start in range(0, len(asked), BATCH):
            judge_all(asked[start : start + BATCH])

    words = models().words
    wall, cpu = timed(batches)
    reference, reference_cpu = timed(lambda: words.logits([one.statement for one in asked]))
    single = sorted(timed(lambda one=one: judge_all([one]))[0] for one in asked[:ONE_BY_ONE])
    long_wall, _ = timed(lambda: judge(Statement("Inbreker NU bij Kerkstraat 12, bel 06-12345678. " * 1_365), profile))

    print(f"{len(asked)} messages of {letters:.0f} characters on average, with their context")
    print(f"judge      {len(asked) / wall:8.0f} messages a second, {len(asked) / cpu:6.0f} a CPU second")
    print(f"reference  {len(asked) / reference:8.0f} messages a second, {len(asked) / reference_cpu:6.0f} a CPU second")
    print(f"ratio      {cpu / reference_cpu:8.1f} references for one judgement (CPU)")
    print(f"40,000     {40_000 * wall / len(asked) / 60:8.1f} minutes at this pace")
    print(f"one        {median(single) * 1000:8.1f} ms, p95 {quantiles(single, n=20)[-1] * 1000:.1f} ms")
    print(f"64 KiB     {long_wall * 1000:8.0f} ms")
    print(f"load       {load * 1000:8.0f} ms (imports, models and the first judgement)")
    print(f"memory     {megabytes():8.0f} MB at most, {before:.0f} MB before loading")


if __name__ == "__main__":
    main()
