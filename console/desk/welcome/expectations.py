"""What members may expect of a professional: he reads along, and does not always answer (findings.md 25)."""

from collections.abc import Iterator

from sqlalchemy import select

from console.desk.console import Console
from console.desk.professionals import of_group
from console.desk.welcome.catalogue import words
from console.desk.welcome.filling import fill, own_words
from console.desk.who_is_in import described
from console.domain.group import GroupId
from console.domain.professional import OFFICERS, Presence, Professional, ProfessionalId
from console.domain.welcome import Leaflet, Mark, Section
from console.errors import ExpectedError
from console.store.tables import groups


def leaflet(
    console: Console, group_id: GroupId, language: str, professional_id: ProfessionalId | None = None
) -> Leaflet:
    """Return what members may expect of one professional of a group, or of all of them, in one of ``LANGUAGES``.

    What somebody wrote of him comes in the place of what goes with how he takes part. One who is not with the group
    any more is all of them. Raises ``ExpectedError("group_gone")``.
    """
    said = words(language)
    with console.store.reading() as connection:
        group = connection.scalar(select(groups.c.name).where(groups.c.id == group_id))
    if group is None:
        raise ExpectedError("group_gone")
    known = of_group(console, group_id, language)
    chosen = [one for one in known if one.id == professional_id]
    sections: tuple[Section, ...] = ()
    if chosen:
        (one,) = chosen
        title = fill(said.expectations["title"], {"who": one.facts.name}, language)
        lead: tuple[str, ...] = (f"{described(one, language)}.", *_of_one(one, language))
    else:
        title = fill(said.expectations["title_all"], {"group": group}, language)
        lead = () if known else (said.who_is_in["professionals_unknown"],)
        sections = tuple(_section(one, language) for one in known)
    return Leaflet(
        title=title,
        lead=lead,
        sections=sections,
        foot=(said.expectations["never_urgent"],),
        call_112=said.frame["call_112"],
        language=language,
        direction=said.direction,
    )


def _of_one(one: Professional, language: str) -> Iterator[str]:
    """Yield the sentences about one; that he is not in the group is said whatever else is.

    Of an officer of whom nobody wrote anything it is said what holds for all officers.
    """
    said = words(language).expectations
    own = one.facts.expectation
    if not own or one.facts.presence is Presence.VIA_MODERATOR:
        yield fill(said[one.facts.presence.value], {"who": one.facts.name}, language)
    if own:
        yield own_words(own, language)
    elif one.facts.job in OFFICERS:
        yield said["officer_chooses"]
        if one.facts.presence is not Presence.VIA_MODERATOR:
            yield from (said["officer_reads_some"], said["officer_is_asked"])


def _section(one: Professional, language: str) -> Section:
    usual = words(language).expectations[f"short_{one.facts.presence.value}"]
    own = one.facts.expectation
    if own and one.facts.presence is not Presence.VIA_MODERATOR:
        return Section(described(one, language), (own_words(own, language),), Mark.NONE)
    told = (usual, own_words(own, language)) if own else (usual,)
    return Section(described(one, language), told, Mark.NONE)
