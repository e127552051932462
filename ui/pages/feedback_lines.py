"""The leaf Vragen of Terugkoppeling: every answer that is owed, and the decisions about it. GUI thread only."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.decision import ItemId, Verb
from console.domain.feedback import Line, LineId
from ui import line_facts
from ui.jobs import Job, Jobs
from ui.line_facts import Section
from ui.models.lines import LinesModel
from ui.pages.act_keys import ActKeys
from ui.pages.answer_intake import AnswerIntake
from ui.pages.claiming import Claiming
from ui.pages.deciding import Deciding
from ui.pages.details import Details
from ui.pages.feedback_layout import OPEN, LinesLayout
from ui.pages.feedback_leaf import FeedbackLeaf
from ui.pages.feedback_work import ORDER, Work, is_in, load_work
from ui.pages.line_acting import LineActing
from ui.pages.line_answering import item_of
from ui.pages.phone_offer import PhoneOffer
from ui.shortcuts import Command, KeyMap

if TYPE_CHECKING:
    from console.desk.feedback.line_detail import LineDetail
    from console.desk.undoing import Undone


class LinesLeaf(FeedbackLeaf):
    """The list, and the one that is chosen."""

    key = "lines"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = LinesModel(self)
        self.parts = LinesLayout(self.rows, self)
        self._work: Work | None = None
        self._job: Job | None = None
        self._shown: LineId | None = None  # the line on the screen
        self._select: LineId | None = None  # after the next look
        self._is_new_visit = True
        self._deciding = Deciding(jobs, self)
        self._phone = PhoneOffer(jobs, self)
        self._details = Details(jobs, self)
        self._claiming = Claiming(jobs, self)
        self._looked_at: Mapping[ItemId, str] = {}
        self.acting = LineActing(jobs, self._deciding, self.parts.line, self)
        self.intake = AnswerIntake(jobs, self.parts, self)
        self._act_keys = ActKeys(keys, self)
        self.setFocusProxy(self.parts.list)
        self._connect()
        self.retranslate()

    # --- what the page calls ------------------------------------------------------------------------------------------

    @override
    def refresh(self) -> None:
        if self._job is not None:
            self._job.drop()
        self._job = self.jobs.ask(load_work, self.parts.wanted, done=self._on_work, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        shown = (changes.feedback, changes.items, changes.groups, changes.people, changes.notes, changes.reports)
        if any(shown) or changes.outgoing:
            self._details.forget()
            self.acting.forget_answer()
            self.refresh()

    @override
    def open_with(self, value: object) -> None:
        """Show one line (a ``LineId``), whatever the list was narrowed to."""
        self._select = LineId(cast("int", value))
        self.parts.drop_wanted()
        self.parts.choose_section(OPEN)
        self._is_new_visit = True
        self.refresh()

    @override
    def take_files(self, paths: tuple[Path, ...]) -> None:
        self.intake.take_file(paths[0])

    @override
    def take_text(self, text: str) -> None:
        self.intake.take_text(text)

    @override
    def undone(self, undone: "Undone") -> None:
        self._phone.forget()
        if undone.item is not None:
            self.rows.mark(undone.item, None)
            row = self.rows.row_of_item(undone.item)
            self._select = self.rows.row(row).line.id if row is not None else self._select

    @override
    def redone(self, redone: "Undone") -> None:
        if redone.item is not None:
            self.rows.mark(redone.item, redone.verb)
            self._set_can_decide()

    @override
    def retranslate(self) -> None:
        self.parts.retranslate()

    @override
    def take_focus(self) -> None:
        self.parts.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Put the list in order again: the reader looked away."""
        super().showEvent(event)
        if not event.spontaneous():
            self._is_new_visit = True
            if self._work is not None and self.jobs.console is not None:
                self.refresh()

    @override
    def can_put_away(self) -> bool:
        """Whether something is being written, chosen or taken in."""
        return self.acting.is_asking or not self.parts.shows_line

    @override
    def put_away(self) -> None:
        for part in (self.parts.new, self.parts.mail, self.parts.tellings, self.parts.found):
            if part.isVisible() and part.can_put_away():
                part.put_away()
                return
        self.parts.line.put_away()

    @property
    def brake_ms(self) -> int:
        """For how long after a line came a key is taken to be meant for the one before, in milliseconds."""
        return self.acting.brake_ms

    @brake_ms.setter
    def brake_ms(self, brake_ms: int) -> None:
        self.acting.brake_ms = brake_ms

    # --- wiring -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        parts, bar = self.parts, self.parts.line.bar
        bar.next_requested.connect(self.go_next)
        bar.previous_requested.connect(self.go_previous)
        bar.undo_requested.connect(self.undo_requested)
        parts.list.row_chosen.connect(self._on_list_row_chosen)
        parts.section_chosen.connect(self._show_list)
        parts.wanted_changed.connect(self._on_parts_wanted_changed)
        parts.search.returnPressed.connect(self.take_focus)
        self._act_keys.pressed.connect(self._on_act_keys_pressed)
        self.acting.decided.connect(self._on_acting_decided)
        self.acting.left.connect(self.take_focus)
        self.acting.page_requested.connect(self.page_requested)
        self._deciding.refused.connect(self._on_deciding_refused)
        self._deciding.stands_ready.connect(self._phone.offer)
        self._details.came.connect(self._on_details_came)
        self._details.failed.connect(self._on_details_failed)
        self._claiming.looked_at.connect(self._on_claiming_looked_at)
        self._claiming.changed_elsewhere.connect(self._on_claiming_changed_elsewhere)
        self.intake.opened_line.connect(self.open_with)
        self.intake.opened.connect(self._set_can_decide)
        self.intake.closed.connect(self._on_closed)
        self.intake.page_requested.connect(self.page_requested)
        for teller in (self.acting, self.intake, self._deciding, self._phone):
            teller.told.connect(self.told)
            teller.warned.connect(self.warned)
        for command, slot in (
            (Command.NEXT, self.go_next),
            (Command.PREVIOUS, self.go_previous),
            (Command.OPEN_CHAT, self._phone.open_chat),
            (Command.COPY, self._phone.copy_text),
            (Command.REFRESH, self.refresh),
            (Command.NEW, self.intake.ask_new),
            (Command.SEARCH, self._focus_search),
        ):
            self.keys.bind(self, command, slot)

    @Slot()
    def _focus_search(self) -> None:
        self.parts.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.parts.search.selectAll()

    # --- the list -----------------------------------------------------------------------------------------------------

    def _listed(self) -> tuple[Line, ...]:
        """Return the lines of the part that is chosen: what is to be done now first."""
        if self._work is None:
            return ()
        section = self.parts.wanted_section
        wanted = [line for line in self._work.lines if is_in(line, section)]
        return tuple(sorted(wanted, key=lambda line: ORDER.index(line_facts.section_of(line))))

    @Slot()
    def _on_parts_wanted_changed(self) -> None:
        self._is_new_visit = True
        self.refresh()

    @Slot(object)
    def _on_work(self, work: Work) -> None:
        self._job, self._work = None, work
        self.parts.show_choices(work.groups, work.owing)
        counted = Counter(line_facts.section_of(line).value for line in work.lines)
        is_open = sum(counted[section] for section in Section if section is not Section.CLOSED)
        self.parts.show_counts({**counted, OPEN: is_open}, len(work.finds))
        self.parts.show_more(work.more)
        self.parts.found.show_finds(work.finds)
        every = {line.id: line for line in work.lines}
        if self._select is not None and self._select in every and not is_in(every[self._select], OPEN):
            self.parts.choose_section(Section.CLOSED)
        if self._is_new_visit:
            self._is_new_visit = False
            self._show_list()
        else:
            self.rows.merge(self._listed(), every, self.parts.list.current_row, self._deciding.items)
            self._choose_wanted()
            self._look_again()

    @Slot()
    def _show_list(self) -> None:
        """Show what is chosen, in the desk's order."""
        if self._select is None:
            self._select = self._shown
        self.rows.show(self._listed())
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        """Go to the line that is to be shown, else to the first."""
        wanted, self._select = self._select, None
        row = self.rows.row_of(wanted) if wanted is not None else None
        if row is not None:
            self._choose(row)
        elif self.parts.list.current_row < 0:
            self._choose(self.rows.next_open(-1))

    # --- going through it ---------------------------------------------------------------------------------------------

    @Slot()
    def go_next(self) -> None:
        """Go to the next line that nothing was decided about."""
        self._choose(self.rows.next_open(self.parts.list.current_row))

    @Slot()
    def go_previous(self) -> None:
        """Go back one row, also to what was decided."""
        row = self.parts.list.current_row
        row = self.rows.rowCount() if row < 0 else row
        if row > 0:
            self._choose(row - 1)

    def _choose(self, row: int | None) -> None:
        self.parts.list.choose(row)
        if row is None:
            self._shown = None
            self._claiming.show(None)
            self._set_can_decide()
            if self.parts.shows_line:
                self.parts.show_nothing()

    @Slot(int)
    def _on_list_row_chosen(self, row: int) -> None:
        self.acting.put_away()
        item = item_of(self.rows.row(row).line) if row >= 0 else None
        if item is None:
            return
        if self._details.get(item.id) is not None:
            self._show()
        else:
            self._shown = None
            self._set_can_decide()
            self._details.ask(item)

    @Slot(object)
    def _on_details_came(self, item_id: ItemId) -> None:
        if item_id == self._current_item:
            self._show()

    @Slot(object, object)
    def _on_details_failed(self, item_id: ItemId, error: Exception) -> None:
        if item_id == self._current_item:
            self.warned.emit(self.jobs.sentence(error))

    def _show(self) -> None:
        """Show the line of the chosen row, and ask for the next one before the reader does."""
        self._shown = self.rows.row(self.parts.list.current_row).line.id
        if self.parts.shows_line:
            self.parts.show_part(self.parts.line)
        self._set_can_decide()
        self._show_looked_at()
        self._claiming.show(self._current_item)
        self.acting.look_for_alike()
        following = self.rows.next_open(self.parts.list.current_row)
        item = item_of(self.rows.row(following).line) if following is not None else None
        if item is not None:
            self._details.ask(item)

    def _look_again(self) -> None:
        """Bring the line on the screen up to date."""
        row = self.parts.list.current_row
        item = item_of(self.rows.row(row).line) if row >= 0 else None
        if item is not None:
            self._details.ask(item)
        self._set_can_decide()

    @property
    def _current_item(self) -> ItemId | None:
        row = self.parts.list.current_row
        return self.rows.row(row).line.item_id if row >= 0 else None

    @Slot()
    def _set_can_decide(self) -> None:
        row = self.parts.list.current_row
        is_shown = row >= 0 and self._shown == self.rows.row(row).line.id
        found = self._details.get(self._current_item) if is_shown else None
        if found is None and is_shown:
            return  # a later look at the same one is on its way
        can_decide = is_shown and self.rows.row(row).done is None and self.parts.shows_line
        self.acting.be_about(cast("LineDetail | None", found), can_decide=can_decide)

    # --- what is decided ----------------------------------------------------------------------------------------------

    @Slot(object, bool)
    def _on_act_keys_pressed(self, command: Command, stays: bool) -> None:
        if self.parts.shows_line:
            self.acting.obey(command, stays)

    @Slot(object, object, bool)
    def _on_acting_decided(self, item_ids: tuple[ItemId, ...], verb: Verb, stays: bool) -> None:
        for item_id in item_ids:
            self.rows.mark(item_id, verb)
        if stays:
            self._set_can_decide()
        else:
            self.go_next()

    @Slot(object)
    def _on_deciding_refused(self, item_id: ItemId) -> None:
        self.rows.mark(item_id, None)
        self._details.forget(item_id)
        self._set_can_decide()
        self.refresh()

    @Slot(object)
    def _on_claiming_looked_at(self, looked_at: Mapping[ItemId, str]) -> None:
        self._looked_at = looked_at
        self.rows.show_looked_at(looked_at)
        self._show_looked_at()

    def _show_looked_at(self) -> None:
        item_id = self._current_item
        self.parts.line.top.show_looked_at(self._looked_at.get(item_id) if item_id is not None else None)

    @Slot()
    def _on_claiming_changed_elsewhere(self) -> None:
        self._details.forget()
        self.refresh()

    # --- what comes in ----------------------------------------------------------------------------------------------

    @Slot()
    def _on_closed(self) -> None:
        self.parts.show_part(self.parts.line)
        if self.parts.list.current_row < 0:
            self.parts.show_nothing()
        self._set_can_decide()
        self.take_focus()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.warned.emit(self.jobs.sentence(error))
