"""Hashed character n-grams: what stays alike when a word is misspelled, joined or bent."""

from __future__ import annotations

import numpy as np

LENGTHS = (1, 2, 3, 4)
_MULTIPLIER = np.uint32(0x01000193)
_MIX_ONE = np.uint32(0x85EBCA6B)
_MIX_TWO = np.uint32(0xC2B2AE35)


def hashed_grams(text: str, buckets: int) -> np.ndarray:
    """The bucket of every n-gram of a normalised text, word borders included: int64, shape (count,)."""
    codes = np.frombuffer(f" {text} ".encode("utf-32-le"), dtype=np.uint32)
    found = []
    rolling = np.full(len(codes), 0x811C9DC5, dtype=np.uint32)
    for length in LENGTHS:
        if length > len(codes):
            break
        rolling = (rolling[: len(codes) - length + 1] ^ codes[length - 1 :]) * _MULTIPLIER
        found.append(_mixed(rolling) % np.uint32(buckets))
    return np.concatenate(found).astype(np.int64)


def _mixed(hashes: np.ndarray) -> np.ndarray:
    hashes = (hashes ^ (hashes >> np.uint32(16))) * _MIX_ONE
    hashes = (hashes ^ (hashes >> np.uint32(13))) * _MIX_TWO
    mixed: np.ndarray = hashes ^ (hashes >> np.uint32(16))
    return mixed
