"""A console over a real store, and a disk that is nearly full."""

from tests.console.conftest import _nobodys_computer, store, store_key, store_path, store_template  # noqa: F401
from tests.console.desk.conftest import chat, clock, console, make_group, restarted  # noqa: F401
from tests.console.store.conftest import small_disk  # noqa: F401
