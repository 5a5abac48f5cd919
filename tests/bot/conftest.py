"""A tiny knowledge base and a person who talks with it: no index, no files but the catalogs."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.actions import Action, Ask, Pressed
from bot.answer import Answer
from bot.conversation import Conversation
from bot.reply import Reply
from bot.terminal_channel import plain
from bot.urgency import Label
from bot.wording import Wording
from knowledge.hours import SEOUL
from knowledge.model import KnowledgeBase, Language

SUNDAY_NIGHT = dt.datetime(2026, 11, 22, 23, 0, tzinfo=SEOUL)
SOURCE = {"publisher": "경찰청", "url": "https://example.org/police", "dated": "2024-09"}


@dataclass(frozen=True)
class Hit:
    """A stand-in for search's own hit, so that these tests need no index."""

    guide: str
    section: str | None
    score: float


@dataclass(frozen=True)
class Hits:
    """A stand-in for search's own hits."""

    verdict: str
    confidence: float
    hits: tuple[Hit, ...]


def text(ko: str, en: str) -> dict[str, str]:
    return {"ko": ko, "en": en}


def center(center_id: str, number: str | None, **more: Any) -> dict[str, Any]:
    return {
        "id": center_id,
        "kind": "hotline",
        "region": "national",
        "name": text(f"{center_id} 기관", f"Place {center_id}"),
        "what": text("도와줘요.", "They help."),
        "phones": [{"number": number}] if number else [],
        "hours": "24/7",
        "sources": [SOURCE],
        "reviewed": "2026-11-01",
        **more,
    }


def guide(guide_id: str, category: str, title: tuple[str, str], sections: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "id": guide_id,
        "category": category,
        "title": text(*title),
        "summary": text(f"{title[0]} 요약이에요. 둘째 문장이에요.", f"Summary of {title[1]}. A second sentence."),
        "asked": {"ko": ["질문"], "en": ["question"]},
        "sections": sections,
        "sources": [SOURCE],
        "reviewed": "2026-11-01",
        **more,
    }


def section(section_id: str, **more: Any) -> dict[str, Any]:
    return {"id": section_id, "title": text(f"{section_id} 소제목", f"Section {section_id}"), **more}


def steps(*words: str) -> list[dict[str, Any]]:
    return [{"ko": f"{word} 해 보세요.", "en": f"Try {word}."} for word in words]


TINY = {
    "categories": [
        {"id": "protect", "title": text("지키기", "Protect"), "what": text("나를 지켜요.", "Protect yourself.")},
        {"id": "law", "title": text("법", "Law"), "what": text("법을 봐요.", "The law.")},
    ],
    "guides": [
        guide(
            "first-hour",
            "protect",
            ("첫 한 시간", "The first hour"),
            [
                section(
                    "first-steps",
                    steps=[
                        *steps("숨", "기록", "전화"),
                        {"ko": "방에 들어가지 않는 게 안전해요.", "en": "It is safer not to enter.", "warning": True},
                    ],
                    centers=["women-1366"],
                ),
                section("who-to-call", text=text("{women-1366}에 전화해 보세요.", "You can call {women-1366}.")),
            ],
            centers=["women-1366", "d4u-central"],
            related=["keep-evidence", "law-deepfake"],
        ),
        guide("keep-evidence", "protect", ("증거 남기기", "Keeping evidence"), [section("captures", points=steps("캡처"))]),
        guide("blackmail", "protect", ("협박받을 때", "When threatened"), [section("reply", points=steps("기록"))]),
        guide("help-foreigner", "protect", ("외국인 안내", "For foreigners"), [section("danuri", points=steps("전화"))]),
        guide("help-mind", "protect", ("마음 돌보기", "Your feelings"), [section("calm", points=steps("숨"))]),
        guide(
            "law-deepfake",
            "law",
            ("딥페이크와 법", "Deepfakes and the law"),
            [section("making", points=steps("보기"))],
            review_every=3,
        ),
        guide("about-privacy", "protect", ("무엇이 남나요", "What is kept"), [section("kept", points=steps("보기"))]),
    ],
    "centers": [
        center("police-112", "112", kind="emergency", short=text("112", "112"), channels=[{"kind": "sms", "value": "112"}]),
        center("women-1366", "1366", short=text("1366", "1366")),
        center("suicide-109", "109", short=text("109", "109")),
        center("youth-1388", "1388", short=text("1388", "1388")),
        center("school-117", "117", short=text("117", "117")),
        center("danuri", "1577-1366", short=text("다누리콜센터", "Danuri")),
        center(
            "d4u-central",
            None,
            phones=[{"number": "02-735-8994", "abroad": "+82-2-735-8994"}],
            short=text("디성센터", "the center"),
        ),
        center("legal-132", "132", hours="mon-fri 09:00-18:00", when_closed="women-1366"),
        center("unsure-line", None, phones=[{"number": "02-000-1111", "confidence": "medium"}]),
        center("dsc-seoul", "02-815-0382", region="seoul", hours="mon-fri 09:00-18:00"),
    ],
    "events": [
        {
            "id": "rally",
            "title": text("집회", "Rally"),
            "what": text("모였어요.", "People met."),
            "date": "2024-09-06",
            "time": "19:00",
            "place": text("보신각", "Bosingak"),
            "organiser": text("모임", "A group"),
            "state": "planned",
            "sources": [SOURCE],
            "reviewed": "2026-11-01",
        }
    ],
    "false_numbers": [{"value": "1393", "why": text("109로 바뀌었어요.", "It became 109."), "use": ["suicide-109"]}],
}


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    return KnowledgeBase.model_validate(TINY)


@pytest.fixture(scope="session")
def wording() -> Wording:
    return Wording.load()


@dataclass
class Alarm:
    """An urgency that finds the labels it was told to find."""

    found: tuple[Label, ...] = ()

    def labels(self, text: str) -> tuple[Label, ...]:
        return self.found


@dataclass
class Person:
    """Someone who writes and presses; search finds what the test says."""

    base: KnowledgeBase
    wording: Wording
    verdict: str = "unknown"
    hits: tuple[tuple[str, str | None], ...] = ()
    urgent: tuple[Label, ...] = ()
    search: Callable[[str], Any] | None = None
    alarm: Any = None
    now: dt.datetime = SUNDAY_NIGHT
    asked: list[str] = field(default_factory=list)

    def conversation(self) -> Conversation:
        return Conversation(
            self.base, self.search or self._found, self.alarm or Alarm(self.urgent), self.wording, lambda: self.now
        )

    def writes(self, words: str, language: Language | None = None) -> tuple[Answer, Reply]:
        return self.does(Ask(words), language)

    def presses(self, action: Pressed, language: Language = "ko") -> tuple[Answer, Reply]:
        return self.does(action, language)

    def does(self, action: Action | None, language: Language | None = None) -> tuple[Answer, Reply]:
        return self.conversation().respond(action, language)

    def reads(self, words: str, language: Language | None = None) -> str:
        return plain(self.writes(words, language)[1])

    def _found(self, question: str) -> Hits:
        self.asked.append(question)
        return Hits(self.verdict, 0.9, tuple(Hit(name, part, 0.9 - place / 10) for place, (name, part) in enumerate(self.hits)))


@pytest.fixture
def person(base: KnowledgeBase, wording: Wording) -> Callable[..., Person]:
    def made(**given: Any) -> Person:
        return Person(**{"base": base, "wording": wording, **given})

    return made
