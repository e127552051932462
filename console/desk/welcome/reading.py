"""How easy a text is to read, told in whole sentences. Asks no database."""

from collections import Counter

from console import texts
from console.desk.console import Console
from console.domain.readability import WORDS, Finding, FindingTold, Hurdle, Reading, ReadingTold
from console.readability import meter
from console.readability.vocabulary import MEASURED


def read(console: Console, text: str, language: str = "nl") -> ReadingTold:
    """Return how easy a text is to read, in the language of the console.

    Takes some 20 ms; the first time some tenths of a second. ``language`` is that of the text.
    """
    reading = meter.measure(text, language)
    found = tuple(_told(console, text, finding, reading) for finding in reading.findings)
    return ReadingTold(
        is_b1=reading.is_b1,
        verdict=_verdict(console, reading),
        counted=_counted(console, reading),
        hint=next((_hint(console, one) for one in found if one.hurdle in reading.reasons), ""),
        found=found,
        how=explain(console, language),
    )


def explain(console: Console, language: str = "nl") -> tuple[str, ...]:
    """Return in sentences what is measured of a text in a language, with what, and what no program can measure."""
    is_full = language in MEASURED
    keys = (f"how_{language}" if is_full else "how_other", "bounds", *(("words",) if is_full else ()), "limits")
    bounds = {"mean": round(meter.MOST_ON_AVERAGE), "longest": meter.MOST_WORDS, "hard": meter.MOST_HARD_WORDS}
    return tuple(_say(console, key, **bounds) for key in keys)


def _say(console: Console, key: str, **values: object) -> str:
    return texts.say(f"readability.{key}", console.language, **values)


def _verdict(console: Console, reading: Reading) -> str:
    if not reading.words:
        return _say(console, "verdict_empty")
    kind = "b1" if reading.is_full else "lengths"
    if reading.is_b1:
        has_hard_words = any(finding.hurdle in WORDS for finding in reading.findings)
        return _say(console, f"verdict_{kind}_words" if has_hard_words else f"verdict_{kind}")
    counted = Counter(finding.hurdle for finding in reading.findings)
    reasons = [_some(console, f"reason_{hurdle}", counted[hurdle]) for hurdle in reading.reasons]
    return _say(console, f"verdict_{kind}_not", reasons=_listed(console, reasons))


def _counted(console: Console, reading: Reading) -> str:
    if not reading.words:
        return ""
    longest = _some(console, "longest", reading.longest)
    if reading.sentences == 1:
        return longest
    return _say(console, "counted", count=reading.sentences, mean=_decimal(console, reading.mean)) + " " + longest


def _told(console: Console, text: str, finding: Finding, reading: Reading) -> FindingTold:
    hurdle, sentence = finding.hurdle, finding.sentence
    is_whole = hurdle is Hurdle.AVERAGE
    marks = () if is_whole else ((finding.span.start - sentence.start, finding.span.end - sentence.start),)
    if hurdle is Hurdle.SENTENCE:
        marks = ()  # all of it
    parts = -(-finding.count // meter.MOST_WORDS)
    values = {
        "words": " ".join(text[slice(*finding.span)].split()),
        "count": finding.count,
        "mean": _decimal(console, reading.mean),
        "most": round(meter.MOST_ON_AVERAGE) if is_whole else meter.MOST_WORDS,
        "instead": finding.instead,
        "parts": parts,
    }
    proposal = f"propose_{hurdle}_instead" if finding.instead else f"propose_{hurdle}"
    if parts > 2:
        proposal = "propose_sentence_many"
    return FindingTold(
        hurdle=hurdle,
        sentence="" if is_whole else text[slice(*sentence)],
        marks=marks,
        what=_say(console, f"what_{hurdle}", **values),
        proposal=_say(console, proposal, **values),
    )


def _hint(console: Console, found: FindingTold) -> str:
    """Return what to change in a few words, where the sentence that it is about does not stand beside it."""
    if found.hurdle is Hurdle.SENTENCE:
        return _say(console, "hint_sentence", proposal=found.proposal)
    return found.proposal if found.hurdle is Hurdle.AVERAGE else f"{found.what} {found.proposal}"


def _some(console: Console, key: str, count: int) -> str:
    return _say(console, f"{key}_one" if count == 1 else key, count=count)


def _listed(console: Console, parts: list[str]) -> str:
    *first, last = parts
    return _say(console, "and", first=", ".join(first), last=last) if first else last


def _decimal(console: Console, number: float) -> str:
    return f"{number:.1f}".replace(".", "," if console.language == "nl" else ".")
