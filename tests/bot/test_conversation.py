"""The promises, as one conversation keeps them."""

import logging
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions import PLAIN, Action, Ask, Centers, Menu, Open, Speak, Start, Walk, write
from bot.answer import Kind, Note
from bot.conversation import Conversation
from bot.reply import Alert, Button, Call, Contact, Reply
from bot.terminal_channel import plain
from bot.transcript import record
from bot.urgency import Label
from bot.wording import Wording
from knowledge.model import KnowledgeBase, Region

CANARY = "카나리아xq73 비밀 canary-xq73"
NO_KNOWLEDGE = KnowledgeBase(categories=(), guides=(), centers=())

EVERY_ACTION: tuple[Action | None, ...] = (
    None,
    *PLAIN.values(),
    Open("first-hour"),
    Open("first-hour", "who-to-call"),
    Open("gone"),
    Walk("first-hour", "first-steps", 1),
    Walk("first-hour", "first-steps", 99),
    Menu(),
    Menu("protect"),
    Menu("gone"),
    Centers(),
    Centers(Region.SEOUL, open_now=True),
    Centers(page=99),
    Speak("en"),
)


class Broken:
    """Fails in whatever is asked of it, repeating what it was given."""

    def labels(self, text: str) -> tuple[Label, ...]:
        raise RuntimeError(text)

    def search(self, text: str) -> None:
        raise ValueError(f"no hits for {text}")


def told(reply: Reply) -> str:
    return plain(reply)


def has_both_numbers(reply: Reply) -> bool:
    return "112" in told(reply) and "1366" in told(reply)


# Same question, same bytes.


def test_the_same_question_gives_the_same_bytes_twice(person: Callable[..., Any]) -> None:
    asker = person(verdict="answer", hits=(("first-hour", "first-steps"), ("blackmail", None)), urgent=(Label.BLACKMAIL,))

    first, second = (record("도와줘", *asker.writes("도와줘")) for _ in range(2))

    assert first == second


# Danger first.


def test_an_alert_stands_above_the_answer_and_not_instead_of_it(person: Callable[..., Any]) -> None:
    asker = person(verdict="answer", hits=(("first-hour", "first-steps"),), urgent=(Label.DANGER,))

    answer, reply = asker.writes("지금 문 앞에 있어요 딥페이크로 협박해요")

    assert isinstance(reply.blocks[0], Alert)
    assert answer.kind is Kind.ANSWER
    assert answer.guide == "first-hour"
    assert answer.centers[:2] == ("police-112", "women-1366")


def test_danger_is_looked_for_before_anything_is_searched(person: Callable[..., Any]) -> None:
    order: list[str] = []

    class Alarm:
        def labels(self, text: str) -> tuple[Label, ...]:
            order.append("danger")
            return ()

    person(alarm=Alarm(), search=lambda question: order.append("search")).writes("도와줘")

    assert order == ["danger", "search"]


@pytest.mark.parametrize("words", ["메뉴", "1366", "", "😭😭", "서울", "English", "a" * 100_000])
@pytest.mark.parametrize("label", list(Label))
def test_an_alert_stands_above_whatever_else_is_answered(person: Callable[..., Any], words: str, label: Label) -> None:
    answer, reply = person(urgent=(label,)).writes(words)

    assert isinstance(reply.blocks[0], Alert)
    assert answer.urgent == (label,)
    assert answer.centers


def test_danger_at_the_end_of_a_very_long_text_is_found(person: Callable[..., Any]) -> None:
    class Alarm:
        def labels(self, text: str) -> tuple[Label, ...]:
            return (Label.DANGER,) if "문 앞에 왔어요" in text[:4000] else ()

    answer, _ = person(alarm=Alarm()).writes("가나다 " * 24_000 + "문 앞에 왔어요")

    assert answer.urgent == (Label.DANGER,)


def test_several_alerts_come_gravest_first_and_name_each_center_once(person: Callable[..., Any]) -> None:
    _, reply = person(urgent=tuple(reversed(Label))).writes("도와줘")

    alerts = [block for block in reply.blocks if isinstance(block, Alert)]
    assert [alert.label for alert in alerts] == list(Label)
    shown = [contact.center for contact in reply.contacts()]
    assert len(shown) == len(set(shown))


def test_an_english_alert_shows_those_who_interpret(person: Callable[..., Any]) -> None:
    answer, _ = person(urgent=(Label.DANGER,)).writes("someone is at my door right now")

    assert answer.centers[:3] == ("police-112", "women-1366", "danuri")


# Never an error.


def test_a_broken_search_becomes_a_calm_reply_below_the_alert(person: Callable[..., Any]) -> None:
    answer, reply = person(search=Broken().search, urgent=(Label.SUICIDE,)).writes("도와줘")

    assert (answer.kind, answer.note, answer.urgent) == (Kind.UNKNOWN, Note.CALM, (Label.SUICIDE,))
    assert isinstance(reply.blocks[0], Alert)
    assert {"police-112", "women-1366", "suicide-109"} <= {contact.center for contact in reply.contacts()}


