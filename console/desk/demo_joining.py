"""What the demo shows of joining and starting (``resources/demo/joining.toml``), by the calls that a person makes."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, select, update

from console.assets import resource
from console.desk import professionals, prospect_entries, recruiting, sheets, startup, triage
from console.desk.area_text import read as read_area
from console.desk.areas import as_stored
from console.desk.console import Console
from console.desk.demo_setting import Setting
from console.desk.forgetting import erasing
from console.desk.joining import brought_in
from console.desk.joining import sheet as request_sheet
from console.domain.decision import Act, ItemId, ItemKind, Verb
from console.domain.group import GroupId
from console.domain.professional import Presence, ProfessionalFacts
from console.domain.start import Stage
from console.domain.welcome import ConfirmedHow, SentHow
from console.store.tables import group_relations, groups, items, members, outbox, todos

_COLUMNS: Final = ("umbrella", "managed_by", "addresses", "residents")


def set_up(console: Console, zone: ZoneInfo) -> None:
    """Fill in the groups of the demo, let people ask to join, and begin the start of the park. Takes half a second."""
    plan = tomllib.loads(resource("demo", "joining.toml").read_text(encoding="utf-8"))
    with Setting.up(console, zone) as setting:
        groups_of_demo = _Groups(setting)
        for group in plan["groups"]:
            groups_of_demo.fill_in(group)
        for pair in plan["neighbours"]:
            groups_of_demo.relate(*pair["groups"])
        for professional in plan["professionals"]:
            groups_of_demo.put_professional(professional)
        groups_of_demo.refuse(plan["refused"])
        groups_of_demo.let_ask(plan)
        groups_of_demo.begin(plan["start"])


class _Groups:
    """Fills the groups in, and lets people ask to join them."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._console = setting.console
        self._groups = setting.groups

    def fill_in(self, group: Mapping[str, Any]) -> None:
        area, problems = read_area("\n".join(group["area"]))
        assert not problems, problems
        values = {name: group[name] for name in _COLUMNS if name in group} | {"work_area": as_stored(area)}
        with self._console.store.writing() as connection:
            connection.execute(update(groups).where(groups.c.id == self._groups[group["name"]]).values(values))

    def relate(self, one: str, other: str) -> None:
        values = {"group_id": self._groups[one], "other_id": self._groups[other], "kind": "neighbour"}
        with self._console.store.writing() as connection:
            connection.execute(insert(group_relations).values(values))

    def put_professional(self, told: Mapping[str, Any]) -> None:
        facts = {name: value for name, value in told.items() if name not in {"groups", "presence"}}
        for name in told["groups"]:
            wanted = ProfessionalFacts(**facts, presence=Presence(told["presence"]))
            professionals.add(self._console, self._groups[name], wanted)

    # --- who asks to join --------------------------------------------------------------------------------------------

    def refuse(self, refused: list[Mapping[str, Any]]) -> None:
        """Let people be refused so long ago that only the code of it is left."""
        for one in refused:
            then = self._setting.at(one["decided_at"])
            asked = brought_in.take_text(self._setting.at(one["at"]), self._groups[one["group"]], one["text"])
            wanted = select(items.c.id).where(
                items.c.kind == ItemKind.REQUEST.value, items.c.subject_id == asked.request_id
            )
            with then.store.reading() as connection:
                item = ItemId(connection.execute(wanted).scalar_one())
            triage.decide(then, item, Act(Verb.REFUSE, reason_code=one["reason"]))
            with then.store.writing() as connection:
                erasing.erase_requests(connection, self._console, [asked.request_id])
                for table in (outbox, todos):
                    connection.execute(delete(table).where(table.c.request_id == asked.request_id))

    def let_ask(self, plan: Mapping[str, Any]) -> None:
        """Let people ask by a form, a mail and a list."""
        for form in plan["forms"]:
            brought_in.take_text(self._setting.at(form["at"]), self._groups[form["group"]], form["text"])
        for mail in plan["mails"]:
            brought_in.take_mail(self._console, self._groups[mail["group"]], [resource("demo", mail["file"])])
        for sheet in plan["sheets"]:
            wanted = request_sheet.plan(self._groups[sheet["group"]])
            opened = sheets.open_sheet(resource("demo", sheet["file"]), wanted.fields)
            columns = sheets.guess(opened, wanted.fields)
            checked = sheets.check(opened, columns, wanted.fields, same=wanted.same, also=wanted.also)
            wanted.take(self._setting.at(sheet["at"]), checked.rows)

    # --- how a group starts ------------------------------------------------------------------------------------------

    def begin(self, start: Mapping[str, Any]) -> None:
        group_id = self._groups[start["group"]]
        for key, note in start["steps"].items():
            startup.change_step(self._console, group_id, key, note=note, is_done=True)
        with self._console.store.writing() as connection:
            then = self._setting.moment(start["rounds"][0]["invited"])
            knows = members.c.name.in_(start["confirmed"]) & (members.c.group_id == group_id)
            given = {"rules_sent_at": then, "rules_sent_how": SentHow.SPOKEN.value}
            read = {"rules_confirmed_at": then, "rules_confirmed_how": ConfirmedHow.BY_HAND.value}
            connection.execute(update(members).where(knows).values(given | read))
        for told in start["rounds"]:
            self._look_for(group_id, told)

    def _look_for(self, group_id: GroupId, told: Mapping[str, Any]) -> None:
        """Put names on the list, and say how far each came, with the member who is plainly the same."""
        entries = [replace(entry, channel=told["channel"]) for entry in prospect_entries.read(told["lines"])]
        ids = recruiting.add(self._console, group_id, entries).ids
        for stage in (Stage.INVITED, Stage.ASKED, Stage.DECLINED):
            if stage.value in told:
                recruiting.mark(self._setting.at(told[stage.value]), ids, stage)
        if told.get("joined"):
            for one in recruiting.prospects_of(self._console, group_id):
                if one.id in ids and one.likely is not None:
                    recruiting.link(self._console, one.id, one.likely.id)
