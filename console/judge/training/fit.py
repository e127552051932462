"""Trains the network on labelled messages: on the processor, from a fixed seed, some forty minutes for 8,000."""

import random
import time
from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from console.judge.evaluation.labelled import Labelled
from console.judge.model.heads import HEADS
from console.judge.model.network import Pieces, Question
from console.judge.training.network import NOTHING, TrainedNetwork
from console.judge.training.spelling import misspelt
from console.judge.training.targets import Targets, targets_of

EPOCHS: Final = 4
_BATCH: Final = 16
_RATE: Final = 2e-4  # of the last layer; each layer below learns a tenth slower
_SLOWER: Final = 0.9
_HEAD_RATE: Final = 3e-3
_WARMING: Final = 0.06  # part of the steps in which the rate rises
_KEPT: Final = 0.995  # of the running mean of the weights, which is what is shipped
_SHARE_MISSPELT: Final = 0.2
_SHARE_STRANGE: Final = 0.15  # of messages without context that get one that has nothing to do with them
# How much each label weighs. The rare ones weigh more, or the common ones would drown them.
_WEIGHTS: Final = {
    "category": 1.0,
    "stigma": 1.5,
    "stigma_kind": 1.0,
    "abuse": 1.5,
    "vigilantism": 2.0,
    "call112": 1.0,
    "feedback": 1.0,
    "primary": 0.3,
    "personal_data": 4.0,
}
_SMOOTHING: Final = 0.03  # people who label are not certain either

Tell = Callable[[str], None]


class _Cached(NamedTuple):
    """What the frozen layers make of each message, in half precision: as written, misspelt, and what went before."""

    text: list[Tensor]
    misspelt: list[Tensor]
    before: list[Tensor]
    extra: list[list[float]]


def fit(network: TrainedNetwork, pieces: Pieces, rows: Sequence[Labelled], *, seed: int, tell: Tell) -> None:
    """Train a network in place on messages; ``tell`` hears how it goes."""
    chance = random.Random(seed)  # noqa: S311  # for training, not for secrets
    torch.manual_seed(seed)
    torch.set_flush_denormal(True)
    cached = _cache(network, pieces, rows, chance)
    tell("frozen layers computed")
    targets = targets_of(rows)
    learning = {name: weight for name, weight in network.named_parameters() if weight.requires_grad}
    optimiser = torch.optim.AdamW(_rates(network, learning), weight_decay=0.01)
    peak = [group["lr"] for group in optimiser.param_groups]
    mean = {name: weight.detach().clone() for name, weight in learning.items()}
    steps = EPOCHS * len(_batches(cached, chance))
    step = 0
    for epoch in range(EPOCHS):
        network.train()
        began, total = time.monotonic(), 0.0
        batches = _batches(cached, chance)
        for batch in batches:
            step += 1
            pace = min(1.0, step / (steps * _WARMING)) * max(0.02, 1 - step / steps)
            for group, rate in zip(optimiser.param_groups, peak, strict=True):
                group["lr"] = rate * pace
            loss = _loss(network.rest(*_inputs(cached, batch, chance))[0], targets, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(list(learning.values()), 1.0)
            optimiser.step()
            total += loss.item()
            _follow(mean, learning, min(_KEPT, step / (10 + step)))
        tell(f"epoch {epoch + 1} of {EPOCHS}: loss {total / len(batches):.3f}, {time.monotonic() - began:.0f} s")
    with torch.no_grad():
        for name, weight in learning.items():
            weight.copy_(mean[name])
    network.eval()


def _rates(network: TrainedNetwork, learning: dict[str, nn.Parameter]) -> list[dict[str, Any]]:
    last = len(network.layers) - 1
    return [
        {
            "params": [weight],
            "lr": _RATE * _SLOWER ** (last - int(name.split(".")[1])) if name.startswith("layers") else _HEAD_RATE,
        }
        for name, weight in learning.items()
    ]


def _follow(mean: dict[str, Tensor], learning: dict[str, nn.Parameter], kept: float) -> None:
    with torch.no_grad():
        for name, weight in learning.items():
            mean[name].lerp_(weight, 1 - kept)


# --- what goes in ----------------------------------------------------------------------------------------------------


def first_question(pieces: Pieces, row: Labelled, text: str | None = None) -> Question:
    """Return the question about the first window of a message; training reads no further."""
    said = row.statement
    statement = said if text is None else type(said)(text, said.role, said.context)
    return next(pieces.questions(statement))


def _cache(network: TrainedNetwork, pieces: Pieces, rows: Sequence[Labelled], chance: random.Random) -> _Cached:
    network.eval()
    plain = [first_question(pieces, row) for row in rows]
    other = [first_question(pieces, row, misspelt(row.statement.text, chance)) for row in rows]
    return _Cached(
        _frozen(network, [question.text for question in plain]),
        _frozen(network, [question.text for question in other]),
        _frozen(network, [question.before for question in plain]),
        [question.extra for question in plain],
    )


def _frozen(network: TrainedNetwork, lists: Sequence[list[int]]) -> list[Tensor]:
    found: list[Tensor] = [torch.empty(0)] * len(lists)
    order = sorted(range(len(lists)), key=lambda place: len(lists[place]))
    with torch.inference_mode():
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            states = network.frozen(_padded([lists[place] for place in part])).half()
            for state, place in zip(states, part, strict=True):
                found[place] = state[: len(lists[place])].clone()
    return found


def _padded(lists: Sequence[list[int]]) -> Tensor:
    """Return lists of pieces as one rectangle, filled up with what stands for nothing."""
    rows = [torch.tensor(row) for row in lists]
    return nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=NOTHING)


