"""What the ladder proposes for who wrote a message; a person takes it or not. GUI thread only."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from console.domain.ladder import Proposal
from ui.shortcuts import Command, key_text
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel


class ProposalView(QWidget):
    """The next step with why it is the next, and the way out beside the ladder; hidden while there is nothing to say.

    *Signals:*
        step_requested(): take the step.
        officer_requested(): ask the community officer.
    """

    step_requested = Signal()
    officer_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposal: Proposal | None = None
        self._why, self._aside_why = PlainLabel(wraps=True), PlainLabel(wraps=True)
        self.step, self.officer = KeyButton(), KeyButton()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        for row, (label, button) in enumerate(((self._why, self.step), (self._aside_why, self.officer))):
            grid.addWidget(label, row, 0)
            grid.addWidget(button, row, 1, Qt.AlignmentFlag.AlignVCenter)
        self.step.clicked.connect(self.step_requested)
        self.officer.clicked.connect(self.officer_requested)
        self._retranslate()

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Show what is proposed; None shows nothing."""
        self._proposal = proposal
        self._retranslate()

    def set_can_decide(self, can_decide: bool) -> None:  # a property's setter in Qt's manner
        """Let it be taken, or not: the item is decided, or not there yet."""
        self.step.setEnabled(can_decide)
        self.officer.setEnabled(can_decide)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.step.setText(self.tr("Do it"))
        self.step.set_key(key_text(Command.STEP))
        self.officer.setText(self.tr("Officer…"))
        self.officer.set_key(key_text(Command.OFFICER))
        self.officer.setAccessibleName(self.tr("Ask the community officer"))
        proposal = self._proposal
        self.setVisible(proposal is not None)
        if proposal is None:
            return
        next_step = self.tr("Next step: {step}.").format(step=proposal.rung.name)
        self._why.setText(f"{next_step} {proposal.why}")
        self._aside_why.setText(proposal.aside_why or "")
        for part in (self._aside_why, self.officer):
            part.setVisible(proposal.aside is not None)
