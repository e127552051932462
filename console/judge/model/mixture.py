"""How the two models are weighed together, and how sure each flag asks the judge to be: ``models.toml``."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from console.domain.judgement import Flag, Strictness
from console.judge.model.heads import HEADS, OUTPUTS, Row, levelled
from console.judge.sealed import ModelError, read_sealed

MANIFEST: Final = "models.toml"
NETWORK: Final = "network.onnx"
PIECES: Final = "pieces.model"
WORDS: Final = "words.npz"
FILES: Final = (NETWORK, PIECES, WORDS)


@dataclass(frozen=True, slots=True)
class Mixture:
    """``by_words``, ``by_network`` and ``added`` hold a number an output; ``bounds`` a probability a flag and word."""

    version: str
    by_words: Row
    by_network: Row
    added: Row
    bounds: Mapping[Flag, Mapping[Strictness, float]]

    def mixed(self, words: Row, network: Row) -> Row:
        """Return the log-odds of both together; the inputs are as the models give them, shape (..., outputs)."""
        rows: Row = self.by_words * levelled(words) + self.by_network * levelled(network) + self.added
        return rows


def read_mixture(folder: Path) -> Mixture:
    """Read the manifest of a folder and check every file that it names.

    Raises ``ModelError`` for a file that is missing or whose SHA-256 is another, and for an unreadable manifest.
    """
    tree = read_sealed(folder / MANIFEST)
    for name in FILES:
        _check(folder / name, tree["sha256"][name])
    rows = {part: np.zeros(OUTPUTS, np.float32) for part in ("words", "network", "added")}
    for name, head in HEADS.items():
        for part, row in rows.items():
            row[head.places] = tree["mixture"][name][part]
    bounds = {
        Flag(flag): {Strictness(word): float(bound) for word, bound in words.items()}
        for flag, words in tree["bounds"].items()
    }
    return Mixture(tree["version"], rows["words"], rows["network"], rows["added"], bounds)


def _check(path: Path, expected: str) -> None:
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(path) from error
    if found != expected:
        raise ModelError(path)
