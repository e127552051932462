"""What people teach the judge: a word about a message holds, one about another like it weighs, and that is all."""

from datetime import UTC, datetime

import pytest

from console.domain.judgement import Attention, Category, Correction, Flag, Judgement, Label, Statement, Stigma
from console.judge import Asked, Lessons, judge_all, load_profile, why
from console.judge.decide import decide_all
from tests.console.judge.cases import asked, judged, read

TAUGHT = "Die jongens van het bankje zitten weer bij de vijver met een speaker"
LIKE_IT = "Die jongens van het bankje zitten alweer bij de vijver met hun speaker"
SAID = (
    (Label.STIGMA, "youth", "none"),
    (Label.ABUSE, "insult", "none"),
    (Label.VIGILANTISM, "yes", "no"),
    (Label.FEEDBACK, "request", "none"),
)


def lessons(*said: tuple[Label, str], text: str = TAUGHT) -> Lessons:
    return Lessons(tuple(Correction(text, label, value, datetime(2026, 11, 2, tzinfo=UTC)) for label, value in said))


def ask(text: str, taught: Lessons, **said: str) -> Asked:
    labels = {Label(label): value for label, value in said.items()}
    return Asked(Statement(text), load_profile("broad"), taught, labels)


@pytest.mark.parametrize(("label", "yes", "no"), SAID)
def test_a_message_like_a_corrected_one_moves_the_way_it_was_corrected(label: Label, yes: str, no: str) -> None:
    taught = (lessons((label, no)), lessons(), lessons((label, yes)))
    decided = decide_all([ask(LIKE_IT, one) for one in taught])

    down, untaught, up = (
        next(verdict for verdict in one.verdicts if verdict.flag == label.value).chance for one in decided
    )
    assert down < untaught < up


def test_an_equal_message_is_what_was_said_of_it_however_sure_the_model_is() -> None:
    corrected = lessons(*((label, yes) for label, yes, _ in SAID), (Label.CATEGORY, "trade"))
    (judgement,) = judge_all([ask(f"{TAUGHT.upper()}...", corrected)])

    assert judgement.stigma is Stigma.YOUTH
    assert judgement.vigilantism
    assert (judgement.category, judgement.off_topic) == (Category.TRADE, True)
    assert judgement.attention is Attention.NOW


def test_lessons_change_nothing_of_messages_that_are_not_like_them() -> None:
    corrected = lessons(*((label, yes) for label, yes, _ in SAID), (Label.CATEGORY, "trade"), (Label.CALL112, "called"))
    others = [case for case in read("messages") if not corrected.reaches(case["text"])]
    assert len(others) > 30
    again = judge_all([Asked(one.statement, one.profile, corrected) for one in map(asked, others)])
    before = dict(zip((case["text"] + case["profile"] for case in read("messages")), judged("messages"), strict=True))
    assert again == [before[case["text"] + case["profile"]] for case in others]


def test_a_word_about_this_very_message_is_the_last() -> None:
    corrected = lessons((Label.STIGMA, "youth"))
    text = "Zijn nummer is 06-12345678"

    def settled(**said: str) -> Judgement:
        return judge_all([ask(text, lessons((Label.PERSONAL_DATA, "none"), text=text), **said)])[0]

    assert settled().personal_data == ()
    assert settled(personal_data="phone").personal_data == ("phone",)
    assert judge_all([ask(TAUGHT, corrected, stigma="none")])[0].stigma is Stigma.NONE


def test_the_reasoning_names_the_lesson_and_its_day() -> None:
    corrected = lessons((Label.STIGMA, "youth"), (Label.CATEGORY, "liveability"))
    steps = why(ask(LIKE_IT, corrected)).steps

    told = [(step.flag, step.nl) for step in steps if "02-11-2026" in step.nl]
    assert [flag for flag, _ in told] == [None, Flag.STIGMA]
    assert all(f"“{TAUGHT}”" in sentence for _, sentence in told)
    by_hand = why(ask(LIKE_IT, corrected, stigma="none", category="social")).steps
    assert not any("02-11-2026" in step.nl for step in by_hand)
