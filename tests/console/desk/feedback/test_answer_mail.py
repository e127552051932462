"""An answer mail is matched with the open lines by their numbers, and taken in one decision."""

from pathlib import Path

import pytest

from console.desk import triage
from console.desk.feedback import answer_mail, lines
from console.desk.feedback.answer_mail import Taken
from console.domain.decision import Act, Verb
from console.domain.feedback import Channel, LapseReason, LineState
from console.domain.report import Result
from tests.console.desk.feedback.conftest import refused

LAPSE = Act(Verb.LAPSE, reason_code=LapseReason.TOO_OLD)
HTML = (
    "From: s@voorbeeld.nl\nSubject: RE: vragen\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
    "<html><head><style>p{{color:red}}</style></head><body><p>Hoi,</p><p><b>[{number}]</b> De lantaarn is "
    "<i>gemaakt</i>.</p><script>alert(1)</script><p>Groet, Sander</p></body></html>"
)


@pytest.fixture
def two(chat, opened, officer):
    """Two lines of one professional."""
    return (
        opened(chat, chat.say("De lantaarn is kapot", author="Bram"), owing=officer),
        opened(chat, chat.say("Fiets weg", author="Ans"), owing=officer, what="Fiets gestolen aan de Kade"),
    )


def test_each_number_finds_its_line_and_what_came_of_it(console, two):
    lamp, bike = two
    text = (
        f"Hoi,\n\n> [{lamp.number}] Kapotte lantaarn\n\nIs gemaakt.\n\n[{bike.number}] Dit zoeken we nog uit.\n\nGroet"
    )
    found = answer_mail.read(console, text)
    assert [(one.line.id, one.text, one.result) for one in found.answers] == [
        (lamp.id, "Is gemaakt.", Result.SOLVED),
        (bike.id, "Dit zoeken we nog uit.", Result.UNKNOWN),
    ]
    assert (found.closed, found.unknown, found.rest, found.unanswered) == ((), (), "", ())


def test_nothing_of_a_closed_or_unknown_number_is_lost(console, two):
    lamp, bike = two
    triage.decide(console, bike.item_id, LAPSE)
    found = answer_mail.read(console, f"BC-999: geen idee\n{bike.number}: teruggevonden\n{lamp.number}\nTot zover")
    assert (found.unknown, [one.id for one in found.closed]) == (("BC-999",), [bike.id])
    assert found.rest == f"BC-999: geen idee\n\n{bike.number}: teruggevonden"
    assert [(one.line.id, one.text) for one in found.answers] == [(lamp.id, "Tot zover")]


def test_a_number_of_somebody_elses_digest_answers_no_line_of_ours(console, two):
    lamp, bike = two
    text = (
        f"> [{lamp.number}] Takken hangen over het voetpad (sinds 3 november)\nGesnoeid.\n"
        f"> [{bike.number}] Fiets gestolen (sinds gisteren)\nGevonden."
    )
    found = answer_mail.read(console, text)
    assert [(one.line.id, one.text) for one in found.answers] == [(bike.id, "Gevonden.")]
    assert (found.unknown, found.rest) == ((lamp.number,), f"{lamp.number}: Gesnoeid.")


def test_a_line_that_is_only_repeated_is_not_answered(console, two):
    lamp, bike = two
    text = f"{lamp.number}: klaar\n\n> [{lamp.number}] Kapotte lantaarn\n> [{bike.number}] Fiets gestolen aan de Kade"
    found = answer_mail.read(console, text)
    assert [one.line.id for one in found.answers] == [lamp.id]
    assert [one.id for one in found.unanswered] == [bike.id]


def test_our_own_question_is_no_answer(console, chat, opened, officer):
    line = opened(chat, state=LineState.TO_ASK, owing=officer)
    question = "Weet u hier al meer over? De buren vragen ernaar."
    triage.decide(console, line.item_id, Act(Verb.OFFICER, text=f"Beste Peter,\n[{line.number}]\n{question}"))
    found = answer_mail.read(console, f"[{line.number}]\n{question}\nNee, nog niets.")
    assert [one.text for one in found.answers] == ["Nee, nog niets."]
    assert not found.rest