def test_a_broken_urgency_still_lets_the_answer_through(person: Callable[..., Any]) -> None:
    answer, _ = person(alarm=Broken(), verdict="answer", hits=(("first-hour", None),)).writes("도와줘")

    assert answer.guide == "first-hour"


def test_without_any_wording_the_two_numbers_are_left(person: Callable[..., Any]) -> None:
    _, reply = person(wording=Wording({}, {})).writes("도와줘")

    assert has_both_numbers(reply)


def test_a_wording_that_breaks_later_leaves_the_reply_made_beforehand(
    person: Callable[..., Any], base: KnowledgeBase, wording: Wording
) -> None:
    talk = person().conversation()
    talk.wording = None

    _, reply = talk.respond(Ask("도와줘"))

    assert told(reply) == (
        "여기 있어요. 천천히 읽어도 괜찮아요.\n\n"
        "지금은 답을 찾아오지 못했어요. 위험하면 112, 이야기할 사람이 필요하면 1366에 연락할 수 있어요. "
        "조금 뒤에 다시 물어봐도 괜찮아요."
    )


@pytest.mark.parametrize("catalogs", [{}, {"ko": {}, "en": {}}])
def test_without_directory_search_and_wording_the_two_numbers_are_left(catalogs: Mapping[str, Any]) -> None:
    talk = Conversation(NO_KNOWLEDGE, Broken().search, Broken(), Wording(catalogs, {}))

    for action in (Ask("도와줘"), Ask("help"), Ask("Xin chào, giúp tôi với"), *EVERY_ACTION):
        talk.respond(action)

    assert has_both_numbers(talk.respond(Ask("도와줘"))[1])


def test_without_a_directory_the_calm_words_still_name_the_two_numbers(wording: Wording) -> None:
    talk = Conversation(NO_KNOWLEDGE, Broken().search, Broken(), wording)

    _, reply = talk.respond(Ask("please help me"))

    assert "If you are in danger you can contact 112; to talk with someone, 1366." in told(reply)


def test_the_ids_that_the_last_words_rest_on_end_in_the_numbers_of_the_directory(base: KnowledgeBase) -> None:
    for center_id in ("police-112", "women-1366"):
        center = base.center(center_id)

        assert center is not None
        assert center.shown_phones()[0].number == center_id.rpartition("-")[2]


@given(st.text(max_size=300))
def test_any_text_is_answered(text: str) -> None:
    talk = Conversation(NO_KNOWLEDGE, Broken().search, Broken(), WORDING)

    _, reply = talk.respond(Ask(text))

    assert reply.opening
    assert reply.blocks


WORDING = Wording.load()


@pytest.mark.parametrize(
    "words", ["", " \n", "😭😭😭", "\x00\x1b[31m\x07", "???", "\ud800", "ㅠㅠ", "a" * 100_000, "도" * 100_000]
)
def test_odd_texts_get_a_calm_reply_with_menu_and_1366(person: Callable[..., Any], words: str) -> None:
    _, reply = person().writes(words)

    buttons = list(reply.buttons())
    assert any(isinstance(button, Button) and button.action == Menu() for button in buttons)
    assert any(isinstance(button, Call) and button.number == "1366" for button in buttons)


@pytest.mark.parametrize("action", EVERY_ACTION, ids=repr)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_action_has_a_page_in_both_languages(person: Callable[..., Any], action: Action | None, language: Any) -> None:
    answer, reply = person().does(action, language)

    assert answer.note is not Note.CALM
    assert all(words.strip() for words in told(reply).split("\n\n"))
    assert "{" not in told(reply)


@pytest.mark.parametrize("action", [None, Open("gone"), Walk("first-hour", "first-steps", 99), Menu("gone")], ids=repr)
def test_a_button_that_leads_nowhere_any_more_shows_the_menu(person: Callable[..., Any], action: Action | None) -> None:
    answer, reply = person().does(action, "ko")

    assert answer.kind is Kind.MENU
    assert "오래된 버튼이라 열 수 없어요. 메뉴에서 다시 고를 수 있어요." in told(reply)


def test_every_button_of_every_page_can_be_pressed(person: Callable[..., Any]) -> None:
    asker = person()
    seen: set[Action] = set()
    left: list[Action] = [Start()]

    while left:
        action = left.pop()
        answer, reply = asker.does(action, "en")
        assert answer.note is None, action
        for button in reply.buttons():
            if isinstance(button, Button) and button.action not in seen:
                assert len(write(button.action, "en").encode()) <= 64
                seen.add(button.action)
                left.append(button.action)

    assert len(seen) > 20


