"""Table and list models: values and ids, never a query of their own on the GUI thread."""
