"""What words say about 112: called, asked after, told to call, or the number of a house."""

import pytest

from console.domain.judgement import Call112, Category, Role
from console.judge.lexicon import cues
from console.judge.urgency import call_112, is_named, was_called_before


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("Wie hem ziet: 112", True),
        ("Brand in de Kerkstraat 12, bel 112", True),
        ("Brand in Kerkstraat 112, bel 112!", True),
        ("De Kerkstraat 112 staat in brand!", False),
        ("Er komt rook uit nr. 112", False),
        ("Er komt rook uit de flat", False),
    ],
)
def test_112_is_named_where_it_is_not_the_number_of_a_house(text: str, is_so: bool) -> None:
    assert is_named(cues().read(text)) is is_so


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("112 is gebeld, brand in de Kerkstraat", Call112.CALLED),
        ("De Kerkstraat 112 is in brand!", Call112.UNCLEAR),
        ("De Kerkstraat 112 is in brand, 112 gebeld", Call112.CALLED),
        ("Brand! Wie belt 112?", Call112.NOT_CALLED),
    ],
)
def test_who_lives_at_112_has_not_called(text: str, said: Call112) -> None:
    reading = cues().read(text)

    assert call_112(reading, Category.URGENT, Role.MEMBER) is said
    assert was_called_before([reading]) is (said is Call112.CALLED)
