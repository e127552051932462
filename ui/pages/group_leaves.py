"""The leaves of a group's sheet, one file each. To add a leaf: write it, and give it a line here.

A leaf is imported when it is first shown, because its desk brings the store along.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from ui.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.pages.group_leaf import GroupLeaf


def _overview() -> "type[GroupLeaf]":
    from ui.pages.group_overview import OverviewLeaf

    return OverviewLeaf


def _members() -> "type[GroupLeaf]":
    from ui.pages.group_members import MembersLeaf

    return MembersLeaf


def _joining() -> "type[GroupLeaf]":
    from ui.pages.group_joining import JoiningLeaf

    return JoiningLeaf


def _professionals() -> "type[GroupLeaf]":
    from ui.pages.group_professionals import ProfessionalsLeaf

    return ProfessionalsLeaf


def _who_is_in() -> "type[GroupLeaf]":
    from ui.pages.group_who_is_in import WhoIsInLeaf

    return WhoIsInLeaf


def _rules() -> "type[GroupLeaf]":
    from ui.pages.group_rules import RulesLeaf

    return RulesLeaf


def _area() -> "type[GroupLeaf]":
    from ui.pages.group_area import AreaLeaf

    return AreaLeaf


def _start() -> "type[GroupLeaf]":
    from ui.pages.group_start import StartLeaf

    return StartLeaf


@dataclass(frozen=True, slots=True)
class LeafEntry:
    """One leaf: ``key`` names it for other pages (``open_with((group_id, key))``)."""

    key: str
    title: str
    load: "Callable[[], type[GroupLeaf]]"

    def name(self) -> str:
        """Return the title in the language on the screen."""
        return QCoreApplication.translate("GroupLeaves", self.title)


LEAVES: Final[tuple[LeafEntry, ...]] = (
    LeafEntry("overview", QT_TRANSLATE_NOOP("GroupLeaves", "Overview"), _overview),
    LeafEntry("members", QT_TRANSLATE_NOOP("GroupLeaves", "Members"), _members),
    LeafEntry("professionals", QT_TRANSLATE_NOOP("GroupLeaves", "Professionals"), _professionals),
    LeafEntry("who_is_in", QT_TRANSLATE_NOOP("GroupLeaves", "Who is in it"), _who_is_in),
    LeafEntry("joining", QT_TRANSLATE_NOOP("GroupLeaves", "Joining"), _joining),
    LeafEntry("area", QT_TRANSLATE_NOOP("GroupLeaves", "Area"), _area),
    LeafEntry("start", QT_TRANSLATE_NOOP("GroupLeaves", "Start-up"), _start),
    LeafEntry("rules", QT_TRANSLATE_NOOP("GroupLeaves", "Rules"), _rules),  # what may be said here: keep it last
)
