"""Words that people type as they would press a button: 메뉴, 서울, help. The words stand in the catalogs."""

from __future__ import annotations

import unicodedata

from bot.actions import PLAIN, Centers, Menu, Pressed, Speak
from bot.wording import Wording
from knowledge import numbers
from knowledge.model import LANGUAGES, Audience, Region
from retrieval.text import QUESTION_LENGTH, normalise

COMMAND_LENGTH = 30
"""Longest text that can be a command; longer texts are questions."""

NUMBER_QUESTION_LENGTH = 60
"""Most letters beside a number in a question whether it is real."""

_WHOLE: dict[str, Pressed] = {
    **PLAIN,
    "menu": Menu(),
    "centers": Centers(),
    "open-now": Centers(open_now=True),
    **{f"language.{language}": Speak(language) for language in LANGUAGES},
    **{f"region.{region}": Centers(region) for region in Region if region is not Region.NATIONAL},
    **{f"audience.{audience}": Centers(audience=audience) for audience in Audience if audience is not Audience.ALL},
}
"""The action of each catalog entry `command.<key>`."""


class Commands:
    """What typed words mean, in every language at once."""

    def __init__(self, wording: Wording) -> None:
        self._actions = {word: action for key, action in _WHOLE.items() for word in _typed(wording, f"command.{key}")}
        self._cues = _typed(wording, "command.number-cue")

    def read(self, text: str) -> Pressed | None:
        """The action that a whole text names: 메뉴, 서울, 서울 센터, busan open now; None for a question."""
        typed = _plain(text)
        if not typed or len(typed) > COMMAND_LENGTH:
            return None
        return self._actions.get(typed) or self._narrowed(typed.split())

    def asks_number(self, text: str) -> bool:
        """Whether a text is little else than a number or an address, or asks whether one is real."""
        text = unicodedata.normalize("NFKC", text[:QUESTION_LENGTH])
        found = numbers.find(text, short=True)
        if not found:
            return False
        for each in found:
            text = text.replace(each.written, " ")
        rest = normalise(text)
        letters = sum(letter.isalnum() for letter in rest)
        return letters == 0 or (letters <= NUMBER_QUESTION_LENGTH and any(cue in rest for cue in self._cues))

    def _narrowed(self, words: list[str]) -> Centers | None:
        """A page of the directory whose region, hour and audience are each named by one or two words."""
        page, at = Centers(), 0
        while at < len(words):
            size = next((size for size in (2, 1) if isinstance(self._action(words, at, size), Centers)), 0)
            named = self._action(words, at, size)
            if not isinstance(named, Centers):
                return None
            page = Centers(named.region or page.region, named.open_now or page.open_now, named.audience or page.audience)
            at += size
        return page

    def _action(self, words: list[str], at: int, size: int) -> Pressed | None:
        return self._actions.get(" ".join(words[at : at + size])) if size and at + size <= len(words) else None


def _typed(wording: Wording, key: str) -> tuple[str, ...]:
    return tuple(_plain(word) for word in wording.lists(key))


def _plain(text: str) -> str:
    return normalise(text).strip(" /.,!?~…")
