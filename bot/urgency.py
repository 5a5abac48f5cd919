"""Whether a message speaks of danger now; asked before anything is searched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import yaml

from retrieval.text import normalise

FILE = "urgent.yaml"


class Label(StrEnum):
    """A danger that a message speaks of, the gravest first."""

    DANGER = "danger"
    SUICIDE = "suicide"
    BLACKMAIL = "blackmail"
    MINOR = "minor"
    SPREADING = "spreading"


class Urgency:
    """Finds labels by the patterns that moderators wrote."""

    def __init__(self, patterns: Mapping[Label, re.Pattern[str]]) -> None:
        self._patterns = dict(patterns)

    @classmethod
    def load(cls, folder: Path, encoder: object | None = None) -> Urgency:
        """Patterns of `urgent.yaml` in a knowledge folder; none where there is no such file."""
        del encoder  # nearness to examples comes with the measured detection
        file = folder / FILE
        if not file.exists():
            return cls({})
        written = yaml.safe_load(file.read_text("utf-8")) or {}
        return cls({label: joined for label in Label if (joined := _joined(written.get(label.value) or {}))})

    def labels(self, text: str) -> tuple[Label, ...]:
        """The labels that hold for a text, the gravest first."""
        read = normalise(text)
        return tuple(label for label in Label if label in self._patterns and self._patterns[label].search(read))


def _joined(languages: Mapping[str, Mapping[str, list[str]]]) -> re.Pattern[str] | None:
    patterns = [pattern for entry in languages.values() for pattern in entry.get("patterns") or ()]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None
