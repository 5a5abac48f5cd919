"""What was decided for this person: which guide and centers, how sure, what else is within one press."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.actions import Pressed
from bot.urgency import Label
from knowledge.model import Confidence, KnowledgeBase, Language, Text
from knowledge.numbers import NumberState

if TYPE_CHECKING:
    from retrieval.search import Hit, Hits

WOMEN = "women-1366"
POLICE = "police-112"
MIGRANTS = "danuri"
EMERGENCY = (POLICE, WOMEN)
"""Centers that every failure shows."""

DECLINED_GUIDE = "law-deepfake"
FOREIGN_GUIDE = "help-foreigner"

CHOICES = 4
"""Most guides offered to choose from: more can't be compared when shaking."""

NEXT_GUIDES = 3
"""Most other guides shown after an answer."""

RELATED_GUIDES = 2
CENTERS = 4
"""Most contacts under an answer; those of an alert come on top."""

ALERT_CENTERS: dict[Label, tuple[str, ...]] = {
    Label.DANGER: (POLICE, WOMEN),
    Label.SUICIDE: ("suicide-109", WOMEN),
    Label.BLACKMAIL: (WOMEN, POLICE),
    Label.MINOR: ("youth-1388", "school-117", "form-takeitdown"),
    Label.SPREADING: (WOMEN, "d4u-central"),
}

ALERT_GUIDES: dict[Label, str] = {
    Label.SUICIDE: "help-mind",
    Label.BLACKMAIL: "blackmail",
    Label.MINOR: "help-youth",
    Label.SPREADING: "d4u-deletion",
}


class Kind(StrEnum):
    """The ways an answer can end."""

    ANSWER = "answer"
    CHOICES = "choices"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    STEP = "step"
    MENU = "menu"
    CENTERS = "centers"
    EVENTS = "events"
    NUMBER = "number"
    LANGUAGE = "language"
    ERASE = "erase"
    PRIVACY = "privacy"
    URGENT = "urgent"
    HELP = "help"
    START = "start"


class Note(StrEnum):
    """Why this answer is not the one that was asked for."""

    CALM = "calm"
    """Something failed inside."""
    EMPTY = "empty"
    """The message had no words."""
    OLD_BUTTON = "old-button"


@dataclass(frozen=True)
class Checked:
    """What is known of a number that she asked about; the number itself is not kept."""

    state: NumberState
    centers: tuple[str, ...] = ()
    """Whose number it is, or whom to call in its place."""
    why: Text | None = None
    """Why it must not be used."""
    address: bool = False
    """Whether it is an address and no phone number."""


@dataclass(frozen=True)
class Answer:
    """What a reply is made from. It holds nothing of what she wrote."""

    kind: Kind
    language: Language
    foreign: bool = False
    """Whether she wrote in neither Korean nor English: the reply speaks both."""
    guide: str | None = None
    section: str | None = None
    candidates: tuple[Hit, ...] = ()
    confidence: float = 0.0
    urgent: tuple[Label, ...] = ()
    centers: tuple[str, ...] = ()
    """Ids of the contacts shown, those of the alerts first."""
    offered: tuple[str, ...] = ()
    """Ids of the guides shown or one press away, in the order of the reply."""
    page: Pressed | None = None
    """What a button or a typed command asked for."""
    number: Checked | None = None
    """What is known of a number that she asked about."""
    note: Note | None = None

    @property
    def alerted(self) -> tuple[str, ...]:
        """Ids of the centers that the alerts name."""
        return _unique(each for label in self.urgent for each in alert_centers(label, self.language))


def choose(hits: Hits, base: KnowledgeBase, language: Language, urgent: tuple[Label, ...] = ()) -> Answer:
    """The answer to a question, from what search found."""
    found = tuple(hit for hit in hits.hits if base.guide(hit.guide))
    answer = Answer(Kind.UNKNOWN, language, candidates=found, confidence=hits.confidence, urgent=urgent)
    guides = _unique(hit.guide for hit in found)
    if hits.verdict == "declined":
        return declined(answer, base)
    if hits.verdict == "answer" and found:
        return about(replace(answer, kind=Kind.ANSWER), base, found[0].guide, found[0].section)
    if hits.verdict == "choices" and guides:
        kind, first = Kind.CHOICES, guides[:CHOICES]
    else:
        kind, first = Kind.UNKNOWN, guides[:NEXT_GUIDES]
    return contacts_known(replace(answer, kind=kind, offered=_unique((*first, *alert_guides(urgent, base)))), base, (WOMEN,))


def about(answer: Answer, base: KnowledgeBase, guide_id: str, section_id: str | None) -> Answer:
    """The answer that shows a guide, or one section of it, which must exist."""
    guide = base.guide(guide_id)
    if guide is None:
        raise LookupError("a guide that is not in the knowledge base")
    section = guide.section(section_id) if section_id else guide.sections[0]
    near = [each for each in _unique(hit.guide for hit in answer.candidates) if each != guide_id][:NEXT_GUIDES]
    related = [each for each in guide.related if base.guide(each) and each not in near][:RELATED_GUIDES]
    offered = _unique((guide_id, *near, *alert_guides(answer.urgent, base), *related))
    shown = _unique((section.centers if section else ()) + guide.centers)[:CENTERS]
    return contacts_known(replace(answer, guide=guide_id, section=section.id if section else None, offered=offered), base, shown)


def declined(answer: Answer, base: KnowledgeBase) -> Answer:
    """The answer to a request that would hurt somebody: the law, and a number to talk to."""
    offered = (DECLINED_GUIDE,) if base.guide(DECLINED_GUIDE) else ()
    return contacts_known(replace(answer, kind=Kind.DECLINED, offered=offered), base, (WOMEN,))


def contacts_known(answer: Answer, base: KnowledgeBase, centers: Iterable[str]) -> Answer:
    """The answer with its contacts: the alerts' first, 1366 beside any number that we are not sure of."""
    shown = _unique((*answer.alerted, *centers))
    known = [center for each in shown if (center := base.center(each))]
    unsure = any(phone.confidence is Confidence.MEDIUM for center in known for phone in center.shown_phones())
    ids = tuple(center.id for center in known)
    if (unsure or answer.foreign) and base.center(WOMEN):
        ids = _unique((*ids, WOMEN))
    return replace(answer, centers=ids)


def alert_centers(label: Label, language: Language) -> tuple[str, ...]:
    """Whom an alert names: in any language but Korean, those who interpret too."""
    centers = ALERT_CENTERS[label]
    return centers if language == "ko" else (*centers, MIGRANTS)


def alert_guides(urgent: Iterable[Label], base: KnowledgeBase) -> tuple[str, ...]:
    """Guides that go with alerts, as far as they exist."""
    return tuple(guide for label in urgent if (guide := ALERT_GUIDES.get(label)) and base.guide(guide))


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
