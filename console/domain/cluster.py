"""Items of the queue that may be decided together, after one of them was shown with what sets the others apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from console.domain.decision import Item, ItemId, Seen


class ClusterKind(StrEnum):
    """What the items of a cluster have in common."""

    TEXT = "text"  # the same text, but for capitals, spaces and marks
    SENDER = "sender"
    JOINERS = "joiners"  # people who asked to join one group within an hour of the sample
    OWNER = "owner"  # answers that one professional or service owes


@dataclass(frozen=True, slots=True)
class Cluster:
    """Items that wait and are alike, at least two: ``sample`` and the others, ``differences``, in the queue's order.

    ``items`` are all of them, the sample first; ``seen`` goes with a decision about them.
    """

    kind: ClusterKind
    items: tuple[ItemId, ...]
    sample: Item
    differences: tuple[Item, ...]
    seen: Mapping[ItemId, Seen] = field(default_factory=dict, hash=False)
