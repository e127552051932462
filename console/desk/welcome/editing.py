"""What a person changes in the draft of a group: words, order, rules of its own, settings. Undo takes each back.

Who orders the do's himself, or the don'ts, keeps that order, whatever goes wrong in the group afterwards; a rule that
he only locks or says in other words keeps its place, or stays, between others that may change.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar
from urllib.parse import urlsplit

from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.desk.welcome.composing import Ground, ground_of, usual_words
from console.desk.welcome.filling import one_line
from console.desk.welcome.group_settings import Kept, OwnRule, as_stored
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import GroupId
from console.domain.welcome import LANGUAGES, RULE_CHARACTERS, WelcomeSettings
from console.errors import ExpectedError
from console.store.tables import groups

LINK_CHARACTERS: Final = 500
APP_CHARACTERS: Final = 60
LEAST_MINUTES: Final = 2
MOST_MINUTES: Final = 240
MOST_OWN: Final = 30

_OWN: Final = "own:"
_Value = TypeVar("_Value")
_CHAT_SCHEMES: Final = frozenset({"tg", "sgnl", "matrix", "whatsapp"})


@dataclass(frozen=True, slots=True)
class Added:
    """A rule of a group's own that was added."""

    key: str
    changes: Changes


def set_text(console: Console, group_id: GroupId, key: str, language: str, text: str | None) -> Changes:
    """Say a rule in other words in one language; None puts the words of the catalogue back.

    Of a group's own rule None takes its words in this language away. Raises ``ExpectedError``: ``group_gone``,
    ``rule_gone``, ``rule_empty``, ``rule_too_long``.
    """
    told = None if text is None else _checked(text)

    def change(ground: Ground) -> Kept:
        kept = ground.kept
        if key in kept.own:
            own = replace(kept.own[key], words=_with(kept.own[key].words, language, told))
            return replace(kept, own={**kept.own, key: own})
        if key not in ground.offered:
            raise ExpectedError("rule_gone")
        is_usual = told == one_line(usual_words(ground, key, language))
        edited = _with(kept.words.get(key, {}), language, None if is_usual else told)
        return replace(kept, words=_with(kept.words, key, edited or None))

    return _change(console, group_id, change, language)


def move(console: Console, group_id: GroupId, key: str, to: int) -> Changes:
    """Put a rule of the draft at a place among the do's, or the don'ts: 0 is the first.

    Raises ``ExpectedError``: ``group_gone``, ``rule_gone`` for one that is not in the draft.
    """

    def moved(keys: Sequence[str]) -> tuple[str, ...]:
        others = [one for one in keys if one != key]
        others.insert(max(to, 0), key)
        return tuple(others)

    def change(ground: Ground) -> Kept:
        is_dont = key in ground.order.donts
        if key not in (ground.order.donts if is_dont else ground.order.does):
            raise ExpectedError("rule_gone")
        kept = _by_hand(ground, is_dont=is_dont)
        if is_dont:
            return replace(kept, donts=moved(kept.donts or ()))
        return replace(kept, does=moved(kept.does or ()))

    return _change(console, group_id, change)


def lock(console: Console, group_id: GroupId, key: str, *, is_locked: bool = True) -> Changes:
    """Let a rule of the draft keep its place, whatever goes wrong in the group; or let go of it.

    Raises ``ExpectedError``: ``group_gone``, ``rule_gone`` for one that is not in the draft.
    """

    def change(ground: Ground) -> Kept:
        side = ground.order.donts if key in ground.order.donts else ground.order.does
        if key not in side:
            raise ExpectedError("rule_gone")
        locked = {one: place for one, place in ground.kept.locked.items() if one != key}
        return replace(ground.kept, locked=locked | ({key: side.index(key)} if is_locked else {}))

    return _change(console, group_id, change)


def leave_out(console: Console, group_id: GroupId, key: str) -> Changes:
    """Take a rule out of the draft; it stands with the others then. Raises as ``move``."""

    def change(ground: Ground) -> Kept:
        is_dont = key in ground.order.donts
        if key not in (ground.order.donts if is_dont else ground.order.does):
            raise ExpectedError("rule_gone")
        return _without(_by_hand(ground, is_dont=is_dont), key)

    return _change(console, group_id, change)


def put_in(console: Console, group_id: GroupId, key: str) -> Changes:
    """Put one of the other rules at the end of the draft.

    Raises ``ExpectedError``: ``group_gone``, ``rule_gone`` for one that is not among them.
    """

    def change(ground: Ground) -> Kept:
        if key not in ground.order.others:
            raise ExpectedError("rule_gone")
        own = ground.kept.own.get(key)
        is_dont = ground.offered[key].is_dont if own is None else own.is_dont
        return _at_end(_by_hand(ground, is_dont=is_dont), key, is_dont=is_dont)

    return _change(console, group_id, change)


def add_own(console: Console, group_id: GroupId, text: str, language: str, *, is_dont: bool) -> Added:
    """Add a rule in the group's own words, at the end of the draft.

    Raises ``ExpectedError``: ``group_gone``, ``rule_empty``, ``rule_too_long``, ``rules_many``.
    """
    told = _checked(text)
    keys: list[str] = []

    def change(ground: Ground) -> Kept:
        if len(ground.kept.own) >= MOST_OWN:
            raise ExpectedError("rules_many", most=MOST_OWN)
        number = max((int(one.removeprefix(_OWN)) for one in ground.kept.own), default=0) + 1
        keys.append(f"{_OWN}{number}")
        own = {**ground.kept.own, keys[0]: OwnRule(is_dont, {language: told})}
        return _at_end(replace(_by_hand(ground, is_dont=is_dont), own=own), keys[0], is_dont=is_dont)

    changes = _change(console, group_id, change, language)
    return Added(keys[0], changes)


