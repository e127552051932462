"""``beheer person``: a copy of what is kept of one person, and forgetting him, of which a person is asked first."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from console import texts
from console.cli.output import DONE, FAILED, give, local, tell, visible
from console.cli.stored import opened_console
from console.desk.console import Console
from console.desk.one_person import copying, finding, forgetting
from console.domain.one_person import ErasePreview, Known, Person
from console.errors import ExpectedError


def person(arguments: argparse.Namespace) -> int:
    """Export or erase one person; several who match are listed, to choose from with ``--id``."""
    if not (arguments.id or arguments.who.strip()):
        arguments.parser.error(texts.say("cli.person_missing", arguments.lang))
    with opened_console(arguments) as console:
        found = [finding.person(console, arguments.id)] if arguments.id else finding.find(console, arguments.who)
        if len(found) != 1:
            return _choose(arguments, found)
        return {"export": _export, "erase": _erase}[arguments.what](arguments, console, found[0])


def _choose(arguments: argparse.Namespace, found: Sequence[Person]) -> int:
    """List who it may be."""
    if not found:
        raise ExpectedError("person_unknown", words=arguments.who)
    for one in found:
        if arguments.json:
            known = [{"as": known.kind.value, "group": known.group, "name": known.name} for known in one.known]
            give({"id": one.key, "name": one.name, "known": known})
        else:
            places = ", ".join(dict.fromkeys(_place(known, arguments.lang) for known in one.known))
            print(f"{one.key}  {visible(one.name)}: {visible(places)}")
    raise ExpectedError("person_several")


def _place(known: Known, language: str) -> str:
    return f"{texts.say(f'cli.known_{known.kind}', language)} {known.group}".strip()


def _export(arguments: argparse.Namespace, console: Console, who: Person) -> int:
    """Write the copy: as JSON to stdout, or both forms in a folder."""
    file = copying.copy_of(console, who)
    tell(texts.say("cli.look_at_copy", arguments.lang))
    if arguments.out is None:
        give(json.loads(copying.as_json(file)))
        copying.write_down(console, file)
        return DONE
    arguments.out.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{texts.say('cli.copy_name', arguments.lang)}-{who.key}-{file.made_at:%Y%m%d}"
    paths = {suffix: _free(arguments.out, name, suffix) for suffix in ("json", "pdf")}
    for path in paths.values():
        copying.save(console, file, path)
    if arguments.json:
        give({suffix: str(path) for suffix, path in paths.items()} | {"hidden": file.hidden})
    else:
        print(*paths.values(), sep="\n")
    return DONE


def _free(folder: Path, name: str, suffix: str) -> Path:
    """Return a name that no file has yet: a copy of this morning is not written over."""
    tried = [folder / f"{name}.{suffix}", *(folder / f"{name}-{number}.{suffix}" for number in range(2, 1000))]
    return next((path for path in tried if not path.exists()), tried[0])


def _erase(arguments: argparse.Namespace, console: Console, who: Person) -> int:
    is_asked = sys.stdin.isatty() and not arguments.yes
    seen = forgetting.preview(console, who)
    if is_asked and not _is_sure(arguments, seen):
        tell(texts.say("cli.erase_left", arguments.lang))
        return FAILED
    erased = forgetting.erase(console, who)
    proof = forgetting.prove(console, erased)
    told = [one for one in seen.recipients if one.key != "files"]
    if arguments.json:
        give(
            {"going": {one.kind: one.count for one in erased.going}, "replaced": erased.replaced}
            | {"mentions_left": erased.mentions_left, "left": {"store": proof.store, "logs": proof.logs}}
            | {"backup": None if erased.backup is None else str(erased.backup)}
            | {"recipients": [{"who": one.who, "about": one.about, "at": local(one.at)} for one in told]}
        )
    else:
        print(texts.say("cli.person_erased", arguments.lang))
        for one in told:
            print(texts.say("cli.tell_recipient", arguments.lang, who=visible(one.who), about=visible(one.about)))
    if erased.mentions_left:
        _tell_count("mentions_left", erased.mentions_left, arguments.lang)
    if not proof.is_gone:
        tell(texts.say("cli.not_all_gone", arguments.lang, store=proof.store, logs=proof.logs))
    return DONE if proof.is_gone else FAILED


def _tell_count(key: str, count: int, language: str) -> None:
    tell(texts.say(f"cli.{key}{'_one' if count == 1 else ''}", language, count=count))


def _is_sure(arguments: argparse.Namespace, seen: ErasePreview) -> bool:
    """Show what goes, and have the name typed."""
    tell(texts.say("cli.erase_preview", arguments.lang, name=visible(seen.person.name)))
    for one in seen.going:
        tell(f"- {one.words}")
    if seen.replaced:
        _tell_count("erase_replaced", seen.replaced, arguments.lang)
    if seen.present_in:
        tell(texts.say("cli.erase_present", arguments.lang, groups=visible(", ".join(seen.present_in))))
    tell(texts.say("cli.ask_erase", arguments.lang))
    return sys.stdin.readline().strip().casefold() == seen.person.name.strip().casefold()
