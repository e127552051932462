"""``beheer rekey`` and ``beheer recovery-sheet``: another key for the store, and the paper that opens it without one.

Both ask at a terminal for what stands on paper; a script is asked nothing.
"""

import argparse
import sys
from collections.abc import Callable, Sequence

from console import texts
from console.cli import key_files
from console.cli.output import DONE, FAILED, give, tell
from console.cli.stored import opened_console
from console.desk.console import Console
from console.desk.vault import changing, opening
from console.desk.vault.sheet import print_sheet
from console.errors import ExpectedError
from console.secrets import key_from_environment


def rekey(arguments: argparse.Namespace) -> int:
    """Give the store another key, and say whether the sheet opens it too."""
    with opened_console(arguments) as console:
        kept, keep = _place_of_keys(console, arguments)
        code = _asked(texts.say("cli.ask_code", arguments.lang)) or None
        changed = changing.change_key(console.store, kept, keep, code=code)
    if arguments.json:
        give({"backup": str(changed.backup), "needs_sheet": changed.needs_sheet})
    else:
        print(texts.say("cli.rekeyed", arguments.lang, path=changed.backup))
    if changed.needs_sheet:
        tell(texts.say("cli.needs_sheet", arguments.lang))
    return DONE


def recovery_sheet(arguments: argparse.Namespace) -> int:
    """Write a new recovery sheet as PDF; at a terminal it counts alone once two groups were typed back."""
    if arguments.file.suffix.lower() != ".pdf":
        raise ExpectedError("sheet_not_pdf", path=arguments.file)
    with opened_console(arguments) as console:
        kept, _ = _place_of_keys(console, arguments)
        sheet = print_sheet(console, arguments.file, kept)
        if arguments.json:
            give({"path": str(arguments.file), "sheet": sheet.number})
        else:
            print(arguments.file)
        tell(texts.say("cli.print_sheet", arguments.lang))
        if not sys.stdin.isatty():
            tell(texts.say("cli.older_sheet_counts", arguments.lang))
            return DONE
        first, second = (_asked(texts.say("cli.ask_group", arguments.lang, number=number)) for number in sheet.asked)
        if changing.confirm_sheet(console.store, sheet, (first, second)):
            tell(texts.say("cli.sheet_counts", arguments.lang))
            return DONE
    tell(texts.say("cli.groups_wrong", arguments.lang))
    return FAILED


def _place_of_keys(
    console: Console, arguments: argparse.Namespace
) -> tuple[Sequence[str], Callable[[Sequence[str]], None]]:
    """Return the keys that are known of the store, and what puts them where the next start looks for them."""
    store = console.store
    if arguments.key_file:
        return key_files.known(arguments.key_file), key_files.keeping(arguments.key_file, store.key)
    if key_from_environment():
        return (store.key,), _nowhere
    return opening.known_keys(store), lambda keys: opening.keep(store.path, keys)


def _nowhere(_keys: Sequence[str]) -> None:
    """A program cannot change the environment of who started it: without a place for the new key, nothing is done."""
    raise ExpectedError("rekey_key_in_environment")


def _asked(question: str) -> str:
    """Return what a person at a terminal answers; nothing for a script."""
    if not sys.stdin.isatty():
        return ""
    tell(question)
    return sys.stdin.readline().strip()
