"""Who asks to join a group: how a request comes in, what is looked at, what is decided, and what is kept of it."""
