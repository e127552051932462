"""What the demo shows of answers owed (``resources/demo/feedback.toml``), by the calls that a person makes."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from console.assets import resource
from console.desk import journal, triage
from console.desk.console import Console
from console.desk.demo_setting import Setting
from console.desk.feedback.lines import line
from console.desk.feedback.opening import open_line
from console.domain.decision import Act, Verb
from console.domain.feedback import Channel, LineKind, LineSource, LineState, Owing
from console.domain.group import GroupId
from console.domain.professional import ProfessionalId
from console.domain.telling import Audience, Telling, TellingHow
from console.store.tables import members, messages, professionals


def set_up(console: Console, zone: ZoneInfo) -> None:
    """Open the lines of the demo and let those that were answered be so. Takes a moment."""
    plan = tomllib.loads(resource("demo", "feedback.toml").read_text(encoding="utf-8"))
    with Setting.up(console, zone) as setting:
        ledger = _Ledger(setting)
        for told in plan["lines"]:
            ledger.put(told)


class _Ledger:
    """Opens lines at any moment and lets them be answered."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._groups = setting.groups

    def put(self, told: Mapping[str, Any]) -> None:
        """Open one line, with what came of it."""
        line_id = self._open(told)
        if "answer" in told:
            answer = told["answer"]
            said = Act(Verb.ANSWERED, text=answer["text"], result=answer["result"], channel=answer["channel"])
            self._decide(line_id, said, answer["at"])
        if "told" in told:
            self._decide(line_id, Act(Verb.TELL, tellings=tuple(self._tellings(told))), told["told"]["at"])
        if "lapsed" in told:
            lapsed = told["lapsed"]
            self._decide(line_id, Act(Verb.LAPSE, reason_code=lapsed["reason"]), lapsed["at"])

    def _open(self, told: Mapping[str, Any]) -> int:
        then = self._setting.at(told["opened"])
        is_asked = told.get("is_asked", True)
        days = told.get("remind_days")
        with then.store.writing() as connection:
            line_id, changes = open_line(
                connection,
                then,
                what=told["what"],
                kind=LineKind(told["kind"]),
                owing=self._owing(connection, told),
                source=LineSource.HAND,
                groups=[self._reported(connection, report) for report in told["reports"]],
                state=LineState.ASKED if is_asked else LineState.TO_ASK,
                remind_at=None if days is None else then.now() + timedelta(days=days),
                channel=Channel(told["channel"]) if is_asked else None,
            )
            first = self._groups[told["reports"][0]["group"]]
            journal.decide(connection, then, Verb.LINE, changes, group_id=first)
        return line_id

    def _owing(self, connection: Connection, told: Mapping[str, Any]) -> Owing:
        if "service" in told:
            return Owing(service=told["service"])
        is_he = select(professionals.c.id).where(professionals.c.name == told["professional"])
        return Owing(professional_id=ProfessionalId(connection.execute(is_he).scalar_one()))

    def _reported(self, connection: Connection, report: Mapping[str, Any]) -> tuple[GroupId, int]:
        """Return a group and the message that was reported there."""
        group_id = self._groups[report["group"]]
        is_it = (messages.c.group_id == group_id, messages.c.sent_at == self._setting.moment(report["at"]))
        found = select(messages.c.id).join(members).where(*is_it, members.c.name == report["author"])
        return group_id, connection.execute(found).scalar_one()

    def _tellings(self, told: Mapping[str, Any]) -> Iterator[Telling]:
        for report in told["reports"]:
            for audience in Audience:
                yield Telling(self._groups[report["group"]], audience, TellingHow(told["told"][audience.value]))

    def _decide(self, line_id: int, act: Act, at: datetime) -> None:
        then = self._setting.at(at)
        item_id = line(then, line_id).item_id
        assert item_id is not None  # every line has one
        triage.decide(then, item_id, act)
