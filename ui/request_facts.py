"""What is known of a join request, in words. GUI thread only."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from console.domain.join_request import Applicant, JoinRequest, RequestSource, RequestState
from console.domain.work_area import Address
from ui import facts, words
from ui.widgets.text import Shown, isolated, one_line, visible

if TYPE_CHECKING:
    from console.desk.joining.requests import RequestDetail

NAME_CHARACTERS: Final = 80
AROUND: Final = 1  # lines of the chat before and after the one that asks
Parts = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def name_of(applicant: Applicant) -> Shown:
    """Return who asks; the number or address of e-mail where no name is known, and words for one that was erased."""
    if is_erased(applicant):
        return Shown(QCoreApplication.translate("Requests", "Erased: the term is over"))
    return isolated(one_line(applicant.name or applicant.phone or applicant.email or "", NAME_CHARACTERS))


def is_erased(applicant: Applicant) -> bool:
    """Whether nothing is left of who asked, so that nothing can be checked either."""
    return not (applicant.name or applicant.phone or applicant.email)


def address_line(address: Address) -> str:
    """Return an address on one line: "Dorpsstraat 12a, 3021 AB"; "" when none is known."""
    street = " ".join(part for part in (address.street, address.house_number) if part)
    if address.house_number and not address.street:
        street = QCoreApplication.translate("Requests", "number {number}").format(number=address.house_number)
    return one_line(", ".join(part for part in (street, address.postcode) if part), NAME_CHARACTERS)


def came_in(request: JoinRequest) -> str:
    """Return when and how it came in: "Came in on Mon 3 Nov 14:05: a form"."""
    came = QCoreApplication.translate("Requests", "Came in {moment}: {source}")
    return came.format(moment=words.moment(request.received_at), source=words.word(request.source))


def contact(applicant: Applicant) -> str:
    """Return how to reach who asks: number and e-mail; "" when neither is known."""
    known = (facts.phone_words(applicant.phone) if applicant.phone else "", applicant.email or "")
    return one_line(" · ".join(part for part in known if part), 200)


def state_line(request: JoinRequest) -> str:
    """Return where a request stands that does not simply wait, in one or two sentences; "" for one that does."""
    return Shown(" ".join(sentence for sentence in _sentences(request) if sentence))


def _sentences(request: JoinRequest) -> Iterator[str]:
    if request.state is RequestState.WAITING_APPLICANT:
        yield QCoreApplication.translate("Requests", "You wait for an answer of the applicant.")
        if request.question:
            asked = QCoreApplication.translate("Requests", "You asked: {question}")
            yield asked.format(question=visible(request.question))
    elif request.state is RequestState.WAITING_LIST:
        yield QCoreApplication.translate("Requests", "Stands on the waiting list.")
    elif request.state is not RequestState.OPEN:
        yield from _decided(request)


def _decided(request: JoinRequest) -> Iterator[str]:
    state = words.word(request.state)
    decided = f"{state[:1].upper()}{state[1:]}"
    if request.decided_at is not None:
        decided = QCoreApplication.translate("Requests", "{decided} on {day}").format(
            decided=decided, day=words.short_day(request.decided_at)
        )
    if request.other_group:
        decided = QCoreApplication.translate("Requests", "{decided}, to {group}").format(
            decided=decided, group=isolated(request.other_group)
        )
    yield f"{decided}."
    if request.reason_code is not None:
        yield QCoreApplication.translate("Requests", "Reason: {reason}.").format(reason=words.word(request.reason_code))
    if request.reason:
        yield visible(request.reason)


def small_print(detail: "RequestDetail") -> Parts:
    """Return what stands under the checks: how to reach him, how long it is kept, what was said and decided before."""
    request = detail.request
    zone = str(request.received_at.tzinfo)
    reach = contact(request.applicant)
    known = [(QCoreApplication.translate("Requests", "To be reached"), reach)] if reach else []
    if detail.seen is not None and detail.seen.later_until is not None:
        back = detail.seen.later_until.astimezone(request.received_at.tzinfo)
        known.append((QCoreApplication.translate("Requests", "Comes back"), words.short_day(back)))
    if detail.keeps_until is not None:
        kept = QCoreApplication.translate("Requests", "Kept until")
        known.append((kept, words.short_day(detail.keeps_until)))
    decided = tuple(
        (Shown(f"{words.word(step.verb)}, {words.short_day(step.at)}, {isolated(step.actor)}"), "; ".join(step.words))
        for step in detail.history
        if not step.is_undone
    )
    notes = tuple((facts.note_head(note, zone), note.text) for note in detail.notes)
    return (
        ("", tuple(known)),
        (QCoreApplication.translate("Requests", "Notes"), notes),
        (QCoreApplication.translate("Requests", "Decided before"), decided),
        (QCoreApplication.translate("Requests", "In the chat"), tuple(_said(detail))),
    )


def _said(detail: "RequestDetail") -> Iterator[tuple[str, str]]:
    """Yield who asked in the chat to add somebody, with what was said right around it.

    The notice of the app itself, that somebody asks, says nothing more than the card does.
    """
    if detail.focus is None or detail.request.source is not RequestSource.CHAT:
        return
    for line in detail.lines[max(0, detail.focus - AROUND) : detail.focus + AROUND + 1]:
        parts = (isolated(one_line(line.author, NAME_CHARACTERS)) if line.author else "", words.moment(line.at))
        yield Shown(" · ".join(part for part in parts if part)), line.text
