"""The line that says that people asked about their own data, and until when an answer is due. GUI thread only."""

from datetime import date

from typing_extensions import override

from ui import words
from ui.widgets.calm_bar import CalmBar


class AskedDueBar(CalmBar):
    """Leads to the list of what is to answer."""

    _count = 0
    _until: date | None = None

    def show_asked(self, count: int, until: date | None) -> None:
        """Say how many questions wait, and until when the first one may (None: nothing waits)."""
        self._count, self._until = count, until
        self.retranslate()
        self.setVisible(until is not None)

    @override
    def retranslate(self) -> None:
        until = "" if self._until is None else words.day(self._until)
        sentence = self.tr("%Ln question(s) about somebody's own data: answer before {day}.", "", self._count)
        self.say(
            sentence.format(day=until), self.tr("Own d&ata…"), self.tr("Answer questions about somebody's own data")
        )
