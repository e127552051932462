"""Two kinds of trouble: what a person can do something about, and everything else, which is a bug."""

from console import texts


class ConsoleError(Exception):
    """Root of every error that the console raises on purpose."""


class ExpectedError(ConsoleError):
    """Something that happens to people: says what is wrong, where, and what to do, in their language.

    ``key`` names a sentence in ``resources/text/*.toml`` under ``[errors]``; ``values`` fill its blanks and must
    never hold message text, because errors end up in logs.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def sentence(self, language: str = texts.DEFAULT_LANGUAGE) -> str:
        """Return the sentence for the person."""
        return texts.say(f"errors.{self.key}", language, **self.values)

    def __str__(self) -> str:
        return self.sentence("en")


class CancelledError(ConsoleError):
    """The person stopped a job; nothing of it was kept."""
