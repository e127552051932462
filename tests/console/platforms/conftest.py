"""A town that runs Signalen, on this computer."""

from collections.abc import Iterator

import pytest

from tests.tools.signalen_server import Town, running


@pytest.fixture
def town() -> Iterator[Town]:
    """A server that answers as Signalen does."""
    with running() as found:
        yield found
