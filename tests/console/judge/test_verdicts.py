"""Who decides about a flag: the model by how sure it is, a rule that raises, the guide's test that overrules it."""

from datetime import UTC, datetime

import pytest

from console.domain.judgement import (
    Abuse,
    Call112,
    Category,
    Correction,
    Feedback,
    Flag,
    Label,
    PersonalData,
    Role,
    Span,
    Statement,
    Stigma,
    Strictness,
)
from console.domain.profile import Profile
from console.judge import Asked, Lessons, load_profile, verdicts
from console.judge.guide import examine
from console.judge.lexicon import cues
from console.judge.model import Scores
from console.judge.verdicts import MAX_WORDS, By, Case, telling
from tests.console.judge.evaluation.making import scores, spread

STRICT, NORMAL, LENIENT = Strictness.STRICT, Strictness.NORMAL, Strictness.LENIENT
BOUNDS = {flag: {STRICT: 0.3, NORMAL: 0.6, LENIENT: 0.9} for flag in Flag}
DESCRIBED = "Marokkaanse man, slank, grijze baard, blauwe jas, voelt nu aan deuren in de Kerklaan"
PLAIN = "Dit bericht zegt met gewone woorden niets bijzonders"


def case(
    text: str = PLAIN,
    given: Scores | None = None,
    role: Role = Role.MEMBER,
    profile: Profile | None = None,
    lessons: Lessons | None = None,
    is_foreign: bool = False,
) -> Case:
    reading = cues().read(text)
    asked = Asked(Statement(text, role), profile or load_profile("broad"), lessons or Lessons(()))
    return Case(asked, reading, given or scores(), examine(reading), BOUNDS, is_foreign)


def in_group(flag: Flag, strictness: Strictness) -> Profile:
    profile = load_profile("broad")
    return Profile(**{name: getattr(profile, name) for name in Profile.__slots__} | {"strictness": {flag: strictness}})


def taught(text: str, label: Label, value: str) -> Lessons:
    return Lessons((Correction(text, label, value, datetime(2026, 11, 1, tzinfo=UTC)),))


ABUSE, FEEDBACK = spread(Abuse, Abuse.NONE, 0.4), spread(Feedback, Feedback.NONE, 0.4)


@pytest.mark.parametrize(
    ("flag", "decide", "given"),
    [
        (Flag.STIGMA, verdicts.stigma, scores(stigma=0.6)),
        (Flag.ABUSE, verdicts.abuse, scores(abuse=ABUSE)),
        (Flag.VIGILANTISM, verdicts.vigilantism, scores(vigilantism=0.6)),
        (Flag.FEEDBACK, verdicts.feedback, scores(feedback=FEEDBACK)),
    ],
)
def test_how_likely_is_enough_is_for_the_group_to_say(flag, decide, given) -> None:
    found = [decide(case(given=given, profile=in_group(flag, word))) for word in Strictness]

    assert [verdict.is_raised for verdict in found] == [True, True, False]
    assert [verdict.bound for verdict in found] == [0.3, 0.6, 0.9]
    assert {(verdict.flag, round(verdict.chance, 6), verdict.by) for verdict in found} == {(flag, 0.6, By.MODEL)}


# --- rules -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("chance", "by"), [(0.01, By.RULE), (0.99, By.MODEL)])
def test_a_slur_is_stigma_whatever_the_model_says(chance: float, by: By) -> None:
    kinds = spread([kind for kind in Stigma if kind is not Stigma.NONE], Stigma.YOUTH)
    verdict = verdicts.stigma(case("Kutpolen", scores(stigma=chance, stigma_kind=kinds)))

    assert (verdict.is_raised, verdict.by) == (True, by)
    assert verdict.value is (Stigma.SLUR if by is By.RULE else Stigma.YOUTH)
    assert verdict.spans == (Span(0, 8),)


