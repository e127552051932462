"""Why a message asks for attention: sentence, reason and kind. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui import words
from ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from console.domain.judgement import Judgement


class ReasonView(QWidget):
    """One plain sentence a reason with the word for it, and what the message is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judgement: Judgement | None = None
        self._talk: str | None = None
        self._language = "nl"
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_judgement(self, judgement: "Judgement | None", language: str, talk: str | None = None) -> None:
        """Show the reasons of a judgement in a language; None means that nobody judged yet.

        ``talk`` is the sentence with which closing a talk is proposed: then the message is here for nothing else.
        """
        self._judgement, self._language, self._talk = judgement, language, talk
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for text, is_muted in self._texts():
            self._column.addWidget(PlainLabel(text, wraps=True, is_muted=is_muted, is_bold=not is_muted))

    def _texts(self) -> list[tuple[str, bool]]:
        texts = [(self._talk, False)] if self._talk is not None else []
        if self._judgement is None:
            return texts or [(self.tr("This message was not judged yet."), True)]
        for reason in () if texts else self._judgement.reasons:
            name = self.tr("Reason: {flag}").format(flag=words.word(reason.flag))
            texts += [(reason.sentence(self._language), False), (name, True)]
        kind = self.tr("About: {kind}").format(kind=words.word(self._judgement.category))
        texts.append((kind, True))
        return texts
