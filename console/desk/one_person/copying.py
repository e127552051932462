"""A copy for one person of all that is kept of him, with nothing of anybody else in it (GDPR, article 15)."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from console import texts
from console.desk.console import Console
from console.desk.forgetting import terms
from console.desk.journal import changes_of, decide
from console.desk.one_person import asking
from console.desk.one_person.finding import found_by
from console.desk.one_person.forgetting import groups_of, sought_of
from console.desk.one_person.gathering import FIELDS, Gathering, rows_of
from console.desk.one_person.masking import OthersMasker
from console.desk.one_person.sought import national
from console.desk.table_files import write_whole
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.document import Block, Document, Part, Table, Words
from console.domain.one_person import Asks, FilePart, Person, PersonFile
from console.domain.privacy import Terms
from console.errors import ExpectedError
from console.jobs import Progress
from console.papers import pages
from console.store.tables import groups, join_requests

_SUFFIXES: Final = (".json", ".pdf")
_WIDE: Final = frozenset({"text", "value", "words", "what", "seen", "answer"})  # columns of sentences
_MOST_COLUMNS: Final = 6
_NOTHING: Final = "–"
_BEFORE_NUMBER: Final = (" ", ", ", " nr ", " nr. ", " nummer ", " huisnummer ")
_WITH_LETTER: Final = re.compile(r"(\d+)[ -]?([A-Za-z])")
_TERM_OF: Final = {  # the rest is kept as long as somebody is a member
    "message": "messages",
    "mention": "messages",
    "sent": "messages",
    "decision": "decisions",
    "report": "decisions",
    "request": "requests",
    "voucher": "requests",
}


def copy_of(console: Console, person: Person, progress: Progress | None = None) -> PersonFile:
    """Return all that is kept of somebody. Reads every text he is in, about 5 ms each: on the lane of the CPU.

    Raises ``ExpectedError("person_gone")``.
    """
    with console.store.reading() as connection:
        person = found_by(connection, person.key)
        own = sought_of(connection, person)
        numbers = (name for name in person.names if name.startswith("+") and national(name))  # as the chat calls him
        own = replace(own, phones=(*own.phones, *numbers), written=tuple(_addresses(connection, person)))
        group_ids = groups_of(connection, person)
        masker = OthersMasker(connection, group_ids, console.language, own)
        gathering = Gathering(connection, console, person, own, masker)
        longest = _longest(connection, group_ids)
        parts = [
            _part(console, kind, rows, longest)
            for kind in FIELDS
            if (rows := rows_of(gathering, kind, progress or Progress()))
        ]
    return PersonFile(person, console.now(), console.language, tuple(parts), masker.hidden)


def as_document(file: PersonFile) -> Document:
    """Return a copy as it is read on paper."""

    def say(key: str, **values: object) -> str:
        return texts.say(f"one_person.{key}", file.language, **values)

    made = f"{file.made_at.astimezone(asking.ZONE):%d-%m-%Y %H:%M}"
    lead = [Words(say("copy_lead", name=file.person.name, at=made)), Words(say("copy_rights"))]
    lead += [Words(say("copy_hidden"))] if file.hidden else []
    return Document(
        title=say("copy_title"),
        language=file.language,
        lead=tuple(lead),
        parts=tuple(Part(part.heading, tuple(_blocks(part, file.language))) for part in file.parts),
        foot=say("foot", page="{page}", pages="{pages}"),
    )


def save(console: Console, file: PersonFile, path: Path) -> Changes:
    """Write a copy as ``.json`` or ``.pdf``; what he asked is answered by it, and written down if it was not.

    Raises ``ExpectedError``: ``copy_kind``, ``export_not_written``.
    """
    suffix = path.suffix.lower()
    if suffix not in _SUFFIXES:
        raise ExpectedError("copy_kind")
    made = as_json(file).encode() if suffix == ".json" else pages.pdf(as_document(file), file.made_at)
    write_whole(path, lambda part: part.write_bytes(made))
    return write_down(console, file)


def as_json(file: PersonFile) -> str:
    """Return a copy for another program, in UTF-8."""
    about = {"name": file.person.name, "names": file.person.names, "phones": file.person.phones}
    parts = [
        {"kind": part.kind, "heading": part.heading, "purpose": part.purpose, "kept": part.term, "source": part.source}
        | {"rows": [dict(zip(FIELDS[part.kind], row, strict=True)) for row in part.rows]}
        for part in file.parts
    ]
    made = {"made_at": file.made_at.isoformat(timespec="seconds"), "language": file.language, "hidden": file.hidden}
    return json.dumps(
        {"about": about | {"mails": file.person.mails}} | made | {"parts": parts}, ensure_ascii=False, indent=2
    )


def write_down(console: Console, file: PersonFile) -> Changes:
    """Answer the request for a copy, or write down that it was made; one in a second form is the same copy."""
    root = file.person.person_id
    with console.store.writing() as connection:
        changes = [] if root is None else list(asking.answers_to(connection, console, Asks.ACCESS, root))
        if not changes and not (root is not None and asking.was_answered(connection, Asks.ACCESS, root, file.made_at)):
            changes = [asking.added(connection, console, Asks.ACCESS, root, "", is_answered=True)]
        if not changes:
            return Changes()
        return changes_of(changes, None, decide(connection, console, Verb.PRIVACY, changes, group_id=None))


# --- its parts ------------------------------------------------------------------------------------------------------


def _part(console: Console, kind: str, rows: tuple[tuple[str, ...], ...], longest: Terms) -> FilePart:
    def say(key: str, **values: object) -> str:
        return texts.say(f"one_person.{key}", console.language, **values)

    of_terms = _TERM_OF.get(kind)
    days = getattr(longest, of_terms) if of_terms is not None else None
    return FilePart(
        kind=kind,
        heading=say(f"part_{kind}"),
        purpose=say(f"purpose_{kind}"),
        term=say(f"term_{kind}") if days is None else say("term_days", days=days),
        source=say(f"source_{kind}"),
        columns=tuple(say(f"column_{name}") for name in FIELDS[kind]),
        rows=rows,
    )


def _blocks(part: FilePart, language: str) -> list[Block]:
    def say(key: str, words: str) -> Words:
        return Words(texts.say(f"one_person.{key}", language, words=words), is_item=True)

    why = [say("why", part.purpose), say("how_long", part.term), say("where_from", part.source)]
    return [*why, _table(part, language)]


def _table(part: FilePart, language: str) -> Table:
    """Return the rows as a page can hold them: many columns become lines of one; nothing is a dash."""
    if len(part.columns) > _MOST_COLUMNS:
        rest = (
            "; ".join(f"{name}: {cell}" for name, cell in zip(part.columns[1:], row[1:], strict=True) if cell)
            for row in part.rows
        )
        few = tuple((row[0], told or _NOTHING) for row, told in zip(part.rows, rest, strict=True))
        return Table((part.columns[0], texts.say("one_person.column_value", language)), few, (1.0, 3.0))
    names = FIELDS[part.kind]
    widths = tuple(3.0 if name in _WIDE else 1.8 if name == "at" else 1.2 for name in names)  # a moment on one line
    rows = tuple(tuple(_cell(cell, name) for cell, name in zip(row, names, strict=True)) for row in part.rows)
    return Table(part.columns, rows, widths)


def _cell(words: str, name: str) -> str:
    """Return what a cell says; facts stand behind each other, a text as it was written."""
    return (words.replace("\n", "; ") if name == "value" else words) or _NOTHING


def _longest(connection: Connection, group_ids: frozenset[int]) -> Terms:
    """Return the longest terms of these groups."""
    rows = connection.execute(select(groups).where(groups.c.id.in_(group_ids))).all()
    every = [terms.of_row(row) for row in rows] or [terms.USUAL]
    names = ("requests", "former_members", "messages", "decisions", "notes", "journal")
    return Terms(**{name: max(getattr(one, name) or 0 for one in every) for name in names})


def _addresses(connection: Connection, person: Person) -> list[str]:
    """Return his own addresses as people write them, which stay in a text."""
    rows = select(join_requests.c.street, join_requests.c.house_number, join_requests.c.postcode)
    found = connection.execute(rows.where(join_requests.c.id.in_(person.rows.requests))).all()
    written: dict[str, None] = {}
    for row in found:
        if row.street and row.house_number:
            written |= dict.fromkeys(_as_written(row.street, row.house_number))
        bare = "".join((row.postcode or "").split())
        written |= dict.fromkeys(filter(None, (row.postcode, bare, f"{bare[:4]} {bare[4:]}".strip())))
    return list(written)


def _as_written(street: str, house_number: str) -> Iterator[str]:
    """Yield the ways to write a house: "Kadestraat 12 a", "Kadestr. nr 12a"."""
    streets = [street, *(f"{street[:-3]}{dot}" for dot in (".", "") if street.endswith("straat"))]
    parts = _WITH_LETTER.fullmatch(house_number)
    numbers = [house_number] if parts is None else [between.join(parts.groups()) for between in ("", " ", "-")]
    for name, before, number in product(streets, _BEFORE_NUMBER, numbers):
        yield f"{name}{before}{number}"
