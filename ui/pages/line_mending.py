"""What is known of the answer owed on the screen: its details, what was recognised, what is the same.

GUI thread only.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from console.desk.blanks import fill, preview
from console.domain.draft import Draft
from console.domain.feedback import Find, Line, LineState
from ui import clipboard
from ui.jobs import Jobs, Lane
from ui.pages.line_answering import keep_line, load_start
from ui.shortcuts import undo_keys
from ui.told_words import minute_words
from ui.widgets.line_form import LineStart, LineWish
from ui.widgets.line_view import LineView

AWAITED: Final = frozenset({LineState.TO_ASK, LineState.ASKED})  # no answer is there yet

if TYPE_CHECKING:
    from console.desk.feedback.alike import AlikeReport
    from console.desk.feedback.line_detail import LineDetail
    from console.domain.forward import Forward


class LineMending(QObject):
    """Tells the desk what a person says of a line; every word of it can be undone.

    *Signals:*
        told(str), warned(str): for the message bar.
    """

    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, view: LineView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._view = view
        self._line: Line | None = None
        view.form.kept.connect(self._on_form_kept)
        view.card.find_declined.connect(self._on_card_find_declined)
        view.card.merge_requested.connect(self._on_card_merge_requested)
        view.card.group_requested.connect(self._on_card_group_requested)
        view.card.thanks_requested.connect(self._on_card_thanks_requested)
        view.forwards.look_requested.connect(self._on_forwards_look_requested)
        view.forwards.take_over_requested.connect(self._on_forwards_take_over_requested)

    def be_about(self, detail: "LineDetail | None") -> None:
        """Be about the line on the screen."""
        self._line = detail.line if detail is not None else None
        forwards = detail.forwards if detail is not None else ()
        awaits = detail is not None and detail.line.state in AWAITED
        self._view.forwards.show_forwards(forwards, can_take_over=awaits)
        self._view.show_forwards(is_any=bool(forwards))

    # --- details ------------------------------------------------------------------------------------------------------

    @Slot()
    def ask_details(self) -> None:
        """Open what is known of the line, to fill in or mend."""
        if self._line is not None:
            self._jobs.ask(load_start, self._line, done=self._on_start, failed=self._on_failed)

    @Slot(object)
    def _on_start(self, start: LineStart) -> None:
        if self._line is not None and start.line is not None and start.line.id == self._line.id:
            self._view.bar.close_questions()
            self._view.form.ask(start)
            self._view.show_parts()

    @Slot(object)
    def _on_form_kept(self, wish: LineWish) -> None:
        if self._line is not None:
            self._jobs.ask(keep_line, self._line, wish, done=self._on_kept, failed=self._on_failed)

    @Slot(object)
    def _on_kept(self, _changes: object) -> None:
        self._view.form.put_away()
        self.told.emit(self.tr("The details were changed. With {key} you undo it.").format(key=undo_keys()))

    # --- what was recognised ------------------------------------------------------------------------------------------

    def accept(self, find: Find) -> None:
        """Say that something that was recognised is so."""
        from console.desk.feedback import finds

        if self._line is not None:
            self._jobs.ask(finds.accept, find.id, self._line.id, done=self._on_changed, failed=self._on_failed)

    @Slot(object)
    def _on_card_find_declined(self, find: Find) -> None:
        from console.desk.feedback import finds

        self._jobs.ask(finds.decline, find.id, done=self._on_changed, failed=self._on_failed)

    # --- what is the same ---------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_card_merge_requested(self, other: Line) -> None:
        """Let the other line go on in this one."""
        from console.desk.feedback import merging

        if self._line is not None:
            self._jobs.ask(merging.merge, other.id, self._line.id, done=self._on_merged, failed=self._on_failed)

    @Slot(object)
    def _on_merged(self, _changes: object) -> None:
        self.told.emit(
            self.tr("They are one question now, for all groups. With {key} you undo it.").format(key=undo_keys())
        )

    @Slot(object)
    def _on_card_group_requested(self, report: "AlikeReport") -> None:
        from console.desk.feedback import changing

        if self._line is not None:
            values = (self._line.id, report.group_id, report.message_id)
            self._jobs.ask(changing.add_group, *values, done=self._on_changed, failed=self._on_failed)

    # --- thanks -------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_card_thanks_requested(self) -> None:
        from console.desk.feedback import feedback_drafts

        if self._line is not None:
            self._jobs.ask(feedback_drafts.thanks, self._line.id, done=self._on_thanks, failed=self._on_failed)

    @Slot(object)
    def _on_thanks(self, draft: Draft) -> None:
        clipboard.put(preview(fill(draft.text, draft.values)))
        sentence = self.tr("A word of thanks is copied. Paste it where you write to each other.")
        self.told.emit(f"{sentence} {minute_words()}")

    # --- what was passed on -------------------------------------------------------------------------------------------

    @Slot()
    def _on_forwards_look_requested(self) -> None:
        from console.desk.feedback import forwards

        if self._line is not None:
            call = {"done": self._on_looked, "failed": self._on_failed}
            self._jobs.ask(forwards.look, self._line.id, lane=Lane.NET, **call)

    @Slot(object)
    def _on_looked(self, _changes: object) -> None:
        self.told.emit(self.tr("The service was asked how it stands."))

    @Slot(object)
    def _on_forwards_take_over_requested(self, forward: "Forward") -> None:
        from console.desk.feedback import forwards

        self._jobs.ask(forwards.take_over, forward.id, done=self._on_changed, failed=self._on_failed)

    @Slot(object)
    def _on_changed(self, _changes: object) -> None:
        self.told.emit(self.tr("Kept. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.warned.emit(self._jobs.sentence(error))
