"""Forwarding a report to a service of the municipality: its app, a mail, a phone call, or Signalen (findings.md 64)."""

from dataclasses import dataclass

from console.desk.console import Console
from console.domain.changes import Changes
from console.domain.decision import DecisionId
from console.domain.feedback import LineId
from console.domain.forward import (
    Confirmation,
    ForwardAbout,
    ForwardId,
    ForwardStart,
    ForwardWish,
    Handing,
    ReportCategory,
)
from console.domain.outgoing import SendId, TodoId


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What came of it: ``send`` waits for its ten seconds, or ``todo`` for a person, who does what ``handing`` says.

    ``line_id`` is the line that waits for the answer now, opened by it or there before.
    """

    changes: Changes
    decision: DecisionId
    line_id: LineId
    forward_id: ForwardId
    send: SendId | None = None
    todo: TodoId | None = None
    handing: Handing | None = None


def start(console: Console, about: ForwardAbout) -> ForwardStart:
    """Return what a person begins with. Raises ``ExpectedError``: ``line_gone``, ``message_gone``, ``group_gone``."""
    raise NotImplementedError


def categories(console: Console, group_id: int) -> tuple[ReportCategory, ...]:
    """Ask the group's municipality for the kinds of report that it takes now. May take seconds: on the lane of the net.

    Raises ``ExpectedError``: ``signalen_none`` (the municipality has none), and what ``platforms.http`` does.
    """
    raise NotImplementedError


def confirm(console: Console, about: ForwardAbout, wish: ForwardWish) -> Confirmation:
    """Return exactly what would go where. Raises what ``forward`` does; writes nothing."""
    raise NotImplementedError


def forward(console: Console, about: ForwardAbout, wish: ForwardWish) -> Forwarded:
    """Pass a report on, as one decision; where no line waits for the answer yet, it opens one.

    Raises ``ExpectedError``: ``forward_text_empty``, ``forward_text_long``, ``forward_place_empty``,
    ``forward_category_empty``, ``forward_mail_wrong``, ``forward_channel_gone``, ``line_gone``, ``message_gone``,
    ``group_gone``, ``already_decided``, ``changed_meanwhile``.
    """
    raise NotImplementedError


def as_mail(handing: Handing) -> bytes:
    """Return what is to be mailed as a draft that a mail program opens (.eml)."""
    raise NotImplementedError
