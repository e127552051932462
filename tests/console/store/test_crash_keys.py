"""Killed while keys and sheets change, the store opens with a key that is kept, and with the code on paper."""

import os
import random
import shutil
from functools import partial
from pathlib import Path

import pytest

from console.desk.vault import opening
from console.store import backup, migrations, recovery, recovery_code, rekey
from console.store.session import Store

from .test_crash import MakeStore, Worker, _until, duration, often, random_source, wait, worker  # noqa: F401

pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks and kills")


@often(3, 20)
def test_a_kill_while_a_sheet_is_made_leaves_the_last_one_good(
    trials: int,
    tmp_path: Path,
    store_key: str,
    worker: Worker,  # noqa: F811
    make_store: MakeStore,
) -> None:
    path = tmp_path / "store.db"
    make_store(path, migrations.HEAD, 1)
    older = recovery_code.new_code()
    recovery.wrap(path, older, (store_key,))
    path.with_name("new-code").write_text(recovery_code.new_code())
    seconds = duration(worker, "wrap", path, store_key)
    made = 0
    for trial in range(trials):
        newer = recovery_code.new_code()
        path.with_name("new-code").write_text(newer)
        part = 1.05 * trial / (trials - 1)
        told = worker.run("wrap", path, store_key, lambda _line, part=part: wait(part * seconds))
        assert opening.open_with_code(path, older).keys == (store_key,)
        if recovery_code.sheet_number(newer) in {file.sheet for file in recovery.files_for(path)}:
            assert opening.open_with_code(path, newer).keys == (store_key,)  # whole, never half
            made += 1
        else:
            assert "done" not in told
    assert made < trials


@often(3, 20)
@pytest.mark.parametrize("has_code", [True, False], ids=["with the code", "without"])
def test_a_kill_while_the_key_changes_leaves_a_way_in_at_every_moment(
    trials: int,
    has_code: bool,
    tmp_path: Path,
    store_key: str,
    worker: Worker,  # noqa: F811
    random_source: random.Random,  # noqa: F811
    make_store: MakeStore,
) -> None:
    """By the keys that are kept, and by the code where there is one; the next attempt is not hindered."""
    template = tmp_path / "template" / "store.db"
    make_store(template, migrations.HEAD, 200)
    path, code = tmp_path / "work" / "store.db", recovery_code.new_code()
    recovery.wrap(template, code, (store_key,))
    stages = ("kept", "exchanging", "done", "begun", "backing_up", "copying", "exchanging", "checking", "exchanging")
    seen: set[bool] = set()
    for trial in range(trials):
        shutil.rmtree(path.parent, ignore_errors=True)
        shutil.copytree(template.parent, path.parent)
        ring = path.with_name("ring")
        ring.write_text(store_key)
        path.with_name("code").write_text(code if has_code else "")
        may_go_on = partial(_until, stages[trial % len(stages)], random_source.uniform(0, 0.01))
        told = worker.run("change", path, store_key, may_go_on)
        kept = ring.read_text().split()
        found = rekey.which_opens(path, kept)
        assert found is not None
        assert found != store_key or "done" not in told
        assert store_key in kept  # older backups open with it
        seen.add(found == store_key)
        if has_code:
            assert opening.open_with_code(path, code).keys[0] == found
        with Store.open(path, found) as store:
            rekey.sweep(store)
            assert backup.check(store).rows["messages"] == 200
        for copy in (path.parent / "backups").glob("*.db"):
            assert rekey.which_opens(copy, kept) == store_key
            assert backup.check_file(copy, store_key).ok
        if trial % 3 == 1:
            assert worker.run("change", path, found, lambda _line: True)[-1] == "done"
            assert rekey.which_opens(path, ring.read_text().split()[:1])
            assert not list(path.parent.glob(".*"))
    assert seen == {True, False}
