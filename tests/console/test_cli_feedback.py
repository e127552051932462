"""``beheer feedback`` as the contract of the command line says."""

from datetime import UTC, datetime, timedelta

import pytest

from console.desk import triage
from console.desk.console import Console
from console.desk.feedback import changing, lines
from console.domain.decision import Act, Verb
from console.domain.feedback import LineKind, LineState, Owing
from console.domain.report import Result
from console.domain.telling import Audience, Telling, TellingHow
from console.store.session import Store
from tests.console.test_cli import KEY, beheer  # noqa: F401  # fixture

ASKED_AT = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def owed(beheer):  # noqa: F811
    """A store with two groups: one answer is owed to both, another is known."""
    for name in ("Kade", "Plein"):
        beheer("import", beheer.chat(), "--group", name, "--no-judge")
    with Store.open(beheer.store, KEY) as store:
        console = Console(store, lambda: datetime.now(UTC), "nl", "Anja")
        changing.open_by_hand(
            console,
            group_id=1,
            also=[(2, None)],
            what="Lantaarn\u202e kapot",
            kind=LineKind.LIVEABILITY,
            owing=Owing(service="gemeente"),
            state=LineState.ASKED,
            asked_at=ASKED_AT,
        )
        known = changing.open_by_hand(console, 2, what="Is het rustig?", owing=Owing())
        told = Telling(1, Audience.REPORTER, TellingHow.OFFLINE)
        answer = Act(Verb.ANSWERED, text="Ja.", result=Result.NOTHING_FOUND, tellings=(told,))
        triage.decide(console, lines.line(console, known.line_id).item_id, answer)
        gone = changing.open_by_hand(console, group_id=2, what="Fiets", owing=Owing())
        item_id = lines.line(console, gone.line_id).item_id
        triage.decide(console, item_id, Act(Verb.LAPSE, reason_code="too_old"))
    return beheer


def test_what_is_owed_is_given_as_data(owed):
    late, known = owed("feedback", "--json")
    remind = ASKED_AT + timedelta(days=7, hours=1)
    assert late == {
        "number": "BC-1",
        "what": "Lantaarn\u202e kapot",
        "kind": "liveability",
        "state": "asked",
        "groups": ["Kade", "Plein"],
        "owed_by": "gemeente",
        "since": "2026-11-01T10:00:00",
        "asked": "2026-11-01T10:00:00",
        "remind": f"{remind:%Y-%m-%dT%H:%M:%S}",
        "overdue": True,
        "answer": None,
        "result": "unknown",
        "reporter_told": None,
        "group_told": False,
    }
    assert (known["state"], known["answer"], known["result"]) == ("answered", "Ja.", "nothing_found")
    assert (known["owed_by"], known["reporter_told"], known["group_told"]) == (None, True, False)


def test_what_was_closed_and_what_is_of_one_group_can_be_asked_for(owed):
    assert [row["number"] for row in owed("feedback", "--all", "--json")] == ["BC-1", "BC-2", "BC-3"]
    assert [row["number"] for row in owed("feedback", "--group", "Plein", "--all", "--json")] == ["BC-1", "BC-3"]
    both = owed("feedback", "--group", "Plein", "Kade", "--json")
    assert [row["number"] for row in both] == ["BC-1", "BC-2"]
    owed("feedback", "--group", "Sluis", status=1)
    assert "'Sluis'" in owed.err


def test_in_words_it_says_what_each_waits_for(owed):
    owed("feedback")
    assert owed.out.startswith(
        "[gevraagd, te laat] BC-1 Kade, Plein: Lantaarn‹U+202E› kapot\n    Gemeente zou antwoorden."
    )
    assert "De groep weet het nog niet." in owed.out
    owed("feedback", "--lang", "en")
    assert owed.out.startswith("[asked, overdue] BC-1")


def test_the_week_shows_what_is_overdue_among_the_rest(owed):
    rows = [row for row in owed("week", "--json") if row["kind"] == "feedback"]
    assert [(row["group"], row["text"]) for row in rows] == [
        ("Kade", "Lantaarn\u202e kapot"),
        ("Kade", "Is het rustig?"),
    ]
    assert rows[0]["why"].startswith("Gemeente zou antwoorden.")


def test_nobody_waits(beheer, store_path):  # noqa: F811
    beheer.store = store_path
    assert beheer("feedback", "--json") == []
    beheer("feedback")
    assert beheer.out == "Niemand wacht nu op een antwoord.\n"
