"""In which languages members can be written to, and who whose mother tongue it is read the words. GUI thread only."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.language_box import OWN_NAMES
from ui.widgets.puts_away import PutsAway
from ui.widgets.scrolled import scrolling
from ui.widgets.text import PlainLabel, Shown, isolated, one_line

NAME_CHARACTERS: Final = 80


class LanguagesForm(PutsAway):
    """A line for each language: who read it, or a field for his name. What is kept is kept at once.

    *Signals:*
        checked(str, object): this language was read by somebody of this name; None: nobody read it after all.
    """

    checked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Mapping[str, str | None] = dict.fromkeys(OWN_NAMES)
        self._intro, self._hint = PlainLabel(wraps=True, is_muted=True), PlainLabel(wraps=True, is_muted=True)
        self.said = {language: PlainLabel(wraps=True) for language in OWN_NAMES}
        self.names = {language: QLineEdit() for language in OWN_NAMES}
        self.keep = {language: QPushButton() for language in OWN_NAMES}
        self.take_back = {language: QPushButton() for language in OWN_NAMES}
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(theme.em(self, 1))
        grid.setVerticalSpacing(theme.em(self, 0.7))
        for place, language in enumerate(OWN_NAMES):
            self._add(grid, place, language)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._intro)
        column.addLayout(grid)
        column.addWidget(self._hint)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addWidget(scrolling(content))
        self.retranslate()

    def show_checked(self, known: Mapping[str, str | None]) -> None:
        """Show who read each language: a name, "" where it was read before it was shipped, None for nobody."""
        for language, name in known.items():
            if name is not None and name != self._known.get(language):
                self.names[language].clear()
        self._known = dict(known)
        self.retranslate()

    @override
    def can_put_away(self) -> bool:
        """Whether a name was begun."""
        return any(field.text() for field in self.names.values())

    @override
    def put_away(self) -> None:
        for field in self.names.values():
            field.clear()

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._intro.setText(
            self.tr(
                "You can write to members in six languages. The words were translated with care, but not every "
                "language was read by somebody whose mother tongue it is."
            )
        )
        self._hint.setText(
            self.tr(
                "Do you know somebody who speaks it at home? Let him read a text on the page Welcome. Then write down "
                "his name here. Until then the language is marked as not checked yet."
            )
        )
        for language, own_name in OWN_NAMES.items():
            self._show(language, own_name)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self, language: str, own_name: str) -> None:
        reader = self._known.get(language)
        is_open = reader is None
        parts = (self.names[language], self.keep[language], self.take_back[language])
        has_focus = any(part.hasFocus() for part in parts)
        for widget in (self.names[language], self.keep[language]):
            widget.setVisible(is_open)
        self.take_back[language].setVisible(bool(reader))
        if has_focus and not any(part.isVisible() and part.hasFocus() for part in parts):  # it stays with its language
            (self.names[language] if is_open else self.take_back[language]).setFocus(Qt.FocusReason.OtherFocusReason)
        if is_open:
            self.said[language].setText(self.tr("Not checked yet: have it read by somebody whose mother tongue it is."))
        elif reader:
            name = isolated(one_line(reader, NAME_CHARACTERS))
            self.said[language].setText(Shown(self.tr("Checked by {name}.").format(name=name)))
        else:
            self.said[language].setText(self.tr("Checked."))
        self.names[language].setPlaceholderText(self.tr("Who read it?"))
        self.names[language].setAccessibleName(self.tr("Who read the texts: {language}").format(language=own_name))
        self.keep[language].setText(self.tr("Checked"))
        self.keep[language].setAccessibleName(self.tr("Checked: {language}").format(language=own_name))
        self.take_back[language].setText(self.tr("Not checked after all"))
        self.take_back[language].setAccessibleName(
            self.tr("Not checked after all: {language}").format(language=own_name)
        )

    def _add(self, grid: QGridLayout, place: int, language: str) -> None:
        name = PlainLabel(OWN_NAMES[language], is_bold=True)
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        field, keep, take_back = self.names[language], self.keep[language], self.take_back[language]
        field.setMaxLength(NAME_CHARACTERS)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        field.textChanged.connect(partial(self._enable, language))
        field.returnPressed.connect(partial(self._keep, language))
        keep.clicked.connect(partial(self._keep, language))
        take_back.clicked.connect(partial(self._take_back, language))
        keep.setEnabled(False)
        answer = QHBoxLayout()
        for widget in (field, keep, take_back):
            answer.addWidget(widget)
        said = QVBoxLayout()
        said.addWidget(self.said[language])
        said.addLayout(answer)
        grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(said, place, 1)

    def _enable(self, language: str, text: str) -> None:
        self.keep[language].setEnabled(bool(text.strip()))

    def _keep(self, language: str, *_pressed: object) -> None:
        name = self.names[language].text().strip()
        if name:
            self.checked.emit(language, name)

    def _take_back(self, language: str, *_pressed: object) -> None:
        self.checked.emit(language, None)
