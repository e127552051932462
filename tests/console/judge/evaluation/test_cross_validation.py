"""No message is read by a model that learnt from it, or from what belongs to it."""

import pytest

from console.domain.judgement import Call112, Category, Flag, Statement, Stigma
from console.judge.evaluation.cross_validation import Model, cross_validate
from console.judge.evaluation.labelled import Labelled
from console.judge.evaluation.predictions import most_likely
from console.judge.model.scores import Scores
from tests.console.judge.evaluation.making import labelled, scores, spread

ROWS = tuple(
    labelled(f"w{number} x{number} y{number}", id=str(number), hand="ab"[number % 2], set=f"s{number // 6}")
    for number in range(72)
)


class Remembering:
    """Says "reply" of what it learnt, "trade" of what belongs to that, and "social" of what is new."""

    def __init__(self, rows: list[Labelled]) -> None:
        self.ids = {row.id for row in rows}
        self._texts = {row.statement.text for row in rows}
        sets = {(row.hand, row.set) for row in rows}
        self._kin = {row.statement.text for row in ROWS if (row.hand, row.set) in sets}

    def read_all(self, statements: list[Statement]) -> list[Scores]:
        def category(text: str) -> Category:
            if text in self._texts:
                return Category.REPLY
            return Category.TRADE if text in self._kin else Category.SOCIAL

        return [scores(category=spread(Category, category(statement.text))) for statement in statements]


class Fitting:
    """Fits, and remembers on what."""

    def __init__(self) -> None:
        self.learnt: list[set[str]] = []

    def __call__(self, rows: list[Labelled]) -> Model:
        model = Remembering(rows)
        self.learnt.append(model.ids)
        return model


def test_every_message_is_read_once_as_something_new() -> None:
    judged, learnt = cross_validate(ROWS, 4, seed=3, fit=Fitting())

    assert [one.row.id for one in judged] == [row.id for row in ROWS]
    assert {one.said.category for one in judged} == {Category.SOCIAL}
    assert learnt == pytest.approx(54)


def test_a_larger_share_holds_the_smaller_one() -> None:
    by_share = {}
    for share in (1 / 8, 1 / 2, 1.0):
        fitting = Fitting()
        _, learnt = cross_validate(ROWS, 3, seed=3, share=share, fit=fitting)
        by_share[share] = fitting.learnt
        assert learnt == pytest.approx(share * 48, abs=3)

    for small, middle, whole in zip(*by_share.values(), strict=True):
        assert small < middle < whole


def test_the_most_likely_values_make_a_judgement() -> None:
    given = scores(
        category=spread(Category, Category.URGENT, 0.4),
        stigma=0.5,
        stigma_kind=spread([Stigma.SLUR, Stigma.YOUTH], Stigma.YOUTH),
        call112=spread(Call112, Call112.NOT_CALLED),
    )

    said = most_likely(given, labelled(profile="hic"))

    assert (said.category, said.call112, said.stigma) == (Category.URGENT, Call112.NOT_CALLED, Stigma.YOUTH)
    assert (said.primary, said.vigilantism, said.personal_data, said.off_topic) == (True, False, (), False)
    assert [reason.flag for reason in said.reasons] == [Flag.CALL112]
    assert most_likely(given, labelled(profile="broad")).reasons == ()
    assert most_likely(scores(category=spread(Category, Category.TRADE)), labelled(profile="hic")).off_topic
