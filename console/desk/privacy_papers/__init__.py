"""The papers that the law asks of a group, filled in from what this installation really does and keeps. In Dutch.

The words stand in ``resources/privacy``; what only a person knows stays open in them, between square brackets.
"""
