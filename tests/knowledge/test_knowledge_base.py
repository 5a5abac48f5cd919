"""The knowledge base that comes with the program."""

import pytest

from knowledge.load import KNOWLEDGE, Loaded, load
from knowledge.problems import errors


@pytest.fixture(scope="module")
def real() -> Loaded:
    return load(KNOWLEDGE)


def test_it_has_nothing_to_mend(real):
    assert [f"{problem.place}: {problem.said('en')}" for problem in errors(real.problems)] == []


def test_everything_that_was_written_is_served(real):
    assert len(real.base.guides) == len(list((KNOWLEDGE / "guides").glob("*/*.yaml")))
    assert {guide.category for guide in real.base.guides} == {category.id for category in real.base.categories}


def test_danger_numbers_answer_at_any_hour(real):
    for center_id in ("police-112", "women-1366", "suicide-109"):
        center = real.base.center(center_id)

        assert center.hours.always
        assert center.shown_phones()


def test_no_name_in_a_sentence_is_left_as_an_id(real):
    for said in real.written.said:
        assert "{" not in real.base.spoken(said.words, said.language)
