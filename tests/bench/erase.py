"""How fast one person is forgotten among a million messages, and that nothing of him is left (``security.md`` E 15).

    python -m tests.bench.erase [--messages 1000000] [--own 2000] [--keep FOLDER]

Somebody who wrote ``--own`` of the messages, whom others name 200 times in full and whose number stands in 50 texts.
Prints what the backup before it takes, the preview, forgetting itself and the proof: how often his names stand in the
decrypted file, in its log and in the program's logs. Aim: under 10 s for forgetting, and 0.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import insert, select, update

from console.desk import intake
from console.desk.console import Console
from console.desk.one_person import finding, forgetting
from console.desk.vault import backing_up
from console.domain.vault import Why
from console.store.session import Store
from console.store.tables import groups, member_names, members, memberships, messages, people
from tests.bench import make_chat

KEY: Final = "0123456789abcdef" * 4
NAME: Final = "Willemijn Zonderland"
PHONE: Final = "+31698765432"
NAMED: Final = 200
NUMBERED: Final = 50


def main() -> None:
    """Fill a store, or take the one that is kept, and forget somebody in it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--own", type=int, default=2_000)
    parser.add_argument("--keep", type=Path, help="a folder in which the store before it is kept, for a second run")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        path = folder / "erase.db"
        if not path.exists():
            _fill(path, arguments.messages)
        work = Path(shutil.copy(path, Path(temporary) / "work.db"))
        with Store.open(work, KEY) as store:
            console = Console(store, lambda: datetime.now(UTC), "nl", "bench")
            _place(console, arguments.own)
            _measure(console)


def _fill(path: Path, count: int) -> None:
    export = path.with_name("chat.txt")
    make_chat.write(export, count)
    with Store.open(path, KEY, create=True) as store:
        console = Console(store, lambda: datetime.now(UTC), "nl", "bench")
        took = _took(lambda: intake.import_file(console, export, "Bench", judge=False))
        print(f"filled with {count} messages: {took}")


def _place(console: Console, own: int) -> None:
    """Let somebody have written messages that are spread over the years, and be named in others."""
    with console.store.writing() as connection:
        group_id = connection.scalar(select(groups.c.id))
        now = console.now()
        (who,) = connection.execute(insert(people).values(name=NAME, phone=PHONE, created_at=now)).inserted_primary_key
        row = {"group_id": group_id, "person_id": who, "name": NAME}
        (member,) = connection.execute(insert(members).values(row)).inserted_primary_key
        connection.execute(insert(member_names).values(group_id=group_id, member_id=member, name=NAME))
        connection.execute(insert(memberships).values(member_id=member))
        said = select(messages.c.id).where(messages.c.member_id.is_not(None)).order_by(messages.c.id)
        ids = connection.scalars(said).all()
        his = ids[:: max(1, len(ids) // own)][:own]
        for start in range(0, len(his), 500):
            wrote = update(messages).where(messages.c.id.in_(his[start : start + 500]))
            connection.execute(wrote.values(member_id=member))
        others = [one for one in ids[7 :: max(1, len(ids) // (NAMED + NUMBERED))] if one not in set(his)]
        for number, one in enumerate(others[: NAMED + NUMBERED]):
            words = f"Vraag het aan {NAME}" if number < NAMED else "Bel 06-98 76 54 32"
            connection.execute(update(messages).where(messages.c.id == one).values(text=words))


def _measure(console: Console) -> None:
    seen, erased, proof = [], [], []
    print(f"backup: {_took(lambda: backing_up.before(console, Why.ERASURE))}")
    print(f"that backup looked at again, as forgetting does: {_took(lambda: backing_up.before(console, Why.ERASURE))}")
    (who,) = finding.find(console, NAME)
    print(f"preview: {_took(lambda: seen.append(forgetting.preview(console, who)))}")
    print(f"forgetting: {_took(lambda: erased.append(forgetting.erase(console, who)))}")
    print(f"proof: {_took(lambda: proof.append(forgetting.prove(console, erased[0])))}")
    going = {one.kind: one.count for one in erased[0].going}
    print(f"went: {going}, {erased[0].replaced} places of others; left: {proof[0]}")


def _took(work: Callable[[], object]) -> str:
    """Return how long work takes: on a busy machine the seconds of the processor tell, not those of the clock."""
    start, used = time.perf_counter(), time.process_time()
    work()
    return f"{time.process_time() - used:.1f} s of the processor, {time.perf_counter() - start:.1f} s of the clock"


if __name__ == "__main__":
    main()
