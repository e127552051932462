"""Taking the same or an overlapping export in again: only what is new is added, nothing is lost or doubled."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from console.desk.console import Console
from console.desk.intake import ImportResult, import_file, import_text
from console.store.session import Store
from console.store.tables import members, memberships, message_changes, messages

DATA = Path(__file__).parents[2] / "data" / "chats"
NOW = datetime(2024, 6, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def console(store: Store) -> Console:
    return Console(store, lambda: NOW, "nl", "test")


def take(console: Console, *lines: str) -> ImportResult:
    return import_text(console, "\n".join(lines) + "\n", "Noord", judge=False)


def stored(console: Console) -> list[tuple[str | None, str]]:
    wanted = select(members.c.name, messages.c.text).outerjoin(members, members.c.id == messages.c.member_id)
    with console.store.reading() as connection:
        return [tuple(row) for row in connection.execute(wanted.order_by(messages.c.position))]


def counts(result: ImportResult) -> tuple[int, int, int, int]:
    assert result.read == result.new + result.known + result.changed
    return result.read, result.new, result.known, result.changed


def test_pair_of_exports_gives_the_expected_result(console: Console) -> None:
    expected = json.loads((DATA / "reimport" / "expected_merge.json").read_text(encoding="utf-8"))
    first = import_file(console, DATA / "reimport" / "export_1.txt", "Noord")
    assert first.new == expected["stored_after_1"]

    second = import_file(console, DATA / "reimport" / "export_2.txt", "Noord")
    assert (second.new, second.changed) == (len(expected["new_in_2"]), len(expected["changed_in_2"]))
    assert len(stored(console)) == expected["stored_after_2"]
    assert ("Jan Smit", "Goedenavond") in stored(console)
    assert ("Dirk", "Scheldwoord!") in stored(console)
    assert ("Anja", "Witte bus gezien") in stored(console)
    with console.store.reading() as connection:
        noted = {tuple(row) for row in connection.execute(select(message_changes.c.what, message_changes.c.before))}
        deleted = connection.scalar(select(func.count()).where(messages.c.deleted_at.is_not(None)))
    assert noted == {("edited", "Grijze bus gezien"), ("deleted", "Scheldwoord!")}
    assert deleted == 1


@pytest.mark.parametrize("order", ["11", "122", "1212", "21", "2121"])
def test_any_repetition_ends_the_same(console: Console, order: str) -> None:
    for nth, name in enumerate(order):
        result = import_file(console, DATA / "reimport" / f"export_{name}.txt", "Noord")
        if name in order[:nth]:
            assert (result.new, result.changed) == (0, 0)
    # The text that was deleted is only in the first export, the late message only in the second.
    assert len(stored(console)) == (12 if "2" in order else 8)
    assert ("Dirk", "Scheldwoord!") in stored(console)


def test_equal_messages_in_one_minute_stay_two(console: Console) -> None:
    two = ("01-05-2024 20:02 - Bert: ok",) * 2
    assert counts(take(console, *two)) == (2, 2, 0, 0)
    assert counts(take(console, *two)) == (2, 0, 2, 0)
    assert counts(take(console, *two, *two[:1])) == (3, 1, 2, 0)


def test_late_message_finds_its_place(console: Console) -> None:
    a, b, c, late = (f"01-05-2024 20:0{n} - Anja: {n}" for n in (1, 4, 5, 2))
    take(console, a, b, c)
    assert counts(take(console, a, b, late, c)) == (4, 1, 3, 0)
    assert [text for _, text in stored(console)] == ["1", "4", "2", "5"]


def test_older_history_comes_in_front(console: Console) -> None:
    take(console, "01-05-2024 20:01 - Anja: nieuw")
    take(console, "01-04-2024 20:01 - Anja: oud 1", "02-04-2024 20:01 - Anja: oud 2")
    take(console, "01-03-2024 20:01 - Anja: ouder", "02-04-2024 20:01 - Anja: oud 2")
    assert [text for _, text in stored(console)] == ["ouder", "oud 1", "oud 2", "nieuw"]


def test_many_late_messages_in_one_gap_keep_their_order(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.store.places_in_order.STEP", 4)
    first, last = "01-05-2024 20:00 - Anja: eerst", "01-05-2024 21:00 - Anja: laatst"
    take(console, first, last)
    late = [f"01-05-2024 20:{n:02d} - Anja: {n}" for n in range(1, 40)]
    take(console, first, *late[10:30], last)
    take(console, first, *late, last)
    assert [text for _, text in stored(console)] == ["eerst", *(str(n) for n in range(1, 40)), "laatst"]


def test_renamed_contact_stays_one_member(console: Console) -> None:
    take(console, *(f"01-05-2024 20:0{n} - +31 6 12345678: bericht {n}" for n in range(5)))
    again = [f"01-05-2024 20:0{n} - Jan Smit: bericht {n}" for n in range(5)]
    assert counts(take(console, *again, "02-05-2024 08:00 - Jan Smit: dag")) == (6, 1, 0, 5)
    with console.store.reading() as connection:
        assert connection.scalars(select(members.c.name)).all() == ["Jan Smit"]
    assert counts(take(console, *again)) == (5, 0, 5, 0)


def said_by(*names: str) -> list[str]:
    return [f"01-05-2024 20:{n:02d} - {name}: bericht {n}" for n, name in enumerate(names)]


def test_two_contacts_that_change_names_stay_who_they_are(console: Console) -> None:
    take(console, *said_by(*("Jan", "Piet") * 4))
    again = [*said_by(*("Piet", "Jan") * 4), "02-05-2024 08:00 - Piet: was Jan", "02-05-2024 08:01 - Jan: was Piet"]
    assert counts(take(console, *again)) == (10, 2, 0, 8)
    assert [name for name, _ in stored(console)] == ["Piet", "Jan"] * 5
    assert counts(take(console, *again)) == (10, 0, 10, 0)


def test_name_that_was_handed_on_to_another_contact(console: Console) -> None:
    take(console, *said_by(*("Jan", "+31 6 12345678") * 4))
    again = said_by(*("Jan oud", "Jan") * 4)
    assert counts(take(console, *again)) == (8, 0, 0, 8)
    assert [name for name, _ in stored(console)] == ["Jan oud", "Jan"] * 4


def test_one_equal_text_from_somebody_else_is_no_change_of_names(console: Console) -> None:
    take(console, "01-05-2024 20:01 - Bert: ok", "01-05-2024 20:30 - Carla: dag")
    take(console, "01-05-2024 20:01 - Carla: ok", "01-05-2024 20:40 - Bert: hoi")
    names = [name for name, _ in stored(console)]
    assert names.count("Bert") == names.count("Carla") == 2


def test_contact_that_gets_its_old_name_back_is_shown_by_it(console: Console) -> None:
    for name, last in (("Jan", 3), ("Jan Smit", 4), ("Jan", 5)):
        take(console, *said_by(*(name,) * last))
    assert {name for name, _ in stored(console)} == {"Jan"}
    take(console, *said_by(*("Jan Smit",) * 4))  # an older export says nothing about today
    assert {name for name, _ in stored(console)} == {"Jan"}


def test_renamed_telegram_account_stays_one_member(console: Console, tmp_path: Path) -> None:
    old, new = ({"from": name} for name in ("Jan", "Jan Smit"))
    import_file(console, telegram(tmp_path, old, old), "Noord", judge=False)
    assert import_file(console, telegram(tmp_path, new, new, new), "Noord", judge=False).new == 1
    assert [name for name, _ in stored(console)] == ["Jan Smit"] * 3


def test_renamed_contact_keeps_the_role_that_the_same_export_tells(console: Console) -> None:
    take(console, *said_by(*("+31 6 12345678",) * 3))
    take(console, *said_by(*("Jan",) * 3), "02-05-2024 08:00 - Jan is now an admin")
    with console.store.reading() as connection:
        assert connection.execute(select(members.c.name, members.c.role)).all() == [("Jan", "admin")]


def test_somebody_else_who_says_the_same_is_no_rename(console: Console) -> None:
    take(console, "01-05-2024 20:01 - Bert: ok", "01-05-2024 20:02 - Bert: ja")
    take(console, "01-05-2024 20:01 - Bert: ok", "01-05-2024 20:01 - Carla: ok", "01-05-2024 20:02 - Bert: ja")
    assert sorted(stored(console)) == [("Bert", "ja"), ("Bert", "ok"), ("Carla", "ok")]


def test_system_line_about_a_renamed_contact_is_known(console: Console) -> None:
    take(console, "01-05-2024 20:01 - +31 6 12345678 heeft de groep verlaten", "01-05-2024 20:09 - Anja: dag")
    again = take(console, "01-05-2024 20:01 - Jan Smit heeft de groep verlaten", "01-05-2024 20:09 - Anja: dag")
    assert counts(again) == (2, 0, 2, 0)


def test_export_with_media_meets_one_without(console: Console) -> None:
    take(console, "01-05-2024 20:01 - Anja: <Media weggelaten>")
    again = take(console, "01-05-2024 20:01 - Anja: IMG-20240501-WA0001.jpg (bestand bijgevoegd)", "Kijk dit busje")
    assert counts(again) == (1, 0, 0, 1)
    assert stored(console) == [("Anja", "Kijk dit busje")]
    assert counts(take(console, "01-05-2024 20:01 - Anja: <Media weggelaten>")) == (1, 0, 1, 0)


def test_message_deleted_before_we_ever_saw_it_gets_its_text_from_an_older_export(console: Console) -> None:
    take(console, "01-05-2024 20:04 - Dirk: Dit bericht is verwijderd")
    assert counts(take(console, "01-05-2024 20:04 - Dirk: wat er stond")) == (1, 0, 0, 1)
    assert stored(console) == [("Dirk", "wat er stond")]
    assert counts(take(console, "01-05-2024 20:04 - Dirk: Dit bericht is verwijderd")) == (1, 0, 1, 0)


def test_older_export_does_not_bring_back_a_text_between_two_edits(console: Console) -> None:
    first, second, third = (
        f"01-05-2024 20:00 - Anja: {text}" for text in ("a", "b <Dit bericht is bewerkt>", "c <Dit bericht is bewerkt>")
    )
    for line in (first, second, third):
        take(console, line)
    for older in (first, second):
        assert counts(take(console, older)) == (1, 0, 1, 0)
    assert stored(console) == [("Anja", "c")]


def test_coming_and_going_is_kept_as_periods(console: Console) -> None:
    take(
        console,
        "01-05-2024 08:00 - Anja heeft Bert toegevoegd",
        "02-05-2024 08:00 - Bert: hoi",
        "03-05-2024 08:00 - Bert heeft de groep verlaten",
        "04-05-2024 08:00 - Bert is deelnemer geworden via de uitnodigingslink van deze groep",
        "05-05-2024 08:00 - Carla heeft de groep verlaten",
    )
    wanted = select(members.c.name, memberships.c.joined_at, memberships.c.left_at, memberships.c.how)
    with console.store.reading() as connection:
        rows = connection.execute(wanted.join(members).order_by(memberships.c.id)).all()
    days = [(name, joined and joined.day, left and left.day, how) for name, joined, left, how in rows]
    assert days == [("Bert", 1, 3, "left"), ("Bert", 4, None, "link"), ("Carla", None, 5, "left")]


def test_older_export_tells_when_somebody_came_who_left(console: Console) -> None:
    take(console, "05-05-2024 20:00 - Bert heeft de groep verlaten", "05-05-2024 20:10 - Anja: dag")
    came, went, back = (
        "01-01-2024 20:00 - Anja heeft Bert toegevoegd",
        "01-02-2024 20:00 - Bert heeft de groep verlaten",
        "01-03-2024 20:00 - Anja heeft Bert toegevoegd",
    )
    take(console, came)
    assert periods(console) == [(1, 5)]
    take(console, came, went, back)
    assert periods(console) == [(1, 2), (3, 5)]


def periods(console: Console) -> list[tuple[int | None, int | None]]:
    wanted = select(memberships.c.joined_at, memberships.c.left_at).order_by(memberships.c.left_at)
    with console.store.reading() as connection:
        return [(came and came.month, went and went.month) for came, went in connection.execute(wanted)]


def test_saved_professional_has_a_role_but_nobody_names_himself_one(console: Console) -> None:
    lines = ("Wijkagent Sander: dag", "~ Wijkagent Nep: dag", "Anja: dag")
    take(console, *(f"01-05-2024 20:0{n} - {line}" for n, line in enumerate(lines)))
    with console.store.reading() as connection:
        roles = dict(connection.execute(select(members.c.name, members.c.role)).all())
    assert roles == {"Wijkagent Sander": "professional", "~ Wijkagent Nep": "member", "Anja": "member"}


def test_hour_that_comes_twice_keeps_the_order(console: Console) -> None:
    """On 27 October 2024 the clock went from 03:00 back to 02:00."""
    written = ("01:59", "02:10", "02:50", "02:05", "02:55", "03:01")
    lines = [f"27-10-2024 {clock} - Anja: {nth}" for nth, clock in enumerate(written)]
    take(console, *lines)
    with console.store.reading() as connection:
        moments = connection.scalars(select(messages.c.sent_at).order_by(messages.c.position)).all()
    assert moments == sorted(moments)
    assert moments[3] - moments[1] == timedelta(minutes=55)
    assert counts(take(console, *lines)) == (6, 0, 6, 0)


def test_double_hour_of_one_year_says_nothing_of_the_next(console: Console) -> None:
    moments = ("27-10-2024 02:50", "27-10-2024 02:05", "28-10-2024 09:00", "26-10-2025 02:10", "26-10-2025 02:40")
    take(console, *(f"{moment} - Anja: {nth}" for nth, moment in enumerate(moments)))
    with console.store.reading() as connection:
        sent = connection.scalars(select(messages.c.sent_at).order_by(messages.c.position)).all()
    assert sent[3] == datetime(2025, 10, 26, 0, 10, tzinfo=UTC)


def telegram(tmp_path: Path, *entries: dict[str, object]) -> Path:
    said = [
        {"id": nth, "type": "message", "date_unixtime": str(1_704_800_000 + 60 * nth), "from": "Anja", "text": "dag"}
        | entry
        for nth, entry in enumerate(entries, start=1)
    ]
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"name": "Noord", "type": "private_group", "id": 7, "messages": said}), "utf-8")
    return path


def test_older_telegram_export_does_not_bring_back_the_text_before_an_edit(console: Console, tmp_path: Path) -> None:
    edited = {"text": "b", "edited_unixtime": "1704800900"}
    for entry, expected in (({"text": "a"}, (1, 1, 0, 0)), (edited, (1, 0, 0, 1)), ({"text": "a"}, (1, 0, 1, 0))):
        assert counts(import_file(console, telegram(tmp_path, entry), "Noord", judge=False)) == expected
    assert stored(console) == [("Anja", "b")]


def test_words_beside_a_file_that_telegram_left_out_are_judged(console: Console, tmp_path: Path) -> None:
    left_out = "(File not included. Change data exporting settings to download.)"
    entry = {"photo": left_out, "text": "Kees betaalt met NL91ABNA0417164300"}
    assert import_file(console, telegram(tmp_path, entry), "Noord").flagged == 1


def test_message_that_signal_deleted_later_keeps_its_text(console: Console, tmp_path: Path) -> None:
    def envelope(at: int, **data: object) -> str:
        group = {"groupId": "g", "groupName": "Noord", "type": "DELIVER"}
        message = {"timestamp": at, "groupInfo": group} | data
        envelope = {"sourceName": "Dirk", "sourceNumber": "+31612345678", "timestamp": at, "dataMessage": message}
        return json.dumps({"envelope": envelope}) + "\n"

    said = envelope(1_704_800_000_000, message="Scheldwoord!")
    deleted = said + envelope(1_704_800_060_000, remoteDelete={"timestamp": 1_704_800_000_000})
    path = tmp_path / "signal.jsonl"
    for log, expected in ((said, (1, 1, 0, 0)), (deleted, (1, 0, 0, 1)), (deleted, (1, 0, 1, 0))):
        path.write_text(log, encoding="utf-8")
        assert counts(import_file(console, path, "Noord", judge=False)) == expected
    with console.store.reading() as connection:
        row = connection.execute(select(messages.c.text, messages.c.deleted_at, messages.c.is_edited)).one()
    assert tuple(row) == ("Scheldwoord!", NOW, False)


def test_repeated_id_of_a_damaged_telegram_export_is_taken_once(console: Console, tmp_path: Path) -> None:
    chat = json.loads((DATA / "telegram" / "result.json").read_text(encoding="utf-8"))
    chat["messages"].append(chat["messages"][6] | {"date_unixtime": "1704799999"})
    path = tmp_path / "result.json"
    path.write_text(json.dumps(chat), encoding="utf-8")
    result = import_file(console, path, "Telegram", judge=False)
    assert result.known == 1
    assert counts(import_file(console, path, "Telegram", judge=False))[1] == 0
