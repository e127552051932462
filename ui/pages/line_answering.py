"""Writing about an answer that is owed: a question to who owes it, and what everybody is told of the answer.

GUI thread only, but for the calls that run on a lane.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from typing_extensions import override

from console.domain.decision import Act, Item, ItemKind, Verb
from console.domain.draft import Draft, Tone
from console.domain.feedback import Line, LineId, LineState
from console.domain.judgement import Attention
from console.domain.report import Result
from console.domain.telling import Audience
from ui import line_facts
from ui.pages.answering import Answering, Wish
from ui.widgets.answers import Answer, Question
from ui.widgets.line_form import LineStart, LineWish
from ui.widgets.telling_field import ToTell
from ui.widgets.text import Shown, isolated, one_line

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.domain.changes import Changes


@dataclass(frozen=True, slots=True)
class AskWish(Wish):
    """What to ask the desk a question for; ``line`` is what it is about."""

    line: Line | None = None


@dataclass(frozen=True, slots=True)
class Tellings:
    """Who does not know yet, with what each may read; ``is_sent`` when a carrier takes all of it."""

    lines: tuple[Line, ...]
    to_tell: tuple[ToTell, ...]
    is_sent: bool


def load_question(console: "Console", wish: AskWish) -> Question:
    """Ask the desk what to open a question with. On a lane."""
    from console.desk import outbox
    from console.desk.feedback import reminding

    kind = wish.line.kind if wish.line is not None else None
    days = next((days for known, days in reminding.days(console).items() if known is kind), 7)
    today = console.now().astimezone(line_facts.ZONE).date()
    return Question(
        verb=wish.verb,
        to=wish.line.owed_by if wish.line is not None else "",
        group=wish.item.group,
        draft=load_draft(console, wish),
        is_sent=outbox.sends(console, wish.item.group_id, wish.verb),
        until=today + timedelta(days=days),
    )


def load_draft(console: "Console", wish: AskWish) -> Draft:
    """Ask the desk for a draft of the question. On a lane."""
    from console.desk import drafts

    return drafts.drafts_for(console, wish.item.id, wish.verb, tone=wish.tone, language=wish.language)


def load_tellings(console: "Console", line_ids: tuple[LineId, ...], tone: Tone = Tone.PLAIN) -> Tellings:
    """Ask the desk who does not know yet of lines, and what he may read. On a lane."""
    from console.desk import outbox
    from console.desk.feedback import feedback_drafts
    from console.desk.feedback import lines as ledger

    now = tuple(ledger.line(console, line_id) for line_id in line_ids)
    found = [(line, draft) for line in now for draft in feedback_drafts.tellings(console, line.id, tone=tone)]
    several = len(now) > 1
    to_tell = tuple(
        ToTell(
            line_id=line.id,
            group_id=draft.group_id,
            audience=draft.audience,
            title=_title(line, draft.group_id, draft.audience, several=several),
            draft=draft.draft,
            can_write=draft.audience is Audience.GROUP or _knows_reporter(line, draft.group_id),
            is_answer=line.state is LineState.ANSWERED,
        )
        for line, draft in found
    )
    verbs = {Audience.REPORTER: Verb.PRIVATE, Audience.GROUP: Verb.GROUP}
    is_sent = bool(to_tell) and all(outbox.sends(console, one.group_id, verbs[one.audience]) for one in to_tell)
    return Tellings(now, to_tell, is_sent)


def _title(line: Line, group_id: int, audience: Audience, *, several: bool) -> str:
    """Say who is told, in which group, and of which line where there are more."""
    group = next(one for one in line.groups if one.group_id == group_id)
    name = isolated(one_line(group.group, line_facts.NAME_CHARACTERS))
    who = line_facts.who_is_told(group, audience)
    about = f"{line.number} · " if several else ""
    return Shown(f"{about}{name} · {who}")


def _knows_reporter(line: Line, group_id: int) -> bool:
    return any(one.group_id == group_id and one.reporter_id is not None for one in line.groups)


def load_start(console: "Console", line: Line) -> LineStart:
    """Ask the desk what the form of a line opens with. On a lane."""
    from console.desk.feedback import line_detail

    waiting = tuple(group.group_id for group in line.groups)
    found = line_detail.owers(console, waiting[0] if waiting else None)
    return LineStart(
        what=line.what,
        kind=line.kind,
        owing=line.owing,
        waiting=waiting,
        groups=line_detail.groups_in_use(console),
        owers=line_detail.owing_choices(found),
        services=found.services,
        line=line,
    )


def keep_line(console: "Console", line: Line, wish: LineWish) -> "Changes":
    """Keep what a person said of a line: what is other than before. On a lane."""
    from console.desk.feedback import changing

    remind_at = datetime.combine(wish.remind_on, time(), line_facts.ZONE) if wish.remind_on is not None else None
    before = line.remind_at.astimezone(line_facts.ZONE).date() if line.remind_at is not None else None
    return changing.change(
        console,
        line.id,
        what=wish.what,
        kind=wish.kind,
        owing=wish.owing,
        remind_at=remind_at if wish.remind_on != before else None,
        groups=wish.groups,
    )


class LineAnswering(Answering):
    """Opens the panel of a question about one line."""

    load_question = staticmethod(load_question)
    load_draft = staticmethod(load_draft)

    def write(self, wish: AskWish, *, stays: bool) -> None:
        """Open what he is to read."""
        self._ask(wish, stays=stays)

    def prepare_line(self, wish: AskWish) -> None:
        """Ask for it before the reader does, so that it opens at once."""
        self._prepare(wish)

    @override
    def _act_of(self, _wish: Wish, answer: Answer) -> Act:
        return Act(
            answer.verb,
            text=answer.text,
            channel=answer.channel,
            until=_start_of(answer.until) if answer.until is not None else None,
        )


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time(), line_facts.ZONE)


def said_act(text: str, result: Result, channel: str) -> Act:
    """Return the decision that an answer is."""
    return Act(Verb.ANSWERED, text=text, result=result.value, channel=channel)


def item_of(line: Line) -> Item | None:
    """Return the item of the queue that a line is; None for one that never stood there."""
    if line.item_id is None or not line.groups:
        return None
    return Item(
        id=line.item_id,
        kind=ItemKind.FEEDBACK,
        subject_id=line.id,
        group_id=line.groups[0].group_id,
        group=line.groups[0].group,
        at=line.since.astimezone(line_facts.ZONE),
        attention=Attention.LATER,
        why=line.why,
        text=line.what,
        author=line.owed_by or None,
    )
