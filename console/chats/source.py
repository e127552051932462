"""Where the bytes of a chat come from: a file, one member of a zip, or pasted text. Nothing is ever extracted.

Limits are those of ``design/security.md`` C3: at most 10,000 entries, 2 GiB of chat, and no more than 200 bytes out of
one byte in, checked while the bytes stream.
"""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, cast

from console.chats import decode
from console.errors import ExpectedError

HEAD_BYTES: Final = 64 * 1024
MAX_ENTRIES: Final = 10_000
MAX_CHAT_BYTES: Final = 2 * 1024**3
MAX_RATIO: Final = 200
RATIO_GRACE_BYTES: Final = 100 * 1024**2  # small files may compress better than 200:1 without being a bomb

# What Python's zip reader raises for archives that are not what they say.
_DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, NotImplementedError,
    IndexError, OverflowError,
)  # fmt: skip
_CHAT_SUFFIXES: Final = (".txt", ".json", ".jsonl", ".md", ".csv")


@dataclass(frozen=True)
class Source:
    """Bytes that may hold a chat. ``opener`` starts a fresh stream each time; ``made_at`` is when the export was made.

    ``name`` is the name of the chat file itself (inside a zip: of the member), without folders; ``container`` that of
    the folder or zip around it, which on an iPhone carries the name of the group.
    """

    name: str
    size: int
    opener: Callable[[], BinaryIO]
    made_at: datetime | None = None
    container: str = ""

    def open(self) -> BinaryIO:
        """Start reading at the first byte. Raises ``ExpectedError`` when the file cannot be opened."""
        return self.opener()

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB."""
        with self.open() as stream:
            return stream.read(HEAD_BYTES)

    @cached_property
    def encoding(self) -> str:
        """How the text is encoded, from the head: a byte-order mark, UTF-16 without one, UTF-8, else cp1252."""
        return decode.guess_encoding(self.head)

    @cached_property
    def head_text(self) -> str:
        """The head as text; a character cut in half at the end is left out."""
        return decode.decode_head(self.head, self.encoding)


def from_text(text: str, made_at: datetime | None = None) -> Source:
    """Return pasted text as a source."""
    data = text.encode("utf-8", "replace")
    return Source("", len(data), lambda: io.BytesIO(data), made_at)


def open_sources(path: Path) -> list[Source]:
    """Return what may hold a chat in a file: the file itself, or the text files in a zip (its own chat file first).

    Raises ``ExpectedError`` for a file that is missing, empty or unreadable, and for a zip that is damaged, locked,
    suspiciously large, or holds no text at all.
    """
    try:
        status = path.stat()
        if path.is_dir():
            raise ExpectedError("file_is_folder", file=path.name)
        if not path.is_file():  # a pipe would give its bytes once, and perhaps never
            raise ExpectedError("file_not_plain", file=path.name)
        with path.open("rb") as stream:
            start = stream.read(4)
    except FileNotFoundError:
        raise ExpectedError("file_missing", file=path.name) from None
    except OSError as error:
        raise _unreadable(path, error) from None
    if not start:
        raise ExpectedError("file_empty", file=path.name)
    made_at = datetime.fromtimestamp(status.st_mtime)  # noqa: DTZ006 exports are written in local time
    if start.startswith(b"PK") and path.suffix.lower() not in (".xlsx", ".xlsm"):
        return _zip_sources(path, made_at)
    return [Source(path.name, status.st_size, partial(_open_file, path), made_at, container=path.parent.name)]


def _open_file(path: Path) -> BinaryIO:
    try:
        return cast("BinaryIO", io.BufferedReader(_File(path)))
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError) -> ExpectedError:
    return ExpectedError("file_unreadable", file=path.name, why=error.strerror or "")


class _File(io.FileIO):
    """A file whose disk may go while it is read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._path = path

    def readinto(self, buffer: bytearray | memoryview) -> int | None:  # type: ignore[override]
        try:
            return super().readinto(buffer)
        except OSError as error:
            raise _unreadable(self._path, error) from None


def _zip_sources(path: Path, made_at: datetime) -> list[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except _DAMAGED:
        raise ExpectedError("zip_damaged", file=path.name) from None
    if len(entries) > MAX_ENTRIES:
        raise ExpectedError("zip_too_large", file=path.name)
    chats = [entry for entry in entries if _may_hold_chat(entry)]
    if not chats:
        raise ExpectedError("zip_without_chat", file=path.name)
    # In an export with media a neighbour's own .txt may lie beside the chat; the chat has a name that WhatsApp gives.
    named = [entry for entry in chats if _is_chat_name(PurePosixPath(entry.filename).name)]
    return [_zip_source(path, entry, made_at) for entry in named or chats]


def _may_hold_chat(entry: zipfile.ZipInfo) -> bool:
    inside = PurePosixPath(entry.filename.replace("\\", "/"))
    return (
        bool(entry.filename)
        and not entry.is_dir()
        and not inside.is_absolute()
        and ".." not in inside.parts
        and "__MACOSX" not in inside.parts
        and not inside.name.startswith("._")
        and inside.suffix.lower() in _CHAT_SUFFIXES
    )


def _is_chat_name(name: str) -> bool:
    return name == "_chat.txt" or (name.startswith("WhatsApp") and name.endswith(".txt")) or name == "result.json"


def _zip_source(path: Path, entry: zipfile.ZipInfo, made_at: datetime) -> Source:
    inside = PurePosixPath(entry.filename)

    def opener() -> BinaryIO:
        try:
            return cast("BinaryIO", io.BufferedReader(_ZipMember(path, entry)))
        except _DAMAGED:
            raise ExpectedError("zip_damaged", file=path.name) from None
        except RuntimeError:  # what Python raises for want of a password
            raise ExpectedError("zip_locked", file=path.name) from None

    container = inside.parent.name or path.stem
    return Source(inside.name, entry.file_size, opener, made_at, container=container)


class _ZipMember(io.RawIOBase):
    """One member of a zip as a stream that stops a bomb while it unpacks, whatever the headers claim."""

    def __init__(self, path: Path, entry: zipfile.ZipInfo) -> None:
        self._name = path.name
        self._archive = zipfile.ZipFile(path)
        try:
            self._member = self._archive.open(entry)
        except BaseException:
            self._archive.close()
            raise
        self._read = 0
        self._packed = max(entry.compress_size, 1)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._member.read(len(buffer))
        except _DAMAGED:
            raise ExpectedError("zip_damaged", file=self._name) from None
        self._read += len(data)
        if self._read > MAX_CHAT_BYTES or (self._read > RATIO_GRACE_BYTES and self._read > MAX_RATIO * self._packed):
            raise ExpectedError("zip_too_large", file=self._name)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._member.close()
            self._archive.close()
        super().close()
