"""The door: from a question to the guides that may answer it, how sure we are, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.evidence import Evidence
from retrieval.index import Index
from retrieval.questions import CLASSES, DECLINED, OUTSIDE
from retrieval.text import normalise
from retrieval.thresholds import Verdict

HITS = 10
"""Guides named in an answer's candidates, at most."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A guide that may answer, its section that fits best (none where the guide as a whole does), and its probability."""

    guide: str
    section: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Hits:
    """The verdict, the probability that it is right to answer with the first hit, and the hits, best first."""

    verdict: Verdict
    confidence: float
    hits: tuple[Hit, ...]


NOTHING = Hits(Verdict.UNKNOWN, 0.0, ())


def search(index: Index, question: str) -> Hits:
    """The hits for a question; a text without a single word is unknown. Deterministic: same index, same hits."""
    if not any(letter.isalnum() for letter in normalise(question)):
        return NOTHING
    evidence = index.evidence(question)
    chance = index.ranking.probabilities(evidence.features, index.targets)
    guides = [number for number in np.argsort(-chance, kind="stable") if index.targets[number] not in CLASSES][:HITS]
    hits = tuple(
        Hit(index.targets[number], _section(index, index.targets[number], evidence), round(float(chance[number]), 4))
        for number in guides
    )
    outside, declined = (float(chance[index.targets.index(name)]) for name in (OUTSIDE, DECLINED))
    verdict = index.ranking.thresholds.verdict(hits[0].score if hits else 0.0, outside, declined)
    return Hits(verdict, hits[0].score if hits else 0.0, hits)


def _section(index: Index, guide: str, evidence: Evidence) -> str | None:
    """The section of a guide whose passages fit best; none where the words about the guide as a whole fit better."""
    places = index.places_of(guide)
    if not len(places):
        return None
    best = places[int(np.argmax(evidence.passages[places]))]
    section: str | None = index.passages[best].section
    return section


def best_passages(index: Index, question: str, guide: str, count: int) -> Sequence[tuple[str, float]]:
    """The passages of a guide that speak for it most, with their scores: why it was found."""
    evidence = index.evidence(question)
    places = index.places_of(guide)
    order = places[np.argsort(-evidence.passages[places], kind="stable")][:count]
    return [(index.passages[place].text, round(float(evidence.passages[place]), 4)) for place in order]
