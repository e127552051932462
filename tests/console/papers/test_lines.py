"""Paragraphs in lines, as they are seen: a sign is as wide as one letter here."""

import pytest

from console.papers.lines import Paragraph, runs_right_to_left


def seen(text: str, width: int, *, is_rtl: bool = False) -> list[str]:
    """Each line as an eye meets it from the left: what runs from the right, turned round."""
    lines = Paragraph(text, lambda run, _: float(len(run)), is_rtl=is_rtl).lines(width)
    assert all(line.width == sum(len(run.text) for run in line.runs) for line in lines)
    return ["".join(run.text[::-1] if run.is_rtl else run.text for run in line.runs) for line in lines]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 9, []),
        ("bel eerst 112", 9, ["bel", "eerst 112"]),  # a number stays with the word before it
        ("bel nu 14 010 ja", 9, ["bel", "nu 14 010", "ja"]),  # and is not cut
        ("in waterschapsverkiezing nu", 8, ["in", "watersch", "apsverki", "ezing nu"]),
        ("x" * 2_000, 50, ["x" * 50] * 40),
        ("x y", 0.5, ["x", "y"]),
        ("bel \u2068112\u2069 nu", 99, ["bel 112 nu"]),
    ],
)
def test_words_fill_lines(text, width, lines):
    assert seen(text, width) == lines


@pytest.mark.parametrize(
    ("text", "is_rtl", "line"),
    [
        ("اب جد", True, "دج با"),
        ("اب 112.", True, ".112 با"),
        ("اب 0900-8844 جد", True, "دج 0900-8844 با"),
        ("اب \u2068020-14 010\u2069 جد", True, "دج 020-14 010 با"),
        ("اب 14 010 جد", True, "دج 14 010 با"),
        ("اب 1-12-2026 19:30 جد", True, "دج 1-12-2026 19:30 با"),
        ("اب +31 6 12 جد", True, "دج +31 6 12 با"),
        ("اب HIC Kade (جد)", True, ")دج( HIC Kade با"),
        ("Bel اب جد nu", False, "Bel دج با nu"),
        ("Bel \u2068اب\u2069 \u2068جد\u2069 nu", False, "Bel با دج nu"),  # two names, kept apart
        ("Noem geen namen.", True, "Noem geen namen."),  # a Dutch rule on an Arabic page
        ("اب.", False, ".با"),
    ],
)
def test_each_script_runs_its_own_way(text, is_rtl, line):
    assert seen(text, 99, is_rtl=is_rtl) == [line]


def test_the_first_words_of_an_arabic_line_stand_at_its_right():
    assert seen("اب HIC جد", 6, is_rtl=True) == ["HIC با", "دج"]


@pytest.mark.parametrize(
    ("text", "on_rtl_page", "on_ltr_page"),
    [
        ("112", True, False),
        ("اب Kadebuurt Noord", True, False),
        ("Jan belt", False, False),
        ("محمد meldt het", True, False),
        ("Wijkagent Ilse, محمد", True, False),
    ],
)
def test_a_paragraph_follows_its_page_unless_it_is_of_another_language(text, on_rtl_page, on_ltr_page):
    assert (runs_right_to_left(text, True), runs_right_to_left(text, False)) == (on_rtl_page, on_ltr_page)
