"""The search field: whatever a person types gives an answer, and the right one."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text

from console.store.search import search_query
from console.store.session import Store
from console.store.tables import groups, messages

NOW = datetime(2025, 3, 1, tzinfo=UTC)
TEXTS = (
    "Verdachte man bij café De Zon, kenteken 12-ABC-3",
    "Wie mist een witte kat? Gevonden in de Dorpsstraat",
    'Hij riep "pas op" en liep door',
    "Cursus C++ in het buurthuis",
)
HOSTILE = (
    "", " ", "12-ABC-3", "C++", 'a"b', "-auto", "auto-", '"', '""', "*", "auto*", "^auto", "(auto", "auto)", "a AND",
    "NOT", "OR OR", "NEAR(", "text:auto", "{text}: auto", "a + b", "'; DROP TABLE messages; --", "\0auto", "\ud800auto",
    "%_", "🚗", "\u202eotua", "a:b:c", "\\", "-", "́", "\U0001e900",
)  # fmt: skip


def found(store: Store, typed: str) -> list[int]:
    """Positions in TEXTS of the messages that a search finds."""
    query = search_query(typed)
    if query is None:
        return []
    with store.reading() as connection:
        rows = connection.scalars(
            text("SELECT rowid FROM messages_fts WHERE messages_fts MATCH :query ORDER BY rowid"), {"query": query}
        )
        return [row - 1 for row in rows]


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writing() as connection:
        connection.execute(insert(groups).values(id=1, name="HIC Kade", profile="hic", created_at=NOW))
        rows = [
            {"group_id": 1, "position": n, "sent_at": NOW, "written_at": 0, "kind": "text", "text": text}
            for n, text in enumerate(TEXTS)
        ]
        connection.execute(insert(messages), rows)
    return store


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("kat", [1]),
        ("KAT", [1]),
        ("cafe", [0]),  # without the accent
        ("12-abc-3", [0]),
        ("12abc3", []),
        ("verdacht", [0]),  # the last word may be unfinished
        ("verdacht man", []),  # the words before it may not
        ("man verdacht", [0]),
        ("kat man", []),  # every word
        ("dorps", [1]),
        ("C++", [3, 0]),
        ('"pas op"', [2]),
        ("🚗 kat", [1]),  # a mark that is in no index does not spoil the word beside it
        ("-kat", [1]),
        ("kat OR man", []),  # a word like any other
    ],
)
def test_search_finds_what_a_person_means(filled: Store, typed: str, expected: list[int]) -> None:
    assert found(filled, typed) == sorted(expected)


@pytest.mark.parametrize("typed", ["", "   ", "-", "*", '"', "🚗", "%_", "\0"])
def test_nothing_to_search_for_is_none(typed: str) -> None:
    assert search_query(typed) is None


def test_no_search_fails(filled: Store) -> None:
    for typed in HOSTILE:
        found(filled, typed)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(st.characters(), max_size=60))
def test_no_search_fails_whatever_is_typed(filled: Store, typed: str) -> None:
    found(filled, typed)


def test_a_pasted_page_is_cut() -> None:
    assert (search_query("woord " * 10_000) or "").count('"woord"') == 32
