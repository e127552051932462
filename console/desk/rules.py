"""The rules of a group as the store keeps them, as the judge wants them, and in words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from console import texts
from console.desk.rungs import OWN, own_in_words
from console.domain.judgement import Attention, Category, Flag, Strictness
from console.domain.profile import Profile
from console.domain.rules import Rules
from console.judge import load_profile

COLUMNS: Final = ("profile", "strictness", "overrides")
"""Of a group: what its rules are read from."""

_OF_JUDGING: Final = ("on_topic", "expects_112", "attention")  # among the overrides; the ladder is one too


def rules_of(profile: str, strictness: Mapping[str, str], overrides: Mapping[str, Any] | None) -> Rules:
    """Return the rules of a group, from the values of ``COLUMNS``."""
    overrides = overrides or {}
    on_topic = overrides.get("on_topic")
    return Rules(
        profile=profile,
        strictness=strictness_of(strictness),
        on_topic=None if on_topic is None else frozenset(Category(name) for name in on_topic),
        expects_112=overrides.get("expects_112"),
        attention={Flag(flag): Attention(word) for flag, word in overrides.get("attention", {}).items()},
    )


def rules_in_shade(shadow: Mapping[str, Any]) -> Rules:
    """Return the rules that a group tries in the shade, from the value of its column."""
    return rules_of(*(shadow[name] for name in COLUMNS))


def strictness_of(stored: Mapping[str, str]) -> dict[Flag, Strictness]:
    """Return how strict the judge is in a group, from the JSON of its column."""
    return {Flag(flag): Strictness(word) for flag, word in stored.items()}


def as_stored(rules: Rules, overrides: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the values of ``COLUMNS``; what the overrides hold besides stays, what is as the profile says is left out.

    Raises ``ExpectedError("profile_unknown")``.
    """
    profile = load_profile(rules.profile)
    own: dict[str, Any] = {name: value for name, value in (overrides or {}).items() if name not in _OF_JUDGING}
    if rules.on_topic is not None and rules.on_topic != profile.on_topic:
        own["on_topic"] = [category.value for category in Category if category in rules.on_topic]
    if rules.expects_112 is not None and rules.expects_112 != profile.expects_112:
        own["expects_112"] = rules.expects_112
    attention = {
        flag.value: rules.attention[flag].value
        for flag in Flag
        if flag in rules.attention and rules.attention[flag] is not profile.attention.get(flag, Attention.NONE)
    }
    if attention:
        own["attention"] = attention
    strictness = {
        flag.value: rules.strictness[flag].value
        for flag in Flag
        if rules.strictness.get(flag, Strictness.NORMAL) is not Strictness.NORMAL
    }
    return {"profile": rules.profile, "strictness": strictness, "overrides": own or None}


def profile_under(rules: Rules) -> Profile:
    """Return the profile of a group with what it changes in it. Raises ``ExpectedError("profile_unknown")``."""
    profile = load_profile(rules.profile)
    return replace(
        profile,
        strictness=profile.strictness | dict(rules.strictness),
        on_topic=profile.on_topic if rules.on_topic is None else rules.on_topic,
        expects_112=profile.expects_112 if rules.expects_112 is None else rules.expects_112,
        attention=profile.attention | dict(rules.attention),
    )


def ask_anew(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Return whether the judgements of a group rest on what changed between two sets of values of its row."""
    return any(_of_judging(name, before[name]) != _of_judging(name, after[name]) for name in COLUMNS if name in after)


def _of_judging(name: str, value: Any) -> Any:  # noqa: ANN401  # JSON
    return {key: (value or {}).get(key) for key in _OF_JUDGING} if name == "overrides" else value


# --- in words, for the journal ---------------------------------------------------------------------------------------


def in_words(overrides: Mapping[str, Any] | None, language: str) -> str:
    """Return what a group changes in its profile, as the journal tells it: "hoort hier: ...; 112: nee"."""
    overrides = overrides or {}
    told: list[str] = []
    if "on_topic" in overrides:
        names = (texts.say(f"reasons.category.{name}", language) for name in overrides["on_topic"])
        told.append(f"{texts.say('desk.rules_on_topic', language)}: {', '.join(names)}")
    if "expects_112" in overrides:
        answer = texts.say("desk.yes" if overrides["expects_112"] else "desk.no", language)
        told.append(f"{texts.say('desk.rules_expects_112', language)}: {answer}")
    told += [
        f"{texts.say(f'desk.flag_{flag}', language)}: {texts.say(f'desk.attention_{word}', language)}"
        for flag, word in overrides.get("attention", {}).items()
    ]
    if OWN in overrides:
        told.append(f"{texts.say('desk.rules_ladder', language)}: {own_in_words(overrides[OWN], language)}")
    return "; ".join(told) or texts.say("desk.as_profile", language)


def shadow_in_words(shadow: Mapping[str, Any] | None, language: str) -> str:
    """Return the settings that are tried in the shade, as the journal tells them."""
    if shadow is None:
        return texts.say("desk.nothing", language)
    return f"{load_profile(shadow['profile']).name(language)}; {in_words(shadow['overrides'], language)}"