def _batches(cached: _Cached, chance: random.Random) -> list[list[int]]:
    """Return the places of all messages in batches of like length, in an order of chance."""
    places = list(range(len(cached.text)))
    chance.shuffle(places)
    batches = []
    for start in range(0, len(places), _BATCH * 16):
        part = sorted(
            places[start : start + _BATCH * 16],
            key=lambda place: (len(cached.text[place]) + len(cached.before[place]), place),
        )
        batches += [part[first : first + _BATCH] for first in range(0, len(part), _BATCH)]
    chance.shuffle(batches)
    return batches


def _inputs(cached: _Cached, batch: list[int], chance: random.Random) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    texts = [(cached.misspelt if chance.random() < _SHARE_MISSPELT else cached.text)[place] for place in batch]
    befores, extras = [], []
    for place in batch:
        source, extra = place, list(cached.extra[place])
        if not extra[-1] and chance.random() < _SHARE_STRANGE:
            source = chance.randrange(len(cached.before))
            extra[-1] = cached.extra[source][-1]
        befores.append(cached.before[source])
        extras.append(extra)
    text, is_text = _stacked(texts)
    before, is_before = _stacked(befores)
    return text, before, is_text, is_before, torch.tensor(extras)


def _stacked(states: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    longest = max(len(state) for state in states)
    stacked = torch.zeros(len(states), longest, states[0].shape[1])
    is_there = torch.zeros(len(states), longest, dtype=torch.bool)
    for number, state in enumerate(states):
        stacked[number, : len(state)] = state.float()
        is_there[number, : len(state)] = True
    return stacked, is_there


# --- what should come out --------------------------------------------------------------------------------------------


def _loss(rows: Tensor, targets: Targets, batch: list[int]) -> Tensor:
    total = torch.zeros(())
    for head in HEADS.values():
        known = torch.from_numpy(targets.known[head.name][batch])
        if not known.any():
            continue
        said = rows[:, head.places][known]
        right = torch.from_numpy(targets.values[head.name][batch])[known]
        if head.is_exclusive:
            missed = functional.cross_entropy(said, right, reduction="sum", label_smoothing=_SMOOTHING)
        else:
            missed = functional.binary_cross_entropy_with_logits(said, right.float(), reduction="sum") / said.shape[1]
        total = total + _WEIGHTS[head.name] * missed / len(batch)
    return total
