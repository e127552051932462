"""Where everything stands on the leaf Afspraken. GUI thread only."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.welcome import Line
from ui.models.house_rules import HouseRulesModel, Part, RuleRow
from ui.shortcuts import Command, key_text
from ui.widgets.button_rows import ButtonRows
from ui.widgets.key_button import KeyButton
from ui.widgets.own_rule_form import OwnRuleForm
from ui.widgets.readability_panel import ReadabilityPanel
from ui.widgets.rule_list import RuleListView
from ui.widgets.scrolled import Scrolled
from ui.widgets.text import PlainLabel, one_line
from ui.widgets.welcome_preview import WelcomePreview
from ui.widgets.welcome_settings_form import WelcomeSettingsForm


class HouseRulesLayout(QWidget):
    """The rules with their buttons at the left, or what the group fills in; at the right how members read it."""

    def __init__(self, rows: HouseRulesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RuleListView(rows)
        self.note, self.source = PlainLabel(wraps=True), PlainLabel(wraps=True, is_muted=True)
        self.change, self.leave_out, self.own, self.settings, self.up, self.down = (KeyButton() for _ in range(6))
        self.keep_place, self.why, self.words_back, self.proposal = (KeyButton() for _ in range(4))
        self.buttons = ButtonRows(
            (self.change, self.leave_out, self.own, self.settings, self.up, self.down),
            (self.keep_place, self.why, self.words_back, self.proposal),
        )
        self.own_form, self.settings_form = OwnRuleForm(), WelcomeSettingsForm()
        self.preview, self.reading = WelcomePreview(), ReadabilityPanel()
        self.to_members = KeyButton()
        self.source.hide()
        self._row: RuleRow | None = None
        self._left, self._form_area, self.right = QStackedWidget(), Scrolled(), Scrolled()
        self._lay_out()
        self.retranslate()

    # --- what the leaf calls ------------------------------------------------------------------------------------------

    def show_settings_form(self, *, is_shown: bool) -> None:
        """Show what the group fills in, or the rules."""
        self._left.setCurrentIndex(1 if is_shown else 0)

    @property
    def shows_settings_form(self) -> bool:
        """Whether what the group fills in takes the place of the rules."""
        return self._left.currentIndex() == 1

    def show_row(self, row: RuleRow | None) -> None:
        """Offer what may be done with the rule that the reader is on."""
        self._row = row
        line = row.line if row is not None else None
        is_in = row is not None and row.part is not Part.OTHERS
        self.change.setEnabled(line is not None)
        self.up.setEnabled(is_in and row is not None and row.number > 1)
        self.down.setEnabled(is_in and row is not None and row.number < row.count)
        self.keep_place.setEnabled(is_in)
        self.leave_out.setEnabled(is_in or (line is not None and line.is_own))
        self.words_back.setEnabled(line is not None and line.is_edited and not line.is_own)
        self.change.setText(self.tr("Chan&ge it") if is_in or line is None else self.tr("P&ut it in"))
        is_locked = line is not None and line.is_locked
        self.keep_place.setText(self.tr("Let it move") if is_locked else self.tr("Keep its place"))
        is_gone = line is not None and line.is_own and not is_in
        self.leave_out.setText(self.tr("Throw it away") if is_gone else self.tr("Leave it out"))
        self.why.setEnabled(line is not None)
        self.source.setText(self._told_of(line) if line is not None else "")

    @Slot()
    def open_own_form(self) -> None:
        """Ask for a rule of the group's own."""
        self.buttons.hide()
        self.own_form.open()

    @Slot()
    def _on_own_form_closed(self) -> None:
        self.buttons.show()

    @Slot()
    def toggle_source(self) -> None:
        """Show where the rule that the reader is on comes from, or put that away."""
        self.source.setVisible(self.source.isHidden())

    # --- texts and places ---------------------------------------------------------------------------------------------

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self.list.setAccessibleName(self.tr("The rules of this group"))
        self.change.set_key(self.tr("Enter"))
        for button, text, command in (
            (self.up, self.tr("Up"), Command.MOVE_UP),
            (self.down, self.tr("Down"), Command.MOVE_DOWN),
            (self.keep_place, "", Command.KEEP_PLACE),
            (self.leave_out, "", Command.LEAVE_OUT),
            (self.own, self.tr("Own rule…"), Command.NEW),
            (self.why, self.tr("Why?"), Command.WHY),
            (self.to_members, self.tr("To new mem&bers…"), Command.PRIVATE),
        ):
            button.setText(text)
            button.set_key(key_text(command))
        self.words_back.setText(self.tr("First words back"))
        self.settings.setText(self.tr("Photos, links, languages…"))
        self.proposal.setText(self.tr("As proposed"))
        self.show_row(self._row)
        self.buttons.fit()

    def _told_of(self, line: Line) -> str:
        """Return why a rule stands there and where it comes from."""
        if line.is_own:
            return self.tr("Your group wrote this rule itself.")
        weight = self.tr("It stands here because it matters for this kind of group.")
        why = one_line(line.why) if line.why else weight
        source = self.tr("Where it comes from: {source}.").format(source=one_line(line.source))
        return f"{why} {source}"

    def _lay_out(self) -> None:
        self.own_form.closed.connect(self._on_own_form_closed)
        rules = QWidget()
        column = QVBoxLayout(rules)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)
        for widget in (self.source, self.own_form, self.buttons):
            column.addWidget(widget)
        self._form_area.hold(self.settings_form)
        for area in (self._form_area, self.right):
            area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        for part in (rules, self._form_area):
            self._left.addWidget(part)
        members_side = QWidget()  # with large letters it is higher than the window
        right = QVBoxLayout(members_side)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.preview, 1)
        right.addWidget(self.reading)
        self.reading.stand_in(self)
        self.preview.buttons.addWidget(self.to_members)
        body = QHBoxLayout(self)
        body.addWidget(self._left, 1)
        self.right.hold(members_side)
        self.right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.addWidget(self.right, 1)
