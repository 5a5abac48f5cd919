"""What a person can do, and the short text form of it that a button carries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import get_args

from knowledge.model import SECTION_ID_LENGTH, SLUG, Audience, Language, Region

WRITTEN_LENGTH = 64
"""Longest text form in bytes: what Telegram lets a button carry."""

GUIDE_ID_LENGTH = 30
"""Longest guide id, so that guide, section and step fit in one button."""

STEP_LIMIT = 99
PAGE_LIMIT = 99

_BLANK = "-"
_NOW = "now"


@dataclass(frozen=True)
class Ask:
    """Her own words. They have no text form: what a person writes never travels in a button."""

    text: str

    def __repr__(self) -> str:
        # A traceback or a log that prints the action must not tell what she wrote.
        return "Ask(...)"


@dataclass(frozen=True)
class Open:
    """A guide, or one section of it."""

    guide: str
    section: str | None = None


@dataclass(frozen=True)
class Walk:
    """One step of a section, counted from 1."""

    guide: str
    section: str
    step: int


@dataclass(frozen=True)
class Menu:
    """All categories, or the guides of one."""

    category: str | None = None


@dataclass(frozen=True)
class Centers:
    """Places that help; pages are counted from 1."""

    region: Region | None = None
    open_now: bool = False
    audience: Audience | None = None
    page: int = 1


@dataclass(frozen=True)
class Speak:
    """From now on in this language."""

    language: Language


@dataclass(frozen=True)
class Events:
    """Rallies and gatherings."""


@dataclass(frozen=True)
class Erase:
    """Take away this conversation."""


@dataclass(frozen=True)
class Privacy:
    """What is kept and what is not."""


@dataclass(frozen=True)
class Urgent:
    """Numbers to call at once."""


@dataclass(frozen=True)
class Help:
    """How this works."""


@dataclass(frozen=True)
class Start:
    """The first words."""


@dataclass(frozen=True)
class CheckNumber:
    """How to find out whether a number is real."""


Pressed = Open | Walk | Menu | Centers | Speak | Events | Erase | Privacy | Urgent | Help | Start | CheckNumber
"""Everything a button can mean."""

Action = Ask | Pressed

PLAIN: dict[str, Pressed] = {
    "events": Events(),
    "erase": Erase(),
    "privacy": Privacy(),
    "urgent": Urgent(),
    "help": Help(),
    "start": Start(),
    "number": CheckNumber(),
}
"""Actions that are one word."""

_PLAIN_WORDS = {action: word for word, action in PLAIN.items()}


def write(action: Pressed, language: Language) -> str:
    """The text form, at most `WRITTEN_LENGTH` bytes: `ko:open:first-hour:what-now`.

    Raises ValueError where an id is longer than the knowledge base allows.
    """
    written = ":".join((language, *_parts(action)))
    if len(written.encode()) > WRITTEN_LENGTH:
        raise ValueError(f"the button {written} is longer than {WRITTEN_LENGTH} bytes")
    return written


def read(written: str) -> tuple[Language, Pressed] | None:
    """The language and action of a text form; None where it is none (any more)."""
    if len(written) > WRITTEN_LENGTH:
        return None
    spoken, *parts = written.split(":")
    language = _language(spoken)
    action = _action(parts)
    if language is None or action is None or ":".join(_parts(action)) != ":".join(parts):
        return None  # only what `write` writes is read: one action has one form
    return language, action


def _parts(action: Pressed) -> tuple[str, ...]:
    match action:
        case Open(guide, None):
            return "open", guide
        case Open(guide, section):
            return "open", guide, str(section)
        case Walk(guide, section, step):
            return "step", guide, section, str(step)
        case Menu(None):
            return ("menu",)
        case Menu(category):
            return "menu", str(category)
        case Centers(region, open_now, audience, page):
            return "centers", region or _BLANK, _NOW if open_now else _BLANK, audience or _BLANK, str(page)
        case Speak(language):
            return "language", language
        case _:
            return (_PLAIN_WORDS[action],)


def _action(parts: list[str]) -> Pressed | None:
    match parts:
        case ["open", guide] if _is_slug(guide):
            return Open(guide)
        case ["open", guide, section] if _is_slug(guide) and _is_slug(section):
            return Open(guide, section)
        case ["step", guide, section, step] if _is_slug(guide) and _is_slug(section) and (number := _number(step, STEP_LIMIT)):
            return Walk(guide, section, number)
        case ["menu"]:
            return Menu()
        case ["menu", category] if _is_slug(category):
            return Menu(category)
        case ["centers", region, now, audience, page] if now in (_NOW, _BLANK):
            return _centers(region, now, audience, page)
        case ["language", spoken] if language := _language(spoken):
            return Speak(language)
        case [word]:
            return PLAIN.get(word)
        case _:
            return None


def _centers(region: str, now: str, audience: str, page: str) -> Centers | None:
    number = _number(page, PAGE_LIMIT)
    if region not in (*Region, _BLANK) or audience not in (*Audience, _BLANK) or number is None:
        return None
    return Centers(
        region=None if region == _BLANK else Region(region),
        open_now=now == _NOW,
        audience=None if audience == _BLANK else Audience(audience),
        page=number,
    )


def _language(spoken: str) -> Language | None:
    return next((language for language in get_args(Language) if language == spoken), None)


def _is_slug(part: str) -> bool:
    return len(part) <= max(GUIDE_ID_LENGTH, SECTION_ID_LENGTH) and re.fullmatch(SLUG, part) is not None


def _number(part: str, limit: int) -> int | None:
    """A number from 1 to `limit`, as `write` writes it."""
    if not re.fullmatch("[1-9][0-9]{0,2}", part):
        return None
    return int(part) if int(part) <= limit else None
