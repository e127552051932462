"""The counters of a municipality: shipped, changed by a person, and the one that fits a message."""

import re
import tomllib
from dataclasses import replace
from datetime import timedelta

import pytest

from console.assets import resource
from console.desk import redirects, triage
from console.desk.groups import change_group
from console.domain.draft import Counter
from console.domain.judgement import Abuse, Attention, Category, Flag, Judgement, Reason
from console.domain.welcome import LANGUAGES
from console.errors import ExpectedError

from .conftest import NOW

DESK = Counter(key="", name="Loket  Zuid", when="Altijd.", number="010-1234567")


def refused_with(key: str, call) -> None:
    with pytest.raises(ExpectedError) as refused:
        call()
    assert refused.value.key == key


def by_key(console, group_id) -> dict[str, Counter]:
    return {counter.key: counter for counter in redirects.counters(console, group_id)}


def of(console, key: str) -> redirects.Municipality:
    return next(one for one in redirects.municipalities(console) if one.key == key)


def test_rotterdam_is_shipped_with_its_own_counters(console, make_group) -> None:
    counters = by_key(console, make_group(municipality="rotterdam").group_id)

    assert (counters["municipality"].number, counters["municipality"].app) == ("14010", "de app MeldR")
    assert counters["unsafe_feeling"].name == "VeiligR"
    assert (counters["emergency"].number, counters["police"].number) == ("112", "0900-8844")
    assert (counters["report_anonymously"].number, counters["confused"].number) == ("0800-7000", "0800-1205")


def test_elsewhere_nobody_is_sent_to_rotterdam(console, chat) -> None:
    told = " ".join(str(counter) for counter in redirects.counters(console, chat.group_id))

    assert not re.search("rotterdam|meldr|veiligr|14010", told, re.IGNORECASE)


@pytest.mark.parametrize("path", sorted(resource("redirects").glob("*.toml")), ids=lambda path: path.stem)
def test_shipped_counters_are_names_and_numbers_and_no_addresses_of_sites(path) -> None:
    text = path.read_text(encoding="utf-8")

    assert "http" not in text
    assert "www." not in text
    assert "buitenbeter" not in re.sub("#.*", "", text).lower()
    for counter in tomllib.loads(text)["counters"].values():
        assert {"name", "when"} <= counter.keys()
        assert {"number", "app"} & counter.keys()
        assert all(isinstance(words, str) or words.keys() == set(LANGUAGES) for words in counter.values())


def test_the_list_is_by_name_and_ends_with_elsewhere(console) -> None:
    redirects.change_counters(console, None, "Aalst", [DESK])

    assert [one.name for one in redirects.municipalities(console)] == ["Aalst", "Rotterdam", "Andere gemeente"]


# --- the one that fits -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "category", "first"),
    [
        ("call112.missing", Category.URGENT, "emergency"),
        ("vigilantism.own_action", Category.SOCIAL, "police"),
        ("abuse.threat", Category.REPLY, "police"),
        ("personal_data.plate", Category.SUSPICIOUS, "police"),
        ("personal_data.plate", Category.LIVEABILITY, "municipality"),
        ("off_topic.hic.liveability", Category.LIVEABILITY, "municipality"),
        ("abuse.insult", Category.SOCIAL, "municipality"),  # none fits: not 112, for one key sends it
        ("off_topic.hic.lost_found", Category.LOST_FOUND, "municipality"),
    ],
)
def test_the_counter_that_fits_a_message_comes_first(console, make_group, rule, category, first) -> None:
    group = make_group(profile="hic")
    flag = Flag(rule.split(".", maxsplit=1)[0])
    judgement = Judgement(
        category,
        attention=Attention.TODAY,
        abuse=Abuse.THREAT if rule == "abuse.threat" else Abuse.NONE,
        off_topic=flag is Flag.OFF_TOPIC,
        reasons=(Reason(flag, rule, "", ""),),
    )
    item = group.item(group.say("Kijk", judgement=judgement, at=NOW - timedelta(minutes=5)))
    counters = redirects.counters(console, group.group_id, item)

    assert counters[0].key == first
    assert sorted(one.key for one in counters) == sorted(by_key(console, group.group_id))


def test_nobody_calls_112_about_last_week(console, chat) -> None:
    judgement = Judgement(
        Category.URGENT, attention=Attention.NOW, reasons=(Reason(Flag.CALL112, "call112.missing", "", ""),)
    )
    item = chat.item(chat.say("Nu!", judgement=judgement, at=NOW - timedelta(days=4)))

    assert redirects.counters(console, chat.group_id, item)[0].key == "police"


