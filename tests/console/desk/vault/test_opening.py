"""Whatever becomes of the keyring, the store is opened or the code is asked: never plain text, never a new store."""

import shutil
import threading
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from console import secrets, settings
from console.desk.vault import opening
from console.desk.vault.changing import make_sheet
from console.errors import ExpectedError
from console.store import crypt, recovery_code
from console.store.session import Store
from console.texts import LANGUAGES

from .conftest import OtherRing, Ring


class Silent(Ring):
    """Never answers."""

    def get_password(self, service: str, username: str) -> str | None:
        threading.Event().wait()
        return None


class Plain(Ring):
    """Keeps secrets in a plain file, as keyrings.alt does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError("a key was given to a keyring that cannot be trusted")


def needs_code(path: Path, config: Path) -> opening.NeedsCode:
    """The answer, after looking that nothing was made or changed."""
    before = path.read_bytes()
    found = opening.find_key(path, settings_path=config, limit_seconds=0.1)
    assert isinstance(found, opening.NeedsCode)
    assert path.read_bytes() == before
    for language in LANGUAGES:
        for sentence in found.sentences(language):
            assert "{" not in sentence
    return found


def refused(ask) -> str:
    with pytest.raises(ExpectedError) as caught:
        ask()
    assert caught.value.sentence("nl")
    return caught.value.key


def sheet_of(path: Path, ring: Ring) -> str:
    with Store.open(path, ring.kept[str(path)]) as store:
        return make_sheet(store, ()).code


def test_the_keyring_opens_it(ring: Ring, path: Path, config: Path) -> None:
    found = opening.find_key(path, settings_path=config)
    assert found == opening.Unlocked((ring.kept[str(path)],))
    assert ring.kept[str(path)] not in repr(found)


@pytest.mark.parametrize(
    ("now", "why"),
    [
        (NoKeyring, "keyring_missing"),
        (Silent, "keyring_silent"),
        (Plain, "keyring_not_trusted"),
        (OtherRing, "keyring_changed"),
    ],
)
def test_another_keyring_leads_to_the_code(
    ring: Ring, path: Path, config: Path, monkeypatch: pytest.MonkeyPatch, now: type, why: str
) -> None:
    code = sheet_of(path, ring)
    if now is Silent:
        monkeypatch.setattr(secrets, "TRUSTED", secrets.TRUSTED | {secrets._name(Silent())})
        settings.save(settings.Settings(keyring=secrets._name(Silent())), config)
    keyring.set_keyring(now())
    assert needs_code(path, config).why.key == why
    assert opening.open_with_code(path, code) == opening.Unlocked((ring.kept[str(path)],))


def test_a_locked_and_a_wiped_keyring_lead_to_the_code(ring: Ring, path: Path, config: Path) -> None:
    key = ring.kept[str(path)]
    ring.fault = OSError("GEHEIM")
    assert needs_code(path, config).why.key == "keyring_refused"
    ring.fault = None
    for text in ("", "geen sleutel", "f" * 63):
        ring.kept[str(path)] = text
        assert needs_code(path, config).why.key == "key_missing"
    ring.kept[str(path)] = crypt.new_key()
    assert needs_code(path, config).why.key == "store_wrong_key"
    ring.kept[str(path)] = f"{crypt.new_key()} {key}"
    assert opening.find_key(path, settings_path=config) is not None


def test_after_the_code_the_keyring_of_now_is_used_and_nothing_is_asked_again(
    ring: Ring, path: Path, config: Path
) -> None:
    code, other = sheet_of(path, ring), OtherRing()
    keyring.set_keyring(other)
    with Store.open(path.with_name("other.db"), crypt.new_key(), create=True) as neighbour:
        make_sheet(neighbour, ())
    assert needs_code(path, config).sheets == (recovery_code.sheet_number(code),)
    unlocked = opening.open_with_code(path, code.lower())
    assert opening.try_to_keep(path, unlocked.keys, settings_path=config)
    assert other.kept == ring.kept
    assert opening.find_key(path, settings_path=config) == unlocked
    other.fault = OSError("GEHEIM")
    assert not opening.try_to_keep(path, unlocked.keys, settings_path=config)


def test_without_a_recovery_file_the_sentence_tells_where_to_look(ring: Ring, path: Path, config: Path) -> None:
    ring.kept.clear()
    found = needs_code(path, config)
    assert found.sheets == ()
    assert ".recovery" in found.sentences("nl")[1]


def test_a_store_on_another_computer_opens_with_the_code(ring: Ring, path: Path, tmp_path: Path) -> None:
    code, key = sheet_of(path, ring), ring.kept.pop(str(path))
    elsewhere = tmp_path / "elsewhere" / "beheer.db"
    shutil.copytree(path.parent, elsewhere.parent)
    fresh = tmp_path / "fresh" / "settings.toml"
    assert needs_code(elsewhere, fresh).why.key == "key_missing"
    unlocked = opening.open_with_code(elsewhere, code)
    assert opening.try_to_keep(elsewhere, unlocked.keys, settings_path=fresh)
    assert opening.find_key(elsewhere, settings_path=fresh) == opening.Unlocked((key,))


def test_a_store_that_should_be_there_is_never_made_anew(ring: Ring, path: Path, config: Path) -> None:
    """Also when the keyring was wiped and only a recovery file or a backup tells of it."""
    sheet_of(path, ring)
    stored, (recovery,) = path.with_name("elsewhere.db"), path.parent.glob("*.recovery")
    path.rename(stored)

    def ask() -> object:
        return opening.find_key(path, settings_path=config)

    assert refused(ask) == "store_missing"
    ring.kept.clear()
    assert refused(ask) == "store_missing"
    recovery.rename(path.parent / "x")
    (path.parent / "backups").mkdir()
    backup = path.parent / "backups" / "beheer-20261122T120000Z-12345678.db"
    backup.write_bytes(b"x")
    assert refused(ask) == "store_missing"
    backup.unlink()
    assert ask() == opening.FirstStart(None)
    assert not path.exists()
    keyring.set_keyring(NoKeyring())
    assert refused(ask) == "keyring_missing"


def test_a_damaged_store_is_no_matter_of_codes(ring: Ring, path: Path, config: Path) -> None:
    content = bytearray(path.read_bytes())
    content[1000] ^= 1
    path.write_bytes(content)
    assert refused(lambda: opening.find_key(path, settings_path=config)) == "store_damaged"
