"""Which store is opened or made, with which key, and the demo."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from console import bootstrap, secrets, settings
from console.desk import triage
from console.desk.console import Console
from console.desk.groups import groups
from console.desk.judging import judge_waiting
from console.desk.vault import changing, opening
from console.domain.decision import ItemKind
from console.domain.outgoing import SIGNALEN, Action
from console.errors import CancelledError, ExpectedError
from console.jobs import CancelToken, Progress

KEY = "0123456789abcdef" * 4


class MemoryKeyring(KeyringBackend):
    """A keyring of the test's own."""

    priority = -1  # never chosen by the library itself

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[username] = password


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """A keyring that counts as trusted, and no key in the environment."""
    monkeypatch.delenv("BEHEER_KEY", raising=False)
    monkeypatch.setattr(secrets, "TRUSTED", frozenset({f"{__name__}.MemoryKeyring"}))
    before = keyring.get_keyring()
    ring = MemoryKeyring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def opened(path: Path, config: Path, **values) -> None:
    """Open a store and close it again."""
    bootstrap.close(bootstrap.open_console(path, settings_path=config, **values))


def refused(path: Path, config: Path, **values) -> str:
    with pytest.raises(ExpectedError) as error:
        opened(path, config, **values)
    assert error.value.sentence("nl")
    return error.value.key


def test_a_first_start_makes_a_key_keeps_it_and_makes_the_store(ring, tmp_path, config):
    path = tmp_path / "data" / "beheer.db"
    opened(path, config)
    assert path.stat().st_size > 0
    assert list(ring.kept) == [str(path)]
    assert settings.load(config).settings.keyring == f"{__name__}.MemoryKeyring"
    opened(path, config)


def test_a_start_that_was_cut_short_goes_on_with_the_key_it_kept(ring, tmp_path, config):
    path = tmp_path / "beheer.db"
    ring.kept[str(path)] = KEY
    opened(path, config)
    assert ring.kept == {str(path): KEY}
    opened(path, config, key=KEY)


def test_a_store_that_is_out_of_reach_does_not_end_in_a_second_empty_one(ring, tmp_path, config):
    path = tmp_path / "beheer.db"
    opened(path, config)
    path.rename(tmp_path / "elsewhere.db")
    assert refused(path, config) == "store_missing"
    assert not path.exists()


def test_each_store_has_a_key_of_its_own(ring, tmp_path, config):
    opened(tmp_path / "a.db", config)
    opened(tmp_path / "b.db", config)
    assert len(set(ring.kept.values())) == 2


def test_a_store_without_its_key_is_left_as_it_is(ring, tmp_path, config):
    path = tmp_path / "beheer.db"
    opened(path, config)
    ring.kept.clear()
    before = path.read_bytes()
    assert refused(path, config) == "key_missing"
    assert path.read_bytes() == before
    assert ring.kept == {}


def test_the_code_on_the_sheet_opens_a_store_whose_keyring_was_wiped(ring, tmp_path, config):
    path = tmp_path / "beheer.db"
    console = bootstrap.open_console(path, settings_path=config)
    sheet = changing.make_sheet(console.store, ("a" * 64,))
    bootstrap.close(console)
    ring.kept.clear()
    needs = bootstrap.open_or_ask(path, settings_path=config)
    assert (needs.why.key, needs.sheets) == ("key_missing", (sheet.number,))
    console = bootstrap.open_with_code(path, sheet.code.lower())
    assert opening.known_keys(console.store) == (console.store.key, "a" * 64)
    assert opening.try_to_keep(path, opening.known_keys(console.store), settings_path=config)
    bootstrap.close(console)
    again = bootstrap.open_or_ask(path, settings_path=config)
    assert again.store.older_keys == ("a" * 64,)
    bootstrap.close(again)


def test_without_create_nothing_is_made(ring, tmp_path, config):
    assert refused(tmp_path / "beheer.db", config, create=False) == "store_missing"
    assert list(tmp_path.iterdir()) == []
    assert ring.kept == {}


