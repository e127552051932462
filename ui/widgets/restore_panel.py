"""What putting a backup back would change; where no key opens it, the code is asked. GUI thread only."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.vault import Backup, RestorePreview
from console.texts import DEFAULT_LANGUAGE
from ui import words
from ui.shortcuts import Command, key_text
from ui.widgets.asking_panel import AskingPanel
from ui.widgets.code_groups import CodeGroups
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel


class RestorePanel(AskingPanel):
    """Ctrl+Enter puts the backup back, Esc leaves everything as it is.

    *Signals:*
        confirmed(object): put this ``Backup`` back.
        code_given(str): the person typed the code of the recovery sheet.
    """

    confirmed = Signal(object)
    code_given = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, has_present: bool = True) -> None:
        """``has_present``: the store that stands there now is a good one, to which the person can go back."""
        super().__init__(parent)
        self._backup: Backup | None = None
        self._preview: RestorePreview | None = None
        self._language = DEFAULT_LANGUAGE
        self._has_present = has_present
        self.title = PlainLabel(wraps=True, scale=1.2, is_bold=True)
        self.said, self._kept = PlainLabel(wraps=True), PlainLabel(wraps=True, is_muted=True)
        self._code_label, self.code = PlainLabel(wraps=True), CodeGroups()
        self.slip = PlainLabel(wraps=True, is_bold=True)
        self.open, self.put_back, self.leave = KeyButton(), KeyButton(), KeyButton()
        buttons = FlowLayout()
        for button in (self.open, self.put_back, self.leave):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.said, self._kept, self._code_label, self.code, self.slip):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.code.edited.connect(self._on_code_edited)
        self.code.entered.connect(self._on_open_clicked)
        self.open.clicked.connect(self._on_open_clicked)
        self.put_back.clicked.connect(self.finish)
        self.leave.clicked.connect(self.put_away)
        self._retranslate()
        self.hide()

    # --- what its owner shows -----------------------------------------------------------------------------------------

    def look_at(self, backup: Backup, language: str) -> None:
        """Open on a backup that is still being looked at; ``language`` is that of sentences about the code."""
        self._backup, self._preview, self._language = backup, None, language
        self.code.clear()
        self._on_code_edited()
        self._retranslate()
        self.show()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self, preview: RestorePreview) -> None:
        """Say what would change; the focus goes where the person goes on, and stays there after that."""
        last, self._preview = self._preview, preview
        self._retranslate()
        if last is not None and last.opens == preview.opens:
            return
        field = self.put_back if self.put_back.isVisibleTo(self) else self.code
        (field if field.isVisibleTo(self) else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def backup(self) -> Backup | None:
        """What it is about."""
        return self._backup

    # --- a panel ------------------------------------------------------------------------------------------------------

    @override
    def can_put_away(self) -> bool:
        return self._has_present and super().can_put_away()

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
        self.open.setText(self.tr("Open &with this code"))
        self._code_label.setText(
            self.tr("No key on this computer opens this backup. Type the code of the recovery sheet.")
        )
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
        self.leave.setVisible(self._has_present)
        for widget in (self._code_label, self.code, self.slip, self.open):
            widget.setVisible(needs_code)
        self.put_back.setVisible(is_good)

    @Slot()
    def _on_code_edited(self) -> None:
        """Say what is wrong while somebody types, as far as that can be known."""
        trouble = self.code.trouble()
        self.slip.setText(trouble.sentence(self._language) if trouble else "")
        self.open.setEnabled(self.code.is_good)

    @Slot()
    def _on_open_clicked(self) -> None:
        if self.code.is_good:
            self.code_given.emit(self.code.text)
