"""Reads what each kind of group allows from ``resources/profiles/*.toml``."""

import tomllib
from functools import cache

from console.assets import resource
from console.domain.join_request import CheckKind
from console.domain.judgement import Attention, Category, Flag
from console.domain.profile import JoinPolicy, Profile
from console.errors import ExpectedError


@cache
def profile_keys() -> tuple[str, ...]:
    """Return the keys of all profiles, in alphabetical order."""
    return tuple(sorted(path.stem for path in resource("profiles").glob("*.toml")))


@cache
def load_profile(key: str) -> Profile:
    """Return the profile with a key such as ``hic``.

    Raises ``ExpectedError("profile_unknown")`` for a key that no file has; the sentence names those that exist.
    """
    if key not in profile_keys():
        raise ExpectedError("profile_unknown", profile=key, profiles=", ".join(profile_keys()))
    tree = tomllib.loads(resource("profiles", f"{key}.toml").read_text(encoding="utf-8"))
    return Profile(
        key=key,
        name_nl=tree["name"]["nl"],
        name_en=tree["name"]["en"],
        join_policy=JoinPolicy(tree["join_policy"]),
        minimum_age=tree.get("minimum_age"),
        on_topic=frozenset(Category(name) for name in tree["on_topic"]),
        redirects={Category(name): to for name, to in tree["redirects"].items()},
        expects_112=tree["expects_112"],
        attention={Flag(name): Attention(word) for name, word in tree["attention"].items()},
        asks=frozenset(CheckKind(name) for name in tree["joining"]["asks"]),
        proposes=frozenset(CheckKind(name) for name in tree["joining"]["proposes"]),
        longest_talk=tree.get("talk", {}).get("longest_minutes"),
    )
