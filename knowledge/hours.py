"""When a center answers: written as people write it, asked as a clock asks it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

SEOUL = ZoneInfo("Asia/Seoul")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALWAYS = "24/7"
UNKNOWN = "unknown"
DAY_MINUTES = 24 * 60

_DAY = "|".join(DAYS)
_DAY_SET = re.compile(rf"(?:{_DAY})(?:-(?:{_DAY}))?(?:,(?:{_DAY})(?:-(?:{_DAY}))?)*")
_RANGE = re.compile(r"(\d{2}):(\d{2})-(\d{2}):(\d{2})")
_HOLIDAYS = re.compile(r"holidays\s+(closed|open)")

Range = tuple[int, int]
"""Minutes after midnight from and until; `until` may pass 24 hours, into the next day."""


@dataclass(frozen=True)
class Hours:
    """Opening hours in Seoul: `24/7`, `unknown`, or days with ranges such as `mon-fri 09:00-18:00; sat 10:00-14:00`."""

    written: str
    week: tuple[tuple[Range, ...], ...]
    open_on_holidays: bool

    @classmethod
    def parse(cls, written: str) -> Hours:
        """Hours from how they are written; raises ValueError with what is wrong."""
        tidy = re.sub(r"\s+", " ", written.strip().lower())
        if tidy in (ALWAYS, UNKNOWN):
            return cls(tidy, (), open_on_holidays=tidy == ALWAYS)
        week: list[list[Range]] = [[] for _ in DAYS]
        open_on_holidays = False
        for part in (part.strip() for part in tidy.split(";")):
            if holidays := _HOLIDAYS.fullmatch(part):
                open_on_holidays = holidays[1] == "open"
                continue
            days, ranges = _part(part)
            for day in days:
                week[day].extend(ranges)
        if not any(week):
            raise ValueError(f"no days in {written!r}")
        return cls(tidy, tuple(tuple(sorted(ranges)) for ranges in week), open_on_holidays)

    @property
    def always(self) -> bool:
        """Whether it never closes."""
        return self.written == ALWAYS

    @property
    def known(self) -> bool:
        """Whether anything is known about it."""
        return self.written != UNKNOWN

    def open_at(self, when: dt.datetime) -> bool | None:
        """Whether someone answers at that moment; None when nobody knows."""
        if when.tzinfo is None:
            raise ValueError("open_at needs a moment with a time zone")
        if not self.known:
            return None
        if self.always:
            return True
        here = when.astimezone(SEOUL)
        minute = here.hour * 60 + here.minute
        today = here.date()
        yesterday = today - dt.timedelta(days=1)
        return any(start <= minute < end for start, end in self._on(today)) or any(
            start <= minute + DAY_MINUTES < end for start, end in self._on(yesterday)
        )

    def _on(self, day: dt.date) -> tuple[Range, ...]:
        ranges = self.week[day.weekday()]
        if ranges and not self.open_on_holidays and is_holiday(day):
            return ()
        return ranges

    def __str__(self) -> str:
        return self.written

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            json_schema_input_schema=core_schema.str_schema(),
            serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema()),
        )

    @classmethod
    def _validate(cls, value: object) -> Hours:
        if isinstance(value, Hours):
            return value
        if not isinstance(value, str):
            raise ValueError(f"hours are text such as 'mon-fri 09:00-18:00', not {value!r}")
        return cls.parse(value)


def is_holiday(day: dt.date) -> bool:
    """Whether a day is a public holiday in Korea."""
    return day in _korean_holidays(day.year)


@lru_cache(maxsize=8)
def _korean_holidays(year: int) -> frozenset[dt.date]:
    import holidays  # slow to import, and most hours never need it

    return frozenset(holidays.country_holidays("KR", years=year))


def _part(part: str) -> tuple[tuple[int, ...], tuple[Range, ...]]:
    """The days and ranges of one part between semicolons."""
    days, _, ranges = part.partition(" ")
    if not _DAY_SET.fullmatch(days):
        raise ValueError(f"days such as mon-fri or sat,sun are missing in {part!r}")
    return tuple(sorted(_days(days))), tuple(_range(each.strip()) for each in ranges.split(","))


def _days(written: str) -> set[int]:
    days: set[int] = set()
    for piece in written.split(","):
        first, _, last = piece.partition("-")
        start, end = DAYS.index(first), DAYS.index(last or first)
        length = (end - start) % len(DAYS)
        days.update((start + step) % len(DAYS) for step in range(length + 1))
    return days


def _range(written: str) -> Range:
    match = _RANGE.fullmatch(written)
    if not match:
        raise ValueError(f"a range such as 09:00-18:00 was expected, not {written!r}")
    start_hour, start_minute, end_hour, end_minute = (int(digits) for digits in match.groups())
    start, end = start_hour * 60 + start_minute, end_hour * 60 + end_minute
    if max(start, end) > DAY_MINUTES or start == DAY_MINUTES or start_minute > 59 or end_minute > 59:
        raise ValueError(f"there is no such time in {written!r}")
    if start == end:
        raise ValueError(f"{written!r} starts and ends at the same time")
    return start, end if end > start else end + DAY_MINUTES
