"""The words of a report on its way to a service: what is put in an app, mailed or said on the phone, with its number.

Who reads them works for a Dutch municipality, so that they are Dutch whatever language the console speaks.
"""

from datetime import datetime
from typing import Final

from console import texts
from console.desk.draft_texts import told_day
from console.desk.feedback import mails
from console.desk.feedback.map_links import link_to, told
from console.desk.person_facts import one_line
from console.domain.forward import Confirmation, ForwardChannel, ForwardWish, Handing, Service

SERVICES_READ: Final = "nl"


def handing(service: Service, wish: ForwardWish, number: str) -> Handing:
    """Return what a person passes on himself, with the number of its line ("BC-12")."""
    to, report = service.name, _report(wish)
    if wish.channel is ForwardChannel.MAIL:
        subject = _say("mail_subject", number=number, what=one_line(wish.text))
        asked = _say("mail_ask", number=number)
        text = "\n\n".join((_say("mail_hello"), _say("mail_begin"), report, asked, _say("mail_end")))
        link = mails.mailto(service.mail, subject, text)
        return Handing(wish.channel, to, service.mail, subject, text, link)
    if wish.channel is ForwardChannel.PHONE:
        parts = (_say("call", who=to, number=service.number), report, _say("call_ask"))
        return Handing(wish.channel, to, service.number, "", "\n\n".join(parts))
    return Handing(wish.channel, to, service.app, "", f"{report}\n{_say('mark', number=number)}")


def confirmation(service: Service, wish: ForwardWish, number: str, language: str) -> Confirmation:
    """Return all that leaves, in the language of who reads it before it does."""

    def say(key: str) -> str:
        return texts.say(f"forward.row_{key}", language)

    if wish.channel is not ForwardChannel.SIGNALEN:
        ready = handing(service, wish, number or say("number_later"))
        return Confirmation(ready.to, ready.address, ((say("text"), ready.text),), is_sent=False)
    category, spot = wish.category, wish.spot
    rows = (
        (say("text"), wish.text),
        (say("category"), "" if category is None else f"{category.main}: {category.name}"),
        (say("place"), "" if spot is None else told(spot)),
        (say("seen"), moment(wish.at, language)),
        (say("email"), wish.email or say("email_none")),
        *(((say("share"), say("share_yes" if wish.may_share else "share_no")),) if wish.email else ()),
    )
    return Confirmation(service.name, service.site, rows, is_sent=True)


def moment(at: datetime, language: str) -> str:
    """Return a moment in words, as the clock of its zone says it."""
    return f"{told_day(at.date(), language)} {at.year}, {at:%H:%M}"


def _report(wish: ForwardWish) -> str:
    lines = [wish.text, _say("seen", day=told_day(wish.at.date(), SERVICES_READ), time=f"{wish.at:%H.%M}")]
    if wish.spot is not None:
        lines.append(_say("place", link=link_to(wish.spot)))
    return "\n".join(lines)


def _say(key: str, **values: object) -> str:
    return texts.say(f"forward.{key}", SERVICES_READ, **values)
