"""The terminal: every block has words, and the chat ends calmly."""

import io
from collections.abc import Callable
from typing import Any, get_args

import pytest
from rich.console import Console

from bot.actions import Ask, Centers, Menu, Open
from bot.reply import (
    Alert,
    Block,
    Button,
    Buttons,
    Call,
    Contact,
    Heading,
    Paragraph,
    PhoneLine,
    Reply,
    SourceLine,
    Sources,
    StepLine,
    Steps,
    Way,
)  # fmt: skip
from bot.terminal_channel import STYLES, chat, plain, pressed, show
from bot.urgency import Label
from knowledge.model import ChannelKind

CONTACT = Contact(
    "women-1366", "여성긴급전화", "도와요.", (PhoneLine("1366", "1366 (상담)"),), (Way(ChannelKind.SMS, "1366", "문자: 1366"),),
    "하루 24시간 받아요.", True, ("확인해 보세요.",), "https://example.org", "서울",
)  # fmt: skip
BLOCKS: tuple[Block, ...] = (
    Alert(Label.DANGER, "지금 위험하다면", "연락할 수 있어요.", (CONTACT,)),
    Heading("제목"),
    Heading("소제목", 2),
    Paragraph("문단 [bold]이에요."),
    Steps((StepLine("하나"), StepLine("둘", warning=True, label="주의")), numbered=True, first=3),
    CONTACT,
    Buttons(
        (Button("증거", Open("keep-evidence")), Call("1366 전화", "1366", "women-1366"), Call("전화", "112", "police-112")),
        "더 보기",
    ),
    Sources("확인했어요.", "출처: 경찰청", (SourceLine("경찰청", "https://example.org"),), "오래됐어요."),
)
REPLY = Reply("ko", "여기 있어요.", BLOCKS)


def test_every_kind_of_block_is_rendered_here() -> None:
    assert {type(block) for block in BLOCKS} == set(get_args(Block))


def test_a_reply_is_plain_text_block_by_block() -> None:
    assert plain(REPLY).split("\n\n") == [
        "여기 있어요.",
        "[! 지금 위험하다면 ]\n연락할 수 있어요.\n* 여성긴급전화: 1366 (상담)\n  하루 24시간 받아요.\n  문자: 1366\n  https://example.org\n"
        "  서울\n  확인해 보세요.",
        "[ 제목 ]",
        "소제목",
        "문단 [bold]이에요.",
        "3. 하나\n4. (주의) 둘",
        "* 여성긴급전화: 1366 (상담)\n  하루 24시간 받아요.\n  문자: 1366\n  https://example.org\n  서울\n  확인해 보세요.",
        "더 보기:\n> 증거\n> 1366 전화\n> 전화 (112)",
        "확인했어요. 오래됐어요. 출처: 경찰청",
    ]


@pytest.mark.parametrize("colours", [True, False])
def test_the_terminal_shows_every_word_with_and_without_colours(colours: bool) -> None:
    out = io.StringIO()

    show(REPLY, Console(file=out, force_terminal=colours, width=200))

    for words in ("지금 위험하다면", "문단 [bold]이에요.", "4. (주의) 둘", "여성긴급전화", "출처: 경찰청"):
        assert words in out.getvalue()
    assert "\x1b[" in out.getvalue() or not colours
    assert set(STYLES) <= set(get_args(Block))


def test_buttons_are_numbered_through_the_whole_reply() -> None:
    out = io.StringIO()
    one = Buttons((Button("가", Menu()), Button("나", Menu("law"))))
    reply = Reply("ko", "여기 있어요.", (one, Paragraph("글"), Buttons((Button("다", Centers()),))))

    show(reply, Console(file=out))

    assert " 1) 가" in out.getvalue()
    assert " 3) 다" in out.getvalue()
    assert pressed("3", reply) == Centers()


@pytest.mark.parametrize("typed", ["4", "0", "112", "1366", "-1", "٣", "1번 눌렀어요", ""])
def test_what_is_no_button_is_a_question(typed: str) -> None:
    assert pressed(typed, REPLY) == Ask(typed)


def typing(*lines: str, end: type[BaseException] = EOFError) -> Callable[[str], str]:
    left = list(lines)

    def read(_prompt: str) -> str:
        if left:
            return left.pop(0)
        raise end

    return read


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_a_chat_greets_answers_presses_and_ends_calmly(person: Callable[..., Any], end: type[BaseException]) -> None:
    out = io.StringIO()
    talk = person(verdict="answer", hits=(("first-hour", "first-steps"),)).conversation()

    chat(talk, Console(file=out, width=200), typing("도와줘", "1", "99", end=end), "ko")

    assert "곁은 사람들이 확인한 안내만 보여 주는 봇이에요." in out.getvalue()
    assert "[ 첫 한 시간 ]" in out.getvalue()
    assert "4단계 가운데 1번째예요." in out.getvalue()
    assert out.getvalue().endswith("언제든 다시 와도 괜찮아요.\n")


def test_a_call_button_tells_the_number(person: Callable[..., Any]) -> None:
    out = io.StringIO()

    chat(person().conversation(), Console(file=out, width=200), typing("오늘 뭐 먹지", "2"), "ko")

    assert "1366 전화: 1366" in out.getvalue()


def test_a_language_button_holds_for_what_is_typed_after_it(person: Callable[..., Any]) -> None:
    out = io.StringIO()

    chat(person().conversation(), Console(file=out, width=200), typing("English", "도와줘"), "ko")

    assert "From now on I will answer in English." in out.getvalue()
    assert "I did not find a checked answer to this" in out.getvalue()
    assert out.getvalue().endswith("You can come back any time.\n")


def test_bytes_that_are_no_text_are_answered(person: Callable[..., Any]) -> None:
    out = io.StringIO()
    lines = iter([UnicodeDecodeError("utf-8", b"\xff", 0, 1, "canary"), EOFError()])

    def read(_prompt: str) -> str:
        raise next(lines)

    chat(person().conversation(), Console(file=out, width=200), read, "ko")

    assert "글자가 보이지 않았어요." in out.getvalue()
