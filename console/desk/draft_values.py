"""What the console knows for the blanks of a draft: the member's first name, the group, days, where else it goes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, or_, select

from console import texts
from console.desk.blanks import fill
from console.desk.console import Console
from console.desk.draft_texts import GENERAL, key_for, named, subjects, told_day, words
from console.desk.greeting import first_name
from console.desk.redirects import counters_of
from console.desk.rules import profile_under, rules_of
from console.domain.draft import Counter
from console.domain.group import GroupId
from console.domain.judgement import Attention, Category, Flag, Judgement, Reason
from console.domain.profile import Profile
from console.judge.policy import attention_of
from console.store.tables import group_relations, groups

_TO_A_GROUP: Final = frozenset({"alarm_group", "chat_group", "general_app"})
"""Where a profile sends what is off-topic: a group, which a sister group is by name."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a draft is about: a message in its group, with what the judge said of it. ``at`` is aware UTC.

    ``author`` is the member's name as the chat shows it; a kind of item without a message has no text and no author.
    ``is_over`` is whether what was going on then must be over by now.
    """

    group_id: GroupId
    group: str
    profile: Profile
    time_zone: str
    at: datetime
    author: str | None
    person_id: int | None
    text: str
    judgement: Judgement | None
    is_over: bool

    @property
    def reason(self) -> Reason | None:
        """What the draft is about: the first reason, the gravest; mere remarks are none.

        What was urgent and must be over by now gives way to what else there is to say: a draft that asks after 112
        would agree with a message that suspects somebody for where he comes from.
        """
        reasons = self.judgement.reasons if self.judgement else ()
        said = [one for one in reasons if attention_of(one, self.profile) is not Attention.NONE] or list(reasons[:1])
        lasting = [one for one in said if one.flag is not Flag.CALL112 or not self.is_over]
        return next(iter(lasting or said), None)

    @property
    def flag(self) -> Flag | None:
        """The flag of the reason."""
        return self.reason.flag if self.reason else None

    @property
    def key(self) -> str:
        """The key of the draft that fits, whatever is to be done."""
        return key_for(self.judgement, self.reason, is_over=self.is_over) if self.judgement else GENERAL


def known(
    connection: Connection,
    console: Console,
    subject: Subject,
    language: str,
    *,
    counter: Counter | None,
    other_group_id: GroupId | None,
) -> dict[str, str]:
    """Return what is known, under the keys of ``[blanks]`` in ``resources/drafts``; what is not, is not among them.

    The name is "" where the chat shows none, so that a draft greets without a name.
    """
    zone = ZoneInfo(subject.time_zone)
    values = {
        "name": first_name(subject.author),
        "group": subject.group,
        "day": told_day(subject.at.astimezone(zone).date(), language),
        "today": told_day(console.now().astimezone(zone).date(), language),
        "purpose": words("purposes", language)[subject.profile.key],
        "neighbours": words("neighbours", language)[subject.profile.key],
    }
    if subject.judgement is not None:
        category = subject.judgement.category
        if category in subjects():
            values["subject"] = texts.say(f"reasons.category.{category}", language)
        values["where"] = _where(connection, subject, category, language)
        rule = words("rules", language).get(subject.key)
        if rule is not None:
            values["rule"] = fill(rule, named(values, language))
    if counter is not None:
        values |= _of_counter(counter)
    if other_group_id is not None:
        name = connection.scalar(select(groups.c.name).where(groups.c.id == other_group_id))
        if name is not None:
            values["other_group"] = name
    return values


def _of_counter(counter: Counter) -> dict[str, str]:
    told = {"counter": counter.name, "number": counter.number, "app": counter.app}
    return {key: value for key, value in told.items() if value is not None}


def _where(connection: Connection, subject: Subject, category: Category, language: str) -> str:
    """Return the sentence that says where a message does belong; where its group names no place, a person knows."""
    where = words("where", language)
    redirect = subject.profile.redirects.get(category)
    if redirect is None:
        return where["unknown"]
    counter = next((one for one in counters_of(connection, subject.group_id, language) if one.key == redirect), None)
    if counter is not None:
        kind = "app" if counter.number is None else "number" if counter.app is None else "both"
        return fill(where[kind], named(_of_counter(counter), language))
    sister = sister_for(connection, subject.group_id, category) if redirect in _TO_A_GROUP else None
    if sister is not None:
        return fill(where["sister"], named({"other_group": sister}, language))
    return texts.say(f"redirects.{redirect}", language)


def sister_for(connection: Connection, group_id: GroupId, category: Category) -> str | None:
    """Return the name of a sister group in which a category does belong."""
    either_way = or_(group_relations.c.group_id == group_id, group_relations.c.other_id == group_id)
    is_other = or_(groups.c.id == group_relations.c.group_id, groups.c.id == group_relations.c.other_id)
    sisters = connection.execute(
        select(groups.c.name, groups.c.profile, groups.c.strictness, groups.c.overrides)
        .join(group_relations, is_other)
        .where(
            either_way,
            groups.c.id != group_id,
            group_relations.c.kind == "sister",
            group_relations.c.removed_at.is_(None),
            groups.c.archived_at.is_(None),
        )
        .order_by(groups.c.name)
    )
    return next((name for name, *stored in sisters if category in profile_under(rules_of(*stored)).on_topic), None)
