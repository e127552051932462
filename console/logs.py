"""What a log, a report of a bug and a terminal may hold: places in the code and kinds of trouble, no words of anybody.

The words of an error often quote the value that caused it, and that may be what somebody wrote in a chat. So of an
error only its kind and its places are told; what a library logs loses its values; and from every line goes what looks
like a value all the same.
"""

import logging
import re
import traceback
import warnings
from pathlib import Path
from typing import Final

from typing_extensions import override

log = logging.getLogger(__name__)

MOST_LINES: Final = 200
OURS: Final = ("console", "ui", "tests")
TIME_AND_PLACE: Final = "%(asctime)s %(levelname)s %(name)s"

_GROUP: Final = r"[0-9A-Z]{4}"
_VALUES: Final = tuple(
    (re.compile(pattern, flags), f"‹{what}›")
    for pattern, what, flags in (
        (rf"(?<!\w){_GROUP}(?:[-– ]{_GROUP}){{8}}(?!\w)|(?<!\w)[0-9A-Z]{{36}}(?!\w)", "code", re.IGNORECASE),
        (r"'[^'\n]*'|\"[^\"\n]*\"|‘[^’\n]*’|“[^”\n]*”|«[^»\n]*»|„[^“”\n]*[“”]|`[^`\n]*`", "value", 0),
        (r"\b(?:bearer|token|key|password|authorization)\b\s*[:=]?\s*\S{6,}", "token", re.IGNORECASE),
        (r"(?:[a-z][a-z0-9+.-]*:)//\S+|\bmailto:\S+", "address", re.IGNORECASE),
        (r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", "e-mail", 0),
        (r"(?<!\w)/?bot\d{6,}:[\w-]{20,}|\b\d{6,}:[\w-]{20,}", "token", 0),
        (r"(?<![0-9a-f])[0-9a-f]{32,}(?![0-9a-f])", "key", re.IGNORECASE),
        (r"(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{24,}(?![\w-])", "token", re.ASCII),
        (r"\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}[ ]?(?:\d[ ]?){10}", "number", re.IGNORECASE),
        (r"(?<![\w.])[(+]*\d(?:[ .()/–-]{0,2}\d){7,}(?!\w)", "number", 0),
        (r"(?<!\w)\d{4} ?[A-Z]{2}(?!\w)", "postcode", 0),
        (r"(?<![\w.])(?:[A-Za-z]:)?[\\/](?:[^\\/:\n]+[\\/])+[^\\/:\n]*", "path", 0),
    )
)
"""What goes from every line, in this order, and what stands in its place."""


def redacted(text: str) -> str:
    """Return text without what looks like a value: quotes, numbers, addresses, keys, codes, tokens and paths."""
    for pattern, instead in _VALUES:
        text = pattern.sub(instead, text)
    return text


def places(error: BaseException) -> list[str]:
    """Return, of an error and each of its causes, the kind and the places in the code, a line each."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(lines) < MOST_LINES:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return lines


class Redacting(logging.Formatter):
    """Writes a line as this module promises."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        lines = [f"{super().format(_bare(record))} {redacted(_message(record))}"]
        error = record.exc_info[1] if record.exc_info else None
        return "\n".join([*lines, *(places(error) if error is not None else ())])


def _message(record: logging.LogRecord) -> str:
    """Return what is said: of this program with its values, of a library without them."""
    is_ours = record.name.split(".")[0] in OURS
    return record.getMessage() if is_ours else str(record.msg)


def _bare(record: logging.LogRecord) -> logging.LogRecord:
    """Return the record with only its time and its place."""
    bare = logging.makeLogRecord({**vars(record), "msg": "", "args": ()})
    bare.exc_info = bare.exc_text = bare.stack_info = None
    return bare


def write_to(handler: logging.Handler) -> None:
    """Have all that is logged go to one handler from now on, warnings of libraries too; nothing goes to stderr."""
    handler.setFormatter(Redacting(TIME_AND_PLACE))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.getLogger("fontTools").setLevel(logging.WARNING)  # a hundred lines for every PDF
    logging.raiseExceptions = False  # of a full disk it would print the line that did not fit, with its values
    warnings.showwarning = _log_warning  # type: ignore[assignment]  # the names of what it does not use do not matter


def _log_warning(_words: Warning | str, category: type[Warning], filename: str, lineno: int, *_more: object) -> None:
    log.warning("%s in %s:%d", category.__name__, _place(filename), lineno)


def _place(filename: str) -> str:
    return "/".join(Path(filename).parts[-3:])


def write_nowhere() -> None:
    """Have what is logged go nowhere: without a handler warnings go to stderr, with their values."""
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.NullHandler())
