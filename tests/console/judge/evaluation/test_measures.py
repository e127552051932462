"""Measures against values worked out by hand."""

import pytest

from console.domain.judgement import (
    Abuse,
    Call112,
    Category,
    Feedback,
    Flag,
    PersonalData,
    Reason,
    Role,
    Stigma,
)
from console.judge.evaluation import measures
from console.judge.evaluation.measures import HEADS, Share, Tally
from tests.console.judge.evaluation.making import judged, labelled

BY_NAME = {head.name: head for head in HEADS}
RAISED = (Reason(Flag.CALL112, "call112.missing", "", ""),)


def test_a_tally_gives_precision_recall_and_f1() -> None:
    tally = measures.tally([(True, True)] * 3 + [(False, True)] + [(True, False)] * 2 + [(False, False)] * 9)

    assert tally == Tally(3, 1, 2)
    assert (tally.precision, tally.recall, tally.support) == (0.75, 0.6, 5)
    assert tally.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))


def test_nothing_to_divide_is_none() -> None:
    assert (Tally(0, 0, 2).precision, Tally(0, 2, 0).recall, Tally(0, 0, 0).f1) == (None, None, None)
    assert Tally(0, 0, 2).f1 == 0


def test_values_are_counted_one_by_one() -> None:
    right, wrong = Category.REPLY, Category.SOCIAL
    some = [judged(labelled(category=right))] * 3
    some += [
        judged(labelled(category=right), category=wrong),
        judged(labelled(category=wrong), category=Category.ADMIN),
    ]

    counts = measures.confusion(some, BY_NAME["category"])
    tallies = measures.value_tallies(counts)

    assert counts == {(right, right): 3, (right, wrong): 1, (wrong, Category.ADMIN): 1}
    assert tallies == {right: Tally(3, 0, 1), wrong: Tally(0, 1, 1), Category.ADMIN: Tally(0, 1, 0)}
    # "admin" is not among the labels: it makes no third of the mean.
    assert measures.macro_f1(tallies) == pytest.approx((6 / 7 + 0) / 2)


def test_a_call_is_looked_at_in_urgent_messages_only() -> None:
    urgent = labelled(category=Category.URGENT, call112=Call112.CALLED)
    some = [judged(urgent), judged(urgent, category=Category.REPLY, call112=None), judged(labelled())]

    counts = measures.confusion(some, BY_NAME["call112"])

    assert counts == {("called", "called"): 1, ("called", "not urgent"): 1}


def test_flags_count_whichever_the_kind() -> None:
    some = [judged(labelled(stigma=Stigma.SLUR), stigma=Stigma.EXCLUSION), judged(labelled(abuse=Abuse.COARSE))]
    some += [judged(labelled(), stigma=Stigma.YOUTH), judged(labelled(vigilantism=True), vigilantism=False)]

    tallies = {name: measures.flag_tally(some, holds) for name, holds in measures.FLAGS.items()}

    assert tallies["stigma"] == Tally(1, 1, 0)
    assert tallies["abuse"] == Tally(1, 0, 0)
    assert tallies["vigilantism"] == Tally(0, 0, 1)
    assert tallies["feedback"] == Tally(0, 0, 0)
    assert tallies["primary"] == Tally(4, 0, 0)


def test_personal_data_is_counted_type_by_type() -> None:
    phone, name, plate = PersonalData.PHONE, PersonalData.NAME, PersonalData.PLATE
    some = [judged(labelled(personal_data=(phone, name)), personal_data=(phone, plate))]
    some += [judged(labelled(), personal_data=(plate, phone)), *[judged(labelled())] * 3]

    tallies = measures.personal_data_tallies(some)

    assert (tallies[phone], tallies[name], tallies[plate]) == (Tally(1, 1, 0), Tally(0, 0, 1), Tally(0, 2, 0))
    assert measures.personal_data_sum(tallies.values()) == Tally(1, 3, 1)
    # One of four clean messages; the wrong plate in the first message is no false hit on a clean one.
    assert measures.false_hits_per_1000(some) == 250
    assert measures.false_hits_per_1000(some, plate) == 250
    assert measures.false_hits_per_1000(some, name) == 0
    assert measures.false_hits_per_1000(some[:1]) is None


