"""Tables of numbers that the judge weighs with: each ends in the SHA-256 of what stands above, so that a table that was
damaged is refused and never quietly judges otherwise.
"""

import hashlib
import tomllib
from pathlib import Path
from typing import Any, Final

from console.errors import ExpectedError

_SEAL: Final = "# sha256 of what stands above: "


class ModelError(ExpectedError):
    """A file of the models is missing or not the one that was shipped: nothing is judged with it."""

    def __init__(self, path: Path) -> None:
        super().__init__("model_damaged", file=path.name)


def sealed(table: str) -> str:
    """Return the text of a table with its seal as last line. Lines end in a single newline."""
    return f"{table}{_SEAL}{_digest(table)}\n"


def read_sealed(path: Path) -> dict[str, Any]:
    """Return what a sealed TOML file holds.

    Raises ``ModelError`` for a file that is missing, unreadable, without a seal, or other than when it was sealed.
    """
    try:
        text = path.read_text(encoding="utf-8")  # with the ends of lines of any system made one
        table, found, digest = text.rpartition(_SEAL)
        if not found or digest != f"{_digest(table)}\n":
            raise ModelError(path)
        return tomllib.loads(table)
    except (OSError, ValueError) as error:
        raise ModelError(path) from error


def _digest(table: str) -> str:
    return hashlib.sha256(table.encode()).hexdigest()