# Never a guess.


def test_what_is_unknown_is_said_and_offers_menu_1366_and_what_is_near(person: Callable[..., Any]) -> None:
    answer, reply = person(hits=(("blackmail", None), ("first-hour", None))).writes("오늘 점심 뭐 먹지")

    assert answer.kind is Kind.UNKNOWN
    assert answer.guide is None
    assert answer.offered == ("blackmail", "first-hour") == reply.guides()
    assert (
        "이 질문에 맞는 확인된 안내를 찾지 못했어요. 짐작으로 답하지 않을게요. 메뉴에서 골라 보거나 1366에 물어볼 수 있어요."
        in told(reply)
    )
    assert [button.label for button in reply.buttons()][-2:] == ["메뉴", "1366 전화"]


def test_choices_tell_each_situation_and_offer_at_most_four(person: Callable[..., Any]) -> None:
    hits = tuple((name, None) for name in ("first-hour", "blackmail", "keep-evidence", "help-mind", "law-deepfake"))

    answer, reply = person(verdict="choices", hits=hits).writes("사진")

    assert answer.offered == ("first-hour", "blackmail", "keep-evidence", "help-mind")
    assert "- 협박받을 때: 협박받을 때 요약이에요." in told(reply)


def test_a_request_to_make_one_gets_one_sentence_the_law_and_1366(person: Callable[..., Any]) -> None:
    answer, reply = person(verdict="declined", hits=(("first-hour", None),)).writes("만들어줘")

    assert (answer.kind, answer.guide, answer.offered) == (Kind.DECLINED, None, ("law-deepfake",))
    assert told(reply) == (
        "여기 있어요. 천천히 읽어도 괜찮아요.\n\n"
        "곁은 합성물을 만들거나 찾거나 숨기는 일은 돕지 않아요. 법이 무엇을 말하는지는 볼 수 있고, 이야기할 곳은 1366이에요.\n\n"
        "> 딥페이크와 법\n> 1366 전화"
    )


# Nothing kept.


@pytest.mark.parametrize("broken", [False, True])
def test_nothing_she_wrote_is_in_logs_files_or_replies(
    person: Callable[..., Any], caplog: pytest.LogCaptureFixture, capfd: Any, tmp_path: Path, monkeypatch: Any, broken: bool
) -> None:
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "GYEOT_CACHE"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.DEBUG)
    faults = {"search": Broken().search, "alarm": Broken()} if broken else {}
    asker = person(verdict="answer", hits=(("first-hour", "first-steps"),), **faults)

    answered = [asker.writes(f"{words} {CANARY}") for words in ("", "메뉴", "02-123-4567", "https://t.me/x", "\x00", "a" * 5000)]
    answered += [asker.does(action, "ko") for action in EVERY_ACTION]

    written = "".join(file.read_text("utf-8", "ignore") for file in tmp_path.rglob("*") if file.is_file())
    out = capfd.readouterr()
    kept = "".join((caplog.text, out.out, out.err, written, repr(answered), *(told(reply) for _, reply in answered)))
    assert "xq73" not in kept
    assert not broken or "ValueError at test_conversation.py:" in caplog.text


def test_a_number_she_asks_about_is_not_repeated(person: Callable[..., Any]) -> None:
    answer, reply = person().writes("010-9876-5432 진짜 맞아요?")

    assert answer.kind is Kind.NUMBER
    assert "9876" not in told(reply) + repr(answer)


# Numbers from one place.


def test_every_number_shown_comes_from_the_directory(person: Callable[..., Any], base: KnowledgeBase) -> None:
    asker = person(verdict="answer", hits=(("first-hour", None),), urgent=tuple(Label))
    known = {phone.number for center in base.centers for phone in center.phones}

    replies = [asker.writes("도와줘")[1], *(asker.does(action, "en")[1] for action in EVERY_ACTION)]

    dialled = {phone.dialled for reply in replies for contact in reply.contacts() for phone in contact.phones}
    called = {button.number for reply in replies for button in reply.buttons() if isinstance(button, Call)}
    assert dialled | called <= known


def test_a_number_we_are_not_sure_of_has_1366_beside_it(person: Callable[..., Any]) -> None:
    answer, reply = person(now=person().now).presses(Centers(page=2))

    assert "unsure-line" in answer.centers
    assert answer.centers[-1] == "women-1366"
    assert "번호가 바뀌었을 수 있어 1366도 함께 적어요." in told(reply)


def test_a_center_that_is_closed_names_who_answers_meanwhile(person: Callable[..., Any]) -> None:
    _, reply = person().presses(Centers(page=2))

    legal = next(contact for contact in reply.contacts() if contact.center == "legal-132")
    assert legal.open is False
    assert legal.hours == "지금은 닫혀 있어요: 월–금 09:00–18:00."
    assert legal.notes == ("닫힌 동안에는 1366에 연락할 수 있어요.",)


