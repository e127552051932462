"""What the logbook tells of the rules that went to members."""

from dataclasses import replace

from console.desk import undoing
from console.desk.logbook import entry, logbook
from console.desk.todos import done, put_back, todos
from console.desk.welcome import confirming, sending
from console.domain.welcome import SentHow, WelcomeKind


def told(console) -> tuple[str, ...]:
    """What the last entry tells besides what goes out."""
    return tuple(line for line in entry(console, logbook(console)[0].id).changed if ": " not in line)


def test_each_step_is_told_by_name_and_of_many_members_by_their_number(console, clock, chat) -> None:
    bram, carla = chat.member("Bram"), chat.member("Carla")
    sending.to_group(console, chat.group_id, ["Een", "Twee"])
    assert told(console) == ("de afspraken gaan naar de groep",)
    first, second = todos(console)
    done(console, first.id)
    assert told(console) == ("de tekst staat in de groep",)
    done(console, second.id)
    assert told(console)[1:] == ("Bram kreeg de afspraken", "Carla kreeg de afspraken")
    put_back(console, second.id)
    assert told(console) == (
        "de tekst staat nog niet in de groep",
        "Bram kreeg de afspraken toch niet",
        "Carla kreeg de afspraken toch niet",
    )
    confirming.confirm(console, [bram])
    assert told(console) == ("Bram las de afspraken",)
    confirming.unconfirm(console, [bram])
    assert told(console) == ("van Bram is niet bekend of hij of zij de afspraken las",)
    sending.to_group(console, chat.group_id, ["Weer"], kind=WelcomeKind.REFRESH, rule="call_first")
    assert told(console) == ("één afspraak gaat nog een keer naar de groep",)
    sending.to_members(console, {carla: "Beste Carla"})
    assert told(console) == ("de afspraken gaan privé naar leden",)
    undoing.undo(console)
    assert told(console) == ("de afspraken gaan niet privé naar leden",)
    for name in ("Dirk", "Eva", "Fatma"):
        chat.member(name)
    sending.handed_over(console, chat.group_id, None, SentHow.SPOKEN)
    assert told(console) == ("de afspraken zijn verteld", "5 leden kregen de afspraken")
    undoing.undo(console)
    english = replace(console, language="en")
    assert told(english) == (
        "the rules were not told aloud after all",
        "5 members were not sent the rules after all",
    )
