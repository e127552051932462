"""Which text fits an item: proposed by its flag, its group and what was said before; a person finishes and sends it.

A draft says nothing about a third person, and fills in nothing but what the console knows for sure: the member's first
name, the group, days, a counter. What it lacks stays a blank that a person must fill.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from sqlalchemy import Connection, and_, func, select

from console.desk.blanks import fill, open_blanks, preview
from console.desk.console import Console
from console.desk.draft_texts import key_of_rung, key_of_verb, named, shipped, words
from console.desk.draft_values import Subject, known
from console.desk.feedback import feedback_drafts
from console.desk.joining.request_drafts import draft_for
from console.desk.own_drafts import (
    OwnDraft,
    Version,
    forget_own,
    may_remember,
    own_drafts,
    own_text,
    personal_in,
    remember,
)
from console.desk.redirects import OVER_AFTER, counters_of, proposed
from console.desk.reports import closing
from console.domain.decision import ItemId, ItemKind, Verb
from console.domain.draft import Counter, Draft, Place, Tone
from console.domain.group import GroupId
from console.domain.judgement import Flag, Stigma
from console.errors import ExpectedError
from console.judge import load_profile
from console.judge.description import rewritten
from console.judge.languages import is_dutch
from console.store.queries.decisions import IS_UNDONE
from console.store.queries.judgements import judgement_for
from console.store.queries.people import same_person
from console.store.tables import decisions, groups, items, members, messages

__all__ = [
    "OwnDraft",
    "drafts_for",
    "fill",
    "forget_own",
    "may_remember",
    "open_blanks",
    "own_drafts",
    "personal_in",
    "preview",
    "remember",
    "with_rewrite",
]

CLOSING_RUNG: Final = "group_note"
REMEMBERED_DAYS: Final = 180
"""So long after a private note another one about the same names the rule."""

_PLACE_OF: Final = {Verb.GROUP: Place.GROUP, Verb.OFFICER: Place.OFFICER, Verb.TELL: Place.GROUP}


def drafts_for(
    console: Console,
    item_id: ItemId,
    verb: Verb,
    *,
    tone: Tone = Tone.PLAIN,
    place: Place | None = None,
    language: str | None = None,
    counter: str | None = None,
    group_id: GroupId | None = None,
    rung: str | None = None,
    reason_code: str | None = None,
) -> Draft:
    """Return the draft that fits an item and what is to be done with it: the group's own version where it has one.

    Without ``place`` it is private, but for an answer in the group and a question to the officer; without ``language``
    it is that of the message. ``counter`` is where a redirect points (without it the one that fits), ``group_id`` the
    other group, or that in which an answer is told; ``rung`` the step of the ladder that this takes, ``reason_code``
    why somebody who asks to join is refused. Raises ``ExpectedError("item_gone")``.
    """
    place = place or _PLACE_OF.get(verb, Place.PRIVATE)
    with console.store.reading() as connection:
        request_id = _about(connection, item_id, ItemKind.REQUEST)
        if request_id is not None:
            return draft_for(
                connection,
                console,
                request_id,
                verb,
                tone=tone,
                language=language,
                group_id=group_id,
                reason_code=reason_code,
            )
        line_id = _about(connection, item_id, ItemKind.FEEDBACK)
        if line_id is not None:
            how = feedback_drafts.Wish(tone, language)
            return feedback_drafts.draft_for(connection, console, line_id, verb, how, place=place, group_id=group_id)
        subject = _subject(connection, console, item_id)
        language = language or ("en" if is_dutch(subject.text) is False else "nl")
        pointed_at = _counter(connection, subject, verb, counter, language)
        is_asked = rung == CLOSING_RUNG
        talk = closing.draft_key(connection, item_id, is_asked=is_asked) if verb is Verb.GROUP else None
        keys = list(_keys(connection, console, subject, verb=verb, place=place, counter=pointed_at, rung=rung))
        found = shipped([talk, *keys] if talk else keys, place, tone, language)
        own = own_text(connection, subject.group_id, Version(found.key, place, tone, language))
        values = known(connection, console, subject, language, counter=pointed_at, other_group_id=group_id)
    return Draft(
        key=found.key,
        place=place,
        tone=tone,
        language=language,
        text=found.text if own is None else own,
        values=named(values, language),
        is_own=own is not None,
        rewrite=_rewrite(subject, place, language),
    )


def with_rewrite(draft: Draft, text: str) -> str:
    """Return a text with the rewritten message of its draft under it; the text itself where there is none."""
    if draft.rewrite is None or draft.rewrite in text:
        return text
    return f"{text.rstrip()}\n\n{words('rewrite', draft.language)['lead']}\n{draft.rewrite}"


def _about(connection: Connection, item_id: ItemId, kind: ItemKind) -> int | None:
    """Return the join request or the line that an item is about, None for an item of another kind."""
    is_it = and_(items.c.id == item_id, items.c.kind == kind.value)
    found: int | None = connection.scalar(select(items.c.subject_id).where(is_it))
    return found


def _subject(connection: Connection, console: Console, item_id: ItemId) -> Subject:
    of_message = and_(items.c.kind == ItemKind.MESSAGE.value, messages.c.id == items.c.subject_id)
    row = connection.execute(
        select(
            items.c.group_id,
            items.c.at,
            items.c.subject_id,
            groups.c.name,
            groups.c.profile,
            groups.c.time_zone,
            members.c.name.label("author"),
            members.c.person_id,
            messages.c.id.label("message_id"),
            func.coalesce(messages.c.text, "").label("text"),
        )
        .join(groups, groups.c.id == items.c.group_id)
        .outerjoin(messages, of_message)
        .outerjoin(members, members.c.id == messages.c.member_id)
        .where(items.c.id == item_id)
    ).first()
    if row is None:
        raise ExpectedError("item_gone")
    return Subject(
        group_id=GroupId(row.group_id),
        group=row.name,
        profile=load_profile(row.profile),
        time_zone=row.time_zone,
        at=row.at,
        author=row.author,
        person_id=row.person_id,
        text=row.text,
        judgement=None if row.message_id is None else judgement_for(connection, row.message_id),
        is_over=console.now() - row.at > OVER_AFTER,
    )


def _counter(connection: Connection, subject: Subject, verb: Verb, key: str | None, language: str) -> Counter | None:
    """Return the counter that a redirect points at, None for another verb."""
    if verb is not Verb.REDIRECT:
        return None
    if key is None and subject.judgement is not None:
        key = proposed(subject.profile, subject.judgement, is_over=subject.is_over)
    return next((one for one in counters_of(connection, subject.group_id, language) if one.key == key), None)


def _keys(
    connection: Connection,
    console: Console,
    subject: Subject,
    *,
    verb: Verb,
    place: Place,
    counter: Counter | None,
    rung: str | None,
) -> Iterator[str]:
    """Yield the keys of the drafts that fit, the closest first."""
    if verb is Verb.OTHER_GROUP:
        yield "other_group"
    if counter is not None:
        yield _key_of_redirect(counter)
    for own in (key_of_verb(verb), key_of_rung(rung)):
        if own is not None:
            yield own
    is_note = verb is Verb.PRIVATE and rung is None and place is Place.PRIVATE
    if is_note and subject.key in words("rules", "nl") and _was_told_before(connection, console, subject):
        yield "second"
    yield subject.key


def _key_of_redirect(counter: Counter) -> str:
    if counter.number == "112":
        return "redirect_112"
    if counter.number is None:
        return "redirect_app"
    return "redirect_number" if counter.app is None else "redirect_both"


def _was_told_before(connection: Connection, console: Console, subject: Subject) -> bool:
    """Return whether this person had a private note about the same flag not long ago, in any of the groups."""
    if subject.person_id is None or subject.flag is None:
        return False
    told_of = func.json_each(decisions.c.shown, "$.reasons").table_valued("value")
    flag_of = func.json_extract(told_of.c.value, "$.flag")
    told = (
        select(decisions.c.id)
        .join(items, and_(items.c.id == decisions.c.item_id, items.c.kind == ItemKind.MESSAGE.value))
        .join(messages, messages.c.id == items.c.subject_id)
        .join(members, members.c.id == messages.c.member_id)
        .where(
            members.c.person_id.in_(same_person(subject.person_id)),
            decisions.c.verb == Verb.PRIVATE.value,
            decisions.c.decided_at > console.now() - timedelta(days=REMEMBERED_DAYS),
            select(told_of.c.value).where(flag_of == subject.flag.value).exists(),
            ~IS_UNDONE.element,
        )
    )
    return connection.scalar(select(told.exists())) or False


def _rewrite(subject: Subject, place: Place, language: str) -> str | None:
    """Return the member's message as it could have been, in private and about stigma only."""
    if place is not Place.PRIVATE or subject.flag is not Flag.STIGMA:
        return None
    is_suspicion = subject.judgement is not None and subject.judgement.stigma is Stigma.ORIGIN_AS_SUSPICION
    return rewritten(subject.text, words("rewrite", language), with_sighting=is_suspicion)
