"""Messages about one situation find each other, one at a time, the same way every time, and say why."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

import pytest

from console.domain.judgement import Role
from console.domain.message import Kind, MessageId
from console.domain.report import Link, LinkKind
from console.judge.thread_links import sentence
from console.judge.threads import Grouping, Placed, Said, group
from tests.console.judge.conversations import by_gap, by_links, conversations, measure, pairs, primaries

START = datetime(2026, 3, 2, 20, 0)

# What the held half gave when the weights were made, less a little; more is better, never less.
FLOOR, FLOOR_OF_PRIMARIES, ABOVE_SILENCE = 0.79, 0.82, 0.18


def chat(*lines: tuple[float, str | None, str] | tuple[float, str | None, str, int]) -> list[Said]:
    """Messages from minutes after the start, author, text and perhaps the number of the message that is quoted."""
    return [
        Said(
            MessageId(number),
            START + timedelta(minutes=minutes),
            author,
            text,
            kind=Kind.SYSTEM if author is None else Kind.TEXT,
            reply_to=MessageId(quoted[0]) if quoted else None,
        )
        for number, (minutes, author, text, *quoted) in enumerate(lines, 1)
    ]


def threads(messages: Sequence[Said]) -> list[int | None]:
    return [placed.thread for placed in group(messages)]


BURGLARY = (0, "Els", "Man voelt aan deuren in de Lindenstraat, grijze jas. Ik heb 112 gebeld")
CAT = (3, "Noor", "Weet iemand van wie de rode kat bij de Kerkweg is?")


def test_two_situations_at_once_are_told_apart() -> None:
    talk = chat(
        BURGLARY,
        (1, "Jan", "zie hem ook, loopt nu door de Lindenstraat"),
        CAT,
        (4, "Ria", "die kat is van mij", 3),
        (6, "Jan", "man met grijze jas gaat richting de brug"),
    )
    assert threads(talk) == [1, 1, 3, 3, 1]


def test_a_quote_decides_whatever_the_words_say() -> None:
    talk = chat(BURGLARY, CAT, (4, "Ria", "welke kat? ik zag alleen die man in de Lindenstraat", 1))
    last = list(group(talk))[-1]
    assert last.thread == 1
    assert [(link.kind, link.to) for link in last.links] == [(LinkKind.QUOTE, 1)]


def test_a_quote_opens_a_thread_that_was_over() -> None:
    talk = chat(BURGLARY, (80 * 24 * 60, "Ria", "hoe is dit afgelopen?", 1), (80 * 24 * 60 + 1, "Els", "goed", 2))
    assert threads(talk) == [1, 1, 1]


def test_the_same_words_days_later_go_on_with_it() -> None:
    days = 2 * 24 * 60
    talk = chat(
        (0, "Els", "Blauwe bestelbus met ladder rijdt langzaam door de Merelstraat"),
        (1, "Jan", "zag die bestelbus ook"),
        (600, "Noor", "Wie heeft er een kinderstoel te leen voor zondag?"),
        (601, "Ria", "ik, haal maar op"),
        (days, "Els", "Die blauwe bestelbus met ladder staat er weer"),
    )
    last = list(group(talk))[-1]
    assert last.thread == 1
    assert LinkKind.WORDS in {link.kind for link in last.links}
    assert next(link for link in last.links if link.kind is LinkKind.WORDS).words[0] == "blauwe"


def test_a_system_line_belongs_to_no_report() -> None:
    talk = chat(BURGLARY, (1, None, "Ria is toegevoegd"))
    assert threads(talk) == [1, None]


def test_every_message_in_a_report_says_why() -> None:
    for half in ("tune", "held"):
        for conversation in conversations(half):
            for placed in group(conversation.messages):
                assert bool(placed.links) == (placed.thread is not None)
                begins = any(link.kind is LinkKind.BEGINS for link in placed.links)
                assert begins == placed.is_primary
                assert len(placed.links) <= 3


@pytest.mark.parametrize("kind", LinkKind)
@pytest.mark.parametrize("minutes", [0, 5, 700])
def test_a_reason_is_a_sentence_in_both_languages(kind: LinkKind, minutes: int) -> None:
    link = Link(kind, MessageId(1), ("brug",), minutes)
    dutch, english = sentence(link, "nl"), sentence(link, "en")
    assert dutch != english
    assert [dutch[-1], english[-1]] == [".", "."]
    assert "{" not in dutch + english


def test_the_same_chat_gives_the_same_threads_also_when_it_comes_in_parts() -> None:
    for conversation in conversations("tune")[:10]:
        whole = list(group(conversation.messages))
        half = len(whole) // 2
        later = Grouping()
        for said, placed in zip(conversation.messages[:half], whole, strict=False):
            later.recall(said, placed.thread)
        assert [later.place(said) for said in conversation.messages[half:]] == whole[half:]


def test_a_place_given_by_hand_is_kept_and_built_on() -> None:
    talk = chat(BURGLARY, CAT, (4, "Ria", "onder het viaduct"), (5, "Ria", "daar bij het viaduct zit hij nog"))
    by_hand = Grouping()
    for said, thread in zip(talk[:3], (1, 2, 2), strict=True):
        by_hand.recall(said, MessageId(thread))
    assert by_hand.place(talk[3]).thread == 2


def test_what_is_remembered_does_not_grow_with_the_chat() -> None:
    grouping = Grouping()
    for number in range(3_000):
        text = f"Wie heeft er een ding{number} gevonden in de straat{number}laan?"
        grouping.place(Said(MessageId(number + 1), START + timedelta(hours=number), f"Lid{number % 50}", text))
    memory = grouping._memory
    assert len(memory.open) <= 121
    assert len(memory.by_token) < 600


@pytest.mark.parametrize("text", ["", " ", "\0", "\ud800", "🙏" * 500, "a" * 70_000, "<Media weggelaten>"])
def test_any_text_can_be_placed(text: str) -> None:
    first, second = group(chat(BURGLARY, (1, "Jan", text)))
    assert first.thread == 1
    assert second.message == 2


def test_late_and_aware_times_can_be_placed() -> None:
    talk = chat(BURGLARY, (-5, "Jan", "ook gezien in de Lindenstraat"))
    assert threads(talk) == [1, 1]


def test_pairs_are_counted_as_the_readme_says() -> None:
    """A message of none that is taken in costs precision, one of a report that is left out costs recall."""
    assert pairs(["a", "a", None], [1, 1, 1]) == (1, 1, 3)
    assert pairs(["a", "a", "a"], [1, 1, None]) == (1, 3, 1)
    assert pairs([None, None], [None, None]).f1 == 1


def test_the_held_half_is_grouped_well_enough() -> None:
    held = conversations("held")
    found = measure(held, by_links)
    silence = max(measure(held, partial(by_gap, minutes=minutes)).f1 for minutes in (10, 30, 60))
    assert found.f1 >= FLOOR
    assert found.f1 >= silence + ABOVE_SILENCE
    assert primaries(held).f1 >= FLOOR_OF_PRIMARIES


def test_a_professional_the_next_morning_finds_the_report() -> None:
    talk = [
        *chat(
            (0, "Els", "Inbraak in de schuur aan de Lindenstraat, fiets gestolen"),
            (2, "Jan", "wat erg, aangifte gedaan?"),
            (4, "Els", "ja net"),
        ),
        Said(
            MessageId(4),
            START + timedelta(hours=13),
            "Wijkagent Bas",
            "Goedemorgen, de aangifte van de fiets is binnen, we kijken de beelden terug",
            Role.PROFESSIONAL,
        ),
    ]
    last: Placed = list(group(talk))[-1]
    assert last.thread == 1


def test_a_year_of_common_words_is_no_report() -> None:
    about = ("gekrast", "gevonden op de brug", "met pech bij de sluis", "zonder licht", "te koop", "voor de uitrit")
    lines = [(n * 4 * 24 * 60, f"Lid {n % 7}", f"Witte auto {about[n % 6]}, nummer {n}") for n in range(90)]
    sizes = Counter(thread for thread in threads(chat(*lines)) if thread is not None)
    assert max(sizes.values()) <= 12


def test_an_old_report_goes_on_when_its_own_words_come_back() -> None:
    stolen, seen = "De bakfiets met de giraffe is gestolen", "De bakfiets met de giraffe staat bij het station!"
    assert threads(chat((0, "Mark", stolen), (20 * 24 * 60, "Dewi", seen))) == [1, 1]