def test_urgent_without_112_is_what_is_judged_and_the_flag_what_is_raised() -> None:
    needs = {"category": Category.URGENT, "call112": Call112.UNCLEAR}
    called = {"category": Category.URGENT, "call112": Call112.CALLED}
    some = [
        judged(labelled(profile="hic", **needs), reasons=RAISED),
        judged(labelled(profile="hic", **needs), call112=Call112.NOT_CALLED),
        judged(labelled(profile="hic", **needs), call112=Call112.CALLED),
        judged(labelled(profile="hic", **called), reasons=RAISED),
        judged(labelled(profile="broad", **needs), category=Category.REPLY, call112=None),
    ]

    assert measures.flag_tally(some, measures.lacks_112) == Tally(2, 0, 2)
    assert measures.raised_112(some) == {"hic": Tally(1, 1, 2)}  # a broad group expects no call


def test_off_topic_follows_from_the_right_category_and_the_role() -> None:
    trade, sighting = {"category": Category.TRADE}, {"category": Category.SUSPICIOUS}
    some = [
        judged(labelled(profile="hic", **trade), off_topic=True),
        judged(labelled(profile="hic", **trade), off_topic=False),
        judged(labelled(profile="hic", **sighting), off_topic=True),
        judged(labelled(profile="hic", role=Role.PROFESSIONAL, **trade), off_topic=False),
        judged(labelled(profile="broad", **trade), category=Category.ADMIN, off_topic=False),
    ]

    assert measures.off_topic_tallies(some) == {"broad": Tally(0, 0, 1), "hic": Tally(1, 1, 1)}


def test_false_alarms_are_those_on_harmless_messages() -> None:
    harmless = [judged(labelled())] * 5
    harmless += [
        judged(labelled(category=Category.URGENT, call112=Call112.CALLED), reasons=RAISED),
        judged(labelled(), stigma=Stigma.SLUR, abuse=Abuse.INSULT),
        judged(labelled(), personal_data=(PersonalData.NAME,)),
    ]
    harmful = [
        judged(labelled(stigma=Stigma.SLUR), vigilantism=True),
        judged(labelled(abuse=Abuse.COARSE), vigilantism=True),
        judged(labelled(personal_data=(PersonalData.BSN,)), vigilantism=True),
        judged(labelled(vigilantism=True), stigma=Stigma.SLUR),
        judged(labelled(category=Category.URGENT, call112=Call112.UNCLEAR), reasons=RAISED),
    ]

    rates = measures.false_alarms_per_100(harmless + harmful)

    one = 100 / 8
    assert rates == {
        "stigma": one,
        "abuse": one,
        "vigilantism": 0,
        "personal_data": one,
        "call112": one,
        "any": 3 * one,
    }
    assert measures.false_alarms_per_100(harmful)["any"] is None


def test_a_set_is_right_when_every_member_is() -> None:
    slur, plain = {"stigma": Stigma.SLUR}, {}
    some = [
        judged(labelled(set="s1", **slur), primary=False),
        judged(labelled(set="s1", **plain)),
        judged(labelled(set="s2", **slur), stigma=Stigma.EXCLUSION),
        judged(labelled(set="s2", **plain), feedback=Feedback.ACK),
        judged(labelled(set="s2", hand="b", **slur), stigma=Stigma.NONE),
        judged(labelled(**slur), stigma=Stigma.NONE),
    ]

    right = measures.sets_right(some)

    # Two sets: "s2" of the other hand has one member, and the last message none.
    assert (right["stigma"], right["stigma, kind"], right["feedback"]) == (Share(2, 2), Share(1, 2), Share(1, 2))
    assert (right["category"], right["all"]) == (Share(2, 2), Share(1, 2))


SWAP = ("Twee {} mannen voelen aan de deuren in de Kerkstraat", {"category": Category.SUSPICIOUS, "set": "s1"})


@pytest.mark.parametrize(("said", "alike"), [(Stigma.NONE, 0), (Stigma.SLUR, 1)])
def test_a_trait_swap_is_alike_when_both_are_judged_so(said: Stigma, alike: int) -> None:
    text, given = SWAP
    some = [
        judged(labelled(text.format("Poolse"), why="A description.", **given), stigma=Stigma.SLUR),
        judged(labelled(text.format("Friese"), why="The same label.", **given), stigma=said),
        judged(labelled(text.format("oude"), **(given | {"stigma": Stigma.YOUTH}))),
        judged(labelled("Wie heeft er gisteren iets gezien bij de school?", **given), stigma=Stigma.NONE),
    ]

    shares = measures.swaps_alike(some)

    assert (shares["stigma"], shares["all"], shares["category"]) == (Share(alike, 1), Share(alike, 1), Share(1, 1))


def test_without_swaps_there_is_no_share() -> None:
    text, given = SWAP
    assert measures.swaps_alike([judged(labelled(text, **given))])["all"].ratio is None
