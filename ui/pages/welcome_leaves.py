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


def _cards() -> "type[WelcomeLeaf]":
    from ui.pages.welcome_cards import CardsLeaf

    return CardsLeaf


def _texts() -> "type[WelcomeLeaf]":
    from ui.pages.welcome_texts import TextsLeaf

    return TextsLeaf


def _kick_off() -> "type[WelcomeLeaf]":
    from ui.pages.welcome_kick_off import KickOffLeaf

    return KickOffLeaf


LEAVES: Final[tuple[LeafEntry, ...]] = (
    LeafEntry("rules", CONTEXT, QT_TRANSLATE_NOOP("WelcomeLeaves", "Rules"), _rules),
    LeafEntry("read", CONTEXT, QT_TRANSLATE_NOOP("WelcomeLeaves", "Who read them"), _read),
    LeafEntry("cards", CONTEXT, QT_TRANSLATE_NOOP("WelcomeLeaves", "Cards"), _cards),
    LeafEntry("texts", CONTEXT, QT_TRANSLATE_NOOP("WelcomeLeaves", "Texts for one person"), _texts),
    LeafEntry("kick_off", CONTEXT, QT_TRANSLATE_NOOP("WelcomeLeaves", "First meeting"), _kick_off),
)
