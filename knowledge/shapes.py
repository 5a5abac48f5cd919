"""What pydantic found wrong with the shape of a record, in the words of the people who write it."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Sequence
from typing import Any, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.model import Record, Text
from knowledge.problems import Problem
from knowledge.written import hint
from knowledge.yaml_lines import Lines, Path

_NOUNS: dict[str, tuple[str, str]] = {
    "ko": ("한국어", "Korean"),
    "en": ("영어", "English"),
    "title": ("제목", "title"),
    "summary": ("요약", "summary"),
    "asked": ("질문", "phrasings"),
    "sections": ("소제목", "section"),
    "text": ("글", "text"),
    "steps": ("단계", "step"),
    "points": ("항목", "point"),
    "centers": ("기관", "center"),
    "related": ("이어 볼 안내", "related guide"),
    "sources": ("출처", "source"),
    "phones": ("전화번호", "phone"),
    "channels": ("다른 길", "channel"),
}
"""Keys that have a name in people's words; the others are shown as they are written."""

_PARTS = ("function-", "constrained-", "nullable", "tagged-")


def problems_of(
    error: ValidationError, record: type[Record], lines: Lines, root: Path, own: Sequence[str] = ()
) -> Iterator[Problem]:
    """A problem for each mistake in the shape of a record; `own` are fields that the file does not hold itself."""
    details = error.errors(include_url=False)
    for detail in details:
        path: Path = tuple(part for part in detail["loc"] if not (isinstance(part, str) and part.startswith(_PARTS)))
        if detail["type"] == "too_short" and any(other["loc"][: len(path)] == path != other["loc"] for other in details):
            continue  # the list is short only because its items have mistakes of their own
        what, mend = _words(detail, path, record, own)
        where_ko, where_en = where(path)
        yield Problem(
            lines.place((*root, *path)),
            "shape",
            "error",
            Text(ko=f"{where_ko}: {what.ko}" if where_ko else what.ko, en=f"{where_en}: {what.en}" if where_en else what.en),
            mend,
        )


def where(path: Path) -> tuple[str, str]:
    """The way to a value in Korean and English: `소제목 2 › 단계 1 › 영어`, `section 2 › step 1 › English`."""
    ko: list[str] = []
    en: list[str] = []
    for part in path:
        if isinstance(part, int) and ko:
            ko[-1] += f" {part + 1}"
            en[-1] += f" {part + 1}"
            continue
        noun_ko, noun_en = _NOUNS.get(str(part), (f"`{part}`", f"`{part}`"))
        ko.append(noun_ko)
        en.append(noun_en)
    return " › ".join(ko), " › ".join(en)


def _words(detail: ErrorDetails, path: Path, record: type[Record], own: Sequence[str]) -> tuple[Text, Text]:
    """What is wrong and the mend."""
    kind, context = detail["type"], detail.get("ctx", {})
    name = path[-1] if path else ""
    written = detail.get("input")
    if kind == "missing":
        return (
            Text(ko="빠졌어요", en="is missing"),
            Text(ko=f"`{name}:` 뒤에 써 주세요", en=f"write it after `{name}:`"),
        )
    if kind == "extra_forbidden":
        return _unknown(str(name), path, record, own)
    if kind in ("enum", "literal_error"):
        return _not_one_of(written, str(context.get("expected", "")))
    if written is None:
        return Text(ko="비어 있어요", en="is empty"), Text(
            ko="내용을 쓰거나 그 줄을 지워 주세요", en="write it, or take the line away"
        )
    if kind == "value_error":
        return _hours(written) if "hours" in path else _refused(context)
    return _PLAIN.get(kind, _plain)(written, context)


def _unknown(name: str, path: Path, record: type[Record], own: Sequence[str]) -> tuple[Text, Text]:
    holder = _holder(record, path[:-1])
    known = [field for field in holder.model_fields if len(path) > 1 or field not in own] if holder else []
    found = hint(name, known)
    listed = ", ".join(known)
    return (
        Text(ko="여기에 쓰는 이름이 아니에요", en="is no key that belongs here"),
        found or Text(ko=f"지우거나 이 가운데에서 골라 주세요: {listed}", en=f"take it away, or choose one of these: {listed}"),
    )


