"""What members of a group are asked to read, and who has read it."""
