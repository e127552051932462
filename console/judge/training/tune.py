"""Weighs the two models and sets how sure each flag must be, on messages that neither of them learnt from."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import tomli_w
from numpy.typing import NDArray
from scipy.optimize import minimize

from console.domain.judgement import Abuse, Call112, Category, Feedback, Flag, PersonalData, Role, Stigma, Strictness
from console.judge.evaluation.labelled import Labelled
from console.judge.lexicon import cues
from console.judge.model.heads import HEADS, OUTPUTS, Head, Row, levelled, probabilities
from console.judge.model.mixture import FILES, MANIFEST, Mixture
from console.judge.model.scores import READ_BY_MEANING
from console.judge.profiles import load_profile
from console.judge.sealed import sealed
from console.judge.training.targets import targets_of
from console.judge.urgency import NOW_IN_WORDS, is_going_on

_PULL: Final = 0.5  # towards an even mixture: few messages must not decide a weight alone
# What each word promises, as precision on unseen messages. Streng and ruim take the lowest bound that keeps it, gewoon
# the one with the best F1 of those. For an emergency it is recall, and the highest bound: there a missed one does more
# harm than a false alarm (issue 3, aims).
_PRECISION: Final = {
    Flag.STIGMA: {Strictness.STRICT: 0.72, Strictness.NORMAL: 0.86, Strictness.LENIENT: 0.96},
    Flag.ABUSE: {Strictness.STRICT: 0.65, Strictness.NORMAL: 0.75, Strictness.LENIENT: 0.92},
    Flag.VIGILANTISM: {Strictness.STRICT: 0.53, Strictness.NORMAL: 0.62, Strictness.LENIENT: 0.75},
    Flag.OFF_TOPIC: {Strictness.STRICT: 0.80, Strictness.NORMAL: 0.86, Strictness.LENIENT: 0.96},
    Flag.FEEDBACK: {Strictness.STRICT: 0.75, Strictness.NORMAL: 0.80, Strictness.LENIENT: 0.95},
    Flag.PERSONAL_DATA: {Strictness.STRICT: 0.85, Strictness.NORMAL: 0.95, Strictness.LENIENT: 0.98},
}
_RECALL: Final = {Flag.CALL112: {Strictness.STRICT: 0.96, Strictness.NORMAL: 0.92, Strictness.LENIENT: 0.84}}
_WORDS: Final = (Strictness.STRICT, Strictness.NORMAL, Strictness.LENIENT)
_DIGITS: Final = 4

Table = dict[str, Any]
Chances = NDArray[Any]
Truths = NDArray[np.bool_]
Ratio = Callable[[Chances, Truths, float], float]


def tune(rows: Sequence[Labelled], words: Row, network: Row, out: Path, *, version: str) -> Table:
    """Write ``models.toml`` beside the models and return what it holds, with precision and recall at every bound.

    ``words`` and ``network`` are the rows of both models for the messages, which neither may have learnt from.
    """
    mixture = _mixture(rows, levelled(words), levelled(network))
    parts = [_row(mixture, part) for part in ("words", "network", "added")]
    likely = probabilities(Mixture(version, parts[0], parts[1], parts[2], {}).mixed(words, network))
    bounds: dict[str, dict[str, float]] = {}
    measured: dict[str, Table] = {}
    for flag, promise in (*_PRECISION.items(), *_RECALL.items()):
        chance, is_so = _flagged(flag, rows, likely)
        ratio = _recall if flag in _RECALL else _precision
        found = _bounds(chance, is_so, ratio, promise)
        bounds[flag.value] = found
        measured[flag.value] = {
            word: {
                "precision": round(_precision(chance, is_so, bound), 2),
                "recall": round(_recall(chance, is_so, bound), 2),
            }
            for word, bound in found.items()
        }
    table = {
        "version": version,
        "sha256": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES},
        "mixture": mixture,
        "bounds": bounds,
        "measured_aside": {"messages": len(rows), **measured},
    }
    (out / MANIFEST).write_text(sealed(tomli_w.dumps(table)), encoding="utf-8")
    return table


# --- the mixture -----------------------------------------------------------------------------------------------------


def _mixture(rows: Sequence[Labelled], words: Row, network: Row) -> dict[str, dict[str, float]]:
    targets = targets_of(rows)
    return {
        name: _weigh(head, words, network, targets.values[name], targets.known[name]) for name, head in HEADS.items()
    }


def _weigh(head: Head, words: Row, network: Row, right: NDArray[Any], known: NDArray[np.bool_]) -> dict[str, float]:
    one, other = (np.asarray(rows[known][:, head.places], np.float64) for rows in (words, network))
    right = right[known]

    def loss(part: NDArray[np.float64]) -> float:
        said = part[0] * one + part[1] * other + (0.0 if head.is_exclusive else part[2])
        if head.is_exclusive:
            said = (
                said
                - np.log(np.exp(said - said.max(1, keepdims=True)).sum(1, keepdims=True))
                - said.max(1, keepdims=True)
            )
            missed = -said[np.arange(len(right)), right].sum()
        else:
            missed = (np.logaddexp(0, said) - right * said).sum()
        return float(missed + _PULL * ((part[:2] - 0.5) ** 2).sum() + 0.1 * part[2] ** 2)

    best = minimize(loss, np.array([0.5, 0.5, 0.0]), method="Nelder-Mead").x
    added = 0.0 if head.is_exclusive else float(best[2])
    return {
        "words": round(float(best[0]), _DIGITS),
        "network": round(float(best[1]), _DIGITS),
        "added": round(added, _DIGITS),
    }


def _row(mixture: dict[str, dict[str, float]], part: str) -> Row:
    row = np.zeros(OUTPUTS, np.float32)
    for name, head in HEADS.items():
        row[head.places] = mixture[name][part]
    return row


# --- the bounds ------------------------------------------------------------------------------------------------------


def _flagged(flag: Flag, rows: Sequence[Labelled], likely: Row) -> tuple[Chances, Truths]:
    """Return how likely the flag is for each message that it may be raised for, and whether it is right."""

    def column(head: str, value: Any) -> NDArray[Any]:  # noqa: ANN401  # a label or True
        found: NDArray[Any] = likely[:, HEADS[head].place(value)]
        return found

    gold = [row.gold for row in rows]
    if flag is Flag.PERSONAL_DATA:  # all types that meaning decides, one after the other
        kinds = [PersonalData(kind) for kind in READ_BY_MEANING]
        chances = np.concatenate([column("personal_data", kind) for kind in kinds])
        return chances, np.array([kind in said.personal_data for kind in kinds for said in gold])
    if flag is Flag.OFF_TOPIC:
        return _off_topic(rows, likely)
    chance, is_so = {
        Flag.STIGMA: (column("stigma", True), [said.stigma is not Stigma.NONE for said in gold]),
        Flag.VIGILANTISM: (column("vigilantism", True), [said.vigilantism for said in gold]),
        Flag.ABUSE: (1 - column("abuse", Abuse.NONE), [said.abuse is not Abuse.NONE for said in gold]),
        Flag.FEEDBACK: (1 - column("feedback", Feedback.NONE), [said.feedback is not Feedback.NONE for said in gold]),
        Flag.CALL112: (_emergency(rows, likely), [said.call112 not in (None, Call112.CALLED) for said in gold]),
    }[flag]
    return chance, np.array(is_so)


def _emergency(rows: Sequence[Labelled], likely: Row) -> Chances:
    """Return how likely each is an emergency without 112, with what ``verdicts.call112`` adds for its words."""
    urgent = likely[:, HEADS["category"].place(Category.URGENT)]
    chance = np.clip(urgent * (1 - likely[:, HEADS["call112"].place(Call112.CALLED)]), 1e-6, 1 - 1e-6)
    adds = [NOW_IN_WORDS * is_going_on(cues().read(row.statement.text)) for row in rows]
    found: Chances = 1 / (1 + np.exp(-np.log(chance / (1 - chance)) - np.array(adds)))
    return found


def _off_topic(rows: Sequence[Labelled], likely: Row) -> tuple[Chances, Truths]:
    members = np.array([row.statement.role is Role.MEMBER for row in rows])
    away = np.array(
        [[category not in load_profile(row.profile).on_topic for category in Category] for row in rows], np.float32
    )
    chance = (likely[:, HEADS["category"].places] * away).sum(1)
    is_away = np.array([row.gold.category not in load_profile(row.profile).on_topic for row in rows])
    return chance[members], is_away[members]


def _precision(chance: Chances, is_so: Truths, bound: float) -> float:
    raised = chance >= bound
    return float((raised & is_so).sum() / max(1, raised.sum()))


def _recall(chance: Chances, is_so: Truths, bound: float) -> float:
    return float(((chance >= bound) & is_so).sum() / max(1, is_so.sum()))


def _bounds(chance: Chances, is_so: Truths, ratio: Ratio, promise: Mapping[Strictness, float]) -> dict[str, float]:
    """Return the bound of each word; a stricter group never asks to be surer than a more lenient one."""
    steps = [round(step / 100, 2) for step in range(2, 98)]

    def f1(bound: float) -> float:
        precision, recall = _precision(chance, is_so, bound), _recall(chance, is_so, bound)
        return 2 * precision * recall / max(1e-9, precision + recall)

    def kept(word: Strictness) -> list[float]:
        """Return the bounds that keep the promise of a word; where none does, the one with the best F1."""
        return [bound for bound in steps if ratio(chance, is_so, bound) >= promise[word]] or [max(steps, key=f1)]

    if ratio is _recall:
        strict, normal, lenient = (max(kept(word)) for word in _WORDS)
    else:
        strict, normal, lenient = (
            min(kept(Strictness.STRICT)),
            max(kept(Strictness.NORMAL), key=f1),
            min(kept(Strictness.LENIENT)),
        )
    found = (min(strict, normal), normal, max(normal, lenient))
    return {word.value: bound for word, bound in zip(_WORDS, found, strict=True)}
