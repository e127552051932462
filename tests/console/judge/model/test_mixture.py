"""The files of the models: checked before they are used, and the right ones shipped."""

import random
import shutil
from pathlib import Path

import numpy as np
import pytest

from console.assets import resource
from console.domain.judgement import Flag, Strictness
from console.judge import JUDGE_VERSION
from console.judge.model.heads import OUTPUTS
from console.judge.model.mixture import FILES, MANIFEST, WORDS, read_mixture
from console.judge.sealed import ModelError, read_sealed


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    for name in (MANIFEST, *FILES):
        shutil.copy(resource("models", name), tmp_path)
    with (tmp_path / WORDS).open("r+b") as file:
        file.seek(-1, 2)
        last = file.read(1)
        file.seek(-1, 2)
        file.write(bytes([last[0] ^ 1]))
    with pytest.raises(ModelError, match=WORDS):
        read_mixture(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    shutil.copy(resource("models", MANIFEST), tmp_path)
    with pytest.raises(ModelError, match=FILES[0]):
        read_mixture(tmp_path)


@pytest.mark.parametrize("damage", [None, b"", b"version = ", b"\xff\xfe", b'version = "model-1"\n'])
def test_a_damaged_manifest_is_told_in_a_sentence_that_says_what_to_do(tmp_path: Path, damage: bytes | None) -> None:
    if damage is not None:
        (tmp_path / MANIFEST).write_bytes(damage)
    with pytest.raises(ModelError) as caught:
        read_mixture(tmp_path)
    assert MANIFEST in caught.value.sentence("nl")
    assert "Installeer Beheerconsole opnieuw" in caught.value.sentence("nl")


def test_a_flipped_byte_is_found_wherever_it_is(tmp_path: Path) -> None:
    """Of the network, the words and the pieces; and of both tables, in which another number would judge otherwise."""
    rng = random.Random(8)
    tables = (MANIFEST, "threads.toml")
    for name in (*FILES, *tables):
        shutil.copy(resource("models", name), tmp_path)
    for name in (*FILES, *tables, *tables, *tables):
        whole = (tmp_path / name).read_bytes()
        place = rng.randrange(len(whole))
        (tmp_path / name).write_bytes(
            whole[:place] + bytes([whole[place] ^ 1 << rng.randrange(7)]) + whole[place + 1 :]
        )
        with pytest.raises(ModelError, match=name):
            read_sealed(tmp_path / name) if name in tables else read_mixture(tmp_path)
        (tmp_path / name).write_bytes(whole)
    assert read_mixture(tmp_path).version


def test_a_table_with_the_line_ends_of_windows_is_the_same_table(tmp_path: Path) -> None:
    text = resource("models", MANIFEST).read_text(encoding="utf-8")
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8", newline="\r\n")
    assert read_sealed(tmp_path / MANIFEST) == read_sealed(resource("models", MANIFEST))


def test_the_models_are_those_of_this_judge() -> None:
    assert JUDGE_VERSION.startswith(read_mixture(resource("models")).version)


def test_the_models_fit_in_sixty_megabytes() -> None:
    assert sum(resource("models", name).stat().st_size for name in FILES) <= 60_000_000


def test_stricter_never_asks_to_be_surer() -> None:
    bounds = read_mixture(resource("models")).bounds
    assert set(bounds) == set(Flag) - {Flag.LANGUAGE}
    for words in bounds.values():
        assert words[Strictness.STRICT] <= words[Strictness.NORMAL] <= words[Strictness.LENIENT]


def test_a_mixture_of_equal_models_keeps_their_order() -> None:
    mixture = read_mixture(resource("models"))
    rows = np.random.default_rng(1).normal(size=(3, OUTPUTS)).astype(np.float32)
    mixed = mixture.mixed(rows, rows)
    assert np.array_equal(mixed[:, :9].argmax(1), rows[:, :9].argmax(1))
