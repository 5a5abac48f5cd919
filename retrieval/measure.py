"""How well an index answers: recall@1, recall@3, MRR and abstention by language, on a question set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from retrieval.index import Index
from retrieval.questions import DECLINED, OUTSIDE, Question
from retrieval.search import Hits, search
from retrieval.thresholds import Verdict

GROUPS: tuple[tuple[str, Callable[[Question], bool]], ...] = (
    ("all", lambda _: True),
    ("ko", lambda question: question.lang == "ko"),
    ("en", lambda question: question.lang == "en"),
    ("mixed", lambda question: question.lang == "mixed"),
    ("chat ko", lambda question: question.manner == "chat" and question.lang == "ko"),
    ("chat en", lambda question: question.manner == "chat" and question.lang == "en"),
    ("board ko", lambda question: question.manner == "board" and question.lang == "ko"),
    ("board en", lambda question: question.manner == "board" and question.lang == "en"),
    ("variants", lambda question: question.manner == "variant"),
)
"""Rows of the report."""


@dataclass(frozen=True)
class Figures:
    """Shares of the questions of one group, 0..1; `count` in scope, `outside` and `declined` beside them."""

    group: str
    count: int
    recall_at_1: float
    recall_at_3: float
    mrr: float
    answered_right: float
    """Answered with the right guide at once."""
    answered_wrong: float
    chosen_right: float
    """Asked back, the right guide among the choices."""
    unknown: float
    """In scope, but not known or declined."""
    outside: int
    outside_answered: float
    declined: int
    declined_answered: float


def measure(index: Index, asked: Sequence[Question]) -> list[Figures]:
    """The figures of every group that has questions."""
    found = [(question, search(index, question.text)) for question in asked]
    groups = [(name, [pair for pair in found if belongs(pair[0])]) for name, belongs in GROUPS]
    return [_figures(name, pairs) for name, pairs in groups if pairs]


def _figures(name: str, pairs: Sequence[tuple[Question, Hits]]) -> Figures:
    inside = [(question, hits) for question, hits in pairs if question.guide]
    outside = [hits for question, hits in pairs if question.target == OUTSIDE]
    declined = [hits for question, hits in pairs if question.target == DECLINED]
    ranks = [rank_of(question, hits) for question, hits in inside]
    verdicts = [hits.verdict for _, hits in inside]
    return Figures(
        group=name,
        count=len(inside),
        recall_at_1=_share(rank == 1 for rank in ranks),
        recall_at_3=_share(0 < rank <= 3 for rank in ranks),
        mrr=sum(1 / rank for rank in ranks if rank) / max(1, len(ranks)),
        answered_right=_share(verdict is Verdict.ANSWER and rank == 1 for verdict, rank in zip(verdicts, ranks, strict=True)),
        answered_wrong=_share(verdict is Verdict.ANSWER and rank != 1 for verdict, rank in zip(verdicts, ranks, strict=True)),
        chosen_right=_share(verdict is Verdict.CHOICES and 0 < rank <= 3 for verdict, rank in zip(verdicts, ranks, strict=True)),
        unknown=_share(verdict in (Verdict.UNKNOWN, Verdict.DECLINED) for verdict in verdicts),
        outside=len(outside),
        outside_answered=_share(hits.verdict is Verdict.ANSWER for hits in outside),
        declined=len(declined),
        declined_answered=_share(hits.verdict in (Verdict.ANSWER, Verdict.CHOICES) for hits in declined),
    )


def rank_of(question: Question, hits: Hits) -> int:
    """The place of the right guide (or of another defensible one) among the hits, from 1; 0 where it is missing."""
    right = {question.guide, *question.also}
    return next((place for place, hit in enumerate(hits.hits, 1) if hit.guide in right), 0)


def _share(marks: object) -> float:
    listed = list(marks)  # type: ignore[call-overload]
    return sum(listed) / len(listed) if listed else 0.0
