"""What putting a backup back would change; where no key opens it, the code is asked. GUI thread only."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.vault import Backup, RestorePreview
from ui import theme, words
from ui.shortcuts import Command, key_text
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel

CODE_CHARACTERS: Final = 80  # the code has 36; spaces, dashes and a few slips have room
CODE_EM: Final = 24


class RestorePanel(AskingPanel):
    """Ctrl+Enter puts the backup back, Esc leaves everything as it is.

    *Signals:*
        confirmed(object): put this ``Backup`` back.
        code_given(str): the person typed the code of the recovery sheet.
    """

    confirmed = Signal(object)
    code_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backup: Backup | None = None
        self._preview: RestorePreview | None = None
        self._has_present = True
        self.title = PlainLabel(wraps=True, scale=1.2, is_bold=True)
        self.said, self._kept = PlainLabel(wraps=True), PlainLabel(wraps=True, is_muted=True)
        self._code_label, self.code = PlainLabel(wraps=True), QLineEdit()
        self.open, self.put_back, self.leave = KeyButton(), KeyButton(), KeyButton()
        self.code.setMaxLength(CODE_CHARACTERS)
        self.code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.code.setMaximumWidth(theme.em(self, CODE_EM))
        buttons = FlowLayout()
        for button in (self.open, self.put_back, self.leave):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        for widget in (self.title, self.said, self._kept, self._code_label, self.code):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.code.returnPressed.connect(self._on_open_clicked)
        self.open.clicked.connect(self._on_open_clicked)
        self.put_back.clicked.connect(self.finish)
        self.leave.clicked.connect(self.put_away)
        self._retranslate()
        self.hide()

    # --- what its owner shows -----------------------------------------------------------------------------------------

    def look_at(self, backup: Backup, *, has_present: bool = True) -> None:
        """Open on a backup that is still being looked at; ``has_present``: its store can be read now."""
        self._backup, self._preview, self._has_present = backup, None, has_present
        self.code.clear()
        self._retranslate()
        self.show()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self, preview: RestorePreview) -> None:
        """Say what would change; the focus goes where the person goes on."""
        self._preview = preview
        self._retranslate()
        field = self.put_back if self.put_back.isVisibleTo(self) else self.code
        (field if field.isVisibleTo(self) else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def backup(self) -> Backup | None:
        """What it is about."""
        return self._backup

    # --- a panel ------------------------------------------------------------------------------------------------------

    @Slot()
    @override
    def finish(self) -> None:
        if self._preview is not None and self._preview.opens and self._preview.is_good:
            self.confirmed.emit(self._preview.backup)

    @override
    def _retranslate(self) -> None:
        self.put_back.setText(self.tr("Put &back"))
        self.put_back.set_key(self.tr("Ctrl+Enter"))
        self.leave.setText(self.tr("&Close"))
        self.leave.set_key(key_text(Command.STOP))
        self.open.setText(self.tr("&Open with this code"))
        self._code_label.setText(
            self.tr("No key on this computer opens this backup. Type the code of the recovery sheet.")
        )
        self.code.setAccessibleName(self.tr("Code of the recovery sheet"))
        self._show()

    def _show(self) -> None:
        if self._backup is None:
            return
        at = self._backup.made_at.astimezone()
        title = self.tr("Put back: the backup of {day}, {time}")
        self.title.setText(title.format(day=words.day(at.date()), time=words.clock(at)))
        preview = self._preview
        needs_code = preview is not None and not preview.opens
        is_good = preview is not None and preview.opens and preview.is_good
        if preview is None:
            said = self.tr("One moment, the backup is being looked at…")
        elif is_good:
            said = "\n".join(preview.since)
        elif preview.opens:
            said = self.tr("This backup is damaged. Choose another one.")
        else:
            said = ""
        self.said.setText(said)
        self.said.setVisible(bool(said))
        if self._has_present:
            self._kept.setText(self.tr("What you have now is not erased: it stays beside it for 30 days."))
        else:
            self._kept.setText(self.tr("The file of now is not erased: it stays beside it under another name."))
        self._kept.setVisible(is_good)
        for widget in (self._code_label, self.code, self.open):
            widget.setVisible(needs_code)
        self.put_back.setVisible(is_good)

    @Slot()
    def _on_open_clicked(self) -> None:
        if self.code.text().strip():
            self.code_given.emit(self.code.text())
