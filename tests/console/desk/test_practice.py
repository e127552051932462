"""Practising in the demo: everything looks as if it is sent, and nothing is."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from console.desk import outbox
from console.desk.practice import ANSWER, PRACTICE_TOOL, PracticeCarrier, set_up_demo
from console.domain.decision import Act, Verb
from console.domain.outgoing import UNDO_SECONDS
from console.store.tables import outbox as table
from tests.console.desk.outgoing import decided


@pytest.mark.parametrize("verb", [Verb.PRIVATE, Verb.GROUP, Verb.DELETE, Verb.REMOVE, Verb.OFFICER])
def test_everything_can_be_practised_in_one_group(console, make_group, clock, verb) -> None:
    practice, other = make_group("De Sluis"), make_group("Kade")
    set_up_demo(console, practised="De Sluis", municipalities={})
    demo = replace(console, carriers={PRACTICE_TOOL: PracticeCarrier()}, is_demo=True)
    for number, chat in enumerate((practice, other)):
        decided(demo, Act(verb, text="Let op"), chat.group_id, key=str(number))
    clock.forward(seconds=UNDO_SECONDS)
    outbox.send_due(demo)
    with demo.store.reading() as connection:
        rows = connection.execute(select(table.c.group_id, table.c.state, table.c.answer)).all()
    assert [tuple(row) for row in rows] == [(practice.group_id, "done", ANSWER)]
