"""Cuts the pretrained vocabulary to the pieces that occur in what neighbours write, and writes it for sentencepiece."""

from collections import Counter
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import sentencepiece
from wordfreq import top_n_list

from console.judge.evaluation.labelled import Labelled
from console.judge.model.network import ANSWER, BEFORE, ROLE_WORDS
from console.judge.model.prepare import prepare
from console.judge.training.base import Base

# How many of a language's commonest words must keep their pieces: Dutch, and what its neighbours may write.
_LANGUAGES: Final = {"nl": 120_000, "en": 20_000, "de": 8_000, "tr": 6_000, "pl": 6_000, "fr": 4_000}
# Its own form of a model: made by a generator, so that nothing can be known of it beforehand.
_FORM: Final[Any] = import_module("sentencepiece.sentencepiece_model_pb2")
_SPECIAL: Final = 4  # <s>, <pad>, </s> and <unk> stand first in the base
_KEPT_SPECIAL: Final = (3, 0, 2)  # <unk>, <s> and </s> stand first in the cut
_NORMAL, _UNKNOWN, _CONTROL = 1, 2, 3  # types of pieces in sentencepiece's own form


def cut(base: Base, rows: Iterable[Labelled], path: Path) -> list[int]:
    """Write the cut vocabulary to ``path`` and return which rows of the base's embedding it keeps, in order."""
    everything = [place for place in range(_SPECIAL, len(base.pieces)) if base.pieces[place]]
    whole: Any = sentencepiece.SentencePieceProcessor(model_proto=_model(base, everything))
    used: Counter[int] = Counter()
    for text in _texts(rows):
        used.update(whole.encode(text))
    kept = {everything[place - len(_KEPT_SPECIAL)] for place in used if place >= len(_KEPT_SPECIAL)}
    kept |= {place for place in everything if len(base.pieces[place]) == 1 and _is_near(base.pieces[place])}
    ordered = sorted(kept)
    path.write_bytes(_model(base, ordered))
    return [*_KEPT_SPECIAL, *ordered]


def _texts(rows: Iterable[Labelled]) -> Iterable[str]:
    yield " ".join((BEFORE, *(ANSWER.format(word) for word in ROLE_WORDS.values())))
    for row in rows:
        for text in (row.statement.text, *row.statement.context):
            yield prepare(text).text
            yield text.lower()
    for language, count in _LANGUAGES.items():
        for word in top_n_list(language, count):
            yield prepare(word).text
            yield word.capitalize()


def _is_near(character: str) -> bool:
    """Return whether a single character is Latin, punctuation, a sign or an emoji: kept, seen or not."""
    code = ord(character)
    return code < 0x250 or 0x2000 <= code < 0x2C00 or code >= 0x1F000


def _model(base: Base, places: Iterable[int]) -> bytes:
    model: Any = _FORM.ModelProto()
    model.trainer_spec.model_type = _FORM.TrainerSpec.UNIGRAM
    model.trainer_spec.unk_id, model.trainer_spec.bos_id, model.trainer_spec.eos_id = 0, 1, 2
    model.trainer_spec.pad_id = -1
    model.normalizer_spec.name = "identity"  # prepare.py evens the text out
    for piece, kind in (("<unk>", _UNKNOWN), ("<s>", _CONTROL), ("</s>", _CONTROL)):
        model.pieces.add(piece=piece, score=0.0, type=kind)
    for place in places:
        model.pieces.add(piece=base.pieces[place], score=float(base.piece_scores[place]), type=_NORMAL)
    written: bytes = model.SerializeToString()
    return written
