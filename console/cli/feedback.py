"""``beheer feedback``: the answers that somebody owes, as the page Terugkoppeling lists them."""

import argparse
from datetime import datetime
from zoneinfo import ZoneInfo

from console import texts
from console.cli.output import DONE, give, local, visible
from console.cli.stored import group_named, opened_console
from console.desk.feedback.lines import lines
from console.domain.feedback import OPEN_STATES, Line
from console.domain.telling import Audience

_ZONE = ZoneInfo("Europe/Amsterdam")  # all groups are in the Netherlands


def feedback(arguments: argparse.Namespace) -> int:
    """Write the open lines, what is overdue first; with ``--all`` those that were closed too."""
    with opened_console(arguments) as console:
        wanted = {group_named(console, name) for name in arguments.group}
        found = lines(console, states=None if arguments.all else OPEN_STATES)
    shown = [line for line in found if not wanted or any(group.group_id in wanted for group in line.groups)]
    for line in shown:
        if arguments.json:
            give(_row(line))
        else:
            _tell(line, arguments.lang)
    if not shown and not arguments.json:
        print(texts.say("cli.no_lines", arguments.lang))
    return DONE


def _row(line: Line) -> dict[str, object]:
    return {
        "number": line.number,
        "what": line.what,
        "kind": line.kind,
        "state": line.state,
        "groups": [group.group for group in line.groups],
        "owed_by": line.owed_by or None,
        "since": _moment(line.since),
        "asked": _moment(line.asked_at),
        "remind": _moment(line.remind_at),
        "overdue": line.is_overdue,
        "answer": line.answer or None,
        "result": line.result,
        "reporter_told": _is_told(line, Audience.REPORTER),
        "group_told": _is_told(line, Audience.GROUP),
    }


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else local(moment.astimezone(_ZONE))


def _is_told(line: Line, audience: Audience) -> bool | None:
    """Return whether all of them know; None where nobody knows who reported it."""
    told = [
        group.told_at(audience) is not None
        for group in line.groups
        if audience is Audience.GROUP or group.reporter_id is not None
    ]
    return all(told) if told else None


def _tell(line: Line, language: str) -> None:
    state = texts.say(f"feedback.state_{line.state}", language)
    late = f", {texts.say('cli.overdue', language)}" if line.is_overdue else ""
    names = ", ".join(visible(group.group) for group in line.groups)
    print(f"[{state}{late}] {line.number} {names}: {visible(line.what)}")
    print(f"    {visible(line.why)}")
