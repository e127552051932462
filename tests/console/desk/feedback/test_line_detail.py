"""All that stands around one line, and what its form offers."""

import pytest

from console.desk import professionals, triage
from console.desk.feedback import changing, line_detail, lines
from console.domain.decision import Act, Verb
from console.domain.feedback import Channel, LineKind, LineState, Owing
from console.domain.judgement import Category, Judgement
from console.domain.professional import Job, ProfessionalFacts
from console.errors import ExpectedError
from tests.console.desk.conftest import NOW


def test_detail_has_history_notes_and_what_a_decision_is_checked_by(console, chat, officer):
    made = changing.open_by_hand(console, chat.say("De lantaarn is kapot"), owing=officer, what="Lantaarn")
    line = lines.line(console, made.line_id)
    triage.add_note(console, line.item_id, "Hij belt maandag")
    triage.decide(console, line.item_id, Act(Verb.OFFICER, text="Weet u meer?", channel=Channel.APP.value))
    found = line_detail.detail(console, made.line_id)
    assert found.line.state is LineState.ASKED
    assert [step.verb for step in found.history] == [Verb.OFFICER, Verb.NOTE, Verb.LINE]
    assert [note.text for note in found.notes] == ["Hij belt maandag"]
    assert found.finds == found.alike == found.elsewhere == found.forwards == ()
    triage.decide(console, line.item_id, Act(Verb.ANSWERED, text="Gemaakt"), seen=found.seen)
    with pytest.raises(ExpectedError) as refusal:
        triage.decide(console, line.item_id, Act(Verb.ANSWERED, text="Toch niet"), seen=found.seen)
    assert refusal.value.key == "changed_meanwhile"


def test_detail_of_no_line_is_refused(console):
    with pytest.raises(ExpectedError) as refusal:
        line_detail.detail(console, 7)
    assert refusal.value.key == "line_gone"


def test_question_begins_with_the_words_and_the_kind_of_its_message(console, chat, officer):
    message_id = chat.say("Er ligt\nglas op het fietspad", judgement=Judgement(Category.LIVEABILITY))
    first = line_detail.first_words(console, message_id)
    assert (first.what, first.kind) == ("Er ligt glas op het fietspad", LineKind.LIVEABILITY)
    assert (first.group_id, first.owing) == (chat.group_id, officer)
    with pytest.raises(ExpectedError) as refusal:
        line_detail.first_words(console, message_id + 1)
    assert refusal.value.key == "message_gone"


def test_who_may_owe_it_stands_first_when_he_is_with_the_group(console, chat, make_group, officer):
    other = make_group("Plein")
    professionals.add(console, other.group_id, ProfessionalFacts("Anna Bos", job=Job.HOUSING))
    changing.open_by_hand(console, group_id=other.group_id, what="Vuil", owing=Owing(service="Stadsbeheer"))
    found = line_detail.owers(console, chat.group_id)
    assert [name for _who, name in found.professionals] == ["Peter Smit (wijkagent)", "Anna Bos (woningcorporatie)"]
    assert found.services == ("Stadsbeheer",)
    assert line_detail.owing_choices(found)[0] == (officer, "Peter Smit (wijkagent)")
    assert line_detail.owers(console, other.group_id).professionals[0][1].startswith("Anna")


def test_only_who_owes_something_now_is_offered_to_look_at(console, chat, officer, opened):
    assert line_detail.owing_now(console) == ()
    line = opened(chat, owing=officer)
    opened(chat)  # of a service
    assert line_detail.owing_now(console) == ((officer, "Peter Smit"),)
    triage.decide(console, line_detail.detail(console, line.id).line.item_id, Act(Verb.LAPSE, reason_code="too_old"))
    assert line_detail.owing_now(console) == ()


def test_groups_in_the_archive_wait_for_nothing(console, chat, make_group):
    make_group("Oud", archived_at=NOW)
    assert line_detail.groups_in_use(console) == ((chat.group_id, "Kade"),)
