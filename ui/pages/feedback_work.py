"""What the leaf Vragen shows, asked of the desk at once."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.domain.feedback import OPEN_STATES, Find, Line, LineState, Owing
from console.domain.group import GroupId
from ui import line_facts
from ui.line_facts import Section
from ui.pages.feedback_layout import OPEN, Wanted

if TYPE_CHECKING:
    from console.desk.console import Console

MOST_CLOSED: Final = 500  # who looks for an older one narrows the list
ORDER: Final = tuple(Section)


@dataclass(frozen=True, slots=True)
class Work:
    """What the leaf shows: the lines that are ``wanted``, how many closed ones more, and what there is to choose.

    ``finds`` were recognised in a chat, and belong to no line.
    """

    wanted: Wanted
    lines: tuple[Line, ...]
    more: int
    finds: tuple[Find, ...]
    groups: tuple[tuple[GroupId, str], ...]
    owing: tuple[tuple[Owing, str], ...]


def load_work(console: "Console", wanted: Wanted) -> Work:
    """Ask the desk for the whole leaf. On a lane."""
    from console.desk.feedback import finds, line_detail, lines

    narrowed = {"group_id": wanted.group_id, "professional_id": wanted.professional_id, "text": wanted.text}
    found = lines.lines(console, states=OPEN_STATES, **narrowed)  # type: ignore[arg-type]
    closed = lines.lines(console, states={LineState.TOLD, LineState.LAPSED}, **narrowed)  # type: ignore[arg-type]
    last_first = sorted(closed, key=lambda line: line.closed_at or line.since, reverse=True)
    return Work(
        wanted=wanted,
        lines=(*found, *last_first[:MOST_CLOSED]),
        more=max(0, len(closed) - MOST_CLOSED),
        finds=tuple(find for find in finds.open_finds(console) if find.line_id is None),
        groups=line_detail.groups_in_use(console),
        owing=line_detail.owing_now(console),
    )


def is_in(line: Line, section: str) -> bool:
    """Whether a line stands in a part of the list."""
    found = line_facts.section_of(line)
    return found is not Section.CLOSED if section == OPEN else found == section
