"""Sample exports, what is expected of them, and mutations of them."""

import io
import json
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

from console.chats.reading import Format, Options
from console.chats.source import Source
from console.domain.message import Message
from console.errors import ExpectedError

DATA = Path(__file__).parents[2] / "data" / "chats"
MUTATIONS = int(os.environ.get("BEHEER_FUZZ", "2000"))
IS_LONG = MUTATIONS > 2000

_TOKENS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\\ud800", b"\\x0B", b"\\", b'"', b"{", b"}", b"[", b"]",
    b":", b",", b";", b"\t", b"\r\n", b"\n", b"null", b"true", b"-1", b"1e999", b"NaN", b"9" * 5000, b"[" * 2000,
    b"\xe2\x80\x8e", b"(- a: b -)", b"](./", b"> ", b"31-02-2024", b"99:99", b"0000-00-00",
)  # fmt: skip
_VALUES = (
    None,
    True,
    -1,
    0.5,
    1e308,
    10**18,
    10**30,
    "",
    "\ud800",
    "\x00",
    "x" * 70_000,
    [],
    {},
    [[[]]],
    {"a": {"b": None}},
)


def source_of(data: bytes, name: str = "chat", container: str = "") -> Source:
    """Return bytes as a source."""
    return Source(name, len(data), lambda: io.BytesIO(data), container=container)


def sample(path: str) -> Source:
    """Return a sample under ``tests/data/chats``."""
    return source_of((DATA / path).read_bytes(), Path(path).name)


def expected(path: str) -> list[dict]:
    """Return what its maker says of a sample."""
    return json.loads((DATA / f"{path}.expected.json").read_text(encoding="utf-8"))


def read(chat_format: Format, source: Source, options: Options | None = None) -> list[Message]:
    """Read a source to its end."""
    return list(chat_format.read(source, options or Options()).messages)


class Dribble(io.BytesIO):
    """A stream that gives one byte at a time, so that every border between blocks is tried."""

    def read(self, size: int | None = -1) -> bytes:
        """Read one byte."""
        return super().read(1)


def dribbled(data: bytes, name: str = "chat") -> Source:
    """Return a source whose stream dribbles; its head is read ahead, in one piece."""
    source = Source(name, len(data), lambda: Dribble(data))
    source.__dict__["head"] = data[:65536]
    return source


def mutants(samples: list[bytes], seed: str, *, is_json: bool = False) -> Iterator[bytes]:
    """Yield ``MUTATIONS`` damaged forms of the samples, the same ones on each run of one length."""
    rng = random.Random(f"{seed}{MUTATIONS}")
    for number in range(MUTATIONS):
        data = rng.choice(samples)
        if is_json and number % 2:
            data = _wild_json(data, rng)
        for _ in range(rng.randint(0 if is_json and number % 2 else 1, 3)):
            data = _mutate(data, rng.choice(samples), rng)
        yield data


def _mutate(data: bytes, other: bytes, rng: random.Random) -> bytes:
    at, other_at = rng.randint(0, len(data)), rng.randint(0, len(other))
    size = rng.choice((1, 1, 4, 40, 400))
    match rng.randrange(6):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + data[at + size :]
        case 2:
            return data[:at] + rng.choice(_TOKENS) + data[at:]
        case 3:
            return data[:at] + bytes(rng.randrange(256) for _ in range(min(size, 4))) + data[at + size :]
        case 4:
            return data[:at] + other[other_at : other_at + size] + data[at:]
        case _:
            return data[:at] + data[at : at + size] * rng.choice((2, 50)) + data[at + size :]


def _wild_json(data: bytes, rng: random.Random) -> bytes:
    """Put a value of a wrong type, or none at all, in the place of some value."""
    try:
        tree = json.loads(data)
    except ValueError:  # JSON lines
        lines = data.splitlines() or [b"{}"]
        at = rng.randrange(len(lines))
        lines[at] = _wild_json(lines[at], rng) if lines[at].startswith(b"{") and lines[at].endswith(b"}") else b"{}"
        return b"\n".join(lines)
    node = tree
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            return json.dumps(tree).encode()
        key = rng.choice(keys)
        if isinstance(node[key], dict | list) and node[key] and rng.random() < 0.8:
            node = node[key]
            continue
        if rng.random() < 0.3:
            del node[key]
        else:
            node[key] = rng.choice(_VALUES)
        return json.dumps(tree).encode()


def assert_only_expected_errors(chat_format: Format, sources: Iterator[Source], options: tuple[Options, ...]) -> None:
    """Read every source: only ``ExpectedError`` may come out, and only text that a window and a database can hold."""
    slowest = read_well = 0.0
    for number, source in enumerate(sources):
        start = time.perf_counter()
        chat_format.recognises(source)
        try:
            for message in chat_format.read(source, options[number % len(options)]).messages:
                words = "".join((message.text, message.author or "", *message.attachments, *(message.subject or ())))
                assert "\x00" not in words
                words.encode("utf-8")
                json.dumps(message.as_json())
            read_well += 1
        except ExpectedError as error:
            assert error.key  # noqa: PT017
        slowest = max(slowest, time.perf_counter() - start)
    assert read_well > MUTATIONS / 100, "the mutations must leave something to read"
    if IS_LONG:
        assert slowest < 1, f"{slowest:.2f} s"
