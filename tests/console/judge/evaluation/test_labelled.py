"""Reading labelled messages, and saying what is wrong with a line."""

import json
from pathlib import Path

import pytest

from console.domain.judgement import Call112, Category, PersonalData, Role, Stigma
from console.judge.evaluation.labelled import LabelledError, is_off_topic, read_file, read_files
from tests.console.judge.evaluation.making import FILE, labelled

LINE = json.loads(FILE.read_text(encoding="utf-8").splitlines()[1])


def write(folder: Path, *lines: object) -> Path:
    path = folder / "hand_x.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_every_field_is_read() -> None:
    rows = read_file(FILE)

    assert len(rows) == 8
    answer = rows[1]
    assert (answer.id, answer.profile, answer.hand, answer.set) == ("e-02", "hic", "labelled", None)
    assert answer.statement.context == (rows[0].statement.text,)
    assert (answer.gold.category, answer.gold.call112, answer.gold.primary) == (Category.URGENT, Call112.CALLED, False)
    assert (rows[2].set, rows[2].gold.stigma) == ("s1", Stigma.GENERALISATION)
    assert rows[5].gold.personal_data == (PersonalData.PHONE,)
    assert (rows[6].statement.role, rows[6].gold.why) == (Role.PROFESSIONAL, "")


def test_files_are_read_in_order_and_know_their_hand(tmp_path: Path) -> None:
    other = write(tmp_path, LINE | {"personal_data": ["minor", "phone", "minor"]})

    rows = read_files([other, FILE])

    assert [row.hand for row in rows] == ["hand_x"] + 8 * ["labelled"]
    assert rows[0].gold.personal_data == (PersonalData.PHONE, PersonalData.MINOR)


def test_a_mark_at_the_start_other_line_ends_and_empty_lines_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(LINE | {"text": "a\u2028b"}).encode() + b"\r\n\r\n")

    assert [row.statement.text for row in read_file(path)] == ["a\u2028b"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"category": "urgentt"}, "'category' is 'urgentt'; write one of urgent, suspicious"),
        ({"stigma": None}, "'stigma' is None; write one of none"),
        ({"role": "boss"}, "'role' is 'boss'; write one of member, admin, professional"),
        ({"profile": "street"}, "'profile' is 'street'; write one of broad"),
        ({"primary": "yes"}, "'primary' is 'yes'; write true or false"),
        ({"vigilantism": 1}, "'vigilantism' is 1; write true or false"),
        ({"text": None}, "'text' is no text"),
        ({"context": "dank"}, "'context' is no list of texts"),
        ({"context": ["a", "b", "c", "d"]}, "'context' has 4 messages; keep the last 3"),
        ({"personal_data": ["fax"]}, "'personal_data' is 'fax'; write one of phone"),
        ({"call112": None}, "'call112' belongs to urgent messages"),
        ({"category": "reply"}, "'call112' belongs to urgent messages"),
        ({"stigme": "none"}, "'stigme' is no field of the label guide; take it out"),
        ({"set": 3}, "'set' is no text"),
    ],
)
def test_a_wrong_line_is_named_with_what_to_do(tmp_path: Path, changed: dict, told: str) -> None:
    path = write(tmp_path, LINE | {"id": "fine"}, LINE | changed)

    with pytest.raises(LabelledError) as caught:
        read_file(path)

    assert str(caught.value).startswith("hand_x.jsonl, line 2: ")
    assert told in str(caught.value)


@pytest.mark.parametrize("line", [b"{", b"[]", b'"text"', b'{"text": "\xff"}', b"[" * 100_000])
def test_what_is_no_object_is_told(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(line)

    with pytest.raises(LabelledError, match=r"x\.jsonl, line 1: .*; write one object on one line\."):
        read_file(path)


def test_a_missing_field_is_named(tmp_path: Path) -> None:
    short = {name: value for name, value in LINE.items() if name != "feedback"}

    with pytest.raises(LabelledError, match="'feedback' is missing"):
        read_file(write(tmp_path, short))


def test_an_id_stands_once_in_a_file(tmp_path: Path) -> None:
    with pytest.raises(LabelledError, match="line 2: 'id' 'e-02' is that of line 1 too"):
        read_file(write(tmp_path, LINE, LINE))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LabelledError, match=r"none\.jsonl cannot be read"):
        read_file(tmp_path / "none.jsonl")


def test_what_members_write_may_be_off_topic() -> None:
    row = labelled(profile="hic")

    assert is_off_topic(Category.TRADE, row)
    assert not is_off_topic(Category.SUSPICIOUS, row)
    assert not is_off_topic(Category.TRADE, labelled(profile="hic", role=Role.ADMIN))
