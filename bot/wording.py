"""Words of the interface, read from the catalogs in `locales/` when the program starts."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.messages import Catalog
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal

import locales
from knowledge.model import KnowledgeBase, Text
from knowledge.problems import Place, Problem

LOCALES = Path(locales.__file__).parent
FILE = Path("LC_MESSAGES", "gyeot.po")
FIRST = "ko"
"""The language whose words stand in where another has none."""

_PLACE = re.compile(r"\{([a-z0-9-]+)\}")
"""A place to fill, `{step}`, or a center named in a sentence, `{women-1366}`."""
_LOOSE_BRACE = re.compile(r"[{}]")


@dataclass(frozen=True)
class Entry:
    """The words of one key, and where they stand."""

    words: str
    line: int

    @property
    def places(self) -> frozenset[str]:
        """Names in braces."""
        return frozenset(_PLACE.findall(self.words))


@dataclass(frozen=True)
class Wording:
    """Every catalog, by language and key."""

    catalogs: Mapping[str, Mapping[str, Entry]]
    files: Mapping[str, Path]
    problems: tuple[Problem, ...] = ()

    @classmethod
    def load(cls, folder: Path = LOCALES) -> Wording:
        """The catalogs of a folder; what is wrong with them is in `problems`. Never raises."""
        files = {file.parent.parent.name: file for file in sorted(folder.glob(f"*/{FILE}"))}
        catalogs: dict[str, dict[str, Entry]] = {}
        problems: list[Problem] = []
        for language, file in files.items():
            catalog, unreadable = _read(file, language)
            catalogs[language] = _entries(catalog)
            problems += unreadable
        return cls(catalogs, files, (*problems, *_compared(catalogs, files)))

    def words(self, key: str, language: str) -> str:
        """The words of a key, else those of another language, else none."""
        for spoken in dict.fromkeys((language, FIRST, *self.catalogs)):
            entry = self.catalogs.get(spoken, {}).get(key)
            if entry and entry.words:
                return entry.words
        return ""

    def lists(self, key: str) -> Iterator[str]:
        """The words that people type for a key, in every language: they stand between bars."""
        for catalog in self.catalogs.values():
            if key in catalog:
                yield from (word.strip() for word in catalog[key].words.split("|") if word.strip())

    def keys(self, start: str) -> tuple[str, ...]:
        """Every key that begins so, in any catalog."""
        return tuple(dict.fromkeys(key for catalog in self.catalogs.values() for key in catalog if key.startswith(start)))

    def voice(self, language: str, base: KnowledgeBase | None = None) -> Voice:
        """These words in one language, with the names of the centers of a directory."""
        return Voice(self, language, base)


@dataclass(frozen=True)
class Voice:
    """The interface speaking one language."""

    wording: Wording
    language: str
    base: KnowledgeBase | None = None

    def say(self, key: str, **places: object) -> str:
        """The words of a key with its places filled; empty where no catalog has the key."""
        return self.fill(self.wording.words(key, self.language), **places)

    def fill(self, words: str, **places: object) -> str:
        """Words with each place filled, and each `{center-id}` as the center is called in a sentence."""
        return _PLACE.sub(lambda match: str(places[match[1]]) if match[1] in places else self.called(match[1]), words)

    def called(self, center_id: str) -> str:
        """What a center is called in a sentence. Where the directory lacks it: the number its id ends in, or the id."""
        center = self.base.center(center_id) if self.base else None
        if center:
            return center.called("ko" if self.language == "ko" else "en")
        tail = center_id.rpartition("-")[2]
        return tail if tail.isdigit() else center_id

    @property
    def locale(self) -> Locale:
        """Babel's rules for this language."""
        return Locale.parse(self.language)

    def date(self, day: dt.date) -> str:
        """A day as it is written in this language."""
        return format_date(day, "long", self.locale)

    def partial_date(self, written: str) -> str:
        """An ISO date that may stop at the year or the month."""
        year, month, day = ([int(part) for part in written.split("-")] + [0, 0])[:3]
        if day:
            return self.date(dt.date(year, month, day))
        return format_skeleton("yMMMM" if month else "y", dt.date(year, month or 1, 1), locale=self.locale)

    def time(self, minutes: int) -> str:
        """A time of day, given in minutes after midnight."""
        return format_time(dt.time(minutes // 60 % 24, minutes % 60), "HH:mm", locale=self.locale)

    def weekday(self, day: int) -> str:
        """A day of the week, Monday is 0."""
        return str(self.locale.days["format"]["abbreviated"][day])

    def number(self, value: int) -> str:
        """A number as it is written in this language."""
        return format_decimal(value, locale=self.locale)

    def listed(self, words: Iterable[str]) -> str:
        """Words joined as a list in a sentence."""
        return format_list(list(words), locale=self.locale)


def _read(file: Path, language: str) -> tuple[Catalog, list[Problem]]:
    """The catalog of a file as far as it can be read, and what could not."""
    try:
        written = file.read_bytes()
        return read_po(io.BytesIO(written), locale=language, abort_invalid=True), []
    except PoFileError as failure:
        # Babel reads on after a bad line, but says so on standard output.
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(Exception):
            return read_po(io.BytesIO(written), locale=language), [_unreadable(file, failure.lineno)]
        return Catalog(locale=language), [_unreadable(file, failure.lineno)]
    except Exception:  # an unknown language or encoding must not stop the others
        return Catalog(), [_unreadable(file, 0)]


def _entries(catalog: Catalog) -> dict[str, Entry]:
    return {
        str(message.id): Entry("" if message.fuzzy else str(message.string or ""), message.lineno or 1)
        for message in catalog
        if message.id and isinstance(message.id, str)
    }


def _unreadable(file: Path, line: int) -> Problem:
    return Problem(
        Place(str(file), line + 1, 1),
        "catalog-readable",
        "error",
        Text(ko="번역 파일의 이 줄을 읽을 수 없어요.", en="This line of the catalog can't be read."),
        Text(
            ko='msgid와 msgstr를 큰따옴표 안에 한 줄씩 써 주세요: msgid "button.menu"',
            en='write msgid and msgstr in double quotes, one a line: msgid "button.menu"',
        ),
    )


def _compared(catalogs: Mapping[str, Mapping[str, Entry]], files: Mapping[str, Path]) -> Iterator[Problem]:
    """What differs between the languages: keys that one lacks, words left empty, other places, loose braces."""
    keys = dict.fromkeys(key for catalog in catalogs.values() for key in catalog)
    for key in keys:
        places = frozenset().union(*(catalog[key].places for catalog in catalogs.values() if key in catalog))
        for language, catalog in catalogs.items():
            entry = catalog.get(key)
            if entry is None or not entry.words:
                yield _missing(files[language], entry, key)
                continue
            if not key.startswith("command.") and (lacking := sorted(places - entry.places)):
                yield _differing(files[language], entry, key, lacking)
            if _LOOSE_BRACE.search(_PLACE.sub("", entry.words)):
                yield _loose(files[language], entry, key)


def _missing(file: Path, entry: Entry | None, key: str) -> Problem:
    return Problem(
        Place(str(file), entry.line if entry else 1, 1),
        "catalog-complete",
        "error",
        Text(ko=f"`{key}`의 글이 없어요.", en=f"`{key}` has no words."),
        Text(ko=f'msgid "{key}" 아래 msgstr에 써 주세요.', en=f'write them in msgstr under msgid "{key}"'),
    )


def _differing(file: Path, entry: Entry, key: str, lacking: list[str]) -> Problem:
    named = ", ".join(f"{{{place}}}" for place in lacking)
    return Problem(
        Place(str(file), entry.line, 1),
        "catalog-places",
        "error",
        Text(ko=f"`{key}`에 {named} 자리가 빠졌어요.", en=f"`{key}` lacks {named}."),
        Text(ko="다른 언어와 같은 자리를 넣어 주세요.", en="put in the same places as the other language"),
    )


def _loose(file: Path, entry: Entry, key: str) -> Problem:
    return Problem(
        Place(str(file), entry.line, 1),
        "catalog-braces",
        "error",
        Text(ko=f"`{key}`에 짝이 없거나 잘못된 중괄호가 있어요.", en=f"`{key}` has a brace that is unpaired or misspelled."),
        Text(ko="{step}처럼 영어 소문자, 숫자, -만 넣어 주세요.", en="write places as {step}: small letters, digits, hyphens"),
    )


def unknown_centers(wording: Wording, base: KnowledgeBase) -> Iterator[Problem]:
    """Centers that the catalogs name and the directory lacks; a place has no hyphen, so `{women-1366}` is a center."""
    for language, catalog in wording.catalogs.items():
        for key, entry in catalog.items():
            for named in sorted(entry.places):
                if "-" in named and not base.center(named):
                    yield _unknown(wording.files[language], entry, key, named)


def _unknown(file: Path, entry: Entry, key: str, named: str) -> Problem:
    return Problem(
        Place(str(file), entry.line, 1),
        "catalog-center",
        "error",
        Text(ko=f"`{key}`에 나오는 기관 `{named}`이(가) 목록에 없어요.", en=f"`{key}` names `{named}`, which is no center."),
        Text(ko="knowledge/centers에 있는 id를 써 주세요.", en="use an id that stands in knowledge/centers"),
    )
