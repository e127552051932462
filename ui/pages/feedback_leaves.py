"""The leaves of the page Terugkoppeling, one file each. To add a leaf: write it, and give it a line here.

A leaf is imported when it is first shown, because its desk brings the store along.
"""

from typing import TYPE_CHECKING, Final

from ui.i18n import QT_TRANSLATE_NOOP
from ui.pages.page_leaf import LeafEntry

if TYPE_CHECKING:
    from ui.pages.feedback_leaf import FeedbackLeaf


CONTEXT: Final = "FeedbackLeaves"


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


LEAVES: Final[tuple[LeafEntry, ...]] = (
    LeafEntry("lines", CONTEXT, QT_TRANSLATE_NOOP("FeedbackLeaves", "Questions"), _lines),
    LeafEntry("reports", CONTEXT, QT_TRANSLATE_NOOP("FeedbackLeaves", "Reports"), _reports),
    LeafEntry("professionals", CONTEXT, QT_TRANSLATE_NOOP("FeedbackLeaves", "Professionals"), _professionals),
    LeafEntry("figures", CONTEXT, QT_TRANSLATE_NOOP("FeedbackLeaves", "Figures"), _figures),
)
