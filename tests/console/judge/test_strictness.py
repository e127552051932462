"""How sure the judge must be in a group: a strict group sees at least what others see, a lenient one at most."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

import pytest

from console.domain.judgement import Flag, Statement, Strictness
from console.domain.profile import Profile
from console.judge import Asked, judge_all, load_profile, verdicts
from console.judge.decide import decide_all
from console.judge.verdicts import Case
from tests.console.judge.cases import asked, read

STRICT, NORMAL, LENIENT = Strictness.STRICT, Strictness.NORMAL, Strictness.LENIENT
# A strict group hears of these sooner than a lenient one; what nobody doubts stands in messages.jsonl.
DOUBTFUL = (
    "Die gasten uit de flat hangen hier ook altijd rond",
    "Weer zo'n Pools busje in de straat",
    "Er loopt een man met een donkere huid langs de huizen",
    "Ze lijken me niet van hier",
    "Wat een vervelend volk is het toch ook",
    "Typisch de jeugd weer",
    "Die verwarde man loopt hier weer, wanneer wordt die eens opgepakt",
    "Wat een gedoe weer zeg, doe normaal man",
    "Je bent wel een beetje een zeurpiet",
    "Verdorie, weer die rommel hier",
    "Ik word hier zo moe van, allemaal prutsers daar op het gemeentehuis",
    "Ik ga zelf wel even kijken wat hij daar doet",
    "Wie heeft een foto van die gast, dan weten we wie het is",
    "We houden hem samen wel in de gaten",
    "Iemand moet daar eens wat van zeggen",
    "Hoorde net een harde knal achter de huizen, geen idee wat het was",
    "Er staat iemand bij de buren aan de deur die ik niet ken",
    "Ik ruik rook, iemand anders ook?",
    "Er rijdt al een tijdje een auto langzaam door de straat",
    "Jongen van hiernaast was er ook bij",
    "De buurman op de hoek heeft hem gezien, die met die rode baard",
    "Kijk maar op de foto, dan herken je hem wel",
    "Is daar al eens iets mee gedaan?",
    "Wordt aan gewerkt geloof ik",
    "Misschien moet je dat bij de gemeente melden",
    "Heeft iemand nog een ladder?",
    "Weet iemand een goede loodgieter of is dit daar niet voor?",
    "Fijn weekend en let een beetje op elkaar",
)


def found(verdict: verdicts.Verdict) -> Iterable[str]:
    return [verdict.flag] if verdict.is_raised else []


RAISED: dict[Flag, Callable[[Case], Iterable[str]]] = {
    Flag.CALL112: lambda case: found(verdicts.call112(case)),
    Flag.VIGILANTISM: lambda case: found(verdicts.vigilantism(case)),
    Flag.PERSONAL_DATA: verdicts.likely_data,
    Flag.STIGMA: lambda case: found(verdicts.stigma(case)),
    Flag.ABUSE: lambda case: found(verdicts.abuse(case)),
    Flag.OFF_TOPIC: lambda case: found(verdicts.off_topic(case, verdicts.category_of(case))),
    Flag.FEEDBACK: lambda case: found(verdicts.feedback(case)),
}


def group(profile: Profile, strictness: Strictness, *flags: Flag) -> Profile:
    return replace(profile, strictness=dict.fromkeys(flags or RAISED, strictness))


@cache
def cases() -> list[Case]:
    """Everything that the models say of the messages; how strict a group is comes after that."""
    doubtful = [Asked(Statement(text), load_profile("hic")) for text in DOUBTFUL]
    return [decided.case for decided in decide_all([*map(asked, read("messages")), *doubtful])]


def raised(flag: Flag, strictness: Strictness) -> set[tuple[int, str]]:
    """The messages for which a flag is raised in groups that are so strict about it; of personal data the types."""
    among = [
        replace(one, asked=replace(one.asked, profile=group(one.asked.profile, strictness, flag))) for one in cases()
    ]
    return {(place, kind) for place, one in enumerate(among) for kind in RAISED[flag](one)}


@pytest.mark.parametrize("flag", RAISED)
def test_strict_raises_at_least_what_normal_does_and_lenient_at_most(flag: Flag) -> None:
    assert raised(flag, STRICT) >= raised(flag, NORMAL) >= raised(flag, LENIENT)


def test_every_word_makes_a_difference() -> None:
    strict, normal, lenient = (sum(len(raised(flag, word)) for flag in RAISED) for word in (STRICT, NORMAL, LENIENT))
    assert strict > normal > lenient > 0


def test_a_strict_group_has_more_to_look_at_and_normal_is_what_a_group_is_that_says_nothing() -> None:
    hic = load_profile("hic")

    def told(profile: Profile) -> list[set[Flag]]:
        judged = judge_all([Asked(Statement(text), profile) for text in DOUBTFUL])
        return [{reason.flag for reason in judgement.reasons} for judgement in judged]

    strict, normal, lenient, silent = map(told, (group(hic, STRICT), group(hic, NORMAL), group(hic, LENIENT), hic))
    assert sum(map(len, strict)) > sum(map(len, lenient))
    assert normal == silent


def test_how_strict_a_group_is_changes_nothing_of_what_patterns_find() -> None:
    text = "Zijn nummer is 06-12345678, hij rijdt in 12-ABC-3. Nog een keer en ik sla je, kutmarokkaan"
    (judgement,) = judge_all([Asked(Statement(text), group(load_profile("broad"), LENIENT))])
    rules = {reason.rule for reason in judgement.reasons}
    assert {"personal_data.phone", "personal_data.plate", "abuse.threat"} <= rules
    assert any(rule.startswith("stigma.") for rule in rules)
