"""The line that says to whom an overview may go now. GUI thread only."""

from typing import TYPE_CHECKING, Final

from typing_extensions import override

from ui.widgets.calm_bar import CalmBar
from ui.widgets.text import Shown, isolated, one_line

if TYPE_CHECKING:
    from console.desk.feedback.digest import Due

NAME_CHARACTERS: Final = 60


class DueBar(CalmBar):
    """Leads to the overview of the first of them, by his id."""

    _due: "tuple[Due, ...]" = ()

    @override
    def show_due(self, found: "tuple[Due, ...]") -> None:
        """Say to whom an overview may go now, by name."""
        self._due = found
        self.about = found[0].professional_id if found else None
        self.retranslate()
        self.setVisible(bool(found))

    @override
    def retranslate(self) -> None:
        sentence = self.tr("%Ln professional(s) may get an overview.", "", len(self._due))
        if len(self._due) == 1:
            name = isolated(one_line(self._due[0].name, NAME_CHARACTERS))
            sentence = self.tr("{name} may get an overview.").format(name=name)
        self.say(Shown(sentence), self.tr("Overvie&w…"), self.tr("Make the overview that is due"))
