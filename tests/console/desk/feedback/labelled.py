"""The labelled examples of ``tests/data/feedback``, put before the recogniser in a real store, and how well it does."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from console.desk.console import Console
from console.desk.feedback import recognising
from console.domain.judgement import Role, Statement
from console.judge import Asked, judge_all, load_profile
from console.judge.feedback_words import passed_on
from console.judge.signatures import signed
from console.store.queries.judgements import row_of
from console.store.tables import (
    feedback,
    feedback_finds,
    feedback_groups,
    group_professionals,
    groups,
    judgements,
    members,
    messages,
    people,
    professionals,
    report_messages,
    reports,
)

DATA = Path(__file__).parents[3] / "data" / "feedback"
HALVES = ("tune", "held")
TASKS = ("answer", "asks", "passed_on", "signature")
NOW = datetime(2026, 11, 15, 19, 0, tzinfo=UTC)
Example = dict[str, Any]


@dataclass
class Measured:
    """How often something was found and right, found and wrong, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    mistakes: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / max(1, self.right + self.missed)

    def add(self, example: Example, expected: object, found: object) -> None:
        """Count one example; something found where something else was expected is wrong, and missed too."""
        self.right += found is not None and found == expected
        self.wrong += found is not None and found != expected
        self.missed += expected is not None and found != expected
        if found != expected:
            self.mistakes = (*self.mistakes, f"{example['text']!r}: expected {expected}, found {found}")


def examples(half: str, task: str) -> list[Example]:
    """Return the examples of one half for one task."""
    lines = (DATA / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return [example for example in map(json.loads, lines) if example["task"] == task]


def measure(console: Console, half: str, task: str) -> Measured:
    """Put the examples of one half for one task before the recogniser."""
    some, measured = examples(half, task), Measured()
    for example, found in zip(some, _found(console, task, some), strict=True):
        measured.add(example, example["expect"], found)
    return measured


def _found(console: Console, task: str, some: Sequence[Example]) -> Iterator[str | None]:
    if task == "passed_on":
        for example in some:
            passed = passed_on(example["text"])
            yield None if passed is None else f"{'' if passed.is_done else '~'}{passed.recipient or '?'}"
    elif task == "signature":
        for example in some:
            found = signed(example["text"], example["author"])
            yield None if found is None else found.job
    else:
        ledgers = json.loads((DATA / "ledgers.json").read_text(encoding="utf-8"))
        asked = [Asked(Statement(one["text"], Role(one["role"])), load_profile("broad")) for one in some]
        for number, (example, judgement) in enumerate(zip(some, judge_all(asked), strict=True)):
            yield _Scene(console, f"{task} {number} {id(some)}", ledgers[example["ledger"]]).find(example, judgement)


class _Scene:
    """One group with its open lines."""

    def __init__(self, console: Console, name: str, ledger: Sequence[Example]) -> None:
        self.console, self.owners, self.lines, self.reports = console, {}, {}, {}
        with console.store.writing() as self.connection:
            self.group_id = self._put(groups, name=name, profile="broad", created_at=NOW)
            for place, line in enumerate(ledger):
                self._line(place, line)

    def _put(self, table: Any, **values: Any) -> int:
        (made,) = self.connection.execute(insert(table).values(values)).inserted_primary_key
        return made

    def _said(self, name: str, role: str, text: str, position: int, at: datetime) -> int:
        known = select(members.c.id).where(members.c.group_id == self.group_id, members.c.name == name)
        member_id = self.connection.scalar(known)
        if member_id is None:
            person_id = self._put(people, name=name, created_at=NOW)
            member_id = self._put(members, group_id=self.group_id, person_id=person_id, name=name, role=role)
        values = {"group_id": self.group_id, "position": position, "sent_at": at, "written_at": int(at.timestamp())}
        return self._put(messages, **values, member_id=member_id, kind="text", text=text)

    def _owner(self, name: str) -> int | None:
        if not name[0].isupper():
            return None
        if name not in self.owners:
            self.owners[name] = self._put(professionals, name=name, job="community_officer")
            here = {"group_id": self.group_id, "professional_id": self.owners[name]}
            self._put(group_professionals, **here, presence="takes_part")
        return self.owners[name]

    def _line(self, place: int, line: Example) -> None:
        at = NOW - timedelta(days=line["days"])
        message_id = self._said(f"Melder {place}", "member", line["about"], place + 1, at - timedelta(hours=1))
        report_id = self._put(reports, group_id=self.group_id, started_at=at)
        self._put(report_messages, message_id=message_id, report_id=report_id, is_primary=True)
        owner = self._owner(line["owed"])
        owed = {"professional_id": owner, "service": line["owed"] if owner is None else None}
        values = {"what": line["what"], "state": "asked", "since": at, "asked_at": at, **owed}
        line_id = self._put(feedback, **values)
        self._put(feedback_groups, feedback_id=line_id, group_id=self.group_id, message_id=message_id)
        self.lines[line["id"]], self.reports[line["id"]] = line_id, report_id

    def find(self, example: Example, judgement: Any) -> str | None:
        """Return the line that is found about what somebody says now."""
        text = example["text"]
        for name, line_id in self.lines.items():
            text = text.replace(f"{{{name}}}", str(line_id))
        with self.console.store.writing() as self.connection:
            message_id = self._said(example["author"], example["role"], text, 1000, NOW)
            stored = row_of(message_id, judgement, judge="test", profile="broad", judged_at=NOW)
            self.connection.execute(insert(judgements).values(stored))
            if "same" in example:
                self._put(report_messages, message_id=message_id, report_id=self.reports[example["same"]])
            recognising.look_at(self.connection, self.console, [message_id])
            kind = {"answer": "answer", "asks": "asks"}[example["task"]]
            of_message = (feedback_finds.c.message_id == message_id) & (feedback_finds.c.kind == kind)
            found = self.connection.scalar(select(feedback_finds.c.feedback_id).where(of_message))
        return next((name for name, line_id in self.lines.items() if line_id == found), None)


def counted(console: Console) -> Counter[str]:
    """Return how many examples there are, by half and task."""
    return Counter(f"{half} {task}" for half in HALVES for task in TASKS for _ in examples(half, task))
