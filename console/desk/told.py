"""What a decision changed, in plain words: of the settings, of what is known of a member, of what goes out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Table, select

from console import texts
from console.desk import areas, startup
from console.desk.feedback.digest_text import tell_digest
from console.desk.feedback.find_telling import tell_find
from console.desk.feedback.forward_telling import tell_forward
from console.desk.feedback.telling import tell_group, tell_line
from console.desk.forgetting import terms as forgetting_terms
from console.desk.joining import stored_rules
from console.desk.joining.telling import tell_request
from console.desk.journal import RowChange
from console.desk.one_person.telling import tell_asked
from console.desk.reports.telling import tell_message, tell_report
from console.desk.rules import in_words, shadow_in_words
from console.desk.rungs import make_rung, rung_order
from console.desk.welcome import group_settings as welcome_settings
from console.desk.welcome.telling import is_of_rules, tell_read, tell_welcome
from console.domain.group import managed_by_of
from console.domain.logbook import Sent
from console.domain.outgoing import Action, SendState, TodoState
from console.domain.professional import OFFICERS
from console.store.queries.corrections import FINE
from console.store.roster import SAID, UNDONE
from console.store.tables import (
    corrections,
    different_people,
    digests,
    drafts,
    feedback,
    feedback_finds,
    feedback_groups,
    forwards,
    group_professionals,
    group_relations,
    groups,
    join_requests,
    members,
    memberships,
    municipalities,
    notes,
    outbox,
    people,
    privacy_requests,
    professionals,
    prospects,
    report_messages,
    reports,
    start_steps,
    steps,
    todos,
    views,
    welcomes,
)

_FEW: Final = 3
_AGREED: Final = frozenset({"consent_at", "consent_channel", "rules_sent_at", "rules_confirmed_at"})
_ZONE_OF_DAYS: Final = ZoneInfo("Europe/Amsterdam")  # all groups are in the Netherlands


def told(connection: Connection, changes: Sequence[RowChange], language: str) -> tuple[str, ...]:
    """Return what changed, each thing once, in few words; what an item's own state says is left out."""
    listed = [change for change in changes if change.table is prospects and "removed_at" in change.after]
    of_rules = [change for change in changes if is_of_rules(change)]
    of_roll = [one for one in changes if one.table in {members, memberships} and not is_of_rules(one)]
    listed = listed if len(listed) > 1 else []  # a list that was taken over is told as one thing
    of_roll = of_roll if len(of_roll) > _FEW else []
    several = {id(change) for change in (*listed, *of_roll, *of_rules)}
    lines = (line for change in changes if id(change) not in several for line in _told(connection, change, language))
    together = [*_listed(listed, language), *_written_down(of_roll, language), *_taught(changes, language)]
    together += tell_read(connection, of_rules, language)
    return tuple(dict.fromkeys([*lines, *together, *_in_groups(changes, language)]))


def sent(connection: Connection, changes: Iterable[RowChange]) -> tuple[Sent, ...]:
    """Return what goes out by the changes, as it stands now; not what is kept no longer."""
    going_out = [change for change in changes if change.table in {outbox, todos}]
    rows = ((change, _row(connection, change)) for change in going_out)
    return tuple(_sent(row, change) for change, row in rows if row is not None)


def _sent(row: Row[*tuple[Any, ...]], change: RowChange) -> Sent:
    if change.table is todos:
        return Sent(Action(row.action), row.recipient, row.text, todo=TodoState(row.state))
    return Sent(Action(row.action), row.recipient, row.body, send=SendState(row.state), answer=row.answer)


