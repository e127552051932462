"""Fills the blanks in the words for members, with what is known of their group; and makes words of people safe."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, Row

from console.desk.draft_values import sister_for
from console.desk.joining import stored_rules
from console.desk.professionals import asked_of
from console.desk.redirects import BASE, counters_of, municipality_of
from console.desk.welcome.catalogue import words
from console.domain.group import GroupId
from console.domain.judgement import Category
from console.domain.professional import Presence
from console.domain.welcome import Photos, WelcomeSettings
from console.judge import load_profile

_APART: Final = ("\u2068", "\u2069")  # what stands between these keeps its own direction
_BLANK: Final = re.compile(r"(?P<before>,? ?)\{(?P<name>\w+)\}")
_ROUND: Final = str.maketrans("[]", "()")
_IN_EMOJI: Final = frozenset("\u200c\u200d")  # unseen, but without them other signs are seen
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co"})
_IN_PARTS: Final = re.compile(r"\+?\d+(?:[ .:/,-]\d+)+")  # a number that would be turned round between Arabic words
_PHONE_NUMBER: Final = re.compile(r"\d[\d -]+\d")
_BEFORE_APP: Final = re.compile(r"(?i)^(?:(?:de|the) )?(?:app )?|(?<=.) app$")
_VARIANT_OF_PHOTOS: Final = {Photos.IF_NEEDED: "no_photo_if_needed", Photos.POLICE_ONLY: "no_photo_police_only"}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a group, in one language.

    ``values`` are by blank; what is not known is not among them. ``met`` are the needs of rules that are, ``variants``
    the words that a rule has here instead of its usual ones, both by the names of ``resources/onboarding``.
    ``of_officer`` says what may be expected of the officer, "" where nobody knows him.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    met: frozenset[str] = frozenset()
    variants: Mapping[str, str] = field(default_factory=dict)
    of_officer: str = ""


def known(
    connection: Connection, group_id: GroupId, group: Row[*tuple[Any, ...]], settings: WelcomeSettings, language: str
) -> Known:
    """Return what is known of a group: a row of ``groups``."""
    age = stored_rules.of_row(group).minimum_age
    minutes = settings.minutes or load_profile(group.profile).longest_talk
    told = {
        "group": group.name,
        "sister": sister_for(connection, group_id, Category.LOST_FOUND),
        "link": settings.sister_link,
        "age": age,
        "minutes": minutes,
        **_of_counters(connection, group_id, settings, language),
    }
    values = {blank: one_line(str(value)) for blank, value in told.items() if value}
    is_by_app = "app" in values and bool(settings.app or "municipality" not in values)
    officer = connection.execute(asked_of(group_id)).first()
    needs = {
        "photo": True,
        "municipality": is_by_app or "municipality" in values,
        "officer": officer is not None and officer.presence != Presence.VIA_MODERATOR.value,
        **{need: need in values for need in ("police", "sister", "age", "minutes")},
    }
    variants = {
        "no_photo": _VARIANT_OF_PHOTOS.get(settings.photos),
        "use_the_chat": "use_the_chat_link" if "link" in values else None,
        "broken_or_dirty": "broken_or_dirty_app" if is_by_app else None,
    }
    return Known(
        values=values,
        met=frozenset(need for need, is_met in needs.items() if is_met),
        variants={rule: variant for rule, variant in variants.items() if variant is not None},
        of_officer="" if officer is None else _expected(officer, language),
    )


def _expected(officer: Row[*tuple[Any, ...]], language: str) -> str:
    template = words(language).expectations[officer.presence]
    return fill(template, {"who": one_line(officer.name)}, language)


def _of_counters(
    connection: Connection, group_id: GroupId, settings: WelcomeSettings, language: str
) -> dict[str, str | None]:
    """Return the numbers of the police and the municipality, and its app: a name alone where words stand around it.

    What is no number ("14 and the area code", of a group of which nobody said where it is) is left out.
    """
    spoken = "nl" if language == "nl" else "en"
    by_key = {counter.key: counter for counter in counters_of(connection, group_id, spoken)}
    numbers = {key: by_key[key].number or "" for key in ("police", "municipality") if key in by_key}
    app = by_key["municipality"].app or "" if "municipality" in by_key else ""
    bare = app if language == spoken else _BEFORE_APP.sub("", app)
    return {
        **{key: number for key, number in numbers.items() if _PHONE_NUMBER.fullmatch(number)},
        "app": settings.app or bare,
    }


def lacks_municipality(connection: Connection, group_id: GroupId) -> bool:
    """Return whether nobody said in which municipality a group is, so that a member reads no number that he can dial.

    Raises ``ExpectedError("group_gone")``.
    """
    found = municipality_of(connection, group_id, "nl")
    number = next((one.number or "" for one in found.counters if one.key == "municipality"), None)
    return found.key == BASE and number is not None and not _PHONE_NUMBER.fullmatch(number)


def fill(template: str, values: Mapping[str, str], language: str) -> str:
    """Return words of the catalogue with their blanks filled, a value as it is, whatever stands in it.

    A value keeps its own direction: a Dutch name between Arabic words, an Arabic one between Dutch words. An empty one
    takes along what stands before it: "Hoi {name}, dank" becomes "Hoi, dank". Its square brackets become round. Raises
    ``KeyError`` for a blank that no value is given for: a mistake in the program.
    """
    is_rtl = words(language).direction == "rtl"

    def value(blank: re.Match[str]) -> str:
        told = values[blank["name"]].translate(_ROUND)
        is_apart = template[: blank.start()].endswith(_APART[0])
        return blank["before"] + (told if is_apart else set_apart(told, is_rtl=is_rtl)) if told else ""

    return _BLANK.sub(value, template)


def fill_or_leave(template: str, values: Mapping[str, str], language: str) -> str:
    """Return words of the catalogue as ``fill`` does, with square brackets for a person where no value is given."""
    names = words(language).blanks

    def left(blank: re.Match[str]) -> str:
        return blank[0] if blank["name"] in values else f"{blank['before']}[{names[blank['name']]}]"

    return fill(_BLANK.sub(left, template), values, language)


def set_apart(text: str, *, is_rtl: bool) -> str:
    """Return words between signs that keep their direction, where it may differ from that of what stands around.

    Words of which a part stands between them already stay as they are.
    """
    needs_it = bool(text) and _APART[0] not in text and (is_rtl or _reads_rtl(text))
    return f"{_APART[0]}{text}{_APART[1]}" if needs_it else text


def own_words(text: str, language: str) -> str:
    """Return words of a person as they stand between those of a language: numbers and other letters the right way.

    Square brackets become round: they would be a blank, which nobody can send.
    """
    text = text.translate(_ROUND)
    is_rtl = words(language).direction == "rtl"
    if not text or is_rtl == _reads_rtl(text):
        return _IN_PARTS.sub(lambda number: set_apart(number[0], is_rtl=True), text) if is_rtl else text
    return f"{_APART[0]}{text}{_APART[1]}"


def one_line(text: str) -> str:
    """Return words of a person on one line, without signs that nobody sees."""
    seen = (" " if one.isspace() else one for one in text if _is_seen(one))
    return " ".join("".join(seen).split())


def _is_seen(character: str) -> bool:
    return character.isspace() or character in _IN_EMOJI or unicodedata.category(character) not in _UNSEEN


def _reads_rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(one) in {"R", "AL"} for one in text)
