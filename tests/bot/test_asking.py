"""Questions one a line, and the object that answers each."""

import io
import json
from collections.abc import Callable
from typing import Any

from bot.asking import answer, answer_lines

KEYS = ["text", "language", "kind", "guide", "section", "confidence", "candidates", "offered", "urgent", "centers", "reply"]


def answered(person: Any, *lines: str, **given: Any) -> list[dict[str, Any]]:
    out = io.StringIO()
    answer_lines(person(**given).conversation(), lines, out, None)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_object_has_the_keys_of_the_design_in_their_order(person: Callable[..., Any]) -> None:
    talk = person(verdict="answer", hits=(("first-hour", "first-steps"), ("blackmail", None))).conversation()

    found = json.loads(answer(talk, "도와줘", None, as_json=True))

    assert list(found) == KEYS
    assert found["candidates"] == [
        {"guide": "first-hour", "section": "first-steps", "score": 0.9},
        {"guide": "blackmail", "section": None, "score": 0.8},
    ]
    assert found["offered"] == ["first-hour", "blackmail", "keep-evidence", "law-deepfake"]
    assert (found["language"], found["kind"], found["guide"], found["section"]) == ("ko", "answer", "first-hour", "first-steps")


def test_lines_are_answered_in_order(person: Callable[..., Any]) -> None:
    found = answered(person, '{"text": "도와줘"}\n', '{"text": "도와줘", "lang": "en"}\n', '{"text": "help me please"}\n')

    assert [(each["text"], each["language"]) for each in found] == [("도와줘", "ko"), ("도와줘", "en"), ("help me please", "en")]


def test_a_bad_line_gets_an_error_and_a_calm_reply_in_its_place(person: Callable[..., Any]) -> None:
    bad = ["", "{", "[]", "3", '{"text": 3}', '{"lang": "ko"}', '{"text": "가", "lang": "fr"}', "[" * 100_000, '{"text": NaN}']

    found = answered(person, *bad, '{"text": "도와줘"}')

    assert len(found) == len(bad) + 1
    for number, each in enumerate(found[:-1], 1):
        assert each["kind"] == "unknown"
        assert (
            each["error"] == f'{number}번째 줄을 읽을 수 없어요. 한 줄에 하나씩 이렇게 써 주세요: {{"text": "...", "lang": "ko"}}'
        )
        assert "112" in each["reply"]
        assert "1366" in each["reply"]
    assert "error" not in found[-1]


def test_each_line_is_out_before_the_next_is_read(person: Callable[..., Any]) -> None:
    out = io.StringIO()

    def lines() -> Any:
        for number in range(3):
            assert len(out.getvalue().splitlines()) == number
            yield '{"text": "도와줘"}\n'

    answer_lines(person().conversation(), lines(), out, None)


def test_half_a_surrogate_pair_can_be_written_out(person: Callable[..., Any]) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")

    answer_lines(person().conversation(), ['{"text": "\\ud83d"}'], out, None)

    assert out.tell() > 0


def test_another_language_is_told_as_other(person: Callable[..., Any]) -> None:
    assert answered(person, '{"text": "मेरी मदद कीजिए कृपया"}')[0]["language"] == "other"
