"""Reads chat exports: one file per format, each streams ``domain.Message`` and never sees a database."""
