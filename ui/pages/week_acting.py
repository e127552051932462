"""What can be done about the item on the screen of Deze week, whichever kind it is. GUI thread only."""

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.decision import ItemId, ItemKind
from ui.jobs import Jobs
from ui.models.queue import Row
from ui.pages.act_keys import ActKeys
from ui.pages.acting import Acting
from ui.pages.deciding import Deciding
from ui.pages.line_acting import LineActing
from ui.pages.page import Page
from ui.pages.phone_offer import PhoneOffer
from ui.pages.request_acting import RequestActing
from ui.pages.week_layout import WeekLayout
from ui.shortcuts import Command, KeyMap

if TYPE_CHECKING:
    from ui.pages.details import AnyDetail

_MESSAGE: Final = ItemKind.MESSAGE


class WeekActing(QObject):
    """Passes keys to what is about the item on the screen: ``message``, ``request`` or ``line``.

    *Signals:*
        decided(object, object, bool): the ids of items that are decided about, with which ``Verb``, and whether the
            reader stays.
        refused(object): the desk did not take the decision about this item (an id).
        left(): a question was answered or put away; the focus may go back to the list.
        page_requested(str, object): show the page with this key; the value goes to its ``open_with``.
        told(str), warned(str): for the message bar.
    """

    decided = Signal(object, object, bool)
    refused = Signal(object)
    left = Signal()
    page_requested = Signal(str, object)
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, keys: KeyMap, parts: WeekLayout, page: Page) -> None:
        super().__init__(page)
        self._parts = parts
        self._kind = _MESSAGE  # of the item on the screen
        self._deciding = Deciding(jobs, self)
        self._phone = PhoneOffer(jobs, self)
        self.message = Acting(jobs, self._deciding, parts, page)
        self.request = RequestActing(jobs, self._deciding, parts.request, page)
        self.line = LineActing(jobs, self._deciding, parts.line, page)
        self._others: dict[ItemKind, RequestActing | LineActing] = {
            ItemKind.REQUEST: self.request,
            ItemKind.FEEDBACK: self.line,
        }
        self._keys = ActKeys(keys, page)
        self._keys.pressed.connect(self._on_keys_pressed)
        keys.bind(page, Command.OPEN_CHAT, self._phone.open_chat)
        keys.bind(page, Command.COPY, self._phone.copy_text)
        for signal in (parts.bar.closed, parts.panel.closed, self.request.left, self.line.left):
            signal.connect(self.left)
        self._deciding.refused.connect(self.refused)
        self._deciding.stands_ready.connect(self._phone.offer)
        self.line.page_requested.connect(self.page_requested)
        for acting in (self.message, self.request, self.line):
            acting.decided.connect(self.decided)
        for teller in (self.message, self.request, self.line, self._deciding, self._phone):
            teller.told.connect(self.told)
            teller.warned.connect(self.warned)

    @property
    def on_their_way(self) -> list[ItemId]:
        """What is decided about, as far as the desk did not answer yet."""
        return self._deciding.items

    @property
    def is_writing(self) -> bool:
        """Whether something is being written about the item on the screen."""
        return self.message.is_answering or self.request.is_asking or self.line.is_asking

    @property
    def brake_ms(self) -> int:
        """For how long after an item came a key is taken to be meant for the one before, in milliseconds."""
        return self.message.brake_ms

    @brake_ms.setter
    def brake_ms(self, brake_ms: int) -> None:
        self.message.brake_ms = self.request.brake_ms = self.line.brake_ms = brake_ms

    def be_about(self, row: Row | None, detail: "AnyDetail | None", *, can_decide: bool) -> None:
        """Be about the item on the screen; ``can_decide`` when it waits and stands there to be read."""
        self._kind = row.item.kind if row is not None else _MESSAGE
        about: Any = detail  # of the kind that the item has
        if self._kind is _MESSAGE:
            self.message.be_about(row, about, can_decide=can_decide)
        else:
            self.message.be_about(None, None, can_decide=False)
        for kind, other in self._others.items():
            is_shown = kind is self._kind
            other.be_about(about if is_shown else None, can_decide=can_decide and is_shown)

    @property
    def _every(self) -> tuple[Acting | RequestActing | LineActing, ...]:
        return (self.message, *self._others.values())

    def look_for_alike(self) -> None:
        """See what is like the item on the screen."""
        for acting in self._every:
            acting.look_for_alike()

    def put_away(self) -> None:
        """Put away what is asked about an item that the reader left."""
        for acting in self._every:
            acting.put_away()

    def can_put_one_away(self) -> bool:
        """Whether something is open."""
        return self.is_writing or self._parts.panel.can_put_away()

    def put_one_away(self) -> None:
        """Put away what was opened last."""
        if self.message.is_answering:
            self.message.put_away()
        elif self.request.is_asking:
            self._parts.request.put_away()
        elif self.line.is_asking:
            self._parts.line.put_away()
        else:
            self._parts.panel.put_away()

    def forget_answer(self) -> None:
        """Have the next answer asked for anew: something changed."""
        for acting in self._every:
            acting.forget_answer()

    def forget_phone(self) -> None:
        """Offer no text for the phone any more: its decision was undone."""
        self._phone.forget()

    @Slot(object, bool)
    def _on_keys_pressed(self, command: Command, stays: bool) -> None:
        acting: Acting | RequestActing | LineActing = self._others.get(self._kind, self.message)
        acting.obey(command, stays)
