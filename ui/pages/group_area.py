"""The leaf of where a group is: its streets and postcodes. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from ui.jobs import Job, Jobs, Lane
from ui.pages.group_leaf import GroupLeaf
from ui.pages.sheet_intake import SheetIntake
from ui.shortcuts import KeyMap, undo_keys
from ui.widgets.area_form import AreaForm

if TYPE_CHECKING:
    from console.desk.area_look import Asked, Look
    from console.desk.area_sheet import Taken

LONG: Final = 20_000  # letters that take the desk longer than a decision may wait


class AreaLeaf(GroupLeaf):
    """The lines, or the list that they are taken from."""

    key = "area"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self._job: Job | None = None
        self._question: Job | None = None
        self._is_kept = False  # whether what the form says was accepted and is on its way back
        self.form, self.intake = AreaForm(), SheetIntake(jobs)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.form)
        self._stack.addWidget(self.intake)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.form.typed.connect(self._on_form_typed)
        self.form.asked.connect(self._on_form_asked)
        self.form.kept.connect(self._on_form_kept)
        self.form.sheet_requested.connect(self._on_form_sheet_requested)
        self.intake.taken.connect(self._on_intake_taken)
        self.intake.closed.connect(self._on_intake_closed)
        self.intake.told.connect(self.told)
        self.intake.warned.connect(self.warned)
        self.jobs.language_changed.connect(self._on_jobs_language_changed)
        self.form.show_kept(None)

    @override
    def show_group(self, group_id: GroupId | None) -> None:
        from console.desk import area_look

        is_other = group_id != self.group_id
        super().show_group(group_id)
        if is_other:
            self._is_kept = False
            self._drop()
            self.form.address.clear()
            self.form.show_kept(None)
            if self._stack.currentWidget() is self.intake:  # a list for another group
                self.intake.view.close_requested.emit()
        if group_id is None:
            return
        if self.form.is_edited and not self._is_kept:  # somebody is typing: keep his words, look what others share now
            self._on_form_typed(self.form.text)
        else:
            self._drop()
            self._job = self.jobs.ask(area_look.kept, group_id, done=self._on_area, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.groups:
            self.show_group(self.group_id)

    @override
    def take_focus(self) -> None:
        (self.intake if self._stack.currentWidget() is self.intake else self.form).setFocus()

    @property
    @override
    def is_edited(self) -> bool:
        return self.form.is_edited

    @override
    def can_put_away(self) -> bool:
        return self.intake.can_put_away() or self.is_edited

    @override
    def put_away(self) -> None:
        if self.intake.can_put_away():
            self.intake.put_away()
        else:
            self.form.restore()

    def _drop(self) -> None:
        for job in (self._job, self._question):
            if job is not None:
                job.drop()
        self._job = self._question = None

    # --- what counts --------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_area(self, look: "Look") -> None:
        self._job = None
        self._is_kept = False
        self.form.show_kept(look)

    @Slot(object)
    def _on_form_kept(self, look: "Look") -> None:
        from console.desk import areas

        if self.group_id is not None:
            self.jobs.ask(areas.set_area, self.group_id, look.area, done=self._on_kept, failed=self._on_failed)

    @Slot(object)
    def _on_kept(self, _changes: Changes) -> None:
        self._is_kept = True
        self.told.emit(self.tr("The work area was changed. With {key} you undo it.").format(key=undo_keys()))
        self.show_group(self.group_id)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.warned.emit(self.jobs.sentence(error))

    @Slot(str)
    def _on_jobs_language_changed(self, _language: str) -> None:
        self.show_group(self.group_id)

    # --- what is typed ------------------------------------------------------------------------------------------------

    @Slot(str)
    def _on_form_typed(self, text: str) -> None:
        from console.desk import area_look

        if self.group_id is not None:
            if self._job is not None:
                self._job.drop()
            self._job = self.jobs.ask(
                area_look.look, self.group_id, text, lane=_lane(text), done=self._on_look, failed=self._on_failed
            )

    @Slot(object)
    def _on_look(self, look: "Look") -> None:
        self._job = None
        self.form.show_look(look)

    @Slot(str, str)
    def _on_form_asked(self, text: str, line: str) -> None:
        from console.desk import area_look

        if self.group_id is not None:
            if self._question is not None:
                self._question.drop()
            self._question = self.jobs.ask(
                area_look.ask, self.group_id, text, line, lane=_lane(text), done=self._on_asked, failed=self._on_failed
            )

    @Slot(object)
    def _on_asked(self, asked: "Asked") -> None:
        self._question = None
        self.form.show_asked(asked)

    # --- a list -------------------------------------------------------------------------------------------------------

    @Slot()
    def _on_form_sheet_requested(self) -> None:
        from console.desk import area_sheet

        self._stack.setCurrentWidget(self.intake)
        self.intake.start(area_sheet.plan())

    @Slot(object)
    def _on_intake_taken(self, taken: "Taken") -> None:
        self.form.add_lines(taken.text)
        self.told.emit(self.tr("The list stands among the lines. Look at it, and keep it if it is right."))

    @Slot()
    def _on_intake_closed(self) -> None:
        self._stack.setCurrentWidget(self.form)
        self.form.setFocus()


def _lane(text: str) -> Lane:
    return Lane.CPU if len(text) > LONG else Lane.DB
