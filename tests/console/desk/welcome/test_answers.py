"""What an export tells of the rules: where they stand, and who said that he read them. Lines as phones write them."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from console.desk import intake, todos
from console.desk.welcome import confirming, sending
from console.domain.outgoing import TodoState
from console.domain.welcome import ConfirmedHow, SentHow
from console.store.tables import groups, welcomes

RULES = "Afspraken van onze groep. Bel eerst 112. Noem geen namen van anderen. Hebt u dit gelezen? Stuur dan: gelezen."
LAST = "Wees beleefd tegen elkaar. Laat het weten als u verhuist. Dank u wel namens de beheerders."
# The console's clock stands at 20:00 in Amsterdam.
BEGIN = """\
15-11-2026 19:00 - Anja heeft de groep Kade gemaakt
15-11-2026 19:02 - U hebt Bram toegevoegd
15-11-2026 19:02 - Bram: Dag allemaal, gelezen
15-11-2026 19:03 - Carla: Hoi
15-11-2026 19:03 - Dirk: Hoi
"""


@pytest.fixture
def take(console, tmp_path):
    """Take an export into the group Kade; return its id and whether the pages must look again."""

    def take_text(text: str, name: str = "WhatsApp-chat met Kade.txt") -> tuple[int, bool]:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        result = intake.import_file(console, file, "Kade", judge=False)
        return result.group_id, result.changes.welcome

    return take_text


def read_by(console, group_id) -> dict[str, ConfirmedHow]:
    """Who confirmed, and how."""
    return {row.name: row.confirmed_how for row in confirming.of_group(console, group_id).rows if row.confirmed_how}


def test_the_chat_shows_that_the_rules_went_and_who_read_them_each_once(console, clock, take) -> None:
    group_id, is_told = take(BEGIN)
    assert not is_told  # "gelezen" before there was anything to read
    sending.to_group(console, group_id, [RULES, LAST])
    posted = f"""\
15-11-2026 20:05 - Anja: {RULES}
15-11-2026 20:06 - Anja: {LAST}
"""
    replies = """\
15-11-2026 20:06 - Bram: 👍
15-11-2026 20:06 - Eva is deelnemer geworden via de uitnodigingslink van deze groep
15-11-2026 20:07 - Fatma: Okudum, teşekkürler
15-11-2026 20:08 - Dirk: 👍
15-11-2026 20:09 - Gerard: Wie is er op de hoogte van het lawaai?
15-11-2026 20:10 - Carla: 👍
15-11-2026 20:11 - Eva: Gelezen
"""
    clock.forward(hours=1)
    assert take(BEGIN + posted + replies)[1]
    # Nobody ticked it, and it is known when it went; Fatma and Gerard were there, though they never wrote before.
    assert {todo.state for todo in todos.todos(console)} <= {TodoState.SEEN}
    rows = {row.name: row for row in confirming.of_group(console, group_id).rows}
    at = datetime(2026, 11, 15, 19, 6, tzinfo=UTC)
    here = {"Anja", "Bram", "Carla", "Dirk", "Fatma", "Gerard"}
    assert {name for name, row in rows.items() if row.sent_at == at and row.sent_how is SentHow.GROUP} == here
    assert rows["Eva"].sent_at is None  # she came after it, so that nobody knows what she read
    # Carla's thumb came after Gerard's question: it may be about that.
    said = ConfirmedHow.CHAT
    assert read_by(console, group_id) == {"Bram": said, "Fatma": said, "Dirk": said}
    with console.store.reading() as connection:
        assert None not in set(connection.scalars(select(welcomes.c.message_id)))

    confirming.unconfirm(console, [rows["Bram"].member_id])
    clock.forward(days=1)
    more = "16-11-2026 20:00 - Carla: Ik heb het gelezen, dank\n16-11-2026 20:01 - Gerard: Heb je dit gelezen?\n"
    take(BEGIN + posted + replies + more)
    assert read_by(console, group_id) == {"Fatma": said, "Dirk": said, "Carla": said}  # Bram's is not read again
    clock.forward(days=2)
    more += """\
