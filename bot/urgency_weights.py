"""The fitted weights that join phrases and nearness: what they are, where they stand, when they may be trusted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from knowledge.urgent import Label

if TYPE_CHECKING:
    from bot.danger_signs import Matcher
    from bot.nearness import Rows

WEIGHTS = Path(__file__).parent / "urgency.json"


@dataclass(frozen=True)
class Weights:
    """A logistic model for each label; a score above 0 alerts (the threshold is inside the bias)."""

    encoder: str
    """Identity of the encoder they were fitted on."""
    fingerprint: str
    """Of the `urgent.yaml` they were fitted on."""
    names: Mapping[Label, tuple[str, ...]]
    weights: Mapping[Label, np.ndarray]
    """For each label one number a feature, and the bias last."""
    directions: Mapping[Label, np.ndarray]
    """For each label a direction in the encoder's space, and its bias last."""

    def fits(self, matcher: Matcher, encoder: Rows | None) -> bool:
        """Whether they weigh what would be measured now."""
        from bot.urgency import feature_names

        return (
            encoder is not None
            and encoder.identity == self.encoder
            and all(self.names.get(label) == feature_names(label, matcher) for label in matcher.labels)
        )

    def score(self, label: Label, features: np.ndarray) -> float:
        """How far a text is above the threshold of a label."""
        return float(self.weights[label][:-1] @ features + self.weights[label][-1])


def read_weights(file: Path) -> Weights | None:
    """The weights of a file; None where there are none that can be read."""
    try:
        return _weights(json.loads(file.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_weights(weights: Weights, file: Path) -> None:
    """Writes weights as readable JSON."""
    labels = {
        label.value: {
            "weights": dict(zip((*weights.names[label], "bias"), _rounded(weights.weights[label]), strict=True)),
            "direction": _rounded(weights.directions[label]),
        }
        for label in weights.weights
    }
    written = {"encoder": weights.encoder, "fingerprint": weights.fingerprint, "labels": labels}
    text = json.dumps(written, ensure_ascii=False, indent=1)
    file.write_text(text + "\n", "utf-8")


def _weights(written: Any) -> Weights:
    labels = {Label(name): entry for name, entry in written["labels"].items()}
    return Weights(
        written["encoder"],
        written["fingerprint"],
        {label: tuple(entry["weights"])[:-1] for label, entry in labels.items()},
        {label: np.array(list(entry["weights"].values()), dtype=np.float64) for label, entry in labels.items()},
        {label: np.array(entry["direction"], dtype=np.float32) for label, entry in labels.items()},
    )


def _rounded(numbers: np.ndarray) -> list[float]:
    return [round(float(number), 4) for number in numbers]
