"""How it stands with the keys of somebody's groups, and what may be done about them. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.i18n import QT_TRANSLATE_NOOP
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.scrolled import scrolling
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.desk.vault.keys import KeyState

# By the name that ``console.secrets`` remembers.
KEYRINGS: Final = {
    "keyring.backends.SecretService.Keyring": QT_TRANSLATE_NOOP("Keyrings", "the keyring of this desktop"),
    "keyring.backends.libsecret.Keyring": QT_TRANSLATE_NOOP("Keyrings", "the keyring of this desktop"),
    "keyring.backends.kwallet.DBusKeyring": QT_TRANSLATE_NOOP("Keyrings", "the wallet of KDE"),
    "keyring.backends.Windows.WinVaultKeyring": QT_TRANSLATE_NOOP("Keyrings", "the Credential Manager of Windows"),
    "keyring.backends.macOS.Keyring": QT_TRANSLATE_NOOP("Keyrings", "the keychain of macOS"),
}


class VaultKeysForm(QWidget):
    """The sheet, the key, and how to take both to another computer.

    *Signals:*
        sheet_requested(): make a new recovery sheet.
        check_requested(): type the code of the sheet at hand, so that it counts.
        change_requested(): make another key.
        forget_requested(): drop the older keys that no backup needs.
        backups_requested(): show the backups.
    """

    sheet_requested = Signal()
    check_requested = Signal()
    change_requested = Signal()
    forget_requested = Signal()
    backups_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: KeyState | None = None
        self._titles = tuple(PlainLabel(wraps=True, is_bold=True) for _ in range(3))
        self.sheet, self.key, self.older = (PlainLabel(wraps=True) for _ in range(3))
        self._steps = tuple(PlainLabel(wraps=True) for _ in range(3))
        self.make, self.check, self.change, self.forget, self.backups = (QPushButton() for _ in range(5))
        self._lay_out()
        for button, signal in (
            (self.make, self.sheet_requested),
            (self.check, self.check_requested),
            (self.change, self.change_requested),
            (self.forget, self.forget_requested),
            (self.backups, self.backups_requested),
        ):
            button.clicked.connect(signal)
        self.setFocusProxy(self.make)
        self.retranslate()

    def show_state(self, state: "KeyState") -> None:
        """Show how it stands."""
        self._state = state
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        for label, text in zip(
            self._titles,
            (self.tr("Your recovery sheet"), self.tr("The key"), self.tr("To another computer")),
            strict=True,
        ):
            label.setText(text)
        for label, text in zip(self._steps, self._step_words(), strict=True):
            label.setText(text)
        self.make.setText(self.tr("Make a new &sheet…"))
        self.check.setText(self.tr("I have a sheet: &check it…"))
        self.change.setText(self.tr("Make another &key…"))
        self.forget.setText(self.tr("&Drop what is not needed any more"))
        self.backups.setText(self.tr("Show the &backups"))
        state = self._state
        if state is None:
            return
        has_keys = state.kept_by != "nobody"
        self.sheet.setText(self._sheet_words(state))
        self.key.setText(self._key_words(state))
        older = self.tr("%Ln older key(s) is/are kept too: older backups open with it/them.", "", state.older)
        self.older.setText(older)
        for part in (self.older, self.forget):
            part.setVisible(state.older > 0)
        for button in (self.make, self.check):
            button.setVisible(has_keys)
        self.change.setVisible(has_keys and state.kept_by != "environment")

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _sheet_words(self, state: "KeyState") -> str:
        if state.kept_by == "nobody":
            return self.tr("The demo has no sheet: its groups are gone when you close it.")
        if state.sheet is None:
            return self.tr(
                "You have no sheet on paper that opens your groups. If this computer breaks, nobody can open them, "
                "not even from a backup."
            )
        return self.tr(
            "You have the sheet with number {number} on paper. It opens your groups when this computer does not."
        ).format(number=state.sheet)

    def _key_words(self, state: "KeyState") -> str:
        if state.kept_by == "nobody":
            return self.tr("The demo has a key that nobody keeps.")
        if state.kept_by == "environment":
            return self.tr("Whoever started the program gave the key along (BEHEER_KEY), and looks after it.")
        if state.keyring is None:
            return self.tr("No keyring of this computer keeps the key. At each start the code of your sheet is asked.")
        known = KEYRINGS.get(state.keyring)
        name = QCoreApplication.translate("Keyrings", known) if known else self.tr("the keyring of this computer")
        return self.tr(
            "The key stands in {keyring}, and opens with your own account on this computer. It is in no file."
        ).format(keyring=name)

    def _step_words(self) -> tuple[str, str, str]:
        return (
            self.tr("1. Put a backup on a stick: choose the stick under Backups as the second place, and make one."),
            self.tr("2. Put the stick in the other computer and start the program there. Under Backups, put it back."),
            self.tr("3. Type the code of your recovery sheet. Make a new one there: the old one is of this computer."),
        )

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        sheet, key, moving = self._titles
        for title, labels, buttons in (
            (sheet, (self.sheet,), (self.make, self.check)),
            (key, (self.key, self.older), (self.change, self.forget)),
            (moving, self._steps, (self.backups,)),
        ):
            column.addWidget(title)
            for label in labels:
                column.addWidget(label)
            row = FlowLayout()
            for button in buttons:
                row.addWidget(button)
            column.addLayout(row)
            column.addSpacing(theme.em(self, 1))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(content))
