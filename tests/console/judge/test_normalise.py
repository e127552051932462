"""Folding evens out spelling and still knows where every character came from."""

import pytest

from console.judge.normalise import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("ÉÉN Inbréker", "een inbreker"),
        ("e\u00aden in\u200bbreker", "een inbreker"),
        ("０６-１２", "06-12"),
        ("zo’n ‘foto’", "zo'n 'foto'"),
        ("Straße", "strasse"),
        ("n1euw 3x", "n1euw 3x"),  # leetspeak stays: digits are house numbers here
        ("", ""),
    ],
)
def test_fold_evens_out_spelling(written: str, folded: str) -> None:
    assert fold(written).text == folded


@pytest.mark.parametrize("text", ["Een MES", "‘één’ m\u00ades", "ß😀 mes", "me\u0301s mes", "\ud800 mes", "\x00mes"])
def test_fold_points_into_the_original(text: str) -> None:
    folded = fold(text)
    start = folded.text.rindex("mes")

    span = folded.span(start, start + 3)

    assert fold(text[slice(*span)]).text == "mes"
    assert folded.as_written(start, start + 3) == text[slice(*span)]


def test_a_character_that_folds_to_several_keeps_one_origin() -> None:
    folded = fold("aß b")

    assert folded.text == "ass b"
    assert folded.span(1, 3) == (1, 2)
