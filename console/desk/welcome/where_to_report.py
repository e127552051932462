"""Where do I report what: the counters of the group's own municipality (findings.md 49), the number or app first."""

from typing import Final

from console import texts
from console.desk.console import Console
from console.desk.redirects import counters_of
from console.desk.welcome.catalogue import words
from console.desk.welcome.filling import fill, lacks_municipality, set_apart
from console.domain.draft import Counter
from console.domain.group import GroupId
from console.domain.welcome import Leaflet, Mark, Section

EMERGENCY: Final = "112"  # stands above the others


def leaflet(console: Console, group_id: GroupId, language: str) -> Leaflet:
    """Return where members of a group report what, in one of ``LANGUAGES``. Raises ``ExpectedError("group_gone")``.

    A counter that somebody filled in himself keeps his words, whatever the language.
    """
    with console.store.reading() as connection:
        counters = counters_of(connection, group_id, language)
    said = words(language)
    return Leaflet(
        title=said.where_to_report["title"],
        lead=tuple(f"{counter.number}: {counter.when}" for counter in counters if counter.number == EMERGENCY),
        sections=tuple(_section(counter, language) for counter in counters if counter.number != EMERGENCY),
        foot=(said.where_to_report["group"],),
        call_112=said.frame["call_112"],
        language=language,
        direction=said.direction,
    )


def problems(console: Console, group_id: GroupId) -> tuple[str, ...]:
    """Return what is wrong with the card, in sentences for who makes it. Raises ``ExpectedError("group_gone")``."""
    with console.store.reading() as connection:
        is_unknown = lacks_municipality(connection, group_id)
    return (texts.say("welcome.municipality_unknown", console.language),) if is_unknown else ()


def _section(counter: Counter, language: str) -> Section:
    """Return a counter under what to dial or open; its name stands before that, unless it is in it already."""
    place = _place(counter, language)
    is_rtl = words(language).direction == "rtl"
    title = f"{set_apart(counter.name, is_rtl=is_rtl)}: {place}"
    if counter.name in place:
        title = place[0].upper() + place[1:]
    return Section(title, tuple(filter(None, (counter.when,))), Mark.NONE)


def _place(counter: Counter, language: str) -> str:
    known = {"number": counter.number, "app": counter.app}
    values = {name: value for name, value in known.items() if value}
    if len(values) > 1:
        return fill(words(language).where_to_report["either"], values, language)
    return "".join(set_apart(value, is_rtl=words(language).direction == "rtl") for value in values.values())
