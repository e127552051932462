"""The bytes of an encrypted store as they stand on the disk, decrypted page by page in memory and never written.

SQL shows only what is still part of a table. What was erased may yet stand in free pages or in the write-ahead log, so
whoever wants to prove that a word is gone must look here. SQLCipher 4 writes AES-256 in CBC mode with a raw key
(https://www.zetetic.net/sqlcipher/design/); Python has no AES of its own, and a page at a time is nothing for numpy.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from console.errors import ExpectedError
from console.store.faults import file_faults

_PAGE: Final = 4096
_IV: Final = slice(_PAGE - 80, _PAGE - 64)  # behind it stands the signature of the page
_END: Final = _PAGE - 80
_SALT: Final = 16
_LOG_HEADER: Final = 32  # https://sqlite.org/fileformat2.html#walformat
_FRAME_HEADER: Final = 24
_PAGES_AT_ONCE: Final = 512
_BLOCK: Final = 16
_ROUNDS: Final = 14
_PAGE_SIZE_AT: Final = slice(0, 2)  # the first thing in the first page that is no salt
_PAGE_SIZE: Final = b"\x10\x00"

Bytes = npt.NDArray[np.uint8]
Words = npt.NDArray[np.uint32]

_kept_open: Final[dict[Path, tuple[int, int]]] = {}  # inode and descriptor


def pages(path: Path, key: str) -> Iterator[bytes]:
    """Yield the pages of a store, each without its random start and signature; the salt of the first is left out.

    ``key`` are 64 hexadecimal digits. SQLite may have the file open. Raises ``ExpectedError`` when the file cannot be
    read or the key is not its own.
    """
    with file_faults(path), _reader(path) as read_at:
        place = 0
        while block := read_at(place):
            read = np.frombuffer(block, np.uint8, len(block) // _PAGE * _PAGE).reshape(-1, _PAGE)
            plain = _decrypted(read, key, begins=[] if place else [0])
            if not place and plain[0][_SALT:][_PAGE_SIZE_AT] != _PAGE_SIZE:
                raise ExpectedError("store_wrong_key", path=path)
            place += len(block)
            yield from plain


def log_pages(path: Path, key: str) -> Iterator[bytes]:
    """Yield the pages in the write-ahead log of a store, also those that were overtaken; none when it is empty."""
    log = path.with_name(f"{path.name}-wal")  # SQLite holds no lock on it: it may be opened and closed
    if not log.exists():
        return
    frame = _FRAME_HEADER + _PAGE
    with file_faults(log), log.open("rb") as stream:
        stream.seek(_LOG_HEADER)
        while len(block := stream.read(frame * _PAGES_AT_ONCE)) >= frame:
            read = np.frombuffer(block, np.uint8, len(block) // frame * frame).reshape(-1, frame)
            numbers = read[:, :4].copy().view(">u4").ravel()
            yield from _decrypted(read[:, _FRAME_HEADER:], key, begins=np.flatnonzero(numbers == 1).tolist())


@contextmanager
def _reader(path: Path) -> Iterator[Callable[[int], bytes]]:
    """Give a function that reads from a place in a file.

    On POSIX, closing any descriptor of a file drops the locks that SQLite holds on it in this process
    (https://sqlite.org/howtocorrupt.html 2.2). So that of a file that is open stays open, until another takes its name.
    """
    if os.name == "posix":
        found = path.stat()
        inode, descriptor = _kept_open.get(path, (0, -1))
        if inode != found.st_ino:
            if inode:
                os.close(descriptor)
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
            _kept_open[path] = (found.st_ino, descriptor)
        yield lambda place: os.pread(descriptor, _PAGE * _PAGES_AT_ONCE, place)
        return
    with path.open("rb") as stream:

        def read_at(place: int) -> bytes:
            stream.seek(place)
            return stream.read(_PAGE * _PAGES_AT_ONCE)

        yield read_at


def _decrypted(read: Bytes, key: str, *, begins: Sequence[int]) -> list[bytes]:
    """Return plain pages: shape (n, 4096). Those in ``begins`` are the first of a store: they begin with its salt."""
    body = read[:, :_END]
    before = np.concatenate([read[:, _IV], body[:, :-_BLOCK]], axis=1)
    before[begins, _SALT : 2 * _SALT] = read[begins, _IV]
    plain = _blocks(np.ascontiguousarray(body).reshape(-1, _BLOCK), key).reshape(body.shape) ^ before
    plain[begins, :_SALT] = 0
    return [page.tobytes() for page in plain]


# --- AES, only the way back (FIPS 197, 5.3.5: the equivalent inverse cipher) -----------------------------------------


def _blocks(cipher: Bytes, key: str) -> Bytes:
    """Decrypt blocks, each by itself: shape (n, 16). Works on all the first columns of four bytes, then the second."""
    keys, (tables, last) = _round_keys(key), _tables()
    state: Words = np.ascontiguousarray(cipher.view(">u4").astype("<u4").T) ^ keys[0][:, None]
    fresh, part = np.empty_like(state), np.empty(len(cipher), np.uint32)
    for number in range(1, _ROUNDS + 1):
        table = last if number == _ROUNDS else tables
        rows = state.view(np.uint8).reshape(4, -1, 4)[:, :, ::-1]  # the first byte of a column is its highest
        for column in range(4):
            np.take(table[0], rows[column, :, 0], out=fresh[column], mode="clip")
            for row in (1, 2, 3):
                np.take(table[row], rows[(column - row) % 4, :, row], out=part, mode="clip")
                fresh[column] ^= part
            fresh[column] ^= keys[number][column]
        state, fresh = fresh, state
    plain: Bytes = np.ascontiguousarray(state.T).astype(">u4").view(np.uint8)
    return plain


@cache
def _box() -> tuple[list[int], list[int]]:
    """Return the S-box and its inverse."""
    box, inverse = [0] * 256, [0] * 256
    logs = _powers()
    for value in range(256):
        turned = logs[255 - logs.index(value)] if value else 0
        mixed = 0x63
        for shift in range(5):
            mixed ^= (turned << shift | turned >> (8 - shift)) & 255
        box[value], inverse[mixed] = mixed, value
    return box, inverse


@cache
def _powers() -> list[int]:
    """Return the powers of 3 in the field of AES."""
    found, value = [], 1
    for _ in range(255):
        found.append(value)
        value ^= _doubled(value)
    return [*found, 1]


def _doubled(value: int) -> int:
    return (value << 1 ^ (0x11B if value & 0x80 else 0)) & 0x1FF


def _times(value: int, factor: int) -> int:
    product = 0
    while factor:
        product ^= value if factor & 1 else 0
        value, factor = _doubled(value), factor >> 1
    return product


@cache
def _tables() -> tuple[Words, Words]:
    """Return the tables of a round and of the last one: for each row of a column, what each byte in it gives."""
    inverse = _box()[1]
    words = [
        int.from_bytes(bytes(_times(inverse[value], factor) for factor in (14, 9, 13, 11))) for value in range(256)
    ]
    rounds = [[word >> 8 * row | word << (32 - 8 * row) & 0xFFFFFFFF for word in words] for row in range(4)]
    rounds[0] = words
    last = [[inverse[value] << (24 - 8 * row) for value in range(256)] for row in range(4)]
    return np.array(rounds, np.uint32), np.array(last, np.uint32)


@lru_cache(maxsize=1)
def _round_keys(key: str) -> Words:
    """Return the keys of the rounds, the last first, those between turned for the equivalent inverse cipher."""
    box = _box()[0]
    words = [list(bytes.fromhex(key)[start : start + 4]) for start in range(0, 32, 4)]
    constant = 1
    for place in range(8, 4 * (_ROUNDS + 1)):
        word = words[-1]
        if place % 8 == 0:
            word = [box[value] for value in [*word[1:], word[0]]]
            word[0] ^= constant
            constant = _doubled(constant)
        elif place % 8 == 4:
            word = [box[value] for value in word]
        words.append([first ^ second for first, second in zip(words[-8], word, strict=True)])
    bounds = pairwise(range(0, len(words) + 1, 4))
    backwards = [words[start:end] for start, end in bounds][::-1]
    turned = [backwards[0], *([_mixed(word) for word in one] for one in backwards[1:-1]), backwards[-1]]
    return np.array([[int.from_bytes(bytes(word)) for word in one] for one in turned], np.uint32)


def _mixed(word: list[int]) -> list[int]:
    factors = (14, 11, 13, 9)
    return [
        _times(word[0], factors[-row % 4])
        ^ _times(word[1], factors[(1 - row) % 4])
        ^ _times(word[2], factors[(2 - row) % 4])
        ^ _times(word[3], factors[(3 - row) % 4])
        for row in range(4)
    ]
