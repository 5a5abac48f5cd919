"""Weights and thresholds are fitted, not invented."""

import numpy as np

from retrieval.evidence import FEATURES
from retrieval.questions import CLASSES
from retrieval.ranking import Ranking
from retrieval.thresholds import Thresholds, Verdict

TARGETS = ("police", "blackmail", "first-hour", *CLASSES)


def questions(count: int, seed: int = 1) -> tuple[list[np.ndarray], list[int]]:
    """Questions whose right target has the larger first feature, mostly."""
    draw = np.random.default_rng(seed)
    wanted = draw.integers(0, len(TARGETS), size=count)
    evidence = []
    for right in wanted:
        features = draw.random((len(TARGETS), len(FEATURES))).astype(np.float32)
        features[right, 0] += 0.8
        evidence.append(features)
    return evidence, wanted.tolist()


def test_what_speaks_for_the_right_guide_gets_the_weight() -> None:
    ranking = Ranking.fit(*questions(400), TARGETS)

    assert ranking.weights[0] > 3 * max(map(abs, ranking.weights[1:]))


def test_probabilities_are_calibrated_on_questions_of_the_same_kind() -> None:
    ranking = Ranking.fit(*questions(2000), TARGETS)
    evidence, wanted = questions(2000, seed=2)

    chances = np.stack([ranking.probabilities(features, TARGETS) for features in evidence])

    best = chances.max(axis=1)
    right = chances.argmax(axis=1) == np.array(wanted)
    assert np.allclose(chances.sum(axis=1), 1)
    assert abs(best.mean() - right.mean()) < 0.05


def test_thresholds_never_answer_what_should_be_declined_when_it_can_be_told() -> None:
    chances = np.array([[0.9, 0.05, 0.03, 0.01, 0.01]] * 50 + [[0.1, 0.05, 0.05, 0.1, 0.7]] * 50)
    wanted = np.array([0] * 50 + [4] * 50)

    thresholds = Thresholds.fit(chances, wanted, TARGETS)

    assert thresholds.verdict(best=0.9, outside=0.01, declined=0.01) is Verdict.ANSWER
    assert thresholds.verdict(best=0.1, outside=0.1, declined=0.7) is Verdict.DECLINED


def test_between_two_near_guides_it_asks_back() -> None:
    chances = np.array(
        [[0.45, 0.44, 0.05, 0.03, 0.03], [0.44, 0.45, 0.05, 0.03, 0.03]] * 50 + [[0.95, 0.02, 0.01, 0.01, 0.01]] * 50
    )
    wanted = np.array([0, 0] * 50 + [0] * 50)

    thresholds = Thresholds.fit(chances, wanted, TARGETS)

    assert thresholds.verdict(best=0.45, outside=0.03, declined=0.03) is Verdict.CHOICES
    assert thresholds.verdict(best=0.95, outside=0.01, declined=0.01) is Verdict.ANSWER


def test_declining_comes_before_not_knowing_and_that_before_an_answer() -> None:
    thresholds = Thresholds(answer=0.3, outside=0.3, declined=0.3)

    assert thresholds.verdict(best=0.3, outside=0.3, declined=0.3) is Verdict.DECLINED
    assert thresholds.verdict(best=0.4, outside=0.3, declined=0.2) is Verdict.UNKNOWN
    assert thresholds.verdict(best=0.4, outside=0.2, declined=0.2) is Verdict.ANSWER
    assert thresholds.verdict(best=0.2, outside=0.2, declined=0.2) is Verdict.CHOICES
