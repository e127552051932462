"""Damaged Signal exports."""

import pytest

from console.chats.reading import Format, Options
from console.chats.signal_export import SIGNAL
from console.chats.signal_json import SIGNAL_CLI, SIGTOP

from .sampling import DATA, assert_only_expected_errors, mutants, source_of


@pytest.mark.parametrize(
    ("chat_format", "name"),
    [(SIGNAL, "signal-export_chat.md"), (SIGTOP, "sigtop_messages.json"), (SIGNAL_CLI, "signal-cli_receive.jsonl")],
)
def test_only_expected_errors_come_out(chat_format: Format, name: str) -> None:
    data = mutants([(DATA / "signal" / name).read_bytes()], chat_format.key, is_json=chat_format is not SIGNAL)
    options = (Options(), Options(chat="Buurtwacht Noord"))
    assert_only_expected_errors(chat_format, (source_of(mutant, name) for mutant in data), options)
