"""What is remembered of the threads that are open, so that a new message costs a look at a few of them.

Not thread-safe; one ``Memory`` belongs to one chat.
"""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Final, NamedTuple

from console.domain.judgement import Judgement, Role
from console.domain.message import Kind, MessageId
from console.judge.normalise import fold
from console.judge.thread_words import Heard

OPEN_FOR: Final = timedelta(days=30)
"""A thread that was silent this long is over: what comes later is another report, unless it quotes it."""
MOST_OPEN: Final = 120
RECENT: Final = 5
"""How many of the last threads are looked at whatever a message says; others only when it shares a word or a person."""
_MOST_BY_WORD: Final = 6
_SAID_KEPT: Final = 50_000


class Said(NamedTuple):
    """One message, as the search for its report sees it.

    ``sent_at`` is aware in the whole chat or naive in the whole chat. ``reply_to`` is the message that it quotes, where
    the platform tells. ``judgement`` may be missing; it says what a report is about, and ties nothing: with it, reports
    were found less well (``tests/data/threads/README.md``).
    """

    id: MessageId
    sent_at: datetime
    author: str | None
    text: str
    role: Role = Role.MEMBER
    kind: Kind = Kind.TEXT
    reply_to: MessageId | None = None
    judgement: Judgement | None = None


@dataclass(slots=True)
class Open:
    """A thread that may still go on. ``key`` is the message that began it."""

    key: MessageId
    opener: str | None
    began_at: datetime
    last_at: datetime
    last_id: MessageId
    last_author: str | None = None
    asker: str | None = None  # who asked the last question, as long as nobody else spoke after him
    tokens: dict[str, MessageId] = field(default_factory=dict)  # stem: the first message that has it
    places: set[str] = field(default_factory=set)
    size: int = 0
    before_last: str | None = None  # who spoke before the last one
    count: int = 0  # how many messages the chat had when this thread last got one
    domains: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    authors: dict[str, MessageId] = field(default_factory=dict)  # author: his last message
    is_grave: bool = False  # danger or crime
    is_serious: bool = False  # somebody of police or municipality may answer
    has_professional: bool = False


