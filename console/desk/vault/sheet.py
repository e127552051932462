"""The recovery sheet in the words of the person: what the code is for, and how to keep it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from console import texts
from console.desk.console import Console
from console.desk.table_files import write_whole
from console.desk.vault import changing
from console.desk.vault.changing import NewSheet
from console.errors import ExpectedError
from console.store import recovery_code


def print_sheet(console: Console, path: Path, kept: Sequence[str] | None = None) -> NewSheet:
    """Make a new code for the store and write its sheet to a PDF that only its owner may read.

    ``kept`` are older keys of the store, which its older backups need; None: those that the store knows. The sheet
    counts from now on, and so does the last one until ``confirm_sheet``. Raises ``ExpectedError``: no room or no right
    to write; then there is no new code.
    """
    sheet = changing.make_sheet(console.store, console.store.older_keys if kept is None else kept)
    try:
        save_again(console, sheet, path)
    except BaseException:
        sheet.file.unlink(missing_ok=True)
        raise
    return sheet


def save_again(console: Console, sheet: NewSheet, path: Path) -> NewSheet:
    """Write the same sheet to another PDF, and return it. Raises ``ExpectedError``: no room or no right to write."""
    data = sheet_pdf(sheet, console.now(), console.language)
    write_whole(path, lambda new: new.write_bytes(data))
    return sheet


def confirm(console: Console, sheet: NewSheet, typed: Sequence[str]) -> bool:
    """Whether the person typed the two groups that were asked back; no older sheet opens anything then."""
    first, second = typed
    return changing.confirm_sheet(console.store, sheet, (first, second))


def confirm_with_code(console: Console, code: str) -> str:
    """Have the sheet of this code count, and no older one; return its number. Raises ``ExpectedError``."""
    return changing.confirm_with_code(console.store, code)


def throw_away(paths: Sequence[Path]) -> None:
    """Remove the files that a sheet was printed from: who finds one has the code. Raises ``ExpectedError``."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise ExpectedError("sheet_not_removed", path=path) from error


def sheet_pdf(sheet: NewSheet, now: datetime, language: str) -> bytes:
    """Return the sheet as a PDF of one page. It names no group: who finds it should not know whose it is."""
    from console.papers import recovery_sheet

    def say(key: str, **values: object) -> str:
        return texts.say(f"recovery_sheet.{key}", language, **values)

    made = recovery_sheet.RecoverySheet(
        title=say("title"),
        lead=say("lead"),
        groups=recovery_code.groups(sheet.code),
        below=say("below", number=sheet.number, date=f"{now.astimezone():%d-%m-%Y}"),
        sections=(
            (say("keeping"), (say("keep_paper"), say("keep_secret"), say("throw_away"))),
            (say("using"), (say("type_it"), say("signs"), say("new_computer"))),
        ),
        language=language,
    )
    return recovery_sheet.pdf(made, now)
