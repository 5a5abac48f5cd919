"""From text to meaning: the bundled Korean-English encoder without torch, or any sentence-transformers model."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from retrieval.grams import hashed_grams
from retrieval.text import normalise

BUNDLED = Path(__file__).parent / "models" / "gyeot-ko-en"


class EncoderMissing(Exception):
    """No encoder could be loaded; the sentence says which, and what to do. Search goes on with words alone."""


class Encoder(Protocol):
    """Meaning of texts as unit rows."""

    @property
    def identity(self) -> str:
        """A name that changes whenever the rows would: what is fitted on one encoder is refused by another."""

    def rows(self, texts: Sequence[str]) -> np.ndarray:
        """Meaning of each text as a unit row: float32, shape (len(texts), width), in the order given.

        An empty text gives a row of zeros, which is near nothing.
        """

    def targets(self) -> TargetRows | None:
        """What training learned of each guide for these rows, if anything."""


@dataclass(frozen=True)
class TargetRows:
    """What training learned of each guide (and of `outside`, `declined`): float32 rows and their names."""

    names: tuple[str, ...]
    rows: np.ndarray


class BundledEncoder:
    """Mean of word-piece rows plus mean of hashed n-gram rows; int8 tables in the sentence-transformers folder."""

    def __init__(self, folder: Path) -> None:
        """Raises EncoderMissing where the folder is not whole."""
        try:
            self._load(folder)
        except Exception as fault:
            raise EncoderMissing(
                f"the encoder in {folder} can't be read ({type(fault).__name__}): put the folder back whole"
            ) from fault

    def _load(self, folder: Path) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        self._folder = folder
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tables = load_file(folder / "model.safetensors")
        self._pieces, self._piece_scale = tables["pieces"], tables["pieces_scale"].astype(np.float32)
        self._grams, self._gram_scale = tables["grams"], tables["grams_scale"].astype(np.float32)
        self._gram_weight = float(json.loads((folder / "config.json").read_text("utf-8"))["gram_weight"])

    @cached_property
    def identity(self) -> str:
        """Hash of tokenizer and tables."""
        digest = hashlib.sha256()
        for name in ("tokenizer.json", "model.safetensors", "config.json"):
            digest.update((self._folder / name).read_bytes())
        return f"{self._folder.name}:{digest.hexdigest()[:16]}"

    def rows(self, texts: Sequence[str]) -> np.ndarray:
        """Unit rows; see Encoder."""
        rows = np.zeros((len(texts), self._pieces.shape[1]), dtype=np.float32)
        for at, text in enumerate(texts):
            if words := normalise(text):
                rows[at] = self._row(words)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        np.divide(rows, lengths, out=rows, where=lengths > 0)
        return rows

    def _row(self, text: str) -> np.ndarray:
        pieces = np.array(self._tokenizer.encode(text, add_special_tokens=False).ids or [0])
        grams = hashed_grams(text, len(self._grams))
        row: np.ndarray = self._piece_scale[pieces] @ self._pieces[pieces].astype(np.float32) / len(pieces)
        row += self._gram_weight / len(grams) * (self._gram_scale[grams] @ self._grams[grams].astype(np.float32))
        return row

    def targets(self) -> TargetRows | None:
        """The learned rows that belong to these tables, if the folder has them."""
        from safetensors.numpy import load_file

        file = self._folder / "targets.safetensors"
        if not file.exists():
            return None
        names = json.loads((self._folder / "config.json").read_text("utf-8"))["targets"]
        return TargetRows(tuple(names), load_file(file)["rows"])


class SentenceTransformersEncoder:
    """Any model that sentence-transformers can run; needs the extra `models`."""

    def __init__(self, name: str) -> None:
        """Raises EncoderMissing where the package or the model can't be had."""
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as fault:
            raise EncoderMissing(f"GYEOT_MODEL={name} needs the extra `models`: pip install 'gyeot[models]'") from fault
        try:
            self._model: Any = SentenceTransformer(name, device="cpu")
        except Exception as fault:
            raise EncoderMissing(
                f"GYEOT_MODEL={name} can't be loaded ({type(fault).__name__}): give a folder in sentence-transformers "
                "format, or a hub name that this machine can reach"
            ) from fault
        self._name = name

    @cached_property
    def identity(self) -> str:
        """The name and a fingerprint of what the model makes of two sentences."""
        probe = self.rows(["얼굴을 합성한 사진이 퍼지고 있어요", "someone is spreading a fake photo of me"])
        return f"{self._name}:{hashlib.sha256(np.round(probe, 3).tobytes()).hexdigest()[:16]}"

    def rows(self, texts: Sequence[str]) -> np.ndarray:
        """Unit rows; see Encoder."""
        words = [normalise(text) for text in texts]
        rows: np.ndarray = self._model.encode(words, normalize_embeddings=True, show_progress_bar=False).astype(np.float32)
        rows[[not word for word in words]] = 0
        return rows

    def targets(self) -> TargetRows | None:
        """None: nothing was learned for this model."""
        return None


def load_encoder(model: str | None = None) -> BundledEncoder | SentenceTransformersEncoder:
    """The encoder that a setting names, or the bundled one. Raises EncoderMissing with a sentence for the operator."""
    if model is None or Path(model).resolve() == BUNDLED:
        return BundledEncoder(BUNDLED)
    return SentenceTransformersEncoder(model)
