"""What belongs together stays together."""

from collections import Counter

import pytest

from console.judge.evaluation.labelled import LabelledError
from console.judge.evaluation.splits import alikeness, folds, units
from tests.console.judge.evaluation.making import labelled

DIFFERENT = (
    *(
        "Fiets gestolen bij de sporthal",
        "Wie mist een grijze kat",
        "Lantaarn kapot aan de Dijk",
        "Fijne kerst allemaal",
    ),
    *("Vuilnis naast de container", "Bestuur zoekt een penningmeester", "Harde knal achter het spoor", "Oppas gezocht"),
)


def test_a_contrast_set_of_one_hand_is_one_unit() -> None:
    hands = "aaba"
    rows = [
        labelled(text, hand=hand, set=name)
        for text, hand, name in zip(DIFFERENT, hands, ("s1", "s2", "s1", "s1"), strict=False)
    ]

    assert units(rows) == ((0, 3), (1,), (2,))


def test_a_conversation_is_chained_through_what_was_said_before() -> None:
    first, second, third, other, last = DIFFERENT[:5]
    rows = [
        labelled(first),
        labelled(other, hand="b", context=[first]),
        labelled(second, context=[first.upper() + "  "]),
        labelled(third, context=["Is dat zo?", second]),
        labelled(last, context=["Is dat zo?"]),
    ]

    assert units(rows) == ((0, 2, 3, 4), (1,))


def test_the_same_text_twice_is_no_conversation_but_near_identical() -> None:
    rows = [labelled("Top!"), labelled("Gezien"), labelled("top", hand="b"), labelled("👍"), labelled("👍", hand="c")]

    assert units(rows) == ((0, 2), (1,), (3, 4))


@pytest.mark.parametrize(
    ("other", "together"),
    [
        ("vanmorgen is er een groene fiets gestolen bij het station in de buurt", True),  # one word
        ("Vanmorgen is er een rode fiets gestolen, bij het station in de Buurt!!", True),
        ("Er is een rode fiets gestolen", False),
        ("Vanmiddag werd een blauwe auto gezien bij het station in de stad", False),
    ],
)
def test_near_identical_texts_stay_together(other: str, together: bool) -> None:
    text = "Vanmorgen is er een rode fiets gestolen bij het station in de buurt"
    filler = [labelled(different, hand="c") for different in DIFFERENT]

    found = units([labelled(text), *filler, labelled(other, hand="b")])

    assert ((0, len(filler) + 1) in found) is together


def test_every_pair_that_shares_enough_words_is_found() -> None:
    words = ["de", "het", "een", "kat", "hond", "fiets", "straat", "brug", "plein", "school"]
    texts = [" ".join(word for bit, word in enumerate(words) if number >> bit & 1) for number in range(1, 1024, 7)]
    rows = [labelled(text, hand=str(number)) for number, text in enumerate(texts)]
    unit_of = {place: unit for unit in units(rows) for place in unit}

    pairs = [(a, b) for a in range(len(texts)) for b in range(a) if alikeness(texts[a], texts[b]) >= 0.7]

    assert len(pairs) > 10
    assert all(unit_of[a] == unit_of[b] for a, b in pairs)


def rows_of_two_hands() -> list:
    rows = []
    for number in range(60):
        text = f"w{number} x{number} y{number}"
        rows.append(labelled(text, hand="ab"[number % 3 == 0], set=f"s{number // 4}" if number < 40 else None))
    return rows


def test_folds_hold_every_row_once_and_units_whole() -> None:
    rows = rows_of_two_hands()

    parts = folds(rows, 4, seed=7)

    assert sorted(place for part in parts for place in part) == list(range(60))
    for unit in units(rows):
        assert sum(bool(set(unit) & set(part)) for part in parts) == 1


def test_folds_spread_every_hand() -> None:
    rows = rows_of_two_hands()

    counts = [Counter(rows[place].hand for place in part) for part in folds(rows, 4, seed=7)]

    for hand in "ab":
        spread = [count[hand] for count in counts]
        assert max(spread) - min(spread) <= 3


def test_folds_follow_from_the_seed() -> None:
    rows = rows_of_two_hands()

    assert folds(rows, 3, seed=1) == folds(rows, 3, seed=1)
    assert folds(rows, 3, seed=1) != folds(rows, 3, seed=2)


@pytest.mark.parametrize("n", [-1, 0, 1, 3])
def test_more_parts_than_units_are_refused(n: int) -> None:
    with pytest.raises(LabelledError, match=f"2 units cannot be split into {n} parts; ask for 2 to 2"):
        folds([labelled("een kat"), labelled("twee honden"), labelled("een kat")], n, seed=1)
