"""Training text: the general corpus (a folder given to the program) and the project's own questions."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.model import KnowledgeBase
from retrieval import questions
from retrieval.passages import PassageKind, passages_of
from retrieval.text import normalise

QUESTIONS = Path(__file__).parent / "questions"
"""Questions in people's own words, `{"guide" | "label", "lang", "text"}` a line, written for this project."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts of the same meaning, normalised: Korean and English, or a paraphrase."""

    one: str
    other: str
    source: str


_LEFT_OUT = "ms:"
"""Software documentation: measured to take away more than it gives in this domain."""


def translations(corpus: Path) -> list[Pair]:
    """Korean-English pairs, Korean first, in file order, without software documentation."""
    return [
        Pair(normalise(row["ko"]), normalise(row["en"]), row["src"])
        for row in _rows(corpus / "parallel.jsonl.gz")
        if not row["src"].startswith(_LEFT_OUT)
    ]


def paraphrases(corpus: Path) -> list[Pair]:
    """Pairs of one language that mean nearly the same."""
    return [Pair(normalise(row["a"]), normalise(row["b"]), row["src"]) for row in _rows(corpus / "paraphrase.jsonl.gz")]


def glossary(corpus: Path) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Words of the domain: Korean synonyms and English synonyms of each entry."""
    entries = []
    for line in (corpus / "glossary.txt").read_text("utf-8").splitlines():
        if "|" in line and not line.startswith("#"):
            korean, english = line.split("|", 1)
            entries.append(
                (tuple(normalise(word) for word in korean.split(";")), tuple(normalise(word) for word in english.split(";")))
            )
    return entries


def own_questions() -> list[questions.Question]:
    """The project's own training questions."""
    return questions.read(sorted(QUESTIONS.glob("*.jsonl")))


_GLOSSARY_DRAWS = 6
"""Random pairings of synonyms taken from each glossary entry."""


def domain_pairs(corpus: Path, base: KnowledgeBase, chance: random.Random) -> list[Pair]:
    """Pairs of the domain: glossary synonyms across and within languages, and the guides' own sentences."""
    pairs = []
    for korean, english in glossary(corpus):
        for _ in range(_GLOSSARY_DRAWS):
            other = english if chance.random() < 0.75 else korean
            pairs.append(Pair(chance.choice(korean), chance.choice(other), "glossary"))
    told = [passage for passage in passages_of(base) if passage.kind is not PassageKind.ASKED]
    sides = ([passage for passage in told if passage.language == language] for language in ("ko", "en"))
    for ko, en in zip(*sides, strict=True):
        pairs.append(Pair(normalise(ko.text), normalise(en.text), "guides"))
    return pairs


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)
