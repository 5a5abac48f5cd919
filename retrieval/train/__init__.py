"""The program that trains the bundled encoder: `python -m retrieval.train CORPUS`. Needs the extra `models`."""
