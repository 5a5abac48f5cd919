"""How far the knowledge base reaches: guides by category, the directory by kind, and both as a Markdown table."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.model import LANGUAGES, CenterKind, Confidence, Guide, KnowledgeBase, Language, Text


@dataclass(frozen=True)
class Row:
    """What a category holds; `oldest` is its earliest review, None where it has no guide."""

    name: Text
    guides: int
    sections: int
    phrasings: dict[Language, int]
    sources: int
    oldest: dt.date | None


@dataclass(frozen=True)
class Directory:
    """What the directory holds."""

    centers: int
    kinds: dict[CenterKind, int]
    regions: int
    shown_numbers: int
    unsure: int
    """Centers of medium or low confidence."""
    oldest: dt.date | None


@dataclass(frozen=True)
class Coverage:
    """The whole of it; the last row is the sum."""

    rows: tuple[Row, ...]
    total: Row
    directory: Directory
    events: int
    false_numbers: int


def coverage(base: KnowledgeBase) -> Coverage:
    """How far a knowledge base reaches."""
    rows = tuple(_row(category.title, tuple(base.in_category(category.id))) for category in base.categories)
    total = _row(Text(ko="모두", en="All"), base.guides)
    return Coverage(rows, total, _directory(base), len(base.events), len(base.false_numbers))


def _row(name: Text, guides: Sequence[Guide]) -> Row:
    return Row(
        name,
        len(guides),
        sum(len(guide.sections) for guide in guides),
        {language: sum(_phrasings(guide, language) for guide in guides) for language in LANGUAGES},
        len({source.url or source.publisher for guide in guides for source in guide.sources}),
        min((guide.reviewed for guide in guides), default=None),
    )


def _phrasings(guide: Guide, language: Language) -> int:
    return len(guide.asked.in_(language)) + sum(len(section.asked.in_(language)) for section in guide.sections)


def _directory(base: KnowledgeBase) -> Directory:
    return Directory(
        len(base.centers),
        dict(Counter(center.kind for center in base.centers)),
        len({center.region for center in base.centers}),
        len({phone.number for center in base.centers for phone in center.shown_phones()}),
        sum(center.confidence is not Confidence.HIGH for center in base.centers),
        min((center.reviewed for center in base.centers), default=None),
    )


_HEAD: dict[Language, tuple[str, ...]] = {
    "ko": ("묶음", "안내", "소제목", "한국어 질문", "영어 질문", "출처", "가장 오래된 확인"),
    "en": ("Category", "Guides", "Sections", "Phrasings (Korean)", "Phrasings (English)", "Sources", "Oldest review"),
}


def markdown(covered: Coverage, language: Language) -> str:
    """The table of guides and a sentence on the directory, as Markdown without a line break at the end."""
    rows = [_cells(row, language) for row in (*covered.rows, covered.total)]
    return "\n".join([*_table(_HEAD[language], rows), "", _directory_line(covered, language)])


def _cells(row: Row, language: Language) -> tuple[str, ...]:
    asked = (str(row.phrasings[each]) for each in LANGUAGES)
    return (row.name.in_(language), str(row.guides), str(row.sections), *asked, str(row.sources), _day(row.oldest))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return [f"| {' | '.join(line)} |" for line in lines]


def _directory_line(covered: Coverage, language: Language) -> str:
    found = covered.directory
    platforms = found.kinds.get(CenterKind.PLATFORM, 0)
    if language == "ko":
        return (
            f"기관 {found.centers - platforms}곳과 플랫폼 신고 양식 {platforms}개, 보여 주는 번호 {found.shown_numbers}개, "
            f"아직 확실하지 않은 곳 {found.unsure}곳, 가장 오래된 확인 {_day(found.oldest)}. "
            f"행사 {covered.events}건, 보여 주지 않는 번호와 주소 {covered.false_numbers}개."
        )
    return (
        f"{found.centers - platforms} centers and {platforms} platform forms, {found.shown_numbers} numbers shown, "
        f"{found.unsure} not yet certain, oldest review {_day(found.oldest)}. "
        f"{covered.events} events, {covered.false_numbers} numbers and addresses never shown."
    )


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else "–"
