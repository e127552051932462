"""What a group's own rule proposes to do with a request. It never acts: a person decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from console import texts
from console.domain.decision import Verb
from console.domain.join_request import Check, CheckKind, RefusalReason, RequestProposal, RequestState, RightGroup
from console.domain.joining import ASKABLE, JoiningRules
from console.domain.work_area import Answer

_REFUSED_FOR: Final = {CheckKind.AREA: RefusalReason.OUTSIDE_AREA, CheckKind.AGE: RefusalReason.TOO_YOUNG}
"""A no to these is for good; to anything else there is still something to ask."""


_UNDECIDED: Final = frozenset({RequestState.OPEN, RequestState.WAITING_APPLICANT, RequestState.WAITING_LIST})


@dataclass(frozen=True, slots=True)
class Case:
    """A request with all that its group's rule goes by, in the language of the sentences.

    ``members`` is how many there are now; ``has_started`` is False until the kick-off of the group; ``is_here`` whether
    this very person is a member already.
    """

    state: RequestState
    rules: JoiningRules
    checks: Sequence[Check]
    right_groups: Sequence[RightGroup]
    is_here: bool
    members: int
    has_started: bool
    language: str

    @property
    def wanted(self) -> list[CheckKind]:
        """What must be in order before the rule proposes to admit."""
        return [kind for kind in ASKABLE if kind in self.rules.proposes and self.rules.asks_for(kind)]

    def answer(self, kind: CheckKind) -> Answer:
        """Return what a check says."""
        return next(check.answer for check in self.checks if check.kind is kind)

    def because(self, key: str, **values: object) -> str:
        """Return the sentence that says why."""
        return texts.say(f"joining.because_{key}", self.language, **values)

    def named(self, kinds: Sequence[CheckKind]) -> str:
        """Return checks by name."""
        return ", ".join(texts.say(f"joining.check_{kind}", self.language) for kind in kinds)


def propose(case: Case) -> RequestProposal | None:
    """Return what the rule of the group proposes, and why; None when it leaves it to the person.

    Who was refused or taken out before is never proposed for anything, nor is anybody in a group without a rule.
    """
    if case.state not in _UNDECIDED:
        return None
    if case.is_here:
        return RequestProposal(Verb.WITHDRAW, case.because("here"))
    if not case.wanted or case.answer(CheckKind.EARLIER) is Answer.NO:
        return None
    refused = [kind for kind in case.wanted if kind in _REFUSED_FOR and case.answer(kind) is Answer.NO]
    if refused:
        return _turned_away(case, refused)
    missing = [kind for kind in case.wanted if case.answer(kind) is not Answer.YES]
    if missing:
        is_asked = case.state is RequestState.WAITING_APPLICANT
        return None if is_asked else RequestProposal(Verb.ASK, case.because("ask", checks=case.named(missing)))
    return _let_in(case)


def _turned_away(case: Case, refused: Sequence[CheckKind]) -> RequestProposal:
    if [*refused] == [CheckKind.AREA] and case.right_groups and case.rules.proposes_referring:
        right = case.right_groups[0]
        return RequestProposal(Verb.REFER, case.because("refer", group=right.name), group_id=right.id)
    because = case.because("refuse", checks=case.named(refused))
    return RequestProposal(Verb.REFUSE, because, reason_code=_REFUSED_FOR[refused[0]])


def _let_in(case: Case) -> RequestProposal:
    if not case.has_started:
        return RequestProposal(Verb.WAIT_LIST, case.because("not_started"))
    limit = case.rules.member_limit
    if limit is not None and case.members >= limit:
        return RequestProposal(Verb.WAIT_LIST, case.because("full", members=case.members, limit=limit))
    return RequestProposal(Verb.ADMIT, case.because("admit", checks=case.named(case.wanted)))
