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
