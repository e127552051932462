"""Connections to services on the network: each a small protocol, behind a carrier of the outbox."""
