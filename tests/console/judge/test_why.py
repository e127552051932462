"""Waarom?: every flag that is raised has its steps, in plain words, and nobody is told a number."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from console.domain.judgement import Flag, Judgement, Label, Reasoning, Statement, Step, Stigma
from console.judge import Asked, judge_all, load_profile, why
from console.judge.decide import Decided, decide_all
from console.judge.guide import examine
from console.judge.lexicon import cues
from console.judge.reasoning import reasoning
from console.judge.verdicts import stigma
from console.texts import say
from tests.console.judge.cases import asked, every, judged, read
from tests.console.judge.evaluation.making import scores
from tests.console.judge.test_verdicts import DESCRIBED, case

CERTAINTIES = {
    language: tuple(say(f"why.certainty.{word}", language) for word in ("sure", "clear", "likely", "doubtful"))
    for language in ("nl", "en")
}
QUOTED = re.compile(r"“[^”]*”")


@cache
def reasonings(name: str) -> list[Reasoning]:
    questions = [asked(one) for one in read(name)]
    return [reasoning(decided, one) for decided, one in zip(decide_all(questions), questions, strict=True)]


def check(found: Reasoning, judgement: Judgement, text: str) -> None:
    assert found.judgement == judgement
    assert found.steps[0].flag is None
    reasons = {(reason.flag, reason.nl, reason.en, reason.spans) for reason in judgement.reasons}
    told = {(step.flag, step.nl, step.en, step.spans) for step in found.steps}
    assert reasons <= told
    flags = [step.flag for step in found.steps if step.flag is not None]
    assert list(dict.fromkeys(flags)) == [flag for flag in Flag if flag in flags]
    for flag, *sentences, _ in told - reasons:  # a reason may name a telephone number to call
        own_words = [QUOTED.sub("", sentence).replace("112", "") for sentence in sentences]
        assert not any(re.search(r"[\d%]", sentence) for sentence in own_words), (flag, own_words)
    assert all(0 <= start < end <= len(text) for step in found.steps for start, end in step.spans)


@pytest.mark.parametrize("name", ["messages", "patterns"])
def test_every_reason_is_a_step_and_no_step_holds_a_number(name: str) -> None:
    for found, judgement, one in zip(reasonings(name), judged(name), read(name), strict=True):
        check(found, judgement, one["text"])


@every("messages")
def test_what_the_model_thinks_of_a_raised_flag_is_said_in_words(place: int) -> None:
    found = reasonings("messages")[place]
    by_model = {reason.flag for reason in found.judgement.reasons} - {Flag.PERSONAL_DATA, Flag.LANGUAGE}
    for flag in by_model:
        steps = [step for step in found.steps if step.flag is flag]
        for language, words in CERTAINTIES.items():
            assert any(word in step.sentence(language) for word in words for step in steps), flag


def test_asking_why_gives_the_judgement_itself() -> None:
    questions = [asked(one) for one in read("messages")[::10]]
    assert [why(question).judgement for question in questions] == judge_all(questions)


def test_what_the_model_made_of_a_category_is_not_told_beside_the_one_that_a_person_gave() -> None:
    offered = Asked(Statement("Kinderfiets te koop, 24 inch, 40 euro"), load_profile("hic"))
    told = why(offered).steps
    assert Flag.OFF_TOPIC in {step.flag for step in told}
    corrected = why(replace(offered, said={Label.CATEGORY: "suspicious"}))
    assert Flag.OFF_TOPIC not in {step.flag for step in corrected.steps}


def test_a_calm_message_says_that_nothing_is_the_matter() -> None:
    found = why(Asked(Statement("Goedemorgen allemaal, fijne dag!"), load_profile("broad")))
    assert found.steps[-1].nl == "Hier valt niets op dat uw aandacht vraagt."


# --- the guide's test, with a model that thinks what a test needs -----------------------------------------------------


def steps(text: str, chance: float) -> Sequence[Step]:
    judged_as = case(text, scores(stigma=chance))
    verdict = stigma(judged_as)
    judgement = Judgement(category="social", stigma=verdict.value if verdict.is_raised else Stigma.NONE)
    return reasoning(Decided(judgement, judged_as, (verdict,)), judged_as.asked).steps


@pytest.mark.parametrize(
    ("chance", "certainty"),
    [(0.97, "sure"), (0.85, "clear"), (0.7, "likely"), (0.55, "doubtful"), (0.45, "doubtful"), (0.25, "likely")],
)
def test_how_sure_the_model_is_stands_in_words(chance: float, certainty: str) -> None:
    (step,) = [step for step in steps("Die lui van hiernaast weer", chance) if step.nl.startswith("Het taalmodel")]
    verb = "is" if chance >= 0.5 else "is_not"
    expected = f"Het taalmodel vindt dit {say(f'why.certainty.{certainty}', 'nl')} {say(f'why.{verb}.stigma', 'nl')}."
    assert step.nl == expected


def test_what_nobody_would_doubt_is_not_told() -> None:
    assert not [step for step in steps("Die lui van hiernaast weer", 0.1) if step.flag is Flag.STIGMA]


def test_a_veto_says_what_overruled_the_model() -> None:
    told = [step.nl for step in steps(DESCRIBED, 0.97)]
    assert say("why.veto.act_with_features", "nl") in told
    assert say("why.features", "nl", words="“slank”, “baard”, “jas”") in told
    assert any("“Marokkaanse”" in sentence for sentence in told)


def test_a_slur_says_that_it_always_asks_for_attention() -> None:
    told = [step.nl for step in steps("Die kutpolen weer", 0.3)]
    assert say("why.raise.stigma", "nl") in told
    assert say("why.slur", "nl", words="“kutpolen”") in told


def test_what_the_guide_finds_is_what_the_steps_show() -> None:
    found = examine(cues().read(DESCRIBED))
    shown = {span for step in steps(DESCRIBED, 0.97) for span in step.spans}
    assert {*found.acts, *found.traits, *found.features} <= shown
