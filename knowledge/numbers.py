"""Phone numbers and addresses in free text: finding them, and telling whether the directory knows them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal
from urllib.parse import urlsplit

from knowledge.model import Center, ChannelKind, Confidence, FalseNumber, KnowledgeBase, Region, Text

LOOKED_AT = 4_096
"""Most letters of a message that are looked at: Telegram's longest."""

FoundKind = Literal["phone", "url", "email"]

SHARED_HOSTS = (
    "blog.naver.com",
    "cafe.naver.com",
    "cafe.daum.net",
    "discord.gg",
    "docs.google.com",
    "facebook.com",
    "forms.gle",
    "instagram.com",
    "line.me",
    "open.kakao.com",
    "pf.kakao.com",
    "t.me",
    "tiktok.com",
    "twitter.com",
    "x.com",
    "youtube.com",
)
"""Hosts where anybody can have a page: there the path has to be the directory's too."""

_ENDINGS = "kr|com|org|net|info|io|me|gg|app|tv|xyz|ai|co|to|us|uk|site|online|shop|link|page|cc|jp|cn|gle|gov|edu"
_HOST = rf"(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,6}}(?:{_ENDINGS})"
# Every repetition is bounded, and none begins within another: a hostile text takes no longer than an honest one.
_EMAIL = re.compile(rf"(?<![a-z0-9._%+-])[a-z0-9._%+-]{{1,64}}@{_HOST}(?![a-z0-9])", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"'가-힣]+", re.IGNORECASE)
_PATH = r"(?:[/?#][^\s<>\"'가-힣]*)?"
_BARE_URL = re.compile(rf"(?<![\w@.-]){_HOST}(?![a-z0-9-]|\.[a-z0-9]){_PATH}", re.IGNORECASE)
_ADDRESSES: tuple[tuple[FoundKind, re.Pattern[str]], ...] = (("url", _URL), ("email", _EMAIL), ("url", _BARE_URL))

_GAP = r"[\s.·–-]{0,2}"
_LONG = re.compile(
    rf"(?<![\d-])(?:"
    rf"(?:\(?\+{_GAP}82\)?|\(?0082\)?|\b82(?=[-\s]))[\s.-]{{0,3}}\(?0?\)?[1-9]\d{{0,2}}\)?"
    rf"{_GAP}\d{{3,4}}{_GAP}\d{{4}}"  # +82-2-735-8994
    rf"|(?:\+{_GAP}?82|0082){_GAP}\d{{4}}"  # +82-1345
    rf"|\(?0\d{{1,2}}\)?{_GAP}\d{{3,4}}{_GAP}\d{{4}}"  # 02-735-8994
    rf"|\(?0\d{{1,2}}\)?[\s-]\d{{4}}"  # 02-1366
    rf"|1[568]\d{{2}}{_GAP}\d{{4}}"  # 1577-1366
    rf"|\d{{3,4}}-\d{{4}}"  # 735-8994
    rf"|\d{{8,12}}"
    rf")(?![\d]|-\d)"
)
_SHORT = re.compile(r"(?<![\d.,:/₩$-])1(?!9\d\d)\d{2,3}(?![\d:/]|[.,]\d|-\d)")
"""A special number (112, 1366): all begin with 1, and 19.. is a year."""

_YEARS = re.compile(r"(?:19|20)\d{2}[-~–](?:19|20)\d{2}|(?:19|20)\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])")
_COUNTED = re.compile(
    r"\s?(?:년|명|건|살)|월|일(?!\w)|세|원|조|개|시|분|초|쪽|회|배|차|호|위|만|천|억|여 ?[명건개]|"
    r"kg|km|m\b|\s?%|퍼센트|\s?달러|\s?유로|"
    r"\s?(?:won|people|persons|cases|years|days|hours|minutes|seconds|months|members|users|women|men|girls|students|reports|million|"
    r"thousand|posts|images|videos|files|characters|letters|times|percent|KRW)\b",
    re.IGNORECASE,
)
"""What follows digits that count: with a space between only where no other word begins so (`112 위험해요` is a number)."""

