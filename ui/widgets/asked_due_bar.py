"""The line that says that people asked about their own data, and until when an answer is due. GUI thread only."""

from collections.abc import Sequence

from typing_extensions import override

from console.domain.one_person import PrivacyRequest
from ui import words
from ui.widgets.calm_bar import CalmBar


class AskedDueBar(CalmBar):
    """Leads to the list of what is to answer."""

    _asked: Sequence[PrivacyRequest] = ()

    @override
    def show_due(self, found: Sequence[PrivacyRequest]) -> None:
        """Say how many questions wait, and until when the first of them may."""
        self._asked = found
        self.retranslate()
        self.setVisible(bool(found))

    @override
    def retranslate(self) -> None:
        until = words.short_day(self._asked[0].due_at.astimezone()) if self._asked else ""
        sentence = self.tr("%Ln question(s) about somebody's own data: answer before {day}.", "", len(self._asked))
        self.say(
            sentence.format(day=until), self.tr("Own d&ata…"), self.tr("Answer questions about somebody's own data")
        )
