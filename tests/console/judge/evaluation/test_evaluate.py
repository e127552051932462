"""``python -m console.judge.evaluate`` from its arguments to its exit status."""

import json
from pathlib import Path

import pytest

from console.judge.evaluate import main
from tests.console.judge.evaluation.making import FILE


def test_the_shipped_judge_is_measured_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "figures.json"

    assert main([str(FILE), "--json", str(target)]) == 0

    told = capsys.readouterr().out
    assert told.startswith("8 messages, and what was aimed at\n")
    assert "Equal treatment: " in told
    figures = json.loads(target.read_text(encoding="utf-8"))
    assert figures["standing"][0][""] == "category, macro-F1"
    assert 0 <= figures["standing"][0]["is"] <= 1


def test_a_wrong_line_is_told_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("{}\n", encoding="utf-8")

    assert main([str(FILE), str(path)]) == 1

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("x.jsonl, line 1: ")
    assert err.endswith("write every field of the label guide.\n")


def test_files_without_messages_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("\n", encoding="utf-8")

    assert main([str(path)]) == 1
    assert "There are no messages in these files." in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], [str(FILE), "--folds", "3"], [str(FILE), "--folds", "x", "--curve"]])
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert "usage: python -m console.judge.evaluate" in capsys.readouterr().err


def test_too_many_parts_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(FILE), "--words-only", "--folds", "40"]) == 1
    assert capsys.readouterr().err == "5 units cannot be split into 40 parts; ask for 2 to 5\n"
