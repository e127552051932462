"""How the command line speaks: data to stdout, one JSON object a line, and sentences about trouble to stderr."""

import io
import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from console import texts
from console.errors import ExpectedError

DONE: Final = 0
FAILED: Final = 1

_STEERS: Final = re.compile("[\x7f-\x9f]")
_ANSWERS: Final = {"table_columns_unknown": "cli.say_column"}  # which option answers, where the sentence says none


def prepare(stream: object) -> None:
    """Write UTF-8 and bare line ends everywhere; a lone surrogate comes out as the JSON escape that it came in as."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def tell(sentence: str) -> None:
    """Say a sentence to the person."""
    print(sentence, file=sys.stderr)


def give(row: Mapping[str, object]) -> None:
    """Write a row of data; what could steer a terminal is an escape, also what JSON itself lets pass."""
    written = json.dumps(row, ensure_ascii=False)
    sys.stdout.write(_STEERS.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n")


@dataclass
class Outcome:
    """The exit status of a command over several files."""

    status: int = DONE


@contextmanager
def trouble_with(file: Path, language: str, outcome: Outcome) -> Iterator[None]:
    """Tell what is wrong with one file and which option would answer, and let the other files go on."""
    try:
        yield
    except ExpectedError as error:
        sentence = error.sentence(language)
        if file.name not in sentence:
            sentence = f"{file}: {sentence}"
        if error.key in _ANSWERS:
            sentence += " " + texts.say(_ANSWERS[error.key], language)
        tell(visible(sentence))
        outcome.status = FAILED


def local(at: datetime | None) -> str | None:
    """Return a moment as ISO text without its zone."""
    return None if at is None else at.replace(tzinfo=None).isoformat(timespec="seconds")


def visible(text: str) -> str:
    """Return text of strangers for a terminal: on one line, with marks that steer it or turn it around made visible."""
    return "".join(_visible_character(character) for character in text)


def _visible_character(character: str) -> str:
    if character in "\n\t\r\v\f\x85\u2028\u2029":
        return " "
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co") and character != "\u200d":
        return f"‹U+{ord(character):04X}›"
    return character
