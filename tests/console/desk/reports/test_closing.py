"""112 and the ten minutes: what is said of them, and when closing a talk is proposed."""

from datetime import UTC, datetime, timedelta

import pytest

from console.desk import drafts, intake, triage
from console.desk.reports import mending, minutes, placing, threads
from console.domain.decision import Act, ItemKind, Verb
from console.domain.draft import Tone
from console.domain.judgement import Attention, Call112
from console.domain.report import Nature
from console.domain.report_view import Called
from tests.console.desk.conftest import NOW, flagged
from tests.console.desk.reports.conftest import everything
from tests.console.judge.conversations import conversations

(PENDRECHT,) = [one for one in conversations("held") if one.id == "h01"]
"""After the thread of the study in which 112 was asked after 20 minutes, and which lasted 21 (findings 4 and 5)."""

ALARM = ("Inbraak bezig in de Kerkstraat!", "Ik zie ze ook", "112 gebeld", "Ze rennen weg", "Ik zie ze niet meer")


def exported(count: int) -> str:
    """Return the first messages of that conversation as WhatsApp exports them."""
    said = PENDRECHT.messages[:count]
    return "".join(f"{one.sent_at:%d-%m-%Y %H:%M} - {one.author}: {one.text}\n" for one in said)


def at(hour: int, minute: int) -> datetime:
    """Return a moment of that day, in winter time."""
    return datetime(2025, 10, 30, hour, minute, tzinfo=UTC) - timedelta(hours=1)


def proposed(console) -> list:
    """Return the items that propose to close a talk."""
    return [item for item in triage.week(console) if "U kunt het sluiten" in item.why]


def talk_of(chat, minutes_each: int = 4, end: datetime = NOW, texts=ALARM) -> list:
    """Store a talk of so many minutes between two messages, that ended at a moment."""
    begin = end - timedelta(minutes=minutes_each * (len(texts) - 1))
    steps = enumerate(texts)
    return [chat.say(text, f"Lid {n % 3}", at=begin + timedelta(minutes=n * minutes_each)) for n, text in steps]


@pytest.fixture
def hic(make_group):
    """A group in which a talk may last ten minutes."""
    return make_group("Pendrecht", profile="hic")


# --- the thread of the study, from its export on ---------------------------------------------------------------------


def test_the_thread_of_the_study_tells_its_minutes(console, clock):
    clock.moment = at(15, 0)
    intake.import_text(console, exported(10), "Pendrecht", "hic")
    report_id, *_ = everything(console)  # somebody's word about a telephone may stand apart
    shown = threads.detail(console, report_id)
    assert (shown.heads.called.minutes, shown.question_minutes, shown.talk_minutes) == (21, 20, 21)
    assert shown.facts == (
        "112 is gebeld na 21 minuten, door Anneke.",
        "Na 20 minuten werd gevraagd of 112 was gebeld.",
        "Dit gesprek duurde 21 minuten, langer dan 10.",
    )
    assert threads.page(console, [report_id])[report_id].is_too_long


def test_the_thread_of_the_study_is_proposed_for_closing_once(console, clock):
    clock.moment = at(14, 10)
    intake.import_text(console, exported(10), "Pendrecht", "hic")
    (item,) = proposed(console)
    assert item.text == "oh ik dacht dat jij dat al gedaan had"
    assert item.why == "Dit gesprek duurde 21 minuten, langer dan 10. U kunt het sluiten."
    draft = drafts.drafts_for(console, item.id, Verb.GROUP)
    assert drafts.fill(draft.text, draft.values) == (
        "Beste buren, dank voor het opletten. 112 is gebeld. We stoppen nu met appen. Weet u iets nieuws? Bel 112."
    )
    decided = triage.decide(console, item.id, Act(Verb.GROUP, text=drafts.fill(draft.text, draft.values)))
    assert decided.todos
    clock.moment = at(14, 15) + timedelta(days=1)
    intake.import_text(console, exported(12), "Pendrecht")  # the officer answers in the morning
    assert proposed(console) == []


def test_history_is_never_proposed(console, clock):
    clock.moment = at(14, 10) + timedelta(days=1)
    intake.import_text(console, exported(10), "Pendrecht", "hic")
    assert proposed(console) == []
    assert everything(console)


# --- when it is proposed ---------------------------------------------------------------------------------------------


def test_a_talk_of_ten_minutes_may_last(console, hic):
    talk_of(hic, texts=ALARM[:3], minutes_each=5)
    placing.place_pending(console)
    assert proposed(console) == []


@pytest.mark.parametrize("profile", ["wabp_alarm", "broad"])
def test_other_kinds_of_group_may_talk(console, make_group, profile):
    talk_of(make_group(profile=profile))
    placing.place_pending(console)
    (report_id,) = everything(console)
    assert proposed(console) == []
    assert not threads.detail(console, report_id).is_too_long


def test_what_lies_before_the_moment_a_group_looks_back_to_is_not_proposed(console, make_group):
    talk_of(make_group(profile="hic", review_from=NOW + timedelta(minutes=1)))
    placing.place_pending(console)
    assert proposed(console) == []


