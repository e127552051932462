"""Jan de Vries, who asks about his data: a member of two groups, an applicant, and talked about."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from console.desk.console import Console
from console.desk.one_person import finding
from console.domain.message import MessageId
from console.domain.one_person import Person
from console.store.tables import join_requests, members, people
from tests.console.desk.conftest import NOW, Chat

PHONE = "+31612345678"


@pytest.fixture(autouse=True)
def _logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@dataclass
class Neighbourhood:
    """Two groups in which Jan is known."""

    console: Console
    kade: Chat
    plein: Chat
    own: MessageId  # what Jan wrote
    about: MessageId  # what Anja wrote about him
    first_name: MessageId  # a Jan, whoever that is

    @property
    def jan(self) -> Person:
        (jan,) = finding.find(self.console, "Jan de Vries")
        return jan


@pytest.fixture
def neighbourhood(console: Console, make_group: Callable[..., Chat]) -> Neighbourhood:
    """Jan de Vries in two groups, under two names; he asked to join the second by his number."""
    kade, plein = make_group("Kade"), make_group("Plein")
    own = kade.say("Ik ben op de markt, bel 06-12345678", author="Jan de Vries")
    about = kade.say("Jan de Vries heeft een nieuwe auto. Zijn nummer is 06 1234 5678", author="Anja Smit")
    first_name = kade.say("Dag Jan, tot straks", author="Anja Smit")
    plein.say("Hallo", author="~ J. de Vries")
    with console.store.writing() as connection:
        jan = connection.scalar(select(members.c.person_id).where(members.c.name == "Jan de Vries"))
        connection.execute(update(people).where(people.c.id == jan).values(phone=PHONE))
        other = connection.scalar(select(members.c.person_id).where(members.c.name == "~ J. de Vries"))
        connection.execute(update(people).where(people.c.id == other).values(merged_into_id=jan))
        asked = {"group_id": plein.group_id, "name": "J. de Vries", "phone": PHONE, "email": "jan@voorbeeld.nl"}
        asked |= {"street": "Kade", "house_number": "12", "source": "mail", "received_at": NOW}
        connection.execute(insert(join_requests).values(asked))
    return Neighbourhood(console, kade, plein, own, about, first_name)
