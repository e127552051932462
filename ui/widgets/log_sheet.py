"""One decision: what, by whom, why it was shown, what was written and sent, and what became of it. GUI thread only."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication

from console.domain.decision import Verb
from console.domain.logbook import EntryDetail, Sent
from console.domain.outgoing import SendState
from ui import outgoing, sayings, words
from ui.i18n import QT_TRANSLATE_NOOP
from ui.widgets.fact_list import FactList
from ui.widgets.text import Shown, isolated, visible

_STATES: Final = {
    SendState.WAITING: QT_TRANSLATE_NOOP("LogSheet", "waits a moment"),
    SendState.SENDING: QT_TRANSLATE_NOOP("LogSheet", "on its way"),
    SendState.DONE: QT_TRANSLATE_NOOP("LogSheet", "sent"),
    SendState.FAILED: QT_TRANSLATE_NOOP("LogSheet", "failed"),
    SendState.UNKNOWN: QT_TRANSLATE_NOOP("LogSheet", "not certain that it arrived"),
    SendState.WITHDRAWN: QT_TRANSLATE_NOOP("LogSheet", "taken back"),
}


class LogSheet(FactList):
    """Everything that the logbook keeps of one decision, in the order in which it happened."""

    def show_detail(self, detail: EntryDetail | None, what: str, language: str) -> None:
        """Show a decision, or nothing; ``what`` names it, ``language`` is that of the reasons."""
        self.begin()
        if detail is not None:
            self._add(detail, what, language)
        self.finish()

    def _add(self, detail: EntryDetail, what: str, language: str) -> None:
        entry = detail.entry
        self.add_heading(what)
        at = entry.decided_at.astimezone()
        by = self.tr("{who}, on {day} at {time}")
        self.add_line(_filled(by, who=entry.actor, day=words.day(at), time=words.clock(at)), is_muted=True)
        if entry.group is not None:
            self.add_line(_filled(self.tr("In {group}"), group=entry.group), is_muted=True)
        if entry.author and detail.message is None:
            self.add_line(_filled(self.tr("About {who}"), who=entry.author), is_muted=True)
        if entry.together > 1:
            self.add_line(self.tr("Together with %Ln other(s)", "", entry.together - 1))
        self._add_undone(detail)
        if detail.message is not None:
            self.add_part(self.tr("The message"), [(self._said_by(detail), detail.message)])
        reasons = [("", reason.sentence(language)) for reason in detail.shown]
        self.add_part(self.tr("Why did I see this?"), reasons)
        if entry.note and not any(sent.text == entry.note for sent in detail.sent):
            self.add_part(self.tr("What was written"), [("", entry.note)])
        self.add_part(self.tr("What goes out"), [self._sent(sent) for sent in detail.sent])
        self.add_part(self.tr("What changed"), [("", line) for line in self._changed(detail)])

    def _add_undone(self, detail: EntryDetail) -> None:
        is_undoing = detail.entry.verb is Verb.UNDO
        if detail.undone_by is None or detail.undone_at is None:
            if not detail.can_undo and not is_undoing:
                why = self.tr("This cannot be undone any more: it left this computer, or something came after it.")
                self.add_line(why, is_muted=True)
            return
        at = detail.undone_at.astimezone()
        undone = self.tr("Undone by {who}, on {day} at {time}")
        self.add_line(_filled(undone, who=detail.undone_by, day=words.day(at), time=words.clock(at)))

    def _said_by(self, detail: EntryDetail) -> Shown:
        author = detail.entry.author
        at = "" if detail.said_at is None else words.day_and_time(detail.said_at)
        return Shown(", ".join(part for part in (isolated(author) if author else "", at) if part))

    def _sent(self, sent: Sent) -> tuple[Shown, Shown]:
        what = outgoing.what_goes_out(sent.action, sent.recipient)
        if sent.todo is not None:
            state = self.tr("on your phone: {state}").format(state=outgoing.state_words(sent.todo))
        else:
            state = QCoreApplication.translate("LogSheet", _STATES[sent.send or SendState.UNKNOWN])
        answer = _filled(self.tr("Answer: {answer}"), answer=sent.answer) if sent.answer else ""
        told = "\n\n".join(part for part in (visible(sent.text or ""), answer) if part)
        return Shown(f"{what}, {state}"), Shown(told)

    def _changed(self, detail: EntryDetail) -> Iterator[str]:
        if detail.until is not None:
            yield self.tr("Out of sight until {day}").format(day=words.day(detail.until.astimezone()))
        if detail.taught and detail.entry.verb is Verb.FINE:
            yield self.tr("The group learns that this is all right here")
        else:
            yield from (sayings.taught(label, value) for label, value in detail.taught)
        yield from detail.changed


def _filled(text: str, **values: str) -> Shown:
    """Return a sentence with names in it that cannot turn it around."""
    return Shown(text.format(**{name: isolated(value) for name, value in values.items()}))
