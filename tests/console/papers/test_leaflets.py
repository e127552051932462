"""Leaflets as people get them: every word on the page, inside its edges, in six languages."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
import pytest
import segno
from PIL import Image

from console.assets import resource
from console.domain.welcome import LANGUAGES, Leaflet, Mark, Section
from console.errors import ExpectedError
from console.papers import card, flyer, layout, sheet
from console.papers.page import MM, Colour
from console.papers.picture import png_of

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
LINK = "https://chat.voorbeeld.invalid/FkP3mQ9zXyL"
BLANKS = {"{group}": "HIC Kadebuurt", "{police}": "0900-8844", "{municipality}": "14 010"}


def leaflet(language: str, rules: tuple[str, ...] = ("call_first", "police_number", "broken_or_dirty")) -> Leaflet:
    words = tomllib.loads(resource("onboarding", f"{language}.toml").read_text(encoding="utf-8"))
    frame = words["frame"]

    def filled(text: str) -> str:
        for blank, value in BLANKS.items():
            text = text.replace(blank, value)
        return text

    return Leaflet(
        title=filled(frame["title"]),
        lead=(words["purposes"]["hic"],),
        sections=(
            Section(frame["does"], tuple(filled(words["rules"][rule]) for rule in rules), Mark.DO),
            Section(frame["donts"], (words["rules"]["no_names"], words["rules"]["follow_nobody"]), Mark.DONT),
        ),
        foot=(frame["confirm"], "Ömer, Łucja"),
        call_112=frame["call_112"],
        link=LINK,
        link_caption=frame["scan"],
        language=language,
        direction=words["direction"],
    )


def words_of(text: str) -> str:
    """The signs of a text that are drawn, without the white between them."""
    return "".join(sign for sign in text if not sign.isspace() and sign not in "\u2066\u2068\u2069")


def told(made: Leaflet) -> Iterator[str]:
    yield from (made.title, made.call_112, made.link_caption, *made.lead, *made.foot)
    for section in made.sections:
        yield from (section.title, *section.items)


def read(pdf: bytes) -> tuple[str, list[tuple[float, float, float, float]], tuple[float, float]]:
    """The words of the one page, the box of each sign (left, bottom, right, top) and the size of the page."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        assert len(document) == 1
        text = document[0].get_textpage()
        boxes = [text.get_charbox(number) for number in range(text.count_chars())]
        return text.get_text_range(), boxes, document[0].get_size()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_flyer_holds_every_word_inside_its_edges(language):
    asked = leaflet(language)
    made = flyer.pdf(asked, AT)
    assert (made.left_out, made.unknown) == ((), "")
    text, boxes, size = read(made.data)
    assert size == pytest.approx((148 * MM, 210 * MM), abs=0.1)
    found = words_of(text)
    if asked.direction == "ltr":
        assert [part for part in told(asked) if words_of(part) not in found] == []
    # pdfium turns two letters that share one shape (lam and alif), and reads a line of two directions its own way.
    assert Counter(words_of("".join(told(asked)))) - Counter(found) == Counter()
    edge = 12 * MM - 1
    assert min(box[0] for box in boxes) >= edge <= min(box[1] for box in boxes)
    assert max(box[2] for box in boxes) <= size[0] - edge


def test_a_file_says_when_it_was_made_and_is_the_same_each_time():
    made = sheet.pdf(leaflet("nl"), AT)
    assert made.data == sheet.pdf(leaflet("nl"), AT).data
    assert b"D:20261122120000" in made.data
    assert b"/Lang (nl)" in made.data
    assert read(made.data)[2] == pytest.approx((210 * MM, 297 * MM), abs=0.1)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_card_is_one_picture_for_a_telephone(language):
    asked = replace(leaflet(language), link="")
    made = card.png(asked)
    assert made.left_out == ()
    assert len(made.data) < 400_000
    picture = Image.open(BytesIO(made.data)).convert("RGB")
    assert picture.size == (1080, 1350)
    for left, right in ((0, 40), (1040, 1080)):  # the edges: the head from side to side, the rest white
        edge = picture.crop((left, 0, right, 1350))
        rows = [edge.crop((0, row, 40, row + 1)).getcolors() for row in range(0, 1350, 3)]
        assert all(row is not None and len(row) == 1 for row in rows)
    bottom = picture.crop((0, 1350 - 20, 1080, 1350)).getcolors()
    assert bottom == [(1080 * 20, (255, 255, 255))]
    # The pictograms stand where reading starts: green ticks and red crosses, and the telephone in its band.
    start = picture.crop((48, 0, 110, 1350) if language == "nl" else (970, 0, 1032, 1350))
    colours = {colour for _, colour in start.getcolors(100_000) or []}
    assert {layout.GREEN, layout.RED} <= colours