def test_a_key_from_the_environment_needs_no_keyring(ring, tmp_path, config, monkeypatch):
    monkeypatch.setenv("BEHEER_KEY", KEY.upper())
    path = tmp_path / "beheer.db"
    opened(path, config)
    assert ring.kept == {}
    assert not config.exists()
    monkeypatch.delenv("BEHEER_KEY")
    opened(path, config, key=KEY)
    assert refused(path, config, key="f" * 64) == "store_wrong_key"


def test_where_there_was_a_store_no_key_makes_a_second_empty_one(ring, tmp_path, config):
    path = tmp_path / "beheer.db"
    backups = tmp_path / "backups"
    backups.mkdir()
    backup = backups / "beheer-20261101T100000000000Z-0a0a0a0a.db"
    backup.touch()
    assert refused(path, config, key=KEY) == "store_missing"
    assert not path.exists()
    backup.unlink()
    opened(path, config, key=KEY)


def test_a_given_key_wins_over_the_environment(ring, tmp_path, config, monkeypatch):
    path = tmp_path / "beheer.db"
    opened(path, config, key=KEY)
    monkeypatch.setenv("BEHEER_KEY", "f" * 64)
    opened(path, config, key=KEY)


def test_the_console_knows_who_decides_and_what_time_it_is(tmp_path, config):
    console = bootstrap.open_console(tmp_path / "a.db", key=KEY, language="en", settings_path=config)
    assert (console.language, console.is_demo) == ("en", False)
    assert console.actor
    assert console.now().utcoffset().total_seconds() == 0
    bootstrap.close(console)


def _groups_with_messages(console: Console) -> set[str]:
    """The groups of which a message waits for a person."""
    return {item.group for item in triage.week(console) if item.kind is ItemKind.MESSAGE}


class UntilEveryGroupHasWork(Progress):
    """Stops the judge when a message of every group of a console waits for a person."""

    def __init__(self, console: Console, cancel: CancelToken) -> None:
        super().__init__()
        self._console, self._cancel = console, cancel

    def report(self, stage: str, fraction: float | None, count: int) -> None:
        super().report(stage, fraction, count)
        if _groups_with_messages(self._console) == {group.name for group in groups(self._console)}:
            self._cancel.cancel()


def test_a_console_of_ones_own_can_send_reports(tmp_path: Path, config: Path) -> None:
    console = bootstrap.open_console(tmp_path / "own.db", key=KEY, settings_path=config)
    assert [console.carriers[SIGNALEN].can(action) for action in (Action.FORWARD, Action.GROUP)] == [True, False]
    bootstrap.close(console)


def test_the_demo_opens_at_once_with_four_groups_and_fills_with_a_week_of_work_and_leaves_nothing_behind():
    progress = Progress()
    demo = bootstrap.demo_console("en", progress=progress)
    assert demo.is_demo
    assert {item.kind for item in triage.week(demo)} == {ItemKind.REQUEST, ItemKind.FEEDBACK}  # nothing is judged yet
    assert "2026-11-15T19:30:00+00:00" <= demo.now().isoformat() < "2026-11-15T19:35:00+00:00"
    shown = {group.name: group.profile for group in groups(demo)}
    assert shown == {
        "Alarmgroep Lindenhof": "wabp_alarm",
        "HIC Kadebuurt": "hic",
        "Meidoornbuurt": "broad",
        "Bedrijvenpark De Sluis": "business_park",
    }
    assert progress.stage
    of_practice = {group.tool for group in groups(demo) if group.name == "Bedrijvenpark De Sluis"}
    assert demo.carriers.keys() == of_practice  # the others are on WhatsApp: what goes out there, a person does
    assert SIGNALEN not in demo.carriers  # what is practised reaches no municipality
    cancel = CancelToken()
    with pytest.raises(CancelledError):  # long before the last message: the newest come first
        judge_waiting(demo, progress=UntilEveryGroupHasWork(demo, cancel), cancel=cancel)
    week = triage.week(demo)
    assert _groups_with_messages(demo) == set(shown)
    assert all(item.at.isoformat() > "2026-11-01" for item in week if item.kind is not ItemKind.FEEDBACK)
    folder = demo.store.path.parent
    bootstrap.close(demo)
    assert not folder.exists()


def test_a_demo_that_is_cancelled_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        bootstrap.demo_console(cancel=cancel)
    assert list(tmp_path.iterdir()) == []
