"""Letters, colours and language. GUI thread only."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from console.desk.preferences import Settings
from ui.i18n import LANGUAGES
from ui.shortcuts import Command, key_text
from ui.theme import Look
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.text import PlainLabel

LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}


class LookForm(QWidget):
    """What the menu Beeld does, where a person looks for it too.

    *Signals:*
        look_chosen(str), language_chosen(str), scale_stepped(int): as of the menu.
    """

    look_chosen = Signal(str)
    language_chosen = Signal(str)
    scale_stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self.look = QComboBox(), QComboBox()
        self._language_label, self._look_label, self._size_label = (PlainLabel() for _ in range(3))
        self.smaller, self.normal, self.larger = (KeyButton() for _ in range(3))
        for language in LANGUAGES:
            self.language.addItem(LANGUAGE_NAMES[language], language)
        for look in Look:
            self.look.addItem("", look.value)
        self._lay_out()
        self.language.activated.connect(self._on_language_activated)
        self.look.activated.connect(self._on_look_activated)
        self.smaller.clicked.connect(self._on_smaller_clicked)
        self.normal.clicked.connect(self._on_normal_clicked)
        self.larger.clicked.connect(self._on_larger_clicked)
        self.retranslate()

    def show_wishes(self, wishes: Settings) -> None:
        """Show what is in force."""
        self.language.setCurrentIndex(self.language.findData(wishes.language))
        self.look.setCurrentIndex(self.look.findData(wishes.theme))

    def retranslate(self) -> None:
        """Put every text in the language on the screen."""
        self._language_label.setText(self.tr("Language"))
        self._look_label.setText(self.tr("Colours"))
        self._size_label.setText(self.tr("Letters"))
        self.language.setAccessibleName(self.tr("Language"))
        self.look.setAccessibleName(self.tr("Colours"))
        for place, text in enumerate((self.tr("As the system"), self.tr("Light"), self.tr("Dark"))):
            self.look.setItemText(place, text)
        for button, text, command in (
            (self.smaller, self.tr("&Smaller"), Command.SMALLER),
            (self.normal, self.tr("&Normal"), Command.NORMAL_SIZE),
            (self.larger, self.tr("&Larger"), Command.LARGER),
        ):
            button.setText(text)
            button.set_key(key_text(command))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow language and keys."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(2, 1)
        sizes = QWidget()
        flow = FlowLayout(sizes)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.smaller, self.normal, self.larger):
            flow.addWidget(button)
        for place, (label, part) in enumerate(
            ((self._language_label, self.language), (self._look_label, self.look), (self._size_label, sizes))
        ):
            grid.addWidget(label, place, 0)
            grid.addWidget(part, place, 1, 1, 2 if part is sizes else 1)
        self._language_label.setBuddy(self.language)
        self._look_label.setBuddy(self.look)
        column = QVBoxLayout(self)
        column.addLayout(grid)
        column.addStretch(1)

    @Slot()
    def _on_language_activated(self) -> None:
        self.language_chosen.emit(self.language.currentData())

    @Slot()
    def _on_look_activated(self) -> None:
        self.look_chosen.emit(self.look.currentData())

    @Slot()
    def _on_smaller_clicked(self) -> None:
        self.scale_stepped.emit(-1)

    @Slot()
    def _on_normal_clicked(self) -> None:
        self.scale_stepped.emit(0)

    @Slot()
    def _on_larger_clicked(self) -> None:
        self.scale_stepped.emit(1)
