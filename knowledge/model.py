"""The knowledge base as frozen data: what moderators wrote, made whole or not at all.

Field descriptions are in Korean because moderators read them in their editor (they become the JSON Schema).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr

from knowledge.hours import Hours

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = ("ko", "en")

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
SECTION_ID_LENGTH = 20
"""Longest section id: an Action names guide and section in 64 bytes."""

REFERENCE = re.compile(r"\{([a-z0-9-]+)\}")
"""A center named in running text, `{women-1366}`: shown as its short name, so that no number stands in a sentence."""


class Region(StrEnum):
    """A province or metropolitan city, or `national`."""

    NATIONAL = "national"
    SEOUL = "seoul"
    BUSAN = "busan"
    DAEGU = "daegu"
    INCHEON = "incheon"
    GWANGJU = "gwangju"
    DAEJEON = "daejeon"
    ULSAN = "ulsan"
    SEJONG = "sejong"
    GYEONGGI = "gyeonggi"
    GANGWON = "gangwon"
    CHUNGBUK = "chungbuk"
    CHUNGNAM = "chungnam"
    JEONBUK = "jeonbuk"
    JEONNAM = "jeonnam"
    GYEONGBUK = "gyeongbuk"
    GYEONGNAM = "gyeongnam"
    JEJU = "jeju"


class CenterKind(StrEnum):
    """What sort of place a center is; decides how it is grouped in the directory."""

    EMERGENCY = "emergency"
    POLICE = "police"
    HOTLINE = "hotline"
    CRISIS = "crisis"
    DIGITAL = "digital"
    SUNFLOWER = "sunflower"
    LEGAL = "legal"
    NGO = "ngo"
    VICTIM_SUPPORT = "victim-support"
    GOVERNMENT = "government"
    CAMPUS = "campus"
    PLATFORM = "platform"
    """A platform's own report form or tool, such as StopNCII or Instagram's form: an address, not people."""


class Audience(StrEnum):
    """Whom a center serves."""

    ALL = "all"
    WOMEN = "women"
    MEN = "men"
    MINORS = "minors"
    PARENTS = "parents"
    FOREIGNERS = "foreigners"
    DISABLED = "disabled"
    LGBTQ = "lgbtq"
    WORKERS = "workers"
    STUDENTS = "students"


class Confidence(StrEnum):
    """How sure we are of a number: `medium` is shown with 1366 beside it, `low` is not shown."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ChannelKind(StrEnum):
    """A way to reach a center other than by voice."""

    SMS = "sms"
    CHAT = "chat"
    KAKAO = "kakao"
    TELEGRAM = "telegram"
    EMAIL = "email"
    WEB = "web"
    APP = "app"
    VIDEO = "video"
    FAX = "fax"
    VISIT = "visit"


class Record(BaseModel):
    """Base of everything in the knowledge base: frozen, and a key nobody knows is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _dated(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


PartialDate = Annotated[str, BeforeValidator(_dated), Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""An ISO date that may stop at the year or the month: 2024, 2024-09, 2024-09-13."""

Words = Annotated[str, Field(min_length=1)]
Slug = Annotated[str, Field(pattern=SLUG)]


class Text(Record):
    """The same words in Korean and English."""

    ko: Words = Field(description="한국어 문장")
    en: Words = Field(description="영어 문장")

    def in_(self, language: Language) -> str:
        """The words in one language."""
        return self.ko if language == "ko" else self.en


class Phrasings(Record):
    """Ways people ask, in their own words."""

    ko: tuple[Words, ...] = Field(default=(), description="사람들이 실제로 쓰는 한국어 질문")
    en: tuple[Words, ...] = Field(default=(), description="사람들이 실제로 쓰는 영어 질문")

    def in_(self, language: Language) -> tuple[str, ...]:
        """The phrasings in one language."""
        return self.ko if language == "ko" else self.en


class Source(Record):
    """Where a fact comes from, and from when."""

    url: str | None = Field(default=None, pattern=r"^https?://", description="출처 주소 (http로 시작)")
    publisher: Words = Field(description="펴낸 곳")
    dated: PartialDate | None = Field(default=None, description="자료의 날짜: 2024, 2024-09, 2024-09-13")
    read: dt.date | None = Field(default=None, description="우리가 확인한 날짜 (자료에 날짜가 없을 때)")
    says: str | None = Field(default=None, description="그 자료가 말하는 것, 짧게")


class Step(Text):
    """One thing to do, or one point to know."""

    warning: bool = Field(default=False, description="위험하거나 처벌될 수 있는 일을 알리면 true")


