"""Windows of their own, opened over the main one."""
