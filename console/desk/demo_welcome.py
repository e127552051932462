"""What the demo shows of the rules for members (``resources/demo/welcome.toml``), by the calls that a person makes."""

import tomllib
from collections.abc import Collection, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from console.assets import resource
from console.desk.console import Console
from console.desk.demo_setting import Setting
from console.desk.welcome import confirming, editing, sending
from console.domain.group import GroupId
from console.domain.welcome import Photos, SentHow, WelcomeSettings
from console.store.tables import members


def set_up(console: Console, zone: ZoneInfo) -> None:
    """Let each group fill in what it wants, give its members the rules, and let some say that they read them."""
    plan = tomllib.loads(resource("demo", "welcome.toml").read_text(encoding="utf-8"))
    with Setting.up(console, zone) as setting:
        for told in plan["groups"]:
            _fill_in(setting, told)
            _give(setting, told)


def _fill_in(setting: Setting, told: Mapping[str, Any]) -> None:
    group_id, chosen = setting.groups[told["name"]], told["settings"]
    as_chosen = {**chosen, "photos": Photos(chosen["photos"]), "languages": tuple(chosen["languages"])}
    editing.set_settings(setting.console, group_id, WelcomeSettings(**as_chosen))
    for key in told.get("left_out", ()):
        editing.leave_out(setting.console, group_id, key)
    for rule in told.get("own", ()):
        (first, text), *others = rule["words"].items()
        added = editing.add_own(setting.console, group_id, text, first, is_dont=rule["is_dont"])
        for language, words in others:
            editing.set_text(setting.console, group_id, added.key, language, words)


def _give(setting: Setting, told: Mapping[str, Any]) -> None:
    group_id = setting.groups[told["name"]]
    for handed in told.get("handed_over", ()):
        to_whom = _members(setting.console, group_id, handed["names"]) if "names" in handed else None
        sending.handed_over(setting.at(handed["at"]), group_id, to_whom, SentHow(handed["how"]))
    for known in told["confirmed"]:
        confirming.confirm(setting.at(known["at"]), _members(setting.console, group_id, known["names"]))


def _members(console: Console, group_id: GroupId, names: Collection[str]) -> list[int]:
    """Return the ids of members by the names that the chat shows."""
    wanted = select(members.c.id).where(members.c.group_id == group_id, members.c.name.in_(names))
    with console.store.reading() as connection:
        found = list(connection.scalars(wanted))
    assert len(found) == len(names), (group_id, names)
    return found
