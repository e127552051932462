"""The rules of a group about joining as the store keeps them: what it changes in those of its profile. No decisions."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Row

from console import texts
from console.domain.join_request import CheckKind
from console.domain.joining import ASKABLE, LIMIT_DAYS, JoiningRules
from console.domain.profile import JoinPolicy
from console.judge import load_profile

_CHECKS: Final = ("asks", "proposes")
_VALUES: Final = (
    *("proposes_referring", "minimum_age", "limit_days", "member_limit"),
    *("keep_refused_days", "keep_left_days"),
)


def defaults_of(profile: str) -> JoiningRules:
    """Return the rules of a kind of group. Raises ``ExpectedError("profile_unknown")``."""
    kind = load_profile(profile)
    return JoiningRules(
        asks=kind.asks, proposes=kind.proposes, minimum_age=kind.minimum_age, join_policy=kind.join_policy
    )


def of_row(group: Row[*tuple[Any, ...]]) -> JoiningRules:
    """Return the rules of a group: a row with ``profile``, ``joining`` and ``join_policy``."""
    defaults = defaults_of(group.profile)
    own = group.joining or {}

    def said(name: str) -> Any:  # noqa: ANN401  # JSON
        return own.get(name, getattr(defaults, name))

    return JoiningRules(
        asks=frozenset(map(CheckKind, said("asks"))),
        proposes=frozenset(map(CheckKind, said("proposes"))),
        proposes_referring=said("proposes_referring"),
        minimum_age=said("minimum_age"),
        limit_days=said("limit_days"),
        member_limit=said("member_limit"),
        keep_refused_days=said("keep_refused_days"),
        keep_left_days=said("keep_left_days"),
        join_policy=JoinPolicy(group.join_policy),
    )


def limit_days_of(joining: Mapping[str, Any] | None) -> int:
    """Return within how many days a group wants to answer, from the JSON of its column."""
    return int((joining or {}).get("limit_days", LIMIT_DAYS))


def as_stored(rules: JoiningRules, profile: str) -> dict[str, Any] | None:
    """Return the JSON of the column; None when everything is as the kind of group says."""
    defaults = defaults_of(profile)
    own: dict[str, Any] = {
        name: [kind.value for kind in ASKABLE if kind in getattr(rules, name)]
        for name in _CHECKS
        if getattr(rules, name) != getattr(defaults, name)
    }
    own |= {name: getattr(rules, name) for name in _VALUES if getattr(rules, name) != getattr(defaults, name)}
    return own or None


def in_words(joining: Mapping[str, Any] | None, language: str) -> str:
    """Return what a group changes in how somebody joins, as the journal tells it."""
    own = joining or {}

    def shown(name: str) -> str:
        value = own[name]
        if isinstance(value, list):
            names = ", ".join(texts.say(f"joining.check_{kind}", language) for kind in value)
            return names or texts.say("desk.nothing", language)
        if isinstance(value, bool):
            return texts.say("desk.yes" if value else "desk.no", language)
        return texts.say("desk.nothing", language) if value is None else str(value)

    told = [
        f"{texts.say(f'joining.rule_{name}', language)}: {shown(name)}" for name in (*_CHECKS, *_VALUES) if name in own
    ]
    return "; ".join(told) or texts.say("desk.as_profile", language)


def policy_in_words(policy: str, language: str) -> str:
    """Return whether anybody joins by himself, as the journal tells it."""
    return texts.say(f"joining.policy_{policy}", language)
