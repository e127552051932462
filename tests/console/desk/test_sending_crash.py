"""Killed twenty times while it sends five hundred things, the program sends none of them twice and loses none."""

import os
import random
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert, select

import console
from console.store.session import Store
from console.store.tables import decisions, groups
from console.store.tables import outbox as table
from tests.console.desk.conftest import NOW
from tests.console.store.test_crash import Worker, wait

pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks and kills")

KILLS, ACTIONS = 20, 500


@pytest.fixture
def worker() -> Iterator[Worker]:
    root = Path(console.__file__).parents[1]
    command = [sys.executable, str(Path(__file__).with_name("sending_worker.py"))]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=root
    ) as process:
        yield Worker(process)


class Killer:
    """Lets a child do some twenty actions and kills it: at a random moment, or when the carrier has just sent."""

    def __init__(self, source: random.Random, trial: int) -> None:
        self._source = source
        self._left = source.randint(50, 90)
        self._waits_for = "sent" if trial % 2 else ""

    def may_go_on(self, line: str) -> bool:
        self._left -= 1
        if self._left > 0 or not line.startswith(self._waits_for):
            return True
        return False if self._waits_for else wait(self._source.uniform(0, 0.004))


def test_twenty_kills_during_five_hundred_actions_send_nothing_twice_and_lose_nothing(
    store_path: Path, store_key: str, worker: Worker
) -> None:
    with Store.open(store_path, store_key) as store, store.writing() as connection:
        made = {"id": 1, "name": "De Sluis", "profile": "broad", "tool": "other", "created_at": NOW}
        connection.execute(insert(groups).values(made))
    source = random.Random(random.getrandbits(32))  # seeded by pytest-randomly, so that a failure can be repeated
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for trial in range(KILLS + 1):
        may_go_on = Killer(source, trial).may_go_on if trial < KILLS else lambda _line: True
        for line in worker.run("send", store_path, store_key, may_go_on):
            what, _, number = line.partition(" ")
            told[what][number] += 1
        assert ("finished" in told) == (trial == KILLS)
    sent = Counter(store_path.with_name("sent.txt").read_text(encoding="ascii").split())
    with Store.open(store_path, store_key) as store, store.reading() as connection:
        about = select(table.c.idempotency_key, table.c.state, decisions.c.left_computer)
        rows = connection.execute(about.join(decisions, decisions.c.id == table.c.decision_id)).all()
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        keys[row.state].add(row.idempotency_key)
    assert set(sent.values()) == {1}  # nothing twice
    assert sum(map(len, keys.values())) == ACTIONS
    assert set(told["decided"].values()) == {1}  # a decision that was lost would have been made again
    assert keys.keys() == {"done", "unknown", "withdrawn"}
    assert keys["done"] <= sent.keys() <= keys["done"] | keys["unknown"]
    assert told["withdrawn"].keys() <= keys["withdrawn"]
    assert told["done"].keys() - told["withdrawn"].keys() <= keys["done"]  # what was acknowledged has arrived
    assert 1 <= len(keys["unknown"]) <= KILLS  # of each kill at most the one that was on its way
    assert {row.idempotency_key for row in rows if row.left_computer} == keys["done"] | keys["unknown"]
