"""What every search for personal data gives back."""

from typing import NamedTuple

from console.domain.judgement import PersonalData


class Found(NamedTuple):
    """A piece of personal data: its type and where it stands in the folded text, end not included."""

    kind: PersonalData
    start: int
    end: int
