"""Rebuilds the judge's models from the labelled messages: ``python -m console.judge.train``.

Needs ``pip install -e '.[train]'``, some 8 GB of memory and about an hour on two cores; the seed is fixed. Writes
``resources/models``. Run ``python -m console.judge.evaluate`` on the test messages afterwards and put its figures in
``resources/models/README.md``.
"""

import argparse
import sys
from pathlib import Path

from console.assets import resource
from console.judge import JUDGE_VERSION
from console.judge.evaluation.labelled import read_files


def main(arguments: list[str] | None = None) -> int:
    """Train, tune and write; ``--network FILE`` goes on from a network that was trained before."""
    parser = argparse.ArgumentParser(prog="python -m console.judge.train", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="labelled messages; default: all of resources/training")
    parser.add_argument("--out", type=Path, default=resource("models"), help="folder for the models")
    parser.add_argument("--network", type=Path, help="keep the trained network here, or go on from it if it is there")
    parser.add_argument("--version", default=JUDGE_VERSION, help="which judge the models are for")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)

    from console.judge.training.build import build

    rows = read_files(asked.files or sorted(resource("training").glob("*.jsonl")))
    build(rows, asked.out, seed=asked.seed, version=asked.version, kept=asked.network, tell=_tell)
    return 0


def _tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
