"""The key comes from a keyring that can be trusted, from the environment or from a private file; or with a sentence."""

import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend

import console
from console import secrets
from console.errors import ExpectedError
from console.texts import LANGUAGES

KEY = "0123456789abcdef" * 4


class MemoryKeyring(KeyringBackend):
    """A keyring of the test's own."""

    priority = -1  # never chosen by the library itself

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class ForgetfulKeyring(MemoryKeyring):
    """Says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class LockedKeyring(MemoryKeyring):
    """Answers with an error of its own kind, as D-Bus does."""

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError("GEHEIM")


class SilentKeyring(MemoryKeyring):
    """Never answers."""

    def get_password(self, service: str, username: str) -> str | None:
        threading.Event().wait()
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        threading.Event().wait()


def use(monkeypatch: pytest.MonkeyPatch, backend: KeyringBackend, *, is_trusted: bool = True) -> None:
    monkeypatch.setattr("keyring.core._keyring_backend", backend)
    if is_trusted:
        monkeypatch.setattr(secrets, "TRUSTED", {*secrets.TRUSTED, secrets._name(backend)})


def sentence_of(error: pytest.ExceptionInfo[ExpectedError]) -> str:
    for language in LANGUAGES:
        sentence = error.value.sentence(language)
        assert KEY not in sentence
        assert "GEHEIM" not in sentence
    return error.value.key


def test_a_key_comes_back_under_its_store_only(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, MemoryKeyring())
    name = secrets.save_key("a", KEY)
    assert secrets.load_key("a", remembered=name) == KEY
    assert secrets.load_key("b", remembered=name) is None


def test_a_plain_keyring_is_refused_and_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = MemoryKeyring()
    use(monkeypatch, plain, is_trusted=False)
    for ask in (lambda: secrets.save_key("a", KEY), lambda: secrets.load_key("a")):
        with pytest.raises(ExpectedError) as caught:
            ask()
        assert sentence_of(caught) == "keyring_not_trusted"
    assert plain.kept == {}


def test_of_several_keyrings_only_the_trusted_one_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with keyrings.alt installed beside a real keyring."""
    plain, trusted = MemoryKeyring(), LockedKeyring()

    class Chain(ChainerBackend):
        backends = (plain, trusted)

    monkeypatch.setattr(secrets, "TRUSTED", {secrets._name(trusted)})
    monkeypatch.setattr("keyring.core._keyring_backend", Chain())
    with pytest.raises(ExpectedError):
        secrets.save_key("a", KEY)
    assert plain.kept == {}
    assert trusted.kept


def test_a_machine_without_keyring_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keyring.core._keyring_backend", None)
    with pytest.raises(ExpectedError) as caught:
        secrets.load_key("a")
    assert sentence_of(caught) == "keyring_missing"


def test_another_keyring_than_remembered_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, MemoryKeyring())
    with pytest.raises(ExpectedError) as caught:
        secrets.load_key("a", remembered="keyring.backends.kwallet.DBusKeyring")
    assert sentence_of(caught) == "keyring_changed"


@pytest.mark.parametrize("backend", [ForgetfulKeyring, LockedKeyring])
def test_a_key_that_does_not_read_back_is_not_kept(
    monkeypatch: pytest.MonkeyPatch, backend: type[KeyringBackend]
) -> None:
    use(monkeypatch, backend())
    with pytest.raises(ExpectedError) as caught:
        secrets.save_key("a", KEY)
    assert sentence_of(caught) == "keyring_refused"


def test_a_keyring_that_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, SilentKeyring())
    for ask in (
        lambda: secrets.load_key("a", limit_seconds=0.05),
        lambda: secrets.save_key("a", KEY, limit_seconds=0.05),
    ):
        with pytest.raises(ExpectedError) as caught:
            ask()
        assert sentence_of(caught) == "keyring_silent"


def test_the_trusted_names_exist_in_the_library() -> None:
    for name in secrets.TRUSTED:
        module, _, backend = name.rpartition(".")
        __import__(module)
        assert issubclass(getattr(sys.modules[module], backend), KeyringBackend)


