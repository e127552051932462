"""Which groups somebody can ask to join."""

from console.desk.joining import where
from tests.console.desk.conftest import NOW


def test_open_groups_are_told_apart_and_archived_ones_left_out(console, make_group):
    kade = make_group("kade")
    free = make_group("Aan zee", join_policy="open")
    make_group("Oud", archived_at=NOW)
    assert [(door.group_id, door.name, door.is_open) for door in where.doors(console)] == [
        (free.group_id, "Aan zee", True),
        (kade.group_id, "kade", False),
    ]
