"""In which language members read it. GUI thread only."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

OWN_NAMES: Final = {
    "nl": "Nederlands",
    "en": "English",
    "pl": "Polski",
    "tr": "Türkçe",
    "ar": "العربية",
    "uk": "Українська",
}
"""What each language of ``domain.welcome.LANGUAGES`` calls itself, so that who reads it finds it."""
RIGHT_TO_LEFT: Final = frozenset({"ar"})


class LanguageBox(QComboBox):
    """The languages of members by their own names; those that nobody checked yet say so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unchecked: Collection[str] = ()
        for key, name in OWN_NAMES.items():
            self.addItem(name, key)

    @property
    def language(self) -> str:
        """The language that is chosen: "nl"."""
        return str(self.currentData())

    def choose(self, language: str) -> None:
        """Show a language as chosen, and tell nobody."""
        with QSignalBlocker(self):
            self.setCurrentIndex(max(0, self.findData(language)))

    def show_unchecked(self, languages: Collection[str]) -> None:
        """Say of these languages that nobody whose mother tongue it is read the words yet."""
        self._unchecked = frozenset(languages)
        self.retranslate()

    def retranslate(self) -> None:
        """Put the marks in the language on the screen; its owner calls this, and gives it its accessible name."""
        for place, (key, name) in enumerate(OWN_NAMES.items()):
            marked = self.tr("{language} (not checked yet)").format(language=name)
            self.setItemText(place, marked if key in self._unchecked else name)
