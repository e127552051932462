"""What the window tells of the keys, for each way in which a store gets its key."""

from pathlib import Path

import pytest

from console import bootstrap
from console.desk.console import Console
from console.desk.vault import changing, keys, opening
from console.errors import ExpectedError
from console.store import recovery_code

from .conftest import Ring


@pytest.fixture
def console(ring: Ring, path: Path, config: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(config.parent))
    opened = bootstrap.open_console(path, settings_path=config)
    yield opened
    bootstrap.close(opened)


def test_the_state_tells_who_keeps_the_key_and_whether_a_sheet_is_wanted(
    console: Console, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert keys.state(console) == keys.KeyState(keys.KeptBy.PERSON, holds_nothing=True)  # no keyring has it yet
    opening.keep(console.store.path, (console.store.key,))
    state = keys.state(console)
    assert (state.kept_by, state.keyring) == (keys.KeptBy.KEYRING, f"{Ring.__module__}.Ring")
    assert state.wants_sheet
    assert not state.is_put_off
    keys.put_off_sheet(console)
    console.store.older_keys = ("a" * 64,)
    state = keys.state(console)
    assert (state.is_put_off, state.older, state.wants_sheet) == (True, 1, True)
    code = changing.make_sheet(console.store, ()).code
    number = changing.confirm_with_code(console.store, code)
    assert number == recovery_code.sheet_number(code)
    assert not keys.state(console).wants_sheet
    monkeypatch.setenv("BEHEER_KEY", console.store.key)
    assert keys.state(console).kept_by is keys.KeptBy.ENVIRONMENT
    with pytest.raises(ExpectedError) as refused:
        keys.change(console, None)
    assert refused.value.key == "rekey_key_in_environment"
    demo = Console(console.store, console.now, "nl", "x", is_demo=True)
    assert not keys.state(demo).wants_sheet
