"""The leaf Afspraken: the rules that members of a group read, and how they look. GUI thread only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.welcome import Form, Leaflet, Told, Welcome
from ui.jobs import Job, Jobs
from ui.models.confirmations import Part as ReadPart
from ui.models.house_rules import HouseRulesModel
from ui.pages.previewing import Previewing
from ui.pages.rule_editing import RuleEditing
from ui.pages.welcome_leaf import WelcomeLeaf
from ui.pages.welcome_rules_layout import HouseRulesLayout
from ui.shortcuts import Command, KeyMap
from ui.widgets.language_box import OWN_NAMES, RIGHT_TO_LEFT

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.domain.readability import ReadingTold

ON_PAPER = (Form.CARD, Form.SHEET, Form.FLYER)


@dataclass(frozen=True, slots=True)
class RulesWork:
    """The draft of a group, and how it reads in each form."""

    welcome: Welcome
    told: Mapping[Form, Told]
    leaflets: Mapping[Form, Leaflet]


def load_rules(console: "Console", group_id: GroupId, language: str) -> RulesWork:
    """Ask the desk for the draft. On a lane."""
    from console.desk.welcome import chat_text, composing

    welcome = composing.compose(console, group_id, language)
    told = {Form.MESSAGE: chat_text.message(welcome), Form.MESSAGES: chat_text.three(welcome)}
    return RulesWork(welcome, told, {form: composing.leaflet(welcome, form) for form in ON_PAPER})


class HouseRulesLeaf(WelcomeLeaf):
    """What a person changes is kept at once, and can be undone; the preview follows."""

    key = "rules"

    def __init__(self, jobs: Jobs, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(jobs, keys, parent)
        self.rows = HouseRulesModel(self)
        self.parts = HouseRulesLayout(self.rows)
        self.editing = RuleEditing(jobs, self.parts, self)
        self.previewing = Previewing(jobs, keys, self.parts.preview, self)
        self._work: RulesWork | None = None
        self._is_held = False  # whether it waits until nobody types
        self._reading_job: Job | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)
        self.setFocusProxy(self.parts.list)
        self._connect()
        self.retranslate()

    # --- a leaf of the page -------------------------------------------------------------------------------------------

    @override
    def show_for(self, group_id: GroupId | None, language: str) -> None:
        is_other_group, is_other = group_id != self.group_id, (group_id, language) != (self.group_id, self.language)
        super().show_for(group_id, language)
        if is_other:
            line = None if is_other_group else self.parts.list.current_line
            self._clear()
            self.editing.be_about(group_id, language, line.key if line is not None else None)
        if self._job is not None:
            self._job.drop()
            self._job = None
        if group_id is not None:
            self._job = self.jobs.ask(load_rules, group_id, language, done=self._on_work, failed=self._on_failed)

    @override
    def changed(self, changes: Changes) -> None:
        if changes.groups or changes.welcome or changes.people or changes.messages:
            self.refresh()

    @override
    def retranslate(self) -> None:
        self._say()

    @override
    def can_put_away(self) -> bool:
        parts = self.parts
        is_told = not parts.source.isHidden() or parts.reading.can_put_away()
        return parts.shows_settings_form or parts.own_form.can_put_away() or is_told

    @override
    def put_away(self) -> None:
        if self.parts.shows_settings_form:
            self.parts.settings_form.put_away()
        elif self.parts.own_form.can_put_away():
            self.parts.own_form.put_away()
        else:
            self.parts.source.hide()
            self.parts.reading.put_away()

    # --- what came ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_work(self, work: RulesWork) -> None:
        self._job, self._work = None, work
        self._is_held = self.parts.list.is_editing
        if not self._is_held:  # else somebody types: his words stay
            self._show_work(work)

    @Slot()
    def _on_list_editing_ended(self) -> None:
        if (
            self._is_held and self._work is not None and not self.editing.is_waiting
        ):  # else what he typed brings news itself
            self._is_held = False
            self._show_work(self._work)

    def _show_work(self, work: RulesWork) -> None:
        parts = self.parts
        line = parts.list.current_line
        key = self.editing.wanted or (line.key if line is not None else None)
        self.editing.wanted = None
        self.rows.show(work.welcome)
        parts.list.choose(key)
        parts.settings_form.show_settings(work.welcome.group_id, work.welcome.settings)
        name = self.tr("rules {group} {language}").format(group=work.welcome.group, language=work.welcome.language)
        self.previewing.rules_of = (work.welcome.group_id, work.welcome.language)
        self.previewing.show_all(work.told, work.leaflets, name=name, direction=work.welcome.direction)
        hint = self.tr("There is no code to scan on it yet. Fill in the invitation link of the group first.")
        parts.preview.show_hint(Form.FLYER, "" if work.welcome.settings.invitation else hint)
        self._measure(work.welcome)
        self._say()

    def _measure(self, welcome: Welcome) -> None:
        """Have the desk look how easy the words are to read."""
        from console.desk.welcome import reading

        lines = (welcome.hello, welcome.purpose, *(line.text for line in (*welcome.does, *welcome.donts)))
        if self._reading_job is not None:
            self._reading_job.drop()
        words = "\n".join(line for line in (*lines, welcome.confirm) if line)
        self._reading_job = self.jobs.ask(reading.read, words, welcome.language, done=self._on_reading)

    @Slot(object)
    def _on_reading(self, found: "ReadingTold") -> None:
        self._reading_job = None
        self.parts.reading.show_reading(found)

    def _say(self) -> None:
        """Say what there is to know about the whole."""
        self.parts.setEnabled(self.group_id is not None)
        told = []
        if self._work is not None:
            welcome = self._work.welcome
            if not welcome.is_checked:
                name = OWN_NAMES[welcome.language]
                said = self.tr("Nobody whose mother tongue it is read these words yet: {language}. Ask somebody first.")
                told.append(said.format(language=name))
            told += welcome.problems
            others = [OWN_NAMES[one] for one in welcome.settings.languages if one != welcome.language]
            if others:
                told.append(self.tr("This group also reads: {languages}.").format(languages=", ".join(others)))
        self.parts.note.setText("\n".join(told))
        self.parts.note.setVisible(bool(told))

    def _clear(self) -> None:
        self._work = None
        self.rows.show(None)
        self.previewing.clear()
        self.parts.reading.show_reading(None)
        is_rtl = self.language in RIGHT_TO_LEFT
        self.parts.own_form.be_about((self.group_id, self.language), is_rtl=is_rtl)
        self._say()

    # --- the rules ----------------------------------------------------------------------------------------------------

    @Slot()
    def _on_list_line_chosen(self) -> None:
        self.parts.show_row(self.parts.list.current_row)

    @Slot(str, str)
    def _on_editing_text_refused(self, key: str, text: str) -> None:
        """Go on typing where the words were refused, with these words."""
        if self._work is not None:
            self._show_work(self._work)
            self.parts.list.edit_again(key, text)

    @Slot()
    def toggle_source(self) -> None:
        """Show where the rule comes from, or put that away."""
        self.parts.toggle_source()

    # --- what the group fills in --------------------------------------------------------------------------------------

    @Slot()
    def open_settings(self) -> None:
        """Show what the group fills in."""
        self.parts.show_settings_form(is_shown=True)
        self.parts.settings_form.photos.setFocus()

    @Slot()
    def _on_settings_closed(self) -> None:
        self.parts.show_settings_form(is_shown=False)
        self.take_focus()

    # --- to the members -----------------------------------------------------------------------------------------------

    @Slot()
    def post(self) -> None:
        """Make the text on the screen ready for the group."""
        from console.desk.welcome import sending

        messages = self.parts.preview.messages
        if messages and self.group_id is not None:
            self.jobs.ask(
                sending.to_group,
                self.group_id,
                messages,
                language=self.language,
                done=self._on_posted,
                failed=self._on_failed,
            )

    @Slot()
    def show_not_sent(self) -> None:
        """Show who was not sent the rules yet: there each of them gets a text of his own."""
        if self.group_id is not None:
            self.page_requested.emit("welcome", ("read", self.group_id))
            self.page_requested.emit("welcome", ("read", ReadPart.NOT_SENT))

    def _connect(self) -> None:
        parts = self.parts
        parts.list.line_chosen.connect(self._on_list_line_chosen)
        parts.list.editing_ended.connect(self._on_list_editing_ended)
        parts.own_form.closed.connect(self.take_focus)
        parts.settings_form.closed.connect(self._on_settings_closed)
        parts.preview.posted.connect(self.post)
        for helper in (self.editing, self.previewing):
            helper.told.connect(self.told)
            helper.warned.connect(self.warned)
        self.editing.text_refused.connect(self._on_editing_text_refused)
        parts.change.clicked.connect(parts.list.edit_current)
        parts.settings.clicked.connect(self.open_settings)
        for button, command, slot in (
            (parts.own, Command.NEW, parts.open_own_form),
            (parts.why, Command.WHY, self.toggle_source),
            (parts.to_members, Command.PRIVATE, self.show_not_sent),
        ):
            button.clicked.connect(slot)
            self.keys.bind(self, command, slot)
        for command, slot in (
            (Command.MOVE_UP, self.editing.move_up),
            (Command.MOVE_DOWN, self.editing.move_down),
            (Command.KEEP_PLACE, self.editing.toggle_place),
            (Command.LEAVE_OUT, self.editing.leave_out),
            (Command.GROUP, self.post),
            (Command.MORE, parts.buttons.open_more),
        ):
            self.keys.bind(self, command, slot)