@pytest.mark.parametrize("text", [DESCRIBED, "Noem ze geen 'kutpolen', dat is discriminatie"])
def test_the_guide_overrules_a_model_that_is_sure(text: str) -> None:
    sure = verdicts.stigma(case(text, scores(stigma=0.99)))
    doubting = verdicts.stigma(case(text, scores(stigma=0.1)))

    assert (sure.is_raised, sure.by) == (False, By.VETO)
    assert (doubting.is_raised, doubting.by) == (False, By.MODEL)


@pytest.mark.parametrize(
    ("decide", "text", "value", "likely"),
    [
        (verdicts.abuse, "Nog een keer en ik sla je", Abuse.THREAT, scores(abuse=spread(Abuse, Abuse.THREAT))),
        (verdicts.vigilantism, "Pak hem en hou hem vast", True, scores(vigilantism=0.9)),
    ],
)
def test_words_that_leave_no_doubt_raise_a_flag(decide, text: str, value: object, likely: Scores) -> None:
    by_rule, by_both = decide(case(text)), decide(case(text, likely))

    assert (by_rule.is_raised, by_rule.value, by_rule.by) == (True, value, By.RULE)
    assert (by_both.is_raised, by_both.value, by_both.by) == (True, value, By.MODEL)
    assert by_rule.spans == by_both.spans != ()


def test_of_another_language_the_model_says_nothing_and_patterns_still_do() -> None:
    given = scores(
        stigma=0.9, vigilantism=0.9, abuse=spread(Abuse, Abuse.INSULT), feedback=spread(Feedback, Feedback.ACK)
    )
    foreign = case(given=given, is_foreign=True)

    for decide in (verdicts.stigma, verdicts.vigilantism, verdicts.abuse, verdicts.feedback):
        assert (decide(foreign).is_raised, decide(foreign).by) == (False, By.LANGUAGE)
    assert verdicts.likely_data(foreign) == ()
    assert verdicts.stigma(case("Kutpolen", given, is_foreign=True)).is_raised


# --- lessons ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("decide", "label", "yes", "given"),
    [
        (verdicts.stigma, Label.STIGMA, "youth", scores(stigma=0.5)),
        (verdicts.abuse, Label.ABUSE, "insult", scores(abuse=spread(Abuse, Abuse.NONE, 0.5))),
        (verdicts.vigilantism, Label.VIGILANTISM, "yes", scores(vigilantism=0.5)),
        (verdicts.feedback, Label.FEEDBACK, "request", scores(feedback=spread(Feedback, Feedback.NONE, 0.5))),
    ],
)
def test_what_a_group_taught_moves_a_message_like_it_both_ways(decide, label, yes: str, given: Scores) -> None:
    like_it = f"{PLAIN} vandaag"
    no = "no" if label is Label.VIGILANTISM else "none"
    untaught = decide(case(given=given))
    up, down = (decide(case(given=given, lessons=taught(like_it, label, value))) for value in (yes, no))

    assert down.chance < untaught.chance < up.chance
    assert (down.is_raised, untaught.is_raised, up.is_raised) == (False, False, True)


@pytest.mark.parametrize(
    ("decide", "text", "label", "no"),
    [
        (verdicts.stigma, "Die kutpolen zijn weer bezig bij de glasbak", Label.STIGMA, "none"),
        (verdicts.abuse, "Nog een keer je fiets voor mijn deur en ik sla je", Label.ABUSE, "none"),
        (verdicts.vigilantism, "Pak hem en hou hem vast bij de glasbak", Label.VIGILANTISM, "no"),
    ],
)
def test_a_rule_gives_way_to_what_a_group_taught(decide, text: str, label: Label, no: str) -> None:
    assert decide(case(text)).is_raised
    assert not decide(case(text, lessons=taught(f"{text} vandaag", label, no))).is_raised


# --- 112, subject, personal data -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "call112", "is_raised"),
    [
        ("Er is een inbreker bij de buren", Call112.UNCLEAR, True),
        ("Er is een inbreker bij de buren", Call112.NOT_CALLED, True),
        ("Er is een inbreker bij de buren", Call112.CALLED, False),
        ("Wie belt 112?", Call112.NOT_CALLED, True),
        ("🔥🔥", Call112.UNCLEAR, False),
    ],
)
def test_an_emergency_is_one_of_which_nobody_called(text: str, call112: Call112, is_raised: bool) -> None:
    given = scores(category=spread(Category, Category.URGENT, 0.95), call112=spread(Call112, call112))
    verdict = verdicts.call112(case(text, given))

    assert (verdict.is_raised, verdict.value) == (is_raised, call112)


