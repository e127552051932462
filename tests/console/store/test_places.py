"""Where a store may stand, and that a file is named only when it is whole."""

from pathlib import Path

import pytest

from console.errors import ExpectedError
from console.store.places import filesystem_of, give_name, is_on_network, made_aside

MOUNTS = r"""
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
23 22 0:21 / /proc rw - proc proc rw
40 22 0:50 / /mnt/wijk\040net rw,relatime - cifs //server/wijk rw
41 22 0:51 / /home rw shared:5 master:3 - nfs4 server:/home rw
42 41 8:1 / /home/anja/stick rw - exfat /dev/sda1 rw
43 22 0:60 / /over rw - nfs server:/over rw
44 22 0:61 / /over rw - tmpfs tmpfs rw
nonsense
"""


@pytest.mark.parametrize(
    ("path", "filesystem"),
    [
        ("/var/lib/beheerconsole.db", "ext4"),
        ("/mnt/wijk net/beheerconsole.db", "cifs"),
        ("/mnt/wijk/beheerconsole.db", "ext4"),
        ("/home/anja/beheerconsole.db", "nfs4"),
        ("/home/anja/stick/beheerconsole.db", "exfat"),
        ("/homes/beheerconsole.db", "ext4"),
        ("/over/beheerconsole.db", "tmpfs"),  # the later mount hides the earlier one
    ],
)
def test_filesystem_of_takes_the_nearest_mount(path: str, filesystem: str) -> None:
    assert filesystem_of(Path(path), MOUNTS) == filesystem


def test_a_disk_of_this_computer_is_no_network(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path / "store.db")


def test_what_is_not_named_is_not_left(tmp_path: Path) -> None:
    with made_aside(tmp_path / "a.db") as part:
        part.write_bytes(b"half")
        part.with_name(part.name + "-wal").write_bytes(b"half")
    assert list(tmp_path.iterdir()) == []


def test_a_finished_file_gets_its_name(tmp_path: Path) -> None:
    with made_aside(tmp_path / "a.db") as part:
        part.write_bytes(b"whole")
        give_name(part, tmp_path / "a.db")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.db", b"whole")]


def test_a_file_made_meanwhile_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.db"
    with made_aside(target) as part:
        part.write_bytes(b"ours")
        target.write_bytes(b"theirs")
        give_name(part, target)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.db", b"theirs")]


def test_a_place_that_is_a_file_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "folder").write_bytes(b"a file")
    with pytest.raises(ExpectedError) as caught, made_aside(tmp_path / "folder" / "a.db"):
        pass
    assert caught.value.key == "store_no_folder"
    assert (tmp_path / "folder").read_bytes() == b"a file"
