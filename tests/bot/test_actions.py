"""The text form of what a person can press."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions import PLAIN, WRITTEN_LENGTH, Ask, Centers, Menu, Open, Pressed, Speak, Walk, read, write
from knowledge.model import Audience, Language, Region

slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
languages = st.sampled_from(get_args(Language))
actions: st.SearchStrategy[Pressed] = st.one_of(
    st.sampled_from(list(PLAIN.values())),
    st.builds(Open, slugs, st.none() | slugs),
    st.builds(Walk, slugs, slugs, st.integers(1, 99)),
    st.builds(Menu, st.none() | slugs),
    st.builds(
        Centers, st.none() | st.sampled_from(Region), st.booleans(), st.none() | st.sampled_from(Audience), st.integers(1, 99)
    ),
    st.builds(Speak, languages),
)


@given(actions, languages)
def test_what_is_written_is_read_back_as_it_was(action: Pressed, language: Language) -> None:
    written = write(action, language)

    assert read(written) == (language, action)
    assert len(written.encode()) <= WRITTEN_LENGTH


@given(st.text(max_size=80) | st.from_regex(r"(ko|en|fr)?:?(open|step|menu|centers|language)(:[a-z0-9-]*){0,5}\n?"))
def test_any_text_is_read_as_the_one_form_of_an_action_or_as_none(written: str) -> None:
    found = read(written)

    assert found is None or write(found[1], found[0]) == written


@pytest.mark.parametrize(
    "written",
    ["", "ko", "ko:", "fr:menu", "ko:open", "ko:open:First", "ko:step:a:b:0", "ko:step:a:b:01", "ko:step:a:b:100", "ko:menu:",
     "ko:centers:mars:-:-:1", "ko:centers:seoul:now:-", "ko:language:fr", "ko:erase:all", "ko:open:a:b:c", "ko:menu\n", "KO:menu",
     "ko:ask:도와줘"],
)  # fmt: skip
def test_text_that_is_no_action_is_none(written: str) -> None:
    assert read(written) is None


def test_the_longest_guide_section_and_step_fit_in_a_button() -> None:
    written = write(Walk("a" * 30, "b" * 20, 99), "ko")

    assert len(written) == 62


def test_an_id_too_long_for_a_button_is_refused_when_written() -> None:
    with pytest.raises(ValueError, match="is longer than 64 bytes"):
        write(Open("a" * 60), "ko")


def test_her_words_are_not_in_what_an_action_prints() -> None:
    assert repr(Ask("카나리아")) == "Ask(...)"
