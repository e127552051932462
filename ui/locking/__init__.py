"""The lock of the window: when it comes, what it hides, and how a person opens it."""
