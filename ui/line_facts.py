"""What is known of an answer that is owed, in words. GUI thread only."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from console.domain.feedback import Line, LineGroup, LineState
from console.domain.report import Result
from console.domain.telling import Audience, TellingHow, Unsent
from ui import facts, words
from ui.i18n import QT_TRANSLATE_NOOP
from ui.widgets.text import Shown, isolated, one_line

if TYPE_CHECKING:
    from console.desk.feedback.line_detail import LineDetail

ZONE: Final = ZoneInfo("Europe/Amsterdam")  # all groups are in the Netherlands
NAME_CHARACTERS: Final = 80
WHAT_CHARACTERS: Final = 300
Facts = tuple[tuple[str, str], ...]


class Section(StrEnum):
    """A part of the list, in the order in which a person goes through it."""

    LATE = "late"
    TO_TELL = "to_tell"
    TO_ASK = "to_ask"
    ASKED = "asked"
    CLOSED = "closed"


_SECTIONS: Final = {
    Section.LATE: QT_TRANSLATE_NOOP("Lines", "Too late"),
    Section.TO_TELL: QT_TRANSLATE_NOOP("Lines", "Answer is in: still to report back"),
    Section.TO_ASK: QT_TRANSLATE_NOOP("Lines", "To ask"),
    Section.ASKED: QT_TRANSLATE_NOOP("Lines", "Asked"),
    Section.CLOSED: QT_TRANSLATE_NOOP("Lines", "Closed"),
}
_COLORS: Final = {
    Section.LATE: "today",
    Section.TO_TELL: "info",
    Section.TO_ASK: "today",
    Section.ASKED: "later",
    Section.CLOSED: "later",
}


def section_of(line: Line) -> Section:
    """Return in which part of the list a line stands."""
    if line.is_overdue:
        return Section.LATE
    return {
        LineState.TO_ASK: Section.TO_ASK,
        LineState.ASKED: Section.ASKED,
        LineState.ANSWERED: Section.TO_TELL,
    }.get(line.state, Section.CLOSED)


def asks_now(line: Line) -> bool:
    """Whether something is to be done about a line now."""
    return section_of(line) in {Section.LATE, Section.TO_TELL, Section.TO_ASK}


def section_name(section: Section) -> str:
    """Return what a part of the list is called."""
    return QCoreApplication.translate("Lines", _SECTIONS[section])


def chip(line: Line) -> tuple[str, str]:
    """Return the word for where a line stands, and its colour."""
    section = section_of(line)
    late = QCoreApplication.translate("Lines", "too late")
    return (late if section is Section.LATE else words.word(line.state)), _COLORS[section]


def owed_by(line: Line) -> str:
    """Return who owes the answer."""
    if line.owed_by:
        return isolated(one_line(line.owed_by, NAME_CHARACTERS))
    return QCoreApplication.translate("Lines", "nobody named yet")


def groups_of(line: Line) -> str:
    """Return the groups that wait."""
    return Shown(", ".join(isolated(one_line(one.group, NAME_CHARACTERS)) for one in line.groups))


def day(at: datetime) -> str:
    """Return a day (of an aware moment) where the groups are."""
    return words.short_day(at.astimezone(ZONE))


def days_open(line: Line) -> str:
    """Return how long a line stands open, or stood."""
    if not line.days and line.closed_at is not None:
        return QCoreApplication.translate("Lines", "same day")
    if not line.days:
        return QCoreApplication.translate("Lines", "since today")
    if line.days == 1:
        return QCoreApplication.translate("Lines", "1 day")
    return QCoreApplication.translate("Lines", "{count} days").format(count=words.number(line.days))


def facts_of(line: Line) -> Facts:
    """Return who owes it, since when, and what is known of the answer, each with its head."""
    return tuple(_facts(line))


def _facts(line: Line) -> Iterator[tuple[str, str]]:
    def head(text: str) -> str:
        return QCoreApplication.translate("Lines", text)

    yield head(QT_TRANSLATE_NOOP("Lines", "Owed by")), owed_by(line)
    yield head(QT_TRANSLATE_NOOP("Lines", "About")), words.word(line.kind)
    source = words.word(line.source)
    yield head(QT_TRANSLATE_NOOP("Lines", "Since")), f"{day(line.since)}, {source}"
    if line.asked_at is not None:
        asked = day(line.asked_at)
        yield (
            head(QT_TRANSLATE_NOOP("Lines", "Asked on")),
            f"{asked}, {words.word(line.channel)}" if line.channel is not None and line.answered_at is None else asked,
        )
    if line.remind_at is not None and line.state is LineState.ASKED:
        coming = QT_TRANSLATE_NOOP("Lines", "Comes back to you")
        came = QT_TRANSLATE_NOOP("Lines", "Came back to you")
        yield head(came if line.is_overdue else coming), day(line.remind_at)
    if line.answered_at is not None:
        how = f", {words.word(line.channel)}" if line.channel is not None else ""
        yield head(QT_TRANSLATE_NOOP("Lines", "Answer came in")), f"{day(line.answered_at)}{how}"
    if line.result is not Result.UNKNOWN:
        yield head(QT_TRANSLATE_NOOP("Lines", "What came of it")), words.word(line.result)
    if line.state is LineState.LAPSED and line.lapse_reason is not None:
        said = words.word(line.lapse_reason)
        yield (
            head(QT_TRANSLATE_NOOP("Lines", "Dropped because")),
            Shown(f"{said}. {one_line(line.lapse_words, WHAT_CHARACTERS)}") if line.lapse_words else said,
        )
    if line.closed_at is not None:
        yield head(QT_TRANSLATE_NOOP("Lines", "Closed on")), day(line.closed_at)


def who_is_told(group: LineGroup, audience: Audience) -> str:
    """Return who an audience is: the reporter by name, or the group."""
    if audience is Audience.GROUP:
        return QCoreApplication.translate("Lines", "The group")
    if group.reporter:
        who = QCoreApplication.translate("Lines", "Reporter {name}")
        return Shown(who.format(name=isolated(one_line(group.reporter, NAME_CHARACTERS))))
    return QCoreApplication.translate("Lines", "The reporter (not known who)")


def why(detail: "LineDetail") -> str:
    """Return what a line waits for, in one sentence: also that the words still have to go out."""
    if detail.line.state is LineState.TOLD and any(not one.is_dropped for one in detail.unsent):
        return QCoreApplication.translate(
            "Lines", "The words stand ready. They still have to go out: see On your phone."
        )
    return detail.line.why


def told_words(group: LineGroup, audience: Audience, unsent: Iterable[Unsent] = ()) -> str:
    """Return whether an audience was told, when and how, or that the words did not go out; a mark says the same."""
    at = group.told_at(audience)
    how = group.reporter_told_how if audience is Audience.REPORTER else group.group_told_how
    if at is None:
        return "… " + QCoreApplication.translate("Lines", "not told yet")
    if how is TellingHow.NOT_NEEDED:
        return "– " + QCoreApplication.translate("Lines", "not needed")
    words_for = next((one for one in unsent if (one.group_id, one.audience) == (group.group_id, audience)), None)
    if how in {TellingHow.IN_APP, TellingHow.PRIVATE} and words_for is not None:
        if words_for.is_dropped:
            return "– " + QCoreApplication.translate("Lines", "not sent")
        return "… " + QCoreApplication.translate("Lines", "ready, not sent yet")
    said = QCoreApplication.translate("Lines", "told on {day}").format(day=day(at))
    return f"✓ {said}, {words.word(how)}" if how is not None else f"✓ {said}"


def small_print(detail: "LineDetail") -> tuple[tuple[str, Facts], ...]:
    """Return notes and what was decided before, each part with its title."""
    notes = tuple((facts.note_head(note, detail.zone), note.text) for note in detail.notes)
    past = tuple(
        (Shown(f"{words.word(step.verb)}, {day(step.at)}, {isolated(step.actor)}"), "; ".join(step.words))
        for step in detail.history
        if not step.is_undone
    )
    return (
        (QCoreApplication.translate("Lines", "Notes"), notes),
        (QCoreApplication.translate("Lines", "Decided before"), past),
    )
