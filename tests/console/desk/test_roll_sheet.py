"""Members from a sheet and to a sheet: good rows whole, bad ones told, and nothing that a program would run."""

import csv
from datetime import date

import openpyxl
import pytest

from console.desk import roll, sheets
from console.desk.roll_book import MemberFacts, add_member
from console.desk.roll_sheet import FIELDS, export, sheet_plan
from console.domain.member import GroupRole, RollFilter

SHEET = """Ledenlijst Kade;;;;;;;
Naam;Mobiel;Rol;Lid sinds;Weg sinds;Toestemming;Hoe akkoord;Regels gelezen
Anna de Vries;06-12345678;Beheerder;1-5-2026;;2-5-2026;aan de deur;3-5-2026
Bram;0687654321;;;;;;
;0611111111;;;;;;
Carla;;wijkagent;1-5-2026;1-10-2026;;;
Dirk;niet bekend;;;;;;
Eva;;;1-5-2027;;;;
Fleur;;;1-5-2026;1-4-2026;;;
Bram dubbel;06 87 65 43 21;;;;;;
;;Lid;;;;;
"""


def check(console, group_id, path):
    plan = sheet_plan(console, group_id)
    sheet = sheets.open_sheet(path, plan.fields)
    return plan, sheets.check(sheet, sheets.guess(sheet, plan.fields), plan.fields, same=plan.same, also=plan.also)


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "leden.csv"
    made.write_text(SHEET, encoding="cp1252")
    return made


def test_sheet_is_understood_and_what_is_wrong_is_told_by_row(console, chat, path):
    plan, checked = check(console, chat.group_id, path)
    assert [(one.row_number, one.what("nl")) for one in checked.problems] == [
        (7, "Geen telefoonnummer. Schrijf: 06 12345678."),
        (8, "Die dag moet nog komen. Kies vandaag of een dag die voorbij is."),
        (9, "De dag van vertrek ligt voor de dag waarop dit lid erbij kwam. Kijk de twee dagen na."),
        (10, checked.problems[3].what("nl")),
        (11, "Vul een naam in. Of vul een telefoonnummer in."),
    ]
    taken = plan.take(console, checked.rows)
    assert (taken.new, taken.changes.people) == (4, True)
    anna, bram, number = roll.members_of(console, chat.group_id)
    assert (anna.role, anna.phone, anna.consent.channel) == (GroupRole.ADMIN, "+31612345678", "aan de deur")
    assert None not in (anna.joined_at, anna.consent.consent_at, anna.consent.rules_confirmed_at)
    assert (bram.name, number.name) == ("Bram", "+31 6 11111111")
    (carla,) = roll.members_of(console, chat.group_id, shown=RollFilter.LEFT)
    assert carla.role is GroupRole.PROFESSIONAL


def test_every_field_has_a_name_in_both_languages(console):
    for language in ("nl", "en"):
        assert len({field.title(language) for field in FIELDS}) == len(FIELDS)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_is_written_can_be_taken_in_again_and_changes_nothing(console, chat, make_group, tmp_path, suffix):
    facts = MemberFacts(
        *("Anna de Vries", "+31612345678", GroupRole.CHAMPION, "Nr 12", date(2026, 5, 1)),
        consent_on=date(2026, 5, 2),
        consent_channel="aan de deur",
        rules_confirmed_on=date(2026, 5, 3),
    )
    add_member(console, chat.group_id, facts)
    add_member(console, chat.group_id, MemberFacts("", "+491701234567"))
    add_member(console, chat.group_id, MemberFacts("Zoë", left_on=date(2026, 10, 1), left_reason="verhuisd"))
    path = tmp_path / f"leden{suffix}"
    assert export(console, chat.group_id, path) == 3
    plan, checked = check(console, chat.group_id, path)
    assert checked.problems == ()
    assert plan.take(console, checked.rows).changes.decision is None

    copy = make_group("Kopie")
    sheet_plan(console, copy.group_id).take(console, checked.rows)
    for shown in (RollFilter.HERE, RollFilter.LEFT):
        one, other = (roll.members_of(console, each.group_id, shown=shown) for each in (chat, copy))
        assert [(row.name, row.phone, row.role, row.alias, row.periods, row.consent) for row in one] == [
            (row.name, row.phone, row.role, row.alias, row.periods, row.consent) for row in other
        ]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_no_name_becomes_a_formula_and_the_order_is_that_of_names(console, chat, tmp_path, suffix):
    for name in ("Zoë", "=1+1", "bram"):
        chat.member(name)
    chat.say(author="Zoë")
    path = tmp_path / f"leden{suffix}"
    export(console, chat.group_id, path)
    if suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            names = [row[0] for row in csv.reader(stream, delimiter=";")]
    else:
        cells = [row[0] for row in openpyxl.load_workbook(path).worksheets[0].iter_rows()]
        assert {cell.data_type for cell in cells} == {"s"}
        names = [cell.value for cell in cells]
    assert names == ["Naam", "'=1+1", "bram", "Zoë"]
