"""The words of a digest: on one page, the oldest in full, and honest about what did not fit."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, select

from console import texts
from console.desk.draft_texts import words
from console.desk.journal import RowChange
from console.domain.feedback import LineId
from console.papers.one_page import Row as PaperRow
from console.papers.one_page import Style
from console.store.tables import professionals

MOST_ROWS: Final = 63.0  # for the lines and the names of their groups, beside a greeting: an A4 in letters one can read
_CHARACTERS: Final = 108  # that surely stand beside a number on one such row
_HEADING_ROWS: Final = 1.5  # the name of a group, and the white above it
_FIRST: Final = 5  # so many are always told in full
_MOST_ALSO: Final = 2
_SHORTEST: Final = 20
_ZONE: Final = ZoneInfo("Europe/Amsterdam")  # all groups are in the Netherlands
_NUMBER: Final = re.compile(r"\[?\bBC[- ]?\d+\b\]?", re.IGNORECASE)
_ITEM: Final = re.compile(r"(\[BC-\d+\])\s*(.*)")


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One line of a digest. ``what`` is without people; ``also`` are the other groups that wait for it.

    ``since`` is aware UTC.
    """

    id: LineId
    number: str
    what: str
    since: datetime
    days: int
    is_overdue: bool
    group: str
    also: tuple[str, ...] = ()


class Composed(NamedTuple):
    """A digest in words, with the lines that stand in it, and how many did not fit."""

    subject: str
    text: str
    lines: tuple[DigestLine, ...]
    left_out: int


def compose(
    lines: Sequence[DigestLine], *, name: str, actor: str, today: date, is_masked: bool, language: str
) -> Composed:
    """Return the digest about lines, the longest open first; at least one. ``actor`` signs it."""
    said = _Saying(language, today)
    shown = _fitting(lines, said)
    left_out = len(lines) - len(shown)
    groups = {group for line in lines for group in (line.group, *line.also)}
    paragraphs = [
        said.say("greeting", name=name),
        said.counted("intro", len(lines), groups=said.counted("groups", len(groups))) + "\n" + said.say("how"),
        *_by_group(shown, said),
        *([said.counted("more", left_out)] if left_out else []),
        *([said.say("hidden")] if is_masked else []),
        f"{said.say('closing')}\n{actor}",
    ]
    return Composed(said.counted("subject", len(lines)), "\n\n".join(paragraphs) + "\n", tuple(shown), left_out)


def clean(text: str) -> str:
    """Return words of others on one line, without marks that nobody sees and without what reads as our number."""
    seen = (" " if one.isspace() else one for one in text if one.isspace() or unicodedata.category(one)[0] != "C")
    return " ".join(_NUMBER.sub("…", "".join(seen)).split())


def on_paper(subject: str, text: str) -> tuple[PaperRow, ...]:
    """Return a digest, perhaps edited by a person, as the rows of a page."""
    return (PaperRow(subject, Style.TITLE), PaperRow(style=Style.EMPTY), *_paper_rows(text.strip().splitlines()))


def _paper_rows(written: Sequence[str]) -> Iterator[PaperRow]:
    for place, row in enumerate(written):
        item = _ITEM.match(row)
        after = written[place + 1] if place + 1 < len(written) else ""
        if item:
            yield PaperRow(item[2], Style.ITEM, item[1])
        elif not row.strip():
            yield PaperRow(style=Style.EMPTY)
        else:
            yield PaperRow(row, Style.HEADING if _ITEM.match(after) else Style.PLAIN)


def tell_digest(connection: Connection, change: RowChange, row: Row[*tuple[Any, ...]], language: str) -> Iterator[str]:
    """Yield what a change of a row of ``digests`` did; ``row`` is as it stands now."""
    of_him = select(professionals.c.name).where(professionals.c.id == row.professional_id)
    name = connection.scalar(of_him) or texts.say("desk.nothing", language)
    if change.after.get("removed_at") is not None:
        yield texts.say("digest.told_removed", language, name=name)
    else:
        key = "told_kept_one" if len(row.lines) == 1 else "told_kept"
        yield texts.say(f"digest.{key}", language, name=name, count=len(row.lines))


# --- what fits on a page --------------------------------------------------------------------------------------------


class _Saying:
    """Says things about lines in a language."""

    def __init__(self, language: str, today: date) -> None:
        self._language, self._today = language, today

    def say(self, key: str, **values: object) -> str:
        return texts.say(f"digest.{key}", self._language, **values)

    def counted(self, key: str, count: int, **values: object) -> str:
        return self.say(f"{key}_one", **values) if count == 1 else self.say(key, count=count, **values)

    def row(self, line: DigestLine) -> str:
        """Return a line as it stands under the name of its group."""
        told = [self._since(line.since.astimezone(_ZONE).date()), *([self._also(line.also)] if line.also else [])]
        return f"[{line.number}] {line.what} ({', '.join(told)})"

    def _since(self, day: date) -> str:
        if day == self._today:
            return self.say("since_today")
        month = words("dates", self._language)["months"][day.month - 1]
        year = "" if day.year == self._today.year else f" {day.year}"
        return self.say("since", day=f"{day.day} {month}{year}")

    def _also(self, groups: Sequence[str]) -> str:
        if len(groups) > _MOST_ALSO:
            named = self.say("also_more", groups=", ".join(groups[:_MOST_ALSO]), count=len(groups) - _MOST_ALSO)
        else:
            named = groups[0] if len(groups) == 1 else self.say("and", first=groups[0], last=groups[1])
        return self.say("also", groups=named)


def _fitting(lines: Sequence[DigestLine], said: _Saying) -> list[DigestLine]:
    """Return as many lines as fit: the first ones in full, and of the last ones the beginning."""
    shown: list[DigestLine] = []
    groups: set[str] = set()
    left = MOST_ROWS
    for line in lines:
        needed = (_rows(line, said) if len(shown) < _FIRST else 1) + (0 if line.group in groups else _HEADING_ROWS)
        if needed > left:
            break
        left -= needed
        shown.append(line)
        groups.add(line.group)
    for place, line in enumerate(shown[_FIRST:], start=_FIRST):
        more = _rows(line, said) - 1
        if more > left:
            shown[place] = _shortened(line, said)
        else:
            left -= more
    return shown


def _rows(line: DigestLine, said: _Saying) -> int:
    """Return how many rows a line takes in full."""
    return -(-len(said.row(line)) // _CHARACTERS)


def _shortened(line: DigestLine, said: _Saying) -> DigestLine:
    """Return a line that fits on one row, cut between words where there are any."""
    room = max(_SHORTEST, len(line.what) - (len(said.row(line)) - _CHARACTERS)) - 1
    beginning = line.what[:room]
    cut = beginning.rfind(" ", room - _SHORTEST)
    return replace(line, what=beginning[: cut if cut > 0 else room].rstrip(" ,.;:") + "…")


def _by_group(lines: Sequence[DigestLine], said: _Saying) -> Iterator[str]:
    """Yield a paragraph for every group, that with the longest open line first."""
    for group in dict.fromkeys(line.group for line in lines):
        rows = (said.row(line) for line in lines if line.group == group)
        yield "\n".join([clean(group), *rows])
