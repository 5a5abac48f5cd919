"""Catalogs of the words of the interface, one folder a language."""
