"""First stage: Korean and English meaning from translations, paraphrases, the glossary and an English teacher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from rich.progress import track
from torch.nn import functional

from retrieval.hashed_embedding import HashedEmbedding
from retrieval.train.bags import Bags

BATCH = 1024
_TEMPERATURE = 0.05
_TEACHER_COSINE = 4.0
_PARAPHRASE_WEIGHT = 0.3
_PARAPHRASE_EVERY = 3
_DOMAIN_WEIGHT = 0.3
_DOMAIN_EVERY = 2
_SIDE_BATCH = 256
_RATE = 0.02
_WARM_UP = 50


@dataclass(frozen=True)
class General:
    """What the first stage learns from; rows of the same index belong together."""

    korean: Bags
    english: Bags
    noisy_korean: Bags
    """The Korean side typed badly; used in every fourth batch."""
    taught: np.ndarray
    """The teacher's rows of the English side."""
    weights: np.ndarray
    """How often each pair is drawn."""
    paraphrases: tuple[Bags, Bags]
    paraphrase_weights: np.ndarray
    domain: tuple[Bags, Bags]
    """Pairs of the domain's own words and sentences."""


def train_general(module: HashedEmbedding, data: General, steps: int, seed: int) -> None:
    """Trains both tables in place with Adam, warm-up and a cosine decay."""
    draw = np.random.default_rng(seed)
    taught = torch.from_numpy(data.taught)
    optimiser = torch.optim.Adam(module.parameters(), lr=_RATE, betas=(0.9, 0.99))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate_at(step, steps))
    batches = draw.choice(len(taught), size=(steps, BATCH), p=data.weights)
    for step in track(range(steps), description="general pairs"):
        korean = data.noisy_korean if step % 4 == 3 else data.korean
        loss = _pair_loss(module, korean, data.english, batches[step], taught)
        if step % _PARAPHRASE_EVERY == 0:
            places = draw.choice(len(data.paraphrase_weights), size=_SIDE_BATCH, p=data.paraphrase_weights)
            loss = loss + _PARAPHRASE_WEIGHT * _contrast_of(module, data.paraphrases, places)
        if step % _DOMAIN_EVERY == 0:
            places = draw.choice(len(data.domain[0].pieces.starts) - 1, size=_SIDE_BATCH)
            loss = loss + _DOMAIN_WEIGHT * _contrast_of(module, data.domain, places)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()


def _rate_at(step: int, steps: int) -> float:
    if step < _WARM_UP:
        return (step + 1) / _WARM_UP
    return 0.02 + 0.98 * 0.5 * (1 + float(np.cos(np.pi * step / steps)))


def _pair_loss(module: HashedEmbedding, korean: Bags, english: Bags, places: np.ndarray, taught: torch.Tensor) -> torch.Tensor:
    ko, en, teacher = _unit(module, korean, places), _unit(module, english, places), taught[places]
    pull = (1 - (ko * teacher).sum(1)).mean() + (1 - (en * teacher).sum(1)).mean()
    return _contrast(ko, en) + _contrast(ko, teacher) + _contrast(en, teacher) + _TEACHER_COSINE * pull


def _contrast_of(module: HashedEmbedding, sides: Sequence[Bags], places: np.ndarray) -> torch.Tensor:
    return _contrast(_unit(module, sides[0], places), _unit(module, sides[1], places))


def _unit(module: HashedEmbedding, bags: Bags, places: np.ndarray) -> torch.Tensor:
    return functional.normalize(module(bags.features(places, module))["sentence_embedding"])


def _contrast(one: torch.Tensor, other: torch.Tensor) -> torch.Tensor:
    """InfoNCE in both directions with in-batch negatives."""
    scores = one @ other.T / _TEMPERATURE
    wanted = torch.arange(len(scores))
    return (functional.cross_entropy(scores, wanted) + functional.cross_entropy(scores.T, wanted)) / 2
