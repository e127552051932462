"""Killed while it erases what was kept long enough, every message is whole or erased whole (``security.md`` E 2)."""

import os
import random
import shutil
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import insert, select, text

from console.desk.forgetting import erasure_list, proof, retention
from console.store import backup
from console.store.session import Store
from console.store.tables import erasures, judgements, messages
from tests.console.desk.conftest import NOW
from tests.console.store.test_crash import _until, often, worker  # noqa: F401  # fixture

pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks and kills")
OLD, YOUNG = 2_500, 100  # messages: three transactions of them go
SPREAD = (0.35, 0.1, 0.7, 0.0, 0.5, 1.0, 0.2, 0.85)  # of a whole run: the backup, the erasing, the log


def fill(console, chat):
    """Store messages, the older of which are over their term."""
    of_all = {"group_id": chat.group_id, "written_at": 0, "kind": "text", "needs_placing": False}
    rows = [
        of_all
        | {"position": n, "sent_at": NOW - timedelta(days=100 if n < OLD else 10), "text": f"zevenblad nummer{n}"}
        for n in range(OLD + YOUNG)
    ]
    with console.store.writing() as connection:
        connection.execute(insert(messages), rows)
    console.store.empty_log()
    console.store.close()
    return console.store.path, console.store.key


@often(1, 20)
def test_a_kill_while_texts_go_leaves_each_message_whole_or_erased(trials, console, chat, tmp_path, worker):  # noqa: F811
    template, key = fill(console, chat)
    path = tmp_path / "work" / "store.db"
    pick, seen = random.Random(7), set()

    def fresh():
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir()
        shutil.copy(template, path)

    for trial in range(trials):
        fresh()
        pause = SPREAD[trial % len(SPREAD)] * pick.uniform(1.0, 2.0)
        worker.run("let_go", path, key, partial(_until, "begun", pause))
        with Store.open(path, key) as store:
            assert backup.check(store).ok
            with store.writing() as connection:
                connection.execute(text("INSERT INTO messages_fts(messages_fts) VALUES ('integrity-check')"))
                rows = connection.execute(select(messages).order_by(messages.c.position)).all()
                listed = connection.scalar(select(erasures.c.id))
            erased = [row for row in rows if row.text == ""]
            seen.add(len(erased))
            assert all(row.forgotten_at and row.mark for row in erased)
            assert all(row.text.startswith("zevenblad") and not row.mark for row in rows if row not in erased)
            assert len(rows) == OLD + YOUNG
            assert listed or not erased
            retention.run(replace(console, store=store))  # what is left goes at the next run
            assert proof.count(replace(console, store=store), ["nummer2499", "nummer2599"]) == {
                "nummer2499": 0,
                "nummer2599": 2,  # of a message that is young, and in the index
            }
            assert erasure_list.list_path(path).exists()
            with store.reading() as connection:
                assert connection.scalar(select(judgements.c.message_id)) is None
    assert seen <= {0, 1000, 2000, OLD}  # never between two transactions
