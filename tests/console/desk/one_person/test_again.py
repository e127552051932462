"""An older copy or export does not bring back who was forgotten since, and takes nobody else along."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from console import bootstrap
from console.desk.console import Console
from console.desk.forgetting import erasure_list, proof
from console.desk.intake import import_text
from console.desk.one_person import finding, forgetting
from console.desk.vault import backing_up, restoring
from console.store import crypt
from console.store.session import Store
from console.store.tables import members, messages, people
from tests.console.desk.conftest import NOW
from tests.console.desk.one_person.conftest import Neighbourhood
from tests.console.desk.one_person.test_forgetting import NAMES


def over(console: Console, path: Path) -> Console:
    """A console over another file under the same key."""
    return replace(console, store=Store(path, console.store.key))


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
    assert proof.count(over(console, erased.backup), NAMES)["Jan de Vries"]
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
    assert not any(proof.count(over(console, listed), [*NAMES, "Vries", "12345678"]).values())


def test_an_older_file_that_somebody_put_there_by_hand_forgets_him_again(neighbourhood: Neighbourhood) -> None:
    console = neighbourhood.console
    path, key = console.store.path, console.store.key
    erased = forgetting.erase(console, neighbourhood.jan)
    assert erased.backup is not None
    console.store.close()
    shutil.copy(erased.backup, path)
    opened = bootstrap.open_console(path, key=key)
    with opened.store:
        assert not any(proof.count(opened, NAMES).values())
        assert erasure_list.catch_up(opened).people == 0  # once is enough
        assert finding.find(opened, "Anja Smit")


def test_the_list_on_a_stick_tells_an_older_file_that_came_alone(neighbourhood: Neighbourhood, tmp_path: Path) -> None:
    console, stick = neighbourhood.console, tmp_path / "stick"
    stick.mkdir()
    path, key = tmp_path / "new" / console.store.path.name, console.store.key
    path.parent.mkdir()
    erased = forgetting.erase(console, neighbourhood.jan, second=stick)
    assert erased.backup is not None
    shutil.copy(erased.backup, path)
    opened = bootstrap.open_console(path, key=key)
    with opened.store:
        assert finding.find(opened, "Jan de Vries")  # nobody can know yet
        forgetting.erase(opened, finding.find(opened, "Anja Smit")[0], second=stick)
        backing_up.back_up(opened, stick)
        assert not any(proof.count(opened, NAMES).values())


def test_the_list_of_another_computer_stays_as_it_is(neighbourhood: Neighbourhood, tmp_path: Path) -> None:
    console, stick = neighbourhood.console, tmp_path / "stick"
    stick.mkdir()
    elsewhere = tmp_path / "elsewhere" / console.store.path.name
    with Store.open(elsewhere, crypt.new_key(), create=True) as store:
        backing_up.back_up(Console(store, console.now, "nl", "Bea"), stick)
    listed = erasure_list.list_path(console.store.path, stick)
    listed.write_bytes(b"of the other computer")
    forgetting.erase(console, neighbourhood.jan, second=stick)
    assert listed.read_bytes() == b"of the other computer"
    assert erasure_list.list_path(console.store.path).exists()


NEWER = """01-11-2026 10:00 - Anja Smit: Jan de Vries en Piet Bakker stonden op de kade
01-11-2026 10:01 - {jan}: Ik was er ook bij met de auto
01-11-2026 10:02 - Piet Bakker: Dat klopt helemaal
"""
OLDER = """01-10-2026 10:00 - Anja Smit heeft {jan} toegevoegd
01-10-2026 10:01 - {jan}: Dank je wel
01-10-2026 10:03 - {jan} heeft Els Bos toegevoegd
01-10-2026 10:04 - {jan} heeft de groepsafbeelding gewijzigd
01-10-2026 10:05 - {jan} heeft de groep verlaten
"""


@pytest.mark.parametrize("called", ["Jan de Vries", "+31 6 12345678"])
def test_an_export_brings_him_back_neither_by_name_nor_by_number(console: Console, called: str) -> None:
    """Also in lines that the store never had: of before, or from the phone of who has not saved him."""
    import_text(console, NEWER.format(jan="Jan de Vries"), "Markt", judge=False)
    with console.store.writing() as connection:
        connection.execute(update(people).where(people.c.name == "Jan de Vries").values(phone="+31612345678"))
    for name in ("Jan de Vries", "Piet Bakker"):
        forgetting.erase(console, finding.find(console, name)[0])
    again = import_text(console, (OLDER + NEWER).format(jan=called), "Markt", judge=False)
    assert (again.new, again.known + again.changed) == (5, 3)
    names = ["Jan de Vries", "Piet Bakker", "12345678"]
    assert proof.count(console, names) == dict.fromkeys(names, 0)
    with console.store.reading() as connection:
        assert len(connection.execute(select(members.c.id)).all()) == 4  # whom he added is a member


def test_a_number_that_somebody_else_has_too_finds_the_other(console: Console) -> None:
    import_text(console, NEWER.format(jan="Jan de Vries"), "Markt", judge=False)
    with console.store.writing() as connection:
        both = people.c.name.in_(["Jan de Vries", "Piet Bakker"])
        connection.execute(update(people).where(both).values(phone="+31201234567"))
    forgetting.erase(console, finding.find(console, "Jan de Vries")[0])
    import_text(console, "02-11-2026 10:00 - +31 20 123 4567: Dat was mijn auto\n", "Markt", judge=False)
    with console.store.reading() as connection:
        wrote = select(members.c.name).join(messages, messages.c.member_id == members.c.id)
        assert "oud-lid" not in connection.scalar(wrote.where(messages.c.text == "Dat was mijn auto"))


def test_who_was_forgotten_in_two_stores_is_so_in_what_comes_of_both(console: Console, tmp_path: Path) -> None:
    """A backup of another computer takes the place of a store: each hashed with a key of its own."""
    elsewhere, key = tmp_path / "elsewhere" / "store.db", crypt.new_key()
    with Store.open(elsewhere, key, create=True) as store:
        other = Console(store, console.now, "nl", "Bea")
        import_text(other, NEWER.format(jan="Jan de Vries"), "Markt", judge=False)
        backup = backing_up.back_up(other).backup
        forgetting.erase(other, finding.find(other, "Jan de Vries")[0])
    import_text(console, NEWER.format(jan="Kees Mol"), "Plein", judge=False)
    forgetting.erase(console, finding.find(console, "Piet Bakker")[0])
    console.store.close()
    keys = (console.store.key, key)
    assert restoring.restore(console.store.path, backup, keys, now=console.now()).erased == 2
    opened = bootstrap.open_console(console.store.path, key=console.store.key)
    with opened.store:
        assert proof.count(opened, ["Jan de Vries", "Piet Bakker"]) == {"Jan de Vries": 0, "Piet Bakker": 0}
        assert finding.find(opened, "Anja Smit")
        assert erasure_list.catch_up(opened).people == 0
