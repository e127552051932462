"""Run by test_secrets.py inside ``dbus-run-session``: asks a real Secret Service, or one that never answers.

Writes what happened as JSON: values, and keys of sentences.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from console import secrets
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


print(json.dumps({"real": real, "mute": mute}[sys.argv[1]]()))
