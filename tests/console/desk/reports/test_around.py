"""A report in its conversation: what stands around it, who spoke in it, and what asks to close it."""

from datetime import timedelta

import pytest

from console.desk import triage
from console.desk.reports import around, mending, placing
from console.errors import ExpectedError
from tests.console.desk.conftest import ALL_RIGHT, NOW, flagged
from tests.console.desk.reports.conftest import BEGIN


def placed(console, report_id, **options):
    """What stands around a report: of each line its message, whether it is in it, and what was left out above it."""
    found = around.conversation(console, report_id, **options)
    return [(each.line.id, each.report_id == report_id, each.skipped) for each in found]


def test_report_stands_between_its_neighbours(talk):
    lamp, burglar = talk.lamp, talk.burglar
    assert placed(talk.console, talk.of_lamp, beside=2) == [
        *((message_id, True, 0) for message_id in lamp),
        *((message_id, False, 0) for message_id in burglar[:2]),
    ]
    assert placed(talk.console, talk.of_burglar, beside=1) == [
        (lamp[2], False, 0),
        *((message_id, True, 0) for message_id in burglar),
    ]


def test_what_lies_far_from_a_report_is_left_out_and_counted(talk):
    mending.move(talk.console, talk.lamp[2], talk.of_burglar)
    for minute in range(20):
        talk.chat.say(f"Praatje {minute}", "Gijs", at=BEGIN + timedelta(minutes=700 + minute))
    late = talk.chat.say("Ze zijn er weer in de Kerkstraat", "Dirk", at=BEGIN + timedelta(minutes=2000))
    mending.move(talk.console, late, talk.of_burglar)
    shown = placed(talk.console, talk.of_burglar, beside=2)
    assert [message_id for message_id, is_own, _ in shown if is_own] == [talk.lamp[2], *talk.burglar, late]
    assert [gap for _, _, gap in shown if gap] == [16]
    at = next(row for row, (_, _, gap) in enumerate(shown) if gap)
    assert shown[at + 2][0] == late


def test_other_report_of_a_neighbour_is_told_apart_from_none(talk):
    hello = talk.chat.say("Goedemorgen allemaal", "Gijs", at=BEGIN + timedelta(minutes=2000))
    placing.place_pending(talk.console)
    reports = {each.line.id: each.report_id for each in around.conversation(talk.console, talk.of_burglar)}
    assert reports[talk.lamp[2]] == talk.of_lamp
    assert reports[hello] is None


def test_report_without_messages_is_gone(talk):
    lamp = talk.of_lamp
    mending.join(talk.console, lamp, talk.of_burglar)
    with pytest.raises(ExpectedError) as caught:
        around.conversation(talk.console, lamp)
    assert caught.value.key == "report_gone"


def test_report_of_a_message_is_found(talk):
    assert around.report_with(talk.console, talk.burglar[1]) == talk.of_burglar
    mending.move(talk.console, talk.burglar[1], None)
    assert around.report_with(talk.console, talk.burglar[1]) is None


def test_speakers_are_those_of_the_report_who_spoke_first_on_top(talk):
    names = [name for _, name in around.speakers(talk.console, talk.of_burglar)]
    assert names == ["Dirk", "Els"]
    assert dict(around.speakers(talk.console, talk.of_lamp)) == {
        talk.chat.members["Bram"]: "Bram",
        talk.chat.members["Carla"]: "Carla",
    }


def test_talk_asks_to_be_closed_while_an_item_of_today_waits(talk):
    old = talk.chat.say("Bel 06-12345678", judgement=flagged(), at=NOW - timedelta(days=2))
    new = talk.chat.say("Of 06-87654321", judgement=flagged(), at=NOW - timedelta(hours=1))
    mending.move(talk.console, old, talk.of_burglar)
    assert around.asks_to_close(talk.console, talk.of_burglar) is None  # it was long ago
    mending.move(talk.console, new, talk.of_burglar)
    assert around.asks_to_close(talk.console, talk.of_burglar) == new
    triage.decide(talk.console, talk.chat.item(new), ALL_RIGHT)
    assert around.asks_to_close(talk.console, talk.of_burglar) is None
