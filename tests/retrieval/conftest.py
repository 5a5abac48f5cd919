"""A small index over the sample knowledge base, and the real one, each built once."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from retrieval.encoder import BUNDLED, BundledEncoder, TargetRows
from retrieval.index import Index, build
from retrieval.text import normalise, terms

SAMPLE = Path(__file__).parent.parent / "sample"


class TinyEncoder:
    """Deterministic rows from hashed terms: near in letters is near in meaning."""

    identity = "tiny:1"

    def rows(self, texts: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for term in terms(normalise(text)):
                row[int(hashlib.sha256(term.encode()).hexdigest(), 16) % 64] += 1
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.divide(rows, lengths, out=rows, where=lengths > 0)

    def targets(self) -> TargetRows | None:
        return None


@pytest.fixture(scope="session")
def sample() -> Index:
    """The sample knowledge base with the tiny encoder."""
    return build(SAMPLE, TinyEncoder())


@pytest.fixture(scope="session")
def bundled() -> BundledEncoder:
    """The encoder that comes with the program."""
    return BundledEncoder(BUNDLED)
