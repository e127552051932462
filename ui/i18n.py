"""Dutch and English in the window. GUI thread only.

Strings stand in the code in English, through ``self.tr`` or ``translate("Context", ...)``; ``resources/i18n/*.ts`` hold
the Dutch, and the plurals of both. The ``.ts`` files are read as they are: a compiled ``.qm`` would need Qt's tools at
every ``pip install``, while these few hundred strings are read in some milliseconds, and a checkout, a wheel and a
packaged folder all have them. After adding a string run
``python -m tests.tools.translations`` and write the Dutch (a test tells when you forget).
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from defusedxml import ElementTree
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from typing_extensions import override

from console.assets import resource

LANGUAGES: Final = ("nl", "en")
_LOCALES: Final = {"nl": "nl_NL", "en": "en_GB"}


class TsTranslator(QTranslator):
    """A translator that reads Qt's ``.ts`` file. Both languages have two forms: one, and any other number."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forms = read_ts(path)

    @override
    def isEmpty(self) -> bool:
        """Whether there is nothing to translate."""
        return not self._forms

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the translation; None, which Qt reads as "ask the next translator", when there is none."""
        forms = self._forms.get((context, source, disambiguation or ""))
        if forms is None:
            return None  # type: ignore[return-value]
        return forms[0] if n == 1 or len(forms) == 1 else forms[1]


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802  # the name by which lupdate finds the string
    """Return a string that is translated later; Qt's own function of this name says that it returns an object."""
    return text


@cache
def read_ts(path: Path) -> Mapping[tuple[str, str, str], tuple[str, ...]]:
    """Return the finished translations: (context, source, comment) to one form, or two where a number decides."""
    found: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            if all(forms):
                found[name, message.findtext("source", ""), message.findtext("comment", "")] = forms
    return MappingProxyType(found)


class Languages(QObject):
    """Holds the translators of the language on the screen; every view hears ``LanguageChange`` when it changes."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = ""
        self._translators: list[QTranslator] = []
        self.choose(language)

    def choose(self, language: str) -> None:
        """Put a language on the screen."""
        if language == self.language:
            return
        self.remove()
        QLocale.setDefault(QLocale(_LOCALES[language]))
        buttons = QTranslator(self)  # Qt's own words: Yes, Cancel, Save
        buttons.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        words = TsTranslator(resource("i18n", f"beheerconsole_{language}.ts"), self)
        self.language = language
        self._translators = [buttons, words]
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)

    def remove(self) -> None:
        """Take the translations away; the strings of the code are left."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = []
        self.language = ""
