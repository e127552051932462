"""The edges of WhatsApp exports that no sample file shows."""

import io
import os
import time
import zipfile
from pathlib import Path

import pytest

from console.chats.detect import open_chat
from console.chats.reading import ChatChoiceError, DateOrder, DateOrderUnknownError, Options
from console.chats.source import Source, from_text, open_sources
from console.domain.message import Event, Kind, Message
from console.errors import ExpectedError


def read(text: str, options: Options | None = None) -> list[Message]:
    return list(open_chat([from_text(text)], options).messages)


def one(line: str) -> Message:
    (message,) = read(f"13-05-2024 09:03 - {line}\n")
    return message


def test_blocks_may_end_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"13-05-2024 09:{n % 60:02d} - Anja: regel {n}\nnog een é 👍 {n}\n" for n in range(300))
    whole = read(text)
    for size in (1, 7, 64, 1000):
        monkeypatch.setattr("console.chats.decode.BLOCK_BYTES", size)
        assert read(text) == whole
    assert len(whole) == 300
    assert whole[7].text == "regel 7\nnog een é 👍 7"


def test_iphone_blocks_may_end_between_cr_and_lf(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"[13-05-2024, 09:03:{n % 60:02d}] Anja: a{n}\nb\r\n" for n in range(200))
    whole = read(text)
    for size in (1, 5, 33):
        monkeypatch.setattr("console.chats.decode.BLOCK_BYTES", size)
        assert read(text) == whole
    assert [message.text for message in whole[:2]] == ["a0\nb", "a1\nb"]


