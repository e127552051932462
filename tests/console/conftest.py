"""A real store for every test that asks for one: migrated once, then copied."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.store.session import Store
from tests.console import quick_stores  # noqa: F401  # all stores from here on


@pytest.fixture(scope="session", autouse=True)
def _nobodys_computer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep tests away from the keyring, the settings and the store of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def store_key() -> str:
    """The key of the stores that tests make."""
    return "0123456789abcdef" * 4


@pytest.fixture(scope="session")
def store_template(tmp_path_factory: pytest.TempPathFactory, store_key: str) -> Path:
    """An empty store at the newest schema, closed. Copy it; do not open it."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    Store.open(path, store_key, create=True).close()
    return path


@pytest.fixture
def store_path(tmp_path: Path, store_template: Path) -> Path:
    """A fresh empty store file, closed."""
    return Path(shutil.copy(store_template, tmp_path / "store.db"))


@pytest.fixture
def store(store_path: Path, store_key: str) -> Iterator[Store]:
    """A fresh empty store, open."""
    with Store.open(store_path, store_key) as opened:
        yield opened
