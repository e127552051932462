"""The leaves of the page Welkom, one file each. To add a leaf: write it, and give it a line here.

A leaf is imported when it is first shown, because its desk brings the store along.
"""

from typing import TYPE_CHECKING, Final

from ui.i18n import QT_TRANSLATE_NOOP
from ui.pages.page_leaf import LeafEntry

if TYPE_CHECKING:
    from ui.pages.welcome_leaf import WelcomeLeaf

CONTEXT: Final = "WelcomeLeaves"


def _rules() -> "type[WelcomeLeaf]":
    from ui.pages.welcome_rules import HouseRulesLeaf

    return HouseRulesLeaf


def _read() -> "type[WelcomeLeaf]":
    from ui.pages.welcome_read import ReadLeaf

    return ReadLeaf


LEAVES: Final[tuple[LeafEntry, ...]] = (
    LeafEntry("rules", CONTEXT, QT_TRANSLATE_NOOP("WelcomeLeaves", "Rules"), _rules),
    LeafEntry("read", CONTEXT, QT_TRANSLATE_NOOP("WelcomeLeaves", "Who read them"), _read),
)
