"""From evidence to probability: a small conditional logit, fitted on the development questions when the index is built."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
from pydantic import BaseModel, ConfigDict

from retrieval.evidence import FEATURES
from retrieval.questions import CLASSES
from retrieval.thresholds import Thresholds

_RIDGE = 1e-3
_NEWTON_STEPS = 40


class Ranking(BaseModel):
    """Weights of the features, and a bias for each class that is no guide; belongs to one index."""

    model_config = ConfigDict(frozen=True)

    weights: tuple[float, ...]
    biases: dict[str, float]
    thresholds: Thresholds = Thresholds()

    @classmethod
    def fit(cls, evidence: Sequence[np.ndarray], wanted: Sequence[int], targets: Sequence[str]) -> Self:
        """The weights under which the wanted targets are likeliest, by Newton's method with a small ridge.

        evidence: one array (targets, len(FEATURES)) a question; wanted: the number of the right target.
        """
        design = np.stack([_with_biases(features, targets) for features in evidence]).astype(np.float64)
        right = np.asarray(wanted)
        weights = _likeliest(design, right)
        chances = _softmax(design @ weights)
        return cls(
            weights=tuple(weights[: len(FEATURES)].round(6)),
            biases=dict(zip(CLASSES, weights[len(FEATURES) :].round(6).tolist(), strict=True)),
            thresholds=Thresholds.fit(chances, right, targets),
        )

    def probabilities(self, features: np.ndarray, targets: Sequence[str]) -> np.ndarray:
        """The probability of each target: float64, shape (targets,), sum 1."""
        logits = features @ np.array(self.weights)
        for number, target in enumerate(targets):
            logits[number] += self.biases.get(target, 0.0)
        return _softmax(logits)


def _with_biases(features: np.ndarray, targets: Sequence[str]) -> np.ndarray:
    marks = np.array([[float(target == name) for name in CLASSES] for target in targets])
    return np.hstack([features, marks])


def _likeliest(design: np.ndarray, right: np.ndarray) -> np.ndarray:
    """The weights of the greatest penalised likelihood, by Newton steps that are halved until they help."""
    weights = np.zeros(design.shape[2])
    reached = _loss(design, right, weights)
    for _ in range(_NEWTON_STEPS):
        step, size = _newton_step(design, right, weights), 1.0
        while (tried := _loss(design, right, weights + size * step)) > reached and size > 1e-4:
            size /= 2
        if reached - tried < 1e-9:
            break
        weights, reached = weights + size * step, tried
    return weights


def _loss(design: np.ndarray, right: np.ndarray, weights: np.ndarray) -> float:
    chance = _softmax(design @ weights)[np.arange(len(right)), right]
    return float(-np.log(chance + 1e-300).mean() + 0.5 * _RIDGE * weights @ weights)


def _newton_step(design: np.ndarray, right: np.ndarray, weights: np.ndarray) -> np.ndarray:
    count = len(right)
    chance = _softmax(design @ weights)
    mean = np.einsum("qt,qtf->qf", chance, design)
    gradient = (design[np.arange(count), right] - mean).sum(axis=0) / count - _RIDGE * weights
    flat = design.reshape(-1, design.shape[2])
    second = (flat.T @ (flat * chance.reshape(-1, 1)) - mean.T @ mean) / count
    return np.linalg.solve(second + _RIDGE * np.eye(len(weights)), gradient)


def _softmax(logits: np.ndarray) -> np.ndarray:
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    result: np.ndarray = raised / raised.sum(axis=-1, keepdims=True)
    return result
