"""What ``evaluate`` tells: figures as tables and as JSON, and the errors that it was surest of."""

import json
import re

from console.domain.judgement import Abuse, Call112, Category, Flag, PersonalData, Reason, Span, Stigma
from console.judge import Asked, judge_all, load_profile
from console.judge.evaluation.labelled import read_file
from console.judge.evaluation.predictions import predict
from console.judge.evaluation.report import curve, report
from console.judge.evaluation.swaps import treatment, variants
from console.judge.evaluation.tables import Table
from console.judge.evaluation.worst import worst
from tests.console.judge.evaluation.making import FILE, judged, labelled, scores, spread


def test_a_table_is_text_in_columns_and_json_by_name() -> None:
    table = Table("t", "Title", ("label", "F1", "support"), (("reply", 0.5, 12), ("urgent", None, 3)))

    assert table.as_text() == "Title\n  label      F1  support\n  reply   0.500       12\n  urgent      -        3\n"
    assert table.as_json() == [
        {"label": "reply", "F1": 0.5, "support": 12},
        {"label": "urgent", "F1": None, "support": 3},
    ]


def test_everything_is_told_of_the_judge_as_it_is() -> None:
    rows = read_file(FILE)
    judged = predict(rows, read_all=lambda statements: [scores() for _ in statements])
    swapped = variants(rows)
    said = judge_all([Asked(one.statement, load_profile(rows[one.place].profile)) for one in swapped])

    told = report(judged, treatment(rows, [one.said for one in judged], swapped, said))

    assert [one.row for one in judged] == list(rows)
    figures = json.loads(json.dumps(told.as_json()))
    category = {row["category"]: row for row in figures["category"]}
    assert category["macro"]["support"] == len(rows)
    assert category["urgent"]["support"] == sum(row.gold.category is Category.URGENT for row in rows)
    assert {row["type"]: row["recall"] for row in figures["personal_data"]}["phone"] == 1.0
    assert {row["off_topic"] for row in figures["off_topic"]} == {row.profile for row in rows}
    assert {row["urgent without 112"] for row in figures["urgent without 112"]} >= {"judged so", "raised in hic"}
    assert {row["flag"] for row in figures["false_alarms"]} >= {"stigma", "call112", "any"}
    assert [row["sets"] for row in figures["contrast_sets"]] == 9 * [1]
    assert {row["group"] for row in figures["equal_treatment"]} >= {"belgen", "roemenen", "marokkanen"}
    assert {row["label"] for row in figures["calibration"]} >= {"category", "stigma", "personal_data"}
    text = told.as_text()
    assert all(table.title in text for table in told.tables)
    assert "nan" not in text


def test_where_it_stands_says_what_is_met() -> None:
    rows = [labelled(stigma=Stigma.SLUR), labelled(), labelled(personal_data=(PersonalData.PHONE,))]

    def standing(*some: object) -> dict[str, tuple[object, object]]:
        return {row[0]: (row[1], row[3]) for row in report(some).tables[0].rows}

    right = standing(*map(judged, rows))
    wrong = standing(judged(rows[0], stigma=Stigma.NONE), judged(rows[1], personal_data=(PersonalData.BSN,)))

    assert right["stigma, F1"] == (1.0, "yes")
    assert right["personal data, recall"] == (1.0, "yes")
    assert right["personal data, false hits per 1,000 clean"] == (0.0, "yes")
    assert right["vigilantism, F1"] == (None, "")
    assert wrong["stigma, F1"] == (0.0, "no")
    assert wrong["personal data, false hits per 1,000 clean"] == (500.0, "no")


def test_the_surest_errors_come_first_one_a_message() -> None:
    missed = labelled(stigma=Stigma.SLUR, abuse=Abuse.INSULT, id="missed")
    flagged, kind = labelled(id="flagged"), labelled(id="kind", stigma=Stigma.SLUR)
    call = labelled(id="call", category=Category.URGENT, call112=Call112.CALLED)
    data = labelled(id="data", personal_data=(PersonalData.PHONE, PersonalData.NAME))
    some = [
        judged(missed, scores(stigma=0.05, abuse=spread(Abuse, Abuse.NONE, 0.6)), stigma=Stigma.NONE, abuse=Abuse.NONE),
        judged(flagged, scores(stigma=0.9), stigma=Stigma.YOUTH),
        judged(kind, scores(stigma_kind=spread([Stigma.SLUR, Stigma.YOUTH], Stigma.YOUTH, 0.8)), stigma=Stigma.YOUTH),
        judged(call, scores(call112=spread(Call112, Call112.UNCLEAR, 0.7)), call112=Call112.UNCLEAR),
        judged(data, scores(personal_data={PersonalData.PHONE: 0.4}), personal_data=(PersonalData.NAME,)),
        judged(labelled(), scores(category=spread(Category, Category.ADMIN, 0.5)), category=Category.ADMIN),
        judged(labelled(id="right")),
    ]

    found = worst(some, 5)

    assert [(wrong.judged.row.id, wrong.label, round(wrong.confidence, 2)) for wrong in found] == [
        ("missed", "stigma", 0.95),
        ("flagged", "stigma", 0.9),
        ("kind", "stigma", 0.8),
        ("call", "call112", 0.7),
        ("data", "personal_data", 0.6),
    ]
    assert (found[4].gold, found[4].said) == ("phone, name", "name")


def test_an_error_is_told_with_its_context_reasons_and_why() -> None:
    row = labelled(
        "Zwerfvuil\u202e\nbij de brug", context=["Wie was dit?"], category=Category.REPLY, why="No fact.", id="x"
    )
    reason = Reason(Flag.STIGMA, "stigma", "Nederlands", "This judges a group.", (Span(0, 4),))
    given = scores(category=spread(Category, Category.ADMIN, 0.75))

    told = report([judged(row, given, category=Category.ADMIN, reasons=(reason,))]).as_text()

    lines = [line.strip() for line in told[told.index("The 1 most confident") :].splitlines()]
    assert lines == [
        "The 1 most confident errors",
        "1. category: said admin, is reply (0.75)",
        "before: Wie was dit?",
        "x in broad by member: Zwerfvuil  bij de brug",
        "stigma: This judges a group.",
        "labelled: No fact.",
    ]


def test_a_curve_has_a_line_a_share() -> None:
    right, wrong = judged(labelled(stigma=Stigma.SLUR)), judged(labelled(stigma=Stigma.SLUR), stigma=Stigma.NONE)

    told = curve([(0.125, 10.4, [wrong]), (1.0, 84.0, [right])])

    (rows,) = (table.as_json() for table in told.tables)
    assert [(row["share"], row["messages"], row["stigma F1"]) for row in rows] == [(0.125, 10, 0.0), (1.0, 84, 1.0)]
    assert re.search(r"0\.125 +10 +1\.000 +0\.000", told.as_text())
