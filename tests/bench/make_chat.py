"""Writes a large invented Dutch WhatsApp export, the same one for the same arguments.

``python tests/bench/make_chat.py OUT.txt [--messages 1000000] [--form android|ios|android-gb] [--truth TRUTH.jsonl]``
Ten percent of the messages have several lines, one percent are system lines; about 85 bytes a message.
"""

import argparse
import json
import random
from datetime import datetime, timedelta
from pathlib import Path

AUTHORS = [
    f"{first} {last}"
    for first in (
        "Anja",
        "Bert",
        "Carla",
        "Dirk",
        "Els",
        "Fatima",
        "Gerrit",
        "Hanneke",
        "Ilse",
        "Joost",
        "Kees",
        "Leila",
    )
    for last in ("de Vries", "Bakker", "Yilmaz", "van Dijk", "Smit")
] + [f"+31 6 1234{n:04d}" for n in range(20)]
WORDS = (  # noqa: SIM905 - reads better than a hundred quotation marks
    "er staat een busje voor de deur van de buren en ik ken het niet wie weet van wie dat is gezien grijze jas "
    "fiets weg lamp kapot container vol hond poes gevonden sleutels bij de speeltuin vanavond gisteren morgen "
    "politie gebeld 112 dank top prima groet kerkstraat lindenhof om half negen rustig nu weer overlast vuurwerk "
    "é ë 👍 🙏 vergadering buurtschouw beheerder wijkagent gemeente melding gedaan foto app let op"
).split()
SYSTEM = ("{a} heeft {b} toegevoegd", "{b} heeft de groep verlaten", "{a} heeft de groepsafbeelding gewijzigd")
FORMS = {
    "android": ("%d-%m-%Y %H:%M - ", "\n", ""),
    "android-gb": ("%d/%m/%Y, %H:%M - ", "\n", ""),
    "ios": ("[%d-%m-%Y, %H:%M:%S] ", "\r\n", "\u200e"),
}


def messages(count: int, seed: int = 7):
    """Yield (moment, author or None, text) in order of time."""
    pick = random.Random(seed)
    moment = datetime(2009, 3, 1, 7, 0)
    step = 17 * 365 * 24 * 3600 / count
    for _ in range(count):
        moment += timedelta(seconds=pick.random() * 2 * step)
        chance = pick.random()
        if chance < 0.01:
            text = pick.choice(SYSTEM).format(a=pick.choice(AUTHORS), b=pick.choice(AUTHORS))
            yield moment, None, text
            continue
        lines = 1 if chance > 0.11 else pick.randint(2, 4)
        yield (
            moment,
            pick.choice(AUTHORS),
            "\n".join(" ".join(pick.choices(WORDS, k=pick.randint(2, 14 if lines > 1 else 19))) for _ in range(lines)),
        )


def write(out: Path, count: int, form: str = "android", truth: Path | None = None) -> None:
    """Write the export, and beside it what a reader should find, one JSON array a line."""
    pattern, end, generated = FORMS[form]
    answers = truth.open("w", encoding="utf-8") if truth else None
    with out.open("w", encoding="utf-8", newline="") as stream:
        for moment, author, text in messages(count):
            said = f"{author}: {text}" if author else generated + text
            stream.write(moment.strftime(pattern) + said + end)
            if answers:
                shown = moment.replace(microsecond=0, second=moment.second if form == "ios" else 0)
                answers.write(json.dumps([shown.isoformat(), author, text], ensure_ascii=False) + "\n")
    if answers:
        answers.close()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--messages", type=int, default=1_000_000)
    arguments.add_argument("--form", choices=sorted(FORMS), default="android")
    arguments.add_argument("--truth", type=Path)
    given = arguments.parse_args()
    write(given.out, given.messages, given.form, given.truth)
