"""What speaks for and against somebody who asks to join: facts, each with its reason. Unknown is not no."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, select

from console import texts
from console.desk import areas
from console.desk.area_match import match
from console.desk.console import Console
from console.desk.draft_texts import words
from console.desk.joining import marks
from console.desk.joining.known import Acquaintance, OtherRequest, acquaintances_of, members_called, other_requests
from console.desk.joining.persons import applicant_of
from console.desk.joining.proposing import Case, propose
from console.desk.joining.stored_rules import of_row
from console.domain.group import GroupId
from console.domain.join_request import Applicant, Check, CheckKind, RequestState, RightGroup, Screening
from console.domain.joining import JoiningRules
from console.domain.member import Likeness
from console.domain.work_area import Answer
from console.store.queries.counts import counts
from console.store.tables import group_counts, groups, members, messages

_SHOWN: Final = 3  # names in one sentence


def screen(connection: Connection, console: Console, request: Row[*tuple[Any, ...]]) -> Screening:
    """Look at a request (a row of ``join_requests``) with the rules of its group."""
    own = select(groups, counts()["members"]).outerjoin(group_counts, group_counts.c.group_id == groups.c.id)
    group = connection.execute(own.where(groups.c.id == request.group_id)).one()
    rules = of_row(group)
    looked = _Look(connection, console, request, group, rules, acquaintances_of(connection, request))
    checks = tuple(looked.checks())
    right = () if checks[0].answer is Answer.YES else looked.right_groups()
    case = Case(
        state=RequestState(request.state),
        rules=rules,
        checks=checks,
        right_groups=right,
        is_here=looked.is_surely_here,
        members=group.members,
        has_started=group.kick_off_at is None or group.kick_off_at <= console.now(),
        language=console.language,
    )
    until = request.decided_at or console.now()
    return Screening(
        checks=checks,
        right_groups=right,
        days=max((until - request.received_at).days, 0),
        limit_days=rules.limit_days,
        proposal=propose(case),
    )


class _Look(NamedTuple):
    """One request looked at, in the language of the console."""

    connection: Connection
    console: Console
    request: Row[*tuple[Any, ...]]
    group: Row[*tuple[Any, ...]]
    rules: JoiningRules
    known: Sequence[Acquaintance]

    @property
    def who(self) -> Applicant:
        return applicant_of(self.request)

    def checks(self) -> Iterator[Check]:
        """Yield every check, the area first."""
        for kind, (answer, because) in {
            CheckKind.AREA: self.area(),
            CheckKind.AGE: self.age(),
            CheckKind.RULES: self.said("rules", self.who.has_read_rules),
            CheckKind.CONSENT: self.consent(),
            CheckKind.CONFIRMED: self.said("confirmed", self.who.has_confirmed),
            CheckKind.VOUCHED: self.vouched(),
            CheckKind.ELSEWHERE: self.elsewhere(other_requests(self.connection, self.request)),
            CheckKind.EARLIER: self.earlier(),
        }.items():
            yield Check(kind, answer, because, is_asked=self.rules.asks_for(kind))

    @property
    def is_surely_here(self) -> bool:
        """Whether somebody with this very number is a member of this group now."""
        here = (one for one in self.known if one.group_id == self.group.id and one.is_here)
        return any(one.likeness is Likeness.PHONE for one in here)

    def right_groups(self) -> tuple[RightGroup, ...]:
        """Return the other groups that surely have this address."""
        own = GroupId(self.group.id)
        return areas.groups_for(self.connection, self.who.address, language=self.console.language, but=own)

    def say(self, key: str, **values: object) -> str:
        return texts.say(f"joining.{key}", self.console.language, **values)

    def day(self, moment: datetime) -> str:
        """Return a day in words: "14 november 2025"."""
        day = moment.astimezone(ZoneInfo(self.group.time_zone)).date()
        return f"{day.day} {words('dates', self.console.language)['months'][day.month - 1]} {day.year}"

    def listed(self, names: Sequence[str]) -> str:
        """Name the first few."""
        every = tuple(dict.fromkeys(names))
        more = [self.say("and_more", count=len(every) - _SHOWN)] if len(every) > _SHOWN else []
        return ", ".join([*every[:_SHOWN], *more])

    # --- what he said -------------------------------------------------------------------------------------------------

    def area(self) -> tuple[Answer, str]:
        found = match(areas.of_row(self.group.work_area), self.who.address, self.console.language)
        return found.answer, found.because

    def age(self) -> tuple[Answer, str]:
        if self.rules.minimum_age is None:
            return Answer.UNKNOWN, self.say("age_any")
        return self.said("age", self.who.is_old_enough, age=self.rules.minimum_age)

    def said(self, check: str, answer: bool | None, **values: object) -> tuple[Answer, str]:  # his answer
        found = Answer.UNKNOWN if answer is None else Answer.YES if answer else Answer.NO
        return found, self.say(f"{check}_{found}", **values)

    def consent(self) -> tuple[Answer, str]:
        if self.who.consent_at is None:
            return Answer.UNKNOWN, self.say("consent_unknown")
        day, channel = self.day(self.who.consent_at), self.who.consent_channel
        if channel is None:
            return Answer.YES, self.say("consent_yes", day=day)
        return Answer.YES, self.say("consent_by", day=day, channel=channel)

    def vouched(self) -> tuple[Answer, str]:
        by = self.who.vouched_by
        asked_by = self.author()
        if asked_by is not None:
            return Answer.YES, self.say("vouched_asked", name=asked_by)
        if not by:
            return Answer.UNKNOWN, self.say("vouched_unknown")
        if self.request.vouched_by_id is not None:
            return Answer.YES, self.say("vouched_yes", name=by)
        found = members_called(self.connection, self.group.id, by)
        if len(found) == 1:
            return Answer.YES, self.say("vouched_yes", name=by)
        return Answer.UNKNOWN, self.say("vouched_several" if found else "vouched_stranger", name=by)

    def author(self) -> str | None:
        """Return the member who asked for him in the chat; who asks for himself vouches for nobody."""
        if self.request.message_id is None or not self.who.vouched_by:
            return None
        written = select(members.c.name).join(messages, messages.c.member_id == members.c.id)
        return self.connection.scalar(written.where(messages.c.id == self.request.message_id))

    # --- what is known of him -----------------------------------------------------------------------------------------

    def elsewhere(self, asks: Sequence[OtherRequest]) -> tuple[Answer, str]:
        here = [one for one in self.known if one.is_here and one.group_id == self.group.id]
        sure = [one for one in self.known if one.is_here and one.likeness is Likeness.PHONE and one not in here]
        perhaps = [one for one in self.known if one.is_here and one.likeness is Likeness.NAME and one not in here]
        told: list[str] = []
        if here:
            is_sure = any(one.likeness is Likeness.PHONE for one in here)
            told.append(self.say("here_already" if is_sure else "here_perhaps"))
        if sure:
            told.append(self.say("elsewhere_sure", groups=self.listed([one.group for one in sure])))
        if perhaps:
            told.append(self.say("elsewhere_perhaps", groups=self.listed([one.group for one in perhaps])))
        if asks:
            told.append(self.say("elsewhere_asks", groups=self.listed([one.group for one in asks])))
        if not told:
            return Answer.UNKNOWN, self.say("elsewhere_unknown")
        return Answer.YES if sure else Answer.UNKNOWN, " ".join(told)

    def earlier(self) -> tuple[Answer, str]:
        removed = [(one, one.removed_at) for one in self.known if one.removed_at is not None and not one.is_here]
        left = {one.group_id for one, _ in removed if one.likeness is Likeness.PHONE}  # what a mark would only repeat
        refusals = [
            one
            for one in marks.refusals_of(self.connection, self.console, self.request)
            if one.request_id is not None or one.group_id not in left
        ]
        told = [self.refused(one) for one in refusals]
        told += [
            self.say(
                "removed_before" if one.likeness is Likeness.PHONE else "removed_perhaps",
                day=self.day(at),
                group=one.group,
            )
            for one, at in removed
        ]
        is_sure = bool(refusals) or any(one.likeness is Likeness.PHONE for one, _ in removed)
        if told:
            return Answer.NO if is_sure else Answer.UNKNOWN, " ".join(told)
        if marks.can_be_recognised(self.request):
            return Answer.YES, self.say("earlier_nothing")
        return Answer.UNKNOWN, self.say("earlier_unknown")

    def refused(self, one: marks.Refusal) -> str:
        if one.request_id is None:
            return self.say("removed_before", day=self.day(one.refused_at), group=one.group)
        reason = self.say(f"reason_{one.reason_code or 'other'}")
        return self.say("refused_before", day=self.day(one.refused_at), group=one.group, reason=reason)
