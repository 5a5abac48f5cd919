"""From a question to hits and a verdict."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.index import Index
from retrieval.questions import CLASSES
from retrieval.search import NOTHING, best_passages, search
from retrieval.thresholds import Verdict


@pytest.mark.parametrize(
    ("question", "guide"),
    [
        ("돈 안 보내면 사진 퍼뜨린대요", "blackmail"),
        ("경찰에 신고하러 갈 때 뭐 가져가요", "police"),
        ("is making a deepfake a crime", "law-deepfake"),
    ],
)
def test_a_question_finds_its_guide_in_both_languages(sample: Index, question: str, guide: str) -> None:
    assert search(sample, question).hits[0].guide == guide


def test_hits_are_guides_best_first_each_once_with_a_section_of_their_own(sample: Index) -> None:
    hits = search(sample, "경찰에 신고하고 싶어요").hits

    guides = [hit.guide for hit in hits]
    assert len(set(guides)) == len(guides)
    assert not set(guides) & set(CLASSES)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        guide = sample.base.guide(hit.guide)
        assert guide is not None
        assert hit.section is None or guide.section(hit.section) is not None


@pytest.mark.parametrize("nothing", ["", "   ", "😭😭😭", "???!!", "\x00\x01", "\u200b"])
def test_a_text_without_words_is_unknown(sample: Index, nothing: str) -> None:
    assert search(sample, nothing) == NOTHING


def test_what_shares_nothing_with_any_guide_is_not_answered(sample: Index) -> None:
    assert search(sample, "zxcvq plorf wibble").verdict is not Verdict.ANSWER


def test_the_same_question_gives_the_same_hits(sample: Index) -> None:
    assert search(sample, "사진 지워주세요") == search(sample, "사진 지워주세요")


def test_the_passages_that_speak_for_a_guide_can_be_told(sample: Index) -> None:
    told = best_passages(sample, "돈 안 보내면 사진 퍼뜨린대요", "blackmail", 3)

    assert len(told) == 3
    assert told[0][1] >= told[1][1] >= told[2][1]


@settings(max_examples=60, deadline=None)
@given(question=st.text(max_size=400))
def test_any_text_gets_a_verdict(sample: Index, question: str) -> None:
    found = search(sample, question)

    assert found.verdict in list(Verdict)
    assert 0 <= found.confidence <= 1


def test_a_hundred_thousand_characters_are_searched(sample: Index) -> None:
    assert search(sample, "경찰에 신고하고 싶어요. " * 8000).hits