_BEFORE_COUNT = re.compile(r"(?:제|₩|\$|\b(?:articles?|USD|KRW))\s?$", re.IGNORECASE)
_SPELLED = dict(zip("영공일이삼사오육륙칠팔구", "001234566789", strict=True))
_SPELLED_RUN = re.compile(r"(?<![가-힣])[영공일이삼사오육륙칠팔구]{3,12}(?=번|에|로|으로|은|는|이|가|을|를|\s|$|[^가-힣])")
_MAY_HOLD = re.compile(r"\d{3}|\d\D{0,2}\d|[a-z0-9]\.[a-z]|://|[영공일이삼사오육륙칠팔구]{3}", re.IGNORECASE)
"""What every number and address has; most texts have none, and are done with at once."""

_DASHES = re.compile(r"[‐‑‒–—―−－﹣~]")


@dataclass(frozen=True)
class Found:
    """A phone number or an address in a text: as it was written, and bare, to compare."""

    kind: FoundKind
    written: str
    bare: str


class NumberState(StrEnum):
    """What the directory knows of a number."""

    KNOWN = "known"
    FALSE = "false"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Number:
    """Whether a number or an address is real, as far as the directory tells."""

    written: str
    kind: FoundKind
    state: NumberState
    centers: tuple[str, ...] = ()
    """Ids of the centers it belongs to, or of those to use in its place."""
    why: Text | None = None
    """Why a false one is not to be used."""


def look_up(text: str, base: KnowledgeBase) -> tuple[Number, ...]:
    """What the directory knows of the phone numbers and addresses in a text, in order, each once.

    Only the first `LOOKED_AT` letters are read.
    """
    seen: dict[tuple[str, str], Number] = {}
    for found in find(text[:LOOKED_AT], short=True):
        seen.setdefault((found.kind, found.bare), _known(found, base))
    return tuple(seen.values())


def find(text: str, *, short: bool = False) -> tuple[Found, ...]:
    """Phone numbers, URLs and e-mail addresses in order; with `short`, numbers of three or four digits too (1366).

    Full-width digits, spaces, dots, brackets, `+82` and digits spelled in Hangul (일삼육육) are understood. Years, dates,
    amounts, ages and article numbers are none.
    """
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text))
    if not _MAY_HOLD.search(plain):
        return ()
    taken: list[tuple[int, int, Found]] = []
    # With a scheme first: in https://d4u.stop.or.kr@evil.com the real one is no mailbox but a mask.
    for kind, pattern in _ADDRESSES:
        _take(taken, ((match.start(), match.end(), _address(kind, match[0])) for match in pattern.finditer(plain)))
    _take(taken, _phones(_LONG, plain))
    if short:
        _take(taken, _phones(_SHORT, plain))
        _take(taken, _spelled(plain))
    return tuple(found for _, _, found in sorted(taken, key=lambda each: each[0]))


def counted(text: str, start: int, end: int) -> bool:
    """Whether digits at a place of a text count something (117건, 2024년, 제14조) and so are no phone number."""
    return bool(_COUNTED.match(text, end) or _BEFORE_COUNT.search(text[:start]))


def digits(number: str) -> str:
    """The digits of a phone number as dialled in Korea: `+82-2-735-8994` and `02) 735.8994` are one."""
    plain = unicodedata.normalize("NFKC", number)
    bare = re.sub(r"\D", "", plain)
    if plain.lstrip(" (").startswith(("+82", "+ 82", "0082")) or re.match(r"82[-\s]", plain):
        bare = bare.removeprefix("00").removeprefix("82")
        bare = bare if bare.startswith(("0", "15", "16", "18")) or len(bare) <= 4 else f"0{bare}"
    return bare


def bare_address(url: str) -> str:
    """An address without what doesn't tell it apart: `https://www.d4u.stop.or.kr/` is `d4u.stop.or.kr`."""
    host, path = _host_and_path(url)
    return host + path


