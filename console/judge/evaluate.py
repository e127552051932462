"""``python -m console.judge.evaluate FILE...``: how good the judge is on labelled messages.

The figures are only worth their name on messages that nobody tuned on. Exit status: 0 done, 1 a file that is not as
the label guide says, 2 wrong usage.
"""

import argparse
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from console.domain.judgement import Judgement
from console.errors import ConsoleError
from console.judge import Asked, judge_all, load_profile
from console.judge.evaluation.cross_validation import SHARES, cross_validate
from console.judge.evaluation.labelled import Labelled, LabelledError, read_files
from console.judge.evaluation.predictions import predict
from console.judge.evaluation.report import Report, curve, report
from console.judge.evaluation.swaps import treatment, variants

DONE: Final = 0
FAILED: Final = 1
_FOLDS: Final = 5


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, tell, and return the exit status."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    fits = arguments.words_only or arguments.curve
    if arguments.folds is not None and not fits:
        parser.error("--folds needs --words-only or --curve: only the word model is fitted anew")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        rows = read_files(arguments.files)
        if not rows:
            raise LabelledError("There are no messages in these files. Name others.")
        told = _fitted_anew(rows, arguments) if fits else _as_shipped(rows)
        if arguments.json is not None:
            _write(arguments.json, told)
    except ConsoleError as error:
        sys.stderr.write(f"{error}\n")
        return FAILED
    sys.stdout.write(told.as_text())
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m console.judge.evaluate", description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="labelled messages, one JSON object a line")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument(
        "--words-only", action="store_true", help="cross-validate the word model by itself, fitted on the other parts"
    )
    parser.add_argument("--curve", action="store_true", help="the learning curve of the word model")
    parser.add_argument("--folds", type=int, metavar="N", help=f"in how many parts (default {_FOLDS})")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the split (default 1)")
    return parser


def _as_shipped(rows: Sequence[Labelled]) -> Report:
    """Return how the judge does as the program has it, on messages and on their swaps."""
    judged = predict(rows)
    swapped = variants(rows)
    said_of_swapped: list[Judgement] = judge_all(
        [Asked(variant.statement, load_profile(rows[variant.place].profile)) for variant in swapped]
    )
    return report(judged, treatment(rows, [one.said for one in judged], swapped, said_of_swapped))


def _fitted_anew(rows: Sequence[Labelled], arguments: argparse.Namespace) -> Report:
    """Return how the word model does on messages that it did not learn from."""
    parts = _FOLDS if arguments.folds is None else arguments.folds
    shares = SHARES if arguments.curve else SHARES[-1:]
    points = []
    for share in shares:
        judged, learnt = cross_validate(rows, parts, arguments.seed, share)
        points.append((share, learnt, judged))
    tables: Report = report(points[-1][2]) if arguments.words_only else Report(())
    grown = curve(points).tables if arguments.curve else ()
    return Report((*tables.tables, *grown), tables.errors)


def _write(path: Path, told: Report) -> None:
    try:
        path.write_text(json.dumps(told.as_json(), indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise LabelledError(f"{path} cannot be written ({error.strerror}). Choose another place.") from None


if __name__ == "__main__":
    sys.exit(main())
