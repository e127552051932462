"""What the window shows before a console is open: why it is not, and what a person can do about that."""
