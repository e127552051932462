"""``beheer restore``: put a backup back. A person at a terminal sees what that changes and is asked, no script is."""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from console import settings, texts
from console.cli import key_files
from console.cli.output import DONE, FAILED, give, tell
from console.desk.vault import opening, restoring
from console.desk.vault.at_hand import keys_at_hand
from console.domain.vault import Backup, Restored
from console.errors import ExpectedError
from console.secrets import key_from_environment


def restore(arguments: argparse.Namespace) -> int:
    """Put a backup in the place of the store, which is kept beside it; where none stands, it comes there."""
    named = arguments.store or os.environ.get("BEHEER_STORE")
    path = (Path(named) if named else settings.default_store_path()).absolute()
    backup = restoring.of_file(arguments.file.absolute())
    keys = _keys(arguments, path)
    seen = restoring.preview(path, backup, keys, language=arguments.lang)
    by_code: tuple[str, ...] = ()
    if not seen.opens and sys.stdin.isatty():
        by_code = _keys_by_code(backup, arguments.lang)
        seen = restoring.preview(path, backup, (*keys, *by_code), language=arguments.lang)
    if seen.opens and sys.stdin.isatty() and not arguments.yes:
        moment = f"{backup.made_at.astimezone():%d-%m-%Y %H:%M}"
        for sentence in (texts.say("cli.restore_of", arguments.lang, moment=moment), *seen.since):
            tell(sentence)
        tell(texts.say("cli.ask_restore", arguments.lang))
        if sys.stdin.readline().strip().lower() != texts.say("cli.answer_yes", arguments.lang):
            tell(texts.say("cli.restore_left", arguments.lang))
            return FAILED
    is_of_keyring = not arguments.key_file and not key_from_environment()
    done = restoring.restore(
        path,
        backup,
        (*keys, *by_code),
        now=datetime.now(UTC),
        may_change_key=bool(by_code) and is_of_keyring,
        language=arguments.lang,
    )
    _tell(arguments, done)
    if by_code and not opening.try_to_keep(path, done.keys):
        tell(texts.say("cli.code_not_kept", arguments.lang))
    return DONE


def _keys(arguments: argparse.Namespace, path: Path) -> tuple[str, ...]:
    """Return the keys that are at hand; beside a key file may stand those from before, for older backups."""
    if arguments.key_file:
        key_files.in_use(arguments.key_file, path)
        return key_files.known(arguments.key_file)
    in_environment = key_from_environment()
    return (in_environment,) if in_environment else keys_at_hand(path)


def _keys_by_code(backup: Backup, language: str) -> tuple[str, ...]:
    tell(texts.say("cli.ask_restore_code", language))
    code = sys.stdin.readline().strip()
    if not code:
        raise ExpectedError("restore_no_key", path=backup.path)
    return restoring.keys_by_code(backup, code)


def _tell(arguments: argparse.Namespace, done: Restored) -> None:
    if arguments.json:
        give(
            {"path": str(done.path), "kept": done.kept and str(done.kept), "backup": done.backup and str(done.backup)}
            | {"erased": done.erased, "needs_sheet": done.needs_sheet}
        )
    else:
        tell(texts.say("cli.restored", arguments.lang))
        if done.kept is not None:
            tell(texts.say("cli.restored_kept", arguments.lang, kept=done.kept))
    if done.needs_sheet:
        tell(texts.say("cli.needs_sheet", arguments.lang))
