"""`urgent.yaml` as frozen data: what speaks of danger, what only sounds like it, and sentences of both kinds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import Field, ValidationError

from knowledge.model import LANGUAGES, Language, Record, Text, Words
from knowledge.phrases import Pattern, PhraseProblem, lists_of, pattern_of
from knowledge.problems import Problem
from knowledge.yaml_lines import Lines, read_lines

FILE = "urgent.yaml"


class Label(StrEnum):
    """A danger that a message speaks of, the gravest first."""

    DANGER = "danger"
    SUICIDE = "suicide"
    BLACKMAIL = "blackmail"
    MINOR = "minor"
    SPREADING = "spreading"


class Phrases(Record):
    """Phrases of both languages, in the pattern language of `phrases.py`."""

    ko: tuple[Words, ...] = Field(default=(), description="한국어 표현")
    en: tuple[Words, ...] = Field(default=(), description="영어 표현")

    def in_(self, language: Language) -> tuple[str, ...]:
        """The phrases of one language."""
        return self.ko if language == "ko" else self.en


class Lists(Record):
    """Named lists that phrases use as `<name>`; a list may use those above it."""

    ko: dict[str, Words] = Field(default_factory=dict, description="한국어 낱말 목록")
    en: dict[str, Words] = Field(default_factory=dict, description="영어 낱말 목록")

    def in_(self, language: Language) -> dict[str, str]:
        """The lists of one language."""
        return self.ko if language == "ko" else self.en


class Context(Record):
    """A setting that changes what words mean: long ago and over, a film, a lesson, what if, a joke."""

    weakens: tuple[Label, ...] = Field(default=(), description="이 맥락이면 suggests로는 알리지 않는 표지")
    silences: tuple[Label, ...] = Field(default=(), description="이 맥락이면 says로도 알리지 않는 표지")
    phrases: Phrases = Field(description="이 맥락을 보여 주는 표현")
    unless: Phrases = Field(default=Phrases(), description="이 표현이 함께 있으면 맥락으로 치지 않아요")


class Signs(Record):
    """What speaks of one label."""

    says: Phrases = Field(default=Phrases(), description="이것만으로 알리는 표현")
    suggests: Phrases = Field(default=Phrases(), description="다른 맥락이 없으면 알리는 표현")
    hints: Phrases = Field(default=Phrases(), description="혼자서는 알리지 않고, 다른 것과 함께 무게를 더하는 표현")
    examples: Phrases = Field(default=Phrases(), description="알려야 하는 문장의 보기")
    calm: Phrases = Field(default=Phrases(), description="알리면 안 되는 문장의 보기")


class Urgent(Record):
    """The whole file; empty where there is none."""

    lists: Lists = Lists()
    harmless: Phrases = Field(default=Phrases(), description="위험과 관계없는 말버릇: 먼저 지우고 읽어요")
    contexts: dict[str, Context] = Field(default_factory=dict)
    labels: dict[Label, Signs] = Field(default_factory=dict)


@dataclass(frozen=True)
class LoadedUrgent:
    """What could be read: phrases with a problem are left out, the others serve."""

    urgent: Urgent = Urgent()  # noqa: RUF009  (frozen)
    fingerprint: str = ""
    """Hash of the file's bytes."""
    problems: tuple[Problem, ...] = ()


def load_urgent(folder: Path) -> LoadedUrgent:
    """`urgent.yaml` of a knowledge folder, with its problems; never raises for what stands in the file."""
    file = folder / FILE
    if not file.exists():
        return LoadedUrgent()
    content = file.read_bytes()
    lines = read_lines(content, str(file))
    fingerprint = hashlib.sha256(content).hexdigest()[:16]
    try:
        urgent = Urgent.model_validate(lines.value or {})
    except ValidationError as fault:
        return LoadedUrgent(Urgent(), fingerprint, (*lines.problems, *_shape_problems(fault, lines)))
    problems = (*lines.problems, *_phrase_problems(urgent, lines), *_twice(urgent, lines))
    return LoadedUrgent(_sound(urgent), fingerprint, problems)


