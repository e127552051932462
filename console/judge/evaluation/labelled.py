"""Labelled messages as the label guide lays them down, one JSON object a line."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from console.domain.judgement import (
    Abuse,
    Call112,
    Category,
    Feedback,
    Judgement,
    PersonalData,
    Role,
    Statement,
    Stigma,
)
from console.errors import ConsoleError
from console.judge.profiles import load_profile, profile_keys

_MOST_CONTEXT: Final = 3

Value = TypeVar("Value", bound=StrEnum)


class LabelledError(ConsoleError):
    """A file of labelled messages is not as the label guide says: where, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What people said of a message; fields and values are those of ``Judgement``. ``why`` decided the hard ones."""

    category: Category
    primary: bool
    stigma: Stigma
    abuse: Abuse
    vigilantism: bool
    personal_data: tuple[PersonalData, ...]
    call112: Call112 | None
    feedback: Feedback
    why: str = ""


_FIELDS: Final = frozenset({"id", "profile", "role", "context", "text"} | {field.name for field in fields(Gold)})

Said = Gold | Judgement  # both name the labels alike, so that one measure reads both


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message with its labels. ``hand`` is who wrote it (the name of the file), ``set`` its contrast set, if any."""

    id: str
    statement: Statement
    profile: str
    gold: Gold
    hand: str
    set: str | None = None


def is_off_topic(category: Category, row: Labelled) -> bool:
    """Return whether a category does not belong where the message was posted; of members only, as in the policy."""
    return row.statement.role is Role.MEMBER and category not in load_profile(row.profile).on_topic


def read_files(paths: Iterable[Path]) -> tuple[Labelled, ...]:
    """Return the messages of all files, in order. Raises ``LabelledError`` for the first line that is not so."""
    return tuple(row for path in paths for row in read_file(path))


def read_file(path: Path) -> tuple[Labelled, ...]:
    """Return the messages of one file, in order; empty lines are passed over.

    Raises ``LabelledError`` with the file, the number of the line and what to mend.
    """
    try:
        lines = path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    except OSError as error:
        raise LabelledError(f"{path} cannot be read ({error.strerror}). Check its name.") from None
    rows: list[Labelled] = []
    known: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = _row(line, path.stem)
            if row.id in known:
                raise ValueError(f"'id' {row.id!r} is that of line {known[row.id]} too; give it another")
        except ValueError as error:
            raise LabelledError(f"{path.name}, line {number}: {error}.") from None
        known[row.id] = number
        rows.append(row)
    return tuple(rows)


def _row(line: bytes, hand: str) -> Labelled:
    """Return the message of a line; a ``ValueError`` says what to mend."""
    try:
        tree = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("this is no JSON in UTF-8; write one object on one line") from None
    if not isinstance(tree, dict):
        raise ValueError("this is no JSON object; write one object on one line")
    missing = sorted(_FIELDS - tree.keys() - {"why"})
    if missing:
        raise ValueError(f"'{missing[0]}' is missing; write every field of the label guide")
    unknown = sorted(tree.keys() - _FIELDS - {"set"})
    if unknown:
        raise ValueError(f"'{unknown[0]}' is no field of the label guide; take it out")
    context = _texts(tree, "context")
    if len(context) > _MOST_CONTEXT:
        raise ValueError(f"'context' has {len(context)} messages; keep the last {_MOST_CONTEXT}")
    profile = _text(tree, "profile")
    if profile not in profile_keys():
        raise ValueError(f"'profile' is {profile!r}; write one of {', '.join(profile_keys())}")
    return Labelled(
        id=_text(tree, "id"),
        statement=Statement(_text(tree, "text"), _one_of(Role, "role", tree["role"]), context),
        profile=profile,
        gold=_gold(tree),
        hand=hand,
        set=None if tree.get("set") is None else _text(tree, "set"),
    )


def _gold(tree: Mapping[str, object]) -> Gold:
    category = _one_of(Category, "category", tree["category"])
    call112 = None if tree["call112"] is None else _one_of(Call112, "call112", tree["call112"])
    if (call112 is not None) != (category is Category.URGENT):
        raise ValueError("'call112' belongs to urgent messages, and only to those; mend it or the category")
    personal_data = {_one_of(PersonalData, "personal_data", kind) for kind in _texts(tree, "personal_data")}
    return Gold(
        category=category,
        primary=_yes_or_no(tree, "primary"),
        stigma=_one_of(Stigma, "stigma", tree["stigma"]),
        abuse=_one_of(Abuse, "abuse", tree["abuse"]),
        vigilantism=_yes_or_no(tree, "vigilantism"),
        personal_data=tuple(kind for kind in PersonalData if kind in personal_data),
        call112=call112,
        feedback=_one_of(Feedback, "feedback", tree["feedback"]),
        why="" if tree.get("why") is None else _text(tree, "why"),
    )


def _text(tree: Mapping[str, object], name: str) -> str:
    value = tree[name]
    if not isinstance(value, str):
        raise ValueError(f"'{name}' is no text; write it between quotation marks")
    return value


def _texts(tree: Mapping[str, object], name: str) -> tuple[str, ...]:
    values = tree[name]
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(f"'{name}' is no list of texts; write [] or texts between square brackets")
    return tuple(values)


def _yes_or_no(tree: Mapping[str, object], name: str) -> bool:
    value = tree[name]
    if not isinstance(value, bool):
        raise ValueError(f"'{name}' is {value!r}; write true or false")
    return value


def _one_of(kind: type[Value], name: str, value: object) -> Value:
    known: Sequence[Value] = list(kind)
    for one in known:
        if one.value == value:
            return one
    raise ValueError(f"'{name}' is {value!r}; write one of {', '.join(known)}")
