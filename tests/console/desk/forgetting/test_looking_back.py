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


def test_in_the_week_of_notice_nothing_went_by_itself_whatever_a_person_erased(console, chat, clock):
    chat.say(ONCE, **OLD)
    assert retention.run_daily(console).begins_at == NOW + timedelta(days=7)
    retention.run(console)
    assert looking_back.last_run(console) is None
    chat.say(TWICE, **OLD)
    for _day in range(7):
        assert looking_back.last_run(console) is None
        clock.forward(days=1)
        erased = retention.run_daily(console)
    assert (erased.begins_at, bool(erased.due)) == (None, True)
    assert looking_back.last_run(console) == clock()
