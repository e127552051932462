"""An older copy that is put back forgets again who was forgotten since, and nobody else."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from console.desk.console import Console
from console.desk.forgetting import erasure_list, proof
from console.desk.one_person import finding, forgetting
from console.store.session import Store
from console.store.tables import members, messages, people
from tests.console.desk.conftest import NOW
from tests.console.desk.one_person.conftest import Neighbourhood
from tests.console.desk.one_person.test_forgetting import NAMES


@contextmanager
def put_back(console: Console, copy: Path) -> Iterator[Console]:
    """The copy as it is once it was put back."""
    here = copy.with_name("restored.db")
    shutil.copy(copy, here)
    listed = erasure_list.list_path(console.store.path)
    with Store.open(here, console.store.key) as store:
        erasure_list.replay(store, listed, console.now())
        yield Console(store, console.now, "nl", "Anja")


def test_a_copy_of_before_forgets_him_again_and_keeps_the_rest(neighbourhood: Neighbourhood) -> None:
    console = neighbourhood.console
    mentioned = forgetting.preview(console, neighbourhood.jan).mentions
    erased = forgetting.erase(console, neighbourhood.jan, also=[one.key for one in mentioned])
    assert erased.backup is not None
    assert proof.count_file(erased.backup, console.store.key, NAMES)["Jan de Vries"]
    with put_back(console, erased.backup) as restored:
        assert not any(proof.count(restored, NAMES).values())
        said = select(messages.c.id, messages.c.text).order_by(messages.c.id)
        with restored.store.reading() as there, console.store.reading() as here:
            assert there.execute(said).all() == here.execute(said).all()
        assert finding.find(restored, "Anja Smit")


def test_a_copy_of_after_keeps_who_came_back(neighbourhood: Neighbourhood, tmp_path: Path) -> None:
    console = neighbourhood.console
    forgetting.erase(console, neighbourhood.jan)
    with console.store.writing() as connection:
        back = {"name": "Jan de Vries", "erased_at": None}
        here = select(members.c.id).where(members.c.erased_at.is_not(None)).limit(1).scalar_subquery()
        connection.execute(update(members).where(members.c.id == here).values(back))
        person = select(members.c.person_id).where(members.c.name == "Jan de Vries").scalar_subquery()
        connection.execute(update(people).where(people.c.id == person).values(name="Jan de Vries"))
    console.store.empty_log()
    copy = Path(shutil.copy(console.store.path, tmp_path / "after.db"))
    with put_back(console, copy) as restored:
        assert [one.name for one in finding.find(restored, "Jan de Vries")] == ["Jan de Vries"]


def test_a_number_that_is_somebody_elses_by_now_harms_nobody(neighbourhood: Neighbourhood) -> None:
    console, jan = neighbourhood.console, neighbourhood.jan
    erased = forgetting.erase(console, jan)
    assert erased.backup is not None
    other = erased.backup.with_name("other.db")
    shutil.copy(erased.backup, other)
    with Store.open(other, console.store.key) as store, store.writing() as connection:
        for table in (people, members):
            connection.execute(update(table).where(table.c.name.contains("Vries")).values(name="Els Bos"))
        connection.execute(update(people).values(phone=None))
        connection.exec_driver_sql("UPDATE member_names SET name = 'Els Bos ' || id WHERE name LIKE '%Vries%'")
        connection.exec_driver_sql("DELETE FROM join_requests")
        said = update(messages).where(messages.c.id == neighbourhood.about)
        connection.execute(said.values(text="Els Bos heeft een nieuwe auto, zoals Jan de Vries (0612345678)"))
    with put_back(console, other) as restored, restored.store.reading() as connection:
        assert connection.scalar(select(people.c.name).where(people.c.id == jan.person_id)) == "Els Bos"
        text = connection.scalar(select(messages.c.text).where(messages.c.id == neighbourhood.about))
        assert text == "Els Bos heeft een nieuwe auto, zoals [iemand] ([iemand])"


@pytest.mark.parametrize("days", [0, 400])
def test_the_list_says_nothing_by_itself(neighbourhood: Neighbourhood, days: int) -> None:
    console = neighbourhood.console
    with console.store.writing() as connection:
        connection.execute(insert(people).values(name="Els Bos", created_at=NOW - timedelta(days=days)))
    forgetting.erase(console, neighbourhood.jan)
    listed = erasure_list.list_path(console.store.path)
    assert not any(proof.count_file(listed, console.store.key, [*NAMES, "Vries", "12345678"]).values())
