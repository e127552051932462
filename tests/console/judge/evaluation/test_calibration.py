"""Whether probabilities mean what they say, on values worked out by hand."""

import pytest

from console.domain.judgement import Call112, Category, Feedback, PersonalData, Stigma
from console.judge.evaluation.calibration import calibration, reliability
from tests.console.judge.evaluation.making import judged, labelled, scores, spread


def test_probabilities_fall_into_ten_bins() -> None:
    found = reliability([(0.0, False), (0.04, True), (0.1, False), (0.95, True), (1.0, True)])

    assert len(found.bins) == 10
    assert [part.count for part in found.bins] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]
    first, second, last = found.bins[0], found.bins[1], found.bins[9]
    assert (first.lowest, first.mean, first.so) == (0.0, pytest.approx(0.02), 0.5)
    assert (second.lowest, second.so) == (0.1, 0.0)
    assert (last.mean, last.so) == (pytest.approx(0.975), 1.0)
    assert (found.bins[5].mean, found.bins[5].so) == (None, None)


def test_the_expected_error_weighs_each_bin_by_its_messages() -> None:
    found = reliability([(0.8, True), (0.8, False), (0.8, True), (0.3, False)])

    assert found.expected_error == pytest.approx((3 * abs(0.8 - 2 / 3) + 0.3) / 4)


def test_nothing_has_no_error() -> None:
    assert reliability([]).expected_error is None


def test_every_label_is_looked_at_where_it_applies() -> None:
    urgent = labelled(category=Category.URGENT, call112=Call112.CALLED, feedback=Feedback.RESULT)
    slur = labelled(stigma=Stigma.SLUR, personal_data=(PersonalData.PHONE,))
    given = scores(
        category=spread(Category, Category.URGENT, 0.7),
        stigma=0.65,
        stigma_kind=spread([Stigma.SLUR, Stigma.YOUTH], Stigma.SLUR, 0.85),
        call112=spread(Call112, Call112.UNCLEAR, 0.45),
        feedback=spread(Feedback, Feedback.RESULT, 0.75),
        personal_data={PersonalData.PHONE: 0.95, PersonalData.NAME: 0.05},
    )

    found = calibration([judged(urgent, given), judged(slur, given)])

    def bins(label: str) -> list[tuple[float, int, float | None]]:
        return [(part.lowest, part.count, part.so) for part in found[label].bins if part.count]

    assert bins("category") == [(0.7, 2, 0.5)]
    assert bins("stigma") == [(0.6, 2, 0.5)]
    assert bins("stigma, kind") == [(0.8, 1, 1.0)]
    assert bins("call112") == [(0.4, 1, 0.0)]
    assert bins("feedback") == [(0.7, 2, 0.5)]
    assert bins("personal_data") == [(0.0, 2, 0.0), (0.9, 2, 0.5)]
    assert bins("vigilantism") == [(0.1, 2, 0.0)]
    assert bins("primary") == [(0.9, 2, 1.0)]
    assert bins("abuse") == [(0.9, 2, 1.0)]
