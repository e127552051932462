"""What people teach the judge: a word about a message holds, one about another like it weighs, and that is all."""

from datetime import UTC, datetime

import pytest

from console.domain.judgement import Attention, Category, Correction, Flag, Judgement, Label, Statement, Stigma
from console.judge import Asked, Lessons, judge_all, load_profile, why
from console.judge.decide import decide_all
from console.judge.fine import shown_as_fine
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


# --- Goed zo ---------------------------------------------------------------------------------------------------------


def used_to(label: Label, value: str, text: str, times: int = 6) -> Lessons:
    said = (datetime(2026, 11, 2, 20, minute, tzinfo=UTC) for minute in range(times))
    return Lessons(tuple(Correction(text, label, value, at, is_fine=True) for at in said))


def test_what_was_found_goed_zo_six_times_is_shown_no_more_and_why_says_so() -> None:
    text = "Te koop: bankstel in goede staat, 50 euro, ophalen"
    alarm = load_profile("wabp_alarm")
    often = [Asked(Statement(text), alarm, used_to(Label.OFF_TOPIC, "trade", text, times)) for times in (0, 1, 9)]
    before, once, after = judge_all(often)
    assert before == once
    assert (before.attention, after.attention) == (Attention.LATER, Attention.NONE)
    steps = [step.nl for step in why(often[2]).steps]
    assert "U zei 9 keer dat dit hier mag." in steps
    assert any("één keer Goed zo" in step.nl for step in why(often[1]).steps)


def test_data_that_a_pattern_finds_stay_known_and_ask_for_no_look() -> None:
    text = "De buurtpreventie is bereikbaar op 06-12345678 van Kees"
    habitual = ask(text, used_to(Label.PERSONAL_DATA, "phone", text))
    before, after = judge_all([ask(text, lessons()), habitual])
    assert "U zei 6 keer dat dit hier mag." in [step.nl for step in why(habitual).steps]
    assert "phone" in before.personal_data
    assert before.personal_data == after.personal_data
    assert "personal_data.phone" in {reason.rule for reason in before.reasons}
    assert "personal_data.phone" not in {reason.rule for reason in after.reasons}


@pytest.mark.parametrize(
    ("label", "value", "text"),
    [
        (Label.CALL112, "not_called", "HELP er wordt nu ingebroken bij nummer 12, inbreker is nog binnen!"),
        (Label.VIGILANTISM, "yes", "Kom op mannen, we pakken knuppels en slaan die dief in elkaar"),
        (Label.ABUSE, "threat", "Ik maak je dood als je nog een keer hier komt"),
        (Label.ABUSE, "coarse,insult,threat", "Ik maak je dood als je nog een keer hier komt"),
    ],
)
def test_an_emergency_own_action_and_a_threat_are_never_taught_away(label: Label, value: str, text: str) -> None:
    habitual = used_to(label, value, text, times=40)
    statement, profile = Statement(text), load_profile("hic")
    before, after = judge_all([Asked(statement, profile), Asked(statement, profile, habitual)])
    assert before.attention is Attention.NOW
    assert before == after
    assert not any(
        "Goed zo" in step.nl or "hier mag" in step.nl for step in why(Asked(statement, profile, habitual)).steps
    )


def test_a_slur_is_never_taught_away_by_goed_zo() -> None:
    text = "Die kutmarokkanen staan weer op het plein"
    before, after = judge_all([ask(text, lessons()), ask(text, used_to(Label.STIGMA, "slur", text))])
    assert before.stigma is Stigma.SLUR
    assert before == after


def test_what_is_shown_as_fine_is_what_asked_for_a_look() -> None:
    def shown(text: str, profile: str = "wabp_alarm") -> dict[Label, str]:
        (judgement,) = judge_all([Asked(Statement(text), load_profile(profile))])
        return shown_as_fine(judgement, load_profile(profile))

    assert shown("Te koop: bankstel in goede staat, 50 euro, ophalen") == {Label.OFF_TOPIC: "trade"}
    assert shown("Dankjewel!") == {}
    assert Label.ABUSE not in shown("Ik maak je dood als je nog een keer hier komt")
