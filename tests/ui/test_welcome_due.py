"""Deze week says where members may be reminded of the rules, or told one again; and it may be put off."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from console.desk.welcome import confirming
from console.domain.changes import Changes
from console.domain.judgement import Flag
from console.domain.welcome import SentHow
from console.store.tables import members
from tests.console.desk.conftest import NOW, flagged
from tests.ui.conftest import settle


@pytest.fixture
def kade(make_group):
    """A group in which one member may be reminded, and a rule may be told again."""
    chat = make_group("Kade")
    sent = {"rules_sent_at": NOW - timedelta(days=9), "rules_sent_how": SentHow.GROUP.value}
    bram = chat.member("Bram")
    with chat.console.store.writing() as connection:
        connection.execute(update(members).where(members.c.id == bram).values(**sent))
    chat.say("Lang geleden", at=NOW - timedelta(days=300))
    for number in range(4):
        chat.say("Alles rustig", at=NOW - timedelta(days=120))  # as much was said then, and nothing went wrong
        chat.say(f"Bel 06-1234567{number}", at=NOW - timedelta(days=3), judgement=flagged(Flag.PERSONAL_DATA))
    return chat


def test_one_thing_at_a_time_that_leads_there_and_may_be_put_off(qtbot, window, kade, open_page, clock, dutch):
    page = open_page()
    bar = page.parts.welcome_due
    assert "Kade" in bar.text
    assert "las 1 lid de afspraken nog niet" in bar.text
    bar.button.click()
    settle(qtbot, window.jobs)
    assert window.current_key == "welcome"
    assert window.show_page("welcome").shown_leaf.group_id == kade.group_id

    window.jobs.ask(confirming.confirm, [kade.member("Bram")])
    settle(qtbot, window.jobs)
    window.show_page("week")
    assert "vaker dan eerst: persoonsgegevens" in bar.text
    bar.later.click()
    assert bar.text == ""
    window.jobs.changed.emit(Changes(welcome=True))
    settle(qtbot, window.jobs)
    assert bar.text == ""  # not today
    clock.forward(days=1)
    page.refresh()
    settle(qtbot, window.jobs)
    assert "vaker dan eerst" in bar.text
