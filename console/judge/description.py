"""From a message that stigmatises to the message that it could have been: what somebody did, where, when, how he looks.

It is built from what the message does contain, word for word and in the order of a good description (taxonomy 4.3).
Nothing is invented: what lacks stays open, for the writer. The trait of a group, contempt, coarse words, names and
other data of somebody are never repeated, nor is a sentence that tells what somebody thinks, wants or heard. Pure.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from console.domain.judgement import Category, Role, Span
from console.judge import observed
from console.judge.cues import Reading
from console.judge.guide import examine
from console.judge.lexicon import cues
from console.judge.names import find_written
from console.judge.observed import Taboo, any_of, lexicon
from console.judge.personal_data import Owner, find_personal_data
from console.judge.urgency import says_called

_SENTENCE: Final = re.compile(r"(?<=[.!?…])\s+|[\n;]+|(?<=[!?])(?=\w)")
_CLAUSE: Final = re.compile(r",\s|\s[-–—]\s|:\s|\s\(|\)|\s(?=(?:maar|terwijl|en toen|en nu|en weg)\b)", re.IGNORECASE)
_SEEN: Final = re.compile(
    r"^(?:(?:en|er|nu|net) )?(?:ik|we|wij)? ?(?:zie|zag|zien|zagen|hoor|hoorde)(?: (?:ik|we|net|nu|hoe|dat|er))* ",
    re.IGNORECASE,
)
# "van gestolen pallets", "op schoot": the word is no act.
_BEFORE_NOUN: Final = re.compile(r"\b(?:van|met|op|uit|in|de|(?<!aan )het|een|dat|onze|mijn|geen) $", re.IGNORECASE)
# "een meisje is lastiggevallen", but "twee mannen zijn aan het slopen": to whom it was done, and who did it.
_PASSIVE: Final = re.compile(r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden)\b", re.IGNORECASE)
_BUSY: Final = re.compile(r"\b(?:aan (?:het|'?t)|te|bezig)\b", re.IGNORECASE)
_POINTING: Final = frozenset({"die", "dat"})  # "dat slaapt en steelt"
_WORD: Final = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_ORDER: Final = ("what", "place", "time", "direction", "who", "body", "clothes", "face", "bag", "vehicle", "called")
_CHARACTERS_READ: Final = 3000  # what happened stands at the beginning; a longer message is a pasted document
_MOST_ACTS: Final = 2
_MOST: Final = 3  # pieces of one kind
_FEWEST_WORDS: Final = 2  # of what somebody did
_LONGEST: Final = 140


def rewritten(text: str, words: Mapping[str, str], *, with_sighting: bool) -> str | None:
    """Return the message as it could have been, a line for each thing; None where it tells nothing that can be told.

    ``with_sighting`` also takes a message that only says who somebody is and where he was seen: it gets the place and
    the time, and no word of how he looks, for nobody did anything yet. ``words`` are the headings and open places
    (``[rewrite]`` in ``resources/drafts``).
    """
    reading = cues().read(text[:_CHARACTERS_READ])
    guide = examine(reading)
    scorn = _spans(reading, "slur.", "contempt.", "tone.") | set(guide.slurs)
    taboo = _taboo(reading, scorn)
    acts = _acts(reading, taboo, scorn)
    if acts:
        seen = _seen(reading, taboo, words, acts)
    else:
        did_nothing = reading.has("denied.act")  # "hij doet verder niks": then there is nothing to report
        seen = _sighting(reading, taboo, guide.traits) if with_sighting and not did_nothing else {}
    if not acts and not seen:
        return None
    return "\n".join(_lines(", ".join(act.text for act in acts), seen, words))


def _lines(what: str, seen: Mapping[str, str], words: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines in order; what a good description needs and the message lacks stays open."""
    needed = {"what", "place", "time", *(("direction", "clothes") if "who" in seen else ())}
    told = {"what": what, **seen}
    for key in _ORDER:
        said = told.get(key) or (words[f"open_{key}"] if key in needed else None)
        if said:
            yield f"{words[key]}: {said}"


# --- what may not be repeated ----------------------------------------------------------------------------------------


def _spans(reading: Reading, *sections: str) -> set[Span]:
    """Return where the cues of some sections of the lexicon stand."""
    hits = (hit for name, found in reading.hits.items() if name.startswith(sections) for hit in found)
    return {reading.folded.span(hit.start, hit.end) for hit in hits}