def test_the_proposal_moves_along_with_the_talk(console, hic):
    *_, last = talk_of(hic)
    placing.place_pending(console)
    assert [item.subject_id for item in proposed(console)] == [last]
    later = hic.say("Zijn ze nog in de Kerkstraat?", "Lid 1", at=NOW + timedelta(minutes=3))
    placing.place_pending(console)
    assert [item.subject_id for item in proposed(console)] == [later]
    assert len(triage.week(console)) == 1


@pytest.mark.parametrize("verb", [Verb.FINE, Verb.HANDLED])
def test_what_was_decided_holds_for_the_whole_talk_and_can_be_undone(console, hic, verb):
    talk_of(hic)
    placing.place_pending(console)
    (item,) = proposed(console)
    triage.decide(console, item.id, Act(verb))
    assert proposed(console) == []
    hic.say("Zijn ze nog in de Kerkstraat?", "Lid 1", at=NOW + timedelta(minutes=3))
    placing.place_pending(console)
    assert proposed(console) == []
    triage.undo(console)
    assert [one.id for one in proposed(console)] == [item.id]


def test_a_proposal_that_nobody_looked_at_goes_after_a_day(console, hic, clock):
    talk_of(hic)
    placing.place_pending(console)
    (item,) = proposed(console)
    clock.forward(hours=23)
    placing.place_pending(console)
    assert [one.id for one in proposed(console)] == [item.id]
    clock.forward(hours=2)
    placing.place_pending(console)
    assert triage.week(console) == ()


def test_a_talk_that_is_split_is_long_no_more_and_undo_makes_it_so(console, hic):
    ids = talk_of(hic)
    placing.place_pending(console)
    assert len(proposed(console)) == 1
    (report_id,) = everything(console)
    mending.split(console, report_id, ids[2:])
    assert proposed(console) == []
    triage.undo(console)
    assert len(proposed(console)) == 1


def test_a_message_that_asks_attention_itself_keeps_its_own_reason(console, hic):
    talk_of(hic, texts=ALARM[:4])
    last = hic.say("Bel Jan 06-12345678", "Lid 1", at=NOW, judgement=flagged())
    placing.place_pending(console)
    (item,) = [one for one in triage.week(console) if one.subject_id == last]
    assert item.why == "Let op: personal_data."
    assert triage.detail(console, item.id).talk is None
    assert drafts.drafts_for(console, item.id, Verb.GROUP).key != "close_called"
    assert drafts.drafts_for(console, item.id, Verb.GROUP, rung="group_note").key == "close_called"


def test_the_item_is_like_any_other(console, hic):
    talk_of(hic)
    placing.place_pending(console)
    (item,) = proposed(console)
    assert (item.kind, item.attention) == (ItemKind.MESSAGE, Attention.TODAY)
    detail = triage.detail(console, item.id)
    assert detail.talk == detail.item.why == item.why
    triage.add_note(console, item.id, "Gebeld met Ria")
    assert len(proposed(console)) == 1


def test_the_text_says_that_112_was_called_only_when_somebody_did(console, hic):
    talk_of(hic, texts=("Inbraak bezig in de Kerkstraat!", "Ik zie ze ook", "Waar dan?", "Bij de kerk", "Weg zijn ze"))
    placing.place_pending(console)
    (item,) = proposed(console)
    for tone in Tone:
        draft = drafts.drafts_for(console, item.id, Verb.GROUP, tone=tone)
        assert draft.key == "close_talk"
        assert "112 is gebeld" not in draft.text


# --- the sentences ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("called", "question", "expected"),
    [
        (Called(Call112.CALLED, None, 3, "Anja"), None, ["112 is gebeld na 3 minuten, door Anja."]),
        (Called(Call112.CALLED, None, 0, "Anja"), None, ["112 is meteen gebeld, door Anja."]),
        (Called(Call112.CALLED, None, 1), None, ["112 is gebeld na 1 minuut."]),
        (Called(Call112.CALLED), None, ["112 is gebeld."]),
        (
            Called(Call112.CALLED, None, 121, "Anja"),
            300,
            [
                "Meer dan 2 uur later is 112 gebeld, door Anja.",
                "Meer dan 2 uur later werd gevraagd of 112 was gebeld.",
            ],
        ),
        (Called(), None, ["Het is niet bekend of 112 is gebeld."]),
        (
            Called(Call112.NOT_CALLED),
            1,
            ["Iemand schrijft dat 112 niet is gebeld.", "Na 1 minuut werd gevraagd of 112 was gebeld."],
        ),
        (
            Called(),
            0,
            ["Het is niet bekend of 112 is gebeld.", "Er werd meteen gevraagd of 112 was gebeld."],
        ),
    ],
)
def test_what_is_known_of_112_is_said_plainly(called, question, expected):
    assert list(minutes.facts(minutes.Talk(Nature.URGENT, called, question, 5), "hic", "nl")) == expected


def test_nothing_is_asked_of_what_is_not_urgent_or_of_a_group_that_asks_for_no_112():
    lamp = minutes.Talk(Nature.LIVEABILITY, Called(), None, 30)
    assert minutes.facts(lamp, "wabp_alarm", "nl") == ()
    assert minutes.facts(minutes.Talk(Nature.URGENT, Called(), None, 30), "broad", "nl") == ()
    assert minutes.facts(lamp, "hic", "en") == ("This talk lasted 30 minutes, longer than 10.",)
