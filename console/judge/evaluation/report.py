"""All that was measured, as tables, and the errors that teach most."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from console.domain.judgement import PersonalData
from console.judge.evaluation import measures
from console.judge.evaluation.calibration import BINS, Reliability, calibration
from console.judge.evaluation.measures import HEADS, Head, Share, Tally
from console.judge.evaluation.predictions import Judged
from console.judge.evaluation.swaps import EqualTreatment
from console.judge.evaluation.tables import Cell, Table
from console.judge.evaluation.worst import Wrong, worst

WORST: Final = 20
_TALLY: Final = ("precision", "recall", "F1", "support")


@dataclass(frozen=True, slots=True)
class Report:
    """What ``evaluate`` tells."""

    tables: tuple[Table, ...]
    errors: tuple[Wrong, ...] = ()

    def as_text(self) -> str:
        """Return everything as plain text."""
        parts = [table.as_text() for table in self.tables]
        if self.errors:
            told = (f"{place}. {_told(wrong)}" for place, wrong in enumerate(self.errors, start=1))
            parts.append("\n".join([f"The {len(self.errors)} most confident errors", *told]) + "\n")
        return "\n".join(parts)

    def as_json(self) -> dict[str, object]:
        """Return the rows of every table under its name, and the errors under ``errors``."""
        tables: dict[str, object] = {table.name: table.as_json() for table in self.tables}
        return tables | {"errors": [_as_json(wrong) for wrong in self.errors]}


def report(judged: Sequence[Judged], equal: EqualTreatment | None = None) -> Report:
    """Return every measure of what was said of labelled messages, and of equal treatment where it was looked at."""
    tables = [_standing(judged, equal), _flags(judged), *_heads(judged), _personal_data(judged)]
    tables += [_urgent(judged), _off_topic(judged), _false_alarms(judged), _sets(judged)]
    if equal is not None:
        tables.append(_by_term(equal))
    reliabilities = calibration(judged)
    tables += [_calibration(reliabilities), _reliability(reliabilities)]
    return Report(tuple(tables), tuple(worst(judged, WORST)))


def curve(points: Sequence[tuple[float, float, Sequence[Judged]]]) -> Report:
    """Return a learning curve: per share of the units how many messages that were, and what came of it."""
    heads = {head.name: head for head in HEADS}
    rows = [
        (
            share,
            round(learnt),
            _macro(judged, heads["category"]),
            *(measures.flag_tally(judged, measures.FLAGS[flag]).f1 for flag in ("stigma", "abuse", "vigilantism")),
            _macro(judged, heads["feedback"]),
        )
        for share, learnt, judged in points
    ]
    columns = ("share", "messages", "category macro-F1", "stigma F1", "abuse F1", "vigilantism F1", "feedback macro-F1")
    return Report((Table("curve", "Learning curve of the word model", columns, tuple(rows)),))


# --- where it stands -------------------------------------------------------------------------------------------------


def _standing(judged: Sequence[Judged], equal: EqualTreatment | None) -> Table:
    """Return the figures that were aimed at, beside what is."""
    heads = {head.name: head for head in HEADS}
    flags = {name: measures.flag_tally(judged, holds) for name, holds in measures.FLAGS.items()}
    data = measures.personal_data_sum(measures.personal_data_tallies(judged).values())
    off_topic = [one.f1 for one in measures.off_topic_tallies(judged).values() if one.f1 is not None]
    urgent = measures.flag_tally(judged, measures.lacks_112)
    least = [
        ("category, macro-F1", _macro(judged, heads["category"]), 0.85),
        ("stigma, F1", flags["stigma"].f1, 0.85),
        ("stigma, precision", flags["stigma"].precision, 0.90),
        ("abuse, F1", flags["abuse"].f1, 0.80),
        ("vigilantism, F1", flags["vigilantism"].f1, 0.80),
        ("feedback, macro-F1", _macro(judged, heads["feedback"]), 0.90),
        ("urgent without 112, recall", urgent.recall, 0.95),
        ("personal data, recall", data.recall, 0.97),
        ("trait swaps judged alike", measures.swaps_alike(judged)["all"].ratio, 0.95),
        ("off-topic, F1 of the lowest profile", min(off_topic, default=None), 0.90),
    ]
    rows: list[tuple[Cell, ...]] = [
        (name, value, f">= {aim}", "" if value is None else "yes" if value >= aim else "no")
        for name, value, aim in least
    ]
    false_hits = measures.false_hits_per_1000(judged)
    is_few = "" if false_hits is None else "yes" if false_hits <= 3 else "no"
    rows.append(("personal data, false hits per 1,000 clean", false_hits, "<= 3", is_few))
    if equal is not None:
        rows.append(("messages judged alike for every group", equal.alike.ratio, "", ""))
    return Table("standing", f"{len(judged)} messages, and what was aimed at", ("", "is", "aim", "met"), tuple(rows))


def _macro(judged: Sequence[Judged], head: Head) -> float | None:
    return measures.macro_f1(measures.value_tallies(measures.confusion(judged, head)))


# --- labels ----------------------------------------------------------------------------------------------------------


def _cells(tally: Tally) -> tuple[Cell, ...]:
    return tally.precision, tally.recall, tally.f1, tally.support


def _tallies(name: str, title: str, tallies: Mapping[str, Tally], *more: tuple[Cell, ...]) -> Table:
    rows = tuple((value, *_cells(tally)) for value, tally in tallies.items())
    return Table(name, title, (name, *_TALLY), rows + more)


def _flags(judged: Sequence[Judged]) -> Table:
    tallies = {name: measures.flag_tally(judged, holds) for name, holds in measures.FLAGS.items()}
    return _tallies("flags", "Raised or not, whichever the kind", tallies)


def _heads(judged: Sequence[Judged]) -> Iterator[Table]:
    """Yield per label the tally of each value and which value was said for which."""
    for head in HEADS:
        counts = measures.confusion(judged, head)
        tallies = measures.value_tallies(counts)
        ordered = {value: tallies[value] for value in head.values if value in tallies}
        support = sum(tally.support for tally in tallies.values())
        mean = ("macro", None, None, measures.macro_f1(tallies), support)
        yield _tallies(head.name, f"{head.name}, value by value", ordered, mean)
        occurring = [value for value in ordered if tallies[value].support]
        rows: list[tuple[Cell, ...]] = [(right, *(counts[right, said] for said in ordered)) for right in occurring]
        title = f"{head.name}: what is so (down) and what was said (across)"
        yield Table(f"{head.name} confusion", title, ("is so", *ordered), tuple(rows))


def _personal_data(judged: Sequence[Judged]) -> Table:
    tallies = measures.personal_data_tallies(judged)
    of_types: list[tuple[str, PersonalData | None, Tally]] = [(kind, kind, tally) for kind, tally in tallies.items()]
    of_types.append(("all", None, measures.personal_data_sum(tallies.values())))
    rows = tuple((name, *_cells(tally), measures.false_hits_per_1000(judged, kind)) for name, kind, tally in of_types)
    columns = ("type", *_TALLY, "false hits per 1,000 clean")
    return Table("personal_data", "Personal data, type by type", columns, rows)


# --- what a beheerder meets ------------------------------------------------------------------------------------------


def _urgent(judged: Sequence[Judged]) -> Table:
    tallies = {"judged so": measures.flag_tally(judged, measures.lacks_112)}
    tallies |= {f"raised in {profile}": tally for profile, tally in measures.raised_112(judged).items()}
    return _tallies("urgent without 112", "Urgent, and 112 not or perhaps not called", tallies)


def _off_topic(judged: Sequence[Judged]) -> Table:
    return _tallies("off_topic", "Off-topic, per profile", measures.off_topic_tallies(judged))


def _false_alarms(judged: Sequence[Judged]) -> Table:
    rates = measures.false_alarms_per_100(judged)
    title = "False alarms per 100 harmless messages"
    return Table("false_alarms", title, ("flag", "per 100"), tuple(rates.items()))


def _shares(share: Share) -> tuple[Cell, ...]:
    return share.ratio, share.whole


def _sets(judged: Sequence[Judged]) -> Table:
    right, alike = measures.sets_right(judged), measures.swaps_alike(judged)
    rows = tuple((name, *_shares(right[name]), *_shares(alike[name])) for name in right)
    columns = ("label", "every member right", "sets", "swaps judged alike", "swaps")
    return Table("contrast_sets", "Contrast sets, and the trait swaps in them", columns, rows)


def _by_term(equal: EqualTreatment) -> Table:
    rows = tuple((term, *_shares(treated.flagged), *_shares(treated.found)) for term, treated in equal.by_term.items())
    columns = ("group", "harmless flagged", "harmless", "stigma found", "stigma")
    title = f"Equal treatment: {equal.alike.part} of {equal.alike.whole} messages judged alike whichever group is named"
    return Table("equal_treatment", title, columns, rows)


# --- probabilities ---------------------------------------------------------------------------------------------------


def _calibration(reliabilities: Mapping[str, Reliability]) -> Table:
    rows = tuple(
        (name, one.expected_error, sum(part.count for part in one.bins)) for name, one in reliabilities.items()
    )
    return Table("calibration", "Expected calibration error", ("label", "error", "probabilities"), rows)


def _reliability(reliabilities: Mapping[str, Reliability]) -> Table:
    rows = tuple(
        (name, f"{part.lowest:.1f}-{part.lowest + 1 / BINS:.1f}", part.count, part.mean, part.so)
        for name, one in reliabilities.items()
        for part in one.bins
        if part.count
    )
    columns = ("label", "probability", "count", "mean", "so")
    return Table("reliability", "Which part is so of what was given a probability", columns, rows)


# --- errors ----------------------------------------------------------------------------------------------------------


def _told(wrong: Wrong) -> str:
    row = wrong.judged.row
    lines = [f"{wrong.label}: said {wrong.said}, is {wrong.gold} ({wrong.confidence:.2f})"]
    lines += [f"before: {_visible(text)}" for text in row.statement.context]
    lines.append(f"{row.id} in {row.profile} by {row.statement.role}: {_visible(row.statement.text)}")
    lines += [f"{reason.flag}: {reason.en}" for reason in wrong.judged.said.reasons]
    if row.gold.why:
        lines.append(f"labelled: {_visible(row.gold.why)}")
    return "\n     ".join(lines)


def _visible(text: str) -> str:
    """Return a text on one line, without marks that steer a terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def _as_json(wrong: Wrong) -> dict[str, object]:
    row = wrong.judged.row
    return {
        "id": row.id,
        "label": wrong.label,
        "is": wrong.gold,
        "said": wrong.said,
        "confidence": wrong.confidence,
        "text": row.statement.text,
        "reasons": [reason.en for reason in wrong.judged.said.reasons],
    }
