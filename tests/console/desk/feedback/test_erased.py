"""Somebody who reported something is erased: what an administrator wrote with the answer owed goes with him."""

from sqlalchemy import select

from console.desk import todos, triage
from console.desk.feedback import lines
from console.desk.forgetting import erasing
from console.domain.decision import Act, Verb
from console.domain.telling import Audience, Telling, TellingHow
from console.store.tables import decisions, members, notes


def test_words_about_who_reported_are_erased_with_him(console, chat, opened):
    line = opened(chat, chat.say("De lantaarn is kapot", author="Willemijn"))
    triage.add_note(console, line.item_id, "Willemijn belt elke dag.")
    triage.decide(console, line.item_id, Act(Verb.OFFICER, text="Willemijn vraagt ernaar."))
    told = Telling(chat.group_id, Audience.REPORTER, TellingHow.PRIVATE, "Dag Willemijn, hij is gemaakt.")
    triage.decide(console, line.item_id, Act(Verb.ANSWERED, text="Hij is gemaakt.", tellings=(told,)))
    with console.store.writing() as connection:
        ids = connection.scalars(select(members.c.id).where(members.c.name == "Willemijn")).all()
        erasing.erase_members(connection, console, ids)
        assert connection.scalars(select(notes.c.text)).all() == []
        words = connection.execute(select(decisions.c.note, decisions.c.before, decisions.c.after)).all()
    assert "Willemijn" not in str(words)
    assert not any("Willemijn" in str(todo) for todo in todos.todos(console))
    assert lines.line(console, line.id).answer == "Hij is gemaakt."
