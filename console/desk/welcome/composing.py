"""What the members of a group are asked to read: its draft, from the catalogue, its settings and what went wrong there.

Words for members are in the language of the draft; why a rule stands high, and what is wrong with it, in that of the
console.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select

from console import texts
from console.desk.about_people import words_about_people
from console.desk.console import Console
from console.desk.welcome import flags
from console.desk.welcome.catalogue import Words, rules, words
from console.desk.welcome.checked_languages import is_checked
from console.desk.welcome.filling import Known, fill, known, own_words
from console.desk.welcome.group_settings import Kept, of_stored
from console.desk.welcome.ordering import FULL_WEIGHT, Order, gone_wrong, order, rank
from console.domain.group import GroupId, Tool
from console.domain.judgement import Flag
from console.domain.welcome import (
    MOST_DOES,
    MOST_DONTS,
    Form,
    Leaflet,
    Line,
    Mark,
    Rule,
    Section,
    Welcome,
)
from console.errors import ExpectedError
from console.store.queries.counts import IS_HERE
from console.store.tables import groups, members

_CALL_FIRST: Final = "call_first"
_NO_THUMBS: Final = "no_thumbs"
_OF_OFFICER: Final = "officer_does_not_read_all"
_FIRST_EMOJI: Final = "\U0001f000"
_OLDER_EMOJI: Final = frozenset(
    "⌚⌛⏩⏪⏫⏬⏰⏳⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕"
)  # not in the letters of paper either
_SEES_NUMBERS: Final = frozenset({Tool.WHATSAPP})


@dataclass(frozen=True, slots=True)
class Ground:
    """What the draft of a group rests on."""

    group: Row[Any]
    kept: Kept
    known: Known
    counted: Mapping[Flag, int]
    offered: Mapping[str, Rule]
    order: Order


def compose(console: Console, group_id: GroupId, language: str = "nl") -> Welcome:
    """Return the draft of a group in one of ``LANGUAGES``.

    Raises ``ExpectedError("group_gone")``, and ``ValueError`` for another language.
    """
    with console.store.reading() as connection:
        return composed(connection, console, group_id, language)


def composed(connection: Connection, console: Console, group_id: GroupId, language: str) -> Welcome:
    """Return the same, in the caller's transaction."""
    ground = ground_of(connection, console, group_id, language)
    said = words(language)
    lines = _Lines(connection, ground, said, console.language)
    does, donts = lines.of(ground.order.does), lines.of(ground.order.donts)
    asks_silence = any(line.key == _NO_THUMBS for line in donts)
    return Welcome(
        group_id=group_id,
        group=ground.known.values["group"],
        language=language,
        direction=said.direction,
        is_checked=is_checked(connection, language),
        hello=fill(said.frame["hello"], ground.known.values, language),
        purpose=said.purposes[ground.group.profile],
        does=does,
        donts=donts,
        others=lines.of(ground.order.others),
        confirm=said.frame["confirm_privately" if asks_silence else "confirm"],
        notes=tuple(_notes(ground, said)),
        settings=ground.kept.settings,
        counted=ground.counted,
        problems=tuple(_problems(connection, group_id, ground, console.language)),
        tool=Tool(ground.group.tool),
    )


def ground_of(connection: Connection, console: Console, group_id: GroupId, language: str) -> Ground:
    """Return what the draft of a group rests on. Raises ``ExpectedError("group_gone")``."""
    group = connection.execute(select(groups).where(groups.c.id == group_id)).first()
    if group is None:
        raise ExpectedError("group_gone")
    kept = of_stored(group.welcome)
    facts = known(connection, group_id, group, kept.settings, language)
    offered = {
        rule.id: rule
        for rule in rules()
        if rule.needs <= facts.met and (not rule.profiles or group.profile in rule.profiles)
    }
    counted = flags.last_quarter(connection, console, group_id)
    return Ground(group, kept, facts, counted, offered, order(tuple(offered.values()), kept, counted))


def _notes(ground: Ground, said: Words) -> Iterator[str]:
    """Yield what stands under the rules."""
    if Tool(ground.group.tool) in _SEES_NUMBERS:
        yield said.frame["number_is_seen"]
    if ground.known.of_officer and _OF_OFFICER not in ground.order.does:
        yield ground.known.of_officer


def usual_words(ground: Ground, key: str, language: str) -> str:
    """Return a rule of the catalogue as it is said to a group, in the language of its ground."""
    variant = ground.known.variants.get(key)
    said = words(language)
    return fill(said.rules[key] if variant is None else said.variants[variant], ground.known.values, language)


