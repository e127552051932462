"""What is known of a member, in words. GUI thread only."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from console.domain.welcome import ConfirmedHow, SentHow
from ui import words
from ui.widgets.text import Shown, isolated, one_line

if TYPE_CHECKING:
    from console.desk.person_facts import Consent, Membership, Note, PastDecision, Period
    from console.domain.ladder import TakenStep

NAME_CHARACTERS = 200
TEXT_CHARACTERS = 300


def name_of(name: str) -> Shown:
    """Return a name that a chat gave, on one line and unable to turn the text beside it."""
    return isolated(one_line(name, NAME_CHARACTERS))


def phone_words(phone: str) -> str:
    """Return a number (E.164) as people here read it: "06 12345678"; one of another country as it is."""
    if not phone.startswith("+31"):
        return phone
    national = f"0{phone.removeprefix('+31')}"
    return f"06 {national[2:]}" if national.startswith("06") else national


def day_in(at: datetime, zone: str) -> str:
    """Return the day of a moment (aware) where the group is."""
    return words.short_day(at.astimezone(ZoneInfo(zone)))


def group_and_periods(membership: "Membership") -> str:
    """Return what somebody is or was in a group, and when."""
    periods = [period_words(period, membership.time_zone) for period in membership.periods]
    return ", ".join([words.word(membership.role), *periods])


def alias_words(membership: "Membership") -> list[str]:
    """Return under which name the others see somebody, where that is another one."""
    if not membership.alias:
        return []
    called = isolated(one_line(membership.alias, NAME_CHARACTERS))
    return [Shown(QCoreApplication.translate("Facts", "Name in the app: {name}").format(name=called))]


def period_words(period: "Period", zone: str) -> str:
    """Return when somebody was a member, and why he left: "since 3 May 2026"."""
    if period.left_at is None:
        if period.joined_at is None:
            return QCoreApplication.translate("Facts", "since before the export begins")
        return QCoreApplication.translate("Facts", "since {day}").format(day=day_in(period.joined_at, zone))
    last = day_in(period.left_at, zone)
    if period.joined_at is None:
        said = QCoreApplication.translate("Facts", "until {day}").format(day=last)
    else:
        between = QCoreApplication.translate("Facts", "from {first} to {last}")
        said = between.format(first=day_in(period.joined_at, zone), last=last)
    if period.how == "removed":
        said = QCoreApplication.translate("Facts", "{period} (taken out)").format(period=said)
    return f"{said}: {one_line(period.reason, NAME_CHARACTERS)}" if period.reason else said


def consent_words(consent: "Consent", zone: str) -> list[str]:
    """Return in two sentences what a member agreed to, and whether he knows the rules."""
    if consent.consent_at is None:
        agreed = QCoreApplication.translate("Facts", "Agreement: not known")
    elif consent.channel:
        agreed = QCoreApplication.translate("Facts", "Agreed on {day}: {how}").format(
            day=day_in(consent.consent_at, zone), how=one_line(consent.channel, NAME_CHARACTERS)
        )
    else:
        agreed = QCoreApplication.translate("Facts", "Agreed on {day}").format(day=day_in(consent.consent_at, zone))
    return [agreed, _rules(consent, zone)]


def _rules(consent: "Consent", zone: str) -> str:
    if consent.rules_confirmed_at is not None:
        read = read_words(consent.rules_confirmed_at, consent.rules_confirmed_how, zone)
        return QCoreApplication.translate("Facts", "Read the rules: {read}").format(read=read)
    if consent.rules_sent_at is not None:
        sent = sent_words(consent.rules_sent_at, consent.rules_sent_how, zone)
        return QCoreApplication.translate("Facts", "Was sent the rules: {sent}").format(sent=sent)
    return QCoreApplication.translate("Facts", "Rules: not known")


def sent_words(at: datetime, how: SentHow | None, zone: str) -> str:
    """Return how and on which day somebody was sent the rules: "in the group, 3 May 2026"."""
    in_words = {
        SentHow.GROUP: QCoreApplication.translate("Facts", "in the group, {day}"),
        SentHow.PRIVATE: QCoreApplication.translate("Facts", "in private, {day}"),
        SentHow.PAPER: QCoreApplication.translate("Facts", "on paper, {day}"),
        SentHow.SPOKEN: QCoreApplication.translate("Facts", "told aloud, {day}"),
        None: "{day}",
    }
    return in_words[how].format(day=day_in(at, zone))


def read_words(at: datetime, how: ConfirmedHow | None, zone: str) -> str:
    """Return how it is known that somebody read the rules, and since which day: "wrote so, 3 May 2026"."""
    in_words = {
        ConfirmedHow.CHAT: QCoreApplication.translate("Facts", "wrote so, {day}"),
        ConfirmedHow.REACTION: QCoreApplication.translate("Facts", "thumbs up, {day}"),
        ConfirmedHow.BY_HAND: QCoreApplication.translate("Facts", "said so, {day}"),
        ConfirmedHow.ON_JOINING: QCoreApplication.translate("Facts", "on joining, {day}"),
        None: "{day}",
    }
    return in_words[how].format(day=day_in(at, zone))


def note_head(note: "Note", zone: str) -> str:
    """Return until when a note stands, and where it is shown."""
    day = day_in(note.ends_at, zone)
    if note.group is None:
        return QCoreApplication.translate("Facts", "until {day}, in all groups").format(day=day)
    only = QCoreApplication.translate("Facts", "until {day}, in {group} only")
    return Shown(only.format(day=day, group=isolated(note.group)))


def decision_head(past: "PastDecision", zone: str) -> str:
    """Return what was decided, when and in which group."""
    return Shown(f"{words.word(past.verb)}, {day_in(past.decided_at, zone)}, {isolated(past.group)}")


def decision_text(past: "PastDecision") -> str:
    """Return the message that was decided about, and what was written then."""
    if not past.note:
        return one_line(past.text, TEXT_CHARACTERS)
    return Shown(f"{one_line(past.text, TEXT_CHARACTERS)}\n→ {one_line(past.note, TEXT_CHARACTERS)}")


def step_words(step: "TakenStep", zone: str) -> tuple[str, str]:
    """Return a step that was taken, and until when it counts."""
    head = Shown(f"{day_in(step.taken_at, zone)}, {isolated(step.group)}")
    until = QCoreApplication.translate("Facts", "{step}; counts until {day}")
    return head, until.format(step=step.rung.name, day=day_in(step.ends_at, zone))


def steps_intro() -> str:
    """Return what the steps are for: they are no mark on anybody."""
    return QCoreApplication.translate("Facts", "For the proposal of the next step. A talk never counts.")
