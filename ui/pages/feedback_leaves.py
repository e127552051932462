"""The leaves of the page Terugkoppeling, one file each. To add a leaf: write it, and give it a line here.

A leaf is imported when it is first shown, because its desk brings the store along.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from ui.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.pages.feedback_leaf import FeedbackLeaf


def _lines() -> "type[FeedbackLeaf]":
    from ui.pages.feedback_lines import LinesLeaf

    return LinesLeaf


def _reports() -> "type[FeedbackLeaf]":
    from ui.pages.feedback_reports import ReportsLeaf

    return ReportsLeaf


def _professionals() -> "type[FeedbackLeaf]":
    from ui.pages.feedback_professionals import ProfessionalsLeaf

    return ProfessionalsLeaf


def _figures() -> "type[FeedbackLeaf]":
    from ui.pages.feedback_figures import FiguresLeaf

    return FiguresLeaf


@dataclass(frozen=True, slots=True)
class LeafEntry:
    """One leaf: ``key`` names it for other pages (``open_with((key, value))``)."""

    key: str
    title: str
    load: "Callable[[], type[FeedbackLeaf]]"

    def name(self) -> str:
        """Return the title in the language on the screen."""
        return QCoreApplication.translate("FeedbackLeaves", self.title)


LEAVES: Final[tuple[LeafEntry, ...]] = (
    LeafEntry("lines", QT_TRANSLATE_NOOP("FeedbackLeaves", "Questions"), _lines),
    LeafEntry("reports", QT_TRANSLATE_NOOP("FeedbackLeaves", "Reports"), _reports),
    LeafEntry("professionals", QT_TRANSLATE_NOOP("FeedbackLeaves", "Professionals"), _professionals),
    LeafEntry("figures", QT_TRANSLATE_NOOP("FeedbackLeaves", "Figures"), _figures),
)
