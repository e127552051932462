"""Names, texts and times of single fields."""

import time
from datetime import datetime

import pytest

from console.chats.fields import clean_name, clean_text, local_time, nfc, wall_time
from console.chats.reading import Notes


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("\u202a+31\u00a06\u00a012345678\u202c", "+31 6 12345678"),
        ("  Jan \t de\nBoer ", "Jan de Boer"),
        ("Rene\u0301", "René"),
        ("Ka\x1b[31m\x9b2Jde", "Ka [31m 2Jde"),  # to a terminal that would be colours and an empty screen
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("\u200e\ufeff", None),
        ("", None),
        ("x" * 1000, "x" * 256),
    ],
)
def test_clean_name(written: str, name: str | None) -> None:
    assert clean_name(written) == name


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("een\r\ntwee", "een\ntwee"),
        ("\u200eeen\n\u200etwee\u200f", "een\ntwee"),
        ("midden \u200e blijft", "midden \u200e blijft"),
        ("e\u0301\u2028\x0b\x0c\t", "é\u2028\x0b\x0c\t"),
        ("ﬁets ①", "ﬁets ①"),
        ("a\x00b\ud800c", "a\ufffdb\ufffdc"),
    ],
)
def test_clean_text(written: str, text: str) -> None:
    assert clean_text(written, Notes()) == text


def test_combining_marks_by_the_thousand_do_not_stall() -> None:
    hostile = "a" + "\u0300" * 30_000 + "\u0316" * 30_000
    start = time.perf_counter()
    assert nfc(f"e\u0301 {hostile}") == f"é {hostile}"
    assert time.perf_counter() - start < 1


def test_wall_time() -> None:
    assert wall_time(1704790800) == datetime(2024, 1, 9, 10)
    assert wall_time(1720000000) == datetime(2024, 7, 3, 11, 46, 40)
    assert wall_time(-1) is None
    assert wall_time(10**15) is None


def test_local_time() -> None:
    assert local_time(2024, 2, 29, (23, 59, 59)) == datetime(2024, 2, 29, 23, 59, 59)
    assert local_time(2023, 2, 29) is None
    assert local_time(2024, 1, 1, (24, 0, 0)) is None
    assert local_time(1, 1, 1) is None


def test_thousands_of_marks_inside_a_text_take_no_time() -> None:
    start = time.process_time()
    assert clean_text("a" + "\u200e" * 20_000 + "b", Notes()).startswith("a\u200e")
    assert time.process_time() - start < 1
