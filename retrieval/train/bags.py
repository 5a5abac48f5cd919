"""Many texts cut into pieces and n-grams once, so that a training batch is only gathered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import torch
from tokenizers import Tokenizer

from retrieval.grams import hashed_grams
from retrieval.hashed_embedding import HashedEmbedding, piece_ids


@dataclass(frozen=True)
class Ragged:
    """Index lists of different lengths end to end: `flat` int32, `starts` int64 with one more entry than lists."""

    flat: np.ndarray
    starts: np.ndarray

    @classmethod
    def of(cls, lists: Sequence[np.ndarray]) -> Self:
        """The lists, joined."""
        starts = np.cumsum([0, *map(len, lists)])
        return cls(np.concatenate(lists).astype(np.int32), starts)

    def at(self, places: np.ndarray) -> list[np.ndarray]:
        """The lists at the places, in that order."""
        return [self.flat[self.starts[place] : self.starts[place + 1]].astype(np.int64) for place in places]


@dataclass(frozen=True)
class Bags:
    """The pieces and n-grams of many normalised texts."""

    pieces: Ragged
    grams: Ragged

    @classmethod
    def of(cls, texts: Sequence[str], tokenizer: Tokenizer, buckets: int) -> Self:
        """Bags of texts, in order."""
        return cls(
            Ragged.of([piece_ids(tokenizer, text) for text in texts]),
            Ragged.of([hashed_grams(text, buckets) for text in texts]),
        )

    def features(self, places: np.ndarray, module: HashedEmbedding) -> dict[str, torch.Tensor]:
        """The bags at the places as the module takes them."""
        return module.bags(self.pieces.at(places), self.grams.at(places))