def test_the_mail_of_the_demo_is_read(console, chat, opened, officer):
    opened_lines = [opened(chat, owing=officer, what=f"Vraag {number}") for number in range(1, 9)]
    path = Path(__file__).parents[4] / "resources" / "demo" / "Antwoord wijkagent Sander.eml"
    found = answer_mail.read(console, path)
    assert [one.line.id for one in found.answers] == [opened_lines[2].id, opened_lines[7].id]
    assert found.answers[1].result is Result.SUSPECT_HELD
    assert found.answers[0].text.startswith("Het onderzoek loopt nog.")
    assert "Wijkagent Kadebuurt" not in found.answers[1].text


def test_a_mail_in_html_is_read_as_text(console, two, tmp_path):
    path = tmp_path / "antwoord.eml"
    path.write_text(HTML.format(number=two[0].number), encoding="utf-8")
    found = answer_mail.read(console, path)
    assert [(one.line.id, one.text) for one in found.answers] == [(two[0].id, "De lantaarn is gemaakt.")]


def test_a_text_without_words_and_a_file_that_is_no_mail_are_refused(console, tmp_path):
    with refused("answers_empty"):
        answer_mail.read(console, " \n> \n")
    with refused("file_missing"):
        answer_mail.read(console, tmp_path / "weg.eml")
    with refused("mail_kind"):
        answer_mail.read(console, tmp_path / "antwoord.docx")


def test_several_answers_are_one_decision_and_one_undo(console, two):
    lamp, bike = two
    taken = [Taken(lamp.id, "Is gemaakt.", Result.SOLVED), Taken(bike.id, "Loopt nog.")]
    decided = answer_mail.take(console, taken)
    assert decided.changes.feedback
    now = [lines.line(console, one.id) for one in two]
    assert [(one.state, one.answer, one.result, one.channel) for one in now] == [
        (LineState.ANSWERED, "Is gemaakt.", Result.SOLVED, Channel.MAIL),
        (LineState.ANSWERED, "Loopt nog.", Result.UNKNOWN, Channel.MAIL),
    ]
    assert triage.undo(console).count == 2
    assert [lines.line(console, one.id).state for one in two] == [LineState.ASKED, LineState.ASKED]


def test_two_answers_of_one_line_are_both_kept(console, two):
    lamp, _ = two
    answer_mail.take(console, [Taken(lamp.id, "Hij is besteld."), Taken(lamp.id, "Is gemaakt.", Result.SOLVED)])
    now = lines.line(console, lamp.id)
    assert (now.answer, now.result) == ("Hij is besteld.\n\nIs gemaakt.", Result.SOLVED)


def test_all_or_nothing(console, two):
    lamp, bike = two
    triage.decide(console, bike.item_id, LAPSE)
    with refused("already_decided"):
        answer_mail.take(console, [Taken(lamp.id, "Is gemaakt."), Taken(bike.id, "Loopt nog.")])
    assert lines.line(console, lamp.id).state is LineState.ASKED
    with refused("line_gone"):
        answer_mail.take(console, [Taken(999, "Is gemaakt.")])
    with refused("answer_empty"):
        answer_mail.take(console, [Taken(lamp.id, "  ")])


def test_one_answer_closes_a_line_of_two_groups(console, chat, make_group, opened, officer):
    other = make_group("Plein")
    line = opened(chat, chat.say("Dealers", author="Bram"), (other.group_id, other.say("Auto's", author="Ans")))
    answer_mail.take(console, [Taken(line.id, "Er is iemand aangehouden.", Result.SUSPECT_HELD)])
    assert [one.group for one in lines.line(console, line.id).groups] == ["Kade", "Plein"]
    assert lines.line(console, line.id).state is LineState.ANSWERED
