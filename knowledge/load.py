"""The door: a folder of YAML in, the sound part of it and every problem out."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path as Folder
from typing import Any, TypeVar

from pydantic import ValidationError

from knowledge import rules, shapes, wording
from knowledge.hours import SEOUL
from knowledge.model import (
    SLUG,
    Category,
    Center,
    Event,
    FalseNumber,
    Guide,
    KnowledgeBase,
    Phrasings,
    Record,
    SynonymGroup,
    Text,
)
from knowledge.problems import Place, Problem, errors, in_order
from knowledge.written import Entry, Places, Written, hint
from knowledge.yaml_lines import Lines, Path, read_lines

KNOWLEDGE = Folder(__file__).parent
"""The knowledge base that comes with the program."""

OTHERS = ("urgent.yaml",)
"""Files that other rooms read."""

EXAMPLES = ("outside", "declined")
"""Files of phrasings that no guide answers; fields of the knowledge base of the same name."""

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True)
class Loaded:
    """What is served, and what is wrong with the rest."""

    base: KnowledgeBase
    problems: tuple[Problem, ...]
    written: Written
    grave: tuple[Problem, ...] = ()
    """The errors among them that keep something out of service."""

    @property
    def places(self) -> Places:
        """Where every value of every file stands."""
        return self.written.places


def load(folder: Folder = KNOWLEDGE, today: dt.date | None = None, named: Folder | None = None) -> Loaded:
    """The knowledge base of a folder without the guides and centers that have an error, and every problem, in order.

    An error of the lists that the check alone looks at (`rules.TIDY`, wording) keeps nothing out. Never raises for
    what is in the folder. `today` is the day in Seoul unless given; `named` is the folder that problems speak of, where
    this one is a copy of it.
    """
    shelf = _Shelf(folder, named or folder)
    written = shelf.written(today or dt.datetime.now(SEOUL).date())
    grave = [*shelf.problems, *(problem for rule in rules.SOUND for problem in rule(written))]
    light = [problem for rule in (*rules.TIDY, *wording.RULES) for problem in rule(written)]
    return Loaded(_sound(written, grave), tuple(in_order([*grave, *light])), written, tuple(in_order(errors(grave))))


def fingerprint(folder: Folder = KNOWLEDGE) -> str:
    """A hash of the names and bytes of all YAML files of a folder."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*.yaml")):
        content = _bytes(file)
        if content is not None:
            digest.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def shown(file: Folder) -> str:
    """A file's path as people read it: from the working directory where it lies below it."""
    relative = os.path.relpath(file)
    return file.as_posix() if relative.startswith("..") else Folder(relative).as_posix()


def _bytes(file: Folder) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