def _host_and_path(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url.casefold(), ""
    query = f"?{parts.query}" if parts.query else ""
    return host, parts.path.rstrip("/") + query


def _take(taken: list[tuple[int, int, Found]], more: Iterable[tuple[int, int, Found]]) -> None:
    """Adds what does not lie within something taken already."""
    for start, end, found in more:
        if all(end <= other_start or start >= other_end for other_start, other_end, _ in taken):
            taken.append((start, end, found))


def _address(kind: FoundKind, written: str) -> Found:
    trimmed = written.rstrip(".,;:!?)]}…'\"")
    return Found(kind, trimmed, trimmed.casefold() if kind == "email" else bare_address(trimmed))


def _phones(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int, Found]]:
    for match in pattern.finditer(text):
        counts = match[0].isdigit() and counted(text, match.start(), match.end())
        if not counts and not _YEARS.fullmatch(match[0]):
            yield match.start(), match.end(), Found("phone", match[0], digits(match[0]))


def _spelled(text: str) -> Iterator[tuple[int, int, Found]]:
    for match in _SPELLED_RUN.finditer(text):
        yield match.start(), match.end(), Found("phone", match[0], "".join(_SPELLED[letter] for letter in match[0]))


def _known(found: Found, base: KnowledgeBase) -> Number:
    false = next((each for each in base.false_numbers if _same(found, each)), None)
    if false:
        return Number(found.written, found.kind, NumberState.FALSE, false.use, false.why)
    centers = sorted((center for center in base.centers if _has(center, found)), key=lambda center: _own(center, found))
    state = NumberState.KNOWN if centers else NumberState.UNKNOWN
    return Number(found.written, found.kind, state, tuple(center.id for center in centers))


def _own(center: Center, found: Found) -> tuple[bool, bool]:
    """For sorting: first whose own number it is (not one named beside it), national ones before regional."""
    first = next(iter(center.shown_phones()), None)
    return (found.kind == "phone" and (first is None or digits(first.number) != found.bare), center.region is not Region.NATIONAL)


def _same(found: Found, false: FalseNumber) -> bool:
    if found.kind == "phone":
        return bool(re.fullmatch(r"[\d\s()+.-]+", false.value)) and digits(false.value) == found.bare
    if found.kind == "email":
        return found.bare in (false.value.casefold(), f"{found.bare.partition('@')[0]}@{bare_address(false.value)}")
    return bare_address(false.value) == found.bare or _within(found.bare, false.value)


def _within(bare: str, url: str) -> bool:
    return bare.startswith((f"{bare_address(url)}/", f"{bare_address(url)}?"))


def _has(center: Center, found: Found) -> bool:
    """Whether a number or address is one that the directory shows for a center."""
    if center.confidence is Confidence.LOW and found.kind == "phone":
        return False
    if found.kind == "phone":
        return found.bare in numbers_of(center)
    values = [channel.value for channel in center.channels]
    if found.kind == "email":
        return any(found.bare in value.casefold() for value in values)
    return any(_belongs(found.bare, url) for url in addresses_of(center))


def numbers_of(center: Center) -> frozenset[str]:
    """The digits of every number a person may see of a center: phones, their form from abroad, and text numbers."""
    written = [number for phone in center.shown_phones() for number in (phone.number, phone.abroad) if number]
    texted = [
        channel.value for channel in center.channels if channel.kind in (ChannelKind.SMS, ChannelKind.FAX, ChannelKind.VIDEO)
    ]
    return frozenset(bare for each in (*written, *texted) if (bare := digits(each)))


def addresses_of(center: Center) -> tuple[str, ...]:
    """The web addresses of a center: its own and those of its channels."""
    own = (center.url,) if center.url else ()
    return (*own, *(found.written for channel in center.channels for found in find(channel.value) if found.kind == "url"))


def _belongs(bare: str, url: str) -> bool:
    """Whether an address is the directory's, or lies on a host that is the center's alone."""
    host, _ = _host_and_path(url)
    own = bare_address(url)
    if bare == own or _within(bare, url):
        return True
    there = re.split(r"[/?]", bare, maxsplit=1)[0]
    return host not in SHARED_HOSTS and (there == host or there.endswith(f".{host}"))
