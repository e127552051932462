"""``beheer read`` and ``beheer judge``: from a file to data, without a store."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from console import texts
from console.chats.detect import AUTO, format_keys, open_chat
from console.chats.reading import DateOrder, Options
from console.chats.source import open_sources
from console.cli.output import DONE, Outcome, give, trouble_with
from console.domain.judgement import Reason, Role, Statement
from console.errors import ExpectedError
from console.judge import judge, load_profile, profile_keys


def options_of(arguments: argparse.Namespace) -> Options:
    """Return a person's answers about the files."""
    order = None if arguments.date_order == "auto" else DateOrder(arguments.date_order)
    return Options(order, arguments.chat, arguments.year, tuple(arguments.column))


def read(arguments: argparse.Namespace) -> int:
    """Write every message of the files, while it is read."""
    if arguments.format not in (AUTO, *format_keys()):
        formats = ", ".join((AUTO, *format_keys()))
        arguments.parser.error(texts.say("cli.bad_format", arguments.lang, value=arguments.format, formats=formats))
    options, outcome = options_of(arguments), Outcome()
    for file in arguments.files:
        with trouble_with(file, arguments.lang, outcome):
            for message in open_chat(open_sources(file), options, arguments.format).messages:
                give(message.as_json())
    return outcome.status


def judge_file(arguments: argparse.Namespace) -> int:
    """Write the judgement of every line, in the same order."""
    load_profile(arguments.profile)  # a wrong one is told before anything is read
    if arguments.file == "-":
        return _judge_lines(sys.stdin.buffer, arguments)
    file = Path(arguments.file)
    try:
        stream = file.open("rb")
    except FileNotFoundError:
        raise ExpectedError("file_missing", file=file.name) from None
    except IsADirectoryError:
        raise ExpectedError("file_is_folder", file=file.name) from None
    except OSError as error:
        raise ExpectedError("file_unreadable", file=file.name, why=error.strerror or "") from None
    with stream:
        return _judge_lines(stream, arguments)


def _judge_lines(lines: Iterable[bytes], arguments: argparse.Namespace) -> int:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            answer = _judge_line(line, arguments.profile)
        except _LineError as error:
            problem = texts.say(f"judge_line.{error}", arguments.lang, profiles=", ".join(profile_keys()))
            raise ExpectedError("judge_line", line=number, problem=problem) from None
        give(answer)
    return DONE


class _LineError(ValueError):
    """What is wrong with a line: a key under ``[judge_line]``."""


def _judge_line(line: bytes, default_profile: str) -> dict[str, object]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):  # also wrong UTF-8 and numbers of thousands of digits
        row = None
    if not isinstance(row, dict):
        raise _LineError("not_json")
    defaults = {"context": [], "role": Role.MEMBER.value, "profile": default_profile}
    given = {name: value for name, value in row.items() if value is not None}
    text, context, role, profile = ((defaults | given).get(name) for name in ("text", "context", "role", "profile"))
    if not isinstance(text, str):
        raise _LineError("text")
    if not isinstance(context, list) or not all(isinstance(earlier, str) for earlier in context):
        raise _LineError("context")
    if role not in [known.value for known in Role]:
        raise _LineError("role")
    if profile not in profile_keys():
        raise _LineError("profile")
    judgement = judge(Statement(text, Role(role), tuple(context)), load_profile(profile))
    answer = {field.name: getattr(judgement, field.name) for field in fields(judgement)}
    return {"id": row.get("id")} | answer | {"reasons": [_reason(reason) for reason in judgement.reasons]}


def _reason(reason: Reason) -> dict[str, object]:
    return {field.name: getattr(reason, field.name) for field in fields(reason)}
