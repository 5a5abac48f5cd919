"""How near a text and each of its sentences are to the examples of `urgent.yaml`, by meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from knowledge.model import LANGUAGES
from knowledge.urgent import Label, Urgent
from retrieval.text import sentences

NEARNESS = ("near", "near_three", "near_calm", "margin", "direction")
"""Features a label gets, in order.

near: the nearest alerting example; near_three: mean of the nearest three; near_calm: mean of the nearest three calm
sentences; margin: the two means' difference in the sentence where it is greatest; direction: inner product with the
direction that fitting learned, where it is greatest.
"""

LONGEST = 12
"""Sentences looked at besides the whole text."""


class Rows(Protocol):
    """Meaning of texts as unit rows: `retrieval.encoder.Encoder`."""

    @property
    def identity(self) -> str:
        """A name that changes whenever the rows would."""

    def rows(self, texts: Sequence[str]) -> np.ndarray:
        """Float32, shape (len(texts), width)."""


@dataclass(frozen=True)
class Places:
    """Row numbers of a label's alerting and calm sentences."""

    alerting: np.ndarray
    calm: np.ndarray


class Nearness:
    """The rows of all examples, and where each label's stand."""

    def __init__(self, urgent: Urgent, encoder: Rows, directions: Mapping[Label, np.ndarray]) -> None:
        self._encoder, self._directions = encoder, directions
        self.texts, self.places = example_places(urgent)
        self._rows = encoder.rows(self.texts)

    def features(self, text: str, apart_from: str | None = None) -> dict[Label, np.ndarray]:
        """For each label the features of NEARNESS; `apart_from` leaves one example out, for fitting."""
        rows = self._encoder.rows(parts(text))
        scores = rows @ self._rows.T
        if apart_from is not None and apart_from in self.texts:
            scores[:, self.texts.index(apart_from)] = -1
        return {label: self._of_label(label, rows, scores) for label in self.places}

    def _of_label(self, label: Label, rows: np.ndarray, scores: np.ndarray) -> np.ndarray:
        places = self.places[label]
        alerting, calm = _top_three(scores[:, places.alerting]), _top_three(scores[:, places.calm])
        direction = self._directions.get(label)
        along = 0.0 if direction is None else float((rows @ direction[:-1] + direction[-1]).max())
        means = alerting.mean(axis=1)
        margins = means - calm.mean(axis=1)
        best = int(margins.argmax())
        return np.array([alerting[:, 0].max(), means.max(), calm.mean(axis=1)[best], margins[best], along], dtype=np.float64)


def parts(text: str) -> list[str]:
    """A text, and its sentences where there are several."""
    several = sentences(text)
    return [text, *several[:LONGEST]] if len(several) > 1 else [text]


def example_places(urgent: Urgent) -> tuple[list[str], dict[Label, Places]]:
    """Every sentence of the file once, and the places of each label's; calm for one label is calm for all but its own."""
    alerting = {
        label: [text for language in LANGUAGES for text in signs.examples.in_(language)] for label, signs in urgent.labels.items()
    }
    calm = [text for signs in urgent.labels.values() for language in LANGUAGES for text in signs.calm.in_(language)]
    texts = list(dict.fromkeys([text for group in alerting.values() for text in group] + calm))
    numbers = {text: number for number, text in enumerate(texts)}

    def places(label: Label) -> Places:
        own = {numbers[text] for text in alerting[label]}
        return Places(np.array(sorted(own), dtype=int), np.array(sorted({numbers[text] for text in calm} - own), dtype=int))

    return texts, {label: places(label) for label in urgent.labels if alerting[label] and calm}


def _top_three(scores: np.ndarray) -> np.ndarray:
    """The three greatest of each row, greatest first; fewer where there are fewer."""
    count = min(3, scores.shape[1])
    return -np.sort(-np.partition(scores, -count, axis=1)[:, -count:], axis=1)
