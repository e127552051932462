"""Leaflets as files: which form becomes what, and what stands on the disk when it cannot be written."""

import struct

import pytest

from console.desk.welcome import composing, editing, printing
from console.domain.welcome import Form, Leaflet
from console.errors import ExpectedError


def size_of(png):
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])


def test_leaflet_becomes_a_picture_for_the_screen_and_a_file_of_its_form(console, make_group, tmp_path):
    chat = make_group("Kade {police} *x*", profile="hic")
    welcome = composing.compose(console, chat.group_id)
    flyer = composing.leaflet(welcome, Form.FLYER)
    width, height = size_of(printing.picture(console, flyer, Form.FLYER).data)
    assert width == printing.WIDTH
    assert 1.4 < height / width < 1.43  # the shape of A5
    for form, begins in ((Form.CARD, b"\x89PNG"), (Form.SHEET, b"%PDF")):
        path = tmp_path / f"kade{printing.SUFFIXES[form]}"
        made = printing.save(console, path, composing.leaflet(welcome, form), form)
        assert path.read_bytes() == made.data
        assert made.data.startswith(begins)
    assert size_of((tmp_path / "kade.png").read_bytes()) == (1080, 1350)


def test_what_must_stay_stands_on_the_card_too_and_the_lowest_goes(console, chat):
    for number in range(1, 5):
        editing.add_own(
            console,
            chat.group_id,
            f"Deze regel is van ons zelf. Wij vinden hem goed. {number} " * 2,
            "nl",
            is_dont=True,
        )
    first = composing.compose(console, chat.group_id)
    locked = (first.does[-1], first.donts[-1])
    for line in locked:
        editing.lock(console, chat.group_id, line.key)
    welcome = composing.compose(console, chat.group_id)
    made = printing.picture(console, composing.leaflet(welcome, Form.CARD), Form.CARD)
    assert made.left_out
    assert {line.text for line in (*locked, welcome.does[0])}.isdisjoint(made.left_out)
    assert set(made.left_out) <= {line.text for line in (*welcome.does, *welcome.donts) if not line.is_own}


def test_file_that_cannot_be_written_says_so(console, tmp_path):
    with pytest.raises(ExpectedError, check=lambda error: error.key == "export_not_written"):
        printing.save(console, tmp_path / "nowhere" / "kade.png", Leaflet("Kade"), Form.CARD)


def test_half_a_sign_in_a_text_is_written_as_a_question_mark(tmp_path):
    path = tmp_path / "kade.txt"
    printing.save_text(path, ("Een \ud83d half teken.", "Twee."))
    assert path.read_text(encoding="utf-8") == "Een ? half teken.\n\nTwee."
