"""Decisions on their way to the desk, in the order in which they were made. GUI thread only."""

from collections import deque
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.cluster import Cluster
from console.domain.decision import Act, Item, ItemId, Seen, Verb
from console.domain.judgement import Label
from console.domain.message import MessageId
from ui import words
from ui.jobs import Jobs
from ui.shortcuts import undo_keys

if TYPE_CHECKING:
    from console.desk.deciding import Decided

ANSWERS = frozenset({Verb.PRIVATE, Verb.GROUP, Verb.REDIRECT, Verb.OTHER_GROUP, Verb.OFFICER, Verb.REMOVE})
"""What is not decided before a person finished its words."""


class Deciding(QObject):
    """Hands decisions to the desk; what it refuses comes back with its sentence.

    *Signals:*
        refused(object): the desk did not take the decision about this item (an id).
        told(str), warned(str): for the message bar.
        stands_ready(object): the last thing that a person now does on the phone (a ``TodoId``).
    """

    refused = Signal(object)
    told = Signal(str)
    warned = Signal(str)
    stands_ready = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._sent: deque[tuple[tuple[ItemId, ...], Verb]] = deque()
        self._until: datetime | None = None  # of the last that was put off

    @property
    def items(self) -> list[ItemId]:
        """What is decided about, as far as the desk did not answer yet."""
        return [item_id for item_ids, _verb in self._sent for item_id in item_ids]

    def act(self, item: Item, act: Act, seen: Seen | None) -> None:
        """Decide by an act; ``seen`` is what the reader saw, or the desk cannot tell that it changed."""
        from console.desk import triage

        self._send((item.id,), act.verb, partial(triage.decide, item_id=item.id, act=act, seen=seen))

    def later(self, item: Item, until: datetime, seen: Seen | None) -> None:
        """Put an item off."""
        from console.desk import triage

        self._until = until
        self._send((item.id,), Verb.LATER, partial(triage.decide_later, item_id=item.id, until=until, seen=seen))

    def correct(self, item: Item, said: Mapping[Label, str]) -> None:
        """Say what is not right about the message of an item."""
        from console.desk import corrections

        call = partial(corrections.correct, message_id=MessageId(item.subject_id), said=said)
        self._send((item.id,), Verb.CORRECTION, call)

    def act_all(self, cluster: Cluster, act: Act) -> None:
        """Decide by one act about all that are alike."""
        from console.desk import triage

        call = partial(triage.decide_all, item_ids=cluster.items, act=act, seen=cluster.seen)
        self._send(cluster.items, act.verb, call)

    def later_all(self, cluster: Cluster, until: datetime) -> None:
        """Put all that are alike off."""
        from console.desk import triage

        call = partial(triage.decide_later_all, item_ids=cluster.items, until=until, seen=cluster.seen)
        self._send(cluster.items, Verb.LATER, call)

    def _send(self, item_ids: tuple[ItemId, ...], verb: Verb, call: Callable[..., object]) -> None:
        self._sent.append((item_ids, verb))
        self._jobs.ask(call, done=self._on_done, failed=self._on_failed)

    @Slot(object)
    def _on_done(self, result: "Decided | object") -> None:
        item_ids, verb = self._sent.popleft()
        todos = getattr(result, "todos", ())
        if verb is Verb.CORRECTION:
            self.told.emit(self.tr("Remembered for this group. With {key} you undo it.").format(key=undo_keys()))
        elif len(item_ids) > 1:
            done = self.tr("Decided about %Ln together. With {key} you undo it.", "", len(item_ids))
            self.told.emit(done.format(key=undo_keys()))
        elif verb is Verb.LATER and self._until is not None:
            self.told.emit(self.tr("It comes back on {day}.").format(day=words.day(self._until)))
        elif todos:
            self.stands_ready.emit(todos[-1])

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        item_ids, _verb = self._sent.popleft()
        self.warned.emit(self._jobs.sentence(error))
        for item_id in item_ids:
            self.refused.emit(item_id)
