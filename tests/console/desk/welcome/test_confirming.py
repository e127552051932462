"""Who was sent the rules and who read them; whom to remind, and which rule to tell again."""

import functools
import tomllib
from datetime import timedelta

from sqlalchemy import insert, select, update

from console.assets import resource
from console.desk import group_facts, professionals, todos, undoing
from console.desk import members as member_desk
from console.desk.welcome import catalogue, confirming, reminders, repeating, sending
from console.domain.judgement import Attention, Category, Flag, Judgement, Reason
from console.domain.professional import Presence, ProfessionalFacts
from console.domain.welcome import ConfirmedHow, SentHow, WelcomeKind
from console.store import tables
from tests.console.desk.conftest import NOW


def test_the_list_shows_first_who_is_to_be_reminded_and_nobody_who_is_not_asked(console, clock, make_group) -> None:
    kade = make_group("Kade")
    ids = {name: kade.member(name) for name in ("Zoë", "bram", "Carla", "Dirk", "Eva")}
    kade.member("Anja", "admin")
    kade.member("Wim", "professional")
    kade.member("Weg", left_at=NOW - timedelta(days=1))
    sending.handed_over(console, kade.group_id, [ids["Zoë"], ids["bram"], ids["Carla"]])
    clock.forward(days=7)
    sending.handed_over(console, kade.group_id, [ids["Dirk"]], SentHow.SPOKEN)
    confirming.confirm(console, [ids["Carla"]])
    found = confirming.of_group(console, kade.group_id)
    assert [row.name for row in found.rows] == ["bram", "Zoë", "Eva", "Dirk", "Carla"]
    assert [row.is_due for row in found.rows] == [True, True, False, False, False]
    assert (found.members, found.sent, found.confirmed, found.due) == (5, 4, 1, 2)
    make_group("Archief", archived_at=NOW).member("Karel")
    empty = make_group("Leeg")
    (first, second) = confirming.overview(console)
    assert (first.group, first.rows, first.due, first.sent) == ("Kade", (), 2, 4)
    assert (second.group_id, second.members, second.sent, second.confirmed, second.due) == (empty.group_id, 0, 0, 0, 0)


def test_a_professional_whom_the_group_knows_by_name_or_link_is_not_asked(console, make_group, clock) -> None:
    kade = make_group("Kade")
    kade.member("Bram")
    kade.member("~ Anouk Jongerenwerk")
    kade.member("Ed")  # a neighbour: the officer of that name is not in the group
    nickname = kade.member("S. politie")
    with console.store.writing() as connection:
        person = connection.scalar(select(tables.members.c.person_id).where(tables.members.c.id == nickname))
        twin = insert(tables.people).values(name="+31 6", created_at=NOW, merged_into_id=person)
        linked = connection.execute(twin).inserted_primary_key[0]
    add = functools.partial(professionals.add, console, kade.group_id)
    add(ProfessionalFacts("Anouk jongerenwerk", presence=Presence.TAKES_PART))
    add(ProfessionalFacts("Ed", presence=Presence.VIA_MODERATOR))
    add(ProfessionalFacts("Sander", presence=Presence.READS))
    with console.store.writing() as connection:  # as after two people were found to be one
        sander = update(tables.professionals).where(tables.professionals.c.name == "Sander")
        connection.execute(sander.values(person_id=linked))
    assert [row.name for row in confirming.of_group(console, kade.group_id).rows] == ["Bram", "Ed"]
    clock.forward(days=1)
    assert confirming.overview(console)[0].members == 2


def test_who_confirmed_by_hand_is_asked_no_more_and_one_undo_takes_all_back(console, clock, make_group) -> None:
    kade, park = make_group("Kade"), make_group("Park")
    bram, carla = kade.member("Bram"), park.member("Carla")
    for group in (kade, park):
        sending.handed_over(console, group.group_id, None)
    clock.forward(days=7)
    assert [group.group for group in reminders.due(console)] == ["Kade", "Park"]
    changes = confirming.confirm(console, [bram, carla])
    assert changes.group_ids == {kade.group_id, park.group_id}
    assert reminders.due(console) == ()
    clock.forward(hours=1)
    assert not confirming.confirm(console, [bram]).welcome  # when and how it was known first stays
    undoing.undo(console)
    assert [group.due for group in reminders.due(console)] == [1, 1]
    member_desk.set_consent(console, bram, has_consented=False, rules_sent=True, rules_confirmed=True)
    (row,) = confirming.of_group(console, kade.group_id).rows
    assert (row.confirmed_at, row.confirmed_how, row.sent_how) == (clock.moment, ConfirmedHow.BY_HAND, SentHow.PAPER)
    confirming.unconfirm(console, [bram])
    (row,) = confirming.of_group(console, kade.group_id).rows
    assert (row.confirmed_at, row.confirmed_how, row.is_due) == (None, None, True)


