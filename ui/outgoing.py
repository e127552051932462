"""What leaves the computer, in words: for the bar that counts down and for the page Op uw telefoon. GUI thread only."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from console.domain.outgoing import Action, TodoState
from ui.i18n import QT_TRANSLATE_NOOP
from ui.widgets.text import Shown, isolated

_WITH_NAME: Final = {
    Action.PRIVATE: QT_TRANSLATE_NOOP("Outgoing", "Private message to {who}"),
    Action.OFFICER: QT_TRANSLATE_NOOP("Outgoing", "Question to {who}"),
    Action.DELETE: QT_TRANSLATE_NOOP("Outgoing", "Remove a message of {who}"),
    Action.REMOVE: QT_TRANSLATE_NOOP("Outgoing", "Take {who} out of the group"),
    Action.ADMIT: QT_TRANSLATE_NOOP("Outgoing", "Admit {who} to the group"),
    Action.REFUSE: QT_TRANSLATE_NOOP("Outgoing", "Decline the request of {who}"),
    Action.FORWARD: QT_TRANSLATE_NOOP("Outgoing", "Forward a report to {who}"),
}
_WITHOUT: Final = {
    Action.PRIVATE: QT_TRANSLATE_NOOP("Outgoing", "Private message"),
    Action.GROUP: QT_TRANSLATE_NOOP("Outgoing", "Message in the group"),
    Action.OTHER_GROUP: QT_TRANSLATE_NOOP("Outgoing", "Message in another group"),
    Action.OFFICER: QT_TRANSLATE_NOOP("Outgoing", "Question to the community officer"),
    Action.DELETE: QT_TRANSLATE_NOOP("Outgoing", "Remove a message"),
    Action.REMOVE: QT_TRANSLATE_NOOP("Outgoing", "Take somebody out of the group"),
    Action.ADMIT: QT_TRANSLATE_NOOP("Outgoing", "Admit somebody to the group"),
    Action.REFUSE: QT_TRANSLATE_NOOP("Outgoing", "Decline a request"),
    Action.FORWARD: QT_TRANSLATE_NOOP("Outgoing", "Forward a report"),
}

_STATES: Final = {
    TodoState.OPEN: QT_TRANSLATE_NOOP("Outgoing", "to do"),
    TodoState.NOT_SEEN: QT_TRANSLATE_NOOP("Outgoing", "not seen yet"),
    TodoState.DONE: QT_TRANSLATE_NOOP("Outgoing", "done"),
    TodoState.SEEN: QT_TRANSLATE_NOOP("Outgoing", "seen in the chat"),
    TodoState.WITHDRAWN: QT_TRANSLATE_NOOP("Outgoing", "not needed any more"),
}


def what_goes_out(action: Action, recipient: str | None) -> Shown:
    """Return what is to happen: "Private message to Anja"; plain, with the name kept apart from what stands around."""
    if recipient and action in _WITH_NAME:
        return Shown(QCoreApplication.translate("Outgoing", _WITH_NAME[action]).format(who=isolated(recipient)))
    return Shown(QCoreApplication.translate("Outgoing", _WITHOUT[action]))


def state_words(state: TodoState) -> str:
    """Return where a to-do stands, in a word or two."""
    return QCoreApplication.translate("Outgoing", _STATES[state])
