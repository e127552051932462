"""Blanks in square brackets: found, filled, and the text as its reader sees it."""

import pytest

from console.desk.blanks import fill, open_blanks, preview


def test_open_blanks_are_found_with_their_brackets() -> None:
    text = "Hoi [naam], uw bericht van [dag] [12]"

    assert [text[slice(*span)] for span in open_blanks(text)] == ["[naam]", "[dag]"]


@pytest.mark.parametrize(
    "text", ["", "geen", "[]", "[ ]", "[12]", "[" + "a" * 80 + "]", "[van\nregel]", "over [BC-12]:"]
)
def test_what_is_no_blank_does_not_stop_anybody(text: str) -> None:
    assert open_blanks(text) == ()


def test_known_words_fill_their_blanks_and_the_others_stay() -> None:
    assert fill("Hoi [naam], over [onderwerp]", {"naam": "Bram"}) == "Hoi Bram, over [onderwerp]"


def test_a_name_that_nobody_knows_leaves_no_gap() -> None:
    assert fill("Hoi [naam], dank", {"naam": ""}) == "Hoi, dank"


@pytest.mark.parametrize(("value", "filled"), [("Wie weet het?", "Wie weet het? Dank."), ("Auto", "Auto. Dank.")])
def test_no_full_stop_follows_a_value_that_ends_a_sentence(value: str, filled: str) -> None:
    assert fill("[vraag]. Dank.", {"vraag": value}) == filled
    assert fill("Hoi [naam]. Dank.", {"naam": ""}) == "Hoi. Dank."


def test_brackets_in_the_name_of_a_group_are_no_blank() -> None:
    filled = fill("in de groep [groep]", {"groep": "[HIC] Kade"})

    assert filled == "in de groep (HIC) Kade"
    assert open_blanks(filled) == ()


def test_a_value_is_taken_as_it_is() -> None:
    assert fill("[regel]", {"regel": r"\1 [naam] \g<0>", "naam": "Bram"}) == r"\1 (naam) \g<0>"


def test_the_preview_is_what_the_reader_sees() -> None:
    assert preview("  Hoi \u202eBram,\u200b \r\n\r\n\r\n\r\ndank \n") == "Hoi Bram,\n\ndank"
