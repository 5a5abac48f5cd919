"""Pages of the directory: centers, numbers to call at once, whether a number is real, and events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.actions import Centers
from bot.directory import listing, pages
from bot.guide_pages import contacts_below
from bot.reply import Block, Button, Buttons, Heading, Paragraph, StepLine, Steps
from bot.view import View
from knowledge.model import Audience, Center, Event, EventState, Region

PAST_EVENTS = 3
AUDIENCES = (Audience.MINORS, Audience.FOREIGNERS, Audience.LGBTQ, Audience.MEN, Audience.DISABLED)
"""For whom one can narrow the directory."""


def centers(view: View) -> Iterator[Block]:
    """Places that help: by region, open now, for whom."""
    page = view.answer.page if isinstance(view.answer.page, Centers) else Centers()
    shown = [center for each in view.answer.centers if (center := view.base.center(each))]
    yield Heading(_title(view, page))
    yield Paragraph(view.voice.say("centers.text" if shown else "centers.none"))
    yield from view.contacts(view.answer.centers)
    yield from _reviewed(view, shown)
    if narrowing := tuple(_narrowing(view, page, last=pages(listing(view.base, page, view.now)))):
        yield Buttons(narrowing)
    if page.page == 1:
        yield from view.titled("buttons.regions", _regions(view, page))
    yield view.foot()


def urgent(view: View) -> Iterator[Block]:
    """Numbers to call at once."""
    yield Heading(view.voice.say("urgent.title"))
    yield Paragraph(view.voice.say("urgent.text"))
    yield from contacts_below(view, "whole")
    yield from _reviewed(view, [center for each in view.answer.centers if (center := view.base.center(each))])
    yield view.foot()


def number(view: View) -> Iterator[Block]:
    """Whether a number is real, as far as the directory tells; or how to ask."""
    found = view.answer.number
    if found is None:
        yield Paragraph(view.voice.say("number.ask"))
    else:
        yield Paragraph(view.voice.say(f"number.{found.state}"))
        if found.why:
            yield Paragraph(view.say(found.why))
    yield from contacts_below(view, "whole")
    yield from _reviewed(view, [center for each in view.answer.centers if (center := view.base.center(each))])
    yield view.foot()


def events(view: View) -> Iterator[Block]:
    """What is to come; else what was, said to be over."""
    coming = sorted((event for event in view.base.events if event.upcoming(view.today)), key=lambda event: event.date)
    past = sorted((event for event in view.base.events if event not in coming), key=lambda event: event.date, reverse=True)[
        :PAST_EVENTS
    ]
    yield Heading(view.voice.say("events.title"))
    yield Paragraph(view.voice.say("events.coming" if coming else "events.none"))
    for event in coming:
        yield from _event(view, event)
    if past:
        yield Heading(view.voice.say("events.past"), level=2)
    for event in past:
        yield from _event(view, event)
    if shown := (*coming, *past):
        yield view.sources((source for event in shown for source in event.sources[:1]), min(event.reviewed for event in shown))
    yield from view.titled("buttons.guides", view.guides(view.answer.offered))
    yield view.foot()


def _event(view: View, event: Event) -> Iterator[Block]:
    over = (
        ""
        if event.upcoming(view.today)
        else view.voice.say(f"event.{event.state if event.state is EventState.CANCELLED else 'over'}")
    )
    days = view.voice.date(event.date) + (f" – {view.voice.date(event.until)}" if event.until else "")
    hour, minute = (int(part) for part in (event.time or "0:0").split(":"))
    time = f" {view.voice.time(hour * 60 + minute)}" if event.time else ""
    lines = (
        view.voice.say("event.when", when=f"{days}{time}"),
        view.voice.say("event.where", where=view.say(event.place)),
        view.voice.say("event.who", who=view.say(event.organiser)),
        *(view.say(each) for each in event.before if event.upcoming(view.today)),
    )
    yield Paragraph(" ".join(filter(None, (f"{view.say(event.title)}.", over, view.say(event.what)))))
    yield Steps(tuple(StepLine(line) for line in lines), numbered=False)


def _title(view: View, page: Centers) -> str:
    asked = (
        view.voice.say(f"region.{page.region}") if page.region else "",
        view.voice.say(f"audience.{page.audience}") if page.audience else "",
        view.voice.say("centers.open-now") if page.open_now else "",
    )
    return " · ".join(filter(None, (view.voice.say("centers.title"), *asked)))


def _narrowing(view: View, page: Centers, last: int) -> Iterator[Button]:
    if page.page < last:
        yield view.button("button.more", replace(page, page=page.page + 1))
    if not page.open_now:
        yield view.button("button.open-now", replace(page, open_now=True, page=1))
    if page.region:
        yield view.button("button.national", Centers(open_now=page.open_now))
    if page.audience is None and page.region is None and page.page == 1:
        served = {audience for center in view.base.centers for audience in center.serves}
        for audience in (each for each in AUDIENCES if each in served):
            yield Button(view.voice.say(f"audience.{audience}"), replace(page, audience=audience, page=1))


def _regions(view: View, page: Centers) -> Iterable[Button]:
    present = {center.region for center in view.base.centers} - {Region.NATIONAL, page.region}
    ordered = [region for region in Region if region in present]
    return [Button(view.voice.say(f"region.{region}"), Centers(region, page.open_now)) for region in ordered]


def _reviewed(view: View, shown: list[Center]) -> Iterator[Block]:
    """When the oldest of these entries was reviewed."""
    if shown:
        named = (source for center in shown for source in center.sources[:1])
        stale = any(center.stale(view.today) for center in shown)
        yield view.sources(named, min(center.reviewed for center in shown), stale=stale)
