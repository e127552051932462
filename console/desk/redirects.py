"""The counters that a report may belong to: 112, the police, the municipality and its app, and so on.

What is shipped stands in ``resources/redirects``: ``netherlands.toml`` for every municipality, and a file for each that
has counters of its own. What a person changes is kept beside it, and a counter that still says what is shipped keeps
following it.
"""

import re
import tomllib
import unicodedata
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from functools import cache
from itertools import count
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from console.assets import resource
from console.desk.console import Console
from console.desk.feedback.mails import is_address
from console.desk.journal import RowChange, changes_of, decide
from console.domain.changes import Changes
from console.domain.decision import ItemId, ItemKind, Verb
from console.domain.draft import Counter
from console.domain.group import GroupId
from console.domain.judgement import Abuse, Flag, Judgement
from console.domain.profile import Profile
from console.errors import ExpectedError
from console.judge import load_profile
from console.platforms import signalen
from console.store.queries.judgements import judgement_for
from console.store.tables import groups, items
from console.store.tables import municipalities as table

BASE: Final = "netherlands"
"""The municipality of a group of which nobody said where it is."""

OVER_AFTER: Final = timedelta(hours=3)
"""So long after a message what was going on then must be over."""

_KEY_CHARACTERS: Final = 40


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality with its counters, in the language of the console. ``is_changed`` when a person changed them.

    ``report_mail`` is where a report about the street may be mailed to, ``signalen_url`` the address of its Signalen
    where it runs that; "" where nobody filled it in.
    """

    key: str
    name: str
    counters: tuple[Counter, ...]
    is_changed: bool
    report_mail: str = ""
    signalen_url: str = ""


# --- what there is ---------------------------------------------------------------------------------------------------


def municipalities(console: Console) -> tuple[Municipality, ...]:
    """Return every municipality by name, the one for "elsewhere" last."""
    with console.store.reading() as connection:
        every = _every(connection, console.language)
    return tuple(sorted(every.values(), key=lambda one: (one.key == BASE, one.name.casefold())))


def counters(console: Console, group_id: GroupId, item_id: ItemId | None = None) -> tuple[Counter, ...]:
    """Return where a group may point its members to; with an item, the counter that fits it comes first.

    Where none fits, that is the one that does no harm: a person may press Enter without another look.

    Raises ``ExpectedError``: ``group_gone``, ``item_gone``.
    """
    with console.store.reading() as connection:
        every = counters_of(connection, group_id, console.language)
        if item_id is None:
            return every
        item = connection.execute(
            select(items.c.kind, items.c.subject_id, items.c.at, groups.c.profile)
            .join(groups, groups.c.id == items.c.group_id)
            .where(items.c.id == item_id)
        ).first()
        if item is None:
            raise ExpectedError("item_gone")
        judgement = judgement_for(connection, item.subject_id) if item.kind == ItemKind.MESSAGE.value else None
    is_over = console.now() - item.at > OVER_AFTER
    fitting = None if judgement is None else proposed(load_profile(item.profile), judgement, is_over=is_over)
    first = fitting or _tree(BASE)["proposed"]["otherwise"]
    return tuple(sorted(every, key=lambda counter: counter.key != first))


def counters_of(connection: Connection, group_id: GroupId, language: str) -> tuple[Counter, ...]:
    """Return the counters of a group's municipality in a language. Raises ``ExpectedError("group_gone")``."""
    return municipality_of(connection, group_id, language).counters


def municipality_of(connection: Connection, group_id: GroupId, language: str) -> Municipality:
    """Return the municipality that a group is in, in a language. Raises ``ExpectedError("group_gone")``."""
    group = connection.execute(select(groups.c.municipality).where(groups.c.id == group_id)).first()
    if group is None:
        raise ExpectedError("group_gone")
    every = _every(connection, language)
    return every.get(group.municipality, every[BASE])


def proposed(profile: Profile, judgement: Judgement, *, is_over: bool) -> str | None:
    """Return the key of the counter that fits a message, None where none does.

    What is dangerous goes by its flag, what is off-topic to where its group sends it, the rest by what it is about. For
    what must be over by now (``is_over``) nobody calls 112 any more.
    """
    fitting = _tree(BASE)["proposed"]
    first = judgement.reasons[0].flag if judgement.reasons else None
    if first is Flag.ABUSE and judgement.abuse is Abuse.THREAT:
        first = Flag.VIGILANTISM  # either is for the police
    sent_to = profile.redirects.get(judgement.category) if judgement.off_topic else None
    candidates = (
        fitting["flag"].get(first),
        sent_to if sent_to in _tree(BASE)["counters"] else None,
        fitting["category"].get(judgement.category),
    )
    found = next((key for key in candidates if key is not None), None)
    return fitting["over"].get(found, found) if is_over else found


# --- changing it -----------------------------------------------------------------------------------------------------


