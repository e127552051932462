"""``beheer welcome`` as the contract of the command line says."""

import pytest

from console.domain.welcome import LANGUAGES, MESSAGE_CHARACTERS
from tests.console.test_cli import beheer  # noqa: F401  # fixture


@pytest.fixture
def kade(beheer):  # noqa: F811
    """A store with one group of a kind."""
    beheer("import", beheer.chat(), "--group", "HIC Kade", "--profile", "hic", "--no-judge")
    return beheer


def test_the_text_of_a_group_is_written_in_the_language_of_its_members(kade):
    kade("welcome", "--group", "HIC Kade")
    assert kade.out.startswith("Welkom in HIC Kade.")
    assert "*Dit doet u wel*" in kade.out
    assert len(kade.out) < MESSAGE_CHARACTERS
    assert kade.err == ""
    (data,) = kade("welcome", "--group", "HIC Kade", "--json", "--lang", "ar")
    assert (data["group"], data["language"]) == ("HIC Kade", "ar")
    assert "112" in data["text"]
    assert "moedertaalspreker" in kade.err  # in the language of the person, who may not read Arabic
    kade("--lang", "en", "welcome", "--group", "hic kade")
    assert kade.out.startswith("Welcome to HIC Kade.")
    assert "mother tongue" in kade.err


def test_the_text_goes_to_a_file_of_its_kind(kade, tmp_path):
    starts = {"txt": b"Welkom in HIC Kade.", "pdf": b"%PDF-", "PNG": b"\x89PNG"}
    for suffix, start in starts.items():
        path = tmp_path / f"welkom.{suffix}"
        kade("welcome", "--group", "HIC Kade", "--out", path)
        assert kade.out == ""
        assert path.read_bytes().startswith(start)
    assert sorted(path.name for path in tmp_path.glob("welkom*")) == ["welkom.PNG", "welkom.pdf", "welkom.txt"]


def test_what_cannot_be_is_one_sentence(kade, tmp_path):
    kade("welcome", "--group", "HIC Kade", "--out", tmp_path / "welkom.docx", status=1)
    assert ".txt, .pdf, .png" in kade.err
    kade("welcome", "--group", "Plein", status=1)
    assert "Plein" in kade.err
    kade("welcome", "--group", "HIC Kade", "--out", tmp_path / "weg" / "welkom.txt", status=1)
    assert "weg" in kade.err
    kade("welcome", "--group", "HIC Kade", "--lang", "xx", status=2)
    assert all(language in kade.err for language in LANGUAGES)
