"""What a page is made from, and the pieces that pages share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.actions import Menu, Open, Pressed
from bot.answer import WOMEN, Answer
from bot.contacts import Detail, contact
from bot.reply import Button, Buttons, Call, Contact, SourceLine, Sources, StepLine
from bot.wording import Voice
from knowledge.hours import SEOUL
from knowledge.model import Guide, KnowledgeBase, Language, Source, Step, Text

SOURCES_SHOWN = 3


@dataclass(frozen=True)
class View:
    """An answer with everything its words come from."""

    answer: Answer
    base: KnowledgeBase
    voice: Voice
    now: dt.datetime

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self.answer.language

    @property
    def today(self) -> dt.date:
        """The day in Seoul."""
        return self.now.astimezone(SEOUL).date()

    def say(self, text: Text) -> str:
        """Words of the knowledge base in the page's language, centers named."""
        return self.base.spoken(text.in_(self.language), self.language)

    def guide(self, guide_id: str | None) -> Guide:
        """A guide that the answer names; LookupError where the knowledge base lacks it."""
        guide = self.base.guide(guide_id or "")
        if guide is None:
            raise LookupError("a guide that is not in the knowledge base")
        return guide

    def line(self, step: Step) -> StepLine:
        """A step or point; a warning carries a word that marks it."""
        return StepLine(self.say(step), step.warning, self.voice.say("warning.label") if step.warning else "")

    def button(self, key: str, action: Pressed, **places: object) -> Button:
        """A button with words of the interface."""
        return Button(self.voice.say(key, **places), action)

    def guides(self, ids: Iterable[str]) -> tuple[Button, ...]:
        """A button for each guide that exists."""
        return tuple(Button(self.say(guide.title), Open(guide.id)) for each in ids if (guide := self.base.guide(each)))

    def contacts(self, ids: Iterable[str], detail: Detail = "whole") -> Iterator[Contact]:
        """Each center that exists, as it can be reached now."""
        return (contact(center, self.voice, self.now, detail) for each in ids if (center := self.base.center(each)))

    def titled(self, key: str, buttons: Iterable[Button | Call]) -> Iterator[Buttons]:
        """Buttons under a title; nothing where there are none."""
        if found := tuple(buttons):
            yield Buttons(found, self.voice.say(key))

    def call(self) -> tuple[Call, ...]:
        """The button that calls 1366."""
        center = self.base.center(WOMEN)
        phones = center.shown_phones() if center else ()
        label = self.voice.say("button.call", center=self.voice.called(WOMEN))
        return tuple(Call(label, phone.number, WOMEN) for phone in phones[:1])

    def foot(self) -> Buttons:
        """The last row of a page: the menu, and somebody to talk to."""
        return Buttons((self.button("button.menu", Menu()), *self.call()))

    def sources(self, named: Iterable[Source], reviewed: dt.date, *, stale: bool = False) -> Sources:
        """When a page was reviewed, and by which sources."""
        by_publisher = {source.publisher: source for source in named}
        lines = tuple(SourceLine(self._source(source), source.url) for source in list(by_publisher.values())[:SOURCES_SHOWN])
        return Sources(
            self.voice.say("sources.reviewed", date=self.voice.date(reviewed)),
            self.voice.say("sources.label", sources=self.voice.listed(line.words for line in lines)) if lines else "",
            lines,
            self.voice.say("sources.stale") if stale else None,
        )

    def _source(self, source: Source) -> str:
        if not source.dated:
            return source.publisher
        return self.voice.say("sources.dated", publisher=source.publisher, date=self.voice.partial_date(source.dated))
