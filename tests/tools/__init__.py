"""Tools for the makers, run by hand; tests use them too."""
