"""YAML into plain values which stay text and remember where they stand."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from knowledge.model import Text
from knowledge.problems import Place, Problem

Path = tuple[str | int, ...]
"""The way to a value: keys, and positions counted from 0."""

LARGEST = 1_000_000
"""Most bytes of a file: a long guide has 40,000, and the whole directory fits."""

DEEPEST = 20
"""Most levels of a file: a guide has 5."""

_CORE = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq"))
_NOTHING = ("", "~")

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Lines:
    """What one file says: lists, dicts and text, and the place of each; `value` is None where it can't be read."""

    file: str
    value: Any = None
    places: dict[Path, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def place(self, path: Path) -> Place:
        """Where a value stands; for one that is missing, where what should hold it stands."""
        for length in range(len(path), -1, -1):
            if place := self.places.get(path[:length]):
                return place
        return Place(self.file)


def read_lines(content: bytes, file: str) -> Lines:
    """The values of a YAML file; every scalar stays text, and what YAML lets pass in silence is a problem."""
    if len(content) > LARGEST:
        return _unreadable(
            Place(file), "파일이 너무 커요", "the file is too large", "파일을 나눠 주세요", "split it into smaller files"
        )
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as fault:
        return _not_utf8(content, fault, file)
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, ValueError) as fault:
        return _not_yaml(text, fault, file)
    reading = _Reading(file)
    value = reading.value(node, ()) if node is not None else None
    return Lines(file, value, reading.places, tuple(reading.problems))


@dataclass
class _Reading:
    """Nodes on the way to values."""

    file: str
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def value(self, node: yaml.Node, path: Path) -> Any:
        place = self.at(node)
        self.places.setdefault(path, place)
        if node.tag not in _CORE:
            self.refuse(
                place,
                "!로 시작하는 표시는 쓸 수 없어요",
                "a tag that begins with ! can't be used",
                "표시를 지우거나 글을 따옴표로 묶어 주세요",
                "take it away, or put the text in quotes",
            )
            return None
        if isinstance(node, yaml.ScalarNode):
            # An empty plain scalar is a key without a value; quotes make it a text that is empty.
            return None if not node.style and node.value in _NOTHING else node.value
        if len(path) >= DEEPEST:
            self.refuse(
                place, "너무 깊이 들여 썼어요", "this is nested too deeply", "들여쓰기를 확인해 주세요", "check the indentation"
            )
            return None
        # An alias gives the very same node again: refused, so that nothing can grow without end.
        if id(node) in self.seen:
            self.refuse(
                place,
                "&와 *로 다시 쓰는 것은 쓸 수 없어요",
                "anchors and aliases can't be used",
                "글을 다시 써 주세요",
                "write it out",
            )
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, position)) for position, item in enumerate(node.value)]
        return dict(self.entries(node, path))

    def entries(self, node: yaml.Node, path: Path) -> Iterator[tuple[str, Any]]:
        met: dict[str, Place] = {}
        for key, item in node.value:
            place = self.at(key)
            if not isinstance(key, yaml.ScalarNode):
                self.refuse(
                    place,
                    "이름 자리에 목록이 있어요",
                    "a key can't be a list",
                    "이름을 한 낱말로 써 주세요",
                    "write the key as one word",
                )
            elif first := met.get(key.value):
                self.refuse(
                    place,
                    f"`{key.value}`가 두 번 나와요 (처음은 {first.line}번째 줄)",
                    f"`{key.value}` is written twice (first on line {first.line})",
                    "하나로 합치거나 하나를 지워 주세요",
                    "join the two, or take one away",
                    rule="yaml-key-once",
                )
            else:
                met[key.value] = self.places[(*path, key.value)] = place
                yield key.value, self.value(item, (*path, key.value))

    def at(self, node: yaml.Node) -> Place:
        return Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def refuse(self, place: Place, ko: str, en: str, mend_ko: str, mend_en: str, rule: str = "yaml-plain") -> None:
        self.problems.append(_problem(rule, place, ko, en, mend_ko, mend_en))


def _problem(rule: str, place: Place, ko: str, en: str, mend_ko: str, mend_en: str) -> Problem:
    return Problem(place, rule, "error", Text(ko=ko, en=en), Text(ko=mend_ko, en=mend_en))


def _unreadable(place: Place, ko: str, en: str, mend_ko: str, mend_en: str) -> Lines:
    return Lines(place.file, problems=(_problem("yaml-readable", place, ko, en, mend_ko, mend_en),))


