"""The whole road from labelled messages to the files in ``resources/models``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch

from console.judge.evaluation.labelled import Labelled
from console.judge.evaluation.splits import folds
from console.judge.model import joined
from console.judge.model.network import Network, Pieces
from console.judge.training import words
from console.judge.training.base import Base
from console.judge.training.export import export
from console.judge.training.fit import Tell, fit
from console.judge.training.network import TrainedNetwork
from console.judge.training.pieces import cut
from console.judge.training.tune import tune

_PARTS: Final = 10  # of the messages, one part is kept aside to weigh the two models and to set the thresholds
# The layers that lose most by eight bits; see resources/models/README.md.
_IN_FLOAT: Final = ("head",)


def build(rows: Sequence[Labelled], out: Path, *, seed: int, version: str, kept: Path | None, tell: Tell) -> None:
    """Write ``network.onnx``, ``pieces.model``, ``words.npz`` and ``models.toml`` to a folder.

    ``kept`` is where the trained network stays between runs: when it is there, training is skipped.
    """
    out.mkdir(parents=True, exist_ok=True)
    aside = set(folds(rows, _PARTS, seed)[0])
    learnt = [row for place, row in enumerate(rows) if place not in aside]
    unseen = [row for place, row in enumerate(rows) if place in aside]
    tell(f"{len(learnt)} messages to learn from, {len(unseen)} kept aside")

    base = Base()
    torch.manual_seed(seed)  # the head starts from chance
    network = TrainedNetwork(base, cut(base, learnt, out / "pieces.model"))
    pieces = Pieces(out / "pieces.model")
    if kept is not None and kept.exists():
        network.load_state_dict(torch.load(kept, weights_only=True))
    else:
        fit(network, pieces, learnt, seed=seed, tell=tell)
        if kept is not None:
            torch.save(network.state_dict(), kept)
    export(network, out / "network.onnx", in_float=_IN_FLOAT)
    tell("network written")

    statements = [row.statement for row in unseen]
    by_words = words.fit(learnt).logits(statements)
    read = Network(out / "network.onnx", out / "pieces.model")
    by_network = np.stack([joined(read.read(statement)) for statement in statements])
    words.fit(rows).save(out / "words.npz")
    tell("word model written")
    tune(unseen, by_words, by_network, out, version=version)
    tell(f"written to {out}")
