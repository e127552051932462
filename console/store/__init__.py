"""The database: one encrypted SQLite file that holds everything. May be called from any thread; a connection may not."""
