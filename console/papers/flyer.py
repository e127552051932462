"""A flyer of A5, for the letterbox, with the code to join."""

from datetime import datetime
from typing import Final

from console.domain.welcome import Leaflet, Printed
from console.papers import leaflets
from console.papers.layout import Shape
from console.papers.page import MM

_SHAPE: Final = Shape(
    148 * MM, 210 * MM, margin=12 * MM, sizes=tuple(half / 2 for half in range(19, 33)), code=38 * MM, module=0.36 * MM
)


def pdf(leaflet: Leaflet, made_at: datetime) -> Printed:
    """Return the flyer as PDF, in letters of 9.5 to 16 points; what does not fit in those is left out.

    ``made_at`` is aware. Raises ``ExpectedError("code_too_long")``.
    """
    return leaflets.pdf(leaflet, _SHAPE, made_at)
