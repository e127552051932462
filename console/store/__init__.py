"""The database: one encrypted SQLite file. Any thread may ask for a connection; a connection stays in its thread."""
