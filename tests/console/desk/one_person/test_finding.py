"""Somebody is found wherever he stands, as one; and who only has the same name apart."""

import pytest
from sqlalchemy import insert, select, update

from console.desk.forgetting import erasing
from console.desk.one_person import finding, forgetting
from console.domain.one_person import KnownAs
from console.errors import ExpectedError
from console.store.tables import different_people, join_requests, messages, people, professionals, prospects
from tests.console.desk.conftest import NOW
from tests.console.desk.one_person.conftest import PHONE, Neighbourhood


def test_one_person_is_found_as_one_by_any_of_his_names_numbers_and_addresses(neighbourhood: Neighbourhood) -> None:
    console = neighbourhood.console
    (jan,) = finding.find(console, "jan de vries")
    assert [(one.kind, one.group) for one in jan.known] == [
        (KnownAs.MEMBER, "Kade"),
        (KnownAs.MEMBER, "Plein"),
        (KnownAs.APPLICANT, "Plein"),
    ]
    assert (jan.name, jan.phones, jan.mails) == ("Jan de Vries", (PHONE,), ("jan@voorbeeld.nl",))
    assert set(jan.names) == {"Jan de Vries", "~ J. de Vries", "J. de Vries"}
    for words in ("06-12345678", "+31 6 12 34 56 78", "JAN@voorbeeld", "vries jan"):
        assert [one.key for one in finding.find(console, words)] == [jan.key], words
    assert finding.person(console, jan.key) == jan
    assert jan.person_id is not None
    assert finding.member(console, jan.person_id).rows == jan.rows
    assert finding.find(console, "Piet") == () == finding.find(console, "  ")


def test_who_has_the_same_name_stands_apart_until_a_person_says_otherwise(neighbourhood: Neighbourhood) -> None:
    console, group_id = neighbourhood.console, neighbourhood.kade.group_id
    with console.store.writing() as connection:
        connection.execute(insert(prospects).values(group_id=group_id, name="Jan de Vries", created_at=NOW))
        connection.execute(insert(professionals).values(name="Jan de Vries", email="jan@politie.nl"))
        connection.execute(insert(people).values(name="Jan de Vries", phone="+31201234567", created_at=NOW))
        asked = {"group_id": group_id, "name": "Els Bos", "source": "mail", "received_at": NOW}
        asked |= {"email": "jan@voorbeeld.nl", "vouched_by": "Jan de Vries"}  # a household shares its mail
        connection.execute(insert(join_requests).values(asked))
    keys = [one.key for one in finding.find(console, "Jan de Vries")]
    assert [key[0] for key in keys] == ["l", "m", "p", "v"], keys
    both = finding.person(console, "+".join(keys[:2]))
    assert both.key == "+".join(keys[:2])
    assert both.rows.prospects
    assert both.rows.members
    assert [one.name for one in finding.find(console, "els bos")] == ["Els Bos"]
    with console.store.writing() as connection:
        connection.execute(update(professionals).values(name="J. de Vries", email="JAN@voorbeeld.nl"))
    assert [one.key[0] for one in finding.find(console, "Jan de Vries")] == ["l", "m", "v"]  # his mail, and his name


def test_people_who_were_told_apart_are_not_one_by_their_number(neighbourhood: Neighbourhood) -> None:
    console, jan = neighbourhood.console, neighbourhood.jan
    with console.store.writing() as connection:
        made = connection.execute(insert(people).values(name="Els Bos", phone=PHONE, created_at=NOW))
        (els,) = made.inserted_primary_key or (0,)
    assert els in finding.person(console, jan.key).rows.people
    with console.store.writing() as connection:
        said = {"person_id": jan.person_id, "other_id": els, "said_at": NOW}
        connection.execute(insert(different_people).values(said))
    assert els not in finding.person(console, jan.key).rows.people


def test_who_was_erased_is_found_by_his_whole_name_only(neighbourhood: Neighbourhood) -> None:
    console, jan = neighbourhood.console, neighbourhood.jan
    with console.store.writing() as connection:
        erasing.erase_requests(connection, console, jan.rows.requests)
        erasing.erase_members(connection, console, jan.rows.members)
    assert finding.find(console, "Jan") == ()
    (found,) = finding.find(console, "Jan de Vries")
    assert {one.kind for one in found.known} == {KnownAs.ERASED}
    assert "Jan" not in repr(found)


def test_a_key_of_nobody_finds_nobody(neighbourhood: Neighbourhood) -> None:
    for key in ("m999", "", "x1", "m", "m1;--", "m²"):
        with pytest.raises(ExpectedError) as told:
            finding.person(neighbourhood.console, key)
        assert told.value.key == "person_gone", key


def test_of_a_company_the_one_who_speaks_for_it_is_found(neighbourhood: Neighbourhood) -> None:
    console, group_id = neighbourhood.console, neighbourhood.kade.group_id
    with console.store.writing() as connection:
        company = {"group_id": group_id, "name": "Bakkerij Het Molentje", "contact": "Els Bos", "created_at": NOW}
        connection.execute(insert(prospects).values(company))
    (els,) = finding.find(console, "Els Bos")
    assert (els.name, els.names) == ("Els Bos", ("Els Bos",))
    said = neighbourhood.kade.say("Brood van Bakkerij Het Molentje, vraag Els Bos", author="Anja Smit")
    forgetting.erase(console, els)
    with console.store.reading() as connection:
        text = connection.scalar(select(messages.c.text).where(messages.c.id == said))
    assert text == "Brood van Bakkerij Het Molentje, vraag [iemand]"
