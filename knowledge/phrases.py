"""The small pattern language in which moderators write phrases, and the two ways a text is read for it.

What can stand in a phrase (knowledge/README.md explains it with examples):

- words: `죽고 싶` stands for itself, with any ending and any spaces; `want to die` stands for whole words
- `kill*`: a Latin word with any ending; `10..18`, `10..18f`: any of these numbers
- `(a|b c|d)`: one of these; `<name>`: one of a named list; a `?` behind a word, group or list: it may be missing
- `…`: a short gap within one sentence; `^` and `$`: the text begins or ends here
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from knowledge.model import Language

GAP: Mapping[Language, int] = {"ko": 14, "en": 40}
"""Most characters of a gap; Korean is read without spaces."""

_TOKEN = re.compile(r"\s+|[()|?^$…]|<[a-z-]*>?|[^\s()|?^$…<]+")
_RANGE = re.compile(r"(\d{1,4})\.\.(\d{1,4})([a-z가-힣]*)")
_WORD = re.compile(r"[a-z0-9가-힣ㄱ-ㅣ'*~+-]+")
_LARGEST_RANGE = 60

# Vowels and closing consonants that sound alike and are mistaken for each other: 돼/되, 데/대, 했/햇, 않/안, 없/업.
_ALIKE_VOWELS = {5: 1, 7: 3, 11: 10, 15: 10}
_ALIKE_FINALS = {20: 19, 6: 4, 18: 17, 2: 1, 12: 8, 15: 8}


class PhraseProblem(ValueError):
    """A phrase can't be read; the two sentences say why, Korean and English."""

    def __init__(self, ko: str, en: str) -> None:
        super().__init__(en)
        self.ko, self.en = ko, en


def _alike(letter: int) -> int:
    initial, vowel, final = letter // 588, letter % 588 // 28, letter % 28
    return initial * 588 + _ALIKE_VOWELS.get(vowel, vowel) * 28 + _ALIKE_FINALS.get(final, final)


_SPELLING = {0xAC00 + letter: 0xAC00 + _alike(letter) for letter in range(11172)}


def korean_reading(text: str) -> str:
    """A normalised text without spaces and commas, and with syllables that are mistaken for each other made one."""
    return re.sub(r"[^\w.!?~]+", "", text).translate(_SPELLING)


def english_reading(text: str) -> str:
    """A normalised text as words with one space between; apostrophes are gone (`don't` is `dont`)."""
    return re.sub(r"[^\w.!?]+", " ", re.sub(r"['’`´]", "", text)).strip()


@dataclass(frozen=True)
class Pattern:
    """A phrase as a regular expression for the reading of its language."""

    regex: str
    needs: frozenset[str]
    """One of these stands in every text it fits: looking for them first spares most of the work. Empty: nothing is known."""


@dataclass(frozen=True)
class Finder:
    """Many patterns, searched as one."""

    patterns: tuple[tuple[frozenset[str], re.Pattern[str]], ...]

    @classmethod
    def of(cls, patterns: Iterable[Pattern]) -> Finder:
        """Compiled patterns, in the order given."""
        return cls(tuple((pattern.needs, re.compile(pattern.regex)) for pattern in patterns))

    def finds(self, reading: str) -> bool:
        """Whether one of the patterns fits somewhere."""
        return any(regex.search(reading) is not None for regex in self._possible(reading))

    def count(self, reading: str) -> int:
        """How many of the patterns fit somewhere."""
        return sum(regex.search(reading) is not None for regex in self._possible(reading))

    def without(self, reading: str) -> str:
        """The reading with a space wherever a pattern fits."""
        for regex in self._possible(reading):
            reading = regex.sub(" ", reading)
        return reading

    def _possible(self, reading: str) -> Iterator[re.Pattern[str]]:
        for needs, regex in self.patterns:
            if not needs or any(need in reading for need in needs):
                yield regex


def pattern_of(phrase: str, language: Language, lists: Mapping[str, Pattern]) -> Pattern:
    """The pattern of a phrase. Raises PhraseProblem."""
    parser = _Parser(phrase.lower(), language, lists)
    pattern = parser.alternatives()
    if parser.rest:
        raise PhraseProblem("닫는 괄호가 남아요", "there is a closing bracket too many")
    if re.compile(pattern.regex).match(""):
        raise PhraseProblem("빈 글에도 맞는 표현이에요", "it fits an empty text")
    return pattern


def lists_of(written: Mapping[str, str], language: Language) -> dict[str, Pattern]:
    """Named lists as patterns; a list may use those above it. Raises PhraseProblem."""
    made: dict[str, Pattern] = {}
    for name, phrase in written.items():
        made[name] = pattern_of(phrase, language, made)
    return made


