"""The answers in a mail that a professional sent back, each found by the number of its line: "[BC-12]"."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from console.desk.console import Console
from console.desk.deciding import Decided
from console.domain.feedback import Channel, Line, LineId
from console.domain.report import Result


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """What a mail says about one open line; ``text`` without what it quotes, ``quoted`` what it repeats of the question.

    ``text`` is "" where the number stands without an answer.
    """

    line: Line
    text: str
    quoted: str = ""


@dataclass(frozen=True, slots=True)
class AnswerMail:
    """What a mail says: ``answers`` in its order, one for each line.

    ``closed`` are lines that it names and that were closed already, ``unknown`` numbers that no line has ("BC-99").
    ``rest`` is the text without a number, or with such a number: nothing that he wrote is lost.
    """

    answers: tuple[ReadAnswer, ...]
    closed: tuple[Line, ...]
    unknown: tuple[str, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Taken:
    """The answer of one line as a person leaves it; ``result`` None: it does not say what came of it."""

    line_id: LineId
    text: str
    result: Result | None = None


def read(console: Console, source: str | Path) -> AnswerMail:
    """Read a pasted text, or a mail that was saved (.eml). Nothing in it is loaded or run.

    Raises ``ExpectedError``: ``mail_kind``, ``mail_too_large``, ``mail_unreadable``, ``file_missing``,
    ``file_unreadable``; ``answers_empty`` for a text without words.
    """
    raise NotImplementedError


def take(console: Console, answers: Sequence[Taken], *, channel: Channel = Channel.MAIL) -> Decided:
    """Answer several lines at once, at least one: all or nothing, and one undo takes all of it back.

    Raises what ``triage.decide`` raises for an answer, and ``ExpectedError("line_gone")``.
    """
    raise NotImplementedError