def _holder(record: type[Record], path: Path) -> type[Record] | None:
    """The type of record that stands at a path."""
    current: type[Record] | None = record
    for part in path:
        if current is None or isinstance(part, int):
            continue
        field = current.model_fields.get(part)
        current = _record_in(field.annotation) if field else None
    return current


def _record_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    if get_origin(annotation) in (tuple, Union, types.UnionType):
        return next((found for each in get_args(annotation) if (found := _record_in(each))), None)
    return None


def _not_one_of(written: object, expected: str) -> tuple[Text, Text]:
    known = re.findall(r"'([^']+)'", expected)
    listed = ", ".join(known)
    near_one = hint(str(written), known)
    return (
        Text(ko=f"`{written}`은(는) 쓸 수 없어요", en=f"`{written}` can't be used"),
        near_one or Text(ko=f"이 가운데에서 골라 주세요: {listed}", en=f"choose one of these: {listed}"),
    )


_HOURS = '"24/7", "unknown", "mon-fri 09:00-18:00", "mon-fri 09:00-12:00,13:00-18:00; sat 10:00-14:00"'


def _hours(written: object) -> tuple[Text, Text]:
    return (
        Text(ko=f"`{written}`에서 시간을 읽을 수 없어요", en=f"hours can't be read in `{written}`"),
        Text(
            ko=f"{_HOURS} 가운데 하나처럼 써 주세요",
            en=f"write it like one of these: {_HOURS}",
        ),
    )


def _refused(context: dict[str, Any]) -> tuple[Text, Text]:
    said = str(context.get("error", "")) or "?"
    return Text(ko=f"받아들일 수 없어요 ({said})", en=f"can't be accepted ({said})"), Text(
        ko="고쳐 써 주세요", en="write it anew"
    )


def _plain(written: object, _context: dict[str, Any]) -> tuple[Text, Text]:
    return Text(ko=f"`{_short(written)}`은(는) 쓸 수 없어요", en=f"`{_short(written)}` can't be used"), Text(
        ko="고쳐 써 주세요", en="write it anew"
    )


def _not_text(written: object, _context: dict[str, Any]) -> tuple[Text, Text]:
    return (
        Text(ko=f"글이 있을 자리에 {_shape(written).ko}이 있어요", en=f"there is {_shape(written).en} where a text belongs"),
        Text(
            ko="글 한 줄로 쓰고, 쌍점이나 괄호가 있으면 따옴표로 묶어 주세요",
            en="write one text, in quotes if it has a colon or a bracket",
        ),
    )


def _not_list(written: object, _context: dict[str, Any]) -> tuple[Text, Text]:
    return (
        Text(ko=f"목록이 있을 자리에 {_shape(written).ko}이 있어요", en=f"there is {_shape(written).en} where a list belongs"),
        Text(ko="줄마다 앞에 `- `를 붙여 주세요", en="put `- ` before each line"),
    )


def _not_keys(written: object, _context: dict[str, Any]) -> tuple[Text, Text]:
    return (
        Text(
            ko=f"`이름: 내용`이 있을 자리에 {_shape(written).ko}이 있어요",
            en=f"there is {_shape(written).en} where `key: value` lines belong",
        ),
        Text(ko="`ko:`와 `en:`처럼 이름을 붙여 나눠 써 주세요", en="write it under keys, such as `ko:` and `en:`"),
    )


def _empty(_written: object, _context: dict[str, Any]) -> tuple[Text, Text]:
    return Text(ko="비어 있어요", en="is empty"), Text(ko="내용을 써 주세요", en="write it")


def _too_few(_written: object, context: dict[str, Any]) -> tuple[Text, Text]:
    least = context.get("min_length", 1)
    return Text(ko=f"{least}개보다 적어요", en=f"there are fewer than {least}"), Text(
        ko=f"{least}개 이상 써 주세요", en=f"write at least {least}"
    )


def _too_long(written: object, context: dict[str, Any]) -> tuple[Text, Text]:
    most = context.get("max_length", 0)
    return (
        Text(ko=f"`{_short(written)}`은(는) {most}글자보다 길어요", en=f"`{_short(written)}` is longer than {most} letters"),
        Text(ko="줄여 주세요", en="shorten it"),
    )


