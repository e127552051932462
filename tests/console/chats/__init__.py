"""Tests of the chat readers."""
