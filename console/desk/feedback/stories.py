"""Success stories: what was reported, and solved, to give something back to a group (findings 26, 65)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, select

from console import texts
from console.desk import outbox
from console.desk.blanks import open_blanks, preview
from console.desk.console import Console
from console.desk.feedback import lines as ledger
from console.desk.feedback.by_professional import days_until_answer
from console.desk.feedback.digest_text import clean
from console.desk.feedback.pseudonyms import Hidden, Masker
from console.desk.forgetting.shown import erased
from console.desk.journal import changes_of, decide
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.feedback import Line, LineGroup, LineId, LineState
from console.domain.group import GroupId
from console.domain.outgoing import Action
from console.domain.report import Result
from console.errors import ExpectedError
from console.store.tables import groups

_GOOD: Final = frozenset({Result.SOLVED, Result.SUSPECT_HELD})


@dataclass(frozen=True, slots=True)
class Story:
    """Something that was solved, in one group. ``days`` are from the report until the answer; ``told_at`` is aware UTC.

    ``title`` is one plain sentence, ``text`` is ready for the group; both are without people, and ``hidden`` is what
    came out.
    """

    line_id: LineId
    number: str
    group_id: GroupId
    group: str
    result: Result
    days: int
    told_at: datetime
    title: str
    text: str
    hidden: tuple[Hidden, ...]


def stories(
    console: Console,
    group_ids: Collection[GroupId] | None = None,
    since: datetime | None = None,
    language: str | None = None,
) -> tuple[Story, ...]:
    """Return what was solved and told back, the last first; of these groups, told from ``since`` on (aware).

    Without ``language`` it is told in that of the console.
    """
    language = language or console.language
    found = [
        (line, group, told_at)
        for line in ledger.lines(console, states={LineState.ANSWERED, LineState.TOLD})
        if line.what != erased(console.language)  # of what nobody knows any more there is nothing to tell
        for group, told_at in _told(line)
        if (group_ids is None or group.group_id in group_ids) and (since is None or told_at >= since)
    ]
    with console.store.reading() as connection:
        ever = {line.id: ledger.groups_ever(connection, [line.id]) for line, _, _ in found}
        maskers = {ids: Masker(connection, ids, language) for ids in set(ever.values())}
    told = (_story(line, group, told_at, maskers[ever[line.id]], language) for line, group, told_at in found)
    return tuple(sorted(told, key=lambda story: (story.told_at, story.line_id, story.group), reverse=True))


def _told(line: Line) -> Iterator[tuple[LineGroup, datetime]]:
    """Yield the groups that heard of a good end, and when."""
    if line.result not in _GOOD:
        return
    still = {group.group_id for group, _ in ledger.untold(line)}
    for group in line.groups:
        moments = [moment for moment in (group.group_told_at, group.reporter_told_at) if moment is not None]
        if group.group_id not in still and moments:
            yield group, max(moments)


def _story(line: Line, group: LineGroup, told_at: datetime, masker: Masker, language: str) -> Story:
    masked = masker.mask(clean(line.what).rstrip(" .,;:!?"))
    days = days_until_answer(line)
    key = "same_day" if days == 0 else "after_one" if days == 1 else "after"
    after = texts.say(f"stories.{key}", language, days=days)
    what = masked.text[:1].upper() + masked.text[1:]
    title = texts.say(f"stories.{line.result.value}", language, what=what, after=after)
    return Story(
        line_id=line.id,
        number=line.number,
        group_id=group.group_id,
        group=group.group,
        result=line.result,
        days=days,
        told_at=told_at,
        title=title,
        text=texts.say("stories.text", language, title=title),
        hidden=masked.hidden,
    )


def share(console: Console, group_id: GroupId, text: str, line_id: LineId | None = None) -> Changes:
    """Put a text in a group: a story (of a line), or a year in words. It goes out as any answer, and can be undone.

    Raises ``ExpectedError``: ``group_gone``, ``text_empty``, ``blanks_open``.
    """
    text = preview(text)
    if not text:
        raise ExpectedError("text_empty")
    if open_blanks(text):
        raise ExpectedError("blanks_open")
    with console.store.writing() as connection:
        _check_group(connection, group_id)
        about: dict[str, Any] = {"group_id": group_id, "feedback_id": line_id, "action": Action.GROUP.value}
        changes = [outbox.put_about(connection, console, about=about, text=text, key=uuid4().hex)]
        verb = Verb.GROUP if line_id is None else Verb.TELL
        decision = decide(connection, console, verb, changes, group_id=group_id)
        outbox.settle(connection, decision, changes)
        return changes_of(changes, group_id, decision)


def _check_group(connection: Connection, group_id: int) -> None:
    if connection.scalar(select(groups.c.id).where(groups.c.id == group_id, groups.c.archived_at.is_(None))) is None:
        raise ExpectedError("group_gone")
