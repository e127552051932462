"""Dutch, in all its dialects and slips, is never taken for another language; other languages are seen."""

import pytest

from console.judge.languages import is_dutch
from console.texts import say


@pytest.mark.parametrize(
    "text",
    [
        "Er staat een man bij de achterdeur van nummer 8, ik heb de politie gebeld",
        "ich zieën 'm oog. blauwe trui, rugzak, ing sjtang. höbt ger de politie al a jen teleton?",
        "Hedde gij da gezien? D'n nieuwe fietsenstalling, zes banden lek gestoken",
        "It binne wer dy asylsikers, dat wit elkenien",
        "goede avond allemaal, gisteren in de nacht iemand heeft gebroken het raam van mijn winkel",
        "Sorry voor mijn Engels: the bike is mine, hij staat hier al een week",
        "Black Friday sale bij de winkel om de hoek, zeker even langsgaan",
        "komşu heeft gebeld, de politie komt eraan",
    ],
)
def test_dutch_is_dutch(text: str) -> None:
    assert is_dutch(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "hey someone followed me home",
        "There is a fire on the third floor",
        "Bilder sind bei der Polizei, seit heute früh",
        "Bonjour, quelqu'un a vu mon vélo bleu devant l'immeuble ?",
        "ktoś wczoraj ciął siatkę przy hali 4",
        "Dzien dobry, ktos ukradl mi rower",
        "kapıyı açmayın, dün sahte postacı geldi",
        "kapiyi acmayin, dun sahte postaci geldi",
        "السلام عليكم، هل رأى أحد قطتي؟",
        "Кто видел мою собаку на улице?",
    ],
)
def test_another_language_is_seen(text: str) -> None:
    assert is_dutch(text) is False


@pytest.mark.parametrize("text", ["", "ok", "👍", "hi", "Danke", "112!!", "\ud800", "06 81000 327", "Ali سلام"])
def test_what_is_too_short_tells_nothing(text: str) -> None:
    assert is_dutch(text) is None


def test_a_sentence_says_what_was_not_looked_at() -> None:
    assert "niet in het Nederlands" in say("reasons.language.not_dutch", "nl")
