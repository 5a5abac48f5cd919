"""The bundled encoder as a sentence-transformers module: mean of word-piece rows plus mean of hashed n-gram rows.

Only training and `GYEOT_MODEL` need it (torch); the bot reads the same files with numpy in `encoder.py`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from sentence_transformers.base.modules.input_module import InputModule
from tokenizers import Tokenizer
from torch import nn

from retrieval.grams import hashed_grams
from retrieval.text import normalise

GRAM_WEIGHT = 1.0
"""Weight of the n-gram mean beside the piece mean; both tables are trained under it."""


class HashedEmbedding(InputModule):  # type: ignore[misc, unused-ignore]
    """Pieces and n-grams of a text, each averaged over its table, added."""

    config_keys = ["buckets"]

    def __init__(self, tokenizer: Tokenizer, pieces: torch.Tensor, grams: torch.Tensor) -> None:
        super().__init__()
        self.tokenizer: Tokenizer = tokenizer
        self.pieces = nn.EmbeddingBag.from_pretrained(pieces.float(), freeze=False, mode="mean")
        self.grams = nn.EmbeddingBag.from_pretrained(grams.float(), freeze=False, mode="mean")
        self.buckets = len(grams)

    def preprocess(self, inputs: Sequence[str], prompt: str | None = None, **_: Any) -> dict[str, torch.Tensor]:
        """Bags of piece and n-gram indices of each text, which is normalised first."""
        texts = [normalise((prompt or "") + text) for text in inputs]
        return self.bags(
            [piece_ids(self.tokenizer, text) for text in texts], [hashed_grams(text, self.buckets) for text in texts]
        )

    def bags(self, pieces: Sequence[np.ndarray], grams: Sequence[np.ndarray]) -> dict[str, torch.Tensor]:
        """The two bags as tensors: indices end to end, and where each text starts."""
        return {
            "input_ids": torch.from_numpy(np.concatenate(pieces)),
            "offsets": _starts(pieces),
            "gram_ids": torch.from_numpy(np.concatenate(grams)),
            "gram_offsets": _starts(grams),
        }

    def forward(self, features: dict[str, torch.Tensor], **_: Any) -> dict[str, torch.Tensor]:
        """Adds `sentence_embedding`, not yet of unit length."""
        pieces = self.pieces(features["input_ids"], features["offsets"])
        grams = self.grams(features["gram_ids"], features["gram_offsets"])
        features["sentence_embedding"] = pieces + GRAM_WEIGHT * grams
        return features

    def get_embedding_dimension(self) -> int:
        """Dimensions of a row."""
        return int(self.pieces.weight.shape[1])

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Writes tokenizer, int8 tables with a scale a row, and their sizes."""
        folder = Path(output_path)
        folder.mkdir(parents=True, exist_ok=True)
        self.tokenizer.save(str(folder / "tokenizer.json"))
        (folder / "config.json").write_text(json.dumps({"buckets": self.buckets}), "utf-8")
        tables = quantised("pieces", self.pieces.weight) | quantised("grams", self.grams.weight)
        save_file(tables, str(folder / "model.safetensors"))

    @classmethod
    def load(cls, model_name_or_path: str, subfolder: str = "", **_: Any) -> Self:
        """Reads what `save` wrote."""
        folder = Path(model_name_or_path) / subfolder
        tables = load_file(str(folder / "model.safetensors"))
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        return cls(tokenizer, _widened(tables, "pieces"), _widened(tables, "grams"))


def piece_ids(tokenizer: Tokenizer, text: str) -> np.ndarray:
    """Indices of the word pieces of a normalised text; an empty text has the padding piece, whose row is zero."""
    return np.array(tokenizer.encode(text, add_special_tokens=False).ids or [0], dtype=np.int64)


def quantised(name: str, table: torch.Tensor) -> dict[str, torch.Tensor]:
    """A table as int8 with one float16 scale a row."""
    scale = (table.detach().abs().amax(dim=1) / 127).clamp_min(1e-8).half()
    rows = (table.detach() / scale.float()[:, None]).round().clamp(-127, 127).to(torch.int8)
    return {name: rows.contiguous(), f"{name}_scale": scale}


def _widened(tables: dict[str, torch.Tensor], name: str) -> torch.Tensor:
    return tables[name].float() * tables[f"{name}_scale"].float()[:, None]


def _starts(bags: Sequence[np.ndarray]) -> torch.Tensor:
    return torch.from_numpy(np.cumsum([0, *(len(bag) for bag in bags[:-1])]))
