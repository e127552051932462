"""Runs a command as a process of its own and tells what it took. For the benchmarks; POSIX only (``wait4``)."""

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
_BYTES_PER_UNIT: Final = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss; see getrusage(2) of each


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took. ``failure`` is None when it ended well, else why not, in a few words."""

    wall_s: float
    cpu_s: float  # user and system
    peak_mb: float  # of 10**6 bytes
    output: str
    failure: str | None = None


def run(command: Sequence[str], *, limit_s: float, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end, or stop it at the limit. Never raises for what the command does."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors, env={**os.environ, **(environment or {})})
        is_late = threading.Event()
        timer = threading.Timer(limit_s, lambda: (is_late.set(), process.kill()))
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)  # or Popen would wait for it once more
        output.seek(0)
        errors.seek(0)
        failure = None
        if is_late.is_set():
            failure = f"stopped after {limit_s:.0f} s"
        elif process.returncode != 0:
            lines = errors.read().decode(errors="replace").strip().splitlines()
            failure = _shortened(lines[-1] if lines else f"ended with {process.returncode}")
        return Run(
            wall,
            used.ru_utime + used.ru_stime,
            used.ru_maxrss * _BYTES_PER_UNIT / 1e6,
            output.read().decode(errors="replace"),
            failure,
        )


def run_ours(program: str, *arguments: str, limit_s: float = 600.0) -> Run:
    """Run a Python program text with this project's own interpreter and packages."""
    return run([sys.executable, "-c", program, *arguments], limit_s=limit_s, environment={"PYTHONPATH": str(ROOT)})


def middle(runs: Sequence[Run]) -> tuple[float, float, float]:
    """Return the medians of wall seconds, CPU seconds and peak megabytes."""
    return (
        statistics.median(run.wall_s for run in runs),
        statistics.median(run.cpu_s for run in runs),
        statistics.median(run.peak_mb for run in runs),
    )


def _shortened(line: str) -> str:
    return line if len(line) <= 90 else f"{line[:87]}..."
