"""Several answers told at once."""

import pytest

from console.desk import todos, triage
from console.desk.feedback import lines, together
from console.domain.decision import Act, Verb
from console.domain.feedback import LineState
from console.domain.telling import Audience, Telling, TellingHow
from tests.console.desk.feedback.conftest import refused


@pytest.fixture
def answered(console, chat, opened):
    """Two lines of which the answer is known."""
    made = [opened(chat, chat.say(text, "Henk"), what=text) for text in ("Lantaarn", "Tegel")]
    for line in made:
        triage.decide(console, line.item_id, Act(Verb.ANSWERED, text="Gemaakt"))
    return made


def told(chat, line):
    return (
        (line.id, Telling(chat.group_id, Audience.REPORTER, TellingHow.OFFLINE)),
        (line.id, Telling(chat.group_id, Audience.GROUP, TellingHow.IN_APP, "Het is gemaakt.")),
    )


def test_all_of_it_is_one_undo(console, chat, answered):
    both = (*told(chat, answered[0]), *told(chat, answered[1]))
    decided = together.tell(console, both)
    assert [lines.line(console, line.id).state for line in answered] == [LineState.TOLD] * 2
    assert len(decided.todos) == len(todos.todos(console)) == 2
    triage.undo(console)
    assert [lines.line(console, line.id).state for line in answered] == [LineState.ANSWERED] * 2
    assert todos.todos(console) == ()


def test_one_that_cannot_be_told_keeps_all_back(console, chat, answered):
    wrong = (answered[1].id, Telling(chat.group_id, Audience.GROUP, TellingHow.IN_APP, "Beste [naam]"))
    with refused("blanks_open"):
        together.tell(console, (*told(chat, answered[0]), wrong))
    assert lines.line(console, answered[0].id).state is LineState.ANSWERED
    with refused("tell_empty"):
        together.tell(console, ())
    with refused("line_gone"):
        together.tell(console, ((99, wrong[1]),))
