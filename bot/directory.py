"""Who can be reached: the centers that fit a place, a moment and a person, the surest first."""

from __future__ import annotations

import datetime as dt

from bot.actions import Centers
from bot.answer import EMERGENCY
from knowledge.model import Audience, Center, CenterKind, Confidence, KnowledgeBase, Region

PER_PAGE = 6


def listing(base: KnowledgeBase, wanted: Centers, now: dt.datetime) -> tuple[Center, ...]:
    """The centers that fit: those that never close, those open now, then the others; under a region, 112 and 1366 too."""
    fitting = [center for center in base.centers if _fits(center, wanted, now)]
    fitting.sort(key=lambda center: _rank(center, now))
    always = [center for each in EMERGENCY if (center := base.center(each))]
    found = [*fitting, *always] if wanted.region else fitting or always
    return tuple({center.id: center for center in found}.values())


def everyone(base: KnowledgeBase, wanted: Centers, now: dt.datetime) -> tuple[Center, ...]:
    """Every entry of the directory, report forms and unsure ones too, in the order of its files."""
    return tuple(
        center
        for center in base.centers
        if (wanted.region is None or center.region is wanted.region)
        and (not wanted.open_now or center.hours.open_at(now) is True)
    )


def page_of(listed: tuple[Center, ...], page: int) -> tuple[str, ...]:
    """Ids of the centers on a page, counted from 1."""
    return tuple(center.id for center in listed[(page - 1) * PER_PAGE : page * PER_PAGE])


def pages(listed: tuple[Center, ...]) -> int:
    """How many pages a listing fills."""
    return -(-len(listed) // PER_PAGE)


def _fits(center: Center, wanted: Centers, now: dt.datetime) -> bool:
    return (
        center.kind is not CenterKind.PLATFORM
        and center.confidence is not Confidence.LOW
        and center.region is (wanted.region or Region.NATIONAL)
        and (wanted.audience is None or wanted.audience in center.serves or Audience.ALL in center.serves)
        and (not wanted.open_now or center.hours.open_at(now) is True)
    )


def _rank(center: Center, now: dt.datetime) -> int:
    if center.hours.always:
        return 0
    return {True: 1, None: 2, False: 3}[center.hours.open_at(now)]
