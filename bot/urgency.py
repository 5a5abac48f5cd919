"""Whether a message speaks of danger now; asked before anything is searched."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from bot.danger_signs import Matcher, SignsOfText, weakening
from bot.nearness import NEARNESS, Nearness, Rows
from bot.urgency_weights import WEIGHTS, Weights, read_weights
from knowledge.urgent import Label, LoadedUrgent, load_urgent

__all__ = ["Label", "Urgency"]

HINTS_COUNTED = 3
"""Hints beyond these add nothing: a long text has many."""


class Urgency:
    """Finds labels by phrases, and by nearness to examples where there is an encoder, weighed together.

    Without weights that belong to this encoder the phrases decide alone. Weights fitted on another `urgent.yaml` may
    add alerts but silence none: what a moderator has just written counts at once.
    """

    def __init__(self, loaded: LoadedUrgent, encoder: Rows | None = None, weights: Weights | None = None) -> None:
        self.matcher = Matcher(loaded.urgent)
        fits = weights is not None and weights.fits(self.matcher, encoder)
        self._weights = weights if fits else None
        self._fresh = fits and weights is not None and weights.fingerprint == loaded.fingerprint
        self._nearness = Nearness(loaded.urgent, encoder, weights.directions) if fits and weights and encoder else None

    @classmethod
    def load(cls, folder: Path, encoder: Rows | None = None) -> Urgency:
        """What `urgent.yaml` of a knowledge folder says; without such a file nothing alerts."""
        return cls(load_urgent(folder), encoder, read_weights(WEIGHTS))

    def labels(self, text: str) -> tuple[Label, ...]:
        """The labels that hold for a text, the gravest first."""
        signs = self.matcher.signs(text)
        near = self._nearness.features(text) if self._nearness else {}
        return tuple(label for label in Label if label in signs.found and self._holds(label, signs, near.get(label)))

    def _holds(self, label: Label, signs: SignsOfText, near: np.ndarray | None) -> bool:
        by_phrases = signs.found[label].alerts
        if self._weights is None or near is None:
            return by_phrases
        weighed = self._weights.score(label, features(label, signs, self.matcher, near)) > 0
        return weighed or (by_phrases and not self._fresh)


def feature_names(label: Label, matcher: Matcher) -> tuple[str, ...]:
    """What the weights of a label weigh, in order."""
    return ("says", "suggests", "said", "suggested", "hints", *weakening(matcher.contexts, label), *NEARNESS)


def features(label: Label, signs: SignsOfText, matcher: Matcher, near: np.ndarray) -> np.ndarray:
    """The features of one text for a label, in the order of `feature_names`."""
    found = signs.found[label]
    phrases = (found.says, found.suggests, found.said, found.suggested, min(found.hints, HINTS_COUNTED))
    contexts = (name in signs.contexts for name in weakening(matcher.contexts, label))
    return np.concatenate([np.array([*phrases, *contexts], dtype=np.float64), near])
