"""Everything that moderators wrote, each record with its place: what the rules look at."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from knowledge.model import (
    LANGUAGES,
    Category,
    Center,
    Event,
    FalseNumber,
    Guide,
    KnowledgeBase,
    Language,
    Phrasings,
    Record,
    SynonymGroup,
    Text,
)
from knowledge.problems import Place
from knowledge.yaml_lines import Lines, Path

AnyRecord_co = TypeVar("AnyRecord_co", bound=Record, covariant=True)


@dataclass(frozen=True)
class Places:
    """Where every value of every file stands."""

    files: Mapping[str, Lines] = field(default_factory=dict)

    def of(self, file: str, path: Path = ()) -> Place:
        """Where a value stands; for one that is missing, where what should hold it stands."""
        return self.files[file].place(path) if file in self.files else Place(file)


@dataclass(frozen=True)
class Entry(Generic[AnyRecord_co]):
    """A record and where it was written: a file, and the way to it (empty for a guide, which has its own file)."""

    record: AnyRecord_co
    file: str
    root: Path = ()


@dataclass(frozen=True)
class Said:
    """Words in one language at one place of a record."""

    entry: Entry[Record]
    path: Path
    language: Language
    words: str
    phrasing: bool = False
    """Whether people say it (`asked`), not we."""


@dataclass(frozen=True)
class Written:
    """All records that could be read, whether sound or not, with their places; and the day they are looked at."""

    places: Places
    today: dt.date
    categories: tuple[Entry[Category], ...] = ()
    guides: tuple[Entry[Guide], ...] = ()
    centers: tuple[Entry[Center], ...] = ()
    events: tuple[Entry[Event], ...] = ()
    false_numbers: tuple[Entry[FalseNumber], ...] = ()
    synonyms: tuple[Entry[SynonymGroup], ...] = ()
    examples: tuple[Entry[Phrasings], ...] = ()
    """What no guide answers, and what is declined."""
    unread_guides: frozenset[str] = frozenset()
    unread_centers: frozenset[str] = frozenset()
    """Ids of what could not be read: links to them are no mistake of the one who links."""
    centers_known: bool = True
    """Whether the ids of all centers could be read."""

    def place(self, entry: Entry[Record], *path: str | int) -> Place:
        """Where a value of a record stands."""
        return self.places.of(entry.file, (*entry.root, *path))

    @cached_property
    def guide_ids(self) -> frozenset[str]:
        """Ids of all guides, those that could not be read too."""
        return frozenset(entry.record.id for entry in self.guides) | self.unread_guides

    @cached_property
    def center_ids(self) -> frozenset[str]:
        """Ids of all centers, those that could not be read too."""
        return frozenset(entry.record.id for entry in self.centers) | self.unread_centers

    @cached_property
    def base(self) -> KnowledgeBase:
        """All of it as a knowledge base, the unsound too."""
        return KnowledgeBase(
            categories=tuple(entry.record for entry in self.categories),
            guides=tuple(entry.record for entry in self.guides),
            centers=tuple(entry.record for entry in self.centers),
            events=tuple(entry.record for entry in self.events),
            false_numbers=tuple(entry.record for entry in self.false_numbers),
            synonyms=tuple(entry.record for entry in self.synonyms),
        )

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """All words of guides, centers, events, categories and examples, in order."""
        groups: tuple[Iterable[Entry[Record]], ...] = (self.categories, self.guides, self.centers, self.events, self.examples)
        return tuple(said for group in groups for entry in group for said in said_in(entry))


def said_in(entry: Entry[Record]) -> Iterator[Said]:
    """All words of a record in both languages, in the order of its fields."""
    return _walk(entry, entry.record, ())


def _walk(entry: Entry[Record], value: object, path: Path) -> Iterator[Said]:
    if isinstance(value, Text):
        for language in LANGUAGES:
            yield Said(entry, (*path, language), language, value.in_(language))
    elif isinstance(value, Phrasings):
        for language in LANGUAGES:
            for position, words in enumerate(value.in_(language)):
                yield Said(entry, (*path, language, position), language, words, phrasing=True)
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _walk(entry, getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _walk(entry, item, (*path, position))


def near(word: str, known: Iterable[str]) -> str | None:
    """The known word that is spelled most like a mistyped one."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)), None)


def hint(word: str, known: Iterable[str]) -> Text | None:
    """`Did you mean ...?` in both languages, where there is a near word."""
    found = near(word, known)
    return Text(ko=f"혹시 `{found}`인가요?", en=f"Did you mean `{found}`?") if found else None
