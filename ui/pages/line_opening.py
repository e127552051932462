"""A question about a message: the form of a new one, filled in as far as the message says. GUI thread only.

Deze week, Berichten and the leaf Meldingen each make one, and give ``form`` a place.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.feedback import LineKind, Owing
from console.domain.group import GroupId
from console.domain.message import MessageId
from ui.jobs import Job, Jobs
from ui.shortcuts import undo_keys
from ui.widgets.line_form import LineForm, LineStart, LineWish

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.feedback.changing import Opened


def load_about(console: "Console", message_id: MessageId) -> LineStart:
    """Ask the desk what the form of a question about a message opens with. On a lane."""
    from console.desk.feedback import line_detail

    first = line_detail.first_words(console, message_id)
    empty = load_empty(console, first.group_id)
    said = {"what": first.what, "kind": first.kind, "owing": first.owing, "quote": first.what}
    return replace(empty, message_id=message_id, **said)  # type: ignore[arg-type]


def load_empty(console: "Console", group_id: GroupId | None) -> LineStart:
    """Ask the desk what the form of a new question offers, for a group or for none yet. On a lane."""
    from console.desk.feedback import line_detail

    found = line_detail.owers(console, group_id)
    groups = line_detail.groups_in_use(console)
    only = groups[0][0] if len(groups) == 1 else None
    waiting = group_id if group_id is not None else only
    return LineStart(
        what="",
        kind=LineKind.OTHER,
        owing=Owing(),
        waiting=() if waiting is None else (waiting,),
        groups=groups,
        owers=line_detail.owing_choices(found),
        services=found.services,
    )


def open_line(console: "Console", wish: LineWish) -> "Opened":
    """Write a new question down as a person wants it. On a lane."""
    from console.desk.feedback import changing

    return changing.open_by_hand(
        console,
        wish.message_id,
        group_id=wish.groups[0],
        what=wish.what,
        kind=wish.kind,
        owing=wish.owing,
        also=tuple((group_id, None) for group_id in wish.groups),
    )


class LineOpening(QObject):
    """Asks for a question about a message, and tells the desk.

    *Signals:*
        opened(), closed(): the form took its place, or gave it back.
        line_opened(object): this line (its id) is there now.
        told(str), warned(str): for the message bar.
    """

    opened = Signal()
    closed = Signal()
    line_opened = Signal(object)
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, form: LineForm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.form = form
        self._job: Job | None = None
        form.kept.connect(self._on_form_kept)
        form.closed.connect(self.closed)

    @property
    def is_open(self) -> bool:
        """Whether the form stands there."""
        return not self.form.isHidden()

    def ask(self, message_id: MessageId) -> None:
        """Open the form about a message."""
        self.drop()
        self._job = self._jobs.ask(load_about, message_id, done=self._on_start, failed=self._on_failed)

    def drop(self) -> None:
        """Let go of a form that was asked for: the reader went on."""
        if self._job is not None:
            self._job.drop()
            self._job = None

    @Slot()
    def put_away(self) -> None:
        """Leave it."""
        self.drop()
        self.form.put_away()

    @Slot(object)
    def _on_start(self, start: LineStart) -> None:
        self._job = None
        self.form.ask(start)
        self.opened.emit()

    @Slot(object)
    def _on_form_kept(self, wish: LineWish) -> None:
        self._jobs.ask(open_line, wish, done=self._on_opened, failed=self._on_failed)

    @Slot(object)
    def _on_opened(self, opened: "Opened") -> None:
        self.form.put_away()
        done = self.tr("The question stands with Answers owed. With {key} you undo it.")
        self.told.emit(done.format(key=undo_keys()))
        self.line_opened.emit(opened.line_id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.warned.emit(self._jobs.sentence(error))