def test_blocks_may_end_inside_a_jump_back(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [10, 10, 14, 13, 12, 11, 14, 15, 15, 12, 16]  # back in steps of less than a day, then at once
    text = "".join(f"{day}-05-2024 09:{n:02d} - Anja: regel {n}\n" for n, day in enumerate(days))
    doubtful = [day in (11, 12) for day in days]
    for size in (1, 20, 64, 100, 1000):
        monkeypatch.setattr("console.chats.decode.BLOCK_BYTES", size)
        assert [message.is_doubtful for message in read(text)] == doubtful


def test_text_before_the_first_header_is_nobodys() -> None:
    chat = "13-05-2024 09:03 - Anja: hoi\nnog iets\n13-05-2024 09:04 - Bert: ok\n"
    assert read(f"het einde van een ander bericht\n{chat}") == read(chat)


@pytest.mark.parametrize("stray", [[4], [4, 9], [4, 29], [29]])
@pytest.mark.parametrize("header", ["01-05-2024 20:{:02} -", "[01-05-2024, 20:{:02}:00]"])
def test_message_copied_from_windows_does_not_swallow_the_others(header: str, stray: list[int]) -> None:
    lines = [f"{header.format(n)} Anja: m{n}" + ("\r\n" if n in stray else "\n") for n in range(30)]
    assert [message.text for message in read("".join(lines))] == [f"m{n}" for n in range(30)]


@pytest.mark.parametrize("pasted", [1, 5])
def test_pasted_lines_in_an_iphone_export_make_nobody_an_author(pasted: int) -> None:
    paste = "".join(f"\n[01-05-2024, 20:0{n}:00] Piet: ik ga erheen" for n in range(pasted))
    messages = read(f"[02-05-2024, 20:00:00] Anja: kijk{paste}\r\n[02-05-2024, 20:01:00] Bert: tja\r\n")
    assert [message.author for message in messages] == ["Anja", "Bert"]


@pytest.mark.parametrize(
    ("line", "event", "subject"),
    [
        ("Anja heeft Bert, Carla en Dirk toegevoegd", Event.MEMBER_ADDED, ("Bert", "Carla", "Dirk")),
        ("Anja heeft Jan en Els toegevoegd", Event.MEMBER_ADDED, ("Jan en Els",)),
        (
            "Anja heeft +31 6 12345678 en +31 6 87654321 toegevoegd",
            Event.MEMBER_ADDED,
            ("+31 6 12345678", "+31 6 87654321"),
        ),
        ("U hebt Carla toegevoegd", Event.MEMBER_ADDED, ("Carla",)),
        ("Je hebt Carla toegevoegd", Event.MEMBER_ADDED, ("Carla",)),
        ("Anja added Bert", Event.MEMBER_ADDED, ("Bert",)),
        ("Els joined using this group's invite link", Event.MEMBER_JOINED_LINK, ("Els",)),
        ("Kees left", Event.MEMBER_LEFT, ("Kees",)),
        ("You're now an admin", Event.ADMIN_GRANTED, ("You",)),
        ("Anja changed the group description", Event.DESCRIPTION_CHANGED, None),
        ("Sam requested to join", Event.JOIN_REQUESTED, ("Sam",)),
        ("Er gebeurde iets dat niemand kent", Event.OTHER, None),
    ],
)
def test_system_line_tells_what_and_about_whom(line: str, event: Event, subject: tuple[str, ...] | None) -> None:
    message = one(line)
    assert (message.kind, message.author, message.event, message.subject) == (Kind.SYSTEM, None, event, subject)
    assert message.text == line


def test_subject_with_a_colon_is_no_author() -> None:
    message = one('Anja heeft het onderwerp gewijzigd van "Let op: x" naar "Nieuw"')
    assert (message.author, message.event) == (None, Event.SUBJECT_CHANGED)


def test_member_who_writes_a_system_line_stays_the_author() -> None:
    messages = read(
        "13-05-2024 09:03 - Bert: Piet heeft Jan verwijderd\n13-05-2024 09:04 - Bert: Dave heeft de groep verlaten\n"
    )
    assert [(message.author, message.kind) for message in messages] == [("Bert", Kind.TEXT)] * 2


def test_deleted_by_admin_is_a_deleted_message() -> None:
    message = one("Bert: This message was deleted by admin Anja")
    assert (message.kind, message.event, message.author) == (Kind.DELETED, Event.DELETED_BY_ADMIN, "Bert")


def test_name_with_a_colon_is_kept_whole_when_it_is_always_so() -> None:
    text = "".join(f"13-05-2024 09:0{n} - Wijk Noord: Bert Smit: bericht {n}\n" for n in range(3))
    assert {message.author for message in read(text)} == {"Wijk Noord: Bert Smit"}


def test_announcement_is_no_name() -> None:
    text = "".join(f"13-05-2024 09:0{n} - Anja: Let op: bericht {n}\n" for n in range(3))
    assert [message.text for message in read(text)] == [f"Let op: bericht {n}" for n in range(3)]


def test_joiners_in_emoji_stay_and_text_is_not_compatibility_normalised() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert one(f"Anja: {family} \ufb01ets cafe\u0301").text == f"{family} \ufb01ets caf\u00e9"


def test_control_characters_become_visible_and_are_counted() -> None:
    reading = open_chat([from_text("13-05-2024 09:03 - Anja: a\x00b\x07c\ttab\n")])
    assert [message.text for message in reading.messages] == ["a\ufffdb\ufffdc\ttab"]
    assert reading.notes.replaced_characters == 2


def test_lone_surrogate_does_no_harm() -> None:
    one("Anja: a\ud800b").text.encode("utf-8")


def test_very_long_line_is_cut_and_counted() -> None:
    reading = open_chat([from_text(f"13-05-2024 09:03 - Anja: {'x' * 200_000}\n13-05-2024 09:04 - Bert: ok\n")])
    first, second = reading.messages
    assert len(first.text) < 65_536
    assert second.text == "ok"
    assert reading.notes.cut_lines == 1


@pytest.mark.parametrize(
    "written",
    [
        "Anja: https://example.org é{blanks}b",
        "Groep {blanks}b",
        "Anja: <bijgevoegd: a.pdf>{blanks}\u2022 1",
        "Anja: <bijgevoegd: a.pdf> \u2022 {digits}!",
        "Anja: foto.jpg (bestand bijgevoegd)\n{blanks}é",
    ],
)
def test_thousands_of_blanks_take_no_time(written: str) -> None:
    """One message of WhatsApp holds 65,536 characters; anybody in a group can send it."""
    body = written.format(blanks=" " * 20_000, digits="1" * 20_000)
    start = time.process_time()
    read(f"13-05-2024 09:03 - {body}\n13-05-2024 09:04 - Anja: dag\n")
    assert time.process_time() - start < 1


def test_line_without_end_fills_no_memory() -> None:
    reading = open_chat([from_text(f"13-05-2024 09:03 - Anja: {'x' * 9_000_000}")])
    assert [len(message.text) < 65_536 for message in reading.messages] == [True]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "cp1252", "utf-8-sig"])
def test_other_encodings_are_read(encoding: str) -> None:
    data = "13-05-2024 09:03 - Renée: één café\n13-05-2024 09:04 - Bert: ok\n".encode(encoding)
    source = Source("chat.txt", len(data), lambda: io.BytesIO(data))
    assert [(message.author, message.text) for message in open_chat([source]).messages] == [
        ("Renée", "één café"),
        ("Bert", "ok"),
    ]