def test_that_somebody_called_is_not_thought_on_a_mere_chance() -> None:
    given = scores(category=spread(Category, Category.URGENT, 0.99), call112=spread(Call112, Call112.CALLED, 0.55))
    strict = verdicts.call112(case("Hij loopt weg langs het spoor", given, profile=in_group(Flag.CALL112, STRICT)))

    assert (strict.is_raised, strict.value) == (True, Call112.NOT_CALLED)


def test_words_that_say_now_weigh_in() -> None:
    given = scores(category=spread(Category, Category.URGENT, 0.5), call112=spread(Call112, Call112.UNCLEAR))
    now, over = (verdicts.call112(case(text, given)) for text in ("Inbreker, nu!", "Inbreker, gisteren"))

    assert (now.is_raised, over.is_raised) == (True, False)
    assert over.chance < now.chance


def test_a_message_without_a_word_is_a_reply() -> None:
    given = scores(category=spread(Category, Category.TRADE))
    assert [verdicts.category_of(case(text, given)) for text in ("👍", "?!", "", "ok")] == [
        *(Category.REPLY, Category.REPLY, Category.REPLY, Category.TRADE),
    ]


def test_off_topic_is_a_member_away_from_what_the_group_is_for() -> None:
    given = scores(category=spread(Category, Category.TRADE, 0.7))

    def is_raised(category: Category = Category.TRADE, **values: object) -> bool:
        return verdicts.off_topic(case(given=given, **values), category).is_raised

    assert is_raised()
    assert not is_raised(Category.SOCIAL)
    assert not is_raised(role=Role.ADMIN)
    assert not is_raised(role=Role.PROFESSIONAL)
    assert not is_raised(is_foreign=True)
    assert not is_raised(profile=in_group(Flag.OFF_TOPIC, LENIENT))


def test_a_lesson_about_what_a_message_is_about_weighs_in_where_it_belongs() -> None:
    doubtful = scores(category=spread(Category, Category.TRADE, 0.5))
    found = [
        verdicts.off_topic(
            case(given=doubtful, lessons=taught(f"{PLAIN} vandaag", Label.CATEGORY, value)), Category.TRADE
        )
        for value in ("social", "trade")
    ]

    assert [verdict.is_raised for verdict in found] == [False, True]
    assert found[0].chance < 0.5 < found[1].chance


def test_only_what_meaning_gives_away_is_taken_from_the_model() -> None:
    given = scores(personal_data=dict.fromkeys(PersonalData, 0.8) | {PersonalData.MINOR: 0.5})
    assert verdicts.likely_data(case(given=given)) == (PersonalData.ADDRESS, PersonalData.NAME, PersonalData.PHOTO)
    assert verdicts.likely_data(case(given=given, profile=in_group(Flag.PERSONAL_DATA, LENIENT))) == ()


# --- the words that decided ------------------------------------------------------------------------------------------


def test_the_telling_words_are_few_and_neighbours_are_one() -> None:
    text = "dat vieze volk moet weg, hoor"
    weights = [("vieze", 3.0), ("volk", 2.0), ("weg", 1.0), (",", 9.0), ("dat", 0.1), ("hoor", -4.0)]
    spans = tuple((Span(text.index(word), text.index(word) + len(word)), weight) for word, weight in weights)

    assert [text[slice(*span)] for span in telling(spans, text)] == ["vieze volk"]
    assert telling((), text) == ()


def test_many_words_that_weigh_the_same_are_cut_short() -> None:
    text = " - ".join("abcdefghijklmnop")
    spans = tuple((Span(place, place + 1), 1.0) for place in range(0, len(text), 4))
    (joined,) = telling(spans, text)
    assert joined == Span(0, 4 * MAX_WORDS - 3)
