"""The knowledge base cut into the pieces that are searched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowledge.model import LANGUAGES, Guide, KnowledgeBase, Language, Section


class PassageKind(StrEnum):
    """Which words of a section (or of a guide as a whole) a passage holds."""

    TITLE = "title"
    BODY = "body"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of one guide in one language; no section where they speak of the guide as a whole."""

    guide: str
    section: str | None
    kind: PassageKind
    language: Language
    text: str


def passages_of(base: KnowledgeBase) -> list[Passage]:
    """Every passage of the base, guide by guide."""
    return [passage for guide in base.guides for language in LANGUAGES for passage in _of_guide(guide, language, base)]


def _of_guide(guide: Guide, language: Language, base: KnowledgeBase) -> Iterator[Passage]:
    yield Passage(guide.id, None, PassageKind.TITLE, language, guide.title.in_(language))
    yield Passage(guide.id, None, PassageKind.BODY, language, base.spoken(guide.summary.in_(language), language))
    for asked in guide.asked.in_(language):
        yield Passage(guide.id, None, PassageKind.ASKED, language, asked)
    for section in guide.sections:
        yield Passage(guide.id, section.id, PassageKind.TITLE, language, section.title.in_(language))
        yield Passage(guide.id, section.id, PassageKind.BODY, language, base.spoken(body_of(section, language), language))
        for asked in section.asked.in_(language):
            yield Passage(guide.id, section.id, PassageKind.ASKED, language, asked)


def body_of(section: Section, language: Language) -> str:
    """The words of a section without its title."""
    texts = ([section.text] if section.text else []) + [*section.steps, *section.points]
    return " ".join(text.in_(language) for text in texts)
