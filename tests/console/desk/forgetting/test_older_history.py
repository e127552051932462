"""An export that reaches back further than the term: it is forgotten, kept for a reason, or goes after a week."""

from datetime import date

import pytest
from sqlalchemy import func, select

from console.desk.forgetting import older_history, proof, retention, terms
from console.desk.intake import import_file, preview_file
from console.desk.judging import judge_waiting
from console.desk.logbook import logbook
from console.desk.undoing import undo
from console.domain.retention import Kept, OlderAnswer
from console.errors import ExpectedError
from console.store.tables import groups, judgements, messages

EXPORT = """\
01-03-2026 10:00 - Bram: Verdachte man met grijze jas bij de Lindenhof
02-03-2026 11:00 - Anja: Iemand een ladder te leen, zegt Pieternel
12-11-2026 09:00 - Bram: Vanavond is het buurtfeest
"""


@pytest.fixture
def export(tmp_path):
    file = tmp_path / "chat.txt"
    file.write_text(EXPORT, encoding="utf-8")
    return file


def texts_of(console):
    with console.store.reading() as connection:
        return connection.scalars(select(messages.c.text).order_by(messages.c.position)).all()


def test_what_is_older_and_new_is_asked_about_once(console, export):
    preview = preview_file(console, export)
    asked = older_history.question(console, preview, "Noord")
    assert (asked.count, asked.days, asked.oldest.date()) == (2, 90, date(2026, 3, 1))
    import_file(console, export, "Noord", judge=False)
    assert older_history.question(console, preview, "Noord") is None


def test_who_forgets_has_it_counted_first_and_then_gone_at_once(console, export):
    import_file(console, export, "Noord", older=OlderAnswer())
    assert texts_of(console) == ["", "", "Vanavond is het buurtfeest"]
    assert proof.count(console, ["grijze jas", "Pieternel"]) == {"grijze jas": 0, "Pieternel": 0}
    with console.store.reading() as connection:
        categories = connection.scalars(select(judgements.c.category)).all()
        assert len(categories) == 3
        assert connection.scalar(select(groups.c.keeping)) is None


def test_killed_before_it_was_judged_it_is_forgotten_at_the_next_start(console, export):
    import_file(console, export, "Noord", older=OlderAnswer(), judge=False)
    assert "" not in texts_of(console)
    assert judge_waiting(console).privacy
    assert texts_of(console).count("") == 2


def test_who_keeps_it_says_until_when_and_why_and_then_it_goes(console, export, clock):
    until = date(2027, 2, 1)
    result = import_file(console, export, "Noord", older=OlderAnswer(until, "Evaluatie met de gemeente"))
    assert "Evaluatie met de gemeente" in str(logbook(console))
    clock.forward(days=30)
    assert not retention.run(console).due
    preview = preview_file(console, export)
    assert older_history.question(console, preview, "Noord") is None
    clock.moment = clock.moment.replace(year=2027, month=2, day=2)
    assert retention.run(console).due.count(Kept.TEXT) == 2
    assert texts_of(console)[:2] == ["", ""]
    assert terms.of_group(console, result.group_id).messages == 90


def test_who_keeps_it_may_think_better_of_it(console, export, clock):
    group_id = import_file(console, export, "Noord").group_id
    older_history.keep(console, group_id, date(2027, 2, 1), "Onderzoek")
    undo(console)
    clock.forward(days=8)
    assert retention.due(console).count(Kept.TEXT) == 2


def test_without_an_answer_it_is_there_for_a_week(console, export, clock):
    group_id = import_file(console, export, "Noord").group_id
    assert older_history.left(console, group_id).count == 2
    clock.forward(days=6)
    assert not retention.run(console).due
    clock.forward(days=2)
    due = retention.due(console).counts[0]
    assert (due.count, due.group, due.oldest.date()) == (2, "Noord", date(2026, 3, 1))
    retention.run(console)
    assert older_history.left(console, group_id) is None


@pytest.mark.parametrize(
    ("until", "reason", "key"),
    [
        (date(2026, 11, 15), "Evaluatie", "older_until"),
        (date(2027, 12, 1), "Evaluatie", "older_until"),
        (date(2027, 1, 1), " ", "older_reason"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_before_anything_is_taken_in(console, export, until, reason, key):
    with pytest.raises(ExpectedError) as refused:
        import_file(console, export, "Noord", older=OlderAnswer(until, reason))
    assert refused.value.key == key
    with console.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(messages)) == 0
