"""How fast the meter of plain language is, and how well it finds what people labelled.

    python tests/bench/readability.py

Prints what the first text costs in a fresh process (imports, word list, syllables), what a text of 1,000 characters
costs after that, the memory, and precision and recall of every kind of hurdle on the labelled sentences.
"""

import resource as usage
import statistics
import time
import tomllib
from collections import Counter
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "data" / "readability"
RUNS = 50
WORDS = {"long", "rare"}  # which of the two a hard word is called says little


def speed() -> None:
    """Measure in CPU milliseconds: the machine may be busy."""
    before = usage.getrusage(usage.RUSAGE_SELF).ru_maxrss / 1024
    began = time.process_time()
    from console.readability import vocabulary
    from console.readability.meter import measure

    measure("Middels deze verantwoordelijkheidsverklaring houden wij een oogje in het zeil.")
    print(f"load       {(time.process_time() - began) * 1000:6.0f} ms (imports, word list, syllables, the first text)")
    print(f"memory     {usage.getrusage(usage.RUSAGE_SELF).ru_maxrss / 1024 - before:6.0f} MB more")
    rows = tomllib.loads((EXAMPLES / "held.toml").read_text(encoding="utf-8"))["sentences"]
    text = " ".join(row["text"] for row in rows)[:1_000]
    for name, forgets in (("new words", True), ("known words", False)):
        taken = []
        for _ in range(RUNS):
            if forgets:
                for remembered in (vocabulary.is_usual, vocabulary.is_long, vocabulary.syllables):
                    remembered.cache_clear()
            began = time.process_time()
            measure(text)
            taken.append((time.process_time() - began) * 1000)
        print(f"{name:11}{statistics.median(taken):6.1f} ms for {len(text):,} characters")


def examples(name: str) -> None:
    """Print how much of what was labelled is found, and how much of what is found was labelled."""
    from console.readability.meter import measure

    hit, missed, extra = Counter(), Counter(), Counter()
    rows = tomllib.loads((EXAMPLES / f"{name}.toml").read_text(encoding="utf-8"))["sentences"]
    for row in rows:
        wanted = {"word" if hurdle in WORDS else hurdle for hurdle in row["hurdles"]}
        found = {one.hurdle.value for one in measure(row["text"]).findings}
        found = {"word" if hurdle in WORDS else hurdle for hurdle in found}
        hit.update(wanted & found)
        missed.update(wanted - found)
        extra.update(found - wanted)
    print(f"\n{name}: {len(rows)} sentences")
    for kind in sorted(hit | missed | extra):
        print(
            f"{kind:10} precision {hit[kind]}/{hit[kind] + extra[kind]}, recall {hit[kind]}/{hit[kind] + missed[kind]}"
        )


def verdicts() -> None:
    """Print how many whole texts get the verdict that people gave."""
    from console.readability.meter import measure

    rows = tomllib.loads((EXAMPLES / "texts.toml").read_text(encoding="utf-8"))["texts"]
    right = sum(measure(row["text"]).is_b1 is row["is_b1"] for row in rows)
    print(f"\nwhole texts: {right} of {len(rows)} verdicts are those that people gave")


if __name__ == "__main__":
    speed()
    examples("tune")
    examples("held")
    verdicts()
