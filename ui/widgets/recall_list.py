"""Who outside got something about somebody who is forgotten, and what to ask of each of them. GUI thread only."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal

from console.domain.one_person import AskedId, PrivacyRequest, Recipient
from ui import privacy_facts
from ui.widgets.fact_list import FactList, ValueButton
from ui.widgets.text import Shown, one_line

TEXT_CHARACTERS: Final = 2_000


class RecallList(FactList):
    """A column of facts to which recipients can be added, each with the text that asks to erase it there.

    *Signals:*
        copied(Recipient), mail_requested(Recipient): put his text on the clipboard, or in a mail.
        asked(object): a person asked it of him; (id of the request, Recipient).
    """

    copied = Signal(object)
    mail_requested = Signal(object)
    asked = Signal(object)

    def add_recipients(self, recipients: Sequence[Recipient], asked_id: AskedId | None = None) -> None:
        """Add them under their title; with the id of the request a person can say of whom it was asked."""
        if not recipients:
            self.add_line(self.tr("Nobody outside got anything about this person, as far as the program knows."))
            return
        self.add_line(self.tr("Who got something about this person"), is_bold=True)
        self._add_hint()
        for recipient in recipients:
            self._add_recipient(recipient, asked_id)

    def add_to_ask(self, to_ask: Sequence[tuple[PrivacyRequest, Recipient]]) -> None:
        """Add who must still be asked it, about people who were forgotten."""
        self.add_line(self.tr("To ask of others"), is_bold=True)
        self._add_hint()
        for request, recipient in to_ask:
            self._add_recipient(recipient, request.id)

    def _add_hint(self) -> None:
        self.add_line(self.tr("Ask each of them to erase it too. Copy the text, and send it yourself."), is_muted=True)

    def _add_recipient(self, recipient: Recipient, asked_id: AskedId | None) -> None:
        who = privacy_facts.recipient_words(recipient)
        buttons = []
        for text, signal in ((self.tr("Copy the text"), self.copied), (self.tr("Open in mail"), self.mail_requested)):
            button = ValueButton(text, recipient)
            button.setAccessibleName(f"{text}: {who}")
            button.chosen.connect(signal)
            buttons.append(button)
        if asked_id is not None and recipient.told_at is None:
            done = ValueButton(self.tr("It was asked"), (asked_id, recipient))
            done.setAccessibleName(self.tr("It was asked: {who}").format(who=who))
            done.chosen.connect(self.asked)
            buttons.append(done)
        self.add_entry(who, "", *buttons)
        about = one_line(recipient.about, privacy_facts.ABOUT_CHARACTERS)
        if recipient.told_at is not None:
            told = self.tr("Asked on {day}.").format(day=privacy_facts.day_words(recipient.told_at))
            about = Shown(f"{about} {told}")
        self.add_line(about)
        self.add_line(Shown(f"“{one_line(recipient.text, TEXT_CHARACTERS)}”"), is_muted=True)
