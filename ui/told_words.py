"""What a person is told after what he did, in the same words on every page. GUI thread only."""

from PySide6.QtCore import QCoreApplication

from ui.shortcuts import undo_keys


def undo_words() -> str:
    """Return how it is taken back: "With Z or Ctrl+Z you undo it."."""
    return QCoreApplication.translate("ToldWords", "With {key} you undo it.").format(key=undo_keys())


def ready_words() -> str:
    """Return where a text is that was made ready for the phone or to be sent, and how that is taken back."""
    where = QCoreApplication.translate(
        "ToldWords", "It is ready. You find it under On your phone, or it is sent after ten seconds."
    )
    return f"{where} {undo_words()}"


def copied_words(*, is_private: bool = True) -> str:
    """Return what can be done with a text that was copied for a chat."""
    copied = QCoreApplication.translate("ToldWords", "Copied. You can paste it in the chat.")
    return f"{copied} {minute_words()}" if is_private else copied


def minute_words() -> str:
    """Return how long what is private stays on the clipboard (``ui.clipboard``)."""
    return QCoreApplication.translate("ToldWords", "It stays on the clipboard for one minute.")
