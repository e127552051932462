"""What a group taught: it moves what is alike, as far as it is alike, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.judgement import Correction, Label
from console.judge.lessons import MOST, NO_LESSONS, Habit, Lessons

NOW = datetime(2026, 11, 15, 19, 0, tzinfo=UTC)
YOUTHS = "Die jongeren bij het bankje zijn altijd tuig, weg ermee"
ALIKE = "Die jongeren bij het bankje in het park zijn weer tuig"
LIKE_A_BIT = "Zitten er weer jongeren bij het bankje? Altijd gezellig"
OTHER = "Wie heeft er een ladder te leen voor zaterdagochtend?"


def taught(text: str, label: Label = Label.STIGMA, value: str = "youth", minutes: int = 0) -> Correction:
    return Correction(text, label, value, NOW + timedelta(minutes=minutes))


def test_the_more_alike_the_more_it_moves():
    lessons = Lessons((taught(YOUTHS),))
    shifts = [lessons.shift(Label.STIGMA, text) for text in (YOUTHS, ALIKE, LIKE_A_BIT, OTHER)]
    assert shifts[0] == pytest.approx(MOST)
    assert MOST > shifts[1] > shifts[2] >= 0
    assert shifts[3] == 0


def test_spelling_makes_little_difference_and_capitals_and_accents_none():
    lessons = Lessons((taught("Eén grote bende bij café De Kroeg, om 22:15 uur"),))
    assert lessons.shift(Label.STIGMA, "EEN GROTE BENDE BIJ CAFE DE KROEG OM 23:40 UUR!") > 0.8 * MOST
    assert lessons.shift(Label.STIGMA, "1 grote bende bij cafee de kroeg om 23.40") > 0


def test_only_the_corrected_label_moves():
    lessons = Lessons((taught(YOUTHS),))
    assert lessons.shift(Label.ABUSE, YOUTHS) == 0
    assert lessons.nearest(Label.ABUSE, YOUTHS) is None


def test_what_was_no_flag_moves_down_and_what_was_one_up():
    assert Lessons((taught(YOUTHS, value="none"),)).shift(Label.STIGMA, YOUTHS) == pytest.approx(-MOST)
    assert Lessons((taught(YOUTHS, Label.VIGILANTISM, "no"),)).shift(Label.VIGILANTISM, YOUTHS) == pytest.approx(-MOST)
    assert Lessons((taught(YOUTHS, Label.VIGILANTISM, "yes"),)).shift(Label.VIGILANTISM, YOUTHS) == pytest.approx(MOST)


def test_a_category_moves_toward_what_was_said_and_its_rivals_stay():
    lessons = Lessons((taught(YOUTHS, Label.CATEGORY, "liveability"),))
    assert lessons.shift(Label.CATEGORY, YOUTHS, "liveability") == pytest.approx(MOST)
    assert lessons.shift(Label.CATEGORY, YOUTHS, "social") == 0


def test_each_type_of_personal_data_moves_by_itself():
    lessons = Lessons((taught(YOUTHS, Label.PERSONAL_DATA, "name,minor"),))
    shifts = {kind: lessons.shift(Label.PERSONAL_DATA, YOUTHS, kind) for kind in ("name", "minor", "photo")}
    assert {kind: shift > 0 for kind, shift in shifts.items()} == {"name": True, "minor": True, "photo": False}
    assert shifts["photo"] == pytest.approx(-MOST)


def test_many_corrections_never_move_more_than_the_most_and_opposite_ones_weigh_against_each_other():
    many = tuple(taught(f"{ALIKE} nummer {number}") for number in range(40))
    assert Lessons(many).shift(Label.STIGMA, ALIKE) == MOST
    torn = Lessons((taught(f"{ALIKE} weer"), taught(f"{ALIKE} weer eens", value="none")))
    assert abs(torn.shift(Label.STIGMA, ALIKE)) < 0.5 * MOST


def test_an_equal_text_is_what_was_said_of_it_and_the_last_word_counts():
    first, last = taught(YOUTHS), taught(f"{YOUTHS.upper()}.", value="none", minutes=1)
    for corrections in ((first, last), (last, first)):
        lessons = Lessons(corrections)
        assert lessons.said(YOUTHS) == {Label.STIGMA: "none"}
        assert lessons.nearest(Label.STIGMA, YOUTHS) == last
    assert lessons.said(ALIKE) == {}


def test_nearest_is_the_one_most_alike():
    near, nearer = taught(LIKE_A_BIT), taught(ALIKE)
    assert Lessons((near, nearer)).nearest(Label.STIGMA, YOUTHS) == nearer
    assert Lessons((near, taught(ALIKE, Label.ABUSE, "insult"))).nearest(Label.STIGMA, YOUTHS) == near


def test_what_a_few_words_are_about_stands_in_the_message_before_and_teaches_nothing():
    said = (taught("Ja graag", Label.CATEGORY, "trade"), taught("Ja graag", Label.ABUSE, "insult"))
    assert Lessons(said).said("ja graag") == {Label.ABUSE: "insult"}


def test_without_lessons_nothing_moves():
    for lessons in (NO_LESSONS, Lessons((taught("  "), taught("...")))):
        assert lessons.shift(Label.STIGMA, YOUTHS) == 0
        assert lessons.said("...") == {}
        assert not lessons.reaches(YOUTHS)


_CORRECTED = Lessons(
    tuple(taught(text, minutes=place) for place, text in enumerate((YOUTHS, ALIKE, OTHER, "👍🏽 👍🏽")))
)


@given(st.text(max_size=300))
def test_any_text_moves_within_bounds_and_only_when_it_is_reached(text):
    shift = _CORRECTED.shift(Label.STIGMA, text)
    assert 0 <= shift <= MOST
    assert (_CORRECTED.nearest(Label.STIGMA, text) is not None) == _CORRECTED.reaches(text)
    assert _CORRECTED.reaches(text) or shift == 0


@given(st.text(min_size=1, max_size=300))
def test_every_text_with_words_is_wholly_like_itself(text):
    lessons = Lessons((taught(text),))
    assert lessons.shift(Label.STIGMA, text) == pytest.approx(MOST if lessons.said(text) else 0)


# --- Goed zo ---------------------------------------------------------------------------------------------------------


def fine(text: str, times: int = 1, label: Label = Label.STIGMA, value: str = "youth") -> tuple[Correction, ...]:
    """Goed zo, said so many times of a text, a minute apart."""
    said = (taught(text, label, value, minutes=minute) for minute in range(times))
    return tuple(replace(one, is_fine=True) for one in said)


def habit(*said: Correction, text: str = YOUTHS, label: Label = Label.STIGMA, value: str = "youth") -> Habit:
    return Lessons(said).habit(label, text, value)


def test_goed_zo_once_is_next_to_nothing_and_six_times_almost_a_correction():
    once, thrice, often = (habit(*fine(YOUTHS, times)) for times in (1, 3, 6))
    assert (once.times, thrice.times, often.times) == (1, 3, 6)
    assert -0.15 < once.shift < 0
    assert thrice.shift == pytest.approx(-MOST / 2)
    assert -MOST < often.shift < -0.85 * MOST
    assert (once.is_strong, often.is_strong) == (False, True)
    assert [habit(*fine(YOUTHS, times)).is_settled for times in (5, 6)] == [False, True]


def test_goed_zo_counts_for_what_is_alike_as_far_as_it_is_alike():
    shifts = [habit(*fine(YOUTHS, 6), text=text).shift for text in (YOUTHS, ALIKE, LIKE_A_BIT, OTHER)]
    assert shifts[0] < shifts[1] < shifts[2] <= shifts[3] == 0
    assert not habit(*fine(YOUTHS, 60), text=LIKE_A_BIT).is_settled


def test_goed_zo_counts_for_what_was_shown_and_nothing_else():
    phones = fine(YOUTHS, 6, Label.PERSONAL_DATA, "phone,name")
    assert habit(*phones, label=Label.PERSONAL_DATA, value="name").is_strong
    assert habit(*phones, label=Label.PERSONAL_DATA, value="iban") == Habit()
    assert habit(*fine(YOUTHS, 6), value="slur") == Habit()
    assert Lessons(fine(YOUTHS, 6)).said(YOUTHS) == {}
    assert Lessons(fine(YOUTHS, 6)).shift(Label.STIGMA, YOUTHS) == 0
    assert Lessons(fine(YOUTHS, 6)).nearest(Label.STIGMA, YOUTHS) is None


def test_what_was_decided_together_counts_once():
    together = tuple(replace(one, said_at=NOW) for one in fine(YOUTHS, 30))
    assert habit(*together) == habit(*fine(YOUTHS, 1))


def test_goed_zo_never_weighs_against_a_word():
    assert habit(*fine(YOUTHS, 6), taught(ALIKE, value="slur")) == Habit(times=6)
    assert habit(*fine(YOUTHS, 6), taught(ALIKE, value="none")).is_strong


def test_what_a_message_adds_to_what_was_found_fine_is_looked_at() -> None:
    fine = "Wat een eikel is die buurman van nummer 5 zeg"
    lessons = Lessons(
        tuple(Correction(fine, Label.ABUSE, "insult", NOW + timedelta(days=day), is_fine=True) for day in range(1, 13))
    )
    assert lessons.habit(Label.ABUSE, fine.replace("5", "8") + " joh", "insult").is_settled
    assert not lessons.habit(Label.ABUSE, fine + ", ik maak hem dood", "insult").is_settled
