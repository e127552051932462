"""The line that starts a message: date, time and what stands around them.

Detected generically on the head of the file, then read with one expression made for exactly that form
(``design/chat-exports.md`` 0.4 and 7, steps 0-1). Every phone and language writes another form; a file has one.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final, Self

MARKS: Final = "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
"""Invisible direction marks, as the inside of a character class."""

_SPACE: Final = "[ \u00a0\u202f\u2009]"
_DASH: Final = "[-\u2013\u2014]"

_DATE: Final = (
    rf"(?P<a>\d{{1,4}})(?P<date_gap>[{MARKS}]*[-/.] ?)(?P<b>\d{{1,2}})[{MARKS}]*[-/.] ?(?P<c>\d{{1,4}})(?P<dot>\.?)"
)
_TIME: Final = (
    r"(?P<hour>\d{1,2})(?P<time_gap>[:.])(?P<minute>\d{2})(?:(?P=time_gap)(?P<second>\d{2}))?"
    rf"(?P<half_day>{_SPACE}*[aApP]\.?{_SPACE}?[mM]\.?|{_SPACE}[\u0635\u0645])?"
)
_WORD: Final = rf"(?:(?P<word>klo|om|at|um|\u00e0|alle|kl\.?){_SPACE})"

_EXPORT: Final = re.compile(
    rf"[{MARKS}]*(?P<open>\[?){_DATE}(?P<comma>[,\u060c]?){_SPACE}(?:(?P<dash>-){_SPACE})?{_WORD}?{_TIME}"
    rf"(?P<post>\]{_SPACE}(?:{_DASH}{_SPACE})?|{_SPACE}{_DASH}{_SPACE}|[:;]{_SPACE})"
)
_WEB_COPY: Final = re.compile(rf"(?P<open>\[){_TIME},{_SPACE}{_DATE}(?P<post>\]{_SPACE})")
_PHONE_COPY: Final = re.compile(
    rf"(?P<open>\[)(?P<a>\d{{1,2}})(?P<date_gap>[-/.])(?P<b>\d{{1,2}}),{_SPACE}{_TIME}(?P<post>\]{_SPACE})"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """The form of a header. Two headers belong to the same file only when their signatures are equal."""

    form: str  # "export", "web_copy" (time before date) or "phone_copy" (no year)
    bracket: bool
    date_gap: str
    year: str  # "first4", "last4", "last2" or "none"
    comma: str
    dash: bool
    word: str
    time_gap: str
    seconds: bool
    half_day: bool
    dot: bool
    post: str

    @classmethod
    def of(cls, form: str, match: re.Match[str]) -> Self:
        """Return the signature of a header that one of the generic expressions found."""
        part = match.groupdict()
        first, last = part["a"] or "", part.get("c") or ""
        year = "first4" if len(first) == 4 else "last4" if len(last) == 4 else "last2" if last else "none"
        return cls(
            form=form,
            bracket=bool(part["open"]),
            date_gap=re.sub(f"[{MARKS}]", "", part["date_gap"]),
            year=year,
            comma=part.get("comma") or "",
            dash=bool(part.get("dash")),
            word=part.get("word") or "",
            time_gap=part["time_gap"],
            seconds=part["second"] is not None,
            half_day=part["half_day"] is not None,
            dot=bool(part.get("dot")),
            post=re.sub(_SPACE, " ", part["post"]),
        )

    def expression(self) -> str:
        """Return the expression for exactly this form, with the groups date and time (in the order of the form)."""
        gap = rf"[{MARKS}]*{re.escape(self.date_gap)}"
        small = r"\d{1,2}"
        fields = {
            "first4": [r"\d{4}", small, small],
            "last4": [small, small, r"\d{4}"],
            "last2": [small, small, r"\d{2}"],
            "none": [small, small],
        }[self.year]
        date = f"({gap.join(fields)}){re.escape('.') if self.dot else ''}"
        time = rf"(\d{{1,2}}{re.escape(self.time_gap)}\d{{2}}"
        time += rf"{re.escape(self.time_gap)}\d{{2}}" if self.seconds else ""
        time += (rf"(?:{_SPACE}*[aApP]\.?{_SPACE}?[mM]\.?|{_SPACE}[\u0635\u0645])" if self.half_day else "") + ")"
        post = re.escape(self.post).replace(r"\ ", _SPACE)
        opening = rf"[{MARKS}]*" + (r"\[" if self.bracket else "")
        if self.form == "web_copy":
            return f"{opening}{time},{_SPACE}{date}{post}"
        if self.form == "phone_copy":
            return f"{opening}{date},{_SPACE}{time}{post}"
        between = re.escape(self.between).replace(r"\ ", _SPACE)
        return f"{opening}{date}{between}{time}{post}"

    @property
    def time_first(self) -> bool:
        """Whether the time stands before the date."""
        return self.form == "web_copy"

    @property
    def between(self) -> str:
        """What stands between date and time."""
        if self.form != "export":
            return ", "
        return f"{self.comma} {'- ' if self.dash else ''}{f'{self.word} ' if self.word else ''}"


_FORMS: Final = {"export": _EXPORT, "web_copy": _WEB_COPY, "phone_copy": _PHONE_COPY}


def find_signature(head: str, form: str) -> Signature | None:
    """Return the signature of a file from its head, or None when it does not start with a header of this form.

    The first line rules, unless another signature is twice as frequent; blank lines before it do not count.
    """
    generic = _FORMS[form]
    lines = head.lstrip("\r\n\ufeff").split("\n")
    first = generic.match(lines[0])
    counts = Counter(Signature.of(form, match) for line in lines if (match := generic.match(line)))
    if not counts:
        return None
    common, times = counts.most_common(1)[0]
    if first is None:
        # A copy may start in the middle of a message; its headers must then be a good part of its lines.
        return common if times >= 2 and times * 3 >= len(lines) else None
    signature = Signature.of(form, first)
    return common if times > 2 * counts[signature] else signature
