"""What the phrases of `urgent.yaml` find in a text: the matcher, pure and without any model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.model import LANGUAGES, Language
from knowledge.phrases import Finder, english_reading, korean_reading, lists_of, pattern_of
from knowledge.urgent import Context, Label, Phrases, Urgent
from retrieval.text import normalise

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = (
    "ㅏ",
    "ㅐ",
    "ㅑ",
    "ㅒ",
    "ㅓ",
    "ㅔ",
    "ㅕ",
    "ㅖ",
    "ㅗ",
    "ㅗㅏ",
    "ㅗㅐ",
    "ㅗㅣ",
    "ㅛ",
    "ㅜ",
    "ㅜㅓ",
    "ㅜㅔ",
    "ㅜㅣ",
    "ㅠ",
    "ㅡ",
    "ㅡㅣ",
    "ㅣ",
)
_FINALS = (
    "",
    *[
        "ㄱ",
        "ㄲ",
        "ㄱㅅ",
        "ㄴ",
        "ㄴㅈ",
        "ㄴㅎ",
        "ㄷ",
        "ㄹ",
        "ㄹㄱ",
        "ㄹㅁ",
        "ㄹㅂ",
        "ㄹㅅ",
        "ㄹㅌ",
        "ㄹㅍ",
        "ㄹㅎ",
        "ㅁ",
        "ㅂ",
        "ㅂㅅ",
        "ㅅ",
        "ㅆ",
        "ㅇ",
        "ㅈ",
        "ㅊ",
        "ㅋ",
        "ㅌ",
        "ㅍ",
        "ㅎ",
    ],
)
_KOREAN_KEYS = dict(
    zip("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ", "qwertyuiopasdfghjklzxcvbnmqwertop", strict=True)
)
"""What each key of the Korean layout writes on the English one."""

_Readings = Mapping[Language, str]


@dataclass(frozen=True)
class Found:
    """What was found for one label: matches before (`said`, `suggested`) and after contexts were weighed."""

    said: bool
    suggested: bool
    says: bool
    suggests: bool
    hints: int

    @property
    def alerts(self) -> bool:
        """Whether the phrases alone would alert."""
        return self.says or self.suggests


@dataclass(frozen=True)
class SignsOfText:
    """Everything the phrases found in one text."""

    found: Mapping[Label, Found]
    contexts: frozenset[str]
    """Names of the contexts that hold."""


class Matcher:
    """Phrases of an `urgent.yaml`, compiled."""

    def __init__(self, urgent: Urgent) -> None:
        self._lists = {language: lists_of(urgent.lists.in_(language), language) for language in LANGUAGES}
        self._harmless = self._compiled(urgent.harmless)
        self.contexts = dict(urgent.contexts)
        self._contexts = {
            name: (self._compiled(context.phrases), self._compiled(context.unless)) for name, context in urgent.contexts.items()
        }
        self._says = {label: self._compiled(signs.says) for label, signs in urgent.labels.items()}
        self._suggests = {label: self._compiled(signs.suggests) for label, signs in urgent.labels.items()}
        self._hints = {label: self._compiled(signs.hints) for label, signs in urgent.labels.items()}
        self.labels = tuple(urgent.labels)

    def signs(self, text: str) -> SignsOfText:
        """What the phrases find in a text as it was typed."""
        whole = readings(text)
        contexts = frozenset(
            name for name, (phrases, unless) in self._contexts.items() if _finds(phrases, whole) and not _finds(unless, whole)
        )
        kept = {language: self._without_harmless(language, reading) for language, reading in whole.items()}
        return SignsOfText({label: self._found(label, kept, contexts) for label in self._says}, contexts)

    def _found(self, label: Label, read: _Readings, contexts: frozenset[str]) -> Found:
        said = _finds(self._says[label], read)
        suggested = said or _finds(self._suggests[label], read)
        held = [self.contexts[name] for name in contexts]
        silenced = any(label in context.silences for context in held)
        weakened = silenced or any(label in context.weakens for context in held)
        hints = sum(finder.count(read[language]) for language, finder in self._hints[label].items())
        says = said and not silenced
        return Found(said, suggested, says, says or (suggested and not weakened), hints)

    def _without_harmless(self, language: Language, reading: str) -> str:
        return self._harmless[language].without(reading)

    def _compiled(self, phrases: Phrases) -> dict[Language, Finder]:
        return {
            language: Finder.of(pattern_of(phrase, language, self._lists[language]) for phrase in phrases.in_(language))
            for language in LANGUAGES
        }


def readings(text: str) -> dict[Language, str]:
    """A text as Korean and as English phrases read it."""
    read = from_korean_layout(normalise(text))
    return {"ko": korean_reading(read), "en": english_reading(read)}


def from_korean_layout(text: str) -> str:
    """A normalised text with English that was typed on the Korean layout put right: `ㅗ디ㅔ` is help."""
    letters = [letter for letter in text if "ㄱ" <= letter <= "ㅣ" or "가" <= letter <= "힣"]
    alone = sum("ㄱ" <= letter <= "ㅣ" and letter not in "ㅋㅎㅠㅜㅡㅇㄷㄴㅅ" for letter in letters)
    return _as_english(text) if letters and alone >= 0.2 * len(letters) and len(letters) >= 4 else text


def _as_english(text: str) -> str:

    return "".join(_KOREAN_KEYS.get(letter, letter) for syllable in text for letter in _letters(syllable))


def _finds(finders: Mapping[Language, Finder], read: _Readings) -> bool:
    return any(finder.finds(read[language]) for language, finder in finders.items())


def weakening(contexts: Mapping[str, Context], label: Label) -> tuple[str, ...]:
    """Names of the contexts that weaken a label."""
    return tuple(name for name, context in contexts.items() if label in context.weakens)


def _letters(syllable: str) -> str:
    """The letters that a keyboard types for one syllable."""
    if not "가" <= syllable <= "힣":
        return syllable
    code = ord(syllable) - 0xAC00
    return _INITIALS[code // 588] + _VOWELS[code % 588 // 28] + _FINALS[code % 28]
