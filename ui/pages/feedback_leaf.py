"""What every leaf of the page Terugkoppeling has: one way to look at the answers that are owed. GUI thread only."""

from pathlib import Path

from ui.pages.page_leaf import PageLeaf


class FeedbackLeaf(PageLeaf):
    """Shows reports, answers owed, professionals or figures, and what may be done about them."""

    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Take in e-mails that were dropped on the window (the leaf "lines" does)."""

    def take_text(self, text: str) -> None:
        """Take in a mail that was pasted (the leaf "lines" does)."""