def phrase_lists(urgent: Urgent) -> Iterator[tuple[tuple[str, ...], Phrases]]:
    """Every list of phrases and the way to it in the file."""
    yield ("harmless",), urgent.harmless
    for name, context in urgent.contexts.items():
        yield ("contexts", name, "phrases"), context.phrases
        yield ("contexts", name, "unless"), context.unless
    for label, signs in urgent.labels.items():
        yield ("labels", label.value, "says"), signs.says
        yield ("labels", label.value, "suggests"), signs.suggests
        yield ("labels", label.value, "hints"), signs.hints


def _problem(lines: Lines, path: tuple[str | int, ...], rule: str, what: Text, mend: Text) -> Problem:
    return Problem(lines.place(path), rule, "error", what, mend)


def _shape_problems(fault: ValidationError, lines: Lines) -> Iterator[Problem]:
    for error in fault.errors():
        path = tuple(error["loc"])
        name = ".".join(map(str, path)) or FILE
        what = Text(ko=f"{name}의 모양이 달라요", en=f"{name} has another shape than expected ({error['msg'].lower()})")
        mend = Text(
            ko="파일 맨 위의 설명과 같은 모양으로 써 주세요", en="write it in the shape that the top of the file explains"
        )
        yield _problem(lines, path, "urgent-shape", what, mend)


def _phrase_problems(urgent: Urgent, lines: Lines) -> Iterator[Problem]:
    mend = Text(ko="파일 맨 위의 설명을 보고 고쳐 주세요", en="mend it with the explanation at the top of the file")
    for language in LANGUAGES:
        lists: dict[str, Pattern] = {}
        try:
            lists = lists_of(urgent.lists.in_(language), language)
        except PhraseProblem as fault:
            yield _problem(lines, ("lists", language), "urgent-phrase", Text(ko=fault.ko, en=fault.en), mend)
        for path, phrases in phrase_lists(urgent):
            for number, phrase in enumerate(phrases.in_(language)):
                if wrong := phrase_fault(phrase, language, lists):
                    what = Text(ko=f"`{phrase}`: {wrong.ko}", en=f"`{phrase}`: {wrong.en}")
                    yield _problem(lines, (*path, language, number), "urgent-phrase", what, mend)


def phrase_fault(phrase: str, language: Language, lists: Mapping[str, Pattern]) -> PhraseProblem | None:
    """Why a phrase can't be read, or None."""
    try:
        pattern_of(phrase, language, lists)
    except PhraseProblem as fault:
        return fault
    return None


def _twice(urgent: Urgent, lines: Lines) -> Iterator[Problem]:
    """A sentence can't both alert and not alert for the same label."""
    for label, signs in urgent.labels.items():
        for language in LANGUAGES:
            examples = set(signs.examples.in_(language))
            for number, sentence in enumerate(signs.calm.in_(language)):
                if sentence in examples:
                    what = Text(ko="같은 문장이 examples에도 있어요", en="the same sentence stands under examples too")
                    mend = Text(ko="둘 가운데 하나를 지워 주세요", en="take one of the two away")
                    yield _problem(lines, ("labels", label.value, "calm", language, number), "urgent-twice", what, mend)


def _sound(urgent: Urgent) -> Urgent:
    """The file without phrases that can't be read."""
    made = {language: _sound_lists(urgent.lists.in_(language), language) for language in LANGUAGES}

    def kept(phrases: Phrases) -> Phrases:
        return Phrases(
            ko=tuple(phrase for phrase in phrases.ko if not phrase_fault(phrase, "ko", made["ko"])),
            en=tuple(phrase for phrase in phrases.en if not phrase_fault(phrase, "en", made["en"])),
        )

    return Urgent(
        lists=Lists(**{language: {name: urgent.lists.in_(language)[name] for name in made[language]} for language in LANGUAGES}),
        harmless=kept(urgent.harmless),
        contexts={
            name: context.model_copy(update={"phrases": kept(context.phrases), "unless": kept(context.unless)})
            for name, context in urgent.contexts.items()
        },
        labels={
            label: signs.model_copy(update={level: kept(getattr(signs, level)) for level in ("says", "suggests", "hints")})
            for label, signs in urgent.labels.items()
        },
    )


def _sound_lists(written: dict[str, str], language: Language) -> dict[str, Pattern]:
    made: dict[str, Pattern] = {}
    for name, phrase in written.items():
        if not phrase_fault(phrase, language, made):
            made[name] = pattern_of(phrase, language, made)
    return made