class Section(Record):
    """What retrieval finds and what is shown first: the answer to one thing a person asks."""

    id: Annotated[str, Field(pattern=SLUG, max_length=SECTION_ID_LENGTH)] = Field(description="영어 소문자 id, 바꾸지 않아요")
    title: Text = Field(description="소제목")
    text: Text | None = Field(default=None, description="설명 글 (steps나 points 앞에 나와요)")
    steps: tuple[Step, ...] = Field(default=(), description="차례가 있는 단계, 한 단계에 한 가지")
    points: tuple[Step, ...] = Field(default=(), description="차례가 없는 항목")
    asked: Phrasings = Field(default=Phrasings(), description="이 소제목을 찾는 사람들의 말 (언어마다 3개 이상)")
    centers: tuple[Slug, ...] = Field(default=(), description="이 소제목과 함께 보여 줄 기관 id")


class Guide(Record):
    """One guide: everything checked that we can say about one situation."""

    id: Slug = Field(description="파일 이름과 같은 id (파일에는 쓰지 않아요)")
    category: Slug = Field(description="폴더 이름 (파일에는 쓰지 않아요)")
    title: Text = Field(description="제목")
    summary: Text = Field(description="가장 먼저 보이는 글, 두 문장까지")
    asked: Phrasings = Field(description="이 안내를 찾는 사람들의 말 (언어마다 8개 이상)")
    sections: tuple[Section, ...] = Field(min_length=1, description="소제목들, 3개에서 8개")
    centers: tuple[Slug, ...] = Field(default=(), description="함께 보여 줄 기관 id, 중요한 것부터")
    related: tuple[Slug, ...] = Field(default=(), description="이어서 볼 안내 id")
    sources: tuple[Source, ...] = Field(min_length=1, description="출처")
    reviewed: dt.date = Field(description="마지막으로 확인한 날")
    review_every: int = Field(default=90, gt=0, description="며칠마다 다시 확인할지")

    def section(self, section_id: str) -> Section | None:
        """The section of that id, if there is one."""
        return next((section for section in self.sections if section.id == section_id), None)

    def stale(self, today: dt.date) -> bool:
        """Whether the review is overdue."""
        return today > self.reviewed + dt.timedelta(days=self.review_every)


class Phone(Record):
    """A number of a center, as people dial it in Korea."""

    number: Annotated[str, Field(pattern=r"^[0-9#*+-]+$")] = Field(description="전화번호, 따옴표 안에")
    confidence: Confidence = Field(default=Confidence.HIGH, description="high, medium, low")
    note: Text | None = Field(default=None, description="무엇을 위한 번호인지, 짧게")
    abroad: str | None = Field(default=None, pattern=r"^\+82-", description="해외에서 거는 번호 (+82-...)")


class Channel(Record):
    """Another way to reach a center."""

    kind: ChannelKind = Field(description="sms, chat, kakao, email, web, app ...")
    value: Words = Field(description="주소, 아이디, 번호 (앱이나 채팅 이름)")
    note: Text | None = Field(default=None, description="쓰는 법, 짧게")


class Center(Record):
    """A help line, a center, or a platform's report form: the only place where numbers and addresses live."""

    id: Slug = Field(description="영어 소문자 id, 바꾸지 않아요")
    kind: CenterKind = Field(description="종류")
    region: Region = Field(description="지역 (전국이면 national)")
    name: Text = Field(description="이름")
    short: Text | None = Field(default=None, description="문장 속에서 부르는 짧은 이름")
    what: Text = Field(description="무엇을 도와주는지, 한두 문장")
    phones: tuple[Phone, ...] = Field(default=(), description="전화번호들")
    hours: Hours = Field(description='"24/7", "mon-fri 09:00-18:00", "unknown" 가운데 하나 모양')
    hours_note: Text | None = Field(default=None, description="시간에 대한 덧붙임")
    when_closed: Slug | None = Field(default=None, description="닫았을 때 대신 걸 기관 id")
    languages: tuple[str, ...] = Field(default=("ko",), description="쓸 수 있는 말: ko, en, zh ...")
    serves: tuple[Audience, ...] = Field(default=(Audience.ALL,), description="누구를 돕는지")
    channels: tuple[Channel, ...] = Field(default=(), description="전화 말고 다른 길")
    url: str | None = Field(default=None, pattern=r"^https?://", description="누리집 주소")
    address: Text | None = Field(default=None, description="찾아가는 곳 (공개된 주소만)")
    free: bool = Field(default=True, description="무료면 true")
    confidence: Confidence = Field(default=Confidence.HIGH, description="high, medium, low")
    confirm: Text | None = Field(default=None, description="전화로 확인해야 할 것")
    sources: tuple[Source, ...] = Field(min_length=1, description="출처")
    reviewed: dt.date = Field(description="마지막으로 확인한 날")
    review_every: int = Field(default=90, gt=0, description="며칠마다 다시 확인할지")

    def called(self, language: Language) -> str:
        """The name used within a sentence."""
        return (self.short or self.name).in_(language)

    def shown_phones(self) -> tuple[Phone, ...]:
        """The numbers a person may see: none of low confidence."""
        if self.confidence is Confidence.LOW:
            return ()
        return tuple(phone for phone in self.phones if phone.confidence is not Confidence.LOW)

    def stale(self, today: dt.date) -> bool:
        """Whether the review is overdue."""
        return today > self.reviewed + dt.timedelta(days=self.review_every)


