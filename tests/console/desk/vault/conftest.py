"""A keyring that does what a test tells it, and a store that came with a first start."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from console import secrets
from console.desk.vault import opening


class Ring(KeyringBackend):
    """A keyring of the test's own. ``fault`` is raised by every question."""

    priority = -1  # never chosen by the library itself

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, str] = {}
        self.fault: Exception | None = None
        self.history: list[str] = []

    def get_password(self, service: str, username: str) -> str | None:
        if self.fault:
            raise self.fault
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.fault:
            raise self.fault
        self.kept[username] = password
        self.history.append(password)


class OtherRing(Ring):
    """A keyring of another kind, as after a change from GNOME to KDE."""


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ring]:
    """A keyring that counts as trusted, and no key in the environment."""
    monkeypatch.delenv("BEHEER_KEY", raising=False)
    monkeypatch.setattr(secrets, "TRUSTED", frozenset(secrets._name(kind()) for kind in (Ring, OtherRing)))
    before = keyring.get_keyring()
    ring = Ring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def path(ring: Ring, tmp_path: Path, config: Path, store_template: Path, store_key: str) -> Path:
    """The store of somebody who started the program before."""
    path = tmp_path / "data" / "beheer.db"
    path.parent.mkdir()
    shutil.copy(store_template, path)
    opening.keep(path, (store_key,), settings_path=config)
    return path
