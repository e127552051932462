"""Dutch and English: plurals, Qt's own words, and what happens with a string that has no translation."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject

from ui import words
from ui.i18n import Languages, TsTranslator, read_ts

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL">
<context><name>Test</name>
<message><source>Hello &amp; &quot;you&quot;</source><translation>Hallo &amp; &quot;u&quot;</translation></message>
<message><source>Unfinished</source><translation type="unfinished">Half</translation></message>
<message><source>Open</source><comment>a door</comment><translation>Opendoen</translation></message>
<message numerus="yes"><source>%n file(s)</source>
<translation><numerusform>%n bestand</numerusform><numerusform>%n bestanden</numerusform></translation></message>
</context></TS>
"""


@pytest.fixture
def translator(tmp_path):
    path = tmp_path / "test.ts"
    path.write_text(TS, encoding="utf-8")
    made = TsTranslator(path)
    QCoreApplication.installTranslator(made)
    yield made
    QCoreApplication.removeTranslator(made)


def tr(text, comment=None, n=-1):
    return QCoreApplication.translate("Test", text, comment, n)


def test_strings_plurals_and_comments(qapp, translator):
    assert tr('Hello & "you"') == 'Hallo & "u"'
    assert [tr("%n file(s)", None, n) for n in (0, 1, 2)] == ["0 bestanden", "1 bestand", "2 bestanden"]
    assert tr("Open", "a door") == "Opendoen"


def test_what_is_not_translated_stays_as_it_is(qapp, translator):
    assert tr("Open") == "Open"
    assert tr("Unfinished") == "Unfinished"
    assert tr("Never heard of") == "Never heard of"


def test_subclass_uses_the_strings_of_its_base(qapp, tmp_path, translator):
    class Test(QObject):
        def say(self):
            return self.tr('Hello & "you"')

    class Other(Test):
        pass

    assert Other().say() == 'Hallo & "u"'


def test_file_without_translations_is_empty(tmp_path):
    path = tmp_path / "empty.ts"
    path.write_text('<?xml version="1.0"?><TS version="2.1"></TS>', encoding="utf-8")
    assert read_ts(path) == {}
    assert TsTranslator(path).isEmpty()


def test_numbers_days_and_words_follow_the_language(qapp):
    languages = Languages("nl")
    try:
        assert words.number(1234567) == "1.234.567"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"
        languages.choose("en")
        assert words.number(1234567) == "1,234,567"
        assert QLocale().language() == QLocale.Language.English
    finally:
        languages.remove()
