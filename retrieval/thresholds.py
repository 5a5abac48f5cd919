"""When to answer, when to ask back, when to say we don't know: thresholds chosen for stated costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

import numpy as np
from pydantic import BaseModel, ConfigDict

from retrieval.questions import CLASSES, DECLINED, OUTSIDE

CHOICES = 3
"""Guides that count as offered when asking back."""


class Verdict(StrEnum):
    """What the evidence allows: to answer, to ask back with choices, to say we don't know, or to decline."""

    ANSWER = "answer"
    CHOICES = "choices"
    UNKNOWN = "unknown"
    DECLINED = "declined"


_ENDS = tuple(Verdict)

COSTS: dict[str, dict[Verdict, float]] = {
    "guide first": {Verdict.ANSWER: 0.0, Verdict.CHOICES: 0.25, Verdict.UNKNOWN: 1.4, Verdict.DECLINED: 1.5},
    "guide among choices": {Verdict.ANSWER: 0.7, Verdict.CHOICES: 0.25, Verdict.UNKNOWN: 1.2, Verdict.DECLINED: 1.5},
    "guide missed": {Verdict.ANSWER: 1.0, Verdict.CHOICES: 0.7, Verdict.UNKNOWN: 0.6, Verdict.DECLINED: 1.5},
    OUTSIDE: {Verdict.ANSWER: 1.0, Verdict.CHOICES: 0.4, Verdict.UNKNOWN: 0.0, Verdict.DECLINED: 0.3},
    DECLINED: {Verdict.ANSWER: 2.0, Verdict.CHOICES: 1.5, Verdict.UNKNOWN: 0.15, Verdict.DECLINED: 0.0},
}
"""What each end of a question costs the person, by what would have been right; 0 is what she needed.

An answer from the wrong guide still offers the next guides as buttons, so a guide that is second or third is not lost.
"""


class Thresholds(BaseModel):
    """Where a probability is enough to answer, and where it is enough to say no."""

    model_config = ConfigDict(frozen=True)

    answer: float = 0.5
    outside: float = 0.5
    declined: float = 0.5

    def verdict(self, best: float, outside: float, declined: float) -> Verdict:
        """Declined before unknown before an answer; what is left asks back."""
        if declined >= self.declined:
            return Verdict.DECLINED
        if outside >= self.outside:
            return Verdict.UNKNOWN
        return Verdict.ANSWER if best >= self.answer else Verdict.CHOICES

    @classmethod
    def fit(cls, chances: np.ndarray, wanted: np.ndarray, targets: Sequence[str]) -> Self:
        """The thresholds that cost least on questions whose targets are known.

        chances: float, shape (questions, targets); wanted: the number of each question's target.
        """
        outcome = _Outcomes.of(chances, wanted, targets)
        tries = [
            cls(answer=answer, outside=outside, declined=declined)
            for answer in _STEPS
            for outside in _STEPS
            for declined in _STEPS
        ]
        return min(tries, key=outcome.cost)


_STEPS = tuple(np.arange(0.2, 0.91, 0.05).round(2).tolist())


@dataclass(frozen=True)
class _Outcomes:
    """What the thresholds need to know of each question: three probabilities, and what each end would cost."""

    best: np.ndarray
    outside: np.ndarray
    declined: np.ndarray
    costs: np.ndarray
    """Shape (questions, ends)."""

    @classmethod
    def of(cls, chances: np.ndarray, wanted: np.ndarray, targets: Sequence[str]) -> Self:
        guides = np.array([target not in CLASSES for target in targets])
        ranked = np.argsort(-np.where(guides, chances, -1.0), axis=1, kind="stable")[:, :CHOICES]
        numbers = [list(targets).index(name) for name in CLASSES]
        first, among = ranked[:, 0] == wanted, (ranked == wanted[:, None]).any(axis=1)
        rows = np.select([wanted == numbers[0], wanted == numbers[1], first, among], [3, 4, 0, 1], 2)
        table = np.array([[COSTS[name][end] for end in _ENDS] for name in COSTS])
        best = np.take_along_axis(chances, ranked[:, :1], 1)[:, 0]
        return cls(best, chances[:, numbers[0]], chances[:, numbers[1]], table[rows])

    def cost(self, thresholds: Thresholds) -> float:
        """The mean cost of a question."""
        declines = self.declined >= thresholds.declined
        unknown = self.outside >= thresholds.outside
        ends = np.select([declines, unknown, self.best >= thresholds.answer], [3, 2, 0], 1)
        return float(np.take_along_axis(self.costs, ends[:, None], 1).mean())
