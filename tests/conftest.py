"""No test draws on a real screen or touches the settings, logs and data of who runs it."""

import contextlib
import gc
import importlib
import os
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

_TESTS = Path(__file__).resolve().parent

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before the first import of Qt
os.environ.pop("QT_QPA_PLATFORMTHEME", None)

_HOME = tempfile.TemporaryDirectory(prefix="beheerconsole-tests-", ignore_cleanup_errors=True)
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = os.path.join(_HOME.name, _name.lower())  # noqa: PTH118


def pytest_collection(session: pytest.Session) -> None:
    """Have every second of the processes that collect all tests begin at the end.

    To read a file of tests takes most of its time, unless another process has read it before: so they meet half-way.
    """
    worker = getattr(session.config, "workerinput", {}).get("workerid", "gw0")
    if not int(worker.removeprefix("gw")) % 2 or [Path(name).resolve() for name in session.config.args] != [_TESTS]:
        return
    for path in sorted(_TESTS.rglob("test_*.py"), reverse=True):
        with contextlib.suppress(Exception, pytest.skip.Exception):  # who collects it next says what is wrong with it
            importlib.import_module(".".join(path.relative_to(_TESTS.parent).with_suffix("").parts))


gc.disable()  # while tests are collected: hardly anything of what is made then is garbage


def pytest_collection_finish() -> None:
    """Look through what lives now, above all code, no more; and through what comes later less often."""
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test of a real server that was skipped in CI: ``.ci/run`` installs all that such a test needs."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and item.get_closest_marker("server"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr}"
    return report
