"""What speaks for and against who asks to join, and what the rule of the group proposes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from console.desk import areas, triage
from console.desk.joining import requests, rules
from console.domain.decision import Act, Verb
from console.domain.join_request import Applicant, CheckKind, RefusalReason, RequestSource, RequestState
from console.domain.joining import MARK_DAYS
from console.domain.work_area import Address, Answer, Stretch, WorkArea
from console.store.tables import groups, join_requests, memberships, people
from tests.console.desk.conftest import NOW

HERE = WorkArea((Stretch("Dorpsstraat", 1, 99),))
ELS = Applicant(
    "Els de Vries",
    phone="+31612345678",
    address=Address("Dorpsstraat", "12a"),
    is_old_enough=True,
    has_read_rules=True,
    consent_at=NOW,
)


@pytest.fixture
def alarm(console, make_group):
    """An alert group whose area is the Dorpsstraat."""
    chat = make_group("Alarm", profile="wabp_alarm")
    areas.set_area(console, chat.group_id, HERE)
    return chat


def screen(console, chat, applicant=ELS, source=RequestSource.FORM, message_id=None):
    with console.store.writing() as connection:
        taken = requests.put(connection, console, chat.group_id, [(applicant, console.now(), source, message_id)])
    (request_id,) = (*taken.new, *taken.updated, *taken.known)
    return requests.detail(console, request_id).screening


def check(screening, kind):
    return next(one for one in screening.checks if one.kind is kind)


def answer(screening, kind):
    return check(screening, kind).answer


def refuse(console, chat, applicant=ELS, reason=RefusalReason.OUTSIDE_AREA):
    request_id = requests.add(console, chat.group_id, applicant).request_id
    item_id = requests.detail(console, request_id).request.item_id
    triage.decide(console, item_id, Act(Verb.REFUSE, reason_code=reason))
    return request_id


# --- what he said ----------------------------------------------------------------------------------------------------


def test_every_check_has_an_answer_and_a_sentence(console, alarm):
    screening = screen(console, alarm)
    assert [one.kind for one in screening.checks] == list(CheckKind)
    assert all(one.because.endswith(".") for one in screening.checks)
    assert answer(screening, CheckKind.AREA) is Answer.YES


@pytest.mark.parametrize("kind", [CheckKind.AGE, CheckKind.RULES, CheckKind.CONSENT, CheckKind.CONFIRMED])
def test_what_was_not_said_is_unknown_and_not_no(console, alarm, kind):
    assert answer(screen(console, alarm, Applicant("Jan Smit")), kind) is Answer.UNKNOWN


def test_no_is_no(console, alarm):
    screening = screen(console, alarm, replace(ELS, is_old_enough=False, has_read_rules=False, has_confirmed=False))
    kinds = (CheckKind.AGE, CheckKind.RULES, CheckKind.CONFIRMED)
    assert {answer(screening, kind) for kind in kinds} == {Answer.NO}
    assert "jonger dan 18" in check(screening, CheckKind.AGE).because


def test_consent_tells_its_date_and_channel(console, alarm):
    screening = screen(console, alarm, replace(ELS, consent_channel="formulier"))
    assert "15 november 2026, via: formulier" in check(screening, CheckKind.CONSENT).because


def test_what_a_group_does_not_ask_is_marked_so(console, chat):
    asked = {one.kind for one in screen(console, chat).checks if one.is_asked}
    assert asked == {CheckKind.AREA, CheckKind.CONSENT, CheckKind.ELSEWHERE, CheckKind.EARLIER}


def test_who_is_named_is_looked_for_among_the_members_who_are_here(console, alarm):
    alarm.member("Carla Bos")
    alarm.member("Weg Ermee", left_at=NOW)
    for name, expected in (("carla bos", Answer.YES), ("Weg Ermee", Answer.UNKNOWN), ("Piet", Answer.UNKNOWN)):
        screening = screen(console, alarm, Applicant(f"Buur {name}", vouched_by=name))
        assert answer(screening, CheckKind.VOUCHED) is expected


def test_a_member_who_asks_in_the_chat_vouches(console, alarm):
    message_id = alarm.say("Mag mijn buurvrouw Els erbij?", author="Bram")
    screening = screen(console, alarm, Applicant("Els", vouched_by="Bram"), RequestSource.CHAT, message_id)
    assert check(screening, CheckKind.VOUCHED).because == "Bram vroeg het in de groep."


# --- what is known of him --------------------------------------------------------------------------------------------


def test_the_same_number_elsewhere_is_sure_the_same_name_is_perhaps(console, alarm, make_group):
    make_group("Naam").member("Els de Vries")
    other = make_group("Nummer")
    other.member("Buurvrouw")
    with console.store.writing() as connection:
        connection.execute(update(people).where(people.c.name == "Buurvrouw").values(phone=ELS.phone))
    found = check(screen(console, alarm), CheckKind.ELSEWHERE)
    assert found.answer is Answer.YES
    assert "Zit in Nummer, met hetzelfde nummer." in found.because
    assert "Zit misschien in Naam" in found.because


def test_a_first_name_alone_is_known_nowhere(console, alarm, make_group):
    make_group("Elders").member("Els")
    found = check(screen(console, alarm, Applicant("Els")), CheckKind.ELSEWHERE)
    assert (found.answer, found.because) == (Answer.UNKNOWN, "Niet gevonden in uw andere groepen.")


def test_who_asks_two_groups_is_told(console, alarm, make_group):
    requests.add(console, make_group("Ook").group_id, ELS)
    assert "Vroeg het ook bij Ook." in check(screen(console, alarm), CheckKind.ELSEWHERE).because


def test_an_earlier_refusal_is_recognised_by_number_mail_or_name_and_address(console, alarm, make_group):
    refuse(console, make_group("Elders"), replace(ELS, email="els@example.nl"))
    for again in (
        Applicant("Iemand Anders", phone=ELS.phone),
        Applicant("Nog Iemand", email="ELS@example.nl"),
        Applicant("els de vries", address=Address("Dorpsstr.", "12 A")),
    ):
        found = check(screen(console, alarm, again), CheckKind.EARLIER)
        assert found.answer is Answer.NO
        assert "geweigerd voor Elders. Reden: woont of werkt niet in het gebied." in found.because


def test_a_refusal_is_recognised_for_a_year_also_when_the_request_is_erased(console, chat, clock):
    request_id = refuse(console, chat)
    with console.store.writing() as connection:
        gone = {"name": "", "phone": None, "street": None, "house_number": None, "erased_at": NOW}
        connection.execute(update(join_requests).where(join_requests.c.id == request_id).values(gone))
    clock.forward(days=MARK_DAYS - 1)
    assert answer(screen(console, chat), CheckKind.EARLIER) is Answer.NO
    clock.forward(days=1)
    assert answer(screen(console, chat, replace(ELS, language="nl")), CheckKind.EARLIER) is Answer.YES


def test_a_refusal_that_was_undone_is_none(console, chat):
    refuse(console, chat)
    triage.undo(console)
    assert answer(screen(console, chat), CheckKind.EARLIER) is Answer.YES


def test_a_refusal_is_no_earlier_one_of_itself_but_it_is_when_he_asks_again(console, chat, clock):
    request_id = refuse(console, chat)
    assert answer(requests.detail(console, request_id).screening, CheckKind.EARLIER) is Answer.YES
    clock.forward(days=2)
    assert answer(screen(console, chat), CheckKind.EARLIER) is Answer.NO


def test_who_was_taken_out_before_is_told(console, alarm, make_group):
    elsewhere = make_group("Elders")
    member_id = elsewhere.member("Els de Vries", left_at=NOW - timedelta(days=40))
    with console.store.writing() as connection:
        connection.execute(update(memberships).where(memberships.c.member_id == member_id).values(how="removed"))
    found = check(screen(console, alarm), CheckKind.EARLIER)
    assert (found.answer, "Misschien op 6 oktober 2026 uit Elders gehaald" in found.because) == (Answer.UNKNOWN, True)
    with console.store.writing() as connection:
        connection.execute(update(people).values(phone=ELS.phone))
    found = check(screen(console, alarm), CheckKind.EARLIER)
    assert (found.answer, found.because) == (Answer.NO, "Op 6 oktober 2026 uit Elders gehaald.")


def test_who_was_taken_out_is_recognised_by_his_number_also_when_nothing_else_is_kept(console, alarm, make_group):
    elsewhere = make_group("Elders")
    item_id = elsewhere.flag("Bel 06-12345678", author="Els")
    with console.store.writing() as connection:
        connection.execute(update(people).where(people.c.name == "Els").values(phone=ELS.phone))
    triage.decide(console, item_id, Act(Verb.REMOVE, reason="Na twee gesprekken"))
    with console.store.writing() as connection:
        connection.execute(update(people).values(phone=None))
    found = check(screen(console, alarm), CheckKind.EARLIER)
    assert (found.answer, found.because) == (Answer.NO, "Op 15 november 2026 uit Elders gehaald.")
    triage.undo(console)
    assert answer(requests.detail(console, 1).screening, CheckKind.EARLIER) is Answer.YES


def test_a_name_alone_does_not_show_an_earlier_refusal(console, chat):
    refuse(console, chat)
    assert answer(screen(console, chat, Applicant("Els")), CheckKind.EARLIER) is Answer.UNKNOWN


# --- what the rule proposes ------------------------------------------------------------------------------------------


def test_the_rule_proposes_and_never_acts(console, alarm):
    screening = screen(console, alarm)
    assert screening.proposal.verb is Verb.ADMIT
    assert screening.proposal.because == "In orde volgens de regel van uw groep: werkgebied, leeftijd, regels gelezen."
    assert len(triage.week(console)) == 1


@pytest.mark.parametrize(
    ("change", "verb"),
    [
        ({"has_read_rules": None}, Verb.ASK),
        ({"has_read_rules": False}, Verb.ASK),
        ({"address": Address("Dorpsstraat")}, Verb.ASK),
        ({"is_old_enough": False}, Verb.REFUSE),
        ({"address": Address("Elderslaan", "3")}, Verb.REFUSE),
    ],
)
def test_what_is_missing_is_asked_and_what_is_no_is_refused(console, alarm, change, verb):
    assert screen(console, alarm, replace(ELS, **change)).proposal.verb is verb


def test_too_young_is_the_reason_that_is_proposed(console, alarm):
    proposal = screen(console, alarm, replace(ELS, is_old_enough=False)).proposal
    assert proposal.reason_code is RefusalReason.TOO_YOUNG


def test_an_address_outside_is_shown_the_way_to_the_group_that_has_it(console, alarm, make_group):
    right = make_group("Rechts")
    areas.set_area(console, right.group_id, WorkArea((Stretch("Elderslaan"),)))
    screening = screen(console, alarm, replace(ELS, address=Address("Elderslaan", "3")))
    assert [group.name for group in screening.right_groups] == ["Rechts"]
    assert (screening.proposal.verb, screening.proposal.group_id) == (Verb.REFER, right.group_id)
    own = rules.of_group(console, alarm.group_id)
    rules.change(console, alarm.group_id, replace(own, proposes_referring=False))
    assert requests.detail(console, 1).screening.proposal.verb is Verb.REFUSE


def test_nothing_is_proposed_for_who_was_refused_before(console, alarm, make_group):
    refuse(console, make_group("Elders"))
    assert screen(console, alarm).proposal is None


def test_a_group_without_a_rule_proposes_nothing(console, alarm):
    own = rules.of_group(console, alarm.group_id)
    rules.change(console, alarm.group_id, replace(own, proposes=frozenset()))
    assert screen(console, alarm).proposal is None


def test_a_full_group_and_one_that_did_not_start_propose_the_waiting_list(console, alarm):
    alarm.member("Bram")
    own = rules.of_group(console, alarm.group_id)
    rules.change(console, alarm.group_id, replace(own, member_limit=1))
    full = screen(console, alarm).proposal
    assert (full.verb, "vol (1 van 1 plaatsen)" in full.because) == (Verb.WAIT_LIST, True)
    with console.store.writing() as connection:
        connection.execute(update(groups).values(kick_off_at=NOW + timedelta(days=3)))
    assert "nog niet begonnen" in requests.detail(console, 1).screening.proposal.because


def test_who_is_in_already_by_his_number_is_proposed_to_lapse(console, alarm):
    alarm.member("Buurvrouw")
    with console.store.writing() as connection:
        connection.execute(update(people).values(phone=ELS.phone))
    screening = screen(console, alarm)
    assert screening.proposal.verb is Verb.WITHDRAW
    assert "Zit al in deze groep" in check(screening, CheckKind.ELSEWHERE).because


def test_a_decided_request_proposes_nothing(console, alarm):
    request_id = refuse(console, alarm)
    assert requests.detail(console, request_id).screening.proposal is None


def test_waiting_too_long_is_counted_in_days(console, alarm, clock):
    screen(console, alarm)
    clock.forward(days=8)
    screening = requests.detail(console, 1).screening
    assert (screening.days, screening.limit_days, screening.is_overdue) == (8, 7, True)


def test_everything_is_said_in_english_too(console, alarm):
    screening = screen(replace(console, language="en"), alarm)
    assert check(screening, CheckKind.AGE).because == "Says to be 18 or older."
    assert screening.proposal.because.startswith("In order by the rule of your group")


# --- a landline, which a household shares ----------------------------------------------------------------------------

AT_HOME = replace(ELS, phone="+31104123456")


def test_nobody_is_taken_for_a_housemate_with_the_same_landline(console, alarm, make_group):
    other = make_group("Kade")
    for chat, name in ((alarm, "Jan de Vries"), (other, "Piet de Vries")):
        chat.member(name)
    with console.store.writing() as connection:
        connection.execute(update(people).values(phone=AT_HOME.phone))
    refuse(console, other, replace(AT_HOME, name="Kees de Vries"))
    screening = screen(console, alarm, AT_HOME)
    assert answer(screening, CheckKind.ELSEWHERE) is Answer.UNKNOWN
    assert answer(screening, CheckKind.EARLIER) is Answer.YES
    assert screening.proposal.verb is Verb.ADMIT


def test_who_asks_again_with_his_landline_is_recognised(console, alarm, make_group):
    refuse(console, make_group("Kade"), replace(AT_HOME, address=Address()))
    assert answer(screen(console, alarm, AT_HOME), CheckKind.EARLIER) is Answer.NO


def test_a_housemate_who_joined_closes_no_request_of_another(console, alarm, clock):
    request_id = requests.add(console, alarm.group_id, AT_HOME).request_id
    clock.forward(days=1)
    alarm.member("Jan de Vries", joined_at=clock())
    with console.store.writing() as connection:
        connection.execute(update(people).values(phone=AT_HOME.phone))
        requests.put(
            connection, console, alarm.group_id, [(Applicant("Iemand Anders"), clock(), RequestSource.FORM, None)]
        )
    assert requests.detail(console, request_id).request.state is RequestState.OPEN


def test_somebody_of_the_same_name_with_another_number_closes_no_request(console, alarm, clock):
    request_id = requests.add(console, alarm.group_id, ELS).request_id
    clock.forward(days=1)
    alarm.member(ELS.name, joined_at=clock())
    with console.store.writing() as connection:
        connection.execute(update(people).values(phone="+31687654321"))
        requests.put(connection, console, alarm.group_id, [(Applicant("Jan"), clock(), RequestSource.FORM, None)])
    assert requests.detail(console, request_id).request.state is RequestState.OPEN


def test_who_vouches_under_two_names_of_one_person_is_one(console, alarm):
    alarm.member("Jan Smit")
    alarm.member("~ Jan Smit")
    asked = replace(ELS, vouched_by="Jan Smit")
    assert answer(screen(console, alarm, asked), CheckKind.VOUCHED) is Answer.UNKNOWN
    with console.store.writing() as connection:
        first, second = connection.scalars(select(people.c.id).order_by(people.c.id)).all()
        connection.execute(update(people).where(people.c.id == second).values(merged_into_id=first))
    assert answer(screen(console, alarm, asked), CheckKind.VOUCHED) is Answer.YES
