"""What goes again: requests, members and texts that were kept long enough, and whoever asks to be forgotten."""
