"""The one thing a desk call needs besides its own values. May be used from any thread."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from console.domain.outgoing import Carrier
from console.store.session import Store


@dataclass(frozen=True)
class Console:
    """An open store and who sits before it. ``console.bootstrap`` builds it.

    ``now`` gives aware UTC (in the demo it begins at the end of the chats); ``language`` ("nl" or "en") is that
    of the sentences a desk call returns; ``actor`` is the name that the journal keeps with a decision. ``carriers``, by
    name, can send something to groups of a tool (its value) or to a service; what none takes, a person does by hand.
    ``window`` tells two consoles of one person apart.
    """

    store: Store
    now: Callable[[], datetime]
    language: str
    actor: str
    is_demo: bool = False
    carriers: Mapping[str, Carrier] = field(default_factory=dict)
    window: str = field(default_factory=partial(secrets.token_hex, 8))
