"""Which messages are about one situation: a chat in order goes in, and of every message its report comes out.

One pass, a message at a time: each joins a thread that is open, begins one, or belongs to none, and says why. The same
messages always give the same threads. Pure apart from the ``Grouping`` itself, which remembers what it was told; it is
not thread-safe, and belongs to one chat.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from console.domain.message import Kind, MessageId
from console.domain.report import Link, LinkKind
from console.judge.thread_links import (
    Features,
    is_grave_now,
    may_go_on,
    of_beginning,
    of_none,
    of_silence,
    of_thread,
    reasons,
    weigh,
    weights,
)
from console.judge.thread_state import Memory, Open, Said
from console.judge.thread_words import Heard, hear

__all__ = ["Grouping", "Placed", "Said", "group"]

_UNREAD: Final = frozenset({Kind.SYSTEM, Kind.DELETED})


class Placed(NamedTuple):
    """Where a message was put. ``thread`` is the id of the message that began its thread, None for no report.

    ``links`` say why, the strongest first; they are empty for a message without a report.
    """

    message: MessageId
    thread: MessageId | None
    links: tuple[Link, ...] = ()

    @property
    def is_primary(self) -> bool:
        """Whether it is the first message about its situation."""
        return self.thread == self.message


class Options(NamedTuple):
    """What was weighed for one message: its features for every thread, for a new one and for none."""

    threads: tuple[tuple[Open, Features], ...]
    new: Features
    none: Features


class Grouping:
    """Groups the messages of one chat, one at a time, in the order in which they were sent."""

    def __init__(self) -> None:
        """Start with an empty chat."""
        self._memory = Memory()

    def place(self, said: Said) -> Placed:
        """Return where the next message belongs, and remember it."""
        self._memory.forget_before(said.sent_at)
        if said.kind in _UNREAD or said.author is None:
            return Placed(said.id, None)
        heard = hear(_readable(said))
        quoted = self._memory.thread_of.get(said.reply_to) if said.reply_to is not None else None
        if quoted is not None:
            return self._join(said, heard, self._known(quoted, said), (Link(LinkKind.QUOTE, said.reply_to),))
        options = self.options(said, heard)
        if heard.asks_112 and (grave := [option for option in options.threads if is_grave_now(said, option[0])]):
            thread, features = max(grave, key=lambda option: _ties(option[1]))  # nobody asks that out of nothing
            return self._join(said, heard, thread, reasons(said, heard, thread, features))
        best = max(options.threads, key=lambda option: _ties(option[1]), default=None)
        join = _ties(best[1]) if best else -float("inf")
        new = weigh(options.new, weights().new)
        none = weigh(options.none, weights().none)
        if best is not None and join >= max(new, none):
            thread, features = best
            return self._join(said, heard, thread, reasons(said, heard, thread, features))
        if new >= none:
            return self._join(said, heard, self._memory.begin(said), (Link(LinkKind.BEGINS),))
        self._memory.add(said, heard, None)
        return Placed(said.id, None)

    def recall(self, said: Said, thread: MessageId | None) -> None:
        """Remember a message that has its place already: before, or by the hand of a person.

        ``thread`` is the message that began its thread (any one id that all of its messages share), None for none.
        """
        self._memory.forget_before(said.sent_at)
        if thread is None and (said.kind in _UNREAD or said.author is None):
            return
        heard = hear(_readable(said))
        if thread is None:
            self._memory.add(said, heard, None)
            return
        self._memory.add(said, heard, self._known(thread, said))

    def options(self, said: Said, heard: Heard) -> Options:
        """Return what is weighed for a message; ``tests/tools/fit_threads.py`` learns from it."""
        memory = self._memory
        people = memory.spoken_to(heard, said.author)
        return Options(
            tuple(
                (thread, of_thread(said, heard, thread, memory, people))
                for thread in memory.candidates(heard, (*people, said.author) if said.author else people)
                if may_go_on(said, heard, thread, memory, people)
            ),
            of_beginning(said, heard, memory, people),
            of_none(said, heard, memory, people),
        )

    def _join(self, said: Said, heard: Heard, thread: Open, links: tuple[Link, ...]) -> Placed:
        self._memory.add(said, heard, thread)
        return Placed(said.id, thread.key, links)

    def _known(self, key: MessageId, said: Said) -> Open:
        """Return a thread by its key, opened again with this message when it was over."""
        return self._memory.open.get(key) or self._memory.begin(said._replace(id=key))


def group(messages: Iterable[Said]) -> Iterator[Placed]:
    """Yield where each message belongs. One pass; memory does not grow with the length of the chat."""
    grouping = Grouping()
    for said in messages:
        yield grouping.place(said)


def _ties(features: Features) -> float:
    return weigh(features, of_silence(features, weights()))


def _readable(said: Said) -> str:
    """Return the words of a message; what stands for a picture has none."""
    return "" if said.kind is Kind.MEDIA and said.text.startswith("<") else said.text
