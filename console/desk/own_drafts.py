"""A group's own versions of drafts: what its administrator wrote, with blanks where the console knows the words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, insert, select

from console.desk.about_people import words_about_people
from console.desk.blanks import fill, preview
from console.desk.console import Console
from console.desk.draft_texts import shipped
from console.desk.journal import RowChange, changes_of, decide
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.draft import Draft, Place, Tone
from console.domain.group import GroupId
from console.errors import ExpectedError
from console.store.tables import drafts as table
from console.store.tables import groups


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """A group's own version of a draft. ``saved_at`` is aware UTC."""

    id: int
    key: str
    place: Place
    tone: Tone
    language: str
    text: str
    saved_at: datetime


class Version(NamedTuple):
    """Which draft an own text stands for."""

    key: str
    place: Place
    tone: Tone
    language: str


def own_text(connection: Connection, group_id: GroupId, version: Version) -> str | None:
    """Return a group's own version, None where it has none."""
    found: str | None = connection.scalar(select(table.c.text).where(_is_own(group_id, version)))
    return found


def own_drafts(console: Console, group_id: GroupId) -> tuple[OwnDraft, ...]:
    """Return all that a group made its own, the last first."""
    standing = select(table).where(table.c.group_id == group_id, table.c.removed_at.is_(None))
    with console.store.reading() as connection:
        rows = connection.execute(standing.order_by(table.c.saved_at.desc(), table.c.id.desc())).all()
    return tuple(
        OwnDraft(row.id, row.key, Place(row.place), Tone(row.tone), row.language, row.text, row.saved_at)
        for row in rows
    )


# --- keeping one -----------------------------------------------------------------------------------------------------


def may_remember(console: Console, text: str, draft: Draft) -> bool:
    """Return whether a text may become the group's own version: it says nothing of anybody that is no blank."""
    return personal_in(console, text, draft) is None


def personal_in(console: Console, text: str, draft: Draft) -> str | None:
    """Return the first words of a text for which it may not be remembered, to point at; None when there are none."""
    with console.store.reading() as connection:
        return _personal(connection, with_blanks(text, draft), draft)


def remember(console: Console, group_id: GroupId, draft: Draft, text: str) -> Changes:
    """Keep a text as the group's own version of a draft; what is shipped again ends the own version.

    Words that the draft filled in become blanks again. Nothing else is taken out of the text: what says something of
    somebody is refused. Raises ``ExpectedError``: ``text_empty``, ``personal_in_draft``, ``group_gone``.
    """
    text = preview(with_blanks(text, draft))
    if not text:
        raise ExpectedError("text_empty")
    version = Version(draft.key, draft.place, draft.tone, draft.language)
    is_shipped = text == preview(shipped([version.key], version.place, version.tone, version.language).text)
    with console.store.writing() as connection:
        if connection.scalar(select(groups.c.id).where(groups.c.id == group_id)) is None:
            raise ExpectedError("group_gone")
        if _personal(connection, text, draft) is not None:
            raise ExpectedError("personal_in_draft")  # without the words: errors end up in logs
        before = own_text(connection, group_id, version)
        if text == before or (is_shipped and before is None):
            return Changes()
        changes = list(_ended(connection, console, _is_own(group_id, version)))
        if not is_shipped:
            changes.append(_added(connection, console, group_id, version, text))
        decision = decide(connection, console, Verb.SETTINGS, changes, group_id=group_id)
        return changes_of(changes, group_id, decision)


def forget_own(console: Console, own_id: int) -> Changes:
    """End a group's own version, so that the shipped draft is proposed again; nothing when it ended already."""
    with console.store.writing() as connection:
        group_id = connection.scalar(select(table.c.group_id).where(table.c.id == own_id))
        changes = list(_ended(connection, console, table.c.id == own_id))
        if not changes:
            return Changes()
        decision = decide(connection, console, Verb.SETTINGS, changes, group_id=group_id)
        return changes_of(changes, group_id, decision)


def with_blanks(text: str, draft: Draft) -> str:
    """Return a text with the words that a draft filled in as blanks again, the longest words first.

    Only where the draft has the blank: "Bel 112" in a text that never had a blank for a number is no number to fill.
    """
    in_draft = {blank: words for blank, words in draft.values.items() if f"[{blank}]" in draft.text}
    for blank, words in sorted(in_draft.items(), key=lambda pair: -len(pair[1])):
        if words:
            filled = fill(f"[{blank}]", {blank: words})
            text = f"[{blank}]".join(re.split(rf"(?<!\w){re.escape(filled)}(?!\w)", text))
        else:
            text = _with_empty_blank(text, blank, draft.text)
    return text


def _with_empty_blank(text: str, blank: str, template: str) -> str:
    """Return a text with a blank that was filled with nothing: "Hoi," is "Hoi [naam]," where the draft greets so."""
    around = re.search(rf"(\w+) \[{re.escape(blank)}\](\W?)", template)
    if around is None or f"[{blank}]" in text:
        return text
    before, after = around.groups()
    return re.sub(rf"\b{before}{re.escape(after)}", f"{before} [{blank}]{after}", text, count=1)


# --- what may not stand in one ---------------------------------------------------------------------------------------


def _personal(connection: Connection, text: str, draft: Draft) -> str | None:
    """Return the first words of a text that say something of somebody, None when there are none."""
    if draft.rewrite is not None:
        told = (line.partition(": ")[2] for line in draft.rewrite.splitlines())
        copied = next((words for words in told if "…" not in words and words and words in text), None)
        if copied is not None:
            return copied
    return words_about_people(connection, text, draft.text)


# --- rows ------------------------------------------------------------------------------------------------------------


def _is_own(group_id: GroupId, version: Version) -> ColumnElement[bool]:
    return and_(
        table.c.group_id == group_id,
        table.c.key == version.key,
        table.c.place == version.place.value,
        table.c.tone == version.tone.value,
        table.c.language == version.language,
        table.c.removed_at.is_(None),
    )


def _ended(connection: Connection, console: Console, wanted: ColumnElement[bool]) -> Iterator[RowChange]:
    """Yield the end of the own versions that are wanted and still stand."""
    for own_id in connection.scalars(select(table.c.id).where(wanted, table.c.removed_at.is_(None))).all():
        yield RowChange(table, own_id, before={"removed_at": None}, after={"removed_at": console.now()})


def _added(connection: Connection, console: Console, group_id: GroupId, version: Version, text: str) -> RowChange:
    """Write down a version as if taken back already, and return the change that makes it count."""
    now = console.now()
    row = {
        "group_id": group_id,
        "key": version.key,
        "place": version.place.value,
        "tone": version.tone.value,
        "language": version.language,
        "text": text,
        "saved_at": now,
        "removed_at": now,
    }
    (made,) = connection.execute(insert(table).values(row)).inserted_primary_key or (0,)
    return RowChange(table, made, before={"removed_at": now}, after={"removed_at": None})