def _taboo(reading: Reading, scorn: Iterable[Span]) -> Taboo:
    text = reading.folded.original
    data = find_personal_data(reading, Role.MEMBER, Category.SUSPICIOUS)
    return Taboo(
        (
            *scorn,
            *_spans(reading, "trait.", "counter."),
            *(Span(*match.span()) for match in _never().finditer(text)),
            *(reading.folded.span(name.start, name.end) for name in find_written(reading)),
            *(item.span for item in data if item.owner is not Owner.PLACE),
        )
    )


@cache
def _never() -> re.Pattern[str]:
    return re.compile(any_of(lexicon()["never"]["words"]), re.IGNORECASE)


# --- what somebody did -----------------------------------------------------------------------------------------------


class _Act(NamedTuple):
    """What somebody did, the words that say so, and the sentence that tells it."""

    text: str
    at: Span
    sentence: Span


def _acts(reading: Reading, taboo: Taboo, scorn: Iterable[Span]) -> list[_Act]:
    """Return what somebody did, the first few things, each as it stands in the message."""
    text = reading.folded.original
    unsure = lexicon()["unsure"]
    told = sorted(span for span in _spans(reading, "act.") if text[slice(*span)].lower() not in unsure["vague"])
    acts: list[_Act] = []
    for sentence in _parts(text, Span(0, len(text)), _SENTENCE):
        if not _is_sure(text, sentence):
            continue
        is_general = any(_is_in(span, sentence) for span in scorn) and not _is_dated(text, sentence)
        for clause in _parts(text, sentence, _CLAUSE):
            at = next((span for span in told if _is_in(span, clause) and not taboo.touches(*span)), None)
            if at is None or is_general or _words(text, clause)[0] in unsure["first"]:
                continue
            if _is_noun(text, at) or _is_habit(text, clause, at, taboo):
                continue
            piece = _piece(text, clause, at, taboo)
            if piece is not None and all(piece not in act.text for act in acts):
                acts.append(_Act(piece, at, sentence))
    return acts[:_MOST_ACTS]


def _is_sure(text: str, part: Span) -> bool:
    """Return whether a part tells what is seen, and neither asks nor says what somebody thinks, wants or heard."""
    is_question = text[: part.end].rstrip().endswith("?")
    return not is_question and set(lexicon()["unsure"]["words"]).isdisjoint(_words(text, part))


def _is_dated(text: str, sentence: Span) -> bool:
    """Return whether a sentence tells of one time or place, and not of what a group always does."""
    patterns = (observed.moment_pattern(), observed.place_pattern())
    return any(pattern.search(text, *sentence) for pattern in patterns)


def _is_noun(text: str, at: Span) -> bool:
    return " " not in text[slice(*at)] and _BEFORE_NOUN.search(text[max(0, at.start - 8) : at.start]) is not None


def _is_habit(text: str, clause: Span, at: Span, taboo: Taboo) -> bool:
    """Return whether an act may be what a group is said to do always: "stelen", "Polen slopen", and no day or place."""
    act = text[slice(*at)]
    of_group = any(clause.start <= span.start and span.end <= at.start for span in taboo.spans)
    is_several = act.split()[0].endswith("en") and not act.startswith("ge")
    return is_several and (of_group or " " not in act) and not _is_dated(text, clause)


def _piece(text: str, clause: Span, at: Span, taboo: Taboo) -> str | None:
    """Return the part of a clause that tells an act and touches nothing that may not be repeated; None for none."""
    start = max((span.end for span in taboo.spans if clause.start < span.end <= at.start), default=clause.start)
    end = min((span.start for span in taboo.spans if at.end <= span.start < clause.end), default=clause.end)
    if start > clause.start:
        start = _behind_verb(text, start, at)
    piece = _SEEN.sub("", _dropped().sub("", text[start:end]).strip())
    piece = _trimmed(piece, is_cut=end < clause.end)
    words = _words(piece, Span(0, len(piece)))
    is_pointing = words[0] in _POINTING and not observed.names_person(" ".join(words[1:2]))
    is_whole = not is_pointing and len(words) >= _FEWEST_WORDS and "ik" not in words and len(piece) <= _LONGEST
    return piece if is_whole else None


def _behind_verb(text: str, start: int, at: Span) -> int:
    """Return where what a group did begins, when the group is left out: behind "heeft" in "heeft mijn fiets gejat"."""
    verbs = set(lexicon()["edge"]["verbs"])
    places = [match.end() for match in _WORD.finditer(text, start, at.start) if match[0].lower() in verbs]
    return places[0] if places else at.start


@cache
def _dropped() -> re.Pattern[str]:
    return re.compile(rf"{any_of(lexicon()['dropped']['words'])}\s*", re.IGNORECASE)


