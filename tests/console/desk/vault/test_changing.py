"""Another key and another sheet: at every moment there is a way back, and the sentence is right."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from console import bootstrap
from console.desk.forgetting import erasure_list
from console.desk.vault import changing, opening
from console.domain.retention import ErasureKind
from console.errors import ExpectedError
from console.store import backup, crypt, recovery, recovery_code, rekey
from console.store.session import Store

from .conftest import Ring


@pytest.fixture
def store(ring: Ring, path: Path):
    with Store.open(path, ring.kept[str(path)]) as store:
        yield store


def change(store: Store, config: Path, code: str | None = None) -> changing.KeyChange:
    """As the program does it."""
    kept = opening.kept_keys(store.path, settings_path=config)
    return changing.change_key(
        store, kept, lambda keys: opening.keep(store.path, keys, settings_path=config), code=code
    )


def test_with_the_code_the_sheet_goes_on_to_count(ring: Ring, store: Store, config: Path) -> None:
    old, sheet = store.key, changing.make_sheet(store, ())
    changed = change(store, config, sheet.code.lower())
    assert not changed.needs_sheet
    assert store.key != old
    assert ring.history[-2:] == [f"{old} {store.key}", f"{store.key} {old}"]
    assert opening.open_with_code(store.path, sheet.code) == opening.Unlocked((store.key, old))
    assert opening.find_key(store.path, settings_path=config) == opening.Unlocked((store.key, old))
    assert [file.key_id for file in recovery.files_for(store.path)] == [crypt.key_id(store.key)]
    assert rekey.which_opens(changed.backup, opening.kept_keys(store.path, settings_path=config)) == old


def test_without_the_code_a_new_sheet_is_needed(store: Store, config: Path) -> None:
    older = changing.make_sheet(store, ())
    changed = change(store, config)
    assert changed.needs_sheet
    with pytest.raises(ExpectedError) as caught:
        opening.open_with_code(store.path, older.code)
    assert caught.value.key == "recovery_older_key"
    assert opening.open_with_code(changed.backup, older.code)  # what was made before still opens with it
    newer = changing.make_sheet(store, opening.kept_keys(store.path, settings_path=config))
    assert opening.open_with_code(store.path, newer.code).keys[0] == store.key


def test_a_wrong_code_and_a_window_that_is_open_change_no_key(
    ring: Ring, store: Store, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crypt, "BUSY_SECONDS", 0.05)
    old, sheet = store.key, changing.make_sheet(store, ())
    before = dict(ring.kept)
    with pytest.raises(ExpectedError) as caught:
        change(store, config, recovery_code.new_code())
    assert caught.value.key == "recovery_other_sheet"
    assert ring.kept == before
    with Store.open(store.path, old) as other, other.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM groups").scalar() == 0
        with pytest.raises(ExpectedError) as caught:
            change(store, config, sheet.code)
    assert caught.value.key == "store_locked"
    assert store.key == old
    found = opening.find_key(store.path, settings_path=config)
    assert isinstance(found, opening.Unlocked)
    assert found.keys[0] == old
    assert opening.open_with_code(store.path, sheet.code).keys[0] == old


def test_a_start_after_the_exchange_was_cut_short_puts_the_keys_in_order(
    ring: Ring, store: Store, config: Path
) -> None:
    old, new = store.key, crypt.new_key()
    ring.kept[str(store.path)] = f"{old} {new}"
    rekey.rekey(store, new, store.path.parent / "backups")
    store.close()
    left = store.path.with_name(".beheer.db.0123abcd.part")
    left.write_bytes(b"x")
    bootstrap.close(bootstrap.open_console(store.path, settings_path=config))
    assert ring.kept[str(store.path)] == f"{new} {old}"
    assert not left.exists()


def test_a_keyring_that_takes_no_second_key_stops_it_before_anything_is_made(
    ring: Ring, store: Store, config: Path
) -> None:
    old = store.key
    kept = opening.kept_keys(store.path, settings_path=config)
    ring.fault = OSError("GEHEIM")
    with pytest.raises(ExpectedError) as caught:
        changing.change_key(store, kept, lambda keys: opening.keep(store.path, keys, settings_path=config))
    assert caught.value.key == "keyring_refused"
    assert rekey.which_opens(store.path, (old,)) == old
    assert not (store.path.parent / "backups").exists()


def test_the_list_of_what_was_erased_gets_the_new_key_too(store: Store, config: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with store.writing() as connection:
        erasure_list.add(connection, ErasureKind.PERSON, {"phones": []}, datetime(2026, 11, 22, tzinfo=UTC))
    lists = erasure_list.write(store, stick)
    old = store.key
    changing.change_key(store, (), lambda keys: opening.keep(store.path, keys, settings_path=config), second=stick)
    lists = {*lists, erasure_list.list_path(store.path, store.path.parent / "backups")}
    assert len(lists) == 3
    for path in lists:
        assert rekey.which_opens(path, (old, store.key)) == store.key


def test_it_is_known_which_sheet_a_person_has_on_paper(store: Store, config: Path) -> None:
    assert changing.sheet_state(store) == changing.SheetState(None, is_put_off=False)
    changing.put_off_sheet(store)
    sheet = changing.make_sheet(store, ())
    assert changing.sheet_state(store) == changing.SheetState(None, is_put_off=True)  # made, and perhaps not printed
    groups = recovery_code.groups(sheet.code)
    assert changing.confirm_sheet(store, sheet, (groups[sheet.asked[0] - 1], groups[sheet.asked[1] - 1]))
    assert changing.sheet_state(store) == changing.SheetState(sheet.number, is_put_off=False)
    change(store, config, sheet.code)
    assert changing.sheet_state(store).number == sheet.number
    change(store, config)
    assert changing.sheet_state(store).number is None
    with pytest.raises(ExpectedError):
        changing.confirm_with_code(store, recovery_code.new_code())
    assert changing.confirm_with_code(store, sheet.code) == sheet.number  # the same paper, for the new key
    assert changing.sheet_state(store).number == sheet.number
    assert opening.open_with_code(store.path, sheet.code).keys == opening.known_keys(store)


def test_a_sheet_counts_alone_when_two_groups_were_typed_back(store: Store) -> None:
    assert changing.needs_sheet(store)
    older = changing.make_sheet(store, ())
    copy = backup.make_backup(store, store.path.parent / "backups")
    newer = changing.make_sheet(store, ())
    assert not changing.needs_sheet(store)
    first, last = (recovery_code.groups(newer.code)[number - 1] for number in newer.asked)
    assert older.code not in repr(older)
    assert not changing.confirm_sheet(store, newer, (last, first))
    assert opening.open_with_code(store.path, older.code)
    assert changing.confirm_sheet(store, newer, (first.lower(), f" {last} "))
    for each in (store.path, copy):
        with pytest.raises(ExpectedError) as caught:
            opening.open_with_code(each, older.code)
        assert caught.value.key == "recovery_other_sheet"
        assert opening.open_with_code(each, newer.code)
    assert newer.number in caught.value.sentence("nl")


def test_of_two_windows_that_each_make_a_sheet_the_last_one_counts(store: Store) -> None:
    sheets = [changing.make_sheet(store, ()) for _ in range(2)]
    for sheet in sheets:
        first, last = (recovery_code.groups(sheet.code)[number - 1] for number in sheet.asked)
        assert changing.confirm_sheet(store, sheet, (first, last))
        assert opening.open_with_code(store.path, sheet.code).keys == (store.key,)
    assert [file.sheet for file in recovery.files_for(store.path)] == [sheets[-1].number]


def test_a_sheet_that_counts_alone_leaves_that_of_backups_of_another_computer(store: Store, tmp_path: Path) -> None:
    """Somebody put them with his own: without their recovery file nobody would open them any more."""
    folder = store.path.parent / "backups"
    code = recovery_code.new_code()
    with Store.open(tmp_path / "elsewhere" / store.path.name, crypt.new_key(), create=True) as other:
        recovery.wrap(other.path, code, (other.key,))
        theirs = backup.make_backup(other, folder)
    sheet = changing.make_sheet(store, ())
    groups = recovery_code.groups(sheet.code)
    assert changing.confirm_sheet(store, sheet, (groups[sheet.asked[0] - 1], groups[sheet.asked[1] - 1]))
    assert opening.open_with_code(theirs, code).keys == (other.key,)
