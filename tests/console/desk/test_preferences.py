"""What the window remembers."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from console import settings
from console.desk.preferences import Settings, load_preferences, save_preferences


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_a_first_start_has_the_defaults(path):
    assert load_preferences(path) == Settings()
    assert not path.exists()


def test_what_is_saved_comes_back(path, tmp_path):
    wishes = Settings("en", "dark", 1.5, watched_folder=str(tmp_path), store_path=str(tmp_path / "a.db"))
    save_preferences(wishes, path)
    assert load_preferences(path) == wishes
    save_preferences(Settings(), path)
    assert load_preferences(path) == Settings()


def test_saving_a_wish_leaves_the_other_settings_alone(path):
    settings.save(settings.Settings(keyring="keyring.backends.x", last_group=3), path)
    save_preferences(replace(load_preferences(path), theme="light"), path)
    kept = settings.load(path).settings
    assert (kept.keyring, kept.last_group, kept.theme) == ("keyring.backends.x", 3, "light")


def test_a_wish_that_cannot_be_is_refused_and_nothing_is_written(path):
    with pytest.raises(ValueError, match="not one of"):
        save_preferences(Settings(theme="pink"), path)
    assert not path.exists()


def test_keys_and_quiet_hours_come_back(path):
    wishes = Settings(
        keys={"fine": ("J",), "undo": ("U", "Ctrl+Z")},
        daily_summary=False,
        summary_at=time(20, 30),
        quiet_from=time(22),
        quiet_until=time(7, 15),
        summary_told_on=date(2026, 11, 15),
    )
    save_preferences(wishes, path)
    assert load_preferences(path) == wishes
    save_preferences(replace(wishes, keys={}), path)
    assert load_preferences(path).keys == {}