def change_counters(
    console: Console,
    key: str | None,
    name: str,
    counters: Sequence[Counter],
    *,
    report_mail: str = "",
    signalen_url: str = "",
) -> Changes:
    """Keep a municipality as a person wants it; without a key it is a new one. A counter without a key is new too.

    Raises ``ExpectedError``: ``municipality_name_empty``, ``municipality_name_taken``, ``counter_name_empty``,
    ``counter_empty`` for a counter without a number and without an app, ``report_mail_wrong``, and
    ``net_address_wrong`` for an address of Signalen that is none.
    """
    name = _one_line(name)
    if not name:
        raise ExpectedError("municipality_name_empty")
    wanted = [_checked(counter) for counter in counters]
    reports_go = {
        "report_mail": _checked_mail(report_mail.strip()) or None,
        "signalen_url": signalen.base_of(signalen_url) if signalen_url.strip() else None,
    }
    with console.store.writing() as connection:
        every = _every(connection, console.language)
        if any(other.name.casefold() == name.casefold() and other.key != key for other in every.values()):
            raise ExpectedError("municipality_name_taken", name=name)
        key = key or _free_key(name, every)
        shipped = {counter.key: counter for counter in _shipped(key, console.language).counters}
        told = [_stored(one, shipped.get(one.key)) for one in _with_keys(wanted)]
        after = {"name": name, "counters": told, **reports_go}
        change = _change(connection, key, after)
        if change.before == change.after:
            return Changes()
        decision = decide(connection, console, Verb.SETTINGS, [change], group_id=None)
        return changes_of([change], None, decision)


def _change(connection: Connection, key: str, after: dict[str, Any]) -> RowChange:
    """Return the change of a municipality's row; one that had none gets it, empty as undo would leave it."""
    row = connection.execute(select(table).where(table.c.key == key)).first()
    if row is not None:
        return RowChange(table, row.id, {name: getattr(row, name) for name in after}, after)
    nothing: dict[str, Any] = {"name": "", "counters": [], "report_mail": None, "signalen_url": None}
    (made,) = connection.execute(insert(table).values(key=key, **nothing)).inserted_primary_key or (0,)
    return RowChange(table, made, nothing, after)


def _checked(counter: Counter) -> Counter:
    """Return a counter with its words on one line each."""
    clean = Counter(
        key=counter.key,
        name=_one_line(counter.name),
        when=_one_line(counter.when),
        number=_one_line(counter.number or "") or None,
        app=_one_line(counter.app or "") or None,
    )
    if not clean.name:
        raise ExpectedError("counter_name_empty")
    if clean.number is None and clean.app is None:
        raise ExpectedError("counter_empty", name=clean.name)
    return clean


def _checked_mail(mail: str) -> str:
    if mail and not is_address(mail):
        raise ExpectedError("report_mail_wrong", mail=mail)
    return mail


def _with_keys(wanted: Sequence[Counter]) -> Iterator[Counter]:
    """Yield the counters, each under a key of its own."""
    taken = {counter.key for counter in wanted if counter.key}
    for counter in wanted:
        if counter.key:
            yield counter
        else:
            key = _free_key(counter.name, taken)
            taken.add(key)
            yield replace(counter, key=key)


def _free_key(name: str, taken: Container[str]) -> str:
    """Return a key made of a name ("Capelle aan den IJssel": capelle_aan_den_ijssel) that nothing has yet."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_KEY_CHARACTERS] or "own"
    numbered = (f"{key}_{number}" for number in count(2))
    return key if key not in taken else next(free for free in numbered if free not in taken)


def _one_line(text: str) -> str:
    return " ".join(text.split())


# --- as shipped, and as kept -----------------------------------------------------------------------------------------


@cache
def _tree(key: str) -> dict[str, Any]:
    return tomllib.loads(resource("redirects", f"{key}.toml").read_text(encoding="utf-8"))


@cache
def _shipped_keys() -> frozenset[str]:
    return frozenset(path.stem for path in resource("redirects").glob("*.toml"))


def _every(connection: Connection, language: str) -> dict[str, Municipality]:
    """Return every municipality by its key; a row without a name was taken back."""
    kept = {row.key: row for row in connection.execute(select(table).where(table.c.name != ""))}
    every = {key: _shipped(key, language) for key in _shipped_keys() | kept.keys()}
    for key, row in kept.items():
        shipped = {counter.key: counter for counter in every[key].counters}
        of_row = tuple(shipped[one["key"]] if one.keys() == {"key"} else Counter(**one) for one in row.counters)
        where = {"report_mail": row.report_mail or "", "signalen_url": row.signalen_url or ""}
        every[key] = Municipality(key, row.name, of_row, is_changed=True, **where)
    return every


@cache
def _shipped(key: str, language: str) -> Municipality:
    """Return a municipality as it is shipped; one that is not has the counters of the whole country."""
    base = _tree(BASE)
    own = _tree(key) if key in _shipped_keys() else base
    entries = base["counters"] | own["counters"]
    order = [name for name in base["order"] if name in entries]
    order += [name for name in entries if name not in order]
    told = tuple(_counter(name, entries[name], language) for name in order)
    return Municipality(key, own["name"][language], told, is_changed=False)


def _counter(key: str, entry: Mapping[str, Any], language: str) -> Counter:
    words = {field: text if isinstance(text, str) else text[language] for field, text in entry.items()}
    return Counter(key=key, **words)


def _stored(counter: Counter, shipped: Counter | None) -> dict[str, Any]:
    """Return a counter as it is kept: by its key alone when it says what is shipped, in whatever language."""
    return {"key": counter.key} if counter == shipped else asdict(counter)
