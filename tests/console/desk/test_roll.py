"""The members of one group: who is on the list, what a person says of one, and what a chat makes of it later."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from console.desk import logbook, members, roll, undoing
from console.desk.intake import import_text
from console.desk.roll_book import MemberFacts, add_member, take_members
from console.desk.welcome.sending import handed_over
from console.domain.logbook import LogFilter
from console.domain.member import GroupRole, RollFilter
from console.domain.welcome import SentHow
from console.errors import ExpectedError
from console.store.tables import members as table
from console.store.tables import memberships, people

from .conftest import NOW

WEEK_AGO = NOW - timedelta(days=7)
TODAY = date(2026, 11, 15)


def names(console, group_id, words="", shown=RollFilter.HERE) -> list[str]:
    return [row.name for row in roll.members_of(console, group_id, words, shown)]


def only(console, group_id, shown=RollFilter.HERE) -> roll.RollRow:
    (row,) = roll.members_of(console, group_id, shown=shown)
    return row


def take_chat(console, *lines: str) -> None:
    import_text(console, "\n".join(lines) + "\n", "Kade", judge=False)


def refused(key: str):
    return pytest.raises(ExpectedError, check=lambda error: error.key == key)


def said(console) -> str:
    """Return what the logbook says of the last decision."""
    ids = logbook.entry_ids(console, LogFilter())
    return logbook.entry_rows(console, ids[:1])[ids[0]].text


# --- the list --------------------------------------------------------------------------------------------------------


def test_list_is_by_name_with_numbers_last_whoever_wrote_most(console, chat):
    for name in ("Zoë", "+31 6 12345678", "~ Ännie", "bram"):
        chat.member(name)
    chat.say(author="Zoë")
    assert names(console, chat.group_id) == ["~ Ännie", "bram", "Zoë", "+31 6 12345678"]


def test_list_shows_who_is_here_and_who_left_of_this_group_only(console, chat, make_group):
    chat.member("Anna", joined_at=WEEK_AGO)
    chat.member("Bram", joined_at=WEEK_AGO, left_at=NOW)
    make_group("Elders").member("Carla")
    assert names(console, chat.group_id) == ["Anna"]
    assert names(console, chat.group_id, shown=RollFilter.LEFT) == ["Bram"]


def test_list_is_searched_by_name_former_name_alias_and_number(console, chat):
    anna = chat.member("Anna de Vries")
    chat.member("Bram")
    roll.change_member(console, anna, alias="Buurvrouw 12", phone="06 12345678")
    for words in ("vries anna", "buurvrouw", "06-12", "ANNA"):
        assert names(console, chat.group_id, words) == ["Anna de Vries"], words
    assert names(console, chat.group_id, "anna bram") == []


def test_list_can_show_whom_the_rules_or_the_consent_are_missing(console, chat):
    anna, _ = chat.member("Anna"), chat.member("Bram")
    chat.member("Carla", left_at=NOW)
    members.set_consent(console, anna, has_consented=True, rules_sent=True, rules_confirmed=True)
    assert names(console, chat.group_id, shown=RollFilter.NOT_CONFIRMED) == ["Bram"]
    assert names(console, chat.group_id, shown=RollFilter.NO_CONSENT) == ["Bram"]
    assert roll.counts(console, chat.group_id) == {
        RollFilter.HERE: 2,
        RollFilter.LEFT: 1,
        RollFilter.NOT_CONFIRMED: 1,
        RollFilter.NO_CONSENT: 1,
    }


# --- what a person says of one ---------------------------------------------------------------------------------------


def test_change_of_a_member_is_kept_and_undone(console, chat):
    anna = chat.member("Anna")
    changes = roll.change_member(
        console, anna, role=GroupRole.COORDINATOR, alias=" Nr 12 ", phone="0612345678", joined_on=date(2026, 5, 3)
    )
    row = only(console, chat.group_id)
    assert (row.role, row.alias, row.phone) == (GroupRole.COORDINATOR, "Nr 12", "+31612345678")
    assert row.joined_at == datetime(2026, 5, 2, 22, tzinfo=UTC)  # midnight in Amsterdam
    assert changes.people
    assert changes.groups
    assert "Anna: deelnemer → coördinator" in said(console)
    undoing.undo(console)
    row = only(console, chat.group_id)
    assert (row.role, row.alias, row.phone, row.joined_at) == (GroupRole.MEMBER, None, None, None)


def test_the_same_again_is_no_decision(console, chat):
    anna = chat.member("Anna")
    assert roll.change_member(console, anna, role=GroupRole.MEMBER, alias="", phone="").decision is None


def test_member_is_marked_as_left_with_a_reason_and_comes_back(console, chat):
    anna = chat.member("Anna", joined_at=WEEK_AGO)
    roll.mark_left(console, anna, TODAY, " verhuisd ")
    row = only(console, chat.group_id, RollFilter.LEFT)
    assert (row.left_at, row.left_reason) == (NOW, "verhuisd")
    assert said(console) == "uit de groep: Anna"
    with refused("member_left_already"):
        roll.mark_left(console, anna, TODAY)
    roll.change_member(console, anna, left_reason="naar Delft")
    assert only(console, chat.group_id, RollFilter.LEFT).left_reason == "naar Delft"
    roll.mark_here(console, anna)
    assert names(console, chat.group_id) == ["Anna"]
    undoing.undo(console)
    assert only(console, chat.group_id, RollFilter.LEFT).left_reason == "naar Delft"
    undoing.undo(console)
    undoing.undo(console)
    assert names(console, chat.group_id) == ["Anna"]


def test_somebody_of_whom_no_period_is_known_leaves_and_undo_brings_him_back(console):
    take_chat(console, "01-11-2026 20:00 - Anna: hallo")
    anna = only(console, 1)
    roll.mark_left(console, anna.id, TODAY)
    assert names(console, 1) == []
    undoing.undo(console)
    assert names(console, 1) == ["Anna"]


def test_days_that_cannot_be_are_refused(console, chat):
    anna = chat.member("Anna", joined_at=WEEK_AGO)
    with refused("day_in_future"):
        roll.mark_left(console, anna, TODAY + timedelta(days=1))
    with refused("left_before_joined"):
        roll.mark_left(console, anna, date(2026, 11, 1))
    with refused("member_is_here"):
        roll.change_member(console, anna, left_reason="verhuisd")
    with refused("member_is_here"):
        roll.mark_here(console, anna)
    with refused("person_gone"):
        roll.change_member(console, 99, alias="x")


# --- writing down ----------------------------------------------------------------------------------------------------


def test_member_written_down_counts_and_undo_takes_him_from_every_list(console, chat):
    member_id, _ = add_member(
        console, chat.group_id, MemberFacts(" Anna  de Vries ", "+31612345678", alias="Nr 12", joined_on=TODAY)
    )
    row = only(console, chat.group_id)
    assert (row.id, row.name, row.phone, row.alias) == (member_id, "Anna de Vries", "+31612345678", "Nr 12")
    assert said(console) == "lid: Anna de Vries"
    undoing.undo(console)
    assert names(console, chat.group_id) == names(console, chat.group_id, shown=RollFilter.LEFT) == []
    assert sum(roll.counts(console, chat.group_id).values()) == 0
    assert len(members.people_ids(console)) == 0
    undoing.redo(console)
    assert names(console, chat.group_id) == ["Anna de Vries"]
    assert len(members.people_ids(console)) == 1


def test_member_who_is_there_is_not_written_down_twice(console, chat):
    chat.member("Anna de Vries")
    for facts in (MemberFacts("anna de vries"), MemberFacts("~ Anna de Vries")):
        with refused("member_known"):
            add_member(console, chat.group_id, facts)
    with refused("member_name_empty"):
        add_member(console, chat.group_id, MemberFacts(" "))
    with refused("group_gone"):
        add_member(console, 99, MemberFacts("Anna"))


def test_member_who_left_or_was_taken_back_is_the_same_one_when_written_down_again(console, chat):
    anna = chat.member("Anna", joined_at=WEEK_AGO, left_at=WEEK_AGO)
    assert add_member(console, chat.group_id, MemberFacts("Anna", joined_on=TODAY))[0] == anna
    bram, _ = add_member(console, chat.group_id, MemberFacts("Bram"))
    undoing.undo(console)
    assert add_member(console, chat.group_id, MemberFacts("Bram"))[0] == bram
    assert names(console, chat.group_id) == ["Anna", "Bram"]


def test_two_people_of_one_name_are_two_when_their_numbers_say_so(console, chat):
    add_member(console, chat.group_id, MemberFacts("Jan de Wit", "+31612345678"))
    add_member(console, chat.group_id, MemberFacts("Jan de Wit", "+31687654321"))
    assert names(console, chat.group_id) == ["Jan de Wit", "Jan de Wit"]
    assert len(members.people_ids(console, "06-8765")) == 1


def test_somebody_with_only_a_number_is_shown_as_the_chat_would(console, chat):
    add_member(console, chat.group_id, MemberFacts("", "+31612345678"))
    assert names(console, chat.group_id) == ["+31 6 12345678"]


def test_sheet_fills_in_what_nobody_knew_and_adds_who_is_new(console, chat):
    anna = chat.member("+31 6 12345678", joined_at=WEEK_AGO)
    with console.store.writing() as connection:
        connection.execute(update(people).values(phone="+31612345678"))
    members.set_consent(
        console, anna, has_consented=True, channel="aan de deur", rules_sent=False, rules_confirmed=False
    )
    chat.member("Bram")
    taken = take_members(
        console,
        chat.group_id,
        [
            MemberFacts("Anna de Vries", "+31612345678", GroupRole.CHAMPION, consent_on=date(2020, 1, 1)),
            MemberFacts("Bram"),
            MemberFacts("Carla", rules_confirmed_on=TODAY),
            MemberFacts("carla"),
            MemberFacts("Dirk", left_on=date(2026, 11, 1), left_reason="verhuisd"),
        ],
    )
    assert (taken.new, taken.changed, taken.known, taken.twice) == (2, 1, 1, 1)
    assert names(console, chat.group_id) == ["Anna de Vries", "Bram", "Carla"]
    row = roll.members_of(console, chat.group_id)[0]
    assert (row.id, row.role, row.consent.channel) == (anna, GroupRole.CHAMPION, "aan de deur")
    assert row.consent.consent_at == NOW
    assert only(console, chat.group_id, RollFilter.LEFT).left_reason == "verhuisd"
    undoing.undo(console)
    assert names(console, chat.group_id) == ["Bram", "+31 6 12345678"]


def test_sheet_that_cannot_be_right_leaves_nothing(console, chat):
    bad = MemberFacts("Bram", joined_on=date(2026, 11, 2), left_on=date(2026, 11, 1))
    with refused("left_before_joined"):
        take_members(console, chat.group_id, [MemberFacts("Anna"), bad])
    assert names(console, chat.group_id) == []
    with console.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(people)) == 0


def test_who_wrote_after_he_should_have_left_stays(console, chat):
    chat.say(author="Anna", at=WEEK_AGO)
    taken = take_members(console, chat.group_id, [MemberFacts("Anna", left_on=date(2026, 11, 1))])
    assert (taken.still_here, names(console, chat.group_id)) == (1, ["Anna"])


def test_long_list_is_told_as_one_thing_and_undone_as_one(console, chat):
    sheet = [MemberFacts(f"Lid {number:04d}", f"+316{number:08d}") for number in range(1_500)]
    assert take_members(console, chat.group_id, sheet).new == 1_500
    assert said(console) == "leden op de lijst gezet: 1500"
    assert take_members(console, chat.group_id, sheet).changes.decision is None
    undoing.undo(console)
    assert roll.counts(console, chat.group_id)[RollFilter.HERE] == 0


# --- and then the chat comes -----------------------------------------------------------------------------------------


@pytest.fixture
def kade(console, chat):
    """The group that an export is taken into."""
    return chat.group_id


@pytest.mark.parametrize("shown", ["Anna de Vries", "~ anna de Vriés", "+31 6 12345678"])
def test_chat_finds_who_was_written_down_by_name_or_number(console, kade, shown):
    add_member(console, kade, MemberFacts("Anna de Vries", "+31612345678"))
    take_chat(console, f"01-11-2026 20:00 - {shown}: hallo", f"01-11-2026 20:01 - {shown}: dag")
    row = only(console, kade)
    assert row.role is GroupRole.MEMBER
    assert not row.name.startswith("+")
    take_chat(console, f"01-11-2026 20:00 - {shown}: hallo", f"02-11-2026 20:01 - {shown}: weer")
    assert len(roll.members_of(console, kade)) == 1


def test_first_name_of_somebody_else_is_not_who_was_written_down(console, kade):
    add_member(console, kade, MemberFacts("Anna"))
    take_chat(console, "01-11-2026 20:00 - ~ Anna: hallo")
    assert len(roll.members_of(console, kade)) == 2


def test_contact_that_gets_the_name_that_was_written_down_is_that_member(console, kade):
    take_chat(console, "01-11-2026 20:00 - +31 6 12345678: hallo", "01-11-2026 20:01 - +31 6 12345678: dag")
    add_member(console, kade, MemberFacts("Anna de Vries", alias="Nr 12", role=GroupRole.CHAMPION, consent_on=TODAY))
    anna, _ = roll.members_of(console, kade)
    handed_over(console, kade, [anna.id])
    lines = ("01-11-2026 20:00 - Anna de Vries: hallo", "01-11-2026 20:01 - Anna de Vries: dag")
    take_chat(console, *lines, "02-11-2026 09:00 - Anna de Vries: nieuw")
    row = only(console, kade)
    assert (row.name, row.alias, row.role) == ("Anna de Vries", "Nr 12", GroupRole.CHAMPION)
    assert row.consent.consent_at is not None
    assert row.consent.rules_sent_how is SentHow.PAPER
    assert len(members.card(console, row.person_id).recent) == 3


def test_who_was_seen_in_the_chat_cannot_be_undone_away(console, kade):
    add_member(console, kade, MemberFacts("Anna de Vries"))
    take_chat(console, "01-11-2026 20:00 - Anna de Vries: hallo")
    undoing.undo(console)
    assert names(console, kade) == ["Anna de Vries"]


def test_who_was_taken_back_and_then_shows_up_is_here(console, kade):
    add_member(console, kade, MemberFacts("Anna de Vries", joined_on=date(2026, 1, 1)))
    undoing.undo(console)
    take_chat(console, "01-11-2026 20:00 - Anna de Vries: hallo")
    assert only(console, kade).joined_at is None


def test_chat_tells_exactly_when_somebody_came_and_left(console, kade):
    add_member(console, kade, MemberFacts("Anna de Vries", joined_on=date(2026, 10, 10)))
    take_chat(console, "01-10-2026 20:00 - Bram heeft Anna de Vries toegevoegd", "02-10-2026 20:00 - Bram: hoi")
    anna = next(row for row in roll.members_of(console, kade) if row.name == "Anna de Vries")
    assert [anna.joined_at] == [period.joined_at for period in anna.periods] == [datetime(2026, 10, 1, 18, tzinfo=UTC)]
    roll.mark_left(console, anna.id, date(2026, 11, 5), "ruzie")
    take_chat(console, "02-10-2026 20:00 - Bram: hoi", "04-11-2026 21:00 - Anna de Vries heeft de groep verlaten")
    (period,) = only(console, kade, RollFilter.LEFT).periods
    assert (period.left_at, period.how, period.reason) == (datetime(2026, 11, 4, 20, tzinfo=UTC), "left", "ruzie")


def test_list_says_what_the_chat_said_earlier_or_later_of_somebody(console, kade):
    take_chat(
        console,
        "01-10-2026 20:00 - Bram heeft Anna de Vries toegevoegd",
        "01-11-2026 20:00 - Anna de Vries heeft de groep verlaten",
    )
    anna = only(console, kade, RollFilter.LEFT)
    add_member(console, kade, MemberFacts("Anna de Vries"))
    assert names(console, kade) == ["Anna de Vries"]
    assert len(roll.members_of(console, kade)[0].periods) == 2
    undoing.undo(console)
    assert only(console, kade, RollFilter.LEFT) == anna


# --- what a person says of a role ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "day", "expected"),
    [
        (GroupRole.COORDINATOR, 16, GroupRole.COORDINATOR),  # the chat has no line for it
        (GroupRole.MEMBER, 1, GroupRole.MEMBER),  # the line is older than what was said
        (GroupRole.MEMBER, 16, GroupRole.ADMIN),
    ],
)
def test_role_that_a_person_said_stands_until_the_chat_tells_something_newer(console, chat, role, day, expected):
    roll.change_member(console, chat.member("Anna", role="professional"), role=role)
    take_chat(console, f"{day:02d}-11-2026 20:00 - Anna is now an admin", "17-11-2026 20:00 - Anna: dag")
    assert only(console, chat.group_id).role is expected


def test_name_that_sounds_like_a_professional_does_not_change_a_role_that_was_said(console, kade):
    take_chat(console, "01-11-2026 20:00 - Wijkagent Sander: hallo", "01-11-2026 20:01 - Wijkagent Sander: dag")
    sander = only(console, kade)
    assert sander.role is GroupRole.PROFESSIONAL
    roll.change_member(console, sander.id, role=GroupRole.MEMBER)
    again = ("01-11-2026 20:00 - Oude wijkagent Sander: hallo", "01-11-2026 20:01 - Oude wijkagent Sander: dag")
    take_chat(console, *again)
    row = only(console, kade)
    assert (row.name, row.role) == ("Oude wijkagent Sander", GroupRole.MEMBER)


def test_console_of_somebody_else_does_not_undo_it(console, chat):
    roll.change_member(console, chat.member("Anna"), alias="Nr 12")
    assert undoing.undo(replace(console, actor="Piet")) is None


def test_memberships_of_the_store_are_one_for_each_who_was_written_down(console, chat):
    take_members(console, chat.group_id, [MemberFacts("Anna"), MemberFacts("Bram")])
    with console.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(table)) == 2
        assert connection.scalars(select(memberships.c.how)).all() == ["said", "said"]
