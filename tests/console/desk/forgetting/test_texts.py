"""The words of a message go at their term, wherever they stand; what they counted for stays, and no export brings them
back."""

from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select, update

from console.desk import triage
from console.desk.conversation import lines_around
from console.desk.corrections import correct, corrections
from console.desk.feedback import lines
from console.desk.forgetting import proof, retention, terms
from console.desk.intake import import_file
from console.desk.judging import judge_again, judge_pending
from console.desk.logbook import logbook
from console.desk.messages import MessageFilter, message_detail, message_ids, message_rows
from console.desk.reports import threads
from console.desk.undoing import undo, undo_one
from console.desk.why import why
from console.domain.decision import Act, Verb
from console.domain.judgement import Category, Label
from console.domain.retention import Kept
from console.errors import ExpectedError
from console.store.tables import (
    decisions,
    feedback,
    feedback_finds,
    feedback_groups,
    forwards,
    groups,
    items,
    judgements,
    message_changes,
    messages,
    metadata,
    notes,
    privacy_requests,
    report_messages,
    reports,
    steps,
    todos,
)
from tests.console.desk.conftest import NOW, flagged

DAY = timedelta(days=1)
WORD = "Zevenblad"  # stands in all that is written about the message
PLACED = {"needs_placing": False}


def found_in(console, *words):
    """Return the columns of the decrypted store in which one of the words stands."""
    with console.store.reading() as connection:
        return {
            (table.name, column.name)
            for table in metadata.sorted_tables
            for column in table.c
            for word in words
            if any(word in str(value) for value in connection.scalars(select(column)))
        }


@pytest.fixture
def talked_about(console, chat):
    """A message of long ago, and all that was written about it."""
    at = NOW - 80 * DAY
    message = chat.say(f"{WORD} staat op Dorpsstraat 3", judgement=flagged(spans=((0, 9),)), at=at, **PLACED)
    item = chat.item(message)
    with console.store.writing() as connection:
        changed = {"message_id": message, "seen_at": at, "what": "edited", "before": f"{WORD}?", "after": WORD}
        connection.execute(insert(message_changes).values(changed))
        made = {"group_id": chat.group_id, "started_at": at, "nature": "suspicious", "needs_telling": False}
        (report,) = connection.execute(insert(reports).values(made)).inserted_primary_key
        link = {"kind": "words", "words": [WORD]}
        place = {"message_id": message, "report_id": report, "is_primary": True, "links": [link]}
        connection.execute(insert(report_messages).values(place))
        find = {"group_id": chat.group_id, "message_id": message, "kind": "answer", "found_at": at}
        connection.execute(insert(feedback_finds).values(find | {"because": [{"key": "words", "words": [WORD]}]}))
    triage.decide(console, item, Act(Verb.PRIVATE, f"Haal {WORD} weg"))
    return message


def test_ninety_days_later_the_words_are_nowhere_and_what_they_counted_for_is(console, chat, clock, talked_about):
    young = chat.say("Gewoon een bericht", at=NOW - 70 * DAY, **PLACED)
    clock.forward(days=9)
    assert not retention.run(console).due
    clock.forward(days=1)
    due = retention.due(console)
    assert (due.count(Kept.TEXT), due.waiting, due.counts[0].group) == (1, 0, "Kade")

    erased = retention.run(console)

    assert erased.due == due
    assert erased.changes.messages
    assert erased.changes.privacy
    assert found_in(console, WORD) == set()
    assert proof.count(console, [WORD]) == {WORD: 0}
    with console.store.reading() as connection:
        row = connection.execute(select(messages).where(messages.c.id == talked_about)).one()
        judged = connection.execute(select(judgements).where(judgements.c.message_id == talked_about)).one()
        report = connection.execute(select(reports)).one()
        assert (row.text, row.forgotten_at, row.member_id is None) == ("", clock(), False)
        assert (judged.reasons[0]["flag"], judged.reasons[0]["spans"]) == ("personal_data", [])
        assert (report.nature, report.needs_telling) == ("suspicious", False)
        assert connection.scalar(select(messages.c.text).where(messages.c.id == young)) == "Gewoon een bericht"
    assert not retention.run(console).due


def test_pages_say_that_the_text_was_erased_and_nothing_more_can_be_done_with_it(console, clock, talked_about):
    clock.forward(days=10)
    retention.run(console)
    gone = "[tekst gewist]"
    assert message_rows(console, [talked_about])[talked_about].text == gone
    detail = message_detail(console, talked_about)
    assert (detail.lines[detail.focus].text, detail.lines[detail.focus].first_text) == (gone, None)
    assert {entry.text for entry in logbook(console)} == {gone}
    with console.store.reading() as connection:
        report_id = connection.scalar(select(reports.c.id))
        assert lines_around(connection, "en", talked_about, 1)[0][0].text == "[text erased]"
    report = threads.detail(console, report_id)
    assert (report.messages[0].text, report.heads.nature) == (gone, "suspicious")
    assert threads.page(console, [report_id])[report_id].what == gone
    assert list(message_ids(console, MessageFilter(query=WORD))) == []
    with pytest.raises(ExpectedError) as refused:
        correct(console, talked_about, {Label.CATEGORY: Category.SOCIAL.value})
    assert refused.value.key == "text_erased"
    with pytest.raises(ExpectedError) as unknown:
        why(console, talked_about)
    assert unknown.value.key == "text_erased"
    with console.store.writing() as connection:
        assert judge_again(connection, console, talked_about) is None
    assert undo(console) is None