class _Lines:
    """The rules of a draft in words."""

    def __init__(self, connection: Connection, ground: Ground, said: Words, spoken: str) -> None:
        self._connection, self._ground, self._said, self._spoken = connection, ground, said, spoken

    def of(self, keys: tuple[str, ...]) -> tuple[Line, ...]:
        return tuple(self._own(key) if key in self._ground.kept.own else self._shipped(key) for key in keys)

    def _shipped(self, key: str) -> Line:
        rule = self._ground.offered[key]
        edited = self._ground.kept.words.get(key, {}).get(self._said.language)
        usual = usual_words(self._ground, key, self._said.language)
        return Line(
            key=key,
            text=usual if edited is None else own_words(edited, self._said.language),
            is_dont=rule.is_dont,
            is_locked=key in self._ground.kept.locked,
            is_edited=edited is not None,
            why=self._why(rule),
            source=_sources(rule, self._spoken),
            meaning=self._meaning(self._ground.kept.words.get(key, {}), usual_words(self._ground, key, self._spoken)),
            problems=self._careful(edited or ""),
        )

    def _own(self, key: str) -> Line:
        own = self._ground.kept.own[key]
        text = own.words.get(self._said.language, "")
        elsewhere = next(iter(own.words.values()), "")
        missing = texts.say("welcome.own_without_words", self._spoken, name=self._said.name, words=elsewhere)
        return Line(
            key=key,
            text=own_words(text, self._said.language),
            is_dont=own.is_dont,
            is_locked=key in self._ground.kept.locked,
            meaning=self._meaning(own.words) if text else "",
            problems=self._careful(text) if text else (missing,),
        )

    def _meaning(self, written: Mapping[str, str], usual: str = "") -> str:
        """Return what a rule says to a moderator who does not read the language of the draft."""
        if self._said.language == self._spoken:
            return ""
        return own_words(written[self._spoken], self._spoken) if self._spoken in written else usual

    def _careful(self, text: str) -> tuple[str, ...]:
        """Return what to take care of with words of a person: who is named in them, and signs that paper lacks.

        Names are known from other words in the languages that the judge knows.
        """
        is_read = text and self._said.language in texts.LANGUAGES
        named = words_about_people(self._connection, text, self._ground.group.name) if is_read else None
        emoji = "".join(dict.fromkeys(one for one in text if one >= _FIRST_EMOJI or one in _OLDER_EMOJI))
        told = {"names_somebody": named, "not_on_paper": emoji}
        return tuple(texts.say(f"welcome.{key}", self._spoken, words=words) for key, words in told.items() if words)

    def _why(self, rule: Rule) -> str:
        wrong = gone_wrong(rule, self._ground.counted)
        if wrong is None:
            return ""
        flag, count = wrong
        what = texts.say(f"welcome.wrong_{flag}", self._spoken)
        return texts.say("welcome.why", self._spoken, count=count, wrong=what)


def _sources(rule: Rule, language: str) -> str:
    """Return where a rule comes from, in words: what is read is named once, without its lines."""
    keys = (one.split()[0] for one in rule.source.split(";"))
    return ", ".join(dict.fromkeys(texts.say(f"welcome_sources.{key}", language) for key in keys))


def _problems(connection: Connection, group_id: GroupId, ground: Ground, language: str) -> Iterator[str]:
    """Yield what is wrong with the whole."""
    here = select(func.count()).select_from(members).where(members.c.group_id == group_id, IS_HERE)
    if not connection.scalar(here):
        yield texts.say("welcome.nobody_here", language)
    if _CALL_FIRST not in ground.order.does:
        yield texts.say("welcome.without_112", language)
    for name, keys, most in (("does", ground.order.does, MOST_DOES), ("donts", ground.order.donts, MOST_DONTS)):
        if len(keys) > most:
            yield texts.say(f"welcome.many_{name}", language, count=len(keys), most=most)


def missed_least_first(lines: Iterable[Line], counted: Mapping[Flag, int]) -> list[Line]:
    """Return rules of a draft as they may go where not all of them fit: the lowest first, then the group's own, from
    the last.

    What must stay, and what always stands at the top, goes last.
    """
    of_catalogue = {rule.id: rule for rule in rules()}

    def worth(line: Line) -> tuple[object, ...]:
        rule = of_catalogue.get(line.key)
        stays = line.is_locked or (rule is not None and rule.weight == FULL_WEIGHT)
        return not stays, not line.is_own, (True, 0, True, 0) if rule is None else rank(rule, counted)

    return sorted(lines, key=worth)[::-1]


# --- on a card and on paper ------------------------------------------------------------------------------------------


def leaflet(welcome: Welcome, form: Form) -> Leaflet:
    """Return a draft as it stands on a picture or on paper; only the flyer has a code to join by.

    Raises ``ValueError`` for a form that is a text.
    """
    if form in {Form.MESSAGE, Form.MESSAGES}:
        raise ValueError(f"no leaflet of {form}")
    frame = words(welcome.language).frame
    is_flyer = form is Form.FLYER  # its reader is in no group yet
    link = welcome.settings.invitation if is_flyer else ""
    sides = ((frame["does"], welcome.does, Mark.DO), (frame["donts"], welcome.donts, Mark.DONT))
    told = ((title, tuple(line.text for line in lines if line.text), mark) for title, lines, mark in sides)
    return Leaflet(
        title=fill(frame["title"], {"group": welcome.group}, welcome.language),
        lead=(welcome.purpose,),
        sections=tuple(Section(title, items, mark) for title, items, mark in told if items),
        foot=() if is_flyer else (*(welcome.notes if form is Form.SHEET else ()), welcome.confirm),
        call_112=frame["call_112"],
        link=link,
        link_caption=frame["scan"] if link else "",
        language=welcome.language,
        direction=welcome.direction,
        first_out=tuple(one.text for one in missed_least_first((*welcome.does, *welcome.donts), welcome.counted)),
    )
