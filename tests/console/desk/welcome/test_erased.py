"""Ninety days after somebody left, nothing is kept of what he was sent in private or read."""

from datetime import timedelta

from sqlalchemy import select, update

from console.desk.forgetting import retention
from console.desk.logbook import entry, logbook
from console.desk.welcome.sending import post_private, to_members
from console.domain.welcome import ConfirmedHow
from console.store.tables import decisions, members, memberships, todos, welcomes
from tests.console.desk.conftest import NOW

READ = ("rules_sent_at", "rules_reminded_at", "rules_confirmed_at")


def test_words_in_private_and_what_is_known_of_the_rules_go_with_who_left(console, chat, clock) -> None:
    gone = chat.member("Willemijn Terpstra", joined_at=NOW - timedelta(days=300))
    to_members(console, {gone: "Hoi Willemijn, hebt u de afspraken al gelezen?"})
    with console.store.writing() as connection:
        known = dict.fromkeys(READ, NOW) | {"rules_confirmed_how": ConfirmedHow.CHAT.value}
        connection.execute(update(members).values(known))
        connection.execute(update(memberships).values(left_at=NOW))
    post_private(console, gone, "Hoi Willemijn, u gaat uit de groep.")
    clock.forward(days=91)
    retention.run(console)
    with console.store.reading() as connection:
        row = connection.execute(select(*(members.c[name] for name in (*READ, "rules_confirmed_how")))).one()
        kept = [
            connection.scalars(select(column)).all() for column in (todos.c.text, welcomes.c.text, decisions.c.note)
        ]
    assert set(row) == {None}
    assert "Willemijn" not in repr(kept)
    assert "Willemijn" not in repr([entry(console, line.id) for line in logbook(console)])
