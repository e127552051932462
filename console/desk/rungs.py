"""The steps of the ladder as data: those of ``resources/ladder.toml``, with what a kind of group and a group change."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection

from console import texts
from console.assets import resource
from console.desk.console import Console
from console.desk.person_facts import StandingStep, standing_steps
from console.domain.judgement import Flag
from console.domain.ladder import Ladder, Rung, TakenStep

OWN: Final = "ladder"  # the key of groups.overrides


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource("ladder.toml").read_text(encoding="utf-8"))


@cache
def rung_order() -> Mapping[str, int]:
    """Return every step that there is with its place in the order of the ladder."""
    return {key: place for place, key in enumerate(_data()["rung"])}


def counts(key: str) -> bool:
    """Return whether a step ever counts. Raises ``KeyError`` for a step that does not exist."""
    return "days" in _data()["rung"][key]


def make_rung(key: str, days: int | None, language: str) -> Rung:
    """Return a step that counts for ``days``, or for its own period; a group never changes that a talk does not."""
    entry = _data()["rung"][key]
    name = entry["en" if language == "en" else "nl"]
    return Rung(key, name, entry["verb"], (days or entry["days"]) if counts(key) else None)


def ladder_for(profile: str, overrides: Mapping[str, Any] | None, language: str) -> Ladder:
    """Return the ladder of a group: that of its kind, with what the group itself changed."""
    data = _data()
    of_profile = data["profile"].get(profile, {})
    own = (overrides or {}).get(OWN) or dict.fromkeys(of_profile.get("rungs", data["rungs"]))
    return Ladder(
        rungs=tuple(make_rung(key, own[key], language) for key in rung_order() if key in own),
        first={Flag(flag): key for flag, key in (data["first"] | of_profile.get("first", {})).items()},
        aside={way: tuple(rules) for way, rules in data["aside"].items()},
    )


def own_in_words(own: Mapping[str, int | None], language: str) -> str:
    """Return the steps that a group chose itself, as the journal tells them: "privébericht (30 dagen), praten"."""
    rungs = [make_rung(key, own[key], language) for key in rung_order() if key in own]
    return ", ".join(
        one.name if one.days is None else f"{one.name} ({texts.say('ladder.days', language, days=one.days)})"
        for one in rungs
    )


def in_words(standing: Iterable[StandingStep], language: str) -> Iterator[TakenStep]:
    """Yield steps in the words of a language; one that the ladder does not know any more is passed over."""
    for step in standing:
        if step.rung in rung_order():
            yield TakenStep(make_rung(step.rung, None, language), step.group, step.taken_at, step.ends_at)


def taken_steps(connection: Connection, console: Console, person_id: int) -> tuple[TakenStep, ...]:
    """Return the steps that still count with a person, in whatever group, the first one first."""
    return tuple(in_words(standing_steps(connection, console, person_id), console.language))
