"""What the papers may say of this installation: what its settings, its keys and its store say, and no more."""

from dataclasses import replace
from pathlib import Path

import pytest

from console import settings
from console.desk.vault import access_code, changing, safeguards
from console.domain.privacy import Safeguards


@pytest.fixture
def wishes(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_nothing_is_promised_that_nobody_set_up(console, wishes):
    assert safeguards.of(console, wishes) == Safeguards(keyring=None, backup_days=30, lock_minutes=10)


def test_what_was_set_up_is_told(console, wishes):
    settings.save(settings.Settings(lock_minutes=25.0, backup_folder=wishes.parent), wishes)
    sheet = changing.make_sheet(console.store, ())
    groups = sheet.code.split("-")
    assert changing.confirm_sheet(console.store, sheet, tuple(groups[number - 1] for number in sheet.asked))
    access_code.set_code(console, "een lange code")
    told = safeguards.of(console, wishes)
    assert told == Safeguards(None, 30, 25, has_second_place=True, has_access_code=True, has_recovery_sheet=True)
    assert safeguards.of(replace(console, is_demo=True), wishes).has_recovery_sheet is False
