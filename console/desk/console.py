"""The one thing a desk call needs besides its own values. May be used from any thread."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.store.session import Store


@dataclass(frozen=True)
class Console:
    """An open store and who sits before it. ``console.bootstrap`` builds it.

    ``now`` gives aware UTC (in the demo it stands still at the end of the chats); ``language`` ("nl" or "en") is that
    of the sentences a desk call returns; ``actor`` is the name that the journal keeps with a decision.
    """

    store: Store
    now: Callable[[], datetime]
    language: str
    actor: str
    is_demo: bool = False
