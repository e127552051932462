"""Telling what came of several answers at once: one decision, one undo."""

from collections.abc import Sequence

from console.desk import deciding, journal
from console.desk.console import Console
from console.desk.deciding import Decided
from console.desk.feedback.lines import load_line
from console.domain.changes import together
from console.domain.decision import Act, Verb
from console.domain.feedback import LineId
from console.domain.telling import Telling
from console.errors import ExpectedError


def tell(console: Console, told: Sequence[tuple[LineId, Telling]]) -> Decided:
    """Tell people what came of lines, at least one: all or nothing, and one undo takes all of it back.

    Raises what ``triage.decide`` raises for a ``TELL``, and ``ExpectedError``: ``line_gone``, ``tell_empty``.
    """
    if not told:
        raise ExpectedError("tell_empty")
    by_line: dict[LineId, list[Telling]] = {}
    for line_id, telling in told:
        by_line.setdefault(line_id, []).append(telling)
    several = []
    with console.store.writing() as connection:
        for line_id, tellings in by_line.items():
            line = load_line(connection, console, line_id)
            if line.item_id is None:
                raise ExpectedError("line_gone")
            act = Act(Verb.TELL, tellings=tuple(tellings))
            several.append(deciding.decide_within(connection, console, line.item_id, act))
        journal.bind(connection, [one.decision for one in several])
    return Decided(
        together(one.changes for one in several),
        several[0].decision,
        tuple(send for one in several for send in one.outgoing),
        tuple(todo for one in several for todo in one.todos),
    )
