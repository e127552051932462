"""In which order a file writes its dates: decided from the evidence of the file, or asked. Never a silent guess.

The algorithm is that of ``design/chat-exports.md`` 7, steps 3-6; peers fail on each of its cases.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from console.chats.headers import Signature
from console.chats.reading import DateOrder

FIRST_YEAR: Final = 2009  # WhatsApp did not exist before
MAX_IMPOSSIBLE: Final = 0.002  # share of dates that an order may make impossible: pasted lines look like headers too
_NUMBER: Final = re.compile(r"\d+")


def parse_date(written: str, order: DateOrder, year: int | None = None) -> date | None:
    """Return the date, or None when it does not exist in this order. ``year`` is for a date written without one."""
    numbers = [int(number) for number in _NUMBER.findall(written)]
    if len(numbers) == 2 and year is not None:
        first, second = numbers
        numbers = [first, second, year]
    if len(numbers) != 3:
        return None
    if order is DateOrder.YMD:
        years, months, days = numbers
    elif order is DateOrder.MDY:
        months, days, years = numbers
    else:
        days, months, years = numbers
    try:
        return date(years if years > 99 else 2000 + years, months, days)
    except ValueError:
        return None


@dataclass(slots=True)
class DateVotes:
    """What a file tells about its dates: each run of equal dates in order, and dates that media names carry."""

    runs: list[tuple[str, int]] = field(default_factory=list)  # (date as written, number of messages)
    media: list[tuple[str, date]] = field(default_factory=list)  # (date as written, date in the name)

    def add(self, written: Iterable[str]) -> None:
        """Count dates of messages that have an author, in the order of the file."""
        runs = self.runs
        for text in written:
            if runs and runs[-1][0] == text:
                runs[-1] = (text, runs[-1][1] + 1)
            else:
                runs.append((text, 1))

    @property
    def total(self) -> int:
        """Number of messages that voted."""
        return sum(count for _, count in self.runs)


def candidates(signature: Signature) -> tuple[DateOrder, ...]:
    """Return the orders that this form can have (step 4). No phone writes year-day-month, nor a short year first."""
    if signature.year == "first4":
        return (DateOrder.YMD,)
    return (DateOrder.DMY, DateOrder.MDY)


def impossible(votes: DateVotes, order: DateOrder, latest: date | None, year: int | None = None) -> int:
    """Return how many messages would have a date that cannot be: not in the calendar, too early, after the export."""
    known: dict[str, bool] = {}
    wrong = 0
    for written, count in votes.runs:
        if written not in known:
            day = parse_date(written, order, year)
            known[written] = day is None or day.year < FIRST_YEAR or (latest is not None and day > latest)
        wrong += count * known[written]
    return wrong


def decide(votes: DateVotes, signature: Signature, latest: date | None, year: int | None = None) -> list[DateOrder]:
    """Return the orders that the evidence leaves: one when it decides, several when a person must say."""
    left = _possible(votes, candidates(signature), latest, year)
    if len(left) > 1 and votes.media:
        left = _by_media(votes, left, year)
    if len(left) > 1 and signature.date_gap.startswith("."):
        left = [DateOrder.DMY]  # no country writes month.day.year
    days = {order: [parse_date(written, order, year) for written, _ in votes.runs] for order in left}
    if len(left) > 1:
        left = _by_chronology(days, left)
    if len(left) > 1:
        left = _by_span(days, left)
    if len(left) > 1 and _is_dutch(signature):
        left = [DateOrder.DMY]
    return left


def _possible(votes: DateVotes, orders: Sequence[DateOrder], latest: date | None, year: int | None) -> list[DateOrder]:
    wrong = {order: impossible(votes, order, latest, year) for order in orders}
    left = [order for order in orders if wrong[order] <= MAX_IMPOSSIBLE * votes.total]
    if not left and latest is not None:  # the file's own time may be wrong
        return _possible(votes, orders, None, year)
    if not left:  # a short file with a pasted line: the order that explains most, if it explains nearly all
        best = min(wrong.values())
        left = [order for order in orders if wrong[order] == best and best * 10 <= votes.total]
    return left


def _by_media(votes: DateVotes, left: list[DateOrder], year: int | None) -> list[DateOrder]:
    agreed = {
        order: sum(
            (day := parse_date(written, order, year)) is not None and abs(day - taken) <= timedelta(days=1)
            for written, taken in votes.media
        )
        for order in left
    }
    best = max(agreed.values())
    return [order for order in left if agreed[order] * 2 > best] if best else left


def _by_chronology(days: dict[DateOrder, list[date | None]], left: list[DateOrder]) -> list[DateOrder]:
    """A chat runs forward: keep the order with at least three fewer jumps back of more than two days."""

    def jumps(order: DateOrder) -> int:
        known = [day for day in days[order] if day is not None]
        return sum(later < earlier - timedelta(days=2) for earlier, later in pairwise(known))

    back = {order: jumps(order) for order in left}
    best = min(back.values())
    return [order for order in left if back[order] < best + 3]


def _by_span(days: dict[DateOrder, list[date | None]], left: list[DateOrder]) -> list[DateOrder]:
    """A handful of days close together in one order lie months apart in the other."""
    spans = {}
    for order in left:
        known = {day for day in days[order] if day is not None}
        if len(known) < 3:
            return left
        spans[order] = (max(known) - min(known)).days
    short = [order for order in left if spans[order] <= 12]
    return short if short and all(spans[order] >= 25 for order in left if order not in short) else left


def _is_dutch(signature: Signature) -> bool:
    """Forms of Dutch phones and reports only: dashes with a long year, or without comma and with a 24-hour clock."""
    if not signature.date_gap.startswith("-") or signature.year == "none":
        return False
    return signature.year == "last4" or (not signature.comma and not signature.half_day)


def likely(signature: Signature, is_english: bool) -> DateOrder | None:
    """Return the answer to preselect when a person is asked: English phones with a short year write month first."""
    if signature.date_gap == "/" and signature.year in ("last2", "none") and is_english:
        return DateOrder.MDY
    return None
