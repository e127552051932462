"""The label guide's test for stigma, done with words: what stands in a message, and which answer decides.

The guide asks, in this order: is there a slur, or contempt of a group; is a trait of a group named; is there an act;
are there other features? The model says whether it is stigma; this says why, in words a person can check. It also
overrules the model where the words leave no doubt, both ways. Pure; may be called from any thread.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice, product
from operator import itemgetter
from typing import Final

from console.domain.judgement import Span, Stigma
from console.judge.cues import Hit, Reading
from console.judge.lexicon import cues

# "One of at least three features": beside the trait two others, each of another kind (build, hair, coat, vehicle, ...).
FEATURES_ENOUGH: Final = 2

_KIND_OF_SLUR: Final = {
    "slur.origin": Stigma.SLUR,
    "slur.belief": Stigma.SLUR,
    "slur.condition": Stigma.CONDITION,
    "slur.gender_or_orientation": Stigma.GENDER_OR_ORIENTATION,
    "slur.class_or_place": Stigma.CLASS_OR_PLACE,
    "slur.youth": Stigma.YOUTH,
}
_QUOTED: Final = re.compile(r"(?<!\w)'[^'\n]{2,200}'(?!\w)|\"[^\"\n]{2,300}\"")
# A colour says something of a vehicle when it stands right before it: "witte oude bus".
_COLOUR_REACH: Final = 8
# "t y f u s t u r k e n", "n*gers", "m4rokkaan": what is meant to get past a list.
_GAPS: Final = re.compile(r"[ .*_-]")
_SPACED: Final = re.compile(r"(?<!\w)(?:\w[ .*_-]){4,}\w(?!\w)")
_MASKED: Final = re.compile(r"(?<!\w)[a-z]+(?:[*@0134578$]{1,2}[a-z]+){1,2}(?!\w)")
_LETTERS: Final = str.maketrans("0134578@$", "oieastbas")
_STARS_READ: Final = 2
_DISGUISES_READ: Final = 8


class Answer(StrEnum):
    """Which answer to the guide's questions decides."""

    SLUR = "slur"
    CONTEMPT_OF_GROUP = "contempt_of_group"
    TRAIT_WITHOUT_ACT = "trait_without_act"
    ACT_WITH_FEW_FEATURES = "act_with_few_features"
    ACT_WITH_FEATURES = "act_with_features"
    NO_TRAIT = "no_trait"
    COUNTER_SPEECH = "counter_speech"


@dataclass(frozen=True, slots=True)
class Guide:
    """What the guide's questions found: where in the original text, in order.

    ``features`` has one place for each kind of feature. ``slurs`` and ``contempt`` are the writer's own, not quoted,
    and slurs not objected to; ``slur_kind`` is what the first slur makes of the message. ``counter`` holds the words
    of objection. ``doubtful`` is whether the tone, or "hij doet niks", casts doubt on a description.
    """

    acts: tuple[Span, ...] = ()
    traits: tuple[Span, ...] = ()
    features: tuple[Span, ...] = ()
    contempt: tuple[Span, ...] = ()
    slurs: tuple[Span, ...] = ()
    counter: tuple[Span, ...] = ()
    slur_kind: Stigma = Stigma.NONE
    doubtful: bool = False

    @property
    def answer(self) -> Answer:
        """Return which answer decides."""
        if self.slurs:
            return Answer.SLUR
        if self.contempt:
            return Answer.CONTEMPT_OF_GROUP
        if self.counter:
            return Answer.COUNTER_SPEECH
        if not self.traits:
            return Answer.NO_TRAIT
        if not self.acts:
            return Answer.TRAIT_WITHOUT_ACT
        return Answer.ACT_WITH_FEATURES if len(self.features) >= FEATURES_ENOUGH else Answer.ACT_WITH_FEW_FEATURES


