"""Bij elkaar: asks the desk what is like the item on the screen. GUI thread only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.domain.cluster import Cluster
from console.domain.decision import Act, ItemId, Verb
from console.domain.group import GroupId
from ui.jobs import Job, Jobs
from ui.pages.claiming import STAY_MS
from ui.pages.deciding import Deciding
from ui.widgets.alike_panel import AlikeView

if TYPE_CHECKING:
    from console.desk.console import Console

TOGETHER: Final = frozenset({Verb.FINE, Verb.HANDLED, Verb.DELETE, Verb.ADMIT, Verb.REFUSE, Verb.LAPSE})
"""What the desk takes about many at once; the rest is about one person."""


class Place(Protocol):
    """Where what is alike stands on the page."""

    alike: AlikeView

    @property
    def is_deciding_together(self) -> bool:
        """Whether it is open."""

    def open_alike(self) -> None:
        """Open it in the place of what is about one item."""

    def close_alike(self) -> None:
        """Put it away."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is like an item, and the zone of each group."""

    clusters: tuple[Cluster, ...]
    zones: Mapping[GroupId, str]


def load_alike(console: "Console", item_id: ItemId) -> Found:
    """Ask the desk what is like an item. On a lane."""
    from console.desk import clusters, groups

    zones = {group.id: group.time_zone for group in groups.groups(console)}
    return Found(clusters.clusters(console, item_id), zones)


class Alike(QObject):
    """Counts what is like the item on the screen, and opens it in its place or puts it away.

    *Signals:*
        counted(int): how many others are like the item on the screen.
        decided(object, object): the ids of the items that were decided about together, and the ``Verb``.
        told(str), warned(str): for the message bar.
    """

    counted = Signal(int)
    decided = Signal(object, object)
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, deciding: Deciding, place: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._deciding = deciding
        self._place = place
        self._job: Job | None = None
        self._item: ItemId | None = None
        self._opens = False  # whether what comes is to be opened
        self.stay = QTimer(self)
        self.stay.setInterval(STAY_MS)
        self.stay.setSingleShot(True)
        self.stay.timeout.connect(self._look)
        view = place.alike
        view.close_requested.connect(self.close)
        view.later_question_requested.connect(self.ask_later)
        view.later_chosen.connect(self._on_view_later_chosen)

    @property
    def is_open(self) -> bool:
        """Whether the keys are about all that are alike."""
        return self._place.is_deciding_together

    def show(self, item_id: ItemId | None) -> None:
        """Be about this item, or about none."""
        if item_id != self._item:
            self._opens = False
            self.counted.emit(0)
        self._item = item_id
        self.stay.start()

    @Slot()
    def toggle(self) -> None:
        """Open what is alike as it is now, or put it away."""
        if self.is_open:
            self._place.close_alike()
        elif self._item is not None:
            self._opens = True
            self._look()

    @Slot()
    def close(self) -> None:
        """Put it away."""
        self._place.close_alike()

    def takes(self, act: Act) -> bool:
        """Decide about all that are alike, when they are open and this is decided about many; whether it was."""
        cluster = self._place.alike.cluster
        if not self.is_open or cluster is None or act.verb not in TOGETHER:
            return False
        self._deciding.act_all(cluster, act)
        self._finish(cluster, act.verb)
        return True

    @Slot()
    def ask_later(self) -> None:
        """Ask until when all of them are out of sight."""
        if self._jobs.console is not None:
            self._place.alike.ask_later(self._jobs.console.now())

    @Slot(object)
    def _on_view_later_chosen(self, until: datetime) -> None:
        cluster = self._place.alike.cluster
        if cluster is not None:
            self._deciding.later_all(cluster, until)
            self._finish(cluster, Verb.LATER)

    def _finish(self, cluster: Cluster, verb: Verb) -> None:
        self._place.close_alike()
        self.decided.emit(cluster.items, verb)

    @Slot()
    def _look(self) -> None:
        self.stay.stop()
        if self._job is not None:
            self._job.drop()
            self._job = None
        if self._item is not None and self._jobs.console is not None:
            self._job = self._jobs.ask(load_alike, self._item, done=self._on_found, failed=self._on_failed)

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self._job = None
        self.counted.emit(len({item for cluster in found.clusters for item in cluster.items} - {self._item}))
        opens, self._opens = self._opens, False
        if opens and found.clusters:
            self._place.open_alike()
            self._place.alike.show_clusters(found.clusters, found.zones)
        elif opens:
            self.told.emit(self.tr("Nothing else that waits is like this one."))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if self._opens:
            self.warned.emit(self._jobs.sentence(error))
        self._opens = False
