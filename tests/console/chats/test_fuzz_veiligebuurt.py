"""Damaged copies from the Veiligebuurt app."""

from console.chats.reading import Options
from console.chats.veiligebuurt import VEILIGEBUURT

from .sampling import DATA, assert_only_expected_errors, mutants, source_of


def test_only_expected_errors_come_out() -> None:
    data = mutants([(DATA / "quotes" / "veiligebuurt_app.txt").read_bytes()], "veiligebuurt")
    assert_only_expected_errors(VEILIGEBUURT, (source_of(mutant) for mutant in data), (Options(),))