class EventState(StrEnum):
    """What became of an event."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Event(Record):
    """A rally or gathering."""

    id: Slug = Field(description="영어 소문자 id")
    title: Text = Field(description="이름")
    what: Text = Field(description="무슨 자리인지, 두 문장까지")
    date: dt.date = Field(description="날짜 2026-11-29")
    until: dt.date | None = Field(default=None, description="여러 날이면 마지막 날")
    time: str | None = Field(default=None, pattern=r"^\d{2}:\d{2}$", description='시작 시각 "19:00"')
    place: Text = Field(description="곳")
    region: Region = Field(default=Region.SEOUL, description="지역")
    organiser: Text = Field(description="주최")
    state: EventState = Field(description="planned, held, cancelled")
    before: tuple[Text, ...] = Field(default=(), description="가기 전에 알아 둘 것")
    related: tuple[Slug, ...] = Field(default=(), description="이어서 볼 안내 id")
    sources: tuple[Source, ...] = Field(min_length=1, description="출처")
    reviewed: dt.date = Field(description="마지막으로 확인한 날")

    def upcoming(self, today: dt.date) -> bool:
        """Whether it is still to come (or going on today): a past event is never upcoming."""
        return self.state is EventState.PLANNED and (self.until or self.date) >= today


class Category(Record):
    """A chapter of the menu."""

    id: Slug = Field(description="폴더 이름")
    title: Text = Field(description="메뉴에 보이는 이름")
    what: Text = Field(description="무엇이 들어 있는지, 한 문장")


class FalseNumber(Record):
    """A number or address that circulates and must not be shown, with what to use in its place."""

    value: Words = Field(description="보여 주면 안 되는 번호나 주소")
    why: Text = Field(description="왜 안 되는지")
    use: tuple[Slug, ...] = Field(min_length=1, description="대신 쓸 기관 id")


class SynonymGroup(Record):
    """Words for the same thing, across languages; a search for one finds the others."""

    words: tuple[Words, ...] = Field(min_length=2, description="같은 뜻의 말들 (한국어, 영어, 은어)")


class KnowledgeBase(Record):
    """Everything that is served, whole: guides and categories in menu order."""

    categories: tuple[Category, ...]
    guides: tuple[Guide, ...]
    centers: tuple[Center, ...]
    events: tuple[Event, ...] = ()
    false_numbers: tuple[FalseNumber, ...] = ()
    synonyms: tuple[SynonymGroup, ...] = ()
    outside: Phrasings = Phrasings()
    """Examples of what no guide answers."""
    declined: Phrasings = Phrasings()
    """Examples of requests to make, find or hide deepfakes."""

    _guides: dict[str, Guide] = PrivateAttr(default_factory=dict)
    _centers: dict[str, Center] = PrivateAttr(default_factory=dict)

    def model_post_init(self, _context: object, /) -> None:
        """Fills the look-ups by id."""
        self._guides.update((guide.id, guide) for guide in self.guides)
        self._centers.update((center.id, center) for center in self.centers)

    def guide(self, guide_id: str) -> Guide | None:
        """The guide of that id, if there is one."""
        return self._guides.get(guide_id)

    def center(self, center_id: str) -> Center | None:
        """The center of that id, if there is one."""
        return self._centers.get(center_id)

    def in_category(self, category_id: str) -> Iterator[Guide]:
        """The guides of a category, in menu order."""
        return (guide for guide in self.guides if guide.category == category_id)

    def spoken(self, words: str, language: Language) -> str:
        """Words with every `{center-id}` replaced by the name the center is called in a sentence."""

        def name(match: re.Match[str]) -> str:
            center = self.center(match[1])
            return center.called(language) if center else match[1]

        return REFERENCE.sub(name, words)