@dataclass
class _Shelf:
    """A folder being read: its files, and what could not be read of them."""

    folder: Folder
    named: Folder
    files: dict[str, Lines] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread_guides: set[str] = field(default_factory=set)
    unread_centers: set[str] = field(default_factory=set)
    centers_known: bool = True

    def written(self, today: dt.date) -> Written:
        """Everything that has the right shape."""
        if not self.folder.is_dir():
            self.problems.append(_no_folder(shown(self.named)))
        categories = tuple(self.listed(self.folder / "categories.yaml", Category))
        guides = tuple(self.guides([entry.record.id for entry in categories]))
        centers = tuple(entry for file in self.yaml("centers") for entry in self.centers(file))
        events = tuple(entry for file in self.yaml("events") for entry in self.listed(file, Event))
        false_numbers = tuple(self.listed(self.folder / "never_show.yaml", FalseNumber))
        synonyms = tuple(self.listed(self.folder / "synonyms.yaml", SynonymGroup))
        examples = tuple(entry for name in EXAMPLES for entry in self.single(self.folder / f"{name}.yaml", Phrasings))
        self.strangers()
        return Written(
            Places(self.files),
            today,
            categories,
            guides,
            centers,
            events,
            false_numbers,
            synonyms,
            examples,
            frozenset(self.unread_guides),
            frozenset(self.unread_centers),
            self.centers_known,
        )

    def called(self, file: Folder) -> str:
        """A file as people know it."""
        return shown(self.named / file.relative_to(self.folder))

    def yaml(self, room: str) -> list[Folder]:
        return sorted((self.folder / room).glob("*.yaml"))

    def lines(self, file: Folder) -> Lines | None:
        """What a file says; None where there is no such file."""
        if not file.exists():
            return None
        content = _bytes(file)
        lines = (
            Lines(self.called(file), problems=(_unreadable(self.called(file)),))
            if content is None
            else read_lines(content, self.called(file))
        )
        self.files[lines.file] = lines
        self.problems.extend(lines.problems)
        return lines

    def guides(self, categories: list[str]) -> Iterator[Entry[Guide]]:
        """The guides in the order of the categories, then by file name."""
        files = sorted(
            (self.folder / "guides").glob("*/*.yaml"),
            key=lambda file: (categories.index(file.parent.name) if file.parent.name in categories else len(categories), file),
        )
        for file in files:
            entry = self.guide(file)
            if entry is None:
                self.unread_guides.add(file.stem)
            else:
                yield entry

    def guide(self, file: Folder) -> Entry[Guide] | None:
        lines = self.lines(file)
        if not re.fullmatch(SLUG, file.stem):
            self.problems.append(_bad_name(self.called(file)))
        if lines is None or lines.problems:
            return None
        named = {"id": file.stem, "category": file.parent.name}
        if not isinstance(lines.value, dict):
            self.problems.append(_no_keys(lines.place(())))
            return None
        for name in (name for name in named if name in lines.value):
            self.problems.append(_from_file_name(lines.place((name,)), name))
        made = self.made(Guide, {**lines.value, **named}, lines, (), tuple(named))
        return Entry(made, lines.file) if made else None

    def centers(self, file: Folder) -> Iterator[Entry[Center]]:
        read = tuple(self.listed(file, Center))
        yield from read
        value = self.files[self.called(file)].value if self.called(file) in self.files else None
        ids = [str(each["id"]) for each in value if isinstance(each, dict) and each.get("id")] if isinstance(value, list) else []
        self.unread_centers.update(set(ids) - {entry.record.id for entry in read})
        self.centers_known &= isinstance(value, list) and len(ids) == len(value)

    def listed(self, file: Folder, record: type[AnyRecord]) -> Iterator[Entry[AnyRecord]]:
        """The records of a file that holds a list."""
        lines = self.lines(file)
        if lines is None or lines.value is None:
            return
        if not isinstance(lines.value, list):
            self.problems.append(_no_list(lines.place(())))
            return
        for position, value in enumerate(lines.value):
            made = self.made(record, value, lines, (position,))
            if made:
                yield Entry(made, lines.file, (position,))

    def single(self, file: Folder, record: type[AnyRecord]) -> Iterator[Entry[AnyRecord]]:
        """The record of a file that holds one."""
        lines = self.lines(file)
        if lines is not None and lines.value is not None and (made := self.made(record, lines.value, lines, ())):
            yield Entry(made, lines.file)

    def made(self, record: type[AnyRecord], value: Any, lines: Lines, root: Path, own: tuple[str, ...] = ()) -> AnyRecord | None:
        try:
            return record.model_validate(value)
        except ValidationError as error:
            self.problems.extend(shapes.problems_of(error, record, lines, root, own))
            return None

    def strangers(self) -> None:
        """Notes the files that nobody reads."""
        for file in sorted((*self.folder.rglob("*.yaml"), *self.folder.rglob("*.yml"))):
            if self.called(file) not in self.files and file.relative_to(self.folder).as_posix() not in OTHERS:
                self.problems.append(_stranger(file, self.folder, self.called(file)))


def _sound(written: Written, grave: Iterable[Problem]) -> KnowledgeBase:
    """What is served: everything without an error, links to the rest taken away."""
    lines: dict[str, list[int]] = {}
    for problem in errors(list(grave)):
        lines.setdefault(problem.place.file, []).append(problem.place.line)
    whole: Callable[[Entry[Record]], bool] = lambda entry: not _touched(entry, written, lines)  # noqa: E731
    centers = _first_of_each([entry.record for entry in written.centers if whole(entry)])
    categories = _first_of_each([entry.record for entry in written.categories if whole(entry)])
    guides = _first_of_each([entry.record for entry in written.guides if whole(entry)])
    known = {guide.id for guide in guides}
    return KnowledgeBase(
        categories=categories,
        guides=tuple(_related_to(guide, known) for guide in guides),
        centers=centers,
        events=_first_of_each([entry.record for entry in written.events if whole(entry)]),
        false_numbers=tuple(entry.record for entry in written.false_numbers if whole(entry)),
        synonyms=tuple(entry.record for entry in written.synonyms),
        **{Folder(entry.file).stem: entry.record for entry in written.examples},
    )


