"""``beheer requests`` and ``beheer retention``: who asks to join, and what is kept of whom no longer."""

import argparse
import sys
from datetime import datetime

from console import texts
from console.cli.output import DONE, give, local, tell, visible
from console.cli.stored import opened_console
from console.desk.console import Console
from console.desk.forgetting import looking_back
from console.desk.forgetting import retention as desk_retention
from console.desk.forgetting.search import HOME
from console.desk.joining.requests import RequestDetail
from console.desk.joining.requests import detail as request_detail
from console.desk.joining.requests import requests as desk_requests
from console.domain.join_request import JoinRequest
from console.domain.retention import Due, DueCount, DueLine


def requests(arguments: argparse.Namespace) -> int:
    """Write who asks to join, in the order of the page Aanmeldingen; what was erased is left out."""
    with opened_console(arguments) as console:
        shown = [request_detail(console, one.id) for one in desk_requests(console) if one.applicant.name]
    for detail in shown:
        if arguments.json:
            give(_row(detail))
        else:
            _tell(detail, arguments.lang)
    if not shown and not arguments.json:
        print(texts.say("cli.no_requests", arguments.lang))
    return DONE


def _row(detail: RequestDetail) -> dict[str, object]:
    request, screening = detail.request, detail.screening
    who, proposal = request.applicant, screening.proposal
    address = {"street": who.address.street, "house_number": who.address.house_number, "postcode": who.address.postcode}
    moments = {"received_at": request.received_at, "decided_at": request.decided_at, "kept_until": detail.keeps_until}
    return {
        "group": request.group,
        "name": who.name,
        "phone": who.phone,
        "email": who.email,
        **address,
        "source": request.source,
        "state": request.state,
        **{name: local(moment) for name, moment in moments.items()},
        "reason": request.reason_code,
        "other_group": request.other_group,
        "days": screening.days,
        "limit_days": screening.limit_days,
        "checks": {check.kind: check.answer for check in screening.checks if check.is_asked},
        "proposal": proposal and proposal.verb,
        "why": proposal and proposal.because,
        "right_groups": [group.name for group in screening.right_groups],
    }


def _tell(detail: RequestDetail, language: str) -> None:
    request, proposal = detail.request, detail.screening.proposal
    state = texts.say(f"cli.request_{request.state}", language)
    print(f"[{state}] {_day(request.received_at)} {visible(request.group)}, {visible(_who(request))}")
    if request.decided_at is None and proposal is not None:
        print(f"    {visible(proposal.because)}")


def _who(request: JoinRequest) -> str:
    address = request.applicant.address
    place = " ".join(filter(None, (address.street, address.house_number)))
    return ", ".join(filter(None, (request.applicant.name, place or address.postcode)))


def _day(moment: datetime) -> str:
    return f"{moment:%d-%m-%Y %H:%M}"


def retention(arguments: argparse.Namespace) -> int:
    """Erase what is due, or with ``--dry-run`` only write what would go; a script's clock may be in doubt."""
    with opened_console(arguments) as console:
        if arguments.dry_run:
            return _tell_due(console, arguments)
        run = desk_retention.run if sys.stdin.isatty() else desk_retention.run_unattended
        erased = run(console)
    doubt = desk_retention.warning_of(erased, arguments.lang)
    if doubt is not None:
        tell(visible(doubt))
    _give_due(erased.due, arguments)
    if not arguments.json:
        print(_due_words("erased" if erased.due else "nothing_due", erased.due, arguments.lang))
    return DONE


def _tell_due(console: Console, arguments: argparse.Namespace) -> int:
    """Write what would go now, and what from a day of the coming week on."""
    due, coming = desk_retention.due(console), desk_retention.coming(console)
    _give_due(due, arguments, {"from": None})
    if not arguments.json:
        print(_due_words("would_erase" if due else "nothing_due", due, arguments.lang))
    if coming is not None:
        day, by_then = coming
        _give_due(by_then.beyond(due), arguments, {"from": day.isoformat()})
        if not arguments.json:
            print(_due_words("would_erase_from", by_then, arguments.lang, day=f"{day:%d-%m-%Y}"))
    first_run = looking_back.first_run(console)
    if first_run is not None and (due or coming) and not arguments.json:
        day = first_run.astimezone(HOME)
        print(texts.say("cli.window_erases", arguments.lang, day=f"{day:%d-%m-%Y}"))
    return DONE


def _due_words(key: str, due: Due, language: str, **values: object) -> str:
    return texts.say(f"cli.{key}", language, what=", ".join(desk_retention.words_of(due, language)), **values)


def _give_due(due: Due, arguments: argparse.Namespace, more: dict[str, object] | None = None) -> None:
    """Write a line for each that goes; as data each has ``more`` too."""
    for line in due.lines:
        if arguments.json:
            give(_due_row(line) | (more or {}))
        else:
            name = "" if line.name is None else f", {visible(line.name)}"
            print(f"{visible(line.group)}{name}: {line.because}")
    for count in due.counts:
        if arguments.json:
            give(_count_row(count) | (more or {}))
        else:
            print(f"{visible(count.group)}{', ' if count.group else ''}{count.words}: {count.because}")


def _count_row(count: DueCount) -> dict[str, object]:
    kept: dict[str, object] = {"kind": count.kind, "group": count.group or None, "count": count.count}
    return kept | {"waiting": count.waiting, "oldest": local(count.oldest), "why": count.because}


def _due_row(line: DueLine) -> dict[str, object]:
    kept: dict[str, object] = {"kind": line.kind, "group": line.group, "name": line.name}
    return kept | {"due_at": local(line.due_at), "why": line.because}
