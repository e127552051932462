"""The commands of ``beheer`` that work on a store."""

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from console import bootstrap, settings, texts
from console.cli import key_files
from console.cli.chats import options_of
from console.cli.output import DONE, FAILED, Outcome, give, local, tell, trouble_with, visible
from console.desk import groups as desk_groups
from console.desk import triage
from console.desk.console import Console
from console.desk.forgetting import older_history
from console.desk.forgetting.counted import LOOKED_THROUGH
from console.desk.intake import ImportResult, import_file
from console.desk.judging import judge_pending
from console.desk.vault import opening
from console.desk.vault.opening import NeedsCode
from console.domain.group import GroupId
from console.domain.retention import OlderAnswer
from console.errors import ExpectedError
from console.jobs import Progress
from console.judge import load_profile
from console.store import backup as store_backup

_CODES_TRIED: Final = 3
_WIPE: Final = "\r\x1b[K"  # back to the start of the line, and empty it
_IMPORT_COUNTS: Final = ("read", "new", "known", "changed", "flagged")


@contextmanager
def opened_console(arguments: argparse.Namespace, *, create: bool = False) -> Iterator[Console]:
    """Give a console over the store that the arguments name, and close it."""
    named = arguments.store or os.environ.get("BEHEER_STORE")
    path = Path(named) if named else settings.default_store_path()
    key = key_files.in_use(arguments.key_file, path) if arguments.key_file else None
    found = bootstrap.open_or_ask(path, key=key, language=arguments.lang, create=create)
    console = _with_code(found, arguments.lang) if isinstance(found, NeedsCode) else found
    try:
        yield console
    finally:
        bootstrap.close(console)


def _with_code(needs: NeedsCode, language: str) -> Console:
    """Ask a person at a terminal for the code on the sheet; a script hears why there is no key.

    Raises ``ExpectedError``: that, when nothing is typed, or what is wrong with the last code that was.
    """
    if not (sys.stdin.isatty() and needs.sheets):
        raise needs.why
    for sentence in needs.sentences(language):
        tell(sentence)
    wrong = needs.why
    for _try in range(_CODES_TRIED):
        code = sys.stdin.readline().strip()
        if not code:
            break
        try:
            console = bootstrap.open_with_code(needs.path, code, language=language)
        except ExpectedError as error:
            wrong = error
            tell(error.sentence(language))
            continue
        if not opening.try_to_keep(needs.path, opening.known_keys(console.store)):
            tell(texts.say("cli.code_not_kept", language))
        return console
    raise wrong


def group_named(console: Console, name: str) -> GroupId:
    """Return the group of a name; capitals do not count where one group alone has it so.

    Raises ``ExpectedError("group_unknown")`` when none has it.
    """
    known = desk_groups.groups(console)
    found = [group.id for group in known if group.name == name]
    alike = [group.id for group in known if group.name.casefold() == name.casefold()]
    if not found and len(alike) != 1:
        raise ExpectedError("group_unknown", name=name)
    return (found or alike)[0]


