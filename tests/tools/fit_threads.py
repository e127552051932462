"""Makes ``resources/models/threads.toml``: what each feature of a link counts, learned from the tuning conversations.

    python -m tests.tools.fit_threads [--write]

Of every message in ``tests/data/threads/tune`` (never ``held``) the right choice is known: one of the open threads, a
new one, or none. The weights are those under which the right choices are likeliest (a conditional logit by Newton's
method, with a penalty on large weights).
Prints the pairwise F1 that they give in cross-validation over conversations, so that the penalty can be chosen here.
"""

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np

from console.domain.message import Kind, MessageId
from console.judge import thread_links
from console.judge.sealed import sealed
from console.judge.thread_links import Features, Weights
from console.judge.thread_words import hear
from console.judge.threads import Grouping
from tests.console.judge.conversations import Conversation, Pairs, by_links, chained, conversations, measure

TARGET = Path(__file__).parents[2] / "resources" / "models" / "threads.toml"
PARTS = ("join", "later", "new", "none")
FOLDS = 8
STEPS = 12
PENALTY = 6.0

ROUNDS = 1
TANGLES = 1

Choice = tuple[list[Features], int]


def choices(conversation: Conversation, by: Weights | None = None) -> list[Choice]:
    """Return for each message its options, as features with the part before each name, and which one is right.

    The threads are those of the labels; or, with weights, those that these weights make, so that the weights to come
    learn to go on after a mistake. Then a report is where most of its messages are.
    """
    grouping = Grouping()
    places: dict[str, Counter[MessageId]] = {}
    threads: dict[MessageId, MessageId | None] = {}
    made: list[Choice] = []
    for said, label in zip(conversation.messages, conversation.labels, strict=True):
        if said.author is None:
            continue
        options = grouping.options(said, hear("" if said.kind is Kind.MEDIA else said.text))
        keys: list[MessageId | None] = [*(thread.key for thread, _ in options.threads), said.id, None]
        rows = [
            *(named("later" if "far" in features else "join", features) for _, features in options.threads),
            named("new", options.new),
            named("none", options.none),
        ]
        known = places.setdefault(label, Counter()) if label is not None else Counter()
        right = None if label is None else known.most_common(1)[0][0] if known else said.id
        if said.reply_to is not None:
            chosen = threads[said.reply_to] or said.id if by else right
        else:
            if right in keys:
                made.append((rows, keys.index(right)))
            chosen = keys[int(np.argmax([total(row, by) for row in rows]))] if by else right
        threads[said.id] = chosen
        if chosen is not None:
            known[chosen] += 1
        grouping.recall(said, chosen)
    return made


def named(part: str, features: Features) -> Features:
    """Return features with their part before their names."""
    return {f"{part}.{name}": value for name, value in features.items()}


def total(row: Features, by: Weights) -> float:
    """Return what an option weighs."""
    return sum(
        value * getattr(by, name.partition(".")[0]).get(name.partition(".")[2], 0.0) for name, value in row.items()
    )


def tangled(one: Conversation, other: Conversation, seed: int) -> Conversation:
    """Return two conversations as if both were held in one chat at once, half of the second by people of the first.

    That teaches more of beginning about something else than forty conversations can.
    """
    chance = random.Random(seed)
    people = sorted({said.author for said in one.messages if said.author})
    names = {said.author: chance.choice(people) for said in other.messages if said.author and chance.random() < 0.5}
    late = one.messages[0].sent_at - other.messages[0].sent_at + timedelta(minutes=chance.randint(1, 40))
    rows = [(said.sent_at, 0, said, label) for said, label in zip(one.messages, one.labels, strict=True)]
    rows += [
        (said.sent_at + late, 1, said._replace(author=names.get(said.author, said.author)), label and f"{label}2")
        for said, label in zip(other.messages, other.labels, strict=True)
    ]
    rows.sort(key=lambda row: row[:2])
    ids = {(which, said.id): MessageId(number) for number, (_, which, said, _) in enumerate(rows, 1)}
    messages = tuple(
        said._replace(
            id=ids[which, said.id],
            sent_at=at,
            reply_to=ids[which, said.reply_to] if said.reply_to is not None else None,
        )
        for at, which, said, _ in rows
    )
    return Conversation(f"{one.id}+{other.id}", one.profile, messages, tuple(row[3] for row in rows), ())


