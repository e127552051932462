"""The store in ordinary use: who may read and write when, and what stays after trouble."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event, func, insert, select
from sqlalchemy.exc import IntegrityError

from console.errors import ExpectedError
from console.store.session import Store
from console.store.tables import groups
from tests.console.quick_stores import wait_for_no_disk

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)


def add_group(connection: Connection, name: str) -> None:
    connection.execute(insert(groups).values(name=name, profile="hic", created_at=NOW))


def group_names(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(connection.scalars(select(groups.c.name).order_by(groups.c.id)))


def test_writing_keeps_what_the_block_wrote(store: Store) -> None:
    with store.writing() as connection:
        add_group(connection, "HIC Kade")
    assert group_names(store) == ["HIC Kade"]
    with store.reading() as connection:
        assert connection.scalar(select(groups.c.created_at)) == NOW


def test_writing_keeps_nothing_of_a_block_that_fails(store: Store) -> None:
    def fail() -> None:
        with store.writing() as connection:
            add_group(connection, "HIC Kade")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert group_names(store) == []


def test_a_broken_constraint_stays_a_bug_and_hides_its_values(store: Store) -> None:
    with store.writing() as connection:
        add_group(connection, "GEHEIM")
    with pytest.raises(IntegrityError) as caught, store.writing() as connection:
        add_group(connection, "GEHEIM")
    assert "GEHEIM" not in str(caught.value)


def test_reading_cannot_write(store: Store) -> None:
    with pytest.raises(ExpectedError), store.reading() as connection:
        add_group(connection, "HIC Kade")
    assert group_names(store) == []


def test_a_reader_neither_waits_for_a_writer_nor_sees_half_its_work(store: Store) -> None:
    with store.writing() as connection:
        add_group(connection, "A")
        assert group_names(store) == []
    assert group_names(store) == ["A"]


def test_a_reader_sees_one_moment(store: Store) -> None:
    count = select(func.count()).select_from(groups)
    with store.reading() as connection:
        before = connection.scalar(count)
        with store.writing() as writer:
            add_group(writer, "A")
        assert connection.scalar(count) == before == 0


def test_writers_of_this_program_wait_for_each_other(store: Store) -> None:
    started, may_end = threading.Event(), threading.Event()
    order: list[str] = []

    def first() -> None:
        with store.writing() as connection:
            add_group(connection, "first")
            started.set()
            may_end.wait(10)
            order.append("first")

    def second() -> None:
        with store.writing() as connection:
            order.append("second")
            add_group(connection, "second")

    threads = [threading.Thread(target=first), threading.Thread(target=second)]
    threads[0].start()
    assert started.wait(10)
    threads[1].start()
    assert order == []
    may_end.set()
    for thread in threads:
        thread.join(10)
    assert order == ["first", "second"]
    assert group_names(store) == ["first", "second"]


def test_writing_twice_in_one_thread_is_a_bug_and_not_a_hang(store: Store) -> None:
    with store.writing() as connection:
        add_group(connection, "A")
        with pytest.raises(RuntimeError, match="already writing"), store.writing():
            pass
    assert group_names(store) == ["A"]


def test_many_threads_share_one_store(store: Store) -> None:
    def work(number: int) -> None:
        for step in range(5):
            with store.writing() as connection:
                add_group(connection, f"{number}.{step}")
            group_names(store)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(group_names(store)) == 40


@pytest.fixture
def as_in_the_program() -> Iterator[None]:
    """Wait for the disk, as no other test does."""
    event.remove(Engine, "connect", wait_for_no_disk)
    yield
    event.listen(Engine, "connect", wait_for_no_disk)


def test_every_connection_has_the_settings_of_the_house(as_in_the_program: None, store: Store) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "busy_timeout": 2000,
        "cache_size": -16000,
        "temp_store": 2,
    }
    for begin in (store.reading, store.writing):
        with begin() as connection:
            assert {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted} == wanted


def test_neither_the_text_of_a_store_nor_of_an_error_shows_the_key(store: Store, store_key: str) -> None:
    assert store_key not in repr(store)
    assert store_key not in repr(store._engine)


def test_the_file_holds_no_readable_text(store: Store) -> None:
    with store.writing() as connection:
        add_group(connection, "Merkwoord")
    files = list(store.path.parent.glob("store.db*"))
    assert len(files) == 3
    assert not any(b"Merkwoord" in file.read_bytes() for file in files)


def test_a_throwaway_store_is_gone_after_closing() -> None:
    with Store.throwaway() as store:
        with store.writing() as connection:
            add_group(connection, "demo")
        assert group_names(store) == ["demo"]
        folder = store.path.parent
    assert not folder.exists()


def test_closing_twice_is_no_trouble(store: Store) -> None:
    store.close()
    store.close()
    assert [path.name for path in Path(store.path.parent).iterdir()] == ["store.db"]
