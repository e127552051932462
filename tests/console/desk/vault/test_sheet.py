"""The paper holds the code in large letters and all that a person must know, on one page, and nothing of a group."""

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from console import texts
from console.desk.vault.changing import NewSheet
from console.desk.vault.sheet import sheet_pdf
from console.papers.page import MM
from console.store import recovery_code
from console.texts import LANGUAGES

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_stands_on_one_page_inside_its_edges(language: str) -> None:
    code = recovery_code.new_code()
    number = recovery_code.sheet_number(code)
    made = sheet_pdf(NewSheet(code, number, Path("x"), (1, 2)), AT, language)
    document = pypdfium2.PdfDocument(made)
    assert len(document) == 1
    page = document[0]
    text = page.get_textpage()
    read = "".join(text.get_text_range().split())
    boxes = [text.get_charbox(place) for place in range(text.count_chars())]
    width, height = page.get_size()
    for each in (text, page, document):
        each.close()
    keys = [key for key in texts._catalogue(language) if key.startswith("recovery_sheet.")]
    for key in keys:
        sentence = texts.say(key, language, number=number, date="22-11-2026")
        assert sentence.replace(" ", "") in read, key
    places = [read.index(group) for group in recovery_code.groups(code)]
    assert places == sorted(places)
    edge = 15 * MM
    seen = [box for box in boxes if box[2] > box[0]]
    assert min(box[0] for box in seen) > edge
    assert min(box[1] for box in seen) > edge
    assert max(box[2] for box in seen) < width - edge
    assert max(box[3] for box in seen) < height - edge
