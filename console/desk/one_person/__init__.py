"""What one person may ask about his own data: to see it, to have it put right, to object, to be forgotten."""
