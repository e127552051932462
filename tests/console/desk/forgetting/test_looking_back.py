"""When something went by time last, and that the words which went are found nowhere any more."""

from datetime import timedelta

from console.desk.forgetting import looking_back, retention
from tests.console.desk.conftest import NOW

OLD = {"at": NOW - timedelta(days=100), "needs_judging": False, "needs_placing": False}
ONCE = "De fietsen bij de brug staan er al weken, zegt de buurvrouw"
TWICE = "Houd het netjes in deze groep, dank u wel allemaal"


def test_what_went_is_looked_for_and_not_what_is_said_elsewhere_too(console, make_group):
    kade = make_group("Kade")
    for text in (ONCE, TWICE, "Kort"):
        kade.say(text, **OLD)
    kade.say(TWICE, at=NOW - timedelta(days=1))
    assert looking_back.last_run(console) is None
    texts = looking_back.to_look_for(console)
    assert texts == (ONCE,)
    assert looking_back.prove(console, texts).found > 0
    retention.run(console)
    assert looking_back.prove(console, texts) == looking_back.Gone(texts=1, found=0)
    assert looking_back.last_run(console) == NOW
    assert looking_back.to_look_for(console) == ()
