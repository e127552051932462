"""The steps of a reasoning as a list model. GUI thread only."""

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from ui import words
from ui.widgets.text import Shown, one_line

if TYPE_CHECKING:
    from console.domain.judgement import Reasoning, Span, Step

ModelIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
QUOTED: Final = 5  # words of the message that are read out with a step
QUOTE_CHARACTERS: Final = 80


class StepRow(NamedTuple):
    """What the judge looked at, where that is another thing than in the step before, and what it found."""

    heading: Shown
    sentence: Shown


class StepsModel(QAbstractListModel):
    """One row a step: what the message is about, then flag by flag."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._text = ""
        self._language = "nl"

    def set_reasoning(self, reasoning: "Reasoning", text: str, language: str) -> None:
        """Show the steps of another reasoning, about a message with this text."""
        self.beginResetModel()
        self._steps, self._text, self._language = reasoning.steps, text, language
        self.endResetModel()

    def set_language(self, language: str) -> None:
        """Show the same steps in another language."""
        self._language = language
        if self._steps:
            self.dataChanged.emit(self.index(0), self.index(len(self._steps) - 1))

    def spans(self, row: int) -> "tuple[Span, ...]":
        """Return the character offsets of the words that a step speaks of."""
        return self._steps[row].spans if 0 <= row < len(self._steps) else ()

    def first_with_words(self) -> int:
        """Return the first step that speaks of words of the message, or the first of all."""
        return next((row for row, step in enumerate(self._steps) if step.spans), 0)

    @override
    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of steps."""
        return 0 if parent.isValid() else len(self._steps)

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the sentence, the row, or what a screen reader says: with the words, which it cannot see marked."""
        if not index.isValid():
            return None
        step = self._steps[index.row()]
        sentence = one_line(step.sentence(self._language))
        if role == Qt.ItemDataRole.DisplayRole:
            return sentence
        before = self._steps[index.row() - 1].flag if index.row() else None
        if role == ROW_ROLE:
            is_new = not index.row() or step.flag is not before
            return StepRow(self._heading(step) if is_new else Shown(), sentence)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            quoted = ", ".join(self._quotes(step))
            found = self.tr("Words: {words}").format(words=quoted) if quoted else ""
            return f"{self._heading(step)}: {sentence} {found}".strip()
        return None

    def _heading(self, step: "Step") -> Shown:
        word = self.tr("what it is about") if step.flag is None else words.word(step.flag)
        return Shown(word[:1].upper() + word[1:])

    def _quotes(self, step: "Step") -> list[str]:
        return [one_line(self._text[start:end], QUOTE_CHARACTERS) for start, end in step.spans[:QUOTED]]
