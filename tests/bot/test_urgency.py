"""Danger as moderators describe it, measured on sentences that nobody wrote patterns from."""

import json
from pathlib import Path

import pytest

from bot.urgency import Label, Urgency
from knowledge.load import KNOWLEDGE

QUESTIONS = Path(__file__).parent.parent / "questions" / "urgent"

RECALL = {Label.DANGER: 0.85, Label.SUICIDE: 0.79, Label.MINOR: 0.93, Label.BLACKMAIL: 0.88, Label.SPREADING: 0.73}
"""Floors a little below what the phrases reach on the test side; weighing with nearness is still to be fitted."""
FALSE_ALARMS = 0.20


@pytest.fixture(scope="module")
def urgency() -> Urgency:
    return Urgency.load(KNOWLEDGE)


@pytest.fixture(scope="module")
def found(urgency: Urgency) -> list[tuple[set[str], set[str]]]:
    rows = [json.loads(line) for file in sorted(QUESTIONS.glob("test-*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    return [(set(row["labels"]), set(urgency.labels(row["text"]))) for row in rows]


def test_without_a_file_nothing_is_found(tmp_path: Path) -> None:
    assert Urgency.load(tmp_path).labels("살려주세요") == ()


@pytest.mark.parametrize("label", Label)
def test_danger_is_seen(found: list[tuple[set[str], set[str]]], label: Label) -> None:
    seen = [label in labels for wanted, labels in found if label in wanted]

    assert len(seen) >= 150
    assert sum(seen) / len(seen) >= RECALL[label]


def test_ordinary_words_rarely_alert(found: list[tuple[set[str], set[str]]]) -> None:
    alarms = [bool(labels) for wanted, labels in found if not wanted]

    assert len(alarms) >= 400
    assert sum(alarms) / len(alarms) <= FALSE_ALARMS


def test_the_gravest_label_comes_first(urgency: Urgency) -> None:
    labels = urgency.labels("죽고 싶어요. 돈 안 보내면 사진 퍼뜨린다고 협박해요")

    assert labels.index(Label.SUICIDE) < labels.index(Label.BLACKMAIL)