# The first line.


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_first_line_of_every_reply_tells_nothing(person: Callable[..., Any], language: Any) -> None:
    asker = person(verdict="answer", hits=(("first-hour", None),), urgent=(Label.DANGER,))
    neutral = {"ko": "여기 있어요. 천천히 읽어도 괜찮아요.", "en": "I'm here. Take your time reading."}[language]

    replies = [
        asker.writes("도와줘", language),
        *(asker.does(action, language) for action in EVERY_ACTION if action != Speak("en")),
    ]

    assert {told(reply).splitlines()[0] for _, reply in replies} == {neutral}


# Languages.


@pytest.mark.parametrize(
    ("words", "language"), [("딥페이크 당했어요", "ko"), ("someone made a fake nude of me", "en"), ("...", "ko")]
)
def test_she_is_answered_in_the_language_she_writes(person: Callable[..., Any], words: str, language: str) -> None:
    assert person().writes(words)[1].language == language


def test_her_own_choice_of_language_wins(person: Callable[..., Any]) -> None:
    answer, _ = person().writes("딥페이크 당했어요", "en")

    assert answer.language == "en"
    assert not answer.foreign


def test_another_language_gets_both_of_ours_and_danuri_first(person: Callable[..., Any]) -> None:
    answer, reply = person(verdict="answer", hits=(("blackmail", None),)).writes("मेरी मदद कीजिए कृपया")

    assert answer.foreign
    assert answer.centers == ("danuri", "police-112", "women-1366")
    assert answer.offered == ("help-foreigner", "blackmail")
    assert "Danuri offers counseling and interpreting" in told(reply)
    assert "다누리콜센터에서 여러 언어로 상담하고 통역해 줘요." in told(reply)
    assert isinstance(next(block for block in reply.blocks if isinstance(block, Contact)), Contact)


# Words typed as commands, and numbers.


@pytest.mark.parametrize(
    ("words", "kind"),
    [("메뉴", Kind.MENU), ("menu", Kind.MENU), ("/menu", Kind.MENU), ("서울", Kind.CENTERS), ("서울 센터", Kind.CENTERS),
     ("seoul open now", Kind.CENTERS), ("처음", Kind.START), ("지우기", Kind.ERASE), ("개인정보", Kind.PRIVACY),
     ("English", Kind.LANGUAGE),
     ("한국어", Kind.LANGUAGE), ("help", Kind.HELP), ("집회", Kind.EVENTS), ("긴급", Kind.URGENT),
     ("이 번호 맞나요", Kind.NUMBER)],
)  # fmt: skip
def test_a_typed_word_does_what_its_button_does(person: Callable[..., Any], words: str, kind: Kind) -> None:
    asker = person()

    assert asker.writes(words)[0].kind is kind
    assert asker.asked == []


@pytest.mark.parametrize(
    "words", ["서울에서 도움받을 수 있는 곳이 어디예요", "메뉴가 뭐예요 그게 아니라 협박당했어요", "help my photo is fake"]
)
def test_a_sentence_is_no_command(person: Callable[..., Any], words: str) -> None:
    asker = person()

    asker.writes(words)

    assert asker.asked == [words]


@pytest.mark.parametrize(
    ("words", "sentence", "center"),
    [
        ("1366", "확인된 목록에 있는 번호예요. 아래 기관의 것이에요.", "women-1366"),
        ("02-735-8994 여기 진짜 맞나요", "확인된 목록에 있는 번호예요. 아래 기관의 것이에요.", "d4u-central"),
        ("1393", "잘못 알려진 번호라서 쓰지 않는 게 안전해요. 아래 번호를 쓸 수 있어요.", "suicide-109"),
        (
            "02-999-8888",
            "확인된 목록에 없어요. 맞는지 알 수 없으니 걸거나 열기 전에 1366에 물어볼 수 있어요.",
            "women-1366",
        ),
    ],
)
def test_a_number_is_told_to_be_real_false_or_unknown(person: Callable[..., Any], words: str, sentence: str, center: str) -> None:
    answer, reply = person().writes(words)

    assert answer.kind is Kind.NUMBER
    assert sentence in told(reply)
    assert center in answer.centers


def test_a_question_with_a_number_in_it_is_searched(person: Callable[..., Any]) -> None:
    asker = person()

    asker.writes(
        "010-1234-5678 번호로 누가 제 사진을 합성해서 보내면서 돈을 달라고 협박하는데 이제 어떻게 하면 좋을까요 너무 무서워요"
    )

    assert len(asker.asked) == 1


def test_search_is_given_her_words_as_they_are(person: Callable[..., Any]) -> None:
    asker = person()

    asker.writes("  딥페이크?? ")

    assert asker.asked == ["  딥페이크?? "]
