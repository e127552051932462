"""What may be written about an answer owed: to who owes it, to who reported it, to the group. A person sends it.

What was reported, and what was answered, stands in it without the people it tells of (``pseudonyms``); who answers is
called by his work. What the console does not know stays a blank that a person must fill.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, select

from console.desk.blanks import fill
from console.desk.console import Console
from console.desk.draft_texts import LANGUAGES, named, shipped, told_day, words
from console.desk.feedback.lines import groups_ever, load_line, untold
from console.desk.feedback.pseudonyms import Masker
from console.desk.greeting import first_name
from console.desk.own_drafts import Version, own_text
from console.domain.decision import Verb
from console.domain.draft import Draft, Place, Tone
from console.domain.feedback import Line, LineGroup, LineKind, LineState
from console.domain.group import GroupId
from console.domain.professional import OFFICERS
from console.domain.report import Result
from console.domain.telling import Audience
from console.judge.languages import is_dutch
from console.store.tables import groups, messages, professionals

_MUST_KNOW: Final = frozenset({LineKind.URGENT, LineKind.SUSPICIOUS})
"""What neighbours without the app should hear of too."""
_PLACE_OF: Final = {Audience.REPORTER: Place.PRIVATE, Audience.GROUP: Place.GROUP}
_ENDS: Final = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class DraftTelling:
    """What somebody may be told of a line: the reporter in a group, or all of it."""

    group_id: GroupId
    audience: Audience
    draft: Draft


class Wish(NamedTuple):
    """How a draft is wanted; without a language it is that of its reader, as far as that is known."""

    tone: Tone = Tone.PLAIN
    language: str | None = None


def question(console: Console, line_id: int, *, tone: Tone = Tone.PLAIN, language: str | None = None) -> Draft:
    """Return what to ask who owes an answer; asked before, it says that no answer came.

    Raises ``ExpectedError("line_gone")``.
    """
    with console.store.reading() as connection:
        return _Writer(connection, console, line_id, Wish(tone, language)).question()


def thanks(console: Console, line_id: int, *, tone: Tone = Tone.PLAIN, language: str | None = None) -> Draft:
    """Return a word of thanks to who answered. Raises ``ExpectedError("line_gone")``."""
    with console.store.reading() as connection:
        return _Writer(connection, console, line_id, Wish(tone, language)).thanks()


def tellings(
    console: Console,
    line_id: int,
    answer: str | None = None,
    result: Result | None = None,
    *,
    tone: Tone = Tone.PLAIN,
    language: str | None = None,
) -> tuple[DraftTelling, ...]:
    """Return what everybody may be told who does not know yet, in every group that waits for a line.

    Without ``answer`` and ``result`` they are those of the line; as long as there is none, the texts say that it is
    asked after. Raises ``ExpectedError("line_gone")``.
    """
    with console.store.reading() as connection:
        writer = _Writer(connection, console, line_id, Wish(tone, language), (answer, result))
        return tuple(
            DraftTelling(group.group_id, audience, writer.telling(group, audience))
            for group, audience in untold(writer.line)
        )


def draft_for(
    connection: Connection,
    console: Console,
    line_id: int,
    verb: Verb,
    wish: Wish,
    *,
    place: Place,
    group_id: GroupId | None,
) -> Draft:
    """Return the draft that fits a line and what is to be done with it, as ``drafts.drafts_for`` does.

    For ``TELL`` it is that for the group, or with ``Place.PRIVATE`` for its reporter; of ``group_id``, else the first.
    ``ANSWERED`` thanks who answered.
    """
    writer = _Writer(connection, console, line_id, wish)
    if verb is Verb.TELL:
        waiting = writer.line.groups
        group = next((one for one in waiting if one.group_id == group_id), waiting[0])
        return writer.telling(group, Audience.REPORTER if place is Place.PRIVATE else Audience.GROUP)
    return writer.thanks() if verb is Verb.ANSWERED else writer.question()


class _Writer:
    """Writes about one line. Belongs to the transaction that it was made in."""

    def __init__(
        self,
        connection: Connection,
        console: Console,
        line_id: int,
        wish: Wish,
        said: tuple[str | None, Result | None] = (None, None),
    ) -> None:
        """Read the line; ``said`` are an answer and a result that it does not have yet."""
        answer, result = said
        self.line: Line = load_line(connection, console, line_id)
        self._connection, self._wish = connection, wish
        self._answer = self.line.answer if answer is None else answer
        self._result = self.line.result if result is None else result
        self._knows = self.line.state is LineState.ANSWERED or bool(answer or result)
        self._groups = groups_ever(connection, [self.line.id])
        self._maskers: dict[str, Masker] = {}

    def question(self) -> Draft:
        """Return the question, the first one or another."""
        key = "line_ask_rumour" if self.line.kind is LineKind.RUMOUR else "line_ask"
        return self._to_who_owes("line_ask_again" if self.line.state is LineState.ASKED else key)

    def thanks(self) -> Draft:
        """Return the word of thanks."""
        return self._to_who_owes("line_thanks")

    def telling(self, group: LineGroup, audience: Audience) -> Draft:
        """Return what the reporter in a group, or all of it, may read."""
        about = self._of_group(group)
        own_language = "en" if audience is Audience.REPORTER and is_dutch(group.about) is False else "nl"
        language = self._wish.language or own_language
        told = "line_rumour" if self.line.kind is LineKind.RUMOUR else "line_told"
        moment: datetime = about.sent_at or self.line.since
        values = {
            "name": first_name(group.reporter),
            "neighbours": words("neighbours", language)[about.profile],
            "day": told_day(moment.astimezone(ZoneInfo(about.time_zone)).date(), language),
            "subject": words("line_subjects", language)[self.line.kind],
            "answered_by": words("line_leads", language)[self._lead()],
            "without_app": words("line_without_app", language)["text"] if self.line.kind in _MUST_KNOW else "",
        }
        values |= self._what_is_told(language)
        key = told if self._knows else "line_waiting"
        return self._draft(key, _PLACE_OF[audience], language, values, group.group_id)

    def _to_who_owes(self, key: str) -> Draft:
        language = self._wish.language or "nl"
        asked = (self.line.asked_at or self.line.since).astimezone(
            ZoneInfo(self._of_group(self.line.groups[0]).time_zone)
        )
        values = {
            "to": self._greeted(language),
            "groups": self._named_groups(language),
            "what": self._masked(self.line.what, language).rstrip(" ."),
            "line_number": self.line.number,
            "asked_day": told_day(asked.date(), language),
        }
        return self._draft(key, Place.OFFICER, language, values, self.line.groups[0].group_id)

    def _draft(self, key: str, place: Place, language: str, values: Mapping[str, str], group_id: GroupId) -> Draft:
        found = shipped([key], place, self._wish.tone, language)
        own = own_text(self._connection, group_id, Version(found.key, place, self._wish.tone, language))
        return Draft(
            key=found.key,
            place=place,
            tone=self._wish.tone,
            language=language,
            text=found.text if own is None else own,
            values=named(values, language),
            is_own=own is not None,
        )

    def _of_group(self, group: LineGroup) -> Row[*tuple[Any, ...]]:
        """Return of which kind a group is, where, and when it was reported there."""
        sent_at = select(messages.c.sent_at).where(messages.c.id == group.message_id).scalar_subquery()
        of_group = select(groups.c.profile, groups.c.time_zone, sent_at.label("sent_at"))
        return self._connection.execute(of_group.where(groups.c.id == group.group_id)).one()

    def _what_is_told(self, language: str) -> dict[str, str]:
        """Return the answer, else what came of it; nothing where nobody said either."""
        said = self._masked(self._answer, language).strip()
        said = said or words("line_results", language).get(self._result, "")
        if not said:
            return {}
        return {"answer": said if said.endswith(_ENDS) else f"{said}."}

    def _masked(self, text: str, language: str) -> str:
        if language not in self._maskers:
            self._maskers[language] = Masker(self._connection, self._groups, language)
        return self._maskers[language].mask(text).text

    def _named_groups(self, language: str) -> str:
        """Return "de groep Kade", or "de groepen Kade, Plein en Sluis"."""
        *first, last = [one.group for one in self.line.groups]
        values = {"group": ", ".join(first) or last, "other_group": last}
        return fill(words("line_groups", language)["several" if first else "one"], named(values, language))

    def _job(self) -> Row[*tuple[Any, ...]] | None:
        of_line = select(professionals.c.name, professionals.c.job).where(
            professionals.c.id == self.line.owing.professional_id
        )
        return self._connection.execute(of_line).first()

    def _greeted(self, language: str) -> str:
        """Return whom the text greets: an officer as such, another professional by name."""
        who = self._job()
        if who is None:
            return words("line_to", language)["service"]
        return words("line_to", language)["officer"] if who.job in OFFICERS or who.job is None else str(who.name)

    def _lead(self) -> str:
        """Return under which key it stands who answers."""
        leads = words("line_leads", LANGUAGES[0])
        return next((key for key in self._leads() if key in leads), "unknown")

    def _leads(self) -> Iterator[str]:
        who = self._job()
        yield (who.job or "") if who is not None else ""
        yield words("line_services", LANGUAGES[0]).get(self.line.owing.service.strip().casefold(), "")
