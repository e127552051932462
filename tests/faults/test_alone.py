"""The judge works alone: what it stands on would tell its makers of this computer, and must not get the chance."""

import os
import subprocess
import sys

import pytest

JUDGES = """
from console.domain.judgement import Role, Statement
from console.judge import judge, load_profile
print(judge(Statement("Bel 112, er is brand!", Role.MEMBER, ()), load_profile("broad")).category)
"""


@pytest.mark.skipif(os.name != "posix", reason="where a program keeps things is told by HOME")
def test_the_judge_leaves_nothing_behind_outside_the_store(tmp_path):
    """Onnxruntime keeps a number of the computer and what it wants to tell in the user's cache, unless it is off."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    environment = kept | {"HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", JUDGES], capture_output=True, text=True, env=environment, check=False)
    assert done.stdout == "urgent\n", done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
