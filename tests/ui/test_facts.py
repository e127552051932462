"""What is known of a member, in words: how he was sent the rules, and how it is known that he read them."""

from datetime import UTC, datetime

from console.desk.person_facts import Consent
from console.domain.welcome import ConfirmedHow, SentHow
from ui import facts

ZONE = "Europe/Amsterdam"
AT = datetime(2026, 5, 2, 22, 30, tzinfo=UTC)  # the next day, where the group is


def test_rules_of_a_member_are_said_with_how_and_when(qapp, dutch):
    rules = {
        Consent(): "Afspraken: niet bekend",
        Consent(rules_sent_at=AT): "Kreeg de afspraken: 3 mei 2026",
        Consent(rules_sent_at=AT, rules_sent_how=SentHow.GROUP): "Kreeg de afspraken: in de groep, 3 mei 2026",
        Consent(rules_sent_at=AT, rules_sent_how=SentHow.PRIVATE): "Kreeg de afspraken: privé, 3 mei 2026",
        Consent(rules_sent_at=AT, rules_sent_how=SentHow.PAPER): "Kreeg de afspraken: op papier, 3 mei 2026",
        Consent(rules_sent_at=AT, rules_sent_how=SentHow.SPOKEN): "Kreeg de afspraken: verteld, 3 mei 2026",
    }
    for how, said in (
        (None, "3 mei 2026"),
        (ConfirmedHow.CHAT, "schreef het, 3 mei 2026"),
        (ConfirmedHow.REACTION, "duim omhoog, 3 mei 2026"),
        (ConfirmedHow.BY_HAND, "zei het, 3 mei 2026"),
        (ConfirmedHow.ON_JOINING, "bij het aanmelden, 3 mei 2026"),
    ):
        rules[Consent(rules_sent_at=AT, rules_confirmed_at=AT, rules_confirmed_how=how)] = f"Las de afspraken: {said}"
    assert {consent: facts.consent_words(consent, ZONE)[1] for consent in rules} == rules