def learn(some: Sequence[Conversation], penalty: float) -> Weights:
    """Return weights learned from the labels first, and then from the mistakes of the weights before.

    In half of the quiet chats every conversation comes twice, as two situations: so the same words are said of another
    one too, as the common words of a chat are.
    """
    some, plain, chance = list(some), len(some), random.Random(1)
    for turn in range(TANGLES):
        others = chance.sample(range(plain), plain)
        some = [*some, *(tangled(some[at], some[other], plain * turn + at) for at, other in enumerate(others))]
    once = some[:plain]
    some += [*chained(once, 0), *chained([*once, *once], 1)]
    made = [choice for one in some for choice in choices(one)]
    weights = fit(made, penalty)
    for _ in range(ROUNDS):
        made += [choice for one in some for choice in choices(one, weights)]
        weights = fit(made, penalty)
    return weights


def fit(made: Sequence[Choice], penalty: float) -> Weights:
    """Return the weights that make the right choices likeliest."""
    names = sorted({name for rows, _ in made for row in rows for name in row})
    place = {name: index for index, name in enumerate(names)}
    flat = [(row, number) for number, (rows, _) in enumerate(made) for row in rows]
    table = np.zeros((len(flat), len(names)))
    for line, (row, _) in enumerate(flat):
        for name, value in row.items():
            table[line, place[name]] = value
    of = np.array([number for _, number in flat])
    starts = np.searchsorted(of, np.arange(len(made)))
    right = starts + np.array([index for _, index in made])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        scores = np.clip(table @ weights, -500, 500)
        scores = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        likely = scores / np.add.reduceat(scores, starts)[of]
        heavy = table * likely[:, None]
        mean = np.add.reduceat(heavy, starts)
        slope = heavy.sum(0) - table[right].sum(0) + penalty * weights
        bend = table.T @ heavy - mean.T @ mean + penalty * np.eye(len(names))
        weights -= np.linalg.solve(bend, slope)
    parts: dict[str, dict[str, float]] = {part: {} for part in PARTS}
    for name, weight in zip(names, weights, strict=True):
        part, _, feature = name.partition(".")
        parts[part][feature] = round(float(weight), 2)
    return Weights(**parts)


def score(weights: Weights, some: Sequence[Conversation]) -> tuple[float, float]:
    """Return the pairwise F1 of conversations under these weights: of all pairs, and the mean over conversations."""
    before = thread_links.weights
    use_of(lambda: weights)
    try:
        each = [measure([one], by_links) for one in some]
    finally:
        use_of(before)
    return sum(each, Pairs(0, 0, 0)).f1, float(np.mean([one.f1 for one in each]))


def use_of(source: object) -> None:
    """Let the grouping take its weights from a function."""
    from console.judge import threads

    thread_links.weights = source  # type: ignore[assignment]
    threads.weights = source  # type: ignore[assignment]


def main() -> None:
    """Fit, tell what cross-validation says, and write when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--penalty", type=float, default=PENALTY)
    asked = parser.parse_args()
    some = conversations("tune")
    figures = []
    for fold in range(FOLDS):
        learned = learn([one for at, one in enumerate(some) if at % FOLDS != fold], asked.penalty)
        kept = [one for at, one in enumerate(some) if at % FOLDS == fold]
        figures.append([*score(learned, kept), *score(learned, chained(kept, fold))])
    told = "pairwise F1 %.3f (mean over conversations %.3f), %.3f (%.3f) with hours or days between them"
    print("cross-validated: " + told % tuple(np.mean(figures, axis=0)))
    weights = learn(some, asked.penalty)
    print("on what it learned from: " + told % (*score(weights, some), *score(weights, chained(some, FOLDS))))
    if asked.write:
        TARGET.write_text(sealed(as_toml(weights)), encoding="utf-8")


def as_toml(weights: Weights) -> str:
    """Return the file of the weights."""
    lines = [
        "# What ties a message to a thread, begins one, or neither: made by tests/tools/fit_threads.py, not by hand."
    ]
    for part in PARTS:
        lines += ["", f"[{part}]"]
        lines += [f"{name} = {value}" for name, value in sorted(getattr(weights, part).items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