def test_what_does_not_fit_in_letters_that_people_can_read_is_left_out_and_named():
    made = leaflet("nl")
    does, donts = made.sections
    items = tuple(
        f"{number}. Zet alles in één bericht, met de straat, de tijd en de richting erbij." for number in range(12)
    )
    long_rule = "Dit is een heel lange eigen afspraak van iemand. " * 42
    asked = replace(made, link="", sections=(replace(does, items=(long_rule, *items)), donts))
    card_made = card.png(asked)
    assert card_made.left_out[0] == long_rule
    others = card_made.left_out[1:]
    assert others == tuple(reversed(items))[: len(others)] != ()
    assert card.png(replace(asked, sections=(replace(does, items=items[: 12 - len(others)]), donts))).left_out == ()
    with_all = flyer.pdf(replace(asked, sections=(replace(does, items=items), donts)), AT)
    assert with_all.left_out == ()


def test_odd_signs_never_break_a_page(caplog):
    rule = "\u202eGeen 🚨🏃\u200d♂️ {nb} **x** <b> \x00\ud800 漢 محمد 14 010 " + "w" * 60
    asked = Leaflet("*{police}* " * 30, ("",), (Section("", (rule,), Mark.NUMBER), Section("Leeg", ())))
    made = sheet.pdf(asked, AT)
    text = words_of(read(made.data)[0])
    assert made.unknown == "🚨🏃漢"
    assert "1.Geen{nb}**x**<b>\ufffdمحمد14010w" in text
    assert "Leeg" not in text
    assert caplog.messages == []
    for title in ("", "Half \ud83d"):
        assert card.png(Leaflet(title)).data.startswith(b"\x89PNG")


def test_the_code_is_the_link_with_white_around_it():
    width = 1480
    picture = Image.open(BytesIO(png_of(flyer.pdf(leaflet("nl"), AT).data, width))).convert("L")
    corner = (960, 1550, width, 2100)  # under the rules, beside the words about it
    dark = picture.crop(corner).point(lambda grey: 255 if grey < 128 else 0)
    left, top, right, bottom = dark.getbbox() or (0, 0, 0, 0)
    matrix = segno.make(LINK, micro=False, error="m", boost_error=False).matrix
    module = (right - left) / len(matrix)
    assert bottom - top == pytest.approx(right - left, abs=2)
    assert module > 0.36 * 10  # pixels of 0.1 mm: wide enough for a telephone
    middles = [(number + 0.5) * module for number in range(-4, len(matrix) + 4)]
    seen = [[dark.getpixel((int(left + x), int(top + y))) == 255 for x in middles] for y in middles]
    white = [[False] * len(middles)] * 4
    assert seen == [*white, *([False] * 4 + [dot == 1 for dot in row] + [False] * 4 for row in matrix), *white]


def test_a_link_that_no_telephone_could_read_is_refused():
    long = replace(leaflet("nl"), link="https://voorbeeld.invalid/" + "x" * 474)
    assert flyer.pdf(long, AT).data
    with pytest.raises(ExpectedError, match="too long for a QR code"):
        flyer.pdf(replace(long, link="https://voorbeeld.invalid/" + "x" * 5_000), AT)


def test_letters_stand_out_from_their_ground():
    def light(colour: Colour) -> float:
        parts = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark = (layout.INK, layout.BLUE, layout.GREEN, layout.RED)
    for ground in (layout.WHITE, layout.PALE):
        assert [colour for colour in dark if (light(ground) + 0.05) / (light(colour) + 0.05) < 4.5] == []
