"""``beheer groups``: the table of the page Groepen."""

import argparse
from zoneinfo import ZoneInfo

from console import texts
from console.cli.output import DONE, give, local, visible
from console.cli.stored import opened_console
from console.desk import group_list
from console.desk.group_list import GroupRow
from console.domain.group import Coverage


def groups(arguments: argparse.Namespace) -> int:
    """Write the groups, newest activity first."""
    with opened_console(arguments) as console:
        ids = group_list.group_ids(console)
        found = group_list.group_rows(console, ids)
    rows = [found[group_id] for group_id in ids if group_id in found]
    for row in rows:
        if arguments.json:
            give(_as_data(row))
        else:
            print(_as_sentence(row, arguments.lang))
    if not rows and not arguments.json:
        print(texts.say("cli.no_groups", arguments.lang))
    return DONE


def _as_data(row: GroupRow) -> dict[str, object]:
    last = row.last_message_at and row.last_message_at.astimezone(ZoneInfo(row.time_zone))
    return {
        "group": row.name,
        "profile": row.profile,
        "tool": row.tool,
        "umbrella": row.umbrella,
        "managed_by": row.managed_by,
        "members": row.members,
        "coverage": None if row.coverage is None else _coverage(row.coverage),
        "messages": row.messages,
        "last_message_at": local(last),
        "open_items": row.open_items,
        "professionals": row.professionals,
        "family": [{"group": relative.name, "kin": relative.kin} for relative in row.family],
        "concerns": list(row.concerns),
    }


def _coverage(coverage: Coverage) -> dict[str, object]:
    counts = {"members": coverage.members, "out_of": coverage.out_of, "of": coverage.of}
    return counts | {"share": round(coverage.share, 4)}


def _as_sentence(row: GroupRow, language: str) -> str:
    last = row.last_message_at and row.last_message_at.astimezone(ZoneInfo(row.time_zone))
    shown = f"{last:%d-%m-%Y %H:%M}" if last else texts.say("cli.never", language)
    values = {"members": row.members, "messages": row.messages, "open_items": row.open_items, "last": shown}
    line = texts.say("cli.group_line", language, name=visible(row.name), profile=row.profile_name, **values)
    if row.coverage is not None:
        what = texts.say(f"health.{row.coverage.of}", language)
        percent = round(row.coverage.share * 100)
        values = {"members": row.coverage.members, "count": row.coverage.out_of, "what": what, "percent": percent}
        line += f", {texts.say('cli.coverage', language, **values)}"
    if row.concerns:
        concerns = ", ".join(texts.say(f"cli.concern_{concern}", language) for concern in row.concerns)
        line += f". {texts.say('cli.take_care', language, concerns=concerns)}"
    return line
