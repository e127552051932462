"""The texts that go from the leaf Gelezen: to members in private, or one rule again to their group. GUI thread only.

Nothing leaves the computer by it: the desk makes ready what a person read and pressed for.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.changes import Changes
from console.domain.group import GroupId
from console.domain.welcome import Confirmation, WelcomeKind
from ui import clipboard
from ui.jobs import Job, Jobs
from ui.shortcuts import Command, KeyMap
from ui.told_words import copied_words, ready_words
from ui.widgets.language_box import RIGHT_TO_LEFT
from ui.widgets.refresh_panel import RefreshPanel
from ui.widgets.reminding_panel import ForMember, RemindingPanel

if TYPE_CHECKING:
    from console.desk.console import Console

MOST_AT_ONCE: Final = 30  # more than anybody reads in one sitting; the others come after them

Rules = tuple[tuple[str, str], ...]


def load_texts(
    console: "Console", group_id: GroupId, members: Sequence[Confirmation], language: str
) -> tuple[ForMember, ...]:
    """Return for each member what he may read: a reminder, or the rules where nobody knows that he was sent them."""
    from console.desk.welcome import reminders

    found = reminders.texts(console, group_id, members, language)
    return tuple(ForMember(one.member_id, one.name, one.text, one.left_out) for one in found)


def load_rules(console: "Console", group_id: GroupId, first: Sequence[str], language: str) -> Rules:
    """Return the rules of a group, key and words of each: these ``first``, then as its draft has them."""
    from console.desk.welcome import composing

    draft = composing.compose(console, group_id, language)
    known = {line.key: line.text for line in (*draft.does, *draft.donts, *draft.others) if line.text}
    shown = [line.key for line in (*draft.does, *draft.donts) if line.text]
    keys = dict.fromkeys([*(key for key in first if key in known), *shown])
    return tuple((key, known[key]) for key in keys)


class Reminding(QObject):
    """Opens the two panels, and makes ready what comes out of them.

    *Signals:*
        told(str), warned(str): for the message bar.
        opened(object): this panel is to be seen now.
        closed(): a panel was put away, with what was done in it.
    """

    told = Signal(str)
    warned = Signal(str)
    opened = Signal(object)
    closed = Signal()

    def __init__(
        self,
        jobs: Jobs,
        keys: KeyMap,
        reminding: RemindingPanel,
        refreshing: RefreshPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._reminding, self._refreshing = jobs, reminding, refreshing
        self._group_id: GroupId | None = None
        self._language = "nl"
        self._members: tuple[Confirmation, ...] = ()  # who may get a text, in the panel that is open
        self._first: tuple[str, ...] = ()
        self._why = ""
        self._rule: tuple[GroupId, str, str] | None = None  # of which the words are asked
        self._job: Job | None = None
        reminding.finished.connect(self._on_reminding_finished)
        refreshing.rule_chosen.connect(self._on_refreshing_rule_chosen)
        refreshing.finished.connect(self._on_refreshing_finished)
        refreshing.copied.connect(self._on_refreshing_copied)
        for panel in (reminding, refreshing):
            panel.closed.connect(self.closed)
        keys.bind(refreshing, Command.COPY, refreshing.copy_text)

    def ask_members(self, group_id: GroupId, members: Sequence[Confirmation], language: str) -> None:
        """Open with a text for each of these members who did not confirm, and for whom none waits to go."""
        self._members = tuple(one for one in members if one.confirmed_at is None and not one.is_ready)
        self._group_id, self._language = group_id, language
        if self._members:
            self._ask(load_texts, group_id, self._shown, language, done=self._on_texts)

    def ask_rule(self, group_id: GroupId, first: Sequence[str], why: str, language: str) -> None:
        """Open with one rule again; ``first`` are keys of rules that seem needed now, and ``why`` that is."""
        self._group_id, self._language = group_id, language
        self._first, self._why = tuple(first), why
        self._ask(load_rules, group_id, self._first, language, done=self._on_rules)

    def use_language(self, language: str) -> None:
        """Have the texts of the panel that is open in another language."""
        if language != self._language and self._group_id is not None:
            if self._reminding.can_put_away():
                self.ask_members(self._group_id, self._members, language)
            elif self._refreshing.can_put_away():
                self.ask_rule(self._group_id, self._first, self._why, language)

    @property
    def _is_rtl(self) -> bool:
        return self._language in RIGHT_TO_LEFT

    @property
    def _shown(self) -> tuple[Confirmation, ...]:
        return self._members[:MOST_AT_ONCE]

    def _ask(self, call: object, *values: object, done: object) -> None:
        if self._job is not None:
            self._job.drop()
        self._job = self._jobs.ask(call, *values, done=done, failed=self._on_failed)  # type: ignore[arg-type]

    # --- members in private ------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_texts(self, texts: tuple[ForMember, ...]) -> None:
        self._job = None
        self.opened.emit(self._reminding)
        is_reminder = all(one.sent_at is not None for one in self._shown)
        more = len(self._members) - len(self._shown)
        self._reminding.ask(texts, is_reminder=is_reminder, more=more, is_rtl=self._is_rtl)

    @Slot(object)
    def _on_reminding_finished(self, told: tuple[tuple[int, str], ...]) -> None:
        from console.desk.welcome import sending

        self._jobs.ask(
            sending.to_members, dict(told), language=self._language, done=self._on_made_ready, failed=self._on_failed
        )

    # --- one rule again ----------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_rules(self, rules: Rules) -> None:
        self._job = None
        self.opened.emit(self._refreshing)
        self._refreshing.ask(rules, self._why, is_rtl=self._is_rtl)

    @Slot(str)
    def _on_refreshing_rule_chosen(self, key: str) -> None:
        from console.desk.welcome import chat_text

        if self._group_id is not None:
            self._rule = wanted = (self._group_id, key, self._language)
            self._ask(chat_text.refresh, *wanted, done=self._on_text)

    @Slot(object)
    def _on_text(self, text: str) -> None:
        self._job = None
        self._refreshing.show_text(text, self._rule)

    @Slot(str, str)
    def _on_refreshing_finished(self, key: str, text: str) -> None:
        from console.desk.welcome import sending

        about = {"kind": WelcomeKind.REFRESH, "rule": key, "language": self._language}
        self._jobs.ask(
            sending.to_group, self._group_id, (text,), **about, done=self._on_made_ready, failed=self._on_failed
        )

    @Slot(str)
    def _on_refreshing_copied(self, text: str) -> None:
        clipboard.put(text, is_private=False)  # a rule of the group
        self.told.emit(copied_words(is_private=False))

    @Slot(object)
    def _on_made_ready(self, _changes: Changes) -> None:
        for panel in (self._reminding, self._refreshing):
            if panel.can_put_away():
                panel.done()
        self.told.emit(ready_words())

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.warned.emit(self._jobs.sentence(error))
