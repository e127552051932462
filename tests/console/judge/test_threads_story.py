"""What a report says of 112, the minutes, what was done and what came of it."""

from datetime import datetime, timedelta

import pytest

from console.domain.judgement import Call112, Category, Flag, Judgement, Reason, Role
from console.domain.message import MessageId
from console.domain.report import MembersDid, Nature, ProfessionalsDid, Reporter, Result, Told
from console.judge.thread_story import is_too_long, tell
from console.judge.threads import Said
from tests.console.judge.conversations import conversations, heads_right

START = datetime(2026, 3, 2, 13, 45)
BURGLAR = (0, "Els", "Man klimt nu over de schutting bij nummer 8")


def talk(*lines: tuple[float, str, str]) -> list[Said]:
    """Messages from minutes after 13:45, author and text; the name tells the role."""
    roles = {"Wijkagent": Role.PROFESSIONAL, "Gemeente": Role.PROFESSIONAL, "Beheer": Role.ADMIN}
    return [
        Said(
            MessageId(number),
            START + timedelta(minutes=minutes),
            author,
            text,
            roles.get(author.split()[0], Role.MEMBER),
        )
        for number, (minutes, author, text) in enumerate(lines, 1)
    ]


def test_the_pendrecht_thread_took_twenty_minutes_to_the_question() -> None:
    """Findings 4 and 5: asked after 20 minutes, called after 21, twice as long as such a talk may last."""
    pendrecht = next(one for one in conversations("held") if one.id == "h01")
    story = tell(pendrecht.of_report("a"))
    assert story.question_minutes == 20
    assert (story.calling.state, story.calling.by, story.calling.minutes) == (Call112.CALLED, "Anneke", 21)
    assert story.talk_minutes == 21
    assert is_too_long(story)
    assert story.nature is Nature.URGENT
    assert story.result is Result.SUSPECT_HELD


@pytest.mark.parametrize(
    ("text", "reasons", "nature"),
    [
        ("De optocht staat vast op de brug", (), Nature.OTHER),
        ("De optocht staat vast op de brug", (Reason(Flag.CALL112, "call112", "", ""),), Nature.URGENT),
        ("Er is brand in de schuur", (), Nature.URGENT),
    ],
)
def test_what_the_judge_calls_urgent_counts_when_it_asks_for_a_look_or_names_it(text, reasons, nature) -> None:
    said = talk((0, "Els", text))[0]._replace(judgement=Judgement(Category.URGENT, reasons=reasons))
    assert tell([said]).nature is nature


@pytest.mark.parametrize(
    ("answer", "state", "minutes"),
    [
        ("112 gebeld, ze komen", Call112.CALLED, 4),
        ("hang aan de lijn met 112", Call112.CALLED, 4),
        ("bel 112!", Call112.UNCLEAR, None),
        ("heeft iemand 112 gebeld?", Call112.UNCLEAR, None),
        ("nog niemand gebeld", Call112.NOT_CALLED, None),
        ("heb 0900-8844 gebeld", Call112.UNCLEAR, None),
        ("ik zie niks", Call112.UNCLEAR, None),
    ],
)
def test_whether_112_was_called(answer: str, state: Call112, minutes: int | None) -> None:
    calling = tell(talk(BURGLAR, (4, "Jan", answer))).calling
    assert (calling.state, calling.minutes) == (state, minutes)
    if state is Call112.CALLED:
        assert (calling.by, calling.message) == ("Jan", 2)


def test_a_yes_after_the_question_is_a_call() -> None:
    story = tell(talk(BURGLAR, (2, "Beheer Ria", "112 gebeld?"), (3, "Els", "ja net")))
    assert (story.question_minutes, story.calling.by, story.calling.minutes) == (2, "Els", 3)


def test_no_question_is_counted_after_the_call() -> None:
    story = tell(talk((0, "Els", "112 gebeld, inbreker bij 8"), (2, "Jan", "112 gebeld?")))
    assert (story.question_minutes, story.calling.minutes) == (None, 0)


@pytest.mark.parametrize(("minutes", "is_long"), [(10, False), (11, True)])
def test_a_talk_over_ten_minutes_is_too_long(minutes: float, is_long: bool) -> None:
    assert is_too_long(tell(talk(BURGLAR, (minutes, "Jan", "zie niks")))) is is_long


def test_an_answer_the_next_morning_makes_a_talk_no_longer() -> None:
    story = tell(talk(BURGLAR, (3, "Jan", "zie niks"), (900, "Wijkagent Bas", "Er is niemand meer aangetroffen")))
    assert story.talk_minutes == 3
    assert (story.told.how, story.told.by, story.told.minutes) == (Told.IN_APP, Role.PROFESSIONAL, 900)
    assert story.result is Result.NOTHING_FOUND


def test_the_six_heads_of_a_nuisance() -> None:
    story = tell(
        talk(
            (0, "Els", "Weer afval gedumpt naast de container"),
            (5, "Jan", "ik ga kijken wat erin zit"),
            (60, "Gemeente", "Wij sturen iemand langs"),
            (300, "Els", "Alles is opgeruimd"),
        )
    )
    assert (story.nature, story.reporter, story.result) == (Nature.LIVEABILITY, Reporter.RESIDENT, Result.SOLVED)
    assert story.members == (MembersDid.TIPS, MembersDid.GOES_OUTSIDE)
    assert ProfessionalsDid.ACTED in story.professionals


def test_silence_says_nothing() -> None:
    story = tell(talk((0, "Beheer Ria", "Zaterdag straatfeest")))
    assert (story.reporter, story.result, story.told.how) == (Reporter.MODERATOR, Result.UNKNOWN, Told.NONE)
    assert (story.members, story.professionals, story.question_minutes) == ((), (), None)


def test_a_report_without_messages_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one"):
        tell([])


FLOORS = {"112 called": 0.92, "112 by whom": 0.9, "112 minutes": 0.85, "question minutes": 0.9, "reporter": 0.95}


def test_the_held_half_is_told_well_enough() -> None:
    right, of = heads_right(conversations("held"))
    assert [head for head, floor in FLOORS.items() if right[head] < floor * of[head]] == []
