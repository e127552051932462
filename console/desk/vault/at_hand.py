"""The keys of a store that this computer can give without asking anybody."""

from pathlib import Path

from console import secrets
from console.desk.vault import opening
from console.errors import ExpectedError


def keys_at_hand(path: Path) -> tuple[str, ...]:
    """Return the keys of the store at ``path``: that of ``BEHEER_KEY``, and those of the keyring.

    () where a code must be asked. A keyring that does not answer takes ten seconds.
    """
    try:
        kept = opening.kept_keys(path)
    except ExpectedError:  # another key may do, and the code does
        kept = ()
    return tuple(key for key in dict.fromkeys((secrets.key_from_environment(), *kept)) if key)
