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
from ui import theme
from ui.pages import welcome_due


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


def test_one_thing_at_a_time_that_leads_there_and_may_be_put_off(
    qtbot, window, kade, open_page, clock, dutch, monkeypatch
):
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
    confirming.unconfirm(kade.console, [kade.member("Bram")])  # as an import may find, which tells of messages only
    monkeypatch.setattr(welcome_due, "LOOK_AGAIN_MS", 0)
    window.jobs.changed.emit(Changes(messages=True))
    page.refresh()
    settle(qtbot, window.jobs)
    assert "las 1 lid" in bar.text
    window.jobs.ask(confirming.confirm, [kade.member("Bram")])
    settle(qtbot, window.jobs)
    bar.later.setFocus()
    bar.later.click()
    assert bar.text == ""
    assert page.parts.queue.hasFocus()
    window.jobs.changed.emit(Changes(welcome=True))
    settle(qtbot, window.jobs)
    assert bar.text == ""  # not today
    clock.forward(days=1)
    page.refresh()
    settle(qtbot, window.jobs)
    assert "vaker dan eerst" in bar.text


def test_low_page_leaves_the_list_its_room(qtbot, window, kade, make_group, open_page, dutch):
    other = make_group("Dijk")
    bram = other.member("Els")
    with other.console.store.writing() as connection:
        sent = {"rules_sent_at": NOW - timedelta(days=9), "rules_sent_how": SentHow.GROUP.value}
        connection.execute(update(members).where(members.c.id == bram).values(**sent))
    parts = open_page().parts
    parts.resize(1000, theme.em(parts, 50))
    assert "Ook in 1 andere groep" in parts.welcome_due.text
    parts.resize(1000, theme.em(parts, 30))
    assert "Ook in" not in parts.welcome_due.text
    assert "las 1 lid" in parts.welcome_due.text


def test_person_column_is_as_wide_as_its_button(qtbot, window, kade, open_page):
    parts = open_page().parts
    content = parts.person.widget().minimumSizeHint().width()
    assert parts.person.minimumSizeHint().width() >= content > theme.em(parts, 6)
