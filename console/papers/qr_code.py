"""QR codes as black squares on white, with the white edge that a telephone needs to find them."""

from collections.abc import Iterator
from itertools import groupby

from console.errors import ExpectedError

_EDGE = 4  # modules of white around it, as the standard asks


def squares(
    address: str, left: float, top: float, side: float, smallest: float
) -> Iterator[tuple[float, float, float, float]]:
    """Return the black parts of the code of an address in a square: left, top, width, height.

    ``smallest`` is how wide a module must be for a telephone to read it. Raises ``ExpectedError("code_too_long")``.
    """
    import segno

    for strength in ("m", "l"):  # 15 % of it may be dirty; or 7 %, which leaves room for a longer address
        try:
            code = segno.make(address, micro=False, error=strength, boost_error=False)
        except segno.DataOverflowError:
            continue
        module = side / (len(code.matrix) + 2 * _EDGE)
        if module >= smallest:
            return _rows(code.matrix, left + _EDGE * module, top + _EDGE * module, module)
    raise ExpectedError("code_too_long")


def _rows(
    matrix: tuple[bytearray, ...], left: float, top: float, module: float
) -> Iterator[tuple[float, float, float, float]]:
    for number, row in enumerate(matrix):
        at = 0
        for is_black, group in groupby(row):
            count = len(list(group))
            if is_black:
                yield left + at * module, top + number * module, count * module, module
            at += count