def test_dates_of_the_whole_file_decide() -> None:
    """A thousand days that fit both orders, then one that fits only one."""
    lines = [f"{n % 12 + 1}/{n % 12 + 1}/24, 10:00 - Anja: {n}\n" for n in range(600)]
    with pytest.raises(DateOrderUnknownError):
        read("".join(lines))
    lines += ["4/25/24, 10:00 - Anja: x\n"] * 5
    assert open_chat([from_text("".join(lines))]).date_order is DateOrder.MDY


def test_pasted_rota_does_not_turn_the_date_order() -> None:
    lines = [f"{day}/6/24, 10:00 - Anja: x\n" for day in range(13, 29)] * 40
    lines.insert(5, "6/25/24, 10:00 - 12:00 dienst\n")
    assert open_chat([from_text("".join(lines))]).date_order is DateOrder.DMY


def test_late_messages_do_not_decide_the_order() -> None:
    text = "13-05-2024 16:24 - Bert: a\n13-05-2024 16:20 - Anja: b\n"
    assert [message.is_doubtful for message in read(text)] == [False, False]


# --- bad input -------------------------------------------------------------------------------------------------------


def zip_of(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


CHAT = b"13-05-2024 09:03 - Anja: hoi\n13-05-2024 09:04 - Bert: ok\n"


def refused(path: Path) -> str:
    with pytest.raises(ExpectedError) as error:
        list(open_chat(open_sources(path)).messages)
    assert error.value.sentence("nl") != error.value.sentence("en")
    return error.value.key


def test_each_bad_file_gets_its_own_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "poem.txt").write_text("De maan schijnt\nop het plein\n", encoding="utf-8")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 50)
    whole = zip_of(tmp_path / "whole.zip", {"_chat.txt": CHAT * 500}).read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    zip_of(tmp_path / "media.zip", {"IMG-1.jpg": b"x", "__MACOSX/._chat.txt": b"x"})

    assert refused(tmp_path / "nothing.txt") == "file_missing"
    assert refused(tmp_path) == "file_is_folder"
    assert refused(tmp_path / "empty.txt") == "file_empty"
    assert refused(tmp_path / "poem.txt") == "no_chat"
    assert refused(tmp_path / "noise.txt") == "no_chat"
    assert refused(tmp_path / "cut.zip") == "zip_damaged"
    assert refused(tmp_path / "media.zip") == "zip_without_chat"


def test_file_that_is_gone_or_never_was_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text("01-05-2024 20:00 - Anja: dag\n", encoding="utf-8")
    (source,) = open_sources(path)
    path.unlink()
    with pytest.raises(ExpectedError) as gone:
        source.open()
    os.mkfifo(path)
    with pytest.raises(ExpectedError) as pipe:
        open_sources(path)
    assert (gone.value.key, pipe.value.key) == ("file_unreadable", "file_not_plain")


def test_damaged_member_is_noticed_when_it_is_read(tmp_path: Path) -> None:
    data = bytearray(zip_of(tmp_path / "a.zip", {"_chat.txt": CHAT * 3000}).read_bytes())
    for at in range(150, 190):
        data[at] ^= 0x5A
    (tmp_path / "a.zip").write_bytes(data)
    assert refused(tmp_path / "a.zip") == "zip_damaged"


def test_two_chats_are_asked_about(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "two.zip", {"WhatsApp-chat met A.txt": CHAT, "WhatsApp-chat met B.txt": CHAT * 2})
    with pytest.raises(ChatChoiceError) as question:
        open_chat(open_sources(path))
    names = [choice.name for choice in question.value.choices]
    assert len(list(open_chat(open_sources(path), Options(chat=names[1])).messages)) == 4


def test_text_file_beside_the_chat_is_left_alone(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", {"notulen.txt": CHAT, "_chat.txt": CHAT})
    assert len(list(open_chat(open_sources(path)).messages)) == 2


def test_zip_bomb_is_stopped_while_it_unpacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.chats.source.RATIO_GRACE_BYTES", 1024 * 1024)
    path = zip_of(tmp_path / "bomb.zip", {"_chat.txt": CHAT + b"\0" * 40_000_000})
    assert refused(path) == "zip_too_large"


def test_zip_with_too_many_entries_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "many.zip", {f"{n}.txt": b"" for n in range(10_001)})
    assert refused(path) == "zip_too_large"


def test_locked_zip_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "locked.zip", {"_chat.txt": CHAT})
    data = bytearray(path.read_bytes())
    data[6] |= 1  # the flag "encrypted" in the local header and in the directory
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert refused(path) == "zip_locked"
