"""How fast and how rightly a large Dutch WhatsApp export is read, beside the readers that pip and npm install.

    python tests/bench/read.py [--messages 1000000] [--rounds 3] [--forms android ios] [--peers NAME...]

Makes the export and installs the peers in a temporary folder that is gone afterwards. Every run is a process of its
own and only reads; a further run of each writes down what it read, to be compared with what the export holds. Rounds
are interleaved, so that a busy machine is busy for all; the table holds medians. In ``peer/ours`` more than 1 means
that we are faster. A peer that cannot read dates with dashes gets the form of a British phone, and is marked *.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from tests.bench import make_chat
from tests.bench.measured import ROOT, Run, middle, run

LIMIT_S: Final = 300.0
WRITE_LIMIT_S: Final = 3 * LIMIT_S  # the run that is not timed also writes a hundred megabytes of JSON
CLOCK: Final = {"TZ": "UTC"}  # no peer may lose an hour to the summer time of this machine

# Each program reads the file it is given; with a second argument it writes there one JSON array a message:
# [local time, author or null, text].
OURS: Final = """
import sys
from pathlib import Path
from console.chats.detect import open_chat
from console.chats.source import open_sources
reading = open_chat(open_sources(Path(sys.argv[1])))
if len(sys.argv) == 2:
    print(sum(1 for _ in reading.messages))
else:
    import json
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for one in reading.messages:
            out.write(json.dumps([one.sent_at.isoformat(), one.author, one.text]) + "\\n")
"""
WHATSTK: Final = """
import json, sys
from whatstk import WhatsAppChat
table = WhatsAppChat.from_source(sys.argv[1], max_size=None).df
print(len(table))
if len(sys.argv) > 2:
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for at, author, text in zip(table["date"], table["username"], table["message"]):
            out.write(json.dumps([at.isoformat(), author, text]) + "\\n")
"""
CHAT_MINER: Final = """
import json, sys
from chatminer.chatparsers import WhatsAppParser
parser = WhatsAppParser(sys.argv[1])
parser.parse_file()
table = parser.parsed_messages.get_df()
print(len(table))
if len(sys.argv) > 2:
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for at, author, text in table.select("timestamp", "author", "message").iter_rows():
            out.write(json.dumps([at.isoformat(), author, text]) + "\\n")
"""
CHATPACK: Final = """
import json, sys
import chatpack
found = chatpack.WhatsAppParser().parse(sys.argv[1])
print(len(found))
if len(sys.argv) > 2:
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        for one in found:
            out.write(json.dumps([one.timestamp[:19], one.sender, one.content]) + "\\n")
"""
WHATSAPP_CHAT_PARSER: Final = """
import fs from "node:fs";
import { parseString } from "whatsapp-chat-parser";
const [file, out] = process.argv.slice(2);
const found = parseString(fs.readFileSync(file, "utf8"));
console.log(found.length);
if (out) {
  const stream = fs.openSync(out, "w");
  for (let start = 0; start < found.length; start += 10000) {
    const rows = found.slice(start, start + 10000);
    const lines = rows.map((one) => JSON.stringify([one.date.toISOString().slice(0, 19), one.author, one.message]));
    fs.writeSync(stream, lines.join("\\n") + "\\n");
  }
  fs.closeSync(stream);
}
"""


@dataclass(slots=True)
class Reader:
    """One program under test. ``dashes`` tells whether it can read dates as Dutch phones write them."""

    name: str
    command: Sequence[str] = ()
    dashes: bool = True
    version: str = ""
    failure: str | None = None
    runs: list[Run] = field(default_factory=list)

    def form_for(self, form: str) -> str:
        """Return the form that this reader is given in the table of a form."""
        return "android-gb" if form == "android" and not self.dashes else form


@dataclass(frozen=True, slots=True)
class Rightness:
    """How much of an export a reader gave back to the letter: time, author and text all right."""

    count: int
    right: float  # share of all messages in the export
    several_lines: float  # share of the messages of several lines


# --- the readers -----------------------------------------------------------------------------------------------------


def install(folder: Path, wanted: Sequence[str]) -> list[Reader]:
    """Return our reader and the peers; one that cannot be installed is returned with the reason."""
    readers = [Reader("beheerconsole", [sys.executable, "-c", OURS])]
    from_pip = {"whatstk": WHATSTK, "chat-miner": CHAT_MINER, "chatpack": CHATPACK}
    if any(name in wanted for name in from_pip):
        venv.create(folder / "venv", with_pip=True)
    python = str(folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python")
    for name in filter(from_pip.__contains__, wanted):
        failure = _tried([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", name], folder)
        version = f"import importlib.metadata as m; print(m.version({name!r}))"
        readers.append(Reader(name, [python, "-c", from_pip[name]], name != "chatpack", failure=failure))
        if failure is None:
            readers[-1].version = run([python, "-c", version], limit_s=LIMIT_S).output.strip()
    if "whatsapp-chat-parser" in wanted:
        readers.append(_install_from_npm(folder / "npm"))
    return readers


def _install_from_npm(folder: Path) -> Reader:
    name = "whatsapp-chat-parser"
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return Reader(name, failure="Node.js is not installed")
    folder.mkdir()
    (folder / "package.json").write_text('{"private": true}')
    (folder / "read.mjs").write_text(WHATSAPP_CHAT_PARSER)
    failure = _tried([npm, "install", "--silent", "--no-audit", "--no-fund", name], folder)
    reader = Reader(name, [node, "--max-old-space-size=8192", str(folder / "read.mjs")], failure=failure)
    if failure is None:
        manifest = json.loads((folder / "node_modules" / name / "package.json").read_text(encoding="utf-8"))
        reader.version = manifest["version"]
    return reader


def _tried(command: Sequence[str], folder: Path) -> str | None:
    """Run an installer; return why it failed, None when it did not."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=LIMIT_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"not installed: {type(error).__name__}"
    if done.returncode == 0:
        return None
    said = (done.stderr or done.stdout).strip().splitlines()
    return f"not installed: {said[-1][:90] if said else done.returncode}"


