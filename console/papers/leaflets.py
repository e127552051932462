"""Sets a leaflet on one page: a picture card, a sheet or a flyer, in the largest letters in which all of it fits.

Letters never get smaller than a tired reader can read: what does not fit then is left out, and named.
"""

from bisect import bisect_left
from dataclasses import replace
from datetime import datetime
from typing import Final

from console.domain.welcome import Leaflet, Printed
from console.papers.layout import Layout, Shape
from console.papers.page import Page

_MOST_OF_THE_PAGE: Final = 0.2  # one item may take; a longer one is left out before others are


def pdf(leaflet: Leaflet, shape: Shape, made_at: datetime) -> Printed:
    """Return a PDF of one page. ``made_at`` is aware. Raises ``ExpectedError("code_too_long")``."""
    page_of = Page(
        shape.width,
        shape.height,
        title=leaflet.title,
        language=leaflet.language,
        made_at=made_at,
        is_narrow=shape.is_narrow,
    )
    with page_of as page:
        left_out: list[str] = []
        while (layout := _largest(page, leaflet, shape)) is None and (items := _missed_least(page, leaflet, shape)):
            left_out.append(": ".join(items))
            leaflet = _without(leaflet, items[-1])
        (layout or _closest(page, leaflet, shape)).draw()
        return Printed(page.finished(), tuple(left_out), page.unknown)


def _closest(page: Page, leaflet: Leaflet, shape: Shape) -> Layout:
    return Layout(page, leaflet, shape, shape.sizes[0], is_close=True)


def _largest(page: Page, leaflet: Leaflet, shape: Shape) -> Layout | None:
    """Return a leaflet in the largest letters in which all of it fits; None where it fits in none."""
    closest = _closest(page, leaflet, shape)
    if not closest.fits():
        return None
    fitting = bisect_left(shape.sizes, 1, key=lambda size: not Layout(page, leaflet, shape, size).fits())
    return Layout(page, leaflet, shape, shape.sizes[fitting - 1]) if fitting else closest


def _missed_least(page: Page, leaflet: Leaflet, shape: Shape) -> tuple[str, ...]:
    """Return the item that may go first, after its heading where it is alone under that; () when nothing is left.

    That is what takes too much of the page alone, then what the leaflet says, then the last of the longest section, at
    last the rest.
    """
    layout = _closest(page, leaflet, shape)
    sections = [section for section in leaflet.sections if section.items]
    items = [item for section in sections for item in section.items]
    longest = max([*items, *leaflet.foot, *leaflet.lead], key=layout.height_of, default="")
    if layout.height_of(longest) > shape.height * _MOST_OF_THE_PAGE:
        return (longest,)
    most = max(reversed(sections), key=lambda section: len(section.items), default=None)
    if most is None:
        return tuple([*leaflet.lead, *leaflet.foot][-1:])
    item = next((one for one in leaflet.first_out if one in items), most.items[-1])
    section = next(one for one in sections if item in one.items)
    return (section.title, item) if len(section.items) == 1 and section.title else (item,)


def _without(leaflet: Leaflet, text: str) -> Leaflet:
    """Return a leaflet without an item, wherever it stands."""
    sections = tuple(
        replace(section, items=tuple(item for item in section.items if item != text)) for section in leaflet.sections
    )
    lead, foot = (tuple(item for item in items if item != text) for items in (leaflet.lead, leaflet.foot))
    return replace(leaflet, sections=sections, lead=lead, foot=foot)
