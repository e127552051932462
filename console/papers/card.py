"""A picture to send in a chat: 1080 x 1350, as a telephone shows it whole."""

from datetime import UTC, datetime
from typing import Final

from console.domain.welcome import Leaflet, Printed
from console.papers.layout import Shape
from console.papers.leaflets import pdf
from console.papers.picture import png_of

WIDTH: Final = 1080
HEIGHT: Final = 1350

_SHAPE: Final = Shape(WIDTH, HEIGHT, margin=48, sizes=tuple(range(34, 65, 2)), code=300, module=3, is_card=True)
_NEVER: Final = datetime(2000, 1, 1, tzinfo=UTC)  # a picture does not say when it was made


def png(leaflet: Leaflet) -> Printed:
    """Return the card as PNG, in letters of 34 pixels or larger; what does not fit in those is left out.

    Raises ``ExpectedError("code_too_long")``.
    """
    made = pdf(leaflet, _SHAPE, _NEVER)
    return Printed(png_of(made.data, WIDTH), made.left_out, made.unknown)