class _ToldProgress(Progress):
    """Shows a person at a terminal how far an import is, once a second on one line."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._next = time.monotonic() + 1

    def report(self, stage: str, fraction: float | None, count: int) -> None:
        super().report(stage, fraction, count)
        if sys.stderr.isatty() and time.monotonic() >= self._next:
            self._next = time.monotonic() + 1
            sys.stderr.write(f"{_WIPE}{texts.say(f'progress.{stage}', self._language)} {count}")


@contextmanager
def _told_progress(language: str) -> Iterator[Progress]:
    try:
        yield _ToldProgress(language)
    finally:
        if sys.stderr.isatty():
            sys.stderr.write(_WIPE)


def take_in(arguments: argparse.Namespace) -> int:
    """Take exports into a group, one after the other."""
    load_profile(arguments.profile)
    older = _older_answer(arguments)
    options, outcome, results = options_of(arguments), Outcome(), list[ImportResult]()
    with opened_console(arguments, create=True) as console:
        for file in arguments.files:
            with trouble_with(file, arguments.lang, outcome), _told_progress(arguments.lang) as progress:
                result = import_file(
                    console,
                    file,
                    arguments.group,
                    arguments.profile,
                    options,
                    review_from=arguments.review_from,
                    older=older,
                    judge=not arguments.no_judge,
                    progress=progress,
                )
                results.append(result)
                _give_import(arguments, _import_row([result]), file)
                if older is None and result.new:
                    _tell_older(console, result, arguments.lang)
    if results and (arguments.json or len(results) > 1):
        _give_import(arguments, _import_row(results), None)
    return outcome.status


def _older_answer(arguments: argparse.Namespace) -> OlderAnswer | None:
    """Return what the person wants with what is older than its term; None when he did not say."""
    if arguments.older is None:
        return None
    if arguments.older == "forget":
        return OlderAnswer()
    if arguments.until is None or not arguments.reason.strip():
        arguments.parser.error(texts.say("cli.older_needs", arguments.lang))
    return OlderAnswer(arguments.until, arguments.reason)


def _tell_older(console: Console, result: ImportResult, language: str) -> None:
    """Say beforehand that texts of this export will be erased, and when."""
    found = older_history.left(console, result.group_id)
    if found is not None:
        day = (console.now() + LOOKED_THROUGH).astimezone(found.oldest.tzinfo)
        values = {"count": found.count, "days": found.days, "day": f"{day:%d-%m-%Y}"}
        key = "older_goes_one" if found.count == 1 else "older_goes"
        print(texts.say(f"cli.{key}", language, **values), file=sys.stderr)


def _import_row(results: Sequence[ImportResult]) -> dict[str, object]:
    """Return what was taken in, of one file or of all together."""
    counts = {name: sum(getattr(result, name) for result in results) for name in _IMPORT_COUNTS}
    starts = [result.from_at for result in results if result.from_at is not None]
    ends = [result.to_at for result in results if result.to_at is not None]
    period = {"from": local(min(starts, default=None)), "to": local(max(ends, default=None))}
    return {"group": results[0].group} | counts | period


def _give_import(arguments: argparse.Namespace, row: dict[str, object], file: Path | None) -> None:
    if arguments.json:
        give(row)
        return
    key = "cli.imported" if file else "cli.imported_all"
    print(texts.say(key, arguments.lang, file=visible(file.name) if file else "", **row))


def week(arguments: argparse.Namespace) -> int:
    """Write what waits, in the order of the page Deze week; what an import left unjudged is judged first."""
    with opened_console(arguments) as console:
        judge_pending(console)
        items, older = triage.week(console), triage.older_flags(console)
        zones = {group.id: ZoneInfo(group.time_zone) for group in desk_groups.groups(console)}
    for item in items:
        at = item.at.astimezone(zones[item.group_id])
        if arguments.json:
            give(
                {"kind": item.kind, "group": item.group, "at": local(at), "attention": item.attention}
                | {"why": item.why, "text": item.text}
            )
            continue
        soon = texts.say(f"cli.{item.attention}", arguments.lang)
        print(f"[{soon}] {at:%d-%m-%Y %H:%M} {visible(item.group)}, {visible(item.author or '')}: {item.why}")
        print(f"    {visible(item.text)}")
    if not arguments.json:
        if not items:
            print(texts.say("cli.week_empty", arguments.lang))
        if older:
            print(texts.say("cli.older", arguments.lang, count=older))
    return DONE


def check(arguments: argparse.Namespace) -> int:
    """Say whether the store is whole."""
    with opened_console(arguments) as console:
        result = store_backup.check(console.store)
    if arguments.json:
        give({"ok": result.ok, "cipher": result.cipher, "rows": dict(result.rows)})
    elif result.ok:
        print(texts.say("cli.check_ok", arguments.lang, cipher=result.cipher))
    if not result.ok:
        tell(texts.say("cli.check_bad", arguments.lang))
    return DONE if result.ok else FAILED


def backup(arguments: argparse.Namespace) -> int:
    """Make a verified backup and write where it is."""
    with opened_console(arguments) as console:
        path = store_backup.make_backup(console.store, arguments.folder)
    if arguments.json:
        give({"path": str(path)})
    else:
        print(path)
    return DONE
