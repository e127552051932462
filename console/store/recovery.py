"""Keys of a store wrapped with the code on the recovery sheet, in a small encrypted file beside the store.

The code opens this file and not the store, so that the store can get another key without another sheet. SQLCipher
derives the file's own key from the code, slowly on purpose: opening takes about a quarter of a second.

The name tells which key and which sheet a file is for, without giving either away: ``STORE-KEY-SHEET.recovery``. A
new sheet therefore does not write over the file of the last one, which counts until somebody says to have printed
the new one.
"""

import re
import shutil
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2

from console.errors import ExpectedError
from console.store import crypt, recovery_code
from console.store.faults import DAMAGED, database_faults, file_faults, result_code
from console.store.places import made_aside, take_place

SUFFIX: Final = ".recovery"

# Also of a copy that a file manager named, as "beheerconsole-1a2b3c4d-5e6f70 (1).recovery".
_NAME: Final = re.compile(rf"-([0-9a-f]{{8}})-([0-9a-f]{{{recovery_code.SHEET_DIGITS}}})\b.*{re.escape(SUFFIX)}\Z")


@dataclass(frozen=True, slots=True)
class RecoveryFile:
    """A recovery file, as its name tells it: the id of its first key and the number of its sheet."""

    path: Path
    key_id: str
    sheet: str


def files_for(store_path: Path) -> tuple[RecoveryFile, ...]:
    """Return the recovery files of a store, the newest first; where none has its name, as for a backup, all beside it.

    Raises ``ExpectedError`` when the folder cannot be read.
    """
    return _of_store(store_path) or _beside(store_path)


def is_current(store_path: Path, key: str) -> bool:
    """Whether some sheet opens this key; if not, the person needs a new sheet."""
    return any(file.key_id == crypt.key_id(key) for file in _of_store(store_path))


def wrap(store_path: Path, code: str, keys: Sequence[str]) -> Path:
    """Write the keys, the one in use first, into a recovery file that ``code`` opens; return where it stands.

    It takes its place, or that of an older one for the same key and sheet, only after it was opened and read. Raises
    ``ExpectedError``: the code is wrong, the disk full, the place not writable.
    """
    code = recovery_code.parsed(code)
    kept = tuple(crypt.checked_key(key) for key in keys)
    sheet = recovery_code.sheet_number(code)
    target = store_path.with_name(f"{store_path.stem}-{crypt.key_id(kept[0])}-{sheet}{SUFFIX}")
    with made_aside(target) as part:
        with database_faults(target):
            _write(part, code, kept)
        if _read(part, code) != kept:
            raise ExpectedError("recovery_damaged", path=target)
        take_place(part, target)
    return target


def unwrap(store_path: Path, code: str) -> tuple[str, ...]:
    """Return the keys that the code gives, those of the newest file first; one of them opens the store.

    Raises ``ExpectedError`` when the code is wrong or of another sheet, and when the recovery file is missing,
    damaged or out of reach.
    """
    code = recovery_code.parsed(code)
    files = files_for(store_path)
    if not files:
        raise ExpectedError("recovery_missing", folder=store_path.parent)
    sheet = recovery_code.sheet_number(code)
    of_sheet = [file for file in files if file.sheet == sheet]
    if not of_sheet:
        raise ExpectedError("recovery_other_sheet", sheets=", ".join(dict.fromkeys(file.sheet for file in files)))
    keys = dict.fromkeys(key for file in of_sheet for key in _read(file.path, code))
    if not keys:
        raise ExpectedError("recovery_damaged", path=of_sheet[0].path)
    return tuple(keys)


def keep_only(store_path: Path, kept: Path, own: Collection[str]) -> None:
    """Remove the recovery files of this store but one: the older sheets open nothing any more.

    ``own`` are the ids of the keys of this store: what opens others, such as backups of another computer, stays.
    """
    for file in _of_store(store_path):
        if file.path.name != kept.name and file.key_id in own:
            with file_faults(file.path):
                file.path.unlink(missing_ok=True)


def copy_to(store_path: Path, folder: Path) -> tuple[Path, ...]:
    """Copy the recovery files of a store to a folder with backups: on another computer nobody opens those without."""
    copies = []
    for file in _of_store(store_path):
        target = folder / file.path.name
        if target.exists() and target.samefile(file.path):
            continue
        with made_aside(target) as part, file_faults(target):
            shutil.copyfile(file.path, part)
            take_place(part, target)
        copies.append(target)
    return tuple(copies)


def drop_older(store_path: Path, folder: Path, own: Collection[str], needed: Collection[str]) -> None:
    """Remove from a folder with backups what does not count beside the store any more: an older sheet opens nothing.

    ``own`` are the ids of the keys of this store, for other files are of another; ``needed`` are those of the backups
    there: a file of an older key goes after the last of its backups. Nothing goes as long as none counts.
    """
    counting = {file.path.name: file.key_id for file in _of_store(store_path)}
    for file in _of_store(folder / store_path.name):
        is_older = file.path.name not in counting and file.key_id in own
        if counting and is_older and (file.key_id in counting.values() or file.key_id not in needed):
            with file_faults(file.path):
                file.path.unlink(missing_ok=True)


def _beside(store_path: Path) -> tuple[RecoveryFile, ...]:
    with file_faults(store_path):
        named = [(path, found) for path in store_path.parent.iterdir() if (found := _NAME.search(path.name))]
        named.sort(key=lambda file: (file[0].stat().st_mtime_ns, file[0].name), reverse=True)
    return tuple(RecoveryFile(path, found[1], found[2]) for path, found in named)


def _of_store(store_path: Path) -> tuple[RecoveryFile, ...]:
    start = f"{store_path.stem}-"
    return tuple(file for file in _beside(store_path) if _NAME.sub("-", file.path.name) == start)


def _write(path: Path, code: str, keys: Sequence[str]) -> None:
    with closing(_connect(path, code, "rw")) as connection:
        connection.execute("CREATE TABLE keys (place INTEGER PRIMARY KEY, key TEXT NOT NULL)")
        connection.executemany("INSERT INTO keys VALUES (?, ?)", enumerate(keys))
        connection.commit()


def _read(path: Path, code: str) -> tuple[str, ...]:
    """Return the keys in a file, none when it is damaged: SQLCipher checks the signature of every page it reads."""
    try:
        with database_faults(path, but=DAMAGED), closing(_connect(path, code, "ro")) as connection:
            return tuple(row[0] for row in connection.execute("SELECT key FROM keys ORDER BY place"))
    except sqlcipher3.dbapi2.DatabaseError as error:
        # A cut or empty file is no error to SQLite: it has no tables then.
        if result_code(error) in DAMAGED or "no such table" in str(error):
            return ()
        raise


def _connect(path: Path, code: str, mode: str) -> sqlcipher3.dbapi2.Connection:
    connection = sqlcipher3.dbapi2.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = '{code}'")  # 36 signs of the alphabet of codes: no quotation mark among them
        if not connection.execute("PRAGMA cipher_version").fetchone():
            raise RuntimeError("this SQLite does not encrypt: sqlcipher3 was not built with SQLCipher")
    except BaseException:
        connection.close()
        raise
    return connection
