"""The trained model written as a sentence-transformers folder that the bot reads without torch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file

from retrieval.hashed_embedding import GRAM_WEIGHT, HashedEmbedding

_MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "retrieval.hashed_embedding.HashedEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]


def write(module: HashedEmbedding, targets: torch.Tensor, names: Sequence[str], folder: Path, trained_on: int) -> None:
    """Tables, tokenizer, learned rows and their names, and what sentence-transformers needs to load them."""
    with torch.no_grad():
        module.pieces.weight[0] = 0  # the padding piece: an empty text has no meaning
    module.save(str(folder))
    save_file({"rows": targets.contiguous()}, str(folder / "targets.safetensors"))
    config = {"buckets": module.buckets, "gram_weight": GRAM_WEIGHT, "targets": list(names), "trained_on": trained_on}
    (folder / "config.json").write_text(json.dumps(config, indent=1), "utf-8")
    (folder / "modules.json").write_text(json.dumps(_MODULES, indent=1), "utf-8")
    (folder / "1_Normalize").mkdir(exist_ok=True)
    (folder / "1_Normalize" / "config.json").write_text("{}", "utf-8")
    settings = {"model_type": "SentenceTransformer", "similarity_fn_name": "dot"}
    (folder / "config_sentence_transformers.json").write_text(json.dumps(settings, indent=1), "utf-8")
