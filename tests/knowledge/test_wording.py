import re

import pytest

from knowledge import wording
from knowledge.load import Loaded
from knowledge.wording import WORDING, blocks, longest
from knowledge.written import Written

POLICE = "guides/report/police.yaml"
EXAMPLE = re.compile(r"^\s*(Passes|Fails) \((ko|en)\): (.+)$", re.MULTILINE)


def examples():
    return [
        pytest.param(rule, verdict, language, words, id=f"{rule.__name__}-{verdict}-{language}-{number}")
        for rule in WORDING
        for number, (verdict, language, words) in enumerate(EXAMPLE.findall(rule.__doc__ or ""))
    ]


def broken_rules(shelf, language, words) -> list[str]:
    """Names of the rules that a section of these steps breaks."""
    other = "en" if language == "ko" else "ko"
    filler = {"ko": "물어볼 수 있어요.", "en": "You can ask."}[other]
    steps = "\n".join(f"      - {language}: {quoted(step)}\n        {other}: {quoted(filler)}" for step in words.split(" / "))
    text = (shelf.folder / POLICE).read_text("utf-8")
    start, end = text.index("    steps:\n"), text.index("    asked:\n      ko: [진술할 때")
    shelf.write(POLICE, f"{text[:start]}    steps:\n{steps}\n{text[end:]}")
    national = (shelf.folder / "centers/national.yaml").read_text("utf-8")
    shelf.write(
        "centers/national.yaml",
        national + national[: national.index("- id: women-1366")].replace("police-112", "suicide-109").replace("112", "109"),
    )
    return [problem.rule for problem in shelf.load().problems]


def quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


@pytest.mark.parametrize(("rule", "verdict", "language", "words"), examples())
def test_each_rule_does_what_its_manual_says(shelf, rule, verdict, language, words):
    name = rule.__name__.replace("_", "-")

    found = broken_rules(shelf, language, words)

    assert (name in found) is (verdict == "Fails")


@pytest.mark.parametrize("rule", WORDING, ids=lambda rule: rule.__name__)
def test_each_rule_shows_what_passes_and_what_fails(rule):
    shown = {(verdict, language) for verdict, language, _ in EXAMPLE.findall(rule.__doc__ or "")}

    languages = ("ko",) if rule is wording.polite_ending else ("ko", "en")
    assert shown == {(verdict, language) for verdict in ("Passes", "Fails") for language in languages}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ko", "시키는 대로 했더라도 당신의 잘못이 아니에요."),
        ("ko", "사진을 올린 것은 내 잘못이 아니에요."),
        ("ko", "“왜 그랬니”라고 묻지 않아도 돼요."),
        ("ko", "왜 오래 걸리는지 궁금할 수 있어요."),
        ("ko", "경찰은 신고를 받으면 조사해야 해요."),
        ("ko", "파일이 내 기기에 있어야 해요."),
        ("ko", "무조건 처벌되는 것은 아니에요."),
        ("ko", "삭제를 보장할 수는 없어요."),
        ("ko", "상대가 “절대 신고하지 마세요”라고 말할 수 있어요."),
        ("ko", "먼저 화면을 남긴 뒤 대화방을 나갈 수 있어요."),
        ("ko", "차단하기 전에 캡처해 두세요."),
        ("ko", "더보기(…) > 설정을 열어 보세요."),
        ("ko", "신고할 수 있어요 (무료예요)."),
        ("en", "You don't have to tell anyone today."),
        ("en", "If you feel that you must answer, you can wait."),
        ("en", "The site must delete it without delay."),
        ("en", 'He may say "do not tell the police".'),
        ("en", "Providers are to delete or block them without delay."),
        ("en", "It is safer not to delete the chat."),
        ("en", "No lawyer can guarantee a result."),
        ("en", "Don't be ashamed of what somebody else did."),
    ],
)
def test_kind_words_and_facts_about_others_raise_no_alarm(shelf, language, words):
    assert broken_rules(shelf, language, words) == []


