"""The word model: what it adds up is what it explains, and what it wrote it reads back."""

from pathlib import Path

import numpy as np
import pytest

from console.domain.judgement import Role, Statement
from console.judge.model.features import blocks
from console.judge.model.heads import HEADS, OUTPUTS
from console.judge.model.words import WordModel

TEXTS = ("Er staat een man aan de deur te rommelen", "Dank je wel!", "Wie verkoopt er een fiets?", "")


@pytest.fixture
def model() -> WordModel:
    """A model with weights of chance over all that these texts count."""
    names = sorted({name for text in TEXTS for block in blocks(Statement(text)) for name in block})
    chance = np.random.default_rng(5)
    weights = chance.normal(size=(len(names), OUTPUTS)).astype(np.float16).astype(np.float32)
    rarity = chance.uniform(1, 4, len(names)).astype(np.float32)
    return WordModel(names, rarity, weights, chance.normal(size=OUTPUTS).astype(np.float32))


def test_a_saved_model_says_the_same(model: WordModel, tmp_path: Path) -> None:
    model.save(tmp_path / "words.npz")
    statements = [Statement(text) for text in TEXTS]
    again = WordModel.load(tmp_path / "words.npz")
    assert np.array_equal(again.logits(statements), model.logits(statements))


def test_who_writes_and_what_went_before_count(model: WordModel) -> None:
    plain, admin, answer = model.logits(
        [Statement(TEXTS[1]), Statement(TEXTS[1], Role.ADMIN), Statement(TEXTS[1], context=(TEXTS[0],))]
    )
    assert not np.allclose(plain, admin)
    assert not np.allclose(plain, answer)


def test_words_are_explained_at_their_place(model: WordModel) -> None:
    spans, rows = model.spoken(Statement(TEXTS[0]))
    assert [TEXTS[0][span.start : span.end] for span in spans] == TEXTS[0].split()
    assert rows.shape == (len(spans), OUTPUTS)


def test_what_the_words_add_is_the_whole_but_for_leanings() -> None:
    """With weight on parts, words and pairs only, the words' shares add up to the log-odds."""
    statement = Statement("Er loopt een hond los")
    names = [name for block in blocks(statement)[:2] for name in block]
    weights = np.random.default_rng(2).normal(size=(len(names), OUTPUTS)).astype(np.float32)
    model = WordModel(names, np.ones(len(names), np.float32), weights, np.zeros(OUTPUTS, np.float32))
    _, rows = model.spoken(statement)
    assert np.allclose(rows.sum(0), model.logits([statement])[0], atol=1e-4)


def test_every_value_of_every_label_has_one_place() -> None:
    places = [place for head in HEADS.values() for place in range(OUTPUTS)[head.places]]
    assert places == list(range(OUTPUTS))
