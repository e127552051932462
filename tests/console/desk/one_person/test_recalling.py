"""Everybody outside who got something about one person, and what to ask of them; that stays once he is forgotten."""

import tomllib

import pytest
from sqlalchemy import insert, select

from console.assets import resource
from console.desk import undoing
from console.desk.one_person import asking, forgetting, recalling
from console.errors import ExpectedError
from console.store.tables import (
    digests,
    feedback,
    feedback_groups,
    forwards,
    group_professionals,
    privacy_requests,
    professionals,
    todos,
)
from tests.console.desk.conftest import NOW
from tests.console.desk.one_person.conftest import Neighbourhood


@pytest.fixture
def passed_on(neighbourhood: Neighbourhood) -> Neighbourhood:
    """What Jan wrote went to an officer, to the municipality and in an overview; the officer reads along."""
    group_id, own = neighbourhood.kade.group_id, neighbourhood.own
    with neighbourhood.console.store.writing() as connection:

        def add(table, **values) -> int:
            return connection.execute(insert(table).values(values)).inserted_primary_key[0]

        officer = add(professionals, name="Sander Kok", job="community_officer")
        add(group_professionals, group_id=group_id, professional_id=officer, presence="reads")
        line = add(feedback, what="Auto op de stoep", since=NOW, professional_id=officer)
        add(feedback_groups, feedback_id=line, group_id=group_id, message_id=own)
        forward = {"channel": "signalen", "recipient": "Gemeente Rotterdam", "body": "x", "external_number": "SIG-12"}
        add(forwards, feedback_id=line, group_id=group_id, created_at=NOW, **forward)
        add(digests, professional_id=officer, made_at=NOW, how="mail", lines=[line])
        add(digests, professional_id=officer, made_at=NOW, how="mail", lines=[line + 1])  # nothing of his
        sent = {"group_id": group_id, "action": "officer", "message_id": own, "text": "x", "created_at": NOW}
        add(todos, state="done", recipient="Sander Kok", **sent)
        add(todos, state="open", recipient="Niemand", **sent)  # it never went
    return neighbourhood


def test_everybody_who_got_something_is_named_with_what_to_ask(passed_on: Neighbourhood) -> None:
    found = forgetting.preview(passed_on.console, passed_on.jan).recipients
    assert [(one.key.split(".")[0], one.who) for one in found] == [
        ("todos", "Sander Kok"),
        ("forwards", "Gemeente Rotterdam"),
        ("digests", "Sander Kok"),
        ("group_professionals", "Sander Kok"),
        ("files", "U zelf"),
    ]
    for one in found:
        assert "Jan de Vries" in one.text
        assert "{" not in one.text + one.about
    assert "SIG-12" in found[1].text
    assert "15-11-2026" in found[0].about


def test_who_was_told_is_kept_after_he_is_gone_and_without_his_name(passed_on: Neighbourhood) -> None:
    console = passed_on.console
    erased = forgetting.erase(console, passed_on.jan)
    (asked,) = asking.asked(console)
    assert asked.id == erased.asked_id
    assert [one.told_at for one in asked.recipients] == [None] * 5
    assert "Jan" not in "".join(one.text + one.about for one in asked.recipients)
    changes = recalling.tell(console, asked.id, asked.recipients[1].key)
    assert changes.privacy
    (asked,) = asking.asked(console)
    assert [one.told_at for one in asked.recipients] == [None, console.now(), None, None, None]
    undoing.undo(console)
    with console.store.reading() as connection:
        kept = connection.scalar(select(privacy_requests.c.recipients))
    assert {one["told_at"] for one in kept} == {None}
    with pytest.raises(ExpectedError) as told:
        recalling.tell(console, asked.id, "forwards.99")
    assert told.value.key == "asked_gone"


def test_both_languages_say_the_same(passed_on: Neighbourhood) -> None:
    tree = tomllib.loads(resource("privacy", "recall.toml").read_text(encoding="utf-8"))

    def keys(part: dict) -> list[str]:
        below = {name: keys(value) if isinstance(value, dict) else ["-"] for name, value in part.items()}
        return [f"{name}.{key}" for name, those in below.items() for key in those]

    assert keys(tree["nl"]) == keys(tree["en"])
    assert forgetting.preview(passed_on.console, passed_on.jan).recipients
