"""Which rules stand in the draft of a group, and in which order. Pure.

A rule stands at its weight, lifted by ``LIFT`` for each time that what it prevents went wrong in the group in the last
quarter, ``MOST_TIMES`` times at most; once is no sign of anything. So three phone numbers in the chat lift "give no
names" from 75 to 84. A rule of the full weight (call 112 first) stays, at the top, whatever went wrong. Of equals the
one for this kind of group stands first, then the order of ``domain/onboarding.md``.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from console.desk.welcome.group_settings import Kept
from console.domain.judgement import Flag
from console.domain.welcome import MOST_DOES, MOST_DONTS, Rule

LIFT: Final = 3
LEAST_TIMES: Final = 2
MOST_TIMES: Final = 8
FULL_WEIGHT: Final = 100


@dataclass(frozen=True, slots=True)
class Order:
    """Keys of rules as they stand, and those left out, highest first: the group's own before those of the catalogue."""

    does: tuple[str, ...]
    donts: tuple[str, ...]
    others: tuple[str, ...]


def order(offered: Sequence[Rule], kept: Kept, counted: Mapping[Flag, int]) -> Order:
    """Return the rules of a group out of those that are offered to it."""
    ranked = sorted(offered, key=lambda rule: rank(rule, counted))
    does = _side([rule for rule in ranked if not rule.is_dont], kept.does, kept, MOST_DOES)
    donts = _side([rule for rule in ranked if rule.is_dont], kept.donts, kept, MOST_DONTS)
    everything = (*kept.own, *(rule.id for rule in ranked))
    return Order(does, donts, tuple(key for key in everything if key not in {*does, *donts}))


def gone_wrong(rule: Rule, counted: Mapping[Flag, int]) -> tuple[Flag, int] | None:
    """Return what went wrong most often of what a rule prevents, with how often; None when nothing did twice."""
    found = [(flag, counted[flag]) for flag in Flag if flag in rule.prevents and counted.get(flag, 0) >= LEAST_TIMES]
    return max(found, key=lambda pair: pair[1], default=None)


def rank(rule: Rule, counted: Mapping[Flag, int]) -> tuple[bool, int, bool, int]:
    """Return by what a rule is sorted: what comes first is smallest."""
    wrong = gone_wrong(rule, counted)
    lift = 0 if wrong is None else LIFT * min(wrong[1], MOST_TIMES)
    return rule.weight < FULL_WEIGHT, -(rule.weight + lift), not rule.profiles, rule.number


def _side(ranked: Sequence[Rule], chosen: Sequence[str] | None, kept: Kept, most: int) -> tuple[str, ...]:
    """Return the do's, or the don'ts: as a person ordered them, else the highest, with those that must stay."""
    keys = [rule.id for rule in ranked]
    if chosen is not None:
        there = {*keys, *kept.own}
        return tuple(key for key in chosen if key in there)
    locked = {key: kept.locked[key] for key in keys if key in kept.locked}
    said_otherwise = {key for key in keys if kept.words.get(key)}
    stays = {*locked, *said_otherwise, *(rule.id for rule in ranked if rule.weight == FULL_WEIGHT)}
    loose = [key for key in _highest(keys, stays, most) if key not in locked]
    for key, place in sorted(locked.items(), key=lambda pair: pair[1]):
        loose.insert(place, key)
    return tuple(loose)


def _highest(ranked: Iterable[str], stays: Collection[str], most: int) -> list[str]:
    """Return the keys that stay with the highest of the others, ``most`` of them together unless more must stay."""
    room = most - len(stays)
    shown: list[str] = []
    for key in ranked:
        if key in stays:
            shown.append(key)
        elif room > 0:
            shown.append(key)
            room -= 1
    return shown
