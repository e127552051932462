"""Reads JSON value by value, so that memory does not grow with the file and no file can make it stall.

Not ijson: an object nested 100,000 deep kept its C backend busy for 23 seconds and then took all memory, because it
joins the names of every level (measured, ijson 3.6). Here a value is at most ``MAX_VALUE_CHARACTERS`` long and the
standard library's own depth limit holds. It is as fast: 100,000 Telegram messages in 0.8 s against 1.0 s.
"""

import codecs
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO, Final, TypeGuard

BLOCK_BYTES: Final = 256 * 1024
MAX_VALUE_CHARACTERS: Final = 8 * 1024 * 1024  # one message; the longest real ones (long polls) are a few KiB
MAX_SKIP_DEPTH: Final = 64

_NUMBER_SO_FAR: Final = re.compile(r"[-+.eE0-9]*\Z")
_SPACE: Final = re.compile(r"[ \t\r\n]*")


Json = Mapping[str, object]


class DamagedJsonError(ValueError):
    """The text is no JSON, breaks off, or does not have the shape that its format promises."""


def _no_number(name: str) -> object:
    raise DamagedJsonError(name)


# strict=False: a raw TAB or line break inside a string harms nobody, so it is no reason to refuse a whole export.
_DECODER: Final = json.JSONDecoder(strict=False, parse_constant=_no_number)


class JsonText:
    """A JSON text and how far it has been read.

    Walk it with ``walk_object`` and ``walk_array`` and take or skip what stands there; each raises
    ``DamagedJsonError``. ``mend`` gets the decoded blocks and may repair what is not JSON in them.
    """

    def __init__(
        self, stream: BinaryIO, encoding: str, mend: Callable[[Iterable[str]], Iterator[str]] | None = None
    ) -> None:
        blocks = _decoded(stream, encoding)
        self._blocks = mend(blocks) if mend else blocks
        self._buffer = ""
        self._at = 0

    def peek(self) -> str:
        """Return the next character that is no space, or an empty string at the end."""
        while True:
            match = _SPACE.match(self._buffer, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._buffer) or not self._read_block():
                return self._buffer[self._at : self._at + 1]

    def value(self) -> object:
        """Take the value that stands here, whole."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError:  # broken off at the end of the buffer, or no JSON
                if not self._read_as_much_again():
                    raise DamagedJsonError from None
            except (ValueError, RecursionError):  # a number of thousands of digits; nested too deep
                raise DamagedJsonError from None
            else:
                goes_on = _NUMBER_SO_FAR.match(self._buffer, end)  # "2." at the end of a block is not 2
                if not goes_on or not self._read_as_much_again():
                    self._at = end
                    return value

    def walk_object(self) -> Iterator[str]:
        """Walk the object that stands here: yields each name, after which the caller takes or skips its value."""
        self._take("{")
        if self.peek() != "}":
            while True:
                name = self.value()
                if not isinstance(name, str):
                    raise DamagedJsonError
                self._take(":")
                yield name
                if self.peek() != ",":
                    break
                self._take(",")
        self._take("}")

    def walk_array(self) -> Iterator[None]:
        """Walk the array that stands here: yields before each element, which the caller takes or skips."""
        self._take("[")
        if self.peek() != "]":
            while True:
                yield
                if self.peek() != ",":
                    break
                self._take(",")
        self._take("]")

    def skip(self, depth: int = 0) -> None:
        """Pass over the value that stands here, whatever its size."""
        if depth > MAX_SKIP_DEPTH:
            raise DamagedJsonError
        match self.peek():
            case "{":
                for _ in self.walk_object():
                    self.skip(depth + 1)
            case "[":
                for _ in self.walk_array():
                    self.skip(depth + 1)
            case _:
                self.value()

    def _take(self, character: str) -> None:
        if self.peek() != character:
            raise DamagedJsonError
        self._at += 1

    def _read_block(self) -> bool:
        for block in self._blocks:
            self._buffer = self._buffer[self._at :] + block
            self._at = 0
            return True
        return False

    def _read_as_much_again(self) -> bool:
        """Double what is left to read, so that a long value is tried a few times and not once a block."""
        left = len(self._buffer) - self._at
        if left > MAX_VALUE_CHARACTERS:
            return False
        while len(self._buffer) - self._at <= 2 * left and self._read_block():
            pass
        return len(self._buffer) - self._at > left


def _decoded(stream: BinaryIO, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while data := stream.read(BLOCK_BYTES):
        yield decoder.decode(data)
    yield decoder.decode(b"", final=True)


def object_of(value: object) -> Json:
    """Return a value that must be an object. Raises ``DamagedJsonError``, as the next two do."""
    if not isinstance(value, dict):
        raise DamagedJsonError
    return value


def list_of(entry: Json, key: str) -> list[object]:
    """Return a field that must be an array; an empty one where it is absent or null."""
    value = entry.get(key)
    if value is not None and not isinstance(value, list):
        raise DamagedJsonError
    return value or []


def string_of(entry: Json, key: str) -> str | None:
    """Return a field that must be a string; None where it is absent or null."""
    value = entry.get(key)
    if value is not None and not isinstance(value, str):
        raise DamagedJsonError
    return value


def is_whole_number(value: object) -> TypeGuard[int]:
    """Whether a value can be an id or a time: a number of at most 64 bits."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63
