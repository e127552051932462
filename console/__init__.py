"""What is true and what may happen: chats, judgement, store and the desk of an administrator. Never imports Qt."""
