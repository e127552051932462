"""The verbs of an administrator: one file per page of the window, one transaction per call."""
