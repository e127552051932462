"""Finding members for a group that starts: the list, how far each came, and whom to ask again."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from console.desk import prospect_entries, recruiting, sheets
from console.desk.logbook import entry, logbook
from console.desk.triage import undo
from console.domain.group import GroupId
from console.domain.member import Likeness
from console.domain.start import Entry, ProspectId, Stage
from console.errors import ExpectedError
from console.store.tables import members, people

from .conftest import NOW

BAKERY = Entry("Bakkerij Wendy", "Wendy Vos", "06 12345678", "wendy@example.nl", "door", "om de hoek")


@pytest.fixture
def park(make_group):
    """A business park that starts."""
    return make_group("De Sluis", profile="business_park")


def _add(console, park, *entries):
    return recruiting.add(console, park.group_id, entries).ids


def _list(console, park):
    return recruiting.prospects_of(console, park.group_id)


def _names(console, park):
    return [one.entry.name for one in _list(console, park)]


# --- the list --------------------------------------------------------------------------------------------------------


def test_the_list_is_in_the_order_of_names_and_undo_takes_an_addition_back(console, park):
    added = recruiting.add(console, park.group_id, [Entry("Zeilmakerij"), BAKERY])

    assert added.changes.recruiting
    assert _names(console, park) == ["Bakkerij Wendy", "Zeilmakerij"]
    assert _list(console, park)[0].entry.phone == "+31612345678"
    undo(console)
    assert _names(console, park) == []


def test_who_is_on_the_list_already_is_not_added_again(console, park):
    _add(console, park, BAKERY)
    again = recruiting.add(
        console,
        park.group_id,
        [
            Entry("Wendy", phone="0612345678"),
            Entry("Iemand anders", email="WENDY@example.nl"),
            Entry("bakkerij wendy", "wendy vos"),
            Entry("Bakkerij Wendy", "Joost Vos"),
        ],
    )
    assert (len(again.ids), again.known) == (1, 3)
    assert [one.entry.contact for one in _list(console, park)] == ["Wendy Vos", "Joost Vos"]


def test_nothing_is_added_when_one_of_them_is_wrong(console, park):
    for wrong, words in (
        (Entry(" "), "Fill in a name"),
        (Entry("Garage", phone="12"), "12"),
        (Entry("Garage", channel="smoke"), "smoke"),
    ):
        with pytest.raises(ExpectedError, match=words):
            recruiting.add(console, park.group_id, [BAKERY, wrong])
    assert _names(console, park) == []
    with pytest.raises(ExpectedError, match="no longer exists"):
        recruiting.add(console, GroupId(99), [BAKERY])


def test_what_is_known_may_be_changed_and_a_name_taken_off(console, park):
    (bakery,) = _add(console, park, BAKERY)
    recruiting.change(console, bakery, Entry("Bakkerij Wendy", "Wendy Vos", "0611111111"))
    assert _list(console, park)[0].entry == Entry("Bakkerij Wendy", "Wendy Vos", "+31611111111")
    recruiting.remove(console, [bakery])
    assert _names(console, park) == []
    with pytest.raises(ExpectedError, match="no longer on the list"):
        recruiting.change(console, bakery, BAKERY)
    undo(console)
    undo(console)
    assert _list(console, park)[0].entry.note == "om de hoek"


def test_pasted_lines_are_read_whatever_stands_between_their_parts():
    text = "Bakkerij Wendy; Wendy Vos; 06-12345678; w@vos.nl; om de hoek\n\nGarage Kade\tRob\nPrint, 010 4123456"
    assert prospect_entries.read(text) == (
        Entry("Bakkerij Wendy", "Wendy Vos", "+31612345678", "w@vos.nl", None, "om de hoek"),
        Entry("Garage Kade", "Rob"),
        Entry("Print", phone="+31104123456"),
    )
    assert prospect_entries.read("info@example.nl") == (Entry("info@example.nl", email="info@example.nl"),)


def test_a_sheet_goes_onto_the_list_in_one_go(console, park, tmp_path):
    (tmp_path / "leden.csv").write_text(
        "Bedrijfsnaam;Contactpersoon;Telefoon;E-mail\nBakkerij Vos;Wendy Vos;06 12345678;w@vos.nl\nGarage;;;\n;;;\n"
        "Garage;;;\nPrint;;123;\n",
        encoding="utf-8",
    )
    plan = recruiting.sheet_plan(park.group_id)
    sheet = sheets.open_sheet(tmp_path / "leden.csv", plan.fields)
    checked = sheets.check(sheet, sheets.guess(sheet, plan.fields), plan.fields, same=plan.same)
    assert [problem.row_number for problem in checked.problems] == [5, 6]
    assert plan.take(console, checked.rows).changes.recruiting
    assert [one.entry for one in _list(console, park)] == (
        [Entry("Bakkerij Vos", "Wendy Vos", "+31612345678", "w@vos.nl"), Entry("Garage")]
    )


def test_a_person_may_choose_among_who_is_in_the_group(console, park):
    park.member("Wendy")
    park.member("Ton", joined_at=NOW - timedelta(days=9), left_at=NOW)
    assert [name for _, name in recruiting.members_here(console, park.group_id)] == ["Wendy"]


# --- how far each came -----------------------------------------------------------------------------------------------


def test_each_step_is_told_and_counted_as_a_part_of_the_pool(console, park):
    bakery, garage, print_shop, _ = _add(
        console, park, BAKERY, Entry("Garage", channel="letter"), Entry("Print"), Entry("Zeilen")
    )
    recruiting.mark(console, [bakery, garage], Stage.INVITED, channel="letter")
    recruiting.mark(console, [bakery], Stage.ASKED, channel="door")
    recruiting.mark(console, [print_shop], Stage.DECLINED)
    member = park.member("Wendy van de bakker")
    recruiting.link(console, bakery, member)
    park.say("Goedemorgen", author="Wendy van de bakker")
    with console.store.writing() as connection:
        connection.execute(update(members).values(rules_confirmed_at=NOW))

    found = _list(console, park)
    assert {one.entry.name: one.stage for one in found} == {
        "Bakkerij Wendy": Stage.WROTE,
        "Garage": Stage.INVITED,
        "Print": Stage.DECLINED,
        "Zeilen": Stage.POOL,
    }
    funnel = recruiting.funnel(console, found)
    assert dict(funnel.counts) == {
        Stage.POOL: 4,
        Stage.INVITED: 2,
        Stage.ASKED: 1,
        Stage.JOINED: 1,
        Stage.CONFIRMED: 1,
        Stage.WROTE: 1,
        Stage.DECLINED: 1,
    }
    assert funnel.pool == 4
    assert [(one.name, one.approached, one.joined) for one in funnel.channels] == (
        [("aan de deur", 1, 1), ("brief met naam", 1, 0)]
    )


def test_a_step_may_be_taken_back_by_hand_and_by_undo(console, park):
    (bakery,) = _add(console, park, BAKERY)
    recruiting.mark(console, [bakery], Stage.INVITED)
    recruiting.mark(console, [bakery], Stage.INVITED, is_so=False)
    assert _list(console, park)[0].stage is Stage.POOL
    undo(console)
    assert _list(console, park)[0].stage is Stage.INVITED
    with pytest.raises(KeyError):
        recruiting.mark(console, [bakery], Stage.JOINED)


def test_a_member_with_the_same_number_or_full_name_is_shown_and_a_person_says_whether_it_is_he(console, park):
    _add(console, park, BAKERY, Entry("Van Beek Transport", "Ton van Beek"), Entry("Garage", "Rob"))
    park.member("Wendy")
    transport = park.member("Ton van Beek Transport")
    park.member("Rob")
    with console.store.writing() as connection:
        connection.execute(update(people).where(people.c.name == "Wendy").values(phone="+31612345678"))

    likely = {one.entry.name: one.likely for one in _list(console, park)}
    assert (likely["Bakkerij Wendy"].name, likely["Bakkerij Wendy"].likeness) == ("Wendy", Likeness.PHONE)
    assert (likely["Van Beek Transport"].id, likely["Van Beek Transport"].likeness) == (transport, Likeness.NAME)
    assert likely["Garage"] is None  # a first name alone does not say who somebody is
    assert {one.stage for one in _list(console, park)} == {Stage.POOL}


def test_somebody_who_left_or_is_taken_is_not_shown_as_likely(console, park):
    gone = park.member("Ton van Beek", joined_at=NOW - timedelta(days=9), left_at=NOW - timedelta(days=1))
    _add(console, park, Entry("Van Beek Transport", "Ton van Beek"))
    assert _list(console, park)[0].likely is None
    other = park.member("Bas de Boer")
    boer, again = _add(console, park, Entry("Fietsen", "Bas de Boer"), Entry("Fietsen Zuid", "Bas de Boer"))
    recruiting.link(console, boer, other)
    likely = {one.id: one.likely for one in _list(console, park)}
    assert likely[again] is likely[boer] is None
    assert gone != other


def test_a_member_of_another_group_cannot_be_he(console, park, make_group):
    (bakery,) = _add(console, park, BAKERY)
    stranger = make_group("Kade").member("Wendy Vos")
    with pytest.raises(ExpectedError, match="no longer in your data"):
        recruiting.link(console, bakery, stranger)
    with pytest.raises(ExpectedError, match="no longer on the list"):
        recruiting.link(console, ProspectId(99), stranger)


# --- whom to ask again -----------------------------------------------------------------------------------------------


def test_somebody_is_to_be_reminded_when_an_answer_stays_away(console, park, clock):
    bakery, garage, _ = _add(console, park, BAKERY, Entry("Garage"), Entry("Print"))
    recruiting.mark(console, [bakery, garage], Stage.INVITED)
    clock.forward(days=13)
    assert not [one for one in _list(console, park) if one.is_due]
    clock.forward(days=1)
    assert [one.entry.name for one in _list(console, park) if one.is_due] == ["Bakkerij Wendy", "Garage"]
    recruiting.mark(console, [garage], Stage.ASKED)  # just spoken with
    recruiting.mark(console, [bakery], Stage.DECLINED)
    assert not [one for one in _list(console, park) if one.is_due]


def test_a_day_that_a_person_chose_goes_before_the_usual_one(console, park, clock):
    (bakery,) = _add(console, park, BAKERY)
    recruiting.mark(console, [bakery], Stage.INVITED, remind_at=NOW + timedelta(days=30))
    clock.forward(days=20)
    assert not _list(console, park)[0].is_due
    recruiting.remind(console, bakery, NOW + timedelta(days=20))
    assert _list(console, park)[0].is_due
    undo(console)
    assert not _list(console, park)[0].is_due


# --- what the logbook tells ------------------------------------------------------------------------------------------


def test_the_logbook_tells_a_list_as_one_thing_and_a_step_by_its_name(console, park):
    bakery, _ = _add(console, park, BAKERY, Entry("Garage"))
    recruiting.mark(console, [bakery], Stage.INVITED)
    recruiting.link(console, bakery, park.member("Wendy"))

    told = [text for line in logbook(console) for text in entry(console, line.id).changed]
    assert told == [
        "Bakkerij Wendy is lid: Wendy",
        "uitgenodigd: Bakkerij Wendy",
        "op de lijst van wie mee kan doen: 2 namen",
    ]


def test_what_is_usual_is_said_in_words(console):
    assert "1 op de 10" in recruiting.benchmark(console)
    assert next(iter(recruiting.channels(console))) == "door"