@pytest.mark.parametrize(
    ("language", "words", "rule"),
    [
        ("ko", "모르는 사람을 왜 만났나요?", "no-blame"),
        ("ko", "본인 책임도 있어요.", "no-blame"),
        ("en", "It was your mistake to send it.", "no-blame"),
        ("ko", "경찰서에 가야 해요.", "no-orders"),
        ("ko", "증거를 제출하십시오.", "no-orders"),
        ("en", "Don't reply to him.", "no-orders"),
        ("en", "Make sure to keep the file.", "no-orders"),
        ("ko", "가해자는 꼭 잡혀요.", "no-promises"),
        ("ko", "상담 내용은 100% 비밀이에요.", "no-promises"),
        ("en", "He will be caught.", "no-promises"),
        ("en", "Don't worry.", "no-promises"),
        ("ko", "자살 시도를 했다면 {suicide-109}가 있어요.", "safe-messaging"),
        ("en", "She tried to kill herself.", "safe-messaging"),
        ("ko", "채팅방에서 나가면 돼요.", "evidence-first"),
        ("en", "Leave the room.", "evidence-first"),
        ("ko", "시간이 지나면 나아져요.", "never-ignore"),
        ("en", "You can just ignore them.", "never-ignore"),
        ("en", "You are not alone ❤️", "no-shouting"),
    ],
)
def test_hard_words_are_found(shelf, language, words, rule):
    assert rule in broken_rules(shelf, language, words)


def test_a_finding_names_place_words_and_mend_in_both_languages(shelf):
    shelf.change(POLICE, "ko: 겪은 일을 시간 순서대로 적어 보세요.", "ko: 절대 혼자 가지 마세요.")

    assert shelf.problems("ko") == [
        f"{POLICE}:46: 시키는 말이에요: “절대”. “…해 보세요”, “…할 수 있어요”, “…하지 않는 게 안전해요”로 써 주세요.",
        f"{POLICE}:46: 시키는 말이에요: “지 마세요”. “…해 보세요”, “…할 수 있어요”, “…하지 않는 게 안전해요”로 써 주세요.",
    ]
    assert shelf.problems("en")[0] == (
        f"{POLICE}:46: “절대” breaks the rule no-orders (She decides). "
        "Write “You can …”, “It helps to …” or “It is safer not to …”."
    )


def test_wording_keeps_no_guide_out_of_service(shelf):
    shelf.change(POLICE, "ko: 겪은 일을 시간 순서대로 적어 보세요.", "ko: 절대 혼자 가지 마세요.")

    assert shelf.load().base.guide("police") is not None


def test_phrasings_are_people_speaking_and_are_left_alone(shelf):
    shelf.change(POLICE, "    - 고소하고 싶어요", "    - 자살하고 싶어요 내 잘못이죠!!")

    assert shelf.problems() == []


def test_the_length_is_that_of_the_sentence_as_it_is_shown(sample: Loaded):
    length, sentence, place = longest(sample.written, "en")

    assert (length, sentence) == (11, "You can say what you do not want to talk about.")
    assert f"{place}".endswith("police.yaml:47")
    spoken = [line.spoken for block in blocks(sample.written) for line in block.lines]
    assert "You can contact 1366." in spoken


def test_a_base_without_words_has_no_longest_sentence(sample: Loaded):
    empty = Written(sample.places, sample.written.today)

    assert longest(empty, "ko") is None
    assert list(blocks(empty)) == []


def test_a_section_is_read_as_one_block_in_its_order(sample: Loaded):
    block = next(
        block for block in blocks(sample.written) if block.language == "en" and "Replying and blocking" in block.lines[0].spoken
    )

    assert [line.spoken for line in block.lines] == [
        "Replying and blocking",
        "First capture the chat.",
        "Then you can block the person.",
    ]
