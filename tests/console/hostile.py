"""A store in which every word that came from outside is an attack of ``design/security.md`` C1, C2 and C5.

It begins as the demo, with some of it judged and decided, so that every page has rows; then every free column of every
table gets a hostile text. ``CODES`` names the columns that hold words of our own: a new column is hostile by itself.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import JSON, delete, select, update

from console import bootstrap
from console.desk import corrections, judging, triage, views
from console.desk.console import Console
from console.desk.feedback import digest
from console.desk.feedback.digest import Sent
from console.domain.decision import Act, ItemKind, Verb
from console.domain.filters import Filters
from console.domain.judgement import Label
from console.domain.message import MessageId
from console.store.tables import messages, metadata

HIDDEN: Final = "\u202e\u2066\u200b\u3164\u00ad\U000e0041"
"""Signs that turn text around or that nobody sees; none may reach a widget or a paper as they are."""

NAME: Final = "ישראל"  # written from right to left: it must not turn the sentence around it

CODES: Final = {
    "area_keys": {"key"},
    "corrections": {"label", "value", "source"},
    "decisions": {"verb"},
    "drafts": {"key", "place", "tone", "language"},
    "erasures": {"kind", "marks"},
    "feedback": {"kind", "state", "source", "channel", "result", "lapse_reason"},
    "feedback_finds": {"kind", "state"},
    "feedback_groups": {"reporter_told_how", "group_told_how"},
    "forwards": {"channel", "base_url", "status"},
    "digests": {"how"},
    "group_professionals": {"presence"},
    "group_relations": {"kind"},
    "groups": {"profile", "tool", "join_policy", "time_zone", "municipality", "strictness", "keeping", "overrides"},
    "imports": {"sha256", "format", "date_order"},
    "items": {"kind", "attention", "state"},
    "join_requests": {"consent_channel", "language", "source", "state", "reason_code"},
    "judgements": {
        *("judge", "profile", "category", "stigma", "abuse", "personal_data", "call112", "feedback", "attention"),
    },
    "members": {"role", "consent_channel", "rules_sent_how", "rules_confirmed_how"},
    "memberships": {"how", "reason"},
    "message_changes": {"what"},
    "messages": {"kind", "event", "source_id", "reply_to", "mark"},
    "municipalities": {"key"},
    "outbox": {"idempotency_key", "carrier", "action", "state"},
    "privacy_requests": {"kind"},
    "professionals": {"job"},
    "prospects": {"channel"},
    "refusal_marks": {"kind", "mark", "reason_code"},
    "report_messages": {"links"},
    "reports": {"nature", "reporter", "result", "told_how", "told_by", "called_112", "by_hand"},
    "settings": {"key", "value"},
    "shadow_judgements": {"attention"},
    "start_steps": {"key"},
    "steps": {"rung"},
    "todos": {"action", "state"},
    "welcomes": {"kind", "rule", "language", "how"},
}
NAMES: Final = {
    *("name", "umbrella", "managed_by", "recipient", "organisation", "service", "actor", "alias"),
    *("vouched_by", "claimed_by", "claimed_in"),
}
PHONES: Final = {"phone", "phone_hours"}  # only what a reader of numbers let through comes there: hostile otherwise
_KEPT: Final = 200  # messages
_JUDGED: Final = 60  # of those: enough for reports and questions
_LONG: Final = 40  # one row of so many gets an attack that is long


def attacks(bait: Path, web: str) -> tuple[str, ...]:
    """Return short attacks: ``bait`` is a picture that nobody may open, ``web`` an address that nobody may ask."""
    return (
        f'<img src="file://{bait}"><img src="{bait}"><img src="{web}/a.png">',
        f"Let op: <img src={bait}> &lt;b&gt; <a href='file://{bait}'>x</a>",
        f"![plaatje]({bait}) [hier]({web}/b)",
        f'=HYPERLINK("{web}/c","klik")',
        "+31612345678*cmd|' /C calc'!A0",
        "@SUM(1+9)",
        "\uff1d1+1",
        "\u200b =1+1",
        f"<style>@import '{web}/d.css'</style><link rel=stylesheet href='{web}/e.css'>",
        "<table border=1><tr><td>" * 20,
        f"Jan {HIDDEN}esnaJ",
        "Z" + "\u0301" * 400,
        "DTSTART:20260101\r\nBEGIN:VALARM\nSUMMARY;X=1:'\";--",
    )


def long_attacks() -> tuple[str, ...]:
    """Return attacks that want a window to hang."""
    return ("<b>" * 20_000, "x" * 300_000, f"{HIDDEN} " * 5_000, "<table><tr><td>" * 2_000)


def filled_demo() -> Console:
    """Return the demo with some of it judged and decided; its store is thrown away when it is closed."""
    console = bootstrap.demo_console()
    _judge_some(console)
    _decide_some(console)
    return console


def _judge_some(console: Console) -> None:
    """Judge the newest messages, and leave out what is long past: every kind of row is there without it."""
    newest = select(messages.c.id).order_by(messages.c.sent_at.desc())
    with console.store.writing() as connection:
        connection.execute(delete(messages).where(messages.c.id.not_in(newest.limit(_KEPT).scalar_subquery())))
        spoken = newest.limit(_JUDGED).scalar_subquery()
        connection.execute(update(messages).where(messages.c.id.not_in(spoken)).values(needs_judging=False))
    judging.judge_pending(console)


def _decide_some(console: Console) -> None:
    """Decide about messages and what was answered, leave some for later, write notes, and keep a way of looking."""
    acts = (Act(Verb.PRIVATE, text="Dag"), Act(Verb.GROUP, text="Dag"), Act(Verb.DELETE), Act(Verb.FINE))
    waiting = [item for item in triage.week(console) if item.kind is ItemKind.MESSAGE]
    for item, act in zip(waiting, acts * 2, strict=False):
        triage.add_note(console, item.id, "Kijk hier nog eens naar.")
        triage.decide(console, item.id, act)
    triage.decide_later(console, waiting[-1].id, console.now() + timedelta(days=3))
    corrections.correct(console, MessageId(waiting[-1].subject_id), {Label.ABUSE: "none"})
    views.save_view(console, "Alleen het nummer", Filters(words="nummer"))
    for due in digest.due(console):
        wanted = digest.digest(console, due.professional_id)
        digest.sent(console, due.professional_id, Sent.MAIL, [line.id for line in wanted.lines])


# --- and then every word of it ---------------------------------------------------------------------------------------


def poison(console: Console, short: Sequence[str], long: Sequence[str] = ()) -> int:
    """Put an attack in every free column of every row; return how many. ``long`` goes into texts of messages only.

    What the judge marked in a message stays where it is: there the attack comes behind the words.
    """
    count = 0
    with console.store.writing() as connection:
        for table in metadata.sorted_tables:
            columns = [column for column in table.columns if is_free(column)]
            if not columns:
                continue
            rows = connection.execute(sa.select(table)).mappings().all()
            for number, row in enumerate(rows):
                values = {
                    column.name: _attacked(column, row, _choose(column, short, number + place))
                    for place, column in enumerate(columns)
                }
                if table is messages and long and number % _LONG == 0:
                    values["text"] += long[number // _LONG % len(long)]
                own = [column == row[column.name] for column in table.primary_key.columns]
                connection.execute(update(table).where(*own).values(values))
                count += len(values)
    return count


def _choose(column: sa.Column[Any], short: Sequence[str], number: int) -> str:
    """Return an attack for a place; every third name is one that is written from right to left."""
    if column.name in NAMES and number % 3 == 0:
        return f"{NAME} & Zn"
    return short[number % len(short)]


def is_free(column: sa.Column[Any]) -> bool:
    """Whether people outside decide what stands in a column."""
    is_text = isinstance(column.type, sa.String | JSON) and not column.foreign_keys and not column.primary_key
    return is_text and column.name not in CODES.get(column.table.name, set()) | PHONES


def _attacked(column: sa.Column[Any], row: sa.RowMapping, attack: str) -> Any:
    stored = row[column.name]
    if isinstance(column.type, JSON):
        return _attacked_within(stored, attack)
    if column.table is messages:
        return f"{stored} {attack}"
    return f"{attack} {row['id']}" if column.unique or "name" in column.name else attack


def _attacked_within(stored: Any, attack: str) -> Any:
    """Return stored words with those that a person chose made hostile; keys, codes, days and numbers stay."""
    if isinstance(stored, dict):
        return {name: _attacked_within(value, attack) for name, value in stored.items()}
    if isinstance(stored, list):
        return [_attacked_within(value, attack) for value in stored]
    is_word = isinstance(stored, str) and re.fullmatch(r"[a-z0-9_:.+-]*|\d{4}-\d\d.*", stored) is None
    return f"{stored} {attack}" if is_word else stored