# --- changed by a person ---------------------------------------------------------------------------------------------


def test_a_new_municipality_serves_its_groups_until_it_is_undone(console, chat) -> None:
    redirects.change_counters(console, None, " Capelle aan den  IJssel ", [DESK])
    change_group(console, chat.group_id, municipality="capelle_aan_den_ijssel")
    assert by_key(console, chat.group_id) == {"loket_zuid": replace(DESK, key="loket_zuid", name="Loket Zuid")}

    triage.undo(console)
    triage.undo(console)
    assert "capelle_aan_den_ijssel" not in {one.key for one in redirects.municipalities(console)}
    assert "emergency" in by_key(console, chat.group_id)


def test_a_municipality_that_was_undone_can_be_made_again(console) -> None:
    redirects.change_counters(console, None, "Delft", [DESK])
    triage.undo(console)
    redirects.change_counters(console, None, "Delft", [DESK, DESK])

    assert [counter.key for counter in of(console, "delft").counters] == ["loket_zuid", "loket_zuid_2"]


def test_a_group_whose_municipality_was_undone_has_the_counters_of_elsewhere(console, make_group) -> None:
    group = make_group(municipality="nergens")

    assert "emergency" in by_key(console, group.group_id)


def test_what_still_says_what_is_shipped_keeps_following_it_in_both_languages(console) -> None:
    shipped = of(console, "rotterdam").counters
    changed = [replace(one, number="14 010") if one.key == "municipality" else one for one in shipped]
    redirects.change_counters(console, "rotterdam", "Rotterdam", changed)
    english = {one.key: one for one in of(replace(console, language="en"), "rotterdam").counters}

    assert of(console, "rotterdam").is_changed
    assert english["municipality"].number == "14 010"
    assert english["police"].name == "Police, no emergency"


def test_the_same_again_changes_nothing(console) -> None:
    redirects.change_counters(console, "rotterdam", "Rotterdam", of(console, "rotterdam").counters[:2])

    again = redirects.change_counters(console, "rotterdam", "Rotterdam", of(console, "rotterdam").counters)
    assert again.decision is None


@pytest.mark.parametrize(
    ("name", "counter", "key"),
    [
        ("  ", DESK, "municipality_name_empty"),
        ("rotterdam", DESK, "municipality_name_taken"),
        ("Delft", replace(DESK, name=" "), "counter_name_empty"),
        ("Delft", replace(DESK, number=" ", app=None), "counter_empty"),
    ],
)
def test_what_is_not_whole_is_refused(console, name: str, counter: Counter, key: str) -> None:
    refused_with(key, lambda: redirects.change_counters(console, None, name, [counter]))
    assert len(redirects.municipalities(console)) == 2


def test_a_group_and_an_item_that_are_gone_are_told(console, chat) -> None:
    refused_with("group_gone", lambda: redirects.counters(console, 404))
    refused_with("item_gone", lambda: redirects.counters(console, chat.group_id, 404))


def test_where_reports_go_is_kept_with_the_municipality_and_taken_back_with_it(console) -> None:
    told = of(console, "rotterdam").counters
    where = {"report_mail": " melding@stad.nl ", "signalen_url": "api.voorbeeld.nl/signals/v1/public/signals/"}
    redirects.change_counters(console, "rotterdam", "Rotterdam", told, **where)
    assert (of(console, "rotterdam").report_mail, of(console, "rotterdam").signalen_url) == (
        *("melding@stad.nl", "https://api.voorbeeld.nl"),
    )
    redirects.change_counters(console, "rotterdam", "Rotterdam", told, signalen_url="https://api.voorbeeld.nl")
    assert of(console, "rotterdam").report_mail == ""

    triage.undo(console)
    assert of(console, "rotterdam").report_mail == "melding@stad.nl"
    triage.undo(console)
    assert (of(console, "rotterdam").report_mail, of(console, "rotterdam").signalen_url) == ("", "")


@pytest.mark.parametrize(
    ("where", "key"),
    [
        ({"report_mail": "melding"}, "report_mail_wrong"),
        ({"report_mail": "a@b.nl, c@d.nl"}, "report_mail_wrong"),
        ({"signalen_url": "http://api.voorbeeld.nl"}, "net_address_wrong"),
        ({"signalen_url": "https:" + "//anja:geheim@api.voorbeeld.nl"}, "net_address_wrong"),
    ],
)
def test_an_address_for_reports_that_is_none_is_refused(console, where: dict[str, str], key: str) -> None:
    refused_with(key, lambda: redirects.change_counters(console, None, "Delft", [DESK], **where))
    assert len(redirects.municipalities(console)) == 2
