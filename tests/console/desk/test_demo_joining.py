"""The demo shows every way in which somebody asks to join, and the start of a park; nothing of it is to undo."""

import pytest

from console import bootstrap
from console.desk import professionals, recruiting, startup, triage
from console.desk.areas import area_of
from console.desk.groups import groups
from console.desk.joining.requests import detail, requests
from console.desk.logbook import logbook
from console.domain.decision import Verb
from console.domain.join_request import CheckKind, RequestSource, RequestState
from console.domain.start import Stage
from console.domain.work_area import Answer


@pytest.fixture(scope="module")
def demo():
    """The demo, with its messages not judged yet."""
    console = bootstrap.demo_console("nl")
    yield console
    bootstrap.close(console)


@pytest.fixture(scope="module")
def asked(demo):
    """Everything known of each request, by name."""
    return {one.applicant.name: detail(demo, one.id) for one in requests(demo)}


def _answers(shown):
    return {check.kind: check.answer for check in shown.screening.checks}


def test_every_group_has_an_area_and_the_park_is_on_its_way(demo):
    known = {group.name: group.id for group in groups(demo)}
    assert all(area_of(demo, group_id) for group_id in known.values())
    assert all(professionals.of_group(demo, group_id) for group_id in known.values())
    park = known["Bedrijvenpark De Sluis"]
    assert startup.of_group(demo, park).done == 6
    found = recruiting.prospects_of(demo, park)
    counts = dict(recruiting.funnel(demo, found).counts)
    assert counts[Stage.POOL] > counts[Stage.INVITED] > counts[Stage.ASKED] > counts[Stage.JOINED]
    assert counts[Stage.JOINED] > counts[Stage.CONFIRMED] > 0
    assert {one.likely.name for one in found if one.likely is not None} == {"Mo Groothandel", "Sanne Kringloop"}
    assert any(one.is_due for one in found)


def test_people_ask_in_every_way_that_needs_no_judge(asked):
    shown = {one.request.source for one in asked.values()}
    assert shown == {RequestSource.EXPORT, RequestSource.FORM, RequestSource.MAIL, RequestSource.SHEET}
    assert sum(name.startswith("+31") for name in asked) == 3  # a wave


def test_who_lives_elsewhere_is_shown_the_way_to_the_right_group(asked):
    gerard = asked["Gerard de Wit"]
    assert _answers(gerard)[CheckKind.AREA] is Answer.NO
    assert [group.name for group in gerard.screening.right_groups] == ["HIC Kadebuurt"]
    assert gerard.screening.proposal.verb is Verb.REFER


def test_one_is_in_order_one_is_late_and_of_one_the_street_has_no_number(asked):
    assert asked["Yasmina Benali"].screening.proposal.verb is Verb.ADMIT
    assert asked["Piet Zandstra"].screening.is_overdue
    assert asked["Nel Visser"].screening.proposal.verb is Verb.ASK
    assert _answers(asked["Nel Visser"])[CheckKind.AREA] is Answer.UNKNOWN


def test_who_was_refused_before_is_recognised_though_nothing_of_that_is_kept(asked, demo):
    assert _answers(asked["Rik Postma"])[CheckKind.EARLIER] is Answer.NO
    (erased,) = requests(demo, RequestState.REFUSED)
    assert (erased.applicant.name, erased.applicant.phone) == ("", None)


def test_nothing_of_it_is_a_decision_to_undo_or_waits_on_the_phone(demo):
    assert logbook(demo) == ()
    assert triage.undo(demo) is None
    assert "demo" not in repr(requests(demo))
