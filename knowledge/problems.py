"""What is wrong, where, and how to mend it; and how that prints."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from knowledge.model import Language, Text

Severity = Literal["error", "notice"]
Format = Literal["text", "github", "json"]
FORMATS: tuple[Format, ...] = ("text", "github", "json")

_WORD_FIRST = re.compile(r"[a-z']+[ ,;]")


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: a file, and line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Problem:
    """Something to mend: an `error` fails the check, a `notice` only tells."""

    place: Place
    rule: str
    severity: Severity
    what: Text
    mend: Text

    def said(self, language: Language) -> str:
        """What is wrong and the mend, as two sentences."""
        said = (self.what.in_(language), self.mend.in_(language))
        return " ".join(_sentence(words, language) for words in said)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that fail the check."""
    return tuple(problem for problem in problems if problem.severity == "error")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file, line and rule."""
    return sorted(problems, key=lambda problem: (problem.place, problem.rule, problem.what.en))


def render(problems: Sequence[Problem], format: Format = "text", language: Language = "ko") -> str:  # noqa: A002
    """Problems as text for people, as notes on a pull request, or as JSON; ends without a line break."""
    return {"text": _as_text, "github": _as_github, "json": _as_json}[format](in_order(problems), language)


def _as_text(problems: Sequence[Problem], language: Language) -> str:
    lines: list[str] = []
    for _, group in groupby(problems, key=lambda problem: problem.place.file):
        lines.extend(f"{problem.place}: {_severity(problem, language)}{problem.said(language)}" for problem in group)
        lines.append("")
    return "\n".join([*lines, counted(problems, language)])


def _severity(problem: Problem, language: Language) -> str:
    if problem.severity == "error":
        return ""
    return "(알림) " if language == "ko" else "(notice) "


def counted(problems: Sequence[Problem], language: Language) -> str:
    """How many errors and notices there are in how many files, as a sentence."""
    files = len({problem.place.file for problem in problems})
    wrong = len(errors(problems))
    notices = len(problems) - wrong
    if language == "ko":
        return f"파일 {files}개에 고칠 것 {wrong}개, 알림 {notices}개가 있어요." if problems else "고칠 것이 없어요."
    if not problems:
        return "Nothing to mend."
    return f"{_many(wrong, 'error')} and {_many(notices, 'notice')} in {_many(files, 'file')}."


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _as_github(problems: Sequence[Problem], language: Language) -> str:
    return "\n".join(
        f"::{problem.severity} file={_property(problem.place.file)},line={problem.place.line},col={problem.place.column},"
        f"title={_property(problem.rule)}::{_data(problem.said(language))}"
        for problem in problems
    )


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def _as_json(problems: Sequence[Problem], _language: Language) -> str:
    return json.dumps([_object(problem) for problem in problems], ensure_ascii=False, indent=2)


def _object(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "rule": problem.rule,
        "severity": problem.severity,
        "what": problem.what.model_dump(),
        "mend": problem.mend.model_dump(),
    }


def _sentence(words: str, language: Language) -> str:
    """Words with an end mark last, and in English a capital first; an id or a key keeps its small letter."""
    first = words[0].upper() + words[1:] if language == "en" and _WORD_FIRST.match(words) else words
    return first if first[-1] in ".?!" else f"{first}."