18-11-2026 09:00 - Sander: Vanavond controleren wij extra in de straat
18-11-2026 09:05 - Carla: 👍
18-11-2026 09:10 - Gerard: Gelezen
18-11-2026 09:20 - Bram: De afspraken gelezen!
"""
    take(BEGIN + posted + replies + more)  # Gerard read what Sander wrote
    assert read_by(console, group_id) == {"Fatma": said, "Dirk": said, "Carla": said, "Bram": said}
    take(BEGIN + posted + replies + more + "18-11-2026 12:00 - Gerard: Gelezen\n")
    assert "Gerard" in read_by(console, group_id)


def test_a_todo_ticked_late_counts_from_when_the_chat_shows_it_and_one_not_seen_counts_no_more(
    console, clock, take
) -> None:
    group_id, _ = take(BEGIN)
    sending.to_group(console, group_id, [RULES])
    clock.forward(hours=2)
    todos.done(console, todos.todos(console)[0].id)
    assert confirming.of_group(console, group_id).sent == 3
    clock.forward(hours=1)
    assert take(BEGIN + "15-11-2026 22:30 - Carla: Welterusten\n")[1] is False
    assert confirming.of_group(console, group_id).sent == 0  # the export reaches past it, and has it not
    late = f"15-11-2026 20:05 - Anja: {RULES}\n15-11-2026 20:06 - Bram: gelezen!\n"
    assert take(BEGIN + late)[1]
    (bram,) = [row for row in confirming.of_group(console, group_id).rows if row.name == "Bram"]
    at = datetime(2026, 11, 15, 19, 5, tzinfo=UTC)
    assert (bram.sent_at, bram.confirmed_at) == (at, at + timedelta(minutes=1))


def test_rules_that_a_person_copied_and_pasted_himself_are_recognised(console, clock, take) -> None:
    group_id, _ = take(BEGIN)
    sending.copied(console, group_id, "Een eerste proef van de tekst")
    sending.copied(console, group_id, RULES)
    assert todos.waiting(console) == 0
    clock.forward(hours=1)
    assert take(BEGIN + "15-11-2026 20:30 - Carla: Wat een weer\n")[1] is False  # not pasted yet
    pasted = RULES.replace("Bel eerst 112.", "Bel altijd eerst 112!")
    assert take(BEGIN + f"15-11-2026 20:30 - Carla: Wat een weer\n15-11-2026 20:40 - Anja: {pasted}\n")[1]
    assert {row.sent_how for row in confirming.of_group(console, group_id).rows} == {SentHow.GROUP}


def test_an_answer_counts_from_the_last_time_that_somebody_was_asked(console, clock, take) -> None:
    group_id, _ = take(BEGIN)
    sending.handed_over(console, group_id, None)
    clock.forward(days=58)  # 12-01-2027
    dirk = next(row for row in confirming.of_group(console, group_id).rows if row.name == "Dirk")
    sending.handed_over(console, group_id, [dirk.member_id], SentHow.SPOKEN)
    clock.forward(days=10)
    take(BEGIN + "20-01-2027 09:00 - Dirk: de afspraken gelezen\n20-01-2027 09:05 - Carla: de afspraken gelezen\n")
    assert set(read_by(console, group_id)) == {"Dirk"}


def entry(number: int, at: str, author: str, text: str, **more: object) -> dict[str, object]:
    """A message as Telegram writes it."""
    return {"id": number, "type": "message", "date": at, "from": author, "text": text, **more}


def signs(*pairs: tuple[str, str]) -> list[dict[str, object]]:
    """What members put under a message, the same minute."""
    return [
        {"type": "emoji", "count": 1, "emoji": sign, "recent": [{"from": name, "date": "2026-11-15T20:09:00"}]}
        for name, sign in pairs
    ]


def export(*entries: dict[str, object]) -> str:
    """A chat as Telegram writes it."""
    head = {"name": "Kade", "type": "private_supergroup", "id": 1}
    return json.dumps({**head, "messages": list(entries)}, ensure_ascii=False)


def all_say_hello() -> list[dict[str, object]]:
    """Five members, who were there before anything went."""
    names = ("Anja", "Bram", "Carla", "Dirk", "Eva")
    return [entry(number, "2026-11-15T19:00:00", name, "Hoi") for number, name in enumerate(names, 1)]


def test_a_thumb_under_the_rules_of_last_year_or_under_a_part_of_them_says_nothing(console, clock, take) -> None:
    old = entry(90, "2025-11-15T19:00:00", "Anja", RULES, reactions=signs(("Bram", "👍")))
    old_last = entry(91, "2025-11-15T19:00:00", "Anja", LAST, reactions=signs(("Bram", "👍")))
    hello = [old, old_last, *all_say_hello()]
    group_id, _ = take(export(*hello), "result.json")
    sending.to_group(console, group_id, [RULES, LAST])
    take(export(*hello), "result.json")
    assert read_by(console, group_id) == {}
    clock.forward(hours=1)
    first = entry(8, "2026-11-15T20:05:00", "Anja", RULES, reactions=signs(("Carla", "👍")))
    last = entry(9, "2026-11-15T20:05:00", "Anja", LAST, reactions=signs(("Dirk", "👍")))
    about_first = entry(10, "2026-11-15T20:07:00", "Eva", "👍", reply_to_message_id=8)
    about_old = entry(11, "2026-11-15T20:07:00", "Bram", "👍", reply_to_message_id=91)
    take(export(*hello, first, last, about_first, about_old), "result.json")
    assert read_by(console, group_id) == {"Dirk": ConfirmedHow.REACTION}


def test_what_telegram_and_signal_tell_of_thumbs_under_the_rules_counts_once(console, clock, take) -> None:
    hello = all_say_hello()
    group_id, _ = take(export(*hello), "result.json")
    sending.to_group(console, group_id, [RULES])
    clock.forward(hours=1)
    odd = [{"emoji": "👍"}, {"emoji": 3, "recent": [{"from": "Eva"}]}, "👍"]
    under = [*signs(("Bram", "👍🏽"), ("Carla", "👎"), ("Niemand", "👍")), *odd]
    rules = entry(8, "2026-11-15T20:05:00", "Anja", RULES, reactions=under)
    about = entry(9, "2026-11-15T20:06:00", "Dirk", "Wie gaat er mee wandelen?", reactions=signs(("Eva", "👍")))
    answers = (
        entry(10, "2026-11-15T20:07:00", "Dirk", "👍", reply_to_message_id=8),
        entry(11, "2026-11-15T20:08:00", "Eva", "gelezen", reply_to_message_id=9),  # it is about something else
    )
    take(export(*hello, rules, about, *answers), "result.json")
    assert read_by(console, group_id) == {"Bram": ConfirmedHow.REACTION, "Dirk": ConfirmedHow.CHAT}
    bram = next(row for row in confirming.of_group(console, group_id).rows if row.name == "Bram")
    assert bram.confirmed_at == datetime(2026, 11, 15, 19, 9, tzinfo=UTC)
    confirming.unconfirm(console, [bram.member_id])
    take(export(*hello, rules, about, *answers), "result.json")  # the thumb stands there still
    assert read_by(console, group_id) == {"Dirk": ConfirmedHow.CHAT}
    with console.store.reading() as connection:
        assert connection.scalar(select(groups.c.tool).where(groups.c.id == group_id)) == "telegram"
