"""Where the bytes of a chat come from: a file, one member of a zip, or pasted text. Nothing is ever extracted.

Limits are those of ``design/security.md`` C3: at most 10,000 entries, 2 GiB of chat, and no more than 200 bytes out of
one byte in, checked while the bytes stream.
"""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, cast

from console.chats import decode
from console.errors import ExpectedError

HEAD_BYTES: Final = 64 * 1024
MAX_ENTRIES: Final = 10_000
MAX_CHAT_BYTES: Final = 2 * 1024**3
MAX_RATIO: Final = 200
RATIO_GRACE_BYTES: Final = 100 * 1024**2  # small files may compress better than 200:1 without being a bomb

_CHAT_SUFFIXES: Final = (".txt", ".json", ".jsonl", ".md", ".csv")


@dataclass(frozen=True)
class Source:
    """Bytes that may hold a chat. ``opener`` starts a fresh stream each time; ``made_at`` is when the export was made.

    ``name`` is the name of the chat file itself (inside a zip: of the member), without folders.
    """

    name: str
    size: int
    opener: Callable[[], BinaryIO]
    made_at: datetime | None = None

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
