"""The words of the field as values: frozen, without behaviour that needs a database or a window."""
