"""Words on paper: always one page, in the largest letters that fit, and never a sign that breaks the file."""

import re
import zlib
from datetime import UTC, datetime

import pytest

from console.papers.one_page import DoesNotFitError, Row, Style, one_page

AT = datetime(2026, 11, 15, 19, tzinfo=UTC)


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def letter_sizes(pdf: bytes) -> list[float]:
    """The sizes of the letters in the file, in the order in which they are set."""
    streams = re.findall(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL)
    texts = [zlib.decompress(stream) for stream in streams if stream[:1] == b"x"]
    return [float(size) for text in texts for size in re.findall(rb"/F\d+ ([\d.]+) Tf", text)]


def paper(rows: list[Row]) -> bytes:
    return one_page("Vragen", rows, "nl", AT)


@pytest.mark.parametrize("count", [0, 1, 40, 90])
def test_whatever_fits_is_one_page(count):
    items = [Row(f"Gat in de stoep bij nummer {number}", Style.ITEM, f"[BC-{number}]") for number in range(count)]
    pdf = paper([Row("Open vragen", Style.TITLE), Row(style=Style.EMPTY), *items])
    assert pdf.startswith(b"%PDF-")
    assert pages(pdf) == 1


def test_letters_are_as_large_as_the_page_allows():
    assert min(letter_sizes(paper([Row("Kort.")]))) == 11
    assert 6 <= min(letter_sizes(paper([Row(f"Regel {number}") for number in range(80)]))) < 11


@pytest.mark.parametrize("rows", [[Row("Regel")] * 200, [Row("woord " * 10_000)], [Row("x" * 2_000_000)]])
def test_what_does_not_fit_is_refused(rows):
    with pytest.raises(DoesNotFitError):
        paper(rows)


@pytest.mark.parametrize(
    "text", ["één café – “ja”", "😀 漢字 עברית", "\x00\u202e\u200b\ud800", "W" * 900, "", "é" * 50]
)
def test_any_sign_can_stand_on_paper(text, caplog):
    assert pages(paper([Row(text), Row(text, Style.ITEM, text[:30])])) == 1
    assert caplog.messages == []  # no letter is missing


def test_the_file_says_what_it_is_and_when_it_was_made():
    pdf = paper([Row("Kort.")])
    assert b"/Lang (nl)" in pdf
    assert b"D:20261115190000" in pdf
