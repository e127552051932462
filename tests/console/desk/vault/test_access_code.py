"""The code of the locked window: wrong ones, waiting, and the ways out."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from console.desk.console import Console
from console.desk.vault import access_code, changing
from console.errors import ExpectedError
from console.store.tables import settings
from tests.console.desk.conftest import Clock, clock, console  # noqa: F401  # fixtures

CODE = "grüne Tür 7"


@pytest.fixture
def sheet(console: Console) -> changing.NewSheet:  # noqa: F811
    """A sheet that opens the store: without one no code can be chosen."""
    return changing.make_sheet(console.store, ())


@pytest.fixture
def chosen(console: Console, sheet: changing.NewSheet) -> str:  # noqa: F811
    """A code that was chosen."""
    access_code.set_code(console, CODE)
    return CODE


def refused(ask, *values) -> str:
    with pytest.raises(ExpectedError) as told:
        ask(*values)
    assert told.value.sentence("nl")
    assert told.value.sentence("en")
    return told.value.key


def test_no_code_is_chosen_without_a_sheet_nor_a_short_one(console: Console) -> None:  # noqa: F811
    assert access_code.check(console, "wat ook")
    assert refused(access_code.set_code, console, CODE) == "access_code_needs_sheet"
    assert refused(access_code.set_code, console, " 12345 ") == "access_code_short"
    assert not access_code.is_set(console)
    access_code.set_code(replace(console, is_demo=True), CODE)  # it goes with the demo
    assert access_code.is_set(console)


def test_only_the_code_opens_and_only_who_knows_it_changes_it(console: Console, chosen: str) -> None:  # noqa: F811
    assert not access_code.check(console, "grune Tur 7")
    assert access_code.check(console, f" {chosen} ")
    assert access_code.check(console, "gru\u0308ne Tu\u0308r 7")  # as macOS writes it
    assert refused(access_code.set_code, console, "zes-en-meer") == "access_code_wrong"
    assert refused(access_code.set_code, console, "zes-en-meer", "verkeerd") == "access_code_wrong"
    access_code.set_code(console, "zes-en-meer", chosen)
    assert refused(access_code.drop_code, console, chosen) == "access_code_wrong"
    access_code.drop_code(console, "zes-en-meer")
    assert not access_code.is_set(console)


def test_what_is_kept_tells_nothing_of_the_code(console: Console, chosen: str) -> None:  # noqa: F811
    with console.store.reading() as connection:
        kept = connection.scalar(select(settings.c.value).where(settings.c.key == "access_code"))
    assert set(kept) == {"salt", "hash", "wrong", "until"}
    assert chosen not in repr(kept)


def test_wrong_codes_make_it_wait_longer_and_a_restart_no_shorter(
    console: Console,  # noqa: F811
    clock: Clock,  # noqa: F811
    chosen: str,
) -> None:
    waits = []
    for _ in range(9):
        assert not access_code.check(console, "verkeerd")
        again = replace(console)  # all there is to a restart: the store
        wait = access_code.state(again).wait_seconds
        waits.append(wait)
        if wait:
            assert refused(access_code.check, again, chosen) == "access_code_wait"
        clock.forward(seconds=wait)
    assert waits == [0, 0, 30, 60, 120, 240, 480, 900, 900]
    assert access_code.check(console, chosen)
    assert not access_code.check(console, "verkeerd")
    assert access_code.state(console).wait_seconds == 0


def test_a_clock_that_was_put_back_makes_nobody_wait_longer(
    console: Console,  # noqa: F811
    clock: Clock,  # noqa: F811
    chosen: str,
) -> None:
    for _ in range(3):
        access_code.check(console, "verkeerd")
    clock.forward(days=-365)
    assert access_code.state(console).wait_seconds == 30


def test_ending_the_program_does_not_open_the_lock(
    console: Console,  # noqa: F811
    sheet: changing.NewSheet,
) -> None:
    access_code.note_locked(console)
    assert not access_code.state(console).is_locked  # nothing would open it
    access_code.set_code(console, CODE)
    access_code.note_locked(console)
    assert access_code.state(console).is_locked
    assert not access_code.check(console, "verkeerd")
    assert access_code.state(console).is_locked
    assert access_code.check(console, CODE)
    assert not access_code.state(console).is_locked


def test_the_sheet_opens_the_lock_of_who_forgot_the_code(
    console: Console,  # noqa: F811
    sheet: changing.NewSheet,
    chosen: str,
) -> None:
    access_code.note_locked(console)
    other = sheet.code[:-1] + ("0" if sheet.code[-1] != "0" else "1")
    assert refused(access_code.open_with_recovery, console, other) == "recovery_code_typo"
    assert access_code.state(console) == access_code.LockState(has_code=True, is_locked=True, wait_seconds=0)
    access_code.open_with_recovery(console, sheet.code.lower())
    assert access_code.state(console) == access_code.LockState(has_code=False, is_locked=False, wait_seconds=0)