def test_a_reminder_goes_to_who_is_due_and_the_next_one_a_week_after_it(console, clock, chat) -> None:
    chat.member("~ Bram de Boer")
    chat.member("+31 6 12345678")
    sending.handed_over(console, chat.group_id, None)
    clock.forward(days=7)
    chat.member("Carla")
    rows = confirming.of_group(console, chat.group_id).rows
    drafts = reminders.texts(console, chat.group_id, rows)
    assert [draft.name for draft in drafts] == ["~ Bram de Boer", "+31 6 12345678", "Carla"]
    assert "Hoi" not in drafts[2].text  # she was not sent them before
    assert "112" in drafts[2].text
    drafts = drafts[:2]
    assert drafts[0].text.startswith("Hoi Bram, ")
    assert "12345678" not in drafts[1].text
    assert "قرأت" in reminders.texts(console, chat.group_id, rows, "ar")[0].text
    sending.to_members(console, {draft.member_id: draft.text for draft in drafts})
    assert reminders.due(console) == ()  # they wait to go
    for todo in todos.todos(console):
        todos.done(console, todo.id)
    clock.forward(days=6)
    assert reminders.due(console) == ()
    clock.forward(days=1)
    assert reminders.due(console)[0].due == 2


def test_what_waits_on_the_phone_for_who_read_the_rules_goes_from_there(console, chat) -> None:
    bram, carla = chat.member("Bram"), chat.member("Carla")
    sending.to_members(console, {bram: "Hoi Bram, hebt u de afspraken gelezen?", carla: "Hoi Carla, en u?"})
    confirming.confirm(console, [bram])
    assert [todo.recipient for todo in todos.todos(console)] == ["Carla"]
    undoing.undo(console)
    assert {todo.recipient for todo in todos.todos(console)} == {"Bram", "Carla"}


def test_a_rule_is_told_again_when_what_it_prevents_rises_and_once_a_quarter(console, clock, chat) -> None:
    def went_wrong(times: int, days_ago: int, flag: Flag = Flag.PERSONAL_DATA) -> None:
        for _ in range(times):
            reason = Reason(flag, "personal_data.phone", "Een nummer.", "A number.")
            judged = Judgement(Category.SOCIAL, attention=Attention.TODAY, reasons=(reason,))
            chat.say("Bel 06-12345678", judgement=judged, at=clock.moment - timedelta(days=days_ago))

    def talk(times: int, days_ago: int) -> None:
        for _ in range(times):
            chat.say("Dag buren", at=clock.moment - timedelta(days=days_ago))

    went_wrong(3, 5)
    assert repeating.proposed(console) == ()
    went_wrong(1, 10)
    assert repeating.proposed(console) == ()  # the chat is too young to say that it rises
    chat.say("Welkom", at=NOW - timedelta(days=200))
    assert repeating.proposed(console) == ()  # nothing was said in the quarter before
    talk(10, 120)
    unread = chat.say("Dag buren", at=clock.moment - timedelta(days=130), needs_judging=True)
    assert repeating.proposed(console) == ()  # who knows what the judge finds there
    with console.store.writing() as connection:
        connection.execute(update(tables.messages).where(tables.messages.c.id == unread).values(needs_judging=False))
    (proposal,) = repeating.proposed(console)
    assert repeating.of_group(console, proposal.group_id) == proposal
    assert (proposal.flag, proposal.now, proposal.before) == (Flag.PERSONAL_DATA, 4, 0)
    assert proposal.text.startswith("Even opfrissen")
    assert proposal.rule_keys[0] == "no_names"  # they were numbers, no photos
    assert "Noem geen namen" in proposal.text
    went_wrong(3, 120)
    assert repeating.proposed(console) == ()  # 4 after 3 is no rise
    went_wrong(2, 20)
    assert [(one.now, one.before) for one in repeating.proposed(console)] == [(6, 3)]
    talk(10, 3)
    assert repeating.proposed(console) == ()  # there is more of it because more is said
    talk(10, 120)
    went_wrong(20, 4, Flag.FEEDBACK)  # they wait for an answer, and broke no rule
    talk(20, 120)
    (proposal,) = repeating.proposed(console)
    assert proposal.flag is Flag.PERSONAL_DATA
    sending.to_group(
        console, chat.group_id, [proposal.text], kind=WelcomeKind.REFRESH, rule=proposal.rule_keys[0], language="nl"
    )
    assert repeating.proposed(console) == ()
    undoing.undo(console)
    assert len(repeating.proposed(console)) == 1
    group_facts.archive(console, chat.group_id)
    assert repeating.proposed(console) == ()


def test_the_rules_that_fit_what_was_seen_are_rules_of_the_catalogue() -> None:
    fitting = tomllib.loads(resource("onboarding", "repeats.toml").read_text(encoding="utf-8"))
    by_id = {rule.id: rule for rule in catalogue.rules()}
    for key, reasons in fitting.items():
        assert {Flag(reason.partition(".")[0]) for reason in reasons} <= by_id[key].prevents, key
