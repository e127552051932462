"""A year of a group in plain words, as a draft for the group (finding 23)."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from console import texts
from console.desk.console import Console
from console.desk.feedback.numbers import FEWEST_SHARED, Answers, Urgent, numbers, reports_of
from console.desk.feedback.stories import stories
from console.domain.group import GroupId
from console.domain.report import Nature
from console.errors import ExpectedError
from console.store.tables import groups, reports

_MOST_STORIES: Final = 5
_ZONE: Final = ZoneInfo("Europe/Amsterdam")  # all groups are in the Netherlands


def overview(console: Console, group_id: GroupId, year: int, language: str | None = None) -> str:
    """Return the text about a year of a group: what was reported, asked, answered and solved. B1, nobody's name.

    Counts below five are not told as numbers, and what never was is left out. Raises ``ExpectedError("group_gone")``.
    """
    said = _Saying(language or console.language)
    first, last = date(year, 1, 1), date(year, 12, 31)
    with console.store.reading() as connection:
        group = connection.scalar(select(groups.c.name).where(groups.c.id == group_id))
        if group is None:
            raise ExpectedError("group_gone")
        natures = _natures(connection, group_id, first, last)
    found = numbers(console, first, last, [group_id]).groups[0]
    told = [" ".join(_reported(said, natures, found.urgent)), " ".join(_asked(said, found.answers))]
    paragraphs = [
        said.say("greeting"),
        said.say("begins_now" if console.now().astimezone(_ZONE).date() < last else "begins", year=year, group=group),
        *(filter(None, told) if any(told) else [said.say("nothing")]),
        *_solved(console, said, group_id, year),
        said.say("thanks"),
        f"{said.say('closing')}\n{console.actor}",
    ]
    return "\n\n".join(paragraphs) + "\n"


class _Saying:
    """Says things in a language; small numbers only roughly, for what is told to all could point at somebody."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, key: str, **values: object) -> str:
        return texts.say(f"year.{key}", self.language, **values)

    def roughly(self, count: int) -> str:
        return str(count) if count >= FEWEST_SHARED else self.say("few")


def _natures(connection: Connection, group_id: GroupId, first: date, last: date) -> dict[Nature, int]:
    """Return how many reports of each kind a group had in a period."""
    of_group = reports_of(first, last).with_only_columns(reports.c.nature, func.count())
    rows = connection.execute(of_group.where(reports.c.group_id == group_id).group_by(reports.c.nature)).all()
    counted = {nature: count for nature, count in rows if nature is not None}  # those that were read already
    return {nature: counted[nature.value] for nature in Nature if nature.value in counted}


def _reported(said: _Saying, natures: dict[Nature, int], urgent: Urgent) -> Iterator[str]:
    if not natures:
        return
    yield said.say("reports", count=said.roughly(sum(natures.values())))
    few = sum(count < FEWEST_SHARED for count in natures.values())
    if len(natures) > 1 and few != 1:  # of one that is left out anybody could count the number
        yield from (said.say(f"of_{nature.value}", count=said.roughly(count)) for nature, count in natures.items())
    if urgent.called:
        yield said.say("called", count=said.roughly(urgent.called))
    if urgent.unknown:
        yield said.say("unknown", count=said.roughly(urgent.unknown))


def _asked(said: _Saying, answers: Answers) -> Iterator[str]:
    counts = (
        ("asked", answers.opened),
        ("answered", answers.answered),
        ("told", answers.told),
        ("open", answers.waiting),
    )
    yield from (said.say(key, count=said.roughly(count)) for key, count in counts if count > 0)
    if answers.days_known >= FEWEST_SHARED and answers.median_days:
        yield said.say("days", days=f"{answers.median_days:g}".replace(".", said.say("point")))


def _solved(console: Console, said: _Saying, group_id: GroupId, year: int) -> Iterator[str]:
    """Yield the paragraph about what was solved, none when nothing was."""
    since = datetime(year, 1, 1, tzinfo=_ZONE)
    told = [
        story.title
        for story in stories(console, [group_id], since, said.language)
        if story.told_at.astimezone(_ZONE).year == year
    ]
    if told:
        yield "\n".join([said.say("solved"), *(f"- {title}" for title in told[:_MOST_STORIES])])