def test_what_still_waits_goes_too_and_that_is_told_beforehand(console, chat, clock):
    chat.flag("Dit wacht al lang", at=NOW - 90 * DAY, **PLACED)
    due = retention.due(console)
    assert (due.count(Kept.TEXT), due.waiting) == (1, 1)
    assert retention.run(console).changes.items
    assert triage.week(console) == ()


def test_nothing_goes_that_was_not_judged_or_placed(console, chat, clock):
    chat.say("Nog niet gezien", at=NOW - 200 * DAY, needs_judging=True, **PLACED)
    chat.say("Nog niet geplaatst", at=NOW - 200 * DAY)
    assert not retention.due(console)


def test_a_group_that_keeps_texts_shorter_loses_them_sooner(console, chat, make_group, clock):
    other = make_group("Plein")
    for one in (chat, other):
        one.say("Oud", at=NOW - 40 * DAY, **PLACED)
    terms.set_terms(console, other.group_id, messages=30)
    assert [(count.kind, count.group) for count in retention.due(console).counts] == [(Kept.TEXT, "Plein")]
    assert not retention.due(console, group_id=chat.group_id)


def test_a_lesson_from_a_text_that_is_gone_stays_in_the_list_without_its_words(console, chat, clock):
    message = chat.say("Zevenblad te koop", judgement=flagged(), at=NOW - 80 * DAY, **PLACED)
    correct(console, message, {Label.CATEGORY: Category.URGENT.value})
    clock.forward(days=10)
    retention.run(console)
    assert [row.text for row in corrections(console, chat.group_id)] == ["[tekst gewist]"]
    assert judge_pending(console) == 0


EXPORT = """\
01-08-2026 10:00 - Bram: Verdachte man met grijze jas
01-08-2026 10:00 - Bram: Nog iets over de Lindenhof
01-08-2026 10:01 - Anja: Dank je <Dit bericht is bewerkt>
01-08-2026 10:02 - Carla: <Media weggelaten>
10-11-2026 09:00 - Bram: Vanavond buurtfeest
"""


def test_an_older_export_brings_no_word_back_and_doubles_nothing(console, clock, tmp_path):
    file = tmp_path / "chat.txt"
    file.write_text(EXPORT, encoding="utf-8")
    import_file(console, file, "Noord")
    clock.forward(days=8)
    assert retention.run(console).due.count(Kept.TEXT) == 4
    again = import_file(console, file, "Noord")
    assert (again.new, again.known, again.changed) == (0, 5, 0)
    file.write_text(EXPORT.replace("Dank je <Dit bericht is bewerkt>", "Dank!").replace("Bram", "Abraham"), "utf-8")
    other = import_file(console, file, "Noord")
    assert other.new == 0
    assert found_in(console, "grijze jas", "Lindenhof", "Dank") == set()
    file.write_text(EXPORT + "11-11-2026 10:00 - Bram: Nieuw bericht\n", "utf-8")
    assert import_file(console, file, "Noord").new == 1


# --- what else goes by time ------------------------------------------------------------------------------------------


def test_a_year_later_words_and_names_of_decisions_go_and_a_year_after_that_the_lines(console, chat, clock):
    item = chat.flag()
    triage.decide(console, item, Act(Verb.HANDLED, reason="Zevenblad besproken"))
    with console.store.reading() as connection:
        decision = connection.scalar(select(decisions.c.id))
    clock.forward(days=364)
    assert not {Kept.DECISION, Kept.ENTRY} & retention.run(console).due.kinds
    clock.forward(days=1)
    assert retention.run(console).due.count(Kept.DECISION) == 1
    assert found_in(console, "Zevenblad", "Anja") == set()
    (entry,) = logbook(console)
    assert (entry.actor, entry.verb, entry.group) == ("een beheerder", Verb.HANDLED, "Kade")
    with pytest.raises(ExpectedError):
        undo_one(console, decision)
    clock.forward(days=365)
    triage.decide(console, chat.flag(), Act(Verb.FINE))
    assert retention.run(console).due.count(Kept.ENTRY) == 1
    assert [entry.verb for entry in logbook(console)] == [Verb.FINE]


def test_a_closed_answer_owed_loses_its_words_after_a_year_and_still_counts(console, chat, clock):
    with console.store.writing() as connection:
        closed = {"what": "Zevenblad bij nummer 3", "state": "told", "closed_at": NOW, "answer": "Zevenblad is weg"}
        (line_id,) = connection.execute(insert(feedback).values(closed | {"since": NOW})).inserted_primary_key
        connection.execute(insert(feedback_groups).values(feedback_id=line_id, group_id=chat.group_id))
        sent = {"feedback_id": line_id, "group_id": chat.group_id, "channel": "mail", "recipient": "Gemeente"}
        body = {"body": "Zevenblad bij nummer 3", "payload": {"text": "Zevenblad"}, "created_at": NOW}
        connection.execute(insert(forwards).values(sent | body))
    clock.forward(days=90)
    assert retention.run(console).due.count(Kept.SENT) == 1
    clock.forward(days=275)
    assert retention.run(console).due.count(Kept.LINE) == 1
    assert found_in(console, "Zevenblad") == set()
    (line,) = lines.lines(console)
    assert (line.what, line.state, line.answer) == ("[tekst gewist]", "told", "")


