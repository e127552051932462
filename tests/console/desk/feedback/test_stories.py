"""Success stories: what was solved and told, in nobody's name, ready to share; and a year in words."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from console.desk import todos, triage, undoing
from console.desk.feedback import stories, year
from console.domain.decision import Act, Verb
from console.domain.feedback import LapseReason, LineState, Owing
from console.domain.outgoing import Action
from console.domain.report import Result
from console.domain.telling import Audience, Telling, TellingHow
from console.store.tables import report_messages, reports
from tests.console.desk.conftest import NOW
from tests.console.desk.feedback.conftest import refused


@pytest.fixture
def solved(console, opened, clock):
    """Open a line, have it answered after some days, and told to these groups."""

    def solve(chat, *more, days=2, result=Result.SOLVED, told=None, **values):
        line = opened(chat, None, *((one.group_id, None) for one in more), **values)
        clock.forward(days=days)
        tellings = tuple(
            Telling(one.group_id, Audience.GROUP, TellingHow.OFFLINE)
            for one in (told if told is not None else [chat, *more])
        )
        act = Act(Verb.ANSWERED, text="Het is gemaakt", result=result.value, tellings=tellings)
        triage.decide(console, line.item_id, act)
        return line

    return solve


@pytest.mark.parametrize(
    ("what", "days", "title"),
    [
        ("gat in de stoep", 2, "Gat in de stoep: opgelost na 2 dagen."),
        ("Lamp kapot.", 1, "Lamp kapot: opgelost na 1 dag."),
        ("Afval bij Anja de Vries!", 0, "Afval bij iemand: opgelost op dezelfde dag."),
    ],
)
def test_a_story_is_what_was_reported_and_after_how_many_days(console, chat, solved, what, days, title):
    line = solved(chat, what=what, days=days)
    (story,) = stories.stories(console)
    assert (story.title, story.days, story.number, story.group) == (title, days, line.number, "Kade")
    assert title in story.text
    assert story.text.startswith("Goed nieuws")
    assert bool(story.hidden) == ("Anja" in what)


@pytest.mark.parametrize("result", [Result.UNKNOWN, Result.NOTHING_FOUND, Result.NO_OFFENCE])
def test_only_a_good_end_is_a_story(console, chat, solved, result):
    solved(chat, result=result)
    assert stories.stories(console) == ()


def test_an_arrest_is_told_as_one(console, chat, solved):
    solved(chat, what="Inbraak", result=Result.SUSPECT_HELD)
    assert stories.stories(console)[0].title == "Inbraak: er is iemand aangehouden, na 2 dagen."


def test_a_group_that_did_not_hear_the_answer_has_no_story_yet(console, chat, make_group, solved):
    haven = make_group("Haven")
    solved(chat, haven, told=[haven])
    assert [story.group for story in stories.stories(console)] == ["Haven"]
    undoing.undo(console)
    assert stories.stories(console) == ()


def test_the_last_comes_first_and_only_of_the_groups_and_time_asked_for(console, chat, make_group, solved, clock):
    haven = make_group("Haven")
    solved(chat, what="Eerst")
    clock.forward(days=10)
    solved(haven, what="Later")
    assert [story.title[:5] for story in stories.stories(console)] == ["Later", "Eerst"]
    assert [story.group for story in stories.stories(console, [chat.group_id])] == ["Kade"]
    assert [story.group for story in stories.stories(console, since=NOW + timedelta(days=5))] == ["Haven"]


def test_a_story_is_told_in_the_language_asked_for(console, chat, solved):
    solved(chat, what="Hole in the pavement")
    (story,) = stories.stories(console, language="en")
    assert story.title == "Hole in the pavement: solved after 2 days."


# --- sharing ---------------------------------------------------------------------------------------------------------


def test_sharing_puts_the_text_in_the_group_and_can_be_undone(console, chat, solved):
    line = solved(chat)
    (story,) = stories.stories(console)
    changes = stories.share(console, chat.group_id, story.text, line.id)
    assert (changes.outgoing, changes.group_ids) == (True, {chat.group_id})
    (todo,) = todos.todos(console)
    assert (todo.action, todo.text, todo.group_id, todo.decision) == (
        Action.GROUP,
        story.text,
        chat.group_id,
        changes.decision,
    )
    undoing.undo(console)
    assert todos.todos(console) == ()
    assert stories.stories(console) == (story,)  # what was told before stays told


@pytest.mark.parametrize(("text", "key"), [(" \n", "text_empty"), ("Dank aan [naam]", "blanks_open")])
def test_a_text_that_is_not_ready_is_not_shared(console, chat, text, key):
    with refused(key):
        stories.share(console, chat.group_id, text)
    assert todos.todos(console) == ()


def test_a_group_that_is_gone_gets_nothing(console):
    with refused("group_gone"):
        stories.share(console, 99, "Goed nieuws")


# --- a year ----------------------------------------------------------------------------------------------------------


def report(chat, nature="urgent", called=None, at=NOW):
    message = chat.say("Melding", at=at)
    with chat.console.store.writing() as connection:
        values = {"group_id": chat.group_id, "started_at": at, "nature": nature, "called_112": called}
        (made,) = connection.execute(insert(reports).values(values)).inserted_primary_key
        connection.execute(insert(report_messages).values(message_id=message, report_id=made, is_primary=True))


def test_a_year_without_anything_says_so(console, chat):
    told = year.overview(console, chat.group_id, 2025)
    assert told.startswith("Beste buren,\n\nZo was 2025 in Kade.\n\nEr zijn dit jaar geen meldingen en vragen bekend.")
    assert told.endswith("Met vriendelijke groet,\nAnja\n")
    assert "Zo is 2026 tot nu toe in Kade." in year.overview(console, chat.group_id, 2026)
    with refused("group_gone"):
        year.overview(console, 99, 2026)


def test_a_year_tells_what_was_reported_asked_and_solved(console, chat, opened, solved, officer):
    for number in range(12):
        report(chat, "urgent" if number < 6 else "liveability", "called" if number < 5 else None)
    for number in range(6):
        solved(chat, what=f"Gat {number}", days=0, owing=officer)
    opened(chat, state=LineState.TO_ASK, owing=Owing())
    told = year.overview(console, chat.group_id, 2026)
    assert (
        "Er waren 12 meldingen. Met spoed: 6. Over straat en buurt: 6. "
        "We weten 5 keer zeker dat 112 is gebeld. Van een paar meldingen met spoed weten we dat niet.\n\n"
        "We vroegen 7 keer om een antwoord. Er kwam 6 keer een antwoord. Dat is 6 keer aan u verteld. "
        "Op een paar antwoorden wachten we nog."
    ) in told
    assert "Dit is opgelost:\n- Gat 5: opgelost op dezelfde dag.\n- Gat 4" in told
    assert told.count("- Gat") == 5


def test_what_lapsed_after_its_answer_is_not_waited_for_nor_taken_off_twice(console, chat, opened):
    several = [opened(chat) for _ in range(12)]
    for line in several[:6]:
        triage.decide(console, line.item_id, Act(Verb.ANSWERED, text="Het is gemaakt"))
    triage.decide(console, several[0].item_id, Act(Verb.LAPSE, reason_code=LapseReason.TOO_OLD))
    assert "Op 6 antwoorden wachten we nog." in year.overview(console, chat.group_id, 2026)


def test_what_one_could_count_by_taking_away_is_not_told(console, chat):
    for number in range(8):
        report(chat, "urgent" if number < 1 else "liveability")
    told = year.overview(console, chat.group_id, 2026)
    assert "Er waren 8 meldingen." in told
    assert "Met spoed:" not in told


def test_another_year_and_another_group_are_not_in_it(console, chat, make_group, solved, clock):
    haven = make_group("Haven")
    report(haven)
    report(chat, at=datetime(2025, 12, 31, 22, tzinfo=UTC))
    solved(haven)
    assert "geen meldingen" in year.overview(console, chat.group_id, 2026)
    assert "Er waren een paar meldingen." in year.overview(console, chat.group_id, 2025)
    assert "opgelost" not in year.overview(console, haven.group_id, 2025)


def test_a_year_can_be_told_in_english(console, chat, solved):
    solved(chat, what="Lamp", days=3)
    told = year.overview(console, chat.group_id, 2026, "en")
    assert "We asked for an answer a few times." in told
    assert "- Lamp: solved after 3 days." in told
