"""The labelled conversations of ``tests/data/threads``: reading them, and measuring threads against them.

Pairwise: every two messages of one conversation are a pair. A pair is right when the labels and the threads agree that
the two are about one situation. A message without a report is with nobody: a thread that takes it in makes wrong pairs.
"""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from console.domain.judgement import Call112, Judgement, Role, Statement
from console.domain.message import Kind, MessageId
from console.judge.thread_story import tell
from console.judge.threads import Placed, Said, group

FOLDER = Path(__file__).parents[2] / "data" / "threads"
CONTEXT = 3


@dataclass(frozen=True)
class Conversation:
    """One labelled conversation. ``labels`` holds the report of each message, None for none."""

    id: str
    profile: str
    messages: tuple[Said, ...]
    labels: tuple[str | None, ...]
    reports: tuple[dict[str, Any], ...]

    def of_report(self, key: str) -> tuple[Said, ...]:
        """Return the messages of one report, as labelled."""
        return tuple(said for said, label in zip(self.messages, self.labels, strict=True) if label == key)


def conversations(half: str) -> list[Conversation]:
    """Return the conversations of ``tune`` or ``held``, in the order of their files and lines."""
    return [
        _conversation(json.loads(line))
        for path in sorted((FOLDER / half).glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def _conversation(row: dict[str, Any]) -> Conversation:
    messages = tuple(
        Said(
            MessageId(entry["id"]),
            datetime.fromisoformat(entry["at"]),
            entry["author"],
            entry["text"],
            Role(entry["role"]),
            Kind(entry["kind"]),
            MessageId(entry["reply_to"]) if entry["reply_to"] else None,
        )
        for entry in row["messages"]
    )
    labels = tuple(entry["report"] for entry in row["messages"])
    return Conversation(row["id"], row["profile"], messages, labels, tuple(row["reports"]))


def judged(conversation: Conversation) -> Conversation:
    """Return the conversation with what the judge says of each message, as it stands in the console."""
    from console.judge import Asked, judge_all, load_profile

    spoken = [said for said in conversation.messages if said.kind is not Kind.SYSTEM]
    profile = load_profile(conversation.profile)
    asked = [
        Asked(Statement(said.text, said.role, tuple(one.text for one in spoken[max(0, at - CONTEXT) : at])), profile)
        for at, said in enumerate(spoken)
    ]
    found: dict[MessageId, Judgement] = dict(zip((said.id for said in spoken), judge_all(asked), strict=True))
    messages = tuple(said._replace(judgement=found.get(said.id)) for said in conversation.messages)
    return Conversation(conversation.id, conversation.profile, messages, conversation.labels, conversation.reports)


def chained(some: Sequence[Conversation], seed: int) -> list[Conversation]:
    """Return the conversations of each kind of group as one quiet chat: hours or days lie between them.

    So most groups are. Half of the people of every conversation take part in others too.
    """
    chance = random.Random(seed)
    by_profile: dict[str, list[Conversation]] = {}
    for one in some:
        by_profile.setdefault(one.profile, []).append(one)
    return [_chain(profile, chance.sample(ones, len(ones)), chance) for profile, ones in by_profile.items()]


def _chain(profile: str, some: Sequence[Conversation], chance: random.Random) -> Conversation:
    messages: list[Said] = []
    labels: list[str | None] = []
    at = datetime(2026, 1, 5, 8)
    for which, one in enumerate(some):
        names = {said.author: f"Buur {chance.randrange(12)}" for said in one.messages if chance.random() < 0.5}
        late, first = at - one.messages[0].sent_at, len(messages)
        places = {said.id: MessageId(first + number) for number, said in enumerate(one.messages, 1)}
        for said, label in zip(one.messages, one.labels, strict=True):
            author = said.author and (names.get(said.author, said.author) if said.role is Role.MEMBER else said.author)
            quoted = None if said.reply_to is None else places[said.reply_to]
            messages.append(
                said._replace(id=places[said.id], sent_at=said.sent_at + late, author=author, reply_to=quoted)
            )
            labels.append(label and f"{which}{label}")
        at = messages[-1].sent_at + timedelta(minutes=10 ** chance.uniform(1.8, 3.9))
    return Conversation(f"{profile}-chain", profile, tuple(messages), tuple(labels), ())


# --- measuring -------------------------------------------------------------------------------------------------------

Threads = Sequence[object]  # of each message the mark of its thread, None for none


class Pairs(NamedTuple):
    """Counts of pairs: in one report by the labels and by the threads, by both."""

    both: int
    labelled: int
    found: int

    def __add__(self, other: "Pairs") -> "Pairs":  # type: ignore[override]
        return Pairs(self.both + other.both, self.labelled + other.labelled, self.found + other.found)

    @property
    def precision(self) -> float:
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.both / self.labelled if self.labelled else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.both / (self.labelled + self.found) if self.labelled + self.found else 1.0


def pairs(labels: Threads, threads: Threads) -> Pairs:
    """Return the counts of one conversation."""
    both = labelled = found = 0
    for (label, thread), (label_2, thread_2) in combinations(zip(labels, threads, strict=True), 2):
        in_report, in_thread = label is not None and label == label_2, thread is not None and thread == thread_2
        labelled += in_report
        found += in_thread
        both += in_report and in_thread
    return Pairs(both, labelled, found)


def by_links(conversation: Conversation) -> list[MessageId | None]:
    """Return the threads that the console proposes."""
    return [placed.thread for placed in group(conversation.messages)]


def by_gap(conversation: Conversation, minutes: float = 30) -> list[int | None]:
    """Return the plain baseline: a silence of so many minutes ends a thread, nothing else does."""
    threads: list[int | None] = []
    last: datetime | None = None
    thread = 0
    for said in conversation.messages:
        if said.kind is Kind.SYSTEM:
            threads.append(None)
            continue
        thread += last is not None and (said.sent_at - last).total_seconds() > minutes * 60
        last = said.sent_at
        threads.append(thread)
    return threads


def measure(some: Iterable[Conversation], how: Callable[[Conversation], Threads]) -> Pairs:
    """Return the counts of pairs over conversations."""
    total = Pairs(0, 0, 0)
    for conversation in some:
        total += pairs(conversation.labels, how(conversation))
    return total


def primaries(some: Iterable[Conversation]) -> Pairs:
    """Return how many first messages of reports were found as such: found of all labelled, and of all proposed."""
    total = Pairs(0, 0, 0)
    for conversation in some:
        labelled = {report["primary"] for report in conversation.reports}
        found = {placed.message for placed in group(conversation.messages) if placed.is_primary}
        total += Pairs(len(labelled & found), len(labelled), len(found))
    return total


def placed(conversation: Conversation) -> dict[MessageId, Placed]:
    """Return where each message of a conversation was put."""
    return {one.message: one for one in group(conversation.messages)}


_CALLED = {"called": Call112.CALLED, "not_called": Call112.NOT_CALLED, "unknown": Call112.UNCLEAR}


def heads_right(some: Iterable[Conversation]) -> tuple[Counter[str], Counter[str]]:
    """Return of each head in how many labelled reports it is told right, and of how many."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for conversation in some:
        for report in conversation.reports:
            story, calling = tell(conversation.of_report(report["id"])), report["called_112"]
            told: dict[str, bool] = {"112 called": story.calling.state is _CALLED[calling["state"]]}
            if calling["state"] == "called":
                told["112 by whom"] = story.calling.by == calling["by"]
                told["112 minutes"] = story.calling.minutes == calling["minutes"]
            if report["question_minutes"] is not None:
                told["question minutes"] = story.question_minutes == report["question_minutes"]
            told["nature"] = story.nature == report["nature"]
            told["reporter"] = story.reporter == report["reporter"]
            told["members"] = set(story.members) == set(report["members"])
            told["professionals"] = set(story.professionals) == set(report["professionals"])
            told["result"] = story.result == report["result"]
            told["told back"] = story.told.how == report["feedback"]["how"]
            for head, is_right in told.items():
                of[head] += 1
                right[head] += is_right
    return right, of
