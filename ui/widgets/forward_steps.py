"""What comes after the form of a report: all that leaves, to be read first; or the words to pass on oneself.

GUI thread only.
"""

from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from console.domain.forward import Confirmation, ForwardChannel, Handing
from ui import theme
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

TEXT_EM = 8


class ForwardConfirmation(QWidget):
    """Everything that goes to the service, and where it goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Confirmation | None = None
        self._where, self._nothing_else = PlainLabel(wraps=True), PlainLabel(wraps=True, is_muted=True)
        self._rows = QFormLayout()
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._where)
        column.addLayout(self._rows)
        column.addWidget(self._nothing_else)
        column.addStretch(1)

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What stands there."""
        return () if self._shown is None else self._shown.rows

    def show_confirmation(self, shown: Confirmation) -> None:
        """Show what leaves."""
        self._shown = shown
        while self._rows.rowCount():
            self._rows.removeRow(0)
        for name, said in shown.rows:
            self._rows.addRow(PlainLabel(name, wraps=True, is_muted=True), PlainLabel(said, wraps=True))
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        shown = self._shown
        if shown is None:
            return
        sentence = self.tr("This goes to {who}, at {where}.")
        who, where = isolated(one_line(shown.to, 80)), isolated(one_line(shown.address, 80))
        self._where.setText(Shown(sentence.format(who=who, where=where)))
        self._nothing_else.setText(self.tr("Nothing else goes along. Read once more whether somebody's name is in it."))


class ForwardHanding(QWidget):
    """The words that a person passes on himself, and where they go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._handing: Handing | None = None
        self._number = ""
        self._where = PlainLabel(wraps=True, can_select=True)
        self._subject = PlainLabel(wraps=True, can_select=True)
        self._waits = PlainLabel(wraps=True, is_muted=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._where, self._subject, self.text, self._waits):
            column.addWidget(part)
        self.text.setMinimumHeight(theme.em(self, TEXT_EM))

    @property
    def handing(self) -> Handing | None:
        """What is passed on."""
        return self._handing

    def show_handing(self, handing: Handing, number: str) -> None:
        """Show it; ``number`` is that of the line that waits for the answer."""
        self._handing, self._number = handing, number
        self.text.setPlainText(handing.text)
        self._subject.setVisible(bool(handing.subject))
        self.retranslate()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        handing = self._handing
        if handing is None:
            return
        sentence = {
            ForwardChannel.APP: self.tr("Copy the text and put it in {where}."),
            ForwardChannel.MAIL: self.tr("Mail this to {where}."),
            ForwardChannel.PHONE: self.tr("Call {who}: {where}."),
        }.get(handing.channel, "")
        who, where = isolated(one_line(handing.to, 80)), isolated(one_line(handing.address, 80))
        self._where.setText(Shown(sentence.format(who=who, where=where)))
        self._subject.setText(Shown(self.tr("Subject: {what}").format(what=isolated(one_line(handing.subject, 200)))))
        self._waits.setText(
            self.tr("The question {number} is open now and waits for the answer.").format(number=self._number)
        )
        self.text.setAccessibleName(self.tr("The words to pass on"))
