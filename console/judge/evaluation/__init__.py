"""How good the judge is on labelled messages: reading them, splitting them, measuring and telling it."""