def examine(reading: Reading) -> Guide:
    """Return what the guide's test finds in a message."""
    quoted = [match.span() for match in _QUOTED.finditer(reading.folded.text)]
    traits = reading.found(*_lists(reading, "trait."))
    counter = _unquoted(reading.found("counter.objection"), quoted)
    slurs = [] if counter else sorted(_slurs(reading, quoted))
    # "Altijd", "allemaal" and "weg ermee" are contempt only of a group that is named; "dat soort" names it.
    contempt = reading.found(*_lists(reading, "contempt.")) if traits else reading.found("contempt.people")
    return Guide(
        acts=_spans(reading, reading.found(*_lists(reading, "act."))),
        traits=_spans(reading, traits),
        features=tuple(sorted(_features(reading))),
        contempt=_spans(reading, _unquoted(contempt, quoted)),
        slurs=_spans(reading, [hit for hit, _ in slurs]),
        counter=_spans(reading, counter),
        slur_kind=_KIND_OF_SLUR[slurs[0][1]] if slurs else Stigma.NONE,
        doubtful=reading.has("tone.hint", "denied.act"),
    )


def vetoes(guide: Guide) -> bool:
    """Return whether the words leave no doubt that a message is no stigma, whatever the model says."""
    if guide.answer is Answer.ACT_WITH_FEATURES:
        return not guide.doubtful
    return guide.answer is Answer.COUNTER_SPEECH and not guide.doubtful


def raises(guide: Guide) -> Stigma | None:
    """Return what the slur in a message makes of it, whatever the model says; None when no slur decides."""
    return guide.slur_kind if guide.slurs else None


def _lists(reading: Reading, section: str) -> list[str]:
    return [name for name in reading.hits if name.startswith(section)]


def _unquoted(hits: Iterable[Hit], quoted: list[tuple[int, int]]) -> list[Hit]:
    """Return the hits outside quotation marks; ``quoted`` holds starts and ends in order."""

    def is_quoted(hit: Hit) -> bool:
        before = bisect_right(quoted, hit.start, key=itemgetter(0))
        return before > 0 and hit.start < quoted[before - 1][1]

    return [hit for hit in hits if not is_quoted(hit)]


def _slurs(reading: Reading, quoted: list[tuple[int, int]]) -> Iterator[tuple[Hit, str]]:
    """Yield the slurs that are not quoted, each with the list it is on. "Polakken?" repeats somebody else's word."""
    text = reading.folded.text
    for name in _lists(reading, "slur."):
        for hit in _unquoted(reading.found(name), quoted):
            if text[hit.end : hit.end + 1] != "?":
                yield hit, name
    yield from ((hit, name) for hit, name in _disguised(text) if _unquoted([hit], quoted))


def _disguised(text: str) -> Iterator[tuple[Hit, str]]:
    """Yield the slurs that are written with gaps, digits or stars."""
    spaced = ((match, [_GAPS.sub("", match[0])]) for match in _SPACED.finditer(text))
    masked = ((match, _unmasked(match[0])) for match in _MASKED.finditer(text))
    for match, words in islice(chain(spaced, masked), _DISGUISES_READ):
        for word in words:
            for name in _lists(cues().read(word), "slur."):
                yield Hit(match.start(), match.end(), word), name


def _unmasked(word: str) -> list[str]:
    """Return what a masked word may be: its digits and signs as letters, at most two stars as vowels."""
    letters = word.translate(_LETTERS)
    stars = min(letters.count("*"), _STARS_READ)
    return [letters.replace("*", "{}", stars).format(*vowels) for vowels in product("aeiou", repeat=stars)]


def _features(reading: Reading) -> set[Span]:
    """Return the first place of each kind of feature; a vehicle counts when its colour is given."""
    first = {name: reading.found(name)[0] for name in _lists(reading, "feature.")}
    for hit in reading.found("vehicle.car"):
        if reading.is_before("colour.before", hit.start, _COLOUR_REACH):
            first.setdefault("feature.vehicle", hit)
    return {reading.folded.span(hit.start, hit.end) for hit in first.values()}


def _spans(reading: Reading, hits: Iterable[Hit]) -> tuple[Span, ...]:
    """Return where hits stand in the original, in order, without those that lie inside a longer one."""
    spans = sorted({reading.folded.span(hit.start, hit.end) for hit in hits}, key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in spans:
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return tuple(kept)
