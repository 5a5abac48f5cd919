"""The one path of every channel: from what a person does to the reply she gets."""

from __future__ import annotations

import datetime as dt
import logging
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.actions import Action, Ask
from bot.answer import EMERGENCY, MIGRANTS, Answer, Kind, Note, choose, contacts_known
from bot.commands import Commands
from bot.destinations import about_numbers, destination
from bot.pages import compose
from bot.reply import Paragraph, Reply
from bot.urgency import Label
from bot.wording import Wording
from knowledge.hours import SEOUL
from knowledge.model import LANGUAGES, KnowledgeBase, Language
from retrieval.text import QUESTION_LENGTH, language_of

if TYPE_CHECKING:
    from retrieval.search import Hits

_log = logging.getLogger(__name__)

Clock = Callable[[], dt.datetime]
Search = Callable[[str], "Hits"]

_OVERLAP = 200
"""Characters that two windows of a long text share, so that no sentence of danger is cut."""
_WINDOWS = 64


class Alarm(Protocol):
    """What finds danger in a text."""

    def labels(self, text: str, /) -> tuple[Label, ...]:
        """The labels that hold, the gravest first."""


def in_seoul() -> dt.datetime:
    """This moment."""
    return dt.datetime.now(SEOUL)


class Conversation:
    """Answers everything that a person can do, from one knowledge base. It remembers nothing."""

    def __init__(self, base: KnowledgeBase, search: Search, urgency: Alarm, wording: Wording, clock: Clock = in_seoul) -> None:
        self.base = base
        self.wording = wording
        self._search = search
        self._urgency = urgency
        self._clock = clock
        self._commands = Commands(wording)
        # Made now, while all is well, for the day when not even a calm page can be made.
        self._last = {language: last_resort(wording, base, language) for language in LANGUAGES}

    def respond(self, action: Action | None, language: Language | None = None) -> tuple[Answer, Reply]:
        """The answer and its reply; `language` is a person's own choice, None a button that nobody knows. Never raises."""
        urgent = self._labels(action.text) if isinstance(action, Ask) else ()  # danger first, before anything is searched
        spoken, foreign = self._spoken(action, language)
        try:
            answer = self._answer(action, Answer(Kind.UNKNOWN, spoken, foreign=foreign, urgent=urgent))
            return answer, compose(answer, self.base, self.wording, self._clock())
        except Exception as failure:
            _tell(failure)
            return self._calm(spoken, urgent, foreign=foreign)

    def unreadable(self, language: Language) -> tuple[Answer, Reply]:
        """What stands in for an answer where a message could not even be read: calm, with 112 and 1366. Never raises."""
        return self._calm(language, (), foreign=False)

    def _answer(self, action: Action | None, blank: Answer) -> Answer:
        if isinstance(action, Ask):
            return self._asked(action.text, blank)
        found = destination(action, blank.language, self.base, self._clock()) if action else None
        return found or replace(blank, kind=Kind.MENU, note=Note.OLD_BUTTON)

    def _asked(self, text: str, blank: Answer) -> Answer:
        if not any(letter.isalnum() for letter in text):
            return contacts_known(replace(blank, note=Note.EMPTY), self.base, ())
        if self._commands.asks_number(text):
            return about_numbers(text, blank, self.base)
        command = self._commands.read(text)
        found = destination(command, blank.language, self.base, self._clock()) if command else None
        if found:
            return contacts_known(replace(found, urgent=blank.urgent), self.base, found.centers)
        answer = choose(self._search(text), self.base, blank.language, blank.urgent)
        return self._foreign(answer) if blank.foreign else answer

    def _foreign(self, answer: Answer) -> Answer:
        """The answer to someone who writes another language: those who interpret come first."""
        if answer.kind is Kind.DECLINED:
            return answer
        kept = replace(answer, kind=Kind.UNKNOWN, foreign=True, guide=None, section=None)
        offered = tuple(dict.fromkeys((*(("help-foreigner",) if self.base.guide("help-foreigner") else ()), *answer.offered)))
        return contacts_known(replace(kept, offered=offered), self.base, (MIGRANTS, *EMERGENCY))

    def _labels(self, text: str) -> tuple[Label, ...]:
        """The labels of every part of a text, however long."""
        step = QUESTION_LENGTH - _OVERLAP
        windows = [text[start : start + QUESTION_LENGTH] for start in range(0, max(1, len(text)), step)][:_WINDOWS]
        try:
            found = {label for window in windows for label in self._urgency.labels(window)}
        except Exception as failure:
            _tell(failure)
            return ()
        return tuple(label for label in Label if label in found)

    def _spoken(self, action: Action | None, language: Language | None) -> tuple[Language, bool]:
        """The language to answer in, and whether hers is neither of ours."""
        if language or not isinstance(action, Ask):
            return language or "ko", False
        try:
            written = language_of(action.text)
        except Exception as failure:
            _tell(failure)
            return "ko", False
        return ("en", True) if written == "other" else (written, False)

    def _calm(self, language: Language, urgent: tuple[Label, ...], *, foreign: bool) -> tuple[Answer, Reply]:
        """What she gets when something failed inside: alerts, 112 and 1366."""
        answer = Answer(Kind.UNKNOWN, language, foreign=foreign, urgent=urgent, note=Note.CALM)
        try:
            shown = contacts_known(answer, self.base, (*EMERGENCY, *((MIGRANTS,) if foreign else ())))
            reply = compose(shown, self.base, self.wording, self._clock())
        except Exception as failure:
            _tell(failure)
            return replace(answer, centers=EMERGENCY), self._last[language]
        # A directory without the two still leaves their numbers in the words of the note.
        return shown, reply


def last_resort(wording: Wording, base: KnowledgeBase | None, language: Language) -> Reply:
    """A reply made of words alone: the numbers from the directory, else from the centers' ids. Never raises."""
    try:
        voice = wording.voice(language, base)
        opening, calm = voice.say("opening"), voice.say("note.calm")
    except Exception as failure:
        _tell(failure)
        opening = calm = ""
    numbers = [center.rpartition("-")[2] for center in EMERGENCY]
    if not all(number in calm for number in numbers):
        calm = f"{calm} {', '.join(numbers)}".strip()
    return Reply(language, opening or numbers[0], (Paragraph(calm),))


def _tell(failure: Exception) -> None:
    """Logs what kind of failure and where; never its message, which may hold what she wrote."""
    place = traceback.extract_tb(failure.__traceback__)[-1:]
    where = f"{Path(place[0].filename).name}:{place[0].lineno}" if place else "?"
    _log.error("%s at %s", type(failure).__name__, where)
