"""What was made ready to tell, and did not go out."""

from console.desk import todos, triage
from console.desk.feedback import line_detail
from console.domain.decision import Act, Verb
from console.domain.outgoing import Action
from console.domain.telling import Audience, Telling, TellingHow, Unsent

ANSWER = Act(Verb.ANSWERED, text="De lantaarn is gemaakt.")


def to_do(console, action):
    return next(todo.id for todo in todos.todos(console) if todo.action is action)


def test_words_that_wait_on_the_phone_or_were_dropped_are_not_sent(console, chat, opened):
    line = opened(chat, chat.say("De lantaarn is kapot", "Bram"))
    told = (
        Telling(chat.group_id, Audience.REPORTER, TellingHow.PRIVATE, "Hoi Bram, gemaakt."),
        Telling(chat.group_id, Audience.GROUP, TellingHow.IN_APP, "Beste buren, gemaakt."),
    )
    triage.decide(console, line.item_id, ANSWER)
    assert line_detail.detail(console, line.id).unsent == ()
    triage.decide(console, line.item_id, Act(Verb.TELL, tellings=told))
    waits = {Unsent(chat.group_id, audience, is_dropped=False) for audience in Audience}
    assert set(line_detail.detail(console, line.id).unsent) == waits
    todos.done(console, to_do(console, Action.GROUP))
    todos.drop(console, to_do(console, Action.PRIVATE))
    dropped = Unsent(chat.group_id, Audience.REPORTER, is_dropped=True)
    assert line_detail.detail(console, line.id).unsent == (dropped,)


def test_only_the_last_words_for_somebody_count(console, chat, opened):
    line = opened(chat, chat.say("De lantaarn is kapot", "Bram"))
    between = Telling(chat.group_id, Audience.GROUP, TellingHow.IN_APP, "Ik vraag het na.")
    triage.decide(console, line.item_id, Act(Verb.TELL, tellings=(between,)))
    triage.decide(console, line.item_id, ANSWER)
    answer = Telling(chat.group_id, Audience.GROUP, TellingHow.IN_APP, "Beste buren, gemaakt.")
    triage.decide(console, line.item_id, Act(Verb.TELL, tellings=(answer,)))
    for todo in todos.todos(console):
        if todo.text == answer.text:
            todos.done(console, todo.id)
    assert line_detail.detail(console, line.id).unsent == ()
