"""Files of the store: filled aside and named when whole, readable by their owner only, on a disk of this computer."""

import os
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from console.store.faults import file_faults

_NETWORK_FILESYSTEMS: Final = frozenset({
    "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs", "glusterfs", "ncpfs",
    "nfs", "nfs4", "smb3", "smbfs",
})  # fmt: skip
_WINDOWS_DRIVE_REMOTE: Final = 4  # https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew


@contextmanager
def made_aside(target: Path) -> Iterator[Path]:
    """Give an empty file beside ``target`` to fill and then ``give_name``; nothing of it is left in the end.

    Makes the folder (0700) when there is none. A crash leaves a hidden ``.part`` file and never half a ``target``.
    Raises ``ExpectedError`` when the place cannot be written to.
    """
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    with file_faults(target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # SQLite's side files take its mode
    try:
        yield part
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def give_name(part: Path, target: Path) -> None:
    """Name a finished file. An existing ``target``, made by another program meanwhile, is kept as it is."""
    with file_faults(target):
        try:
            os.link(part, target)
        except FileExistsError:
            return
        except OSError:  # a disk without links, such as an exFAT stick
            if not target.exists():
                part.rename(target)
        write_names_down(target.parent)


def take_place(part: Path, target: Path) -> None:
    """Name a finished file, in the place of what has that name: at any moment the one or the other stands there whole.

    Raises ``ExpectedError``; on Windows also when another program has the older file open.
    """
    with file_faults(target):
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(target)
        write_names_down(target.parent)


def write_names_down(folder: Path) -> None:
    """Have the disk keep the names in a folder, as they are now, through a power cut."""
    if os.name == "posix":  # Windows writes names down by itself
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def is_on_network(path: Path) -> bool:
    """Whether a path lies on a network drive, where SQLite's locks and log cannot be trusted.

    Known for Linux and Windows (https://sqlite.org/wal.html, "all processes must be on the same host computer");
    False where it cannot be told.
    """
    if sys.platform == "win32":
        import ctypes

        anchor = path.absolute().anchor
        return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == _WINDOWS_DRIVE_REMOTE
    mounts = Path("/proc/self/mountinfo")
    if not mounts.exists():
        return False
    return filesystem_of(path.resolve(), mounts.read_text(errors="replace")) in _NETWORK_FILESYSTEMS


def filesystem_of(path: Path, mountinfo: str) -> str | None:
    """Return the type of the filesystem that holds an absolute path, from Linux's table of mounts (``man 5 proc``)."""
    found: tuple[int, str | None] = (0, None)
    for line in mountinfo.splitlines():
        mount, _, filesystem = line.partition(" - ")
        fields = mount.split(" ")
        if len(fields) < 5 or not filesystem:
            continue
        point = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4]))
        if path.is_relative_to(point) and len(point.parts) >= found[0]:  # a later mount lies over an earlier one
            found = (len(point.parts), filesystem.split(" ")[0])
    return found[1]
