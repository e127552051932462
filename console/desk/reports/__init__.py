"""Reports: which messages are about one situation, and what came of it."""