class Memory:
    """The open threads of one chat: by time, by word and by person."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.open: OrderedDict[MessageId, Open] = OrderedDict()  # the one that went on last stands last
        self.by_field: defaultdict[str, dict[MessageId, None]] = defaultdict(dict)
        self.by_token: defaultdict[str, dict[MessageId, None]] = defaultdict(dict)
        self.days_of: Counter[str] = Counter()  # on how many days a word was said, also in threads that are over
        self._last_day_of: dict[str, date] = {}
        self.thread_of: OrderedDict[MessageId, MessageId | None] = OrderedDict()  # of the last messages
        self.last_of_author: dict[str, tuple[MessageId | None, datetime]] = {}
        self.names: defaultdict[str, dict[str, None]] = defaultdict(dict)  # a word of a name: who has it
        self.count = 0
        self.last_at: datetime | None = None
        self.last_key: MessageId | None = None

    def forget_before(self, moment: datetime) -> None:
        """Let go of threads that are over."""
        while self.open:
            oldest = next(iter(self.open.values()))
            if oldest.last_at >= moment - OPEN_FOR and len(self.open) <= MOST_OPEN:
                return
            del self.open[oldest.key]
            for name in oldest.fields:
                self.by_field[name].pop(oldest.key, None)
            for token in oldest.tokens:
                its = self.by_token[token]
                its.pop(oldest.key, None)
                if not its:
                    del self.by_token[token]

    def recent(self) -> Iterator[Open]:
        """Yield the threads that went on last, the last one first."""
        return islice(reversed(self.open.values()), RECENT)

    def candidates(self, heard: Heard, people: tuple[str, ...]) -> Iterator[Open]:
        """Yield the threads that a message may belong to, each once."""
        seen: dict[MessageId, None] = {thread.key: None for thread in self.recent()}
        for person in people:
            key = self.last_of_author[person][0] if person in self.last_of_author else None
            if key is not None and key in self.open:
                seen[key] = None
        for token in (*heard.places, *heard.words):
            its = self.by_token.get(token)
            if its and len(its) <= _MOST_BY_WORD:
                seen.update(its)
        for key in seen:
            yield self.open[key]

    def spoken_to(self, heard: Heard, author: str | None) -> tuple[str, ...]:
        """Return who is named in a message, of those who wrote before."""
        if not self.names:
            return ()
        found = {person: None for name in heard.names if name in self.names for person in self.names[name]}
        return tuple(person for person in found if person != author)

    # --- what is said is added ---------------------------------------------------------------------------------------

    def begin(self, said: Said) -> Open:
        """Open a thread with this message as its first."""
        thread = Open(said.id, said.author, said.sent_at, said.sent_at, said.id)
        self.open[said.id] = thread
        return thread

    def add(self, said: Said, heard: Heard, thread: Open | None) -> None:
        """Remember a message, in a thread or in none."""
        key = thread.key if thread else None
        self.thread_of[said.id] = key
        if len(self.thread_of) > _SAID_KEPT:
            self.thread_of.popitem(last=False)
        self.last_at = said.sent_at
        self.count += 1
        self._count_words(said, heard)
        if said.author is not None and said.author not in self.last_of_author:
            self._learn_name(said.author)
        if said.author is not None:
            self.last_of_author[said.author] = (key, said.sent_at)
        if thread is None:
            return
        self.last_key = thread.key
        thread.count = self.count
        self.open.move_to_end(thread.key)
        self._add_words(said, heard, thread)
        if heard.is_question or "opens.asks" in heard.cues:
            thread.asker = said.author
        elif said.author != thread.asker:
            thread.asker = None
        if thread.last_author != said.author:
            thread.before_last = thread.last_author
        thread.size += 1
        thread.last_at, thread.last_id, thread.last_author = said.sent_at, said.id, said.author
        if said.author is not None:
            thread.authors[said.author] = said.id
        thread.has_professional |= said.role is Role.PROFESSIONAL
        thread.is_grave |= "about.danger" in heard.cues or "112" in heard.names
        thread.is_serious |= not heard.cues.isdisjoint(_SERIOUS)

    def commonness(self, token: str) -> int:
        """Return in how many open threads a word was said, or on how many days of the whole chat where that is more."""
        return max(len(self.by_token[token]), self.days_of[token], 1)

    def _count_words(self, said: Said, heard: Heard) -> None:
        today = said.sent_at.date()
        for token in (*heard.places, *heard.words):
            if self._last_day_of.get(token) != today:
                self._last_day_of[token] = today
                self.days_of[token] += 1

    def _add_words(self, said: Said, heard: Heard, thread: Open) -> None:
        for token in (*heard.places, *heard.words):
            if token not in thread.tokens:
                thread.tokens[token] = said.id
                self.by_token[token][thread.key] = None
        thread.places.update(heard.places)
        thread.domains |= heard.domains
        for name in heard.fields - thread.fields:
            thread.fields.add(name)
            self.by_field[name][thread.key] = None

    def _learn_name(self, author: str) -> None:
        for part in _name_words(author):
            self.names[part][author] = None


_SERIOUS: Final = frozenset({"about.danger", "about.professional", "about.emergency", "opens.warns"})
# Words in a contact's name that say what somebody is, and names that are mostly other words.
_NO_NAMES: Final = frozenset(
    {
        *("agent", "beheer", "beheerder", "beveiliging", "boa", "buur", "buurman", "buurvrouw", "coord", "coordinator"),
        *("corporatie", "den", "der", "gemeente", "handhaver", "handhaving", "het", "meneer", "mevr", "mevrouw", "oma"),
        *("opa", "parkmanager", "politie", "stichting", "tante", "van", "voorzitter", "wijkagent", "wijkconcierge"),
        "wil",
    }
)


def _name_words(author: str) -> tuple[str, ...]:
    """Return the words by which others call somebody: "Wijkagent Joyce" is called Joyce."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(author).text).split()
    return tuple(word for word in words if len(word) > 2 and word.isalpha() and word not in _NO_NAMES)
