"""What can be done about any item on the screen: put it off, note something, decide, alone or together with its like.

GUI thread only.
"""

from datetime import UTC, date, datetime
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from console.domain.changes import Changes
from console.domain.decision import Act, Item, ItemId, Seen, Verb
from ui.jobs import Jobs
from ui.pages.alike import Alike, Place
from ui.pages.deciding import Deciding
from ui.widgets.action_bar import ActionBar
from ui.widgets.note_form import NoteWish

BRAKE_MS: Final = 250  # nobody reads an item in less; a second press within it was meant for the one before


class ItemActing(QObject):
    """Is about one item at a time, and knows no list. Acting goes on at once: the decision is on its way to the desk.

    *Signals:*
        decided(object, object, bool): the ids of items that are decided about, with which ``Verb``, and whether the
            reader stays.
        told(str), warned(str): for the message bar.
    """

    decided = Signal(object, object, bool)
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, deciding: Deciding, bar: ActionBar, place: Place, page: QWidget) -> None:
        super().__init__(page)
        self.brake_ms = BRAKE_MS
        self._jobs = jobs
        self._deciding = deciding
        self._bar = bar
        self._shown: Item | None = None  # on the screen, decided or not
        self._at = datetime.now(UTC)  # of what is on the screen, in the zone of its group
        self._seen: Seen | None = None
        self._can_decide = False
        self._stays = False  # whether the open question was asked with Shift
        self._since_shown = QElapsedTimer()
        self._alike = Alike(jobs, deciding, place, self)
        bar.later_question_requested.connect(self.ask_later)
        bar.later_chosen.connect(self._on_bar_later_chosen)
        bar.note_question_requested.connect(self.ask_note)
        bar.note_written.connect(self._on_bar_note_written)
        bar.alike_requested.connect(self._alike.toggle)
        self._alike.decided.connect(self._on_alike_decided)
        self._alike.told.connect(self.told)
        self._alike.warned.connect(self.warned)

    def _be_about(self, item: Item | None, at: datetime | None, seen: Seen | None, *, can_decide: bool) -> None:
        """Be about this item; ``can_decide`` when it waits and stands there to be read."""
        if item is not None and (self._shown is None or self._shown.id != item.id):
            self._since_shown.start()
        self._shown, self._at, self._seen = item, at or self._at, seen
        self._can_decide = can_decide
        self._bar.set_can_decide(can_decide)

    def look_for_alike(self) -> None:
        """See what is like the item on the screen."""
        self._alike.show(self._shown.id if self._shown is not None else None)

    @property
    def _item(self) -> Item | None:
        """The item that a decision would be about now; None when there is nothing to decide."""
        return self._shown if self._can_decide else None

    def _is_braked(self) -> bool:
        """Whether the item stands there too short to have been read: the key was pressed for the one before."""
        return self._since_shown.elapsed() < self.brake_ms

    @Slot(object, object, bool)
    def _decide(self, item: Item, act: Act, stays: bool) -> None:
        if item == self._item:
            self._deciding.act(item, act, self._seen)
            self.decided.emit((item.id,), act.verb, stays)

    def _today(self) -> date:
        """The day of now where the item is from."""
        now = self._jobs.console.now() if self._jobs.console is not None else datetime.now(UTC)
        return now.astimezone(self._at.tzinfo).date()

    def _make_room(self) -> None:
        """Put away what stands where a question of the bar opens."""

    # --- questions of the bar -----------------------------------------------------------------------------------------

    @Slot()
    def ask_later(self) -> None:
        """Ask until when, then go on."""
        self._ask_until(stays=False)

    @Slot()
    def ask_later_and_stay(self) -> None:
        """Ask until when, then stay."""
        self._ask_until(stays=True)

    def _ask_until(self, *, stays: bool) -> None:
        if self._alike.is_open:
            self._alike.ask_later()
        elif self._item is not None:
            self._make_room()
            self._stays = stays
            self._bar.ask_later(self._today(), self._at.tzinfo or UTC)

    @Slot()
    def ask_note(self) -> None:
        """Ask for a note; the item stays open."""
        if self._item is not None:
            self._make_room()
            self._bar.ask_note([(self._item.group_id, self._item.group)], self._today())

    @Slot(object)
    def _on_bar_later_chosen(self, until: datetime) -> None:
        if self._item is not None:
            item = self._item
            self._deciding.later(item, until, self._seen)
            self.decided.emit((item.id,), Verb.LATER, self._stays)

    @Slot(object)
    def _on_bar_note_written(self, wish: NoteWish) -> None:
        from console.desk import triage

        if self._shown is not None:
            options = {"days": wish.days, "group_only": wish.group_id is not None, "seen": self._seen}
            self._jobs.ask(triage.add_note, self._shown.id, wish.text, done=self._on_note_kept, **options)

    @Slot(object)
    def _on_note_kept(self, _changes: Changes) -> None:
        self.told.emit(self.tr("The note is kept."))

    @Slot(object, object)
    def _on_alike_decided(self, item_ids: tuple[ItemId, ...], verb: Verb) -> None:
        self.decided.emit(item_ids, verb, False)
