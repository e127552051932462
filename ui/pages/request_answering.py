"""Writing to who asks to join: asks the desk for a draft, and makes a decision of what a person made of it.

GUI thread only, but for the two calls that run on a lane.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from console.domain.decision import Act, Item, ItemKind, Verb
from console.domain.draft import Draft
from console.domain.group import GroupId
from console.domain.join_request import JoinRequest, RefusalReason, RightGroup
from console.domain.judgement import Attention
from ui.pages.answering import Answering, Wish
from ui.widgets.answers import Answer, Question, Target
from ui.widgets.text import one_line

if TYPE_CHECKING:
    from console.desk.console import Console

WITH_WORDS: Final = frozenset({Verb.ADMIT, Verb.REFUSE, Verb.ASK, Verb.WAIT_LIST, Verb.REFER})
SILENT: Final = frozenset({Verb.ADMIT, Verb.REFUSE, Verb.WAIT_LIST, Verb.REFER})
LIST_DAYS: Final = 30  # for a waiting list of a group that has no first day yet


@dataclass(frozen=True, slots=True)
class RequestWish(Wish):
    """What to ask the desk a draft for.

    ``groups`` are those whose area has the address; ``limit_days`` is how long somebody may wait in this group, and
    ``starts_at`` its first day where that is still to come.
    """

    request: JoinRequest | None = None
    groups: tuple[RightGroup, ...] = ()
    limit_days: int = 7
    starts_at: datetime | None = None
    reason_code: RefusalReason | None = None
    reason: str = ""


def load_question(console: "Console", wish: RequestWish) -> Question:
    """Ask the desk what to open an answer with. On a lane."""
    from console.desk import outbox
    from console.desk.joining import request_drafts
    from console.desk.welcome import checked_languages

    item = wish.item
    targets = _targets(console, wish) if wish.verb is Verb.REFER else ()
    right = next((group.id for group in wish.groups), None) if targets else None
    target = wish.target if wish.target is not None else right  # any other group is the person's own choice
    return Question(
        verb=wish.verb,
        to=item.author or "",
        group=item.group,
        draft=None if wish.verb is Verb.REFER and not targets else load_draft(console, replace(wish, target=target)),
        targets=targets,
        target=target,
        is_sent=outbox.sends(console, item.group_id, wish.verb),
        until=_until(console, wish),
        can_be_silent=wish.verb in SILENT,
        can_hand_over=bool(targets),
        languages=request_drafts.languages_for(wish.verb),
        unchecked=frozenset(checked_languages.unchecked(console)),
    )


def load_draft(console: "Console", wish: RequestWish) -> Draft:
    """Ask the desk for a draft. On a lane."""
    from console.desk import drafts

    return drafts.drafts_for(
        console,
        wish.item.id,
        wish.verb,
        tone=wish.tone,
        language=wish.language,
        group_id=wish.target if wish.verb is Verb.REFER else None,  # type: ignore[arg-type]
        reason_code=wish.reason_code,
    )


def _targets(console: "Console", wish: RequestWish) -> tuple[Target, ...]:
    """Return the groups to point to: those of the address with why, then the others."""
    from console.desk import triage

    right = tuple(Target(group.id, group.name, one_line(group.because, 300)) for group in wish.groups)
    known = {target.key for target in right}
    others = triage.other_groups(console, wish.item.group_id)
    return (*right, *(Target(other.id, other.name) for other in others if other.id not in known))


def _until(console: "Console", wish: RequestWish) -> date | None:
    """Return the day that is proposed: of a question after the group's limit, of a list the group's first day."""
    if wish.request is None or wish.verb not in (Verb.ASK, Verb.WAIT_LIST):
        return None
    today = console.now().astimezone(wish.request.received_at.tzinfo).date()
    if wish.verb is Verb.ASK:
        return today + timedelta(days=max(1, wish.limit_days))
    return wish.starts_at.date() if wish.starts_at is not None else today + timedelta(days=LIST_DAYS)


class RequestAnswering(Answering):
    """Opens the panel for one request."""

    load_question = staticmethod(load_question)
    load_draft = staticmethod(load_draft)

    def write(self, wish: RequestWish, *, stays: bool) -> None:
        """Open what he is to read."""
        self._ask(wish, stays=stays)

    def write_ahead(self, wish: RequestWish) -> None:
        """Ask for it before the reader does, so that it opens at once."""
        self._prepare(wish)

    @override
    def _act_of(self, wish: Wish, answer: Answer) -> Act:
        reason_code = wish.reason_code if isinstance(wish, RequestWish) else None
        reason = wish.reason if isinstance(wish, RequestWish) else ""
        return Act(
            answer.verb,
            text=answer.text,
            group_id=GroupId(answer.target) if answer.verb is Verb.REFER else None,  # type: ignore[arg-type]
            reason_code=reason_code.value if reason_code is not None else None,
            reason=reason or None,
            hands_over=answer.hands_over,
            until=_start_of(answer.until, wish) if answer.until is not None else None,
        )


def _start_of(day: date, wish: Wish) -> datetime:
    request = wish.request if isinstance(wish, RequestWish) else None
    zone = request.received_at.tzinfo if request is not None else wish.item.at.tzinfo
    return datetime.combine(day, time(), zone)


def item_of(request: JoinRequest) -> Item | None:
    """Return the item of the queue that a request is; None for one that never stood there."""
    if request.item_id is None:
        return None
    return Item(
        id=request.item_id,
        kind=ItemKind.REQUEST,
        subject_id=request.id,
        group_id=request.group_id,
        group=request.group,
        at=request.received_at,
        attention=Attention.LATER,
        why="",
        text=request.applicant.words or "",
        author=request.applicant.name,
    )
