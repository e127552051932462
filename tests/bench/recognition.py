"""How well what is said of answers owed is recognised: precision and recall on the labelled examples.

    python tests/bench/recognition.py [--half tune|held|both] [--mistakes]

Answers and questions go through a real store, with the open lines of the example; most are in no report, so that only
the words tell. ``held`` is never looked at while the words are chosen.
"""

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from console.desk.console import Console  # noqa: E402
from console.store.session import Store  # noqa: E402
from tests.console.desk.feedback.labelled import HALVES, TASKS, counted, measure  # noqa: E402


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--half", choices=[*HALVES, "both"], default="both")
    parser.add_argument("--mistakes", action="store_true", help="print what was missed or wrong")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(Path(folder, "store.db"), "0123456789abcdef" * 4, create=True) as store,
    ):
        console = Console(store=store, now=lambda: datetime(2026, 11, 15, 19, 0, tzinfo=UTC), language="nl", actor="A")
        counts = counted(console)
        for half in HALVES if options.half == "both" else (options.half,):
            for task in TASKS:
                found = measure(console, half, task)
                print(
                    f"{half:5} {task:10} precision {found.precision:.2f} recall {found.recall:.2f} "
                    f"({found.right} right, {found.wrong} wrong, {found.missed} missed) "
                    f"of {counts[f'{half} {task}']} examples"
                )
                if options.mistakes:
                    print(*(f"    {mistake}" for mistake in found.mistakes), sep="\n")


if __name__ == "__main__":
    main()
