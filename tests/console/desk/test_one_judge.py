"""``beheer judge`` and the desk say the same of the same message: there is one judge, however it is asked."""

import json
from dataclasses import asdict
from datetime import timedelta

from console import cli
from console.desk.judging import judge_pending
from console.store.queries.judgements import judgement_for
from tests.console.judge.cases import FOLDER, read

from .conftest import NOW


def test_the_command_and_the_desk_agree_on_every_clear_message(console, make_group, capsys):
    cases = read("messages")
    chats = {key: make_group(key, profile=key) for key in {case["profile"] for case in cases}}
    stored = []
    for place, case in enumerate(cases):
        chat, at = chats[case["profile"]], NOW - timedelta(days=1 + place)  # a day apart: nobody's context
        chat.member(case["role"], case["role"])
        for number, before in enumerate(case["context"]):
            chat.say(before, at=at + timedelta(minutes=number), position=-4096 * place + number)
        values = {"at": at + timedelta(hours=1), "position": -4096 * place + 1024, "needs_judging": True}
        stored.append(chat.say(case["text"], case["role"], **values))

    judge_pending(console)
    assert cli.main(["judge", str(FOLDER / "messages.jsonl")]) == 0

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    with console.store.reading() as connection:
        kept = [judgement_for(connection, message_id) for message_id in stored]
    assert len(answers) == len(kept) > 40
    for answer, judgement in zip(answers, kept, strict=True):
        assert answer == {"id": None} | json.loads(json.dumps(asdict(judgement)))
