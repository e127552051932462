"""How the leaf Gelezen looks: all groups, or the members of one with what may be done; and two panels. GUI thread only.

Knows nothing of the desk.
"""

from collections.abc import Sequence
from typing import Final, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from console.domain.welcome import Confirmation, Confirmations
from ui import facts, words
from ui.models.confirmations import ZONE, Column, ConfirmationsModel, GroupsReadModel, Part, is_known, part_of
from ui.shortcuts import Command, key_text
from ui.welcome_words import of_words, share_words
from ui.widgets.confirmation_table import ConfirmationTable, GroupsReadTable
from ui.widgets.find_frame import paper
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.refresh_panel import RefreshPanel
from ui.widgets.reminding_panel import RemindingPanel
from ui.widgets.scrolled import scrolling
from ui.widgets.text import PlainLabel, Shown

OPEN_KEY: Final = "Enter"
PARTS: Final = (Part.ALL, Part.DUE, Part.NOT_SENT, Part.WAITING, Part.READ)


class MembersView(QWidget):
    """The members of one group, and what may be done for those who are chosen.

    *Signals:*
        part_chosen(): another part of the members is wanted.
    """

    part_chosen = Signal()

    def __init__(self, rows: ConfirmationsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = ConfirmationTable(rows)
        self.part = QComboBox()
        self.part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for part in PARTS:
            self.part.addItem("", part)
        self.confirm, self.unconfirm, self.send, self.remind_all = (KeyButton() for _ in range(4))
        self.card, self.refresh_rule = KeyButton(), KeyButton()
        self.on_paper, self.spoken = QPushButton(), QPushButton()
        self._title, self._about = (
            PlainLabel(scale=1.2, is_bold=True, wraps=True),
            PlainLabel(wraps=True, is_muted=True),
        )
        self._sent = PlainLabel(wraps=True, is_muted=True)  # of the chosen one, where its column finds no room
        self._repeat, self._nobody = PlainLabel(wraps=True), PlainLabel(wraps=True, is_muted=True)
        self._found: Confirmations | None = None
        self._why = ""
        self._chosen: tuple[Confirmation, ...] = ()
        self._lay_out()
        self.table.fitted.connect(self._show_sent)
        self.part.currentIndexChanged.connect(self._on_part_current_index_changed)
        self.retranslate()

    @property
    def wanted(self) -> Part:
        """Which part of the members is shown."""
        return Part(self.part.currentData())

    def want(self, part: Part) -> None:
        """Show another part, and tell nobody."""
        self.part.blockSignals(True)
        self.part.setCurrentIndex(PARTS.index(part))
        self.part.blockSignals(False)

    def wanted_rows(self, found: Confirmations) -> tuple[Confirmation, ...]:
        """Return the members of the part that is wanted."""
        return tuple(row for row in found.rows if self.wanted is Part.ALL or part_of(row) is self.wanted)

    def show_found(self, found: Confirmations) -> None:
        """Say how far the group is."""
        self._found = found
        self.retranslate()

    def show_repeat(self, why: str) -> None:
        """Say why a rule may be told again; "": nothing asks for it, though it can be done at any time."""
        self._why = why
        self.retranslate()

    def show_chosen(self, chosen: Sequence[Confirmation]) -> None:
        """Offer what may be done for these members."""
        self.confirm.setEnabled(any(row.confirmed_at is None for row in chosen))
        self.unconfirm.setEnabled(any(row.confirmed_at is not None for row in chosen))
        self.send.setEnabled(any(row.confirmed_at is None and not row.is_ready for row in chosen))
        for button in (self.on_paper, self.spoken):
            button.setEnabled(any(row.sent_at is None for row in chosen))
        self.card.setEnabled(len(chosen) == 1)
        self._chosen = tuple(chosen)
        self._show_sent()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self.table.setAccessibleName(self.tr("Members, and whether they read the rules"))
        self.part.setAccessibleName(self.tr("Which members"))
        for button, text, command in (
            (self.confirm, self.tr("Has &read them"), Command.HANDLED),
            (self.unconfirm, self.tr("Has &not read them"), Command.DROP),
            (self.send, self.tr("Send in &private…"), Command.PRIVATE),
            (self.remind_all, self.tr("Remind &all…"), Command.ALIKE),
            (self.refresh_rule, self.tr("One rule a&gain…"), Command.GROUP),
            (self.card, self.tr("Sho&w the member"), Command.OPEN_CHAT),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        self.on_paper.setText(self.tr("Given &on paper"))
        self.spoken.setText(self.tr("&Told aloud"))
        self._repeat.setText(self._why or self.tr("You may tell the group one rule again at any time, in a few words."))
        self._show_found()
        self._show_sent()

    def _show_found(self) -> None:
        found = self._found
        if found is None:
            return
        self._title.setText(self._read_words(found))
        self._about.setText(self._about_words(found))
        self._about.setVisible(found.members > 0)
        in_part = {part: sum(part_of(row) is part for row in found.rows) for part in PARTS} | {Part.ALL: found.members}
        titles = {
            Part.ALL: self.tr("Everybody who is asked: {count}"),
            Part.DUE: self.tr("A reminder may go: {count}"),
            Part.NOT_SENT: self.tr("Not known whether they were sent them: {count}"),
            Part.WAITING: self.tr("Wait a little: {count}"),
            Part.READ: self.tr("Read them: {count}"),
        }
        for place, part in enumerate(PARTS):
            self.part.setItemText(place, titles[part].format(count=words.number(in_part[part])))
        self.remind_all.setEnabled(found.due > 0)
        self.part.setVisible(found.members > 0)
        is_empty = not self.wanted_rows(found)
        self.table.setVisible(not is_empty)
        self._nobody.setVisible(is_empty and found.members > 0)
        self._nobody.setText(self.tr("Nobody stands in this part of the list."))

    def _read_words(self, found: Confirmations) -> str:
        if not found.members:
            return self.tr("Nobody is in this group yet who can read the rules.")
        if not is_known(found):
            return self.tr("It is not known yet who read the rules.")
        said = self.tr("As far as is known, the rules were read by {share}.")
        return said.format(share=share_words(found.confirmed, found.members))

    def _about_words(self, found: Confirmations) -> str:
        if not is_known(found):
            send = self.tr("Send them with Rules, or in private to who is chosen here.")
            return send + " " + self.tr("What you gave on paper or told aloud, you write down here.")
        sent = self.tr("As far as is known, {part} were sent them.")
        sent = sent.format(part=of_words(found.sent, found.members))
        rest = self.tr("Who said nothing may have read them. Administrators and professionals are not asked.")
        return f"{sent} {rest}"

    @Slot()
    def _show_sent(self) -> None:
        """Say how the chosen one was sent the rules where the table has no room for it."""
        one = self._chosen[0] if len(self._chosen) == 1 else None
        is_hidden = one is None or one.sent_at is None or not self.table.isColumnHidden(Column.SENT)
        self._sent.setVisible(not is_hidden)
        if one is not None and one.sent_at is not None:
            sent = facts.sent_words(one.sent_at, one.sent_how, ZONE)
            self._sent.setText(
                Shown(self.tr("{name} was sent the rules: {sent}").format(name=facts.name_of(one.name), sent=sent))
            )

    @Slot()
    def _on_part_current_index_changed(self) -> None:
        self._show_found()
        self.part_chosen.emit()

    def _lay_out(self) -> None:
        frame = paper()
        repeat = QHBoxLayout(frame)
        repeat.addWidget(self._repeat, 1)
        repeat.addWidget(self.refresh_rule)
        actions = FlowLayout()
        for button in (self.confirm, self.unconfirm, self.send, self.remind_all):
            actions.addWidget(button)
        for plain in (self.on_paper, self.spoken, self.card):
            actions.addWidget(plain)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._title, self._about, frame):
            column.addWidget(widget)
        column.addWidget(self.part, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(actions)
        column.addWidget(self._nobody)
        column.addWidget(self.table, 1)
        column.addWidget(self._sent)
        column.addStretch()  # without a table the words stay on top


class GroupsView(QWidget):
    """All groups by name, with how many of how many read the rules."""

    def __init__(self, rows: GroupsReadModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.open = GroupsReadTable(rows), KeyButton(key=OPEN_KEY)
        self._title, self._about = (
            PlainLabel(scale=1.2, is_bold=True, wraps=True),
            PlainLabel(wraps=True, is_muted=True),
        )
        self._found: tuple[Confirmations, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self.table, 1)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.retranslate()

    def show_found(self, found: tuple[Confirmations, ...]) -> None:
        """Say how many there are."""
        self._found = found
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self.table.setAccessibleName(self.tr("Groups, and how many members read the rules"))
        self.open.setText(self.tr("&Show the members"))
        for widget in (self.table, self.open):
            widget.setVisible(bool(self._found))
        self._about.setText(self.tr("Administrators and professionals are not asked, and not counted."))
        self._title.setText(self._title_words())

    def _title_words(self) -> str:
        if not self._found:
            return self.tr("There are no groups yet. A group comes here when you take in an export of it.")
        read, asked = sum(one.confirmed for one in self._found), sum(one.members for one in self._found)
        said = self.tr("In all groups together, as far as is known, the rules were read by {share}.")
        return said.format(share=share_words(read, asked))


class ReadLayout(QStackedWidget):
    """All groups, one group, or one of the panels."""

    def __init__(self, members: ConfirmationsModel, groups: GroupsReadModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.members, self.groups = MembersView(members), GroupsView(groups)
        self.reminding, self.refreshing = RemindingPanel(), RefreshPanel()
        self._members_area, self._base = scrolling(self.members), cast("QWidget", self.groups)
        for widget in (self.groups, self._members_area, self.reminding, self.refreshing):
            self.addWidget(widget)
        self.setCurrentWidget(self.groups)

    def show_base(self, *, is_group: bool) -> None:
        """Let the list of one group, or of all groups, stand under the panels."""
        self._base = self._members_area if is_group else self.groups
        if not self.open_panels:
            self.setCurrentWidget(self._base)

    def go_to_members(self) -> None:
        """Go to the list of members; where nobody is in it, to what may be done all the same."""
        is_there = not self.members.table.isHidden()
        target = self.members.table if is_there else self.members.refresh_rule
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._members_area.ensureWidgetVisible(target, 0, 0)

    @property
    def open_panels(self) -> "list[RemindingPanel | RefreshPanel]":
        """The panels that stand in the place of the list: one at most."""
        return [panel for panel in (self.reminding, self.refreshing) if panel.can_put_away()]

    @Slot()
    def close_panels(self) -> None:
        """Let the list stand there again, and leave the focus where it is."""
        for panel in self.open_panels:
            panel.hide()
        self.setCurrentWidget(self._base)

    def retranslate(self) -> None:
        """Put every text in the language on the screen; the panels hear of it themselves."""
        self.members.retranslate()
        self.groups.retranslate()
