"""Where the key of a store comes from: the keyring of the operating system, or headless the environment or a file.

The only importer of ``keyring``. Call it from any thread but the window's: a keyring may ask for a password, or never
answer. There is no fallback to a file in plain text (``design/security.md`` B5).
"""

import os
import queue
import re
import stat
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from console.errors import ExpectedError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE: Final = "beheerconsole"
LIMIT_SECONDS: Final = 10.0

# Keyrings that keep secrets encrypted with the user's login. With keyrings.alt installed, the library would by itself
# have chosen a plain file.
TRUSTED: Final = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.macOS.Keyring",
    }
)
_NONE_AT_ALL: Final = "keyring.backends.fail.Keyring"

_KEY_FORM: Final = re.compile(r"[0-9a-fA-F]{64}")
_KEY_FILE_BYTES: Final = 1024

Answer = TypeVar("Answer")


def load_key(store_name: str, *, remembered: str | None = None, limit_seconds: float = LIMIT_SECONDS) -> str | None:
    """Return what the keyring holds for a store, None when it holds nothing.

    That is its key, or several keys with white between them (``desk/vault/opening.py``).

    ``remembered`` is the keyring's name that ``save_key`` returned. Raises ``ExpectedError`` when there is no keyring
    to trust, another one than remembered, or no answer in time.
    """
    return _within(limit_seconds, lambda: _trusted(remembered).get_password(SERVICE, store_name))


def save_key(store_name: str, key: str, *, remembered: str | None = None, limit_seconds: float = LIMIT_SECONDS) -> str:
    """Put the key of a store in the keyring, read it back to be sure, and return the keyring's name to remember.

    Save a new key before making its store. Raises ``ExpectedError`` like ``load_key``, and when it reads back wrong.
    """

    def save() -> str:
        backend = _trusted(remembered)
        backend.set_password(SERVICE, store_name, key)
        if backend.get_password(SERVICE, store_name) != key:
            raise ExpectedError("keyring_refused")
        return _name(backend)

    return _within(limit_seconds, save)


def key_from_environment(environment: Mapping[str, str] = os.environ) -> str | None:
    """Return the key in ``BEHEER_KEY``, None when it is not set. Raises ``ExpectedError`` for another form."""
    text = environment.get("BEHEER_KEY", "").strip()
    if not text:
        return None
    if not _KEY_FORM.fullmatch(text):
        raise ExpectedError("key_in_environment_malformed")
    return text.lower()


def key_from_file(path: Path) -> str:
    """Return the key that a file holds and nothing else. Raises ``ExpectedError`` when others may use the file."""
    try:
        with path.open("rb") as stream:
            if os.name == "posix" and os.fstat(stream.fileno()).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise ExpectedError("key_file_open_to_others", path=path)
            content = stream.read(_KEY_FILE_BYTES)
    except OSError as error:
        raise ExpectedError("key_file_unreadable", path=path) from error
    text = content.decode("ascii", errors="replace").strip()
    if not _KEY_FORM.fullmatch(text):
        raise ExpectedError("key_file_malformed", path=path)
    return text.lower()


def write_key_file(path: Path, key: str) -> None:
    """Write a key to a file that only its owner may read, in the place of what it held. Raises ``ExpectedError``."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as stream:
                stream.write(f"{key}\n".encode("ascii"))
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ExpectedError("key_file_not_written", path=path) from error


def _trusted(remembered: str | None) -> "KeyringBackend":
    """Return the first keyring of this computer that may hold a key."""
    import keyring
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    candidates = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    trusted = next((candidate for candidate in candidates if _name(candidate) in TRUSTED), None)
    if trusted is None:
        is_absent = all(_name(candidate) == _NONE_AT_ALL for candidate in candidates)
        raise ExpectedError("keyring_missing" if is_absent else "keyring_not_trusted")
    if remembered is not None and _name(trusted) != remembered:
        # Signal locked people out who changed from GNOME to KDE: say it, instead of finding no key there.
        raise ExpectedError("keyring_changed", before=remembered, now=_name(trusted))
    return trusted


def _name(backend: "KeyringBackend") -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _within(seconds: float, ask: Callable[[], Answer]) -> Answer:
    """Ask on a thread of its own and wait no longer than said; one that hangs dies with the program."""
    answers: queue.SimpleQueue[Answer | Exception] = queue.SimpleQueue()

    def work() -> None:
        try:
            answers.put(ask())
        except Exception as error:  # noqa: BLE001  # keyrings raise what their system gives them, of any kind
            answers.put(error)

    threading.Thread(target=work, name="keyring", daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise ExpectedError("keyring_silent") from None
    if isinstance(answer, ExpectedError):
        raise answer
    if isinstance(answer, Exception):
        raise ExpectedError("keyring_refused") from answer
    return answer
