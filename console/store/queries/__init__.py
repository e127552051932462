"""Statements that more than one desk needs."""
