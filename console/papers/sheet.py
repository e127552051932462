"""A sheet of A4, for the wall, a meeting or a mail."""

from datetime import datetime
from typing import Final

from console.domain.welcome import Leaflet, Printed
from console.papers import leaflets
from console.papers.layout import Shape
from console.papers.page import MM

_SHAPE: Final = Shape(
    210 * MM,
    297 * MM,
    margin=18 * MM,
    sizes=tuple(half / 2 for half in range(22, 49)),
    code=44 * MM,
    module=0.36 * MM,
    is_narrow=False,
)


def pdf(leaflet: Leaflet, made_at: datetime) -> Printed:
    """Return the sheet as PDF, in letters of 11 to 24 points; what does not fit in those is left out.

    ``made_at`` is aware. Raises ``ExpectedError("code_too_long")``.
    """
    return leaflets.pdf(leaflet, _SHAPE, made_at)