def _no_date(written: object, _context: dict[str, Any]) -> tuple[Text, Text]:
    return (
        Text(ko=f"`{_short(written)}`은(는) 날짜가 아니에요", en=f"`{_short(written)}` is no date"),
        Text(ko="2026-11-22처럼 써 주세요", en="write it like 2026-11-22"),
    )


def _no_number(written: object, _context: dict[str, Any]) -> tuple[Text, Text]:
    return (
        Text(ko=f"`{_short(written)}`은(는) 1 이상의 수가 아니에요", en=f"`{_short(written)}` is no whole number above 0"),
        Text(ko="90처럼 숫자만 써 주세요", en="write digits only, such as 90"),
    )


def _no_choice(written: object, _context: dict[str, Any]) -> tuple[Text, Text]:
    return (
        Text(ko=f"`{_short(written)}`은(는) 쓸 수 없어요", en=f"`{_short(written)}` can't be used"),
        Text(ko="true나 false로 써 주세요", en="write true or false"),
    )


_PATTERNS: dict[str, tuple[Text, Text]] = {
    r"^[a-z0-9]": (
        Text(ko="은(는) id로 쓸 수 없어요", en="can't be an id"),
        Text(
            ko="영어 소문자, 숫자, -만 써 주세요 (예: keep-evidence)",
            en="use small letters, digits and hyphens, such as keep-evidence",
        ),
    ),
    r"^https?": (
        Text(ko="은(는) 주소가 아니에요", en="is no address"),
        Text(ko="https://로 시작하는 주소를 써 주세요", en="write an address that begins with https://"),
    ),
    r"^\d{4}": (
        Text(ko="은(는) 날짜가 아니에요", en="is no date"),
        Text(ko="2024, 2024-09, 2024-09-13처럼 써 주세요", en="write it like 2024, 2024-09 or 2024-09-13"),
    ),
    r"^[0-9#": (
        Text(ko="은(는) 전화번호가 아니에요", en="is no phone number"),
        Text(ko="숫자와 -만 따옴표 안에 써 주세요", en="write digits and hyphens only, in quotes"),
    ),
    r"^\+82": (
        Text(ko="은(는) 해외에서 거는 번호가 아니에요", en="is no number from abroad"),
        Text(ko="+82-2-...처럼 써 주세요", en="write it like +82-2-..."),
    ),
    r"^\d{2}:": (
        Text(ko="은(는) 시각이 아니에요", en="is no time"),
        Text(ko='"19:00"처럼 써 주세요', en='write it like "19:00"'),
    ),
}
"""How a pattern of the model begins, and what it means."""


def _no_match(written: object, context: dict[str, Any]) -> tuple[Text, Text]:
    pattern = str(context.get("pattern", ""))
    found = next((words for start, words in _PATTERNS.items() if pattern.startswith(start)), None)
    if found is None:
        return _plain(written, context)
    what, mend = found
    return Text(ko=f"`{_short(written)}`{what.ko}", en=f"`{_short(written)}` {what.en}"), mend


_PLAIN = {
    "string_type": _not_text,
    "tuple_type": _not_list,
    "list_type": _not_list,
    "model_type": _not_keys,
    "model_attributes_type": _not_keys,
    "dict_type": _not_keys,
    "string_too_short": _empty,
    "too_short": _too_few,
    "string_too_long": _too_long,
    "date_parsing": _no_date,
    "date_from_datetime_parsing": _no_date,
    "date_from_datetime_inexact": _no_date,
    "date_type": _no_date,
    "int_parsing": _no_number,
    "int_type": _no_number,
    "int_parsing_size": _no_number,
    "int_from_float": _no_number,
    "greater_than": _no_number,
    "bool_parsing": _no_choice,
    "bool_type": _no_choice,
    "string_pattern_mismatch": _no_match,
}
"""What is said of each kind of mistake, by pydantic's name for it."""


def _short(written: object) -> str:
    words = str(written)
    return words if len(words) <= 40 else f"{words[:39]}…"


def _shape(written: object) -> Text:
    if isinstance(written, dict):
        return Text(ko="`이름: 내용`으로 된 것", en="a group of keys")
    if isinstance(written, list):
        return Text(ko="목록", en="a list")
    return Text(ko="글", en="a text")