class _Told(NamedTuple):
    """One change to tell, with its row as it is now."""

    connection: Connection
    change: RowChange
    row: Row[*tuple[Any, ...]]
    language: str

    def say(self, key: str, **values: object) -> str:
        return texts.say(f"desk.told_{key}", self.language, **values)

    def say_whether(self, key: str, **values: object) -> str:
        """Say that something counts now, or does not any more."""
        return self.say(f"{key}_{'kept' if self.change.after['removed_at'] is None else 'removed'}", **values)

    def name(self, table: Table, row_id: int) -> str:
        """Return the name in another row, as far as it is still kept."""
        found: str | None = self.connection.scalar(select(table.c.name).where(table.c.id == row_id))
        return found or texts.say("desk.nothing", self.language)


def _told(connection: Connection, change: RowChange, language: str) -> Iterator[str]:
    if change.table is groups:
        yield from (_setting(name, change.before[name], change.after[name], language) for name in change.after)
    elif change.table in _TELLERS:
        row = _row(connection, change)
        if row is not None:
            yield from _TELLERS[change.table](_Told(connection, change, row, language))


def _tell_relation(told: _Told) -> Iterator[str]:
    one, other = (told.name(groups, group_id) for group_id in (told.row.group_id, told.row.other_id))
    yield told.say_whether(told.row.kind, one=one, group=other)


def _tell_professional_here(told: _Told) -> Iterator[str]:
    of_link = select(professionals.c.name, professionals.c.job).where(professionals.c.id == told.row.professional_id)
    name, job = told.connection.execute(of_link).one()
    if "removed_at" in told.change.after:
        yield told.say_whether("officer" if job in OFFICERS else "professional", name=name)
    else:
        yield told.say("professional_presence", name=name)


def _tell_professional(told: _Told) -> Iterator[str]:
    yield told.say("professional", name=told.row.name)


def _tell_counters(told: _Told) -> Iterator[str]:
    yield told.say("counters", name=told.change.after["name"] or told.change.before["name"])


def _tell_view(told: _Told) -> Iterator[str]:
    yield told.say_whether("view", name=told.row.name or texts.say("desk.nothing", told.language))


def _tell_draft(told: _Told) -> Iterator[str]:
    yield told.say_whether("draft")


def _tell_step(told: _Told) -> Iterator[str]:
    if told.row.rung in rung_order():
        yield told.say_whether("step", name=make_rung(told.row.rung, None, told.language).name)


def _tell_line(told: _Told) -> Iterator[str]:
    yield from tell_line(told.change, told.row, told.language)


def _tell_line_group(told: _Told) -> Iterator[str]:
    yield from tell_group(told.connection, told.change, told.row, told.language)


def _tell_digest(told: _Told) -> Iterator[str]:
    yield from tell_digest(told.connection, told.change, told.row, told.language)


def _tell_note(told: _Told) -> Iterator[str]:
    if "ends_at" in told.change.after:
        yield told.say("note_ended")  # without its words: a note that ended is shown nowhere


def _tell_sending(told: _Told) -> Iterator[str]:
    action = texts.say(f"desk.action_{told.row.action}", told.language)
    state = texts.say(f"desk.state_{told.change.after.get('state', told.row.state)}", told.language)
    yield f"{action}{f' ({told.row.recipient})' if told.row.recipient else ''}: {state}"


def _tell_person(told: _Told) -> Iterator[str]:
    before, after, nothing = told.change.before, told.change.after, texts.say("desk.nothing", told.language)
    if "merged_into_id" in after:
        other = after["merged_into_id"] or before["merged_into_id"]
        key = "same" if after["merged_into_id"] is not None else "same_not"
        if other not in {None, told.change.id}:
            yield told.say(key, name=told.row.name, other=told.name(people, other))
    elif "objected_at" in after:
        yield told.say("objects" if after["objected_at"] is not None else "objects_not", name=told.row.name)
    elif "name" in after:
        yield told.say("name", before=before["name"] or nothing, after=after["name"] or nothing)
    elif "phone" in after:
        phones = {"before": before["phone"] or nothing, "after": after["phone"] or nothing}
        yield told.say("phone", name=told.row.name, **phones)


