"""How easy a text is to read: measured, and explained in plain words."""
