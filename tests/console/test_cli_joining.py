"""``beheer requests`` and ``beheer retention`` as the contract of the command line says."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, insert, select, update

from console.desk.areas import set_area
from console.desk.console import Console
from console.desk.forgetting.retention import run_daily
from console.desk.forgetting.search import HOME
from console.desk.joining.requests import add
from console.domain.group import GroupId
from console.domain.join_request import Applicant
from console.domain.work_area import Address, Stretch, WorkArea
from console.store.session import Store
from console.store.tables import groups, imports, join_requests, messages
from tests.console.test_cli import KEY, beheer  # noqa: F401  # fixture

OLD = """\
01-01-2020 09:00 - Anja heeft Bram toegevoegd
01-01-2020 20:01 - Bram: Goedenavond allemaal
02-01-2020 20:02 - Bram heeft de groep verlaten
"""


@pytest.fixture
def asked(beheer):  # noqa: F811
    """A store with a group, somebody who asks to join it, and somebody who left it years ago."""
    beheer("import", beheer.chat(OLD), "--group", "Kade", "--profile", "wabp_alarm", "--no-judge")
    with Store.open(beheer.store, KEY) as store:
        console = Console(store, lambda: datetime.now(UTC) - timedelta(days=10), "nl", "Anja")
        set_area(console, GroupId(1), WorkArea((Stretch("Kade"),)))
        who = Applicant("Els\u202e Prins", "+31612345678", address=Address("Kade", "12a"), is_old_enough=True)
        add(console, GroupId(1), who)
    return beheer


def test_who_asks_to_join_is_given_as_data_and_in_words(asked):
    (row,) = asked("requests", "--json")
    assert (row["group"], row["street"], row["house_number"], row["state"]) == ("Kade", "Kade", "12a", "open")
    assert (row["phone"], row["source"], row["days"], row["limit_days"]) == ("+31612345678", "form", 10, 7)
    assert (row["checks"]["area"], row["checks"]["rules"], row["proposal"]) == ("yes", "unknown", "ask")
    assert row["right_groups"] == []
    asked("requests")
    assert asked.out.startswith("[wacht op u] ")
    assert " Kade, Els Prins, Kade 12a" in asked.out


def test_the_week_shows_who_asks_among_the_rest(asked):
    row = next(row for row in asked("week", "--json") if row["kind"] == "request")
    assert (row["group"], row["attention"], row["text"]) == ("Kade", "today", "Kade 12a")
    assert "10 dagen" in row["why"]


def test_nobody_asks(beheer, store_path):  # noqa: F811
    beheer.store = store_path
    assert beheer("requests", "--json") == []
    beheer("requests")
    assert "Niemand" in beheer.out


def test_a_dry_run_shows_what_goes_and_without_it_that_goes(asked):
    (row,) = asked("retention", "--dry-run", "--json")
    assert (row["kind"], row["group"], row["name"]) == ("member", "Kade", "Bram")
    assert (row["why"], row["from"]) == ("Weg uit de groep sinds 02-01-2020.", None)
    asked("retention", "--dry-run")
    assert asked.out == "Kade, Bram: Weg uit de groep sinds 02-01-2020.\nDit zou worden gewist: 1 oud-lid.\n"
    asked("retention")
    assert asked.out.endswith("Gewist: 1 oud-lid.\n")
    assert asked("retention", "--json") == []
    asked("retention")
    assert asked.out == "Er is nu niets dat lang genoeg is bewaard.\n"


def test_what_was_erased_is_no_request_any_more(asked):
    with Store.open(asked.store, KEY) as store, store.writing() as connection:
        long_ago = datetime(2020, 1, 1, tzinfo=UTC)
        refused = {"group_id": 1, "name": "Nel", "source": "form", "state": "refused"}
        connection.execute(insert(join_requests).values(refused | {"received_at": long_ago, "decided_at": long_ago}))
    assert [row["name"] for row in asked("requests", "--json")] == ["Els Prins", "Nel"]
    asked("retention")
    assert "Gewist: 1 aanmelding, 1 oud-lid." in asked.out
    assert [row["name"] for row in asked("requests", "--json")] == ["Els Prins"]
    with Store.open(asked.store, KEY) as store, store.reading() as connection:
        assert connection.scalars(select(join_requests.c.name).order_by(join_requests.c.id)).all()[1] == ""


# --- a history that is older than its term ---------------------------------------------------------------------------


def test_an_import_says_what_will_be_erased_and_answers_as_ever(beheer):  # noqa: F811
    rows = beheer("import", beheer.chat(OLD), "--group", "Kade", "--json")
    assert [row["new"] for row in rows] == [3, 3]
    assert "3 berichten zijn ouder dan 90 dagen. Hun tekst wordt gewist vanaf " in beheer.err
    beheer("import", beheer.chat(OLD), "--group", "Kade")
    assert "ouder dan" not in beheer.err  # nothing of it is new


def test_an_older_history_is_counted_and_forgotten_or_kept_for_a_reason(beheer):  # noqa: F811
    beheer("import", beheer.chat(OLD), "--group", "Kade", "--older", "forget")
    assert beheer.err == ""
    until = f"{datetime.now(UTC) + timedelta(days=100):%Y-%m-%d}"
    beheer("import", beheer.chat(OLD), "--group", "Plein", "--older", "keep", "--until", until, "--reason", "Evaluatie")
    assert beheer.err == ""
    with Store.open(beheer.store, KEY) as store, store.reading() as connection:
        said = dict(
            connection.execute(select(messages.c.group_id, func.max(messages.c.text)).group_by("group_id")).all()
        )
        assert said == {1: "", 2: "Goedenavond allemaal"}
        kept = connection.scalar(select(groups.c.keeping).where(groups.c.id == 2))
    assert kept["older"]["reason"] == "Evaluatie"
    beheer("retention", "--json")
    assert '"kind": "text"' not in beheer.out


def test_a_dry_run_says_what_goes_from_the_day_that_the_import_named(beheer):  # noqa: F811
    beheer("import", beheer.chat("01-01-2020 20:01 - Bram: Goedenavond allemaal\n"), "--group", "Kade")
    day = beheer.err.split("gewist vanaf ")[1][:10]
    (row,) = beheer("retention", "--dry-run", "--json")
    assert (row["kind"], row["group"], row["count"], row["from"]) == ("text", "Kade", 1, "-".join(day.split("-")[::-1]))
    with Store.open(beheer.store, KEY) as store:
        begins_at = run_daily(Console(store, lambda: datetime.now(UTC), "nl", "Anja")).begins_at
    beheer("retention", "--dry-run")
    nothing, what, when, itself = beheer.out.splitlines()
    assert nothing == "Er is nu niets dat lang genoeg is bewaard."
    assert what.startswith("Kade, de tekst van 1 bericht: Ouder dan 90 dagen. De tekst gaat weg.")
    assert when == f"Dit zou worden gewist vanaf {day}: de tekst van 1 bericht."
    assert itself == f"Het venster wist vanzelf vanaf {begins_at.astimezone(HOME):%d-%m-%Y}."
    assert beheer("retention", "--json") == []


def test_who_keeps_it_must_say_until_when_and_why(beheer):  # noqa: F811
    beheer("import", beheer.chat(OLD), "--group", "Kade", "--older", "keep", status=2)
    assert "--until" in beheer.err


def test_what_is_counted_is_told_with_how_much_and_how_old(asked):
    with Store.open(asked.store, KEY) as store, store.writing() as connection:
        settled = {"needs_judging": False, "needs_placing": False}
        connection.execute(update(messages).values(settled))
        connection.execute(update(imports).values(imported_at=datetime(2020, 2, 1, tzinfo=UTC)))
    row = next(row for row in asked("retention", "--dry-run", "--json") if row["kind"] == "text")
    assert (row["group"], row["count"], row["waiting"], row["oldest"][:10]) == ("Kade", 3, 0, "2020-01-01")
    asked("retention")
    assert "Kade, de tekst van 3 berichten: Ouder dan 90 dagen." in asked.out
    assert asked.out.endswith("Gewist: 1 oud-lid, de tekst van 3 berichten.\n")
