"""What goes and when, before it goes. GUI thread only. Knows no desk."""

from collections import defaultdict
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.retention import Due, DueCount, DueLine
from ui import privacy_facts, words
from ui.widgets.fact_list import FactList
from ui.widgets.text import Shown, one_line

NAMES_SHOWN: Final = 25  # of one group; somebody who wants more looks at the members themselves
ALL_NAMES_SHOWN: Final = 250  # of many groups together; somebody who wants more looks at one group
FEW_NAMES: Final = 5  # of each of those at least
BECAUSE_CHARACTERS: Final = 300


class DueView(FactList):
    """By group: what is counted with its oldest, and who goes by name with the day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due: Due | None = None
        self._fill()

    def show_due(self, due: Due) -> None:
        """Show what goes; who reads stays where he is while that is the same."""
        if due == self._due:
            return
        self._due = due
        self._fill()
        self.verticalScrollBar().setValue(0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        self.setAccessibleName(self.tr("What goes"))
        self.begin()
        if self._due is not None:
            self._add(self._due)
        self.finish()

    def _add(self, due: Due) -> None:
        if not due:
            self.add_line(self.tr("Nothing goes in this time."))
        if due.waiting:
            self.add_line(self._waiting_words(due.waiting), is_bold=True)
        counts: dict[str, list[DueCount]] = defaultdict(list)
        lines: dict[str, list[DueLine]] = defaultdict(list)
        for count in due.counts:
            counts[count.group].append(count)
        for line in due.lines:
            lines[line.group].append(line)
        most = max(FEW_NAMES, min(NAMES_SHOWN, ALL_NAMES_SHOWN // max(1, len(lines))))
        for group in sorted({*counts, *lines}, key=str.casefold):
            self.add_gap()
            self.add_line(privacy_facts.name_words(group) if group else self.tr("Of no group"), is_bold=True)
            for count in counts[group]:
                self._add_count(count)
            for line in lines[group][:most]:
                self._add_name(line)
            more = len(lines[group]) - most
            if more > 0:
                self.add_line(self._more(more), is_muted=True)

    def _add_count(self, count: DueCount) -> None:
        oldest = self.tr("The oldest is of {day}.", "", count.count).format(day=words.short_day(count.oldest))
        much = f"{count.words[:1].upper()}{count.words[1:]}"
        self.add_entry(one_line(count.because, BECAUSE_CHARACTERS), f"{much}. {oldest}")

    def _add_name(self, line: DueLine) -> None:
        what = privacy_facts.name_words(line.name) if line.name else self.tr("A code of a refusal")
        goes = self.tr("{what}: kept until {day}.").format(what=what, day=words.short_day(line.due_at))
        self.add_entry(one_line(line.because, BECAUSE_CHARACTERS), Shown(goes))

    def _waiting_words(self, count: int) -> str:
        return self.tr("%Ln of these messages still wait(s) for your decision. Look at them first.", "", count)

    def _more(self, count: int) -> str:
        return self.tr("And %Ln more.", "", count)