def in_a_session(tmp_path: Path, what: str) -> dict[str, object]:
    """Run keyring_session.py on a D-Bus session of its own, in a home of its own."""
    for program in ("dbus-run-session", "gdbus", "gnome-keyring-daemon"):
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed")
    root = Path(console.__file__).parents[1]
    folders = {name: tmp_path / name for name in ("HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME")}
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    environment = {
        name: value for name, value in os.environ.items() if name not in {"PYTHON_KEYRING_BACKEND", "DISPLAY"}
    }
    environment |= {name: str(folder) for name, folder in folders.items()} | {"PYTHONPATH": str(root)}
    command = ["dbus-run-session", "--", sys.executable, str(Path(__file__).with_name("keyring_session.py")), what]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


@pytest.mark.server
def test_a_real_secret_service_keeps_the_key(tmp_path: Path) -> None:
    assert in_a_session(tmp_path, "real") == {
        "name": "keyring.backends.SecretService.Keyring",
        "a": "ab" * 32,
        "unknown": None,
        "other": "keyring_changed",
    }
    kept = [file.read_bytes() for file in (tmp_path / "XDG_DATA_HOME").rglob("*") if file.is_file()]
    assert kept
    assert not any(b"ab" * 32 in content for content in kept)


@pytest.mark.server
def test_a_secret_service_that_never_answers_is_not_waited_for(tmp_path: Path) -> None:
    assert in_a_session(tmp_path, "mute") == {"load": "keyring_silent", "save": "keyring_silent"}


@pytest.mark.server
def test_a_real_secret_service_that_is_wiped_locked_or_gone_leads_to_the_code_in_time(tmp_path: Path) -> None:
    found = in_a_session(tmp_path, "vault")
    assert found["keys"] == 2  # after another key: the new one and the old one
    *starts, gone = found["starts"]
    assert starts[:4] == ["FirstStart", "Unlocked", "key_missing", "Unlocked"]
    assert {starts[4], gone} <= {"keyring_refused", "keyring_silent", "keyring_missing"}


def test_no_key_in_the_environment_is_none() -> None:
    assert secrets.key_from_environment({}) is None
    assert secrets.key_from_environment({"BEHEER_KEY": " "}) is None


def test_a_key_in_the_environment_is_taken() -> None:
    assert secrets.key_from_environment({"BEHEER_KEY": f" {KEY.upper()}\n"}) == KEY


@pytest.mark.parametrize("text", [KEY[1:], KEY + "0", "g" * 64, "x'" + KEY + "'"])
def test_a_key_of_another_form_in_the_environment_is_refused(text: str) -> None:
    with pytest.raises(ExpectedError) as caught:
        secrets.key_from_environment({"BEHEER_KEY": text})
    assert sentence_of(caught) == "key_in_environment_malformed"


def key_file(tmp_path: Path, content: bytes, mode: int = 0o600) -> Path:
    path = tmp_path / "key"
    path.write_bytes(content)
    path.chmod(mode)
    return path


def test_a_key_in_a_private_file_is_taken(tmp_path: Path) -> None:
    assert secrets.key_from_file(key_file(tmp_path, KEY.upper().encode() + b"\r\n")) == KEY


@pytest.mark.parametrize(
    "content", [b"", KEY[1:].encode(), KEY.encode() + b"\n" + KEY.encode(), b"\xff" * 64, b"0" * 2000]
)
def test_a_file_with_something_else_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(ExpectedError) as caught:
        secrets.key_from_file(key_file(tmp_path, content))
    assert sentence_of(caught) == "key_file_malformed"


@pytest.mark.skipif(os.name != "posix", reason="permissions of this kind are POSIX")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o644])
def test_a_key_file_that_others_may_use_is_refused(tmp_path: Path, mode: int) -> None:
    with pytest.raises(ExpectedError) as caught:
        secrets.key_from_file(key_file(tmp_path, KEY.encode(), mode))
    assert sentence_of(caught) == "key_file_open_to_others"
    assert "chmod 600" in caught.value.sentence("nl")


@pytest.mark.parametrize("name", ["none", "."])
def test_a_key_file_that_cannot_be_read_is_a_sentence(tmp_path: Path, name: str) -> None:
    tmp_path.chmod(0o700)
    with pytest.raises(ExpectedError) as caught:
        secrets.key_from_file(tmp_path / name)
    assert sentence_of(caught) == "key_file_unreadable"
