"""``beheer papers``: the papers that the law asks, filled in from the real settings, to print or as text."""

import argparse
from dataclasses import replace
from datetime import datetime

from console.cli.output import DONE, give, local
from console.cli.stored import group_named, opened_console
from console.desk.privacy_papers import making
from console.desk.privacy_papers.facts import report_until
from console.desk.vault import safeguards
from console.domain.privacy import Paper


def papers(arguments: argparse.Namespace) -> int:
    """Write one paper about a group, or about all of them, to a file or as text."""
    kind, noticed = Paper(arguments.paper), arguments.noticed
    with opened_console(arguments) as console:
        group_id = None if arguments.group is None else group_named(console, arguments.group)
        guards = safeguards.of(console)
        if arguments.key_file:  # and not from the keyring that the window uses
            guards = replace(guards, keyring=None)
        paper = making.paper(console, kind, guards, group_id, noticed_at=noticed)
        if arguments.out is not None:
            making.save(console, paper, arguments.out)
    if arguments.json:
        give(_row(arguments, noticed) | ({} if arguments.out else {"text": making.as_text(paper)}))
    else:
        print(arguments.out or making.as_text(paper), end="\n" if arguments.out else "")
    return DONE


def _row(arguments: argparse.Namespace, noticed: datetime | None) -> dict[str, object]:
    path = None if arguments.out is None else str(arguments.out)
    row = {"paper": arguments.paper, "group": arguments.group, "path": path}
    return row | ({} if noticed is None else {"report_until": local(report_until(noticed))})