def _tell_member(told: _Told) -> Iterator[str]:
    before, after, name = told.change.before, told.change.after, told.row.name
    if "role" in after:
        roles = (texts.say(f"desk.role_{side['role']}", told.language) for side in (before, after))
        yield told.say("role", name=name, before=next(roles), after=next(roles))
    if "alias" in after:
        yield told.say("alias" if after["alias"] else "alias_not", name=name, alias=after["alias"])
    if not after.keys().isdisjoint(_AGREED):
        yield told.say("member", name=name)


def _tell_membership(told: _Told) -> Iterator[str]:
    before, after = told.change.before, told.change.after
    name = told.name(members, told.row.member_id)
    if UNDONE in {before.get("how"), after.get("how")}:
        is_left = after["how"] == SAID and after["left_at"] is not None
        yield told.say(
            "member_removed" if after["how"] == UNDONE else "member_left" if is_left else "member_kept", name=name
        )
    elif "left_at" in after:
        yield told.say("member_here" if after["left_at"] is None else "member_left", name=name)
    elif "reason" in after:
        yield told.say("left_reason", name=name)
    elif "joined_at" in after:
        yield told.say("joined", name=name)


def _written_down(changes: Sequence[RowChange], language: str) -> Iterator[str]:
    """Yield of how many members was written down that they are here, that they left, or something else."""
    ids: dict[str, set[int]] = {"kept": set(), "removed": set(), "changed": set()}
    for change in changes:
        how = change.after.get("how") if UNDONE in {change.before.get("how"), change.after.get("how")} else None
        ids["changed" if how is None else "removed" if how == UNDONE else "kept"].add(change.id)
    for key, found in ids.items():
        if found:
            yield texts.say(f"desk.told_members_{key}", language, count=len(found))


def _tell_start_step(told: _Told) -> Iterator[str]:
    name = startup.step_name(told.row.key, told.language)
    if "done_at" in told.change.after:
        yield told.say("start_not_done" if told.change.after["done_at"] is None else "start_done", name=name)
    if "note" in told.change.after:
        yield told.say("start_note", name=name)


def _tell_prospect(told: _Told) -> Iterator[str]:
    after, name = told.change.after, told.row.name or texts.say("desk.nothing", told.language)
    steps_taken = [key for key in ("invited", "asked", "declined") if after.get(f"{key}_at") is not None]
    if "removed_at" in after:
        yield told.say_whether("prospect", name=name)
    elif after.get("member_id") is not None:
        yield told.say("prospect_linked", name=name, member=told.name(members, after["member_id"]))
    elif steps_taken:
        yield told.say(f"prospect_{steps_taken[0]}", name=name)
    else:
        yield told.say("prospect_changed", name=name)


def _in_groups(changes: Sequence[RowChange], language: str) -> Iterator[str]:
    """Yield in how many groups a setting was changed, where it was in several at once."""
    several = {change.id for change in changes if change.table is groups}
    if len(several) > 1:
        yield texts.say("desk.told_groups", language, count=len(several))


def _listed(changes: Sequence[RowChange], language: str) -> Iterator[str]:
    """Yield how many names came on the list of who might join, or went off it."""
    for key, is_kept in (("kept", True), ("removed", False)):
        count = sum((change.after["removed_at"] is None) == is_kept for change in changes)
        if count:
            yield texts.say(f"desk.told_prospects_{key}", language, count=count)


def _tell_difference(told: _Told) -> Iterator[str]:
    name, other = (told.name(people, person_id) for person_id in (told.row.person_id, told.row.other_id))
    key = "different" if told.change.after["removed_at"] is None else "different_not"
    yield told.say(key, name=name, other=other)


def _tell_request(told: _Told) -> Iterator[str]:
    yield from tell_request(told.change, told.row, told.language)


def _tell_report(told: _Told) -> Iterator[str]:
    yield from tell_report(told.change, told.language)


def _tell_message(told: _Told) -> Iterator[str]:
    yield from tell_message(told.change, told.language)


