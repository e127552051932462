"""The program's own settings survive bad files, newer programs and being written half."""

import os
import stat
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from console import settings
from console.errors import ExpectedError
from console.settings import Loaded, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def test_a_first_start_has_the_defaults(path: Path) -> None:
    assert settings.load(path) == Loaded(Settings())
    assert not path.exists()


def test_what_is_saved_is_loaded(path: Path, tmp_path: Path) -> None:
    chosen = Settings(
        language="en", theme="dark", font_scale=1.5, watched_folder=tmp_path, last_group=3, keyring="keyring.backends.x"
    )
    settings.save(chosen, path)
    assert settings.load(path) == Loaded(chosen)
    settings.save(replace(chosen, watched_folder=None), path)
    assert settings.load(path).settings.watched_folder is None


def test_only_what_was_chosen_is_written(path: Path) -> None:
    settings.save(Settings(theme="light"), path)
    assert tomllib.loads(path.read_text()) == {"theme": "light"}


def test_saving_leaves_one_private_file(path: Path) -> None:
    for language in ("nl", "en", "nl"):
        settings.save(Settings(language=language), path)
    assert list(path.parent.iterdir()) == [path]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_a_newer_program_wrote_is_kept(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('theme = "dark"\nshape = "round"\n[colours]\nwarm = true\n')
    loaded = settings.load(path)
    assert loaded.ignored == ()
    settings.save(replace(loaded.settings, language="en"), path)
    expected = {"theme": "dark", "language": "en", "shape": "round", "colours": {"warm": True}}
    assert tomllib.loads(path.read_text()) == expected


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('language = "fr"', "language"),
        ("language = 1", "language"),
        ("language = []", "language"),
        ('theme = "pink"', "theme"),
        ("font_scale = 0.1", "font_scale"),
        ("font_scale = nan", "font_scale"),
        ("font_scale = true", "font_scale"),
        ('font_scale = "1"', "font_scale"),
        ("watched_folder = 7", "watched_folder"),
        ('last_group = "7"', "last_group"),
        ("last_group = true", "last_group"),
        ('keys = ["G"]', "keys"),
        ('keys = { fine = "G" }', "keys"),
        ("keys = { fine = [1] }", "keys"),
        ('keys = { fine = [""] }', "keys"),
        ("daily_summary = 1", "daily_summary"),
        ('summary_at = "19:00"', "summary_at"),
        ("quiet_from = 21", "quiet_from"),
        ("quiet_until = 2026-11-15T08:00:00", "quiet_until"),
        ("summary_told_on = 2026-11-15T08:00:00", "summary_told_on"),
    ],
)
def test_a_value_that_cannot_be_is_its_default_and_told(path: Path, line: str, name: str) -> None:
    path.parent.mkdir()
    path.write_text(f'{line}\nkeyring = "a"\n')
    assert settings.load(path) == Loaded(Settings(keyring="a"), ignored=(name,))


def test_a_whole_number_is_a_scale_too(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("font_scale = 2\n")
    assert settings.load(path).settings.font_scale == 2.0


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfe\x00", b"\x00" * 100, b"theme = 'dark'\ntheme = 'light'"])
def test_a_damaged_file_is_set_aside_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    loaded = settings.load(path)
    assert loaded.settings == Settings()
    assert loaded.set_aside is not None
    assert loaded.set_aside.read_bytes() == content
    assert list(path.parent.iterdir()) == [loaded.set_aside]


def test_a_wrong_value_in_code_is_a_bug() -> None:
    with pytest.raises(ValueError, match="not one of"):
        Settings(theme="pink")


def test_settings_that_cannot_be_read_or_kept_are_a_sentence(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(ExpectedError) as unread:
        settings.load(path)
    with pytest.raises(ExpectedError) as unsaved:
        settings.save(Settings(), path)
    assert (unread.value.key, unsaved.value.key) == ("settings_unreadable", "settings_not_saved")
    for error in (unread.value, unsaved.value):
        assert str(path) in error.sentence("nl")
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_the_places_bear_the_name_of_the_program() -> None:
    assert settings.default_store_path().name == "beheerconsole.db"
    assert "beheerconsole" in settings.default_store_path().parent.parts
    assert "beheerconsole" in settings.settings_path().parent.parts
