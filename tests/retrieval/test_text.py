"""Korean and English as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.text import QUESTION_LENGTH, from_english_layout, join_jamo, language_of, normalise, sentences, terms


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("elqvpdlzm", "딥페이크"),
        ("tlsrh djEjrp go", "신고 어떠게 해"),
        ("help me 1366 번호 dkfFuwnj", "help me 1366 번호 알려줘"),
        ("딥페dltk", "딥페이사"),
    ],
)
def test_korean_typed_on_the_english_layout_is_put_right(typed: str, meant: str) -> None:
    assert normalise(typed) == meant


@pytest.mark.parametrize(
    "english", ["someone made a fake nude of me, what now", "work", "fuck you", "how 2 rprt tg chnl", "help"]
)
def test_english_stays_english(english: str) -> None:
    assert from_english_layout(english) == english


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("제 얼굴로 딥페이크가 만들어졌어요 어떡해요", "ko"),
        ("elqvpdlzm vlgo", "ko"),
        ("nae sajin yupodwaesseo", "ko"),
        ("witness인데 내 identity 보호돼요?", "ko"),
        ("they say my pic is in some tele room", "en"),
        ('one call in fast Korean, from which I understood only "검사". What does that mean for my case?', "en"),
        ("hlp sm1 psted my nuds on telgrm", "en"),
        ("ảnh của tôi bị ghép vào phim khiêu dâm", "other"),
        ("我的照片被人合成了怎么办", "other"),
        ("mi foto falsa en telegram que hago", "other"),
        ("😭😭", "ko"),
    ],
)
def test_the_language_is_told_from_the_writing(written: str, language: str) -> None:
    assert language_of(written) == language


def test_letters_typed_apart_are_joined_and_laughter_is_left() -> None:
    assert join_jamo("ㄷㅣㅂㅍㅔㅇㅣㅋㅡ ㅋㅋ ㅠㅠ") == "딥페이크 ㅋㅋ ㅠㅠ"
    assert join_jamo("ㅇㅓㄷㅓㅎㄱㅔ ㄷㅙ") == "어덯게 돼"


def test_width_case_and_repeats_make_no_difference() -> None:
    assert normalise("ＨＥＬＰ　meeeee!!!!") == "help mee!!"
    assert normalise("살려줘ㅠㅠㅠㅠㅠㅠ") == "살려줘ㅠㅠ"
    assert normalise("딥\u200b페\u202e이크\x00") == "딥페이크"


def test_a_stem_is_found_under_any_ending() -> None:
    assert set(terms("유포됐대요")) & set(terms("유포했어")) == {"유포"}
    assert "report" in terms("reporting")


def test_a_story_is_cut_into_sentences() -> None:
    assert sentences("그 방에 있대요. 어떡하죠?\n경찰은 싫어요") == ["그 방에 있대요.", "어떡하죠?", "경찰은 싫어요"]


@given(st.text(max_size=300))
def test_normalising_never_fails_and_changes_nothing_the_second_time(text: str) -> None:
    once = normalise(text)

    assert len(once) <= 4 * QUESTION_LENGTH
    assert language_of(text) in ("ko", "en", "other")
    assert terms(once) == terms(once)


def test_a_hundred_thousand_characters_are_read_to_their_limit() -> None:
    assert len(normalise("가나다라 " * 20_000)) <= QUESTION_LENGTH
