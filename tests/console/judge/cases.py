"""The judge's cases from ``tests/data/judge``, each file judged once and all of it together."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from console.domain.judgement import Attention, Judgement, Role, Statement
from console.judge import Asked, judge_all, load_profile

FOLDER = Path(__file__).parents[2] / "data" / "judge"

Case = Mapping[str, Any]


def read(name: str) -> list[Case]:
    """Return the cases of a file, in order."""
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def every(name: str) -> pytest.MarkDecorator:
    """Give a test the ``place`` of every case of a file."""
    cases = read(name)
    named = [f"{case['profile']}-{case['text'][:40]}" for case in cases]
    return pytest.mark.parametrize("place", range(len(cases)), ids=named)


def asked(case: Case) -> Asked:
    """Return the question of a case."""
    statement = Statement(case["text"], Role(case["role"]), tuple(case["context"]))
    return Asked(statement, load_profile(case["profile"]))


@cache
def judged(name: str) -> list[Judgement]:
    """Return what the judge says of the cases of a file, in order."""
    return judge_all([asked(case) for case in read(name)])


def check(judgement: Judgement, expect: Mapping[str, Any]) -> None:
    """Compare a judgement with what is expected of it: fields of it, and words of the file's README."""
    flags = [reason.flag for reason in judgement.reasons]
    rules = {reason.rule for reason in judgement.reasons}
    order = list(Attention)  # now first
    for name, expected in expect.items():
        match name:
            case "raised":
                assert set(flags) == set(expected)
            case "flags":
                assert set(expected) <= set(flags)
            case "quiet":
                assert not set(expected) & set(flags)
            case "rules":
                assert set(expected) <= rules
            case "data":
                assert set(expected) <= set(judgement.personal_data)
            case "no_data":
                assert not set(expected) & set(judgement.personal_data)
            case "least":
                assert order.index(judgement.attention) <= order.index(Attention(expected))
            case "personal_data":
                assert list(judgement.personal_data) == expected
            case _:
                assert getattr(judgement, name) == expected, name
