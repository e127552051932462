"""Run by test_desktop_signals.py inside ``dbus-run-session``: a desktop that locks and sleeps, told on a real bus.

The bus of the session stands in for that of the system as well. Writes what the window heard, in order, as JSON.
"""

import json
import os
import select
import sys
import threading

from jeepney import DBusAddress, message_bus, new_method_return, new_signal
from jeepney.io.blocking import Proxy, open_dbus_connection
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

MANAGER = DBusAddress("/org/freedesktop/login1", None, "org.freedesktop.login1.Manager")
SESSION = DBusAddress("/org/freedesktop/login1/session/c2", None, "org.freedesktop.login1.Session")
SAVER = DBusAddress("/org/gnome/ScreenSaver", None, "org.gnome.ScreenSaver")
HELD_S = 5.0  # as long as systemd waits


class Login:
    """The service that says when the computer sleeps, and waits for who asked for time."""

    def __init__(self) -> None:
        self.connection = open_dbus_connection(enable_fds=True)
        Proxy(message_bus, self.connection).RequestName("org.freedesktop.login1")
        self.asked: tuple[str, ...] = ()
        self.was_let = False

    def serve(self) -> None:
        """Give time once; then lock, and sleep as soon as the time is given back."""
        while True:
            call = self.connection.receive()
            if call.header.fields.get(3) == "Inhibit":  # the member
                break
        self.asked = call.body
        waits, held = os.pipe()
        self.connection.send(new_method_return(call, "h", (held,)))
        os.close(held)
        self.connection.send(new_signal(SAVER, "ActiveChanged", "b", (False,)))
        self.connection.send(new_signal(SAVER, "ActiveChanged", "b", (True,)))
        self.connection.send(new_signal(SESSION, "Lock"))
        assert not select.select([waits], [], [], 0.3)[0]  # who asked for time holds it
        self.connection.send(new_signal(MANAGER, "PrepareForSleep", "b", (True,)))
        ready, _, _ = select.select([waits], [], [], HELD_S)
        self.was_let = bool(ready) and os.read(waits, 1) == b""
        self.connection.send(new_signal(MANAGER, "PrepareForSleep", "b", (False,)))


class Heard(QObject):
    """What the window hears."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[str] = []

    @Slot()
    def on_locked(self) -> None:
        self.events.append("locked")

    @Slot()
    def on_sleeping(self) -> None:
        self.events.append("sleeping")


def main() -> None:
    os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    from ui.locking.desktop import DesktopSignals

    login = Login()
    server = threading.Thread(target=login.serve, daemon=True)
    app = QCoreApplication([])
    heard, signals = Heard(), DesktopSignals()
    signals.locked.connect(heard.on_locked)
    signals.sleeping.connect(heard.on_sleeping)
    server.start()

    def look() -> None:
        if not server.is_alive():
            app.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(20)
    app.exec()
    json.dump({"heard": heard.events, "asked": login.asked, "let": login.was_let}, sys.stdout)


if __name__ == "__main__":
    main()
