"""``beheer papers``: the papers that the law asks, from the real settings of this installation."""

import dataclasses

import pytest

from console import settings
from tests.console.test_cli import beheer  # noqa: F401  # fixture


@pytest.fixture
def kade(beheer):  # noqa: F811
    """A store with one group."""
    beheer("import", beheer.chat(), "--group", "Kade", "--no-judge")
    return beheer


def test_a_paper_comes_as_text_or_in_a_file_of_its_kind(kade, tmp_path):
    kade("papers", "register")
    assert kade.out.startswith("Register van verwerkingen\n\nDit register hoort bij Kade.")
    assert kade.out.endswith("\n")
    assert kade.err == ""
    for name, begins in (("dpia.pdf", b"%PDF-"), ("dpia.txt", b"Beoordeling van de gevolgen")):
        (row,) = kade("papers", "dpia", "--group", "kade", "--out", tmp_path / name, "--json")
        assert row == {"paper": "dpia", "group": "kade", "path": str(tmp_path / name)}
        assert (tmp_path / name).read_bytes().startswith(begins)
    kade("papers", "dpia", "--out", tmp_path / "dpia.docx", status=1)
    assert ".pdf, .txt" in kade.err
    kade("papers", "notice", "--group", "Plein", status=1)
    assert "Plein" in kade.err


def test_a_breach_is_told_until_when_it_may_be_reported(kade):
    (row,) = kade("papers", "breach", "--noticed", "2026-10-24T10:00", "--json")
    assert row["report_until"] == "2026-10-27T09:00:00"  # the clock was put back
    assert "Ontdekt op 24 oktober 2026 om 10.00 uur." in row["text"]
    kade("papers", "breach", "--noticed", "gisteren", status=2)
    assert "2026-11-15T20:00" in kade.err


def test_a_paper_tells_what_the_settings_say(kade):
    kade("papers", "register")
    assert "Na 10 minuten zonder toets" in kade.out
    assert "De sleutel wordt bij elke start opgegeven" in kade.out  # BEHEER_KEY
    before = settings.load().settings
    settings.save(dataclasses.replace(before, lock_minutes=25.0))
    try:
        kade("papers", "register")
    finally:
        settings.save(before)
    assert "Na 25 minuten zonder toets" in kade.out
