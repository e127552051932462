"""Run by test_secrets.py inside ``dbus-run-session``: asks a real Secret Service, or one that never answers.

Writes what happened as JSON: values, and keys of sentences.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import keyring

from console import bootstrap, secrets
from console.desk.vault import changing, opening
from console.errors import ExpectedError

KEY = "ab" * 32


def told(ask: Callable[[], object]) -> object:
    """The answer, or the key of the sentence."""
    try:
        return ask()
    except ExpectedError as error:
        return error.key


@contextmanager
def unlocked_keyring() -> Iterator[None]:
    """GNOME's keyring with a password, as after logging in."""
    command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as daemon:
        assert daemon.stdin
        daemon.stdin.write(b"password")
        daemon.stdin.close()
        wait_for_owner()
        try:
            yield
        finally:
            daemon.terminate()


def wait_for_owner() -> None:
    """Until somebody on this bus says to keep secrets."""
    subprocess.run(["gdbus", "wait", "--session", "--timeout", "10", "org.freedesktop.secrets"], check=True)


def real() -> dict[str, object]:
    with unlocked_keyring():
        name = secrets.save_key("a", KEY)
        return {
            "name": name,
            "a": told(lambda: secrets.load_key("a", remembered=name)),
            "unknown": told(lambda: secrets.load_key("b")),
            "other": told(lambda: secrets.load_key("a", remembered="keyring.backends.kwallet.DBusKeyring")),
        }


def mute() -> dict[str, object]:
    """A service that owns the name and never answers, as a keyring that waits for a window nobody sees."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    with open_dbus_connection() as connection:
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        connection.send_and_get_reply(new_method_call(bus, "RequestName", "su", ("org.freedesktop.secrets", 0)))
        return {
            "load": told(lambda: secrets.load_key("a", limit_seconds=0.5)),
            "save": told(lambda: secrets.save_key("a", KEY, limit_seconds=0.5)),
        }


def vault() -> dict[str, object]:
    """A first start, a sheet, another key, and what each start after it says while the keyring comes and goes."""
    folder = Path(tempfile.mkdtemp())
    path, config = folder / "store.db", folder / "settings.toml"

    def start() -> str:
        begun = time.monotonic()
        found = opening.find_key(path, settings_path=config)
        assert time.monotonic() - begun < secrets.LIMIT_SECONDS
        return found.why.key if isinstance(found, opening.NeedsCode) else type(found).__name__

    def keep(keys: Sequence[str]) -> None:
        opening.keep(path, keys, settings_path=config)

    with unlocked_keyring():
        first = start()
        console = bootstrap.open_console(path, settings_path=config)
        sheet = changing.make_sheet(console.store, ())
        kept = opening.kept_keys(path, settings_path=config)
        changing.change_key(console.store, kept, keep, code=sheet.code)
        bootstrap.close(console)
        unlocked = start()
        keys = len(opening.kept_keys(path, settings_path=config))
        keyring.delete_password(secrets.SERVICE, str(path))
        wiped = start()
        opened = opening.open_with_code(path, sheet.code)
        asked_once = opening.try_to_keep(path, opened.keys, settings_path=config) and start()
        lock()
        locked = start()
    starts = [first, unlocked, wiped, asked_once, locked, start()]
    shutil.rmtree(folder)
    return {"starts": starts, "keys": keys}


def lock() -> None:
    """Lock every keyring, as when the person logs out of it."""
    call = ["gdbus", "call", "--session", "--dest", "org.freedesktop.secrets"]
    service = ["--object-path", "/org/freedesktop/secrets", "--method", "org.freedesktop.Secret.Service.Lock"]
    collections = "['/org/freedesktop/secrets/collection/login']"
    subprocess.run([*call, *service, collections], check=True, stdout=subprocess.DEVNULL)


print(json.dumps({"real": real, "mute": mute, "vault": vault}[sys.argv[1]]()))
