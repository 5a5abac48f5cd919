"""What a reply holds and in which order."""

from collections.abc import Callable
from typing import Any

from bot.actions import Events, Open, Walk
from bot.reply import Alert, Button, Buttons, Call, Contact, Heading, Paragraph, Sources, Steps
from bot.terminal_channel import plain
from bot.urgency import Label


def test_an_answer_comes_in_the_order_a_shaken_person_needs(person: Callable[..., Any]) -> None:
    asker = person(verdict="answer", hits=(("first-hour", "first-steps"), ("blackmail", None)), urgent=(Label.SUICIDE,))

    _, reply = asker.writes("도와줘")

    assert [type(block) for block in reply.blocks] == [
        Alert, Heading, Paragraph, Heading, Steps, Contact, Sources, Buttons, Buttons, Buttons
    ]  # fmt: skip


def test_an_answer_offers_its_sections_other_guides_the_menu_and_a_call(person: Callable[..., Any]) -> None:
    asker = person(verdict="answer", hits=(("first-hour", "first-steps"), ("blackmail", None)), urgent=(Label.SUICIDE,))

    answer, reply = asker.writes("도와줘")

    assert [button.label for button in reply.buttons()] == [
        "한 단계씩 보기", "who-to-call 소제목",
        "협박받을 때", "마음 돌보기", "증거 남기기", "딥페이크와 법",
        "메뉴", "1366 전화",
    ]  # fmt: skip
    assert answer.offered == ("first-hour", "blackmail", "help-mind", "keep-evidence", "law-deepfake")
    assert reply.guides() == answer.offered[1:]


def test_a_section_that_says_enough_stands_without_the_summary(person: Callable[..., Any]) -> None:
    _, first = person(verdict="answer", hits=(("first-hour", "who-to-call"),)).writes("도와줘")

    assert "첫 한 시간 요약이에요." in plain(first)


def test_a_warning_of_the_guide_is_not_lost_in_another_section(person: Callable[..., Any]) -> None:
    _, reply = person(verdict="answer", hits=(("first-hour", "who-to-call"),)).writes("도와줘")

    assert "- (주의) 방에 들어가지 않는 게 안전해요." in plain(reply)


def test_names_of_centers_stand_in_place_of_their_ids(person: Callable[..., Any]) -> None:
    _, reply = person().presses(Open("first-hour", "who-to-call"), "en")

    assert "You can call 1366." in plain(reply)


def test_the_last_line_tells_review_date_and_source(person: Callable[..., Any]) -> None:
    _, reply = person().presses(Open("keep-evidence"), "en")

    assert "Last reviewed on November 1, 2026. Sources: 경찰청 (September 2024)" in plain(reply)


def test_an_overdue_review_is_told(person: Callable[..., Any]) -> None:
    _, reply = person().presses(Open("law-deepfake"))

    assert "다시 확인할 때가 지났어요. 달라진 것이 있는지 전화로 물어보는 게 좋아요." in plain(reply)


def test_steps_are_walked_one_at_a_time_with_the_way_back(person: Callable[..., Any]) -> None:
    _, reply = person().presses(Walk("first-hour", "first-steps", 4))

    labels = [button.label for button in reply.buttons()]
    assert "4단계 가운데 4번째예요." in plain(reply)
    assert "4. (주의) 방에 들어가지 않는 게 안전해요." in plain(reply)
    assert labels == ["앞 단계", "한 번에 보기", "메뉴", "1366 전화"]


def test_a_past_event_never_looks_upcoming(person: Callable[..., Any]) -> None:
    _, reply = person().presses(Events())

    assert "지금 알려진 예정된 자리는 없어요." in plain(reply)
    assert "집회. 이미 끝난 자리예요. 모였어요." in plain(reply)
    assert "- 언제: 2024년 9월 6일 19:00" in plain(reply)


def test_numbers_from_abroad_are_shown_in_english_and_in_alerts(person: Callable[..., Any]) -> None:
    _, english = person().presses(Open("first-hour"), "en")
    _, korean = person().presses(Open("first-hour"), "ko")
    _, alert = person(urgent=(Label.SPREADING,)).writes("퍼지고 있어요")

    assert "02-735-8994 (from abroad +82-2-735-8994)" in plain(english)
    assert "+82" not in plain(korean)
    assert "02-735-8994 (해외에서 +82-2-735-8994)" in plain(alert)


def test_an_alert_shows_silent_ways(person: Callable[..., Any]) -> None:
    _, reply = person(urgent=(Label.DANGER,)).writes("살려주세요")

    assert "112에 바로 연락할 수 있어요. 말하기 어려우면 112에 문자를 보내도 돼요." in plain(reply)
    assert "  문자: 112" in plain(reply)


def test_a_contact_above_is_not_repeated_below(person: Callable[..., Any]) -> None:
    _, reply = person(verdict="answer", hits=(("first-hour", None),), urgent=(Label.BLACKMAIL,)).writes("협박")

    assert [block.center for block in reply.blocks if isinstance(block, Contact)] == ["d4u-central"]


def test_the_last_row_is_the_menu_and_a_call_to_1366(person: Callable[..., Any]) -> None:
    _, reply = person(verdict="answer", hits=(("first-hour", None),)).writes("도와줘")

    last = reply.blocks[-1]
    assert isinstance(last, Buttons)
    assert [type(button) for button in last.buttons] == [Button, Call]
