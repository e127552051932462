"""A draft greets by a first name, where the member's name is one."""

import pytest

from console.desk.greeting import first_name


@pytest.mark.parametrize(
    ("shown", "greeted"),
    [
        ("~ Bram", "Bram"),
        ("Bram de Vries", "Bram"),
        ("sylvia 🐈", "Sylvia"),
        ("JAN", "Jan"),
        ("Anne-Fleur", "Anne-Fleur"),
        ("Fatima-Zohra B.", "Fatima-Zohra"),
        ("🌸 Tineke", "Tineke"),
    ],
)
def test_a_name_greets(shown: str, greeted: str) -> None:
    assert first_name(shown) == greeted


@pytest.mark.parametrize(
    "shown",
    [
        None,
        "",
        "+31 6 12345678",
        "Wijkagent Sander",
        "Fam. Jansen",
        "Jan & Els",
        "Jan en Els",
        "de Roos",
        "B. Smit",
        "🙂",
    ],
)
def test_nobody_is_greeted_by_what_is_no_first_name(shown: str | None) -> None:
    assert first_name(shown) == ""
