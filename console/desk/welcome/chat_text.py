"""A draft as text for a chat: in one message, in three short ones, one rule again, or with a reminder for one member.

Headings are bold where the tool knows a mark for that; what people wrote cannot break the bold. A rule that does not
fit is left out, the lowest first, and said to be.
"""

from collections.abc import Callable, Sequence
from typing import Final

from sqlalchemy import select

from console.desk.console import Console
from console.desk.greeting import first_name
from console.desk.welcome.catalogue import words
from console.desk.welcome.composing import compose, missed_least_first
from console.desk.welcome.filling import fill, one_line
from console.desk.welcome.tool_marks import bold, plain
from console.domain.group import GroupId
from console.domain.welcome import MESSAGE_CHARACTERS, Line, Told, Welcome
from console.errors import ExpectedError
from console.store.tables import members

_DO: Final = "✅ "
_DONT: Final = "❌ "

_Parts = Callable[[Sequence[Line], tuple[str, ...]], tuple[str, ...]]
"""Makes the parts of a message of rules and notes."""


def characters(text: str) -> int:
    """Return how many characters a text has as a phone counts them: an emoji is two or more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def message(welcome: Welcome) -> Told:
    """Return a draft as one message of fewer than ``MESSAGE_CHARACTERS``.

    What stands under the rules comes along where there is room.
    """
    page = _Page(welcome)
    return page.told(lambda lines, notes: (page.hello, page.rules(lines), *notes, welcome.confirm), welcome.notes)


def three(welcome: Welcome) -> Told:
    """Return a draft as three short messages: what the group is for, what to do, what not to do.

    What stands under the rules comes along in the first. Two messages where there are no rules of one kind; each has
    fewer than ``MESSAGE_CHARACTERS``.
    """
    page = _Page(welcome)
    frame = words(welcome.language).frame
    sides = [side for side in (welcome.does, welcome.donts) if _with_words(side)]
    count = 1 + len(sides)

    def numbered(number: int) -> str:
        values = {"number": str(number), "count": str(count)}
        return fill(frame["page"], values, welcome.language) if count > 1 else ""

    def end(number: int) -> tuple[str, ...]:
        return (welcome.confirm, numbered(number)) if number == count else (numbered(number),)

    first = page.told(lambda _, notes: (page.hello, frame["call_112"], *notes, *end(1)), welcome.notes, of=())
    told = [first, *(page.told(page.rules_then(*end(number)), of=side) for number, side in enumerate(sides, start=2))]
    return Told(tuple(one.messages[0] for one in told), tuple(rule for one in told for rule in one.left_out))


def refresh(console: Console, group_id: GroupId, rule_key: str, language: str) -> str:
    """Return a message that says one rule of a group again ("even opfrissen").

    Raises ``ExpectedError``: ``group_gone``, ``rule_gone`` for one that it does not have, or not in this language.
    """
    welcome = compose(console, group_id, language)
    every = (*welcome.does, *welcome.donts, *welcome.others)
    line = next((one for one in every if one.key == rule_key and one.text), None)
    if line is None:
        raise ExpectedError("rule_gone")
    return _joined((words(language).frame["refresh"], _Page(welcome).rule(line)))


def reminder(console: Console, member_id: int, language: str) -> str:
    """Return a private message for a member who did not confirm yet, with the rules of his group once more.

    Raises ``ExpectedError("person_gone")``.
    """
    with console.store.reading() as connection:
        member = connection.execute(select(members.c.group_id, members.c.name).where(members.c.id == member_id)).first()
    if member is None:
        raise ExpectedError("person_gone")
    told = reminder_of(compose(console, GroupId(member.group_id), language), member.name)
    return told.messages[0]


def reminder_of(welcome: Welcome, name: str) -> Told:
    """Return the reminder, as one message, of a draft that is made already; ``name`` as the chat shows the member."""
    values = {"name": one_line(first_name(name)), "group": welcome.group}
    page = _Page(welcome)
    asked = page.plain(fill(words(welcome.language).frame["remind"], values, welcome.language))
    return page.told(lambda lines, _: (asked, page.rules(lines)))


class _Page:
    """Lays out a draft as its tool shows text."""

    def __init__(self, welcome: Welcome) -> None:
        self._welcome = welcome
        self._frame = words(welcome.language).frame

    @property
    def hello(self) -> str:
        return _joined((self.plain(self._welcome.hello), self._welcome.purpose))

    def plain(self, text: str) -> str:
        return plain(text, self._welcome.tool)

    def rule(self, line: Line) -> str:
        return (_DONT if line.is_dont else _DO) + self.plain(line.text)

    def rules(self, lines: Sequence[Line]) -> str:
        sides = (
            ("does", [line for line in lines if not line.is_dont]),
            ("donts", [one for one in lines if one.is_dont]),
        )
        told = ((bold(self._frame[name], self._welcome.tool), side) for name, side in sides if side)
        return _joined(tuple("\n".join((title, *map(self.rule, side))) for title, side in told))

    def rules_then(self, *end: str) -> _Parts:
        return lambda lines, _: (self.rules(lines), *end)

    def told(self, parts: _Parts, notes: tuple[str, ...] = (), *, of: Sequence[Line] | None = None) -> Told:
        """Return the message that ``parts`` makes of as many rules as fit, with the notes when all of them do."""
        lines = _with_words((*self._welcome.does, *self._welcome.donts) if of is None else of)
        whole = _joined(parts(lines, tuple(map(self.plain, notes))))
        if characters(whole) < MESSAGE_CHARACTERS:
            return Told((whole,))
        shown = list(lines)
        for line in missed_least_first(lines, self._welcome.counted):
            if characters(_joined(parts(shown, ()))) < MESSAGE_CHARACTERS:
                break
            shown.remove(line)
        left_out = tuple(line.text for line in lines if line not in shown)
        return Told((_joined(parts(shown, ())),), left_out)


def _with_words(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.text)


def _joined(parts: Sequence[str]) -> str:
    return "\n\n".join(part for part in parts if part)
