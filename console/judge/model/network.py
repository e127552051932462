"""The network: a small transformer that reads a message and what was said before it. About a hundred messages a second.

It is multilingual-e5-small (MIT), cut to the pieces of Dutch and trained further on labelled messages
(``console/judge/training``). The text and what went before are read apart until the last layers; the log-odds are a sum
over the pieces of the text, so each piece's share is an exact part of the answer.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from console.domain.judgement import Role, Span, Statement
from console.judge.model.heads import Row
from console.judge.model.prepare import Prepared, prepare

BEFORE: Final = "query:"  # how its makers began every text
ANSWER: Final = BEFORE + " {}:"
ROLE_WORDS: Final = {Role.MEMBER: "bewoner", Role.ADMIN: "beheerder", Role.PROFESSIONAL: "wijkagent"}
PIECES: Final = 110  # of a text that are read at once
WINDOWS: Final = 6  # of so many pieces; a longer text is a pasted document
CONTEXT_PIECES: Final = 40  # of each message before
MAX_READ: Final = 8_000  # characters that are looked at: more than all windows hold
_MOST_THREADS: Final = 4
_START, _END = 1, 2
_SPACE: Final = "▁"  # how sentencepiece writes a space


@dataclass(frozen=True, slots=True)
class Question:
    """What the network is asked: pieces of a window of the text, of what went before, and who writes (one-hot, and
    whether anything went before). ``places`` are where each piece of the window stands in the original text; None for
    pieces that are not of the text."""

    text: list[int]
    before: list[int]
    extra: list[float]
    places: list[Span | None]


class Network:
    """Asks the network. Loading takes about half a second. May be used from any thread."""

    def __init__(self, network: Path, pieces: Path) -> None:
        # Before it is loaded: by itself it keeps a number of this computer in the user's cache, and tells its makers at
        # every start that it runs. Said afterwards, that it must not is too late (onnxruntime/Privacy.md).
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        import onnxruntime

        self._pieces = Pieces(pieces)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = max(1, min(_MOST_THREADS, (os.cpu_count() or 1) // 2))  # the rest is the user's
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        onnxruntime.disable_telemetry_events()  # what Windows itself gathers
        self._session: Any = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])

    def read(self, statement: Statement) -> list["Answer"]:
        """Return the answer of each window of the text, one at least.

        One message at a time: eight-bit sums depend a little on what is read beside them, and a message must be judged
        alike in every company. Several at once were not faster either.
        """
        answers = []
        for question in self._pieces.questions(statement):
            asked = {
                "text": np.array([question.text], np.int64),
                "before": np.array([question.before], np.int64),
                "extra": np.array([question.extra], np.float32),
            }
            rows, shares = self._session.run(None, asked)
            answers.append(Answer(rows[0], question.places, shares[0]))
        return answers


@dataclass(frozen=True, slots=True)
class Answer:
    """Log-odds of a window, and what each of its pieces adds to them: shape (pieces, outputs)."""

    row: Row
    places: list[Span | None]
    shares: Row

    def spoken(self) -> Iterator[tuple[Span, Row]]:
        """Yield the pieces of the text with what each adds."""
        for place, share in zip(self.places, self.shares, strict=True):
            if place is not None:
                yield place, share


class Pieces:
    """Cuts statements into the pieces that the network knows."""

    def __init__(self, path: Path) -> None:
        import sentencepiece

        self._processor: Any = sentencepiece.SentencePieceProcessor(model_file=str(path))
        self._before = [_START, *self._processor.encode(BEFORE)]
        self._roles = {
            role: [_START, *self._processor.encode(ANSWER.format(word))] for role, word in ROLE_WORDS.items()
        }

    def questions(self, statement: Statement) -> Iterator[Question]:
        """Yield a question a window of the text; an empty text has one."""
        prepared = prepare(statement.text[:MAX_READ])
        pieces = self._cut(prepared)
        before = self._context(statement.context)
        extra = [float(statement.role is role) for role in ROLE_WORDS] + [float(bool(statement.context))]
        opening = self._roles[statement.role]
        for start in range(0, max(1, min(len(pieces), PIECES * WINDOWS)), PIECES):
            window = pieces[start : start + PIECES]
            ids = [*opening, *(piece for piece, _ in window), _END]
            places: list[Span | None] = [*([None] * len(opening)), *(place for _, place in window), None]
            yield Question(ids, before, extra, places)

    def _cut(self, prepared: Prepared) -> list[tuple[int, Span | None]]:
        cut = self._processor.encode(prepared.text, out_type=str)
        return list(zip(self._processor.piece_to_id(cut), _places(prepared, cut), strict=True))

    def _context(self, context: Sequence[str]) -> list[int]:
        ids = list(self._before)
        for text in context[-3:]:
            ids += [*self._processor.encode(prepare(text[: CONTEXT_PIECES * 12]).text)[:CONTEXT_PIECES], _END]
        return ids if context else [*ids, _END]


def _places(prepared: Prepared, pieces: Sequence[str]) -> Iterator[Span | None]:
    """Yield where each piece stands; a mark of a space in a piece stands for a run of white space, or the beginning."""
    text, at = prepared.text, 0
    for piece in pieces:
        while piece.startswith(_SPACE) and at < len(text) and text[at].isspace():
            at += 1
        letters = len(piece.lstrip(_SPACE))
        yield prepared.span(at, at + letters) if letters else None
        at += letters
