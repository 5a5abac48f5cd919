"""Second stage: people's questions. Tables go on learning, and each guide gets a row of its own."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from rich.progress import track
from torch.nn import functional

from retrieval.grams import hashed_grams
from retrieval.hashed_embedding import HashedEmbedding, piece_ids
from retrieval.text import normalise
from retrieval.train import noise

EPOCHS = 5
BATCH = 256
SHARPNESS = 3.0
"""Inner products are multiplied by this before the softmax; guide rows start with this length too."""
_SMOOTHING = 0.05
_RATES = {"pieces": 0.0015, "grams": 0.02, "targets": 0.02}

NOISES: tuple[tuple[float, Callable[[str, random.Random], str]], ...] = (
    (0.30, noise.typed_badly),
    (0.08, noise.without_spaces),
    (0.08, noise.romanised),
    (0.08, noise.shortened),
)
"""How often each noise is put on a question of a batch; the rest stays as it was written."""


@dataclass(frozen=True)
class Labelled:
    """Normalised texts and the number of each one's target."""

    texts: tuple[str, ...]
    targets: np.ndarray


def train_questions(
    module: HashedEmbedding,
    data: Labelled,
    target_count: int,
    seed: int,
    epochs: int = EPOCHS,
    noises: Sequence[tuple[float, Callable[[str, random.Random], str]]] = NOISES,
) -> torch.Tensor:
    """Trains the tables in place and returns the targets' rows: float32, shape (target_count, width)."""
    chance = random.Random(seed)  # noqa: S311
    torch.manual_seed(seed)
    rows = torch.nn.Parameter(functional.normalize(torch.randn(target_count, module.get_embedding_dimension())) * SHARPNESS)
    optimiser = torch.optim.Adam(
        [
            {"params": module.pieces.parameters(), "lr": _RATES["pieces"]},
            {"params": module.grams.parameters(), "lr": _RATES["grams"]},
            {"params": [rows], "lr": _RATES["targets"]},
        ]
    )
    steps = epochs * (len(data.texts) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: 1 - step / steps)
    for batch in track(list(_batches(len(data.texts), epochs, chance)), description="questions"):
        texts = [_noisy(data.texts[at], chance, noises) for at in batch]
        logits = SHARPNESS * unit_rows(module, texts) @ rows.T
        loss = functional.cross_entropy(logits, torch.from_numpy(data.targets[batch]), label_smoothing=_SMOOTHING)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return rows.detach()


def unit_rows(module: HashedEmbedding, texts: Sequence[str]) -> torch.Tensor:
    """Unit rows of normalised texts."""
    bags = module.bags(
        [piece_ids(module.tokenizer, text) for text in texts], [hashed_grams(text, module.buckets) for text in texts]
    )
    return functional.normalize(module(bags)["sentence_embedding"])


def _batches(count: int, epochs: int, chance: random.Random) -> list[list[int]]:
    batches = []
    for _ in range(epochs):
        order = list(range(count))
        chance.shuffle(order)
        batches += [order[at : at + BATCH] for at in range(0, count - BATCH + 1, BATCH)]
    return batches


def _noisy(text: str, chance: random.Random, noises: Sequence[tuple[float, Callable[[str, random.Random], str]]]) -> str:
    drawn = chance.random()
    for share, change in noises:
        if drawn < share:
            return normalise(change(text, chance)) or text
        drawn -= share
    return text