# --- what they read --------------------------------------------------------------------------------------------------


def compare(truth: Path, answers: Path) -> Rightness:
    """Compare what a reader wrote with what the export holds, whatever the order; edges of texts do not count."""
    wanted: Counter[int] = Counter()
    several: set[int] = set()
    total = total_several = 0
    for row in _rows(truth):
        total += 1
        wanted[hash(row)] += 1
        if "\n" in row[2]:
            total_several += 1
            several.add(hash(row))
    count = right = right_several = 0
    for row in _rows(answers):
        count += 1
        if wanted[hash(row)] > 0:
            wanted[hash(row)] -= 1
            right += 1
            right_several += hash(row) in several
    return Rightness(count, right / total, right_several / max(total_several, 1))


def _rows(path: Path) -> Iterable[tuple[str, str | None, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            at, author, text = json.loads(line)
            yield at, author, (text or "").strip()


# --- the race --------------------------------------------------------------------------------------------------------


def race(folder: Path, readers: Sequence[Reader], form: str, rounds: int, messages: int) -> None:
    """Let everybody read one form, in turns, and print the table."""
    files = {wanted: _make(folder, wanted, messages) for wanted in {reader.form_for(form) for reader in readers}}
    environment = {**CLOCK, "PYTHONPATH": str(ROOT)}
    running = [reader for reader in readers if reader.failure is None]
    failures = {reader.name: reader.failure for reader in readers if reader.failure}
    for reader in running:
        reader.runs = []
    for _ in range(rounds):
        for reader in running:
            if reader.name in failures:
                continue
            file = files[reader.form_for(form)]
            done = run([*reader.command, str(file)], limit_s=LIMIT_S, environment=environment)
            reader.runs.append(done)
            if done.failure is not None:
                failures[reader.name] = done.failure
    size = files[form].stat().st_size if form in files else 0
    print(f"\n{form}: {messages:,} messages, {size / 1e6:.0f} MB, {rounds} rounds")
    titles = ("wall s", "CPU s", "peak MB", "messages", "right", "several lines", "peer/ours wall", "CPU")
    print(f"{'':32}" + "".join(f"{title:>{len(title) + 3}}" for title in titles))
    ours = middle(readers[0].runs) if readers[0].name not in failures else None
    for reader in readers:
        mark = "*" if reader.form_for(form) != form else ""
        label = f"{reader.name} {reader.version}{mark}"
        if reader.name in failures:
            print(f"{label:32}   {failures[reader.name]}")
            continue
        file = files[reader.form_for(form)]
        found = _rightness(folder, reader, file, environment)
        print(f"{label:32}{_line(middle(reader.runs), ours, found)}", flush=True)
    if any(reader.form_for(form) != form for reader in readers):
        print("* cannot read dates with dashes: was given dd/mm/yyyy, hh:mm")


def _make(folder: Path, form: str, messages: int) -> Path:
    file = folder / f"WhatsApp-chat met {form}.txt"
    if not file.exists():
        make_chat.write(file, messages, form, file.with_suffix(".truth"))
    return file


def _rightness(folder: Path, reader: Reader, file: Path, environment: dict[str, str]) -> Rightness | str:
    answers = folder / "answers.jsonl"
    command = [*reader.command, str(file), str(answers)]
    done = run(command, limit_s=WRITE_LIMIT_S, environment=environment)
    if done.failure is not None:
        return done.failure
    # In a process of its own: a child's peak memory is never told as less than its parent's was.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        return other.submit(compare, file.with_suffix(".truth"), answers).result()


def _line(took: tuple[float, float, float], ours: tuple[float, float, float] | None, found: Rightness | str) -> str:
    wall, cpu, peak = took
    ratios = f"{wall / ours[0]:17.2f}{cpu / ours[1]:6.2f}" if ours else ""
    what = f"{found.count:11,}{found.right:8.2%}{found.several_lines:16.2%}" if isinstance(found, Rightness) else found
    return f"{wall:9.2f}{cpu:8.2f}{peak:10.0f}{what}{ratios}"


def main() -> None:
    """Make, install, measure and print."""
    peers = ("whatsapp-chat-parser", "chatpack", "whatstk", "chat-miner")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--forms", nargs="+", choices=("android", "ios"), default=["android", "ios"])
    parser.add_argument("--peers", nargs="*", choices=peers, default=list(peers))
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        readers = install(Path(name), wishes.peers)
        for form in wishes.forms:
            race(Path(name), readers, form, wishes.rounds, wishes.messages)


if __name__ == "__main__":
    main()
