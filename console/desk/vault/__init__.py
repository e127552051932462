"""The keys of a store: what opens it at the start, the sheet of paper that does, and another key."""
