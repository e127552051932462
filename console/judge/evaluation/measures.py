"""How well what was said agrees with the labels. Ratios are from 0 to 1; None where there is nothing to divide."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from console.domain.judgement import Abuse, Call112, Category, Feedback, Flag, Judgement, PersonalData, Stigma
from console.judge.evaluation.labelled import Gold, Labelled, Said, is_off_topic
from console.judge.evaluation.predictions import Judged
from console.judge.evaluation.splits import alikeness
from console.judge.profiles import load_profile

# Two members of a contrast set with the same labels are a trait swap when they share this part of their words: then
# only the trait differs. Other members with the same labels tell another story (.4 and less on the labelled sets).
_TRAIT_APART: Final = 0.6


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a value was rightly said, wrongly said, and not said though it was so."""

    hits: int
    false_alarms: int
    missed: int

    @property
    def support(self) -> int:
        """How often the value is so."""
        return self.hits + self.missed

    @property
    def precision(self) -> float | None:
        """The part of what was said that is so."""
        return ratio(self.hits, self.hits + self.false_alarms)

    @property
    def recall(self) -> float | None:
        """The part of what is so that was said."""
        return ratio(self.hits, self.support)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None for a value that neither is so nor was said."""
        return ratio(2 * self.hits, 2 * self.hits + self.false_alarms + self.missed)


@dataclass(frozen=True, slots=True)
class Head:
    """A label with one value a message. ``applies`` tells of which messages the value is looked at."""

    name: str
    values: tuple[str, ...]
    read: Callable[[Said], str]
    applies: Callable[[Gold], bool] = lambda _: True


def is_urgent(said: Said) -> bool:
    """Return whether 112 is the right number."""
    return said.category is Category.URGENT


_NOT_URGENT: Final = "not urgent"
HEADS: Final = (
    Head("category", tuple(Category), lambda said: said.category),
    Head("stigma", tuple(Stigma), lambda said: said.stigma),
    Head("abuse", tuple(Abuse), lambda said: said.abuse),
    Head("call112", (*Call112, _NOT_URGENT), lambda said: said.call112 or _NOT_URGENT, is_urgent),
    Head("feedback", tuple(Feedback), lambda said: said.feedback),
)
FLAGS: Final[Mapping[str, Callable[[Said], bool]]] = {
    "stigma": lambda said: said.stigma is not Stigma.NONE,
    "abuse": lambda said: said.abuse is not Abuse.NONE,
    "vigilantism": lambda said: said.vigilantism,
    "personal_data": lambda said: bool(said.personal_data),
    "feedback": lambda said: said.feedback is not Feedback.NONE,
    "primary": lambda said: said.primary,
}


def ratio(part: float, whole: float) -> float | None:
    """Return a part of a whole, None of nothing."""
    return part / whole if whole else None


def tally(pairs: Iterable[tuple[bool, bool]]) -> Tally:
    """Count pairs of whether it is so and whether it was said."""
    counts = Counter(pairs)
    return Tally(counts[True, True], counts[False, True], counts[True, False])


def flag_tally(judged: Sequence[Judged], holds: Callable[[Said], bool]) -> Tally:
    """Count a flag over all messages."""
    return tally((holds(one.row.gold), holds(one.said)) for one in judged)


def confusion(judged: Sequence[Judged], head: Head) -> Counter[tuple[str, str]]:
    """Count the pairs of right value and said value."""
    looked_at = (one for one in judged if head.applies(one.row.gold))
    return Counter((head.read(one.row.gold), head.read(one.said)) for one in looked_at)


def value_tallies(counts: Mapping[tuple[str, str], int]) -> dict[str, Tally]:
    """Return the tally of each value that is so or was said, from a confusion."""
    is_so, was_said = Counter[str](), Counter[str]()
    for (gold, said), count in counts.items():
        is_so[gold] += count
        was_said[said] += count
    hits = {value: counts.get((value, value), 0) for value in is_so | was_said}
    return {value: Tally(hit, was_said[value] - hit, is_so[value] - hit) for value, hit in hits.items()}


def macro_f1(tallies: Mapping[str, Tally]) -> float | None:
    """Return the mean F1 of the values that occur among the labels."""
    scores = [one.f1 or 0.0 for one in tallies.values() if one.support]
    return ratio(sum(scores), len(scores))


# --- personal data ---------------------------------------------------------------------------------------------------


def personal_data_tallies(judged: Sequence[Judged]) -> dict[PersonalData, Tally]:
    """Return the tally of each type, message by message."""
    return {
        kind: tally((kind in one.row.gold.personal_data, kind in one.said.personal_data) for one in judged)
        for kind in PersonalData
    }


def personal_data_sum(tallies: Iterable[Tally]) -> Tally:
    """Return the tallies of all types added up."""
    counts = [(one.hits, one.false_alarms, one.missed) for one in tallies]
    return Tally(*map(sum, zip(*counts, strict=True)))


def false_hits_per_1000(judged: Sequence[Judged], kind: PersonalData | None = None) -> float | None:
    """Return in how many of 1,000 clean messages a type (None: any type) was found; clean is without personal data."""
    clean = [one.said.personal_data for one in judged if not one.row.gold.personal_data]
    return ratio(1000 * sum(bool(found) if kind is None else kind in found for found in clean), len(clean))


# --- what asks for 112, and what belongs ------------------------------------------------------------------------------


def lacks_112(said: Said) -> bool:
    """Return whether it is urgent and 112 was not, or perhaps not, called."""
    return is_urgent(said) and said.call112 is not Call112.CALLED


def raises_112(judgement: Judgement) -> bool:
    """Return whether the beheerder is asked to see to a call."""
    return any(reason.flag is Flag.CALL112 for reason in judgement.reasons)


def raised_112(judged: Sequence[Judged]) -> dict[str, Tally]:
    """Return per profile that expects a call how the flag that a person sees agrees with the labels."""
    by_profile = _by_profile(judged)
    return {
        profile: tally((lacks_112(one.row.gold), raises_112(one.said)) for one in some)
        for profile, some in by_profile.items()
        if load_profile(profile).expects_112
    }


def off_topic_tallies(judged: Sequence[Judged]) -> dict[str, Tally]:
    """Return per profile how what was called off-topic agrees with the labels."""
    return {
        profile: tally((is_off_topic(one.row.gold.category, one.row), one.said.off_topic) for one in some)
        for profile, some in _by_profile(judged).items()
    }


def _by_profile(judged: Sequence[Judged]) -> dict[str, list[Judged]]:
    by_profile: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        by_profile[one.row.profile].append(one)
    return {profile: by_profile[profile] for profile in sorted(by_profile)}


# --- harmless messages -----------------------------------------------------------------------------------------------


def is_harmless(gold: Gold) -> bool:
    """Return whether nothing in a message deserves a flag."""
    flags = ("stigma", "abuse", "vigilantism", "personal_data")
    return not lacks_112(gold) and not any(FLAGS[flag](gold) for flag in flags)


def false_alarms_per_100(judged: Sequence[Judged]) -> dict[str, float | None]:
    """Return per flag, and for any of them, how many of 100 harmless messages it was raised for."""
    harmless = [one.said for one in judged if is_harmless(one.row.gold)]
    raised = {name: FLAGS[name] for name in ("stigma", "abuse", "vigilantism", "personal_data")}
    alarms = [{name for name, holds in raised.items() if holds(said)} for said in harmless]
    for said, names in zip(harmless, alarms, strict=True):
        if raises_112(said):
            names.add("call112")
    rates = {name: ratio(100 * sum(name in names for names in alarms), len(harmless)) for name in (*raised, "call112")}
    return rates | {"any": ratio(100 * sum(map(bool, alarms)), len(harmless))}


# --- contrast sets ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    part: int
    whole: int

    @property
    def ratio(self) -> float | None:
        """The part of the whole."""
        return ratio(self.part, self.whole)


# What members of a set are compared on; ``primary`` follows from the conversation and not from the wording.
_LABELS: Final[Mapping[str, Callable[[Said], object]]] = {
    "category": lambda said: said.category,
    "stigma": FLAGS["stigma"],
    "stigma, kind": lambda said: said.stigma,
    "abuse": lambda said: said.abuse,
    "vigilantism": lambda said: said.vigilantism,
    "personal_data": lambda said: said.personal_data,
    "call112": lambda said: said.call112,
    "feedback": lambda said: said.feedback,
}
COMPARED: Final[Mapping[str, Callable[[Said], object]]] = {
    **_LABELS,
    "all": lambda said: tuple(read(said) for read in _LABELS.values()),
}


def sets_right(judged: Sequence[Judged]) -> dict[str, Share]:
    """Return per label the share of contrast sets of which every member was judged rightly."""
    sets = _sets(judged)
    return {
        name: Share(sum(all(read(one.said) == read(one.row.gold) for one in some) for some in sets), len(sets))
        for name, read in COMPARED.items()
    }


def swaps_alike(judged: Sequence[Judged]) -> dict[str, Share]:
    """Return per label the share of trait swaps whose members were all judged alike, rightly or not."""
    swaps = [swap for some in _sets(judged) for swap in _trait_swaps(some)]
    return {
        name: Share(sum(len({read(one.said) for one in swap}) == 1 for swap in swaps), len(swaps))
        for name, read in COMPARED.items()
    }


def _sets(judged: Sequence[Judged]) -> list[list[Judged]]:
    sets: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in judged:
        if one.row.set is not None:
            sets[one.row.hand, one.row.set].append(one)
    return [some for some in sets.values() if len(some) > 1]


def _trait_swaps(members: Sequence[Judged]) -> list[list[Judged]]:
    """Return the members that have the same labels and nearly the same words, where there are at least two."""
    swaps: list[list[Judged]] = []
    for one in members:
        for swap in swaps:
            if _differs_in_a_trait(swap[0].row, one.row):
                swap.append(one)
                break
        else:
            swaps.append([one])
    return [swap for swap in swaps if len(swap) > 1]


def _differs_in_a_trait(one: Labelled, other: Labelled) -> bool:
    same_labels = replace(one.gold, why="") == replace(other.gold, why="")
    return same_labels and alikeness(one.statement.text, other.statement.text) >= _TRAIT_APART
