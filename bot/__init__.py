"""Talking with people: from a message to an answer, and from an answer to a reply."""
