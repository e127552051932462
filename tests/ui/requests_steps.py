"""People who ask to join, for tests of the window."""

from datetime import timedelta

from console.desk import areas
from console.desk.area_text import read
from console.desk.console import Console
from console.desk.joining.requests import Incoming, put
from console.domain.group import GroupId
from console.domain.join_request import Applicant, RequestId, RequestSource
from console.domain.work_area import Address
from tests.console.desk.conftest import NOW

KNOWN = {"is_old_enough": True, "has_read_rules": True, "consent_at": NOW, "consent_channel": "formulier"}
FATIMA = Applicant("Fatima de Groot", "+31612345678", address=Address("Kade", "12a", "3021 AB"), **KNOWN)
OMAR = Applicant("Omar Yilmaz", "+31687654321", address=Address("Merelstraat", "8"), **KNOWN)
WIM = Applicant("Wim", words="Ik wil er graag bij.")


def set_area(console: Console, group_id: GroupId, text: str) -> None:
    """Give a group a work area."""
    area, problems = read(text)
    assert not problems
    areas.set_area(console, group_id, area)


def ask(console: Console, group_id: GroupId, applicant: Applicant, days: float = 1) -> RequestId:
    """Let somebody ask to join, so many days ago."""
    came = Incoming(applicant, NOW - timedelta(days=days), RequestSource.FORM)
    with console.store.writing() as connection:
        taken = put(connection, console, group_id, [came])
    return (*taken.new, *taken.updated, *taken.known)[0]
