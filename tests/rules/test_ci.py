"""What CI promises: a test of a real server is never quietly left out there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEST = """
import pytest

@pytest.mark.server
def test_in_the_body():
    pytest.skip("no server")

@pytest.mark.server
@pytest.mark.skipif(True, reason="no server")
def test_before_it_starts():
    pass

def test_of_something_else():
    pytest.skip("another system")
"""


@pytest.mark.parametrize(("value", "closing"), [("true", "1 failed, 1 skipped, 1 error"), ("", "3 skipped")])
def test_a_server_test_that_is_skipped_fails_in_ci(tmp_path: Path, value: str, closing: str) -> None:
    path = tmp_path / "test_servers.py"
    path.write_text(TEST, encoding="utf-8")
    settings = tmp_path / "pytest.ini"
    settings.write_text("[pytest]\nmarkers = server\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:hypothesispytest",
        "-p",
        "tests.conftest",
        "-c",
        str(settings),
        str(path),
    ]
    environment = os.environ | {"CI": value}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert closing in done.stdout, done.stdout + done.stderr


def test_what_takes_minutes_is_left_out_until_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "test_long.py"
    path.write_text(
        "import pytest\n\n@pytest.mark.nightly\ndef test_long():\n    pass\n\ndef test_short():\n    pass\n"
    )
    settings = str(ROOT / "pyproject.toml")
    command = [sys.executable, "-m", "pytest", "-q", "-c", settings, f"--rootdir={tmp_path}"]
    for asked, passed in (([], "test_short"), (["-m", "nightly"], "test_long")):
        done = subprocess.run([*command, "-rp", *asked, str(path)], capture_output=True, text=True, check=False)
        assert f"::{passed}\n" in done.stdout, done.stdout + done.stderr
        assert "1 passed, 1 deselected" in done.stdout
