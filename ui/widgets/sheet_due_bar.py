"""The line that says that there is no recovery sheet on paper. GUI thread only."""

from typing_extensions import override

from ui.widgets.calm_bar import CalmBar


class SheetDueBar(CalmBar):
    """Leads to where the sheet is made."""

    @override
    def show_due(self, found: bool) -> None:
        """Say so, or not."""
        self.setVisible(found)

    @override
    def retranslate(self) -> None:
        self.say(
            self.tr("Your recovery sheet is not on paper yet."),
            self.tr("Recovery shee&t…"),
            self.tr("Make the recovery sheet"),
        )
