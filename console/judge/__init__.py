"""From a message to a judgement: what it is about, what deserves a look in this group, and why.

Learned where meaning decides (``model``), rules where a pattern decides (``personal_data``, ``conduct``, ``urgency``),
both explained (``reasons``, ``reasoning``); what a group makes of it is data (``policy``), what it taught weighs in
(``lessons``). Pure: text in, judgement out. The models and the lexicon are read from ``resources/`` at the first call,
about a second, so it belongs off the GUI thread; after that nothing is read or written. May be called from any thread.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from console.domain.judgement import Judgement, Reasoning, Statement
from console.domain.profile import Profile
from console.judge.asked import Asked, settle
from console.judge.lessons import Lessons
from console.judge.profiles import load_profile, profile_keys

__all__ = [
    "JUDGE_VERSION",
    "Asked",
    "Lessons",
    "judge",
    "judge_all",
    "judge_under",
    "load_profile",
    "profile_keys",
    "why",
]

JUDGE_VERSION: Final = "model-1"


def judge_all(asked: Sequence[Asked]) -> list[Judgement]:
    """Return what the judge says of many messages, each in its own group, in the order in which they were asked.

    Never raises for any text; ``ModelError`` when a file of the models is damaged.
    """
    return [judgement for (judgement,) in judge_under(asked, [(one.profile,) for one in asked])]


def judge_under(asked: Sequence[Asked], profiles: Sequence[Sequence[Profile]]) -> list[tuple[Judgement, ...]]:
    """Return what the judge would say of each message if its group had each of these profiles.

    Costs hardly more than one profile a message. Raises as ``judge_all`` does.
    """
    from console.judge.decide import (
        decide_under,  # with the models' libraries: a tenth of a second that few commands need
    )

    return [
        tuple(
            settle(decided.judgement, replace(one, profile=profile))
            for decided, profile in zip(under, its, strict=True)
        )
        for one, under, its in zip(asked, decide_under(asked, profiles), profiles, strict=True)
    ]


def judge(statement: Statement, profile: Profile) -> Judgement:
    """Return what the judge says of one message in a group with this profile."""
    return judge_all([Asked(statement, profile)])[0]


def why(asked: Asked) -> Reasoning:
    """Return the full reasoning about one message: every step, also why a flag was not raised."""
    from console.judge.decide import decide_all
    from console.judge.reasoning import reasoning

    return reasoning(decide_all([asked])[0], asked)
