"""Live connections to chat platforms."""
