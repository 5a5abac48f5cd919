"""The meaning side of search: exact inner products over encoder rows. faiss is imported only here."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

import faiss
import numpy as np

faiss.omp_set_num_threads(1)  # The index is small: threads cost more than they bring.


class VectorIndex:
    """Rows by nearness of meaning; rows are numbered as they were given."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def of(cls, rows: np.ndarray) -> Self:
        """An exact index of float32 rows."""
        index = faiss.IndexFlatIP(rows.shape[1])
        index.add(rows)
        return cls(index)

    def save(self, file: Path) -> None:
        """Writes the index."""
        faiss.write_index(self._index, str(file))

    @classmethod
    def open(cls, file: Path) -> Self:
        """Reads what `save` wrote, by memory map."""
        return cls(faiss.read_index(str(file), faiss.IO_FLAG_MMAP_IFC))

    def rows(self) -> np.ndarray:
        """The rows themselves, in order: float32, shape (count, width)."""
        found: np.ndarray = self._index.reconstruct_n(0, self._index.ntotal)
        return found

    def nearest(self, row: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
        """Inner products and numbers of the nearest rows, best first."""
        scores, numbers = self._index.search(row[None, :], min(count, self._index.ntotal))
        return scores[0], numbers[0]
