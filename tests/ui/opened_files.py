"""Tells which files of a folder were opened, by anybody: the kernel says so (Linux, inotify)."""

import ctypes
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

IN_OPEN = 0x20
_HEADER = struct.Struct("iIII")


@contextmanager
def watching(folder: Path) -> Iterator[list[str]]:
    """Collect the names of files in a folder that are opened meanwhile; the list is complete when the block ends."""
    libc = ctypes.CDLL(None, use_errno=True)
    queue = libc.inotify_init1(os.O_NONBLOCK)
    if queue < 0 or libc.inotify_add_watch(queue, os.fsencode(folder), IN_OPEN) < 0:
        raise OSError(ctypes.get_errno(), "inotify")
    opened: list[str] = []
    try:
        yield opened
        opened += _names(queue)
    finally:
        os.close(queue)


def _names(queue: int) -> list[str]:
    names = []
    while True:
        try:
            data = os.read(queue, 65_536)
        except BlockingIOError:
            return names
        place = 0
        while place < len(data):
            _watch, _mask, _cookie, length = _HEADER.unpack_from(data, place)
            place += _HEADER.size
            names.append(data[place : place + length].rstrip(b"\0").decode())
            place += length
