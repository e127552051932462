"""The leaf on which a group says how somebody joins it."""

import pytest

from console.desk.joining import rules
from console.domain.join_request import CheckKind
from console.domain.profile import JoinPolicy
from tests.ui.conftest import settle
from tests.ui.requests_steps import FATIMA, ask
from ui.pages.group_joining import JoiningLeaf


@pytest.fixture
def chat(make_group, console):
    made = make_group("Kade", profile="hic")
    ask(console, made.group_id, FATIMA, 9)
    return made


@pytest.fixture
def leaf(qtbot, window, chat, dutch):
    made = JoiningLeaf(window.jobs, window.keys)
    qtbot.addWidget(made)
    made.show()
    made.show_group(chat.group_id)
    settle(qtbot, window.jobs)
    return made


def test_it_shows_the_rules_of_the_group_and_who_waits(leaf, chat, console):
    assert leaf.form.rules == rules.of_group(console, chat.group_id)
    assert not leaf.is_edited
    assert leaf._waiting.text() == "Er wacht 1 aanmelding op u. 1 daarvan te lang."
    assert "30 dagen" in leaf.form._terms_hint.text()


def test_what_is_chosen_counts_when_it_is_kept(qtbot, window, leaf, chat, console):
    leaf.form.rows[CheckKind.VOUCHED].asks.setChecked(True)
    leaf.form.rows[CheckKind.VOUCHED].needs.setChecked(True)
    leaf.form.age.setValue(18)
    leaf.form.limit.setValue(3)
    assert leaf.is_edited
    leaf.form.keep.click()
    settle(qtbot, window.jobs)
    kept = rules.of_group(console, chat.group_id)
    assert (kept.minimum_age, kept.limit_days) == (18, 3)
    assert CheckKind.VOUCHED in kept.asks & kept.proposes
    assert not leaf.is_edited


def test_what_is_not_asked_is_never_needed(leaf):
    row = leaf.form.rows[CheckKind.AREA]
    row.needs.setChecked(True)
    row.asks.setChecked(False)
    assert not row.needs.isEnabled()
    assert CheckKind.AREA not in leaf.form.rules.proposes


def test_terms_go_down_only(leaf):
    assert (leaf.form.refused.maximum(), leaf.form.left.maximum()) == (30, 90)


def test_open_group_has_no_queue_and_says_so(qtbot, window, leaf, chat, console):
    leaf.form.policy.setCurrentIndex(leaf.form.policy.findData(JoinPolicy.OPEN))
    leaf.form.policy.activated.emit(1)
    assert "geen aanmeldingen" in leaf.form._policy_hint.text()
    assert not leaf.form.limit.isEnabled()
    leaf.form.keep.click()
    settle(qtbot, window.jobs)
    assert rules.of_group(console, chat.group_id).join_policy is JoinPolicy.OPEN
    assert "mag iedereen zo meedoen" in leaf._waiting.text()
    assert leaf.show_requests.isHidden()


def test_what_is_not_kept_is_put_away(leaf):
    leaf.form.limit.setValue(20)
    assert leaf.can_put_away()
    leaf.put_away()
    assert leaf.form.limit.value() == 7
    assert not leaf.can_put_away()


def test_button_leads_to_the_requests_of_the_group(qtbot, leaf, chat):
    with qtbot.waitSignal(leaf.page_requested) as asked:
        leaf.show_requests.click()
    assert asked.args == ["requests", chat.group_id]
