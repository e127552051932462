"""Terugkoppeling: the ledger of answers that professionals owe, over all groups."""
