"""The answers in a mail that a professional sent back, each found by the number of its line: "[BC-12]"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, and_, select

from console import texts
from console.desk import journal
from console.desk.console import Console
from console.desk.deciding import Decided, decide_within
from console.desk.feedback import lines
from console.desk.feedback.answer_text import Cut, Ours, as_compared, cut, is_of_another
from console.desk.joining import mail
from console.domain.changes import together
from console.domain.decision import Act, ItemId, ItemKind, Verb
from console.domain.feedback import OPEN_STATES, Channel, Line, LineId, number_of
from console.domain.outgoing import Action
from console.domain.report import Result
from console.errors import ExpectedError
from console.judge.feedback_words import result_of
from console.store.tables import feedback, groups, items, outbox, todos

_MERGED_AT_MOST: Final = 10  # one into another; more is no merging that people did
_BLANK: Final = "\0"
_SENTENCES: Final = (  # that may stand in what we sent
    *("digest.greeting", "digest.intro_one", "digest.intro", "digest.how", "digest.more_one", "digest.more"),
    *("digest.hidden", "digest.closing", "forward.mail_hello", "forward.mail_begin", "forward.mail_ask"),
)


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """What a mail says about one open line.

    ``text`` is without what it quotes, ``quoted`` what it repeats of the question. ``result`` is what came of it by the
    words of the answer, for a person to confirm.
    """

    line: Line
    text: str
    quoted: str = ""
    result: Result = Result.UNKNOWN


@dataclass(frozen=True, slots=True)
class AnswerMail:
    """What a mail says: ``answers`` in its order, one for each line.

    ``closed`` are lines that it answers and that were closed already, ``unknown`` numbers that no line has ("BC-99"),
    or that it quotes with another question: of somebody else who keeps a ledger.
    ``rest`` is the text without a number, or with such a number: nothing that he wrote is lost. ``unanswered`` are open
    lines that the mail only repeats.
    """

    answers: tuple[ReadAnswer, ...]
    closed: tuple[Line, ...]
    unknown: tuple[str, ...]
    rest: str
    unanswered: tuple[Line, ...] = ()


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
    text, subject = _opened(source) if isinstance(source, Path) else (source, "")
    if not any(map(str.isalnum, text)):
        raise ExpectedError("answers_empty")
    with console.store.reading() as connection:
        ours = _ours(connection)
        return _matched(connection, console, cut(text, ours, subject), ours)


def take(console: Console, answers: Sequence[Taken], *, channel: Channel = Channel.MAIL) -> Decided:
    """Answer several lines at once, at least one: all or nothing, and one undo takes all of it back.

    Two answers of one line are one answer, the first one above.

    Raises what ``triage.decide`` raises for an answer, and ``ExpectedError("line_gone")``.
    """
    by_line: dict[LineId, Taken] = {}
    for answer in answers:
        by_line[answer.line_id] = _together(by_line.get(answer.line_id), answer)
    with console.store.writing() as connection:
        several = [
            decide_within(connection, console, _item_of(connection, answer.line_id), _act(answer, channel))
            for answer in by_line.values()
        ]
        journal.bind(connection, [one.decision for one in several])
    return Decided(
        together(one.changes for one in several),
        several[0].decision,
        tuple(send for one in several for send in one.outgoing),
        tuple(todo for one in several for todo in one.todos),
    )


def _together(first: Taken | None, more: Taken) -> Taken:
    if first is None:
        return more
    return Taken(first.line_id, f"{first.text}\n\n{more.text}", more.result or first.result)


def _act(answer: Taken, channel: Channel) -> Act:
    result = None if answer.result is None else answer.result.value
    return Act(Verb.ANSWERED, text=answer.text, channel=channel.value, result=result)


def _item_of(connection: Connection, line_id: int) -> ItemId:
    of_line = and_(items.c.kind == ItemKind.FEEDBACK.value, items.c.subject_id == feedback.c.id)
    wanted = select(items.c.id).join(feedback, of_line).where(feedback.c.id == line_id, ~lines.IS_UNDONE)
    found: int | None = connection.scalar(wanted)
    if found is None:
        raise ExpectedError("line_gone")
    return ItemId(found)


def _opened(path: Path) -> tuple[str, str]:
    message = mail.parsed(path)
    return mail.body_of(message, path), mail.header(message, "subject")


# --- what is ours in it ----------------------------------------------------------------------------------------------


def _ours(connection: Connection) -> Ours:
    """Return what we may have written in the mail that is answered."""
    questions = {row.id: row.what for row in connection.execute(select(feedback.c.id, feedback.c.what))}
    names = map(as_compared, connection.scalars(select(groups.c.name)))
    asked = (
        connection.scalars(select(said).where(table.c.feedback_id.is_not(None), table.c.action == Action.OFFICER.value))
        for table, said in ((outbox, outbox.c.body), (todos, todos.c.text))
    )
    said = (as_compared(text) for those in asked for text in those)
    return Ours(questions, frozenset(names), "\n".join(_sentences()), "\n".join(dict.fromkeys(said)))


def _sentences() -> Iterator[str]:
    """Yield the sentences of our mails in every language, cut where something is filled in."""
    blanks = dict.fromkeys(("name", "count", "groups", "number"), _BLANK)
    for key in _SENTENCES:
        for language in texts.LANGUAGES:
            for part in texts.say(key, language, **blanks).split(_BLANK):
                yield as_compared(part)


# --- which lines it answers ------------------------------------------------------------------------------------------


def _matched(connection: Connection, console: Console, found: Cut, ours: Ours) -> AnswerMail:
    known = _lines(connection, console, (piece.number for piece in found.pieces))
    said: dict[LineId, list[str]] = {}
    quoted: dict[LineId, list[str]] = {}
    unknown: dict[str, None] = {}
    rest = [found.rest]
    for piece in found.pieces:
        line = known.get(piece.number)
        if line is not None and is_of_another(piece.quoted, ours.questions[piece.number]):
            line = None
        if line is not None:
            said.setdefault(line.id, []).append(piece.text)
            quoted.setdefault(line.id, []).append(piece.quoted)
        elif piece.text or not piece.quoted:
            unknown[number_of(piece.number)] = None
        if piece.text and (line is None or line.state not in OPEN_STATES):
            rest.append(f"{number_of(piece.number)}: {piece.text}")
    by_id = {line.id: line for line in known.values()}
    answers = {by_id[line_id]: "\n\n".join(filter(None, parts)) for line_id, parts in said.items()}
    return AnswerMail(
        answers=tuple(
            ReadAnswer(line, text, "\n".join(filter(None, quoted[line.id])), result_of(text))
            for line, text in answers.items()
            if text and line.state in OPEN_STATES
        ),
        closed=tuple(line for line, text in answers.items() if text and line.state not in OPEN_STATES),
        unknown=tuple(unknown),
        rest="\n\n".join(filter(None, rest)),
        unanswered=tuple(line for line, text in answers.items() if not text and line.state in OPEN_STATES),
    )


def _lines(connection: Connection, console: Console, numbers: Iterable[int]) -> dict[int, Line]:
    """Return the line of each number; what was merged into another is that other."""
    lines_of = {number: _now(connection, number) for number in numbers}
    loaded = lines.load(connection, console, feedback.c.id.in_(set(lines_of.values())))
    by_id = {int(line.id): line for line in loaded}
    return {number: by_id[line_id] for number, line_id in lines_of.items() if line_id in by_id}


def _now(connection: Connection, line_id: int) -> int:
    for _ in range(_MERGED_AT_MOST):
        into = connection.scalar(select(feedback.c.merged_into_id).where(feedback.c.id == line_id))
        if into is None:
            break
        line_id = into
    return line_id