def _trimmed(text: str, *, is_cut: bool) -> str:
    """Return a piece without the loose words and marks at its ends."""
    edge = lexicon()["edge"]
    last = {*edge["end"], *(edge["cut"] if is_cut else ())}
    matches = list(_WORD.finditer(text))
    while matches and matches[0][0].lower() in edge["start"]:
        matches.pop(0)
    while matches and matches[-1][0].lower() in last:
        matches.pop()
    return _calm(text[matches[0].start() : matches[-1].end()] if matches else "")


def _calm(text: str) -> str:
    return text.lower() if text.isupper() else text


def _parts(text: str, whole: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Yield the parts of a stretch between the places where a pattern cuts it."""
    start = whole.start
    for match in pattern.finditer(text, *whole):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if start < whole.end:
        yield Span(start, whole.end)


def _words(text: str, part: Span) -> list[str]:
    return [match[0].lower() for match in _WORD.finditer(text, *part)] or [""]


def _is_in(span: Span, part: Span) -> bool:
    return part.start <= span.start and span.end <= part.end


# --- where, when, and how he looks -----------------------------------------------------------------------------------


def _seen(reading: Reading, taboo: Taboo, words: Mapping[str, str], acts: Sequence[_Act]) -> dict[str, str]:
    """Return what else a message tells of the acts, by heading: in their sentences, and in the one after."""
    text = reading.folded.original
    near = _near(text, acts)
    who = _doer(reading, acts, words)
    pieces = {
        **_place_and_time(text, taboo),
        "direction": observed.found(observed.WAY, text, taboo),
        "body": observed.looks(reading, ("build", "height", "gait"), taboo),
        "clothes": observed.looks(reading, ("top", "bottom", "shoes", "headwear"), taboo),
        "face": observed.looks(reading, ("hair", "face"), taboo),
        "bag": observed.looks(reading, ("bag",), taboo),
        "vehicle": observed.vehicles(text, taboo),
    }
    seen = {key: _said(text, spans, near, who[0] if who else None) for key, spans in pieces.items()}
    if who is not None:
        age = _said(text, observed.ages(text, taboo)[:1], near)
        seen["who"] = ", ".join(filter(None, [who[1], age]))
    if says_called(reading):
        seen["called"] = words["called_yes"]
    return {key: said for key, said in seen.items() if said}


def _place_and_time(text: str, taboo: Taboo) -> dict[str, list[Span]]:
    return {
        "place": observed.found(observed.place_pattern(), text, taboo),
        "time": observed.found(observed.moment_pattern(), text, taboo),
    }


def _sighting(reading: Reading, taboo: Taboo, traits: Sequence[Span]) -> dict[str, str]:
    """Return where and when somebody of a group was seen; nothing where the message does not say where."""
    text = reading.folded.original
    places = _place_and_time(text, taboo)
    for sentence in _parts(text, Span(0, len(text)), _SENTENCE):
        sure = [clause for clause in _parts(text, sentence, _CLAUSE) if _is_sure(text, clause)]
        if any(_is_in(span, clause) for span in traits for clause in sure):
            seen = {key: _said(text, spans, sure) for key, spans in places.items()}
            if seen["place"]:
                return seen
    return {}


def _near(text: str, acts: Sequence[_Act]) -> list[Span]:
    """Return the sentences that tell of the acts, each with the one after it: a description often follows."""
    sentences = list(_parts(text, Span(0, len(text)), _SENTENCE))
    of_acts = {sentences.index(act.sentence) for act in acts}
    return [sentence for index, sentence in enumerate(sentences) if {index, index - 1} & of_acts]


def _doer(reading: Reading, acts: Sequence[_Act], words: Mapping[str, str]) -> tuple[Span, str] | None:
    """Return who did it: whom the sentence names before the act, where it does not tell what was done to somebody."""
    text = reading.folded.original
    for span, said in observed.people(text, words):
        for act in acts:
            before = text[act.sentence.start : act.at.start]
            is_doing = _PASSIVE.search(before) is None or _BUSY.search(f"{before}{text[slice(*act.at)]}") is not None
            if is_doing and _is_in(span, Span(act.sentence.start, act.at.start)):
                return span, said
    return None


def _said(text: str, spans: Iterable[Span], near: Sequence[Span], but: Span | None = None) -> str:
    """Return the pieces that stand near, each once, without those inside another or inside what is told already."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        is_new = (not kept or span.start >= kept[-1].end) and (but is None or not _is_in(span, but))
        if is_new and any(_is_in(span, sentence) for sentence in near):
            kept.append(span)
    return ", ".join(dict.fromkeys(_calm(text[slice(*span)].strip(" ,")) for span in kept[:_MOST]))
