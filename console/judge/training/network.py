"""The network as torch trains it: the pretrained layers, the text and what went before read apart, and one linear head.

Design and what was measured before: ``design/judge.md`` ("keeping text and context apart until the last 3 layers").
"""

import math
from typing import Any, Final

import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from console.judge.model.heads import OUTPUTS
from console.judge.training.base import Base

APART: Final = 9  # layers in which the text and what went before do not see each other
FROZEN: Final = 5  # layers that stay as they were pretrained; what they make of a message is computed once
LONGEST: Final = 160  # pieces of a text or of what went before
NOTHING: Final = -1  # fills up the shorter texts of a batch
_EXTRA: Final = 4
_HIDDEN: Final = -1e4  # added to the attention for what is only padding
_DROPPED: Final = 0.1


class Layer(nn.Module):
    """One transformer layer, as BERT has it."""

    def __init__(self, base: Base, number: int) -> None:
        super().__init__()
        self.heads = base.attention_heads
        width, inner = base.width, base.inner
        self.q, self.k, self.v, self.ao = (self._linear(base, number, name, width, width) for name in _SQUARE)
        self.fi = self._linear(base, number, "fi", inner, width)
        self.fo = self._linear(base, number, "fo", width, inner)
        self.aln = _norm(base, f"l{number}.aln")
        self.oln = _norm(base, f"l{number}.oln")

    @staticmethod
    def _linear(base: Base, number: int, name: str, rows: int, columns: int) -> nn.Linear:
        linear = nn.Linear(columns, rows)
        linear.weight.data = torch.from_numpy(base.weights(f"l{number}.{name}.w", (rows, columns)))
        linear.bias.data = torch.from_numpy(base.weights(f"l{number}.{name}.b", (rows,)))
        return linear

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return new states (messages, pieces, width); ``mask`` is added to the attention."""
        count, length, width = states.shape

        def split(projected: Tensor) -> Tensor:
            return projected.view(count, length, self.heads, width // self.heads).transpose(1, 2)

        q, k, v = split(self.q(states)), split(self.k(states)), split(self.v(states))
        if torch.onnx.is_in_onnx_export():  # in plain operations, which every runtime has
            weights = (q @ k.transpose(2, 3) / math.sqrt(width // self.heads) + mask).softmax(-1)
            attended = weights @ v
        else:
            attended = functional.scaled_dot_product_attention(q, k, v, mask)
        attended = attended.transpose(1, 2).reshape(count, length, width)
        states = self.aln(states + self.ao(attended))
        after: Tensor = self.oln(states + self.fo(functional.gelu(self.fi(states))))
        return after


_SQUARE: Final = ("q", "k", "v", "ao")


def _norm(base: Base, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(base.width, base.epsilon)
    norm.weight.data = torch.from_numpy(base.weights(f"{name}.w", (base.width,)))
    norm.bias.data = torch.from_numpy(base.weights(f"{name}.b", (base.width,)))
    return norm


class Embedding(nn.Module):
    """A table of rows in bytes with a scale a row: a quarter of the size, and no difference that was seen."""

    def __init__(self, rows: NDArray[Any]) -> None:
        super().__init__()
        table = torch.from_numpy(rows)
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)
        self.table: Tensor
        self.scale: Tensor

    def forward(self, ids: Tensor) -> Tensor:
        """Return the rows of pieces."""
        return self.table[ids].float() * self.scale[ids]


class TrainedNetwork(nn.Module):
    """Pieces in (``NOTHING`` is padding), one row of log-odds a message out, and each piece's share in it."""

    def __init__(self, base: Base, kept: list[int]) -> None:
        super().__init__()
        self.word = Embedding(base.embedding()[kept])
        self.place = nn.Parameter(torch.from_numpy(base.positions()[:LONGEST]), requires_grad=False)
        self.norm = _norm(base, "emb.ln").requires_grad_(requires_grad=False)
        self.layers = nn.ModuleList(Layer(base, number) for number in range(base.layers))
        for layer in self.layers[:FROZEN]:
            layer.requires_grad_(requires_grad=False)
        self.text_head = nn.Linear(base.width, OUTPUTS)
        self.before_head = nn.Linear(base.width + _EXTRA, OUTPUTS, bias=False)
        for head in (self.text_head, self.before_head):
            head.weight.data.mul_(0.1)

    def frozen(self, ids: Tensor) -> Tensor:
        """Return what the frozen layers make of pieces."""
        return self._through(self._embedded(ids), ids >= 0, 0, FROZEN)

    def _embedded(self, ids: Tensor) -> Tensor:
        rows: Tensor = self.norm(self.word(ids.clamp(min=0)) + self.place[: ids.shape[1]])
        return rows

    def forward(self, text: Tensor, before: Tensor, extra: Tensor) -> tuple[Tensor, Tensor]:
        """Return log-odds (messages, outputs) and shares (messages, pieces of the text, outputs).

        The text and what went before stand side by side, hidden from each other at first: each layer is passed once,
        which the eight-bit form needs. The same sums as ``frozen`` and ``rest``.
        """
        is_text, is_before = text >= 0, before >= 0
        states = torch.cat([self._embedded(text), self._embedded(before)], 1)
        is_there = torch.cat([is_text, is_before], 1)
        part = torch.cat([torch.zeros_like(text), torch.ones_like(before)], 1)
        is_seen = is_there[:, None, :] & (part[:, :, None] == part[:, None, :])
        apart = torch.where(is_seen, 0.0, _HIDDEN)[:, None]
        for layer in self.layers[:APART]:
            states = layer(states, apart)
        return self._answer(states, is_text, is_before, extra)

    def rest(
        self, text: Tensor, before: Tensor, is_text: Tensor, is_before: Tensor, extra: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Go on from what the frozen layers made. What went before teaches only the last layers: half the time."""
        text = self._through(text, is_text, FROZEN, APART)
        with torch.no_grad():
            before = self._through(before, is_before, FROZEN, APART)
        return self._answer(torch.cat([text, before], 1), is_text, is_before, extra)

    def _answer(self, both: Tensor, is_text: Tensor, is_before: Tensor, extra: Tensor) -> tuple[Tensor, Tensor]:
        """Let the two see each other in the last layers, and sum what each piece of the text says."""
        both = self._through(both, torch.cat([is_text, is_before], 1), APART, len(self.layers))
        length = is_text.shape[1]
        text, before = both[:, :length], both[:, length:]
        counted = is_text.float().unsqueeze(-1)
        shares = self.text_head(functional.dropout(text, _DROPPED, self.training)) * counted
        shares = shares / counted.sum(1, keepdim=True)
        counted = is_before.float().unsqueeze(-1)
        summary = (before * counted).sum(1) / counted.sum(1)
        rows = shares.sum(1) + self.before_head(torch.cat([summary, extra], 1))
        return rows, shares

    def _through(self, states: Tensor, is_there: Tensor, first: int, last: int) -> Tensor:
        mask = torch.where(is_there, 0.0, _HIDDEN)[:, None, None, :]
        for layer in self.layers[first:last]:
            states = layer(states, mask)
        return states
