"""The kernel tells what is opened and asked, Qt's own files too, while every page shows attacks (security.md E12)."""

import os
import re
import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.nightly
TRIED = "tests/ui/test_hostile_everywhere.py::test_every_place_shows_attacks_as_text"


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_foreign_file_is_opened_and_nothing_is_asked_of_the_net(tmp_path):
    told = tmp_path / "told"
    strace = ["strace", "-f", "-qq", "-s", "300", "-e", "trace=open,openat,openat2,connect,sendto", "-o", str(told)]
    test = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--basetemp={tmp_path / 'tmp'}", TRIED]
    done = subprocess.run([*strace, *test], capture_output=True, text=True, env=os.environ | {"CI": ""}, check=False)
    assert "1 passed" in done.stdout, done.stdout[-3000:]
    lines = told.read_text(encoding="utf-8", errors="replace").splitlines()
    opened = [line for line in lines if "bait.png" in line and "O_WRONLY" not in line and "O_RDWR" not in line]
    asked = [line for line in lines if re.search(r"(?:connect|sendto)\(.*AF_INET6?\b", line)]
    print(f"\n{len(lines)} calls: {len(opened)} opened the bait, {len(asked)} asked the net")
    assert len(lines) > 1_000
    assert opened == []
    assert asked == []