def _tell_forward(told: _Told) -> Iterator[str]:
    yield from tell_forward(told.change, told.row, told.language)


def _tell_find(told: _Told) -> Iterator[str]:
    yield from tell_find(told.change, told.row, told.language)


def _tell_asked(told: _Told) -> Iterator[str]:
    yield from tell_asked(told.change, told.row, told.language)


def _tell_welcome(told: _Told) -> Iterator[str]:
    yield from tell_welcome(told.change, told.row, told.language)


_TELLERS: Final[Mapping[Table, Callable[[_Told], Iterator[str]]]] = {
    different_people: _tell_difference,
    digests: _tell_digest,
    drafts: _tell_draft,
    feedback: _tell_line,
    feedback_finds: _tell_find,
    feedback_groups: _tell_line_group,
    forwards: _tell_forward,
    group_professionals: _tell_professional_here,
    group_relations: _tell_relation,
    join_requests: _tell_request,
    members: _tell_member,
    memberships: _tell_membership,
    municipalities: _tell_counters,
    notes: _tell_note,
    outbox: _tell_sending,
    people: _tell_person,
    privacy_requests: _tell_asked,
    professionals: _tell_professional,
    prospects: _tell_prospect,
    report_messages: _tell_message,
    reports: _tell_report,
    start_steps: _tell_start_step,
    steps: _tell_step,
    todos: _tell_sending,
    views: _tell_view,
    welcomes: _tell_welcome,
}


def _taught(changes: Sequence[RowChange], language: str) -> Iterator[str]:
    """Yield how many corrections a group has of these, before and after, and how much Goed zo taught it."""
    of_corrections = [change for change in changes if change.table is corrections]
    of_fine = [change for change in of_corrections if change.after.get("source") == FINE]
    for name, those in (("corrections", [one for one in of_corrections if one not in of_fine]), ("fine", of_fine)):
        if those:
            was, now = (sum(getattr(one, side)["removed_at"] is None for one in those) for side in ("before", "after"))
            yield _setting(name, was, now, language)


def _setting(name: str, before: object, after: object, language: str) -> str:
    def shown(value: Any) -> object:  # noqa: ANN401  # of a column of groups
        if name in _IN_WORDS:
            return _IN_WORDS[name](value, language)
        if isinstance(value, dict):  # strictness by flag
            words = ((f"desk.flag_{flag}", f"desk.{strictness}") for flag, strictness in value.items())
            listed = ", ".join(" ".join(texts.say(key, language) for key in pair) for pair in words)
            return listed or texts.say("desk.normal", language)
        if isinstance(value, datetime):
            return f"{value.astimezone(_ZONE_OF_DAYS):%d-%m-%Y}"
        return texts.say("desk.nothing", language) if value is None else value

    return f"{texts.say(f'desk.setting_{name}', language)}: {shown(before)} → {shown(after)}"


def _whether_archived(moment: datetime | None, language: str) -> str:
    return texts.say(f"desk.group_{'in_use' if moment is None else 'archived'}", language)


def _who_manages(stored: str | None, language: str) -> str:
    found = managed_by_of(stored)
    return texts.say("desk.nothing" if found is None else f"desk.managed_by_{found}", language)


_IN_WORDS: Final[Mapping[str, Callable[[Any, str], str]]] = {  # columns of groups of which the value says little itself
    "archived_at": _whether_archived,
    "join_policy": stored_rules.policy_in_words,
    "joining": stored_rules.in_words,
    "keeping": forgetting_terms.in_words,
    "managed_by": _who_manages,
    "overrides": in_words,
    "shadow": shadow_in_words,
    "welcome": welcome_settings.in_words,
    "work_area": areas.in_words,
}


def _row(connection: Connection, change: RowChange) -> Row[*tuple[Any, ...]] | None:
    (key,) = change.table.primary_key.columns
    return connection.execute(select(change.table).where(key == change.id)).first()
