"""What speaks for each guide: the features that ranking weighs, from the vectors, the learned rows and the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.encoder import Encoder
from retrieval.lexical import LexicalIndex
from retrieval.passages import Passage, PassageKind
from retrieval.vectors import VectorIndex

FEATURES = ("learned", "asked_best", "asked_top", "told", "lexical", "lexical_share")
"""Columns of the evidence, in order.

learned: inner product with the row that training learned for the guide; asked_best, asked_top: nearness of the best
phrasing, and of the best three weighed; told: nearness of the best title or body; lexical, lexical_share: BM25 of the
best three passages weighed, as it is and as a share of the best guide's.
"""

TOP_WEIGHTS = np.array([1, 0.5, 0.25], dtype=np.float32) / 1.75
NEIGHBOURS = 400
"""Rows looked at for a question; what lies further away counts as nothing near."""
_LEXICAL_UNIT = 20.0
"""BM25 of a clear match, to bring scores near the range of the others."""


@dataclass(frozen=True)
class Evidence:
    """Features of every target and scores of every passage for one question."""

    features: np.ndarray
    """float32, shape (targets, len(FEATURES))."""
    passages: np.ndarray
    """How well each passage fits, for choosing the section: float32, shape (passages,)."""


class EvidenceGatherer:
    """Knows the passages, their targets and both indexes."""

    def __init__(
        self,
        passages: Sequence[Passage],
        targets: Sequence[str],
        vectors: VectorIndex | None,
        lexical: LexicalIndex,
        encoder: Encoder | None,
        learned: np.ndarray | None,
    ) -> None:
        numbers = {target: number for number, target in enumerate(targets)}
        self.targets = tuple(targets)
        self._owner = np.array([numbers[passage.guide] for passage in passages])
        self._is_asked = np.array([passage.kind is PassageKind.ASKED for passage in passages])
        self._vectors, self._lexical, self._encoder = vectors, lexical, encoder
        self._learned = learned

    def places_of(self, target: str) -> np.ndarray:
        """The numbers of a target's passages."""
        return np.flatnonzero(self._owner == self.targets.index(target))

    def gather(self, question: str) -> Evidence:
        """The evidence for a question."""
        features = np.zeros((len(self.targets), len(FEATURES)), dtype=np.float32)
        passages = self._by_words(question, features)
        if self._encoder is not None and self._vectors is not None:
            self._by_meaning(self._encoder.rows([question])[0], self._vectors, features, passages)
        return Evidence(features, passages)

    def _by_words(self, question: str, features: np.ndarray) -> np.ndarray:
        scores = self._lexical.scores(question) / _LEXICAL_UNIT
        found = np.flatnonzero(scores)
        features[:, 4] = self._top_means(found, scores[found])
        features[:, 5] = features[:, 4] / max(1e-6, features[:, 4].max())
        return np.minimum(scores, 1.0)

    def _by_meaning(self, row: np.ndarray, vectors: VectorIndex, features: np.ndarray, passages: np.ndarray) -> None:
        if self._learned is not None:
            features[:, 0] = self._learned @ row
        scores, numbers = vectors.nearest(row, NEIGHBOURS)
        scores = np.maximum(scores, 0)
        asked = self._is_asked[numbers]
        features[:, 1] = self._best(numbers[asked], scores[asked])
        features[:, 2] = self._top_means(numbers[asked], scores[asked])
        features[:, 3] = self._best(numbers[~asked], scores[~asked])
        passages[numbers] += 2 * scores

    def _best(self, numbers: np.ndarray, scores: np.ndarray) -> np.ndarray:
        best = np.zeros(len(self.targets), dtype=np.float32)
        np.maximum.at(best, self._owner[numbers], scores)
        return best

    def _top_means(self, numbers: np.ndarray, scores: np.ndarray) -> np.ndarray:
        """The three best scores of each target, weighed 1, 1/2, 1/4."""
        order = np.lexsort((-scores, self._owner[numbers]))
        owners, ranked = self._owner[numbers][order], scores[order]
        starts = np.searchsorted(owners, owners)
        place = np.arange(len(owners)) - starts
        kept = place < len(TOP_WEIGHTS)
        means = np.zeros(len(self.targets), dtype=np.float32)
        np.add.at(means, owners[kept], ranked[kept] * TOP_WEIGHTS[place[kept]])
        return means
