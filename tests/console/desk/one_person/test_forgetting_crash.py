"""Killed while it forgets somebody, the store knows him whole or not at all (``security.md`` E 2)."""

import os
import random
import shutil
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from console.desk.console import Console
from console.desk.forgetting import erasure_list, proof
from console.desk.one_person import finding
from console.domain.one_person import KnownAs
from console.store import backup
from console.store.session import Store
from console.store.tables import erasures, messages
from tests.console.desk.conftest import NOW
from tests.console.desk.one_person.conftest import Neighbourhood
from tests.console.desk.one_person.test_forgetting import NAMES
from tests.console.store.test_crash import Worker, _until, often, worker  # noqa: F401  # fixture

pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks and kills")
SPREAD = (0.05, 0.2, 0.4, 0.0, 0.6, 0.1, 0.9, 0.3)  # of the time that it takes: the backup, the erasing, the log


def keep(_line: str) -> bool:
    return True


@often(1, 20)
def test_a_kill_while_somebody_is_forgotten_leaves_him_whole_or_not_at_all(
    trials: int,
    neighbourhood: Neighbourhood,
    tmp_path: Path,
    worker: Worker,  # noqa: F811
) -> None:
    key = neighbourhood.console.store.key
    for number in range(200):
        neighbourhood.kade.say(f"Bericht {number} over Jan de Vries, 06-12345678", author="Anja Smit")
    with neighbourhood.console.store.reading() as connection:
        whole = {row.id: row.text for row in connection.execute(select(messages.c.id, messages.c.text))}
    template = tmp_path / "template.db"
    neighbourhood.console.store.close()
    shutil.copy(neighbourhood.console.store.path, template)
    pick, path = random.Random(8), tmp_path / "work" / "store.db"
    seen: list[bool] = []
    for trial in range(trials):
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir()
        shutil.copy(template, path)
        pause = SPREAD[trial % len(SPREAD)] * pick.uniform(0.8, 1.2)
        told = worker.run("forget", path, key, partial(_until, "begun", pause))
        with Store.open(path, key) as store:
            console = Console(store, lambda: NOW, "nl", "test")
            assert backup.check(store).ok
            with store.reading() as connection:
                texts = {row.id: row.text for row in connection.execute(select(messages.c.id, messages.c.text))}
                is_gone = connection.scalar(select(erasures.c.id)) is not None
            seen.append(is_gone)
            assert is_gone or (texts == whole and "done" not in told)
            (jan,) = finding.find(console, "Jan de Vries")
            assert (jan.known[0].kind is KnownAs.ERASED) == is_gone
            if is_gone:
                erasure_list.write(store)
                store.empty_log()
                assert not any(proof.count(console, NAMES).values())
                assert len(texts) == len(whole)
    shutil.rmtree(path.parent)
    path.parent.mkdir()
    shutil.copy(template, path)
    assert worker.run("forget", path, key, keep)[-1] == "done"
    assert seen