def remove_own(console: Console, group_id: GroupId, key: str) -> Changes:
    """Take a rule of the group's own away, in every language.

    Raises ``ExpectedError``: ``group_gone``, ``rule_gone``.
    """

    def change(ground: Ground) -> Kept:
        if key not in ground.kept.own:
            raise ExpectedError("rule_gone")
        own = {one: rule for one, rule in ground.kept.own.items() if one != key}
        return replace(_without(ground.kept, key), own=own)

    return _change(console, group_id, change)


def set_settings(console: Console, group_id: GroupId, settings: WelcomeSettings) -> Changes:
    """Keep what a group fills in itself; without a language it writes Dutch.

    Raises ``ExpectedError``: ``group_gone``, ``link_wrong`` for an address that is none, ``link_too_long``,
    ``app_too_long``, ``minutes_wrong``.
    """
    app = one_line(settings.app)
    if len(app) > APP_CHARACTERS:
        raise ExpectedError("app_too_long", most=APP_CHARACTERS)
    if settings.minutes is not None and not LEAST_MINUTES <= settings.minutes <= MOST_MINUTES:
        raise ExpectedError("minutes_wrong", least=LEAST_MINUTES, most=MOST_MINUTES)
    invitation, sister_link = _link(settings.invitation), _link(settings.sister_link)
    languages = (
        tuple(language for language in LANGUAGES if language in settings.languages) or WelcomeSettings().languages
    )
    wanted = replace(settings, app=app, invitation=invitation, sister_link=sister_link, languages=languages)
    return _change(console, group_id, lambda ground: replace(ground.kept, settings=wanted))


def as_proposed(console: Console, group_id: GroupId) -> Changes:
    """Put the draft back as the console proposes it. The group's own rules are kept beside it, its settings and its
    first meeting. Raises ``ExpectedError("group_gone")``.
    """

    def change(ground: Ground) -> Kept:
        return replace(ground.kept, does=None, donts=None, locked={}, words={})

    return _change(console, group_id, change)


# --- how ------------------------------------------------------------------------------------------------------------


def _change(
    console: Console, group_id: GroupId, change: Callable[[Ground], Kept], language: str = LANGUAGES[0]
) -> Changes:
    """Keep what ``change`` makes of what a group chose; which rules there are is the same in every language."""
    with console.store.writing() as connection:
        ground = ground_of(connection, console, group_id, language)
        after = as_stored(change(ground))
        if after == ground.group.welcome:
            return Changes()
        changes = [RowChange(groups, group_id, {"welcome": ground.group.welcome}, {"welcome": after})]
        decision = decide(connection, console, Verb.SETTINGS, changes, group_id=group_id)
        return changes_of(changes, group_id, decision)


def _by_hand(ground: Ground, *, is_dont: bool) -> Kept:
    """Return what a group chose with the order of now of its don'ts, or its do's, as the one that a person wants.

    A rule that he ordered and that says nothing now (its sister group is gone) keeps its place after the others.
    """

    def with_unseen(shown: Sequence[str], chosen: Sequence[str] | None) -> tuple[str, ...]:
        return (*shown, *(key for key in chosen or () if key not in shown))

    if is_dont:
        return replace(ground.kept, donts=with_unseen(ground.order.donts, ground.kept.donts))
    return replace(ground.kept, does=with_unseen(ground.order.does, ground.kept.does))


def _at_end(kept: Kept, key: str, *, is_dont: bool) -> Kept:
    if is_dont:
        return replace(kept, donts=(*(kept.donts or ()), key))
    return replace(kept, does=(*(kept.does or ()), key))


def _without(kept: Kept, key: str) -> Kept:
    """Return what a group chose without a rule in its draft."""

    def less(keys: Sequence[str] | None) -> tuple[str, ...] | None:
        return None if keys is None else tuple(one for one in keys if one != key)

    locked = {one: place for one, place in kept.locked.items() if one != key}
    return replace(kept, does=less(kept.does), donts=less(kept.donts), locked=locked)


def _with(values: Mapping[str, _Value], key: str, value: _Value | None) -> dict[str, _Value]:
    """Return values with another one for a key, or with none."""
    others = {one: kept for one, kept in values.items() if one != key}
    return others if value is None else others | {key: value}


def _checked(text: str) -> str:
    """Return the words of a rule on one line."""
    told = one_line(text)
    if not told:
        raise ExpectedError("rule_empty")
    if len(told) > RULE_CHARACTERS:
        raise ExpectedError("rule_too_long", count=len(told), most=RULE_CHARACTERS)
    return told


def _link(typed: str) -> str:
    """Return an address to join a chat by as a phone opens it; "" for none."""
    link = one_line(typed).replace("[", "%5B").replace("]", "%5D")  # in a text those are a blank
    if not link:
        return ""
    if len(link) > LINK_CHARACTERS:
        raise ExpectedError("link_too_long", most=LINK_CHARACTERS)
    if "://" not in link and ":" not in link.split("/", 1)[0]:
        link = f"https://{link}"
    if not _is_link(link):
        raise ExpectedError("link_wrong", link=typed.strip()[:LINK_CHARACTERS])
    return link


def _is_link(link: str) -> bool:
    try:
        parts = urlsplit(link)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    if " " in link:
        return False
    if parts.scheme in _CHAT_SCHEMES:
        return bool(parts.netloc or parts.path)
    return parts.scheme in {"http", "https"} and "." in host.strip(".")
