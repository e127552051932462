"""Hears what Python itself opens and asks of the net meanwhile (PEP 578); for tests. Qt's own files it does not."""

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

_NET = {"socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request", "subprocess.Popen", "os.system"}


@dataclass
class Heard:
    """``opened`` are the names of files; ``asked`` are calls of the net and of other programs."""

    opened: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


_listening: list[Heard] = []
_is_hooked: list[bool] = []


def _hear(event: str, values: tuple[object, ...]) -> None:
    for heard in _listening:
        if event == "open":
            heard.opened.append(str(values[0]))
        elif event in _NET:
            heard.asked.append(f"{event} {values[:2]}")


@contextlib.contextmanager
def listening() -> Iterator[Heard]:
    """Collect what happens in the block, in any thread."""
    if not _is_hooked:
        _is_hooked.append(True)
        sys.addaudithook(_hear)  # it cannot be taken away again, and does nothing while nobody listens
    heard = Heard()
    _listening.append(heard)
    try:
        yield heard
    finally:
        _listening.remove(heard)
