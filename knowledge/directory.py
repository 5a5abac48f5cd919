"""Who can be reached, and where: centers by moment, region, language and person; regions as people type them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from knowledge.model import Audience, Center, CenterKind, Confidence, KnowledgeBase, Language, Phone, Region, Text


class State(StrEnum):
    """Whether somebody answers at a moment; the best to call first."""

    ALWAYS = "always"
    OPEN = "open"
    UNKNOWN = "unknown"
    CLOSED = "closed"


@dataclass(frozen=True)
class Reachable:
    """A center at a moment, with the numbers that may be shown."""

    center: Center
    state: State
    phones: tuple[Phone, ...]


def reachable(
    base: KnowledgeBase,
    when: dt.datetime,
    region: Region | None = None,
    language: str | None = None,
    audience: Audience | None = None,
) -> list[Reachable]:
    """Centers that fit: those that never close first, then those open now, then those we don't know of, closed ones last.

    Among equals those of the region come before national ones, then the order of the directory. A platform's form is not
    somebody to reach; a center of low confidence comes without a number, and not at all if it has nothing else.
    """
    found = [
        Reachable(center, state_of(center, when), center.shown_phones())
        for center in base.centers
        if _fits(center, region, language, audience) and _has_a_way(center)
    ]
    return sorted(found, key=lambda each: (list(State).index(each.state), each.center.region is not region))


def state_of(center: Center, when: dt.datetime) -> State:
    """Whether somebody answers at that moment, which needs a time zone."""
    if center.hours.always:
        return State.ALWAYS
    is_open = center.hours.open_at(when)
    if is_open is None:
        return State.UNKNOWN
    return State.OPEN if is_open else State.CLOSED


def _fits(center: Center, region: Region | None, language: str | None, audience: Audience | None) -> bool:
    return (
        center.kind is not CenterKind.PLATFORM
        and (region is None or center.region in (region, Region.NATIONAL))
        and (language is None or language in center.languages)
        and (audience is None or audience in center.serves or Audience.ALL in center.serves)
    )


def _has_a_way(center: Center) -> bool:
    """Whether anything may be shown of it by which it is reached."""
    # What we are not sure of as a whole may have a website, but not channels: those are numbers and ids too.
    channels = () if center.confidence is Confidence.LOW else center.channels
    return bool(center.shown_phones() or channels or center.url or center.address)


REGIONS: dict[Region, Text] = {
    Region.NATIONAL: Text(ko="전국", en="Nationwide"),
    Region.SEOUL: Text(ko="서울", en="Seoul"),
    Region.BUSAN: Text(ko="부산", en="Busan"),
    Region.DAEGU: Text(ko="대구", en="Daegu"),
    Region.INCHEON: Text(ko="인천", en="Incheon"),
    Region.GWANGJU: Text(ko="광주", en="Gwangju"),
    Region.DAEJEON: Text(ko="대전", en="Daejeon"),
    Region.ULSAN: Text(ko="울산", en="Ulsan"),
    Region.SEJONG: Text(ko="세종", en="Sejong"),
    Region.GYEONGGI: Text(ko="경기", en="Gyeonggi"),
    Region.GANGWON: Text(ko="강원", en="Gangwon"),
    Region.CHUNGBUK: Text(ko="충북", en="North Chungcheong"),
    Region.CHUNGNAM: Text(ko="충남", en="South Chungcheong"),
    Region.JEONBUK: Text(ko="전북", en="North Jeolla"),
    Region.JEONNAM: Text(ko="전남", en="South Jeolla"),
    Region.GYEONGBUK: Text(ko="경북", en="North Gyeongsang"),
    Region.GYEONGNAM: Text(ko="경남", en="South Gyeongsang"),
    Region.JEJU: Text(ko="제주", en="Jeju"),
}
"""Names as they are shown."""

_ALSO: dict[Region, str] = {
    Region.NATIONAL: "national, whole country, anywhere, all",
    Region.BUSAN: "pusan",
    Region.DAEGU: "taegu",
    Region.INCHEON: "inchon",
    Region.GWANGJU: "kwangju",
    Region.DAEJEON: "taejon",
    Region.GYEONGGI: (
        "kyonggi, kyunggi, 수원, 성남, 분당, 용인, 고양, 일산, 부천, 안산, 안양, 남양주, 화성, 동탄, 평택, 의정부, 파주, "
        "김포, 시흥, 하남, suwon, seongnam, yongin, goyang, bucheon, ansan, anyang, hwaseong, pyeongtaek, uijeongbu, paju, gimpo"
    ),
    Region.GANGWON: "kangwon, 춘천, 원주, 강릉, 속초, 동해, chuncheon, wonju, gangneung, sokcho",
    Region.CHUNGBUK: "충청북, chungcheongbuk, 청주, 충주, 제천, cheongju, chungju, jecheon",
    Region.CHUNGNAM: "충청남, chungcheongnam, 천안, 아산, 서산, 당진, 공주, cheonan, asan, seosan",
    Region.JEONBUK: "전라북, jeollabuk, 전주, 익산, 군산, 정읍, jeonju, iksan, gunsan",
    Region.JEONNAM: "전라남, jeollanam, 여수, 순천, 목포, 광양, 나주, yeosu, suncheon, mokpo",
    Region.GYEONGBUK: "경상북, gyeongsangbuk, 포항, 구미, 경주, 안동, 경산, pohang, gumi, gyeongju, andong",
    Region.GYEONGNAM: "경상남, gyeongsangnam, 창원, 마산, 진해, 김해, 진주, 양산, 거제, 통영, changwon, gimhae, jinju, geoje",
    Region.JEJU: "서귀포, cheju, seogwipo",
}
"""Other ways to type a region: older spellings and the cities people name instead."""

_SUFFIX_KO = re.compile(r"(?:특별자치시|특별자치도|특별시|광역시|직할시|지역|시|도)$")
_SUFFIX_EN = re.compile(r"(?:[\s-]*(?:metropolitan|special|self-governing|city|province|region|do|si))+$")


def region_of(typed: str) -> Region | None:
    """The region that somebody typed, alone or among other words; None for none, and for one that could be two (전라도)."""
    plain = unicodedata.normalize("NFKC", typed).casefold().strip()
    whole = _NAMES.get(_stem(plain))
    if whole:
        return whole
    words = re.findall(r"[가-힣]+|[a-z]+(?:-[a-z]+)?", plain)
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    return next((found for each in (*pairs, *words) if (found := _NAMES.get(_stem(each)) or _particle_off(each))), None)


def _particle_off(word: str) -> Region | None:
    """The region of a Korean word with a particle after it: 부산에서, 경남인데."""
    bare = re.sub(r"(?:에서|에는|에도|에|은|는|이|가|인데요?|이에요|예요|이요|요|쪽|사는|살아요|로)$", "", word)
    return _NAMES.get(_stem(bare)) if bare != word else None


def _stem(typed: str) -> str:
    """A name without what kind of place it is: 전라북도 is 전라북, Gyeonggi-do is gyeonggi."""
    if len(typed) > 2 and re.search("[가-힣]", typed):
        return _SUFFIX_KO.sub("", typed).strip()
    return _SUFFIX_EN.sub("", typed).strip().replace("-", "") or typed


def _names() -> dict[str, Region]:
    names: dict[str, Region] = {}
    for region, name in REGIONS.items():
        also = [each.strip() for each in _ALSO.get(region, "").split(",") if each.strip()]
        for each in (region.value, name.ko, name.en.casefold(), *also):
            names[each.replace("-", "")] = region
    return names


_NAMES = _names()


def region_name(region: Region, language: Language) -> str:
    """The name of a region as it is shown."""
    return REGIONS[region].in_(language)
