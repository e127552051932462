"""No string of the window is forgotten: lupdate finds nothing new, and everything is translated."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from defusedxml import ElementTree

from tests.tools.translations import FOLDER, update

BLANKS = re.compile(r"\{[a-z_]*\}|%L?n")


def messages(path: Path):
    """Give (context, source, comment, translations, is finished) of every string in a ``.ts`` file."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            source, comment = message.findtext("source"), message.findtext("comment", "")
            yield context.findtext("name"), source, comment, forms, translation.get("type") is None


@pytest.fixture(scope="module")
def fresh(tmp_path_factory) -> Path:
    """The files as lupdate would leave them."""
    folder = tmp_path_factory.mktemp("i18n")
    for path in FOLDER.glob("*.ts"):
        shutil.copy(path, folder)
    update(folder)
    return folder


@pytest.mark.parametrize("language", ["nl", "en"])
def test_lupdate_finds_nothing_new_and_nothing_gone(fresh, language):
    name = f"beheerconsole_{language}.ts"
    kept = {entry[:3] for entry in messages(FOLDER / name)}
    now = {entry[:3] for entry in messages(fresh / name)}
    assert kept == now, "run python -m tests.tools.translations"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_string_is_translated(language):
    unfinished = [
        entry[:2]
        for entry in messages(FOLDER / f"beheerconsole_{language}.ts")
        if not (entry[4] and all(form.strip() for form in entry[3]))
    ]
    assert unfinished == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_translations_keep_the_blanks_and_one_mnemonic(language):
    for context, source, _comment, forms, _finished in messages(FOLDER / f"beheerconsole_{language}.ts"):
        wanted = Counter(BLANKS.findall(source))
        for place, form in enumerate(forms):
            is_of_one = place == 0 and len(forms) > 1  # "the last month" needs no number
            found = Counter(BLANKS.findall(form))
            assert found == wanted or (is_of_one and found == wanted - Counter(["%Ln"])), (context, source)
            assert _mnemonics(form) == _mnemonics(source), (context, source)


def _mnemonics(text: str) -> int:
    return len(re.findall(r"&(?=\w)", text.replace("&&", "")))