def _not_utf8(content: bytes, fault: UnicodeDecodeError, file: str) -> Lines:
    before = content[: fault.start]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return _unreadable(
        Place(file, before.count(b"\n") + 1, column),
        "여기 글자가 UTF-8이 아니에요",
        "the letters here are not UTF-8",
        "편집기에서 인코딩을 UTF-8로 골라 다시 저장해 주세요",
        "save the file again with the encoding UTF-8",
    )


_CAUSES: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "글 안에 쌍점(: )이 있거나 들여쓰기가 어긋났어요",
        "there is a colon (: ) inside a text, or the indentation is off",
        "글 전체를 큰따옴표로 묶거나 들여쓰기를 맞춰 주세요",
        "put the whole text in double quotes, or line it up with its neighbours",
    ),
    (
        "exceeded maximum nesting",
        "너무 깊이 들여 썼어요",
        "this is nested too deeply",
        "들여쓰기와 괄호를 확인해 주세요",
        "check the indentation and the brackets",
    ),
    (
        "did not find expected ',' or",
        "괄호가 닫히지 않았거나 쉼표가 빠졌어요",
        "a bracket is not closed, or a comma is missing",
        "괄호를 닫고, 항목 사이에 쉼표를 써 주세요",
        "close the bracket and put commas between the items",
    ),
    (
        "found unexpected end of stream",
        "따옴표나 괄호가 닫히지 않았어요",
        "a quote or a bracket is not closed",
        "닫는 따옴표를 써 주세요",
        "write the closing quote",
    ),
    (
        "unknown escape character",
        "큰따옴표 안의 \\ 다음 글자를 알 수 없어요",
        "the letter after \\ inside double quotes means nothing",
        "\\를 지우거나 작은따옴표로 묶어 주세요",
        "take the \\ away, or use single quotes",
    ),
    (
        "could not find expected ':'",
        "이름 뒤에 쌍점(: )이 없어요",
        "a key has no colon (: ) after it",
        "`이름: 글` 모양으로 쓰고, 긴 글은 들여 써 주세요",
        "write `key: text`, and indent the lines of a long text",
    ),
    (
        "expected a single document",
        "파일 가운데에 ---가 있어요",
        "there is a --- in the middle of the file",
        "---를 지워 주세요",
        "take the --- away",
    ),
    (
        "undefined alias",
        "*로 시작하는 글은 따옴표가 필요해요",
        "a text that begins with * needs quotes",
        "글 전체를 큰따옴표로 묶어 주세요",
        "put the whole text in double quotes",
    ),
    (
        "cannot start any token",
        "@나 `로 시작하는 글은 따옴표가 필요해요",
        "a text that begins with @ or ` needs quotes",
        "글 전체를 큰따옴표로 묶어 주세요",
        "put the whole text in double quotes",
    ),
    (
        "did not find expected",
        "들여쓰기가 앞뒤와 맞지 않아요",
        "the indentation does not fit the lines around it",
        "같은 층의 줄을 같은 칸에 맞추고, 따옴표 뒤에 글이 더 있는지 봐 주세요",
        "line up what belongs together, and look for text after a closing quote",
    ),
)
"""libyaml's words for what is wrong, with ours; the first that fits is taken."""

_TAB = (
    "들여쓰기에 탭이 있어요",
    "there is a tab in the indentation",
    "탭을 지우고 빈칸으로 들여 써 주세요",
    "indent with spaces instead",
)
_OTHER = (
    "이 줄을 읽을 수 없어요",
    "this line can't be read",
    "앞뒤 줄과 모양을 맞춰 주세요",
    "write it in the shape of the lines around it",
)
_CONTROL = (
    "보이지 않는 제어 문자가 있어요",
    "there is an invisible control character",
    "그 글자를 지우고 다시 써 주세요",
    "delete it and write the text again",
)


def _not_yaml(text: str, fault: Exception, file: str) -> Lines:
    if isinstance(fault, yaml.reader.ReaderError) or "control characters" in str(fault):
        return _unreadable(_control_character(text, file), *_CONTROL)
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    return _unreadable(place, *_cause(text, place.line, str(fault)))


def _cause(text: str, line: int, said: str) -> tuple[str, str, str, str]:
    lines = text.splitlines()
    near = lines[max(0, line - 2) : line]
    if any("\t" in each[: len(each) - len(each.lstrip())] for each in near):
        return _TAB
    return next(((ko, en, mend_ko, mend_en) for sign, ko, en, mend_ko, mend_en in _CAUSES if sign in said), _OTHER)


def _control_character(text: str, file: str) -> Place:
    position = next((i for i, letter in enumerate(text) if not yaml.reader.Reader.NON_PRINTABLE.sub("", letter)), 0)
    before = text[:position]
    return Place(file, before.count("\n") + 1, position - before.rfind("\n"))
