"""What a person changes in the rules of a group: each change is kept at once, and can be undone. GUI thread only."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.welcome import Line, WelcomeSettings
from ui.jobs import Jobs
from ui.models.house_rules import Part
from ui.pages.welcome_rules_layout import HouseRulesLayout
from ui.shortcuts import undo_keys

if TYPE_CHECKING:
    from console.desk.welcome.editing import Added


class RuleEditing(QObject):
    """Asks the desk for what is done in the list and in the forms.

    ``wanted`` is the key of the rule to go to when the draft comes anew.

    *Signals:*
        told(str), warned(str): for the message bar.
        text_refused(str, str): the desk did not take these words for the rule with this key.
    """

    told = Signal(str)
    warned = Signal(str)
    text_refused = Signal(str, str)

    def __init__(self, jobs: Jobs, parts: HouseRulesLayout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._parts = jobs, parts
        self._group_id: GroupId | None = None
        self._language = "nl"
        self._typed: tuple[str, str] | None = None  # what the desk has not taken yet
        self.wanted: str | None = None
        parts.list.line_entered.connect(self._on_list_line_entered)
        parts.list.rows.text_edited.connect(self._on_rows_text_edited)
        parts.own_form.added.connect(self._on_own_form_added)
        parts.settings_form.kept.connect(self._on_settings_kept)
        for button, slot in (
            (parts.up, self.move_up),
            (parts.down, self.move_down),
            (parts.keep_place, self.toggle_place),
            (parts.leave_out, self.leave_out),
            (parts.words_back, self.words_back),
            (parts.proposal, self.as_proposed),
        ):
            button.clicked.connect(slot)

    def be_about(self, group_id: GroupId | None, language: str, wanted: str | None) -> None:
        """Change the rules of this group from now on, in this language."""
        self._group_id, self._language, self.wanted = group_id, language, wanted
        self._typed = None

    @property
    def is_waiting(self) -> bool:
        """Whether the desk has not answered yet about words that were typed."""
        return self._typed is not None

    # --- rules --------------------------------------------------------------------------------------------------------

    @Slot(object, str)
    def _on_rows_text_edited(self, line: Line, text: str) -> None:
        from console.desk.welcome import editing

        self._typed = (line.key, text)
        self._ask(
            editing.set_text, line.key, self._language, text, done=self._on_text_kept, failed=self._on_text_refused
        )

    @Slot(object)
    def _on_text_kept(self, changes: Changes) -> None:
        self._typed = None
        self._on_kept(changes)

    @Slot(object)
    def _on_text_refused(self, error: Exception) -> None:
        self.warned.emit(self._jobs.sentence(error))
        typed, self._typed = self._typed, None
        if typed is not None:
            self.text_refused.emit(*typed)

    @Slot()
    def words_back(self) -> None:
        """Put the words of the catalogue back."""
        from console.desk.welcome import editing

        line = self._parts.list.current_line
        if line is not None and line.is_edited and not line.is_own:
            self._ask(editing.set_text, line.key, self._language, None)

    @Slot()
    def move_up(self) -> None:
        """Put the rule before the one above it."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Put the rule after the one below it."""
        self._move(1)

    def _move(self, step: int) -> None:
        from console.desk.welcome import editing

        row = self._parts.list.current_row
        if row is None or row.line is None or row.part is Part.OTHERS or self._parts.list.is_editing:
            return
        if 1 <= row.number + step <= row.count:
            self.wanted = row.line.key
            self._ask(editing.move, row.line.key, row.number - 1 + step, is_quiet=True)

    @Slot()
    def toggle_place(self) -> None:
        """Have the rule stay in its place, or let it move again."""
        from console.desk.welcome import editing

        row = self._parts.list.current_row
        if row is not None and row.line is not None and row.part is not Part.OTHERS:
            self._ask(editing.lock, row.line.key, is_locked=not row.line.is_locked, is_quiet=True)

    @Slot()
    def leave_out(self) -> None:
        """Leave the rule out; throw a rule of the group itself away when it is left out already."""
        from console.desk.welcome import editing

        row = self._parts.list.current_row
        if row is None or row.line is None or self._parts.list.is_editing:
            return
        if row.part is not Part.OTHERS:
            self.wanted = self._parts.list.rows.beside(row)
            self._ask(editing.leave_out, row.line.key)
        elif row.line.is_own:
            self.wanted = self._parts.list.rows.beside(row)
            self._ask(editing.remove_own, row.line.key)

    @Slot(object)
    def _on_list_line_entered(self, line: Line) -> None:
        from console.desk.welcome import editing

        self.wanted = line.key
        self._ask(editing.put_in, line.key)

    @Slot(str, bool)
    def _on_own_form_added(self, text: str, is_dont: bool) -> None:  # of a signal
        from console.desk.welcome import editing

        self._ask(editing.add_own, text, self._language, is_dont=is_dont, done=self._on_added)

    @Slot(object)
    def _on_added(self, added: "Added") -> None:
        self.wanted = added.key
        self._parts.own_form.done()
        self._on_kept(added.changes)

    @Slot()
    def as_proposed(self) -> None:
        """Put the draft back as the console proposes it."""
        from console.desk.welcome import editing

        self._ask(editing.as_proposed)

    # --- what the group fills in --------------------------------------------------------------------------------------

    @Slot(object, object)
    def _on_settings_kept(self, group_id: GroupId, settings: WelcomeSettings) -> None:
        from console.desk.welcome import editing

        if group_id == self._group_id:  # else another group was chosen, and its own settings are on their way
            self._ask(editing.set_settings, settings, done=self._on_settings_taken)

    @Slot(object)
    def _on_settings_taken(self, changes: Changes) -> None:
        self._parts.settings_form.done()
        self._on_kept(changes)

    # --- asking the desk ----------------------------------------------------------------------------------------------

    def _ask(
        self,
        call: Callable[..., Any],
        *values: object,
        is_quiet: bool = False,
        done: Callable[..., None] | None = None,
        failed: Callable[..., None] | None = None,
        **named: object,
    ) -> None:
        """Have the desk change something of the group; ``is_quiet``: what changed is seen in the list itself."""
        if self._group_id is not None:
            kept = None if is_quiet else self._on_kept
            self._jobs.ask(call, self._group_id, *values, done=done or kept, failed=failed or self._on_failed, **named)

    @Slot(object)
    def _on_kept(self, changes: Changes) -> None:
        if changes.decision is None:
            self.told.emit(self.tr("It was so already: nothing changed."))
        else:
            self.told.emit(self.tr("Kept. With {key} you undo it.").format(key=undo_keys()))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.wanted = None
        self.warned.emit(self._jobs.sentence(error))
