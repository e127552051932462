"""The judge's cases from ``tests/data/judge``."""

import json
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "data" / "judge"


def read(name: str) -> list[dict]:
    """Return the cases of a file, in order."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
