"""A copy holds all that is kept of one person, and nothing of anybody else."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from console.desk import triage
from console.desk.one_person import asking, copying, finding
from console.domain.decision import Act, Verb
from console.domain.one_person import Asks
from console.errors import ExpectedError
from console.papers.pages import pdf
from console.store.tables import join_requests, messages, notes
from tests.console.desk.conftest import NOW, Chat, flagged
from tests.console.desk.one_person.conftest import Neighbourhood


def rows(file: copying.PersonFile, kind: str) -> list[tuple[str, ...]]:
    return [row for part in file.parts if part.kind == kind for row in part.rows]


def test_a_copy_holds_all_of_him_and_nothing_of_others(neighbourhood: Neighbourhood) -> None:
    console, kade = neighbourhood.console, neighbourhood.kade
    words = "Anja Smit zei het, haar nummer is 06-87654321. Ik woon op Kade 12, groet Jan de Vries"
    item = kade.item(kade.say(words, author="Jan de Vries", judgement=flagged()))
    triage.decide(console, item, Act(Verb.HANDLED))
    with console.store.writing() as connection:
        note = {"text": "Jan de Vries belde over Anja Smit", "created_at": NOW, "ends_at": NOW + timedelta(days=90)}
        connection.execute(insert(notes).values(person_id=neighbourhood.jan.rows.people[0], **note))
    file = copying.copy_of(console, neighbourhood.jan)
    assert [part.kind for part in file.parts] == [
        *("person", "membership", "message", "decision", "note", "request", "mention"),
    ]
    everything = copying.as_json(file)
    for other in ("Anja", "Smit", "87654321"):
        assert other not in everything, other
    assert file.hidden >= 3
    said = [row[2] for row in rows(file, "message")]
    assert any("Kade 12" in text and "Jan de Vries" in text and "[iemand anders]" in text for text in said)
    assert any("06-12345678" in text for text in said)
    assert rows(file, "note")[0][3] == "Jan de Vries belde over [iemand anders]"
    assert rows(file, "mention")[0][3].startswith("Jan de Vries heeft een nieuwe auto")
    assert "jan@voorbeeld.nl" in rows(file, "request")[0][2]
    (decided,) = rows(file, "decision")
    assert decided[2] == "afgehandeld"
    for part in file.parts:
        assert part.purpose
        assert part.term
        assert all(len(row) == len(part.columns) for row in part.rows)


def test_a_copy_is_saved_to_read_and_for_a_program_and_answers_what_he_asked(
    neighbourhood: Neighbourhood, tmp_path: Path
) -> None:
    console, jan = neighbourhood.console, neighbourhood.jan
    asking.ask(console, jan, Asks.ACCESS, "Wat weten jullie van mij?")
    file = copying.copy_of(console, jan)
    changes = copying.save(console, file, tmp_path / "jan.json")
    assert changes.privacy
    assert not copying.save(console, file, tmp_path / "jan.pdf").privacy  # the same copy
    (asked,) = asking.asked(console)
    assert (asked.kind, asked.answered_at) == (Asks.ACCESS, console.now())
    read = json.loads((tmp_path / "jan.json").read_text(encoding="utf-8"))
    assert read["about"]["name"] == "Jan de Vries"
    assert {part["kind"] for part in read["parts"]} == {part.kind for part in file.parts}
    assert (tmp_path / "jan.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(ExpectedError) as told:
        copying.save(console, file, tmp_path / "jan.txt")
    assert told.value.key == "copy_kind"


def test_what_was_erased_of_a_message_is_said(neighbourhood: Neighbourhood) -> None:
    console = neighbourhood.console
    with console.store.writing() as connection:
        gone = messages.update().where(messages.c.id == neighbourhood.own).values(text="", forgotten_at=NOW)
        connection.execute(gone)
        assert connection.scalar(select(messages.c.id)) is not None
    file = copying.copy_of(console, neighbourhood.jan)
    assert "[de tekst is gewist]" in [row[2] for row in rows(file, "message")]
    assert pdf(copying.as_document(file), file.made_at).startswith(b"%PDF")


def test_who_is_known_in_another_group_only_or_by_a_contact_card_is_not_in_it(
    neighbourhood: Neighbourhood, make_group: Callable[..., Chat]
) -> None:
    console, brink = neighbourhood.console, make_group("Brink")
    brink.say("hoi", author="Zwaantje Quispel")
    brink.say("Jan de Vries was hier met Zwaantje en met Quispel", author="Pim Postma")
    own = neighbourhood.kade.say("", author="Jan de Vries")
    with console.store.writing() as connection:
        files = ["Anja Smit.vcf", "Jan de Vries.vcf", "IMG-20180626-WA0003.jpg"]
        connection.execute(update(messages).where(messages.c.id == own).values(attachments=files))
    file = copying.copy_of(console, neighbourhood.jan)
    everything = copying.as_json(file)
    assert [other for other in ("Zwaantje", "Quispel", "Smit") if other in everything] == []
    assert "Jan de Vries was hier met [iemand anders] en met [iemand anders]" in everything
    assert "[iemand anders].vcf, Jan de Vries.vcf, IMG-20180626-WA0003.jpg" in everything


def test_a_number_behind_an_at_sign_a_postcode_and_a_house_are_of_somebody(neighbourhood: Neighbourhood) -> None:
    console, kade = neighbourhood.console, neighbourhood.kade
    with console.store.writing() as connection:
        connection.execute(update(join_requests).values(postcode="1234 AB"))
    kade.say("@31687654321 en @31612345678: niet op 2345 BC maar op 1234 AB", author="Jan de Vries")
    said = rows(copying.copy_of(console, neighbourhood.jan), "message")[-1][2]
    assert said == "@[weggehaald] en @31612345678: niet op [weggehaald] maar op 1234 AB"
    kade.say("Ingebroken op de Dorpsstraat 12a, niet op Kade 12", author="Jan de Vries")
    said = rows(copying.copy_of(console, neighbourhood.jan), "message")[-1][2]
    assert said == "Ingebroken op de [weggehaald], niet op Kade 12"


def test_what_is_his_own_stays_in_every_way_of_writing_it_and_a_name_goes_as_one(neighbourhood: Neighbourhood) -> None:
    console, kade = neighbourhood.console, neighbourhood.kade
    with console.store.writing() as connection:
        home = {"street": "Kadestraat", "house_number": "12-a", "postcode": "1234 AB"}
        connection.execute(update(join_requests).values(home))
    kade.member("Mo El Amrani")
    expected = [
        ("(06-12345678)", "(06-12345678)"),
        ("Ik: (06) 12345678, niet 06-87654321", "Ik: (06) 12345678, niet [weggehaald]"),
        ("06-12345678 / 06-87654321 +31 6 87654321", "06-12345678 / [weggehaald] [weggehaald]"),
        ("06-11-2026 12:30", "06-11-2026 12:30"),
        ("Kadestraat nr. 12 a, 1234ab", "Kadestraat nr. 12 a, 1234ab"),
        ("Kadestr. 12A of Kadestraat 12", "Kadestr. 12A of [weggehaald]"),
        ("Kadestraat 12b", "[weggehaald]"),
        ("Mo El Amrani en Anja Smit", "[iemand anders] en [iemand anders]"),
        ("Anja Jansen zag Anja\nJan de Vries", "[iemand anders] zag [iemand anders]\nJan de Vries"),
        ("Mo, Anja", "[iemand anders], [iemand anders]"),
    ]
    for text, _ in expected:
        kade.say(text, author="Jan de Vries")
        kade.say(f"Jan de Vries: {text}", author="Anja Smit")
    file = copying.copy_of(console, neighbourhood.jan)
    own, named = {row[2] for row in rows(file, "message")}, {row[3] for row in rows(file, "mention")}
    assert [told for _, told in expected if told not in own] == []
    assert [told for _, told in expected if f"Jan de Vries: {told}" not in named] == []


def test_the_number_by_which_the_chat_calls_him_is_his(neighbourhood: Neighbourhood) -> None:
    console = neighbourhood.console
    neighbourhood.kade.say("Dit is 06-98765432", author="+31 6 98765432")
    (unknown,) = finding.find(console, "98765432")
    assert rows(copying.copy_of(console, unknown), "message")[0][2] == "Dit is 06-98765432"