def _related_to(guide: Guide, known: set[str]) -> Guide:
    """The guide with the related ones that are served."""
    related = tuple(each for each in guide.related if each in known)
    return guide if related == guide.related else guide.model_copy(update={"related": related})


def _touched(entry: Entry[Record], written: Written, lines: dict[str, list[int]]) -> bool:
    """Whether an error stands within the lines of a record."""
    found = lines.get(entry.file, ())
    if not entry.root or not found:
        return bool(found)
    *list_path, position = entry.root
    first = written.places.of(entry.file, entry.root).line
    following = written.places.files[entry.file].places.get((*list_path, int(position) + 1))
    return any(first <= line and (following is None or line < following.line) for line in found)


Identified = TypeVar("Identified", Guide, Center, Event, Category)


def _first_of_each(records: list[Identified]) -> tuple[Identified, ...]:
    return tuple(
        {record.id: record for record in reversed(records)}[each] for each in dict.fromkeys(record.id for record in records)
    )


def _problem(place: Place, rule: str, ko: str, en: str, mend: Text) -> Problem:
    return Problem(place, rule, "error", Text(ko=ko, en=en), mend)


def _no_folder(folder: str) -> Problem:
    mend = Text(ko="안내가 들어 있는 폴더를 골라 주세요", en="name the folder that holds the guides")
    return _problem(Place(folder), "folder-exists", "이런 폴더가 없어요", "there is no such folder", mend)


def _unreadable(file: str) -> Problem:
    mend = Text(ko="파일이 있는지, 읽기 권한이 있는지 봐 주세요", en="see that it exists and may be read")
    return _problem(Place(file), "file-readable", "파일을 열 수 없어요", "the file can't be opened", mend)


def _bad_name(file: str) -> Problem:
    mend = Text(
        ko="영어 소문자, 숫자, -만 써서 이름을 바꿔 주세요 (예: keep-evidence.yaml)",
        en="rename it with small letters, digits and hyphens, such as keep-evidence.yaml",
    )
    return _problem(
        Place(file), "file-name", "파일 이름은 안내의 id라서 이렇게 쓸 수 없어요", "the file's name can't be a guide's id", mend
    )


def _no_keys(place: Place) -> Problem:
    mend = Text(
        ko="`title:`, `summary:`, `sections:`처럼 이름을 붙여 써 주세요",
        en="write it under keys such as `title:`, `summary:`, `sections:`",
    )
    return _problem(place, "shape", "안내의 모양이 아니에요", "this is not the shape of a guide", mend)


def _no_list(place: Place) -> Problem:
    mend = Text(ko="하나마다 앞에 `- `를 붙여 주세요", en="put `- ` before each entry")
    return _problem(place, "shape", "이 파일은 목록이어야 해요", "this file should be a list", mend)


def _from_file_name(place: Place, name: str) -> Problem:
    mend = Text(ko="이 줄을 지워 주세요", en="take this line away")
    where_ko, where_en = ("파일 이름", "the file's name") if name == "id" else ("폴더 이름", "the folder's name")
    return _problem(place, "shape", f"`{name}`는 {where_ko}에서 정해져요", f"`{name}` comes from {where_en}", mend)


def _stranger(file: Folder, folder: Folder, called: str) -> Problem:
    known = ["categories.yaml", "never_show.yaml", "synonyms.yaml", *OTHERS, *(f"{name}.yaml" for name in EXAMPLES)]
    found = hint(file.name, known) if file.parent == folder else None
    mend = found or Text(
        ko="안내는 guides/<묶음>/<id>.yaml, 기관은 centers/<지역>.yaml, 행사는 events/<해>.yaml로 옮겨 주세요",
        en="guides belong in guides/<category>/<id>.yaml, centers in centers/<region>.yaml, events in events/<year>.yaml",
    )
    return _problem(Place(called), "file-known", "아무도 읽지 않는 파일이에요", "nothing reads this file", mend)