def test_notes_steps_and_what_was_sent_go_at_their_own_end(console, chat, clock):
    message = chat.say("Hallo", at=NOW)
    member = chat.members["Bram"]
    with console.store.writing() as connection:
        of_group = {"group_id": chat.group_id, "created_at": NOW}
        for text_of, ends in (("loopt af", 10), ("loopt door", 400)):
            connection.execute(insert(notes).values(of_group | {"text": text_of, "ends_at": NOW + ends * DAY}))
        step = {"person_id": member, "group_id": chat.group_id, "rung": "note", "taken_at": NOW}
        connection.execute(insert(steps).values(step | {"ends_at": NOW + 30 * DAY}))
        todo = of_group | {"action": "group", "text": "Bedankt allemaal", "message_id": message}
        connection.execute(insert(todos).values(todo | {"state": "seen"}))
        connection.execute(insert(todos).values(of_group | {"action": "group", "text": "Nog te doen"}))

    def left(column):
        with console.store.reading() as connection:
            return connection.scalars(select(column).order_by(column)).all()

    clock.forward(days=10)
    assert retention.run(console).due.count(Kept.NOTE) == 1
    assert left(notes.c.text) == ["", "loopt door"]
    clock.forward(days=80)
    assert retention.run(console).due.count(Kept.SENT) == 1
    assert left(todos.c.text) == [None, "Nog te doen"]
    assert len(left(steps.c.id)) == 1
    clock.forward(days=275)
    retention.run(console)
    assert (left(steps.c.id), left(todos.c.state)) == ([], ["seen", "withdrawn"])


def test_a_note_about_somebody_stays_until_the_day_that_was_chosen_for_it(console, chat, clock):
    item = chat.flag("Bel 06-12345678", at=NOW - 85 * DAY, **PLACED)
    triage.add_note(console, item, "Zevenblad: gebeld", days=30)
    clock.forward(days=5)
    assert retention.run(console).due.kinds == {Kept.TEXT}
    assert found_in(console, "Zevenblad") == {("notes", "text")}
    clock.forward(days=25)
    retention.run(console)
    assert found_in(console, "Zevenblad") == set()


def test_undoing_the_note_that_was_erased_takes_no_other_note_away(console, chat, clock):
    item = chat.flag()
    triage.add_note(console, item, "Kort", days=1)
    clock.forward(days=2)
    retention.run(console)
    triage.add_note(console, item, "Lang", days=60)
    with console.store.reading() as connection:
        first = connection.scalar(select(func.min(decisions.c.id)))
    with pytest.raises(ExpectedError):
        undo_one(console, first)
    assert found_in(console, "Lang") == {("notes", "text")}
    assert found_in(console, "Kort") == set()


def test_archived_groups_forget_as_well(console, chat, clock):
    chat.say("Oud", at=NOW - 100 * DAY, **PLACED)
    with console.store.writing() as connection:
        connection.execute(update(groups).values(archived_at=NOW))
    assert retention.run(console).due.count(Kept.TEXT) == 1
    with console.store.reading() as connection:
        assert connection.scalar(select(func.count()).where(items.c.state != "done")) == 0


def test_what_somebody_asked_about_his_own_data_goes_a_year_after_the_answer(console, clock):
    with console.store.writing() as connection:
        asked = {
            "kind": "access",
            "asked_at": NOW,
            "answered_at": NOW,
            "words": "Zevenblad",
            "recipients": ["Zevenblad"],
        }
        connection.execute(insert(privacy_requests).values(asked))
    clock.forward(days=364)
    assert not retention.run(console).due
    clock.forward(days=1)
    assert retention.run(console).due.count(Kept.DECISION) == 1
    assert found_in(console, "Zevenblad") == set()
    assert not retention.run(console).due
    clock.forward(days=364)
    assert not retention.run(console).due
    clock.forward(days=1)
    assert retention.run(console).due.count(Kept.ENTRY) == 1
    with console.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(privacy_requests)) == 0


def test_what_was_written_down_by_mistake_and_taken_back_loses_its_words_and_who_waits_stays(console, clock):
    asked = {"kind": "access", "asked_at": NOW, "words": "Zevenblad"}
    with console.store.writing() as connection:
        connection.execute(insert(privacy_requests), [asked | {"removed_at": at} for at in (NOW, None)])
    clock.forward(days=30)
    assert retention.run(console).due.count(Kept.DECISION) == 1
    clock.forward(days=800)
    retention.run(console)
    with console.store.reading() as connection:
        (left,) = connection.execute(select(privacy_requests)).all()
    assert (left.words, left.removed_at) == ("Zevenblad", None)
