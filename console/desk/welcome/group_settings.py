"""What a group chose for its welcome, as its column keeps it: settings, order, own words and own rules. No decisions.

Only what differs from the proposal is kept: ``{"settings": {...}, "does": [keys], "donts": [keys], "locked":
{key: place}, "words": {rule: {language: text}}, "own": {key: {"is_dont": ..., "words": {language: text}}}}``.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from console import texts
from console.desk.welcome.catalogue import words
from console.domain.welcome import LANGUAGES, Photos, WelcomeSettings

_USUAL: Final = WelcomeSettings()


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule that a group wrote itself, by language."""

    is_dont: bool
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a group chose.

    ``does`` and ``donts`` are keys in the order of a person, None while the order is as proposed. ``locked`` gives of
    each rule that must stay its place, from 0. ``words`` are edited texts by rule, then by language.
    """

    settings: WelcomeSettings = _USUAL
    does: tuple[str, ...] | None = None
    donts: tuple[str, ...] | None = None
    locked: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    own: Mapping[str, OwnRule] = field(default_factory=dict)
    kick_off: Mapping[str, Any] = field(default_factory=dict)  # the first meeting (desk/welcome/kick_off.py)


def of_stored(stored: Mapping[str, Any] | None) -> Kept:
    """Return what the JSON of the column says."""
    stored = stored or {}
    return Kept(
        settings=_settings_of(stored.get("settings", {})),
        does=_keys_of(stored, "does"),
        donts=_keys_of(stored, "donts"),
        locked=stored.get("locked", {}),
        words=stored.get("words", {}),
        own={key: OwnRule(**one) for key, one in stored.get("own", {}).items()},
        kick_off=stored.get("kick_off", {}),
    )


def as_stored(kept: Kept) -> dict[str, Any] | None:
    """Return the JSON of the column; None when all is as proposed."""
    settings = asdict(kept.settings)
    usual = asdict(_USUAL)
    stored = {
        "settings": {name: _plain(value) for name, value in settings.items() if value != usual[name]},
        "does": None if kept.does is None else list(kept.does),
        "donts": None if kept.donts is None else list(kept.donts),
        "locked": dict(kept.locked),
        "words": {rule: dict(words) for rule, words in kept.words.items() if words},
        "own": {key: {"is_dont": one.is_dont, "words": dict(one.words)} for key, one in kept.own.items()},
        "kick_off": dict(kept.kick_off),
    }
    return {name: value for name, value in stored.items() if value not in ({}, None)} or None


def in_words(stored: Mapping[str, Any] | None, language: str) -> str:
    """Return what a group chose, as the journal tells it, without the words of any rule."""
    kept = of_stored(stored)
    settings = kept.settings
    named = {"invitation": settings.invitation, "sister_link": settings.sister_link, "app": settings.app}
    told = [] if kept.does is None and kept.donts is None else [texts.say("welcome.told_order", language)]
    counts = {"locked": len(kept.locked), "words": len(kept.words), "own": len(kept.own)}
    told += [texts.say(f"welcome.told_{name}", language, count=count) for name, count in counts.items() if count]
    if settings.photos is not _USUAL.photos:
        told.append(texts.say(f"welcome.told_photos_{settings.photos}", language))
    if settings.minutes is not None:
        told.append(texts.say("welcome.told_minutes", language, minutes=settings.minutes))
    told += [texts.say(f"welcome.told_{name}", language, value=value) for name, value in named.items() if value]
    if settings.languages != _USUAL.languages:
        names = ", ".join(words(one).name for one in settings.languages)
        told.append(texts.say("welcome.told_languages", language, languages=names))
    if kept.kick_off:
        told.append(texts.say("welcome.told_kick_off", language))
    return "; ".join(told) or texts.say("welcome.told_as_proposed", language)


def _settings_of(stored: Mapping[str, Any]) -> WelcomeSettings:
    values = dict(stored)
    if "photos" in values:
        values["photos"] = Photos(values["photos"])
    if "languages" in values:
        values["languages"] = tuple(one for one in LANGUAGES if one in values["languages"])
    return WelcomeSettings(**values)


def _keys_of(stored: Mapping[str, Any], name: str) -> tuple[str, ...] | None:
    return tuple(stored[name]) if name in stored else None


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
