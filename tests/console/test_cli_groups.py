"""``beheer groups`` tells what the page Groepen tells."""

from datetime import UTC, datetime

from console.desk import family, group_facts
from console.desk.console import Console
from console.desk.group_facts import GroupFacts
from console.domain.group import GroupId, Kin, Tool
from console.store.session import Store
from tests.console.test_cli import KEY, beheer  # noqa: F401  # fixture


def test_groups_tell_their_coverage_family_and_what_asks_for_a_look(beheer):  # noqa: F811
    for name in ("Kade", "Dijk"):
        beheer("import", beheer.chat(), "--group", name, "--no-judge")
    with Store.open(beheer.store, KEY) as store:
        console = Console(store, lambda: datetime(2026, 11, 15, tzinfo=UTC), "nl", "Anja")
        group_facts.change_facts(console, GroupId(1), GroupFacts("Kade", Tool.SIGNAL, addresses=8))
        family.relate(console, GroupId(1), GroupId(2), Kin.SPLIT_FROM)
    found = {row["group"]: row for row in beheer("groups", "--json")}
    assert found["Kade"]["coverage"] == {"members": 2, "out_of": 8, "of": "addresses", "share": 0.25}
    assert found["Kade"]["family"] == [{"group": "Dijk", "kin": "split_from"}]
    assert found["Kade"]["concerns"] == ["too_small"]
    assert (found["Dijk"]["coverage"], found["Dijk"]["concerns"]) == (None, [])
    beheer("groups")
    assert "dekking 2 van 8 adressen (25%). Let op: klein gebied" in beheer.out
