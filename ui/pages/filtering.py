"""The filters of Deze week: asks the desk what there is to choose, and keeps views. GUI thread only."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.changes import Changes
from console.domain.filters import Choice, Counted, Filters, View, ViewId
from ui.jobs import Job, Jobs
from ui.shortcuts import undo_keys
from ui.widgets.filter_line import FilterLine
from ui.widgets.filter_panel import FilterPanel

if TYPE_CHECKING:
    from console.desk.console import Console


@dataclass(frozen=True, slots=True)
class Offered:
    """What the panel offers."""

    choices: tuple[Choice, ...]
    views: tuple[View, ...]


def load_offered(console: "Console") -> Offered:
    """Ask the desk what there is to choose. On a lane."""
    from console.desk import views

    return Offered(views.choices(console), views.views(console))


class Filtering(QObject):
    """Holds what is wanted of the queue; the page asks for ``filters`` with every look at the desk.

    *Signals:*
        changed(): something else is wanted now.
        opened(), closed(): the panel is to stand on the screen, or not any more.
        told(str), warned(str): for the message bar.
    """

    changed = Signal()
    opened = Signal()
    closed = Signal()
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, panel: FilterPanel, line: FilterLine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._panel = panel
        self._job: Job | None = None
        self.hidden = Counted()
        panel.edited.connect(self._on_panel_edited)
        panel.keep_requested.connect(self._on_panel_keep_requested)
        panel.forget_requested.connect(self._on_panel_forget_requested)
        panel.closed.connect(self.close_panel)
        line.all_requested.connect(self.show_all)

    @property
    def filters(self) -> Filters:
        """What is wanted now."""
        return self._panel.filters

    @property
    def is_open(self) -> bool:
        """Whether the panel stands on the screen: then no message does, and no key decides."""
        return not self._panel.isHidden()

    def show_hidden(self, hidden: Counted, shown: int) -> None:
        """Tell how long the list is that just came, and what it keeps from sight."""
        self.hidden = hidden
        self._panel.show_hidden(hidden, shown)

    def refresh(self) -> None:
        """Ask again what there is to choose."""
        if self.is_open and self._jobs.console is not None:
            if self._job is not None:
                self._job.drop()
            self._job = self._jobs.ask(load_offered, done=self._on_offered, failed=self._on_failed)

    @Slot()
    def open_panel(self) -> None:
        """Open the panel; a second time puts it away."""
        if self.is_open:
            self.close_panel()
            return
        self.opened.emit()
        self._panel.begin()
        self.refresh()

    @Slot()
    def close_panel(self) -> None:
        """Put the panel away; what was chosen stays at work."""
        if self.is_open:
            self.closed.emit()

    @Slot()
    def show_all(self) -> None:
        """Want everything again."""
        if self.filters:
            self._panel.set_filters(Filters())
            self.changed.emit()

    @Slot(object)
    def _on_panel_edited(self, _filters: Filters) -> None:
        self.changed.emit()

    @Slot(object)
    def _on_offered(self, offered: Offered) -> None:
        self._job = None
        is_first = not self._panel.has_choices
        self._panel.set_choices(offered.choices)
        self._panel.set_views(offered.views)
        if is_first:
            self._panel.begin()

    @Slot(str, object)
    def _on_panel_keep_requested(self, name: str, filters: Filters) -> None:
        from console.desk import views

        self._jobs.ask(views.save_view, name, filters, done=self._on_kept, failed=self._on_failed)

    @Slot(object)
    def _on_kept(self, _changes: Changes) -> None:
        self.told.emit(self.tr("The view is kept. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_panel_forget_requested(self, view_id: ViewId) -> None:
        from console.desk import views

        self._jobs.ask(views.forget_view, view_id, done=self._on_forgotten, failed=self._on_failed)

    @Slot(object)
    def _on_forgotten(self, _changes: Changes) -> None:
        self.told.emit(self.tr("The view is forgotten. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.warned.emit(self._jobs.sentence(error))
