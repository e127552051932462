"""Which outputs the words of a message are asked about: those of the flags that are likely, and no others."""

import numpy as np

from console.domain.judgement import Category, Flag, PersonalData, Stigma
from console.judge.model import directions
from console.judge.model.heads import HEADS, OUTPUTS, Row


def row(**likely: dict[object, float]) -> Row:
    found = np.zeros(OUTPUTS, np.float32)
    found[HEADS["category"].place(Category.TRADE)] = 0.9
    for head, chances in likely.items():
        for value, chance in chances.items():
            found[HEADS[head].place(value)] = chance
    return found


def spoken_for(found: Row) -> list[int]:
    return np.flatnonzero(found > 0).tolist()


def test_of_a_message_that_is_nothing_only_the_subject_is_asked() -> None:
    found = directions(row())
    assert list(found) == [Flag.OFF_TOPIC]
    assert spoken_for(found[Flag.OFF_TOPIC]) == [HEADS["category"].place(Category.TRADE)]


def test_words_for_personal_data_are_those_for_what_no_pattern_finds() -> None:
    found = directions(row(personal_data={PersonalData.PHONE: 0.99, PersonalData.NAME: 0.6}))
    assert spoken_for(found[Flag.PERSONAL_DATA]) == [HEADS["personal_data"].place(PersonalData.NAME)]
    assert Flag.PERSONAL_DATA not in directions(row(personal_data={PersonalData.PHONE: 0.99}))


def test_a_flag_with_kinds_is_asked_about_its_likeliest_kind_against_none() -> None:
    found = directions(row(stigma={True: 0.5}, stigma_kind={Stigma.YOUTH: 0.9}, abuse={"none": 0.6, "insult": 0.3}))
    abuse = found[Flag.ABUSE]
    assert spoken_for(found[Flag.STIGMA]) == [HEADS["stigma"].place(True)]
    assert (abuse[HEADS["abuse"].place("insult")], abuse[HEADS["abuse"].place("none")]) == (1, -1)
