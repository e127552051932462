"""A text of several pages: every page has its number, nothing is lost, and no heading stands alone."""

import re
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
import pytest

from console.domain.document import Document, Part, Table, Words
from console.papers.pages import pdf

AT = datetime(2026, 11, 15, 19, tzinfo=UTC)


def texts(*parts: Part, lead: tuple[Words, ...] = ()) -> list[str]:
    """The words of every page, as one who reads the PDF finds them."""
    made = pdf(Document("Register {nb}", "nl", lead, parts, "Blad {page} van {pages}"), AT)
    document = pypdfium2.PdfDocument(BytesIO(made))
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_every_page_has_its_number_and_the_names_of_the_columns():
    rows = tuple((f"soort-{number}", "tekst " * 30) for number in range(60))
    told = texts(Part("Hoe lang?", (Words("Dit blijft staan:"), Table(("Kolom-een", "Kolom-twee"), rows, (1, 3)))))
    assert len(told) > 2
    for number, page in enumerate(told, start=1):
        assert f"Blad {number} van {len(told)}" in page
        assert page.count("Kolom-een") == 1
        assert "Register {nb}" in page
    found = re.findall(r"soort-(\d+)", "".join(told))
    assert found == [str(number) for number in range(60)]


@pytest.mark.parametrize("before", [36, 38, 39])
def test_a_heading_stands_with_the_table_that_it_is_about(before):
    lead = tuple(Words(f"Regel {number}", is_item=True) for number in range(before))
    part = Part("Kop", (Words("Hierover gaat het:"), Table(("Kolom",), (("eerste",), ("tweede",)), (1,))))
    told = texts(part, lead=lead)
    at = {word: next(number for number, page in enumerate(told) if word in page) for word in ("Kop\r", "tweede")}
    assert at["Kop\r"] == at["tweede"]


def test_a_cell_longer_than_a_page_goes_on_on_the_next():
    words = [f"woord{number}" for number in range(2_000)]
    told = "".join(texts(Part("Lang", (Table(("A", "B"), ((" ".join(words), "kort"),), (1, 2)),))))
    assert re.findall(r"woord\d+", told) == words


@pytest.mark.parametrize("text", ["😀 漢字 עברית", "\x00\u202e\u200b\ud800", "W" * 900, "", "{page} [naam] & <b>"])
def test_any_sign_can_stand_on_paper(text, caplog):
    table = Table((text, "B"), ((text, ""), ("", text)), (1, 1))
    assert texts(Part(text, (Words(text), Words(text, is_item=True), table)), lead=(Words(text),))
    assert caplog.messages == []
