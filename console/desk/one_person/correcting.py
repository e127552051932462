"""Putting right what is known of one person (GDPR, article 16): the change, and that he asked for it, in one entry."""

from console.desk.console import Console
from console.domain.changes import Changes
from console.domain.member import PersonId


def correct(
    console: Console, person_id: PersonId, *, words: str, name: str | None = None, phone: str | None = None
) -> Changes:
    """Give somebody another name or number ("" forgets it), as he asked; ``words`` is what he said. Can be undone.

    Raises ``ExpectedError``: ``person_gone``, ``phone_unknown``, ``name_empty``, ``nothing_to_correct``.
    """
    raise NotImplementedError
