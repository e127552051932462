"""Damaged Telegram exports."""

import json

from console.chats.reading import Options
from console.chats.telegram_export import TELEGRAM

from .sampling import DATA, assert_only_expected_errors, mutants, source_of


def test_only_expected_errors_come_out() -> None:
    names = ("result.json", "result_invalid_escape.json", "result_all_chats.json")
    samples = [(DATA / "telegram" / name).read_bytes() for name in names]
    tree = json.loads(samples[0])
    samples += [json.dumps({**tree, "messages": tree["messages"][at : at + 3]}).encode() for at in range(0, 22, 3)]
    sources = (source_of(data) for data in mutants(samples, "telegram", is_json=True))
    assert_only_expected_errors(TELEGRAM, sources, (Options(), Options(chat="Buurtwacht Noord"), Options(chat="Anja")))