@dataclass
class _Parser:
    phrase: str
    language: Language
    lists: Mapping[str, Pattern]
    rest: list[str] = field(init=False)

    def __post_init__(self) -> None:
        if re.search(r"\s\?", self.phrase):
            raise PhraseProblem("? 앞에 빈칸이 있어요", "there is a space before a ?")
        self.rest = [token for token in _TOKEN.findall(self.phrase.replace("...", "…")) if not token.isspace()]

    def alternatives(self) -> Pattern:
        made = [self.sequence()]
        while self.rest and self.rest[0] == "|":
            self.rest.pop(0)
            made.append(self.sequence())
        if any(not part.regex for part in made):
            raise PhraseProblem("| 옆이 비어 있어요", "there is nothing beside a |")
        if len(made) == 1:
            return made[0]
        known = all(part.needs for part in made)
        needs = frozenset[str]().union(*(part.needs for part in made)) if known else frozenset()
        return Pattern(f"(?:{'|'.join(part.regex for part in made)})", needs)

    def sequence(self) -> Pattern:
        """Elements one after the other; English ones have a space between, except beside a gap or an anchor."""
        out, glue = "", ""
        needs: list[frozenset[str]] = []
        while self.rest and self.rest[0] not in "|)":
            token = self.rest.pop(0)
            if token == "…":
                out, glue = f"{out}[^.!?]{{0,{GAP[self.language]}}}?", ""
            elif token in "^$":
                out, glue = out + (r"^\W*" if token == "^" else r"\W*$"), ""
            else:
                element = self.element(token)
                if self.optional():
                    out += f"(?:{glue}{element.regex})?" if glue else f"(?:{element.regex}{self.space()})?"
                else:
                    out, glue = out + glue + element.regex, self.space()
                    needs.append(element.needs)
        return Pattern(out, min((need for need in needs if need), key=_cost, default=frozenset()))

    def space(self) -> str:
        return " ?" if self.language == "en" else ""

    def optional(self) -> bool:
        if self.rest and self.rest[0] == "?":
            self.rest.pop(0)
            return True
        return False

    def element(self, token: str) -> Pattern:
        if token == "(":
            inner = self.alternatives()
            if not self.rest or self.rest.pop(0) != ")":
                raise PhraseProblem("괄호가 닫히지 않았어요", "a bracket is not closed")
            return Pattern(f"(?:{inner.regex})", inner.needs)
        if token.startswith("<"):
            return self.named(token)
        if token == "?":
            raise PhraseProblem("? 앞에 낱말이 없어요", "there is no word before a ?")
        return self.word(token)

    def named(self, token: str) -> Pattern:
        name = token.strip("<>")
        if name not in self.lists or not token.endswith(">"):
            raise PhraseProblem(f"<{name}>이라는 목록이 없어요", f"there is no list <{name}>")
        return self.lists[name]

    def word(self, token: str) -> Pattern:
        if span := _RANGE.fullmatch(token):
            return _numbers(int(span[1]), int(span[2]), span[3], self.language)
        if self.language == "en":
            token = re.sub(r"['’]", "", token)
        if not _WORD.fullmatch(token):
            raise PhraseProblem(f"{token}에 쓸 수 없는 글자가 있어요", f"{token} has a letter that can't be used")
        return _english_word(token) if self.language == "en" else _korean_word(token)


def _cost(needs: frozenset[str]) -> float:
    """How much work a set of needed words leaves: many words take long to look for, short ones are found everywhere."""
    return sum(1 + 8 / len(need) ** 2 for need in needs)


def _numbers(first: int, last: int, ending: str, language: Language) -> Pattern:
    if not 0 <= last - first <= _LARGEST_RANGE:
        raise PhraseProblem("숫자 범위가 거꾸로이거나 너무 넓어요", "the range of numbers is backwards or too wide")
    ending = ending.translate(_SPELLING)
    after = r"(?![a-z0-9])" if language == "en" else r"(?!\d)" if not ending else ""
    numbers = [str(number) for number in range(first, last + 1)]
    return Pattern(rf"(?<!\d)(?:{'|'.join(numbers)}){ending}{after}", frozenset(number + ending for number in numbers))


def _english_word(word: str) -> Pattern:
    stem = word.rstrip("*")
    ending = "[a-z]*" if word.endswith("*") else "(?![a-z0-9])"
    return Pattern(rf"(?<![a-z0-9]){re.escape(stem)}{ending}", frozenset([stem]))


def _korean_word(word: str) -> Pattern:
    before = r"(?<!\d)" if word[0].isdigit() else ""
    after = r"(?!\d)" if word[-1].isdigit() else ""
    spelled = word.translate(_SPELLING)
    return Pattern(f"{before}{re.escape(spelled)}{after}", frozenset([spelled]))
